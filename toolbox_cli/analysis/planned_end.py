"""Whether a planned last day stays within the longest that a power may last: in one decision, with renewals, or as separate days. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from toolbox_cli.analysis.term import ends, periods
from toolbox_cli.model.planned import PlannedMeasure
from toolbox_cli.model.term import Length, Term, Unit


class EndFit(StrEnum):
    """How a planned last day stands to the term; `NO_START` and `NO_NUMBER` are not known, which is not the same as wrong."""

    FITS = "fits"
    RENEWED = "renewed"
    SPREAD = "spread"
    TOO_LATE = "too_late"
    NO_START = "no_start"
    NO_NUMBER = "no_number"


@dataclass(frozen=True)
class EndTest:
    """The outcome, with the last day of one decision, with all renewals, and of separate days; None where it cannot be counted."""

    fit: EndFit
    single: date | None = None
    whole: date | None = None
    spread: date | None = None


def tested_end(term: Term | None, planned: PlannedMeasure) -> EndTest | None:
    """Return how the planned last day stands to the term; None when no day is planned or no term is modelled."""
    if term is None or planned.until is None:
        return None
    if term.maximum is None:
        return EndTest(EndFit.NO_NUMBER)
    if planned.start is None:
        return EndTest(EndFit.NO_START)
    single = _last(planned.start, term.maximum)
    whole = single if term.maximum.unit is Unit.HOURS else periods(ends(planned.start, term.maximum), term.renewals)[-1].last
    spread = ends(planned.start, term.spread.within).last if term.spread else None
    return EndTest(_fit(planned.until, single, whole, spread), single, whole, spread)


def _fit(until: date, single: date, whole: date, spread: date | None) -> EndFit:
    if until <= single:
        return EndFit.FITS
    if until <= whole:
        return EndFit.RENEWED
    return EndFit.SPREAD if spread is not None and until <= spread else EndFit.TOO_LATE


def _last(start: date, length: Length) -> date:
    """The last day; of hours the latest one, as if they began at the end of the first day."""
    if length.unit is not Unit.HOURS:
        return ends(start, length).last
    return start + timedelta(days=ceil(length.amount / 24))
