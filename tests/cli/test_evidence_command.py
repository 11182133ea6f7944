"""Files of figures on the command line: the period first, the same numbers everywhere, nothing small in public."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from helpers import ROOT
from registrations import spread, write_csv

EXAMPLE, SURVEY = ROOT / "examples" / "incidenten-voorbeeld.csv", ROOT / "examples" / "enquete-voorbeeld.csv"
YEAR = ("--period", "2025", "--source", "politie", "--definition", "alle meldingen")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = spread(date(2025, 1, 1), 364, 0.3, "Plein", seed=1) + spread(date(2025, 1, 1), 364, 0.1, "Laan", seed=2, kind="Geluidsoverlast")
    return write_csv(tmp_path / "incidenten.csv", [*rows, (date(2025, 3, 3), "", "Geluidsoverlast", "Kade")])


def test_without_a_period_no_number_is_given(file: Path, toolbox: Callable) -> None:
    done = toolbox("evidence", file, "--source", "politie")

    assert (done.code, done.out) == (2, "")
    assert "geef de periode" in done.err


def test_the_source_and_what_is_not_known_stand_with_the_numbers(file: Path, toolbox: Callable) -> None:
    done = toolbox("evidence", file, "--period", "2025", "--source", "politie")

    assert done.code == 0
    assert "146 incidenten" in done.out
    assert "1 januari 2025 tot en met 31 december 2025" in done.out
    assert re.search(r"Wat telt mee +niet opgegeven", done.out)


def test_sentence_table_and_json_say_the_same_numbers(file: Path, toolbox: Callable) -> None:
    shown, markdown = toolbox("evidence", file, *YEAR).out, toolbox("evidence", file, *YEAR, "--markdown").out
    picture = json.loads(toolbox("evidence", file, *YEAR, "--json").out)["registrations"][0]

    assert picture["total"] == 146
    assert [(item["label"], item["number"]) for item in picture["places"]["items"]] == [("Plein", 109), ("Laan", 36), ("Kade", 1)]
    assert sum(cell for row in picture["heat"]["cells"] for cell in row) + picture["heat"]["without"] == 146
    for number in ("Plein (109", "Laan (36"):
        assert number in shown
        assert number in markdown


def test_every_row_that_is_not_used_is_counted_with_its_number_and_reason(tmp_path: Path, toolbox: Callable) -> None:
    rows = [(date(2025, 1, 5), "12:00", "Vernieling", "Plein")] * 3
    file = write_csv(
        tmp_path / "in.csv", [*rows, ("31-02-2025", "12:00", "Vernieling", "Plein"), (date(2024, 1, 5), "9:00", "Vernieling", "Plein")]
    )
    picture = json.loads(toolbox("evidence", file, *YEAR, "--json").out)["registrations"][0]

    assert (picture["rows_read"], picture["rows_unused"], picture["total"]) == (5, 2, 3)
    assert sorted(row for item in picture["unused"] for row in item["rows"]) == [[5, 5], [6, 6]]
    assert all(item["reason"] for item in picture["unused"])


def test_in_public_no_small_number_is_shown(file: Path, toolbox: Callable) -> None:
    done = toolbox("evidence", file, *YEAR, "--public", "--json")
    picture = json.loads(done.out)["registrations"][0]

    numbers = [item["number"] for item in picture["places"]["items"]] + [cell for row in picture["heat"]["cells"] for cell in row]
    assert all(number is None or number >= 5 for number in numbers)
    assert all(item["number"] is None for item in picture["places"]["items"] if item["label"] == "Kade")
    assert "side_by_side" not in json.loads(done.out)


def test_a_comparison_needs_the_same_definition(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    other = write_csv(tmp_path / "vorig.csv", spread(date(2024, 1, 1), 364, 0.2, "Plein", seed=3))
    refused = toolbox("evidence", file, *YEAR, "--compare", other, "--compare-period", "2024", "--compare-definition", "alleen aangiften")
    done = toolbox("evidence", file, *YEAR, "--compare", other, "--compare-period", "2024", "--compare-definition", "Alle meldingen")

    assert "niet vergeleken" in refused.out.lower()
    assert "niet vergeleken" not in done.out.lower()
    assert "73" in done.out


def test_more_incidents_with_more_places_is_not_more_per_place(tmp_path: Path, toolbox: Callable) -> None:
    """The figures of the yearly monitor: incidents plus 47 per cent, occupancy plus 40 per cent."""
    header = ("Jaar", "Aantal incidenten")
    old, new = write_csv(tmp_path / "oud.csv", [(2021, 10_000)], header), write_csv(tmp_path / "nieuw.csv", [(2022, 14_700)], header)
    done = toolbox(
        "evidence", new, "--period", "2022", "--definition", "incident", "--places", "42000", "--compare", old, "--compare-period", "2021",
        "--compare-definition", "incident", "--compare-places", "30000", "--json",
    )  # fmt: skip
    comparison = json.loads(done.out)["registrations"][0]["comparisons"][0]

    assert comparison["ratio"]["value"] == pytest.approx(1.47)
    assert comparison["per_place"]["value"] == pytest.approx(1.05)


def test_the_mapping_that_was_saved_is_used_the_next_time(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    saved = file.with_name(f"{file.name}.toolbox.yaml")
    first = toolbox("evidence", file, *YEAR, "--save-mapping", saved, "--json")
    again = toolbox("evidence", file, "--json")

    assert first.code == 0, first.err
    assert again.out == first.out


def test_saving_a_mapping_destroys_no_other_file(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    case = tmp_path / "zaak.yaml"
    case.write_text("answers:\n  frequentie: soms\n", "utf-8")
    done = toolbox("evidence", file, *YEAR, "--save-mapping", case)

    assert done.code == 2
    assert case.read_text("utf-8") == "answers:\n  frequentie: soms\n"


def test_a_survey_stands_beside_the_registration_and_is_never_added_up(toolbox: Callable) -> None:
    done = toolbox("evidence", EXAMPLE, *YEAR, "--survey", SURVEY, "--invited", "winkeliers=60")

    assert done.code == 0, done.err
    assert "bevestigt" in done.out
    assert re.search(r"winkeliers +44 +60 +73%", done.out)
    assert "niet bij elkaar opgeteld" in " ".join(done.out.split())


def test_a_survey_has_a_period_of_its_own(toolbox: Callable) -> None:
    shown = " ".join(toolbox("evidence", EXAMPLE, *YEAR, "--survey", SURVEY).out.split())
    without = json.loads(toolbox("evidence", EXAMPLE, *YEAR, "--survey", SURVEY, "--json").out)
    given = json.loads(toolbox("evidence", EXAMPLE, *YEAR, "--survey", SURVEY, "--survey-period", "2025-03", "--json").out)

    assert "niet bekend over welke dagen zij gaat" in shown
    assert without["surveys"][0]["about"]["start"] is None
    assert "spreekt tegen" not in {row["status"] for row in without["side_by_side"]}
    assert (given["surveys"][0]["about"]["start"], given["surveys"][0]["about"]["end"]) == ("2025-03-01", "2025-03-31")
    assert given["registrations"][0]["about"]["start"] == "2025-01-01"


def test_a_period_of_a_survey_needs_a_survey(toolbox: Callable) -> None:
    done = toolbox("evidence", EXAMPLE, *YEAR, "--survey-period", "2025")

    assert (done.code, done.out) == (2, "")
    assert "hoort bij een enquête" in done.err


def test_pictures_are_saved_with_their_text_and_table(tmp_path: Path, toolbox: Callable) -> None:
    done = toolbox("evidence", EXAMPLE, *YEAR, "--pictures", tmp_path / "figuren")

    assert done.code == 0, done.err
    kinds = {path.suffix for path in (tmp_path / "figuren").iterdir()}
    assert kinds == {".png", ".svg", ".txt", ".csv"}


def test_figures_for_the_public_never_stand_between_other_figures(tmp_path: Path, toolbox: Callable) -> None:
    folder = tmp_path / "figuren"
    first = toolbox("evidence", EXAMPLE, *YEAR, "--pictures", folder)
    again, public = (
        toolbox("evidence", EXAMPLE, *YEAR, "--pictures", folder),
        toolbox("evidence", EXAMPLE, *YEAR, "--public", "--pictures", folder),
    )

    assert (first.code, again.code, public.code) == (0, 0, 1)
    assert not any(path.name.startswith("openbaar") for path in folder.iterdir())


@pytest.mark.parametrize(
    ("period", "says"),
    [("2025..2026", "12 maanden, van januari 2026 tot en met december 2026"), ("2023", "Geen van de 146 rijen"), ("2025", "")],
)
def test_a_period_that_does_not_fit_the_rows_is_doubted(file: Path, period: str, says: str, toolbox: Callable) -> None:
    shown = " ".join(toolbox("evidence", file, "--period", period).out.split())

    assert ("Klopt de periode?" in shown) == bool(says)
    assert says in shown


def test_files_with_other_columns_are_never_added_up(file: Path, tmp_path: Path, toolbox: Callable) -> None:
    other = write_csv(tmp_path / "coa.csv", [(date(2025, 2, 3), "Agressie")], ("Datum voorval", "Aard incident"))
    same = write_csv(tmp_path / "meer.csv", spread(date(2025, 1, 1), 364, 0.1, "Plein", seed=4))
    totals = [item["total"] for item in json.loads(toolbox("evidence", file, other, same, *YEAR, "--json").out)["registrations"]]

    assert totals == [182, 1]


def test_a_column_that_was_named_counts_for_the_file_that_has_it(tmp_path: Path, toolbox: Callable) -> None:
    rows = [(date(2025, 2, 3), "Vernieling")] * 6
    odd = write_csv(tmp_path / "odd.csv", rows, ("Moment van X", "Soort incident"))
    done = toolbox("evidence", odd, *YEAR, "--column", "datum=Moment van X", "--survey", SURVEY, "--json")
    nobody = toolbox("evidence", odd, *YEAR, "--column", "datum=Moment van Y", "--survey", SURVEY)

    assert done.code == 0, done.err
    assert json.loads(done.out)["registrations"][0]["total"] == 6
    assert nobody.code != 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--column", "kleur=Straat"], "geef een rol"),
        (["--column", "plaats=Wijk"], "Wijk"),
        (["--meaning", "Vernieling=iets"], "dit antwoord bestaat niet"),
        (["--event", "meldkaart"], "geef een dag"),
        (["--places", "veel"], "geen aantal"),
        (["--source", "Jan Jansen, 06-12345678"], "een telefoonnummer"),
    ],
)
def test_what_cannot_be_is_told_with_what_would_be_right(file: Path, options: list[str], says: str, toolbox: Callable) -> None:
    done = toolbox("evidence", file, "--period", "2025", *options)

    assert done.code in (1, 2)
    assert done.out == ""
    assert says in done.err


def test_no_file_at_all_is_told(toolbox: Callable) -> None:
    assert toolbox("evidence").code == 2
    assert toolbox("evidence", "er-is-niets.csv", "--period", "2025").code == 1


def test_every_line_fits_the_terminal(toolbox: Callable) -> None:
    done = toolbox("evidence", EXAMPLE, *YEAR, "--survey", SURVEY)

    assert [line for line in done.out.splitlines() if len(line) > 80] == []


def test_the_name_of_a_comparison_names_nobody(file: Path, toolbox: Callable) -> None:
    done = toolbox(
        "evidence", file, *YEAR[2:], "--period", "2025-07..2025-12", "--compare-period", "2025-01..2025-06", "--compare-name", "Jan Jansen"
    )

    assert done.code != 0
    assert "Jansen" not in done.out + done.err


def test_two_problems_with_one_title_are_both_shown(tmp_path: Path, toolbox: Callable) -> None:
    case = tmp_path / "zaak.yaml"
    problems = "".join(
        f"  {name}: {{title: Station, answers: {{gedrag: [{what}]}}}}\n" for name, what in (("a", "vernieling"), ("b", "rondhangen"))
    )
    case.write_text(f"toolbox: antwoorden\nversion: 2\nproblems:\n{problems}", "utf-8")
    done = toolbox("evidence", EXAMPLE, *YEAR, "--survey", SURVEY, "--answers", case)

    assert done.code == 0, done.err
    assert done.out.count("naast elkaar: Station") == 2


SELECTS = ["overlast door asielzoekers uit Syrië", "Marokkanen", "incidenten met Algerijnen"]


@pytest.mark.parametrize("words", SELECTS)
@pytest.mark.parametrize("option", ["--definition", "--source", "--registered-by", "--event", "--compare-name", "--compare-definition"])
def test_what_selects_people_by_origin_is_refused_with_what_can_be(option: str, words: str, file: Path, toolbox: Callable) -> None:
    typed = f"1-3-2025={words}" if option == "--event" else words
    done = toolbox("evidence", file, "--period", "2025", option, typed)

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"toolbox: {option}: dit kan hier niet staan")
    assert "Wat wel kan: tel gedrag, plaats en tijd" in done.err


@pytest.mark.parametrize("words", ["overlast rond het azc", "COA", "incidenten rond de opvanglocatie", "alle meldingen"])
@pytest.mark.parametrize("option", ["--definition", "--source", "--registered-by"])
def test_a_place_or_a_source_is_no_origin(option: str, words: str, file: Path, toolbox: Callable) -> None:
    done = toolbox("evidence", file, "--period", "2025", option, words)

    assert done.code == 0
    assert "telt incidenten naar wie iemand is" not in done.out


@pytest.mark.parametrize("words", ["incidenten waarbij COA-bewoners betrokken zijn", "incidenten met asielzoekers"])
def test_a_registration_that_counts_by_status_is_shown_with_a_warning_on_top(words: str, file: Path, toolbox: Callable) -> None:
    done = toolbox("evidence", file, "--period", "2025", "--definition", words)

    assert done.code == 0
    assert " ".join(done.out.split()).index("Deze registratie telt incidenten naar wie iemand is") < done.out.index("In het kort")
    told = json.loads(toolbox("evidence", file, "--period", "2025", "--definition", words, "--json").out)
    assert told["registrations"][0]["counts_people"]


def test_origin_in_a_description_file_is_refused(file: Path, toolbox: Callable) -> None:
    file.with_name(f"{file.name}.toolbox.yaml").write_text("toolbox: cijfers\nversion: 1\ndefinition: overlast door Syriërs\n", "utf-8")

    done = toolbox("evidence", file, "--period", "2025")

    assert done.code != 0
    assert "zegt wie mensen zijn" in done.err


def test_only_columns_that_were_used_are_kept(tmp_path: Path, toolbox: Callable) -> None:
    rows = [(date(2025, 1, 1 + at), "12:00", "Vernieling", f"Dorpsstraat {at + 1}") for at in range(12)]
    file, kept = write_csv(tmp_path / "in.csv", rows), tmp_path / "m.yaml"

    assert toolbox("evidence", file, *YEAR, "--save-mapping", kept).code == 0
    assert "Soort incident" in kept.read_text("utf-8")
    assert "Straat" not in kept.read_text("utf-8")


@pytest.mark.parametrize("form", [[], ["--json"], ["--markdown"], ["--public"]])
def test_a_name_in_a_header_or_the_name_of_a_file_is_repeated_nowhere(form: list[str], tmp_path: Path, toolbox: Callable) -> None:
    header = ("Datum", "Soort incident", "Ahmed Yilmaz", "Verdachte Ahmed Yilmaz")
    rows = [(date(2025, 1, 1 + at), "Vernieling", "x", "y") for at in range(12)] + [("geen", "Vernieling", "x", "y")]
    file = write_csv(tmp_path / "Ahmed Yilmaz BSN.csv", rows, header)

    done = toolbox("evidence", file, *YEAR, *form)

    assert done.code == 0
    assert "Yilmaz" not in done.out + done.err
    assert "bestand 1" in done.out
    assert "kolom C" in done.out


def test_an_error_about_a_file_that_is_named_after_a_person_does_not_name_it(tmp_path: Path, toolbox: Callable) -> None:
    rows = [("Vernieling", "Markt")] * 5
    file = write_csv(tmp_path / "Ahmed Yilmaz BSN.csv", rows, ("Soort incident", "Straat"))

    for options in (YEAR, ["--source", "politie"], [*YEAR, "--survey", file]):
        done = toolbox("evidence", file, *options)
        assert done.code != 0
        assert "Yilmaz" not in done.out + done.err
