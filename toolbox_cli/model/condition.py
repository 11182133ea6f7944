"""What must be the case: conditions over answers, as data.

A condition is one of `{question, is}`, `{question, at_least}`,
`{fact}`, `{all}`, `{any}`, `{not}` or `{always}`; nothing else, no expressions.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from toolbox_cli.model.base import Record, Slug, Text


def _as_list(value: Any) -> Any:  # Any: a raw YAML value, not yet validated
    return [value] if isinstance(value, str) else value


class Is(Record):
    """One of the given answers to `question` is among `values`."""

    question: Slug
    values: Annotated[tuple[Slug, ...], BeforeValidator(_as_list), Field(alias="is", min_length=1)]


class AtLeast(Record):
    """The number answered to `question` is this or more."""

    question: Slug
    at_least: Annotated[int, Field(ge=1)]


class Fact(Record):
    """A condition that has a name of its own, so that it is written once."""

    fact: Slug


class AllOf(Record):
    """Every part holds; one part that fails settles it."""

    parts: Annotated[tuple[Condition, ...], Field(alias="all", min_length=1)]


class AnyOf(Record):
    """At least one part holds; one that does settles it."""

    parts: Annotated[tuple[Condition, ...], Field(alias="any", min_length=1)]


class Not(Record):
    """The part does not hold; unknown stays unknown."""

    part: Annotated[Condition, Field(alias="not")]


class Always(Record):
    """Holds whatever was answered, and says why."""

    why: Annotated[Text, Field(alias="always")]


# A tag stands in the path of a fault; the mark tells it from a field of the file.
_KINDS = {"at_least": "#at_least", "question": "#is", "fact": "#fact", "all": "#all", "any": "#any", "not": "#not", "always": "#always"}
_TAG_OF_RECORD: dict[type, str] = {
    Is: "#is",
    AtLeast: "#at_least",
    Fact: "#fact",
    AllOf: "#all",
    AnyOf: "#any",
    Not: "#not",
    Always: "#always",
}


def _kind(value: Any) -> str | None:  # Any: a raw YAML value or a record
    if isinstance(value, dict):
        return next((tag for key, tag in _KINDS.items() if key in value), None)
    return _TAG_OF_RECORD.get(type(value))


Condition = Annotated[
    Annotated[Is, Tag("#is")]
    | Annotated[AtLeast, Tag("#at_least")]
    | Annotated[Fact, Tag("#fact")]
    | Annotated[AllOf, Tag("#all")]
    | Annotated[AnyOf, Tag("#any")]
    | Annotated[Not, Tag("#not")]
    | Annotated[Always, Tag("#always")],
    Discriminator(_kind),
]
