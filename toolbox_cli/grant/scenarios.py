"""What can be paid without the grant, and with half of it, by the priorities that the municipality gave itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from toolbox_cli.grant.judge import Judged
from toolbox_cli.grant.money import total


class Given(Enum):
    """How much of the grant there is."""

    MOST = auto()
    CERTAIN = auto()
    HALF = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """All lines with one priority, what they cost, and what the municipality must pay itself up to and including them."""

    priority: int
    lines: tuple[Judged, ...]
    cost: Decimal
    own: Decimal


@dataclass(frozen=True, slots=True)
class Scenario:
    """The steps under one grant; `paid` are those that the own money reaches, in order, None when that was not given."""

    given: Given
    grant: Decimal
    steps: tuple[Step, ...]
    paid: int | None

    @property
    def dropped(self) -> tuple[Step, ...]:
        """The steps that cannot be paid; a step is never skipped for a cheaper one after it."""
        return () if self.paid is None else self.steps[self.paid :]


def scenario(given: Given, grant: Decimal, lines: Sequence[Judged], own: Decimal | None) -> Scenario:
    """Return what must be paid step by step; the grant pays only for lines that can count."""
    steps: list[Step] = []
    up_to = countable = total(())
    for priority in sorted({item.line.priority for item in lines if item.line.priority is not None}):
        group = tuple(item for item in lines if item.line.priority == priority)
        cost = total(item.amounts.cost for item in group)
        up_to += cost
        countable += total(item.certain if given is Given.CERTAIN else item.possible for item in group)
        steps.append(Step(priority, group, cost, up_to - min(grant, countable)))
    paid = None if own is None else sum(step.own <= own for step in steps)
    return Scenario(given, grant, tuple(steps), paid)
