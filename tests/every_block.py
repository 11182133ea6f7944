"""A document with every kind of block, for all that looks at documents as a whole; what it says is made up."""

from __future__ import annotations

from toolbox_cli.reports.document import Bar, Bars, Document, HeatMap, Line, Point, Series, Sketch, Square, Tone
from toolbox_cli.reports.paper import Paper, Status

FOOTER = ("Kenmerk 12-34", "Voorbeeldstad", "Opgemaakt op 3 februari 2026")


def every_block() -> Document:
    """Return a document in which every kind of block occurs, with figures of each kind."""
    document = Document()
    document.heading("Alle blokken", 1)
    document.paragraph("Een alinea over de winkelstraat.", ("toolbox 1.2", "art. 172a Gemw"))
    document.paragraph("Wat minder telt.", muted=True)
    document.contents()
    document.callout(Tone.NOTE, "Laat een jurist meelezen.", ("eigen lezing",))
    document.heading("Lijsten")
    document.bullets([Line("straatcoach"), Line("toezicht", ("toolbox 2.6",))])
    document.bullets([Line("eerst bellen"), Line("dan noteren")], numbered=True)
    document.bullets([Line("deur gesloten"), Line("licht aan")], boxes=True)
    document.outline([(0, Line("boven")), (1, Line("onder")), (2, Line("dieper", ("bijlage I",))), (1, Line("ernaast")), (0, Line("slot"))])
    document.terms([("Wie beslist", Line("burgemeester", ("art. 172",))), ("Duur", Line("niet ingevuld"))])
    document.blank("Datum")
    document.blank("Hoe zeker bent u?", ("zeker", "schatting"))
    document.page_break()
    document.heading("Tabellen")
    document.heading("Smal", 3)
    document.table(("soort", "aantal"), [("winkeldiefstal", "12"), ("intimidatie", "1.204")])
    document.heading("Breed", 3)
    header = ("nr", "maatregel", "oordeel", "grondslag", "wie beslist", "termijn", "kosten", "wat nog open is")
    row = ("gebiedsverbod", "aanbevolen, mits …", "art. 172a Gemeentewet", "burgemeester", "drie maanden", "onbekend", "herhaaldelijkheid")
    document.table(header, [(str(number), *row) for number in range(1, 4)])
    document.heading("Figuren")
    document.figure(HeatMap("Warmte", ("ma", "di"), ("0", "1", "2"), ((0, 12, 7), (None, 3, 1)), "Maandag om één uur.", "minder dan 5"))
    document.figure(Bars("Balken", (Bar("diefstal", 10, 0.5), Bar("overig", None)), "De helft is diefstal.", "minder dan 5"))
    document.figure(Series("Verloop", (Point("mei", 3, 2.5), Point("juni", 4, 3.5)), "Het loopt op."))
    document.figure(Sketch("Kaart", 250, (Square(125, 125, 5), Square(375, 125, 8)), "Het meeste in het oosten."))
    return document


def every_paper() -> Paper:
    """Return a paper of every kind of block."""
    return Paper("alles", every_block(), Status.DRAFT, FOOTER, mark="Voorbeeld met verzonnen gegevens")
