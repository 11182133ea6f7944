"""The picture of a registration: every figure adds up, and what is small gets no percentage."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from helpers import CATALOGUE, examples
from hypothesis import given
from hypothesis import strategies as st
from rows import DEFINITION, START, about, incidents, row

from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.describe import picture_of
from toolbox_cli.evidence.picture import Count, Picture
from toolbox_cli.evidence.table import Unused
from toolbox_cli.model.evidence import Description, Level

RULES = CATALOGUE.evidence
KINDS, PLACES = ("Winkeldiefstal", "Vernieling", "Iets anders"), ("Station", "Markt", "Kerkstraat", "Dorpsplein")


def picture(rows: list[dict[str, object]], days: int = 366, **more: Any) -> Picture:
    return picture_of(incidents(rows), about(days, **more), RULES)


def day(at: int) -> date:
    return START + timedelta(days=at)


random_rows = st.lists(
    st.builds(
        lambda at, hour, kind, place, number: row(day(at), hour, kind, place, number=number),
        st.integers(0, 399),
        st.none() | st.integers(0, 23),
        st.none() | st.sampled_from(KINDS),
        st.none() | st.sampled_from(PLACES),
        st.sampled_from((1, 1, 1, 2, 7)),
    ),
    max_size=80,
)


@examples(200)
@given(random_rows)
def test_every_table_adds_up_to_the_total(rows: list[dict[str, Any]]) -> None:
    found = picture(rows, 400)

    assert found.total == sum(r["number"] for r in rows)
    for counts in (found.kinds, found.places, found.months, found.meanings["gedrag"], found.meanings["plaats"]):
        assert sum(item.number or 0 for item in counts.items) + (counts.without or 0) == found.total == counts.total
    assert sum(number or 0 for cells in found.heat.cells for number in cells) + (found.heat.without or 0) == found.total
    if found.trend.spans:
        assert sum(span.number or 0 for span in found.trend.spans) == found.total


@examples(100)
@given(random_rows)
def test_what_is_hot_has_the_numbers_of_the_tables(rows: list[dict[str, Any]]) -> None:
    found = picture(rows, 400)

    for hot in found.hot_places:
        assert Count(hot.label, hot.number) in found.places.items
    for hot in found.hot_hours:
        first, until = (int(part) for part in hot.label.removesuffix(" uur").split("-"))
        hours = range(first, until) if first < until else (*range(first, 24), *range(until))
        assert hot.number == sum(cells[hour] or 0 for cells in found.heat.cells for hour in hours)


def test_an_incident_stands_in_the_cell_of_its_day_and_hour() -> None:
    found = picture([row("2024-01-01", 0), row("2024-01-07", 23), row("2024-01-14", 23), row("2024-01-03")])

    assert found.heat.cells[0][0] == 1  # a Monday
    assert found.heat.cells[6][23] == 2  # two Sundays
    assert found.heat.without == 1


def test_the_first_day_of_the_period_need_not_be_a_monday() -> None:
    found = picture([row("2024-01-03", 5)], start=date(2024, 1, 3))

    assert found.heat.cells[2][5] == 1


def test_the_largest_stands_first_and_equals_by_name() -> None:
    rows = [row("2024-01-01", kind=kind) for kind in ("b", "a", "c", "c")]

    assert [item.label for item in picture(rows).kinds.items] == ["c", "a", "b"]


def test_a_month_without_incidents_stands_there_with_0() -> None:
    found = picture([row("2024-01-31"), row("2024-03-01")], 70)

    assert found.months.items == (Count("2024-01", 1), Count("2024-02", 0), Count("2024-03", 1))


def test_what_was_not_used_goes_along() -> None:
    gone = (Unused("a.csv", 3, "de datum is geen dag"),)

    found = picture_of(incidents([row("2024-01-01")], read=2, unused=gone), about(10), RULES, ("a.csv",))

    assert (found.read, found.unused, found.files) == (2, gone, ("a.csv",))


def test_figures_without_a_period_are_refused() -> None:
    with pytest.raises(ToolboxError, match="zonder periode"):
        picture_of(incidents([row("2024-01-01")]), Description(source="politie"), RULES)


def test_an_incident_outside_the_period_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="outside the period"):
        picture([row("2025-01-01")], 30)


def test_no_incidents_at_all_is_a_picture_too() -> None:
    found = picture([])

    assert (found.total, found.per_week, found.hot_hours, found.place_map) == (0, 0, (), None)
    assert found.trend.word == ""


def test_no_share_of_fewer_than_thirty() -> None:
    few = [row(day(at), 20, place="Markt") for at in range(29)]

    assert picture(few).hot_hours[0].share is None
    assert picture([*few, row(day(30), 20)]).hot_hours[0].share == 1


def test_no_rate_of_fewer_than_thirty() -> None:
    levels = (Level(START, 500),)
    few = [row(day(at)) for at in range(29)]

    assert picture(few, places=levels).rates == ()
    assert picture([*few, row(day(40))], places=levels).rates[0].in_period == pytest.approx(60)


def test_a_rate_has_the_mean_number_of_places_over_the_period() -> None:
    levels = (Level(START, 400), Level(day(100), 800))
    rows = [row(day(at)) for at in range(60)]

    (rate,) = picture(rows, 200, places=levels).rates

    assert (rate.per, rate.of) == ("places", 600)
    assert rate.in_period == pytest.approx(100)
    assert rate.per_year == pytest.approx(100 * 365.25 / 200)


def test_a_number_of_places_that_starts_later_than_the_period_gives_no_rate() -> None:
    rows = [row(day(at)) for at in range(60)]

    assert picture(rows, places=(Level(day(1), 400),)).rates == ()


def test_the_words_of_the_file_are_counted_by_what_they_mean() -> None:
    rows = [row("2024-01-01", kind="Winkeldiefstal"), row("2024-01-01", kind="Diefstal uit winkel"), row("2024-01-01", kind="Xyz")]

    found = picture(rows).meanings["gedrag"]

    assert (found.items, found.without) == ((Count("winkeldiefstal", 2),), 1)


def test_what_the_user_says_about_a_word_comes_first() -> None:
    rows = [row("2024-01-01", kind="Winkeldiefstal"), row("2024-01-01", kind="Xyz")]
    meaning = {("gedrag", "Xyz"): "vernieling", ("gedrag", "Winkeldiefstal"): ""}

    found = picture(rows, meaning=meaning).meanings["gedrag"]

    assert (found.items, found.without) == ((Count("vernieling", 1),), 1)


def test_hours_and_days_of_a_choice_overlap_and_night_runs_through_midnight() -> None:
    rows = [row("2024-01-06", 23), row("2024-01-06", 2), row("2024-01-01", 12), row("2024-01-07"), row("2024-01-02")]

    found = picture(rows).meanings["tijd"]

    assert {item.label: item.number for item in found.items} == {"weekend": 3, "nacht": 2, "overdag": 1}
    assert found.without == 1  # a Tuesday without an hour


def test_half_of_the_incidents_lie_in_the_fewest_places() -> None:
    rows = [row(day(at), place=place) for place, many in (("a", 20), ("b", 15), ("c", 5), ("d", 10)) for at in range(many)]

    found = picture(rows).concentration

    assert found is not None
    assert (found.places, found.of, found.share) == (2, 4, 0.7)


def test_no_concentration_of_one_place_or_few_incidents() -> None:
    assert picture([row(day(at), place="a") for at in range(60)]).concentration is None
    assert picture([row(day(at), place="ab"[at % 2]) for at in range(29)]).concentration is None


def test_totals_per_month_have_months_and_a_trend_but_no_days() -> None:
    rows = [row(date(2024, month, 1), kind="Vernieling", number=10 + month) for month in range(1, 13)]

    found = picture(rows)

    assert found.months.items[11] == Count("2024-12", 22)
    assert (found.trend.unit, len(found.trend.spans)) == ("month", 12)
    assert found.heat.without == found.total


def test_one_total_for_a_year_says_nothing_about_months_or_a_trend() -> None:
    found = picture([row("2024-01-01", number=500), row("2024-01-01", kind="Vernieling", number=100)])

    assert (found.months.items, found.months.without) == ((), 600)
    assert found.trend.why
    assert found.trend.spans == ()


def test_totals_per_week_go_by_weeks() -> None:
    found = picture([row(day(7 * at + 2), number=5) for at in range(52)], 364)

    assert found.trend.unit == "week"
    assert {span.number for span in found.trend.spans} == {5}
    assert found.heat.without == found.total


def test_single_incidents_that_happen_to_fall_on_first_days_keep_their_day() -> None:
    found = picture([row("2024-01-01", 3), row("2024-02-01", 4)])

    assert found.heat.without == 0
    assert found.about.definition == DEFINITION
