"""The case commands: shown, corrected, split, merged; a wrong one says what to do and changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CASES, CATALOGUE

from toolbox_cli.content.case_file import read_case

Call = Callable[..., object]
HEAD = f'toolbox: antwoorden\nversion: 1\ncontent: "{CATALOGUE.edition.version}"\nanswers:\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "zaak.yaml"
    path.write_text(
        f"# mijn zaak\n{HEAD}  frequentie: wekelijks  # geteld in mei\n  gedrag: [intimidatie]\n\n  # volgens de wijkagent\n"
        "  personen_bekend: ja\n  leeftijd: [onder_12, 16_17]\n  twaalf_plus: ja\n  voogd: ja\n  acuut: nee\n",
        encoding="utf-8",
    )
    return path


def test_one_changed_answer_is_one_changed_line_and_remarks_stay(toolbox: Call, file: Path) -> None:
    before = file.read_text("utf-8").splitlines()
    done = toolbox("case", "set", file, "frequentie=dagelijks")
    after = file.read_text("utf-8").splitlines()

    assert done.code == 0
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
        ("  frequentie: wekelijks  # geteld in mei", "  frequentie: dagelijks  # geteld in mei")
    ]


@pytest.mark.parametrize("example", CASES, ids=lambda path: path.stem)
def test_in_every_example_one_changed_answer_is_one_changed_line(toolbox: Call, example: Path, tmp_path: Path) -> None:
    text = example.read_text("utf-8")
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    other = "dagelijks" if "frequentie: soms" in text or "problems:" in text else "soms"
    first = next(iter(read_case(path, CATALOGUE).problems), None)
    toolbox("case", "set", path, f"{first.id}.frequentie={other}" if first else f"frequentie={other}")

    assert sum(old != new for old, new in zip(text.splitlines(), path.read_text("utf-8").splitlines(), strict=True)) == 1


def test_what_hung_on_it_is_listed_and_appears_nowhere_any_more(toolbox: Call, file: Path) -> None:
    done = toolbox("case", "set", file, "personen_bekend=nee")
    shown = toolbox("case", "show", file, "--json")

    assert [line.split(": ")[1].split(" (")[0] for line in done.out.splitlines() if line.startswith("Vervallen")] == [
        "leeftijd", "twaalf_plus", "voogd",
    ]  # fmt: skip
    for gone in ("leeftijd", "twaalf_plus", "voogd", "16_17"):
        assert gone not in file.read_text("utf-8")
        assert gone not in shown.out
    assert "# volgens de wijkagent" in file.read_text("utf-8")


def test_shown_is_everything_per_section_and_nothing_is_asked_or_written(toolbox: Call, file: Path) -> None:
    before = file.read_bytes()
    done = toolbox("case", "show", file)

    assert done.code == 0
    for words in ("Wat er gebeurt", "ongeveer elke week", "Om wie het gaat", "Acuut gevaar"):
        assert words in done.out
    assert file.read_bytes() == before


def test_two_sources_that_differ_are_shown_and_count_as_unknown_until_somebody_chooses(toolbox: Call, file: Path) -> None:
    toolbox("case", "set", file, "frequentie=soms", "--source", "wijkagent", "--date", "3-10-2026")
    told = toolbox("case", "set", file, "frequentie=dagelijks", "--source", "winkeliers", "--certainty", "schatting")
    assert "spreken elkaar tegen" in told.out
    advice = toolbox("analyse", "--answers", file, "--rest-unknown")
    assert "Tegenspraak over hoe vaak het gebeurt: politie: af en toe (3 oktober 2026)" in " ".join(advice.out.split())
    plain = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)
    assert plain["answers"]["frequentie"] == "onbekend"

    refused = toolbox("case", "set", file, "frequentie=soms")
    assert refused.code == 2 and "--because" in refused.err
    chosen = toolbox("case", "set", file, "frequentie=soms", "--because", "de politie telt alle meldingen")
    assert chosen.code == 0
    plain = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)
    assert plain["answers"]["frequentie"] == "soms"
    assert "gekozen: de politie telt alle meldingen" in " ".join(toolbox("case", "show", file, columns=200).out.split())


def test_an_estimate_is_marked_above_the_advice(toolbox: Call, file: Path) -> None:
    toolbox("case", "set", file, "frequentie=dagelijks", "--source", "eigen")
    advice = toolbox("analyse", "--answers", file, "--rest-unknown").out

    assert advice.index("Schatting: hoe vaak het gebeurt is bijna elke dag") < advice.index("Maatregelen die vooraan staan")
    assert "eigen inschatting" in advice[advice.index("Wie wat heeft gezegd") :]


def test_problems_in_one_case_get_advice_each_and_a_part_together(toolbox: Call, file: Path) -> None:
    assert toolbox("case", "problem", file, "winkels").code == 2
    assert toolbox("case", "problem", file, "winkels", "--first", "station", "--title", "Diefstal in het centrum").code == 0
    assert toolbox("case", "set", file, "gedrag=geweld").code == 2
    toolbox("case", "set", file, "winkels.gedrag=winkeldiefstal", "winkels.plaats=winkelgebied", "winkels.frequentie=dagelijks")
    done = toolbox("analyse", "--answers", file, "--rest-unknown")
    plain = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)

    assert done.code == 0
    assert done.out.index("Advies over 2 problemen") < done.out.index("Probleem station") < done.out.index("Diefstal in het centrum\n")
    assert [problem["id"] for problem in plain["problems"]] == ["station", "winkels"]
    assert plain["problems"][0]["answers"]["gedrag"] == ["intimidatie"]
    alone = toolbox("check", "winkelverbod/individueel", "--answers", file, "--no-input")
    assert alone.code == 2 and "--problem" in alone.err
    assert toolbox("check", "winkelverbod/individueel", "--answers", file, "--no-input", "--problem", "winkels").code == 0


def test_the_advice_on_a_problem_is_the_same_alone_and_beside_another(toolbox: Call, file: Path) -> None:
    alone = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)
    toolbox("case", "problem", file, "winkels", "--first", "station")
    toolbox("case", "set", file, "winkels.gedrag=winkeldiefstal,wapens", "winkels.personen_bekend=ja", "winkels.leeftijd=volwassen")
    beside = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)["problems"][0]

    assert beside["findings"] == alone["findings"]


def test_files_of_partners_are_put_together_and_conflicts_listed(toolbox: Call, file: Path, tmp_path: Path) -> None:
    (tmp_path / "politie.yaml").write_text("source: politie\ndate: 2026-10-03\nanswers:\n  frequentie: soms\n  vaste_plek: ja\n", "utf-8")
    (tmp_path / "winkels.yaml").write_text(
        "source: ondernemers\ndate: 2026-10-05\nanswers:\n  frequentie: dagelijks\n  tijd: [avond]\n", "utf-8"
    )
    done = toolbox("case", "merge", file, tmp_path / "politie.yaml", tmp_path / "winkels.yaml")
    case = read_case(file, CATALOGUE)

    assert done.code == 0
    assert done.out.index("Bronnen die elkaar tegenspreken") < done.out.index("frequentie") < done.out.index("Toegevoegd")
    assert {item.source for item in case.said["frequentie"]} == {"", "politie", "ondernemers"}
    assert case.said["tijd"][0].source == "ondernemers"
    again = file.read_bytes()
    toolbox("case", "merge", file, tmp_path / "politie.yaml")
    assert file.read_bytes() == again


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("set", "{file}"), 2, "noem wat er verandert"),
        (("set", "{file}", "frequentie"), 2, "schrijf vraag=antwoord"),
        (("set", "{file}", "frequentei=soms"), 2, "bedoelt u 'frequentie'"),
        (("set", "{file}", "frequentie=vaak"), 2, "kies uit"),
        (("set", "{file}", "frequentie=soms", "--source", "niemand bekend"), 2, "deze bron is onbekend"),
        (("set", "{file}", "frequentie=soms", "--date", "31-2-2026"), 2, "deze dag bestaat niet"),
        (("set", "{file}", "frequentie=soms", "--certainty", "misschien"), 2, "kies uit zeker"),
        (("set", "{file}", "frequentie=geen"), 1, "geen incidenten"),
        (("set", "{file}", "station.frequentie=soms"), 2, "het probleem 'station' is er niet"),
        (("set", "{file}", "onbekende="), 2, "deze vraag bestaat niet"),
        (("show", "weg.yaml"), 1, "dit bestand bestaat niet"),
        (("show", "{file}", "--problem", "station"), 2, "niet in problemen verdeeld"),
        (("problem", "{file}", "Station!", "--first", "a"), 2, "korte naam"),
        (("merge", "{file}", "weg.yaml"), 1, "dit bestand bestaat niet"),
        (("keep", "{file}", "--until", "ooit"), 2, "dit is geen dag"),
    ],
)
def test_what_is_wrong_is_said_in_dutch_and_the_file_stays_as_it_was(
    arguments: tuple[str, ...], code: int, words: str, toolbox: Call, file: Path
) -> None:
    before = file.read_bytes()
    done = toolbox("case", *(argument.replace("{file}", str(file)) for argument in arguments))

    assert (done.code, words in done.err) == (code, True), done.err
    assert done.out == ""
    assert file.read_bytes() == before
