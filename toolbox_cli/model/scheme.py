"""Grant schemes: dated, with their bands."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Record, Slug, SourceRef, Statement, Text


class Band(Record):
    """A range of contracted reception places and the maximum that went with it."""

    id: Slug
    name: Text
    min_places: int | None = None
    max_places: int | None = None
    maximum_eur: Decimal
    paragraph: str | None = None


class Scheme(Record):
    """One dated grant scheme."""

    id: Slug
    name: Text
    status: Text
    identification: Text
    bwb_id: str | None = None
    ceiling_eur: Decimal
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    no_agreement: Slug
    window: Text
    cost_period: Text
    joint: Text
    joint_certain: tuple[Slug, ...] = ()
    notes: tuple[Statement, ...] = ()
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class CurrentScheme(Record):
    """What is known of a scheme that is open now, and where to look."""

    text: Text
    look_at: tuple[Text, ...]
    source: tuple[SourceRef, ...]
