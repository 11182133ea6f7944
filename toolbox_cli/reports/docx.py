"""A document to send as a Word file (.docx): real headings, lists and tables, readable by a screen reader, the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolbox_cli.reports.docx_blocks import Writer
from toolbox_cli.reports.docx_pack import modern_settings, packed, remove_traces, set_properties
from toolbox_cli.reports.docx_pages import room, set_direction, set_edges, set_size
from toolbox_cli.reports.docx_styles import enlarge, own_look, set_language, template_look
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.safe import safe
from toolbox_cli.reports.template import Template as Template
from toolbox_cli.reports.template import opened
from toolbox_cli.reports.template_fields import fill, place_of_content, says_title

if TYPE_CHECKING:
    from docx.document import Document as Word


def to_docx(paper: Paper, template: Template | None = None) -> bytes:
    """Return the paper as a Word document, in the style of the template when one is given; a faulty template is a ToolboxError."""
    word = _new(paper) if template is None else opened(template)
    look = own_look(word) if template is None else template_look(word)
    set_language(word, paper.language, rtl=paper.rtl)
    if paper.large:
        enlarge(word)
    _write(word, paper, Writer(word, look, *room(word), rtl=paper.rtl, large=paper.large), template)
    set_edges(word, paper, look)
    if paper.rtl:
        set_direction(word)
    remove_traces(word)
    set_properties(word, safe(paper.title), paper.language)
    return packed(word)


def _new(paper: Paper) -> Word:
    """An empty document without anything of the library's own example in it."""
    from docx import Document

    word = Document()
    settings = word.settings.element
    for child in list(settings):
        settings.remove(child)
    settings.extend(list(modern_settings()))
    numbering = word.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    set_size(word, paper.size)
    return word


def _write(word: Word, paper: Paper, writer: Writer, template: Template | None) -> None:
    """Put the blocks where they come; the title only once."""
    blocks = paper.document.settled()
    if template is not None and says_title(word):
        blocks = blocks[1:]
    writer.first_bookmark = _free_bookmark(word)
    place = place_of_content(word)
    for element in writer.write(blocks):
        place.addprevious(element)
    if template is not None:
        fill(word, paper, template, place)


def _free_bookmark(word: Word) -> int:
    from toolbox_cli.reports.docx_xml import full

    numbers = (item.get(full("id"), "0") for item in word.element.iter(full("bookmarkStart")))
    return 1 + max((int(number) for number in numbers if number.isdigit()), default=0)
