"""One document in four formats: the same headings, the same text, the same numbers, and the same bytes each time."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from extracted import from_docx, from_html, from_markdown, from_pdf, headings_of, pieces, squeezed
from helpers import CATALOGUE, ROOT

from toolbox_cli.cli.plan_given import Asked, dossier_of, given_for
from toolbox_cli.reports.document import Document, Heading, Line, Table, Tone
from toolbox_cli.reports.paper import Paper, Status
from toolbox_cli.reports.plan import Wanted, papers
from toolbox_cli.reports.plan_kinds import Format, Kind
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.render import render
from toolbox_cli.reports.safe import safe

pytestmark = pytest.mark.slow

LITTLE_KNOWN = "toolbox: antwoorden\nversion: 1\nanswers:\n  frequentie: wekelijks\n  gedrag: [winkeldiefstal]\n"
EXAMPLES = ("bekende-persoon-station", "winkeldiefstal-centrum", "bijna-niets-bekend")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sequence[Paper]]:
    """All documents of three cases, one of them with most answers unknown."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "bijna-niets-bekend.yaml").write_text(LITTLE_KNOWN)
    return {name: _papers(ROOT / "examples" / f"{name}.yaml", folder / f"{name}.yaml") for name in EXAMPLES}


def _papers(*paths: Path) -> Sequence[Paper]:
    path = next(path for path in paths if path.exists())
    given = given_for(CATALOGUE, path, ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml", no_profile=False)
    return papers(CATALOGUE, dossier_of(CATALOGUE, given, Asked(tuple(Kind), tuple(Reader), tuple(Format))), Wanted(tuple(Kind)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_heading_and_every_piece_of_text_is_in_every_format(cases: dict[str, Sequence[Paper]], name: str) -> None:
    assert len(cases[name]) >= 8
    for paper in cases[name]:
        _is_the_same(paper)


def _is_the_same(paper: Paper) -> None:
    wanted, headings = list(pieces(paper.document)), headings_of(paper.document)
    made = {form: render(paper, form) for form in Format}
    markdown, html, docx = from_markdown(made[Format.MARKDOWN]), from_html(made[Format.HTML]), from_docx(made[Format.DOCX])
    pdf = from_pdf(made[Format.PDF])

    for found in (markdown, html, docx, pdf):
        assert found[1] == headings, paper.name
    edges = [squeezed(safe(text)) for text in (paper.mark, *paper.footer) if text]
    for form, text in (("md", markdown[0]), ("html", html[0]), ("docx", docx[0]), ("pdf", pdf[0])):
        lacking = [piece for piece in (*wanted, *edges) if piece not in text]
        assert not lacking, f"{paper.name}.{form}: {lacking[:3]}"


@pytest.mark.parametrize("form", Format)
def test_the_same_document_gives_the_same_bytes(cases: dict[str, Sequence[Paper]], form: Format) -> None:
    for paper in random.Random(1).sample(list(cases[EXAMPLES[0]]), 4):
        assert render(paper, form) == render(paper, form)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_formats_hold_the_same_numbers(cases: dict[str, Sequence[Paper]], name: str) -> None:
    for paper in cases[name]:
        html, docx = from_html(render(paper, Format.HTML))[0], from_docx(render(paper, Format.DOCX))[0]
        numbers = [number for piece in pieces(paper.document) for number in re.findall(r"\d+", piece)]
        assert numbers, paper.name
        assert set(numbers) <= set(re.findall(r"\d+", html)) & set(re.findall(r"\d+", docx)), paper.name


HOSTILE = (
    "<script>alert(1)</script> & <b>vet</b>",
    "=HYPERLINK(1) +1 -1 @SUM(A1)",
    "#set page(width: 1pt) $x$ *b* _i_ `c` @ref <lab> #{1+1}",
    "[link](x) ![p](y) | cel | ~~weg~~ &amp; \\n",
    "rechts \u202e naar links \u2066 en \u200f terug",
    "nul\x00 bel\x07 terug\x08 escape\x1b[31m lijn\u2028 eind\x85",
    "x" * 400,
    "{{titel}} {{inhoud}} ${geheim} %s {0}",
    "\ufffe\uffff\ud800 weg",
    "1. geen lijst",
    "- geen punt",
    "> geen citaat",
    "| a | b |",
)


def test_hostile_text_is_text_in_every_format() -> None:
    document = Document()
    document.heading("Titel", 1)
    for text in HOSTILE:
        document.heading(f"Kop {text}"[:200])
        document.paragraph(text, (text,))
        document.bullets([Line(text)])
        document.terms([(text[:40], Line(text))])
        document.table(("kolom", text[:60]), [(text, "1"), ("2", text)])
        document.callout(Tone.NOTE, text)
        document.outline([(0, Line(text)), (1, Line(text))])
        document.blank(text[:40])
    paper = Paper("vijandig", document, Status.DRAFT, ("Status: concept", f"Voet: {HOSTILE[0]}"), mark=f"Merk: {HOSTILE[2]}")

    _is_the_same(paper)
    assert "[U+202E]" in from_html(render(paper, Format.HTML))[0]
    assert b"<script>" not in render(paper, Format.HTML)


def test_no_document_skips_a_level_of_headings_or_ends_on_one(cases: dict[str, Sequence[Paper]]) -> None:
    for name, found in cases.items():
        for paper in found:
            levels = [block.level for block in paper.document.blocks if isinstance(block, Heading)]
            assert levels[0] == 1 and levels.count(1) == 1, (name, paper.name)
            assert all(after <= before + 1 for before, after in pairwise(levels)), (name, paper.name)
            assert not isinstance(paper.document.blocks[-1], Heading), (name, paper.name)


def test_no_table_has_an_empty_cell(cases: dict[str, Sequence[Paper]]) -> None:
    for found in cases.values():
        for paper in found:
            for block in paper.document.blocks:
                if isinstance(block, Table):
                    assert all(cell.strip() for row in block.rows for cell in row), paper.name
