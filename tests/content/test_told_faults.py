"""What residents read is complete and said once, and no choice reaches further than its question."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_content_faults import Content, copy_of_content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def test_a_form_that_residents_read_nothing_about_is_named(content: Content) -> None:
    content.spoil("readers.yaml", r"forms: \[meldkaart\]", "forms: [ivp]", after=r"^  - id: meldkaart$")
    found = " ".join(content.faults())

    assert "'meldkaart' ontbreekt; zeg wat inwoners over deze variant lezen" in found
    assert "'ivp' staat al bij een andere tekst; houd er één" in found


def test_a_form_that_does_not_exist_is_found(content: Content) -> None:
    line = content.spoil("readers.yaml", r"forms: \[meldkaart\]", "forms: [meldkaart, meldkart]", after=r"^  - id: meldkaart$")

    assert content.fault() == f"data/readers.yaml:{line}: meldkaart.forms.1: 'meldkart' bestaat niet; bedoelt u 'meldkaart'?"


def test_a_refusal_is_told_as_such_and_nothing_else_is(content: Content) -> None:
    first = content.spoil("readers.yaml", r"told: kan_niet", "told: doet", after=r"^  - id: niet-binnen$")
    second = content.spoil("readers.yaml", r"told: doet", "told: kan_niet", after=r"^  - id: straatcoach$")

    assert sorted(content.faults()) == sorted(
        [
            f"data/readers.yaml:{first}: niet-binnen.told: bij 'avondklok-bewoners' hoort kan_niet",
            f"data/readers.yaml:{second}: straatcoach.told: bij 'toezicht/straatcoach' hoort een ander woord dan kan_niet",
        ]
    )


def test_a_choice_does_not_reach_further_than_its_question(content: Content) -> None:
    content.spoil("questions.yaml", r"told_to: raad\}", "told_to: bewoners}", after=r"^  - id: gedrag$")

    assert "'bewoners' is niet kleiner dan de kring van de vraag (bewoners)" in content.fault()


def test_a_circle_that_does_not_exist_is_found(content: Content) -> None:
    content.spoil("questions.yaml", r"told_to: bewoners", "told_to: iedereen", after=r"^  - id: gedrag$")

    assert any(": gedrag.told_to: 'iedereen' kan hier niet" in fault for fault in content.faults())
