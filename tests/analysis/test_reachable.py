"""Every form can get every grade it can have; the test prints the answers that show it."""

from collections.abc import Iterator
from itertools import chain, pairwise

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import Grade, facts_of, grade, settled
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.content.checks import leaves_of
from toolbox_cli.model.catalogue import Form, Origin
from toolbox_cli.model.condition import Condition, Fact, Is
from toolbox_cli.model.question import Answer, Answers, Kind
from toolbox_cli.rules.evaluate import conjunction, evaluate, questions_in
from toolbox_cli.rules.truth import Truth

FACTS = facts_of(CATALOGUE)
TARGETS = {
    Grade.RECOMMENDED: (Truth.YES, Truth.YES),
    Grade.CONDITIONAL: (Truth.YES, Truth.UNKNOWN),
    Grade.UNDETERMINED: (Truth.UNKNOWN, Truth.UNKNOWN),
    Grade.RULED_OUT: (Truth.YES, Truth.NO),
    Grade.NOT_INDICATED: (Truth.NO, None),
}


def grades_of(form: Form) -> tuple[Grade, ...]:
    if form.measure.origin is Origin.REFUSAL:
        return (Grade.RULED_OUT,)
    if not form.condition_ids:
        return (Grade.RECOMMENDED, Grade.UNDETERMINED, Grade.NOT_INDICATED)
    return tuple(TARGETS)


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=[form.id for form in CATALOGUE.forms])
def test_form_reaches_every_grade_it_can_have(form: Form) -> None:
    for wanted in grades_of(form):
        witness = next(witnesses(form, wanted), None)
        assert witness is not None, f"{form.id} kan nooit '{wanted}' worden"
        print(form.id, wanted, {name: sorted(answer.values) for name, answer in witness.given.items()})


def witnesses(form: Form, wanted: Grade) -> Iterator[Answers]:
    """Answers that give this form this grade, found by trying values and giving up as soon as a verdict is settled wrongly."""
    legal = [CATALOGUE.condition_by_id[name].when for name in form.condition_ids]
    names = list(dict.fromkeys(chain.from_iterable(questions_in(condition, FACTS) for condition in (form.rule.indicated, *legal))))
    yield from _search(form, wanted, legal, names, Answers())


def _search(form: Form, wanted: Grade, legal: list[Condition], names: list[str], answers: Answers) -> Iterator[Answers]:
    found = grade(form, CATALOGUE, settled(CATALOGUE, answers), FACTS)
    if found is not None and found.grade is wanted and not contradictions(CATALOGUE, answers):
        yield answers
        return
    if not names or _settled_wrongly(form, wanted, legal, answers):
        return
    name, rest = names[0], names[1:]
    for answer in _candidates(name, legal, form.rule.indicated):
        yield from _search(form, wanted, legal, rest, answers.with_answer(name, answer))
    yield from _search(form, wanted, legal, rest, answers)


def _settled_wrongly(form: Form, wanted: Grade, legal: list[Condition], answers: Answers) -> bool:
    indicated, lawful = TARGETS[wanted]
    now = evaluate(form.rule.indicated, answers, FACTS).truth
    law = conjunction([evaluate(condition, answers, FACTS).truth for condition in legal])
    return _off(now, indicated) or (lawful is not None and bool(legal) and _off(law, lawful))


def _off(now: Truth, wanted: Truth) -> bool:
    return now is not Truth.UNKNOWN and now is not wanted


def _candidates(name: str, legal: list[Condition], indicated: Condition) -> Iterator[Answer]:
    question = CATALOGUE.question_by_id[name]
    mentioned = [value for leaf in _leaves((indicated, *legal)) if leaf.question == name for value in leaf.values]
    values = list(dict.fromkeys((*mentioned, *(option.id for option in question.options if option.id not in mentioned))))[:12]
    yield from (Answer(frozenset({value})) for value in values)
    if question.kind is Kind.CHOICES:
        yield from (Answer(frozenset(pair)) for pair in pairwise(values))


def _leaves(conditions: tuple[Condition, ...]) -> Iterator[Is]:
    for condition in conditions:
        for leaf in leaves_of(condition):
            if isinstance(leaf, Is):
                yield leaf
            elif isinstance(leaf, Fact):
                yield from _leaves((FACTS[leaf.fact],))
