"""`toolbox case merge`: several files, some of them hard."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SPLIT = """\
version: 2
answers:
  locatie: in_gemeente
problems:
  winkels:
    answers: {acuut: nee}
  station:
    answers: {acuut: nee}
"""
CHOSEN = "  groep: [{answer: ja, source: politie}, {answer: nee, source: coa}, {answer: ja, because: gezien}]\n"


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_three_files_come_together_and_each_conflict_is_listed(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", "answers:\n  frequentie: soms\n")
    police = written("politie", "source: politie\ndate: 2026-10-03\nanswers:\n  frequentie: wekelijks\n  groep: ja\n")
    coa = written("coa", "source: coa\ndate: 2026-10-04\nanswers:\n  groep: nee\n  leeftijd: {answer: volwassen, date: 2026-10-01}\n")
    shops = written("winkels", "source: winkeliers\nanswers:\n  tijd: [avond, onbekend]\n")
    done = toolbox("case", "merge", case, police, coa, shops, "--json")
    merged = json.loads(done.out)

    assert [item["question"] for item in merged["conflicts"]] == ["frequentie", "groep"]
    assert [(item["question"], item["source"], item["date"]) for item in merged["taken"]] == [
        ("frequentie", "politie", "2026-10-03"), ("groep", "politie", "2026-10-03"), ("groep", "coa", "2026-10-04"),
        ("leeftijd", "coa", "2026-10-01"), ("tijd", "ondernemers", None),
    ]  # fmt: skip


def test_the_same_file_twice_and_the_case_itself_change_nothing_more(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", "answers:\n  frequentie: soms\n")
    police = written("politie", "source: politie\nanswers:\n  frequentie: wekelijks\n  groep: ja\n")
    toolbox("case", "merge", case, police)
    once = case.read_bytes()
    done = toolbox("case", "merge", case, police, police, case)

    assert case.read_bytes() == once
    assert "Al bekend en gelijk: 7." in done.out
    assert "is niet veranderd" in done.err


def test_a_file_about_one_problem_needs_to_say_which_in_a_split_case(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", SPLIT)
    police = written("politie", "source: politie\nanswers:\n  groep: ja\n  locatie: in_gemeente\n")
    refused = toolbox("case", "merge", case, police)
    taken = toolbox("case", "merge", case, police, "--problem", "station")

    assert refused.code == 2
    assert "zeg over welk probleem" in refused.err
    assert taken.code == 0
    assert "station.groep: ja (politie)" in taken.out
    assert toolbox("case", "show", case).code == 0


def test_a_split_file_is_not_put_into_a_case_that_would_then_be_unreadable(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", "answers:\n  groep: ja\n")
    before = case.read_bytes()
    refused = toolbox("case", "merge", case, written("deel", SPLIT))

    assert refused.code == 2
    assert "--first NAAM" in refused.err
    assert case.read_bytes() == before

    shared = written("gemeente", "answers:\n  locatie: in_gemeente\n")
    assert toolbox("case", "merge", shared, written("deel", SPLIT)).code == 0
    assert toolbox("case", "show", shared).code == 0


def test_after_a_split_file_the_next_one_must_say_its_problem_too(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", "answers:\n  locatie: in_gemeente\n")
    refused = toolbox("case", "merge", case, written("deel", SPLIT), written("los", "answers:\n  groep: ja\n"))

    assert refused.code == 2
    assert "zeg over welk probleem" in refused.err


def test_the_same_conflict_in_two_problems_is_listed_twice_and_a_shared_one_once(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", SPLIT)
    other = SPLIT.replace("answers: {acuut: nee}", "answers: {acuut: ja}").replace("in_gemeente", "geen")
    out = toolbox("case", "merge", case, written("ander", f"source: politie\n{other}")).out

    assert out.count("acuut: zonder bron: nee; politie: ja") == 2
    assert " - winkels.acuut:" in out
    assert " - station.acuut:" in out
    assert out.count("locatie: zonder bron:") == 1


def test_what_differs_from_an_earlier_choice_is_named_and_the_choice_stays(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", f"answers:\n{CHOSEN}")
    done = toolbox("case", "merge", case, written("boa", "source: boa\nanswers:\n  groep: nee\n"))

    assert "Anders dan u eerder koos" in done.out
    assert "Bronnen die elkaar tegenspreken" not in done.out


def test_an_answer_that_no_longer_fits_is_named(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", "answers:\n  leeftijd: volwassen\n")
    out = toolbox("case", "merge", case, written("politie", "source: politie\nanswers:\n  personen_bekend: nee\n")).out

    assert "Antwoorden die niet meer bij de andere passen" in out
    assert " - leeftijd (de leeftijd)" in out


def test_a_choice_in_a_file_with_a_source_at_the_top_is_not_said_by_that_source(toolbox: Callable, written: Callable) -> None:
    case = written("zaak", f"source: politie\nanswers:\n{CHOSEN.replace(', source: politie', '')}")
    (known,) = json.loads(toolbox("case", "show", case, "--json").out)["problems"][0]["answers"]

    assert [item["source"] for item in known["said"]] == ["politie", "coa", None]
