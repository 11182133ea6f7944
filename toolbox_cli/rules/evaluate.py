"""Conditions over answers: one evaluation gives the verdict and its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.truth import NEGATED, Truth


class Reason(NamedTuple):
    """Why a condition holds, fails or is open: the condition itself, its truth, and the reasons below it."""

    condition: Condition
    truth: Truth
    parts: tuple[Reason, ...] = ()


Facts = Mapping[str, Condition]
Leaf = Is | AtLeast


def evaluate(condition: Condition, answers: Answers, facts: Facts) -> Reason:
    """Return the reason tree of `condition`; its root says yes, no or unknown."""
    match condition:
        case Is():
            return Reason(condition, _truth_of_answer(condition, answers))
        case AtLeast():
            return Reason(condition, _truth_of_number(condition, answers))
        case AllOf():
            parts = tuple([evaluate(part, answers, facts) for part in condition.parts])
            return Reason(condition, conjunction([part.truth for part in parts]), parts)
        case AnyOf():
            parts = tuple([evaluate(part, answers, facts) for part in condition.parts])
            return Reason(condition, _disjunction([part.truth for part in parts]), parts)
        case Not():
            inner = evaluate(condition.part, answers, facts)
            return Reason(condition, NEGATED[inner.truth], (inner,))
        case Fact():
            inner = evaluate(facts[condition.fact], answers, facts)
            return Reason(condition, inner.truth, (inner,))
        case Always():
            return Reason(condition, Truth.YES)
        case _:
            assert_never(condition)


def conjunction(truths: Sequence[Truth]) -> Truth:
    """One NO settles it; otherwise one UNKNOWN leaves it open; nothing at all is YES."""
    if Truth.NO in truths:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.YES


def missing(reason: Reason) -> tuple[str, ...]:
    """Return the questions whose answers could still settle an open reason, in the order they stand in it."""
    return tuple(dict.fromkeys(_missing(reason)))


def questions_in(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """Return every question the condition mentions, also through named facts, each once."""
    return tuple(dict.fromkeys(leaf.question for leaf in leaves_in(condition, facts)))


def leaves_in(condition: Condition, facts: Facts) -> Iterator[Leaf]:
    """Every place where the condition asks for an answer, also through named facts."""
    match condition:
        case Is() | AtLeast():
            yield condition
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from leaves_in(part, facts)
        case Not():
            yield from leaves_in(condition.part, facts)
        case Fact():
            yield from leaves_in(facts[condition.fact], facts)
        case Always():
            return
        case _:
            assert_never(condition)


def _truth_of_answer(condition: Is, answers: Answers) -> Truth:
    answer = answers.get(condition.question)
    if answer is None:
        return Truth.UNKNOWN
    if not answer.values.isdisjoint(condition.values):
        return Truth.YES
    return Truth.UNKNOWN if answer.unknown else Truth.NO


def _truth_of_number(condition: AtLeast, answers: Answers) -> Truth:
    answer = answers.get(condition.question)
    if answer is None or answer.unknown:
        return Truth.UNKNOWN
    return Truth.YES if any(int(value) >= condition.at_least for value in answer.values) else Truth.NO


def _disjunction(truths: Sequence[Truth]) -> Truth:
    if Truth.YES in truths:
        return Truth.YES
    return Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.NO


def _missing(reason: Reason) -> Iterator[str]:
    if reason.truth is not Truth.UNKNOWN:
        return
    if isinstance(reason.condition, Is | AtLeast):
        yield reason.condition.question
    for part in reason.parts:
        yield from _missing(part)
