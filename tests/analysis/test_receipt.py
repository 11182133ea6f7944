"""A receipt changes with everything that can change the advice, and with nothing else."""

from __future__ import annotations

from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.receipt import answers_hash, receipt_of
from toolbox_cli.model.question import Answers

GIVEN = answers_of({"frequentie": "soms", "gedrag": ["geweld", "drugs"]})


def test_the_order_of_answers_and_problems_does_not_matter() -> None:
    turned = Answers(dict(reversed(list(GIVEN.given.items()))))

    assert answers_hash({"a": GIVEN, "b": Answers()}) == answers_hash({"b": Answers(), "a": turned})


def test_any_other_answer_changes_it() -> None:
    others = [
        answers_of({"frequentie": "soms", "gedrag": "geweld"}),
        answers_of({"frequentie": "soms", "gedrag": ["geweld", "drugs", "onbekend"]}),
        answers_of({"frequentie": "onbekend", "gedrag": ["geweld", "drugs"]}),
        GIVEN.without("frequentie"),
    ]

    assert len({answers_hash({"": one}) for one in [GIVEN, *others]}) == 5


def test_the_same_answers_to_another_problem_are_other_answers() -> None:
    assert answers_hash({"station": GIVEN}) != answers_hash({"winkels": GIVEN}) != answers_hash({"": GIVEN})


def test_it_names_versions_and_how_far_the_law_was_read() -> None:
    receipt = receipt_of(CATALOGUE, {"": GIVEN}, "1.2", "abc")
    read = [day for article in CATALOGUE.articles for day in (article.text_date, article.checked) if day]

    assert receipt.code == f"1.2/{CATALOGUE.edition.version}-abc/{answers_hash({'': GIVEN})}"
    assert receipt.law_date == max(read)
