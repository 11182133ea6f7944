"""Figures on the terminal: the numbers themselves, at any width, in any encoding, without colour."""

from __future__ import annotations

import io
import re

import pytest

from toolbox_cli.cli.screen import show
from toolbox_cli.reports.document import Bar, Bars, Document, Figure, HeatMap, Point, Series, Sketch, Square
from toolbox_cli.reports.figure_text import number

DAYS, HOURS = ("ma", "di", "wo", "do", "vr", "za", "zo"), tuple(map(str, range(24)))
SKETCH = Sketch("Kaart", 250, (Square(125, 125, 5), Square(875, 625, 31), Square(1125, 1125, None)), "Alt kaart.", "minder dan 5")


def heat(factor: int, *, hide: bool = False) -> HeatMap:
    def cell(day: int, hour: int) -> int | None:
        return None if hide and (day + hour) % 5 == 0 else (day * 24 + hour) % 11 * factor

    cells = tuple(tuple(cell(day, hour) for hour in range(24)) for day in range(7))
    return HeatMap("Warmtekaart", DAYS, HOURS, cells, "Alt warmte.", "minder dan 5")


def shown(figure: Figure, monkeypatch: pytest.MonkeyPatch, width: int = 80, encoding: str = "utf-8") -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    document, raw = Document(), io.BytesIO()
    document.figure(figure)
    out = io.TextIOWrapper(raw, encoding=encoding)
    show(document, out)
    out.flush()
    lines = raw.getvalue().decode(encoding).splitlines()
    assert max(map(len, lines)) <= width
    return lines


def grid(lines: list[str]) -> dict[tuple[str, str], str]:
    """What stands in each cell of a drawn grid, by row and column."""
    start = next(at for at, line in enumerate(lines) if re.fullmatch(r"( +\S+){5,}", line))
    names = lines[start].split()
    rows = [line.split() for line in lines[start + 1 : lines.index("", start)]]
    return {(row[0], name): cell for row in rows for name, cell in zip(names, row[1:], strict=True)}


@pytest.mark.parametrize("hide", [False, True])
@pytest.mark.parametrize(
    ("factor", "width", "turns"),
    [(1, 80, False), (9, 80, False), (10, 80, True), (1000, 80, True), (1, 40, True), (9, 40, True), (90, 40, True)],
)
def test_every_number_of_a_heat_map_stands_in_its_own_row_and_column(
    monkeypatch: pytest.MonkeyPatch, *, factor: int, width: int, turns: bool, hide: bool
) -> None:
    figure = heat(factor, hide=hide)
    found = grid(shown(figure, monkeypatch, width))

    for at, day in enumerate(DAYS):
        for hour in range(24):
            value = figure.cells[at][hour]
            text = "–" if value is None else f"{value:,}".replace(",", ".")
            assert found[(str(hour), day) if turns else (day, str(hour))] == text


def test_a_heat_map_that_does_not_fit_at_all_becomes_a_list_with_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(heat(1000), monkeypatch, 30)

    assert "10 ma 10.000" in lines
    assert sum(bool(re.fullmatch(r"\d+ \w\w [\d.]+", line)) for line in lines) == sum(value != 0 for row in heat(1).cells for value in row)


def test_the_message_comes_before_the_picture_and_the_legend_after(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(heat(1, hide=True), monkeypatch)

    assert lines[:2] == ["Warmtekaart", "Alt warmte."]
    assert [line for line in lines if line][-1] == "Het teken – betekent: minder dan 5."


def test_bars_show_the_number_and_the_share_beside_a_bar_that_is_as_long_as_the_number_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = Bars(
        "Soorten", (Bar("diefstal", 1000, 0.99), Bar("ruzie", 500), Bar("iets", 1), Bar("niets", 0), Bar("weg", None)), "Alt.", "<5"
    )

    assert shown(figure, monkeypatch)[3:8] == [
        f"diefstal  1.000  99%  {'█' * 40}",
        f"ruzie       500       {'█' * 20}",
        "iets          1       █",
        "niets         0",
        "weg           –",
    ]


def test_long_labels_get_a_line_of_their_own_on_a_narrow_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = Bars("Plaatsen", (Bar("winkelcentrum aan de zuidkant van het station", 12), Bar("x", 3)), "Alt.")

    assert shown(figure, monkeypatch, 40)[3:7] == ["winkelcentrum aan de zuidkant van het", " station", f"  12  {'█' * 34}", "x"]


def test_a_series_has_one_row_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    figure = Series("Verloop", (Point("mei 2024", 4, 5.0), Point("juni 2024", 8, 6.0)), "Alt.")

    assert shown(figure, monkeypatch)[3:5] == [f"mei 2024   4  {'█' * 20}", f"juni 2024  8  {'█' * 40}"]


def test_a_sketch_is_a_grid_with_north_and_scale_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(SKETCH, monkeypatch)[3:] == [
        "   A  B  C  D  E",
        "1  .  .  .  .  –",
        "2  .  .  .  .  .",
        "3  .  .  . 31  .",
        "4  .  .  .  .  .",
        "5  5  .  .  .  .",
        "",
        "Noord is boven. Elk vak is 250 bij 250 meter; een vak zonder getal heeft geen",
        "aantal. Het teken – betekent: minder dan 5.",
        "",
    ]


def test_a_sketch_too_wide_for_the_screen_becomes_a_list_of_squares(monkeypatch: pytest.MonkeyPatch) -> None:
    far = Sketch("Kaart", 100, (Square(50, 50, 7), Square(9950, 50, 9)), "Alt.")

    assert shown(far, monkeypatch)[3:5] == ["CV1  9", "A1  7"]


def test_a_list_of_very_many_squares_ends_with_how_many_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = Sketch("Kaart", 100, tuple(Square(50 + 100 * at, 50, 1000 - at) for at in range(60)), "Alt.")

    assert shown(wide, monkeypatch)[3:24] == [
        *(f"{chr(65 + at)}1  {number(1000 - at)}" for at in range(20)),
        "en nog 40 vakken met minder; alle vakken: --json",
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252", "latin-1"])
def test_an_older_terminal_gets_plain_signs_with_the_same_meaning(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    bars = Bars("Soorten", (Bar("a", 4), Bar("b", None)), "Alt.", "minder dan 5")
    lines = shown(bars, monkeypatch, encoding=encoding)

    assert "?" not in "".join(lines)
    assert lines[3] in (f"a  4  {'#' * 40}", f"a  4  {'█' * 40}")
    assert lines[4] in ("b  -", "b  –")
    assert lines[6] == f"Het teken {lines[4][-1]} betekent: minder dan 5."


@pytest.mark.parametrize("figure", [heat(1, hide=True), SKETCH])
def test_colour_changes_no_sign(monkeypatch: pytest.MonkeyPatch, figure: Figure) -> None:
    class Terminal(io.StringIO):
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    plain, coloured, document = shown(figure, monkeypatch), Terminal(), Document()
    document.figure(figure)
    show(document, coloured)

    assert "\x1b[" in coloured.getvalue()
    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", coloured.getvalue()).splitlines()] == plain


def test_a_table_too_wide_for_a_narrow_screen_is_told_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    document, out = Document(), io.StringIO()
    document.table(("deel", "ervoor", "erna", "verandering"), [("Stationsstraat", "64", "35", "uitzonderlijk veel minder")])
    show(document, out)

    assert out.getvalue().splitlines() == ["Stationsstraat", "  ervoor: 64", "  erna: 35", "  verandering: uitzonderlijk veel minder", ""]


def test_a_table_that_fits_a_narrow_screen_stays_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    document, out = Document(), io.StringIO()
    document.table(("deel", "ervoor"), [("Stationsstraat", "64")])
    show(document, out)

    assert out.getvalue().splitlines()[0].split() == ["deel", "ervoor"]
