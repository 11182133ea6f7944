"""Two case files become one: what was added, what replaced something older, and what contradicts. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.case import WHOLE, Heard, answers_of, heard_in, place_of, problems_of
from toolbox_cli.analysis.plan_merge import PlanTaken, merge_plans
from toolbox_cli.model.case import Case, CaseProblem, Decision, Said
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer, Question
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

_NOBODY_KNOWS = Said(Answer(unknown=True))


class Fate(Enum):
    """What became of something that the other file says."""

    ADDED = auto()
    AGREES = auto()
    BESIDE = auto()
    NEWER = auto()
    OLDER = auto()
    SAME = auto()


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing the other file says: where it belongs, what became of it, and what stood there before."""

    problem: str
    question: Question
    said: Said
    fate: Fate
    before: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The case with the other in it, and what became of everything the other file says, in answers and in the plan."""

    case: Case
    taken: tuple[Taken, ...]
    planned: tuple[PlanTaken, ...] = ()

    def of(self, fate: Fate) -> tuple[Taken, ...]:
        """What met this fate."""
        return tuple(item for item in self.taken if item.fate is fate)

    @property
    def against_choice(self) -> tuple[Taken, ...]:
        """What differs from an answer that was chosen before; the choice stays until somebody chooses anew."""
        return tuple(
            item
            for item in self.taken
            if item.fate in (Fate.BESIDE, Fate.NEWER)
            and item.said.answer.values
            and any(said.because and said.answer != item.said.answer for said in item.before)
        )


def merge(catalogue: Catalogue, case: Case, other: Case, problem: str = WHOLE) -> Merged:
    """Return the case with all that the other says; nothing that contradicts is lost, what a source said later replaces what it said.

    What the other says without naming a problem is about `problem`. Problems that only the other has are added.
    """
    merged = replace(case, problems=_all_problems(case, other))
    taken: list[Taken] = []
    for name, question, said in _all_said(catalogue, other):
        place = place_of(question, name or problem) if merged.problems else WHOLE
        before = merged.said_of(place).get(question.id, ())
        here = case.said_of(place).get(question.id, ())
        if said.because and any(item.answer != said.answer for item in here) and not any(item.because for item in here):
            said = replace(said, because="")  # whoever made the other file chose without knowing what this case says
        fate, after = _met(before, said)
        merged = merged.with_said(place, {**merged.said_of(place), question.id: after})
        taken.append(Taken(place, question, said, fate, before))
    theirs = other.decisions if other.problems else (replace(item, problem=item.problem or problem) for item in other.decisions)
    decisions = dict.fromkeys((*case.decisions, *theirs))
    ends = [day for day in (case.keep_until, other.keep_until) if day is not None]
    merged = replace(
        merged,
        decisions=tuple(decisions) if len(decisions) == len(case.decisions) else tuple(sorted(decisions, key=_chosen_before_dropped)),
        keep_until=min(ends) if ends else None,
        former={**other.former, **case.former},
    )
    merged, planned = merge_plans(merged, other, problem)
    return Merged(merged, tuple(taken), planned)


def conflicts(catalogue: Catalogue, case: Case) -> tuple[tuple[str, Heard], ...]:
    """Return per problem the questions on which sources contradict each other; what is shared once, under an empty name."""
    found = [
        (place_of(item.question, problem), item)
        for problem in problems_of(case)
        for item in heard_in(catalogue, case, problem).values()
        if item.conflict
    ]
    return tuple({(place, item.question.id): (place, item) for place, item in found}.values())


def out_of_place(catalogue: Catalogue, case: Case) -> tuple[tuple[str, Question], ...]:
    """Return per problem the answered questions that the other answers leave no occasion for."""
    facts = facts_of(catalogue)
    found = [
        (place_of(question, problem), question)
        for problem in problems_of(case)
        for answers in (answers_of(catalogue, case, problem),)
        for question in catalogue.questions
        if question.id in answers and evaluate(question.ask_when, answers, facts).truth is Truth.NO
    ]
    return tuple({(place, question.id): (place, question) for place, question in found}.values())


def _all_problems(case: Case, other: Case) -> tuple[CaseProblem, ...]:
    """The problems of the case, with a title where only the other has one, and then those only the other has, still empty."""
    titles = {item.id: item.title for item in other.problems}
    known = tuple(replace(item, title=item.title or titles.get(item.id, "")) for item in case.problems)
    ids = {item.id for item in known}
    return (*known, *(CaseProblem(item.id, item.title) for item in other.problems if item.id not in ids))


def _all_said(catalogue: Catalogue, case: Case) -> Iterator[tuple[str, Question, Said]]:
    for name, statements in ((WHOLE, case.said), *((item.id, item.said) for item in case.problems)):
        for question, items in statements.items():
            for said in sorted(items, key=_last_word_first):
                yield name, catalogue.question_by_id[question], said


def _last_word_first(said: Said) -> tuple[bool, int]:
    """What a source said last before what it said earlier, and what names no source at the end: it may only repeat what a source said."""
    return said == Said(said.answer), -(said.on.toordinal() if said.on else 0)


def _chosen_before_dropped(decision: Decision) -> tuple[date, bool, str, str, str]:
    """The order of two logs in one; of two on one day the one that dropped the measure stands, whichever file came first."""
    return decision.on, not decision.chosen, decision.problem, decision.measure, decision.reason


def _met(before: Sequence[Said], said: Said) -> tuple[Fate, tuple[Said, ...]]:
    """What becomes of one statement beside those before it, and what then stands there."""
    if said in before or (said == Said(said.answer) and any(item.answer == said.answer for item in before)):
        return Fate.SAME, tuple(before)
    if said == _NOBODY_KNOWS and before:
        return Fate.SAME, tuple(before)
    before = tuple(item for item in before if item != _NOBODY_KNOWS)  # somebody does
    own = [item for item in before if said.source and item.source == said.source and not item.because and not said.because]
    if any(item.on and said.on and item.on > said.on for item in own):
        return Fate.OLDER, tuple(before)
    later = [item for item in own if item.on and said.on and item.on < said.on]
    if later:
        return Fate.NEWER, (*(item for item in before if item not in later), said)
    if not before:
        return Fate.ADDED, (said,)
    agrees = not said.because and all(item.answer == said.answer for item in before)
    return (Fate.AGREES if agrees else Fate.BESIDE), (*before, said)
