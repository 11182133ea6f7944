"""What the content contributes to an action plan: where its grounds come from, what may be measured, and where to watch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolbox_cli.model.base import FormId, Record, Slug, SourceRef, Statement, Text


class Ground(Record):
    """The questions whose answers stand under one heading of the plan; the first one is missed when nobody answered it."""

    questions: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Suggestion(Record):
    """Something to consider for a form, or for all forms of a measure; never filled in by itself."""

    form: FormId
    text: Text
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Signature(Record):
    """Who signs that they saw the plan, and what for."""

    label: Text
    text: Text


class Filler(Record):
    """Who can fill in a fact of the plan that is about the problem or the case as a whole."""

    about: Literal["goals", "communication", "displacement", "budget"]
    who: Annotated[tuple[Slug, ...], Field(min_length=1)]


class PlanContent(Record):
    """What an action plan needs beside the measures."""

    objective: Ground
    subjective: Ground
    causes: Ground
    fillers: tuple[Filler, ...]
    measuring: Annotated[tuple[Statement, ...], Field(min_length=1)]
    watching: Annotated[tuple[Statement, ...], Field(min_length=1)]
    telling: Annotated[tuple[Statement, ...], Field(min_length=1)]
    indicators: tuple[Suggestion, ...]
    displacement: tuple[Suggestion, ...]
    signatures: Annotated[tuple[Signature, ...], Field(min_length=1)]
