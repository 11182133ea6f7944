"""Answers from figures in the analysis: proposed with their figure, and counted only when somebody confirms them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pexpect
import pytest
from helpers import CATALOGUE, ROOT
from registrations import spread, write_csv

from toolbox_cli.content.case_file import read_case

EXAMPLE, SURVEY = ROOT / "examples" / "incidenten-voorbeeld.csv", ROOT / "examples" / "enquete-voorbeeld.csv"
FIGURES = ("--evidence", EXAMPLE, "--period", "2025", "--source", "politie")


def test_unconfirmed_proposals_count_for_nothing(tmp_path: Path, toolbox: Callable) -> None:
    saved = tmp_path / "zaak.yaml"
    done = toolbox("analyse", *FIGURES, "--save", saved, "--rest-unknown", "--json")

    assert done.code == 0, done.err
    assert "nog niet bevestigd" in done.err
    assert all(item.answer.unknown for said in read_case(saved, CATALOGUE).said.values() for item in said)


def test_confirmed_answers_keep_their_source_day_and_figure(tmp_path: Path, toolbox: Callable) -> None:
    saved = tmp_path / "zaak.yaml"
    done = toolbox("analyse", *FIGURES, "--save", saved, "--rest-unknown", "--confirm")
    said = read_case(saved, CATALOGUE).said

    assert done.code == 0, done.err
    (behaviour,) = said["gedrag"]
    assert behaviour.source == "politie"
    assert str(behaviour.on) == "2025-12-31"
    assert "winkeldiefstal" in behaviour.answer.values
    assert "van 247" in behaviour.figure
    assert "Wie wat heeft gezegd" in done.out
    assert "(62 van 247" in "".join(done.out.split()) or "62 van" in done.out


def test_figures_beside_another_source_show_the_conflict(tmp_path: Path, toolbox: Callable) -> None:
    saved = tmp_path / "zaak.yaml"
    saved.write_text("answers:\n  frequentie: {answer: soms, source: boa}\n", "utf-8")
    done = toolbox("analyse", "--answers", saved, *FIGURES, "--rest-unknown", "--confirm")

    assert "Tegenspraak over hoe vaak het gebeurt" in " ".join(done.out.split())
    assert {item.source for item in read_case(saved, CATALOGUE).said["frequentie"]} == {"boa", "politie"}


def test_figures_of_nobody_known_never_take_away_what_somebody_said(tmp_path: Path, toolbox: Callable) -> None:
    saved = tmp_path / "zaak.yaml"
    saved.write_text("answers:\n  frequentie: {answer: soms, source: boa}\n  subjectief: {answer: [gesprekken], source: coa}\n", "utf-8")
    asked = ("analyse", "--answers", saved, "--evidence", EXAMPLE, "--period", "2025", "--survey", SURVEY, "--rest-unknown", "--confirm")
    done = toolbox(*asked)
    said = read_case(saved, CATALOGUE).said

    assert done.code == 0, done.err
    assert {item.source for item in said["frequentie"]} == {"boa", "cijfers"}
    assert {item.source for item in said["subjectief"]} == {"coa", "enquete"}


def test_two_registrations_of_one_source_are_one_statement(tmp_path: Path, toolbox: Callable) -> None:
    saved, other = tmp_path / "zaak.yaml", tmp_path / "anders.csv"
    rows = spread(date(2025, 1, 1), 364, 1, "Plein", seed=1, kind="Drugsoverlast")
    write_csv(other, rows).with_name("anders.csv.toolbox.yaml").write_text("toolbox: cijfers\ndefinition: alleen drugs\n", "utf-8")
    done = toolbox("analyse", *FIGURES, "--evidence", other, "--save", saved, "--rest-unknown", "--confirm")
    (behaviour,) = read_case(saved, CATALOGUE).said["gedrag"]

    assert done.code == 0, done.err
    assert {"winkeldiefstal", "drugs"} <= behaviour.answer.values


def test_what_figures_leave_open_becomes_a_question_to_a_partner(toolbox: Callable) -> None:
    done = toolbox("analyse", *FIGURES, "--rest-unknown", "--json")

    assert "Wat de cijfers openlaten" in done.err
    assert "Wie weet het:" in done.err


def test_options_of_figures_without_figures_are_refused(toolbox: Callable) -> None:
    assert toolbox("analyse", "--confirm", "--rest-unknown").code == 2
    assert toolbox("analyse", *FIGURES[:2], "--rest-unknown").code == 2  # no period


@pytest.fixture
def talk(spawn_toolbox: Callable[..., pexpect.spawn], tmp_path: Path) -> pexpect.spawn:
    return spawn_toolbox("analyse", *map(str, FIGURES), "--survey", str(SURVEY), "--save", str(tmp_path / "zaak.yaml"))


def test_somebody_confirms_proposals_one_by_one(talk: pexpect.spawn, tmp_path: Path) -> None:
    for prompt in ("Vastgelegd door:", "Definitie:"):
        talk.expect(prompt)
        talk.sendline("")
    talk.expect("Voorstel 1 van")
    talk.expect("Overnemen")
    talk.sendline("misschien")
    talk.expect("Typ j of n")
    talk.expect("Overnemen")
    talk.sendline("j")
    talk.expect("Voorstel 2 van")
    talk.expect("Overnemen")
    talk.sendline("n")
    talk.expect("Voorstel 3 van")
    talk.expect("Overnemen")
    talk.sendline("stop")
    talk.expect(r"Vraag \d")
    talk.expect("Nummer")
    talk.sendline("stop")
    talk.expect(pexpect.EOF)

    said = read_case(tmp_path / "zaak.yaml", CATALOGUE).said
    assert len([name for name, items in said.items() if any(item.figure for item in items)]) == 1


def test_what_was_confirmed_is_kept_when_somebody_interrupts(talk: pexpect.spawn, tmp_path: Path) -> None:
    for prompt in ("Vastgelegd door:", "Definitie:"):
        talk.expect(prompt)
        talk.sendline("")
    talk.expect("Voorstel 1 van")
    talk.expect("Overnemen")
    talk.sendline("j")
    talk.expect("Voorstel 2 van")
    talk.expect("Overnemen")
    talk.sendcontrol("c")
    talk.expect(pexpect.EOF)
    talk.close()

    assert talk.exitstatus == 130
    assert any(item.figure for said in read_case(tmp_path / "zaak.yaml", CATALOGUE).said.values() for item in said)
