"""Whether an application is complete, and what comes after the grant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from toolbox_cli.model.budget import Budget, BudgetLine, There
from toolbox_cli.model.scheme import ApplicationPart, Days, Duty, PartCheck, Scheme


class Window(Enum):
    """Where a day lies in the period in which an application can be made."""

    BEFORE = auto()
    OPEN = auto()
    AFTER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class PartState:
    """One part with whether it is there; `iban` says whether a number that was typed has the right form, None when none was."""

    part: ApplicationPart
    there: There
    lacking: tuple[int, ...] = ()
    iban: bool | None = None


def parts_of(scheme: Scheme, stated: Mapping[str, There], budget: Budget | None, *, iban: bool | None = None) -> tuple[PartState, ...]:
    """Return every part that the scheme asks for: as stated, or else as the budget says; the rest is not known."""
    there = {**(budget.parts if budget else {}), **stated}
    lacking = tuple(line.number for line in budget.lines if not line.problem or not line.measure) if budget else ()
    return tuple(
        PartState(
            part,
            there.get(part.id, There.UNKNOWN),
            lacking if part.check is PartCheck.BUDGET else (),
            iban if part.check is PartCheck.IBAN else None,
        )
        for part in scheme.rules.parts
    )


def window_on(rule: Days, on: date) -> Window:
    """Return where this day lies; unknown where the side that matters is not known, or only by analogy."""
    if not rule.decides:
        return Window.UNKNOWN
    if rule.end and on > rule.end:
        return Window.AFTER
    if rule.start and on < rule.start:
        return Window.BEFORE
    return Window.OPEN if rule.start and rule.end else Window.UNKNOWN


def duty_days(duty: Duty, lines: Sequence[BudgetLine]) -> tuple[date, ...]:
    """Return the days of a yearly duty for the years in which the lines have costs; none unless the rule and all periods are certain."""
    if duty.yearly is None or not duty.decides:
        return ()
    years: set[int] = set()
    for line in lines:
        if line.start is None or line.end is None:
            return ()
        years.update(range(line.start.year, line.end.year + 1))
    month, day = map(int, duty.yearly.split("-"))
    return tuple(date(year + 1, month, day) for year in sorted(years))
