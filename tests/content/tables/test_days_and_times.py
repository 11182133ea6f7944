from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.tables.days import NO_DATE, NO_SUCH_DAY, ODD_YEAR, UNREADABLE, Order, Precision, day_of, month_of
from toolbox_cli.content.tables.times import Said, length, time_of

THIRD = date(2025, 1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3-1-2025", "03-01-25", "3/1/2025", "03.01.2025", "3 - 1 - 2025", "3 1 2025", "2025-01-03", "2025/01/03", "2025.1.3", "20250103",
        "03012025", "3 jan. 2025", "3 jan 25", "3 januari 2025", "03-JAN-2025", "3jan2025", "vr 3-1-2025", "vrijdag 3 januari 2025",
        "Fri, Jan 3, 2025", "January 3, 2025", "3rd january 2025", "2025-jan-03", "45660", "3-1-'25", "\u00a03-1-2025\u00a0", "'3-1-2025",
        '="3-1-2025"', "\x1b[31m3-1-2025\x1b[0m", "3-1-\x002025",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_and_systems_write_it(text: str) -> None:
    assert day_of(text).usual == THIRD


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3-1-2025 21:30", 1290), ("3-1-2025, 21u30", 1290), ("3-1-2025 om 21.30 uur", 1290), ("2025-01-03T21:30:15", 1290),
        ("2025-01-03 21:30:15.123", 1290), ("20250103T2130", 1290), ("202501032130", 1290), ("20250103213015", 1290), ("45660.9", 1296),
        ("45660,895833", 1290), ("3-1-2025 9:30 PM", 1290), ("3-1-2025 24:00", 1440), ("3-1-2025 00:00", 0),
    ],
)  # fmt: skip
def test_a_time_behind_a_day_is_read_with_it(text: str, minutes: int) -> None:
    day = day_of(text)

    assert (day.usual, day.time.begin) == (THIRD, minutes)


@pytest.mark.parametrize("text", ["3-1-2025 avond", "3-1-2025 99:99", "3-1-2025 (onbekend)", "3-1-2025 t/m 9-1-2025"])
def test_what_is_no_time_behind_a_day_leaves_the_day(text: str) -> None:
    day = day_of(text)

    assert day.usual == THIRD
    assert day.time.begin is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", NO_DATE), ("onbekend", NO_DATE), ("-", NO_DATE), ("#N/B", NO_DATE), ("31-2-2025", NO_SUCH_DAY), ("29-02-2025", NO_SUCH_DAY),
        ("32-1-2025", NO_SUCH_DAY), ("0-0-0000", NO_SUCH_DAY), ("13-13-2025", NO_SUCH_DAY), ("1-1-1900", ODD_YEAR), ("3-1-2205", ODD_YEAR),
        ("3-1-20255", UNREADABLE), ("3-1-2025abc", UNREADABLE), ("Totaal", UNREADABLE), ("morgen", UNREADABLE), ("3 mei", UNREADABLE),
        ("1e kwartaal 2025", UNREADABLE), ("99999", UNREADABLE), ("-5", UNREADABLE),
    ],
)  # fmt: skip
def test_what_is_no_day_says_why(text: str, why: str) -> None:
    day = day_of(text)

    assert (day.usual, day.swapped) == (why, why)


def test_a_leap_day_exists_in_a_leap_year() -> None:
    assert day_of("29-2-2024").usual == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("13-1-2025", Order.DAY_FIRST),
        ("1/13/2025", Order.MONTH_FIRST),
        ("3-1-2025", Order.EITHER),
        ("3-3-2025", Order.NOTHING),
        ("2025-01-13", Order.NOTHING),
    ],
)
def test_a_date_tells_which_order_its_file_can_have(text: str, order: Order) -> None:
    assert day_of(text).order is order


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2022", date(2022, 1, 1), Precision.YEAR), ("2022.0", date(2022, 1, 1), Precision.YEAR),
        ("2022-03", date(2022, 3, 1), Precision.MONTH),
        ("03-2022", date(2022, 3, 1), Precision.MONTH), ("maart 2022", date(2022, 3, 1), Precision.MONTH),
        ("mrt-22", date(2022, 3, 1), Precision.MONTH),
        ("202203", date(2022, 3, 1), Precision.MONTH), ("2022-maart", date(2022, 3, 1), Precision.MONTH),
        ("2022 M03", date(2022, 3, 1), Precision.MONTH),
    ],
)  # fmt: skip
def test_a_month_or_year_is_its_first_day(text: str, day: date, precision: Precision) -> None:
    found = day_of(text)

    assert (found.usual, found.precision) == (day, precision)


@pytest.mark.parametrize(("text", "month"), [("3", 3), ("03", 3), ("Maart", 3), ("mrt.", 3), ("13", None), ("0", None), ("x", None)])
def test_a_month_has_a_number_or_a_name(text: str, month: int | None) -> None:
    assert month_of(text) == month


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("21:30", 1290, None), ("21.30", 1290, None), ("21u30", 1290, None), ("21:30 uur", 1290, None), ("21.30u", 1290, None),
        ("2130", 1290, None),
        ("9:05", 545, None), ("905", 545, None), ("21:30:15", 1290, None), ("213015", 1290, None), ("21:30:15.1234567", 1290, None),
        ("24:00", 1440, None), ("00:00", 0, None), ("0", 0, None), ("21", 1260, None), ("21 uur", 1260, None), ("21.0", 1260, None),
        ("21h30", 1290, None),
        ("0.8958333", 1290, None), ("0,8958333", 1290, None), (".5", 720, None), ("0.50", 50, None), ("9:30 PM", 1290, None),
        ("12:15 am", 15, None),
        ("ca. 21:30", 1290, None), ("rond 21.30 uur", 1290, None), ("1899-12-31 21:30:00", 1290, None), ("1899-12-30 00:00:00", 0, None),
        ("21:30-22:00", 1290, 1320), ("21.30 - 22.00 uur", 1290, 1320), ("tussen 21 en 23 uur", 1260, 1380), ("21-22u", 1260, 1320),
        ("van 21:30 tot 22:00", 1290, 1320), ("21:30 t/m 22:00", 1290, 1320), ("23:30-00:30", 1410, 30), ("00:00-24:00", 0, 1440),
        ("2130-2200", 1290, 1320), ("9-11pm", 1260, 1380),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_and_systems_write_it(text: str, begin: int, end: int | None) -> None:
    time = time_of(text)

    assert (time.said, time.begin, time.end) == (Said.TIME, begin, end)


@pytest.mark.parametrize(
    ("text", "ahead"), [("21:30Z", 0), ("21:30:15+01:00", 60), ("21:30+0200", 120), ("21:30:15-05:00", -300), ("21:30", None)]
)
def test_a_time_zone_is_kept(text: str, ahead: int | None) -> None:
    assert time_of(text)[1:] == (1290, None, ahead)


@pytest.mark.parametrize("text", ["", "-", "onbekend", "n.v.t.", "?", "#N/B", "tijd onbekend"])
def test_a_time_that_is_not_known_is_nothing(text: str) -> None:
    assert time_of(text).said is Said.NOTHING


@pytest.mark.parametrize(
    "text", ["avond", "25:00", "21:60", "24:30", "21:30:99", "99", "13:00 PM", "0:30 am", "12345678", "21:30-25:00", "\u00b21:30"]
)
def test_a_time_that_does_not_exist_cannot_be_read(text: str) -> None:
    assert time_of(text).said is Said.UNREADABLE


def test_a_range_through_midnight_is_as_long_as_it_is() -> None:
    assert length(1410, 30) == 60
    assert length(0, 1440) == 1440
    assert length(600, 600) == 0


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reading_of_days_and_times(text: str) -> None:
    day_of(text)
    time_of(text)
    month_of(text)


@given(
    st.dates(date(1990, 1, 1), date(2069, 12, 31)), st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%d-%m-%y", "%d.%m.%Y", "%d/%m/%Y"])
)
def test_a_day_that_was_written_is_the_day_that_is_read(day: date, form: str) -> None:
    assert day_of(day.strftime(form)).usual == day
