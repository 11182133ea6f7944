"""Texts of made-up laws to parts and hashes: what counts as the same text, and what as another structure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.law_text import is_within, pairs, part_name, parts_of, scope_of, written

LEDEN = "1. De wachter sluit de poort:\n\na. bij storm;\n\nb. bij mist.\n\n2. Hij meldt dat de schout."


def test_leden_and_letters_become_parts_named_as_the_content_cites_them() -> None:
    assert list(parts_of(LEDEN)) == ["1", "1-a", "1-b", "2"]


def test_an_article_without_leden_is_one_part() -> None:
    assert list(parts_of("De wachter sluit de poort.")) == ["aanhef"]


def test_a_lead_in_without_a_number_stands_before_its_letters() -> None:
    assert list(parts_of("De poort blijft open, tenzij:\na. het stormt;\nb. het mist.")) == ["aanhef", "a", "b"]


def test_numbers_with_a_ring_stand_below_a_lid_or_below_a_letter() -> None:
    assert list(parts_of("1. Open is:\n1°. de poort;\n2°. de brug.\n2. Dicht.")) == ["1", "1-1°", "1-2°", "2"]
    assert list(parts_of("1. Open is:\na. de poort:\n1°. links;\n2°. rechts;\nb. de brug.")) == ["1", "1-a", "1-a-1°", "1-a-2°", "1-b"]


def test_inserted_leden_and_letters_keep_their_own_number() -> None:
    assert list(parts_of("1. Een.\n1a. Ander.\naa. dit;\n2. Twee.")) == ["1", "1a", "1a-aa", "2"]


def test_a_lid_numbered_without_a_full_stop_is_a_lid() -> None:
    assert parts_of("1 De wachter slaapt.\n2 De schout waakt.") == parts_of("1. De wachter slaapt.\n2. De schout waakt.")


def test_a_line_that_begins_with_a_year_or_an_amount_is_no_lid() -> None:
    assert list(parts_of("1. De poort is open van\n2012 tot later en kost\n40 cent.")) == ["1"]


@pytest.mark.parametrize(
    "other",
    [
        "1.   De wachter  sluit de\npoort:\na. bij storm;\nb. bij mist.\n2. Hij meldt dat\nde schout.",
        "1. De wachter sluit de poort:\r\na.\tbij storm;\r\nb. bij\u00a0mist.\r\n2.\r\nHij meldt dat de schout.",
        "1. De wach\u00adter sluit de poort:\na. bij storm;\nb. bij mist.\n\n\n\n2. Hij meldt dat de schout.\n",
    ],
)
def test_layout_is_no_text(other: str) -> None:
    assert parts_of(other) == parts_of(LEDEN)


def test_kinds_of_quotes_dashes_and_accents_are_no_text() -> None:
    assert parts_of("De „poort” – ’s nachts – is cafe\u0301.") == parts_of('De "poort" - \'s nachts - is café.')


@pytest.mark.parametrize("other", ["de wachter sluit de poort.", "De wachter sluit de poort", "De wachter sluit de poorten."])
def test_a_capital_a_full_stop_and_a_letter_are_text(other: str) -> None:
    assert parts_of(other) != parts_of("De wachter sluit de poort.")


def test_no_word_of_the_text_is_in_a_fingerprint() -> None:
    assert "poort" not in "".join(written(parts_of(LEDEN)))


def test_a_fingerprint_is_read_back_as_it_was_written() -> None:
    assert pairs(written(parts_of(LEDEN))) == parts_of(LEDEN)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_has_parts_and_white_space_around_it_changes_nothing(text: str) -> None:
    assert parts_of(f"\n  {text}  \n") == parts_of(text)


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("172a", ("172a", ())),
        ("8:81, eerste lid", ("8:81", ("1",))),
        ("56, eerste tot en met vierde lid", ("56", ("1", "2", "3", "4"))),
        ("3, eerste en derde lid", ("3", ("1", "3"))),
        ("3, eerste, derde tot en met vijfde en tiende lid", ("3", ("1", "3", "4", "5", "10"))),
        ("3, lid 2", ("3", ("2",))),
        ("3, lid 1a", ("3", ("1a",))),
        ("3, eerste lid (oude tekst)", None),
        ("1, onder n", None),
        ("drie en vier", None),
    ],
)
def test_the_heading_of_a_text_says_which_leden_it_holds(name: str, scope: object) -> None:
    assert scope_of(name) == scope


def test_one_lid_given_without_its_number_is_that_lid() -> None:
    assert parts_of("De wachter waakt.", ("2",)) == {"2": parts_of("2. De wachter waakt.")["2"]}
    assert list(parts_of("De wachter waakt:\na. altijd.", ("2",))) == ["2", "2-a"]


def test_a_lid_put_in_between_two_that_were_read_belongs_to_them() -> None:
    assert is_within("1a-b", ("1", "2"))
    assert not is_within("2a", ("1", "2"))
    assert not is_within("3", ("1", "2"))


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("6", "lid 6"),
        ("6-a", "lid 6 onder a"),
        ("1-a-2°", "lid 1 onder a, 2°"),
        ("a", "onder a"),
        ("1°", "onder 1°"),
        ("aanhef", "de aanhef"),
    ],
)
def test_a_part_is_named_as_a_jurist_cites_it(part: str, name: str) -> None:
    assert part_name(part) == name
