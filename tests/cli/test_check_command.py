"""The legal test as a command: reading, asking, saving, and what it says when something is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from conftest import Outcome
from helpers import CATALOGUE, ROOT

EXPECTED = Path(__file__).parent / "expected"
HALF = (
    "personen_bekend=ja", "ernstig_verstoord=nee", "herhaald_verstoord=ja", "groep=nee", "leeftijd=volwassen", "ernstige_vrees=onbekend",
    "dossier=datum,plaats,gedraging,onbekend", "aantal_voorvallen=3", "laatste_voorval=2026-08-12", "sindsdien=nieuwe_signalen",
    "geprobeerd=gesprek,toezicht", "resultaat=niet", "omvang=gebied,onbekend", "om_aanwijzing=onbekend",
)  # fmt: skip

Call = Callable[..., Outcome]


def sets(*settings: str) -> list[str]:
    return [part for setting in settings for part in ("--set", setting)]


def test_with_half_the_answers_the_whole_test_is_as_expected(toolbox: Call) -> None:
    told = toolbox("check", "gebiedsverbod/172a", *sets(*HALF))

    assert told.code == 0
    assert told.out == (EXPECTED / "check-172a.txt").read_text(encoding="utf-8")


def test_without_a_terminal_nothing_is_asked_and_what_is_missing_is_open(toolbox: Call) -> None:
    told = toolbox("check", "gebiedsverbod/172a")

    assert told.code == 0
    assert "geen staat in de weg (0 van 22 voldaan" in told.out
    assert told.err == ""


@pytest.mark.parametrize(
    ("form", "setting", "article"),
    [
        ("gebiedsverbod/172a", "tekent=politie", "art. 177 lid 2 Gemeentewet"),
        ("gebiedsverbod/172a", "verlenging=vierde", "art. 172a lid 6 onder a Gemeentewet"),
        ("gebiedsverbod/172a", "leeftijd=onder_12", "art. 172b lid 1 Gemeentewet"),
        ("gebiedsverbod/172a", "om_aanwijzing=ja", "art. 172a lid 5 Gemeentewet"),
        ("groepsverbod/172a", "om_aanwijzing=ja", "art. 172a lid 5 Gemeentewet"),
        ("gebiedsverbod/172a", "doel=straf", "art. 3:3 Awb"),
        ("gebiedsverbod/172a", "duurvorm=langer", "art. 172a lid 6 Gemeentewet"),
        ("gebiedsverbod/apv", "tekent=politie --set apv_mandaat=nee", "art. 10:3 lid 1 Awb"),
        ("gebiedsverbod/apv", "apv_stap=herhaling --set apv_terugkijk=nee", "art. 2:78 APV"),
        ("veiligheidsrisicogebied/174b", "spoed_eerder=ja", "art. 174b lid 1 Gemeentewet"),
        ("veiligheidsrisicogebied/151b", "verordening_151b=nee", "art. 151b lid 1 Gemeentewet"),
        ("winkelverbod/collectief", "ap_vergunning=nee", "art. 33 lid 4 onder c UAVG"),
        ("meldplicht/172a", "melden_elders=ja --set melden_bericht=nee", "art. 172a lid 4 Gemeentewet"),
        ("bevel-onder-twaalf/172b", "verlenging=tot_derde", "art. 172b lid 2 Gemeentewet"),
    ],
)
def test_what_the_law_does_not_allow_is_not_possible_and_names_its_article(toolbox: Call, form: str, setting: str, article: str) -> None:
    told = toolbox("check", form, "--set", *setting.split(" "), "--json")
    plain = json.loads(told.out)
    failing = next(item for item in plain["conditions"] if item["condition"] == plain["failing"])

    assert plain["verdict"] == "no"
    assert failing["cited"] == article
    assert failing["way_on"]
    assert plain["needed"]


def test_the_meldplicht_is_not_blocked_by_an_order_of_the_prosecutor(toolbox: Call) -> None:
    plain = json.loads(toolbox("check", "meldplicht/172a", "--set", "om_aanwijzing=ja", "--json").out)

    assert plain["verdict"] == "unknown"


def test_an_unknown_apv_rules_nothing_out_and_allows_nothing(toolbox: Call) -> None:
    for form in ("gebiedsverbod/apv", "gebiedsverbod/172-3"):
        plain = json.loads(toolbox("check", form, "--set", "apv_gebiedsverbod=onbekend", "--json").out)
        assert plain["verdict"] == "unknown"
        assert "apv_gebiedsverbod" in {question["question"] for question in plain["open_questions"]}


def test_a_measure_with_more_forms_shows_the_verdict_on_each(toolbox: Call) -> None:
    told = toolbox("check", "gebiedsverbod", "--set", "leeftijd=onder_12")

    assert told.code == 0
    for form in CATALOGUE.forms_of(CATALOGUE.measure_by_id["gebiedsverbod"]):
        assert form.id in told.out
    assert "nu niet mogelijk" in told.out
    assert len(json.loads(toolbox("check", "gebiedsverbod", "--json").out)) == 4


def test_a_refusal_shows_the_ground_and_the_lawful_way(toolbox: Call) -> None:
    told = toolbox("check", "verbod-voor-groep")

    assert told.code == 0
    assert "Wat wel kan" in told.out
    assert json.loads(toolbox("check", "verbod-voor-groep", "--json").out)["verdict"] == "no"


def test_a_request_for_a_whole_group_is_refused_with_the_ground(toolbox: Call) -> None:
    told = toolbox("check", "gebiedsverbod voor alle asielzoekers")

    assert told.code == 1
    assert told.out == ""
    assert "172a" in told.err


def test_an_unknown_name_gives_the_nearest(toolbox: Call) -> None:
    told = toolbox("check", "gebiedsverbod/172x")

    assert told.code == 4
    assert "gebiedsverbod/172a" in told.err


def test_a_wrong_number_or_date_is_explained(toolbox: Call) -> None:
    for setting, says in (("aantal_voorvallen=drie", "heel getal"), ("aantal_voorvallen=-1", "heel getal"),
                          ("laatste_voorval=31-2-2026", "bestaat niet"), ("laatste_voorval=gisteren", "geef een datum")):  # fmt: skip
        told = toolbox("check", "gebiedsverbod/172a", "--set", setting)
        assert told.code == 2
        assert says in told.err


def test_what_if_shows_only_the_conditions_that_turn(toolbox: Call) -> None:
    told = toolbox("check", "gebiedsverbod/172a", *sets("ernstige_vrees=ja"), "--what-if", "ernstige_vrees=nee")
    plain = json.loads(toolbox("check", "gebiedsverbod/172a", *sets("ernstige_vrees=ja"), "--what-if", "ernstige_vrees=nee", "--json").out)

    assert "wordt: nu niet mogelijk" in " ".join(told.out.split())
    assert [item["condition"] for item in plain["conditions"]] == ["ernstige-vrees"]


def test_the_answers_are_saved_and_read_back(toolbox: Call, tmp_path: Path) -> None:
    file = tmp_path / "toets.yaml"
    toolbox("check", "gebiedsverbod/172a", *sets("laatste_voorval=12 augustus 2026", "aantal_voorvallen=03"), "--save", file)

    assert "laatste_voorval: 2026-08-12" in file.read_text(encoding="utf-8")
    told = toolbox("check", "gebiedsverbod/172a", "--answers", file)
    assert "12 augustus 2026" in told.out
    assert "aantal voorvallen in het dossier: 3" in " ".join(told.out.split())


def test_full_adds_the_procedure(toolbox: Call) -> None:
    short, full = toolbox("check", "gebiedsverbod/172a").out, toolbox("check", "gebiedsverbod/172a", "--full").out

    assert "Wat het besluit verder vraagt" not in short
    assert "Wat het besluit verder vraagt" in full


def test_in_a_terminal_only_what_the_test_needs_is_asked_and_stopping_keeps_it(
    spawn_toolbox: Callable[..., pexpect.spawn], tmp_path: Path
) -> None:
    file = tmp_path / "toets.yaml"
    term = spawn_toolbox("check", "winkelverbod/individueel", "--save", file)
    term.expect("Juridische toets: Individueel winkelverbod")
    term.expect("Krijgt alleen wie zich in de winkel zelf misdroeg een verbod")
    term.sendline("1")
    term.expect("Uw antwoorden")
    term.sendline("")
    term.expect(pexpect.EOF)
    term.close()

    assert term.exitstatus == 0
    assert "winkel_eigen_gedrag: ja" in file.read_text(encoding="utf-8")


def test_ctrl_c_in_the_test_keeps_numbers_and_dates(spawn_toolbox: Callable[..., pexpect.spawn], tmp_path: Path) -> None:
    file = tmp_path / "toets.yaml"
    term = spawn_toolbox("check", "gebiedsverbod/172a", "--answers", ROOT / "examples/bekende-persoon-station.yaml", "--save", file)
    term.expect("Bij hoeveel voorvallen")
    term.sendline("veel")
    term.expect("heel getal")
    term.sendline("3")
    term.expect("Op welke datum was het laatste voorval")
    term.sendline("12-8-2026")
    term.expect("Nummers, met komma")  # it waits for an answer only then
    term.sendcontrol("c")
    term.expect(pexpect.EOF)
    term.close()

    assert term.exitstatus == 130
    text = file.read_text(encoding="utf-8")
    assert "aantal_voorvallen: 3" in text
    assert "laatste_voorval: 2026-08-12" in text


def test_explain_next_and_what_if_of_the_analysis(toolbox: Call) -> None:
    file = ROOT / "examples/bekende-persoon-station.yaml"
    explained = toolbox("analyse", "--answers", file, "--explain")
    full = toolbox("analyse", "--answers", file, "--explain", "--full")
    following = json.loads(toolbox("analyse", "--answers", file, "--next", "--json").out)
    turned = json.loads(toolbox("analyse", "--answers", file, "--what-if", "ernstige_vrees=nee", "--json").out)

    assert explained.code == full.code == 0
    assert len(full.out) > 3 * len(explained.out)
    assert following["questions"][0]["moves"] >= following["questions"][1]["moves"]
    assert {"gebiedsverbod/172a", "meldplicht/172a"} == {item["id"] for item in turned["turned"]}
    assert all(item["after"] == "ruled_out" for item in turned["turned"])


def test_a_contradiction_by_what_if_is_named(toolbox: Call) -> None:
    told = toolbox("analyse", "--answers", ROOT / "examples/bekende-persoon-station.yaml", "--what-if", "frequentie=geen")

    assert told.code == 1
    assert "frequentie" in told.err
