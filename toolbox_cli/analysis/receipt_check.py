"""Whether a receipt belongs to an advice, and if not which part differs. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolbox_cli.analysis.receipt import DIGITS, Receipt

_CODE = re.compile(rf"([^/\s]+)/([^/\s]+)-([0-9a-f]{{{DIGITS}}})/([0-9a-f]{{{DIGITS}}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Told:
    """What a receipt code says."""

    tool: str
    content: str
    content_hash: str
    answers_hash: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A receipt of then beside the one of now, part by part."""

    told: Told
    now: Receipt

    @property
    def tool(self) -> bool:
        """Whether the program is the same."""
        return self.told.tool == self.now.tool

    @property
    def content(self) -> bool:
        """Whether the content is the same, to the letter."""
        return (self.told.content, self.told.content_hash) == (self.now.content, self.now.content_hash)

    @property
    def answers(self) -> bool:
        """Whether the answers are the same."""
        return self.told.answers_hash == self.now.answers_hash

    @property
    def same(self) -> bool:
        """Whether everything is, so that the advice is too."""
        return self.tool and self.content and self.answers


def told_by(code: str) -> Told | None:
    """Return what a receipt code says; None when it is no receipt code."""
    found = _CODE.fullmatch(code.strip().rstrip(":.,"))
    return Told(*found.groups()) if found else None
