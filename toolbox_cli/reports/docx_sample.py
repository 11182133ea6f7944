"""The text of a template to start from; a municipality changes it in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolbox_cli.reports.docx_styles import Look
from toolbox_cli.reports.docx_xml import node, paragraph, text_run

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

LETTERHEAD = "[INVULLEN: logo en naam van de gemeente]"
LINES = (("Datum: ", "{{datum}}"), ("Status: ", "{{status}}"), ("Kenmerk: ", "{{kenmerk}}"))


def sample_body(look: Look) -> list[Node]:
    """Return the title, the lines under it and the place for the content, each with its field."""
    styles = ["Begrip"] * (len(LINES) - 1) + ["Normal"]  # with more room under the last
    lines = [_line(look, style, text_run(label, bold=True), text_run(field)) for style, (label, field) in zip(styles, LINES, strict=True)]
    return [_line(look, "heading 1", text_run("{{titel}}")), *lines, _line(look, "Normal", text_run("{{inhoud}}"))]


def sample_letterhead(look: Look) -> Node:
    """Return the line that says where the logo comes."""
    return _line(look, "header", text_run(LETTERHEAD))


def _line(look: Look, style: str, *content: Node) -> Node:
    return paragraph([node("pStyle", val=look.style(style))], content)
