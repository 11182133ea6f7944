"""The profile in a real terminal: asked in plain lines, every answer in the file at once; and what an interview does with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.profile import read_profile

EXAMPLE = ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml"
PROMPT = r"(?:^|[\r\n])(Nummer|Aantal|Datum|Tekst|Mailadres|Telefoonnummer)[^\r\n]*: "
Spawn = Callable[..., "pexpect.spawn"]


def prompted(term: pexpect.spawn) -> str:
    """Wait for the prompt; return what stood before it as running text."""
    term.expect(PROMPT)
    return " ".join(str(term.before).split())


def answer(term: pexpect.spawn, *lines: str) -> str:
    """Type lines, each at its own prompt; return what was shown before the last prompt."""
    shown = ""
    for line in lines:
        term.sendline(line)
        shown = prompted(term)
    return shown


def ended(term: pexpect.spawn) -> tuple[int, str]:
    term.expect(pexpect.EOF)
    last = " ".join(str(term.before).split())
    term.close()
    return term.exitstatus, last


def values(path: Path) -> dict[str, tuple[str, ...]]:
    return dict(read_profile(path, CATALOGUE).values)


@pytest.fixture
def talk(spawn_toolbox: Spawn) -> pexpect.spawn:
    """The talk about the profile, at its first question."""
    term = spawn_toolbox("profile", "--file", "p.yaml")
    assert "Is er een opvanglocatie in uw gemeente?" in prompted(term)
    return term


def test_every_answer_is_in_the_file_before_the_next_question(talk: pexpect.spawn, tmp_path: Path) -> None:
    assert "Hoeveel opvangplekken" in answer(talk, "1")
    assert values(tmp_path / "p.yaml") == {"locatie": ("in_gemeente",)}
    assert "Is er een overeenkomst met het COA" in answer(talk, "300")
    assert "Van welke dag is die overeenkomst?" in answer(talk, "ja")
    assert "Wat is er al geregeld?" in answer(talk, "17-6-2024")
    assert "artikel over een gebiedsverbod" in answer(talk, "1, 2")
    assert "Gebiedsverbod in de APV: Welk nummer heeft het artikel" in answer(talk, "1")
    assert "Welk gedrag" in answer(talk, "2:78")
    assert "er zeker niet onder?" in answer(talk, "10 13")
    assert values(tmp_path / "p.yaml") == {
        "locatie": ("in_gemeente",), "reception.places": ("300",), "reception.agreement": ("ja",),
        "reception.agreement_date": ("2024-06-17",),
        "aanwezig": ("projectgroep", "lko"), "apv_gebiedsverbod": ("ja",), "apv_gebiedsverbod.article": ("2:78",),
        "apv_gebiedsverbod.conduct": ("vernieling", "geweld"),
    }  # fmt: skip
    talk.sendline("stop")
    code, last = ended(talk)
    assert code == 130
    assert "Wat u hebt ingevuld, is bewaard. Verder gaan: toolbox profile --file p.yaml" in last


def test_notes_are_asked_only_where_they_have_an_occasion(talk: pexpect.spawn) -> None:
    assert "Wat is er al geregeld?" in answer(talk, "", "", "nee")
    assert "Gebiedsverbod in de APV: Op welke dag is dit gelezen" in answer(talk, "", "2")
    assert "samenscholing en ongeregeldheden?" in answer(talk, "")
    assert "alcoholverbod" in answer(talk, "")


def test_going_back_keeping_skipping_and_emptying(talk: pexpect.spawn, tmp_path: Path) -> None:
    answer(talk, "1", "300")
    assert "Er staat: 300." in answer(talk, "<")
    assert "Er staat: ja." in answer(talk, "<")
    assert "Is er een opvanglocatie" in answer(talk, "<")
    assert "Er staat: 300." in answer(talk, "")
    answer(talk, "-")
    assert values(tmp_path / "p.yaml") == {"locatie": ("in_gemeente",)}
    answer(talk, "<2", "w")
    assert values(tmp_path / "p.yaml") == {"locatie": ("onbekend",)}


def test_what_does_not_fit_is_explained_and_asked_again(talk: pexpect.spawn, tmp_path: Path) -> None:
    assert "Dat past niet: kies één nummer van 1 tot en met 4, of w." in answer(talk, "9")
    assert "Dat past niet: geef een heel getal, bijvoorbeeld 3, of w." in answer(talk, "", "veel")
    assert not (tmp_path / "p.yaml").exists()


def test_a_changed_mind_tells_what_lapses_and_what_it_was(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(
        "toolbox: gemeenteprofiel\nanswers:\n  apv_samenscholing: {answer: ja, article: '2:1'}  # gecontroleerd\n", "utf-8"
    )
    term = spawn_toolbox("profile", "--file", "p.yaml")
    prompted(term)
    assert "Er staat: ja." in answer(term, "", "", "", "", "")
    assert "Vervallen: apv_samenscholing.article, dat was 2:1." in answer(term, "2")
    assert "  apv_samenscholing: nee  # gecontroleerd\n" in (tmp_path / "p.yaml").read_text("utf-8")


def test_contacts_are_asked_of_the_partners_that_were_chosen_and_never_a_person(talk: pexpect.spawn, tmp_path: Path) -> None:
    term, shown = talk, ""
    while "Van welke partners" not in shown:
        shown = answer(term, "")
    assert "Kies een of meer nummers van 1 tot en met 13, of druk op Enter." in answer(term, "14")
    assert "Politie: Welke functie of welk loket?" in answer(term, "2")
    assert "Politie: Welk algemeen mailadres?" in answer(term, "wijkteam centrum")
    assert "dit lijkt het mailadres van een persoon" in answer(term, "jan.jansen@politie.nl")
    assert "Politie: Welk algemeen telefoonnummer?" in answer(term, "wijkteam@politie.example")
    assert "een mobiel nummer is bijna altijd van één persoon" in answer(term, "06-12345678")
    term.sendline("0900-8844")
    assert ended(term) == (0, "0900-8844 Klaar. Bekijken: toolbox profile show --file p.yaml")
    assert values(tmp_path / "p.yaml")["contacts.politie.phone"] == ("0900-8844",)


@pytest.mark.parametrize("key", ["c", "d"])
def test_breaking_off_keeps_what_was_noted(talk: pexpect.spawn, tmp_path: Path, key: str) -> None:
    answer(talk, "4")
    talk.sendcontrol(key)

    assert ended(talk)[0] == 130
    assert values(tmp_path / "p.yaml") == {"locatie": ("geen",)}


def test_a_dumb_terminal_gets_plain_lines(spawn_toolbox: Spawn) -> None:
    term = spawn_toolbox("profile", "--file", "p.yaml", TERM="dumb", NO_COLOR="1")

    assert "\x1b" not in prompted(term)


# The interview with a profile


def case(**given: str) -> str:
    return "answers:\n" + "".join(f"  {name}: {word}\n" for name, word in given.items())


def everything_but(*names: str) -> dict[str, str]:
    return {question.id: "onbekend" for question in CATALOGUE.questions if question.id not in names and not question.local}


def test_the_interview_proposes_what_is_there_and_asks_nothing_the_profile_knows(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        case(**(everything_but("acuut", "apv_dekt_gedrag") | {"frequentie": "soms", "gedrag": "geweld"})), "utf-8"
    )
    term = spawn_toolbox("analyse", "--answers", "a.yaml", "--profile", EXAMPLE)
    shown = prompted(term)
    assert "uit uw gemeenteprofiel" in shown
    assert CATALOGUE.question_by_id["acuut"].text in shown
    assert "Volgens uw gemeenteprofiel: een projectgroep, een plek bij het LKO" in answer(term, "2")
    shown = answer(term, "")
    assert "Uw antwoorden" in shown
    assert "Uit uw gemeenteprofiel: de opvanglocatie (ja)" in shown
    term.sendline("")
    assert "Gemeenteprofiel: gemeenteprofiel-voorbeeld.yaml" in ended(term)[1]
    text = (tmp_path / "a.yaml").read_text("utf-8")
    assert "  aanwezig: [projectgroep, lko, contactfunctionaris]\n" in text
    assert "locatie" not in text


def test_an_answer_that_contradicts_the_profile_says_where_to_change_that(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(case(**(everything_but() | {"frequentie": "soms", "gedrag": "geweld"})), "utf-8")
    term = spawn_toolbox("analyse", "--answers", "a.yaml", "--profile", EXAMPLE)
    assert "Wat is er al geregeld?" in prompted(term)
    assert "Klopt dat niet meer, pas dan het profiel aan: toolbox profile" in answer(term, "16")
    assert "aanwezig" not in (tmp_path / "a.yaml").read_text("utf-8")


def test_another_answer_brings_the_question_back_that_the_profile_no_longer_answers(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    known = {"gedrag": "intimidatie", "frequentie": "wekelijks", "personen_bekend": "ja", "plaats": "station", "vaste_plek": "ja"}
    (tmp_path / "a.yaml").write_text(case(**known), "utf-8")
    term = spawn_toolbox("check", "gebiedsverbod/apv", "--answers", "a.yaml", "--profile", EXAMPLE)
    assert "APV-artikel?" not in prompted(term)
    shown = ""
    for _ in range(len(known) + 1):
        term.sendline("<")
        shown = prompted(term)
        if CATALOGUE.question_by_id["gedrag"].text in shown:
            break
    assert CATALOGUE.question_by_id["gedrag"].text in shown
    term.sendline("winkeldiefstal")
    for _ in range(40):
        shown = prompted(term)
        if CATALOGUE.question_by_id["apv_dekt_gedrag"].text in shown:
            break
        term.sendline("" if "Uw antwoord was" in shown else "w")
    assert "Volgens uw gemeenteprofiel: art. 2:78" in shown
    term.sendline("stop")
    assert ended(term)[0] == 130


def test_a_new_case_says_until_when_it_may_be_kept(spawn_toolbox: Spawn, tmp_path: Path) -> None:
    term = spawn_toolbox("analyse", "--save", "nieuw.yaml", "--profile", EXAMPLE)
    assert "mag worden bewaard tot en met" in prompted(term)
    answer(term, "2")
    assert "keep_until: 20" in (tmp_path / "nieuw.yaml").read_text("utf-8")
    term.sendline("stop")
    assert ended(term)[0] == 130
