"""What somebody filled in for the action plan: per problem, and per form of a measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """Who carries a form of a measure and when, and by what it is judged; the owner is a partner or the name of a function."""

    measure: str
    owner: str = ""
    start: date | None = None
    until: date | None = None
    indicator: str = ""
    review: date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is filled in."""
        return self == PlannedMeasure(self.measure)

    def with_fact(self, name: str, value: object) -> PlannedMeasure:
        """The same with one field, by its name, filled in otherwise."""
        changes: dict[str, Any] = {name: value}  # Any: each field has its own type
        return replace(self, **changes)

    @property
    def disorder(self) -> str:
        """What is wrong with the order of the days; empty when nothing is."""
        if self.start and self.until and self.until < self.start:
            return "het einde ligt vóór de start"
        if self.start and self.review and self.review < self.start:
            return "de evaluatiedatum ligt vóór de start"
        return ""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is filled in about one problem, or about the only one for an empty name: goals, who hears what, where it may move to."""

    problem: str = ""
    goals: tuple[str, ...] = ()
    communication: str = ""
    displacement: str = ""
    partners: tuple[str, ...] = ()
    measures: tuple[PlannedMeasure, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is filled in."""
        return self == Planned(self.problem)

    def with_fact(self, name: str, value: object) -> Planned:
        """The same with one field, by its name, filled in otherwise."""
        changes: dict[str, Any] = {name: value}  # Any: each field has its own type
        return replace(self, **changes)

    def of(self, measure: str) -> PlannedMeasure:
        """What is filled in for a form; an empty one when nothing is."""
        return next((item for item in self.measures if item.measure == measure), PlannedMeasure(measure))

    def with_measure(self, changed: PlannedMeasure) -> Planned:
        """The same with this filled in for its form; a form for which nothing is left goes."""
        known = any(item.measure == changed.measure for item in self.measures)
        items = tuple(changed if item.measure == changed.measure else item for item in self.measures)
        return replace(self, measures=tuple(item for item in (items if known else (*items, changed)) if not item.empty))

    def renamed(self, names: dict[str, str]) -> Planned:
        """The same with the forms by other names; of two under one name what the first lacks comes from the second."""
        found: dict[str, PlannedMeasure] = {}
        for item in self.measures:
            name = names.get(item.measure, item.measure)
            found[name] = filled_up(found[name], item) if name in found else replace(item, measure=name)
        return replace(self, measures=tuple(found.values()))


MEASURE_FACTS = ("owner", "start", "until", "indicator", "review")
PROBLEM_LISTS, PROBLEM_TEXTS = ("goals", "partners"), ("communication", "displacement")
PROBLEM_FACTS = ("goals", *PROBLEM_TEXTS, "partners")  # in the order of the plan


def filled_up(item: PlannedMeasure, other: PlannedMeasure) -> PlannedMeasure:
    """Return the first with what only the second says, as far as the days stay in order."""
    for name in MEASURE_FACTS:
        if not getattr(item, name) and (value := getattr(other, name)):
            more = item.with_fact(name, value)
            item = item if more.disorder else more
    return item


def forms_in(plans: tuple[Planned, ...]) -> Iterator[str]:
    """Yield the form of each filled-in measure."""
    yield from (item.measure for plan in plans for item in plan.measures)
