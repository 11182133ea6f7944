"""Days as people and systems write them. Pure; which of two orders a file uses is decided over the whole file, elsewhere."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from toolbox_cli.content.tables.text import clean
from toolbox_cli.content.tables.times import DAY, UNKNOWN_WORDS, Said, Time, time_of

NO_DATE, UNREADABLE, NO_SUCH_DAY, ODD_YEAR = "geen datum", "datum niet te lezen", "datum bestaat niet", "jaar kan niet kloppen"
FIRST_YEAR, LAST_YEAR = 1990, 2099

_MONTHS = (
    "januari january jan jän", "februari february feb febr", "maart march mrt mar maa", "april apr", "mei may", "juni june jun",
    "juli july jul", "augustus august aug", "september sept sep", "oktober october okt oct", "november nov", "december dec",
)  # fmt: skip
_MONTH_OF = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH = "(" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\.?(?![a-z])"
_WEEKDAY = re.compile(
    r"^(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)[.,]*\s+(?=\S*\d|[a-z])"
)
_YEAR = r"(\d{4}|'?\d{2})(?!\d)"
_ISO = re.compile(r"(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(rf"(\d{{1,2}})(\s?[-/.]\s?| )(\d{{1,2}})(?:\s?[-/.]\s?| ){_YEAR}")
_NAMED = re.compile(rf"(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?[-/. ]*{_MONTH}[-/., ]*{_YEAR}")
_ENGLISH = re.compile(rf"{_MONTH}[-/. ]+(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(\d{{4}})(?!\d)")
_NAMED_FIRST = re.compile(rf"(\d{{4}})[-/. ]+{_MONTH}[-/. ]+(\d{{1,2}})(?!\d)")
_DIGITS = re.compile(r"(\d{8})(?:[t ]?(\d{4}|\d{6}))?(?!\d)")
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_MONTH_FORMS = (
    re.compile(r"(?P<y>\d{4})\s?[-/. m]{1,2}\s?(?P<m>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})\s?[-/. ]\s?(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})"),
    re.compile(rf"(?P<n>{_MONTH})[-/., ']*(?P<y>\d{{4}}|\d\d)"),
    re.compile(rf"(?P<y>\d{{4}})[-/. ]*(?P<n>{_MONTH})"),
)
_YEAR_ALONE = re.compile(r"(?:jaar )?(\d{4})(?:[.,]0)?")


class Order(Enum):
    """What a date says about the order of day and month in its file."""

    NOTHING = "nothing"
    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    EITHER = "either"


class Precision(Enum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Day(NamedTuple):
    """The day with the day before the month, and with the month before the day; the same where there is no doubt.

    Each is a day or the reason why it is none. `time` is what stands behind the date.
    """

    usual: date | str
    swapped: date | str
    order: Order = Order.NOTHING
    precision: Precision = Precision.DAY
    time: Time = Time(Said.NOTHING)
    slash: bool = False


def day_of(text: str) -> Day:
    """Return the day in the text of a cell: 3-1-2025, 2025-01-03T21:30Z, 3 jan. 2025, vr 03.01.25, 20250103, 45660, maart 2022, 2022."""
    said = _WEEKDAY.sub("", clean(text).lower(), count=1)
    if said in UNKNOWN_WORDS:
        return Day(NO_DATE, NO_DATE)
    return _whole(said) or _coarse(said) or Day(UNREADABLE, UNREADABLE)


def _whole(said: str) -> Day | None:
    """A date with a day in it, and perhaps a time behind it."""
    if found := _ISO.match(said):
        return _with_rest(_made(int(found[1]), int(found[2]), int(found[3])), said[found.end() :])
    if found := _NUMBERS.match(said):
        return _numbers(found, said[found.end() :])
    if found := _NAMED.match(said):
        return _with_rest(_made(_year(found[3]), _MONTH_OF[found[2]], int(found[1])), said[found.end() :])
    if found := _ENGLISH.match(said):
        return _with_rest(_made(int(found[3]), _MONTH_OF[found[1]], int(found[2])), said[found.end() :])
    if found := _NAMED_FIRST.match(said):
        return _with_rest(_made(int(found[1]), _MONTH_OF[found[2]], int(found[3])), said[found.end() :])
    if found := _DIGITS.match(said):
        return _with_rest(_digits(found[1]), f" {found[2]}" if found[2] else said[found.end() :])
    return _serial(said)


def _numbers(found: re.Match[str], rest: str) -> Day | None:
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    usual, swapped = _made(year, second, first), _made(year, first, second)
    order = Order.NOTHING
    if isinstance(usual, date) or isinstance(swapped, date):
        if isinstance(usual, date) and isinstance(swapped, date):
            order = Order.NOTHING if first == second else Order.EITHER
        else:
            order = Order.MONTH_FIRST if second > 12 else Order.DAY_FIRST if first > 12 else Order.NOTHING
    timed = _with_rest(usual, rest)
    return timed and timed._replace(swapped=swapped, order=order, slash="/" in found[2])


def _with_rest(day: date | str, rest: str) -> Day | None:
    """A day with the time behind it; None when what stands behind it is glued to it."""
    if not rest:
        return Day(day, day)
    if rest[0].isalnum() and not re.match(r"t\d", rest):
        return None
    behind = re.sub(r"^(?:t(?=\d)|[\s,;|–—-]+(?:om )?|\s*\()", "", rest).rstrip(") ")
    time = time_of(behind)
    return Day(day, day, time=time if time.said is Said.TIME else Time(Said.NOTHING if not behind.strip() else Said.UNREADABLE))


def _digits(eight: str) -> date | str:
    """20250103 or 03012025."""
    year_first = _made(int(eight[:4]), int(eight[4:6]), int(eight[6:]))
    if isinstance(year_first, date):
        return year_first
    year_last = _made(int(eight[4:]), int(eight[2:4]), int(eight[:2]))
    return year_last if isinstance(year_last, date) else year_first if eight.startswith(("19", "20")) else year_last


def _serial(said: str) -> Day | None:
    """The number of days since 1900 with which a spreadsheet stores a date."""
    found = _SERIAL.fullmatch(said)
    if found is None:
        return None
    day = date(1899, 12, 30) + timedelta(days=int(found[1]))
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    minutes = round(float(f"0.{found[2] or 0}") * DAY)
    return Day(day, day, time=Time(Said.TIME, minutes) if minutes else Time(Said.NOTHING))


def _coarse(said: str) -> Day | None:
    """A month or a year: its first day."""
    if found := _YEAR_ALONE.fullmatch(said):
        day = _made(int(found[1]), 1, 1)
        return Day(day, day, precision=Precision.YEAR)
    for form in _MONTH_FORMS:
        if found := form.fullmatch(said):
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else _MONTH_OF[parts["n"].rstrip(".")]
            day = _made(_year(parts["y"]), month, 1)
            return Day(day, day, precision=Precision.MONTH)
    return None


def month_of(text: str) -> int | None:
    """Return the number of a month: 3, 03, maart, mrt."""
    said = clean(text).lower().rstrip(".")
    if said in _MONTH_OF:
        return _MONTH_OF[said]
    return int(said) if said.isdecimal() and len(said) <= 2 and 1 <= int(said) <= 12 else None


def _made(year: int, month: int, day: int) -> date | str:
    try:
        made = date(year, month, day)
    except ValueError:
        return NO_SUCH_DAY
    return made if FIRST_YEAR <= year <= LAST_YEAR else ODD_YEAR


def _year(said: str) -> int:
    digits = said.lstrip("'")
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 70 else 1900)
