"""A document to send: what it says, and what stands on each page of it, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolbox_cli.reports.document import Document, Heading
from toolbox_cli.reports.plan_kinds import Status as Status

LANGUAGE = "nl-NL"


class Size(StrEnum):
    """The paper it is printed on."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to send; its first block is the title, and no heading skips a level.

    `name` is the file name without extension. `mark` stands at the top of each page, `footer` at the bottom, before the page number where
    there are pages. `large` asks for large type. `language` is that of the text, right to left for `rtl`. `fields` are what a template
    of the municipality can ask for by name, beside the title and the status.
    """

    name: str
    document: Document
    status: Status
    footer: tuple[str, ...]
    mark: str = ""
    size: Size = Size.A4
    large: bool = False
    language: str = LANGUAGE
    rtl: bool = False
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The title: the first heading."""
        return next(block.text for block in self.document.blocks if isinstance(block, Heading))
