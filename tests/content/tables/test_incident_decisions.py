from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from figures import HEADER, holds_together, read, row, rows, said, text

from toolbox_cli.content.tables.figures import NO_AMOUNT, NO_WHOLE_AMOUNT, amount_of
from toolbox_cli.evidence.table import Unused, counted
from toolbox_cli.model.evidence import Description


def test_the_month_is_first_when_no_date_can_be_otherwise(tmp_path: Path) -> None:
    found = read(tmp_path, text("date,type", "01/13/2025,a", "02/03/2025,b"))

    assert found.frame["day"].to_list() == [date(2025, 1, 13), date(2025, 2, 3)]
    assert "maand-dag-jaar" in said(found)


def test_the_day_is_first_when_a_date_shows_it(tmp_path: Path) -> None:
    found = read(tmp_path, text("datum,soort", "13/01/2025,a", "02/03/2025,b"))

    assert found.frame["day"].to_list() == [date(2025, 1, 13), date(2025, 3, 2)]
    assert "jaar" not in said(found)


def test_slashes_without_a_date_that_shows_the_order_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, text("datum,soort", "02/03/2025,b"))

    assert found.frame["day"].to_list() == [date(2025, 3, 2)]
    assert "dag-maand-jaar" in said(found)


def test_two_orders_in_one_file_are_faults_of_their_rows(tmp_path: Path) -> None:
    found = read(tmp_path, text("datum;soort", "13-1-2025;a", "14-1-2025;a", "1-15-2025;b"))

    assert [(one.row, one.reason) for one in found.unused] == [(4, "datum bestaat niet")]


def test_a_file_with_only_midnight_has_no_times(tmp_path: Path) -> None:
    found = read(tmp_path, text("datum;soort", "3-1-2025 00:00;a", "4-1-2025 0:00;b"))

    assert found.frame["hour"].to_list() == [None, None]
    assert "0:00" in said(found)


def test_real_times_around_midnight_stay(tmp_path: Path) -> None:
    found = read(tmp_path, text("datum;tijd", "3-1-2025;00:00", "4-1-2025;23:00", "4-1-2025;24:00"))

    assert found.frame.select("day", "hour").rows() == [(date(2025, 1, 3), 0), (date(2025, 1, 4), 23), (date(2025, 1, 5), 0)]


def test_many_midnights_among_real_times_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, text("datum;tijd", *(f"3-1-2025;{'00:00' if at % 2 else '21:30'}" for at in range(40))))

    assert "20 van de 40" in said(found)
    assert found.frame["hour"].null_count() == 0


@pytest.mark.parametrize(
    ("stamp", "day", "hour"),
    [
        ("2025-01-03T22:30:00Z", date(2025, 1, 3), 23), ("2025-01-03T23:30:00Z", date(2025, 1, 4), 0),
        ("2025-07-03T22:30:00Z", date(2025, 7, 4), 0),
        ("2025-07-03T22:30:00+02:00", date(2025, 7, 3), 22), ("2025-01-03T22:30:00.123+01:00", date(2025, 1, 3), 22),
        ("2025-03-30T01:30:00Z", date(2025, 3, 30), 3), ("2025-01-03T22:30:00", date(2025, 1, 3), 22),
    ],
)  # fmt: skip
def test_times_of_another_zone_are_dutch_times(stamp: str, day: date, hour: int, tmp_path: Path) -> None:
    found = read(tmp_path, text("timestamp,type", f"{stamp},a"))

    assert found.frame.select("day", "hour").rows() == [(day, hour)]


def test_begin_and_end_in_columns_are_a_range(tmp_path: Path) -> None:
    header = "Pleegdatum begin;Pleegtijd begin;Pleegdatum eind;Pleegtijd eind"
    lines = [
        "3-1-2025;23:30;4-1-2025;00:15",
        "3-1-2025;22:00;4-1-2025;09:00",
        "3-1-2025;22:00;;",
        "3-1-2025;22:00;;23:00",
        "3-1-2025;22:00;;03:00",
    ]
    lines += ["3-1-2025;22:00;3-1-2025;22:00", "3-1-2025;22:00;5-1-2025;"]
    found = read(tmp_path, text(header, *lines))

    assert found.frame["hour"].to_list() == [23, None, 22, 22, None, 22, None]
    assert "3 rijen beslaat het tijdvak" in said(found)


@pytest.mark.parametrize(
    ("said_", "number"),
    [
        ("12", 12), ("1.234", 1234), ("1.234.567", 1234567), ("12,0", 12), ("12,00", 12), ("12.0", 12), ("1 234", 1234), ("0", 0),
        (" 7 ", 7),
        ("12,5", NO_WHOLE_AMOUNT), ("-3", NO_WHOLE_AMOUNT), ("twaalf", NO_WHOLE_AMOUNT), ("1,234", NO_WHOLE_AMOUNT),
        ("12.34", NO_WHOLE_AMOUNT),
        ("", NO_AMOUNT), ("onbekend", NO_AMOUNT), ("99999999999", NO_WHOLE_AMOUNT), ("\u00b2", NO_WHOLE_AMOUNT),
    ],
)  # fmt: skip
def test_an_amount_is_a_whole_number(said_: str, number: int | str) -> None:
    assert amount_of(said_) == number


def test_rows_with_an_amount_count_for_so_many(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        text(
            "Maand;Wijk;Aantal incidenten",
            "maart 2025;Centrum;1.234",
            "april 2025;Noord;3",
            "mei 2025;Noord;12,5",
            "juni 2025;Noord;",
            "Totaal;;1.237",
        ),
    )

    assert found.frame.select("day", "number").rows() == [(date(2025, 3, 1), 1234), (date(2025, 4, 1), 3)]
    assert [one.reason for one in found.unused] == [NO_WHOLE_AMOUNT, NO_AMOUNT, "totaalregel"]
    assert "weekdagen" in said(found)


def test_a_year_and_a_month_in_two_columns_are_a_month(tmp_path: Path) -> None:
    found = read(tmp_path, text("Jaar;Maand;Aantal", "2025;3;5", "2025;april;6", "2025;;7"))

    assert found.frame.select("day", "number").rows() == [(date(2025, 3, 1), 5), (date(2025, 4, 1), 6), (date(2025, 1, 1), 7)]


def test_day_month_and_year_in_three_columns_are_a_day(tmp_path: Path) -> None:
    found = read(tmp_path, text("Dag;Maand;Jaar;Soort", "3;3;2025;a", "4;april;2025;b"))

    assert found.frame["day"].to_list() == [date(2025, 3, 3), date(2025, 4, 4)]


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("155000", "463000"),
        ("155.000", "463.000"),
        ("155000,0", "463000,0"),
        ("155", "463"),
        ("5.387206", "52.155172"),
        ("5,387206", "52,155172"),
        ("52.155172", "5.387206"),
    ],
)
def test_coordinates_of_both_systems_are_metres(x: str, y: str, tmp_path: Path) -> None:
    found = read(tmp_path, text("Datum;X;Y", f"3-1-2025;{x};{y}"))

    assert found.frame["x"].item() == pytest.approx(155_000, abs=20)
    assert found.frame["y"].item() == pytest.approx(463_000, abs=20)


def test_both_systems_agree_far_from_the_middle(tmp_path: Path) -> None:
    found = read(tmp_path, text("Datum;Lon;Lat", "3-1-2025;6.5665;53.2194", "3-1-2025;5.6909;50.8514"))

    assert found.frame["x"].to_list() == pytest.approx([233_900, 176_300], abs=900)
    assert found.frame["y"].to_list() == pytest.approx([582_000, 317_900], abs=900)


def test_coordinates_outside_the_country_are_none_and_counted(tmp_path: Path) -> None:
    found = read(tmp_path, text("Datum;X;Y", "3-1-2025;0;0", "3-1-2025;;", "3-1-2025;x;y", "3-1-2025;155000;463000", "3-1-2025;155000;"))

    assert found.frame["x"].null_count() == found.frame["y"].null_count() == 4
    assert "3 rijen" in said(found)


def test_a_repeated_number_of_a_row_that_is_not_used_does_not_lose_the_incident(tmp_path: Path) -> None:
    found = read(tmp_path, text(HEADER, "1;Vernieling;;;;", "1;Vernieling;3-1-2025;;;"))

    assert [(one.row, one.reason) for one in found.unused] == [(2, "geen datum")]


def test_a_column_with_few_numbers_is_no_case_number(tmp_path: Path) -> None:
    found = read(tmp_path, text("Id;Datum", *(f"{at % 2};3-1-2025" for at in range(20))))

    assert found.frame.height == 20
    assert "dubbele rijen" in said(found)


def test_without_a_period_all_days_count(tmp_path: Path) -> None:
    found = read(tmp_path, text(HEADER, "1;Vernieling;3-1-2019;;;", "2;Vernieling;3-1-2025;;;"), about=Description())

    assert found.frame.height == 2


def test_unused_rows_are_a_list_that_takes_little_room(tmp_path: Path) -> None:
    found = read(tmp_path, text(HEADER, *rows(5), *("9;x;onzin;;;" for _ in range(3)), "9;x;3-1-2019;;;"))

    assert found.unused[0] == Unused("incidenten.csv", 7, "datum niet te lezen")
    assert found.unused[-1].reason == "buiten de periode"
    assert list(found.unused[1:3]) == [
        Unused("incidenten.csv", 8, "datum niet te lezen"),
        Unused("incidenten.csv", 9, "datum niet te lezen"),
    ]
    assert (
        counted(found.unused)
        == counted(tuple(found.unused))
        == {("incidenten.csv", "datum niet te lezen"): 3, ("incidenten.csv", "buiten de periode"): 1}
    )
    assert found.unused == tuple(found.unused)
    assert list(pickle.loads(pickle.dumps(found.unused))) == list(found.unused)


def test_a_file_of_several_chunks_is_read_as_one(tmp_path: Path) -> None:
    many = [row(number) for number in range(60_000)]
    found = read(tmp_path, text(HEADER, *many, "x;y;z;;;", row(7)))

    assert holds_together(found)
    assert found.frame.height == 60_000
    assert [(one.row, one.reason) for one in found.unused] == [
        (60_002, "datum niet te lezen"),
        (60_003, "zelfde zaaknummer als een eerdere rij"),
    ]
    assert sorted(found.kinds) == ["Bedreiging", "Vernieling", "Winkeldiefstal"]
    first = found.frame.row(0, named=True)
    assert (found.kinds[first["kind"]], found.places[first["place"]], first["day"], first["hour"]) == (
        "Winkeldiefstal",
        "Dorpsstraat",
        date(2025, 1, 1),
        0,
    )
    last = found.frame.row(-1, named=True)
    assert (found.kinds[last["kind"]], found.places[last["place"]], last["hour"]) == ("Bedreiging", "Kerkweg", 23)


def test_ways_of_writing_one_place_are_one_place(tmp_path: Path) -> None:
    lines = (f"13-1-2025;a;{name}" for name in ("Café-plein", "Café-plein", "Cafe plein", "CAFÉ PLEIN", "Ander plein"))
    found = read(tmp_path, text("datum;soort;straat", *lines))

    assert found.places == ("Café-plein", "Ander plein")
