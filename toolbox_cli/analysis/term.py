"""From a first day to all days that follow from it: last day, renewals, review, objection. No clock; dates in, dates out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from toolbox_cli.model.term import Counting, DecisionTerm, Holiday, Length, Protection, Renewals, Spread, Term, Unit

ZONE = "CET-1CEST,M3.5.0,M10.5.0/3"  # Dutch clock time as a rule, so that no time zone database is needed
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both included; 0 is the decision itself, 1 its first renewal. `clipped`: at the end of a month."""

    number: int
    first: date
    last: date
    clipped: bool = False


@dataclass(frozen=True)
class Hours:
    """From one clock time to another; `clock_changes` when the clock is moved in between."""

    start: datetime
    end: datetime
    clock_changes: bool


@dataclass(frozen=True)
class Extended:
    """The last day of a legal term: as counted, as it becomes, and the holidays passed over (by their names)."""

    counted: date
    last: date
    holidays: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def moved(self) -> bool:
        """Whether a weekend or holiday made the term longer."""
        return self.last != self.counted


@dataclass(frozen=True)
class Decision:
    """The last day to decide on an objection in one case, and the last day after postponement."""

    term: DecisionTerm
    last: Extended
    postponed: Extended | None


@dataclass(frozen=True)
class Objection:
    """The days of an objection that follow from the day a decision was made known."""

    published: date
    first: date
    last: Extended
    decisions: tuple[Decision, ...]

    @property
    def unsure(self) -> bool:
        """Whether one of the days falls in a year of which not every holiday is known."""
        later = (item.postponed for item in self.decisions if item.postponed)
        return any(found.unsure for found in (self.last, *(item.last for item in self.decisions), *later))


@dataclass(frozen=True)
class SpreadCheck:
    """Planned days against the limits: each distinct day in order, what stands double, what is too late or too early."""

    days: tuple[date, ...]
    doubles: tuple[date, ...]
    limit: date
    too_late: tuple[date, ...]
    too_early: tuple[date, ...]
    most: int

    @property
    def too_many(self) -> int:
        """How many days there are above the number allowed."""
        return max(0, len(self.days) - self.most)

    @property
    def fits(self) -> bool:
        """Whether the days stay within the limits."""
        return not (self.too_many or self.too_late or self.too_early)


def ends(start: date, length: Length) -> Period:
    """Return the period of this length; a date that its last month does not have counts as the last day of that month."""
    after = plus(start, length)
    clipped = length.unit in (Unit.MONTHS, Unit.YEARS) and after.day != start.day
    return Period(0, start, after - ONE_DAY, clipped)


def plus(start: date, length: Length) -> date:
    """Return the same date a length later, or the last day of that month; not for hours."""
    from dateutil.relativedelta import relativedelta

    amount = length.amount
    match length.unit:
        case Unit.DAYS:
            return start + timedelta(days=amount)
        case Unit.WEEKS:
            return start + timedelta(weeks=amount)
        case Unit.MONTHS:
            return start + relativedelta(months=amount)
        case Unit.YEARS:
            return start + relativedelta(years=amount)
    raise ValueError("hours need a clock time")


def periods(first: Period, renewals: Renewals | None) -> tuple[Period, ...]:
    """Return the decision itself and each possible renewal, every one starting the day after the one before it."""
    found = [first]
    for number in range(1, (renewals.count if renewals else 0) + 1):
        found.append(_renewal(number, found[-1], first.first, renewals))
    return tuple(found)


def _renewal(number: int, before: Period, start: date, renewals: Renewals | None) -> Period:
    begin = before.last + ONE_DAY
    if renewals is not None and renewals.total is not None:
        whole = ends(start, renewals.total)
        return Period(number, begin, whole.last, whole.clipped)
    length = renewals.length if renewals else None
    if length is None:
        raise ValueError("a renewal has a length or a total")
    own = ends(begin, length)
    return Period(number, begin, own.last, own.clipped)


def exists(moment: datetime) -> bool:
    """Whether the clock shows this time; in the night when it goes forward one hour is missing."""
    from dateutil import tz

    return tz.datetime_exists(moment, tz.tzstr(ZONE))


def hours(start: datetime, length: Length) -> Hours:
    """Return when a length in hours is over: by the clock or by the hours that passed, whichever comes first."""
    from dateutil import tz

    zone = tz.tzstr(ZONE)
    shown = start + timedelta(hours=length.amount)
    passed = (start.replace(tzinfo=zone).astimezone(UTC) + timedelta(hours=length.amount)).astimezone(zone).replace(tzinfo=None, fold=0)
    return Hours(start, min(shown, passed), shown != passed)


def fits(start: date, length: Length, maximum: Length) -> bool:
    """Whether a length stays within the maximum when both start on this day; hours are compared with hours."""
    if Unit.HOURS in (length.unit, maximum.unit):
        return _in_hours(start, length) <= _in_hours(start, maximum)
    return plus(start, length) <= plus(start, maximum)


def _in_hours(start: date, length: Length) -> int:
    return length.amount if length.unit is Unit.HOURS else (plus(start, length) - start).days * 24


def review_days(run: Sequence[Period], before: Length) -> tuple[date, ...]:
    """Return when to look again: halfway each period and, in one that is long enough, some time before its end."""
    found = set()
    for period in run:
        middle = period.first + (period.last - period.first) // 2
        early = period.last - (plus(period.first, before) - period.first)
        found |= {middle, early} if early > middle else {middle}
    return tuple(sorted(found))


def check_days(spread: Spread, start: date, days: Sequence[date]) -> SpreadCheck:
    """Return how planned days stand against the most days and the time from the first of them."""
    distinct = tuple(sorted(set(days)))
    limit = ends(distinct[0], spread.within).last
    return SpreadCheck(
        days=distinct,
        doubles=tuple(day for day in distinct if list(days).count(day) > 1),
        limit=limit,
        too_late=tuple(day for day in distinct if day > limit),
        too_early=tuple(day for day in distinct if day < start),
        most=spread.days,
    )


def holidays_of(year: int, holidays: Sequence[Holiday]) -> Mapping[date, str]:
    """Return the days of a year on which a legal term does not end, with their names; weekends are not among them."""
    found: dict[date, str] = {}
    for holiday in holidays:
        for day in _days(year, holiday):
            found.setdefault(day, holiday.name)
    return found


def _days(year: int, holiday: Holiday) -> tuple[date, ...]:
    from dateutil.easter import easter

    if holiday.easter is not None:
        return (easter(year) + timedelta(days=holiday.easter),)
    if holiday.fixed is not None:
        day = date(year, holiday.fixed.month, holiday.fixed.day)
        return (day + timedelta(days=holiday.if_sunday) if day.weekday() == 6 else day,)
    return tuple(day for day in holiday.dates if day.year == year)


def extended(counted: date, length: Length, holidays: Sequence[Holiday], counting: Counting) -> Extended:
    """Return the last day of a legal term, moved past weekends and holidays when the length is not too long for that."""
    if not _may_move(length, counting.longest_extended):
        return Extended(counted, counted)
    day, passed = counted, []
    while day.weekday() >= 5 or day in holidays_of(day.year, holidays):
        name = holidays_of(day.year, holidays).get(day)
        if name and name not in passed:
            passed.append(name)
        day += ONE_DAY
    unsure = any(holiday.dates and not _is_listed(day.year, holiday) for holiday in holidays)
    return Extended(counted, day, tuple(passed), unsure)


def _is_listed(year: int, holiday: Holiday) -> bool:
    return min(holiday.dates).year <= year <= (holiday.known_until or max(holiday.dates).year)


def _may_move(length: Length, longest: Sequence[Length]) -> bool:
    return any(length.unit is limit.unit and length.amount <= limit.amount for limit in longest)


def objection(protection: Protection, published: date, holidays: Sequence[Holiday], counting: Counting) -> Objection | None:
    """Return the days of an objection; None where there is none."""
    if protection.objection is None:
        return None
    first = published + ONE_DAY
    last = extended(ends(first, protection.objection).last, protection.objection, holidays, counting)
    decisions = tuple(_decision(term, last.last + ONE_DAY, holidays, counting) for term in protection.decisions)
    return Objection(published, first, last, decisions)


def _decision(term: DecisionTerm, first: date, holidays: Sequence[Holiday], counting: Counting) -> Decision:
    counted = ends(first, term.length).last
    postponed = None
    if term.postponement is not None:
        later = plus(counted, term.postponement)
        postponed = extended(later, term.postponement, holidays, counting)
    return Decision(term, extended(counted, term.length, holidays, counting), postponed)


@dataclass(frozen=True)
class Timeline:
    """Everything that follows from a first day; a length that nobody gave leaves `run` and `hours` empty."""

    start: date
    length: Length | None
    run: tuple[Period, ...] = ()
    hours: Hours | None = None
    reviews: tuple[date, ...] = ()
    spread: SpreadCheck | None = None
    objection: Objection | None = None


def timeline(
    term: Term | None,
    protection: Protection | None,
    holidays: Sequence[Holiday],
    counting: Counting,
    *,
    start: date,
    published: date,
    length: Length | None = None,
    at: time | None = None,
    days: Sequence[date] = (),
) -> Timeline:
    """Return all days that follow from the first; `length` is the decision's own, otherwise the longest there is."""
    own = length or (term.maximum if term else None)
    run: tuple[Period, ...] = ()
    clock = None
    spread = check_days(term.spread, start, days) if days and term and term.spread else None
    if spread is None and own is not None:
        if own.unit is Unit.HOURS:
            clock = hours(datetime.combine(start, at), own) if at is not None else None
        else:
            run = periods(ends(start, own), term.renewals if term else None)
    return Timeline(
        start=start,
        length=own,
        run=run,
        hours=clock,
        reviews=review_days(run, counting.review_before) if term and term.review else (),
        spread=spread,
        objection=objection(protection, published, holidays, counting) if protection else None,
    )
