"""Which questions can still change whether a condition holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from toolbox_cli.model.condition import AllOf, AnyOf, Condition
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.rules.domain import leaves_in, telling_answers
from toolbox_cli.rules.evaluate import Facts, Reason, evaluate, missing
from toolbox_cli.rules.truth import Truth


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
    own = sorted(choices[name], key=lambda answer: len(answer.values), reverse=True)  # all at once differs soonest from one alone

    def differs(given: Answers, others: tuple[str, ...]) -> bool:
        found = [evaluate(condition, given, facts)]
        for answer in own:
            found.append(evaluate(condition, given.with_answer(name, answer), facts))
            if found[-1].truth is not found[0].truth:
                return True
        still = {other for each in found for other in missing(each)}
        first = next((other for other in others if other in still), None)
        if first is None:
            return False
        rest = tuple(other for other in others if other != first)
        return any(differs(given.with_answer(first, answer), rest) for answer in choices[first]) or differs(given, rest)

    return differs(answers, tuple(other for other in names if other != name))
