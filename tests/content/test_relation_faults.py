"""Seed one wrong relation in the shipped content: it is found, named and nothing else is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_content_faults import Content, copy_of_content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def add(content: Content, kind: str, first: str, second: str, more: str = "  text: Zomaar een zin.\n") -> int:
    """Append a relation; return the line it starts on."""
    record = f"- id: proef\n  kind: {kind}\n  forms: [{first}, {second}]\n{more}"
    return content.append("relations.yaml", record + ("" if "source:" in more else "  source: [eigen lezing]\n"))


def test_a_relation_between_two_forms_that_had_none_is_no_fault(content: Content) -> None:
    add(content, "together", "meldkaart", "ivp")

    assert content.faults() == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("meldplicht/172a", "gebiedsverbod/172a"), ("gebiedsverbod/172a", "meldplicht/172a"), ("gebiedsverbod/172a", "meldplicht")],
    ids=["the other way round", "the same way round", "by the name of the measure"],
)
def test_a_pair_that_stands_twice_names_the_first(content: Content, first: str, second: str) -> None:
    line = add(content, "together", first, second)

    assert content.fault() == (
        f"data/relations.yaml:{line + 2}: proef.forms: dit paar staat al bij 'samen-gebiedsverbod-172a-meldplicht-172a'; houd er één"
    )


def test_a_whole_measure_counts_as_each_of_its_forms(content: Content) -> None:
    add(content, "together", "toezicht", "messenverbod/apv")

    assert "dit paar staat al bij 'samen-toezicht-boa-messenverbod-apv'" in content.fault()


@pytest.mark.parametrize(
    ("kind", "first", "second", "stands"),
    [
        ("not_together", "gebiedsverbod/172a", "meldplicht/172a", "'together'"),
        ("together", "gebiedsverbod/apv", "meldplicht/172a", "'not_together'"),
        ("together", "gebiedsverbod/172-3", "gebiedsverbod/apv", "'goes_before'"),
    ],
)
def test_a_pair_cannot_be_together_and_not_together(content: Content, kind: str, first: str, second: str, stands: str) -> None:
    add(content, kind, first, second)

    assert re.search(rf"proef\.forms: dit paar is hier '{kind}' en bij '\S+' {stands}; kies één van beide$", content.fault())


def test_a_pair_may_be_told_apart_beside_what_else_holds(content: Content) -> None:
    add(content, "distinguish", "groepsverbod/172a", "gebiedsverbod/172a")

    assert content.faults() == []


@pytest.mark.parametrize("second", ["meldkaart", "gebiedsverbod"])
def test_a_form_is_not_related_to_itself(content: Content, second: str) -> None:
    first = "meldkaart" if second == "meldkaart" else "gebiedsverbod/apv"
    add(content, "distinguish", first, second)

    assert f"proef.forms: '{first}' staat hier aan beide kanten" in content.fault()


def test_an_unknown_form_is_named_with_the_nearest(content: Content) -> None:
    add(content, "together", "meldkaart", "gebiedsverbod/apf")

    assert "proef.forms.1: 'gebiedsverbod/apf' bestaat niet; bedoelt u 'gebiedsverbod/apv'?" in content.fault()


def test_three_forms_are_no_pair(content: Content) -> None:
    add(content, "together", "meldkaart", "ivp, kvo")

    assert "proef.forms" in content.fault()


def test_priorities_in_a_circle_are_found(content: Content) -> None:
    add(content, "goes_before", "noodmaatregelen/noodbevel", "bestuurlijke-boete/154b")
    content.append(
        "relations.yaml",
        "- id: terug\n  kind: goes_before\n  forms: [bestuurlijke-boete/154b, samenscholingsverbod]\n  text: En weer terug.\n"
        "  source: [eigen lezing]\n",
    )

    assert "terug.forms: 'bestuurlijke-boete/154b' gaat zo vóór en na 'samenscholingsverbod/apv'" in content.fault()


def test_a_condition_that_the_second_form_does_not_have_enforces_nothing(content: Content) -> None:
    line = content.spoil(
        "relations.yaml", r"enforced_by: geen-apv", "enforced_by: acuut", after=r"^- id: gebiedsverbod-apv-voor-gebiedsverbod-172-3$"
    )
    content.spoil("powers.yaml", r"      - acuut\n", "", after=r"^  - id: gemw-172-3$")

    assert f"data/relations.yaml:{line}" in " ".join(content.faults())
    assert "gebiedsverbod-apv-voor-gebiedsverbod-172-3.enforced_by: 'acuut' is geen voorwaarde van 'gebiedsverbod/172-3'" in " ".join(
        content.faults()
    )


def test_dropping_the_condition_that_enforces_a_priority_is_found(content: Content) -> None:
    content.spoil("powers.yaml", r"      - geen-apv\n", "", after=r"^  - id: gemw-172-3$")

    found = content.faults()
    assert len(found) == 2
    assert all("'geen-apv' is geen voorwaarde van 'gebiedsverbod/172-3'" in fault for fault in found)


def test_every_form_of_a_measure_that_comes_second_must_have_the_condition(content: Content) -> None:
    content.spoil("powers.yaml", r", uiterste-middel-175,", ",", after=r"^  - id: gemw-176$")

    found = content.faults()
    assert found != []
    assert all("'uiterste-middel-175' is geen voorwaarde van 'noodmaatregelen/noodverordening'" in fault for fault in found)


def test_an_unknown_condition_is_named_with_the_nearest(content: Content) -> None:
    content.spoil("relations.yaml", r"enforced_by: geen-apv", "enforced_by: geen-avp")

    assert "'geen-avp' bestaat niet; bedoelt u 'geen-apv'?" in content.fault()


def test_only_a_priority_is_enforced(content: Content) -> None:
    add(content, "together", "meldkaart", "ivp", "  text: Samen.\n  enforced_by: geen-apv\n")

    assert "proef.enforced_by: dit hoort alleen bij 'goes_before'" in content.fault()


def test_a_relation_without_a_source_is_found(content: Content) -> None:
    add(content, "together", "meldkaart", "ivp", "  text: Samen.\n  source: []\n")

    assert "proef.source: de bron ontbreekt" in content.fault()


@pytest.mark.parametrize(
    "texts",
    ["", "  text_first: Alleen hier.\n", "  text_second: Alleen daar.\n", "  text: Beide.\n  text_first: En toch.\n"],
    ids=["no text", "only the first", "only the second", "both ways"],
)
def test_a_relation_has_one_text_or_one_for_each_side(content: Content, texts: str) -> None:
    add(content, "distinguish", "meldkaart", "ivp", texts or "  enforced_by:\n")

    assert "proef: geef 'text' voor beide kanten, of 'text_first' én 'text_second'; niet allebei" in content.fault()


def test_a_text_for_each_side_is_no_fault(content: Content) -> None:
    add(content, "distinguish", "meldkaart", "ivp", "  text_first: Van hier.\n  text_second: Van daar.\n")

    assert content.faults() == []
