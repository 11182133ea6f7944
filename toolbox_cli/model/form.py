"""Each form of a measure together with all that hangs on it."""

from __future__ import annotations

from toolbox_cli.model.base import Duration, Statement
from toolbox_cli.model.law import Basis, Consultation, PoliceMandate, Power
from toolbox_cli.model.measure import Measure, Rule, Variant


class Form:
    """One form of a measure together with all that hangs on it; what rules, reports and look-ups work with."""

    __slots__ = ("measure", "own", "power", "rule", "variant")

    def __init__(self, measure: Measure, variant: Variant, power: Power | None, rule: Rule, *, own: bool = False) -> None:
        self.measure, self.variant, self.power, self.rule, self.own = measure, variant, power, rule, own

    @property
    def id(self) -> str:
        """`measure/variant`, or the measure alone when it has one form only."""
        return self.variant.id

    @property
    def variant_id(self) -> str | None:
        """The id when the measure has named variants, otherwise None."""
        return self.variant.id if "/" in self.variant.id else None

    @property
    def name(self) -> str:
        """The name a reader sees."""
        return self.variant.name

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The legal basis, the power's first."""
        return (*(self.power.basis if self.power else ()), *self.variant.basis)

    @property
    def decides(self) -> str:
        """The partner id of whoever decides."""
        return self.variant.decides or (self.power.decides if self.power else "")

    @property
    def max_duration(self) -> Duration | None:
        """The longest duration: the form's own, otherwise the power's."""
        return self.variant.max_duration or (self.power.max_duration if self.power else None)

    @property
    def renewal(self) -> Statement | None:
        """Whether it can be renewed, if that was looked up."""
        return self.variant.renewal or (self.power.renewal if self.power else None)

    @property
    def police_mandate(self) -> PoliceMandate | None:
        """Whether the police may take the decision; None where there is no decision."""
        return self.variant.police_mandate or (self.power.police_mandate if self.power else None)

    @property
    def breach(self) -> Statement | None:
        """What follows on a breach."""
        return self.variant.breach or (self.power.breach if self.power else None)

    @property
    def consults(self) -> tuple[Consultation, ...]:
        """Who must or should be heard first; each partner once, a duty before an advice."""
        every = (*(self.power.consults if self.power else ()), *self.variant.consults, *self.measure.consults)
        first: dict[str, Consultation] = {}
        for item in (*(item for item in every if item.duty), *every):
            first.setdefault(item.partner, item)
        return tuple(first.values())

    @property
    def condition_ids(self) -> tuple[str, ...]:
        """The legal conditions, the power's first."""
        return (*(self.power.conditions if self.power else ()), *self.rule.conditions)

    @property
    def procedure_ids(self) -> tuple[str, ...]:
        """The procedures, the power's first."""
        return tuple(dict.fromkeys((*(self.power.procedures if self.power else ()), *self.variant.procedures)))
