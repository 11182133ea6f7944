"""What can be asked for: kinds of documents, formats, and who may see them. Nothing else is loaded here."""

from __future__ import annotations

from enum import StrEnum


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


class Status(StrEnum):
    """Who may see a document; the word is printed on each page."""

    DRAFT = "concept"
    CONFIDENTIAL = "vertrouwelijk"
    PUBLIC = "openbaar"
