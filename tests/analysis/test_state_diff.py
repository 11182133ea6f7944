"""What is different between two states, and what it is put down to."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from helpers import CASES, CATALOGUE, answers_of, examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.analysis.state import FormState, ProblemState, State, answers_from, problem_state, words_of
from toolbox_cli.analysis.state_diff import Moved, ProblemDiff, state_diff
from toolbox_cli.content.case_file import read_answers
from toolbox_cli.model.question import Answers

NOW, BEFORE = "aaaaaaaaaaaa", "bbbbbbbbbbbb"
PERSON = read_answers(next(path for path in CASES if path.stem == "bekende-persoon-station"), CATALOGUE)


def state(answers: Answers, made_with: str = NOW, problem: str = "") -> State:
    found = problem_state(CATALOGUE, assess(CATALOGUE, answers), "")
    return State(content="2026.11.4", content_hash=made_with, law_date=None, problems={problem: found})


def otherwise(found: State, form: str, changed: Mapping[str, object]) -> State:
    """The same state in which one form stood otherwise."""
    (name, problem), *_ = found.problems.items()
    forms = {**problem.forms, form: problem.forms[form].model_copy(update=dict(changed))}
    return found.model_copy(update={"problems": {name: problem.model_copy(update={"forms": forms})}})


def diff(old: State, new: State) -> ProblemDiff:
    (found,) = state_diff(CATALOGUE, old, new, NOW).problems
    return found


def one(found: ProblemDiff, form: str) -> Moved:
    return next(item for item in (*found.moved, *found.same_grade) if item.form == form)


def test_the_same_state_twice_has_no_difference() -> None:
    assert state_diff(CATALOGUE, state(PERSON), state(PERSON), NOW).empty


def test_a_form_that_one_answer_rules_out_is_dropped_because_of_that_answer_alone() -> None:
    changed = answers_of({**words_of(PERSON), "ernstige_vrees": "nee", "htl_buiten": "ja"})

    item = one(diff(state(PERSON), state(changed)), "gebiedsverbod/172a")

    assert item.dropped
    assert item.after is not None and item.after.grade is Grade.RULED_OUT
    assert item.answers == ("ernstige_vrees",)
    assert not (item.together or item.articles or item.rules or item.unsure)


def test_an_answer_given_for_the_first_time_adds_what_it_makes_fit() -> None:
    before = PERSON.without("ernstige_vrees", "herhaald_verstoord", "orde_verstoord", "personen_bekend")

    found = diff(state(before), state(PERSON))

    assert any(item.added or (item.before and item.before.grade is not (item.after and item.after.grade)) for item in found.moved)
    assert {item.question for item in found.answers} >= {"ernstige_vrees", "personen_bekend"}


def test_not_asked_and_unknown_are_no_different_answers() -> None:
    unknown = answers_of({**words_of(PERSON.without("huisregels")), "huisregels": "onbekend"})

    assert diff(state(PERSON.without("huisregels")), state(unknown)).answers == ()


def test_another_text_of_the_law_is_named_when_the_grade_turned_without_other_answers() -> None:
    form = "gebiedsverbod/172a"
    old = state(PERSON, BEFORE)
    texts = dict(old.problems[""].forms[form].articles)
    article = next(iter(texts))

    item = one(diff(otherwise(old, form, {"grade": Grade.RULED_OUT, "articles": {**texts, article: "old"}}), state(PERSON)), form)

    assert item.added
    assert item.articles == (article,)
    assert not (item.rules or item.answers)


def test_other_rules_are_named_when_no_text_of_the_law_changed() -> None:
    form = "gebiedsverbod/172a"

    item = one(diff(otherwise(state(PERSON, BEFORE), form, {"grade": Grade.RULED_OUT, "rules": "old"}), state(PERSON)), form)

    assert item.rules
    assert not (item.articles or item.answers)


def test_content_and_answers_are_told_apart_when_both_played() -> None:
    form = "gebiedsverbod/172a"
    changed = answers_of({**words_of(PERSON), "ernstige_vrees": "nee"})
    old = otherwise(state(PERSON, BEFORE), form, {"grade": Grade.RECOMMENDED, "rules": "old"})

    item = one(diff(old, state(changed)), form)

    assert item.rules and item.answers == ("ernstige_vrees",)


def test_the_same_grade_on_another_text_of_the_law_is_told_for_what_is_advised() -> None:
    form = "gebiedsverbod/172a"
    old = state(PERSON, BEFORE)
    texts = dict(old.problems[""].forms[form].articles)

    found = diff(otherwise(old, form, {"articles": dict.fromkeys(texts, "old")}), state(PERSON))

    assert [item.form for item in found.same_grade] == [form]
    assert found.moved == ()


def test_with_two_states_of_other_content_the_cause_is_called_unsure() -> None:
    form = "gebiedsverbod/172a"
    changed = answers_of({**words_of(PERSON), "ernstige_vrees": "nee"})
    found = state_diff(CATALOGUE, state(PERSON, "cccccccccccc"), state(changed, BEFORE), NOW)

    assert one(found.problems[0], form).unsure


def test_a_problem_that_got_a_name_is_still_the_same_problem() -> None:
    assert diff(state(PERSON), state(PERSON, problem="station")).empty


def test_a_problem_that_is_new_or_gone_is_named() -> None:
    found = problem_state(CATALOGUE, assess(CATALOGUE, PERSON), "")
    both = State(content="1", content_hash=NOW, law_date=None, problems={"a": found, "b": found})
    single = State(content="1", content_hash=NOW, law_date=None, problems={"a": found})

    assert [item.before is None for item in state_diff(CATALOGUE, single, both, NOW).problems] == [False, True]
    assert [item.after is None for item in state_diff(CATALOGUE, both, single, NOW).problems] == [False, True]


def test_a_kept_state_says_the_same_after_reading_it_back() -> None:
    found = state(PERSON)

    assert State.model_validate_json(found.model_dump_json()) == found
    assert answers_from(found.problems[""].answers) == PERSON


@given(seed=st.integers(0, 10_000))
@examples(60)
def test_every_form_that_stands_otherwise_is_told_with_a_reason_and_no_other(seed: int) -> None:
    draw = random.Random(seed)
    before = Answers({name: answer for name, answer in PERSON.given.items() if draw.random() > 0.1})
    after = Answers({name: answer for name, answer in PERSON.given.items() if draw.random() > 0.1})
    old, new = state(before), state(after)

    found = diff(old, new)

    told = {item.form for item in found.moved}
    assert told == {name for name in _every(old, new) if _stands(old, name) != _stands(new, name)}
    changed = {item.question for item in found.answers}
    assert all(item.answers and set(item.answers) <= changed for item in found.moved)


def _every(*states: State) -> set[str]:
    return {name for found in states for name in found.problems[""].forms}


def _stands(found: State, form: str) -> tuple[Grade, bool] | None:
    problem: ProblemState = found.problems[""]
    one: FormState | None = problem.forms.get(form)
    return None if one is None else (one.grade, one.leading)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_state_of_each_example_is_equal_to_itself(case: object) -> None:
    answers = read_answers(case, CATALOGUE)  # type: ignore[arg-type]

    assert state_diff(CATALOGUE, state(answers), state(answers), NOW).empty
