"""Whether answers exist that make conditions true or false: a search that branches on the first question that is still open. Pure.

Exact as long as it ends by itself: of the answers that no condition tells apart one is tried. Where it had to stop after too many steps,
`Search.cut` says so, and "none found" proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answer, Answers, Question
from toolbox_cli.rules.domain import leaves_by_question, telling_answers
from toolbox_cli.rules.evaluate import Facts, Leaf, evaluate, missing, questions_in
from toolbox_cli.rules.truth import Truth

Wanted = tuple[Condition, Truth]
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
        goals: Sequence[Wanted],
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
        self._never_by_question: dict[str, list[Condition]] = {}
        for condition in never:
            for name in questions_in(condition, self._facts):
                self._never_by_question.setdefault(name, []).append(condition)
        self._told_apart: dict[str, tuple[Answer, ...]] = {}

    def first(self) -> Answers | None:
        """Return answers that reach the goals, without those for questions that were not asked; None when none were found."""
        return next(self.all(), None)

    def all(self) -> Iterator[Answers]:
        """Return every kind of answers that reaches the goals."""
        for found in self._from(self._goals, self._never, Answers()):
            yield Answers({name: answer for name, answer in found.given.items() if answer.values or answer.unknown})

    def _from(self, goals: tuple[Wanted, ...], never: Sequence[Condition], answers: Answers) -> Iterator[Answers]:
        """Every way on; `never` are the conditions that the last answer can have made true."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            self.cut = True
            return
        if any(evaluate(condition, answers, self._facts).truth is Truth.YES for condition in never):
            return
        for at, (condition, wanted) in enumerate(goals):
            reason = evaluate(condition, answers, self._facts)
            if reason.truth is wanted:
                continue
            if reason.truth is not Truth.UNKNOWN:
                return
            name = missing(reason)[0]
            left = (*(goal for goal in goals[:at] if goal[1] is Truth.UNKNOWN), *goals[at:])  # what more answers cannot overturn is done
            for answer, extra in self._choices(name):
                yield from self._from((*left, *extra), self._never_by_question.get(name, ()), answers.with_answer(name, answer))
            return
        yield answers

    def _choices(self, name: str) -> Iterator[tuple[Answer, tuple[Wanted, ...]]]:
        question = self._questions[name]
        asked: tuple[Wanted, ...] = ((question.ask_when, Truth.YES),) if self._occasions else ()
        for answer in self._answers(question):
            yield answer, asked
        if self._settled:
            yield Answer(), ((question.ask_when, Truth.NO),)

    def _answers(self, question: Question) -> tuple[Answer, ...]:
        """One answer of each kind that the conditions tell apart."""
        if question.id not in self._told_apart:
            self._told_apart[question.id] = telling_answers(question, self._mentioned.get(question.id, ()))
        return self._told_apart[question.id]

    @cached_property
    def _mentioned(self) -> Mapping[str, list[Leaf]]:
        """Every test of an answer that the search can meet, by question."""
        conditions = [*(condition for condition, _ in self._goals), *self._never]
        return leaves_by_question(conditions, self._questions, self._facts, occasions=self._occasions or self._settled)


def can_be(catalogue: Catalogue, condition: Condition, wanted: Truth) -> bool:
    """Whether answers exist that give the condition this truth; True when the search had to stop before it knew."""
    search = Search(catalogue, ((condition, wanted),))
    return search.first() is not None or search.cut


def follows(catalogue: Catalogue, one: Condition, other: Condition) -> bool:
    """Whether `other` holds under all answers that make `one` hold; False when the search had to stop before it knew."""
    search = Search(catalogue, ((one, Truth.YES), (other, Truth.NO)))
    return search.first() is None and not search.cut


def with_answer_fixed(condition: Condition, question: str, answer: Answer, facts: Facts) -> Condition:
    """Return the condition as it reads once `question` has this answer."""
    match condition:
        case Is() | AtLeast() if condition.question == question:
            return _CERTAIN[evaluate(condition, Answers({question: answer}), facts).truth is Truth.YES]
        case AllOf():
            return AllOf.model_construct(parts=tuple(with_answer_fixed(part, question, answer, facts) for part in condition.parts))
        case AnyOf():
            return AnyOf.model_construct(parts=tuple(with_answer_fixed(part, question, answer, facts) for part in condition.parts))
        case Not():
            return Not.model_construct(part=with_answer_fixed(condition.part, question, answer, facts))
        case Fact():
            return with_answer_fixed(facts[condition.fact], question, answer, facts)
        case _:
            return condition
