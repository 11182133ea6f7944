"""What becomes of the answers in an older case: each comes out under a name of now, or as a former answer with the reason."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from helpers import CATALOGUE, answers_of
from histories import removed, renamed, with_history
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.history import Now, Standing, answer_now, form_now, question_now
from toolbox_cli.analysis.migrate import Former, Why, Words, migrated, worth_asking

CHAIN = with_history(
    {"questions": {"renamed": [renamed("hoe_vaak", "ritme")]}},
    {"questions": {"renamed": [renamed("ritme", "frequentie")]}},
)
REMOVED = with_history({"questions": {"removed": [removed("oud", "voogd")]}})
CHOICES = with_history(
    {"answers": [{"question": "gedrag", "renamed": [renamed("stelen", "winkeldiefstal")], "removed": [removed("lawaai")]}]},
    {"answers": [{"question": "gedrag", "removed": [removed("agressie", "bedreiging", "geweld")]}]},
)
BECAUSE = "Dit deed er niet meer toe"


def said(**answers: str | tuple[str, ...] | None) -> dict[str, Words]:
    return {name: (words,) if isinstance(words, str) else words for name, words in answers.items()}


def test_a_question_renamed_twice_gets_its_name_of_now() -> None:
    found = migrated(CHAIN, "1.0", said(hoe_vaak="wekelijks"))

    assert found.given == said(frequentie="wekelijks")
    assert (found.renamed_questions, found.former) == ((("hoe_vaak", "frequentie"),), ())


def test_a_question_is_followed_from_the_version_of_the_file() -> None:
    assert migrated(CHAIN, "2.0", said(ritme="soms")).given == said(frequentie="soms")
    assert migrated(CHAIN, "2.0", said(hoe_vaak="soms")).given == said(hoe_vaak="soms")  # no such name in 2.0: a fault in the file


def test_an_answer_to_a_removed_question_is_kept_with_the_reason() -> None:
    found = migrated(REMOVED, "1.0", said(oud="ja", frequentie="soms"))

    assert found.given == said(frequentie="soms")
    assert found.former == (Former("oud", ("ja",), Why.QUESTION_GONE, BECAUSE, "2.0", ("voogd",)),)


def test_a_removed_question_without_an_answer_leaves_nothing_to_keep() -> None:
    found = migrated(REMOVED, "1.0", said(oud=None))

    assert (dict(found.given), found.former) == ({}, ())


def test_what_stands_instead_has_its_name_of_now() -> None:
    catalogue = with_history(
        {"questions": {"removed": [removed("oud", "ritme", "weg")]}},
        {"questions": {"renamed": [renamed("ritme", "frequentie")], "removed": [removed("weg")]}},
    )

    assert question_now(catalogue, "1.0", "oud") == Now(None, BECAUSE, "2.0", ("frequentie",))


def test_a_renamed_answer_in_a_list_gets_its_name_of_now_in_its_place() -> None:
    found = migrated(CHOICES, "1.0", said(gedrag=("geweld", "Stelen")))

    assert found.given == said(gedrag=("geweld", "winkeldiefstal"))
    assert found.renamed_answers == (("gedrag", "Stelen", "winkeldiefstal"),)


def test_two_answers_that_became_one_stand_there_once() -> None:
    assert migrated(CHOICES, "1.0", said(gedrag=("winkeldiefstal", "stelen"))).given == said(gedrag="winkeldiefstal")


def test_a_removed_answer_in_a_list_leaves_the_others() -> None:
    found = migrated(CHOICES, "1.0", said(gedrag=("lawaai", "geweld")))

    assert found.given == said(gedrag="geweld")
    assert found.former == (Former("gedrag", ("lawaai",), Why.ANSWER_GONE, BECAUSE, "2.0", (), "gedrag"),)


def test_a_list_with_an_answer_that_was_split_becomes_unknown_for_the_rest() -> None:
    found = migrated(CHOICES, "1.0", said(gedrag=("agressie", "vervuiling")))

    assert found.given == said(gedrag=("vervuiling", "onbekend"))
    assert [(item.words, item.instead) for item in found.former] == [(("agressie",), ("bedreiging", "geweld"))]


def test_a_question_whose_only_answer_went_is_not_answered() -> None:
    assert migrated(CHOICES, "1.0", said(gedrag="lawaai")).given == said(gedrag=None)


def test_answers_follow_a_question_that_has_another_name() -> None:
    catalogue = with_history(
        {"answers": [{"question": "wat", "renamed": [renamed("stelen", "pakken")]}]},
        {
            "questions": {"renamed": [renamed("wat", "gedrag")]},
            "answers": [{"question": "gedrag", "renamed": [renamed("pakken", "diefstal")]}],
        },
    )

    assert migrated(catalogue, "1.0", said(wat="stelen")).given == said(gedrag="diefstal")


@pytest.mark.parametrize(
    ("old", "kept", "clash"),
    [("ja", "ja", False), ("Ja ", "ja", False), ("nee", "ja", True), (None, "ja", False), ("nee", None, False)],
)
def test_two_lines_for_one_question_leave_one_answer(old: str | None, kept: str | None, clash: bool) -> None:
    catalogue = with_history({"questions": {"renamed": [renamed("oud", "voogd")]}})
    found = migrated(catalogue, "1.0", said(oud=old, voogd=kept))

    assert found.given == said(voogd=kept or old)
    assert found.former == ((Former("oud", ("nee",), Why.ANOTHER_KEPT, question_now="voogd"),) if clash else ())


def test_of_two_old_questions_that_became_one_the_first_is_kept() -> None:
    catalogue = with_history({"questions": {"renamed": [renamed("een", "voogd"), renamed("twee", "voogd")]}})
    found = migrated(catalogue, "1.0", said(een="ja", twee="nee"))

    assert (found.given, [item.question for item in found.former]) == (said(voogd="ja"), ["twee"])


@pytest.mark.parametrize(("version", "standing"), [("", Standing.ABSENT), ("2.5", Standing.UNKNOWN), ("oud", Standing.UNKNOWN)])
def test_without_a_known_version_old_names_are_still_followed(version: str, standing: Standing) -> None:
    found = migrated(CHAIN, version, said(ritme="soms", gedrag="geweld"))

    assert (found.standing, found.given) == (standing, said(frequentie="soms", gedrag="geweld"))
    assert (found.new_questions, found.new_answers) == ((), {})


@pytest.mark.parametrize("version", ["3.1", "3.0.1", "2027.1"])
def test_a_newer_version_changes_nothing_and_is_told(version: str) -> None:
    found = migrated(CHAIN, version, said(ritme="soms"))

    assert (found.standing, found.given, found.changed, found.empty) == (Standing.NEWER, said(ritme="soms"), False, False)


@pytest.mark.parametrize("version", ["3.0", ""])
def test_nothing_to_do_is_nothing_to_tell(version: str) -> None:
    assert migrated(CHAIN, version, said(frequentie="soms")).empty


def test_new_questions_are_those_of_later_versions_that_are_not_answered() -> None:
    catalogue = with_history(
        {"questions": {"new": ["toen", "gedrag"]}}, {"questions": {"new": ["plaats"], "renamed": [renamed("toen", "tijd")]}}
    )

    assert migrated(catalogue, "1.0", said(gedrag="geweld")).new_questions == ("plaats", "tijd")
    assert migrated(catalogue, "2.0", {}).new_questions == ("plaats",)


@pytest.mark.parametrize(("answer", "shown"), [("geweld", True), ("onbekend", False), (None, False)])
def test_new_answers_are_shown_for_what_was_answered_before(answer: str | None, shown: bool) -> None:
    catalogue = with_history({"answers": [{"question": "gedrag", "new": ["drugs", "inbraak"]}]})

    assert migrated(catalogue, "1.0", said(gedrag=answer)).new_answers == ({"gedrag": ("drugs", "inbraak")} if shown else {})


def test_the_answers_of_a_new_question_are_not_new_answers() -> None:
    catalogue = with_history({"questions": {"new": ["gedrag"]}, "answers": [{"question": "gedrag", "new": ["drugs"]}]})

    assert migrated(catalogue, "1.0", said(gedrag="geweld")).new_answers == {}


def test_a_form_in_a_decision_is_followed_too() -> None:
    catalogue = with_history({"forms": {"renamed": [renamed("oud/apv", "gebiedsverbod/apv")], "removed": [removed("weg", "ivp")]}})
    found = migrated(catalogue, "1.0", {}, ["oud/apv", "weg", "meldkaart", "gebiedsverbod"])

    assert found.forms == (("oud/apv", Now("gebiedsverbod/apv")), ("weg", Now(None, BECAUSE, "2.0", ("ivp",))))
    assert form_now(catalogue, "3.0", "weg") == Now("weg")


def test_a_new_question_is_worth_asking_when_its_occasion_is_there() -> None:
    both = answers_of({"frequentie": "wekelijks", "leeftijd": ["16_17", "volwassen"]})
    adults = answers_of({"frequentie": "wekelijks", "leeftijd": "volwassen"})

    assert worth_asking(CATALOGUE, ["achttien_plus", "gedrag", "frequentie"], both) == ("achttien_plus", "gedrag")
    assert worth_asking(CATALOGUE, ["achttien_plus", "gedrag"], adults) == ("gedrag",)


def test_the_first_edition_loses_no_answer_in_the_shipped_history() -> None:
    found = migrated(CATALOGUE, "2026.11", said(nidos_voogd="ja", beperkt="nee", ovj_overleg="ja", dossier="ja"))

    assert found.given == said(ovj_overleg=None, dossier="ja")
    assert [item.question for item in found.former] == ["nidos_voogd", "beperkt", "ovj_overleg"]
    assert "achttien_plus" in found.new_questions


QUESTIONS = st.sampled_from(["een", "twee", "drie", "vier", "voogd", "gedrag", "nooit_bestaan"])
LINES = st.dictionaries(QUESTIONS, st.none() | st.lists(st.sampled_from(["a", "b", "c", "onbekend"]), unique=True, min_size=1).map(tuple))
MIXED = with_history(
    {
        "questions": {"renamed": [renamed("een", "voogd"), renamed("twee", "vier")], "removed": [removed("drie")]},
        "answers": [{"question": "gedrag", "renamed": [renamed("a", "b")]}, {"question": "vier", "removed": [removed("c", "a")]}],
    },
    {"questions": {"renamed": [renamed("vier", "voogd")]}, "answers": [{"question": "voogd", "renamed": [renamed("a", "z")]}]},
)


@given(LINES, st.sampled_from(["1.0", "2.0", "3.0", "4.0", "", "2.5"]))
def test_every_word_that_went_in_comes_out_and_no_other(lines: Mapping[str, Words], version: str) -> None:
    found = migrated(MIXED, version, lines)
    came: dict[str, set[str]] = {}

    for name, words in lines.items():
        now = question_now(MIXED, version, name).id or ""
        former = {word for item in found.former if item.question == name for word in item.words}
        for word in words or ():
            answer = answer_now(MIXED, version, name, word).id
            came.setdefault(now, {"onbekend"}).add(answer or "")
            assert word in former or answer in (found.given[now] or ())
    assert all(set(words or ()) <= came.get(name, set()) for name, words in found.given.items())


@given(LINES)
def test_a_second_time_nothing_changes(lines: Mapping[str, Words]) -> None:
    once = migrated(MIXED, "1.0", lines)

    assert migrated(MIXED, "3.0", once.given).given == once.given
