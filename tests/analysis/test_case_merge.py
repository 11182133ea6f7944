"""Putting answer files together: nothing is lost, nothing is decided silently."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import CATALOGUE, examples, some_answers
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.case import heard_in
from toolbox_cli.analysis.case_merge import Fate, conflicts, merge, out_of_place
from toolbox_cli.model.case import Case, CaseProblem, Certainty, Decision, Said
from toolbox_cli.model.question import Answer

EARLY, LATE = date(2026, 10, 3), date(2026, 11, 5)
WEEKLY, SOMETIMES, UNKNOWN = Answer(frozenset({"wekelijks"})), Answer(frozenset({"soms"})), Answer(unknown=True)


def case(*said: Said) -> Case:
    return Case({"frequentie": said}) if said else Case()


def met(before: list[Said], new: Said) -> tuple[Fate, tuple[Said, ...]]:
    merged = merge(CATALOGUE, case(*before), case(new))
    return merged.taken[0].fate, merged.case.said["frequentie"]


POLICE, POLICE_EARLY, POLICE_LATE = Said(SOMETIMES, "politie"), Said(SOMETIMES, "politie", EARLY), Said(SOMETIMES, "politie", LATE)
POLICE_ESTIMATE = Said(SOMETIMES, "politie", EARLY, Certainty.ESTIMATE)
CERTAIN, ESTIMATE = (Said(SOMETIMES, "politie", None, how) for how in (Certainty.CERTAIN, Certainty.ESTIMATE))
COA_WEEKLY, PLAIN, PLAIN_WEEKLY = Said(WEEKLY, "coa"), Said(SOMETIMES), Said(WEEKLY)


@pytest.mark.parametrize(
    ("before", "new", "fate", "after"),
    [
        ([], POLICE, Fate.ADDED, [POLICE]),
        ([POLICE], POLICE, Fate.SAME, [POLICE]),
        ([POLICE], PLAIN, Fate.SAME, [POLICE]),
        ([PLAIN], POLICE, Fate.AGREES, [PLAIN, POLICE]),
        ([POLICE], Said(SOMETIMES, "coa"), Fate.AGREES, [POLICE, Said(SOMETIMES, "coa")]),
        ([POLICE], COA_WEEKLY, Fate.BESIDE, [POLICE, COA_WEEKLY]),
        ([POLICE], PLAIN_WEEKLY, Fate.BESIDE, [POLICE, PLAIN_WEEKLY]),
        ([PLAIN], PLAIN_WEEKLY, Fate.BESIDE, [PLAIN, PLAIN_WEEKLY]),
        ([POLICE_EARLY], Said(WEEKLY, "politie", LATE), Fate.NEWER, [Said(WEEKLY, "politie", LATE)]),
        ([POLICE_LATE], Said(WEEKLY, "politie", EARLY), Fate.OLDER, [POLICE_LATE]),
        ([POLICE_EARLY, COA_WEEKLY], Said(WEEKLY, "politie", LATE), Fate.NEWER, [COA_WEEKLY, Said(WEEKLY, "politie", LATE)]),
        ([POLICE], Said(WEEKLY, "politie"), Fate.BESIDE, [POLICE, Said(WEEKLY, "politie")]),
        ([POLICE_EARLY], Said(WEEKLY, "politie", EARLY), Fate.BESIDE, [POLICE_EARLY, Said(WEEKLY, "politie", EARLY)]),
        ([POLICE], POLICE_EARLY, Fate.AGREES, [POLICE, POLICE_EARLY]),
        ([POLICE_EARLY], POLICE, Fate.AGREES, [POLICE_EARLY, POLICE]),
        ([POLICE], POLICE_ESTIMATE, Fate.AGREES, [POLICE, POLICE_ESTIMATE]),
        ([CERTAIN], ESTIMATE, Fate.AGREES, [CERTAIN, ESTIMATE]),
        ([POLICE], Said(UNKNOWN, "coa"), Fate.BESIDE, [POLICE, Said(UNKNOWN, "coa")]),
    ],
)  # fmt: skip
def test_what_becomes_of_an_answer(before: list[Said], new: Said, fate: Fate, after: list[Said]) -> None:
    assert met(before, new) == (fate, tuple(after))


def test_two_answers_of_one_source_without_a_date_are_a_conflict() -> None:
    merged = merge(CATALOGUE, case(POLICE), case(Said(WEEKLY, "politie")))

    assert [(place, item.question.id) for place, item in conflicts(CATALOGUE, merged.case)] == [("", "frequentie")]


def test_who_does_not_know_contradicts_nobody() -> None:
    merged = merge(CATALOGUE, case(POLICE), case(Said(UNKNOWN, "coa")))

    assert not conflicts(CATALOGUE, merged.case)
    assert heard_in(CATALOGUE, merged.case)["frequentie"].answer == SOMETIMES


def test_a_choice_stays_and_what_differs_from_it_is_named() -> None:
    chosen = Said(SOMETIMES, because="de politie telt alles")
    before = case(POLICE, COA_WEEKLY, chosen)
    merged = merge(CATALOGUE, before, case(Said(WEEKLY, "boa")))

    assert heard_in(CATALOGUE, merged.case)["frequentie"].answer == SOMETIMES
    assert [item.said.source for item in merged.against_choice] == ["boa"]
    assert not merge(CATALOGUE, before, case(Said(SOMETIMES, "boa"))).against_choice
    assert not merge(CATALOGUE, before, case(Said(UNKNOWN, "boa"))).against_choice


def test_two_different_choices_are_a_conflict() -> None:
    merged = merge(CATALOGUE, case(Said(SOMETIMES, because="een")), case(Said(WEEKLY, because="twee")))

    assert len(conflicts(CATALOGUE, merged.case)) == 1


def test_what_the_other_says_without_a_problem_is_about_the_named_one() -> None:
    split = Case(problems=(CaseProblem("winkels"), CaseProblem("station")))
    other = Case(
        {"frequentie": (POLICE,), "locatie": (Said(Answer(frozenset({"in_gemeente"})), "politie"),)},
        decisions=(Decision(EARLY, "meldkaart", True),),
    )
    merged = merge(CATALOGUE, split, other, "station").case

    assert set(merged.said) == {"locatie"}
    assert set(merged.said_of("station")) == {"frequentie"}
    assert not merged.said_of("winkels")
    assert [item.problem for item in merged.decisions] == ["station"]


def test_a_problem_only_the_other_has_is_added_and_a_missing_title_taken() -> None:
    one = Case(problems=(CaseProblem("winkels"),))
    two = Case(problems=(CaseProblem("winkels", "Winkels"), CaseProblem("station", "Station")))
    merged = merge(CATALOGUE, one, two).case

    assert [(item.id, item.title) for item in merged.problems] == [("winkels", "Winkels"), ("station", "Station")]


def test_an_answer_whose_question_no_longer_comes_up_is_named_and_kept() -> None:
    adults = Case({"leeftijd": (Said(Answer(frozenset({"volwassen"})), "coa"),)})
    nobody = Case({"personen_bekend": (Said(Answer(frozenset({"nee"})), "politie"),)})
    somebody = Case({"personen_bekend": (Said(Answer(frozenset({"ja"})), "politie"),)})

    assert [question.id for _, question in out_of_place(CATALOGUE, merge(CATALOGUE, adults, nobody).case)] == ["leeftijd"]
    assert "leeftijd" in merge(CATALOGUE, adults, nobody).case.said
    assert not out_of_place(CATALOGUE, merge(CATALOGUE, adults, somebody).case)
    assert not out_of_place(CATALOGUE, merge(CATALOGUE, adults, Case()).case)


STATEMENTS = st.builds(
    Said,
    st.sampled_from([*some_answers(CATALOGUE.question_by_id["frequentie"]), UNKNOWN]),
    st.sampled_from(["", "politie", "coa"]),
    st.sampled_from([None, EARLY, LATE]),
    st.sampled_from([None, Certainty.ESTIMATE]),
)
CASES = st.lists(STATEMENTS, max_size=4, unique=True).map(lambda said: case(*said))


@given(CASES, CASES)
@examples(200)
def test_merging_the_same_file_again_changes_nothing(one: Case, other: Case) -> None:
    once = merge(CATALOGUE, one, other).case

    assert merge(CATALOGUE, once, once).case == once
    assert merge(CATALOGUE, once, other).case == once


@given(CASES, CASES)
@examples(200)
def test_what_is_not_there_any_more_was_replaced_by_something_later_or_fuller_of_the_same_source(one: Case, other: Case) -> None:
    after = merge(CATALOGUE, one, other).case.said.get("frequentie", ())
    for item in one.said.get("frequentie", ()):
        assert any(
            kept == item
            or item == Said(Answer(unknown=True))  # nobody knew, and now somebody does
            or (kept.source == item.source and kept.on and item.on and kept.on > item.on)
            or (kept.answer == item.answer and kept.source == item.source and (kept.on or not item.on) and kept.certainty)
            or (kept.answer == item.answer and kept.source == item.source and kept.on and not item.certainty)
            for kept in after
        ), (item, after)
