"""A paper as a Word file: what a reader, a screen reader and a second run find in it."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
from docx.oxml.ns import qn
from every_block import BARS, every_block
from helpers import examples
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import W, all_xml, headings, opened, part, texts, value
from word_papers import FOOTER, MARK, paper_of, short

from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.docx import to_docx
from toolbox_cli.reports.docx_table import column_widths
from toolbox_cli.reports.docx_xml import PARAGRAPH_ORDER
from toolbox_cli.reports.figure_text import figure_table
from toolbox_cli.reports.paper import Paper, Size
from toolbox_cli.reports.plan_kinds import Status
from toolbox_cli.reports.safe import safe

EVERY = to_docx(paper_of(every_block()))


def body(content: bytes) -> etree._Element:
    return etree.fromstring(part(content, "word/document.xml").encode())


def test_the_headings_are_real_and_skip_no_level() -> None:
    assert headings(EVERY) == [
        (1, "Advies over overlast in Voorbeeldstad"),
        (2, "Wat wij adviseren"),
        (3, "Gegevens"),
        (2, "Tabel"),
        (2, "Slot"),
    ]


def test_all_text_of_the_document_is_in_the_file() -> None:
    shown = "".join(body(EVERY).itertext())

    for words in every_block().text().replace(" nl-NL", "").split():
        assert words in shown, words


def test_sources_stand_behind_the_text() -> None:
    assert "Lopende tekst. (Toolbox §3.2; Gemw art. 172 lid 3)" in texts(EVERY)


def test_a_callout_begins_with_its_word_and_has_a_box() -> None:
    found = next(item for item in opened(EVERY).paragraphs if item.text.startswith("Let op: Twee antwoorden"))

    assert found.style is not None
    assert found.style.name == "Kader"
    assert found.style.element.find(f".//{W}pBdr") is not None


def test_a_label_is_bold_and_its_text_is_not() -> None:
    found = next(item for item in opened(EVERY).paragraphs if item.text == "Wie beslist: de burgemeester")

    assert [(run.text, bool(run.bold)) for run in found.runs] == [("Wie beslist: ", True), ("de burgemeester", False)]


def test_every_numbered_list_starts_at_one() -> None:
    items = [item for item in opened(EVERY).paragraphs if item.style is not None and item.style.name == "List Number"]
    numbers = [value(item._p.find(f".//{W}numId")) for item in items]
    numbering = etree.fromstring(part(EVERY, "word/numbering.xml").encode())
    starts = {value(num, "numId"): num.find(f".//{W}startOverride") for num in numbering.iter(f"{W}num")}

    assert [item.text for item in items] == ["eerste stap", "tweede stap", "weer de eerste", "weer de tweede"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert all(value(starts[number]) == "1" for number in numbers)


def test_bullets_and_boxes_are_lists_of_word_not_signs_in_the_text() -> None:
    styles = {item.text: item.style for item in opened(EVERY).paragraphs}

    for text, name in (("een streepje", "List Bullet"), ("dossier compleet", "Vinkje")):
        style = styles[text]
        assert style is not None
        assert style.name == name
        assert style.element.find(f".//{W}numId") is not None


def test_lines_that_hang_under_each_other_keep_their_depth() -> None:
    depth = {item.text: item._p.find(f".//{W}ilvl") for item in opened(EVERY).paragraphs}

    assert [value(depth[text]) for text in ("alle voorwaarden", "ernstige vrees", "blijkt uit feiten", "herhaald")] == ["0", "1", "2", "1"]


def test_the_first_row_of_a_table_is_its_header_and_no_row_breaks() -> None:
    table = opened(EVERY).tables[0]
    rows = table._tbl.tr_lst

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["maatregel", "kosten"],
        ["Gebiedsverbod", "1.200"],
        ["Jongerenwerk", "–"],
    ]


def test_two_tables_do_not_melt_into_one_and_a_document_does_not_end_with_one() -> None:
    made = short()
    made.table(["a"], [["1"]])
    made.table(["b"], [["2"]])
    kinds = [child.tag.removeprefix(W) for child in body(to_docx(paper_of(made)))[0]]

    assert kinds == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_numbers_stand_to_the_right_and_words_to_the_left() -> None:
    rows = opened(EVERY).tables[0]._tbl.tr_lst
    places = [[cell.find(f".//{W}jc") is not None for cell in row.iter(f"{W}tc")] for row in rows]

    assert places == [[False, True]] * 3


@pytest.mark.parametrize("count", [1, 2, 9, 40])
def test_a_table_is_never_wider_than_the_text(count: int) -> None:
    rows = [["x" * 200] * count, ["kort"] * count]

    assert sum(column_widths(rows, 9000)) == 9000
    assert all(width > 0 for width in column_widths(rows, 9000))


def test_contents_link_to_the_headings_that_follow() -> None:
    root = body(EVERY)
    links = {"".join(item.itertext()): value(item, "anchor") for item in root.iter(f"{W}hyperlink")}
    marks = {value(item, "name"): "".join(item.getparent().itertext()) for item in root.iter(f"{W}bookmarkStart")}

    assert list(links) == ["Wat wij adviseren", "Tabel", "Slot"]
    assert {text: marks[anchor] for text, anchor in links.items()} == {text: text for text in links}


def test_the_contents_are_filled_in_and_word_need_not_ask_to_renew_them() -> None:
    kinds = [value(item, "fldCharType") for item in body(EVERY).iter(f"{W}fldChar")]

    assert kinds == ["begin", "separate", "end"]
    assert "updateFields" not in part(EVERY, "word/settings.xml")
    assert "w:dirty" not in all_xml(EVERY)


def test_a_new_page_starts_with_the_heading_and_not_with_an_empty_line() -> None:
    broken = [item for item in opened(EVERY).paragraphs if item._p.find(f"{W}pPr/{W}pageBreakBefore") is not None]

    assert [item.text for item in broken] == ["Slot"]
    assert "w:br" not in {child.tag.replace(W, "w:") for child in body(EVERY).iter()}


def test_a_page_break_at_the_start_or_the_end_or_twice_gives_no_empty_page() -> None:
    made = Document()
    made.page_break()
    made.heading("Titel", 1)
    made.page_break()
    made.page_break()
    made.paragraph("Tekst.")
    made.page_break()
    root = body(to_docx(paper_of(made)))

    assert ["".join(item.getparent().getparent().itertext()) for item in root.iter(f"{W}pageBreakBefore")] == ["Tekst."]


def test_a_table_on_a_new_page_has_a_thin_line_in_front_that_starts_the_page() -> None:
    made = short("Tekst.")
    made.page_break()
    made.table(["a"], [["1"]])
    blocks = list(body(to_docx(paper_of(made)))[0])

    assert blocks[2].find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert blocks[3].tag == f"{W}tbl"


def test_there_is_more_room_below_the_last_line_of_a_list_than_between_its_lines() -> None:
    room = {item.text: item._p.find(f"{W}pPr/{W}spacing") for item in opened(EVERY).paragraphs}

    assert room["eerste stap"] is None
    assert value(room["tweede stap"], "after") == "120"


def test_room_to_write_is_a_line_up_to_the_margin_or_boxes() -> None:
    label, choice = (next(item for item in opened(EVERY).paragraphs if item.text.startswith(start)) for start in ("Naam van", "Akkoord"))

    assert value(label._p.find(f".//{W}tab"), "leader") == "underscore"
    assert label.text == "Naam van de functie: \t"
    assert choice.text == "Akkoord? ☐\u00a0ja     ☐\u00a0nee"


def test_mark_and_footer_stand_on_every_page_with_its_number() -> None:
    section = opened(EVERY).sections[0]
    footer = section.footer._element

    assert [item.text for item in section.header.paragraphs] == [MARK]
    assert section.footer.paragraphs[0].text == " · ".join(FOOTER)
    assert "".join(item.text for item in footer[-1].iter(f"{W}t")) == "Bladzijde 1 van 1"
    assert [value(item, "instr").strip() for item in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_without_a_mark_there_is_no_header() -> None:
    assert opened(to_docx(paper_of(short("Tekst."), mark=""))).sections[0].header.is_linked_to_previous


@pytest.mark.parametrize(("size", "millimetres"), [(Size.A4, (210, 297)), (Size.A5, (148, 210))])
def test_the_page_has_the_size_that_was_asked(size: Size, millimetres: tuple[int, int]) -> None:
    section = opened(to_docx(paper_of(short("Tekst."), size=size))).sections[0]

    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == millimetres


def test_large_type_makes_running_text_and_headings_larger() -> None:
    def sizes(*, large: bool) -> list[int]:
        styles = etree.fromstring(part(to_docx(paper_of(short("Tekst."), large=large)), "word/styles.xml").encode())
        return [int(value(item)) for item in styles.iter(f"{W}sz") if item.getparent().tag == f"{W}rPr"]

    normal, large = sizes(large=False), sizes(large=True)
    assert large[0] == 28
    assert all(after > before for before, after in zip(normal, large, strict=True))


@pytest.mark.parametrize("language", ["nl-NL", "ar"])
def test_the_language_is_that_of_the_paper_and_no_other_is_left(language: str) -> None:
    content = to_docx(paper_of(every_block(), language=language, rtl=language == "ar"))
    styles = etree.fromstring(part(content, "word/styles.xml").encode())

    assert [value(item) for item in styles.iter(f"{W}lang")] == [language]
    assert "en-US" not in all_xml(content)
    assert opened(content).core_properties.language == language


def test_right_to_left_holds_for_paragraphs_runs_tables_and_pages() -> None:
    root = body(to_docx(paper_of(every_block(), language="ar", rtl=True)))
    filled = [item for item in root.iter(f"{W}p") if "".join(item.itertext())]

    assert filled
    assert all(item.find(f"{W}pPr/{W}bidi") is not None for item in filled)
    assert all(item.find(f"{W}rPr/{W}rtl") is not None for item in root.iter(f"{W}r") if item.find(f"{W}t") is not None)
    assert root.find(f".//{W}tblPr/{W}bidiVisual") is not None
    assert root.find(f".//{W}sectPr/{W}bidi") is not None


def test_left_to_right_text_has_no_marks_of_the_other_direction() -> None:
    assert not {"w:bidi", "w:rtl"} & {str(item.tag).replace(W, "w:") for item in body(EVERY).iter()}


def test_the_title_is_a_property_and_nobody_and_no_moment_is_named() -> None:
    core = opened(EVERY).core_properties

    assert core.title == "Advies over overlast in Voorbeeldstad"
    assert (core.author, core.last_modified_by) == ("toolbox", "")
    assert (core.created, core.modified) == (None, None)
    with zipfile.ZipFile(io.BytesIO(EVERY)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name or "custom" in name or name.endswith("app.xml")]


def test_the_same_paper_gives_the_same_bytes_whatever_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # only the moment matters
            return datetime(2031, 5, 4, 3, 2, 1)

    monkeypatch.setattr("docx.opc.parts.coreprops.dt.datetime", Later)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert to_docx(paper_of(every_block())) == EVERY


def test_what_word_demands_in_order_stands_in_order() -> None:
    for properties in body(EVERY).iter(f"{W}pPr"):
        places = [PARAGRAPH_ORDER.index(child.tag.removeprefix(W)) for child in properties]
        assert places == sorted(places)


def test_every_style_and_list_that_is_used_exists() -> None:
    styles = {value(item, "styleId") for item in etree.fromstring(part(EVERY, "word/styles.xml").encode()).iter(f"{W}style")}
    numbers = {value(item, "numId") for item in etree.fromstring(part(EVERY, "word/numbering.xml").encode()).iter(f"{W}num")}
    root = body(EVERY)

    assert {value(item) for item in root.iter(f"{W}pStyle", f"{W}tblStyle")} <= styles
    assert {value(item) for item in root.iter(f"{W}numId")} <= numbers


HOSTILE = ("a\x00b\x0bc\ufffe\ud800", "<w:p>&amp;</w:p> ]]> <!--", "{{inhoud}} {{tittel}}", "\u202egnp.exe", "x" * 5000, "", "  ", "\t\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_file_or_hides(text: str) -> None:
    made = Document()
    made.heading(text, 1)
    made.contents()
    made.heading(text)
    made.blocks.append(made.blocks[0])
    made.callout(Tone.NOTE, text, [text])
    made.bullets([Line(text, (text,))])
    made.table([text, text], [[text, text]])
    made.terms([(text, Line(text))])
    made.outline([(12, Line(text))])
    made.blank(text, [text])
    made.blank(text)
    content = to_docx(Paper("x", made, Status.DRAFT, (text,), mark=text))

    assert opened(content).tables
    assert "\u202e" not in all_xml(content)


@examples(60)
@given(st.text(), st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_comes_out_as_every_format_shows_it(first: str, second: str) -> None:
    document = Document()
    document.heading("Titel", 1)
    document.paragraph(first)
    document.bullets([Line(second)])
    shown = [safe(text) for text in ("Titel", *([first] if first else []), second)]

    assert texts(to_docx(paper_of(document))) == shown


def test_a_field_of_a_template_in_the_text_is_text() -> None:
    assert "Schrijf {{datum}} in het sjabloon." in texts(to_docx(paper_of(short("Schrijf {{datum}} in het sjabloon."))))


def test_a_picture_has_its_message_as_text_and_the_table_with_the_same_numbers() -> None:
    made = short()
    made.figure(BARS)
    content = to_docx(paper_of(made))
    said = next(body(content).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    table = [[cell.text for cell in row.cells] for row in opened(content).tables[0].rows]
    expected = figure_table(BARS)

    assert said.get("descr") == "Soorten incidenten. Winkeldiefstal komt het meest voor."
    assert table == [list(expected.header), *map(list, expected.rows)]
    assert texts(content)[2:] == [
        "Soorten incidenten: Winkeldiefstal komt het meest voor.",
        "Het teken – betekent: minder dan 5.",
    ]


def test_a_picture_fits_between_the_margins_and_every_picture_has_a_number_of_its_own() -> None:
    content = to_docx(paper_of(every_block(figures=True), size=Size.A5))
    word = opened(content)
    shapes, section = word.inline_shapes, word.sections[0]

    assert section.page_width and section.left_margin and section.right_margin
    assert len(shapes) == 4
    assert all(shape.width <= section.page_width - section.left_margin - section.right_margin for shape in shapes)
    assert len({shape._inline.docPr.get("id") for shape in shapes}) == 4
    assert all(shape._inline.docPr.get("descr") for shape in shapes)
    assert qn("w:drawing") in {item.tag for item in word.element.iter()}
