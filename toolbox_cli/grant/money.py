"""Amounts to the cent. Rounding happens in one place only: where btw is added or taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from toolbox_cli.model.budget import BudgetLine, Vat

CENT, ZERO = Decimal("0.01"), Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Amounts:
    """One line with and without btw; None where that cannot be known. `cost` is what is added up in the totals."""

    cost: Decimal
    gross: Decimal | None
    net: Decimal | None


@dataclass(frozen=True, slots=True)
class Range:
    """What is certain, and what it can be at most."""

    low: Decimal
    high: Decimal


def amounts_of(line: BudgetLine) -> Amounts:
    """Return the amounts of a line; where btw is not known, the cost is the amount as it was written."""
    written, rate = line.amount_eur.quantize(CENT), line.vat_rate
    match line.vat:
        case Vat.NONE:
            return Amounts(written, written, written)
        case Vat.INCLUDED:
            return Amounts(written, written, None if rate is None else _cents(written * 100 / (100 + rate)))
        case Vat.EXCLUDED if rate is not None:
            gross = _cents(written * (100 + rate) / 100)
            return Amounts(gross, gross, written)
        case Vat.EXCLUDED:
            return Amounts(written, None, written)
        case _:
            return Amounts(written, None, None)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum, to the cent."""
    return sum(amounts, ZERO)


def half(amount: Decimal) -> Decimal:
    """Return half of an amount; half a cent is not given."""
    return (amount / 2).quantize(CENT, ROUND_DOWN)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)
