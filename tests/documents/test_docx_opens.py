"""Another program opens the Word files, and everything that was written comes out of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from every_block import every_block
from pypdf import PdfReader
from word_papers import MARK, paper_of

from toolbox_cli.reports.docx import Template, sample_template, to_docx
from toolbox_cli.reports.paper import Paper, Size

pytestmark = pytest.mark.slow
TOOL = shutil.which("soffice") or shutil.which("libreoffice")


def pages(content: bytes, folder: Path) -> list[str]:
    """Return the text of each page as LibreOffice prints it."""
    if TOOL is None:
        if os.environ.get("TOOLBOX_DOCUMENTS") == "1":
            pytest.fail("LibreOffice is not here, and TOOLBOX_DOCUMENTS=1 asks for it")
        pytest.skip("LibreOffice is not here")
    given = folder / "stuk.docx"
    given.write_bytes(content)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [TOOL, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(given)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [page.extract_text() for page in PdfReader(folder / "stuk.pdf").pages]


def words(text: str) -> str:
    """The text without spaces, for a line may break anywhere."""
    return "".join(text.split())


PAPERS = {
    "A4": (paper_of(every_block(figures=True)), None),
    "A5, large": (paper_of(every_block(), size=Size.A5, large=True), None),
    "template": (paper_of(every_block()), Template(sample_template(), fields={"datum": "3 maart 2026"})),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_everything_written_is_on_the_pages(kind: str, tmp_path: Path) -> None:
    paper, template = PAPERS[kind]
    found = pages(to_docx(paper, template), tmp_path)
    whole = words("".join(found))

    for text in _said(paper):
        assert words(text) in whole, text
    assert all(words(MARK) in words(page) for page in found)
    assert all(f"Bladzijde {number} van {len(found)}" in page for number, page in enumerate(found, start=1))
    assert all(len(words(page)) > 150 for page in found[:-1]), "an empty page"


def _said(paper: Paper) -> list[str]:
    said = [
        paper.title,
        "een streepje",
        "weer de tweede",
        "gesprek gevoerd",
        "de burgemeester",
        "blijkt uit feiten",
        "Jongerenwerk",
        "Einde.",
    ]
    return [*said, "Let op: Twee antwoorden zijn nog niet bekend.", *(figure.alt for figure in paper.document.figures())]


def test_a_word_longer_than_a_line_stays_on_the_page(tmp_path: Path) -> None:
    made = every_block()
    made.paragraph("begin" + "x" * 400 + "einde")
    made.table(["kolom", "andere"], [["begin" + "y" * 200 + "slot", "kort"]])
    whole = words("".join(pages(to_docx(paper_of(made)), tmp_path)))

    assert "x" * 30 in whole
    assert "einde" in whole
    assert "slot" in whole
    assert whole.count("y") >= 200
