"""A paper with every kind of block, made up, for the tests of the formats."""

from __future__ import annotations

from typing import Any

from toolbox_cli.reports.document import Bar, Bars, Document, HeatMap, Line, Point, Series, Sketch, Square, Tone
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.plan_kinds import Status

FOOTER = ("concept", "toolbox 1.0, inhoud van 1 januari 2026")
MARK = "CONCEPT – nog niet vastgesteld"
BARS = Bars(
    "Soorten incidenten", (Bar("winkeldiefstal", 34, 0.6), Bar("overig", None)), "Winkeldiefstal komt het meest voor.", "minder dan 5"
)


def every_block(*, figures: bool = False) -> Document:
    """Return a document with every kind of block; with the figures only when asked, for they take time to draw."""
    made = Document()
    made.heading("Advies over overlast in Voorbeeldstad", 1)
    made.paragraph("Verzonnen gegevens.", muted=True)
    made.callout(Tone.NOTE, "Twee antwoorden zijn nog niet bekend.", ["eigen lezing"])
    made.contents()
    made.heading("Wat wij adviseren")
    made.paragraph("Lopende tekst.", ["Toolbox §3.2", "Gemw art. 172 lid 3"])
    made.bullets([Line("een streepje"), Line("nog een", ("eigen lezing",))])
    made.bullets([Line("eerste stap"), Line("tweede stap")], numbered=True)
    made.bullets([Line("weer de eerste"), Line("weer de tweede")], numbered=True)
    made.bullets([Line("dossier compleet"), Line("gesprek gevoerd")], boxes=True)
    made.heading("Gegevens", 3)
    made.terms([("Wie beslist", Line("de burgemeester")), ("Duur", Line("drie maanden", ("art. 172a lid 4",)))])
    made.outline([(0, Line("alle voorwaarden")), (1, Line("ernstige vrees")), (2, Line("blijkt uit feiten")), (1, Line("herhaald"))])
    made.heading("Tabel")
    made.table(["maatregel", "kosten"], [["Gebiedsverbod", "1.200"], ["Jongerenwerk", "–"]])
    made.blank("Naam van de functie")
    made.blank("Akkoord?", ["ja", "nee"])
    made.page_break()
    made.heading("Slot")
    made.paragraph("Einde.")
    if figures:
        _figures(made)
    return made


def _figures(made: Document) -> None:
    made.figure(BARS)
    made.figure(
        HeatMap("Dag en uur", ("ma", "di"), ("0", "12", "18"), ((1, 2, 3), (4, None, 6)), "Dinsdagavond is het drukst.", "minder dan 5")
    )
    made.figure(Series("Per maand", (Point("2026-01", 3, 2.9), Point("2026-02", 6, 5.8)), "Het stijgt."))
    made.figure(Sketch("Plekken", 100, (Square(0, 0, 3), Square(100, 0, 9)), "Het meest in het centrum."))


def paper_of(document: Document, **more: Any) -> Paper:  # Any: the fields of a paper
    """Return a draft with the mark and footer above."""
    return Paper(**{"name": "advies", "document": document, "status": Status.DRAFT, "footer": FOOTER, "mark": MARK, **more})


def short(*lines: str, title: str = "Titel") -> Document:
    """Return a document with a title and paragraphs."""
    made = Document()
    made.heading(title, 1)
    for line in lines:
        made.paragraph(line)
    return made
