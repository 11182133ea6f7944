"""A fault that only shows when records are read together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A fault in one record: the list it is in, its place in the list, the field, and what is wrong."""

    field: str
    index: int | None
    place: tuple[str | int, ...]
    what: str
