"""A document to send in one of the four formats; each format loads its library only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never

from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.plan_kinds import Format

if TYPE_CHECKING:
    from toolbox_cli.reports.template import Template


LIBRARIES: dict[Format, tuple[str, ...]] = {
    Format.MARKDOWN: (),
    Format.HTML: (),
    Format.DOCX: ("docx",),
    Format.PDF: ("typst", "matplotlib", "fontTools"),  # its letters are those of matplotlib
}


def render(paper: Paper, form: Format, template: Template | None = None) -> bytes:
    """Return the document as the bytes of a file, the same bytes each time; a template is for DOCX only."""
    match form:
        case Format.MARKDOWN:
            from toolbox_cli.reports.markdown import paper_to_markdown

            return paper_to_markdown(paper).encode()
        case Format.HTML:
            from toolbox_cli.reports.html import to_html

            return to_html(paper).encode()
        case Format.DOCX:
            from toolbox_cli.reports.docx import to_docx

            return to_docx(paper, template)
        case Format.PDF:
            from toolbox_cli.reports.pdf import to_pdf

            return to_pdf(paper)
        case _:
            assert_never(form)


def render_all(wanted: Sequence[tuple[Paper, Format]], template: Template | None = None) -> list[bytes]:
    """Return the bytes of each file, in order; PDFs are set in a thread beside the rest, for their library lets other work go on."""
    if sum(form is Format.PDF for _, form in wanted) < 2:
        return [render(paper, form, template) for paper, form in wanted]
    from concurrent.futures import ThreadPoolExecutor

    from toolbox_cli.reports.pdf import paper_data, typeset

    beside = ThreadPoolExecutor(1)  # one, for all PDFs share a compiler
    try:
        pdfs = {at: beside.submit(typeset, paper_data(paper)) for at, (paper, form) in enumerate(wanted) if form is Format.PDF}
        rest = {at: render(paper, form, template) for at, (paper, form) in enumerate(wanted) if form is not Format.PDF}
        return [pdfs[at].result() if at in pdfs else rest[at] for at in range(len(wanted))]
    finally:
        beside.shutdown(cancel_futures=True)
