"""Every form can get every grade it must be able to get; the test prints the answers that show it."""

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.analysis.interview import is_relevant
from toolbox_cli.analysis.possible import can_be, follows
from toolbox_cli.analysis.witness import grades_of, witness
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.condition import AllOf, Condition, Is, Not
from toolbox_cli.model.measure import Origin
from toolbox_cli.rules.truth import Truth


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=[form.id for form in CATALOGUE.forms])
def test_form_reaches_every_grade_it_can_have(form: Form) -> None:
    for wanted in grades_of(form):
        found = witness(CATALOGUE, form, wanted)
        assert found is not None, f"{form.id} kan nooit '{wanted}' worden"
        finding = next(item for item in assess(CATALOGUE, found).findings if item.form.id == form.id)
        assert finding.grade is wanted
        print(form.id, wanted, {name: sorted(answer.values) for name, answer in found.given.items()})


def test_a_witness_answers_only_questions_that_would_be_asked() -> None:
    facts = {fact.id: fact.when for fact in CATALOGUE.facts}
    for form in CATALOGUE.forms:
        found = witness(CATALOGUE, form, grades_of(form)[0])
        assert found is not None
        assert [name for name in found if not is_relevant(CATALOGUE.question_by_id[name], found, facts)] == []


def test_a_refusal_needs_no_other_grade_than_ruled_out() -> None:
    refusal = next(form for form in CATALOGUE.forms if form.measure.origin is Origin.REFUSAL)

    assert grades_of(refusal) == (Grade.RULED_OUT,)


def one(question: str, *values: str) -> Condition:
    return Is(question=question, values=values)


def test_two_answers_to_a_question_with_one_answer_cannot_be_together() -> None:
    assert not can_be(CATALOGUE, AllOf(parts=(one("frequentie", "geen"), one("frequentie", "soms"))), Truth.YES)
    assert can_be(CATALOGUE, AllOf(parts=(one("gedrag", "geweld"), one("gedrag", "drugs"))), Truth.YES)


def test_an_answer_that_stands_alone_cannot_be_with_another() -> None:
    assert not can_be(CATALOGUE, AllOf(parts=(one("gedrag", "geen"), one("gedrag", "drugs"))), Truth.YES)


def test_the_narrow_follows_into_the_wide_and_not_back() -> None:
    narrow, wide = one("frequentie", "dagelijks"), one("frequentie", "dagelijks", "wekelijks")

    assert follows(CATALOGUE, narrow, wide)
    assert not follows(CATALOGUE, wide, narrow)
    assert follows(CATALOGUE, Not(part=wide), Not(part=narrow))


def test_nothing_is_proven_where_the_search_had_to_stop() -> None:
    many = [option.id for option in CATALOGUE.question_by_id["gedrag"].options if not option.exclusive][:5]
    together = AllOf(parts=tuple(one("gedrag", name) for name in many))

    assert can_be(CATALOGUE, together, Truth.YES)
