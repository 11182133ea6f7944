"""Every form can get every grade it can have; the test prints the answers that show it."""

from collections.abc import Iterator

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import Grade, facts_of, grade, settled
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.domain import Leaf, leaves_in, telling_answers
from toolbox_cli.rules.evaluate import evaluate, missing
from toolbox_cli.rules.truth import Truth

FACTS = facts_of(CATALOGUE)
TARGETS = {Grade.CONDITIONAL: Truth.YES, Grade.UNDETERMINED: Truth.UNKNOWN, Grade.NOT_INDICATED: Truth.NO}


def grades_of(form: Form) -> tuple[Grade, ...]:
    if form.measure.origin is Origin.REFUSAL:
        return (Grade.RULED_OUT,)
    if not form.condition_ids:
        return (Grade.RECOMMENDED, Grade.UNDETERMINED, Grade.NOT_INDICATED)
    return tuple(Grade)


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=[form.id for form in CATALOGUE.forms])
def test_form_reaches_every_grade_it_can_have(form: Form) -> None:
    for wanted in grades_of(form):
        witness = next(witnesses(form, wanted), None)
        assert witness is not None, f"{form.id} kan nooit '{wanted}' worden"
        print(form.id, wanted, {name: sorted(answer.values) for name, answer in witness.given.items()})


def witnesses(form: Form, wanted: Grade) -> Iterator[Answers]:
    """Answers that give this form this grade: settle what the grade needs settled, and leave the rest open."""
    legal = [CATALOGUE.condition_by_id[name].when for name in form.condition_ids]
    if wanted is Grade.RECOMMENDED:
        ways = [[(form.rule.indicated, Truth.YES), *((condition, Truth.YES) for condition in legal)]]
    elif wanted is Grade.RULED_OUT:
        ways = [[(form.rule.indicated, Truth.YES), (condition, Truth.NO)] for condition in legal]
    else:
        ways = [[(form.rule.indicated, TARGETS[wanted])]]
    for goals in ways:
        leaves = tuple(leaf for condition, _ in goals for leaf in leaves_in(condition, FACTS))
        for answers in _settle(goals, leaves, Answers()):
            found = grade(form, CATALOGUE, answers, settled(CATALOGUE, answers), FACTS)
            if found is not None and found.grade is wanted and not contradictions(CATALOGUE, answers):
                yield answers


def _settle(goals: list[tuple[Condition, Truth]], leaves: tuple[Leaf, ...], answers: Answers) -> Iterator[Answers]:
    reasons = [(evaluate(condition, answers, FACTS), wanted) for condition, wanted in goals]
    if any(reason.truth is not wanted and reason.truth is not Truth.UNKNOWN for reason, wanted in reasons):
        return
    still = next((reason for reason, wanted in reasons if reason.truth is not wanted), None)
    if still is None:
        yield answers
        return
    name = missing(still)[0]
    for answer in telling_answers(CATALOGUE.question_by_id[name], leaves):
        yield from _settle(goals, leaves, answers.with_answer(name, answer))
