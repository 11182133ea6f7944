"""Rise and fall: the numbers of the regression, and when there is a word."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from toolbox_cli.evidence.picture import Trend
from toolbox_cli.evidence.quantiles import t_quantile
from toolbox_cli.evidence.regress import careful, fit, trusted
from toolbox_cli.evidence.steps import months_in, steps_in, weeks_in
from toolbox_cli.evidence.trend import FALLS, NO_LINE, ONLY_TOTALS, RISES, TOO_SHORT, trend_of
from toolbox_cli.model.evidence import Level

JANUARY = date(2024, 1, 1)
MONTHS = np.array([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


def in_months(*counts: int) -> np.ndarray:
    """Daily numbers in 2024: those of a month lie on its first days."""
    days = np.zeros(MONTHS.sum(), dtype=int)
    for first, length, count in zip(np.cumsum(MONTHS) - MONTHS, MONTHS, counts, strict=True):
        days[first : first + length] = count // length
        days[first : first + count % length] += 1
    return days


def trend(days: np.ndarray, start: date = JANUARY, grain: str = "day", levels: tuple[Level, ...] = ()) -> Trend:
    return trend_of(days, start, start + timedelta(days=len(days) - 1), grain, levels, 30)


RISING = in_months(12, 18, 15, 22, 19, 25, 30, 24, 31, 28, 40, 35)
EVEN = in_months(22, 25, 19, 24, 26, 20, 23, 25, 21, 24, 22, 26)


@pytest.mark.parametrize(
    ("counts", "days", "beta", "dispersion", "variance"),
    [  # from statsmodels 0.14: GLM, Poisson, offset log(days), scale="X2"
        ([12, 18, 15, 22, 19, 25, 30, 24, 31, 28, 40, 35], MONTHS, [-0.24537976, 1.02615068], 0.6024841649041826, 0.04258314),
        ([3, 0, 41, 7, 5, 60, 2, 9], [7] * 8, [0.80175542, 0.64644752], 34.772335188845865, 0.0980344),
    ],
)
def test_the_regression_gives_the_numbers_of_statsmodels(
    counts: list[int], days: list[int], beta: list[float], dispersion: float, variance: float
) -> None:
    exposure = np.array(days, float)
    time = (np.cumsum(exposure) - exposure / 2) / exposure.sum() - 0.5

    found = fit(np.array(counts, float), np.stack([np.ones(len(days)), time], axis=1), exposure)

    assert found is not None
    assert found.beta == pytest.approx(beta, rel=1e-6)
    assert found.dispersion == pytest.approx(dispersion, rel=1e-6)
    assert found.covariance[1, 1] == pytest.approx(variance, rel=1e-6)


def test_the_quantile_is_that_of_student() -> None:
    assert t_quantile(10) == pytest.approx(2.228138852)
    assert t_quantile(4, 0.025 / 3) == pytest.approx(3.960757, rel=1e-3)


def test_a_clear_rise_is_said_with_an_interval_above_no_change() -> None:
    found = trend(RISING)

    assert found.word == RISES
    assert found.change is not None
    assert 1 < found.change.low < found.change.value < found.change.high
    assert found.unit == "month"


def test_a_clear_fall_is_said() -> None:
    assert trend(RISING[::-1]).word == FALLS


def test_an_even_year_has_no_word_but_an_interval_with_no_change_in_it() -> None:
    found = trend(EVEN)

    assert (found.word, found.why) == ("", "")
    assert found.change is not None
    assert found.change.low < 1 < found.change.high


def test_the_same_figures_give_the_same_interval() -> None:
    assert trend(RISING) == trend(RISING)


def test_fewer_than_thirty_incidents_get_no_estimate() -> None:
    found = trend(in_months(0, 0, 0, 0, 0, 0, 0, 5, 5, 6, 6, 7))

    assert (found.word, found.change) == ("", None)
    assert "minder dan 30" in found.why
    assert sum(span.number or 0 for span in found.spans) == 29


def test_thirty_incidents_get_an_estimate() -> None:
    assert trend(in_months(0, 0, 0, 0, 0, 0, 1, 5, 5, 6, 6, 7)).change is not None


def test_five_weeks_are_too_short() -> None:
    found = trend(np.full(41, 3))

    assert (found.word, found.why) == ("", TOO_SHORT)


def test_six_weeks_are_enough_for_an_estimate_per_week() -> None:
    found = trend(np.full(42, 3))

    assert (found.unit, len(found.spans), found.why) == ("week", 6, "")
    assert found.change is not None


def test_nothing_and_then_all_in_the_last_week_does_not_settle_and_says_so() -> None:
    found = trend(np.array([0] * 63 + [10] * 7))

    assert (found.word, found.change, found.why) == ("", None, NO_LINE)


def test_a_file_with_only_totals_says_nothing_about_a_trend() -> None:
    found = trend(RISING, grain="period")

    assert (found.spans, found.change, found.why) == ((), None, ONLY_TOTALS)


def test_a_rise_that_follows_the_number_of_places_is_no_rise_per_place() -> None:
    more_places = tuple(Level(date(2024, month, 1), 100 + 20 * month) for month in range(1, 13))
    in_step = in_months(*(2 * (100 + 20 * month) // 10 for month in range(1, 13)))

    found = trend(in_step, levels=more_places)

    assert trend(in_step).word == RISES
    assert found.word == ""
    assert found.per_place is not None
    assert found.per_place.value == pytest.approx(1, abs=0.1)
    assert found.change is not None
    assert found.change.low > 1


def test_a_number_of_places_that_is_not_known_from_the_start_is_not_used() -> None:
    found = trend(RISING, levels=(Level(date(2024, 2, 1), 300),))

    assert found.per_place is None
    assert all(span.places is None for span in found.spans)
    assert found.word == RISES


def test_the_last_number_of_places_before_the_period_holds() -> None:
    found = trend(RISING, levels=(Level(date(2020, 1, 1), 300),))

    assert {span.places for span in found.spans} == {300.0}
    assert found.per_place is not None
    assert found.change is not None
    assert (found.per_place.value, found.per_place.low) == pytest.approx((found.change.value, found.change.low))


def test_a_season_over_two_whole_years_is_no_trend() -> None:
    days = np.arange(731)
    wave = np.round(4 + 3 * np.sin(2 * np.pi * days / 365.25)).astype(int)

    found = trend(wave, start=date(2023, 1, 1))

    assert (found.word, found.season) == ("", False)


def test_a_shorter_period_says_that_a_season_may_look_like_a_trend() -> None:
    assert trend(RISING).season


def test_a_part_of_a_month_counts_with_its_days() -> None:
    found = trend(np.full(230, 2), start=date(2024, 1, 20))

    assert [span.days for span in found.spans] == [12, 29, 31, 30, 31, 30, 31, 31, 5]
    assert found.change is not None
    assert found.change.value == pytest.approx(1)


def test_five_whole_months_go_by_weeks_and_six_by_months() -> None:
    assert steps_in(date(2024, 1, 2), date(2024, 6, 30), "day")[0] == "week"
    assert steps_in(date(2024, 1, 1), date(2024, 6, 29), "day")[0] == "week"
    assert steps_in(date(2024, 1, 1), date(2024, 6, 30), "day")[0] == "month"


@pytest.mark.parametrize("days", [1, 6, 7, 8, 20, 41, 100])
@pytest.mark.parametrize("cut", [weeks_in, months_in])
def test_the_steps_hold_each_day_of_the_period_once(days: int, cut: object) -> None:
    steps = cut(JANUARY, JANUARY + timedelta(days=days - 1))  # type: ignore[operator]

    held = [first + timedelta(days=at) for first, last in steps for at in range((last - first).days + 1)]
    assert held == [JANUARY + timedelta(days=at) for at in range(days)]


def test_variation_above_chance_widens_more_than_its_size() -> None:
    assert careful(0.6, 10, 4.0, 2.5) == 1
    assert careful(1.2, 10, 4.0, 2.5) == 1.2
    assert careful(3.0, 10, 4.0, 2.5) == pytest.approx(8)
    assert careful(1.2, 10, 4.0) == pytest.approx(1.8)
    assert careful(1.2, 10, 4.0, 2.5, 1.3) == 1.3


def test_a_short_series_is_judged_by_few_degrees_of_freedom() -> None:
    assert (trusted(20), trusted(4), trusted(1)) == (10, 2, 2)
