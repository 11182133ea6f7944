"""Break one thing in what a profile can hold: the message names file, line and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from seeded import copy_of_content


@pytest.mark.parametrize(
    ("after", "old", "new", "says"),
    [
        (
            r"^sections:",
            r"\{question: locatie\}",
            "{question: gedrag}",
            "'gedrag' is geen vraag over de gemeente; zet local: true bij de vraag",
        ),
        (r"^sections:", r"\{question: aanwezig\}", "{question: locatie}", "'locatie' staat er twee keer; houd er één"),
        (r"question: apv_messen", r"\[article, maximum", "[articel, maximum", "'articel' staat niet bij notes"),
        (r"^sections:", r"helps: \[apv_dekt_gedrag", "helps: [apv_dekt", "vraag 'apv_dekt' bestaat niet"),
        (r"id: beheer", r"id: retention_months", "id: bewaartermijn", "het feit 'retention_months' ontbreekt; het programma werkt ermee"),
        (r"^notes:", r"id: lookback", "id: steps", "'steps' bestaat al; geef een andere id"),
        (r"^notes:", r"choices_of: gedrag", "choices_of: gedragingen", "vraag 'gedragingen' bestaat niet"),
        (r"^notes:", r"after: conduct", "after: gedrag", "'gedrag' staat hier niet bij"),
        (r"^notes:", r"phrase: art. \{\}", "phrase: artikel", "zet {} op de plaats van wat er is genoteerd"),
        (r"^covers:", r"all: ja", "all: jazeker", "'jazeker' is geen antwoord op 'apv_dekt_gedrag'"),
        (r"^covers:", r"rule: apv_gebiedsverbod", "rule: apv_alcohol", "'conduct' wordt bij 'apv_alcohol' niet genoteerd"),
        (r"^covers:", r"answer: gedrag", "answer: gedragingen", "vraag 'gedragingen' bestaat niet"),
        (r"^follows:", r"question: apv_stap", "question: stap", "vraag 'stap' bestaat niet"),
        (r"^follows:", r"is: geen_stappen", "is: nooit", "'nooit' is geen keuze van 'steps'"),
        (r"^contacts:", r"\[coa,", "[azc,", "partner 'azc' bestaat niet"),
    ],
)
def test_a_fault_in_the_fields_of_a_profile_is_found(after: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    line = content.spoil("profile.yaml", old, new, after=after)
    found = [fault for fault in content.faults() if says in fault]

    assert found, content.faults()
    assert "data/profile.yaml:" in found[0]
    assert any(f":{near}:" in found[0] for near in range(line - 6, line + 4)) or "sections:" in found[0]


def test_every_question_about_the_municipality_is_in_the_profile(tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("questions.yaml", r"    who: ", "    local: true\n    who: ", after=r"id: apv_duur$")

    assert content.fault().endswith("de vraag 'apv_duur' gaat over de gemeente (local: true) en ontbreekt hier")
