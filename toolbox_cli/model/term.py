"""How long a decision may last, what protects the person, and the days on which a legal term does not end."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from toolbox_cli.model.base import Record, Slug, SourceRef, Statement, Text

Count = Annotated[int, Field(ge=1, le=1000)]


class Unit(StrEnum):
    """The units in which a law counts."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Length(Record):
    """A length of time in exactly one unit."""

    hours: Count | None = None
    days: Count | None = None
    weeks: Count | None = None
    months: Count | None = None
    years: Count | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> Length:
        if len(self._given) != 1:
            raise ValueError("geef precies één van hours, days, weeks, months en years")
        return self

    @property
    def _given(self) -> list[tuple[Unit, int]]:
        return [(unit, value) for unit in Unit if (value := getattr(self, unit.value)) is not None]

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self._given[0][0]

    @property
    def amount(self) -> int:
        """How many of the unit."""
        return self._given[0][1]


class SetBy(StrEnum):
    """Who sets the length: the law with a number, or otherwise whom or what to ask."""

    LAW = "law"
    PRACTICE = "practice"
    LOCAL = "local"
    DECISION = "decision"
    NEED = "need"
    OTHER = "other"
    UNREAD = "unread"
    NONE = "none"


class Renewals(Record):
    """How often and for how long a decision may be renewed: a count with a length each, or a total from the first day."""

    count: Annotated[int, Field(ge=0, le=20)]
    length: Length | None = None
    total: Length | None = None
    text: Text
    notes: tuple[Statement, ...] = ()
    source: tuple[SourceRef, ...]

    @model_validator(mode="after")
    def _some_length(self) -> Renewals:
        if (self.count > 0) != ((self.length is None) != (self.total is None)):
            raise ValueError("geef length of total als er verlengd kan worden (count 1 of meer), anders geen van beide")
        return self


class Spread(Record):
    """Separate days instead of one period: how many, and within which time from the first."""

    days: Count
    within: Length
    text: Text
    source: tuple[SourceRef, ...]


class Term(Record):
    """How long a decision on a power may last, and which legal protection belongs to it."""

    set_by: SetBy = SetBy.LAW
    maximum: Length | None = None
    renewals: Renewals | None = None
    spread: Spread | None = None
    review: Statement | None = None
    protection: Slug
    notes: tuple[Statement, ...] = ()
    source: tuple[SourceRef, ...]

    @model_validator(mode="after")
    def _number_or_not(self) -> Term:
        if (self.maximum is not None) != (self.set_by in (SetBy.LAW, SetBy.PRACTICE)):
            raise ValueError(
                "geef een maximum, of zeg bij set_by wie de duur bepaalt als er geen is (local, decision, need, other, unread of none)"
            )
        return self


class DecisionTerm(Record):
    """Within which time the objection must be decided, in one of the cases the law knows."""

    name: Text
    length: Length
    postponement: Length | None = None
    source: tuple[SourceRef, ...]


class Protection(Record):
    """What somebody can do against a decision; only where there is a term for it can it be counted."""

    id: Slug
    name: Text
    summary: Statement
    objection: Length | None = None
    begins: Statement | None = None
    decisions: tuple[DecisionTerm, ...] = ()
    later: Statement | None = None
    notes: tuple[Statement, ...] = ()


class YearDay(Record):
    """A day of the year."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]


class Holiday(Record):
    """A day on which a legal term does not end: a fixed day (moved when it is a Sunday), days from Easter, or listed dates."""

    id: Slug
    name: Text
    fixed: YearDay | None = None
    if_sunday: Annotated[int, Field(ge=-6, le=6)] = 0
    easter: Annotated[int, Field(ge=-60, le=60)] | None = None
    dates: tuple[date, ...] = ()
    known_until: int | None = None
    source: tuple[SourceRef, ...]

    @model_validator(mode="after")
    def _one_way(self) -> Holiday:
        if sum((self.fixed is not None, self.easter is not None, bool(self.dates))) != 1:
            raise ValueError("geef precies één van fixed, easter en dates")
        return self


class Counting(Record):
    """How days are counted here, in words, and to which legal terms weekends and holidays matter."""

    days: Statement
    month_end: Statement
    hours: Statement
    clock_change: Statement
    not_extended: Statement
    extended: Statement
    days_unknown: Statement
    longest_extended: Annotated[tuple[Length, ...], Field(min_length=1)]
    postponed: Statement
    review: Statement
    review_before: Length
    spread: Statement
