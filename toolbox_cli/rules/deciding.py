"""Which questions can still change whether a condition holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, assert_never

from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answer, Answers, Question
from toolbox_cli.rules.domain import telling_answers
from toolbox_cli.rules.evaluate import Facts, Reason, evaluate, leaves_in, missing
from toolbox_cli.rules.truth import NEGATED, Truth


def deciding(reason: Reason, answers: Answers, facts: Facts, questions: Mapping[str, Question]) -> tuple[str, ...]:
    """Return the questions of an open reason of which some answer can still change the truth, whatever else becomes known.

    A question that stands once in what is open always decides. Where one stands more often, the answers to what depends on it
    are tried.
    """
    leaves = Counter(_open_leaves(reason))
    if all(count == 1 for count in leaves.values()):
        return tuple(leaves)
    return tuple(name for name in leaves if _can_change(_entangled(reason, name), name, answers, facts, questions))


def _open_leaves(reason: Reason) -> Iterator[str]:
    if reason.truth is not Truth.UNKNOWN:
        return
    if not reason.parts:
        yield from missing(reason)
    for part in reason.parts:
        yield from _open_leaves(part)


def _entangled(reason: Reason, name: str) -> Reason:
    """The smallest part around `name` that shares no open question with the rest; what is beside it can still go both ways."""
    while reason.parts:
        together = _sharing(reason.parts, name)
        if len(together) > 1:
            return reason._replace(condition=_joined(reason.condition, together), parts=together)
        reason = together[0]
    return reason


def _sharing(parts: Sequence[Reason], name: str) -> tuple[Reason, ...]:
    """The open parts that hold `name`, or an open question of such a part, and so on."""
    named = {index: frozenset(_open_leaves(part)) for index, part in enumerate(parts) if part.truth is Truth.UNKNOWN}
    reached = {name}
    while more := {other for names in named.values() if names & reached for other in names} - reached:
        reached |= more
    return tuple(parts[index] for index, names in named.items() if names & reached)


def _joined(condition: Condition, parts: Sequence[Reason]) -> Condition:
    kind = AnyOf if isinstance(condition, AnyOf) else AllOf
    return kind.model_construct(parts=tuple(part.condition for part in parts))


def _can_change(reason: Reason, name: str, answers: Answers, facts: Facts, questions: Mapping[str, Question]) -> bool:
    """Whether some answer to `name` gives another truth than another or than none, for some answers to the other open questions."""
    condition = reason.condition
    leaves = tuple(leaves_in(condition, facts))
    names = missing(reason)
    choices = {other: telling_answers(questions[other], leaves) for other in names}
    return _differs_somewhere(_open_part(condition, choices, answers, facts), name, names)


class _Test(NamedTuple):
    """A test of an open question: whether each telling answer makes it true, and what it is as long as there is none."""

    question: str
    by_answer: tuple[bool, ...]
    now: Truth


class _Several(NamedTuple):
    """Parts of which one with the truth `settles` settles all: NO where every part must hold, YES where one will do."""

    settles: Truth
    parts: tuple[_Part, ...]


class _Opposite(NamedTuple):
    """What does not hold when the part does."""

    part: _Part


_Part = Truth | _Test | _Several | _Opposite


def _open_part(condition: Condition, choices: Mapping[str, Sequence[Answer]], answers: Answers, facts: Facts) -> _Part:
    """What is left of a condition for the open questions: small, and the same for all answers that leave the same open."""
    match condition:
        case Is() | AtLeast():
            now = evaluate(condition, answers, facts).truth
            if condition.question not in choices:
                return now
            said = (Answers({condition.question: answer}) for answer in choices[condition.question])
            return _Test(condition.question, tuple(evaluate(condition, one, facts).truth is Truth.YES for one in said), now)
        case AllOf() | AnyOf():
            settles = Truth.NO if isinstance(condition, AllOf) else Truth.YES
            parts = tuple(_open_part(part, choices, answers, facts) for part in condition.parts)
            left = tuple(part for part in parts if part is not NEGATED[settles])
            if settles in left or not left:
                return settles if left else NEGATED[settles]
            return left[0] if len(left) == 1 else _Several(settles, left)
        case Not():
            part = _open_part(condition.part, choices, answers, facts)
            return NEGATED[part] if isinstance(part, Truth) else _Opposite(part)
        case Fact():
            return _open_part(facts[condition.fact], choices, answers, facts)
        case Always():
            return Truth.YES
        case _:
            assert_never(condition)


@lru_cache(maxsize=4096)
def _differs_somewhere(part: _Part, name: str, names: tuple[str, ...]) -> bool:
    """Whether `name` makes a difference for some answers to the others; one adviser's interview asks the same again and again."""
    counts = dict(_answer_counts(part))

    def differs(chosen: Mapping[str, int], others: tuple[str, ...]) -> bool:
        truth, still = _look(part, chosen)
        for own in range(counts[name]):
            other_truth, more = _look(part, {**chosen, name: own})
            if other_truth is not truth:
                return True
            still |= more
        first = next((other for other in others if other in still), None)
        if first is None:
            return False
        rest = tuple(other for other in others if other != first)
        return any(differs({**chosen, first: answer}, rest) for answer in range(counts[first])) or differs(chosen, rest)

    return differs({}, tuple(other for other in names if other != name))


def _answer_counts(part: _Part) -> Iterator[tuple[str, int]]:
    match part:
        case _Test():
            yield part.question, len(part.by_answer)
        case _Several():
            for inner in part.parts:
                yield from _answer_counts(inner)
        case _Opposite():
            yield from _answer_counts(part.part)


def _look(part: _Part, chosen: Mapping[str, int]) -> tuple[Truth, frozenset[str]]:
    """The truth of the part for these answers (their places among the telling ones), and the questions that leave it open."""
    match part:
        case Truth():
            return part, _NO_NAMES
        case _Test(question, by_answer, now):
            at = chosen.get(question)
            truth = now if at is None else Truth.YES if by_answer[at] else Truth.NO
            return truth, frozenset((question,)) if truth is Truth.UNKNOWN else _NO_NAMES
        case _Opposite(inner):
            truth, names = _look(inner, chosen)
            return NEGATED[truth], names
        case _Several(settles, parts):
            is_open, names = False, _NO_NAMES
            for inner in parts:
                truth, more = _look(inner, chosen)
                if truth is settles:
                    return settles, _NO_NAMES
                is_open, names = is_open or truth is Truth.UNKNOWN, names | more
            return (Truth.UNKNOWN, names) if is_open else (NEGATED[settles], _NO_NAMES)
        case _:
            assert_never(part)


_NO_NAMES: frozenset[str] = frozenset()
