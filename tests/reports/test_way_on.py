"""The way on behind what is not possible: what cannot be either is not named as another way."""

from __future__ import annotations

import random

import pytest
from helpers import CATALOGUE, seeds, some_answers

from toolbox_cli.analysis.assess import assess
from toolbox_cli.model.question import Answers
from toolbox_cli.reports.words import form_name, way_on_terms
from toolbox_cli.rules.truth import Truth


def drawn(seed: int) -> Answers:
    source = random.Random(seed)
    return Answers({question.id: source.choice(some_answers(question)) for question in CATALOGUE.questions if source.random() < 0.6})


@pytest.mark.parametrize("seed", seeds(10, 200))
def test_each_other_way_stands_once_and_only_what_may_be_possible_as_a_way(seed: int) -> None:
    assessment = assess(CATALOGUE, drawn(seed))
    failing = {finding.form.id: any(tested.truth is Truth.NO for tested in finding.tested) for finding in assessment.findings}
    for condition in CATALOGUE.conditions:
        said = {label: line.text for label, line in way_on_terms(CATALOGUE, condition, assessment)}
        for name in condition.instead:
            forms = [form.id for form in CATALOGUE.forms if name in (form.id, form.measure.id) and form.id in failing]
            closed = bool(forms) and all(failing[form] for form in forms)
            assert (form_name(CATALOGUE, name) in said["Kan nu ook niet"]) is closed
            assert (form_name(CATALOGUE, name) in said["Zie ook"]) is not closed
