"""Ten thousand random answer sets: no crash, every grade consistent. Slow, so only in the full checks."""

import random

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import assess, verdict_of
from toolbox_cli.model.question import Answer, Answers, Kind
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.as_json import analysis_json
from toolbox_cli.rules.evaluate import conjunction


def random_answers(source: random.Random) -> Answers:
    given = {}
    for question in CATALOGUE.questions:
        if source.random() < 0.3:
            continue
        options = [option.id for option in question.options]
        count = source.randint(1, 4) if question.kind is Kind.CHOICES else 1
        chosen = frozenset(source.sample(options, min(count, len(options))))
        given[question.id] = (
            Answer(unknown=True) if source.random() < 0.2 else Answer(chosen, question.kind is Kind.CHOICES and source.random() < 0.2)
        )
    return Answers(given)


@pytest.mark.slow
def test_ten_thousand_random_answer_sets_give_consistent_grades() -> None:
    source = random.Random(20231027)
    for number in range(10_000):
        assessment = assess(CATALOGUE, random_answers(source))
        for finding in assessment.findings:
            assert finding.grade is verdict_of(finding.indicated.truth, conjunction([item.truth for item in finding.tested]))
        if number % 50 == 0:
            assert compose_advice(CATALOGUE, assessment).blocks
            assert analysis_json(CATALOGUE, assessment)["findings"]
