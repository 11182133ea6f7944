"""The legal test, what-if and the open questions as plain values for other programs."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.analysis.assess import Tested
from toolbox_cli.analysis.changes import Turned, WhatIf
from toolbox_cli.analysis.deciding import OpenQuestion
from toolbox_cli.analysis.legal_test import LegalTest, Settling
from toolbox_cli.analysis.needed import needed_by_law
from toolbox_cli.analysis.profile import Local
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question
from toolbox_cli.reports.as_json import SCHEMA_VERSION, answers_json, basis_json, condition_json, sources_json
from toolbox_cli.reports.own import own_json
from toolbox_cli.reports.problem import lacking
from toolbox_cli.reports.procedure import procedure_json
from toolbox_cli.reports.profile import local_json
from toolbox_cli.reports.why import Json, needed_json, reason_json, said


def check_json(catalogue: Catalogue, test: LegalTest, local: Local | None = None) -> Json:
    """Return the legal test of one form with the same content as the text."""
    failing = test.failing
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "id": test.form.id,
        "name": test.form.name,
        **own_json(catalogue, test.form.measure),
        "verdict": test.truth.value,
        "grade": test.finding.grade.value if test.finding else None,
        "indicated": test.finding.indicated.truth.value if test.finding else None,
        "failing": failing.condition.id if failing else None,
        "legal_basis": basis_json(catalogue, test.form.basis),
        "decides": test.form.decides,
        "conditions": [_condition(catalogue, test, item) for item in test.conditions],
        "open_questions": [question_json(question) for question in test.open_questions],
        "needed": needed_json(needed_by_law(catalogue, test.form, test.answers)),
        "standards": [
            {
                "id": standard.id,
                "name": standard.name,
                "items": [
                    {
                        "label": part.item.label,
                        "text": part.item.text,
                        "filled": part.filled,
                        "answers": {question.id: said(catalogue, test.answers, question.id) for question, _ in part.answers},
                        "lacking": [name for question, answer in part.answers for name in lacking(question, answer)],
                        "sources": sources_json(catalogue, part.item.source),
                    }
                    for part in items
                ],
            }
            for standard, items in test.standards
        ],
        "no_conditions": test.form.rule.no_conditions,
        "refusals": [
            {"id": finding.form.id, **condition_json(catalogue, finding.failing)}
            for finding in test.refusals
            if finding.failing is not None
        ],
        "procedure": procedure_json(catalogue, test.form, test.answers),
        "answers": answers_json(catalogue, test.answers),
        "profile": local_json(catalogue, local),
        "notes": [catalogue.edition.jurist_note, catalogue.edition.law_note],
    }


def what_if_json(catalogue: Catalogue, found: WhatIf) -> Json:
    """Return what would change, with the conditions that turn."""
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "lapsed": list(found.lapsed),
        "turned": [_turned(catalogue, turned) for turned in found.turned],
        "new_steps": [step.id for step in found.new_steps],
        "gone_steps": [step.id for step in found.gone_steps],
    }


def turned_test_json(catalogue: Catalogue, before: LegalTest, after: LegalTest) -> Json:
    """Return what changes in the legal test of one form."""
    turned = [(old.tested, new.tested) for old, new in zip(before.conditions, after.conditions, strict=True)]
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "id": before.form.id,
        "before": before.truth.value,
        "after": after.truth.value,
        "conditions": [_turned_condition(catalogue, old, new) for old, new in turned if old.truth is not new.truth],
    }


def next_json(catalogue: Catalogue, found: Sequence[OpenQuestion]) -> Json:
    """Return the open questions, the most moving first, with the forms whose grade each can still move."""
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "questions": [
            {**question_json(item.question), "moves": len(item.forms), "measures": [form.id for form in item.forms]} for item in found
        ],
    }


def question_json(question: Question) -> Json:
    """Return one question with who can answer it."""
    return {"question": question.id, "text": question.text, "who": list(question.who), "detail": question.detail}


def _condition(catalogue: Catalogue, test: LegalTest, item: Settling) -> Json:
    return {
        **condition_json(catalogue, item.tested),
        "reason": reason_json(catalogue, test.told, item.tested.reason),
        "aside": item.aside,
        "settled_by": [question.id for question in item.questions],
        "cautions": [{"text": caution.text, "sources": sources_json(catalogue, caution.source)} for caution in item.cautions],
    }


def _turned(catalogue: Catalogue, turned: Turned) -> Json:
    return {
        "id": turned.form.id,
        "before": turned.before.grade.value if turned.before else None,
        "after": turned.after.grade.value if turned.after else None,
        "indicated": turned.indicated.truth.value if turned.indicated else None,
        "conditions": [_turned_condition(catalogue, before, after) for before, after in turned.conditions],
    }


def _turned_condition(catalogue: Catalogue, before: Tested, after: Tested) -> Json:
    return {**condition_json(catalogue, after), "before": before.truth.value, "after": after.truth.value}
