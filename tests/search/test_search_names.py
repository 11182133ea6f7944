"""Names to entries: exact before close, and a guess only when one entry is clearly meant."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.search.names import Named, close_to, find, plain, resolve
from toolbox_cli.search.text import index_of

BAN = Named("gebiedsverbod", ("Gebiedsverbod", "gebiedsontzegging"), "3.2", ("gebiedsverbod/apv", "gebiedsverbod/172a"))
GROUP = Named("groepsverbod", ("Groepsverbod",), "3.4", ("groepsverbod/172a",))
GATHER = Named("samenscholing", ("Samenscholingsverbod",), "3.4")
CARD = Named("meldkaart", ("Meldkaart (crisiskaart)", "kaart"), "2.5")
OTHER_CARD = Named("pas", ("Toegangspas", "kaart"))
ALL = (BAN, GROUP, GATHER, CARD, OTHER_CARD)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Gebieds-verbod", "gebieds verbod"),
        ("  Café  'De  Kroon' ", "cafe de kroon"),
        ("art. 172a/lid 1 & 2", "art. 172a/lid 1 & 2"),
        ("STRASSE ß", "strasse ss"),
        ("—", ""),
    ],
)
def test_accents_hyphens_quotes_and_capitals_do_not_matter(text: str, same: str) -> None:
    assert plain(text) == same


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("name", ["gebiedsverbod", "GEBIEDSVERBOD", " Gebiedsontzegging ", "gebiedsöntzegging"])
def test_an_id_a_name_and_a_synonym_all_lead_to_the_entry(name: str) -> None:
    assert resolve(ALL, name) == ("gebiedsverbod",)


def test_a_form_leads_to_the_form_itself() -> None:
    assert resolve(ALL, "Gebiedsverbod/172a") == ("gebiedsverbod/172a",)


def test_a_section_leads_to_every_entry_of_that_section() -> None:
    assert resolve(ALL, "3.4") == ("groepsverbod", "samenscholing")


def test_a_section_that_does_not_exist_leads_nowhere() -> None:
    assert resolve(ALL, "3.5") == ()


def test_a_name_of_two_entries_leads_to_both() -> None:
    assert resolve(ALL, "kaart") == ("meldkaart", "pas")


@pytest.mark.parametrize("name", ["gebeidsverbod", "gebiedverbod", "gebiedsverbot"])
def test_a_small_spelling_error_is_mended(name: str) -> None:
    assert resolve(ALL, name) == ("gebiedsverbod",)


def test_a_spelling_as_near_to_two_entries_is_not_guessed_but_both_are_offered() -> None:
    entries = (Named("winkelverbod", ()), Named("wijkelverbod", ()))

    assert find(entries, "wiskelverbod") == ()
    assert {entry.id for entry in close_to(entries, "wiskelverbod")} == {"winkelverbod", "wijkelverbod"}


@pytest.mark.parametrize("name", ["", "   ", "'", "fietsenstalling"])
def test_nothing_and_something_else_lead_nowhere(name: str) -> None:
    assert resolve(ALL, name) == ()


def test_each_close_entry_is_offered_once_and_the_nearest_first() -> None:
    found = [entry.id for entry in close_to(ALL, "groepsverbo")]

    assert found[0] == "groepsverbod"
    assert len(found) == len(set(found))


@given(st.text(max_size=30))
def test_whatever_is_typed_leads_to_entries_that_exist(name: str) -> None:
    known = {entry.id for entry in ALL} | {part for entry in ALL for part in entry.parts}

    assert set(resolve(ALL, name)) <= known


@pytest.mark.parametrize("kind", ["measure", "partner", "practice"])
def test_every_name_in_the_content_leads_to_its_own_entry(kind: str) -> None:
    entries = index_of(CATALOGUE)[kind]
    astray = [(name, entry.id) for entry in entries for name in (entry.id, *entry.names) if resolve(entries, name) != (entry.id,)]

    assert astray == []


def test_every_form_in_the_content_leads_to_itself() -> None:
    entries = index_of(CATALOGUE)["measure"]

    assert [form.id for form in CATALOGUE.forms if resolve(entries, form.id) != (form.id,)] == []


@pytest.mark.parametrize(
    ("word", "measure"),
    [
        ("huisarrest", "avondklok-bewoners"),
        ("avondklok", "avondklok-bewoners"),
        ("gebiedsontzegging", "gebiedsverbod"),
        ("cameratoezicht", "camera"),
        ("kvo", "kvo"),
    ],
)
def test_the_words_that_people_use_lead_to_the_measure(word: str, measure: str) -> None:
    (found,) = resolve(index_of(CATALOGUE)["measure"], word)

    assert found.startswith(measure)
