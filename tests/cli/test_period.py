"""A period, a number of places, an event and hours, as people type them."""

from datetime import date

import pytest

from toolbox_cli.cli.period import event_from, hours_from, levels_from, period_from
from toolbox_cli.errors import UsageError
from toolbox_cli.model.evidence import Event, Level

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2025", "2025-01-01..2025-12-31", "2025-01-01/2025-12-31", "1-1-2025..31-12-2025", "1-1-2025 - 31-12-2025",
        "1/1/2025 t/m 31/12/2025", "1 januari 2025 tot en met 31 december 2025", "2025-Q1..2025-Q4", "2025-01..12-2025",
    ],
)  # fmt: skip
def test_a_year_can_be_typed_in_many_ways(typed: str) -> None:
    assert period_from(typed, "--period") == YEAR


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "geen periode"), ("vorig jaar", "geen periode"), ("30-2-2025", "bestaat niet"),
        ("2025..2024", "draai ze om"), ("1925", "jaar"), ("1..2..3", "periode"),
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_what_would_be_right(typed: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        period_from(typed, "--period")
    assert says in caught.value.message


def test_a_number_of_places_holds_from_the_start_or_from_a_day() -> None:
    assert levels_from(["1.400"], "--places") == (Level(date.min, 1400),)
    assert levels_from(["2025-07=420", "2025-01-01=300"], "--places") == (Level(date(2025, 1, 1), 300), Level(date(2025, 7, 1), 420))


@pytest.mark.parametrize("typed", [["0"], ["veel"], ["2025-01-01=1", "2025-01-01=2"], ["-5"], ["4.5"], ["1.40"]])
def test_a_number_that_cannot_be_is_refused(typed: list[str]) -> None:
    with pytest.raises(UsageError):
        levels_from(typed, "--places")


def test_an_event_has_a_day_and_what_began() -> None:
    assert event_from("1-3-2025=meldkaart", "--event") == Event(date(2025, 3, 1), "meldkaart")
    with pytest.raises(UsageError):
        event_from("meldkaart", "--event")


def test_hours_may_go_through_midnight() -> None:
    assert hours_from("22-3", "--hours") == (22, 3)
    assert hours_from("18:00 tot 23:00 uur", "--hours") == (18, 23)
    for typed in ("18", "25-3", "18-18", "avond"):
        with pytest.raises(UsageError):
            hours_from(typed, "--hours")
