"""Golden cases that a jurist can read: tests/cases/*.yaml."""

from pathlib import Path
from typing import Any

import pytest
from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.content.read import read_yaml

FOLDER = Path(__file__).parent.parent / "cases"
KEYS = {"name", "source", "answers", "first_five", "recommended", "conditional", "ruled_out", "not_advised"}
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in read_yaml(path).values]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case_gets_the_expected_advice(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS, f"onbekende sleutels: {set(case) - KEYS}"
    findings = {finding.form.id: finding for finding in assess(CATALOGUE, answers_of(case["answers"])).findings}
    advised = [name for name, finding in findings.items() if finding.grade in (Grade.RECOMMENDED, Grade.CONDITIONAL)]

    for name in case.get("first_five", []):
        assert name in advised[:5], f"{name} staat niet bij de eerste vijf: {advised[:7]}"
    for name in case.get("recommended", []):
        assert findings[name].grade is Grade.RECOMMENDED, findings[name].open_questions
    for name, open_questions in case.get("conditional", {}).items():
        assert findings[name].grade is Grade.CONDITIONAL
        assert set(open_questions) <= set(findings[name].open_questions)
    for name, condition in case.get("ruled_out", {}).items():
        assert findings[name].grade is Grade.RULED_OUT
        assert findings[name].failing is not None
        assert findings[name].failing.condition.id == condition
    for name in case.get("not_advised", []):
        assert name not in advised


def test_all_nine_practice_boxes_are_cases() -> None:
    assert sum("first_five" in case for case in read_yaml(FOLDER / "praktijk.yaml").values) == 9
