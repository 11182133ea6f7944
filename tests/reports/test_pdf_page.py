"""The page of a PDF: nothing runs off it, no heading stands alone at its foot, a row stays in one piece, and copied text is whole."""

from __future__ import annotations

import re

import pytest
from helpers import examples
from hypothesis import given as drawn
from hypothesis import strategies as st
from pdf_reading import Run, lines, reader_of, tags

from toolbox_cli.reports.document import Blank, Block, BulletList, Callout, Document, Heading, Line, Paragraph, Table, Terms, Tone
from toolbox_cli.reports.paper import Paper, Size, Status
from toolbox_cli.reports.pdf import SHEETS, to_pdf
from toolbox_cli.reports.pdf_font import BREAK, face, fitted
from toolbox_cli.reports.pdf_table import PADDING, column_widths

POINTS = 72 / 25.4
ROOM = 47.0
WORDS = (
    "https://voorbeeld.nl/" + "abcdefghij" * 20,
    "W" * 300,
    "m" * 90,
    "verantwoordelijkheidsgevoel" * 3,
    "1234567890" * 30,
    "x@" * 80,
    "é" * 200,
    "1111 /111111",
    "1234 )567890 ?123",
    " ".join(["1", *["/1"] * 60]),
)
SIZES = ((Size.A5, False), (Size.A4, True), (Size.A5, True))
WORD = st.text(alphabet="aeiouWMkln-./ é1Ж", min_size=1, max_size=90)


def pdf(*blocks: Block, size: Size = Size.A4, large: bool = False) -> bytes:
    return to_pdf(Paper("naam", Document([Heading("Titel", 1), *blocks]), Status.DRAFT, ("voet",), "merk", size, large))


def everywhere(text: str) -> tuple[Block, ...]:
    line = Line(text, (text,))
    return (
        Heading(text),
        Paragraph(line),
        BulletList((line,)),
        BulletList((line,), boxes=True),
        Terms(((text, line),)),
        Callout(Tone.NOTE, line),
        Blank(text, (text,)),
        Table((text, "b", text), ((text, "kort", text), ("kort", text, "kort"))),
        Table(("nr", *"abcde"), (("1", *[text] * 5),)),
    )


def outside(content: bytes, side: float) -> list[Run]:
    """What starts or ends off the lines, by a point or more."""
    reader = reader_of(content)
    width = float(reader.pages[0].mediabox[2])
    letters = {False: face().widths, True: face(bold=True).widths}
    return [
        run
        for run in lines(reader)
        if run.x < side * POINTS - 1
        or run.x + sum(letters[run.bold].get(ord(sign), 0) for sign in run.text.rstrip()) * run.size > width - side * POINTS + 1
    ]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word[:12])
@pytest.mark.parametrize(("size", "large"), [(Size.A4, False), *(pytest.param(*how, marks=pytest.mark.slow) for how in SIZES)])
def test_a_word_that_is_too_long_stays_on_the_page(word: str, size: Size, large: bool) -> None:
    assert outside(pdf(*everywhere(f"een {word} twee"), size=size, large=large), SHEETS[size].side) == []


@drawn(WORD.filter(lambda text: bool(re.search(r"\w", text))))
@examples(100)
def test_no_text_runs_off_the_page(text: str) -> None:
    assert outside(pdf(*everywhere(text), size=Size.A5), SHEETS[Size.A5].side) == []


def test_a_word_that_was_broken_is_whole_when_copied() -> None:
    word = WORDS[0]
    found = tags(reader_of(pdf(Paragraph(Line(f"zie {word} daar")), Table(("a", "b"), ((word, "kort " * 40),)))))

    assert found.texts("P")[1] == f"zie {word} daar"
    assert found.texts("TD")[0].replace(" ", "") == word
    assert BREAK not in found.text()


def test_a_word_that_fits_is_left_alone() -> None:
    assert fitted("kort en verantwoordelijkheidsgevoel", 30) == "kort en verantwoordelijkheidsgevoel"
    assert fitted("kort", 1) == BREAK.join("kort")
    assert fitted("e\u0301e\u0301", 0.5) == f"e\u0301{BREAK}e\u0301"


@pytest.mark.parametrize("before", range(34, 48, 2))
def test_no_heading_stands_alone_at_the_foot_of_a_page(before: int) -> None:
    """Nor a header without a row."""
    blocks = (BulletList(tuple(Line(f"regel {at}") for at in range(before))), Heading("Kop"), Table(("hoofd", "b"), (("rij", "1"),) * 4))
    runs = lines(reader_of(pdf(*blocks)))
    heading, header, row = (next(run.page for run in runs if run.text == text) for text in ("Kop", "hoofd", "rij"))

    assert heading == header == row


def test_a_row_stays_in_one_piece_and_each_page_has_the_header() -> None:
    rows = tuple((str(at), f"begin{at} " + "woord " * (at % 40 + 30) + f"eind{at}") for at in range(60))
    reader = reader_of(pdf(Table(("nr", "tekst"), rows)))
    pages = [page.extract_text() for page in reader.pages]

    assert len(pages) > 2
    for at in range(60):
        assert [f"begin{at} " in page for page in pages] == [bool(re.search(rf"eind{at}\b", page)) for page in pages]
    assert all("tekst" in page for page in pages)
    assert len(tags(reader).texts("TH")) == 2


def test_a_row_or_callout_higher_than_a_page_goes_on_where_it_must() -> None:
    much = "woord " * 3000 + "slot"
    for block in (Table(("a", "b"), ((much, "x"),)), Table((much, "b"), (("x", "y"),)), Callout(Tone.NOTE, Line(much)), Blank(much)):
        reader = reader_of(pdf(block))

        assert len(reader.pages) > 2
        assert "slot" in " ".join(page.extract_text() for page in reader.pages)
        assert {run.page for run in lines(reader) if run.y < 14 * POINTS and "woord" in run.text} == set()


def test_short_columns_take_what_they_need() -> None:
    found = column_widths(("soort", "aantal"), (("winkeldiefstal", "12"), ("vernieling", "3")), ROOM)

    assert sum(found) < ROOM / 2
    assert found[0] > face().width("winkeldiefstal")


def test_long_columns_share_the_line_by_what_they_say() -> None:
    row = ("1", "lang " * 60, "lang " * 30, "kort")
    nr, most, half, short = found = column_widths(("nr", "a", "b", "c"), (row,), ROOM)

    assert sum(found) == pytest.approx(ROOM, abs=0.1)
    assert most / half == pytest.approx(2, abs=0.2)
    assert (nr - PADDING, short - PADDING) == (
        pytest.approx(face(bold=True).width("nr"), abs=0.1),
        pytest.approx(face().width("kort"), abs=0.1),
    )


@pytest.mark.parametrize("count", range(1, 31))
def test_columns_never_take_more_than_the_line(count: int) -> None:
    rows = tuple(tuple("verantwoordelijkheid " * (at % 5 + row) for at in range(count)) for row in range(3))

    found = column_widths(("hoofd",) * count, rows, ROOM)

    assert sum(found) <= ROOM + 0.01
    assert min(found) > PADDING or count > 25


def test_in_a_narrow_column_a_word_that_fits_is_not_hyphenated() -> None:
    row = ("niet ingevuld",) * 6
    found = reader_of(pdf(Table(("maatregel", "probleem", "besluit", "eigenaar", "start", "evaluatie"), (("lang " * 30, *row[1:]), row))))

    assert "inge" not in {word.strip("\u00ad-") for page in found.pages for word in page.extract_text().split()}
