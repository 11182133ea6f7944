"""A figure as words: its table has the same numbers, hidden ones have a sign with a meaning."""

from __future__ import annotations

import pytest

from toolbox_cli.reports.document import Bar, Bars, Document, HeatMap, Point, Series, Sketch, Square, Table
from toolbox_cli.reports.figure_text import (
    column_letters,
    figure_table,
    grid_of,
    legend,
    number,
    percent,
    printed_table,
    squares_by_name,
    turned,
)

HEAT = HeatMap("t", ("ma", "di"), ("0", "8", "16"), ((1, 2, None), (4, 0, 1234)), "a", "minder dan 5")


def test_a_heat_map_and_its_turned_form_hold_the_same_numbers() -> None:
    assert turned(turned(HEAT)) == HEAT
    assert {(row, column): HEAT.cells[y][x] for y, row in enumerate(HEAT.rows) for x, column in enumerate(HEAT.columns)} == {
        (row, column): turned(HEAT).cells[x][y] for y, row in enumerate(HEAT.rows) for x, column in enumerate(HEAT.columns)
    }


def test_the_table_of_a_heat_map_has_its_longer_side_downwards() -> None:
    rows = (("0", "1", "4"), ("8", "2", "0"), ("16", "–", "1.234"))

    assert figure_table(HEAT) == Table(("uur / dag", "ma", "di"), rows)
    assert figure_table(turned(HEAT)) == Table(("uur / dag", "ma", "di"), rows)


def test_a_table_of_bars_has_shares_where_one_is_given_and_no_empty_cells() -> None:
    bars = Bars("t", (Bar("a", 10, 0.5), Bar("b", 3), Bar("c", None)), "a")

    assert figure_table(bars) == Table(("soort", "aantal", "deel"), (("a", "10", "50%"), ("b", "3", "niet bepaald"), ("c", "–", "–")))
    assert figure_table(Bars("t", (Bar("a", 10),), "a")).header == ("soort", "aantal")


def test_a_table_of_a_series_has_the_line_only_where_one_is_given() -> None:
    assert figure_table(Series("t", (Point("mei", 3, 2.5),), "a")).rows == (("mei", "3", "2,5"),)
    assert figure_table(Series("t", (Point("mei", 3),), "a")).rows == (("mei", "3"),)


def test_squares_are_named_from_the_north_west_and_the_largest_comes_first() -> None:
    sketch = Sketch("t", 100, (Square(50, 50, 2), Square(250, 150, None), Square(150, 150, 9)), "a")

    assert [(name, item.number) for name, item in squares_by_name(sketch).items()] == [("B1", 9), ("A2", 2), ("C1", None)]
    assert (grid_of(sketch).rows, grid_of(sketch).columns) == (2, 3)


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_columns_have_letters_like_a_spreadsheet(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@pytest.mark.parametrize(
    ("share", "text"), [(None, ""), (0, "0%"), (0.001, "<1%"), (0.005, "1%"), (0.345, "35%"), (0.995, ">99%"), (0.999, ">99%"), (1, "100%")]
)
def test_a_share_is_a_whole_percentage_and_never_a_false_none_or_all(share: float | None, text: str) -> None:
    assert percent(share) == text


def test_numbers_have_a_dot_for_thousands() -> None:
    assert [number(value) for value in (None, 0, 999, 1000, 1234567)] == ["–", "0", "999", "1.000", "1.234.567"]


def test_the_legend_explains_the_sign_for_a_hidden_number_only_when_it_occurs() -> None:
    assert legend(HEAT) == "Het teken – betekent: minder dan 5."
    assert legend(Bars("t", (Bar("a", 1),), "a", "minder dan 5")) == ""


def test_the_legend_of_a_sketch_gives_north_and_scale_in_words() -> None:
    assert (
        legend(Sketch("t", 250, (Square(1, 1, 1),), "a"))
        == "Noord is boven. Elk vak is 250 bij 250 meter; een vak zonder getal heeft geen aantal."
    )


def test_a_document_takes_no_figure_without_numbers() -> None:
    document = Document()
    for empty in (HeatMap("t", (), (), (), "a"), Bars("t", (), "a"), Series("t", (), "a"), Sketch("t", 1, (), "a")):
        document.figure(empty)
    document.figure(HEAT)

    assert document.figures() == (HEAT,)


def test_hours_without_incidents_are_one_row_on_a_page_and_each_its_own_in_the_file() -> None:
    hours = tuple(str(hour) for hour in range(6))
    quiet = HeatMap("t", ("ma", "di"), hours, ((0, 0, 0, 2, 0, 0), (0, 0, 0, 0, 0, None)), "a", "minder dan 5", "dag", "uur")

    assert printed_table(quiet).rows == (("0 t/m 2", "0", "0"), ("3", "2", "0"), ("4", "0", "0"), ("5", "0", "–"))
    assert len(figure_table(quiet).rows) == 6
