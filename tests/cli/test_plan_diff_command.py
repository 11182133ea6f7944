"""Keeping the state of a case, and asking later what is different and why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "bekende-persoon-station.yaml", tmp_path / "zaak.yaml"))


@pytest.fixture
def kept(file: Path, tmp_path: Path, toolbox: Callable) -> Path:
    path = tmp_path / "stand.json"
    assert toolbox("plan", file, "--save-state", path).code == 0
    return path


def test_an_unchanged_case_is_no_different(file: Path, kept: Path, toolbox: Callable) -> None:
    done = toolbox("plan", "--diff", kept, file)

    assert done.code == 0
    assert "Er is niets veranderd" in done.out


def test_another_answer_is_told_with_what_it_turned(file: Path, kept: Path, toolbox: Callable) -> None:
    toolbox("case", "set", file, "ernstige_vrees=nee")

    done = toolbox("plan", "--diff", kept, file)

    text = " ".join(done.out.split())
    assert "Afgevallen" in text
    assert "Langduriger gebiedsverbod (art. 172a Gemeentewet): was: aanbevolen, mits …; wordt: nu niet mogelijk" in text
    assert "Door een antwoord: ernstige vrees nu: was ja; wordt nee." in text


def test_the_difference_is_there_as_json(file: Path, kept: Path, toolbox: Callable) -> None:
    toolbox("case", "set", file, "ernstige_vrees=nee")

    found = json.loads(toolbox("plan", "--diff", kept, file, "--json").out)

    (problem,) = found["problems"]
    measure = next(item for item in problem["measures"] if item["form"] == "gebiedsverbod/172a")
    assert measure["change"] == "dropped"
    assert measure["because"]["answers"] == ["ernstige_vrees"]


def test_a_decision_taken_since_is_told(file: Path, kept: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, "meldkaart", "--date", "3-10-2026")

    assert "Meldkaart: Gekozen op 3 oktober 2026." in " ".join(toolbox("plan", "--diff", kept, file).out.split())


def test_a_state_is_never_overwritten(file: Path, kept: Path, toolbox: Callable) -> None:
    before = kept.read_bytes()

    done = toolbox("plan", file, "--save-state", kept)

    assert done.code == 2
    assert "bestaat al" in done.err
    assert kept.read_bytes() == before


@pytest.mark.parametrize("content", ["", "{}", "[]", "geen json", '{"toolbox": "stand"}', '{"toolbox": "antwoorden", "version": 1}'])
def test_a_file_that_is_no_state_is_told_in_a_sentence(file: Path, tmp_path: Path, toolbox: Callable, content: str) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(content)

    done = toolbox("plan", "--diff", wrong, file)

    assert done.code == 1
    assert "geen bewaarde stand" in done.err or "leeg" in done.err


def test_an_answer_that_does_not_exist_is_a_fault_of_the_state(file: Path, kept: Path, toolbox: Callable) -> None:
    found = json.loads(kept.read_text("utf-8"))
    found["problems"][""]["answers"]["frequentie"] = ["eeuwig"]
    kept.write_text(json.dumps(found))

    done = toolbox("plan", "--diff", kept, file)

    assert done.code == 1
    assert "frequentie" in done.err


def test_a_name_written_into_a_state_is_refused(file: Path, kept: Path, toolbox: Callable) -> None:
    found = json.loads(kept.read_text("utf-8"))
    found["problems"][""]["decisions"] = ["Gekozen, BSN 123456782."]
    kept.write_text(json.dumps(found))

    done = toolbox("plan", "--diff", kept, file)

    assert done.code == 1
    assert "123456782" not in done.err + done.out


def test_an_old_case_judged_with_new_content_says_what_does_not_show(file: Path, toolbox: Callable, tmp_path: Path) -> None:
    old = tmp_path / "oud.yaml"
    old.write_text(file.read_text("utf-8").replace('content: "2026.12"', 'content: "2026.11.5"'), "utf-8")

    text = " ".join(toolbox("plan", "--diff", old, file).out.split())

    assert "De oude zaak is gemaakt met inhoud 2026.11.5" in text


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "geef het bestand"),
        (("ZAAK",), "--kind"),
        (("ZAAK", "--json"), "--diff"),
        (("ZAAK", "--kind", "gedicht"), "advice"),
        (("--diff", "ZAAK"), "na de optie '--diff' horen 2 waarden: --diff OUD NIEUW"),
        (("--diff",), "horen 2 waarden"),
        (("--diff", "ZAAK", "ZAAK", "--output", "verschil.md"), "--diff staat op zichzelf"),
        (("--diff", "ZAAK", "ZAAK", "--kind", "advice"), "--diff staat op zichzelf"),
        (("ZAAK", "--new-template", "stijl.docx"), "--new-template staat op zichzelf"),
        (("--texts-template", "--diff", "ZAAK", "ZAAK"), "--texts-template staat op zichzelf"),
    ],
)
def test_wrong_use_is_told_with_what_would_be_right(file: Path, toolbox: Callable, arguments: tuple[str, ...], word: str) -> None:
    done = toolbox("plan", *(file if item == "ZAAK" else item for item in arguments))

    assert done.code == 2
    assert word in done.err
