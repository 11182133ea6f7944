"""Grant schemes: dated, with their bands and the rules that decide which costs count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import FormId, Record, Slug, SourceRef, Statement, Text

Sources = Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Said(StrEnum):
    """Yes, no, or not known."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "onbekend"


class Certainty(StrEnum):
    """How a rule of a scheme is known; only the first two can decide."""

    READ = "gelezen"
    OWN = "eigen lezing"
    ANALOGY = "naar analogie"
    UNREAD = "niet gelezen"


class SchemeRule(Record):
    """One rule of a scheme in words, with how it is known and where from."""

    text: Text
    certainty: Certainty
    source: Sources

    @property
    def decides(self) -> bool:
        """Whether this rule can settle something; by analogy it can only raise a question."""
        return self.certainty in (Certainty.READ, Certainty.OWN)


class Days(SchemeRule):
    """A period in days, first and last day included; a day that is not known is left out."""

    start: date | None = Field(None, alias="from")
    end: date | None = Field(None, alias="until")


class Outside(SchemeRule):
    """Whether only costs outside the reception location count."""

    required: Said


class VatRule(SchemeRule):
    """Whether costs count with btw."""

    counts: Said


class Purpose(SchemeRule):
    """What the grant is for; the forms or measures that the scheme itself names as paid or not paid."""

    pays: tuple[FormId, ...] = ()
    pays_not: tuple[FormId, ...] = ()


class PartCheck(StrEnum):
    """What can be looked at for a part of an application, apart from whether it is there."""

    BUDGET = "begroting"
    IBAN = "iban"


class ApplicationPart(SchemeRule):
    """A part that an application must have."""

    id: Slug
    name: Text
    check: PartCheck | None = None


class Duty(SchemeRule):
    """What the municipality must do after the grant; `yearly` is a day (MM-DD) in the year after each year with costs."""

    id: Slug
    name: Text
    yearly: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")] | None = None


class SchemeRules(Record):
    """The rules of a scheme in a form that can be computed with."""

    application: Days
    costs: Days
    outside: Outside
    vat: VatRule
    purpose: Purpose
    parts: tuple[ApplicationPart, ...] = ()
    duties: tuple[Duty, ...] = ()


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
    rules: SchemeRules
    notes: tuple[Statement, ...] = ()
    source: Sources


class CurrentScheme(Record):
    """What is known of a scheme that is open now, where to look, and which partner to ask."""

    text: Text
    look_at: tuple[Text, ...]
    ask: Slug
    source: tuple[SourceRef, ...]
