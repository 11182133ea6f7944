"""The files that go with the figures of a report: pictures, text alternatives and tables."""

from __future__ import annotations

import csv
import io

from toolbox_cli.reports.document import Bars, Document, Figure, HeatMap, Series, Sketch
from toolbox_cli.reports.figure_text import figure_table, legend
from toolbox_cli.reports.figures import figure_bytes

NAMES: dict[type[Figure], str] = {HeatMap: "warmtekaart", Bars: "balken", Series: "verloop", Sketch: "kaart"}


def figure_files(document: Document) -> list[tuple[str, bytes]]:
    """Return name and bytes of each figure as PNG and SVG, of its message as text and of its numbers as CSV; names are stable."""
    return [
        (f"{place:02}-{NAMES[type(figure)]}.{extension}", content)
        for place, figure in enumerate(document.figures(), start=1)
        for extension, content in (
            ("png", figure_bytes(figure, "png")),
            ("svg", figure_bytes(figure, "svg")),
            ("txt", alternative(figure).encode()),
            ("csv", as_csv(figure).encode("utf-8-sig")),
        )
    ]


def alternative(figure: Figure) -> str:
    """Return what stands in place of the picture for who does not see it."""
    return "\n".join(part for part in (figure.title, "", figure.alt, legend(figure)) if part or part == "") + "\n"


def as_csv(figure: Figure) -> str:
    """Return the numbers of a figure for a Dutch spreadsheet: semicolons, and no cell that starts a formula."""
    table, out = figure_table(figure), io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_plain(cell) for cell in row] for row in (table.header, *table.rows))
    return out.getvalue()


def _plain(cell: str) -> str:
    """A cell as text, even when it starts like a formula; numbers without the dot for thousands would still be read as text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
