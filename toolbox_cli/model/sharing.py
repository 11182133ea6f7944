"""Who may give which information about persons to whom, on which ground."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Record, Slug, SourceRef, Statement, Text


class SharingAnswer(StrEnum):
    """Never a plain yes, and never a plain no: both depend on what stands below it. What has no record is unknown."""

    IF = "if"
    NOT_UNLESS = "not_unless"


class Sharing(Record):
    """One kind of information that a giver may share with a receiver under conditions, or may not share unless they are met."""

    id: Slug
    givers: Annotated[tuple[Slug, ...], Field(min_length=1)]
    receivers: Annotated[tuple[Slug, ...], Field(min_length=1)]
    what: Text
    answer: SharingAnswer
    ground: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    conditions: Annotated[tuple[Statement, ...], Field(min_length=1)]
    note: Statement | None = None
    source: tuple[SourceRef, ...]


class SharingRule(Statement):
    """Something that holds whoever gives and whoever receives."""

    id: Slug


class SharingDefault(Statement):
    """What is said about a pair without a record: unknown, and whom to ask."""

    brief: Text
    ask: Slug
