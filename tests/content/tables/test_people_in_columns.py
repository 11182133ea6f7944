"""What a file holds about people: not in a label, a case number, a column with one value, a header or the name of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from figures import GUARD, read, text

from toolbox_cli.evidence.table import Incidents


def refused(found: Incidents) -> dict[str, str]:
    return {column.name: column.refused for column in found.columns if column.refused}


def rows_with(cells: list[str], name: str) -> bytes:
    lines = [f"{1 + at % 28}-1-2025;Vernieling;Markt;{cell}" for at, cell in enumerate(cells)]
    return text(f"Datum;Soort;Straat;{name}", *lines)


@pytest.mark.parametrize(
    "label",
    [
        "vergunninghouders", "overlast bewoners AZC", "AZC-bewoners", "COA-bewoner", "Overlast AMV", "amv-ers", "overlast VL", "Dublin",
        "arbeidsmigranten", "MOE-landers", "donkere man", "negroïde", "niet-Nederlands sprekend", "vreemd. overlast", "Asielgerelateerd",
        "procesweigeraar", "overlast asielzoekers", "overlast Algerijnen",
    ],
)  # fmt: skip
def test_a_kind_that_says_who_somebody_is_is_not_shown(label: str) -> None:
    assert GUARD(label) == ""


@pytest.mark.parametrize(
    "label",
    [
        "AZC", "azc-terrein", "Ter Apel", "Rondom AZC", "overlast rond azc", "Overlast azc", "asielzoekerscentrum", "AMV-locatie",
        "illegaal vuurwerk", "Illegale afvaldump", "Donkere steeg", "Winkeldiefstal", "Vreemd gedrag", "Bewoners centrum", "HTL",
        "VluchtelingenWerk",
    ],
)  # fmt: skip
def test_a_place_and_what_happened_are_shown(label: str) -> None:
    assert GUARD(label) == label


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["302157360", "123456782", "111222333"], "burgerservicenummers"),
        (["V-4140410144", "2070867289", "5920752228"], ""),
        (["0612345678", "0687654321", "0698765432"], "telefoonnummers"),
        (["Ahmed Yilmaz", "Youssef Jansen", "Fatima de Vries"], "lijkt op gegevens over personen of hun herkomst"),
    ],
)
def test_a_column_of_case_numbers_that_are_of_people_is_refused(tmp_path: Path, cells: list[str], kind: str) -> None:
    found = refused(read(tmp_path, rows_with(cells * 4, "Kenmerk")))

    assert "Kenmerk" in found
    assert found["Kenmerk"].startswith(kind)


@pytest.mark.parametrize("cells", [["2025001234", "2025001235", "2025001299"], ["PL0100-2025001", "PL0100-2025002", "PL0100-2025003"]])
def test_real_case_numbers_stay(tmp_path: Path, cells: list[str]) -> None:
    assert refused(read(tmp_path, rows_with(cells, "Kenmerk"))) == {}


@pytest.mark.parametrize(
    "cells",
    [
        ["statushouder"] * 6,
        ["geen", "verdachte Ahmed Yilmaz weggestuurd", "afgehandeld", "doorgezet", "open", "dicht"],
    ],
)
def test_one_value_about_people_is_enough_when_it_fills_the_column_or_is_a_sentence(tmp_path: Path, cells: list[str]) -> None:
    assert refused(read(tmp_path, rows_with(cells, "Stand"))) == {"Stand": "lijkt op gegevens over personen of hun herkomst"}


def test_a_column_with_one_other_value_is_only_not_used(tmp_path: Path) -> None:
    assert refused(read(tmp_path, rows_with(["afgehandeld"] * 6, "Stand"))) == {}
