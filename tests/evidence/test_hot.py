"""Hot places and hours: what stands out is found, what is even is not."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from helpers import CATALOGUE, seeds
from rows import START, about, incidents, row

from toolbox_cli.evidence.describe import picture_of
from toolbox_cli.evidence.hot import hot_hours, hot_labels, log_excess, stands_out, stretch_label
from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.picture import Count, Hot, Picture

RULES = CATALOGUE.evidence
LIMITS = RULES.limits


def by_hour(hours: dict[int, int], days: int = 50) -> np.ndarray:
    """So many incidents in these hours, spread over the days."""
    grid = np.zeros((days, 24), dtype=int)
    for hour, many in hours.items():
        for at in range(many):
            grid[at % days, hour] += 1
    return grid


def hot(hours: dict[int, int]) -> list[Hot]:
    return list(hot_hours(by_hour(hours), LIMITS.hot_share, LIMITS.percentage_from))


EVEN = dict.fromkeys(range(24), 4)


def test_a_stretch_of_adjacent_busy_hours_is_one_hot_stretch() -> None:
    assert hot(EVEN | {20: 30, 21: 30, 22: 30}) == [Hot("20-23 uur", 90, 90 / 174)]


def test_a_hot_stretch_may_run_through_midnight() -> None:
    assert [item.label for item in hot(EVEN | {23: 30, 0: 30, 1: 30})] == ["23-2 uur"]


def test_two_busy_times_of_the_day_are_two_stretches() -> None:
    assert [item.label for item in hot(EVEN | {12: 40, 13: 45, 21: 60})] == ["12-14 uur", "21-22 uur"]


def test_an_even_day_has_no_hot_hours() -> None:
    assert hot(EVEN) == []


def test_a_few_more_than_the_rest_is_not_hot() -> None:
    assert hot(EVEN | {20: 7}) == []


def test_so_few_that_it_may_be_chance_is_not_hot() -> None:
    assert hot({20: 2, 21: 1, 3: 1, 9: 1}) == []


def test_what_comes_from_one_single_day_is_an_event_and_not_a_pattern() -> None:
    grid = by_hour(EVEN)
    grid[7, 22] += 60

    assert hot_hours(grid, LIMITS.hot_share, LIMITS.percentage_from) == ()


def test_less_than_the_set_share_is_not_hot_however_certain() -> None:
    assert stands_out(1200, 10_000, 0.01, 100, 0.1)
    assert not stands_out(900, 10_000, 0.01, 100, 0.1)


def test_less_than_twice_the_rest_is_not_hot_however_certain() -> None:
    assert stands_out(50_100, 100_000, 1 / 3, 3, 0.1)
    assert not stands_out(49_900, 100_000, 1 / 3, 3, 0.1)


@pytest.mark.parametrize(("number", "total", "even"), [(8, 30, 1 / 24), (20, 40, 0.25), (60, 100, 0.5)])
def test_the_bound_is_never_below_the_real_probability(number: int, total: int, even: float) -> None:
    from math import comb

    real = sum(comb(total, at) * even**at * (1 - even) ** (total - at) for at in range(number, total + 1))
    assert real <= np.exp(-log_excess(number, total, even)) <= 15 * real


def hours_in(label: str) -> frozenset[int]:
    """The hours of the day that a label such as '20-24 uur' stands for."""
    first, until = (int(part) for part in label.removesuffix(" uur").split("-"))
    return hours_of(first, until)


def test_a_label_says_from_and_up_to() -> None:
    assert stretch_label((20, 4), 24) == "20-24 uur"
    assert stretch_label((22, 5), 24) == "22-3 uur"
    assert stretch_label((6, 2), 8) == "18-24 uur"
    assert hours_in(stretch_label((22, 5), 24)) == {22, 23, 0, 1, 2}
    assert hours_in(stretch_label((20, 4), 24)) == {20, 21, 22, 23}


def picture(places: dict[str, int], days: int = 50) -> Picture:
    rows = [row(START + timedelta(days=at % days), place=place) for place, many in places.items() for at in range(many)]
    return picture_of(incidents(rows), about(100), RULES)


STREETS = {f"Straat {at}": 5 for at in range(12)}


def test_a_place_with_far_more_than_the_others_is_hot_with_its_share() -> None:
    assert picture(STREETS | {"Markt": 40}).hot_places == (Hot("Markt", 40, 0.4),)


def test_of_even_places_none_is_hot() -> None:
    assert picture(STREETS).hot_places == ()


def test_a_place_that_was_busy_on_one_day_only_is_not_hot() -> None:
    assert picture(STREETS | {"Markt": 40}, days=1).hot_places == ()


def test_a_place_that_was_busy_in_two_weeks_only_is_not_hot() -> None:
    assert picture(STREETS | {"Markt": 40}, days=14).hot_places == ()


def test_hours_that_were_busy_in_five_days_only_are_not_hot() -> None:
    grid = by_hour(EVEN, days=100)
    grid[40:45, 21] += 9

    assert hot_hours(grid, LIMITS.hot_share, LIMITS.percentage_from) == ()


def test_the_only_place_is_not_hot() -> None:
    assert hot_labels([Count("Markt", 100)], 100, 0.1) == ()


@pytest.mark.parametrize("seed", seeds(1, 4))
@pytest.mark.parametrize("total", [15, 40, 200, 3000])
def test_an_even_spread_has_no_hot_spot_in_95_of_100(seed: int, total: int) -> None:
    random = np.random.default_rng(seed)
    wrong = 0
    for _ in range(200):
        grid = np.zeros((365, 24), dtype=int)
        np.add.at(grid, (random.integers(0, 365, total), random.integers(0, 24, total)), 1)
        counts = np.bincount(random.integers(0, random.choice([2, 5, 20, 200]), total))
        items = [Count(str(at), int(many)) for at, many in enumerate(counts) if many]
        wrong += bool(hot_hours(grid, LIMITS.hot_share, 30)) or bool(hot_labels(items, total, LIMITS.hot_share))
    assert wrong <= 10


@pytest.mark.parametrize("seed", seeds(1, 4))
def test_a_hot_stretch_that_was_built_in_is_found(seed: int) -> None:
    random = np.random.default_rng(seed)
    found = 0
    for _ in range(100):
        hours = np.where(random.random(200) < 0.4, random.integers(20, 24, 200), random.integers(0, 24, 200))
        grid = np.zeros((365, 24), dtype=int)
        np.add.at(grid, (random.integers(0, 365, 200), hours), 1)
        found += any(hours_in(item.label) & {20, 21, 22, 23} for item in hot_hours(grid, LIMITS.hot_share, 30))
    assert found >= 98
