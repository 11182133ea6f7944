"""Walking through records: every condition in the content, and every text in a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not


def conditions_of(catalogue: Catalogue) -> Iterator[tuple[str, int, tuple[str | int, ...], Condition]]:
    """Every condition in the content with the record it stands in."""
    for field in type(catalogue).model_fields:
        records = getattr(catalogue, field, ())
        for index, record in enumerate(records if isinstance(records, tuple) else ()):
            for place, condition in _conditions_in(record, ()):
                yield field, index, place, condition


def _conditions_in(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Condition]]:  # Any: any field
    if isinstance(value, Is | AtLeast | Fact | AllOf | AnyOf | Not | Always):
        yield place, value
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from _conditions_in(getattr(value, name), (*place, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _conditions_in(item, (*place, index))


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
