"""Hours of the day, from one up to another."""

from __future__ import annotations

from toolbox_cli.evidence.picture import HOURS


def hours_of(start: int, until: int) -> frozenset[int]:
    """Return the hours from `start` up to (not including) `until`, through midnight when that is not later."""
    return frozenset(range(start, until) if start < until else (*range(start, HOURS), *range(until)))
