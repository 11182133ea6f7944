"""Which answers to a question make a difference for given conditions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from functools import cache

from toolbox_cli.model.condition import AtLeast, Condition, Is
from toolbox_cli.model.question import Answer, Kind, Question
from toolbox_cli.rules.evaluate import Facts, Leaf, leaves_in


def leaves_by_question(
    conditions: Iterable[Condition], questions: Mapping[str, Question], facts: Facts, *, occasions: bool = True
) -> dict[str, list[Leaf]]:
    """Return by question where conditions test its answer; with `occasions` also where the occasions of those questions do, and so on."""
    found: dict[str, list[Leaf]] = {}
    waiting = deque(leaf for condition in conditions for leaf in leaves_in(condition, facts))
    while waiting:
        leaf = waiting.popleft()
        if occasions and leaf.question not in found:
            waiting += leaves_in(questions[leaf.question].ask_when, facts)
        if leaf not in found.setdefault(leaf.question, []):
            found[leaf.question].append(leaf)
    return found


def telling_answers(question: Question, leaves: Iterable[Leaf]) -> tuple[Answer, ...]:
    """Return one answer for every way in which the answer to `question` can make these leaves true or false together.

    Of the answers that do the same, the first in the order of the choices is taken; a date decides nothing and has none.
    """
    own = tuple(dict.fromkeys(leaf for leaf in leaves if leaf.question == question.id))
    if question.kind is Kind.NUMBER:
        limits = sorted({leaf.at_least for leaf in own if isinstance(leaf, AtLeast)})
        return tuple(Answer(frozenset({str(number)})) for number in dict.fromkeys(step for limit in limits for step in (limit - 1, limit)))
    wanted = tuple(frozenset(leaf.values) for leaf in own if isinstance(leaf, Is))
    options = tuple((option.id, option.exclusive or question.kind is not Kind.CHOICES) for option in question.options)
    return _telling(options, wanted)


@cache
def _telling(options: tuple[tuple[str, bool], ...], wanted: tuple[frozenset[str], ...]) -> tuple[Answer, ...]:
    """The answers given alone, and then together until no new effect comes; exclusive options stay alone."""
    alone = {_effect(frozenset({name}), wanted): frozenset({name}) for name, _ in reversed(options)}
    free = [frozenset({name}) for name, exclusive in options if not exclusive]
    grown = {_effect(values, wanted): values for values in reversed(free)}
    while True:
        more = {_effect(one | other, wanted): one | other for one in grown.values() for other in free}
        new = {effect: values for effect, values in more.items() if effect not in grown}
        if not new:
            break
        grown |= new
    found = {**grown, **dict(reversed(alone.items()))}
    return tuple(Answer(values) for values in found.values())


def _effect(values: frozenset[str], wanted: tuple[frozenset[str], ...]) -> tuple[bool, ...]:
    return tuple(not values.isdisjoint(one) for one in wanted)
