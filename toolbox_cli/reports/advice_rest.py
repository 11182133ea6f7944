"""What an advice says beside the measures that lead: what fits as well, what cannot be done, what is open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolbox_cli.analysis.assess import Assessment, Finding, Grade, Tested
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Question
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import form_label, marked
from toolbox_cli.reports.problem import gaps
from toolbox_cli.reports.words import GRADE, TRUTH, condition_place, listed, main_basis, partner_name, sentence, way_on_terms

_CHOOSE = re.compile(r" Kies alles[^.]*\.")


def tell_also_fitting(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    """Add what is advised and does not lead; nothing when there is nothing."""
    others = [finding for finding in assessment.advice if not finding.leading]
    if not others:
        return
    document.heading("Past ook")
    document.table(
        ("maatregel", "oordeel", "grondslag"),
        [
            (
                form_label(finding.form),
                f"{GRADE[finding.grade]}{' (is er al)' if finding.present else ''}",
                main_basis(catalogue, finding.form),
            )
            for finding in others
        ],
    )


def tell_not_possible(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    """Add what the law does not allow now: the one condition at fault, its article, and the way on."""
    ruled_out = [finding for finding in assessment.graded(Grade.RULED_OUT) if finding.form.measure.origin is not Origin.REFUSAL]
    if not ruled_out:
        return
    document.heading("Nu niet mogelijk")
    for names, failing in by_fault(ruled_out):
        document.heading(listed(names), 3)
        document.terms(fault_terms(catalogue, failing, assessment))


def fault_terms(catalogue: Catalogue, failing: Tested, assessment: Assessment) -> list[tuple[str, Line]]:
    """Return the condition at fault with its article, the way on, and what may be done instead, by label."""
    condition = failing.condition
    return [
        ("Ontbreekt", Line(f"{condition.text} ({TRUTH[failing.truth]})", (condition_place(catalogue, condition),))),
        *way_on_terms(catalogue, condition, assessment),
    ]


def by_fault(ruled_out: Sequence[Finding]) -> list[tuple[list[str], Tested]]:
    """Return the names of what is ruled out with the condition at fault; what fails on the same one goes together."""
    faults: dict[str, tuple[list[str], Tested]] = {}
    for finding in ruled_out:
        if finding.failing is not None:
            faults.setdefault(finding.failing.condition.id, ([], finding.failing))[0].append(form_label(finding.form))
    return list(faults.values())


def tell_open(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    """Add the measures of which nothing can be said yet, with what they depend on."""
    findings = assessment.graded(Grade.UNDETERMINED)
    if not findings:
        return
    document.heading("Nog niet te zeggen")
    document.table(
        ("maatregel", "hangt af van"), [(form_label(finding.form), depends_on(catalogue, finding.open_questions)) for finding in findings]
    )


def depends_on(catalogue: Catalogue, names: Sequence[str]) -> str:
    """Return what these questions are about: the first three, and how many more."""
    labels = [catalogue.question_by_id[name].label for name in names[:3]]
    return ", ".join(labels) + (f" en nog {len(names) - 3}" if len(names) > 3 else "")


def tell_not_indicated(document: Document, assessment: Assessment) -> None:
    """Add the names of what this problem does not call for."""
    findings = assessment.graded(Grade.NOT_INDICATED)
    elsewhere = {finding.form.measure.id for finding in assessment.findings if finding.grade is not Grade.NOT_INDICATED}
    forms = [
        (finding.form, finding.form.name if finding.form.measure.id in elsewhere else finding.form.measure.name) for finding in findings
    ]
    names = (marked(name, own=form.own) for form, name in forms)
    if findings:
        document.heading("Niet aangewezen voor dit probleem")
        document.paragraph(sentence(listed(dict.fromkeys(names))), muted=True)


def tell_gaps(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    """Add whom to ask what, and how to go on."""
    found = gaps(catalogue, assessment)
    if not found:
        return
    document.heading("Nog uit te zoeken")
    document.bullets(to_ask(catalogue, [question for question, _ in found]))
    if any(question.id not in assessment.answers for question, _ in found):
        document.paragraph(
            "Gevraagd is wat bepaalt welke maatregelen vooraan staan. Verder gaan met één maatregel: toolbox check VARIANT. Alle "
            "vragen die nog een oordeel veranderen: toolbox analyse --next.",
            muted=True,
        )


def to_ask(catalogue: Catalogue, questions: Sequence[Question]) -> list[Line]:
    """Return per partner the questions to put to it, in the order given."""
    by_partner: dict[str, list[str]] = {}
    for question in questions:
        by_partner.setdefault(question.who[0], []).append(put(question))
    return [Line(f"Vraag {partner_name(catalogue, partner)}: {' '.join(texts)}") for partner, texts in by_partner.items()]


def put(question: Question) -> str:
    """Return a question as it is put to a partner."""
    return _CHOOSE.sub("", question.text)
