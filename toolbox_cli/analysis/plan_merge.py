"""What two cases fill in for the action plan becomes one: what was lacking is added, what differs stays and is named. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from toolbox_cli.model.case import Case
from toolbox_cli.model.planned import MEASURE_FACTS, PROBLEM_LISTS, PROBLEM_TEXTS, Planned, PlannedMeasure

Told = str | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanTaken:
    """One thing the other file fills in that the case did not: `kept` is what stands there instead, when it was not taken over.

    `measure` is empty for what is about the problem as a whole; `fact` is the name of the field.
    """

    problem: str
    measure: str
    fact: str
    said: Told
    kept: Told = ""


def merge_plans(case: Case, other: Case, problem: str = "") -> tuple[Case, tuple[PlanTaken, ...]]:
    """Return the case with what only the other fills in, and what was added or differs; what the case says itself stays."""
    taken: list[PlanTaken] = []
    for theirs in other.plans:
        name = (theirs.problem or problem) if case.problems else ""
        own = case.planned(name)
        case = case.with_plan(_together(own, theirs, taken))
    return case, tuple(taken)


def _together(own: Planned, theirs: Planned, taken: list[PlanTaken]) -> Planned:
    found = own
    for fact in PROBLEM_LISTS:
        new = tuple(item for item in getattr(theirs, fact) if item not in getattr(own, fact))
        found = found.with_fact(fact, (*getattr(own, fact), *new))
        taken += [PlanTaken(own.problem, "", fact, new)] if new else []
    for fact in PROBLEM_TEXTS:
        before, said = getattr(own, fact), getattr(theirs, fact)
        if said and said != before:
            found = found if before else found.with_fact(fact, said)
            taken.append(PlanTaken(own.problem, "", fact, said, before))
    for item in theirs.measures:
        before = own.of(item.measure)
        after, told = _measures_together(before, item)
        found = found.with_measure(after)
        taken += [replace(one, problem=own.problem) for one in told]
    return found


def _measures_together(own: PlannedMeasure, theirs: PlannedMeasure) -> tuple[PlannedMeasure, list[PlanTaken]]:
    found, taken = own, []
    for fact, said, before in _differing(own, theirs):
        more = found if before else found.with_fact(fact, said)
        if more.disorder:  # beside the days of the case it would make no sense
            taken.append(PlanTaken("", own.measure, fact, said, found.start or found.until or found.review or ""))
            continue
        found = more
        taken.append(PlanTaken("", own.measure, fact, said, before))
    return found, taken


def _differing(own: PlannedMeasure, theirs: PlannedMeasure) -> Iterator[tuple[str, Told, Told]]:
    for fact in MEASURE_FACTS:
        before, said = getattr(own, fact), getattr(theirs, fact)
        if said and said != before:
            yield fact, said, before or ""
