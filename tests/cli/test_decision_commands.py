"""Choosing, dropping, and making an advice again from its receipt."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pexpect
import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.case_file import read_case
from toolbox_cli.model.case import Decision

DAY = ("--date", "3-10-2026")
HEAVY, LIGHT, RULED_OUT = "gebiedsverbod/172a", "ov-afspraken", "veiligheidsrisicogebied/151b"
REASON = ("--reason", "extra toezicht hielp niet")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "bekende-persoon-station.yaml", tmp_path / "zaak.yaml"))


def log(file: Path) -> tuple[Decision, ...]:
    return read_case(file, CATALOGUE).decisions


def running(text: str) -> str:
    return " ".join(text.split())


def test_a_light_choice_needs_no_reason_and_is_kept_with_date_grade_and_receipt(file: Path, toolbox: Callable) -> None:
    done = toolbox("case", "choose", file, LIGHT, *DAY)

    assert done.code == 0
    (decision,) = log(file)
    assert (decision.on, decision.measure, decision.chosen, decision.grade) == (date(2026, 10, 3), LIGHT, True, "recommended")
    assert decision.receipt in running(done.out)


def test_a_heavier_choice_over_something_untried_needs_a_reason_and_names_the_lighter(file: Path, toolbox: Callable) -> None:
    before = file.read_text("utf-8")
    done = toolbox("case", "choose", file, HEAVY, *DAY)

    assert done.code == 2
    assert f"{LIGHT}, " in done.err
    assert "--reason" in done.err
    assert file.read_text("utf-8") == before


def test_with_a_reason_the_heavier_choice_keeps_what_it_passed_over(file: Path, toolbox: Callable) -> None:
    assert toolbox("case", "choose", file, HEAVY, *DAY, *REASON).code == 0

    (decision,) = log(file)
    assert decision.reason == REASON[1]
    assert LIGHT in decision.above
    assert "toezicht/boa" not in decision.above


def test_a_lighter_one_that_was_dropped_is_not_passed_over_any_more(file: Path, toolbox: Callable) -> None:
    toolbox("case", "drop", file, LIGHT, *DAY, "--reason", "vervoerder kan nog niet")
    toolbox("case", "choose", file, HEAVY, *DAY, *REASON)

    assert LIGHT not in log(file)[1].above


def test_dropping_always_needs_a_reason(file: Path, toolbox: Callable) -> None:
    done = toolbox("case", "drop", file, LIGHT, *DAY)

    assert done.code == 2
    assert "afvalt" in done.err
    assert toolbox("case", "drop", file, LIGHT, *DAY, "--reason", "  ").code == 2
    assert log(file) == ()


def test_against_the_advice_the_condition_its_article_and_the_way_on_are_told(file: Path, toolbox: Callable) -> None:
    refused = toolbox("case", "choose", file, RULED_OUT, *DAY)
    done = toolbox("case", "choose", file, RULED_OUT, *DAY, *REASON)

    assert refused.code == 2
    assert "tegen het advies" in refused.err
    assert done.code == 0
    for words in ("TEGEN HET ADVIES", "Ontbreekt", "art. 151b lid 1 Gemeentewet", "Wat wel kan", "verstoring door wapens: nee", "jurist"):
        assert words in running(done.out)
    assert log(file)[0].grade == "ruled_out"


def test_what_the_problem_does_not_call_for_needs_a_reason(file: Path, toolbox: Callable) -> None:
    assert toolbox("case", "choose", file, "activiteiten", *DAY).code == 2
    assert "vraagt het probleem er niet om" in running(toolbox("case", "choose", file, "activiteiten", *DAY, *REASON).out)


@pytest.mark.parametrize("name", ["verbod-voor-groep", "bevel als straf"])
@pytest.mark.parametrize("command", ["choose", "drop"])
def test_what_the_law_does_not_allow_is_refused_with_the_lawful_route(command: str, name: str, file: Path, toolbox: Callable) -> None:
    done = toolbox("case", command, file, name, *DAY, *REASON)

    assert done.code == 1
    assert "Wat wel kan: " in done.err
    assert log(file) == ()


def test_what_was_asked_and_cannot_be_may_be_dropped_but_not_chosen(file: Path, toolbox: Callable) -> None:
    toolbox("case", "set", file, "gevraagd=hele_groep")

    assert toolbox("case", "choose", file, "verbod-voor-groep", *DAY, *REASON).code == 1
    assert toolbox("case", "drop", file, "verbod-voor-groep", *DAY, "--reason", "een verbod voor alle bewoners mag niet").code == 0


def test_a_measure_with_more_forms_asks_which(file: Path, toolbox: Callable) -> None:
    done = toolbox("case", "choose", file, "gebiedsverbod", *DAY)

    assert done.code == 2
    assert "gebiedsverbod/apv, gebiedsverbod/24-uur" in done.err


def test_an_unknown_measure_names_the_nearest(file: Path, toolbox: Callable) -> None:
    assert toolbox("case", "choose", file, "zwaaiverbod", *DAY).code == 4


def test_a_new_decision_on_the_same_form_is_added_and_tells_the_earlier_one(file: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, LIGHT, *DAY)
    done = toolbox("case", "drop", file, LIGHT, "--date", "4-10-2026", "--reason", "vervoerder kan nog niet")
    backdated = toolbox("case", "choose", file, LIGHT, "--date", "2-10-2026")

    assert "Gekozen op 3 oktober 2026." in running(done.out)
    assert "blijft gelden" in running(backdated.out)
    assert [(item.on.day, item.chosen) for item in log(file)] == [(2, True), (3, True), (4, False)]


def test_a_case_with_more_problems_asks_which_and_keeps_their_decisions_apart(file: Path, toolbox: Callable) -> None:
    toolbox("case", "problem", file, "winkels", "--first", "station")
    assert toolbox("case", "choose", file, LIGHT, *DAY).code == 2

    toolbox("case", "choose", file, LIGHT, *DAY, "--problem", "station")
    assert log(file)[0].problem == "station"
    assert "vraagt het probleem er niet om" not in toolbox("case", "choose", file, HEAVY, *DAY, "--problem", "station").err
    assert "Gekozen op 3 oktober 2026" not in toolbox("analyse", "--answers", file, "--problem", "winkels", "--rest-unknown").out
    assert "Gekozen op 3 oktober 2026" in toolbox("analyse", "--answers", file, "--problem", "station", "--rest-unknown").out


def test_answers_that_cannot_be_true_together_stop_a_decision(file: Path, toolbox: Callable) -> None:
    text = file.read_text("utf-8").replace("frequentie: wekelijks", "frequentie: geen")
    file.write_text(text, "utf-8")
    done = toolbox("case", "choose", file, LIGHT, *DAY)

    assert done.code == 1
    assert "tegenstrijdig" in done.err
    assert file.read_text("utf-8") == text


def test_remarks_in_the_file_stay(file: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, LIGHT, *DAY)

    assert file.read_text("utf-8").startswith("# Verzonnen voorbeeld")


def test_the_advice_tells_what_was_decided_and_that_chosen_is_not_tried(file: Path, toolbox: Callable) -> None:
    plain = toolbox("analyse", "--answers", file, "--rest-unknown").out
    toolbox("case", "choose", file, HEAVY, *DAY, *REASON)
    toolbox("case", "drop", file, LIGHT, *DAY, "--reason", "vervoerder kan nog niet")
    advice = running(toolbox("analyse", "--answers", file, "--rest-unknown").out)

    assert "Wat al is besloten" not in plain
    assert "Wat al is besloten" in advice
    assert advice.count("Gekozen op 3 oktober 2026: extra toezicht hielp niet.") == 2
    assert advice.count("Afgevallen op 3 oktober 2026: vervoerder kan nog niet.") == 2
    assert "telt pas als geprobeerd" in advice
    data = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)
    assert [(item["measure"], item["decision"]) for item in data["decisions"]] == [(HEAVY, "chosen"), (LIGHT, "dropped")]
    assert not next(item for item in data["findings"] if item["variant"] == HEAVY)["tried"]


def test_the_advice_says_when_the_verdict_on_a_choice_has_changed(file: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, HEAVY, *DAY, *REASON)
    toolbox("case", "set", file, "ernstige_vrees=nee")

    assert "was toen 'aanbevolen, mits …' en is nu 'nu niet mogelijk'" in running(
        toolbox("analyse", "--answers", file, "--rest-unknown", "--short").out
    )


def test_the_case_shows_its_log_with_the_receipt(file: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, HEAVY, *DAY, *REASON)
    (decision,) = log(file)
    shown = running(toolbox("case", "show", file).out)
    (plain,) = json.loads(toolbox("case", "show", file, "--json").out)["decisions"]

    for words in ("Reden: extra toezicht hielp niet", "Oordeel toen: aanbevolen, mits …", f"{LIGHT}, ", decision.receipt):
        assert words in shown
    assert (plain["receipt"], plain["above"], plain["date"]) == (decision.receipt, list(decision.above), "2026-10-03")


def test_a_reason_is_asked_in_a_terminal_and_enter_records_nothing(
    file: Path, tmp_path: Path, spawn_toolbox: Callable[..., pexpect.spawn]
) -> None:
    for typed, code in (("", 2), ("stop", 130)):
        term = spawn_toolbox("case", "choose", "zaak.yaml", HEAVY, *DAY)
        term.expect(r"niets vastleggen\) ")
        term.sendline(typed)
        term.expect(pexpect.EOF)
        term.close()
        assert term.exitstatus == code
    assert log(file) == ()

    term = spawn_toolbox("case", "choose", "zaak.yaml", HEAVY, *DAY)
    term.expect(r"niets vastleggen\) ")
    term.sendline("bel 06-12345678")
    term.expect("telefoonnummer")
    term.expect(r"niets vastleggen\) ")
    term.sendline("extra toezicht hielp niet")
    term.expect(pexpect.EOF)
    term.close()
    assert term.exitstatus == 0
    assert log(file)[0].reason == "extra toezicht hielp niet"


def test_the_receipt_of_a_decision_and_of_an_advice_are_those_of_the_case(file: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, LIGHT, *DAY)
    receipt = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)["receipt"]["code"]

    assert log(file)[0].receipt == receipt
    done = toolbox("case", "verify", file, receipt)
    assert (done.code, "--rest-unknown" in done.out) == (0, False)


def test_an_advice_for_which_the_rest_counted_as_unknown_is_recognised(file: Path, toolbox: Callable) -> None:
    toolbox("case", "set", file, "frequentie=")
    receipt = json.loads(toolbox("analyse", "--answers", file, "--rest-unknown", "--json").out)["receipt"]["code"]
    done = toolbox("case", "verify", file, receipt)

    assert (done.code, "--rest-unknown" in done.out) == (0, True)
    toolbox("case", "set", file, "frequentie=dagelijks")
    assert toolbox("case", "verify", file, receipt).code == 1


def test_another_answer_another_content_and_another_program_are_told_apart(file: Path, toolbox: Callable) -> None:
    toolbox("case", "choose", file, LIGHT, *DAY)
    code = log(file)[0].receipt
    tool, content, answers = code.split("/")
    for changed, different in (
        (f"9.9/{content}/{answers}", "tool"),
        (f"{tool}/2020.1{content[content.index('-') :]}/{answers}", "content"),
        (f"{tool}/{content[:-12]}{'0' * 12}/{answers}", "content"),
        (f"{tool}/{content}/{'0' * 12}", "answers"),
    ):
        done = toolbox("case", "verify", file, changed, "--json")
        found = json.loads(done.out)
        assert done.code == 1
        assert [name for name in ("tool", "content", "answers") if not found[name]] == [different]
        assert "ANDERS" in toolbox("case", "verify", file, changed).out

    toolbox("case", "set", file, "frequentie=dagelijks")
    assert toolbox("case", "verify", file, code).code == 1
    assert toolbox("case", "verify", file, code, "--set", "frequentie=wekelijks").code == 0


@pytest.mark.parametrize("code", ["", "abc", "0.1.0/2026.11.2-88e3c482ef41", "0.1.0/2026.11.2-88e3c482ef4/f6519d7c6a45"])
def test_what_is_no_receipt_is_said_to_be_none(code: str, file: Path, toolbox: Callable) -> None:
    done = toolbox("case", "verify", file, code)

    assert done.code == 2
    assert "geen kenmerk" in done.err
