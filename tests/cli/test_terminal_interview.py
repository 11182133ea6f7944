"""The interview in a real terminal: line by line, nothing lost, everything explained."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from helpers import CATALOGUE

from toolbox_cli.model.question import Kind

FIRST = CATALOGUE.questions[0]
SECOND = CATALOGUE.questions[1]
DEFAULT = "toolbox-antwoorden.yaml"
ALMOST = "toolbox: antwoorden\nversion: 1\nanswers:\n" + "".join(
    f"  {question.id}: onbekend\n" for question in CATALOGUE.questions if question.id != FIRST.id
)


def prompted(term: pexpect.spawn) -> str:
    """Wait for the prompt; return what stood before it as running text."""
    term.expect(r"Nummer[^\r\n]*: ")
    return " ".join(str(term.before).split())


def asked(term: pexpect.spawn, number: int | None = None) -> str:
    """Wait for the question with this number (or any) and its prompt; return what stood between as running text."""
    term.expect(rf"Vraag {number or '[0-9]+'} \(")
    return prompted(term)


def ended(term: pexpect.spawn) -> tuple[int, str]:
    """Wait for the end; return the exit code and the last words."""
    term.expect(pexpect.EOF)
    last = str(term.before)
    term.close()
    return term.exitstatus, " ".join(last.split())


def reviewed(term: pexpect.spawn, typed: str = "") -> str:
    """Wait for the look back before the outcome, type something, and return what stood there."""
    term.expect("Uw antwoorden")
    seen = prompted(term)
    term.sendline(typed)
    return seen


def stop(term: pexpect.spawn) -> None:
    term.sendline("stop")
    assert ended(term)[0] == 130


def test_answers_by_number_and_w_are_saved_before_the_next_question(spawn_toolbox: Callable, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    assert FIRST.text in asked(term, 1)
    term.sendline("2")
    asked(term, 2)
    assert f"  {FIRST.id}: {FIRST.options[1].id}\n" in (tmp_path / "a.yaml").read_text("utf-8")
    assert SECOND.kind is Kind.CHOICES
    term.sendline("3, 4")
    asked(term, 3)
    assert f"  {SECOND.id}: [{SECOND.options[2].id}, {SECOND.options[3].id}]\n" in (tmp_path / "a.yaml").read_text("utf-8")
    term.sendline("w")
    asked(term, 4)
    assert ": onbekend\n" in (tmp_path / "a.yaml").read_text("utf-8")
    stop(term)


def test_a_question_mark_tells_what_hangs_on_the_question_and_asks_again(spawn_toolbox: Callable, tmp_path: Path) -> None:
    given = {question.id: "onbekend" for question in CATALOGUE.questions if question.id != "acuut"}
    given |= {"frequentie": "dagelijks", "gedrag": "geweld", "plaats": "station"}
    (tmp_path / "a.yaml").write_text("answers:\n" + "".join(f"  {name}: {word}\n" for name, word in given.items()), "utf-8")
    term = spawn_toolbox("analyse", "--answers", "a.yaml")
    question = CATALOGUE.question_by_id["acuut"]
    assert question.text in asked(term)
    term.sendline("?")
    told = prompted(term)
    for words in (" ".join(question.help.split()), "Hiervan hangen af: ", "Artikelen: ", "art. 172 lid 3", "Wie kan dit weten: politie"):
        assert words in told
    stop(term)


def test_what_is_no_answer_is_explained_and_asked_again(spawn_toolbox: Callable, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    asked(term, 1)
    for typed, told in (
        ("", "Kies een nummer, of w als u het niet weet."),
        ("zomaar wat", "Dat past niet. Kies één nummer van 1 tot en met 4, of w."),
        ("99", "Dat past niet. Kies één nummer"),
        ("1, 2", "Dat past niet. Kies één nummer"),
    ):
        term.sendline(typed)
        assert told in prompted(term)
    stop(term)
    assert not (tmp_path / "a.yaml").exists()


def test_back_shows_the_earlier_answer_and_enter_keeps_it_and_nothing_is_before_the_first(spawn_toolbox: Callable, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    asked(term, 1)
    term.sendline("<")
    asked(term, 1)
    term.sendline("2")
    asked(term, 2)
    term.sendline("<")
    assert f"Uw antwoord was: {FIRST.options[1].phrase}" in asked(term, 1)
    term.sendline("")
    asked(term, 2)
    assert f"  {FIRST.id}: {FIRST.options[1].id}\n" in (tmp_path / "a.yaml").read_text("utf-8")
    stop(term)


def test_a_contradiction_is_explained_and_not_saved(spawn_toolbox: Callable, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml", "--set", "frequentie=geen")
    asked(term, 2)
    term.sendline("geweld")
    term.expect(r"Vraag 2 \(")
    assert "Dit klopt niet met een ander antwoord" in prompted(term)
    assert not (tmp_path / "a.yaml").exists()
    stop(term)


def test_a_stopped_interview_says_how_to_go_on_and_goes_on_there(spawn_toolbox: Callable, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse")
    asked(term, 1)
    term.sendline("2")
    asked(term, 2)
    term.sendline("stop")
    code, last = ended(term)
    assert code == 130
    assert f"Verder gaan: toolbox analyse --answers {DEFAULT}" in last

    again = spawn_toolbox("analyse", "--answers", DEFAULT)
    assert SECOND.text in asked(again, 2)
    again.sendline("3")
    asked(again, 3)
    assert SECOND.options[2].id in (tmp_path / DEFAULT).read_text("utf-8")
    stop(again)


@pytest.mark.parametrize("key", ["c", "d"])
def test_ctrl_c_and_ctrl_d_keep_the_answers(key: str, spawn_toolbox: Callable, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    asked(term, 1)
    term.sendline("2")
    asked(term, 2)
    term.sendcontrol(key)
    code, last = ended(term)

    assert code == 130
    assert "Gestopt. Uw antwoorden staan in a.yaml" in last
    assert "Traceback" not in last
    assert f"  {FIRST.id}: {FIRST.options[1].id}\n" in (tmp_path / "a.yaml").read_text("utf-8")


def test_a_file_with_the_default_name_is_not_overwritten(spawn_toolbox: Callable, tmp_path: Path) -> None:
    (tmp_path / DEFAULT).write_text("van iemand anders", "utf-8")
    term = spawn_toolbox("analyse")
    assert "bewaard in toolbox-antwoorden-2.yaml" in prompted(term)
    term.sendline("2")
    asked(term, 2)
    stop(term)

    assert (tmp_path / DEFAULT).read_text("utf-8") == "van iemand anders"
    assert (tmp_path / "toolbox-antwoorden-2.yaml").exists()


def test_a_folder_that_does_not_exist_gives_way_to_one_that_does(spawn_toolbox: Callable, tmp_path: Path) -> None:
    (tmp_path / "tijdelijk").mkdir()
    term = spawn_toolbox("analyse", "--save", "weg/a.yaml", TMPDIR=str(tmp_path / "tijdelijk"))
    asked(term, 1)
    term.sendline("2")
    told = prompted(term)
    assert "kan niet worden geschreven" in told
    assert "worden nu bewaard in" in told
    stop(term)

    assert f"{FIRST.id}: {FIRST.options[1].id}" in (tmp_path / "tijdelijk" / "a.yaml").read_text("utf-8")


def test_the_last_answer_is_followed_by_the_advice(spawn_toolbox: Callable, tmp_path: Path) -> None:
    (tmp_path / "bijna.yaml").write_text(ALMOST, "utf-8")
    term = spawn_toolbox("analyse", "--answers", "bijna.yaml")
    asked(term)
    term.sendline("w")
    reviewed(term)
    term.expect("Klaar. Uw antwoorden staan in bijna.yaml")
    code, last = ended(term)

    assert code == 0
    assert "Eerst doen, deze week" in last
    assert f"{FIRST.id}: onbekend" in (tmp_path / "bijna.yaml").read_text("utf-8")


def test_the_advice_follows_also_when_the_answers_had_to_be_saved_elsewhere(spawn_toolbox: Callable, tmp_path: Path) -> None:
    (tmp_path / "bijna.yaml").write_text(ALMOST, "utf-8")
    (tmp_path / "tijdelijk").mkdir()
    term = spawn_toolbox("analyse", "--answers", "bijna.yaml", "--save", "weg/a.yaml", TMPDIR=str(tmp_path / "tijdelijk"))
    asked(term)
    term.sendline("w")
    reviewed(term)
    code, last = ended(term)

    assert code == 0
    assert "Eerst doen, deze week" in last


def test_json_stays_json_when_questions_were_asked(spawn_toolbox: Callable, tmp_path: Path) -> None:
    (tmp_path / "bijna.yaml").write_text(ALMOST, "utf-8")
    term = spawn_toolbox("analyse", "--answers", "bijna.yaml", "--json")
    asked(term)
    term.sendline("w")
    reviewed(term)
    code, last = ended(term)

    assert code == 0
    assert re.search(r"\{\s+\"schema_version\": 2", last) is not None


def test_no_input_asks_nothing_even_in_a_terminal(spawn_toolbox: Callable) -> None:
    code, last = ended(spawn_toolbox("analyse", "--no-input"))

    assert code == 2
    assert f"de vraag '{FIRST.id}' is nog niet beantwoord" in last


def test_a_dumb_terminal_gets_plain_lines(spawn_toolbox: Callable, tmp_path: Path) -> None:
    (tmp_path / "bijna.yaml").write_text(ALMOST, "utf-8")
    term = spawn_toolbox("analyse", "--answers", "bijna.yaml", TERM="dumb")
    before = asked(term)
    term.sendline("w")
    reviewed(term)
    code, last = ended(term)

    assert code == 0
    assert "\x1b" not in before + last


def test_a_superscript_is_nonsense_not_a_crash(spawn_toolbox: Callable) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    asked(term, 1)
    term.sendline("²")
    assert "Dat past niet" in prompted(term)
    stop(term)


def test_a_letter_in_another_encoding_is_nonsense_not_a_crash(spawn_toolbox: Callable) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml", PYTHONIOENCODING="utf-8:strict")
    asked(term, 1)
    term.sendline("\udce9")
    assert "Dat past niet" in prompted(term)
    stop(term)


def test_the_command_to_go_on_can_be_pasted_when_the_name_has_a_space(spawn_toolbox: Callable) -> None:
    term = spawn_toolbox("analyse", "--save", "mijn zaak.yaml")
    asked(term, 1)
    term.sendline("2")
    asked(term, 2)
    term.sendline("stop")

    assert re.search(r"--answers ['\"]mijn zaak\.yaml['\"]", ended(term)[1]) is not None


def test_no_line_of_the_interview_is_wider_than_the_screen(spawn_toolbox: Callable) -> None:
    term = spawn_toolbox("analyse", "--save", "a.yaml")
    seen = []
    for typed in ("?", "2", "?"):
        term.expect(r"Nummer[^\r\n]*: ")
        seen += str(term.before).split("\r\n")
        term.sendline(typed)
    term.expect(r"Nummer[^\r\n]*: ")
    seen += str(term.before).split("\r\n")
    stop(term)

    assert len(seen) > 20
    assert [line for line in seen if len(line) > 80] == []


def test_stopping_without_a_new_answer_leaves_the_file_as_it_was(spawn_toolbox: Callable, tmp_path: Path) -> None:
    text = f"# een eigen opmerking\nanswers:\n  {FIRST.id}: {FIRST.options[1].id}\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    term = spawn_toolbox("analyse", "--answers", "a.yaml")
    asked(term)
    stop(term)

    assert (tmp_path / "a.yaml").read_text("utf-8") == text
