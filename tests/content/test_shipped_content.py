"""What must hold for the shipped content as a whole."""

import re
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.model.measure import Origin

FILES = sorted((ROOT / "data").glob("*.yaml"))
FUNCTIONAL = {"0900-8844"}
ORIGIN_WORDS = r"nationaliteit|etniciteit|verblijfsstatus|geloof|religie|land van herkomst"


def test_no_question_or_rule_asks_for_origin() -> None:
    asked = [text for question in CATALOGUE.questions for text in (question.id, question.text, question.label)]
    asked += [choice.label for question in CATALOGUE.questions for choice in question.choices]
    asked += [condition.text for condition in CATALOGUE.conditions] + [fact.text for fact in CATALOGUE.facts]

    assert [text for text in asked if re.search(ORIGIN_WORDS, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_no_personal_numbers_or_addresses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    phones = set(re.findall(r"(?<![\d-])\b0\d{2,3}[- ]\d{3,4}(?:[ -]?\d{2,4})?\b|\b06[- ]?\d{8}\b", text)) - FUNCTIONAL

    assert phones == set()
    assert re.findall(r"\b[a-z]+\.[a-z]+@[a-z.]+", text) == []


def test_the_whole_toolbox_is_there() -> None:
    sections = {measure.section for measure in CATALOGUE.measures if measure.origin is Origin.TOOLBOX}

    assert sections == {*(f"2.{number}" for number in range(1, 11)), *(f"3.{number}" for number in range(1, 8))}
    assert sum(partner.annex for partner in CATALOGUE.partners) == 8
    assert sum(practice.box for practice in CATALOGUE.practices) == 9


def test_an_order_on_a_person_is_never_worded_as_punishment() -> None:
    texts = [lead.because for rule in CATALOGUE.rules for lead in rule.leads] + [step.text for step in CATALOGUE.steps]

    assert [text for text in texts if re.search(r"\bstraf(?!baar|bare|zaak|feit)|afschrik|lik op stuk|signaal", text, re.IGNORECASE)] == []
