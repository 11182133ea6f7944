"""Three months of a made-up case in a fictional town: nothing is lost, asked twice without need, or decided silently."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE

from toolbox_cli.content.case_file import read_case
from toolbox_cli.model.case import Case

Call = Callable[..., object]


def told(case: Case) -> set[tuple[str, str, str]]:
    """Everything that was said in a case: question, words and source."""
    return {
        (question, ",".join(sorted(said.answer.values)) or "onbekend", said.source)
        for question, items in case.said.items()
        for said in items
    }


def filled(template: str, answers: dict[str, str], date: str) -> str:
    """The answer file of a partner, filled in by hand."""
    text = re.sub(r"(?m)^date:.*$", f"date: {date}", template)
    for question, words in answers.items():
        assert re.search(rf"(?m)^  {question}:", text), f"{question} is not asked"
        text = re.sub(rf"(?m)^  {question}:.*$", f"  {question}: {words}", text)
    return text


def test_three_months_of_one_case(toolbox: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TOOLBOX_PROFILE", str(tmp_path / "profiel.yaml"))
    file = tmp_path / "zaak.yaml"

    # September: the profile once, and a first analysis with half unknown
    assert toolbox("profile", "set", "apv_gebiedsverbod=ja", "verordening_151c=ja", "locatie=in_gemeente").code == 0
    first = toolbox(
        "analyse", "--save", file, "--rest-unknown", "--set", "frequentie=wekelijks", "--set", "gedrag=intimidatie,winkeldiefstal",
        "--set", "plaats=station,winkelgebied", "--set", "personen_bekend=ja", "--json",
    )  # fmt: skip
    assert first.code == 0
    plain = json.loads(first.out)
    profiled = {item["question"] for item in plain["said"] if any(said["source"] == "gemeenteprofiel" for said in item["said"])}
    assert {"apv_gebiedsverbod", "locatie"} <= profiled
    assert "apv_gebiedsverbod" not in read_case(file, CATALOGUE).said  # the profile is a source, not a copy
    known = told(read_case(file, CATALOGUE))

    # October: two partners answer for themselves, and differ on two points
    police = toolbox("questions", "--partner", "politie", "--template", "--answers", file)
    shops = toolbox("questions", "--partner", "winkeliers", "--template", "--answers", file)
    assert police.code == shops.code == 0
    assert not re.search(r"(?m)^  (apv_gebiedsverbod|gedrag|frequentie):", police.out)  # known already: not asked again
    (tmp_path / "politie.yaml").write_text(
        filled(police.out, {"vaste_plek": "ja", "tijd": "[avond]", "groep": "nee"}, "2026-10-03"), "utf-8"
    )
    (tmp_path / "winkels.yaml").write_text(
        "source: ondernemers\ndate: 2026-10-06\nanswers:\n  vaste_plek: nee\n  tijd: [overdag]\n  winkels_samen: ja\n", "utf-8"
    )
    merged = toolbox("case", "merge", file, "politie.yaml", "winkels.yaml")
    assert merged.code == 0
    assert merged.out.count("politie:") >= 2 and "vaste_plek" in merged.out and "tijd" in merged.out
    after = told(read_case(file, CATALOGUE))
    gone = {item for item in known - after if item[1] != "onbekend"}
    assert gone == set()
    known = after
    plain = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)
    assert {item["question"] for item in plain["said"] if item["conflict"]} == {"vaste_plek", "tijd"}
    assert plain["answers"]["vaste_plek"] == "onbekend"

    # A correction, and a choice between two sources
    corrected = toolbox("case", "set", file, "groep=ja", "--source", "politie", "--date", "2026-10-20")
    assert "was politie: nee" in corrected.out
    chosen = toolbox("case", "set", file, "vaste_plek=ja", "--because", "de meldingen staan op de kaart")
    assert chosen.code == 0
    case = read_case(file, CATALOGUE)
    assert {item.source for item in case.said["vaste_plek"]} == {"politie", "ondernemers", ""}
    assert known - told(case) == {("groep", "nee", "politie")}
    known = told(case)

    # November: decisions
    advice = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)
    leading = [item for item in advice["findings"] if item["leading"]]
    heavy = max(leading, key=lambda item: item["weight"])
    light = min(leading, key=lambda item: item["weight"])
    name = heavy["variant"] or heavy["measure"]
    assert toolbox("case", "choose", file, name, "--date", "2026-11-10").code == 2  # something lighter was not tried
    assert (
        toolbox("case", "choose", file, name, "--date", "2026-11-10", "--reason", "Lichtere middelen lopen al en helpen te weinig.").code
        == 0
    )
    dropped = toolbox(
        "case", "drop", file, light["variant"] or light["measure"], "--date", "2026-11-11", "--reason", "Er is geen budget voor."
    )
    assert dropped.code == 0
    case = read_case(file, CATALOGUE)
    assert [(item.chosen, item.on.isoformat()) for item in case.decisions] == [(True, "2026-11-10"), (False, "2026-11-11")]
    assert told(case) == known
    assert "Wat al is besloten" in toolbox("analyse", "--answers", file, "--rest-unknown").out

    # A new edition of the content: opened with a report, the old words kept
    text = file.read_text("utf-8").replace(f'content: "{CATALOGUE.edition.version}"', 'content: "2026.11"')
    file.write_text(text.replace("answers:\n", "answers:\n  nidos_voogd: ja\n", 1), "utf-8")
    opened = toolbox("case", "show", file)
    assert opened.code == 0 and "Vervallen" in opened.err and "nidos_voogd" in opened.err
    assert toolbox("case", "set", file, "acuut=nee").code == 0
    case = read_case(file, CATALOGUE)
    assert case.former == {"nidos_voogd": "ja"}
    assert known - told(case) <= {("acuut", "onbekend", "")}
    assert len(case.decisions) == 2
    assert toolbox("case", "show", file).err == ""
