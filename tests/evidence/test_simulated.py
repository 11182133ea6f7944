"""Series in which nothing changes get no word in at least 95 of 100, and what was built in is found. Each with its seed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import polars as pl
import pytest
from rows import START, about

from toolbox_cli.evidence.effect import Part, Trial
from toolbox_cli.evidence.evaluate import LESS, MORE, effect_of
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.evidence.trend import RISES, trend_of

Random = np.random.Generator
Series = Callable[[Random, int], np.ndarray]
FEW, MANY = 100, 600


def carried(random: Random, days: int, step: int, carry: float, spread: float) -> np.ndarray:
    """A level that in each step resembles the step before."""
    size = days // step + 2
    logs = np.empty(size)
    logs[0] = random.normal() * spread
    for at in range(1, size):
        logs[at] = carry * logs[at - 1] + random.normal() * spread * np.sqrt(1 - carry**2)
    return np.exp(logs - spread**2 / 2)[np.arange(days) // step]


WEEK = np.array([0.7, 0.7, 0.8, 0.9, 1.4, 1.6, 0.9])
UNCHANGED: dict[str, Series] = {
    "sparse": lambda random, days: random.poisson(0.1, days),
    "some": lambda random, days: random.poisson(0.5, days),
    "many": lambda random, days: random.poisson(8, days),
    "bursts": lambda random, days: random.poisson(random.gamma(0.5, 2, days)),
    "restless weeks": lambda random, days: random.poisson(np.repeat(random.gamma(2, 0.5, days // 7 + 1), 7)[:days]),
    "weekly rhythm": lambda random, days: random.poisson(2 * WEEK[(np.arange(days) + random.integers(7)) % 7]),
    "weeks like the week before": lambda random, days: random.poisson(1.5 * carried(random, days, 7, 0.3, 0.4)),
    "months like the month before": lambda random, days: random.poisson(carried(random, days, 30, 0.3, 0.15)),
}


def words(series: Series, days: int, seed: int, times: int) -> list[str]:
    random, found = np.random.default_rng(seed), []
    for _ in range(times):
        start = START + timedelta(days=int(random.integers(365)))
        found.append(trend_of(series(random, days), start, start + timedelta(days=days - 1), "day", (), 30).word)
    return found


@pytest.mark.parametrize("name", UNCHANGED)
@pytest.mark.parametrize("days", [100, 365])
def test_a_series_without_change_seldom_gets_a_word(name: str, days: int) -> None:
    assert sum(word != "" for word in words(UNCHANGED[name], days, 7, FEW)) <= 0.05 * FEW + 3


@pytest.mark.slow
@pytest.mark.parametrize("name", UNCHANGED)
@pytest.mark.parametrize("days", [60, 90, 140, 200, 365, 500, 731])
def test_a_series_without_change_gets_no_word_in_95_of_100(name: str, days: int) -> None:
    if name.startswith("months") and days < 365:
        pytest.skip("a level that stays for a month is a change in a series of some months")
    assert sum(word != "" for word in words(UNCHANGED[name], days, 11, MANY)) <= 0.05 * MANY


def season(size: float, level: float) -> Series:
    return lambda random, days: random.poisson(level * np.exp(size * np.sin(2 * np.pi * np.arange(days) / 365.25 + random.random() * 7)))


@pytest.mark.slow
@pytest.mark.parametrize("days", [730, 731, 1096, 1461])
@pytest.mark.parametrize(("size", "level"), [(0.3, 1), (0.6, 1), (0.3, 5), (0.6, 5)])
def test_a_season_over_whole_years_gets_no_word_in_95_of_100(days: int, size: float, level: float) -> None:
    assert sum(word != "" for word in words(season(size, level), days, 13, MANY)) <= 0.05 * MANY


@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_doubling_over_a_year_from_twenty_a_month_is_found_one_time_in_three(times: int) -> None:
    def doubling(random: Random, days: int) -> np.ndarray:
        return random.poisson(20 / 30.4 * 2 ** (np.arange(days) / days))

    found = words(doubling, 365, 17, times)
    assert found.count(RISES) >= 0.33 * times


@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_a_doubling_over_a_year_from_forty_a_month_is_mostly_found(times: int) -> None:
    def doubling(random: Random, days: int) -> np.ndarray:
        return random.poisson(40 / 30.4 * 2 ** (np.arange(days) / days))

    assert words(doubling, 365, 19, times).count(RISES) >= 0.75 * times


def town(random: Random, per_day: dict[str, np.ndarray]) -> Incidents:
    """A year or more of incidents with these expected numbers per day and place."""
    numbers = {place: random.poisson(expected) for place, expected in per_day.items()}
    days = np.concatenate([np.repeat(np.arange(len(many)), many) for many in numbers.values()])
    places = np.repeat(np.arange(len(numbers)), [many.sum() for many in numbers.values()])
    size = len(days)
    frame = pl.DataFrame(
        {
            "kind": pl.Series([None] * size, dtype=pl.UInt16),
            "place": pl.Series(places, dtype=pl.UInt16),
            "day": pl.Series(days + START.toordinal() - 719163, dtype=pl.Int32).cast(pl.Date),
            "hour": pl.Series([None] * size, dtype=pl.Int8),
            "number": pl.Series(np.ones(size), dtype=pl.UInt32),
        }
    )
    return Incidents(frame, (), tuple(per_day), size, (), ())


NEIGHBOURS = ("b", "c", "d")


def judged(random: Random, per_day: dict[str, np.ndarray]) -> tuple[str, list[str], str]:
    """The word for the target a, for each neighbour, and for all of these together."""
    days = len(per_day["a"])
    trial = Trial(START + timedelta(days=days // 2), Part(frozenset("a")), neighbours=tuple(Part(frozenset(name)) for name in NEIGHBOURS))
    found = effect_of(town(random, per_day), about(days), trial)
    return found.word, [item.word for item in found.neighbours], found.net_word


NOISE: dict[str, Callable[[Random, int], np.ndarray]] = {
    "chance": lambda random, days: np.ones(days),
    "bursts": lambda random, days: random.gamma(0.7, 1 / 0.7, days),
    "weeks like the week before": lambda random, days: carried(random, days, 7, 0.3, 0.3),
}


@pytest.mark.slow
@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize(("days", "level"), [(112, 1.4), (182, 1.4), (364, 0.15), (364, 1.4), (728, 1.4)])
def test_where_nothing_was_done_there_is_no_effect_and_nothing_moved_in_95_of_100(noise: str, days: int, level: float) -> None:
    random, wrong = np.random.default_rng(23), np.zeros(3)
    for _ in range(MANY):
        places = {name: level * share * NOISE[noise](random, days) for name, share in zip("abcde", (1, 0.6, 0.6, 0.6, 1.5), strict=True)}
        word, next_door, net = judged(random, places)
        wrong += [word != "", any(next_door), net != ""]
    assert (wrong <= 0.05 * MANY).all(), wrong


@pytest.mark.parametrize("times", [20, pytest.param(300, marks=pytest.mark.slow)])
def test_half_that_moves_next_door_is_found_and_is_no_gain_in_all(times: int) -> None:
    random, days = np.random.default_rng(29), 364
    after = np.arange(days) >= days // 2
    found = np.zeros(4)
    for _ in range(times):
        places = {name: np.full(days, expected) for name, expected in zip("abcde", (1.4, 0.8, 0.8, 0.8, 2.0), strict=True)}
        word, next_door, net = judged(random, places | {"a": np.where(after, 0.7, 1.4), "b": np.where(after, 1.5, 0.8)})
        found += [word == LESS, next_door[0] == MORE, any(next_door[1:]), net != ""]
    assert found[0] >= 0.9 * times
    assert found[1] >= 0.88 * times
    assert found[2] <= 0.05 * times + 1
    assert found[3] <= 0.05 * times + 1
