"""Which question comes next, and what an answer clears."""

from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.analysis.interview import accept, contradictions, next_question, open_questions, use_of
from toolbox_cli.model.question import Answer, Answers

YES, NO, UNKNOWN = Answer(frozenset({"ja"})), Answer(frozenset({"nee"})), Answer(unknown=True)


def names(answers: Answers) -> list[str]:
    return [question.id for question in open_questions(CATALOGUE, answers)]


def test_the_first_question_is_how_often() -> None:
    question = next_question(CATALOGUE, Answers())

    assert question is not None
    assert question.id == "frequentie"


def test_a_follow_up_is_asked_only_when_its_occasion_is_there() -> None:
    known = answers_of({"frequentie": "wekelijks", "gedrag": ["geweld"], "plaats": ["station"]})

    assert "leeftijd" not in names(known)
    assert "orde_verstoord" in names(known.with_answer("personen_bekend", YES))
    assert "orde_verstoord" not in names(known.with_answer("personen_bekend", NO))


def test_a_follow_up_on_what_nobody_knows_is_not_asked() -> None:
    known = answers_of({"frequentie": "wekelijks", "gedrag": ["geweld"], "plaats": ["station"], "personen_bekend": "onbekend"})

    assert "orde_verstoord" not in names(known)


def test_a_question_that_can_change_nothing_is_not_asked() -> None:
    known = answers_of({"frequentie": "wekelijks", "gedrag": ["vervuiling"], "plaats": ["park_plein"]})

    assert "apv_messen" not in names(known)
    assert "winkels_samen" not in names(known)


def test_every_answer_unknown_ends_the_interview() -> None:
    answers, asked = Answers(), 0
    while (question := next_question(CATALOGUE, answers)) is not None:
        answers, asked = answers.with_answer(question.id, UNKNOWN), asked + 1

    assert 10 <= asked <= 45
    assert not assess(CATALOGUE, answers).graded(Grade.RULED_OUT)


def test_changing_an_answer_clears_what_depended_on_it() -> None:
    given = answers_of({"gedrag": ["geweld"], "personen_bekend": "ja", "leeftijd": ["volwassen"], "dossier": "ja"})
    changed = accept(CATALOGUE, given, "personen_bekend", NO)

    assert "leeftijd" not in changed
    assert "dossier" not in changed
    assert "gedrag" in changed


def test_contradictory_answers_are_named() -> None:
    found = contradictions(CATALOGUE, answers_of({"frequentie": "geen", "gedrag": ["geweld"]}))

    assert [item.id for item in found] == ["geen-incidenten-wel-gedrag"]


def test_a_question_tells_which_forms_and_articles_hang_on_it() -> None:
    use = use_of(CATALOGUE, "ernstige_vrees")

    assert "gebiedsverbod/172a" in {form.id for form in use.forms}
    assert "gemw-172a" in {condition.article for condition in use.conditions}
