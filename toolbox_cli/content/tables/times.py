"""Times as people and systems write them, to minutes after midnight. Pure."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from toolbox_cli.content.tables.text import clean

DAY = 24 * 60
UNKNOWN_WORDS = frozenset(
    ("", "-", "--", "?", "??", "x", "n", "nvt", "n.v.t.", "n.v.t", "nb", "n.b.", "onb", "onb.", "null", "none", "nan", "nat", "leeg", "na",
     "n/a", "#n/a", "#n/b", "#nb", "#waarde!", "#value!", "#ref!", "#verw!", "#####", "(leeg)", "(blank)", "onbekend", "unknown", "geen",
     "niet bekend", "niet ingevuld", "tijd onbekend", "datum onbekend", "--:--", "-:-")
)  # fmt: skip


class Said(Enum):
    """Whether a cell tells a time: it does, it is empty or says that the time is not known, or it cannot be read."""

    TIME = "time"
    NOTHING = "nothing"
    UNREADABLE = "unreadable"


class Time(NamedTuple):
    """Minutes after midnight (24:00 is 1440), the end of a range, and the minutes that the clock is ahead of UTC; None is not known."""

    said: Said
    begin: int | None = None
    end: int | None = None
    ahead: int | None = None


_NOTHING, _UNREADABLE = Time(Said.NOTHING), Time(Said.UNREADABLE)
_EXCEL_DAY = re.compile(r"(?:18991?-?12-?3[01]|1899-12-3[01]|1900-01-0[01]|3[01]-12-1899|0?[01]-0?1-1900|1/[01]/1900)[ t]+")
_AROUND = re.compile(r"^(?:om|ca\.?|circa|rond|rondom|omstreeks|±|~|plm\.?|ong\.?|ongeveer|tijd:?)\s*(?=\d)|\s*(?:lt|local)$")
_HOUR_MARK = re.compile(r"(?<=\d)\s*(?:uur|uhr|hrs?|u|h)\.?\s*(?=\d\d\b)")
_HOUR_END = re.compile(r"(?<=\d)\s*(?:uur|uren|uhr|hrs?|u|h)\b\.?")
_CLOCK = r"(\d{1,2}(?:[:.]\d{1,2}(?:[:.]\d{2}(?:[.,]\d+)?)?)?|\d{3,4}|\d{6})\s*([ap]\.?m\.?)?"
_ONE = re.compile(_CLOCK)
_RANGE = re.compile(rf"(?:tussen|van|vanaf|from|between)?\s*{_CLOCK}\s*(?:-|–|—|/|tot en met|tot|t/m|tm|en|to|until|and)\s*{_CLOCK}")
_AHEAD = re.compile(r"(?<=\d)\s*(?:(z|utc|gmt)|([+])(\d\d):?(\d\d)?|(?<=\d\d:\d\d:\d\d)(-)(\d\d):?(\d\d))$")
_FRACTION = re.compile(r"0?[.,](?:\d|\d{3,})")
_WHOLE = re.compile(r"(\d{1,2})[.,]0")
_USUAL = re.compile(r"(\d\d?):([0-5]\d)", re.ASCII)
_HM = re.compile(r"(\d{1,2})[:.](\d{1,2})(?:[:.](\d{2})(?:[.,]\d+)?)?")


def time_of(text: str) -> Time:
    """Return the time in the text of a cell: 21:30, 21u30, 2130, 21.30 uur, 21:30-22:00, tussen 21 en 23 uur, 24:00, 0,8958."""
    if (usual := _USUAL.fullmatch(text)) and int(usual[1]) < 24:  # what nearly all files hold
        return Time(Said.TIME, int(usual[1]) * 60 + int(usual[2]))
    said = clean(text).lower()
    if said in UNKNOWN_WORDS:
        return _NOTHING
    said = _EXCEL_DAY.sub("", said, count=1)
    if _FRACTION.fullmatch(said):
        return Time(Said.TIME, round(float(f"0{said.lstrip('0')}".replace(",", ".")) * DAY))
    if whole := _WHOLE.fullmatch(said):
        said = whole[1]
    said = _AROUND.sub("", said).strip()
    said = _HOUR_END.sub("", _HOUR_MARK.sub(":", said)).strip()
    ahead, said = _zone(said)
    if one := _ONE.fullmatch(said):
        begin = _minutes(one[1], one[2])
        return _UNREADABLE if begin is None else Time(Said.TIME, begin, None, ahead)
    if two := _RANGE.fullmatch(said):
        begin, end = _minutes(two[1], two[2] or two[4]), _minutes(two[3], two[4])
        return _UNREADABLE if begin is None or end is None else Time(Said.TIME, begin, end, ahead)
    return _UNREADABLE


def length(begin: int, end: int) -> int:
    """Return the minutes from one time to the next, through midnight when the end comes first."""
    return end - begin if end >= begin else end - begin + DAY


def _zone(said: str) -> tuple[int | None, str]:
    found = _AHEAD.search(said)
    if found is None:
        return None, said
    rest = said[: found.start()].strip()
    if found[1]:
        return 0, rest
    sign, hours, minutes = (1, found[3], found[4]) if found[2] else (-1, found[6], found[7])
    return sign * (int(hours) * 60 + int(minutes or 0)), rest


def _minutes(clock: str, half: str | None) -> int | None:
    """Minutes after midnight, or None for a time that does not exist."""
    if found := _HM.fullmatch(clock):
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    elif len(clock) > 2:
        digits = clock.zfill(4) if len(clock) < 5 else clock
        hour, minute, second = int(digits[:2]), int(digits[2:4]), int(digits[4:] or 0)
    else:
        hour, minute, second = int(clock), 0, 0
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        return None
    return hour * 60 + minute
