"""How two forms relate: together, not together, one before the other, or not to be confused; each pair written once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import FormId, Record, Slug, SourceRef, Text


class RelationKind(StrEnum):
    """What holds between two forms; with `goes_before` the first comes before the second."""

    TOGETHER = "together"
    NOT_TOGETHER = "not_together"
    GOES_BEFORE = "goes_before"
    DISTINGUISH = "distinguish"


class Sense(StrEnum):
    """A relation as one of its two sides sees it."""

    GOES_BEFORE = "goes_before"
    COMES_AFTER = "comes_after"
    NOT_TOGETHER = "not_together"
    TOGETHER = "together"
    DISTINGUISH = "distinguish"

    @property
    def mirrored(self) -> Sense:
        """The same relation as the other side sees it."""
        return _MIRRORED.get(self, self)


_MIRRORED = {Sense.GOES_BEFORE: Sense.COMES_AFTER, Sense.COMES_AFTER: Sense.GOES_BEFORE}


class Relation(Record):
    """One relation of a pair of forms; a measure stands for all its forms.

    `text` reads right from both sides; otherwise `text_first` is shown at the first form and `text_second` at the second.
    `enforced_by` is the legal condition of the second form that fails while the first applies.
    """

    id: Slug
    kind: RelationKind
    forms: Annotated[tuple[FormId, ...], Field(min_length=2, max_length=2)]
    text: Text | None = None
    text_first: Text | None = None
    text_second: Text | None = None
    source: tuple[SourceRef, ...]
    enforced_by: Slug | None = None

    def sides(self) -> Iterator[Related]:
        """The relation as seen from its first form, and as seen from its second."""
        first, second = self.forms
        sense = Sense(self.kind.value)
        yield Related(self, sense, first, second, self.text or self.text_first or "")
        yield Related(self, sense.mirrored, second, first, self.text or self.text_second or "")


@dataclass(frozen=True, slots=True)
class Related:
    """A relation seen from one side: what `own` is to `other`, and what a reader at `own` should know."""

    relation: Relation
    sense: Sense
    own: str
    other: str
    text: str

    @property
    def source(self) -> tuple[str, ...]:
        """Where the relation comes from."""
        return self.relation.source
