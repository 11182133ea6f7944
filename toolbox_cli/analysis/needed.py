"""The smallest change of answers that would turn a verdict. Pure.

Counted are other answers to the questions that stand in the way; a way that only works because given answers lapse is not looked for.
Each thing that must become so is a goal: a condition with the truths that will do. A goal that is not met can only be met by
changing one of the questions that stand in the way, so the search tries those and nothing else, one change deeper at a time. The
first depth that succeeds is the smallest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolbox_cli.analysis.assess import Grade, facts_of, finding_of, settled, with_implied
from toolbox_cli.analysis.changes import with_others
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.condition import AllOf, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answer, Answers, Kind, Question
from toolbox_cli.rules.domain import leaves_by_question, telling_answers
from toolbox_cli.rules.evaluate import Facts, Leaf, Reason, evaluate, leaves_in, questions_in
from toolbox_cli.rules.truth import NEGATED, Truth

MET, NOT_FAILING = frozenset({Truth.YES}), frozenset({Truth.YES, Truth.UNKNOWN})
NOT_MET = frozenset({Truth.NO, Truth.UNKNOWN})
MOST_CHANGES = 24
MOST_WAYS = 6


class Goal(NamedTuple):
    """A condition and the truths that will do; `settled` when what was not asked for want of an occasion counts as no."""

    condition: Condition
    will_do: frozenset[Truth]
    settled: bool = False


Blocked = dict[int, list[str]]  # the number of a goal that is not met, and the questions that stand in its way


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would have to be another: what was said (None: not known) and what would do."""

    question: Question
    now: Answer | None
    then: Answer


def needed_for_advice(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[Change, ...] | None:
    """Return the fewest changes after which the form is advice, with or without open conditions; None when there are none."""
    conditions = [catalogue.condition_by_id[name].when for name in form.condition_ids]
    goals = [Goal(form.rule.indicated, MET, settled=True), *(Goal(condition, NOT_FAILING) for condition in conditions)]
    return _smallest(catalogue, form, answers, goals, (Grade.RECOMMENDED, Grade.CONDITIONAL))


def needed_to_recommend(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[Change, ...] | None:
    """Return the fewest changes after which the form is simply recommended; None when there are none."""
    conditions = [catalogue.condition_by_id[name].when for name in form.condition_ids]
    goals = [Goal(form.rule.indicated, MET, settled=True), *(Goal(condition, MET) for condition in conditions)]
    return _smallest(catalogue, form, answers, goals, (Grade.RECOMMENDED,))


def needed_by_law(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[Change, ...] | None:
    """Return the fewest changes after which every legal condition of the form is met; None when there are none."""
    goals = [Goal(catalogue.condition_by_id[name].when, MET) for name in form.condition_ids]
    return _smallest(catalogue, form, answers, goals, None)


def fewest_changes(catalogue: Catalogue, answers: Answers, goals: Sequence[Goal]) -> Iterator[dict[str, Answer]]:
    """Yield the sets of changed answers that meet all goals, the smallest first; contradictions and questions without occasion apart."""
    search = _Search(catalogue, goals)
    for depth in range(search.fewest(answers), MOST_CHANGES + 1):
        yield from search.ways(answers, depth)


def _smallest(
    catalogue: Catalogue, form: Form, answers: Answers, goals: Sequence[Goal], wanted: tuple[Grade, ...] | None
) -> tuple[Change, ...] | None:
    """The smallest change that really gives the wanted grade; of equally small ones that which overturns the fewest given answers."""
    size, ways = None, []
    for changed in fewest_changes(catalogue, answers, goals):
        if size is not None and (len(changed) > size or len(ways) >= MOST_WAYS):
            break
        if _holds(catalogue, form, answers, changed, wanted):
            size = len(changed)
            ways.append(changed)
    if not ways:
        return None
    order = {question.id: at for at, question in enumerate(catalogue.questions)}
    best = min(ways, key=lambda way: (sum(_said(answers, name) for name in way), sorted(order[name] for name in way)))
    return tuple(
        Change(catalogue.question_by_id[name], answers.get(name) if _said(answers, name) else None, best[name])
        for name in sorted(best, key=lambda name: order[name])
    )


def _said(answers: Answers, name: str) -> bool:
    answer = answers.get(name)
    return answer is not None and bool(answer.values)


def _holds(catalogue: Catalogue, form: Form, answers: Answers, changed: dict[str, Answer], wanted: tuple[Grade, ...] | None) -> bool:
    """Whether the changes, made as the interview would make them, give the grade (or, without one, meet the law)."""
    after = with_others(catalogue, answers, changed)
    if any(after.get(name) != answer for name, answer in changed.items()) or contradictions(catalogue, after):
        return False
    found = finding_of(form, catalogue, after)
    if found is None:
        return False
    return all(item.truth is Truth.YES for item in found.tested) if wanted is None else found.grade in wanted


class _Search:
    """Deeper and deeper: change one question that stands in the way, and look again at the goals that hang on it."""

    def __init__(self, catalogue: Catalogue, goals: Sequence[Goal]) -> None:
        self.catalogue, self.facts = catalogue, facts_of(catalogue)
        names = {leaf.question for goal in goals for leaf in leaves_in(goal.condition, self.facts)}
        apart = (Goal(item.when, NOT_MET) for item in catalogue.contradictions)
        touching = (goal for goal in apart if not names.isdisjoint(questions_in(goal.condition, self.facts)))
        self.goals = [part for goal in (*goals, *touching) for part in _split(goal, self.facts)]
        self.leaves = leaves_by_question((goal.condition for goal in self.goals), catalogue.question_by_id, self.facts)
        self.questions = tuple(question for question in catalogue.questions if question.id in self.leaves)
        self.given = range(len(self.goals))
        self.hanging = [self._hanging_on(goal) for goal in self.goals]
        self.occasions: dict[str, int] = {}
        self.found: set[frozenset[tuple[str, Answer]]] = set()
        self.tried: dict[frozenset[tuple[str, Answer]], int] = {}

    def fewest(self, answers: Answers) -> int:
        """How many changes are needed at least."""
        return _apart(self._blocked(answers, self.given).values())

    def ways(self, answers: Answers, most: int) -> Iterator[dict[str, Answer]]:
        """Yield every way with at most `most` changes that was not found before."""
        self.tried.clear()
        yield from self._within(answers, {}, self._blocked(answers, self.given), most)

    def _within(self, answers: Answers, changed: dict[str, Answer], blocked: Blocked, left: int) -> Iterator[dict[str, Answer]]:
        key = frozenset(changed.items())
        if self.tried.get(key, -1) >= left:
            return
        self.tried[key] = left
        if not blocked:
            if key not in self.found:
                self.found.add(key)
                yield changed
            return
        open_names = {at: [name for name in names if name not in changed] for at, names in blocked.items()}
        if not all(open_names.values()) or _apart(open_names.values()) > left:
            return
        for name in min(open_names.values(), key=len):
            alone = [self.goals[at] for at, names in open_names.items() if names == [name] and not self.goals[at].settled]
            for answer in self._others(name, answers):
                after = answers.with_answer(name, answer)
                if all(evaluate(goal.condition, after, self.facts).truth in goal.will_do for goal in alone):
                    again = {at for at in self._in_play(name, changed) if name in self.hanging[at]} | {self._occasion(name)}
                    now = {**{at: names for at, names in blocked.items() if at not in again}, **self._blocked(after, sorted(again))}
                    yield from self._within(after, {**changed, name: answer}, now, left - 1)

    def _blocked(self, answers: Answers, numbers: Sequence[int]) -> Blocked:
        """Those of the goals that are not met, each with the questions that keep it from being met."""
        told = with_implied(self.catalogue, answers)
        known = settled(self.catalogue, told, self.questions) if any(self.goals[at].settled for at in numbers) else told
        found = {}
        for at in numbers:
            goal = self.goals[at]
            reason = evaluate(goal.condition, known if goal.settled else told, self.facts)
            if reason.truth not in goal.will_do:
                found[at] = list(dict.fromkeys(_standing_in_the_way(reason, goal.will_do)))
        return found

    def _occasion(self, name: str) -> int:
        """The number of the goal that a changed answer must not be without occasion."""
        if name not in self.occasions:
            self.occasions[name] = len(self.goals)
            self.goals.append(Goal(self.catalogue.question_by_id[name].ask_when, NOT_FAILING))
            self.hanging.append(self._hanging_on(self.goals[-1]))
        return self.occasions[name]

    def _in_play(self, name: str, changed: Iterable[str]) -> Iterator[int]:
        """The goals that were there from the start, and the occasions of what has been changed."""
        yield from self.given
        yield from (self.occasions[other] for other in changed if other != name)

    def _hanging_on(self, goal: Goal) -> frozenset[str]:
        """The questions whose answers can matter to a goal; when it counts what was not asked, those of the occasions too."""
        return frozenset(self.leaves) if goal.settled else frozenset(questions_in(goal.condition, self.facts))

    def _others(self, name: str, answers: Answers) -> Iterator[Answer]:
        """The answers that would do something else than the present one; with the choices already made kept where they can."""
        question = self.catalogue.question_by_id[name]
        leaves = self.leaves[name]
        now = answers.get(name)
        for answer in telling_answers(question, leaves):
            kept = _kept(question, now, answer, leaves, self.facts)
            if now is None or now.unknown or _effect(kept, question, leaves, self.facts) != _effect(now, question, leaves, self.facts):
                yield kept


def _kept(question: Question, now: Answer | None, then: Answer, leaves: Sequence[Leaf], facts: Facts) -> Answer:
    """`then` together with what was chosen before, when that does the same."""
    exclusive = {option.id for option in question.options if option.exclusive}
    if question.kind is not Kind.CHOICES or now is None or (now.values | then.values) & exclusive:
        return then
    joined = Answer(now.values | then.values)
    return joined if _effect(joined, question, leaves, facts) == _effect(then, question, leaves, facts) else then


def _effect(answer: Answer, question: Question, leaves: Sequence[Leaf], facts: Facts) -> tuple[Truth, ...]:
    said = Answers({question.id: answer})
    return tuple(evaluate(leaf, said, facts).truth for leaf in leaves)


def _split(goal: Goal, facts: Facts) -> Iterator[Goal]:
    """The parts of a goal that must all be met: what is seen apart shows sooner how many changes are needed."""
    condition = goal.condition
    while isinstance(condition, Fact):
        condition = facts[condition.fact]
    if (isinstance(condition, AllOf) and Truth.YES in goal.will_do) or (isinstance(condition, AnyOf) and Truth.NO in goal.will_do):
        for part in condition.parts:
            yield from _split(goal._replace(condition=part), facts)
    else:
        yield goal


def _standing_in_the_way(reason: Reason, will_do: frozenset[Truth]) -> Iterator[str]:
    """The questions of which at least one must change before the reason can have one of these truths."""
    if reason.truth in will_do:
        return
    condition = reason.condition
    if not reason.parts:
        if isinstance(condition, Is | AtLeast):
            yield condition.question
        return
    if isinstance(condition, Not):
        yield from _standing_in_the_way(reason.parts[0], frozenset(NEGATED[truth] for truth in will_do))
        return
    for part in reason.parts:
        yield from _standing_in_the_way(part, will_do)


def _apart(blocks: Iterable[Sequence[str]]) -> int:
    """How many of the blocks share no question: at least so many changes are needed."""
    used: set[str] = set()
    count = 0
    for block in sorted(blocks, key=len):
        if used.isdisjoint(block):
            used.update(block)
            count += 1
    return count
