"""Whether answers exist that make conditions true or false: a search that branches on the first question that is still open. Pure.

Exact as long as it ends by itself: answers that no condition tells apart are tried once, and of a question with several answers as many
together as the conditions can need. Where it had to stop earlier, `Search.cut` says so, and "none found" proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answer, Answers, Kind, Question
from toolbox_cli.rules.evaluate import Facts, evaluate, missing, questions_in
from toolbox_cli.rules.truth import Truth

Goal = tuple[Condition, Truth]
MOST_TOGETHER = 3
MOST_STEPS = 20_000
_SURE = Always.model_construct(why="vast antwoord")
_CERTAIN: Mapping[bool, Condition] = {True: _SURE, False: Not.model_construct(part=_SURE)}


class Search:
    """One search for answers that reach all goals.

    `occasions`: a question is only answered when it would be asked. `settled`: one that is not asked because its occasion is absent counts
    as answered with nothing, as in the judgement whether the problem calls for a measure. `never`: conditions that may not come out true.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        goals: Sequence[Goal],
        *,
        never: Sequence[Condition] = (),
        occasions: bool = False,
        settled: bool = False,
    ) -> None:
        self.cut = False
        self._questions: Mapping[str, Question] = catalogue.question_by_id
        self._facts, self._goals, self._never = facts_of(catalogue), tuple(goals), tuple(never)
        self._occasions, self._settled = occasions, settled
        self._steps = 0

    def first(self) -> Answers | None:
        """Return answers that reach the goals, without those for questions that were not asked; None when none were found."""
        return next(self.all(), None)

    def all(self) -> Iterator[Answers]:
        """Return every kind of answers that reaches the goals."""
        for found in self._from(self._goals, Answers()):
            yield Answers({name: answer for name, answer in found.given.items() if answer.values or answer.unknown})

    def _from(self, goals: tuple[Goal, ...], answers: Answers) -> Iterator[Answers]:
        self._steps += 1
        if self._steps > MOST_STEPS:
            self.cut = True
            return
        if any(evaluate(condition, answers, self._facts).truth is Truth.YES for condition in self._never):
            return
        for condition, wanted in goals:
            reason = evaluate(condition, answers, self._facts)
            if reason.truth is wanted:
                continue
            if reason.truth is not Truth.UNKNOWN:
                return
            name = missing(reason)[0]
            for answer, extra in self._choices(name):
                yield from self._from((*goals, *extra), answers.with_answer(name, answer))
            return
        yield answers

    def _choices(self, name: str) -> Iterator[tuple[Answer, tuple[Goal, ...]]]:
        question = self._questions[name]
        asked: tuple[Goal, ...] = ((question.ask_when, Truth.YES),) if self._occasions else ()
        for answer in self._answers(question):
            yield answer, asked
        if self._settled:
            yield Answer(), ((question.ask_when, Truth.NO),)

    def _answers(self, question: Question) -> Iterator[Answer]:
        options = self._kinds_of_option(question)
        yield from (Answer(frozenset({name})) for name in options)
        if question.kind is not Kind.CHOICES:
            return
        alone = {option.id for option in question.options if option.exclusive}
        together = [name for name in options if name not in alone]
        most = len({leaf.values for leaf in self._wanted if leaf.question == question.id})
        if most > MOST_TOGETHER and len(together) > MOST_TOGETHER:
            self.cut = True
        for size in range(2, min(most, MOST_TOGETHER) + 1):
            yield from (Answer(frozenset(names)) for names in combinations(together, size))

    def _kinds_of_option(self, question: Question) -> tuple[str, ...]:
        """One option of each kind that the conditions tell apart; those that the conditions name come first."""
        leaves = [leaf.values for leaf in self._mentioned if leaf.question == question.id]
        kinds: dict[tuple[bool, ...], str] = {}
        for option in question.options:
            kinds.setdefault((option.exclusive, *(option.id in values for values in leaves)), option.id)
        return tuple(sorted(kinds.values(), key=lambda name: not any(name in values for values in leaves)))

    @cached_property
    def _mentioned(self) -> tuple[Is, ...]:
        """Every test of an answer that the search can meet."""
        conditions = [*(condition for condition, _ in self._goals), *self._never]
        names = {name for condition in conditions for name in questions_in(condition, self._facts)}
        todo = list(names) if self._occasions or self._settled else []
        while todo:
            occasion = self._questions[todo.pop()].ask_when
            conditions.append(occasion)
            new = set(questions_in(occasion, self._facts)) - names
            names |= new
            todo += new
        return tuple(leaf for condition in conditions for leaf, _ in leaves_with_sign(condition, self._facts))

    @cached_property
    def _wanted(self) -> tuple[Is, ...]:
        """The tests that a goal may need to come out true; that many answers to one question can be needed together."""
        goals = [*self._goals, *((condition, Truth.NO) for condition in self._never)]
        names = {leaf.question for leaf in self._mentioned}
        if self._occasions or self._settled:
            goals += [(self._questions[name].ask_when, Truth.YES) for name in names]
        if self._settled:
            goals += [(self._questions[name].ask_when, Truth.NO) for name in names]
        return tuple(
            leaf for condition, wanted in goals for leaf, sign in leaves_with_sign(condition, self._facts) if sign is (wanted is Truth.YES)
        )


def leaves_with_sign(condition: Condition, facts: Facts, *, sign: bool = True) -> Iterator[tuple[Is, bool]]:
    """Return every test of an answer in the condition, also through facts, with whether it counts for or against it."""
    match condition:
        case Is():
            yield condition, sign
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from leaves_with_sign(part, facts, sign=sign)
        case Not():
            yield from leaves_with_sign(condition.part, facts, sign=not sign)
        case Fact():
            yield from leaves_with_sign(facts[condition.fact], facts, sign=sign)
        case _:
            return


def can_be(catalogue: Catalogue, condition: Condition, wanted: Truth) -> bool:
    """Whether answers exist that give the condition this truth; True when the search had to stop before it knew."""
    search = Search(catalogue, ((condition, wanted),))
    return search.first() is not None or search.cut


def follows(catalogue: Catalogue, one: Condition, other: Condition) -> bool:
    """Whether `other` holds under all answers that make `one` hold; False when the search had to stop before it knew."""
    search = Search(catalogue, ((one, Truth.YES), (other, Truth.NO)))
    return search.first() is None and not search.cut


def with_answer_fixed(condition: Condition, question: str, chosen: str, facts: Facts) -> Condition:
    """Return the condition as it reads once `question` has the one answer `chosen`."""
    match condition:
        case Is() if condition.question == question:
            return _CERTAIN[chosen in condition.values]
        case AllOf():
            return AllOf.model_construct(parts=tuple(with_answer_fixed(part, question, chosen, facts) for part in condition.parts))
        case AnyOf():
            return AnyOf.model_construct(parts=tuple(with_answer_fixed(part, question, chosen, facts) for part in condition.parts))
        case Not():
            return Not.model_construct(part=with_answer_fixed(condition.part, question, chosen, facts))
        case Fact():
            return with_answer_fixed(facts[condition.fact], question, chosen, facts)
        case _:
            return condition
