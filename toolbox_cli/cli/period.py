"""Periods, levels and events as a Dutch reader types them; no clock."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from toolbox_cli.content.dates import day_of
from toolbox_cli.errors import UsageError

if TYPE_CHECKING:
    from toolbox_cli.model.evidence import Event, Level

PERIOD_HINT = (
    "Schrijf de eerste en de laatste dag, bijvoorbeeld 1-1-2025..31-12-2025, of een jaar (2025), kwartaal (2025-Q1) of maand (2025-03)."
)
EARLIEST, LATEST = 2000, 2099
_BETWEEN = re.compile(r"\s*(?:\.\.|…|\bt/m\b|\btot en met\b|\btm\b|\s–\s|\s-\s)\s*", re.IGNORECASE)
_QUARTER = re.compile(r"(\d{4})[- ]?[qk]([1-4])", re.IGNORECASE | re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})-(\d{4})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMBER = re.compile(r"\d{1,8}|\d{1,3}(?:\.\d{3}){1,2}", re.ASCII)
_FULL = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}) *[/_] *(\d{4}-\d{1,2}-\d{1,2})", re.ASCII)


def period_from(text: str, option: str) -> tuple[date, date]:
    """Return the first and the last day that were typed; raises UsageError in a sentence that says what would be right."""
    typed = text.strip()
    together = _FULL.fullmatch(typed)
    parts = list(together.groups()) if together else [part for part in _BETWEEN.split(typed) if part]
    if not 1 <= len(parts) <= 2:
        raise UsageError(f"{option} {typed}: dit is geen periode", PERIOD_HINT)
    first, last = (_stretch(part, option) for part in (parts[0], parts[-1]))
    start, end = first[0], last[1]
    if end < start:
        raise UsageError(f"{option} {typed}: de laatste dag ligt voor de eerste; draai ze om", PERIOD_HINT)
    if not EARLIEST <= start.year <= end.year <= LATEST:
        raise UsageError(f"{option} {typed}: controleer het jaar; gelezen wordt van {EARLIEST} tot en met {LATEST}")
    return start, end


def _stretch(text: str, option: str) -> tuple[date, date]:
    """The first and last day of a year, quarter, month or day."""
    if found := _QUARTER.fullmatch(text):
        year, last = int(found[1]), 3 * int(found[2])
        return date(year, last - 2, 1), _end_of(year, last)
    try:
        if _YEAR.fullmatch(text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
        if found := _MONTH.fullmatch(text):
            year, month = int(found[1] or found[4]), int(found[2] or found[3])
            return date(year, month, 1), _end_of(year, month)
        day = day_of(text)
    except ValueError:
        raise UsageError(f"{option} {text}: deze dag of maand bestaat niet", PERIOD_HINT) from None
    if day is None:
        raise UsageError(f"{option} {text}: dit is geen periode", PERIOD_HINT)
    return day, day


def _end_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def levels_from(texts: Sequence[str], option: str) -> tuple[Level, ...]:
    """Return how many there were from which day on: 400, or 2025-01-01=300 and 2025-07-01=420; raises UsageError."""
    from toolbox_cli.model.evidence import Level

    hint = f"Bijvoorbeeld: {option} 400, of per moment: {option} 2025-01-01=300 {option} 2025-07-01=420."
    found = []
    for part in (part.strip() for text in texts for part in text.split(",")):
        when, sign, number = part.rpartition("=")
        plain = number.strip().replace(".", "")
        if not _NUMBER.fullmatch(number.strip()) or int(plain) == 0:
            raise UsageError(f"{option} {part}: dit is geen aantal", hint)
        found.append(Level(_stretch(when.strip(), option)[0] if sign else date.min, int(plain)))
    if len({level.since for level in found}) < len(found):
        raise UsageError(f"{option}: twee aantallen vanaf dezelfde dag; zet er een dag voor", hint)
    return tuple(sorted(found, key=lambda level: level.since))


def event_from(text: str, option: str) -> Event:
    """Return what changed on which day: 1-3-2025=meldkaart voor winkels; raises UsageError."""
    from toolbox_cli.model.evidence import Event

    when, sign, what = text.partition("=")
    if not sign or not what.strip():
        raise UsageError(
            f"{option} {text}: geef een dag en wat er toen begon", f'Bijvoorbeeld: {option} "1-3-2025=meldkaart voor winkels".'
        )
    return Event(_stretch(when.strip(), option)[0], what.strip())


def hours_from(text: str, option: str) -> tuple[int, int]:
    """Return the hours from and until that were typed: 18-23, or 22-3 through midnight; raises UsageError."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.]00)?\s*(?:-|tot)\s*(\d{1,2})(?:[:.]00)?(?:\s*uur)?", text.strip(), re.ASCII)
    if found is None or int(found[1]) > 23 or int(found[2]) > 24 or int(found[1]) == int(found[2]):
        raise UsageError(
            f"{option} {text}: dit zijn geen uren", f"Schrijf hele uren, bijvoorbeeld {option} 18-23, of {option} 22-3 over middernacht."
        )
    return int(found[1]), int(found[2])
