"""A document to send as a Word file (.docx): real headings, lists and tables, readable by a screen reader, the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolbox_cli.reports.document import Heading
from toolbox_cli.reports.docx_blocks import Writer
from toolbox_cli.reports.docx_pack import modern_settings, packed, remove_traces, set_properties, texts
from toolbox_cli.reports.docx_pages import room, set_direction, set_edges, set_size
from toolbox_cli.reports.docx_sample import sample_body, sample_letterhead
from toolbox_cli.reports.docx_styles import enlarge, own_look, set_language, template_look
from toolbox_cli.reports.docx_xml import full
from toolbox_cli.reports.paper import LANGUAGE, Paper, Size
from toolbox_cli.reports.safe import safe
from toolbox_cli.reports.template import Template as Template
from toolbox_cli.reports.template import opened
from toolbox_cli.reports.template_fields import fill, leave, place_of_content, says_title

if TYPE_CHECKING:
    from docx.document import Document as Word


def to_docx(paper: Paper, template: Template | None = None) -> bytes:
    """Return the paper as a Word document, in the style of the template when one is given; a faulty template is a ToolboxError."""
    word = _new(paper.size) if template is None else opened(template)
    look = own_look(word) if template is None else template_look(word)
    if paper.large:
        enlarge(word)
    set_language(word, paper.language, rtl=paper.rtl)
    _write(word, paper, Writer(word, look, *room(word), rtl=paper.rtl, large=paper.large), template)
    set_edges(word, paper, look)
    if paper.rtl:
        set_direction(word)
    remove_traces(word)
    set_properties(word, safe(paper.title), paper.language)
    return packed(word)


def sample_template() -> bytes:
    """Return a template to start from: all fields and all styles, with a place for the logo of the municipality."""
    word = _new(Size.A4)
    look = own_look(word)
    set_language(word, LANGUAGE, rtl=False)
    for element in sample_body(look):
        place_of_content(word).addprevious(element)
    word.sections[0].header.is_linked_to_previous = False
    top = word.sections[0].header._element
    for empty in list(top):
        top.remove(empty)
    top.append(sample_letterhead(look))
    set_properties(word, "Sjabloon", LANGUAGE)
    remove_traces(word)
    return packed(word)


def _new(size: Size) -> Word:
    """An empty document without anything of the library's own example in it."""
    from docx import Document

    word = Document()
    settings = word.settings.element
    del settings[:]
    settings.extend(list(modern_settings()))
    del word.part.numbering_part.element[:]
    set_size(word, size)
    return word


def _write(word: Word, paper: Paper, writer: Writer, template: Template | None) -> None:
    """Put the blocks where they come; the title only once."""
    from docx.oxml.ns import qn

    blocks = paper.document.settled()
    if template is not None and says_title(word):
        title = next(at for at, block in enumerate(blocks) if isinstance(block, Heading))
        blocks = (*blocks[:title], *blocks[title + 1 :])
    writer.first_bookmark = _free_number(word, full("bookmarkStart"), full("id"))
    writer.first_picture = _free_number(word, qn("wp:docPr"), "id")
    place = place_of_content(word)
    if template is not None:
        fill(word, paper, template)  # before the content, in which braces are text
    for element in writer.write(blocks):
        place.addprevious(element)
    leave(place)


def _free_number(word: Word, element: str, attribute: str) -> int:
    """The first number that no such element of a template has."""
    numbers = (item.get(attribute, "0") for root in texts(word) for item in root.iter(element))
    return 1 + max((int(number) for number in numbers if number.isdigit()), default=0)
