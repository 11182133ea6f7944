"""A day as a Dutch reader types it."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DUTCH = re.compile(r"(\d{1,2})[-/ ](\d{1,2}|[a-z]+)[-/ ](\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_IN_FULL = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def day_of(text: str) -> date | None:
    """Return the day in 2026-03-12, 12-3-2026, 12/3/2026 or 12 maart 2026; None for another form, ValueError when it does not exist."""
    typed = " ".join(text.lower().split())
    if found := _ISO.fullmatch(typed):
        return date(int(found[1]), int(found[2]), int(found[3]))
    found = _DUTCH.fullmatch(typed)
    if found is None or (not found[2].isdecimal() and found[2][:3] not in _MONTHS):
        return None
    month = int(found[2]) if found[2].isdecimal() else _MONTHS.index(found[2][:3]) + 1
    return date(int(found[3]), month, int(found[1]))


def spelled(day: date) -> str:
    """Return a day as texts in the content write it: 1 oktober 2023."""
    return f"{day.day} {_IN_FULL[day.month - 1]} {day.year}"
