"""A document to send as PDF/UA-1: tagged, so that a screen reader reads what the eye sees. The text goes in as data, never as code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolbox_cli.errors import ToolboxError
from toolbox_cli.reports.paper import Paper, Size
from toolbox_cli.reports.pdf_blocks import Room, block_data
from toolbox_cli.reports.pdf_font import BREAK, face, fitted, font_folder, install_hint, shown
from toolbox_cli.reports.safe import safe

if TYPE_CHECKING:
    import typst

POINTS = 72 / 25.4  # in a millimetre
SMALL = 0.92  # what tables are set in, of the running text
LARGE_PRINT, LARGE_FOOTER = 14.0, 8.0
FOOTER_PART, NARROW_FOOTER_PART = 0.8, 0.7  # of a line, beside the page number
NO_DAY = 0  # the moment in the file is always this one; the date of the document stands in its text
Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
_REASONS = {
    "missing alt text": "een figuur heeft geen tekst die zegt wat er te zien is",
    "skipped from heading level": "een kop slaat een niveau over",
    "heading title is empty": "een kop heeft geen tekst",
    "first heading must be": "het document begint niet met zijn titel",
    "missing document title": "het document heeft geen titel",
    "unknown font family": "de letters van de PDF zijn er niet",
    "could not be displayed": "een teken in de tekst staat niet in de letters van de PDF",
}


@dataclass(frozen=True)
class Sheet:
    """A page in millimetres and its type in points."""

    width: float
    height: float
    side: float
    type: float
    footer: float

    @property
    def line(self) -> float:
        """The length of a line in points."""
        return (self.width - 2 * self.side) * POINTS


SHEETS = {Size.A4: Sheet(210, 297, 23, 9.5, 7.5), Size.A5: Sheet(148, 210, 15, 9.5, 7.5)}


def to_pdf(paper: Paper) -> bytes:
    """Return the paper as an accessible PDF; the same paper gives the same bytes on every machine and day."""
    return typeset(paper_data(paper))


def paper_data(paper: Paper) -> Json:
    """Return all that the template sets: the page, what stands on each page, and the blocks."""
    title, sheet = _title(paper), SHEETS[paper.size]
    size = LARGE_PRINT if paper.large else sheet.type
    table_scale = 1.0 if paper.large else SMALL
    language, _, region = paper.language.partition("-")
    footer, mark = _footer(paper, sheet), fitted(paper.mark, sheet.line / size)
    top = 17 + _height(mark, size, sheet.line) if mark else 18
    bottom = 14 + _height(footer["text"], footer["size"], sheet.line * footer["part"])
    return {
        "title": title,
        "language": language,
        "region": region if len(region) == 2 else None,
        "rtl": paper.rtl,
        "page": {"width": sheet.width, "height": sheet.height, "side": sheet.side, "top": top, "bottom": bottom},
        "size": size,
        "table_scale": table_scale,
        "large": paper.large,
        "footer": footer | {"dutch": language == "nl"},
        "mark": mark,
        "blocks": block_data(paper.document.settled(), Room(sheet.line / size, sheet.line / size / table_scale)),
    }


def _footer(paper: Paper, sheet: Sheet) -> Json:
    size = LARGE_FOOTER if paper.large else sheet.footer
    part = NARROW_FOOTER_PART if paper.large or paper.size is Size.A5 else FOOTER_PART
    text = fitted(" · ".join(part for part in paper.footer if part), sheet.line * part / size)
    return {"text": text, "size": size, "part": part}


def _height(text: str, size: float, line: float) -> float:
    """About how high the text is in millimetres, on lines of `line` points."""
    return max(ceil(face(bold=True).width(text.replace(BREAK, "")) * size / line), 1) * size * 1.4 / POINTS


def typeset(data: Json, letters: Path | None = None) -> bytes:
    """Return what the template makes of the data with the letters in a folder; an error in Dutch when it cannot be made accessible."""
    compiler = _compiler(letters or font_folder())
    import typst

    try:
        found, warnings = compiler.compile_with_warnings(
            _template(),  # each time again: the compiler forgets it
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=NO_DAY,
            sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        raise _fault(error.message) from None
    if warnings:  # among them a typeface that is not there: the pages would be empty
        raise _fault(warnings[0].message)
    if not isinstance(found, bytes):
        raise _fault("no bytes")
    return found


def _title(paper: Paper) -> str:
    try:
        title = shown(paper.title)
    except StopIteration:
        title = ""
    if not title:
        raise ToolboxError(f"het document '{safe(paper.name)}' heeft geen titel", hint="het eerste blok is een kop van niveau 1")
    return title


@lru_cache(maxsize=1)
def _compiler(folder: Path) -> typst.Compiler:
    """One compiler for all papers: it has read the letters. It reads nothing but the template and those."""
    try:
        import typst
    except ImportError:
        raise ToolboxError("voor een PDF ontbreekt typst", hint=install_hint()) from None
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    return typst.Compiler(root=str(folder), font_paths=fonts, ignore_system_fonts=True)


@lru_cache(maxsize=1)
def _template() -> bytes:
    return files("toolbox_cli.reports").joinpath("paper.typ").read_bytes()


def _fault(message: str) -> ToolboxError:
    """The reason in Dutch; of a fault that nobody foresaw, what the library said goes along for who looks after the tool."""
    known = next((dutch for start, dutch in _REASONS.items() if start in message), "")
    unknown = f"; melding van typst: {safe(message)}"
    return ToolboxError(
        f"de PDF is niet gemaakt: {known or 'de tekst kon niet gezet worden'}",
        hint="kies --format docx of html" + ("" if known else unknown),
    )
