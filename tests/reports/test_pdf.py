"""PDF: a tagged document that a screen reader reads in the order of the Markdown, and what cannot be made is said in Dutch."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from pdf_reading import Tag, lines, reader_of, tags

from toolbox_cli.cli.given import given_case
from toolbox_cli.cli.receipts import record_of
from toolbox_cli.errors import ToolboxError
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.document import Bar, Bars, Block, Document, Heading, HeatMap, Line, Paragraph, Point, Series, Sketch, Square, Tone
from toolbox_cli.reports.markdown import paper_to_markdown
from toolbox_cli.reports.paper import Paper, Size, Status
from toolbox_cli.reports.pdf import paper_data, to_pdf, typeset

FOOTER = ("Toolbox 1.4", "Voorbeeld, 1 december 2026")
HOSTILE = [
    '#panic("x")', '#image("/etc/passwd")', "$x^2$", "*vet* _schuin_ `code` = kop", '"); #read("paper.typ")',
    "@label <anker> \\ // weg /* weg",
    '{"kind": "page"}', "-- --- ... ~ 'q' \"q\" fi ffl", "<b>&amp;", "\x00\x1b[0m x", "100% é € ≥ ☐ ✓", "Приве́т", "\u202eomgekeerd",
]  # fmt: skip
FIGURE = Bars("Balken", (Bar("winkeldiefstal", 10, 0.5), Bar("vernieling", None)), "De helft is winkeldiefstal.", "minder dan 5")


def paper(*blocks: Block, title: str = "Titel", mark: str = "concept", size: Size = Size.A4, large: bool = False) -> Paper:
    return Paper("naam", Document([Heading(title, 1), *blocks]), Status.DRAFT, FOOTER, mark, size, large)


def every_kind(text: str = "tekst") -> Document:
    document = Document()
    document.heading(f"Titel {text}", 1)
    document.paragraph(f"Eerst {text}.", ["bron a", "bron b"])
    document.contents()
    document.heading("Lijsten")
    document.heading("Opsommingen", 3)
    document.bullets([Line(f"punt {text}", ("bron c",)), Line("punt twee")])
    document.bullets([Line("stap een"), Line("stap twee")], numbered=True)
    document.bullets([Line("hok een"), Line("hok twee")], boxes=True)
    document.heading("Woorden")
    document.terms([(f"label {text}", Line(f"uitleg {text}")), ("tweede", Line("meer uitleg"))])
    document.outline([(0, Line("boven")), (1, Line("onder", ("bron d",))), (2, Line("daaronder")), (0, Line("weer boven"))])
    document.callout(Tone.NOTE, f"opgepast {text}", ["bron e"])
    document.page_break()
    document.heading("Tabel")
    document.table(("kolom een", f"kolom {text}"), [("cel a", f"cel {text}"), ("cel c", "12.500")])
    document.blank("Datum")
    document.blank("Akkoord?", ["ja", "nee"])
    document.paragraph("Slot.", muted=True)
    return document


def every_figure() -> tuple[Block, ...]:
    return (
        HeatMap("Warmte", ("ma", "di"), ("0", "1"), ((0, 12345), (None, 3)), "Alt van warmte.", "minder dan 5"),
        FIGURE,
        Series("Verloop", (Point("mei", 3, 2.5), Point("juni", 0, 3.5)), "Alt van verloop."),
        Sketch("Kaart", 250, (Square(125, 125, 5), Square(375, 125, None)), "Alt van kaart.", "minder dan 5"),
    )


def advice(name: str) -> Document:
    record = record_of(CATALOGUE, given_case(CATALOGUE, ROOT / "examples" / f"{name}.yaml", []), "")
    return compose_advice(CATALOGUE, record.assessment, record=record)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def words_of_markdown(given: Paper) -> list[str]:
    return words(re.sub(r"\\(.)", r"\1", paper_to_markdown(given)))


def words_of_pdf(found: Tag) -> list[str]:
    """Without the page numbers of the table of contents."""
    for tag in found.all():
        if tag.name == "TOCI":
            tag.inside[-1:] = [re.sub(r"\d+\s*$", "", " ".join(tag.text().split()))]
            del tag.inside[:-1]
    return words(found.text())


def refused(given: Paper) -> ToolboxError:
    with pytest.raises(ToolboxError) as raised:
        to_pdf(given)
    return raised.value


def test_a_pdf_says_that_it_is_accessible_and_in_which_language() -> None:
    reader = reader_of(to_pdf(paper(title="Advies <over> iets")))
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_object().get_data().decode()

    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "Advies &lt;over&gt; iets" in about


def test_each_kind_of_block_has_its_own_tags() -> None:
    found = tags(reader_of(to_pdf(Paper("naam", every_kind(), Status.DRAFT, FOOTER, "concept"))))

    assert [tag.name for tag in found.all() if re.fullmatch(r"H\d", tag.name)] == ["H1", "H2", "H3", "H2", "H2"]
    assert found.texts("H2") == ["Lijsten", "Woorden", "Tabel"]
    assert found.texts("TOCI") == ["Lijsten 1", "Woorden 1", "Tabel 2"]
    assert found.texts("TH") == ["kolom een", "kolom tekst"]
    assert found.texts("TD") == ["cel a", "cel tekst", "cel c", "12.500"]
    assert found.texts("Lbl") == ["•", "•", "1.", "2.", "☐", "☐", "label tekst", "tweede", "•", "‣", "–", "•"]
    assert "Let op: opgepast tekst (bron e)" in found.texts("P")
    assert "Akkoord? ☐ ja ☐ nee" in found.texts("P")


def test_mark_and_footer_are_read_aloud_once_and_stand_on_each_page() -> None:
    reader = reader_of(to_pdf(Paper("naam", every_kind(), Status.DRAFT, FOOTER, "niet verspreiden")))
    read, seen = tags(reader).text(), [page.extract_text() for page in reader.pages]

    assert len(seen) == 2
    for at, page in enumerate(seen, start=1):
        assert "niet verspreiden" in page
        assert page.count(" · ".join(FOOTER)) == 1
        assert f"Bladzijde {at} van 2" in page
    assert (read.count("niet verspreiden"), read.count(FOOTER[0]), read.count("Bladzijde")) == (1, 1, 0)


@pytest.mark.parametrize("text", ["tekst", *HOSTILE])
def test_a_screen_reader_reads_the_words_of_the_markdown_in_its_order(text: str) -> None:
    given = Paper("naam", every_kind(text), Status.DRAFT, FOOTER, "concept")

    assert words_of_pdf(tags(reader_of(to_pdf(given)))) == words_of_markdown(given)


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_signs_that_mean_something_in_the_template_are_text(text: str) -> None:
    shown = " ".join(re.sub(r"[\x00-\x1f]", " ", text).split())

    assert tags(reader_of(to_pdf(paper(Paragraph(Line(text)))))).texts("P")[1] == shown


@pytest.mark.slow
def test_figures_have_their_message_and_their_numbers() -> None:
    given = paper(*every_figure())
    found = tags(reader_of(to_pdf(given)))

    assert [tag.alt for tag in found.all() if tag.name == "Figure"] == [figure.alt for figure in given.document.figures()]
    assert words_of_pdf(found) == words_of_markdown(given)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["winkeldiefstal-centrum", "bekende-persoon-station"])
def test_an_advice_reads_as_its_markdown_within_the_page_and_quickly(name: str) -> None:
    given = Paper(name, advice(name), Status.CONFIDENTIAL, FOOTER, "vertrouwelijk")
    content = to_pdf(given)
    start = time.process_time()

    assert to_pdf(given) == content
    assert time.process_time() - start < 1  # a fiftieth of it on an idle machine
    assert words_of_pdf(tags(reader_of(content))) == words_of_markdown(given)
    assert 3 <= len(reader_of(content).pages) <= 20


def test_a_figure_without_a_text_is_refused_by_name() -> None:
    error = refused(paper(Bars("Soorten", (Bar("a", 1),), " \u200b")))

    assert error.message == "de figuur 'Soorten' heeft geen tekst die zegt wat er te zien is"


def test_the_library_refuses_a_picture_without_a_text_as_well() -> None:
    data = paper_data(paper(FIGURE))
    assert typeset(data)
    for block in data["blocks"]:
        if block["kind"] == "picture":
            block["alt"] = ""

    with pytest.raises(ToolboxError, match="een figuur heeft geen tekst die zegt wat er te zien is"):
        typeset(data)


def test_the_library_refuses_a_sign_that_the_letters_lack_as_well() -> None:
    data = paper_data(paper(Paragraph(Line("tekst"))))
    data["blocks"][-1]["text"] = "漢"

    with pytest.raises(ToolboxError, match="een teken in de tekst staat niet in de letters van de PDF"):
        typeset(data)


def test_a_fault_that_nobody_foresaw_is_an_error_as_well() -> None:
    with pytest.raises(ToolboxError, match="de tekst kon niet gezet worden") as raised:
        typeset(paper_data(paper()) | {"language": "nederlands"})

    assert "melding van typst" in raised.value.hint


def test_without_its_letters_there_is_no_empty_document(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="de letters van de PDF zijn er niet"):
        typeset(paper_data(paper()), tmp_path)


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ((Heading("diep", 3),), "een kop slaat een niveau over"),
        ((Heading("\u200b", 2),), "een kop heeft geen tekst"),
        ((Paragraph(Line("漢 en ት")),), "de PDF kan deze tekens niet tonen: ት (U+1275), 漢 (U+6F22)"),
    ],
)
def test_what_cannot_be_made_accessible_is_said_in_dutch(blocks: tuple[Block, ...], reason: str) -> None:
    error = refused(paper(*blocks))

    assert reason in error.message
    assert "docx of html" in error.hint


@pytest.mark.parametrize("blocks", [[], [Paragraph(Line("los"))], [Heading("\u200b", 1)]])
def test_a_document_without_a_title_is_refused(blocks: list[Block]) -> None:
    assert refused(Paper("kaart", Document(blocks), Status.DRAFT, ())).message == "het document 'kaart' heeft geen titel"


def test_a_picture_that_the_letters_lack_shows_as_its_number() -> None:
    assert tags(reader_of(to_pdf(paper(Paragraph(Line("let op 🚔 hier")))))).texts("P")[1] == "let op [U+1F694] hier"


def test_the_same_paper_gives_the_same_bytes_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Paper("naam", every_kind(), Status.DRAFT, FOOTER, "concept")
    first = to_pdf(given)
    to_pdf(paper(Paragraph(Line("iets anders"))))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    monkeypatch.setenv("TYPST_FONT_PATHS", str(tmp_path))
    (tmp_path / "weg").mkdir()
    monkeypatch.chdir(tmp_path / "weg")
    if os.name != "nt":
        (tmp_path / "weg").rmdir()

    assert to_pdf(given) == first


def test_size_large_type_and_direction_follow_the_paper() -> None:
    small = reader_of(to_pdf(paper(Paragraph(Line("tekst")), size=Size.A5)))
    large = reader_of(to_pdf(paper(Paragraph(Line("tekst", ("bron",))), large=True)))
    arabic = Paper("x", Document([Heading("بطاقة", 1), Paragraph(Line("اتصل بالشرطة"))]), Status.PUBLIC, (), language="ar", rtl=True)
    turned = reader_of(to_pdf(arabic))

    assert [round(float(side) / 72 * 25.4) for side in small.pages[0].mediabox[2:]] == [148, 210]
    assert [round(float(side) / 72 * 25.4) for side in large.pages[0].mediabox[2:]] == [210, 297]
    assert {round(line.size) for line in lines(large) if line.text in ("tekst", "(bron)")} == {14}
    assert turned.trailer["/Root"]["/Lang"] == "ar"
    assert turned.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert "1 / 1" in turned.pages[0].extract_text()
    assert {run.x < 200 for run in lines(turned) if run.text.strip() == "1"} == {True}  # the page number stands left
