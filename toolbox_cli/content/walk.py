"""Walking through records: every condition in the content, and every text in a record.

The content is walked some ten times per reading, so a walk only enters the fields that can hold what it looks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from toolbox_cli.model.base import Record
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not

Place = tuple[str | int, ...]
_TEXT = (str,)
CONDITIONS = (Is, AtLeast, Fact, AllOf, AnyOf, Not, Always)


def every(_: Record) -> bool:
    """Return that a record is looked at, whichever it is."""
    return True


def conditions_of(catalogue: Catalogue) -> Iterator[tuple[str, int | None, Place, Condition]]:
    """Every condition in the content with the record it stands in; a record that stands alone has no number."""
    for field, _ in fields_holding(type(catalogue), CONDITIONS):
        records = getattr(catalogue, field, ())
        numbered: Iterable[tuple[int | None, Any]] = enumerate(records) if isinstance(records, tuple) else ((None, records),)
        for index, record in numbered:
            for place, condition in _conditions_in(record, ()):
                yield field, index, place, condition


def _conditions_in(value: Any, place: Place) -> Iterator[tuple[Place, Condition]]:  # Any: any field
    if isinstance(value, CONDITIONS):
        yield place, value
    elif isinstance(value, BaseModel):
        for name, shown in fields_holding(type(value), CONDITIONS):
            if (inner := getattr(value, name)) is not None:
                yield from _conditions_in(inner, (*place, shown))
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


def texts_of(value: Any) -> Iterator[tuple[Place, str, str]]:  # Any: any record
    """Every text in a record, with its place and the name of its field."""
    found: list[tuple[Place, str, str]] = []
    _collect_texts(value, (), "", found)
    return iter(found)


def _collect_texts(value: Any, place: Place, key: str, found: list[tuple[Place, str, str]]) -> None:  # Any: any field
    """A list that is filled: one generator inside another for each of the tens of thousands of texts takes three times as long."""
    if isinstance(value, str):
        found.append((place, key, value))
    elif isinstance(value, BaseModel):
        for name, shown in fields_holding(type(value), _TEXT):
            inner = getattr(value, name)
            if isinstance(inner, str):
                found.append(((*place, shown), shown, inner))
            elif inner:
                _collect_texts(inner, (*place, shown), shown, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect_texts(item, (*place, index), key, found)


@cache
def fields_holding(kind: type[BaseModel], wanted: tuple[type, ...]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record that can hold one of the wanted types, however deep: its name here and in the file."""
    every = _fields_of(kind).items()
    return tuple((name, info.alias or name) for name, info in every if any(issubclass(one, wanted) for one in _within(info.annotation)))


def _within(annotation: Any) -> set[type]:  # Any: whatever a field is annotated with
    """The types in an annotation, and in the fields of the records among them, and so on."""
    found, todo = set[type](), list(_types_in(annotation))
    while todo:
        kind = todo.pop()
        if kind not in found:
            found.add(kind)
            todo += _types_of_fields(kind) if issubclass(kind, BaseModel) else ()
    return found


@cache
def _types_of_fields(kind: type[BaseModel]) -> tuple[type, ...]:
    return tuple(one for info in _fields_of(kind).values() for one in _types_in(info.annotation))


def _fields_of(kind: type[BaseModel]) -> Mapping[str, FieldInfo]:
    if not kind.__pydantic_fields_complete__:  # a condition names itself, and is read inside another record
        kind.model_rebuild()
    return kind.model_fields


def _types_in(annotation: Any) -> Iterator[type]:  # Any: whatever a field is annotated with
    if get_origin(annotation) is Annotated:
        yield from _types_in(annotation.__origin__)
    elif arguments := get_args(annotation):
        for argument in arguments:
            yield from _types_in(argument)
    elif isinstance(annotation, type):
        yield annotation
    elif isinstance(annotation, str):  # one of the words of a Literal
        yield str
