"""These figures against others: only with the same definition, and per place when that is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from helpers import CATALOGUE, seeds
from rows import DEFINITION, START, about, daily, incidents, row

from toolbox_cli.evidence.compare import NOT_GIVEN, NOT_THE_SAME, OVERLAP, compare
from toolbox_cli.evidence.picture import Comparison
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.model.evidence import Description, Event, Level

RULES = CATALOGUE.evidence
BEFORE = date(2023, 1, 1)


def year(number: int, start: date = START) -> Incidents:
    """One row with the total of a year."""
    return incidents([row(start, number=number)])


def against(figures: Incidents, others: Incidents, days: int = 365, other_days: int = 365, **more: Any) -> Comparison:
    told = {"this": {}, "other": {"start": BEFORE}} | more
    return compare(figures, about(days, **told["this"]), others, about(other_days, **told["other"]), RULES)


def test_the_known_answer_of_2021_and_2022_comes_out_as_about_five_per_cent_per_place() -> None:
    first, second = date(2021, 1, 1), date(2022, 1, 1)
    found = compare(
        year(14_700, second),
        about(365, second, places=(Level(second, 42_000),)),
        year(10_000, first),
        about(365, first, places=(Level(first, 30_000),)),
        RULES,
        "2021",
    )

    assert (found.kind, found.name, found.refused) == ("earlier", "2021", "")
    assert found.ratio is not None
    assert found.per_place is not None
    assert found.ratio.value == pytest.approx(1.47)
    assert found.per_place.value == pytest.approx(1.05)
    assert found.per_place.low == pytest.approx(1.05 * found.ratio.low / 1.47)


def test_the_same_answer_from_files_per_incident() -> None:
    random = np.random.default_rng(4)
    found = against(
        daily(random.poisson(14.7, 365)),
        daily(random.poisson(10.0, 365), BEFORE),
        this={"places": (Level(START, 1400),)},
        other={"start": BEFORE, "places": (Level(BEFORE, 1000),)},
    )

    assert found.per_place is not None
    assert found.per_place.value == pytest.approx(1.05, abs=0.04)
    assert found.per_place.low < 1.05 < found.per_place.high


def test_the_exact_interval_of_two_totals() -> None:
    found = against(year(40), year(30, BEFORE))

    assert found.ratio is not None  # Clopper-Pearson for 40 of 70: 0.4475 to 0.6891
    assert found.ratio.value == pytest.approx(4 / 3)
    assert found.ratio.low == pytest.approx(0.44746 / 0.55254, abs=2e-3)
    assert found.ratio.high == pytest.approx(0.68909 / 0.31091, abs=5e-3)


@pytest.mark.parametrize("definition", ["", "  ", "..."])
def test_without_both_definitions_nothing_is_compared(definition: str) -> None:
    found = against(year(100), year(100, BEFORE), other={"start": BEFORE, "definition": definition})

    assert (found.refused, found.ratio, found.number) == (NOT_GIVEN, None, None)


def test_another_definition_is_refused() -> None:
    found = against(year(100), year(100, BEFORE), other={"start": BEFORE, "definition": "aangiften van diefstal"})

    assert (found.refused, found.ratio) == (NOT_THE_SAME, None)


def test_capitals_spaces_and_a_full_stop_make_no_other_definition() -> None:
    found = against(year(100), year(100, BEFORE), other={"start": BEFORE, "definition": f"  {DEFINITION.upper()} ."})

    assert found.refused == ""


def test_periods_that_overlap_for_a_part_are_refused() -> None:
    found = against(year(100), year(100, date(2023, 7, 1)), other={"start": date(2023, 7, 1)})

    assert found.refused == OVERLAP


def test_the_same_period_is_another_area() -> None:
    assert against(year(100), year(90), other={}).kind == "area"


def test_a_period_after_this_one_is_later() -> None:
    after = START + timedelta(days=365)

    assert against(year(100), year(90, after), other={"start": after}).kind == "later"


def test_fewer_than_thirty_on_a_side_gives_numbers_and_no_ratio() -> None:
    found = against(year(100), year(29, BEFORE))

    assert (found.number, found.other_number, found.ratio, found.per_place) == (100, 29, None, None)
    assert "small_numbers" in found.cautions


def test_a_longer_period_is_compared_per_day() -> None:
    found = against(daily([2] * 366), daily([2] * 182, BEFORE), 366, 182)

    assert found.ratio is not None
    assert found.ratio.value == pytest.approx(1)
    assert "season" in found.cautions


def test_the_same_days_of_another_year_are_the_same_season() -> None:
    summer, before = date(2024, 6, 1), date(2023, 6, 3)

    found = against(daily([2] * 92, summer), daily([2] * 92, before), 92, 92, this={"start": summer}, other={"start": before})

    assert "season" not in found.cautions


def test_other_months_are_another_season() -> None:
    summer, winter = date(2024, 6, 1), date(2023, 12, 1)

    found = against(daily([2] * 92, summer), daily([2] * 92, winter), 92, 92, this={"start": summer}, other={"start": winter})

    assert "season" in found.cautions


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2023, 6, 1), True), (date(2024, 1, 1), True), (date(2022, 1, 1), False), (date(2026, 1, 1), False)]
)
def test_a_change_in_registering_in_or_between_the_periods_is_said(on: date, expected: bool) -> None:
    found = against(year(100), year(100, BEFORE), this={"events": (Event(on, "meldkaart"),)})

    assert ("registration_changed" in found.cautions) is expected


def test_other_people_who_register_is_said() -> None:
    by = {"this": {"registered_by": "politie"}, "other": {"start": BEFORE, "registered_by": "boa's"}}

    assert "registered_by" in against(year(100), year(100, BEFORE), **by).cautions
    assert "registered_by" not in against(year(100), year(100, BEFORE)).cautions


def test_residents_serve_when_places_are_not_known() -> None:
    found = against(
        year(100), year(100, BEFORE), this={"residents": (Level(START, 200),)}, other={"start": BEFORE, "residents": (Level(BEFORE, 100),)}
    )

    assert found.per_place is not None
    assert found.per_place.value == pytest.approx(0.5)
    assert "per_place_unknown" not in found.cautions


def test_places_on_one_side_only_give_nothing_per_place() -> None:
    found = against(year(100), year(100, BEFORE), this={"places": (Level(START, 200),)})

    assert found.per_place is None
    assert "per_place_unknown" in found.cautions


def test_weeks_that_vary_much_widen_the_interval() -> None:
    calm = against(daily([1] * 365), daily([1] * 365, BEFORE)).ratio
    wild = against(daily(([0] * 30 + [2] * 30) * 6), daily(([0] * 30 + [2] * 30) * 6, BEFORE), 360, 360).ratio

    assert calm is not None
    assert wild is not None
    assert wild.high - wild.low > 1.5 * (calm.high - calm.low)


def test_the_description_of_the_other_figures_goes_along() -> None:
    other: Description = about(365, BEFORE)

    assert compare(year(100), about(365), year(100, BEFORE), other, RULES).other == other


@pytest.mark.parametrize("seed", seeds(1, 4))
@pytest.mark.parametrize("days", [56, 120, 365])
def test_two_periods_without_a_difference_seldom_seem_to_differ(seed: int, days: int) -> None:
    random = np.random.default_rng(seed)
    wrong = 0
    for _ in range(100):
        first, second = (random.poisson(random.gamma(1.5, 1.0, days)) for _ in range(2))
        then = START - timedelta(days=days)
        ratio = against(daily(first), daily(second, then), days, days, other={"start": then}).ratio
        wrong += ratio is not None and not ratio.low <= 1 <= ratio.high
    assert wrong <= 9  # 5 expected at most; more than 9 of 100 then happens 3 times in 100
