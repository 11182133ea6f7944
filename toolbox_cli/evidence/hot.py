"""What really stands out from an even spread: places and stretches of hours.

Hot is what holds (1) at least the share set in the limits, (2) at least twice what the rest holds on average, and (3) more than chance
gives: the probability of so much under an even spread, times the number of places or stretches that were looked at, is at most 5 per
cent. The probability is bounded from above (Chernoff), so the rule errs on the side of silence. What comes for more than half from one
single day is an event, not a pattern, and is left out; so is what no longer stands out without its own busiest fourteen days.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.picture import Concentration, Count, Hot

if TYPE_CHECKING:
    from numpy.typing import NDArray

TIMES_THE_REST, CHANCE, FROM_ONE_DAY, BUSIEST = 2.0, 0.05, 0.5, 14
DAY, WIDEST, MOST = 24, 8, 3

Stretch = tuple[int, int]
"""First block and number of blocks; a stretch may run through midnight."""


def stands_out(number: int, total: int, even: float, looked: int, least_share: float) -> bool:
    """Say whether a part that would hold `even` of the total holds so much more that it is hot."""
    if total == 0 or number < least_share * total or not 0 < even < 1:
        return False
    rest = total - number
    if number * (1 - even) < TIMES_THE_REST * rest * even:
        return False
    return log_excess(number, total, even) >= math.log(looked / CHANCE)


def lasts(by_day: NDArray[Any], total: int, even: float, looked: int, least_share: float) -> bool:
    """Say whether a part still stands out without its busiest stretch of fourteen days; in so short a period without its busiest day."""
    import numpy as np

    number, width = int(by_day.sum()), BUSIEST if len(by_day) > 2 * BUSIEST else 1
    if by_day.max(initial=0) > FROM_ONE_DAY * number:
        return False
    away = int(np.convolve(by_day, np.ones(width, dtype=np.int64), "valid").max())
    return stands_out(number - away, total - away, even, looked, least_share)


def log_excess(number: int, total: int, even: float) -> float:
    """Return minus the logarithm of the upper bound of the probability of at least so many under an even spread; 0 when not more."""
    expected = total * even
    if number <= expected:
        return 0.0
    rest = total - number
    return number * math.log(number / expected) + (rest * math.log(rest / (total - expected)) if rest else 0.0)


def hot_stretches(blocks: Sequence[int | None], total: int, least_share: float, fits: Callable[[Stretch], bool]) -> tuple[Stretch, ...]:
    """Return the stretches of adjacent blocks of the day that are hot, the most striking first; none touch. None is a block not shown."""
    size = len(blocks)
    widest = WIDEST * size // DAY
    found: list[tuple[float, Stretch]] = []
    for first in range(size):
        for width in range(1, widest + 1):
            values = [blocks[at] for at in covers((first, width), size)]
            known = [value for value in values if value is not None]
            number, even = sum(known), width / size
            if len(known) == width and stands_out(number, total, even, size * widest, least_share) and fits((first, width)):
                found.append((log_excess(number, total, even), (first, width)))
    return _apart([stretch for _, stretch in sorted(found, key=lambda item: (-item[0], item[1]))], size)


def _apart(stretches: Sequence[Stretch], size: int) -> tuple[Stretch, ...]:
    chosen: list[Stretch] = []
    near: set[int] = set()
    for first, width in stretches:
        if near.isdisjoint(covers((first, width), size)) and len(chosen) < MOST:
            chosen.append((first, width))
            near.update(covers((first - 1, width + 2), size))
    return tuple(chosen)


def covers(stretch: Stretch, size: int) -> tuple[int, ...]:
    """Return the blocks of a stretch."""
    return tuple((stretch[0] + at) % size for at in range(stretch[1]))


def stretch_label(stretch: Stretch, size: int) -> str:
    """Return '20-24 uur', from and up to."""
    hours = DAY // size
    first, until = stretch[0] * hours, (stretch[0] + stretch[1]) * hours
    return f"{first}-{until if until <= DAY else until - DAY} uur"


def hot_hours(grid: NDArray[Any], least_share: float, percentage_from: int) -> tuple[Hot, ...]:
    """Return the hot stretches of hours in `grid[day][hour]`, over all days together."""
    hours = [int(number) for number in grid.sum(axis=0)]
    total = sum(hours)

    def a_pattern(stretch: Stretch) -> bool:
        by_day = grid[:, covers(stretch, DAY)].sum(axis=1)
        return lasts(by_day, total, stretch[1] / DAY, DAY * WIDEST, least_share)

    found = []
    for stretch in hot_stretches(hours, total, least_share, a_pattern):
        number = sum(hours[at] for at in covers(stretch, DAY))
        found.append(Hot(stretch_label(stretch, DAY), number, share_of(number, total, percentage_from)))
    return tuple(found)


def hot_labels(items: Sequence[Count], total: int, least_share: float) -> tuple[Count, ...]:
    """Return the labels that are hot among these; a label without a number is not."""
    size = len(items)
    return tuple(
        item for item in items if size > 1 and item.number is not None and stands_out(item.number, total, 1 / size, size, least_share)
    )


def concentration_of(items: Sequence[Count], total: int, percentage_from: int) -> Concentration | None:
    """Return how few labels hold half of the total; None for too few incidents, one label, or when the numbers shown do not reach half."""
    if total < percentage_from or len(items) < 2:
        return None
    held = 0
    for at, item in enumerate(items, 1):
        if item.number is None:
            return None
        held += item.number
        if 2 * held >= total:
            return Concentration(at, len(items), held / total)
    return None


def share_of(number: int, total: int, percentage_from: int) -> float | None:
    """Return the share, unless the total is too small for percentages."""
    return number / total if total >= max(percentage_from, 1) else None
