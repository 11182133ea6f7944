"""What can be asked for: kinds of documents, formats, and who may see them. Nothing else is loaded here."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from toolbox_cli.reports.reader import Reader


class Kind(StrEnum):
    """The documents that a case gives."""

    ADVICE = "advice"
    ACTION_PLAN = "action-plan"
    REPORT_CARD = "meldkaart"
    DRAFT_DECISION = "draft-decision"
    AGENDA = "agenda"


class Format(StrEnum):
    """The formats; the value is also the extension of the file."""

    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


PUBLIC_READERS = (Reader.COUNCIL, Reader.RESIDENTS)


class Status(StrEnum):
    """Who may see a document; the word is printed on each page."""

    DRAFT = "concept"
    CONFIDENTIAL = "vertrouwelijk"
    PUBLIC = "openbaar"


def may_be_public(kind: Kind, readers: Collection[Reader]) -> bool:
    """Whether a document for these readers holds nothing confidential, so that it may have the status openbaar."""
    return kind is Kind.REPORT_CARD or (kind is Kind.ADVICE and set(readers) <= set(PUBLIC_READERS))
