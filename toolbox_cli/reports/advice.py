"""The advice: what is known, what is assumed, what to do first, which measures fit and why, what cannot be done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toolbox_cli.analysis.assess import Assessment, Finding, Grade, Tested
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.analysis.legal_test import cautions_of
from toolbox_cli.analysis.profile import Local
from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.measure import Origin
from toolbox_cli.reports.belongings import practices_of, safeguards
from toolbox_cli.reports.decisions import decided_text, tell_decided
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.origin import Record, tell_doubts, tell_origin, tell_profile, tell_receipt
from toolbox_cli.reports.own import form_label, marked, origin_of, record_label
from toolbox_cli.reports.problem import assumptions, for_the_decision, gaps, problem_text, who_knows
from toolbox_cli.reports.profile import local_rules
from toolbox_cli.reports.relations import relation_bullets, relation_terms
from toolbox_cli.reports.words import (
    GRADE,
    TRUTH,
    WEIGHT,
    abbreviations,
    article_name,
    bases,
    first_sentence,
    form_name,
    listed,
    main_basis,
    partner_name,
    sentence,
    sourced,
    statement,
)
from toolbox_cli.rules.evaluate import missing
from toolbox_cli.rules.truth import Truth

TITLE = "Advies: aanpak van overlast rond een opvanglocatie"
_CHOOSE = re.compile(r" Kies alles[^.]*\.")
MOST_ASSUMPTIONS = 3
MOST_LABELS = 8
MOST_STEPS = 5
MOST_SAFEGUARDS = 4
MOST_PASSED_OVER = 2


def compose_advice(
    catalogue: Catalogue, assessment: Assessment, *, short: bool = False, record: Record | None = None, title: str = TITLE
) -> Document:
    """Return the advice as a document, the most important first; the short one stops after the measures that lead.

    With a `record` it says where sources differ, what is an estimate, who gave each answer, and by which receipt to make it again.
    """
    document = Document()
    document.heading(title, 1)
    document.paragraph(problem_text(catalogue, assessment))
    _requests(document, catalogue, assessment)
    if record is not None:
        tell_doubts(document, catalogue, record)
    _assumptions(document, catalogue, assessment)
    decisions = record.decisions if record is not None else ()
    tell_decided(document, catalogue, assessment, decisions)
    _first_steps(document, catalogue, assessment)
    _overview(document, catalogue, assessment)
    if short:
        document.bullets(
            [
                *(Line(f"Nr {finding.rank}: {_why(finding)}") for finding in assessment.findings if finding.leading and finding.order),
                *relation_bullets(catalogue, assessment),
            ]
        )
        document.callout(Tone.NOTE, catalogue.edition.jurist_note)
        if record is not None:
            tell_profile(document, catalogue, record)
            tell_receipt(document, record)
        return document
    _leading(document, catalogue, assessment, latest_by_form(decisions), record.local if record is not None else None)
    _also_fitting(document, catalogue, assessment)
    _not_possible(document, catalogue, assessment)
    _open(document, catalogue, assessment)
    _not_indicated(document, assessment)
    _gaps(document, catalogue, assessment)
    if record is not None:
        tell_origin(document, catalogue, record)
    _closing(document, catalogue)
    if record is not None:
        tell_receipt(document, record)
    return document


def _requests(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    """What was asked and cannot be done is answered at once, with what can."""
    for finding in assessment.graded(Grade.RULED_OUT):
        if finding.form.measure.origin is Origin.REFUSAL and finding.failing is not None:
            condition = finding.failing.condition
            place = article_name(catalogue, condition.article, condition.paragraph)
            document.callout(Tone.NOTE, f"{form_label(finding.form)} is gevraagd, maar kan niet. {condition.way_on}", (place,))


def _assumptions(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    found = assumptions(catalogue, assessment)
    decision = [question.label for question in for_the_decision(catalogue, assessment)]
    if not found and not decision:
        return
    document.heading("Wat niet bekend is")
    document.bullets([Line(f"{text} Wie weet het: {who_knows(catalogue, question)}.") for question, text in found[:MOST_ASSUMPTIONS]])
    if len(found) > MOST_ASSUMPTIONS:
        rest = list(dict.fromkeys(question.label for question, _ in found[MOST_ASSUMPTIONS:]))
        more = f" en nog {len(rest) - MOST_LABELS}" if len(rest) > MOST_LABELS else ""
        document.paragraph(
            f"Ook niet bekend: {', '.join(rest[:MOST_LABELS])}{more}. Wie het weet staat bij 'Nog uit te zoeken'.", muted=True
        )
    if decision:
        more = f" en nog {len(decision) - MOST_LABELS}" if len(decision) > MOST_LABELS else ""
        document.paragraph(
            f"Over het besluit zelf is nog niet bekend: {', '.join(decision[:MOST_LABELS])}{more}. Toets dat met toolbox check.",
            muted=True,
        )


def _first_steps(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    document.heading("Eerst doen, deze week")
    steps = assessment.steps[:MOST_STEPS]
    document.bullets([sourced(catalogue, record_label(catalogue, step, step.text), step.source) for step in steps], numbered=True)


def _overview(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    leading = [finding for finding in assessment.findings if finding.leading]
    document.heading("Maatregelen die vooraan staan")
    if not leading:
        document.paragraph(
            "Op deze antwoorden is nog geen maatregel vooraan te zetten. Doe eerst de stappen hierboven en vul daarna de antwoorden aan."
        )
        return
    rows = [
        (
            str(finding.rank),
            form_label(finding.form),
            GRADE[finding.grade],
            main_basis(catalogue, finding.form),
            _decider(catalogue, finding),
        )
        for finding in leading
    ]
    document.table(("nr", "maatregel", "oordeel", "grondslag", "beslist"), rows)
    document.paragraph(
        "De eerste vijf passen het best bij dit probleem; daarbinnen staat het lichtste eerst, preventief naast repressief. Staat een "
        "zwaarder middel boven een lichter dat nog niet is geprobeerd, dan staat de reden erbij.",
        muted=True,
    )


def _leading(
    document: Document, catalogue: Catalogue, assessment: Assessment, decided: Mapping[str, Decision], local: Local | None
) -> None:
    for finding in assessment.findings:
        if finding.leading:
            document.heading(f"{finding.rank}. {form_label(finding.form)} ({GRADE[finding.grade]})", 3)
            _explain(document, catalogue, assessment, finding, decided.get(finding.form.id), local)


def _explain(
    document: Document, catalogue: Catalogue, assessment: Assessment, finding: Finding, decision: Decision | None, local: Local | None
) -> None:
    form = finding.form
    document.paragraph(form.variant.summary.text, statement(catalogue, form.variant.summary).sources)
    pairs = [
        ("Besluit", Line(decided_text(decision) if decision else "")),
        ("Herkomst", Line(origin_of(catalogue, form.measure))),
        ("Waarom hier", Line(_why(finding))),
        ("Zwaarte", Line(WEIGHT[form.rule.weight] + (" (al geprobeerd)" if finding.tried else ""))),
        ("Grondslag", Line(bases(catalogue, form))),
        ("In uw gemeente", local_rules(catalogue, local, form)),
        ("Beslist", Line(_decider(catalogue, finding))),
        ("Duur", statement(catalogue, form.max_duration) if form.max_duration else Line("")),
        ("Verlengen", statement(catalogue, form.renewal) if form.renewal else Line("")),
        ("Voorwaarden", Line(_conditions(catalogue, finding))),
        *relation_terms(catalogue, assessment, finding),
        *[
            ("Let op", statement(catalogue, caution))
            for item in finding.tested
            for caution in cautions_of(catalogue, item, assessment.answers)
        ],
        ("Eerst overleg", Line(_duties(catalogue, form, after=False))),
        ("Daarna melden", Line(_duties(catalogue, form, after=True))),
        ("Waarborgen", Line(" ".join(sentence(text) for text in safeguards(catalogue, form, assessment.answers)[:MOST_SAFEGUARDS]))),
        ("Partners", Line(listed(partner_name(catalogue, link.partner) for link in form.measure.partners))),
        ("Praktijk", Line(listed(record_label(catalogue, item, item.name) for item in practices_of(catalogue, form)))),
        ("Onderzoek", sourced(catalogue, _evidence(form), form.measure.evidence.source[:1])),
    ]
    document.terms(pairs)


def _conditions(catalogue: Catalogue, finding: Finding) -> str:
    if not finding.tested:
        return finding.form.rule.no_conditions or ""
    unmet = [item for item in finding.tested if item.truth is Truth.UNKNOWN]
    if not unmet:
        return "op deze antwoorden is aan de wettelijke voorwaarden voldaan"
    facts = [item for item in unmet if not _of_the_decision(catalogue, item)]
    listing = " ".join(f"({at}) {_named(catalogue, item)}" for at, item in enumerate(facts, start=1))
    still = len(unmet) - len(facts)
    check = (
        f"Over het besluit zelf staan nog {still} voorwaarden open: toolbox check {finding.form.id}"
        if still > 1
        else (f"Over het besluit zelf staat nog 1 voorwaarde open: toolbox check {finding.form.id}" if still else "")
    )
    known = f"{len(finding.tested) - len(unmet)} van {len(finding.tested)} voldaan."
    return " ".join(part for part in (known, f"Nog niet bekend is: {listing}" if facts else "", check) if part)


def _of_the_decision(catalogue: Catalogue, item: Tested) -> bool:
    """Whether a condition only waits for what the decision itself will say."""
    return all(catalogue.question_by_id[name].detail for name in missing(item.reason))


def _why(finding: Finding) -> str:
    why = sentence(listed(finding.leads))
    names = [form_label(form) for form in finding.above[:MOST_PASSED_OVER]]
    if not names or not finding.order:
        return why
    more = ["andere lichtere middelen"] if len(finding.above) > MOST_PASSED_OVER else []
    return f"{why} Daarom staat dit boven {listed([*names, *more])}."


def _duties(catalogue: Catalogue, form: Form, *, after: bool) -> str:
    return listed(partner_name(catalogue, item.partner) for item in form.consults if item.duty and item.after is after)


def _named(catalogue: Catalogue, item: Tested) -> str:
    place = article_name(catalogue, item.condition.article, item.condition.paragraph)
    return f"{item.condition.text.rstrip('.')} [{place}]."


def _evidence(form: Form) -> str:
    evidence = form.measure.evidence
    return f"{evidence.strength.value}. {first_sentence(evidence.text)}"


def _decider(catalogue: Catalogue, finding: Finding) -> str:
    name = partner_name(catalogue, finding.form.decides)
    return f"{name}, op verzoek" if finding.form.rule.request else name


def _also_fitting(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
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


def _not_possible(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    ruled_out = [finding for finding in assessment.graded(Grade.RULED_OUT) if finding.form.measure.origin is not Origin.REFUSAL]
    if not ruled_out:
        return
    document.heading("Nu niet mogelijk")
    for names, failing in _by_fault(ruled_out):
        condition = failing.condition
        document.heading(listed(names), 3)
        place = article_name(catalogue, condition.article, condition.paragraph)
        document.terms(
            [
                ("Ontbreekt", Line(f"{condition.text} ({TRUTH[failing.truth]})", (place,))),
                ("Wat wel kan", Line(condition.way_on)),
                ("Zie ook", Line(listed(form_name(catalogue, name) for name in condition.instead))),
            ]
        )


def _by_fault(ruled_out: Sequence[Finding]) -> list[tuple[list[str], Tested]]:
    """Measures that fail on the same condition are told together."""
    faults: dict[str, tuple[list[str], Tested]] = {}
    for finding in ruled_out:
        if finding.failing is not None:
            faults.setdefault(finding.failing.condition.id, ([], finding.failing))[0].append(form_label(finding.form))
    return list(faults.values())


def _open(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    findings = assessment.graded(Grade.UNDETERMINED)
    if not findings:
        return
    document.heading("Nog niet te zeggen")
    document.table(
        ("maatregel", "hangt af van"), [(form_label(finding.form), _depends(catalogue, finding.open_questions)) for finding in findings]
    )


def _depends(catalogue: Catalogue, names: Sequence[str]) -> str:
    labels = [catalogue.question_by_id[name].label for name in names[:3]]
    return ", ".join(labels) + (f" en nog {len(names) - 3}" if len(names) > 3 else "")


def _not_indicated(document: Document, assessment: Assessment) -> None:
    findings = assessment.graded(Grade.NOT_INDICATED)
    elsewhere = {finding.form.measure.id for finding in assessment.findings if finding.grade is not Grade.NOT_INDICATED}
    forms = [
        (finding.form, finding.form.name if finding.form.measure.id in elsewhere else finding.form.measure.name) for finding in findings
    ]
    names = (marked(name, own=form.own) for form, name in forms)
    if findings:
        document.heading("Niet aangewezen voor dit probleem")
        document.paragraph(sentence(listed(dict.fromkeys(names))), muted=True)


def _gaps(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    found = gaps(catalogue, assessment)
    if not found:
        return
    document.heading("Nog uit te zoeken")
    by_partner: dict[str, list[str]] = {}
    for question, _ in found:
        by_partner.setdefault(question.who[0], []).append(_CHOOSE.sub("", question.text))
    document.bullets([Line(f"Vraag {partner_name(catalogue, partner)}: {' '.join(texts)}") for partner, texts in by_partner.items()])
    if any(question.id not in assessment.answers for question, _ in found):
        document.paragraph(
            "Gevraagd is wat bepaalt welke maatregelen vooraan staan. Verder gaan met één maatregel: toolbox check VARIANT. Alle "
            "vragen die nog een oordeel veranderen: toolbox analyse --next.",
            muted=True,
        )


def _closing(document: Document, catalogue: Catalogue) -> None:
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    document.paragraph(
        "Meer over een maatregel: toolbox measure NAAM. Hoeveel subsidie er was: toolbox spuk-estimate --places AANTAL.", muted=True
    )
