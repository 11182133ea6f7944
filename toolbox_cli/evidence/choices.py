"""Numbers per choice of a question: what a registration holds of each, with how much of it says nothing about the question. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.meaning import meaning_of
from toolbox_cli.evidence.picture import DAYS, Counts, Heat, Interval, Picture
from toolbox_cli.model.evidence import EvidenceRules, HourRule

Z = 1.959964


@dataclass(frozen=True, slots=True)
class Told:
    """What one registration says about a question: numbers by choice, of `known` incidents that have the fact at all; `total` is all.

    What has the fact but goes by no choice is known and unexplained.
    """

    numbers: Mapping[str, int]
    known: int
    total: int

    @property
    def explained(self) -> int:
        """How many go by a choice."""
        return sum(self.numbers.values())


def told_about(picture: Picture, question: str, rules: EvidenceRules) -> Told | None:
    """Return what a registration says about a question by its kinds, places or hours; None when it is no such question.

    Numbers that are not shown in public are left out.
    """
    if any(rule.question == question for rule in rules.hours):
        return _told_by_hours(picture, question, rules)
    role = next((rule.role for rule in rules.values if rule.question == question), "")
    counts = {"kind": picture.kinds, "place": picture.places}.get(role)
    if counts is None:
        return None
    counted = picture.meanings.get(question)
    numbers = _by_choice(counts, question, picture, rules) if counted is None else _numbers(counted)
    return Told(numbers, _known(counts), picture.total or 0)


def share_interval(number: int, of: int) -> Interval:
    """Return a share with its 95 per cent interval (Wilson); nothing of nothing can be anything."""
    if of == 0:
        return Interval(0.0, 0.0, 1.0)
    share, spread = number / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def in_hours(heat: Heat, hours: frozenset[int], weekdays: Iterable[int] = ()) -> int | None:
    """Return how many incidents are in these hours, on these days (1 is Monday; none is every day); None when the heat map cannot tell."""
    if len(heat.cells) != DAYS or heat.hours != 1:
        return None
    days = tuple(weekdays) or range(1, DAYS + 1)
    cells = [heat.cells[day - 1][hour] for day in days for hour in hours]
    return None if None in cells else sum(number or 0 for number in cells)


def with_hour(heat: Heat) -> int:
    """Return how many incidents have an hour."""
    return sum(number or 0 for row in heat.cells for number in row)


def _told_by_hours(picture: Picture, question: str, rules: EvidenceRules) -> Told:
    numbers = {rule.choice: in_hours(picture.heat, hours_of(rule.start, rule.until)) for rule in parts_of_day(question, rules)}
    found = {choice: number for choice, number in numbers.items() if number}
    return Told(found, with_hour(picture.heat), picture.total or 0)


def parts_of_day(question: str, rules: EvidenceRules) -> tuple[HourRule, ...]:
    """Return the choices of the question that stand for hours; together they are the day."""
    return tuple(rule for rule in rules.hours if rule.question == question and not rule.weekdays)


def _by_choice(counts: Counts, question: str, picture: Picture, rules: EvidenceRules) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in counts.items:
        choice = meaning_of(item.label, question, rules, picture.about)
        if choice and item.number:
            found[choice] = found.get(choice, 0) + item.number
    return found


def _numbers(counts: Counts) -> dict[str, int]:
    return {item.label: item.number for item in counts.items if item.number}


def _known(counts: Counts) -> int:
    return sum(item.number or 0 for item in counts.items)
