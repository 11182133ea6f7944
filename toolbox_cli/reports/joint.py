"""One advice on several problems: first what they share, then the advice on each; conditions never mix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.analysis.assess import Finding
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.origin import Json, Record, advice_json, receipt_json, tell_receipt
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import gaps, problem_text
from toolbox_cli.reports.words import GRADE, cited, listed, partner_name

MOST_NAMES, MOST_STEPS, MOST_LABELS = 3, 8, 6


def compose_joint(catalogue: Catalogue, records: Sequence[Record], *, short: bool = False) -> Document:
    """Return the advice on several problems as one document; `records` holds at least two."""
    document = Document()
    document.heading(f"Advies over {len(records)} problemen rond een opvanglocatie", 1)
    document.paragraph("Elk probleem is apart getoetst: een voorwaarde die bij het ene probleem is vervuld, telt niet bij het andere.")
    document.table(("probleem", "wat er speelt", "vooraan"), [_row(catalogue, record) for record in records])
    _steps(document, catalogue, records)
    _shared_measures(document, records)
    _shared_gaps(document, catalogue, records)
    for record in records:
        title = f"Probleem {_id(record)}: {record.problem.name}" if record.problem and record.problem.title else f"Probleem {_id(record)}"
        one = compose_advice(catalogue, record.assessment, short=short, record=record, title=title)
        document.blocks += one.blocks[:-1]  # the receipt is the same for all and stands at the end
    tell_receipt(document, records[0])
    return document


def _row(catalogue: Catalogue, record: Record) -> tuple[str, str, str]:
    leading = [form_label(finding.form) for finding in record.assessment.findings if finding.leading]
    more = f" en nog {len(leading) - MOST_NAMES}" if len(leading) > MOST_NAMES else ""
    first = problem_text(catalogue, record.assessment).split(". ")[0].rstrip(".") + "."
    return _id(record), first, (", ".join(leading[:MOST_NAMES]) + more) or "nog niets"


def _id(record: Record) -> str:
    return record.problem.id if record.problem else ""


def _steps(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    """The first steps of all problems, each once, in the order of the content."""
    found = [(step, owners) for step in catalogue.steps if (owners := [record for record in records if step in record.assessment.steps])]
    document.heading("Eerst doen, deze week")
    items = [Line(f"{step.text}{_for(owners, records)}", cited(catalogue, step.source)) for step, owners in found]
    document.bullets(items[:MOST_STEPS], numbered=True)


def _for(owners: Sequence[Record], records: Sequence[Record]) -> str:
    return "" if len(owners) == len(records) else f" (Voor {listed(_id(record) for record in owners)}.)"


def shared_findings(records: Sequence[Record]) -> Iterator[tuple[str, dict[str, Finding]]]:
    """Yield the forms that are advised for more than one problem and lead for one at least, each with its finding per problem."""
    by_form: dict[str, dict[str, Finding]] = {}
    for record in records:
        for finding in record.assessment.advice:
            by_form.setdefault(finding.form.id, {})[_id(record)] = finding
    for name, found in by_form.items():
        if len(found) > 1 and any(finding.leading for finding in found.values()):
            yield name, found


def _shared_measures(document: Document, records: Sequence[Record]) -> None:
    rows = [
        (form_label(next(iter(found.values())).form), "; ".join(f"{name}: {GRADE[finding.grade]}" for name, finding in found.items()))
        for _, found in shared_findings(records)
    ]
    if rows:
        document.heading("Maatregelen die voor meer problemen passen")
        document.table(("maatregel", "oordeel per probleem"), rows)
        document.paragraph(
            "Eén maatregel kan voor beide nuttig zijn; een bevel of gebied moet voor elk probleem apart worden onderbouwd.", muted=True
        )


def shared_gaps(catalogue: Catalogue, records: Sequence[Record]) -> dict[str, dict[Question, list[str]]]:
    """Return by partner what is to be asked, each question once, with the problems it is about."""
    found: dict[str, dict[str, tuple[Question, list[str]]]] = {}
    for record in records:
        for question, _ in gaps(catalogue, record.assessment):
            found.setdefault(question.who[0], {}).setdefault(question.id, (question, []))[1].append(_id(record))
    return {partner: dict(items.values()) for partner, items in found.items()}


def _shared_gaps(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    found = shared_gaps(catalogue, records)
    if not found:
        return
    document.heading("In één keer na te vragen")
    rows = []
    for partner, items in found.items():
        labels = [_asked(question, names, len(records)) for question, names in items.items()]
        more = f" en nog {len(labels) - MOST_LABELS}" if len(labels) > MOST_LABELS else ""
        rows.append(Line(f"{partner_name(catalogue, partner)}: {'; '.join(labels[:MOST_LABELS])}{more}."))
    document.bullets(rows)


def _asked(question: Question, names: Sequence[str], count: int) -> str:
    return question.label if question.shared or len(names) == count else f"{question.label} ({listed(names)})"


def joint_json(catalogue: Catalogue, records: Sequence[Record]) -> Json:
    """Return the advice per problem and what the problems share."""
    plain = [
        {"id": _id(record), "title": record.problem.title if record.problem else "", **advice_json(catalogue, record)} for record in records
    ]
    return {
        "schema_version": plain[0]["schema_version"],
        "content_version": plain[0]["content_version"],
        "problems": plain,
        "joint": {
            "measures": [
                {"form": name, "grades": {problem: finding.grade.value for problem, finding in found.items()}}
                for name, found in shared_findings(records)
            ],
            "ask": [
                {"partner": partner, "questions": [{"question": question.id, "problems": names} for question, names in items.items()]}
                for partner, items in shared_gaps(catalogue, records).items()
            ],
        },
        "receipt": receipt_json(records[0].receipt),
    }
