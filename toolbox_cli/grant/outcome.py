"""A whole budget against a scheme: totals, the grant as a range, the own share, per municipality, and what stands double."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolbox_cli.grant.bands import Estimate, Municipality, estimate
from toolbox_cli.grant.judge import Judged, Verdict, judged
from toolbox_cli.grant.money import ZERO, Range, amounts_of, half, total
from toolbox_cli.grant.scenarios import Given, Scenario, scenario
from toolbox_cli.model.budget import Budget, BudgetLine, Vat
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.scheme import Said, Scheme


@dataclass(frozen=True, slots=True)
class Outcome:
    """A budget under one scheme; without known places there is no maximum, and so no amount of grant."""

    budget: Budget
    scheme: Scheme
    lines: tuple[Judged, ...]
    estimate: Estimate | None
    own_scheme: bool = False
    own_money: Decimal | None = None
    places_differ: bool = False

    @property
    def total(self) -> Decimal:
        """What all lines cost together."""
        return total(item.amounts.cost for item in self.lines)

    def cost_of(self, verdict: Verdict) -> Decimal:
        """What the lines with this verdict cost together."""
        return total(item.amounts.cost for item in self.lines if item.verdict is verdict)

    @property
    def eligible(self) -> Range:
        """What counts for certain, and at most."""
        return Range(total(item.certain for item in self.lines), total(item.possible for item in self.lines))

    @property
    def grant(self) -> Range | None:
        """The lowest of what counts and the maximum, which is never above the ceiling; None while the maximum is not known."""
        if self.estimate is None:
            return None
        return Range(min(self.eligible.low, self.estimate.certain_eur), min(self.eligible.high, self.estimate.maximum_eur))

    @property
    def own_share(self) -> Range | None:
        """What the municipality pays itself, at least and at most."""
        return None if self.grant is None else Range(self.total - self.grant.high, self.total - self.grant.low)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """With the most there can be, with what is certain when that is less, with half, and without."""
        grant = self.grant
        given = [(Given.NONE, total(()))]
        if grant is not None and grant.high:
            certain = [(Given.CERTAIN, grant.low)] if Decimal(0) < grant.low < grant.high else []
            given = [(Given.MOST, grant.high), *certain, (Given.HALF, half(grant.high)), *given]
        return tuple(scenario(kind, amount, self.lines, self.own_money) for kind, amount in given)

    @property
    def without_priority(self) -> tuple[Judged, ...]:
        """The lines that cannot be put in order, because nobody said how."""
        return tuple(item for item in self.lines if item.line.priority is None)


def outcome_of(
    catalogue: Catalogue,
    budget: Budget,
    scheme: Scheme,
    municipalities: Sequence[Municipality] = (),
    *,
    own_scheme: bool = False,
    own_money: Decimal | None = None,
) -> Outcome:
    """Return the budget tested line by line, in its own order; the places come from the budget when none are given."""
    lines = tuple(judged(catalogue, scheme, line, own=own_scheme) for line in budget.lines)
    written = applicants_of(budget)
    known = tuple(municipalities) or written
    differ = bool(municipalities and written) and Counter(municipalities) != Counter(written)
    return Outcome(budget, scheme, lines, estimate(scheme, known) if known else None, own_scheme, own_money, differ)


def applicants_of(budget: Budget) -> tuple[Municipality, ...]:
    """Return the municipalities in the budget with their places; none when of one of them the places are not known."""
    found = []
    for item in budget.applicants:
        if item.places is None and item.agreement is not Said.NO:
            return ()
        found.append(Municipality(item.places))
    return tuple(found)


def untested(budget: Budget) -> tuple[Judged, ...]:
    """Return the lines as they are without any scheme: nothing of them can be paid from a grant."""
    return tuple(Judged(line, Verdict.ASK, (), amounts_of(line), ZERO, ZERO) for line in budget.lines)


def doubles(budget: Budget) -> tuple[tuple[int, int], ...]:
    """Return the numbers of lines that say the same as an earlier one, with that one."""
    seen: dict[BudgetLine, int] = {}
    found = []
    for line in budget.lines:
        key = line.model_copy(update={"number": 0})
        if key in seen:
            found.append((seen[key], line.number))
        seen.setdefault(key, line.number)
    return tuple(found)


def sums(budget: Budget) -> tuple[int, ...]:
    """Return the numbers of the lines that are exactly the sum of all others, and so may be a total that counts double."""
    whole = total(line.amount_eur for line in budget.lines)
    return tuple(line.number for line in budget.lines if len(budget.lines) > 2 and line.amount_eur and line.amount_eur * 2 == whole)


def vat_open(budget: Budget) -> tuple[int, ...]:
    """Return the numbers of the lines whose cost may be higher, because btw may come on top."""
    return tuple(line.number for line in budget.lines if line.vat is Vat.UNKNOWN or (line.vat is Vat.EXCLUDED and line.vat_rate is None))


def shares(lines: Sequence[Judged]) -> dict[str | None, tuple[Judged, ...]]:
    """Return the lines per municipality, in the order of the budget; None for those without."""
    names = dict.fromkeys(item.line.municipality for item in lines)
    return {name: tuple(item for item in lines if item.line.municipality == name) for name in names}
