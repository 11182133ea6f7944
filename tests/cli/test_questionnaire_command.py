"""`toolbox questions --partner`: a form to print, an answer file to fill in, and the way back into the case."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

EXPECTED = Path(__file__).parent / "expected"
EXAMPLE = ROOT / "examples" / "winkeldiefstal-centrum.yaml"
CASE = """\
# zaak van de afdeling
toolbox: antwoorden
version: 2
content: "{version}"
answers:
  frequentie: wekelijks  # volgens de balie
  gedrag: [winkeldiefstal, intimidatie]
  plaats: winkelgebied
  personen_bekend: {{answer: nee, source: coa, date: 2026-09-30}}
  groep: onbekend
  acuut: nee
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "zaak.yaml"
    path.write_text(CASE.format(version=CATALOGUE.edition.version), "utf-8")
    return path


def filled(template: str, **answers: str) -> str:
    """The answer file with a date and these answers written behind their question."""
    text = re.sub(r"^date:.*$", "date: 2026-10-03", template, flags=re.MULTILINE)
    for name, answer in answers.items():
        text, count = re.subn(rf"^( +{name}:)$", rf"\1 {answer}", text, flags=re.MULTILINE)
        assert count == 1, name
    return text


def test_the_form_for_the_shopkeepers_is_this_text(toolbox: Callable) -> None:
    done = toolbox("questions", "--partner", "ondernemers")

    assert done.code == 0
    assert done.out == (EXPECTED / "questions-ondernemers.md").read_text("utf-8")
    assert done.err == ""


def test_the_answer_file_for_the_police_in_a_case_is_this_text(toolbox: Callable) -> None:
    done = toolbox("questions", "--partner", "politie", "--template", "--answers", EXAMPLE)

    expected = (EXPECTED / "questions-politie.yaml").read_text("utf-8")
    assert done.out == expected.replace("VERSION", CATALOGUE.edition.version)
    assert "lees het na voordat u het verstuurt" in done.err.replace("\n", " ")


@pytest.mark.parametrize(
    ("name", "partner"),
    [("police", "politie"), ("municipality", "gemeente"), ("shopkeepers", "ondernemers"), ("residents", "bewoners"), ("prosecutor", "om"),
     ("wijkagent", "politie"), ("Winkeliers", "ondernemers"), ("OvJ", "om"), ("polietie", "politie")],
)  # fmt: skip
def test_a_partner_goes_by_any_name(toolbox: Callable, name: str, partner: str) -> None:
    assert toolbox("questions", "--partner", name).out == toolbox("questions", "--partner", partner).out


def test_an_unknown_partner_gives_the_nearest_names(toolbox: Callable) -> None:
    done = toolbox("questions", "--partner", "burgermoeder")

    assert (done.code, done.out) == (4, "")
    assert "geen partner met de naam 'burgermoeder'" in done.err
    assert "Bedoelt u burgemeester" in done.err


def test_a_partner_who_can_answer_nothing_gets_a_sentence(toolbox: Callable) -> None:
    done = toolbox("questions", "--partner", "ind")

    assert done.code == 0
    assert done.out.startswith("IND: deze partner kan geen van de vragen beantwoorden.")
    assert json.loads(toolbox("questions", "--partner", "ind", "--json").out) == []


def test_with_a_case_only_what_is_open_there_is_asked(toolbox: Callable) -> None:
    every = json.loads(toolbox("questions", "--partner", "politie", "--json").out)
    still = json.loads(toolbox("questions", "--partner", "politie", "--answers", EXAMPLE, "--json").out)

    assert len(every) > 40
    assert [item["id"] for item in still] == ["omvang", "ernstige_vrees", "verdenking", "convenant"]


def test_details_are_only_there_when_asked_for(toolbox: Callable) -> None:
    plain = json.loads(toolbox("questions", "--partner", "politie", "--json").out)
    more = json.loads(toolbox("questions", "--partner", "politie", "--detail", "--json").out)

    assert not any(item["detail"] for item in plain)
    assert {item["id"] for item in plain} < {item["id"] for item in more}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frequentie", "--partner", "politie"], "kies één vraag of --partner"),
        (["--answers", EXAMPLE], "horen bij --partner"),
        (["--detail"], "horen bij --partner"),
        (["--partner", "politie", "--problem", "station"], "--problem hoort bij --answers"),
        (["--partner", "politie", "--answers", EXAMPLE, "--problem", "station"], "niet in problemen verdeeld"),
        (["--partner", "politie", "--template", "--json"], "kies --template of --json"),
    ],
)
def test_options_that_do_not_go_together_are_refused(toolbox: Callable, arguments: list[str], said: str) -> None:
    done = toolbox("questions", *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_terminal_gets_the_same_markdown(spawn_toolbox: Callable, toolbox: Callable) -> None:
    term = spawn_toolbox("questions", "--partner", "bewoners")
    term.expect_exact("een antwoord kan worden aangepast.")

    assert (term.before + term.after).replace("\r\n", "\n").strip() == toolbox("questions", "--partner", "bewoners").out.strip()


def test_a_filled_in_file_comes_back_into_the_case_with_its_source_and_date(toolbox: Callable, case: Path, tmp_path: Path) -> None:
    template = toolbox("questions", "--partner", "politie", "--template", "--answers", case).out
    theirs = tmp_path / "politie.yaml"
    guess = "{answer: [avond, onbekend], certainty: schatting}"
    theirs.write_text(filled(template, groep="ja", gebied_onderbouwd="onbekend", tijd=guess), "utf-8")

    done = toolbox("case", "merge", case, theirs)
    shown = toolbox("case", "show", case, columns=200).out
    text = case.read_text("utf-8")

    assert done.code == 0
    assert re.search(r"groep +in een groep +ja +politie, 3 oktober 2026", shown)
    assert re.search(r"tijd +de tijd +'s avonds en mogelijk meer +politie, 3 oktober 2026, schatting", shown)
    assert "groep: {answer: ja, source: politie, date: 2026-10-03}" in text
    for line in CASE.splitlines():
        if not line.startswith(("content", "  groep")):
            assert line.replace("{{", "{").replace("}}", "}") in text  # nothing of the case is gone, remarks neither


def test_what_a_partner_contradicts_is_listed_counts_as_unknown_and_is_asked_again(toolbox: Callable, case: Path, tmp_path: Path) -> None:
    template = toolbox("questions", "--partner", "politie", "--template").out
    theirs = tmp_path / "politie.yaml"
    theirs.write_text(filled(template, personen_bekend="ja"), "utf-8")
    assert "personen_bekend" not in [item["id"] for item in still_open(toolbox, case)]

    done = toolbox("case", "merge", case, theirs)
    shown = json.loads(toolbox("case", "show", case, "--json").out)
    (known,) = (item for item in shown["problems"][0]["answers"] if item["question"] == "personen_bekend")

    assert "Bronnen die elkaar tegenspreken" in done.out
    assert "personen_bekend: COA: nee (30 september 2026); politie: ja (3 oktober 2026)" in done.out.replace("\n   ", " ")
    assert known["conflict"]
    assert known["answer"] == ["onbekend"]
    assert [(item["source"], item["answer"]) for item in known["said"]] == [("coa", ["nee"]), ("politie", ["ja"])]
    assert "personen_bekend" in [item["id"] for item in still_open(toolbox, case)]


def still_open(toolbox: Callable, case: Path) -> list[dict]:
    found: list[dict] = json.loads(toolbox("questions", "--partner", "politie", "--answers", case, "--json").out)
    return found


def test_an_empty_answer_file_adds_nothing(toolbox: Callable, case: Path, tmp_path: Path) -> None:
    before = case.read_bytes()
    theirs = tmp_path / "leeg.yaml"
    theirs.write_text(toolbox("questions", "--partner", "politie", "--template", "--answers", case).out, "utf-8")
    done = toolbox("case", "merge", case, theirs)

    assert done.code == 0
    assert "In leeg.yaml staat geen enkel antwoord." in done.out
    assert case.read_bytes() == before


def test_an_answer_file_without_a_date_is_taken_and_says_what_that_means(toolbox: Callable, case: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "politie.yaml"
    template = toolbox("questions", "--partner", "politie", "--template").out
    theirs.write_text(filled(template, groep="ja").replace("date: 2026-10-03", "date:"), "utf-8")
    done = toolbox("case", "merge", case, theirs)

    assert done.code == 0
    assert "Zonder datum: politie." in done.out
    assert "{answer: ja, source: politie}" in case.read_text("utf-8")


def test_each_problem_has_its_own_part_and_its_answers_come_back_there(toolbox: Callable, case: Path, tmp_path: Path) -> None:
    toolbox("case", "problem", case, "station", "--first", "winkels", "--title", "Rond het station")
    out = toolbox("questions", "--partner", "politie", "--answers", case).out
    template = toolbox("questions", "--partner", "politie", "--template", "--answers", case, "--problem", "station").out
    theirs = tmp_path / "politie.yaml"
    theirs.write_text(filled(template, frequentie="soms"), "utf-8")
    done = toolbox("case", "merge", case, theirs)

    about = re.findall(r"^## Over .*: (.*)$", out, re.MULTILINE)
    assert about == ["winkels", "Rond het station"]
    assert "- station.frequentie: af en toe (politie, 3 oktober 2026)" in done.out
    assert "Bronnen die elkaar tegenspreken" not in done.out  # the shops are another problem
