"""Walking through records: every condition in the content, and every text in a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, AnyOf, Condition, Not


def conditions_of(catalogue: Catalogue) -> Iterator[tuple[str, int, tuple[str | int, ...], Condition]]:
    """Every condition in the content with the record it stands in."""
    for index, question in enumerate(catalogue.questions):
        yield "questions", index, ("ask_when",), question.ask_when
    for field in ("contradictions", "facts", "conditions", "steps"):
        for index, record in enumerate(getattr(catalogue, field)):
            yield field, index, ("when",), record.when
    for index, step in enumerate(catalogue.steps):
        if step.unless is not None:
            yield "steps", index, ("unless",), step.unless
    yield from _conditions_of_procedures(catalogue)
    for index, rule in enumerate(catalogue.rules):
        yield "rules", index, ("indicated",), rule.indicated
        for name, marker in (("present", rule.present), ("tried", rule.tried)):
            if marker is not None:
                yield "rules", index, (name,), marker
        for at, lead in enumerate(rule.leads):
            yield "rules", index, ("leads", at, "when"), lead.when


def _conditions_of_procedures(catalogue: Catalogue) -> Iterator[tuple[str, int, tuple[str | int, ...], Condition]]:
    for index, procedure in enumerate(catalogue.procedures):
        for at, item in enumerate(procedure.items):
            if item.when is not None:
                yield "procedures", index, ("items", at, "when"), item.when


def leaves_of(condition: Condition) -> Iterator[Condition]:
    """The parts of a condition that have no parts of their own."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from leaves_of(part)
        case Not():
            yield from leaves_of(condition.part)
        case _:
            yield condition


def texts_of(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:  # Any: any field
    """Every text in a record, with its place and the name of its field."""
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from texts_of(getattr(value, name), (*place, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts_of(item, (*place, index))
    elif isinstance(value, str) and place:
        key = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
        yield place, key, value
