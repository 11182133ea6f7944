"""Ten thousand random answer sets: no crash, every grade consistent. Slow, so only in the full checks."""

import random

import pytest
from helpers import CATALOGUE, some_answers

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.model.question import Answer, Answers, Kind
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.as_json import analysis_json
from toolbox_cli.rules.truth import Truth


def random_answers(source: random.Random) -> Answers:
    given = {}
    for question in CATALOGUE.questions:
        if source.random() < 0.3:
            continue
        options = some_answers(question)
        count = source.randint(1, 4) if question.kind is Kind.CHOICES else 1
        chosen = frozenset(value for answer in source.sample(options, min(count, len(options))) for value in answer.values)
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
            legal = [item.truth for item in finding.tested]
            assert (finding.grade is Grade.RECOMMENDED) == (
                finding.indicated.truth is Truth.YES and all(truth is Truth.YES for truth in legal)
            )
            assert (finding.grade is Grade.RULED_OUT) == (finding.indicated.truth is not Truth.NO and Truth.NO in legal)
            assert (finding.grade is Grade.NOT_INDICATED) == (finding.indicated.truth is Truth.NO)
        if number % 50 == 0:
            assert compose_advice(CATALOGUE, assessment).blocks
            assert analysis_json(CATALOGUE, assessment)["findings"]
