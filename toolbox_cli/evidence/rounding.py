"""Figures no finer than the sentences about them, for the public: whole percents, and one decimal of a multiple or a rate. Pure."""

from __future__ import annotations

import math
from dataclasses import replace

from toolbox_cli.evidence.picture import Comparison, Interval, Rate, Trend

LARGE = 3.0  # from here on sentences say 'keer zo veel', with one decimal


def rounded(interval: Interval | None) -> Interval | None:
    """Return an interval to whole percents; to one decimal where it is about multiples."""
    return interval and Interval(*(_rounded(value) for value in (interval.value, interval.low, interval.high)))


def _rounded(value: float) -> float:
    return value if not math.isfinite(value) else round(value, 1 if value >= LARGE else 2)


def rounded_trend(trend: Trend) -> Trend:
    """Return a trend with its estimates and the mean number of places rounded."""
    spans = tuple(span if span.places is None else replace(span, places=float(round(span.places))) for span in trend.spans)
    return replace(trend, spans=spans, change=rounded(trend.change), per_place=rounded(trend.per_place))


def rounded_comparison(item: Comparison) -> Comparison:
    """Return a comparison with its ratios rounded."""
    return replace(item, ratio=rounded(item.ratio), per_place=rounded(item.per_place))


def rounded_rate(rate: Rate) -> Rate:
    """Return a rate with one decimal, of a whole number."""
    return Rate(rate.per, float(round(rate.of)), round(rate.in_period, 1), round(rate.per_year, 1))
