"""Dutch words for figures: periods, percentages, changes with their interval, hours, and the numbers of rows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from toolbox_cli.evidence.picture import Interval, Picture
from toolbox_cli.model.evidence import Description
from toolbox_cli.reports.figure_text import decimal, number
from toolbox_cli.reports.words import day, listed, month

DAYS_SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
DAYS_LONG = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
GROUPS_SHORT, GROUPS_LONG = ("ma-vr", "za-zo"), ("maandag tot en met vrijdag", "zaterdag en zondag")
UNITS = {"week": "week", "month": "maand"}
PER = {"places": "opvangplekken", "residents": "inwoners"}
LARGE = 3.0  # from here on 'keer zo veel' reads better than a percentage
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def incidents(count: int | None) -> str:
    """Return '1 incident', '12 incidenten'; without a number when it is not shown."""
    if count is None:
        return "incidenten (het aantal is niet getoond)"
    return f"{number(count)} incident{'' if count == 1 else 'en'}"


def period(about: Description) -> str:
    """Return '1 januari 2024 tot en met 31 december 2024'; says so when a day is not known."""
    start = day(about.start) if about.start else "onbekend begin"
    return f"{start} tot en met {day(about.end) if about.end else 'onbekend einde'}"


def source_name(about: Description) -> str:
    """Return what the registration is called in a heading and a sentence."""
    return about.source or about.registered_by or "bron niet opgegeven"


def month_label(label: str) -> str:
    """Return 2024-03 as 'maart 2024'; another label as it is."""
    found = _MONTH.fullmatch(label)
    return f"{month(int(found[2]))} {found[1]}" if found and 1 <= int(found[2]) <= 12 else label


def unit_name(unit: str) -> str:
    """Return the step of a series in Dutch."""
    return UNITS[unit]


def day_names(rows: int, *, long: bool = False) -> tuple[str, ...]:
    """Return the names of seven days, or of the two groups of days."""
    if rows == len(DAYS_SHORT):
        return DAYS_LONG if long else DAYS_SHORT
    return GROUPS_LONG if long else GROUPS_SHORT


def block_names(blocks: int, hours: int) -> tuple[str, ...]:
    """Return '0' to '23', or '0-3', '3-6' for wider blocks (from, up to)."""
    return tuple(str(at) if hours == 1 else f"{at * hours}-{(at + 1) * hours}" for at in range(blocks))


def clock(block: int, hours: int) -> str:
    """Return 'tussen 20.00 en 21.00 uur'."""
    return f"tussen {block * hours}.00 en {(block + 1) * hours}.00 uur"


def change(interval: Interval, more: str = "hoger", less: str = "lager") -> str:
    """Return '22% hoger (tussen 5% en 40% hoger)'."""
    return f"{step(interval, more, less)} ({between(interval, more, less)})"


def step(interval: Interval, more: str = "hoger", less: str = "lager") -> str:
    """Return the estimate alone: '22% hoger', '3,5 keer zo veel' or 'vrijwel gelijk'."""
    return _side(interval.value, _in_times(interval), more, less)


def between(interval: Interval, more: str = "hoger", less: str = "lager") -> str:
    """Return the interval in words: 'tussen 10% lager en 35% hoger'."""
    if _in_times(interval):
        if not math.isfinite(interval.high):
            return f"ten minste {_times(interval.low)} keer zo veel, een bovengrens is niet te geven"
        return f"tussen {_times(interval.low)} en {_times(interval.high)} keer zo veel"
    low, high = (_side(value, False, more, less) for value in (interval.low, interval.high))
    if low == high:
        return low
    if interval.high < 1:  # the smaller fall first
        low, high = high, low
    same = low.rpartition(" ")[2] == high.rpartition(" ")[2] and "%" in low and "%" in high
    return f"tussen {low.rpartition(' ')[0] if same else low} en {high}"


def lies(text: str) -> str:
    """Return the words of an interval behind 'ligt': 'tussen …', 'op 5% hoger'."""
    return text if text.startswith(("tussen", "ten minste")) else f"op {text}"


def _in_times(interval: Interval) -> bool:
    return not all(math.isfinite(value) and value < LARGE for value in (interval.value, interval.low, interval.high))


def _side(ratio: float, in_times: bool, more: str, less: str) -> str:  # noqa: FBT001 - two ways to say one number
    if in_times:
        return f"{_times(ratio)} keer zo veel" if math.isfinite(ratio) else "niet in een getal te zeggen"
    whole = int(abs(ratio - 1) * 100 + 0.5)
    return f"{whole}% {more if ratio > 1 else less}" if whole else "vrijwel gelijk"


def _times(ratio: float) -> str:
    return decimal(ratio, 1 if ratio >= 0.1 else 2)


def ranges(rows: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return row numbers as ranges of first and last, in order, each number once."""
    found: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


def rows_text(found: Sequence[tuple[int, int]], most: int) -> str:
    """Return 'rij 4, 7-12 en 15', at most so many ranges, and then how many rows are left out and where they are."""
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in found[:most]]
    if len(found) <= most:
        return f"rij {listed(shown)}"
    left = sum(last - first + 1 for first, last in found[most:])
    return f"rij {', '.join(shown)} … en nog {number(left)}; alle nummers: --json"


def hidden_text(picture: Picture, public_from: int) -> str:
    """Return what a number that is not shown stands for."""
    return f"minder dan {public_from} of niet getoond" if picture.public else "niet getoond"
