"""Draft decisions: the intention and the decision on an order of the municipality, with every fact that was not given as a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.analysis.legal_test import legal_test
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.draft import Skeleton
from toolbox_cli.model.planned import PlannedMeasure
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.draft_front import add_front
from toolbox_cli.reports.draft_none import cannot, no_intention, no_skeleton, why_none
from toolbox_cli.reports.draft_parts import (
    Draft,
    add_conditions,
    add_facts,
    add_hearing,
    add_invitation,
    add_opening,
    add_weighing,
)
from toolbox_cli.reports.draft_ruling import add_breach, add_dictum, add_duration, add_notice, add_remedy, add_signature, add_still_open
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.own import form_label

NAME = "ontwerp"
MARK = "ONTWERP – alleen voor de jurist, geen besluit"


class Stage(StrEnum):
    """The two documents of one decision; the value ends the name of the file."""

    INTENTION = "voornemen"
    DECISION = "besluit"


_TITLE = {Stage.INTENTION: "Ontwerp van het voornemen", Stage.DECISION: "Ontwerp van het besluit"}


def compose_draft(
    catalogue: Catalogue,
    dossier: Dossier,
    record: Record,
    form: Form,
    stage: Stage,
    *,
    start: date | None = None,
    until: date | None = None,
) -> Document:
    """Return the draft, what the jurist must know first; a page that says why not when a condition is known to fail or there is no draft.

    With `start` the last day is `until`, if that is not later than one decision may last. Nothing typed in the case is in it.
    """
    skeleton = skeleton_of(catalogue, form)
    if skeleton is None:
        return no_skeleton(catalogue, form)
    test = legal_test(catalogue, form, record.assessment.answers)
    if test.failing is not None:
        return cannot(catalogue, test, record.assessment)
    if stage is Stage.INTENTION and skeleton.no_intention is not None:
        return no_intention(catalogue, form, skeleton.no_intention)
    planned = PlannedMeasure(form.id, start=start, until=until)
    draft = Draft(catalogue, record, form, skeleton, test, planned, intended=stage is Stage.INTENTION)
    body = _body(draft)
    document = Document()
    document.heading(f"{_TITLE[stage]}: {form_label(form)}", 1)
    add_front(document, draft, body, MARK, _number_of(dossier, record))
    document.page_break()
    document.blocks.extend(body.blocks)
    return document


def draft_forms(catalogue: Catalogue, record: Record) -> tuple[Form, ...]:
    """Return the forms of a case that get drafts: those that were chosen; otherwise those in the advice that were not dropped.

    What was chosen on a power without a draft is among them, for the page that says why there is none.
    """
    log = latest_by_form(record.decisions)
    chosen = [catalogue.form_by_id[name] for name, item in log.items() if item.chosen and name in catalogue.form_by_id]
    dropped = {name for name, item in log.items() if not item.chosen}
    advised = (finding.form for finding in record.assessment.advice if finding.form.id not in dropped)
    found = [form for form in chosen if skeleton_of(catalogue, form)] or [form for form in advised if skeleton_of(catalogue, form)]
    return (*found, *(form for form in chosen if form not in found and why_none(catalogue, form)))


def draft_papers(catalogue: Catalogue, dossier: Dossier) -> tuple[tuple[str, Document], ...]:
    """Return the drafts of a case with the names of their files, per problem and form the intention before the decision.

    A draft begins and ends on the days that the action plan holds for its form; without them those days are to be filled in.
    """
    return tuple(
        (f"{_name(dossier, record)}-{form.id.replace('/', '-')}-{stage}", document)
        for record in dossier.records
        for form in draft_forms(catalogue, record)
        for stage, document in _stages(catalogue, dossier, record, form)
    )


def skeleton_of(catalogue: Catalogue, form: Form) -> Skeleton | None:
    """Return the skeleton for a form; None when its power has none, or another than an organ of the municipality decides."""
    organs = {organ.partner for organ in catalogue.drafts.organs}
    return catalogue.skeleton_by_power.get(form.power.id) if form.power and form.decides in organs else None


def _stages(catalogue: Catalogue, dossier: Dossier, record: Record, form: Form) -> Iterator[tuple[str, Document]]:
    """One page when it cannot be or there is no draft; without the intention where there is none."""
    skeleton = skeleton_of(catalogue, form)
    if skeleton is None:
        yield "geen-ontwerp", no_skeleton(catalogue, form)
        return
    test = legal_test(catalogue, form, record.assessment.answers)
    if test.failing is not None:
        yield "kan-niet", cannot(catalogue, test, record.assessment)
        return
    planned = dossier.case.planned(record.problem.id if record.problem else "").of(form.id)
    for stage in Stage:
        if stage is Stage.DECISION or skeleton.no_intention is None:
            yield stage.value, compose_draft(catalogue, dossier, record, form, stage, start=planned.start, until=planned.until)


def _body(draft: Draft) -> Document:
    """What could be sent, in the order of a decision."""
    document = Document()
    add_opening(document, draft)
    add_facts(document, draft)
    if not draft.intended:
        add_hearing(document, draft)
    add_conditions(document, draft)
    add_weighing(document, draft)
    add_dictum(document, draft)
    add_duration(document, draft)
    add_breach(document, draft)
    if draft.intended:
        add_invitation(document, draft)
        add_still_open(document, draft)
    else:
        add_notice(document, draft)
        add_remedy(document, draft)
    add_signature(document, draft)
    return document


def _number_of(dossier: Dossier, record: Record) -> int:
    """Which of several problems it is; 0 when there is one."""
    if len(dossier.records) < 2:
        return 0
    return next((number for number, item in enumerate(dossier.records, start=1) if item is record), 0)


def _name(dossier: Dossier, record: Record) -> str:
    number = _number_of(dossier, record)
    return f"{NAME}-probleem-{number}" if number else NAME
