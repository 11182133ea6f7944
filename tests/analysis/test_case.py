"""What several sources say becomes one set of answers; one answer put in changes nothing else than what hangs on it."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import CATALOGUE, some_answers
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.case import answers_of, heard, heard_in, put, split, take, with_answers
from toolbox_cli.analysis.case_merge import Fate, conflicts, merge
from toolbox_cli.model.case import PROFILE, Case, CaseProblem, Said
from toolbox_cli.model.question import Answer, Answers

HOW_OFTEN, CONDUCT, KNOWN = (CATALOGUE.question_by_id[name] for name in ("frequentie", "gedrag", "personen_bekend"))
UNKNOWN = Answer(unknown=True)


def answer(*values: str, unknown: bool = False) -> Answer:
    return Answer(frozenset(values), unknown)


def said(*values: str, source: str = "", on: date | None = None, because: str = "", unknown: bool = False) -> Said:
    return Said(answer(*values, unknown=unknown), source, on, because=because)


# Several sources


def test_sources_that_agree_make_the_answer() -> None:
    found = heard(HOW_OFTEN, [said("soms", source="politie"), said("soms", source="boa")])

    assert (found.answer, found.conflict) == (answer("soms"), False)


def test_sources_that_contradict_each_other_make_it_unknown_and_are_a_conflict() -> None:
    found = heard(HOW_OFTEN, [said("soms", source="politie"), said("dagelijks", source="ondernemers")])

    assert (found.answer, found.conflict) == (UNKNOWN, True)


def test_who_does_not_know_contradicts_nobody() -> None:
    found = heard(HOW_OFTEN, [said(unknown=True, source="politie"), said("dagelijks", source="ondernemers")])

    assert (found.answer, found.conflict) == (answer("dagelijks"), False)


def test_nobody_knows_is_unknown_and_no_conflict() -> None:
    found = heard(HOW_OFTEN, [said(unknown=True, source="politie"), said(unknown=True, source="boa")])

    assert (found.answer, found.conflict) == (UNKNOWN, False)


def test_of_two_whole_lists_what_both_say_stands_and_the_rest_is_unknown() -> None:
    found = heard(CONDUCT, [said("geweld", "drugs", source="politie"), said("geweld", source="boa")])

    assert (found.answer, found.conflict) == (answer("geweld", unknown=True), True)


def test_lists_that_may_go_on_are_put_together() -> None:
    found = heard(CONDUCT, [said("geweld", source="politie", unknown=True), said("drugs", source="boa", unknown=True)])

    assert (found.answer, found.conflict) == (answer("geweld", "drugs", unknown=True), False)


def test_a_list_that_may_go_on_fits_in_a_whole_one() -> None:
    found = heard(CONDUCT, [said("geweld", source="politie", unknown=True), said("geweld", "drugs", source="boa")])

    assert (found.answer, found.conflict) == (answer("geweld", "drugs"), False)


def test_a_choice_with_a_reason_settles_it_and_what_others_said_stays() -> None:
    both = (said("soms", source="politie"), said("dagelijks", source="ondernemers"))
    found = heard(HOW_OFTEN, [*both, said("soms", because="de politie telt meldingen")])

    assert (found.answer, found.conflict, found.said[:2]) == (answer("soms"), False, both)


def test_two_choices_that_differ_settle_nothing() -> None:
    found = heard(HOW_OFTEN, [said("soms", because="a"), said("dagelijks", because="b")])

    assert (found.answer, found.conflict) == (UNKNOWN, True)


@given(st.lists(st.sampled_from([UNKNOWN, *some_answers(CONDUCT)]), min_size=1, max_size=4), st.randoms())
def test_the_order_of_the_sources_never_matters(told: list[Answer], random: st.random) -> None:  # type: ignore[valid-type]
    before = heard(CONDUCT, [Said(one, source=str(at)) for at, one in enumerate(told)])
    turned = list(told)
    random.shuffle(turned)
    after = heard(CONDUCT, [Said(one, source=str(at)) for at, one in enumerate(turned)])

    assert (before.answer, before.conflict) == (after.answer, after.conflict)


@given(st.lists(st.sampled_from([UNKNOWN, *some_answers(CONDUCT), answer("geweld", "drugs"), answer("geweld", unknown=True)]), max_size=4))
def test_no_source_is_overruled_what_a_whole_list_leaves_out_is_never_sure(told: list[Answer]) -> None:
    found = heard(CONDUCT, [Said(one) for one in told])

    for one in told:
        if one.values and not one.unknown:
            assert found.answer.values <= one.values or found.conflict is False


# One answer put in


def test_a_source_corrects_itself_and_stands_beside_another() -> None:
    case = put(CATALOGUE, Case(), "", HOW_OFTEN, said("soms", source="politie")).case
    case = put(CATALOGUE, case, "", HOW_OFTEN, said("wekelijks", source="boa")).case
    case = put(CATALOGUE, case, "", HOW_OFTEN, said("dagelijks", source="politie")).case

    assert [(item.source, *item.answer.values) for item in case.said["frequentie"]] == [("boa", "wekelijks"), ("politie", "dagelijks")]


def test_a_source_takes_the_place_of_an_answer_without_one() -> None:
    case = put(CATALOGUE, Case(), "", HOW_OFTEN, said("soms")).case
    case = put(CATALOGUE, case, "", HOW_OFTEN, said("dagelijks", source="politie")).case

    assert case.said["frequentie"] == (said("dagelijks", source="politie"),)


def test_a_choice_falls_when_a_source_then_says_something_else() -> None:
    case = Case({"frequentie": (said("soms", source="politie"), said("dagelijks", source="boa"), said("soms", because="geteld"))})
    again = put(CATALOGUE, case, "", HOW_OFTEN, said("wekelijks", source="ondernemers")).case
    same = put(CATALOGUE, case, "", HOW_OFTEN, said("soms", source="ondernemers")).case

    assert heard(HOW_OFTEN, again.said["frequentie"]).conflict
    assert not heard(HOW_OFTEN, same.said["frequentie"]).conflict


def test_what_hung_on_the_earlier_answer_lapses_and_is_told() -> None:
    case = Case({"personen_bekend": (said("ja"),), "leeftijd": (said("onder_12"),), "voogd": (said("ja"),), "acuut": (said("nee"),)})
    outcome = put(CATALOGUE, case, "", KNOWN, said("nee"))

    assert set(outcome.case.said) == {"personen_bekend", "acuut"}
    assert set(outcome.lapsed) == {("", "leeftijd"), ("", "voogd")}
    assert outcome.before == (said("ja"),)


def test_an_answer_taken_away_is_gone_with_what_hung_on_it() -> None:
    case = Case({"acuut": (said("ja"),), "plotseling": (said("ja"),)})

    assert "acuut" not in take(CATALOGUE, case, "", CATALOGUE.question_by_id["acuut"]).case.said


# Several problems


def two() -> Case:
    shops = CaseProblem("winkels", said={"gedrag": (said("winkeldiefstal"),), "personen_bekend": (said("ja"),)})
    station = CaseProblem("station", said={"gedrag": (said("intimidatie"),), "personen_bekend": (said("nee"),)})
    return Case({"apv_gebiedsverbod": (said("ja"),)}, (shops, station))


def test_each_problem_has_its_own_answers_and_shares_what_is_about_the_municipality() -> None:
    shops, station = (answers_of(CATALOGUE, two(), name) for name in ("winkels", "station"))

    assert (shops.given["gedrag"], station.given["gedrag"]) == (answer("winkeldiefstal"), answer("intimidatie"))
    assert shops.given["apv_gebiedsverbod"] == station.given["apv_gebiedsverbod"] == answer("ja")


@given(st.sampled_from([question for question in CATALOGUE.questions if not question.shared]), st.data())
def test_an_answer_about_one_problem_never_changes_another(question: object, data: st.DataObject) -> None:
    found = CATALOGUE.question_by_id[question.id]  # type: ignore[attr-defined]
    chosen = data.draw(st.sampled_from(some_answers(found)))
    changed = put(CATALOGUE, two(), "station", found, Said(chosen)).case

    assert answers_of(CATALOGUE, changed, "winkels") == answers_of(CATALOGUE, two(), "winkels")
    assert changed.said == two().said


def test_a_case_that_is_split_keeps_every_answer() -> None:
    case = Case({"gedrag": (said("geweld"),), "apv_gebiedsverbod": (said("ja"),)})
    after = split(CATALOGUE, case, "station")

    assert answers_of(CATALOGUE, after, "station") == answers_of(CATALOGUE, case)
    assert set(after.said) == {"apv_gebiedsverbod"}


def test_the_answers_of_an_interview_keep_who_said_the_others() -> None:
    case = Case({"frequentie": (said("soms", source="politie"),), "acuut": (said("nee", source="boa"),)})
    before = answers_of(CATALOGUE, case)
    after = with_answers(CATALOGUE, case, "", before, before.with_answer("acuut", answer("ja")), Said(Answer(), "burgemeester"))

    assert after.said["frequentie"] == (said("soms", source="politie"),)
    assert after.said["acuut"] == (said("ja", source="burgemeester"),)


# The profile


def test_the_profile_is_one_more_source_and_is_not_copied() -> None:
    profile = {"apv_gebiedsverbod": (said("ja", source=PROFILE),)}
    known = answers_of(CATALOGUE, Case(), "", profile)
    after = with_answers(CATALOGUE, Case(), "", known, known.with_answer("acuut", answer("ja")), Said(Answer()))

    assert known == Answers({"apv_gebiedsverbod": answer("ja")})
    assert set(after.said) == {"acuut"}


def test_a_case_that_differs_from_the_profile_is_a_conflict() -> None:
    profile = {"apv_gebiedsverbod": (said("ja", source=PROFILE),)}
    case = Case({"apv_gebiedsverbod": (said("nee"),)})

    assert heard_in(CATALOGUE, case, "", profile)["apv_gebiedsverbod"].conflict


# Two files


@pytest.mark.parametrize(
    ("before", "comes", "fate", "conflict"),
    [
        (None, said("soms", source="politie"), Fate.ADDED, False),
        (said("soms", source="politie"), said("soms", source="politie"), Fate.SAME, False),
        (said("soms"), said("soms"), Fate.SAME, False),
        (said("soms", source="boa"), said("dagelijks", source="politie"), Fate.BESIDE, True),
        (said("soms", source="boa"), said("soms", source="politie"), Fate.AGREES, False),
        (said("soms"), said("dagelijks"), Fate.BESIDE, True),
        (said("soms", source="politie"), said("dagelijks", source="politie"), Fate.BESIDE, True),
        (said("soms", source="politie", on=date(2026, 9, 1)), said("dagelijks", source="politie", on=date(2026, 10, 1)), Fate.NEWER, False),
        (said("soms", source="politie", on=date(2026, 10, 1)), said("dagelijks", source="politie", on=date(2026, 9, 1)), Fate.OLDER, False),
        (said("soms", source="politie", on=date(2026, 9, 1)), said("dagelijks", source="politie"), Fate.BESIDE, True),
    ],
)  # fmt: skip
def test_what_becomes_of_what_the_other_file_says(before: Said | None, comes: Said, fate: Fate, conflict: bool) -> None:
    case = Case({"frequentie": (before,)} if before else {})
    merged = merge(CATALOGUE, case, Case({"frequentie": (comes,)}))

    assert [item.fate for item in merged.taken] == [fate]
    assert bool(conflicts(CATALOGUE, merged.case)) == conflict


def test_a_file_merged_twice_changes_nothing_the_second_time() -> None:
    other = Case({"frequentie": (said("soms", source="politie"),), "acuut": (said("nee"),)})
    once = merge(CATALOGUE, two(), other, "station").case

    assert merge(CATALOGUE, once, other, "station").case == once


def test_a_file_without_problems_goes_to_the_problem_that_was_named_and_its_shared_facts_to_the_top() -> None:
    other = Case({"frequentie": (said("soms"),), "verordening_151c": (said("ja"),)})
    merged = merge(CATALOGUE, two(), other, "station").case

    assert merged.said_of("station")["frequentie"] == (said("soms"),)
    assert "frequentie" not in merged.said_of("winkels")
    assert merged.said["verordening_151c"] == (said("ja"),)


def test_of_two_dates_until_when_to_keep_the_earlier_one_stands() -> None:
    merged = merge(CATALOGUE, Case(keep_until=date(2027, 3, 1)), Case(keep_until=date(2027, 1, 1)))

    assert merged.case.keep_until == date(2027, 1, 1)
