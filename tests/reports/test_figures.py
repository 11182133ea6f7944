"""Pictures of figures: the same bytes, a text alternative inside, readable without colour, and never stopped by a strange word."""

from __future__ import annotations

import csv
import io
import struct
import xml.etree.ElementTree as ET

import pytest

from toolbox_cli.reports.document import Bar, Bars, Document, Figure, HeatMap, Point, Series, Sketch, Square
from toolbox_cli.reports.figure_files import figure_files
from toolbox_cli.reports.figure_text import figure_table
from toolbox_cli.reports.figures import _readable, _shade, figure_bytes

HOSTILE = "--> -- $\\frac{1}{2}$ <b>&\x00\x1b[0m العربية 🚔 " + "lang" * 40
SVG = "{http://www.w3.org/2000/svg}"
FIGURES: tuple[Figure, ...] = (
    HeatMap("Warmte", ("ma", "di"), ("0", "1"), ((0, 12345), (None, 3)), "Alt & warmte.", "minder dan 5"),
    HeatMap("Breed", ("ma",), tuple(map(str, range(24))), (tuple(range(1000, 1024)),), "Alt breed."),
    Bars("Balken", (Bar("a", 10, 0.5), Bar("b", None)), "Alt balken.", "minder dan 5"),
    Series("Verloop", (Point("mei", 3, 2.5), Point("juni", 0, 3.5), Point("juli", None)), "Alt verloop.", "minder dan 5"),
    Sketch("Kaart", 250, (Square(125, 125, 5), Square(375, 125, None)), "Alt kaart.", "minder dan 5"),
)


def names(figure: Figure) -> str:
    return figure.title


@pytest.mark.parametrize("figure", FIGURES, ids=names)
def test_a_figure_gives_the_same_bytes_twice_and_nothing_of_the_day_or_the_machine(figure: Figure) -> None:
    for form in ("png", "svg"):
        first = figure_bytes(figure, form)

        assert first == figure_bytes(figure, form)
        assert b"created with" not in first.lower()
        assert b"date>" not in first


@pytest.mark.parametrize("figure", FIGURES, ids=names)
def test_an_svg_says_what_it_shows(figure: Figure) -> None:
    root = ET.fromstring(figure_bytes(figure, "svg"))
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

    assert title is not None and description is not None
    assert (title.text, description.text) == (figure.title, figure.alt)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", f"{title.get('id')} {description.get('id')}")


def test_a_png_carries_its_message() -> None:
    found = figure_bytes(FIGURES[0], "png")

    assert found.startswith(b"\x89PNG")
    assert b"Alt & warmte." in found


def test_two_figures_on_one_page_share_no_id_that_is_referred_to() -> None:
    def ids(figure: Figure) -> set[str]:
        root = ET.fromstring(figure_bytes(figure, "svg"))
        return {
            name
            for item in root.iter()
            if (name := item.get("id")) and item.tag.rpartition("}")[2] in ("title", "desc", "clipPath", "pattern")
        }

    assert not ids(FIGURES[0]) & ids(FIGURES[4])


@pytest.mark.parametrize("form", ["png", "svg"])
def test_strange_words_are_text_and_stop_nothing(form: str, recwarn: pytest.WarningsRecorder) -> None:
    for figure in (
        HeatMap(HOSTILE, (HOSTILE,), ("0",), ((1,),), HOSTILE, HOSTILE),
        Bars(HOSTILE, (Bar(HOSTILE, 1), Bar("", None)), HOSTILE, HOSTILE),
        Series(HOSTILE, (Point(HOSTILE, 1),), HOSTILE),
    ):
        found = figure_bytes(figure, form)  # type: ignore[arg-type]
        if form == "svg":
            ET.fromstring(found)
    assert not recwarn.list


@pytest.mark.parametrize(
    "figure", [Bars("t", (Bar("a", 0), Bar("b", None)), "a"), Series("t", (Point("a", 0),), "a"), Sketch("t", 1, (Square(0, 0, 0),), "a")]
)
def test_a_figure_of_nothing_but_noughts_is_drawn(figure: Figure) -> None:
    assert figure_bytes(figure, "png").startswith(b"\x89PNG")


def test_the_settings_of_somebody_else_change_nothing() -> None:
    import matplotlib

    before = figure_bytes(FIGURES[2], "svg")
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red"}):
        assert figure_bytes(FIGURES[2], "svg") == before
        assert matplotlib.rcParams["font.size"] == 30


def test_a_number_contrasts_with_its_cell_at_least_as_much_as_the_web_guideline_asks() -> None:
    def luminance(red: float, green: float, blue: float) -> float:
        parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue))
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    for value in range(101):
        shade = _shade(value, 100)
        text = 1.0 if _readable(shade) == "#ffffff" else 0.0
        light, dark = max(luminance(*shade), text), min(luminance(*shade), text)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_more_is_darker_so_that_it_prints_in_black_and_white() -> None:
    greys = [sum(_shade(value, 100)) for value in range(101)]

    assert greys == sorted(greys, reverse=True)


def test_a_picture_is_as_wide_as_the_text_of_a_page_and_as_high_as_it_must_be() -> None:
    sizes = {figure.title: struct.unpack(">II", figure_bytes(figure, "png")[16:24]) for figure in FIGURES}

    assert {width for width, _ in sizes.values()} == {1260}
    assert sizes["Breed"][1] > sizes["Warmte"][1]


def document() -> Document:
    made = Document()
    for figure in FIGURES:
        made.figure(figure)
    return made


def test_every_figure_is_written_as_picture_text_and_table_under_a_stable_name() -> None:
    files = figure_files(document())

    assert [name for name, _ in files] == [
        f"{name}.{extension}"
        for name in ("01-warmtekaart", "02-warmtekaart", "03-balken", "04-verloop", "05-kaart")
        for extension in ("png", "svg", "txt", "csv")
    ]
    assert dict(files)["03-balken.txt"].decode() == "Balken\n\nAlt balken.\nHet teken – betekent: minder dan 5.\n"


def test_the_file_with_numbers_has_the_table_of_the_figure() -> None:
    found = dict(figure_files(document()))["03-balken.csv"].decode("utf-8-sig")

    assert tuple(map(tuple, csv.reader(io.StringIO(found), delimiter=";"))) == (
        figure_table(FIGURES[2]).header,
        *figure_table(FIGURES[2]).rows,
    )


def test_a_label_that_looks_like_a_formula_is_text_in_the_file() -> None:
    made = Document()
    made.figure(Bars("t", (Bar("=1+1", 3),), "a"))

    assert "'=1+1;3" in dict(figure_files(made))["01-balken.csv"].decode("utf-8-sig")
