"""The municipality's own content on the command line: asked for with --own or TOOLBOX_OWN, marked wherever it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT
from own import Own, example_in, with_decision

from toolbox_cli.content import load

EXPECTED = Path(__file__).parent / "expected"
NOTE = "(eigen) is eigen inhoud van uw gemeente: niet uit de toolbox"
PROBLEM = ("--set", "plaats=park_plein", "--set", "frequentie=soms", "--set", "gedrag=ongerustheid", "--rest-unknown")

Call = Callable[..., Any]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return with_decision(example_in(tmp_path))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Own:
    """The same, once for the tests that change nothing in it."""
    return with_decision(example_in(tmp_path_factory.mktemp("gelezen")))


@pytest.fixture(scope="module")
def read_once() -> Call:
    """Reads a folder that does not change one time for all commands; most of the time of such a command is reading."""
    return cache(load.read_catalogue)


@pytest.fixture
def fixed(written: Own, read_once: Call, monkeypatch: pytest.MonkeyPatch) -> Own:
    """Own content that no test changes."""
    monkeypatch.setattr(load, "read_catalogue", read_once)
    return written


def test_the_short_advice_with_an_own_measure_is_as_expected(toolbox: Call, tmp_path: Path) -> None:
    done = toolbox("--own", example_in(tmp_path).folder, "analyse", *PROBLEM, "--short")

    assert done.code == 0
    assert _without_receipt(done.out) == (EXPECTED / "analyse-own-short.txt").read_text("utf-8")


def _without_receipt(text: str) -> str:
    """The receipt changes with every word of the content."""
    return re.sub(r"Kenmerk .*?\n\n", "", text, flags=re.DOTALL)


def test_own_content_gives_the_advice_another_receipt(toolbox: Call, own: Own) -> None:
    found = [toolbox(*extra, "analyse", *PROBLEM, "--short").out for extra in ((), ("--own", own.folder), ("--own", own.folder))]
    receipts = [re.findall(r"Kenmerk (\S+):", out) for out in found]

    assert receipts[0] != receipts[1] == receipts[2]
    assert receipts[0]


def test_the_whole_advice_says_which_measure_is_own(toolbox: Call, fixed: Own) -> None:
    out = toolbox("--own", fixed.folder, "analyse", *PROBLEM).out

    assert "Spreekuur op het Stationsplein (eigen) (aanbevolen)\n" in out
    assert " Herkomst         eigen inhoud van uw gemeente\n" in out
    assert " Partners         pleinteam (eigen) en politie\n" in out
    assert NOTE in out


SHOWN = {
    "the list of measures": (("measure",), "Kraam weghalen (eigen)"),
    "the list of partners": (("partner",), "Pleinteam van de gemeente Nergenshuizen (eigen)"),
    "the list of examples": (("practice",), "2025 (eigen)"),
    "a measure": (("measure", "pleinspreekuur"), " Soort            preventief; eigen inhoud van uw gemeente"),
    "a measure in full": (("measure", "pleinspreekuur", "--full"), " Herkomst         eigen inhoud van uw gemeente"),
    "a checklist": (("measure", "kraam weg", "--checklist"), "Afvinklijst: Kraam weghalen (eigen)"),
    "a partner": (("partner", "pleinteam"), " Herkomst         eigen inhoud van uw gemeente"),
    "an example": (("practice", "spreekuur-2025"), " Herkomst         eigen inhoud van uw gemeente"),
    "the legal test": (("check", "kraam-weghalen", "--no-input"), "Juridische toets: Kraam weghalen (eigen)"),
    "a condition in the legal test": (("check", "kraam-weghalen", "--no-input"), "plek. (eigen) [art. 2:10 APV"),
    "a search": (("search", "kraam"), "Kraam weghalen (eigen)"),
    "the explanation": (("analyse", *PROBLEM, "--explain"), "Spreekuur op het Stationsplein (eigen): aanbevolen"),
    "a question": (("questions", "plaats"), "Kraam weghalen (eigen)"),
    "a term": (("term", "kraam-weghalen", "--start", "2026-03-02"), "Termijn: Kraam weghalen (eigen)"),
    "an article": (("law", "nergenshuizen-2-10"), " Herkomst         eigen inhoud van uw gemeente"),
    "the powers": (("law",), "Kraam laten weghalen (eigen)"),
    "a shipped measure that relates to it": (("measure", "omwonendenoverleg", "--full"), "Spreekuur op het Stationsplein (eigen): Neem"),
    "the check of the content": (
        ("content", "check"),
        "Daarvan eigen inhoud van uw gemeente: 2 maatregelen, 1 partner, 1 voorbeeld, 1 voorwaarde en 1 artikel.",
    ),
}


@pytest.mark.parametrize(("arguments", "shown"), SHOWN.values(), ids=list(SHOWN))
def test_what_is_own_is_marked_as_own(toolbox: Call, fixed: Own, arguments: tuple[str, ...], shown: str) -> None:
    done = toolbox("--own", fixed.folder, *arguments, columns=110)

    assert done.code == 0, done.err
    assert shown in done.out or shown in " ".join(done.out.split())
    assert ("(eigen)" in done.out) == (NOTE in done.out)


JSON = {
    "a measure": (("measure", "pleinspreekuur"), lambda found: found),
    "a partner": (("partner", "pleinteam"), lambda found: found),
    "an example": (("practice", "spreekuur-2025"), lambda found: found),
    "the last in the list": (("measure",), lambda found: found[-1]),
    "the legal test": (("check", "kraam-weghalen"), lambda found: found),
    "a condition": (("check", "kraam-weghalen"), lambda found: found["conditions"][0]),
    "a hit": (("search", "kraam"), lambda found: found[0]),
    "a finding": (("analyse", *PROBLEM), lambda found: next(one for one in found["findings"] if one["measure"] == "kraam-weghalen")),
    "a partner of a finding": (
        ("analyse", *PROBLEM),
        lambda found: next(one for one in found["findings"] if one["measure"] == "kraam-weghalen")["partners"][0],
    ),
    "an article": (("law", "nergenshuizen-2-10"), lambda found: found),
}


@pytest.mark.parametrize(("arguments", "part"), JSON.values(), ids=list(JSON))
def test_other_programs_are_told_so_too(toolbox: Call, fixed: Own, arguments: tuple[str, ...], part: Call) -> None:
    found = part(json.loads(toolbox("--own", fixed.folder, *arguments, "--json").out))

    assert found["own"] is True
    assert "(eigen)" not in json.dumps(found, ensure_ascii=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("measure", "--json"),
        ("partner", "--json"),
        ("practice",),
        ("search", "overlast", "--json"),
        ("analyse", "--answers", ROOT / "examples" / "winkeldiefstal-centrum.yaml", "--rest-unknown"),
        ("analyse", "--answers", ROOT / "examples" / "winkeldiefstal-centrum.yaml", "--rest-unknown", "--json"),
        ("content", "check", "--json"),
    ],
)
def test_without_own_content_nothing_is_said_of_it(toolbox: Call, fixed: Own, arguments: tuple[object, ...]) -> None:
    before = toolbox(*arguments)
    assert toolbox("--own", fixed.folder, *arguments).out != before.out or arguments[0] == "search"
    after = toolbox(*arguments)

    assert before == after
    assert '"own"' not in before.out
    assert "(eigen)" not in before.out


def test_the_folder_may_stand_in_the_environment(toolbox: Call, own: Own, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conftest._STEERING", ())
    monkeypatch.setenv("TOOLBOX_OWN", str(own.folder))

    assert "eigen inhoud van uw gemeente" in toolbox("partner", "pleinteam").out
    assert "Daarvan eigen inhoud" in toolbox("content", "check").out


def test_an_empty_variable_means_no_own_content(toolbox: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conftest._STEERING", ())
    monkeypatch.setenv("TOOLBOX_OWN", "")

    assert toolbox("partner", "pleinteam").code == 4


def test_the_check_takes_the_folder_as_its_own_option(toolbox: Call, own: Own) -> None:
    done = toolbox("content", "check", "--own", own.folder, "--json")

    assert done.code == 0
    assert json.loads(done.out)["own"] == {"measures": 2, "partners": 1, "practices": 1, "conditions": 1, "articles": 1}


def test_a_fault_stops_every_command_and_says_how_to_check(toolbox: Call, own: Own) -> None:
    place = own.change("practices.yaml", "verlichting]", "verlichtinge]")
    done = toolbox("--own", own.folder, "measure", "gebiedsverbod")

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"toolbox: {place}: spreekuur-2025.forms.1: 'verlichtinge' bestaat niet; bedoelt u 'verlichting'?\n"
        f"Pas uw eigen inhoud aan en controleer haar met: toolbox content check --own {own.folder}\n"
    )


def test_what_rots_silently_is_told_by_the_check_only(toolbox: Call, own: Own) -> None:
    own.change(
        "rules.yaml", "{question: plaats, is: [station, park_plein]}", "{all: [{question: acuut, is: ja}, {question: acuut, is: nee}]}"
    )

    assert toolbox("--own", own.folder, "measure").code == 0
    assert "deze voorwaarde kan nooit gelden" in toolbox("content", "check", "--own", own.folder).err


def test_the_option_behind_the_command_is_told_where_it_stands(toolbox: Call, own: Own) -> None:
    done = toolbox("measure", "--own", own.folder)

    assert done.code == 2
    assert done.err == "toolbox: de optie --own staat vóór het commando: toolbox --own MAP measure\n"


def test_the_example_is_written_checked_and_never_written_over(toolbox: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = toolbox("content", "own", "eigen")

    assert done.code == 0
    assert "Alles daarin is verzonnen." in done.out
    assert toolbox("content", "check", "--own", "eigen").code == 0
    again = toolbox("content", "own", "eigen")
    assert (again.code, again.out) == (1, "")
    assert again.err.startswith("toolbox: eigen bestaat al en is niet leeg\n")
