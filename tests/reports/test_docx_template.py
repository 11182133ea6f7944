"""A municipality's own template: what stays of it, what is put in it, and what cannot be one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy

import pytest
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from every_block import every_block
from lxml import etree
from word_files import W, all_xml, headings, opened, part, template_of, texts, value, with_part
from word_papers import FOOTER, MARK, paper_of, short

from toolbox_cli.errors import ContentError, ToolboxError
from toolbox_cli.reports import template as template_module
from toolbox_cli.reports.docx import Template, sample_template, to_docx

PAPER = paper_of(short("Eerste alinea.", "Tweede alinea.", title="Advies"))
TYPES = "[Content_Types].xml"


def made(content: bytes, **fields: str) -> bytes:
    return to_docx(PAPER, Template(content, "huisstijl.docx", fields))


def refused(content: bytes) -> str:
    with pytest.raises(ToolboxError) as caught:
        made(content)
    assert "huisstijl.docx" in str(caught.value)
    return str(caught.value)


def with_text(*lines: str) -> bytes:
    return template_of(lambda word: [word.add_paragraph(line) for line in lines])


def test_the_sample_holds_every_field_and_can_be_used_as_it_is() -> None:
    content = made(sample_template(), datum="3 maart 2026", kenmerk="Z-2026-1")

    assert texts(content) == ["Advies", "Datum: 3 maart 2026", "Status: concept", "Kenmerk: Z-2026-1", "Eerste alinea.", "Tweede alinea."]
    assert headings(content) == [(1, "Advies")]
    assert "logo" in opened(content).sections[0].header.paragraphs[0].text
    assert "{{" not in all_xml(content)


def test_the_sample_is_the_same_every_time() -> None:
    assert sample_template() == sample_template()


def test_what_is_not_given_says_that_it_is_not_filled_in() -> None:
    assert "Datum: niet ingevuld" in texts(made(sample_template()))


def test_the_content_comes_where_the_field_stands() -> None:
    assert texts(made(with_text("Boven", "{{inhoud}}", "Onder"))) == ["Boven", "Advies", "Eerste alinea.", "Tweede alinea.", "Onder"]


def test_without_the_field_the_content_comes_at_the_end() -> None:
    assert texts(made(with_text("Boven", ""))) == ["Boven", "Advies", "Eerste alinea.", "Tweede alinea."]


def test_an_empty_template_gives_no_empty_line_above_the_title() -> None:
    assert texts(made(template_of(lambda word: word.add_paragraph("")))) == ["Advies", "Eerste alinea.", "Tweede alinea."]


def test_a_title_in_the_template_is_the_heading_of_level_one_and_is_not_repeated() -> None:
    content = made(with_text("{{titel}}", "{{inhoud}}"))

    assert texts(content) == ["Advies", "Eerste alinea.", "Tweede alinea."]
    assert opened(content).paragraphs[0]._p.find(f"{W}pPr/{W}outlineLvl") is not None


def test_a_title_in_the_letterhead_does_not_take_the_heading_away() -> None:
    content = made(template_of(lambda word: word.sections[0].header.paragraphs[0].add_run("Over: {{titel}}")))

    assert opened(content).sections[0].header.paragraphs[0].text == "Over: Advies"
    assert headings(content) == [(1, "Advies")]


def test_a_field_that_word_split_is_still_a_field() -> None:
    def split(word: Word) -> None:
        paragraph = word.add_paragraph()
        for piece in ("Van {", "{da", "tum", "}", "} tot ", "{{ Status }}", "."):
            paragraph.add_run(piece).bold = piece == "{da"

    assert "Van 3 maart tot concept." in texts(made(template_of(split), datum="3 maart"))


def box(text: str) -> etree._Element:
    """A text box as Word keeps it: inside a run of a paragraph."""
    names = nsdecls("w") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    return parse_xml(
        f"<w:r {names}><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


PLACES: dict[str, Callable[[Word, str], object]] = {
    "body": lambda word, text: word.add_paragraph(text),
    "table": lambda word, text: setattr(word.add_table(1, 1).cell(0, 0), "text", text),
    "header": lambda word, text: word.sections[0].header.paragraphs[0].add_run(text),
    "footer": lambda word, text: word.sections[0].footer.paragraphs[0].add_run(text),
    "text box": lambda word, text: word.add_paragraph("Kader")._p.append(box(text)),
    "first page": lambda word, text: word.sections[0].first_page_header.paragraphs[0].add_run(text),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_field_is_filled_in_wherever_it_stands(place: str) -> None:
    content = made(template_of(lambda word: PLACES[place](word, "k {{kenmerk}} k")), kenmerk="Z-1")

    assert "k Z-1 k" in all_xml(content)


@pytest.mark.parametrize("place", PLACES)
def test_an_unknown_field_is_refused_wherever_it_stands(place: str) -> None:
    message = refused(template_of(lambda word: PLACES[place](word, "{{tittel}}")))

    assert "onbekend veld {{tittel}}" in message
    assert "bekend zijn {{titel}}, {{datum}}, {{status}}, {{kenmerk}}, {{inhoud}}" in message


def test_all_unknown_fields_are_named_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        made(with_text("{{tittel}} {{dattum}}", "{{titel}}", "{{naam}}"))

    assert [problem.what.split(";")[0] for problem in caught.value.problems] == [
        "onbekend veld {{tittel}}, bedoelt u {{titel}}?",
        "onbekend veld {{dattum}}, bedoelt u {{datum}}?",
        "onbekend veld {{naam}}",
    ]


@pytest.mark.parametrize("text", ["{{titel}", "{{titel", "{titel}}", "{{{titel}}}"])
def test_braces_that_make_no_field_are_refused(text: str) -> None:
    if text == "{{{titel}}}":
        assert "{Advies}" in texts(made(with_text(text)))
    else:
        assert "accolades" in refused(with_text(text))


@pytest.mark.parametrize("place", ["table", "header", "text box"])
def test_content_where_no_pages_fit_is_refused(place: str) -> None:
    assert "{{inhoud}} staat op een plaats" in refused(template_of(lambda word: PLACES[place](word, "{{inhoud}}")))


def test_content_amid_other_words_or_twice_is_refused() -> None:
    assert "eigen alinea" in refused(with_text("Hier: {{inhoud}}"))
    assert "2 keer" in refused(with_text("{{inhoud}}", "{{inhoud}}"))


def test_the_styles_of_the_template_are_used_and_the_missing_ones_added() -> None:
    def dutch(word: Word) -> None:
        for style in list(word.styles.element.iter(f"{W}style")):
            name = value(style.find(f"{W}name"))
            if name == "heading 1":
                style.set(qn("w:styleId"), "Kop1")
            elif name not in ("Normal", "Default Paragraph Font"):
                style.getparent().remove(style)

    before = template_of(dutch)
    content = to_docx(paper_of(every_block()), Template(before))
    styles = {value(item, "styleId"): item for item in etree.fromstring(part(content, "word/styles.xml").encode()).iter(f"{W}style")}
    kept = next(
        item for item in etree.fromstring(part(before, "word/styles.xml").encode()).iter(f"{W}style") if value(item, "styleId") == "Kop1"
    )

    assert [etree.tostring(item) for item in styles["Kop1"]] == [etree.tostring(item) for item in kept]
    assert "Heading1" not in styles
    assert {"Heading2", "ListBullet", "TableGrid", "Kader"} <= set(styles)
    used = {value(item) for item in etree.fromstring(part(content, "word/document.xml").encode()).iter(f"{W}pStyle", f"{W}tblStyle")}
    assert "Kop1" in used
    assert used <= set(styles)


def test_styles_with_a_dutch_name_are_found() -> None:
    def dutch(word: Word) -> None:
        names = {"heading 2": "Kop 2", "List Bullet": "Lijstopsom.teken", "Table Grid": "Tabelraster"}
        for style in word.styles.element.iter(f"{W}style"):
            name = style.find(f"{W}name")
            if value(name) in names:
                style.set(qn("w:styleId"), f"Nl{value(style, 'styleId')}")
                name.set(qn("w:val"), names[value(name)])

    content = to_docx(paper_of(every_block()), Template(template_of(dutch)))
    used = {value(item) for item in etree.fromstring(part(content, "word/document.xml").encode()).iter(f"{W}pStyle", f"{W}tblStyle")}

    assert {"NlHeading2", "NlListBullet", "NlTableGrid"} <= used


def test_a_template_without_lists_gets_them() -> None:
    def none(word: Word) -> None:
        for key, rel in list(word.part.rels.items()):
            if rel.reltype.endswith("/numbering"):
                del word.part.rels[key]

    content = to_docx(paper_of(every_block()), Template(template_of(none)))

    assert "lvlOverride" in part(content, "word/numbering.xml")


def test_the_letterhead_stays_and_mark_and_footer_come_with_it() -> None:
    def letterhead(word: Word) -> None:
        section = word.sections[0]
        section.header.paragraphs[0].text = "Gemeente Voorbeeldstad"
        section.footer.paragraphs[0].text = "Postbus 1"
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Logo"

    section = opened(made(template_of(letterhead))).sections[0]

    assert [item.text for item in section.header.paragraphs] == ["Gemeente Voorbeeldstad", MARK]
    assert [item.text for item in section.first_page_header.paragraphs] == ["Logo", MARK]
    assert [item.text for item in section.footer.paragraphs][:2] == ["Postbus 1", " · ".join(FOOTER)]
    assert section.first_page_footer.paragraphs[0].text == " · ".join(FOOTER)


def test_even_pages_have_the_mark_and_the_footer_when_the_template_makes_them_differ() -> None:
    def even(word: Word) -> None:
        word.settings.odd_and_even_pages_header_footer = True

    section = opened(made(template_of(even))).sections[0]

    assert section.even_page_header.paragraphs[0].text == MARK
    assert section.even_page_footer.paragraphs[0].text == " · ".join(FOOTER)


def test_the_content_may_stand_in_a_content_control() -> None:
    def control(word: Word) -> None:
        held = word.add_paragraph("{{inhoud}}")._p
        box = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        held.addprevious(box)
        box[0].append(held)

    assert "Tweede alinea." in all_xml(made(template_of(control)))


def test_braces_in_the_content_are_text_whatever_the_template() -> None:
    paper = paper_of(short("Zie {{datum}} en {{tittel}}."))

    assert "Zie {{datum}} en {{tittel}}." in texts(to_docx(paper, Template(sample_template())))


def test_what_is_anchored_to_the_field_of_the_content_stays() -> None:
    content = made(template_of(lambda word: word.add_paragraph("{{inhoud}}")._p.append(box("Postbus 1"))))

    assert "Postbus 1" in all_xml(content)


def test_a_style_of_the_template_that_has_our_id_under_another_name_stays() -> None:
    def taken(word: Word) -> None:
        style = next(item for item in word.styles.element.iter(f"{W}style") if value(item, "styleId") == "ListNumber")
        style.find(f"{W}name").set(qn("w:val"), "Eigen stijl")

    styles = etree.fromstring(part(to_docx(paper_of(every_block()), Template(template_of(taken))), "word/styles.xml").encode())
    ids = [value(item, "styleId") for item in styles.iter(f"{W}style")]
    names = {value(item.find(f"{W}name")): value(item, "styleId") for item in styles.iter(f"{W}style")}

    assert len(ids) == len(set(ids))
    assert names["Eigen stijl"] == "ListNumber"
    assert names["List Number"] == "ListNumberToolbox"


def test_a_template_with_its_own_page_number_gets_no_second_one() -> None:
    def numbered(word: Word) -> None:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGE ")
        word.sections[0].footer.paragraphs[0]._p.append(field)

    footer = opened(made(template_of(numbered))).sections[0].footer._element

    assert [value(item, "instr").strip() for item in footer.iter(f"{W}fldSimple")] == ["PAGE"]


def test_the_page_size_is_that_of_the_template() -> None:
    def wide(word: Word) -> None:
        word.sections[0].page_width, word.sections[0].page_height = 10_692_000, 7_560_000

    assert opened(made(template_of(wide))).sections[0].page_width == pytest.approx(10_692_000, abs=700)


def test_a_dotx_is_a_template_too() -> None:
    plain = with_text("Boven")
    types = part(plain, TYPES).replace("document.main+xml", "template.main+xml")

    content = made(with_part(plain, TYPES, types.encode()))

    assert texts(content)[0] == "Boven"
    assert "template.main+xml" not in part(content, TYPES)


def traced(word: Word) -> None:
    """A template in which somebody worked with tracked changes and a comment."""
    word.core_properties.author = "J. Doe"
    word.core_properties.last_modified_by = "J. Doe"
    paragraph = word.add_paragraph("Blijft ")
    for kind, text, tag in (("ins", "erbij", "t"), ("del", "eraf", "delText")):
        change = parse_xml(f'<w:{kind} {nsdecls("w")} w:id="9" w:author="J. Doe"><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{kind}>')
        paragraph._p.append(change)
    row = word.add_table(1, 1).rows[0]
    row.cells[0].text = "eraf"
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="10" w:author="J. Doe"/>'))
    word.add_comment(paragraph.runs, "Kan dit weg?", "J. Doe", "JD")


def test_nobody_who_worked_on_the_template_is_named() -> None:
    content = made(template_of(traced))

    assert "Blijft erbij" in texts(content)
    for trace in ("<w:rsids", "J. Doe", "eraf", "Kan dit weg?", "comment", "python-docx"):
        assert trace not in all_xml(content), trace


def test_the_properties_that_libreoffice_writes_are_replaced_too() -> None:
    ours = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    theirs = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    plain = template_of(traced)
    content = made(with_part(plain, "_rels/.rels", part(plain, "_rels/.rels").replace(ours, theirs).encode()))

    assert "J. Doe" not in all_xml(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_the_same_template_gives_the_same_bytes() -> None:
    assert made(sample_template(), datum="nu") == made(sample_template(), datum="nu")


def test_no_other_language_is_left_in_the_styles_of_the_template() -> None:
    template = with_text("Boven")

    assert "en-US" in part(template, "word/styles.xml")
    assert "en-US" not in part(made(template), "word/styles.xml")


def macros(content: bytes) -> bytes:
    return with_part(content, "word/vbaProject.bin", b"macro")


def macro_type(content: bytes) -> bytes:
    old = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return with_part(content, TYPES, part(content, TYPES).replace(old, "application/vnd.ms-word.document.macroEnabled.main+xml").encode())


def locked(content: bytes) -> bytes:
    changed = bytearray(content)
    at = changed.find(b"PK\x01\x02")
    changed[at + 8] |= 1
    return bytes(changed)


def spreadsheet(_: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(TYPES, "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def open_document(_: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
    return out.getvalue()


def doubled(content: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("word/document.xml", part(content, "word/document.xml"))
    return out.getvalue()


def fetching(content: bytes) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    more = f'<Relationship Id="rId99" Type="{kind}" Target="https://example.org/x.png" TargetMode="External"/></Relationships>'
    rels = part(content, "word/_rels/document.xml.rels").replace("</Relationships>", more)
    return with_part(content, "word/_rels/document.xml.rels", rels.encode())


FAULTY: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "leeg"),
    "text": (lambda _: b"Geachte heer, mevrouw", "geen Word-bestand"),
    "old": (lambda _: OLD, "oude versie van Word (.doc)"),
    "password": (lambda _: OLD + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "password in the archive": (locked, "wachtwoord"),
    "macros": (macros, "macro's"),
    "macros by type": (macro_type, "macro's"),
    "half": (lambda content: content[: len(content) // 2], "beschadigd"),
    "no body": (lambda content: with_part(content, "word/document.xml", b"<w:document"), "beschadigd"),
    "other xml": (lambda content: with_part(content, "word/document.xml", b"<a/>"), "beschadigd"),
    "entities": (lambda content: with_part(content, "word/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "beschadigd"),
    "spreadsheet": (spreadsheet, "geen Word-bestand"),
    "open document": (open_document, "geen Word-bestand"),
    "a part twice": (doubled, "beschadigd"),
    "bomb": (lambda content: with_part(content, "word/media/x.bin", b"\0" * 101_000_000), "te groot"),
    "from outside": (fetching, "haalt iets van buiten op (image)"),
    "many": (lambda content: many(content), "te groot"),
}


def many(content: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(2001):
            archive.writestr(f"word/{number}.txt", "")
    return out.getvalue()


@pytest.mark.parametrize("kind", FAULTY)
def test_what_cannot_be_a_template_is_refused_with_the_reason(kind: str) -> None:
    change, expected = FAULTY[kind]

    assert expected in refused(change(with_text("Boven")))


def test_a_file_larger_than_can_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_text("Boven")
    monkeypatch.setattr(template_module, "MOST_BYTES", len(content) - 1)

    assert "groter dan" in refused(content)


def test_a_broken_byte_anywhere_never_gives_another_error() -> None:
    content = with_text("{{titel}}", "{{inhoud}}")
    for at in range(0, len(content), max(len(content) // 60, 1)):
        changed = bytearray(content)
        changed[at] ^= 0xFF
        try:
            assert made(bytes(changed))
        except ToolboxError as fault:
            assert fault.hint or fault.message


def test_a_value_is_text_and_not_a_field_again() -> None:
    assert "Datum: {{titel}}" in texts(made(sample_template(), datum="{{titel}}"))


def test_two_sections_each_have_the_footer_once() -> None:
    def two(word: Word) -> None:
        word.add_paragraph("Eerste deel")
        word.add_section()
        word.add_paragraph("{{inhoud}}")

    word = opened(made(template_of(two)))

    assert word.sections[0].footer.paragraphs[0].text == " · ".join(FOOTER)
    assert word.sections[1].footer.is_linked_to_previous


def test_a_section_that_ends_at_the_field_keeps_its_page() -> None:
    def ending(word: Word) -> None:
        paragraph = word.add_paragraph("{{inhoud}}")
        paragraph._p.get_or_add_pPr().append(deepcopy(word.sections[0]._sectPr))
        word.add_paragraph("Bijlage")

    assert len(opened(made(template_of(ending))).sections) == 2


def test_a_link_in_the_letterhead_is_allowed_and_the_path_of_an_older_template_is_taken_away() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    def linked(word: Word) -> None:
        word.part.relate_to("https://example.org", f"{kind}hyperlink", is_external=True)
        word.part._settings_part.relate_to("file:///S:/sjablonen/oud.dotm", f"{kind}attachedTemplate", is_external=True)

    content = made(template_of(linked))

    assert "https://example.org" in all_xml(content)
    assert "oud.dotm" not in all_xml(content)


def test_large_type_enlarges_a_template_of_ordinary_size_and_leaves_one_that_is_large() -> None:
    def size(points: int) -> int:
        def sized(word: Word) -> None:
            size = word.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
            size.set(qn("w:val"), str(2 * points))

        content = to_docx(paper_of(short("Tekst."), large=True), Template(template_of(sized)))
        return int(value(etree.fromstring(part(content, "word/styles.xml").encode()).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")))

    assert (size(10), size(16)) == (28, 32)


def test_the_bookmarks_of_a_template_keep_their_numbers() -> None:
    def marked(word: Word) -> None:
        mark = OxmlElement("w:bookmarkStart")
        mark.set(qn("w:id"), "7")
        mark.set(qn("w:name"), "plek")
        word.add_paragraph("Boven")._p.append(mark)

    content = to_docx(paper_of(every_block()), Template(template_of(marked)))
    numbers = [value(item, "id") for item in opened(content).element.iter(f"{W}bookmarkStart")]

    assert numbers[0] == "7"
    assert len(numbers) == len(set(numbers)) == 4
