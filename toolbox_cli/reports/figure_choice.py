"""The key figures of a report on figures, for another document."""

from __future__ import annotations

from toolbox_cli.reports.document import Document

TITLE = "Cijfers"


def tell_figures(document: Document, figures: Document | None, most: int) -> None:
    """Add a section with the first figures of a report; nothing when there are none."""
    found = figures.figures()[:most] if figures is not None else ()
    if found:
        document.heading(TITLE)
        for figure in found:
            document.figure(figure)
        document.paragraph("De cijfers tellen wat is gemeld en geregistreerd. Zij zeggen niet wie het deed en niet waarom.")
