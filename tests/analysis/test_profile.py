"""What a municipality's profile says about a case: only where it fits, never more than was noted, and each thing with its day."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.case import answers_of as answers_in
from toolbox_cli.analysis.case import heard_in
from toolbox_cli.analysis.profile import keep_until, local_of, statements_of
from toolbox_cli.analysis.profile_fields import fields_of
from toolbox_cli.model.case import PROFILE, Case, Said
from toolbox_cli.model.profile import Profile
from toolbox_cli.model.question import Answer, Answers

KNOWN = {"personen_bekend": "ja"}


def profile(**values: str | tuple[str, ...]) -> Profile:
    """A profile by the names of its fields, with __ for the dot."""
    return Profile({name.replace("__", "."): (words,) if isinstance(words, str) else words for name, words in values.items()})


AREA_BAN = profile(apv_gebiedsverbod="ja", apv_gebiedsverbod__conduct=("vernieling", "geweld"), apv_gebiedsverbod__date="2026-02-16")


def derived(notes: Profile, **case: str | list[str]) -> dict[str, str]:
    return {item.question: min(item.answer.values) for item in local_of(CATALOGUE, notes, answers_of({**KNOWN, **case})).derived}


# What was noted


def test_what_was_noted_is_said_by_the_profile_on_the_day_it_was_read_or_gone_through() -> None:
    noted = profile(apv_gebiedsverbod="ja", apv_gebiedsverbod__date="2026-02-16", locatie="in_gemeente", date="2026-03-02")
    said = statements_of(CATALOGUE, noted, answers_of(KNOWN))

    assert said["apv_gebiedsverbod"] == (Said(Answer(frozenset({"ja"})), PROFILE, date(2026, 2, 16)),)
    assert said["locatie"] == (Said(Answer(frozenset({"in_gemeente"})), PROFILE, date(2026, 3, 2)),)


def test_what_is_there_in_the_municipality_leaves_open_what_is_there_for_one_place() -> None:
    said = statements_of(CATALOGUE, profile(aanwezig=("lko", "meldkaart")), Answers())

    assert said["aanwezig"][0].answer == Answer(frozenset({"lko", "meldkaart"}), unknown=True)
    assert heard_in(CATALOGUE, Case(), profile=said)["aanwezig"].answer.unknown


@pytest.mark.parametrize(("case", "there"), [({"groep": "ja"}, True), ({"groep": "nee"}, False), ({}, True), ({"groep": "onbekend"}, True)])
def test_the_profile_is_silent_only_where_the_occasion_for_a_question_is_known_to_be_absent(case: dict[str, str], there: bool) -> None:
    said = statements_of(CATALOGUE, profile(apv_samenscholing="ja"), answers_of(case))

    assert ("apv_samenscholing" in said) is there


def test_what_nobody_knows_stays_unknown() -> None:
    said = statements_of(CATALOGUE, profile(apv_gebiedsverbod="onbekend"), answers_of(KNOWN))

    assert said["apv_gebiedsverbod"][0].answer == Answer(unknown=True)


def test_another_answer_in_the_case_is_a_conflict_and_counts_as_unknown() -> None:
    case = Case({"personen_bekend": (Said(Answer(frozenset({"ja"}))),), "apv_gebiedsverbod": (Said(Answer(frozenset({"nee"}))),)})
    said = statements_of(CATALOGUE, AREA_BAN, answers_in(CATALOGUE, case))
    heard = heard_in(CATALOGUE, case, profile=said)["apv_gebiedsverbod"]

    assert heard.conflict
    assert heard.answer == Answer(unknown=True)


# What follows from it


@pytest.mark.parametrize(
    ("conduct", "complete", "gedrag", "follows"),
    [
        (("vernieling", "geweld"), "nee", ["geweld"], "ja"),
        (("vernieling", "geweld"), "nee", ["geweld", "ongerustheid"], "ja"),
        (("vernieling", "geweld", "onbekend"), "nee", ["geweld"], "ja"),
        (("vernieling", "geweld"), "ja", ["winkeldiefstal"], "nee"),
        (("vernieling", "geweld"), "ja", ["winkeldiefstal", "ongerustheid"], "nee"),
        (("vernieling", "geweld"), "nee", ["winkeldiefstal"], None),
        (("vernieling", "geweld"), "onbekend", ["winkeldiefstal"], None),
        (("vernieling", "geweld", "onbekend"), "ja", ["winkeldiefstal"], None),
        (("vernieling", "geweld"), "ja", ["winkeldiefstal", "geweld"], None),
        (("vernieling", "geweld"), "ja", ["geweld", "onbekend"], None),
        (("vernieling", "geweld"), "ja", ["onbekend"], None),
        (("vernieling", "geweld"), "ja", ["ongerustheid"], None),
        (("vernieling", "geweld"), "ja", ["geen"], None),
        (("onbekend",), "ja", ["geweld"], None),
        ((), "ja", ["geweld"], None),
    ],
)
def test_whether_an_article_covers_the_conduct_follows_only_from_all_or_none_of_it(
    conduct: tuple[str, ...], complete: str, gedrag: list[str], follows: str | None
) -> None:
    notes = profile(apv_gebiedsverbod="ja", apv_gebiedsverbod__conduct=conduct, apv_gebiedsverbod__complete=complete)

    assert derived(notes, gedrag=gedrag).get("apv_dekt_gedrag") == follows


def test_nothing_follows_while_the_conduct_was_not_asked() -> None:
    assert derived(AREA_BAN) == {}


@pytest.mark.parametrize(("steps", "follows"), [("geen_stappen", "geen_stappen"), ("stappen", None), ("onbekend", None)])
def test_which_step_follows_only_for_an_article_without_steps(steps: str, follows: str | None) -> None:
    assert derived(profile(apv_gebiedsverbod="ja", apv_gebiedsverbod__steps=steps)).get("apv_stap") == follows


@pytest.mark.parametrize("case", [{"apv_gebiedsverbod": "nee"}, {"personen_bekend": "onbekend", "apv_gebiedsverbod": "nee"}])
def test_nothing_follows_from_an_article_about_which_the_case_says_otherwise(case: dict[str, str]) -> None:
    assert derived(AREA_BAN, gedrag=["geweld"], **case) == {}


def test_an_answer_that_goes_before_the_profile_takes_away_what_follows_from_it() -> None:
    case = answers_of({**KNOWN, "gedrag": ["geweld"]})

    assert "apv_dekt_gedrag" in local_of(CATALOGUE, AREA_BAN, case).statements
    assert "apv_dekt_gedrag" not in local_of(CATALOGUE, AREA_BAN, case, frozenset({"apv_gebiedsverbod"})).statements
    assert "apv_dekt_gedrag" not in local_of(CATALOGUE, AREA_BAN, case, frozenset({"apv_dekt_gedrag"})).statements


def test_what_follows_says_why_and_has_the_day_of_the_article() -> None:
    item = local_of(CATALOGUE, AREA_BAN, answers_of({**KNOWN, "gedrag": ["geweld"]})).derived[0]

    assert item.because == CATALOGUE.profile.covers[0].all_because
    assert item.on == date(2026, 2, 16)


# Keeping


@pytest.mark.parametrize(("months", "until"), [("12", date(2027, 1, 31)), ("1", date(2026, 2, 28)), ("onbekend", None), (None, None)])
def test_a_new_case_is_kept_for_the_months_of_the_profile(months: str | None, until: date | None) -> None:
    assert keep_until(profile(retention_months=months) if months else Profile(), date(2026, 1, 31)) == until


def test_every_field_has_a_name_and_a_place_of_its_own() -> None:
    fields = fields_of(CATALOGUE)

    assert len({field.name for field in fields}) == len({field.place for field in fields}) == len(fields)
