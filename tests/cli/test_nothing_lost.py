"""What a case must never lose or settle by itself: other files, what others said, old words, who is named."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.case import answers_of
from toolbox_cli.analysis.case_merge import merge
from toolbox_cli.content.case_file import case_in, read_case
from toolbox_cli.content.case_text import case_text
from toolbox_cli.content.read import parse_yaml
from toolbox_cli.model.case import Case, Said
from toolbox_cli.model.history import ContentVersion
from toolbox_cli.model.question import Answer

Call = Callable[..., object]
HEAD = f'toolbox: antwoorden\nversion: 2\ncontent: "{CATALOGUE.edition.version}"\nanswers:\n'
MINE = HEAD + "  frequentie: {answer: dagelijks, source: politie}\n  gedrag: [geweld]\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mijn.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text", ["melk: 2\n", "zomaar tekst\n", f"# van een ander\n{HEAD}  acuut: nee\n", f"{HEAD}  acuut: nee  # let op\n"]
)
def test_saving_never_overwrites_a_file_somebody_wrote_in(text: str, toolbox: Call, mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "ander.yaml"
    other.write_text(text, encoding="utf-8")
    commands = (
        ("analyse", "--answers", mine, "--rest-unknown"),
        ("check", "gebiedsverbod/172a", "--answers", mine, "--no-input"),
        ("case", "merge", mine, mine),
    )
    for command in commands:
        done = toolbox(*command, "--save", other)
        assert (done.code, "wordt niet overschreven" in done.err) == (2, True)
    assert other.read_text(encoding="utf-8") == text


def test_saving_twice_to_the_same_new_file_gives_the_same_file(toolbox: Call, mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "nieuw.yaml"
    made = []
    for _ in range(2):
        assert toolbox("analyse", "--answers", mine, "--rest-unknown", "--save", other).code == 0
        made.append(other.read_bytes())
    assert made[0] == made[1]


def test_an_answer_on_the_command_line_keeps_what_others_said(toolbox: Call, mine: Path) -> None:
    assert toolbox("analyse", "--answers", mine, "--set", "frequentie=soms", "--rest-unknown", "--save", mine).code == 0
    said = read_case(mine, CATALOGUE).said["frequentie"]

    assert [(item.source, bool(item.because)) for item in said] == [("politie", False), ("", True)]
    assert answers_of(CATALOGUE, read_case(mine, CATALOGUE)).given["frequentie"].values == {"soms"}


def test_the_same_answer_without_a_source_keeps_the_source(toolbox: Call, mine: Path) -> None:
    toolbox("case", "set", mine, "frequentie=dagelijks")

    assert mine.read_text(encoding="utf-8") == MINE


def test_an_old_answer_with_another_name_can_still_be_read_after_another_answer_was_changed() -> None:
    renamed = {"question": "frequentie", "renamed": [{"from": "vaak", "to": "dagelijks"}]}
    version = ContentVersion.model_validate(
        {"version": "2099.1", "published": "2099-01-01", "summary": "Test.", "answers": [renamed]}, strict=False
    )
    edition = CATALOGUE.edition.model_copy(update={"version": "2099.1"})
    later = CATALOGUE.model_copy(update={"history": (*CATALOGUE.history, version), "edition": edition})
    old = HEAD + "  frequentie: vaak  # geteld\n  gedrag: [geweld]\n"
    case = case_in(parse_yaml(old, "a.yaml"), later).case
    changed = case.with_said("", {**case.said, "acuut": (Said(Answer(frozenset({"nee"}))),)})
    text = case_text(later, changed, old)

    assert "frequentie: dagelijks  # geteld" in text
    assert case_in(parse_yaml(text, "a.yaml"), later).case.said == changed.said


def test_a_choice_in_a_file_of_another_does_not_overrule_this_case() -> None:
    here = Case({"frequentie": (Said(Answer(frozenset({"soms"})), "politie"),)})
    theirs = Case({"frequentie": (Said(Answer(frozenset({"dagelijks"})), "boa", because="ik denk het"),)})
    merged = merge(CATALOGUE, here, theirs).case

    assert answers_of(CATALOGUE, merged).given["frequentie"] == Answer(unknown=True)


STATEMENTS = (
    "source: politie\ndate: 2026-01-01\nanswers: {orde_verstoord: ja}\n",
    "source: politie\ndate: 2026-02-01\nanswers: {orde_verstoord: nee}\n",
    "source: politie\nanswers: {orde_verstoord: ja}\n",
    "source: coa\nanswers: {orde_verstoord: onbekend}\n",
)


def test_the_order_of_merging_never_changes_what_follows() -> None:
    cases = [case_in(parse_yaml(text, "a.yaml"), CATALOGUE).case for text in STATEMENTS]
    outcomes = set()
    for order in itertools.permutations(cases):
        merged = order[0]
        for other in order[1:]:
            merged = merge(CATALOGUE, merged, other).case
        outcomes.add(answers_of(CATALOGUE, merged).given["orde_verstoord"])

    assert outcomes == {Answer(unknown=True)}


def test_a_parent_that_becomes_unknown_takes_its_follow_ups_with_it_and_a_conflict_does_not(toolbox: Call, mine: Path) -> None:
    text = HEAD + "  personen_bekend: {answer: ja, source: politie}\n  leeftijd: [onder_12]\n  voogd: ja\n"
    mine.write_text(text, encoding="utf-8")
    toolbox("case", "set", mine, "personen_bekend=nee", "--source", "coa")
    assert {"leeftijd", "voogd"} <= set(read_case(mine, CATALOGUE).said)

    mine.write_text(text, encoding="utf-8")
    done = toolbox("case", "set", mine, "personen_bekend=onbekend")
    assert done.out.count("Vervallen") == 2
    assert set(read_case(mine, CATALOGUE).said) == {"personen_bekend"}


@pytest.mark.parametrize(
    "line",
    [
        "content: Jan Jansen 06-12345678",
        "former: {vraag: Jan Jansen heeft het gezegd}",
        "decisions:\n  - {date: 2026-01-01, measure: jan-jansen, decision: chosen}",
        "decisions:\n  - {date: 2026-01-01, measure: meldkaart, decision: chosen, grade: Jan Jansen}",
        "decisions:\n  - {date: 2026-01-01, measure: meldkaart, decision: chosen, receipt: bel 06-12345678}",
        "decisions:\n  - {date: 2026-01-01, measure: meldkaart, decision: chosen, above: [jan-jansen]}",
        "decisions:\n  - {date: 2026-01-01, measure: verbod-voor-groep, decision: chosen}",
        "decisions:\n  - {date: 2026-01-01, measure: meldkaart, decision: chosen, reason: Omdat het Marokkanen zijn}",
        "problems: {station: {title: Overlast door asielzoekers, answers: {}}}",
    ],
)
def test_a_file_that_was_written_by_hand_holds_nobody_and_nothing_unlawful(line: str, toolbox: Call, tmp_path: Path) -> None:
    path = tmp_path / "hand.yaml"
    path.write_text(f"toolbox: antwoorden\nversion: 2\n{line}\nanswers: {{acuut: nee}}\n", encoding="utf-8")
    done = toolbox("case", "show", path)

    assert done.code == 1
    assert done.out == ""
    assert "Jansen" not in done.err and "12345678" not in done.err


def test_a_title_is_checked_also_when_the_problem_is_there_already(toolbox: Call, mine: Path) -> None:
    toolbox("case", "problem", mine, "station", "--first", "winkels")
    before = mine.read_bytes()
    for title in ("Jan de Vries, BSN 123456782", "bel 06-12345678"):
        assert toolbox("case", "problem", mine, "station", "--title", title).code == 1
    assert mine.read_bytes() == before


def test_remarks_are_kept_beside_the_case_when_it_is_split(toolbox: Call, mine: Path) -> None:
    mine.write_text(f"{HEAD}  # volgens de boa\n  gedrag: [geweld]  # gezien\n", encoding="utf-8")
    before = mine.read_text(encoding="utf-8")
    done = toolbox("case", "problem", mine, "station", "--first", "winkels")

    assert "mijn-onverdeeld.yaml" in done.out
    assert (mine.parent / "mijn-onverdeeld.yaml").read_text(encoding="utf-8") == before
