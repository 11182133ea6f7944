"""The measures in an advice: those that lead in a table, and each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping

from toolbox_cli.analysis.assess import Assessment, Finding, Tested
from toolbox_cli.analysis.legal_test import cautions_of
from toolbox_cli.analysis.profile import Local
from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.reports.belongings import practices_of, safeguards
from toolbox_cli.reports.decisions import decided_text
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import form_label, origin_of, record_label
from toolbox_cli.reports.profile import local_rules
from toolbox_cli.reports.relations import relation_terms
from toolbox_cli.reports.words import (
    GRADE,
    WEIGHT,
    bases,
    condition_place,
    first_sentence,
    listed,
    main_basis,
    partner_name,
    sentence,
    sourced,
    statement,
)
from toolbox_cli.rules.evaluate import missing
from toolbox_cli.rules.truth import Truth

MOST_SAFEGUARDS = 4
MOST_PASSED_OVER = 2
OVERVIEW = ("nr", "maatregel", "oordeel", "grondslag", "beslist")
IN_ORDER = (
    "De eerste vijf passen het best bij dit probleem; daarbinnen staat het lichtste eerst, preventief naast repressief. Staat een "
    "zwaarder middel boven een lichter dat nog niet is geprobeerd, dan staat de reden erbij."
)


def tell_overview(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    """Add the measures that lead in a table, or that there are none yet."""
    document.heading("Maatregelen die vooraan staan")
    rows = overview_rows(catalogue, assessment)
    if not rows:
        document.paragraph(
            "Op deze antwoorden is nog geen maatregel vooraan te zetten. Doe eerst de stappen hierboven en vul daarna de antwoorden aan."
        )
        return
    document.table(OVERVIEW, rows)
    document.paragraph(IN_ORDER, muted=True)


def overview_rows(catalogue: Catalogue, assessment: Assessment) -> list[tuple[str, ...]]:
    """Return the measures that lead: number, name, grade, legal basis, who decides."""
    return [
        (
            str(finding.rank),
            form_label(finding.form),
            GRADE[finding.grade],
            main_basis(catalogue, finding.form),
            decider(catalogue, finding.form),
        )
        for finding in assessment.findings
        if finding.leading
    ]


def tell_leading(
    document: Document, catalogue: Catalogue, assessment: Assessment, decided: Mapping[str, Decision], local: Local | None
) -> None:
    """Add each measure that leads, with what belongs to it."""
    for finding in assessment.findings:
        if finding.leading:
            document.heading(f"{finding.rank}. {form_label(finding.form)} ({GRADE[finding.grade]})", 3)
            document.paragraph(finding.form.variant.summary.text, statement(catalogue, finding.form.variant.summary).sources)
            conditions = _conditions(catalogue, finding)
            document.terms(measure_terms(catalogue, assessment, finding, decided.get(finding.form.id), local, conditions))


def measure_terms(
    catalogue: Catalogue, assessment: Assessment, finding: Finding, decision: Decision | None, local: Local | None, conditions: str
) -> list[tuple[str, Line]]:
    """Return what belongs to a measure on these facts, by label; what there is nothing to say about is empty."""
    form = finding.form
    return [
        ("Besluit", Line(decided_text(decision) if decision else "")),
        ("Herkomst", Line(origin_of(catalogue, form.measure))),
        ("Waarom hier", Line(why_here(finding))),
        ("Zwaarte", Line(WEIGHT[form.rule.weight] + (" (al geprobeerd)" if finding.tried else ""))),
        ("Grondslag", Line(bases(catalogue, form))),
        ("In uw gemeente", local_rules(catalogue, local, form)),
        ("Beslist", Line(decider(catalogue, form))),
        ("Duur", statement(catalogue, form.max_duration) if form.max_duration else Line("")),
        ("Verlengen", statement(catalogue, form.renewal) if form.renewal else Line("")),
        ("Voorwaarden", Line(conditions)),
        *relation_terms(catalogue, assessment, finding),
        *[
            ("Let op", statement(catalogue, caution))
            for item in finding.tested
            for caution in cautions_of(catalogue, item, assessment.answers)
        ],
        ("Eerst overleg", Line(duties_text(catalogue, form, after=False))),
        ("Daarna melden", Line(duties_text(catalogue, form, after=True))),
        ("Waarborgen", Line(" ".join(sentence(text) for text in safeguards(catalogue, form, assessment.answers)[:MOST_SAFEGUARDS]))),
        ("Partners", Line(listed(partner_name(catalogue, link.partner) for link in form.measure.partners))),
        ("Praktijk", Line(listed(record_label(catalogue, item, item.name) for item in practices_of(catalogue, form)))),
        ("Onderzoek", sourced(catalogue, _evidence(form), form.measure.evidence.source[:1])),
    ]


def _conditions(catalogue: Catalogue, finding: Finding) -> str:
    if not finding.tested:
        return finding.form.rule.no_conditions or ""
    unmet = [item for item in finding.tested if item.truth is Truth.UNKNOWN]
    if not unmet:
        return "op deze antwoorden is aan de wettelijke voorwaarden voldaan"
    facts = [item for item in unmet if not of_the_decision(catalogue, item)]
    listing = " ".join(f"({at}) {_named(catalogue, item)}" for at, item in enumerate(facts, start=1))
    still = len(unmet) - len(facts)
    stand = "staat nog 1 voorwaarde" if still == 1 else f"staan nog {still} voorwaarden"
    check = f"Over het besluit zelf {stand} open: toolbox check {finding.form.id}" if still else ""
    known = f"{len(finding.tested) - len(unmet)} van {len(finding.tested)} voldaan."
    return " ".join(part for part in (known, f"Nog niet bekend is: {listing}" if facts else "", check) if part)


def of_the_decision(catalogue: Catalogue, item: Tested) -> bool:
    """Whether a condition only waits for what the decision itself will say."""
    return all(catalogue.question_by_id[name].detail for name in missing(item.reason))


def why_here(finding: Finding) -> str:
    """Return why a measure is aimed at this problem, and why it stands above lighter ones."""
    if not finding.leads:
        return ""
    why = sentence(listed(finding.leads))
    names = [form_label(form) for form in finding.above[:MOST_PASSED_OVER]]
    if not names or not finding.order:
        return why
    more = ["andere lichtere middelen"] if len(finding.above) > MOST_PASSED_OVER else []
    return f"{why} Daarom staat dit boven {listed([*names, *more])}."


def duties_text(catalogue: Catalogue, form: Form, *, after: bool) -> str:
    """Return who must be heard before the decision or, with `after`, told of it."""
    return listed(partner_name(catalogue, item.partner) for item in form.consults if item.duty and item.after is after)


def _named(catalogue: Catalogue, item: Tested) -> str:
    place = condition_place(catalogue, item.condition)
    return f"{item.condition.text.rstrip('.')} [{place}]."


def _evidence(form: Form) -> str:
    evidence = form.measure.evidence
    return f"{evidence.strength.value}. {first_sentence(evidence.text)}"


def decider(catalogue: Catalogue, form: Form) -> str:
    """Return who decides, and whether that is on request."""
    name = partner_name(catalogue, form.decides)
    return f"{name}, op verzoek" if form.rule.request else name
