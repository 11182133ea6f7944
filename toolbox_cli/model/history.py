"""The versions of the content: what each made new, gave another name or removed, of all that stands in files of users."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from toolbox_cli.model.base import Record, Text

Version = Annotated[str, StringConstraints(pattern=r"^\d{1,4}(\.\d{1,4}){1,3}$")]
AnyId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?$")]


class Renamed(Record):
    """One id and the one that means the same from this version on."""

    old: Annotated[AnyId, Field(alias="from")]
    new: Annotated[AnyId, Field(alias="to")]


class Removed(Record):
    """An id that went, why, and what to answer or look at instead."""

    id: AnyId
    because: Text
    instead: tuple[AnyId, ...] = ()


class Changes(Record):
    """What one version did to the ids of one kind."""

    new: tuple[AnyId, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    removed: tuple[Removed, ...] = ()


class AnswerChanges(Changes):
    """What one version did to the answers of one question, by the name that the question has in this version."""

    question: AnyId


class ContentVersion(Record):
    """One version of the content. The first is where the history starts: all that existed then is new in it."""

    version: Version
    published: date
    summary: Text
    questions: Changes = Field(default_factory=Changes)
    answers: tuple[AnswerChanges, ...] = ()
    forms: Changes = Field(default_factory=Changes)

    @property
    def id(self) -> str:
        """What this version is called."""
        return self.version


def order_of(version: str) -> tuple[int, ...]:
    """Return what to compare versions by; empty when this is no version."""
    parts = version.strip().split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdecimal() and len(part) < 10 for part in parts) else ()
