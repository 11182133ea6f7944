"""Figures as pictures for documents: sober, readable in black and white, with a text alternative. The only place that draws them."""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any, Literal, assert_never

from toolbox_cli.reports.document import Bars, Figure, HeatMap, Point, Series, Sketch
from toolbox_cli.reports.figure_text import column_letters, grid_of, highest, legend, number, percent, turned

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

Format = Literal["png", "svg"]
Colour = tuple[float, float, float]
WIDTH, DPI = 6.3, 200  # inches: the text width of A4
INK, PAPER, DARK = "#1a1a1a", "#ffffff", (0.09, 0.22, 0.37)
GREY, PALE, QUIET = "#8c8c8c", "#d9d9d9", "#6b6b6b"
HATCH = "////"
OPEN = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8}
TITLE_SIGNS, LABEL_SIGNS, LEGEND_SIGNS = 68, 32, 96
MOST_NUMBERS, MOST_UPRIGHT, MOST_LEVEL, SMALLEST = 40, 28, 6, 4.5
SETTINGS: dict[str, Any] = {  # Any: what matplotlib takes
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "hatch.linewidth": 0.5,
    "hatch.color": GREY,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.linewidth": 0.8,
    "svg.fonttype": "path",
    "text.parse_math": False,  # a dollar sign is a dollar sign
}


@lru_cache(maxsize=32)  # several documents of one case show the same figures
def figure_bytes(figure: Figure, format: Format) -> bytes:  # noqa: A002 - what callers call it
    """Return the figure as a picture; the same figure gives the same bytes. The message goes with it as its description."""
    import matplotlib

    # what a user set for other work does not count
    settings: dict[Any, Any] = dict(matplotlib.rcParamsDefault) | SETTINGS | {"svg.hashsalt": _key(figure)}
    settings.pop("backend", None)
    with matplotlib.rc_context(settings), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the font lacks becomes a box; the table has the word
        canvas = _canvas(figure)
        return _png(canvas, figure) if format == "png" else _svg(canvas, figure)


def untitled_bytes(figure: Figure, format: Format) -> bytes:  # noqa: A002 - as above
    """Return the figure without its title, for a document that has the title as text beside it."""
    return figure_bytes(replace(figure, title=""), format)


def _clean(text: str) -> str:
    """The text on one line, without signs that a picture file cannot hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _key(figure: Figure) -> str:
    return sha256(repr(figure).encode()).hexdigest()[:12]


def _png(canvas: Canvas, figure: Figure) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    out = io.BytesIO()
    metadata = {"Software": None, "Title": _clean(figure.title), "Description": _clean(figure.alt)}
    FigureCanvasAgg(canvas).print_png(out, metadata=metadata)  # type: ignore[no-untyped-call]  # matplotlib has no types here
    return out.getvalue()


def _svg(canvas: Canvas, figure: Figure) -> bytes:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    out = io.BytesIO()
    FigureCanvasSVG(canvas).print_svg(out, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})  # type: ignore[no-untyped-call]
    key = _key(figure)
    head, mark, rest = out.getvalue().decode("utf-8").partition("<svg ")
    inside, end, rest = rest.partition(">")
    named = f'lang="nl" role="img" aria-labelledby="titel-{key} uitleg-{key}" {inside}{end}\n'
    words = f' <title id="titel-{key}">{escape(_clean(figure.title))}</title>\n <desc id="uitleg-{key}">{escape(_clean(figure.alt))}</desc>'
    return f"{head}{mark}{named}{words}{rest}".encode()


def _canvas(figure: Figure) -> Canvas:
    """The title above, the picture, and what the signs mean below; as high as it needs to be."""
    from matplotlib.figure import Figure as Canvas

    draw, height = _drawing(figure)
    title, notes = textwrap.wrap(_clean(figure.title), TITLE_SIGNS), textwrap.wrap(_clean(legend(figure)), LEGEND_SIGNS)
    above, below = 0.18 + 0.19 * len(title), 0.12 + 0.16 * len(notes)
    whole = above + height + below
    canvas = Canvas(figsize=(WIDTH, whole), dpi=DPI, facecolor=PAPER)
    canvas.text(0.01, 1 - 0.06 / whole, "\n".join(title), weight="bold", size=10, va="top")
    canvas.text(0.01, 0.05 / whole, "\n".join(notes), size=7.5, va="bottom")
    draw(canvas.add_axes((0.0, below / whole, 1.0, height / whole)), height)
    return canvas


def _drawing(figure: Figure) -> tuple[Callable[[Axes, float], None], float]:
    """How to draw the figure, and how high it is in inches."""
    match figure:
        case HeatMap():
            shown = _fitting(figure)
            return (lambda axes, height: _heat_map(axes, shown, height)), 0.26 * (len(shown.rows) + 1.4)
        case Bars():
            lines = [textwrap.wrap(_clean(bar.label), LABEL_SIGNS) or [""] for bar in figure.bars]
            return (lambda axes, _: _bars(axes, figure, lines)), sum(0.1 + 0.15 * len(item) for item in lines)
        case Series():
            return (lambda axes, _: _series(axes, figure)), 3.2
        case Sketch():
            grid = grid_of(figure)
            side = min(0.45, WIDTH / (grid.columns + 3.5), 6.5 / (grid.rows + 1.2))
            return (lambda axes, _: _sketch(axes, figure, side)), max(side * grid.rows, 0.7) + side * 1.2
        case _:
            assert_never(figure)


def _fitting(figure: HeatMap) -> HeatMap:
    """The heat map, turned when its numbers are too wide for its columns."""
    return turned(figure) if len(figure.columns) > 12 and len(number(highest(figure))) > 3 else figure


def _heat_map(axes: Axes, figure: HeatMap, height: float) -> None:
    front, cell = 0.7, (WIDTH - 0.8) / len(figure.columns)
    row_height = height / (len(figure.rows) + 1.4)
    axes.set(xlim=(0, WIDTH), ylim=(height + 0.01, 0))
    axes.axis("off")
    axes.text(front, row_height * 0.35, _clean(figure.column_name), ha="left", va="center", color=INK, size=7.5)
    for at, name in enumerate(figure.columns):
        axes.text(front + cell * (at + 0.5), row_height * 1.0, _clean(name), ha="center", va="center", size=7.5)
    for down, (name, row) in enumerate(zip(figure.rows, figure.cells, strict=True)):
        top = row_height * (down + 1.4)
        axes.text(front - 0.08, top + row_height / 2, _clean(name), ha="right", va="center")
        for at, value in enumerate(row):
            _cell(axes, (front + cell * at, top, cell, row_height), value, highest(figure))


def _cell(axes: Axes, place: tuple[float, float, float, float], value: int | None, top: int, size: float = 7.5) -> None:
    """A rectangle, darker where there is more, with its number in the colour that reads best; hatched when it is not shown."""
    from matplotlib.patches import Rectangle

    x, y, width, height = place
    shade = _shade(value, top)
    hatch = HATCH if value is None else None
    axes.add_patch(Rectangle((x, y), width, height, facecolor=shade, edgecolor=PALE, linewidth=0.5, hatch=hatch))
    if size:
        axes.text(
            x + width / 2,
            y + height / 2,
            number(value),
            ha="center",
            va="center",
            color=_text_colour(value, shade),
            size=size,
            bbox=OPEN if value is None else None,
        )


def _shade(value: int | None, top: int) -> Colour:
    share = (value or 0) / top if top else 0.0
    red, green, blue = (1 - share * (1 - part) for part in DARK)
    return red, green, blue


def _text_colour(value: int | None, shade: Colour) -> str:
    return QUIET if value == 0 else _readable(shade)


def _readable(shade: Colour) -> str:
    """Black or white, whichever contrasts most (relative luminance as in WCAG)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shade)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return PAPER if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else "#000000"


def _bars(axes: Axes, figure: Bars, lines: list[list[str]]) -> None:
    left, most = 2.35, highest(figure) or 1
    room = WIDTH - left - 1.05
    bottoms = [0.1 + 0.15 * len(item) for item in lines]
    axes.set(xlim=(0, WIDTH), ylim=(sum(bottoms), 0))
    axes.axis("off")
    top = 0.0
    for bar, label, height in zip(figure.bars, lines, bottoms, strict=True):
        middle, length = top + height / 2, room * (bar.number or 0) / most
        axes.text(left - 0.08, middle, "\n".join(label), ha="right", va="center")
        axes.barh(middle, length, left=left, height=0.16, color=DARK)
        axes.text(left + length + 0.06, middle, _with_share(number(bar.number), percent(bar.share)), ha="left", va="center")
        top += height
    axes.plot((left, left), (0, top), color=INK, linewidth=0.8)


def _with_share(shown: str, share: str) -> str:
    return f"{shown} ({share})" if share else shown


def _series(axes: Axes, figure: Series) -> None:
    """Columns with their number on top; a fitted line only where it is given, and then named."""
    from matplotlib.ticker import MaxNLocator

    points, top = figure.points, max(highest(figure), 1, *(item.fitted or 0 for item in figure.points))
    at, step, turn = range(len(points)), -(-len(points) // 30), len(points) > MOST_LEVEL
    low = axes.get_position().y0
    axes.set_position((0.07, low + (0.24 if turn else 0.08), 0.92, axes.get_position().height - (0.27 if turn else 0.11)))
    axes.bar(at, [point.number or 0 for point in points], width=0.7, color="#9fb3c8", edgecolor=DARK, linewidth=0.6)
    if len(points) <= MOST_NUMBERS:
        for place, point in zip(at, points, strict=True):
            text, angle = number(point.number), 0 if len(points) <= MOST_UPRIGHT else 90
            axes.annotate(
                text, (place, point.number or 0), (0, 4), textcoords="offset points", ha="center", size=7, rotation=angle, bbox=OPEN
            )
    _fitted(axes, points)
    axes.set_xticks(
        list(at)[::step], [_clean(point.label) for point in points][::step], rotation=45 if turn else 0, ha="right" if turn else "center"
    )
    axes.set(xlim=(-0.6, len(points) - 0.4), ylim=(0, top * 1.15))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(length=2, labelsize=7.5)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=PALE, linewidth=0.5)


def _fitted(axes: Axes, points: tuple[Point, ...]) -> None:
    line = [(at, point.fitted) for at, point in enumerate(points) if point.fitted is not None]
    if not line:
        return
    places, values = zip(*line, strict=True)
    axes.plot(places, values, color="#000000", linestyle="--", linewidth=1.2, label="lijn door de aantallen")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False, fontsize=7)


def _sketch(axes: Axes, figure: Sketch, side: float) -> None:
    """Squares on a grid with letters and numbers, an arrow to the north and a bar as long as one square."""
    grid = grid_of(figure)
    size = side * min(26, 90 / len(number(highest(figure))))
    axes.set(xlim=(-1, WIDTH / side - 1), ylim=(max(grid.rows, 0.7 / side) + 0.2, -1))
    axes.axis("off")
    for column in range(grid.columns):
        axes.text(column + 0.5, -0.2, column_letters(column), ha="center", va="bottom", size=7)
    for row in range(grid.rows):
        axes.text(-0.2, row + 0.5, str(row + 1), ha="right", va="center", size=7)
    axes.plot((0, grid.columns, grid.columns, 0, 0), (0, 0, grid.rows, grid.rows, 0), color=GREY, linewidth=0.6)
    for (row, column), square in grid.at.items():
        _cell(axes, (column, row, 1, 1), square.number, highest(figure), min(size, 8.0) if size >= SMALLEST else 0)
    right, below = grid.columns + 1.2, 0.62 / side
    arrow = {"arrowstyle": "-|>", "color": INK}
    axes.annotate("N", (right, -0.4), (0, -24), textcoords="offset points", arrowprops=arrow, ha="center", weight="bold")
    axes.plot((right - 0.5, right + 0.5), (below, below), color=INK, linewidth=2, solid_capstyle="butt")
    axes.text(right, below - 0.1, f"{figure.size} m", ha="center", va="bottom", size=7)
