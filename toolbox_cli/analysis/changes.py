"""What another answer would change, and why. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolbox_cli.analysis.assess import Finding, Grade, Tested, assess
from toolbox_cli.analysis.interview import accept
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.measure import Step
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.rules.evaluate import Reason


@dataclass(frozen=True, slots=True)
class Turned:
    """One form whose grade changes: the finding before and after (None: no finding), and the conditions that turned."""

    form: Form
    before: Finding | None
    after: Finding | None
    conditions: tuple[tuple[Tested, Tested], ...]

    @property
    def indicated(self) -> Reason | None:
        """Whether the problem calls for it, when that is what turned."""
        if self.before is None or self.after is None or self.before.indicated.truth is self.after.indicated.truth:
            return None
        return self.after.indicated


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What changes: the answers that lapse, the grades that turn, and the first steps that come and go."""

    answers: Answers
    lapsed: tuple[str, ...]
    turned: tuple[Turned, ...]
    new_steps: tuple[Step, ...]
    gone_steps: tuple[Step, ...]


def what_if(catalogue: Catalogue, answers: Answers, others: Mapping[str, Answer], changed: Answers | None = None) -> WhatIf:
    """Return what would be different with these other answers, given as the interview would take them; `changed` when that is known."""
    changed = with_others(catalogue, answers, others) if changed is None else changed
    before, after = assess(catalogue, answers), assess(catalogue, changed)
    old = {finding.form.id: finding for finding in before.findings}
    new = {finding.form.id: finding for finding in after.findings}
    turned = tuple(
        Turned(form, old.get(form.id), new.get(form.id), _turned(old.get(form.id), new.get(form.id)))
        for form in catalogue.forms
        if _grade(old.get(form.id)) is not _grade(new.get(form.id))
    )
    lapsed = tuple(question.id for question in catalogue.questions if question.id in answers and question.id not in changed)
    new_steps = tuple(step for step in after.steps if step not in before.steps)
    return WhatIf(changed, lapsed, turned, new_steps, tuple(step for step in before.steps if step not in after.steps))


def with_others(catalogue: Catalogue, answers: Answers, others: Mapping[str, Answer]) -> Answers:
    """Return the answers with the others put in, in the order of the questions, without what lapses by them."""
    changed = answers
    for question in catalogue.questions:
        if question.id in others:
            changed = accept(catalogue, changed, question.id, others[question.id])
    return changed


def _grade(finding: Finding | None) -> Grade | None:
    return finding.grade if finding is not None else None


def _turned(before: Finding | None, after: Finding | None) -> tuple[tuple[Tested, Tested], ...]:
    if before is None or after is None:
        return ()
    return tuple(pair for pair in zip(before.tested, after.tested, strict=True) if pair[0].truth is not pair[1].truth)
