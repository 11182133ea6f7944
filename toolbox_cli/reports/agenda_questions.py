"""The open questions of a case for an agenda: each once over all problems, what decides most first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.deciding import open_by_weight
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.question import Question
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.problem import gaps


@dataclass(frozen=True)
class OpenItem:
    """An open question with the problems it is about and the measures that hang on it, those that lead first."""

    question: Question
    records: tuple[Record, ...]
    forms: tuple[Form, ...]


def open_items(catalogue: Catalogue, records: Sequence[Record]) -> tuple[OpenItem, ...]:
    """Return each question that is open about a problem, once; what decides on the measures that lead comes first."""
    found: dict[str, tuple[Question, list[Record], dict[str, Form]]] = {}
    for record in records:
        for question, forms in _open(catalogue, record):
            _, owners, hanging = found.setdefault(question.id, (question, [], {}))
            owners.append(record)
            hanging |= {form.id: form for form in forms}
    leading = {finding.form.id for record in records for finding in record.assessment.findings if finding.leading}
    items = [
        OpenItem(question, tuple(owners), tuple(sorted(hanging.values(), key=lambda form: form.id not in leading)))
        for question, owners, hanging in found.values()
    ]
    return tuple(sorted(items, key=lambda item: (item.question.detail, -sum(form.id in leading for form in item.forms), -len(item.forms))))


def _open(catalogue: Catalogue, record: Record) -> list[tuple[Question, tuple[Form, ...]]]:
    """What can still move a grade, and what the advice says is not known."""
    moving = {item.question.id: item.forms for item in open_by_weight(catalogue, record.assessment.answers)}
    waiting = {
        question.id: tuple(form for name in names if (form := catalogue.form_by_id.get(name)))
        for question, names in gaps(catalogue, record.assessment)
    }
    return [
        (question, moving.get(question.id, waiting.get(question.id, ())))
        for question in catalogue.questions
        if question.id in moving | waiting
    ]
