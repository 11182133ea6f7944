"""The commands as a whole: exit codes, streams, JSON, Dutch, and what a newcomer types first."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CASES, ROOT

EXAMPLE = ROOT / "examples" / "winkeldiefstal-centrum.yaml"
FORMS = ("gebiedsverbod/apv", "gebiedsverbod/24-uur", "gebiedsverbod/172-3", "gebiedsverbod/172a")
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show this|message and exit|required|default|error|invalid|missing|unexpected|no such|try)\b",
    re.IGNORECASE,
)
ESCAPE = "\x1b"


# Exit codes and streams


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["--version"]),
        (0, ["measure", "gebiedsverbod"]),
        (0, ["analyse", "--rest-unknown"]),
        (1, ["analyse", "--answers", "bestaat-niet.yaml"]),
        (1, ["content", "check", "--data", "bestaat-niet"]),
        (2, ["analyse", "--no-input"]),
        (2, ["analyse", "--set", "frequentie"]),
        (2, ["analyse", "--set", "frequentie=soms", "--set", "frequentie=geen"]),
        (2, ["measure", "--json=1"]),
        (2, ["spuk-estimate"]),
        (4, ["measure", "fietsenstalling"]),
        (4, ["measure", "9.9"]),
        (4, ["measure", "--article", "999"]),
        (4, ["partner", "fietsenstalling"]),
        (4, ["practice", "fietsenstalling"]),
        (4, ["questions", "fietsenstalling"]),
        (4, ["search", "fietsenstallingzoeker"]),
        (0, ["law"]),
        (0, ["law", "--mandate"]),
        (0, ["law", "172a"]),
        (0, ["law", "art.", "172a", "lid", "3"]),
        (0, ["law", "56"]),
        (0, ["law", "Awb"]),
        (2, ["law", ""]),
        (2, ["law", "172a", "--mandate"]),
        (4, ["law", "172aa"]),
        (4, ["law", "172a", "lid", "12"]),
        (4, ["law", "fietsenstalling"]),
        (0, ["share"]),
        (0, ["share", "politie"]),
        (0, ["share", "politie", "burgemeester"]),
        (0, ["share", "lko", "ind"]),
        (4, ["share", "fietsenstalling"]),
        (4, ["share", "politie", "fietsenstalling"]),
        (2, ["share", ""]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_the_exit_code_says_how_it_ended_and_a_fault_speaks_on_stderr_only(code: int, arguments: list[str], toolbox: Callable) -> None:
    done = toolbox(*arguments)

    assert done.code == code, done.err
    assert bool(done.out) == (code == 0)
    assert bool(done.err) == (code != 0)
    assert "Traceback" not in done.err
    assert ENGLISH.search(done.err) is None, done.err


def test_a_fault_of_ours_is_code_3_and_one_sentence_instead_of_a_traceback(toolbox: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "dumps", lambda *_, **__: 1 / 0)
    done = toolbox("measure", "gebiedsverbod", "--json")

    assert (done.code, done.out) == (3, "")
    assert "dit is een fout van ons, niet van u (ZeroDivisionError" in done.err
    assert "Traceback" not in done.err


def test_closed_standard_input_asks_nothing_and_names_question_and_option(started: Callable) -> None:
    done = started("analyse")

    assert (done.code, done.out) == (2, "")
    assert "de vraag 'frequentie' is nog niet beantwoord" in done.err
    assert "--set frequentie=" in done.err
    assert "--rest-unknown" in done.err


def test_several_faults_are_all_shown_and_counted(toolbox: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("answers:\n  frequenti: soms\n  acuut: misschien\n", "utf-8")
    done = toolbox("analyse", "--answers", path)

    assert f"toolbox: {path}:2: frequenti: " in done.err
    assert f"toolbox: {path}:3: acuut: " in done.err
    assert done.err.rstrip().endswith("toolbox: 2 fouten gevonden")


def test_a_contradiction_names_the_answers_to_change(toolbox: Callable) -> None:
    done = toolbox("analyse", "--set", "frequentie=geen", "--set", "gedrag=geweld", "--rest-unknown")

    assert done.code == 1
    assert "tegenstrijdig" in done.err
    assert "'frequentie'" in done.err
    assert "'gedrag'" in done.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"answers: [\n", "geen geldige YAML"),
        (b"a: caf\xe9\n", "UTF-8"),
        (b"\x00\x01", "geen tekstbestand"),
        (b"answers: &a {x: *a}\n", "ankers"),
        (b"answers: !!python/none x\n", "tags"),
        (b"answers: {}\nanswers: {}\n", "twee keer"),
        (b"version: 9\nanswers: {}\n", "nieuwere toolbox"),
        (b"[" * 100_000, "te diep genest"),
    ],
    ids=["broken", "windows-1252", "binary", "alias", "tag", "twice", "newer", "deep"],
)
def test_a_bad_answer_file_gets_one_dutch_sentence_and_code_1(content: bytes, words: str, toolbox: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    done = toolbox("analyse", "--answers", path, "--rest-unknown")

    assert (done.code, done.out) == (1, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_answers_cannot_be_saved_in_a_folder_that_does_not_exist(toolbox: Callable, tmp_path: Path) -> None:
    done = toolbox("analyse", "--rest-unknown", "--save", tmp_path / "weg" / "a.yaml")

    assert done.code == 1
    assert "kan niet worden geschreven" in done.err


def test_saved_answers_give_the_same_advice_again(toolbox: Callable, tmp_path: Path) -> None:
    saved = tmp_path / "a.yaml"
    first = toolbox("analyse", "--answers", EXAMPLE, "--rest-unknown", "--save", saved, "--json")
    again = toolbox("analyse", "--answers", saved, "--no-input", "--json")

    assert (again.code, again.out) == (0, first.out)


def test_an_option_goes_before_the_file(toolbox: Callable) -> None:
    done = toolbox("analyse", "--answers", EXAMPLE, "--set", "frequentie=soms", "--rest-unknown", "--json")

    assert json.loads(done.out)["answers"]["frequentie"] == "soms"


def test_a_shipped_example_runs_without_a_question(toolbox: Callable) -> None:
    for example in CASES:
        done = toolbox("analyse", "--answers", example, "--no-input")
        assert done.code == 0, f"{example.name}: {done.err}"


# Usage in Dutch


@pytest.mark.parametrize("command", ["", "analyse", "measure", "partner", "practice", "search", "questions", "spuk-estimate", "content"])
def test_help_is_in_dutch_and_fits(command: str, toolbox: Callable) -> None:
    done = toolbox(*command.split(), "--help")

    assert done.code == 0
    assert "Gebruik: toolbox" in done.out
    assert "Opties" in done.out
    assert ENGLISH.search(done.out) is None
    assert max(map(len, done.out.splitlines())) <= 80


def test_without_a_command_the_help_is_shown(toolbox: Callable) -> None:
    done = toolbox()

    assert done.code == 0
    assert "Commando's" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["bestaat-niet"],
            "toolbox: het commando 'bestaat-niet' bestaat niet; een maatregel opzoeken: toolbox measure 'bestaat-niet'; "
            "alle commando's: toolbox --help",
        ),
        (["content", "chek"], "toolbox: het commando 'chek' bestaat niet; alle commando's: toolbox --help"),
        (["content"], "toolbox: geef een commando; toolbox --help noemt ze alle"),
        (["analyse", "--answer", "x"], "toolbox: de optie --answer bestaat niet; bedoelt u --answers?"),
        (["measure", "--xyz"], "toolbox: de optie --xyz bestaat niet"),
        (["measure", "--class"], "toolbox: na de optie '--class' hoort een waarde"),
        (["search"], "toolbox: er ontbreekt iets: geef WOORDEN"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_explained_in_one_dutch_sentence(arguments: list[str], said: str, toolbox: Callable) -> None:
    done = toolbox(*arguments)

    assert (done.code, done.out, done.err) == (2, "", f"{said}\n")


def test_too_many_words_are_shown_without_remains_of_english(toolbox: Callable) -> None:
    assert "(s)" not in toolbox("spuk-estimate", "400").err


# JSON


def _json(done) -> object:  # type: ignore[no-untyped-def]
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


BASIS = {"law", "article", "paragraph", "bwb_id", "url", "text_date"}


def test_a_measure_as_json_keeps_the_contract(toolbox: Callable) -> None:
    measure = _json(toolbox("measure", "gebiedsverbod", "--json"))

    assert {"id", "name", "class", "section", "variants"} <= set(measure)
    assert (measure["id"], measure["class"], measure["section"]) == ("gebiedsverbod", "repressief", "3.2")
    assert [variant["id"] for variant in measure["variants"]] == list(FORMS)
    for variant in measure["variants"]:
        assert {"id", "legal_basis", "decides", "max_duration", "police_mandate", "sources"} <= set(variant)
        assert variant["legal_basis"] != []
        assert all(set(basis) >= BASIS for basis in variant["legal_basis"])
    basis = measure["variants"][3]["legal_basis"][0]
    assert (basis["article"], basis["paragraph"], basis["bwb_id"]) == ("172a", "1", "BWBR0005416")


FINDING = {
    "measure", "variant", "grade", "rank", "reasons", "failing", "open_questions", "legal_basis", "partners", "practices", "safeguards",
}  # fmt: skip


def test_an_advice_as_json_keeps_the_contract(toolbox: Callable) -> None:
    advice = _json(toolbox("analyse", "--answers", EXAMPLE, "--rest-unknown", "--json"))

    assert {"findings", "assumptions", "gaps", "first_steps", "answers", "content_version", "schema_version"} <= set(advice)
    assert all(set(finding) >= FINDING for finding in advice["findings"])
    assert [finding["rank"] for finding in advice["findings"]] == list(range(1, len(advice["findings"]) + 1))
    assert {finding["grade"] for finding in advice["findings"]} <= {
        "recommended", "conditional", "undetermined", "ruled_out", "not_indicated",
    }  # fmt: skip
    assert all(item["article"] and item["way_on"] for finding in advice["findings"] if (item := finding["failing"]))
    assert all((finding["failing"] is not None) == (finding["grade"] == "ruled_out") for finding in advice["findings"])
    assert all(finding["open_questions"] for finding in advice["findings"] if finding["grade"] in ("conditional", "undetermined"))


def test_an_estimate_as_json_keeps_the_contract(toolbox: Callable) -> None:
    grant = _json(toolbox("spuk-estimate", "--places", "400", "--json"))

    assert grant["current"] is None
    for item in grant["estimates"]:
        assert {"scheme", "status", "band", "maximum_eur", "certain", "window", "cost_period", "sources"} <= set(item)
        assert item["status"] == "gesloten"


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["measure", "3.4", "--json"], list),
        (["partner", "coa", "--json"], dict),
        (["practice", "plan-einstein-utrecht", "--json"], dict),
        (["search", "camera", "--json"], list),
        (["questions", "--json"], list),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_json_is_printed_and_nothing_else(arguments: list[str], kind: type, toolbox: Callable) -> None:
    found = _json(toolbox(*arguments))

    assert isinstance(found, kind)
    assert found


def test_json_stays_utf_8_where_the_terminal_is_not(started: Callable) -> None:
    done = started("partner", "--json", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert done.code == 0
    assert any(not character.isascii() for character in done.out)


def test_two_runs_give_the_same_bytes(started: Callable, toolbox: Callable) -> None:
    arguments = ("analyse", "--answers", EXAMPLE, "--rest-unknown")

    assert started(*arguments, "--json", PYTHONHASHSEED="1").out == toolbox(*arguments, "--json").out
    assert started(*arguments, PYTHONHASHSEED="2").out == toolbox(*arguments).out


# Look-ups


def test_the_first_command_of_a_newcomer_names_the_four_forms_and_where_to_read_on(toolbox: Callable) -> None:
    done = toolbox("measure", "gebiedsverbod")

    assert [form for form in FORMS if form not in done.out] == []
    for word in ("grondslag", "beslist", "ten hoogste", "politie", "art. 172a", "art. 172 lid", "Lees verder: toolbox measure"):
        assert word in done.out
    assert len(done.out.splitlines()) <= 30


@pytest.mark.parametrize("name", ["Gebiedsverbod", "gebeidsverbod", "gebiedsontzegging", "3.2"])
def test_another_way_to_write_the_name_shows_the_same(name: str, toolbox: Callable) -> None:
    assert toolbox("measure", name).out == toolbox("measure", "gebiedsverbod").out


def test_a_form_shows_its_conditions_and_the_law(toolbox: Callable) -> None:
    done = toolbox("measure", "gebiedsverbod/172a")

    assert "Wettelijke voorwaarden" in done.out
    assert "wetten.overheid.nl" in done.out


def test_all_of_a_measure_shows_all_its_forms(toolbox: Callable) -> None:
    assert toolbox("measure", "gebiedsverbod", "--full").out.count("Wettelijke voorwaarden") == len(FORMS)


def test_a_section_with_two_measures_lists_both(toolbox: Callable) -> None:
    done = toolbox("measure", "3.4")

    assert done.code == 0
    assert "samenscholingsverbod" in done.out
    assert "groepsverbod" in done.out


def test_an_unknown_name_that_looks_like_others_names_them(toolbox: Callable) -> None:
    done = toolbox("measure", "gebiedverb")

    assert done.code == 4 or "gebiedsverbod" in done.out
    assert "gebiedsverbod" in done.err + done.out


@pytest.mark.parametrize("word", ["huisarrest", "avondklok"])
def test_a_request_that_the_law_refuses_is_answered_under_the_word_people_use(word: str, toolbox: Callable) -> None:
    looked_up, searched = toolbox("measure", word), toolbox("search", word)

    assert looked_up.code == 0
    assert "Dit kan niet: " in looked_up.out
    assert "art. " in looked_up.out
    assert searched.code == 0
    assert "Avondklok of huisarrest" in searched.out


def _ids(toolbox: Callable, *arguments: str) -> set[str]:
    return {item["id"] for item in _json(toolbox("measure", "--json", *arguments))}  # type: ignore[attr-defined]


def test_each_filter_leaves_what_fits_and_filters_add_up(toolbox: Callable) -> None:
    everything, by_article = _ids(toolbox), _ids(toolbox, "--article", "art. 172a")
    repressive = _ids(toolbox, "--class", "Repressief")

    assert {"gebiedsverbod", "groepsverbod", "meldplicht"} <= by_article
    assert "meldkaart" in everything - by_article - repressive
    assert _ids(toolbox, "--article", "172a", "--class", "repressief") == by_article & repressive
    assert _ids(toolbox, "--partner", "om", "--acts-on", "winkels", "--phase", "aanpak") < everything


@pytest.mark.parametrize(
    ("option", "word"), [("--class", "zacht"), ("--acts-on", "dieren"), ("--phase", "ooit")], ids=["class", "acts-on", "phase"]
)
def test_a_wrong_word_for_a_filter_lists_the_right_ones(option: str, word: str, toolbox: Callable) -> None:
    done = toolbox("measure", option, word)

    assert done.code == 2
    assert f"{option} {word}: kies uit " in done.err
    assert "," in done.err


def test_partners_and_practices_can_be_listed_per_measure(toolbox: Callable) -> None:
    everyone = {item["id"] for item in _json(toolbox("partner", "--json"))}  # type: ignore[attr-defined]
    called = {item["id"] for item in _json(toolbox("partner", "--measure", "gebiedsverbod", "--json"))}  # type: ignore[attr-defined]
    shown = {item["id"] for item in _json(toolbox("practice", "--measure", "activiteiten", "--json"))}  # type: ignore[attr-defined]

    assert {"politie", "om"} <= called < everyone
    assert "plan-einstein-utrecht" in shown


def test_a_partner_says_when_to_call_and_what_it_cannot_do(toolbox: Callable) -> None:
    done = toolbox("partner", "Openbaar Ministerie")

    for heading in ("Wanneer bellen", "Wat deze partner niet kan of deelt", "Contact", "Bekeken op"):
        assert heading in done.out


def test_a_practice_shows_its_claim_with_a_caution(toolbox: Callable) -> None:
    done = toolbox("practice", "plan einstein")

    for label in ("Wie", "Wat", "Doel", "Resultaat", "Let op: "):
        assert label in done.out


def test_one_question_shows_what_hangs_on_it(toolbox: Callable) -> None:
    done = toolbox("questions", "apv_gebiedsverbod")

    for label in ("Wie weet het", "Maatregelen", "Artikelen", "ja", "nee"):
        assert label in done.out


def test_the_empty_answer_file_of_the_tool_can_be_analysed(toolbox: Callable, tmp_path: Path) -> None:
    path = tmp_path / "leeg.yaml"
    path.write_text(toolbox("questions", "--template").out, "utf-8")

    assert toolbox("analyse", "--answers", path, "--rest-unknown").code == 0


def test_the_content_check_counts_what_it_checked(toolbox: Callable) -> None:
    done = toolbox("content", "check")

    assert re.match(r"In orde: \d+ maatregelen met \d+ varianten", done.out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_completion_script_is_given_for_each_shell(shell: str, toolbox: Callable) -> None:
    assert "_TOOLBOX_COMPLETE" in toolbox("completion", shell).out


def test_the_shell_completes_names_of_measures_and_forms(started: Callable) -> None:
    done = started(_TOOLBOX_COMPLETE="complete_bash", COMP_WORDS="toolbox measure gebiedsverbod/", COMP_CWORD="2")

    assert set(done.out.split()) == set(FORMS)


# The grant


@pytest.mark.parametrize(
    ("places", "band", "maximum"),
    [
        ("999", "klein", 50_000),
        ("1.000", "midden", 100_000),
    ],
)
def test_the_borders_of_a_scheme_are_exact(places: str, band: str, maximum: int, toolbox: Callable) -> None:
    (found,) = _json(toolbox("spuk-estimate", "--places", places, "--scheme", "2022", "--json"))["estimates"]  # type: ignore[index]

    assert (found["band"], found["maximum_eur"], found["certain"]) == (band, maximum, True)


@pytest.mark.parametrize("places", ["-1", "1,5", "1.5", "vierhonderd", "", " ", "1e3", "٤", "100001", "9" * 400, "1.0000"])
def test_places_that_are_no_number_of_places_get_a_clear_sentence(places: str, toolbox: Callable) -> None:
    done = toolbox("spuk-estimate", f"--places={places}")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"toolbox: --places {places}: dit is ")


def test_municipalities_together_are_added_with_what_is_uncertain(toolbox: Callable) -> None:
    (found,) = _json(toolbox("spuk-estimate", "--places", "1500", "--places", "400", "--scheme", "2022", "--json"))["estimates"]  # type: ignore[index]

    assert (found["band"], found["maximum_eur"], found["certain"], found["certain_eur"]) == (["groot", "klein"], 200_000, False, 150_000)


def test_a_municipality_without_a_location_can_be_counted(toolbox: Callable) -> None:
    done = toolbox("spuk-estimate", "--without-location", "--scheme", "2023")

    assert "een gemeente zonder bestuursovereenkomst" in done.out
    assert "€ 100.000" in done.out


def test_an_estimate_starts_with_what_is_unknown_and_shows_amounts_only_with_their_window(toolbox: Callable) -> None:
    out = toolbox("spuk-estimate", "--places", "400").out

    assert out.index("Nu geldende regeling: onbekend") < out.index("Gesloten regelingen, alleen als voorbeeld") < out.index("€")
    assert "per plek €" not in out


def test_an_unknown_scheme_names_the_known_ones(toolbox: Callable) -> None:
    done = toolbox("spuk-estimate", "--places", "400", "--scheme", "2025")

    assert done.code == 4
    assert "2022" in done.err
    assert "2023" in done.err


# How it looks


WIDE = ("measure", "analyse", "spuk-estimate")
LOOKS = [
    ["measure", "gebiedsverbod"],
    ["measure", "gebiedsverbod", "--full"],
    ["measure"],
    ["partner"],
    ["partner", "coa"],
    ["practice"],
    ["practice", "plan-einstein-utrecht"],
    ["questions"],
    ["search", "camera"],
    ["spuk-estimate", "--places", "400", "--places", "1200", "--without-location"],
    pytest.param(
        ["analyse", "--answers", str(EXAMPLE), "--rest-unknown"],
    ),
]


@pytest.mark.parametrize("arguments", LOOKS, ids=lambda value: " ".join(value[:2]))
def test_no_line_is_wider_than_the_screen_nor_coloured_in_a_pipe(arguments: list[str], toolbox: Callable) -> None:
    for columns in (80, 120) if arguments[0] in WIDE else (80,):
        done = toolbox(*arguments, columns=columns)
        assert done.code == 0
        assert [line for line in done.out.splitlines() if len(line) > columns] == []
        assert [line for line in done.out.splitlines() if line != line.rstrip()] == []
        assert ESCAPE not in done.out


def test_a_terminal_gets_colour_and_no_color_takes_it_away(spawn_toolbox: Callable) -> None:
    coloured, plain = spawn_toolbox("measure", "meldplicht"), spawn_toolbox("measure", "meldplicht", NO_COLOR="1")
    seen = [term.read() for term in (coloured, plain)]

    assert "\x1b[1m" in seen[0]
    assert re.search(r"\x1b\[[\d;]*3\dm", seen[1]) is None
    assert "Meldplicht" in seen[1]


def test_a_closed_standard_output_is_no_fault_of_ours(tmp_path: Path) -> None:
    done = subprocess.run(f"exec '{sys.executable}' -m toolbox_cli measure meldplicht >&-", shell=True, capture_output=True, text=True)

    assert done.returncode != 3


def test_a_full_disk_is_no_fault_of_ours(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "toolbox_cli", "measure", "meldplicht"], stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert done.returncode != 3
    assert "fout van ons" not in done.stderr


@pytest.mark.parametrize("arguments", [["measure", "meldplicht"], ["measure", "gebiedsverbod", "--json"]], ids=["text", "json"])
def test_a_reader_that_has_gone_is_no_fault(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([sys.executable, "-m", "toolbox_cli", *arguments], stdout=writing, stderr=subprocess.PIPE, text=True)
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (0, "")
