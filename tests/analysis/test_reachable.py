"""Every form can get every grade it can have; the test prints the answers that show it."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import Grade, facts_of, grade, settled
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.content.walk import leaves_of
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.condition import Condition, Fact, Is
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers, Kind
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
        for answers in _settle(goals, Answers()):
            found = grade(form, CATALOGUE, answers, settled(CATALOGUE, answers), FACTS)
            if found is not None and found.grade is wanted and not contradictions(CATALOGUE, answers):
                yield answers


def _settle(goals: list[tuple[Condition, Truth]], answers: Answers) -> Iterator[Answers]:
    for condition, wanted in goals:
        reason = evaluate(condition, answers, FACTS)
        if reason.truth is wanted:
            continue
        if reason.truth is not Truth.UNKNOWN:
            return
        name = missing(reason)[0]
        for answer in _candidates(name, condition):
            yield from _settle(goals, answers.with_answer(name, answer))
        return
    yield answers


def _candidates(name: str, condition: Condition) -> Iterator[Answer]:
    question = CATALOGUE.question_by_id[name]
    mentioned = [value for leaf in _leaves((condition,)) if leaf.question == name for value in leaf.values]
    values = list(dict.fromkeys((*mentioned, *(option.id for option in question.options))))
    yield from (Answer(frozenset({value})) for value in values)
    if question.kind is Kind.CHOICES:
        yield from (Answer(frozenset(pair)) for pair in combinations(values, 2))


def _leaves(conditions: tuple[Condition, ...]) -> Iterator[Is]:
    for condition in conditions:
        for leaf in leaves_of(condition):
            if isinstance(leaf, Is):
                yield leaf
            elif isinstance(leaf, Fact):
                yield from _leaves((FACTS[leaf.fact],))
