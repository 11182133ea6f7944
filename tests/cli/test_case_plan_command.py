"""Filling in the action plan of a case: kept with its remarks, refused with what would be right, and in every command that follows."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.case_file import read_case
from toolbox_cli.model.planned import Planned, PlannedMeasure

FORM = "toezicht/boa"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "winkeldiefstal-centrum.yaml", tmp_path / "zaak.yaml"))


def plan(file: Path, problem: str = "") -> Planned:
    return read_case(file, CATALOGUE).planned(problem)


def test_each_fact_of_a_measure_is_kept(file: Path, toolbox: Callable) -> None:
    done = toolbox(
        "case", "plan", file, FORM, "--owner", "Politie", "--start", "1-12-2026", "--until", "1-6-2027",
        "--indicator", "meldingen per vier weken", "--review", "1-3-2027",
    )  # fmt: skip

    assert done.code == 0
    assert plan(file).of(FORM) == PlannedMeasure(
        FORM, "politie", date(2026, 12, 1), date(2027, 6, 1), "meldingen per vier weken", date(2027, 3, 1)
    )
    assert "nog niet gekozen" in done.out


def test_what_is_not_given_stays_and_empty_takes_away(file: Path, toolbox: Callable) -> None:
    toolbox("case", "plan", file, FORM, "--owner", "teamleider handhaving", "--start", "1-12-2026")
    done = toolbox("case", "plan", file, FORM, "--owner", "")

    assert plan(file).of(FORM) == PlannedMeasure(FORM, start=date(2026, 12, 1))
    assert "teamleider handhaving is weggehaald" in done.out


def test_what_is_about_the_problem_is_kept(file: Path, toolbox: Callable) -> None:
    goals = ("--goal", "minder meldingen", "--goal", "meer aangiften")
    toolbox("case", "plan", file, *goals, "--communication", "winkeliers elke maand", "--displacement", "de markt", "--partner", "COA")

    assert plan(file) == Planned("", ("minder meldingen", "meer aangiften"), "winkeliers elke maand", "de markt", ("coa",))


def test_nothing_but_the_plan_changes_in_the_file(file: Path, toolbox: Callable) -> None:
    before = file.read_text("utf-8").replace("version: 1", "version: 2")
    toolbox("case", "plan", file, "--goal", "minder meldingen")

    assert file.read_text("utf-8") == f"{before}plan:\n  goals: [minder meldingen]\n"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((), 2, "noem wat u invult"),
        ((FORM,), 2, "noem wat u invult"),
        (("--owner", "politie"), 2, "zeg bij welke maatregel"),
        ((FORM, "--goal", "minder meldingen"), 2, "over het hele probleem"),
        (("toezicht", "--owner", "politie"), 2, "3 varianten"),
        (("toezigt/boa", "--owner", "politie"), 4, "Bedoelt u"),
        ((FORM, "--owner", "politei"), 2, "bedoelt u 'politie'"),
        (("--partner", "politei"), 4, "Bedoelt u politie?"),
        ((FORM, "--start", "31-2-2026"), 2, "deze dag bestaat niet"),
        ((FORM, "--start", "1-6-2027", "--until", "1-6-2026"), 2, "het einde ligt vóór de start"),
        ((FORM, "--start", "1-6-2027", "--review", "1-6-2026"), 2, "de evaluatiedatum ligt vóór de start"),
        (("--goal", "bel Jan de Vries"), 1, "hier staat een naam"),
        (("--goal", "Marokkanen weren"), 1, "naar herkomst"),
        (("--communication", "dit is een straf voor asielzoekers"), 1, "kan"),
        (("--goal", "een lesje leren"), 1, "straf"),
        (("verbod-voor-groep", "--owner", "politie"), 1, "kan niet volgens de wet"),
        (("--problem", "station", "--goal", "minder meldingen"), 2, "niet in problemen verdeeld"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    file: Path, toolbox: Callable, arguments: tuple[str, ...], code: int, says: str
) -> None:
    before = file.read_bytes()
    done = toolbox("case", "plan", file, *arguments)

    assert (done.code, file.read_bytes()) == (code, before)
    assert says in " ".join(done.err.split())


def test_the_plan_survives_the_other_commands(file: Path, toolbox: Callable) -> None:
    toolbox("case", "plan", file, FORM, "--owner", "politie")
    for command in (
        ("set", file, "frequentie=dagelijks"),
        ("choose", file, "meldkaart", "--date", "3-10-2026"),
        ("keep", file, "--until", "1-1-2028"),
    ):
        assert toolbox("case", *command).code == 0
        assert plan(file).of(FORM).owner == "politie"


def test_a_case_that_is_split_keeps_its_plan_under_the_first_problem(file: Path, toolbox: Callable) -> None:
    toolbox("case", "plan", file, FORM, "--owner", "politie")
    assert toolbox("case", "problem", file, "station", "--first", "winkels").code == 0

    assert plan(file, "winkels").of(FORM).owner == "politie"
    assert plan(file, "station").empty
    assert toolbox("case", "plan", file, "--goal", "minder meldingen").code == 2
    assert toolbox("case", "plan", file, "--problem", "station", "--goal", "minder meldingen").code == 0
    assert plan(file, "station").goals == ("minder meldingen",)


def test_the_plan_is_shown_in_words_and_as_json(file: Path, toolbox: Callable) -> None:
    toolbox("case", "plan", file, FORM, "--owner", "politie", "--start", "1-12-2026")

    assert "Start: 1 december 2026" in toolbox("case", "show", file).out
    (shown,) = json.loads(toolbox("case", "show", file, "--json").out)["plan"]
    assert shown["measures"][0]["start"] == "2026-12-01"


def test_a_merge_adds_what_lacks_and_names_what_differs(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    other = Path(shutil.copy(file, tmp_path / "ander.yaml"))
    toolbox("case", "plan", file, FORM, "--owner", "politie")
    toolbox("case", "plan", other, FORM, "--owner", "gemeente", "--start", "1-12-2026")
    toolbox("case", "plan", other, "--goal", "minder meldingen")
    done = toolbox("case", "merge", file, other)

    assert plan(file).of(FORM) == PlannedMeasure(FORM, "politie", date(2026, 12, 1))
    assert plan(file).goals == ("minder meldingen",)
    assert "eigenaar: gemeente; blijft: politie" in " ".join(done.out.split())


def test_days_of_two_files_that_make_no_sense_together_are_not_mixed(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    other = Path(shutil.copy(file, tmp_path / "ander.yaml"))
    toolbox("case", "plan", file, FORM, "--start", "1-6-2027")
    toolbox("case", "plan", other, FORM, "--until", "1-1-2027")
    done = toolbox("case", "merge", file, other)

    assert plan(file).of(FORM) == PlannedMeasure(FORM, start=date(2027, 6, 1))
    assert "einde: 1 januari 2027" in " ".join(done.out.split())


def test_a_case_past_its_date_goes_with_its_plan(file: Path, toolbox: Callable) -> None:
    toolbox("case", "plan", file, FORM, "--owner", "politie")
    toolbox("case", "keep", file, "--until", "1-1-2026")

    assert toolbox("case", "clean", file.parent, "--on", "2-1-2026", "--yes").code == 0
    assert not file.exists()
