"""Two case files become one: what was added, what replaced something older, and what contradicts. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from toolbox_cli.analysis.case import WHOLE, Heard, heard_in, place_of, problems_of
from toolbox_cli.model.case import Case, CaseProblem, Said
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question


class Fate(Enum):
    """What became of something that the other file says."""

    ADDED = auto()
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
    """The case with the other in it, and what became of everything the other file says."""

    case: Case
    taken: tuple[Taken, ...]

    def of(self, fate: Fate) -> tuple[Taken, ...]:
        """What met this fate."""
        return tuple(item for item in self.taken if item.fate is fate)


def merge(catalogue: Catalogue, case: Case, other: Case, problem: str = WHOLE) -> Merged:
    """Return the case with all that the other says; nothing that contradicts is lost, what a source said later replaces what it said.

    What the other says without naming a problem is about `problem`. Problems that only the other has are added.
    """
    known = {item.id for item in case.problems}
    new = (CaseProblem(item.id, item.title) for item in other.problems if item.id not in known)
    merged = replace(case, problems=(*case.problems, *new))
    taken: list[Taken] = []
    for name, question, said in _all_said(catalogue, other):
        place = place_of(question, name or problem) if merged.problems else WHOLE
        before = merged.said_of(place).get(question.id, ())
        fate, after = _met(before, said)
        merged = merged.with_said(place, {**merged.said_of(place), question.id: after})
        taken.append(Taken(place, question, said, fate, before))
    decisions = dict.fromkeys((*case.decisions, *other.decisions))
    ends = [day for day in (case.keep_until, other.keep_until) if day is not None]
    merged = replace(
        merged,
        decisions=tuple(sorted(decisions, key=lambda item: item.on)),
        keep_until=min(ends) if ends else None,
        former={**other.former, **case.former},
    )
    return Merged(merged, tuple(taken))


def conflicts(catalogue: Catalogue, case: Case) -> tuple[tuple[str, Heard], ...]:
    """Return per problem the questions on which sources contradict each other; what is shared once, under an empty name."""
    found = [
        (place_of(item.question, problem), item)
        for problem in problems_of(case)
        for item in heard_in(catalogue, case, problem).values()
        if item.conflict
    ]
    return tuple({(place, item.question.id): (place, item) for place, item in found}.values())


def _all_said(catalogue: Catalogue, case: Case) -> Iterator[tuple[str, Question, Said]]:
    for name, statements in ((WHOLE, case.said), *((item.id, item.said) for item in case.problems)):
        for question, items in statements.items():
            for said in items:
                yield name, catalogue.question_by_id[question], said


def _met(before: Sequence[Said], said: Said) -> tuple[Fate, tuple[Said, ...]]:
    """What becomes of one statement beside those before it, and what then stands there."""
    if said in before:
        return Fate.SAME, tuple(before)
    own = [item for item in before if said.source and item.source == said.source and not item.because and not said.because]
    if any(item.on and said.on and item.on > said.on for item in own):
        return Fate.OLDER, tuple(before)
    later = [item for item in own if item.on and said.on and item.on < said.on]
    if later:
        return Fate.NEWER, (*(item for item in before if item not in later), said)
    if any(item.answer == said.answer and not said.because and not said.source for item in before):
        return Fate.SAME, tuple(before)
    return (Fate.BESIDE if before else Fate.ADDED), (*before, said)
