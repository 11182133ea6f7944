"""The procedure of a form on the facts: what is due, and what may be. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.procedure import NotNeeded, Procedure, ProcedureItem, Stage
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One item of a form's procedure: YES when it is due, UNKNOWN while its condition is open."""

    procedure: Procedure
    item: ProcedureItem
    truth: Truth

    @property
    def text(self) -> str:
        """What to do; while the condition is open it stands in front ('Als …: …')."""
        if self.truth is Truth.YES or self.item.if_text is None:
            return self.item.text
        return f"{self.item.if_text}: {_in_sentence(self.item.text)}"


def procedure_of(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[ProcedureStep, ...]:
    """Return what to do, in the order of the making of a decision; what is known not to be due is left out, unknown never is."""
    facts = facts_of(catalogue)
    steps = [
        ProcedureStep(procedure, item, Truth.YES if item.when is None else evaluate(item.when, answers, facts).truth)
        for procedure in procedures_of(catalogue, form)
        for item in procedure.items
    ]
    return tuple(step for stage in Stage for step in steps if step.item.phase is stage and step.truth is not Truth.NO)


def safeguard_steps(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[tuple[ProcedureStep, ...], tuple[ProcedureStep, ...]]:
    """Return the safeguards that are due, those for these very facts first, and those whose condition is open."""
    steps = [step for step in procedure_of(catalogue, form, answers) if step.item.safeguard]
    due = sorted((step for step in steps if step.truth is Truth.YES), key=lambda step: step.item.when is None)
    return tuple(due), tuple(step for step in steps if step.truth is Truth.UNKNOWN)


def procedures_of(catalogue: Catalogue, form: Form) -> tuple[Procedure, ...]:
    """Return the procedures of a form, the power's first."""
    return tuple(catalogue.procedure_by_id[name] for name in form.procedure_ids)


def no_decision(catalogue: Catalogue, form: Form) -> Statement | None:
    """Return why there is no decision to take; None when there is one."""
    return next((item.no_decision for item in procedures_of(catalogue, form) if item.no_decision), None)


def not_needed(catalogue: Catalogue, form: Form) -> tuple[NotNeeded, ...]:
    """Return what this decision does not have to meet, with the reason."""
    return tuple(item for procedure in procedures_of(catalogue, form) for item in procedure.not_needed)


def _in_sentence(text: str) -> str:
    """The text as it stands behind a colon; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
