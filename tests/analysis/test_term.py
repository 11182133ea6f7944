"""Counting days: month ends, renewals, hours, spread days, holidays, and the terms of an objection."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.term import (
    check_days,
    ends,
    exists,
    extended,
    fits,
    holidays_of,
    hours,
    objection,
    periods,
    review_days,
    timeline,
)
from toolbox_cli.model.term import Length, Term

AREA_BAN = CATALOGUE.power_by_id["gemw-172a"].term
CHILD = CATALOGUE.power_by_id["gemw-172b"].term
CONDUCT = CATALOGUE.power_by_id["sv-509hh"].term
HOME = CATALOGUE.power_by_id["gemw-151d"].term
AWB = CATALOGUE.protection_by_id["awb"]
assert AREA_BAN and AREA_BAN.renewals and AREA_BAN.spread and CHILD and CONDUCT and HOME
THREE_MONTHS, SIX_WEEKS = Length(months=3), Length(weeks=6)
STARTS = st.dates(date(2016, 1, 1), date(2099, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


def last(start: str, length: Length = THREE_MONTHS) -> str:
    return ends(day(start), length).last.isoformat()


def run_of(term: Term, start: str) -> list[tuple[str, str]]:
    assert term.maximum is not None
    found = periods(ends(day(start), term.maximum), term.renewals)
    return [(period.first.isoformat(), period.last.isoformat()) for period in found]


def objection_last(published: str) -> str:
    found = objection(AWB, day(published), CATALOGUE.holidays, CATALOGUE.counting)
    assert found is not None
    return found.last.last.isoformat()


def test_three_months_end_on_the_day_before_the_same_date() -> None:
    assert last("2026-03-12") == "2026-06-11"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2027-11-30", "2028-02-28"),  # leap year: 29 February counts as the same date
        ("2023-11-30", "2024-02-28"),
        ("2026-11-30", "2027-02-27"),
        ("2027-11-29", "2028-02-28"),  # the same date exists
        ("2026-11-28", "2027-02-27"),
        ("2027-12-01", "2028-02-29"),
        ("2028-02-29", "2028-05-28"),
        ("2026-01-31", "2026-04-29"),
        ("2026-12-01", "2027-02-28"),
    ],
)
def test_a_month_end_is_counted_in_favour_of_the_person(start: str, end: str) -> None:
    assert last(start) == end


def test_only_a_date_that_does_not_exist_is_marked() -> None:
    assert ends(day("2026-11-30"), THREE_MONTHS).clipped
    assert not ends(day("2026-11-28"), THREE_MONTHS).clipped
    assert not ends(day("2026-11-30"), Length(days=90)).clipped


def test_days_weeks_and_years_are_counted_with_the_first_day() -> None:
    assert last("2026-03-12", Length(days=1)) == "2026-03-12"
    assert last("2026-03-12", Length(weeks=4)) == "2026-04-08"
    assert last("2028-02-29", Length(years=1)) == "2029-02-27"


def test_an_area_ban_has_three_renewals_that_join_up() -> None:
    assert run_of(AREA_BAN, "2026-03-12") == [
        ("2026-03-12", "2026-06-11"),
        ("2026-06-12", "2026-09-11"),
        ("2026-09-12", "2026-12-11"),
        ("2026-12-12", "2027-03-11"),
    ]


def test_an_order_about_a_child_has_no_renewal() -> None:
    assert run_of(CHILD, "2026-03-12") == [("2026-03-12", "2026-06-11")]


def test_an_order_of_the_prosecutor_is_renewed_by_ninety_days() -> None:
    assert run_of(CONDUCT, "2027-11-30")[-1] == ("2028-08-26", "2028-11-23")


def test_a_renewal_may_be_bound_by_a_total() -> None:
    assert run_of(HOME, "2026-03-02") == [("2026-03-02", "2026-03-11"), ("2026-03-12", "2026-03-29")]


@given(STARTS)
def test_the_last_day_is_before_the_same_date_three_months_on(start: date) -> None:
    from dateutil.relativedelta import relativedelta

    found = ends(start, THREE_MONTHS).last
    assert start < found < start + relativedelta(months=3)
    assert found >= start + relativedelta(months=3) - timedelta(days=1)


@given(STARTS)
def test_renewals_join_up_and_stay_within_twelve_months(start: date) -> None:
    found = periods(ends(start, THREE_MONTHS), AREA_BAN.renewals)
    assert [later.first - earlier.last for earlier, later in pairwise(found)] == [timedelta(days=1)] * 3
    assert found[-1].last <= ends(start, Length(months=12)).last


@given(STARTS)
def test_review_days_lie_inside_each_period(start: date) -> None:
    found = periods(ends(start, THREE_MONTHS), AREA_BAN.renewals)
    days = review_days(found, CATALOGUE.counting.review_before)
    for period in found:
        assert sum(period.first <= value <= period.last for value in days) == 2
    assert days == tuple(sorted(set(days)))


def test_a_short_period_is_reviewed_once() -> None:
    assert review_days([ends(day("2026-03-01"), Length(days=9))], Length(weeks=2)) == (day("2026-03-05"),)


def test_a_length_may_be_as_long_as_the_maximum_and_not_longer() -> None:
    start = day("2026-03-12")
    assert fits(start, Length(months=3), THREE_MONTHS)
    assert fits(start, Length(days=92), THREE_MONTHS)
    assert not fits(start, Length(days=93), THREE_MONTHS)
    assert fits(start, Length(hours=12), Length(hours=12))
    assert not fits(start, Length(days=1), Length(hours=12))
    assert not fits(start, Length(hours=13), Length(hours=12))


def clock(start: str, amount: int = 12) -> str:
    return hours(datetime.fromisoformat(start), Length(hours=amount)).end.isoformat(timespec="minutes")


def test_hours_run_over_midnight() -> None:
    assert clock("2026-03-12T22:00") == "2026-03-13T10:00"
    assert clock("2026-12-31T23:30", 24) == "2027-01-01T23:30"


def test_hours_end_at_the_earliest_reading_when_the_clock_changes() -> None:
    forward, back = datetime(2026, 3, 28, 20), datetime(2026, 10, 24, 20)
    assert hours(forward, Length(hours=12)).end == datetime(2026, 3, 29, 8)
    assert hours(back, Length(hours=12)).end == datetime(2026, 10, 25, 7)
    assert hours(forward, Length(hours=12)).clock_changes and hours(back, Length(hours=12)).clock_changes
    assert not hours(datetime(2026, 3, 27, 20), Length(hours=12)).clock_changes


def test_a_time_that_the_clock_skips_does_not_exist() -> None:
    assert not exists(datetime(2026, 3, 29, 2, 30))
    assert exists(datetime(2026, 3, 29, 3, 0)) and exists(datetime(2026, 10, 25, 2, 30))


@given(st.datetimes(datetime(2016, 1, 1), datetime(2098, 1, 1)).filter(exists))
def test_twelve_hours_never_last_longer_than_twelve_hours(start: datetime) -> None:
    found = hours(start, Length(hours=12))
    assert timedelta(hours=11) <= found.end - start <= timedelta(hours=12)


FIRST = day("2026-01-01")


def test_ninety_days_fit_and_ninety_one_do_not() -> None:
    days = [FIRST + timedelta(days=at) for at in range(91)]
    assert check_days(AREA_BAN.spread, FIRST, days[:90]).fits
    over = check_days(AREA_BAN.spread, FIRST, days)
    assert not over.fits and over.too_many == 1


def test_the_last_day_within_twenty_four_months_fits_and_the_next_does_not() -> None:
    assert check_days(AREA_BAN.spread, FIRST, [FIRST, day("2027-12-31")]).fits
    over = check_days(AREA_BAN.spread, FIRST, [FIRST, day("2028-01-01")])
    assert not over.fits and over.too_late == (day("2028-01-01"),)


def test_twenty_four_months_from_a_leap_day_end_early() -> None:
    assert check_days(AREA_BAN.spread, day("2028-02-29"), [day("2028-02-29")]).limit == day("2030-02-27")


def test_a_day_that_stands_double_counts_once() -> None:
    found = check_days(AREA_BAN.spread, FIRST, [FIRST] * 91)
    assert found.fits and found.doubles == (FIRST,) and found.days == (FIRST,)


def test_a_day_before_the_order_does_not_fit() -> None:
    found = check_days(AREA_BAN.spread, day("2026-01-02"), [FIRST, day("2026-01-02")])
    assert not found.fits and found.too_early == (FIRST,)


HOLIDAYS = {
    2025: "01-01 04-18 04-21 04-26 05-05 05-29 05-30 06-09 12-25 12-26",
    2026: "01-01 01-02 04-03 04-06 04-27 05-05 05-14 05-15 05-25 12-25 12-26",
    2027: "01-01 03-26 03-29 04-27 05-05 05-06 05-07 05-17 12-25 12-26",
    2028: "01-01 04-14 04-17 04-27 04-28 05-05 05-25 05-26 06-05 12-25 12-26",
    2031: "01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26",
}


@pytest.mark.parametrize(("year", "days"), HOLIDAYS.items())
def test_every_holiday_of_a_year_is_known(year: int, days: str) -> None:
    assert [f"{found:%m-%d}" for found in sorted(holidays_of(year, CATALOGUE.holidays))] == days.split()


@pytest.mark.parametrize(
    ("published", "end"),
    [
        ("2026-03-12", "2026-04-23"),  # an ordinary Thursday
        ("2026-02-23", "2026-04-07"),  # Easter Monday
        ("2026-02-20", "2026-04-07"),  # Good Friday, weekend, Easter Monday
        ("2026-04-02", "2026-05-18"),  # Ascension day, the day after made equal, weekend
        ("2026-03-24", "2026-05-06"),  # 5 May
        ("2026-03-16", "2026-04-28"),  # King's day
        ("2025-03-15", "2025-04-28"),  # King's day on Saturday 26 April because 27 April 2025 is a Sunday
        ("2025-03-16", "2025-04-28"),  # Sunday 27 April 2025
        ("2026-11-13", "2026-12-28"),  # Christmas and weekend
        ("2026-11-20", "2027-01-04"),  # New Year and weekend
        ("2026-01-31", "2026-03-16"),  # a Saturday
    ],
)
def test_an_objection_never_ends_on_a_weekend_or_holiday(published: str, end: str) -> None:
    assert objection_last(published) == end


@given(STARTS)
def test_an_objection_ends_at_the_first_day_that_is_free_after_six_weeks(published: date) -> None:
    found = objection(AWB, published, CATALOGUE.holidays, CATALOGUE.counting)
    assert found is not None and found.last.counted == published + timedelta(days=42)
    passed = [found.last.counted + timedelta(days=at) for at in range((found.last.last - found.last.counted).days)]
    for value in passed:
        assert value.weekday() >= 5 or value in holidays_of(value.year, CATALOGUE.holidays)
    assert found.last.last.weekday() < 5 and found.last.last not in holidays_of(found.last.last.year, CATALOGUE.holidays)


@pytest.mark.parametrize("length", [Length(hours=48), Length(days=91), Length(weeks=13), Length(months=4), Length(years=1)])
def test_a_long_term_or_one_in_hours_is_not_moved(length: Length) -> None:
    found = extended(day("2026-04-04"), length, CATALOGUE.holidays, CATALOGUE.counting)
    assert not found.moved and found.last == day("2026-04-04")


@pytest.mark.parametrize("length", [Length(days=90), Length(weeks=12), Length(months=3)])
def test_the_longest_terms_that_the_law_moves_are_moved(length: Length) -> None:
    assert extended(day("2026-04-04"), length, CATALOGUE.holidays, CATALOGUE.counting).last == day("2026-04-07")


def test_years_without_a_known_list_of_extra_days_are_unsure() -> None:
    assert not extended(day("2028-12-01"), SIX_WEEKS, CATALOGUE.holidays, CATALOGUE.counting).unsure
    assert extended(day("2029-01-02"), SIX_WEEKS, CATALOGUE.holidays, CATALOGUE.counting).unsure
    assert extended(day("2022-12-01"), SIX_WEEKS, CATALOGUE.holidays, CATALOGUE.counting).unsure


def test_the_decision_follows_the_end_of_the_objection_term() -> None:
    found = objection(AWB, day("2026-02-23"), CATALOGUE.holidays, CATALOGUE.counting)
    assert found is not None
    plain, committee = found.decisions
    assert (found.first, found.last.last) == (day("2026-02-24"), day("2026-04-07"))
    assert plain.last.last == day("2026-05-19") and plain.postponed and plain.postponed.last == day("2026-06-30")
    assert committee.last.last == day("2026-06-30") and committee.postponed and committee.postponed.last == day("2026-08-11")


@pytest.mark.parametrize("kind", ["civil", "criminal", "criminal-509hh", "none", "other", "rules"])
def test_there_is_no_objection_outside_administrative_law(kind: str) -> None:
    assert objection(CATALOGUE.protection_by_id[kind], day("2026-03-12"), CATALOGUE.holidays, CATALOGUE.counting) is None


def test_an_order_that_ends_on_a_holiday_is_not_made_longer() -> None:
    found = timeline(AREA_BAN, AWB, CATALOGUE.holidays, CATALOGUE.counting, start=day("2026-01-07"), published=day("2026-01-07"))
    assert found.run[0].last == day("2026-04-06")  # Easter Monday


def test_without_a_length_there_is_no_last_day() -> None:
    local = CATALOGUE.power_by_id["apv-gebiedsontzegging"].term
    found = timeline(local, AWB, CATALOGUE.holidays, CATALOGUE.counting, start=FIRST, published=FIRST)
    assert found.run == () and found.hours is None and found.objection is not None
    given_length = timeline(
        local, AWB, CATALOGUE.holidays, CATALOGUE.counting, start=FIRST, published=FIRST, length=Length(hours=24), at=time(22)
    )
    assert given_length.hours is not None and given_length.hours.end == datetime(2026, 1, 2, 22)
