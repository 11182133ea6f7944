"""What is kept of a text of the law that was read: no words, only what tells whether it is still the same."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from toolbox_cli.model.base import Record, Slug

Paragraph = Annotated[str, StringConstraints(pattern=r"^\d{1,3}[a-z]{0,2}$")]
PartHash = Annotated[str, StringConstraints(pattern=r"^(aanhef|[0-9a-z°]{1,6}(-[0-9a-z°]{1,6})*) [0-9a-f]{16}$")]


class Fingerprint(Record):
    """The parts of one article as it was read, in order: each with its number and a hash of its words.

    The list of numbers is the structure (leden, letters), the hashes are the text; `paragraphs` names the leden that were
    read when that was not the whole article.
    """

    article: Slug
    read: date
    paragraphs: tuple[Paragraph, ...] = ()
    parts: Annotated[tuple[PartHash, ...], Field(min_length=1)]
