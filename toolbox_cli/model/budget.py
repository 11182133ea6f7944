"""A budget for the approach, as a municipality writes it, and the parts of its application; what is not given is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from toolbox_cli.model.base import Record
from toolbox_cli.model.scheme import Said


class Where(StrEnum):
    """Where the money is spent, seen from the reception location."""

    OUTSIDE = "buiten"
    INSIDE = "binnen"
    BOTH = "beide"
    UNKNOWN = "onbekend"


class Vat(StrEnum):
    """Whether btw is in the amount; `geen` is for costs on which there is none, such as wages."""

    INCLUDED = "inclusief"
    EXCLUDED = "exclusief"
    NONE = "geen"
    UNKNOWN = "onbekend"


class There(StrEnum):
    """Whether a part of an application is there."""

    PRESENT = "aanwezig"
    MISSING = "ontbreekt"
    UNKNOWN = "onbekend"


class BudgetLine(Record):
    """One line: what it is, for which measure and problem, and what decides whether a scheme pays for it."""

    number: int
    description: str
    amount_eur: Decimal
    measure: str | None = None
    problem: str | None = None
    vat: Vat = Vat.UNKNOWN
    vat_rate: Decimal | None = None
    start: date | None = None
    end: date | None = None
    where: Where = Where.UNKNOWN
    other_grant: Said = Said.UNKNOWN
    priority: int | None = None
    municipality: str | None = None


class Applicant(Record):
    """A municipality in the application; without an agreement it has no places, and both may be unknown."""

    name: str
    places: int | None = None
    agreement: Said = Said.UNKNOWN


class Budget(Record):
    """A budget in the order in which it was written; `other_total_eur` is a total in the file that the lines do not add up to."""

    file: str
    lines: tuple[BudgetLine, ...]
    applicants: tuple[Applicant, ...] = ()
    parts: dict[str, There] = {}
    other_total_eur: Decimal | None = None
