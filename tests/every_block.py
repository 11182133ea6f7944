"""A document with every kind of block, made up, for the tests of the formats and for all that looks at documents as a whole."""

from __future__ import annotations

from toolbox_cli.reports.document import Bar, Bars, Document, HeatMap, Line, Point, Series, Sketch, Square, Tone
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.plan_kinds import Status

FOOTER = ("Kenmerk 12-34", "Voorbeeldstad", "Opgemaakt op 3 februari 2026")
BARS = Bars(
    "Soorten incidenten", (Bar("winkeldiefstal", 34, 0.6), Bar("overig", None)), "Winkeldiefstal komt het meest voor.", "minder dan 5"
)


def every_block(*, figures: bool = False) -> Document:
    """Return a document with every kind of block; with a broad table and the figures only when asked, for they take time to draw."""
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
        _broad(made)
    return made


def _broad(made: Document) -> None:
    made.heading("Breed", 3)
    header = ("nr", "maatregel", "oordeel", "grondslag", "wie beslist", "termijn", "kosten", "wat nog open is")
    row = ("gebiedsverbod", "aanbevolen, mits …", "art. 172a Gemeentewet", "burgemeester", "drie maanden", "onbekend", "herhaaldelijkheid")
    made.table(header, [(str(number), *row) for number in range(1, 4)])
    made.figure(BARS)
    made.figure(
        HeatMap("Dag en uur", ("ma", "di"), ("0", "12", "18"), ((1, 2, 3), (4, None, 6)), "Dinsdagavond is het drukst.", "minder dan 5")
    )
    made.figure(Series("Per maand", (Point("2026-01", 3, 2.9), Point("2026-02", 6, 5.8)), "Het stijgt."))
    made.figure(Sketch("Plekken", 100, (Square(0, 0, 3), Square(100, 0, 9)), "Het meest in het centrum."))


def every_paper() -> Paper:
    """Return a paper of every kind of block, with the figures."""
    return Paper("alles", every_block(figures=True), Status.DRAFT, FOOTER, mark="Voorbeeld met verzonnen gegevens")
