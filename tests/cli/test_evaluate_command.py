"""Whether a measure helped, on the command line; and the baseline that is kept with it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from registrations import spread, write_csv

from toolbox_cli.content.case_file import read_case

BEFORE, AFTER, HALF = date(2025, 1, 6), date(2025, 7, 7), 182
ABOUT = ("--period", "6-1-2025..4-1-2026", "--definition", "alle meldingen")
LIGHT = "ov-afspraken"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """At the square incidents fall from two a day to one half; next door they rise by what was lost; elsewhere nothing changes."""
    rows = [
        *spread(BEFORE, HALF, 2, "Plein", seed=1), *spread(AFTER, HALF, 0.5, "Plein", seed=2),
        *spread(BEFORE, HALF, 1, "Laan", seed=3), *spread(AFTER, HALF, 2.5, "Laan", seed=4),
        *spread(BEFORE, HALF, 3, "Kade", seed=5), *spread(AFTER, HALF, 3, "Kade", seed=6),
    ]  # fmt: skip
    return write_csv(tmp_path / "incidenten.csv", rows)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "bekende-persoon-station.yaml", tmp_path / "zaak.yaml"))


def test_a_fall_and_what_moved_next_door_are_found(file: Path, toolbox: Callable) -> None:
    asked = ("evaluate", file, *ABOUT, "--start", "7-7-2025", "--place", "Plein", "--neighbour", "Laan", "--compare-place", "Kade")
    found = json.loads(toolbox(*asked, "--json").out)
    shown = " ".join(toolbox(*asked).out.split())

    assert found["effect"]["high"] < 1
    assert found["neighbours"][0]["word"] == "meer"
    assert found["net"]["low"] <= 1 <= found["net"]["high"]
    assert "Dat de maatregel de oorzaak is" in shown


def test_a_place_that_is_not_in_the_file_is_told_with_what_is(file: Path, toolbox: Callable) -> None:
    done = toolbox("evaluate", file, *ABOUT, "--start", "7-7-2025", "--place", "Markt")

    assert (done.code, done.out) == (2, "")
    assert "Plein" in done.err


def test_a_start_outside_the_period_gives_no_conclusion(file: Path, toolbox: Callable) -> None:
    found = json.loads(toolbox("evaluate", file, *ABOUT, "--start", "1-2-2026", "--place", "Plein", "--json").out)

    assert found["word"] == ""
    assert found["effect"] is None


def test_the_baseline_is_kept_with_the_measure_and_used_later(file: Path, case: Path, tmp_path: Path, toolbox: Callable) -> None:
    assert toolbox("case", "choose", case, LIGHT, "--date", "7-7-2025").code == 0
    first = write_csv(tmp_path / "eerder.csv", spread(BEFORE, HALF, 2, "Plein", seed=1) + spread(BEFORE, HALF, 3, "Kade", seed=5))
    stored = toolbox(
        "evaluate", first, "--period", "6-1-2025..6-7-2025", "--source", "politie", "--answers", case, "--measure", LIGHT,
        "--place", "plein", "--baseline",
    )  # fmt: skip
    (decision,) = read_case(case, CATALOGUE).decisions

    assert stored.code == 0, stored.err
    assert decision.baseline is not None
    assert (decision.baseline.number, decision.baseline.places) == (364, ("Plein",))
    found = json.loads(toolbox("evaluate", file, *ABOUT, "--answers", case, "--measure", LIGHT, "--json").out)
    assert found["start"] == "2025-07-07"
    assert "baseline_differs" not in found["cautions"]
    assert found["effect"]["high"] < 1
    assert "Nulmeting: 364 incidenten" in " ".join(toolbox("case", "show", case).out.split())


def test_figures_that_now_count_otherwise_are_noticed(file: Path, case: Path, tmp_path: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", case, LIGHT, "--date", "7-7-2025")
    less = write_csv(tmp_path / "minder.csv", spread(BEFORE, HALF, 1, "Plein", seed=1))
    toolbox("evaluate", less, "--period", "6-1-2025..6-7-2025", "--answers", case, "--measure", LIGHT, "--place", "Plein", "--baseline")
    found = json.loads(toolbox("evaluate", file, *ABOUT, "--answers", case, "--measure", LIGHT, "--json").out)

    assert "baseline_differs" in found["cautions"]


def test_a_baseline_is_never_overwritten_and_never_counts_days_of_the_measure(file: Path, case: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", case, LIGHT, "--date", "7-7-2025")
    asked = ("evaluate", file, "--answers", case, "--measure", LIGHT, "--place", "Plein", "--baseline", "--period")
    after, first, again = toolbox(*asked, "2025"), toolbox(*asked, "6-1-2025..6-7-2025"), toolbox(*asked, "6-1-2025..6-6-2025")
    (decision,) = read_case(case, CATALOGUE).decisions

    assert (after.code, first.code, again.code) == (2, 0, 2)
    assert "er is al een nulmeting" in again.err
    assert decision.baseline is not None
    assert decision.baseline.number == 364


@pytest.mark.parametrize(("measure", "warned"), [("meldkaart", True), (LIGHT, False)])
def test_a_measure_that_itself_gives_reports_is_said_to(measure: str, warned: bool, file: Path, case: Path, toolbox: Callable) -> None:
    assert toolbox("case", "choose", case, measure, "--date", "7-7-2025", "--reason", "de winkels vroegen erom").code == 0
    found = json.loads(toolbox("evaluate", file, *ABOUT, "--answers", case, "--measure", measure, "--place", "Plein", "--json").out)

    assert ("more_reports" in found["cautions"]) == warned


def test_a_measure_that_was_not_chosen_is_told(file: Path, case: Path, toolbox: Callable) -> None:
    done = toolbox("evaluate", file, *ABOUT, "--answers", case, "--measure", LIGHT)

    assert done.code == 2
    assert "toolbox case choose" in done.err


def test_a_baseline_of_what_a_registration_counts_leaves_a_case_that_can_be_read(file: Path, case: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", case, LIGHT, "--date", "7-7-2025")
    counted = ("--period", "6-1-2025..6-7-2025", "--definition", "incidenten waarbij asielzoekers betrokken zijn")
    stored = toolbox("evaluate", file, *counted, "--answers", case, "--measure", LIGHT, "--place", "Plein", "--baseline")

    assert stored.code == 0, stored.err
    assert toolbox("case", "show", case).code == 0


def test_a_baseline_of_places_that_are_not_shown_is_refused_and_the_case_stays(case: Path, tmp_path: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", case, LIGHT, "--date", "7-7-2025")
    rows = spread(BEFORE, HALF, 2, "Turkse Markt", seed=1) + spread(BEFORE, HALF, 2, "Plein", seed=2)
    about = ("--period", "6-1-2025..6-7-2025", "--definition", "alle meldingen")
    asked = ("evaluate", write_csv(tmp_path / "namen.csv", rows), *about, "--answers", case, "--measure", LIGHT, "--baseline")
    before = case.read_text("utf-8")
    done = toolbox(*asked, "--place", "plaats niet getoond (persoonsgegeven of herkomst)")

    assert (done.code, case.read_text("utf-8")) == (1, before), done.err


def test_the_json_holds_the_comparison_that_was_made(file: Path, toolbox: Callable) -> None:
    found = json.loads(toolbox("evaluate", file, *ABOUT, "--start", "7-7-2025", "--place", "Plein", "--neighbour", "Laan", "--json").out)

    assert found["comparison"]["label"] == "overige plaatsen"
    assert found["comparison"]["before"] > 0


@pytest.mark.parametrize(
    ("year", "definition", "says"),
    [
        ("2024", "alle meldingen", "dekken niet dezelfde dagen"),
        ("2025", "aangiften", "tellen niet hetzelfde"),
        ("2025", "", "wat meetelt"),
    ],
)
def test_figures_of_other_days_or_with_another_definition_are_not_compared(
    file: Path, tmp_path: Path, toolbox: Callable, year: str, definition: str, says: str
) -> None:
    other = write_csv(tmp_path / "elders.csv", spread(date(int(year), 1, 1), 300, 1, "Brink", seed=9))
    for path, of, what in ((file, "2025", "alle meldingen"), (other, year, definition)):
        beside = f"toolbox: cijfers\nversion: 1\nperiod: {{from: {of}-01-01, until: {of}-12-31}}\n"
        path.with_name(f"{path.name}.toolbox.yaml").write_text(beside + (f"definition: {what}\n" if what else ""), "utf-8")
    done = toolbox("evaluate", file, "--start", "7-7-2025", "--place", "Plein", "--compare", other)

    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_another_area_in_the_same_days_is_compared(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    other = write_csv(tmp_path / "elders.csv", spread(BEFORE, 364, 1, "Brink", seed=9))
    done = toolbox("evaluate", file, *ABOUT, "--start", "7-7-2025", "--place", "Plein", "--compare", other, "--json")

    assert json.loads(done.out)["comparison"]["before"] > 100


def test_a_measure_cannot_end_before_it_starts(file: Path, toolbox: Callable) -> None:
    done = toolbox("evaluate", file, *ABOUT, "--start", "7-7-2025", "--end", "1-3-2025", "--place", "Plein")

    assert (done.code, done.out) == (2, "")
    assert "--end" in done.err


def test_hours_next_door_are_called_by_their_hours_however_they_were_typed(file: Path, toolbox: Callable) -> None:
    asked = ("evaluate", file, *ABOUT, "--start", "7-7-2025", "--hours", "18-23", "--neighbour-hours", "23 tot 02 uur", "--json")

    assert json.loads(toolbox(*asked).out)["neighbours"][0]["label"] == "23-2 uur"


def test_a_place_counts_in_each_spelling(tmp_path: Path, toolbox: Callable) -> None:
    rows = (
        spread(BEFORE, 364, 1, "Café-plein", seed=1) + spread(BEFORE, 364, 1, "CAFE PLEIN", seed=2) + spread(BEFORE, 364, 1, "Kade", seed=3)
    )
    file = write_csv(tmp_path / "spelling.csv", rows)
    found = json.loads(toolbox("evaluate", file, *ABOUT, "--start", "7-7-2025", "--place", "cafe plein", "--json").out)

    assert found["target"]["before"] + found["target"]["after"] == 728
    assert found["comparison"]["before"] + found["comparison"]["after"] == 364


@pytest.mark.parametrize("option", ["--compare-place", "--neighbour"])
def test_a_measure_is_not_compared_with_itself(file: Path, toolbox: Callable, option: str) -> None:
    done = toolbox("evaluate", file, *ABOUT, "--start", "7-7-2025", "--place", "Plein", option, "plein")

    assert (done.code, done.out) == (2, "")
    assert option in done.err
