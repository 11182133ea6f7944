"""The HTML page: whole, well formed, all text of the other formats in it, and whatever stands in a document is text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from every_block import every_block, every_paper
from markdown_it import MarkdownIt

from toolbox_cli.reports.document import BulletList, Document, Heading, Line, Table, Tone
from toolbox_cli.reports.html import to_html
from toolbox_cli.reports.html_table import column_widths, shared
from toolbox_cli.reports.markdown import BLANK, paper_to_markdown
from toolbox_cli.reports.paper import Paper, Size, Status

VOID = {"meta", "img", "hr", "col", "br"}
HOSTILE = [
    "<script>alert(1)</script>", "</style><b>", "</p></main>", '" onload="x', "' x='", "&lt;b&gt; &amp;", "<!-- x -->", "]]>", "{}};", "\\",
    "\u202eom\u202c", "a\x00b\x1b[0m", "a\u2028b", "a" * 300, "*/ } body { x }", "العربية", "\ud800", "%s {0}",
]  # fmt: skip


class Page(HTMLParser):
    """A page read back: each element with what it is in, its attributes and its text; an element that is not closed fails."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[int] = []
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self.inside: list[tuple[str, ...]] = []
        self.style = ""
        self.feed(page)
        self.close()
        assert not self.open, [self.found[at][0] for at in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.inside.append(tuple(self.found[at][0] for at in self.open))
        self.found.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in VOID:
            self.open.append(len(self.found) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.found[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.found[self.open[-1]][0] == "style":
            self.style += data
            return
        for at in self.open:
            self.found[at][2].append(data)

    def all(self, *tags: str) -> list[tuple[str, dict[str, str], str]]:
        return [(tag, attributes, " ".join("".join(text).split())) for tag, attributes, text in self.found if not tags or tag in tags]

    def texts(self, *tags: str) -> list[str]:
        return [text for _, _, text in self.all(*tags)]


def page_of(document: Document, **more: object) -> Page:
    return Page(to_html(replace(Paper("proef", document, Status.PUBLIC, ("Kenmerk 1",)), **more)))  # type: ignore[arg-type]


def everywhere(text: str) -> Document:
    document = Document()
    document.heading(f"x{text}", 1)
    document.contents()
    document.heading(f"x{text}")
    document.paragraph(f"x{text}", [f"x{text}"])
    document.bullets([Line(f"x{text}")])
    document.bullets([Line(f"x{text}")], boxes=True)
    document.terms([(f"x{text}", Line(f"x{text}"))])
    document.callout(Tone.NOTE, f"x{text}")
    document.table((f"x{text}", "b", "c", "d", "e", "f"), [(f"x{text}", "b" * 20, "c" * 20, "d" * 20, "e" * 20, "f")])
    document.outline([(0, Line(f"x{text}")), (1, Line(f"x{text}"))])
    document.blank(f"x{text}", (f"x{text}",))
    return document


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_a_page_has_its_language_its_title_and_its_landmarks() -> None:
    page = Page(to_html(every_paper()))
    tags = [tag for tag, _, _ in page.all()]

    assert page.all("html")[0][1] == {"lang": "nl-NL"}
    assert page.texts("title") == ["Advies over overlast in Voorbeeldstad"]
    assert [tags.count(tag) for tag in ("header", "main", "footer", "h1", "nav")] == [1, 1, 1, 1, 1]
    assert page.texts("header") == ["Voorbeeld met verzonnen gegevens"]
    assert [text for (tag, _, text), inside in zip(page.all(), page.inside, strict=True) if tag == "p" and "footer" in inside] == [
        "Kenmerk 12-34", "Voorbeeldstad", "Opgemaakt op 3 februari 2026", "Concept",
    ]  # fmt: skip


def test_a_status_that_the_footer_says_is_not_said_twice() -> None:
    page = page_of(every_block(), footer=("Status: openbaar.",))

    assert page.texts("footer") == ["Status: openbaar."]


def test_a_page_without_a_mark_has_no_header() -> None:
    assert page_of(every_block()).texts("header") == []


def test_a_page_that_reads_from_the_right_says_so() -> None:
    page = page_of(every_block(), rtl=True, language="ar")

    assert page.all("html")[0][1] == {"lang": "ar", "dir": "rtl"}
    assert "@bottom-right { content:" in page.style and "@bottom-left { content: counter(page)" in page.style


def test_nothing_comes_from_elsewhere_and_nothing_runs() -> None:
    page = Page(to_html(every_paper()))
    sources = [attributes[name] for _, attributes, _ in page.all() for name in ("src", "href") if name in attributes]

    assert {tag for tag, _, _ in page.all()}.isdisjoint({"script", "link", "iframe", "object", "base", "form", "svg"})
    assert sources and all(source.startswith(("#", "data:image/svg+xml;base64,")) for source in sources)
    assert [name for _, attributes, _ in page.all() for name in attributes if name.startswith("on")] == []
    assert "url(" not in page.style and "@import" not in page.style
    assert len(page.all("style")) == 1


def test_the_same_paper_gives_the_same_page() -> None:
    assert to_html(every_paper()) == to_html(every_paper())


def test_all_text_of_the_markdown_stands_on_the_page() -> None:
    paper = every_paper()
    told = squeezed("".join(Page(to_html(paper)).texts("body")))
    tokens = MarkdownIt("commonmark").enable("table").parse(paper_to_markdown(paper))
    parts = ["".join(child.content or " " for child in token.children or ()) for token in tokens if token.type == "inline"]
    words = [re.sub(r"\[ ?\]", "☐", part.replace(BLANK, "")).rstrip() for part in parts]

    assert len(words) > 60
    assert [part for part in words if squeezed(part) not in told and squeezed(part.replace(":", "", 1)) not in told] == []


def test_headings_come_in_the_order_of_the_document_and_skip_no_level() -> None:
    page = Page(to_html(every_paper()))
    headings = [(int(tag[1]), text) for tag, _, text in page.all("h1", "h2", "h3", "h4", "h5", "h6")]

    assert headings == [(block.level, block.text) for block in every_block(figures=True).blocks if isinstance(block, Heading)]
    assert all(then <= before + 1 for (before, _), (then, _) in pairwise(headings))


def test_every_link_of_the_contents_leads_to_its_own_heading_also_when_headings_are_alike() -> None:
    document = Document()
    document.heading("Inhoud a 2", 1)
    document.heading("Ervoor")
    document.contents()
    for text in ("A", "a!", "a 2", "…", "?"):
        document.heading(text)
    page = page_of(document)
    names = [attributes["id"] for _, attributes, _ in page.all("h1", "h2")]

    assert len(set(names)) == len(names)
    assert [(attributes["href"], text) for _, attributes, text in page.all("a")] == [
        ("#a", "A"), ("#a-2", "a!"), ("#a-2-2", "a 2"), ("#deel", "…"), ("#deel-2", "?"),
    ]  # fmt: skip
    assert names[2:] == ["a", "a-2", "a-2-2", "deel", "deel-2"]


def test_the_name_of_a_heading_stays_when_something_is_put_in_front() -> None:
    document = every_block()
    before = [attributes["id"] for _, attributes, text in page_of(document).all("h2") if text == "Tabel"]
    document.blocks.insert(1, Heading("Nieuw"))

    assert before == [attributes["id"] for _, attributes, text in page_of(document).all("h2") if text == "Tabel"] == ["tabel"]


def test_an_outline_is_a_list_within_a_list() -> None:
    document = Document()
    document.heading("T", 1)
    document.outline([(0, Line("a")), (1, Line("b")), (3, Line("c")), (1, Line("d")), (0, Line("e"))])
    page = page_of(document)
    depths = {text.split()[0]: inside.count("ul") for (tag, _, text), inside in zip(page.all(), page.inside, strict=True) if tag == "li"}

    assert depths == {"a": 1, "b": 2, "c": 3, "d": 2, "e": 1}


def test_a_box_is_seen_and_not_read_aloud() -> None:
    page = Page(to_html(every_paper()))

    assert {
        (attributes.get("aria-hidden"), text) for _, attributes, text in page.all("span") if "☐" in text and "box" in attributes["class"]
    } == {("true", "☐")}
    assert [text for tag, _, text in page.all("li") if text.startswith("☐")] == ["☐ dossier compleet", "☐ gesprek gevoerd"]


def test_room_to_write_is_a_line_behind_its_label_and_no_empty_cell() -> None:
    page = Page(to_html(every_paper()))

    assert [text for _, attributes, text in page.all("p") if attributes.get("class") == "blank"] == ["Naam van de functie:"]
    assert [attributes["aria-hidden"] for _, attributes, _ in page.all("span") if attributes.get("class") == "line"] == ["true"]
    assert "Akkoord? ☐ ja ☐ nee" in page.texts("p")


def test_a_figure_has_its_message_in_words_in_the_picture_and_its_numbers_below() -> None:
    page = Page(to_html(every_paper()))
    figures, pictures = every_block(figures=True).figures(), page.all("img")

    assert [attributes["alt"] for _, attributes, _ in pictures] == [figure.alt for figure in figures]
    assert page.texts("figcaption") == [f"{figure.title}: {figure.alt}" for figure in figures]
    assert len(page.all("figure")) == len(figures) == 4
    labels = {attributes["id"]: text for _, attributes, text in page.all() if "id" in attributes}
    tables = [attributes["aria-labelledby"] for _, attributes, _ in page.all("table") if "aria-labelledby" in attributes]
    assert [labels[name] for name in tables] == [f"{figure.title}:" for figure in figures]


def test_every_column_has_a_header_and_every_row_that_has_a_name_of_its_own() -> None:
    document = Document()
    document.heading("T", 1)
    document.table(("wie", "aantal"), [("a", "1"), ("b", "2")])
    document.table(("wie", ""), [("a", "1"), ("a", "2")])
    scopes = [(attributes["scope"], text) for _, attributes, text in page_of(document).all("th")]

    assert scopes == [("col", "wie"), ("col", "aantal"), ("row", "a"), ("row", "b"), ("col", "wie")]


def test_a_wide_table_can_be_scrolled_with_the_keyboard_and_has_a_name_then() -> None:
    page = Page(to_html(every_paper()))

    assert [(attributes["tabindex"], attributes["aria-label"]) for tag, attributes, _ in page.all("div") if "tabindex" in attributes] == [
        ("0", "Breed")
    ]


def test_a_column_is_never_narrower_than_its_longest_word_while_there_is_room() -> None:
    needs, wants = column_widths(Table(("nr", "wat"), (("1", "gebiedsverbod " * 20), ("2", "kort"))))
    widths = shared(needs, wants, 60)

    assert widths[0] >= len("nr") and widths[1] >= len("gebiedsverbod")
    assert sum(widths) == pytest.approx(60)
    assert shared(needs, wants, 5) == needs


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_stands_in_a_document_is_text(text: str) -> None:
    hostile = Page(to_html(Paper("p", everywhere(text), Status.PUBLIC, (f"x{text}",), mark=f"x{text}")))
    plain = Page(to_html(Paper("p", everywhere("a"), Status.PUBLIC, ("xa",), mark="xa")))

    assert [tag for tag, _, _ in hostile.all()] == [tag for tag, _, _ in plain.all()]
    assert [set(attributes) for _, attributes, _ in hostile.all()] == [set(attributes) for _, attributes, _ in plain.all()]
    assert hostile.style.count("{") == plain.style.count("{") and hostile.style.count('"') == plain.style.count('"')
    shown = hostile.texts("h1")[0]
    assert hostile.texts("title", "h2", "dt") == [shown] * 3
    assert (
        re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\ud800-\udfff]", to_html(Paper("p", everywhere(text), Status.PUBLIC, ())))
        is None
    )


def test_a_sign_that_turns_the_direction_is_made_visible() -> None:
    assert page_of(everywhere("\u202eom")).texts("h1") == ["x[U+202E]om"]


@pytest.mark.parametrize(("size", "large", "points"), [(Size.A4, False, "10.5pt"), (Size.A4, True, "14pt"), (Size.A5, True, "14pt")])
def test_the_page_is_as_large_as_asked_and_so_is_the_type(size: Size, large: bool, points: str) -> None:
    style = page_of(every_block(), size=size, large=large).style

    assert f"@page {{ size: {size.value} portrait;" in style
    assert f":root {{ font-size: {points}; }}" in style


def test_what_stands_on_each_printed_page_stands_in_its_margin() -> None:
    style = page_of(every_block(), mark='Concept "B&W"', footer=("Kenmerk 1", "Voorbeeldstad")).style

    assert 'content: "Kenmerk 1 · Voorbeeldstad · Openbaar";' in style
    assert '@top-left { content: "Concept \\22 B\\26 W\\22 ";' in style


def test_the_long_lists_of_a_document_are_lists_of_the_right_kind() -> None:
    lists = [block for block in every_block(figures=True).blocks if isinstance(block, BulletList)]
    tags = [tag for tag, _, _ in Page(to_html(every_paper())).all("ol")]

    assert len(tags) == sum(block.numbered for block in lists) == 2
