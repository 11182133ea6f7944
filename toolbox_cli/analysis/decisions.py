"""What a decision on a measure passes over, and which decisions stand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolbox_cli.analysis.assess import ADVICE, Assessment, Finding
from toolbox_cli.model.case import Case, Decision
from toolbox_cli.model.catalogue import Form


@dataclass(frozen=True, slots=True)
class Weighed:
    """A form as it stands on the day of a decision: its finding, the lighter ones that would be passed over, and what was decided on it.

    `before` is the last decision up to that day, `after` a later one, which then goes on to stand.
    """

    finding: Finding
    lighter: tuple[Finding, ...]
    before: Decision | None = None
    after: Decision | None = None

    @property
    def against(self) -> bool:
        """Whether to choose this form goes against the advice."""
        return self.finding.grade not in ADVICE

    @property
    def needs_reason(self) -> bool:
        """Whether to choose this form takes a reason."""
        return self.against or bool(self.lighter)


def weigh(assessment: Assessment, log: Sequence[Decision], form: Form, on: date) -> Weighed | None:
    """Return how a form stands on this day; None for what the law does not allow and nobody asked for."""
    finding = next((item for item in assessment.findings if item.form.id == form.id), None)
    if finding is None:
        return None
    earlier = [decision for decision in log if decision.on <= on]
    dropped = {name for name, decision in latest_by_form(earlier).items() if not decision.chosen}
    lighter = tuple(item for item in assessment.advice if _passed_over(item, form, dropped))
    own = [decision for decision in log if decision.measure == form.id]
    before = latest_by_form([decision for decision in own if decision.on <= on])
    return Weighed(finding, lighter, before.get(form.id), latest_by_form([item for item in own if item.on > on]).get(form.id))


def latest_by_form(log: Sequence[Decision]) -> dict[str, Decision]:
    """Return by form the decision that stands, oldest first: the latest one, and of one day the last."""
    latest = {decision.measure: decision for decision in sorted(log, key=lambda item: item.on)}
    return dict(sorted(latest.items(), key=lambda item: item[1].on))


def with_decision(case: Case, decision: Decision) -> Case:
    """Return the case with one more decision in its log, by date; nothing in the log is replaced."""
    return replace(case, decisions=tuple(sorted((*case.decisions, decision), key=lambda item: item.on)))


def _passed_over(item: Finding, form: Form, dropped: set[str]) -> bool:
    """Whether this advice is lighter than the form and was neither tried, nor there already, nor dropped with a reason."""
    return item.form.rule.weight < form.rule.weight and not (item.tried or item.present) and item.form.id not in dropped
