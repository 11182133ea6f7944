"""Whole interviews in a real terminal: back and forth, changed at the end, killed at every question, without input."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from conftest import environment
from helpers import CATALOGUE, posix

from toolbox_cli.content.case_file import read_answers
from toolbox_cli.model.question import words_in

Spawn = Callable[..., "pexpect.spawn"]
PROMPT = r"(?:Nummer|Aantal|Datum)[^\r\n]*: "
ANSWERS = {
    "frequentie": "wekelijks", "gedrag": "vervuiling", "plaats": "woonbuurt", "vaste_plek": "ja", "tijd": "avond", "locatie": "in_gemeente",
    "meer_gemeenten": "nee", "personen_bekend": "nee", "groep": "ja",
}  # fmt: skip


def asked(term: pexpect.spawn) -> str:
    """Wait for the next question; return its id by the text that stands before the prompt."""
    term.expect(r"Vraag [0-9]+ \(")
    term.expect(PROMPT)
    seen = " ".join(str(term.before).split())
    return max((question for question in CATALOGUE.questions if question.text in seen), key=lambda question: len(question.text)).id


def answer(term: pexpect.spawn, number: int) -> list[str]:
    """Answer this many questions, by their words where we have them; return their ids."""
    ids = []
    for _ in range(number):
        name = asked(term)
        term.sendline(ANSWERS.get(name, "w"))
        ids.append(name)
    return ids


def through(term: pexpect.spawn) -> tuple[int, str]:
    """Answer all that is asked, accept the review, and return how many questions there were and the last words."""
    count = 0
    while term.expect([r"Vraag [0-9]+ \(", "Uw antwoorden"]) == 0:
        term.expect(PROMPT)
        seen = " ".join(str(term.before).split())
        name = max((question for question in CATALOGUE.questions if question.text in seen), key=lambda question: len(question.text)).id
        term.sendline(ANSWERS.get(name, "w"))
        count += 1
    term.expect(PROMPT)
    term.sendline("")
    term.expect(pexpect.EOF)
    term.close()
    return count, str(term.before)


def test_eight_answers_back_three_change_one_and_forward_leaves_the_others_and_equals_direct_entry(
    spawn_toolbox: Spawn, toolbox: Callable[..., object], tmp_path: Path
) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    ids = answer(term, 8)
    asked(term)
    term.sendline("<3")
    changed = asked(term)
    assert changed == ids[5]
    before = read_answers(tmp_path / "a.yaml", CATALOGUE)
    other = next(item.id for item in CATALOGUE.question_by_id[changed].options if item.id not in before.given[changed].values)
    term.sendline(other)
    assert asked(term) == ids[6]
    term.sendline(">>")
    asked(term)
    term.sendline("stop")
    term.expect(pexpect.EOF)

    after = read_answers(tmp_path / "a.yaml", CATALOGUE)
    assert after.given[changed].values == {other}
    assert after.without(changed) == before.without(changed)

    assert toolbox("case", "new", tmp_path / "b.yaml").code == 0
    for name, given in after.given.items():
        words = ",".join(words_in(CATALOGUE.question_by_id[name], given))
        assert toolbox("case", "set", tmp_path / "b.yaml", f"{name}={words}").code == 0
    assert answers_in(tmp_path / "a.yaml") == answers_in(tmp_path / "b.yaml")


def answers_in(path: Path) -> list[str]:
    """The lines of a case file below its head."""
    lines = path.read_text("utf-8").splitlines()
    return lines[lines.index("answers:") :]


def test_back_one_by_one_comes_to_the_first_question_and_enter_keeps_everything(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    ids = answer(term, 6)
    asked(term)
    text = (tmp_path / "a.yaml").read_text("utf-8")
    for name in reversed(ids):
        term.sendline("<")
        assert asked(term) == name
    for name in ids[1:]:
        term.sendline("")
        assert asked(term) == name
    term.sendline("stop")
    term.expect(pexpect.EOF)

    assert (tmp_path / "a.yaml").read_text("utf-8") == text


@pytest.mark.parametrize("number", [1, 4, 8, *(pytest.param(number, marks=pytest.mark.slow) for number in (2, 3, 5, 6, 7))])
def test_killed_at_a_question_it_goes_on_with_that_question(number: int, spawn_toolbox: Spawn, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    ids = answer(term, number)
    next_one = asked(term)
    term.kill(signal.SIGKILL)
    term.wait()
    kept = read_answers(tmp_path / "a.yaml", CATALOGUE)
    assert set(kept) == set(ids)
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]

    again = spawn_toolbox("analyse", "--answers", "a.yaml")
    assert asked(again) == next_one
    again.sendline("stop")
    again.expect(pexpect.EOF)


def test_the_answers_are_looked_back_on_and_one_can_be_changed_before_the_advice(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    while term.expect([r"Vraag [0-9]+ \(", "Uw antwoorden"]) == 0:
        term.expect(PROMPT)
        seen = " ".join(str(term.before).split())
        name = max((question for question in CATALOGUE.questions if question.text in seen), key=lambda question: len(question.text)).id
        term.sendline(ANSWERS.get(name, "w"))
    term.expect(PROMPT)
    number = re.search(r"(\d+)\s+hoe vaak het gebeurt", str(term.before))
    assert number is not None
    before = read_answers(tmp_path / "a.yaml", CATALOGUE)
    term.sendline(number[1])
    assert asked(term) == "frequentie"
    term.sendline("dagelijks")
    through(term)

    after = read_answers(tmp_path / "a.yaml", CATALOGUE)
    assert after.given["frequentie"].values == {"dagelijks"}
    assert {name: after.get(name) for name in before if name != "frequentie"} == before.without("frequentie").given


def test_the_outcome_so_far_can_be_seen_at_any_question_and_grows(spawn_toolbox: Spawn) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    asked(term)
    term.sendline("!")
    term.expect(PROMPT)
    first = str(term.before)
    term.sendline("wekelijks")
    answer(term, 3)
    asked(term)
    term.sendline("!")
    term.expect(PROMPT)
    later = str(term.before)
    term.sendline("stop")
    term.expect(pexpect.EOF)

    assert "Eerst doen, deze week" in first and "Eerst doen, deze week" in later
    assert "afval en vervuiling" in later and "afval en vervuiling" not in first


def test_who_said_it_may_stand_behind_the_answer(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    asked(term)
    term.sendline("3 @wie dan ook")
    term.expect("Deze bron ken ik niet")
    term.expect(PROMPT)
    term.sendline("3 @wijkagent 3-10-2026 schatting")
    asked(term)
    term.sendline("stop")
    term.expect(pexpect.EOF)

    assert "frequentie: {answer: wekelijks, source: politie, date: 2026-10-03, certainty: schatting}" in (tmp_path / "a.yaml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("stdin", [pytest.param("closed", marks=posix), "null"])
def test_without_input_it_stops_within_ten_seconds_with_code_two(stdin: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "toolbox_cli", "analyse", "--save", "a.yaml"]
    if stdin == "closed":
        command = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=10, text=True)

    assert done.returncode == 2
    assert "is nog niet beantwoord" in done.stderr
    assert list(tmp_path.iterdir()) == []
