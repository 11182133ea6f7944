"""What somebody typed about a person never comes back on the screen. All names and numbers are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BSN, MAIL, PHONE, NAME, BORN = "111222333", "jan@voorbeeld.nl", "06-12345678", "Fatima Voorbeeld", "3 mei 1999"


@pytest.mark.parametrize("typed", [BSN, MAIL, PHONE, NAME, f"geboren {BORN}"])
@pytest.mark.parametrize(
    ("command", "field"),
    [
        (("measure",), "naam van de maatregel"),
        (("check",), "naam van de maatregel"),
        (("partner",), "naam van de partner"),
        (("practice",), "naam van het praktijkvoorbeeld"),
        (("search",), "zoekwoorden"),
        (("law",), "artikel"),
        (("questions",), "naam van de vraag"),
        (("analyse", "--set"), "--set"),
    ],
)
def test_a_look_up_of_a_person_is_refused_with_the_field_named(
    toolbox: Callable[..., Any], command: tuple[str, ...], field: str, typed: str
) -> None:
    outcome = toolbox(*command, typed)

    assert outcome.code == 1
    assert outcome.err.startswith(f"toolbox: {field}: hier staat een ")
    assert typed not in outcome.out + outcome.err


@pytest.mark.parametrize("typed", [BSN, MAIL, PHONE, NAME])
@pytest.mark.parametrize(
    "command",
    [
        ("spuk-estimate", "--places"),
        ("spuk-estimate", "--places", "400", "--scheme"),
        ("measure", "--class"),
        ("measure", "--article"),
        ("measure", "--partner"),
        ("term", "gebiedsverbod/172a", "--start"),
        ("completion",),
        ("questions", "frequentie"),
        (),
    ],
)
def test_a_complaint_does_not_repeat_who_was_typed(toolbox: Callable[..., Any], command: tuple[str, ...], typed: str) -> None:
    outcome = toolbox(*command, typed)

    assert outcome.code in (1, 2, 4)
    assert typed not in outcome.out + outcome.err


@pytest.mark.parametrize("typed", [BSN, MAIL, NAME])
def test_an_answer_about_a_person_is_refused_and_not_repeated(toolbox: Callable[..., Any], typed: str) -> None:
    outcome = toolbox("analyse", "--no-input", "--set", f"frequentie={typed}")

    assert outcome.code == 1
    assert outcome.err.startswith("toolbox: --set frequentie: hier staat een ")
    assert typed not in outcome.err


@pytest.mark.parametrize("typed", [BSN, MAIL, NAME])
def test_an_answer_file_about_a_person_is_refused_with_its_line_and_not_repeated(
    toolbox: Callable[..., Any], tmp_path: Path, typed: str
) -> None:
    file = tmp_path / "antwoorden.yaml"
    file.write_text(f"version: 1\n'{typed}': x\nanswers:\n  frequentie: '{typed}'\n  '{typed}': ja\n", encoding="utf-8")
    outcome = toolbox("analyse", "--no-input", "--answers", file)

    assert outcome.code == 1
    assert f"{file}:4: frequentie: hier staat een " in outcome.err
    assert f"{file}:5: [" in outcome.err
    assert typed not in outcome.err


def test_a_path_stays_readable(toolbox: Callable[..., Any], tmp_path: Path) -> None:
    outcome = toolbox("analyse", "--answers", tmp_path / "jan-jansen.yaml")

    assert "jan-jansen.yaml" in outcome.err


def test_a_path_with_a_number_of_a_person_is_masked(toolbox: Callable[..., Any], tmp_path: Path) -> None:
    outcome = toolbox("analyse", "--answers", tmp_path / f"zaak-{BSN}.yaml")

    assert "zaak-[burgerservicenummer].yaml" in outcome.err


def test_a_spelling_error_is_still_repeated(toolbox: Callable[..., Any]) -> None:
    outcome = toolbox("measure", "gebeidsverb")

    assert outcome.code == 4
    assert "'gebeidsverb'" in outcome.err
