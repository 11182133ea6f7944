"""These figures against others: only when both count the same, and with an interval around the ratio.

The ratio is that of the numbers per day. Its interval rests on how much the months (or weeks) of both files vary around their own mean,
at least as much as chance; bare totals have no such series, and get the exact interval for two Poisson numbers, which is too narrow for
what comes in groups: the caution `bare_totals` says that it is a minimum.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.meaning import spoken
from toolbox_cli.evidence.picture import Comparison, Interval
from toolbox_cli.evidence.quantiles import beta_quantile, t_quantile
from toolbox_cli.evidence.regress import careful, ratio_interval, trusted
from toolbox_cli.evidence.steps import Step, mean_level, steps_in, sums
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.evidence.tally import Tally, period_of, tally_of
from toolbox_cli.evidence.trend import YEAR
from toolbox_cli.model.evidence import Description, EvidenceRules

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_STEPS = 4
CARRY, SLACK, LONG = 3.0, 4.0, 20
SAME_SEASON = 7
NOT_GIVEN = "niet van beide is gezegd wat meetelt"
NOT_THE_SAME = "de twee tellen niet hetzelfde"
OVERLAP = "de perioden overlappen voor een deel"


def compare(
    this: Incidents, about: Description, other: Incidents, other_about: Description, rules: EvidenceRules, name: str = ""
) -> Comparison:
    """Return the ratio of these figures to others with the same definition; otherwise why they are not compared."""
    name = name or other_about.source
    refused = refusal(about, other_about)
    if refused:
        return Comparison(name, other_about, _kind(about, other_about), None, None, None, None, refused)
    tallies = tally_of(this, about), tally_of(other, other_about)
    few = min(tally.total for tally in tallies) < rules.limits.percentage_from
    spread = _dispersion(*tallies)
    ratio = None if few else _ratio(*tallies, spread)
    change = _denominators(about, other_about)
    return Comparison(
        name,
        other_about,
        _kind(about, other_about),
        tallies[0].total,
        tallies[1].total,
        ratio,
        None if ratio is None or change is None else _divided(ratio, change),
        cautions=_cautions(about, other_about, few=few, rated=change is not None, bare=spread is None and not few),
    )


def refusal(about: Description, other: Description) -> str:
    """Return why two registrations may not be compared; empty when they may."""
    unlike = counts_otherwise(about, other)
    if unlike:
        return unlike
    period, other_period = period_of(about), period_of(other)
    apart = period[1] < other_period[0] or other_period[1] < period[0]
    return "" if apart or period == other_period else OVERLAP


def counts_otherwise(about: Description, other: Description) -> str:
    """Return why two registrations do not count the same, as far as is told; empty when they do."""
    if not spoken(about.definition) or not spoken(other.definition):
        return NOT_GIVEN
    return "" if spoken(about.definition) == spoken(other.definition) else NOT_THE_SAME


def _kind(about: Description, other: Description) -> str:
    period, other_period = period_of(about), period_of(other)
    if period == other_period:
        return "area"
    return "earlier" if other_period[0] < period[0] else "later"


def _cautions(about: Description, other: Description, *, few: bool, rated: bool, bare: bool) -> tuple[str, ...]:
    who = spoken(about.registered_by), spoken(other.registered_by)
    found = {
        "small_numbers": few,
        "season": not _same_season(about, other),
        "registration_changed": _registers_otherwise(about, other),
        "registered_by": bool(all(who)) and who[0] != who[1],
        "per_place_unknown": not rated,
        "bare_totals": bare,
    }
    return tuple(name for name, holds in found.items() if holds)


def _same_season(about: Description, other: Description) -> bool:
    """Whole years, or the same days of the year (a week more or less)."""
    (start, end), (first, last) = period_of(about), period_of(other)
    lengths = (end - start).days + 1, (last - first).days + 1
    if all(abs(length - round(length / YEAR) * YEAR) <= SAME_SEASON and length > SAME_SEASON for length in lengths):
        return True
    moved = abs((start - first).days)
    return abs(lengths[0] - lengths[1]) <= SAME_SEASON and abs(moved - round(moved / YEAR) * YEAR) <= SAME_SEASON


def _registers_otherwise(about: Description, other: Description) -> bool:
    """An event in one of the periods or between them."""
    periods = period_of(about), period_of(other)
    first, last = min(start for start, _ in periods), max(end for _, end in periods)
    return any(first < event.on <= last for event in (*about.events, *other.events))


def _ratio(this: Tally, other: Tally, spread: tuple[float, float] | None) -> Interval:
    days = len(this.grid), len(other.grid)
    value = (this.total / days[0]) / (other.total / days[1])
    if spread is None:
        return _exact(this.total, other.total, days[1] / days[0])
    dispersion, freedom = spread
    error = math.sqrt(dispersion * (1 / this.total + 1 / other.total))
    return ratio_interval(math.log(value), error, t_quantile(freedom))


def _dispersion(*tallies: Tally) -> tuple[float, float] | None:
    """How much more the steps vary around their own mean than chance alone gives, and by how many steps that is judged."""
    squares, freedom = 0.0, 0
    for tally in tallies:
        _, steps = steps_in(tally.start, tally.end, tally.grain)
        if len(steps) < FEWEST_STEPS:
            return None
        squares += _squares(sums(tally.by_day, tally.start, steps), steps)
        freedom += len(steps) - 1
    return careful(squares / freedom, freedom, CARRY, SLACK if freedom >= LONG else 0.0), trusted(freedom)


def _squares(counts: NDArray[Any], steps: tuple[Step, ...]) -> float:
    import numpy as np

    days = np.array([(last - first).days + 1 for first, last in steps], float)
    expected = days * (counts.sum() / days.sum())
    return float(((counts - expected) ** 2 / expected).sum())


def _exact(this: int, other: int, times: float) -> Interval:
    """The ratio of two Poisson numbers with the interval of Clopper and Pearson for the share of the first."""
    low, high = beta_quantile(0.025, this, other + 1), beta_quantile(0.975, this + 1, other)
    return Interval(this / other * times, low / (1 - low) * times, high / (1 - high) * times)


def _denominators(about: Description, other: Description) -> float | None:
    """How many times as many places (otherwise residents) there were here; None when that is not known of both."""
    for levels, other_levels in ((about.places, other.places), (about.residents, other.residents)):
        means = mean_level(levels, *period_of(about)), mean_level(other_levels, *period_of(other))
        if means[0] is not None and means[1] is not None:
            return means[0] / means[1]
    return None


def _divided(ratio: Interval, by: float) -> Interval:
    return Interval(ratio.value / by, ratio.low / by, ratio.high / by)
