"""Instead of a draft: why a decision cannot be taken on these answers, why there is no intention, or no draft at all."""

from __future__ import annotations

from toolbox_cli.analysis.assess import Assessment, facts_of
from toolbox_cli.analysis.legal_test import LegalTest, Settling
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.draft import NoDraft
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import condition_place, sourced, statement, way_on_terms
from toolbox_cli.rules.evaluate import questions_in
from toolbox_cli.rules.truth import Truth

CANNOT = "Dit besluit kan op deze antwoorden niet worden genomen. Daarom is er geen ontwerp."


def cannot(catalogue: Catalogue, test: LegalTest, assessment: Assessment) -> Document:
    """Return one page that names each condition that fails, its article, the answers it rests on, and the way on; no text of a decision."""
    document = Document()
    document.heading(f"Geen ontwerp: {form_label(test.form)}", 1)
    document.callout(Tone.NOTE, CANNOT)
    failing = [item for item in test.conditions if item.tested.truth is Truth.NO]
    document.heading("Waaraan niet is voldaan")
    for item in failing:
        document.heading(item.tested.condition.text.rstrip("."), 3)
        document.terms(_failing(catalogue, test, item, assessment))
    document.heading("Wat nu")
    document.bullets(
        [
            Line("Klopt een antwoord niet, verbeter het dan in de zaak, met de bron; nooit alleen om een besluit mogelijk te maken."),
            Line("Klopt het wel, kies dan een van de andere wegen hierboven."),
            Line("Ook met andere antwoorden moet elke andere voorwaarde van de wet nog vaststaan."),
        ]
    )
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note, muted=True)
    return document


def no_intention(catalogue: Catalogue, form: Form, why: Statement) -> Document:
    """Return one page that says why there is no intention for this form."""
    document = Document()
    document.heading(f"Geen voornemen: {form_label(form)}", 1)
    line = statement(catalogue, why)
    document.paragraph(line.text, line.sources)
    document.paragraph("Er is wel een ontwerp van het besluit.")
    return document


def why_none(catalogue: Catalogue, form: Form) -> NoDraft | None:
    """Return why there is no draft for the power of this form; None where it has no power, or where there is one."""
    return next((item for item in catalogue.no_drafts if form.power is not None and item.power == form.power.id), None)


def no_skeleton(catalogue: Catalogue, form: Form) -> Document:
    """Return one page that says why there is no draft for this form."""
    document = Document()
    document.heading(f"Geen ontwerp: {form_label(form)}", 1)
    found = why_none(catalogue, form)
    if found is not None:
        line = sourced(catalogue, found.why, found.source)
        document.paragraph(line.text, line.sources)
    else:
        document.paragraph("Voor deze maatregel is geen besluit nodig, of de bevoegdheid is er een van de gemeente zelf zonder ontwerp.")
    return document


def _failing(catalogue: Catalogue, test: LegalTest, item: Settling, assessment: Assessment) -> list[tuple[str, Line]]:
    condition = item.tested.condition
    return [
        ("Artikel", Line(condition_place(catalogue, condition))),
        ("Rust op", Line(_rests_on(catalogue, test, item))),
        *way_on_terms(catalogue, condition, assessment),
    ]


def _rests_on(catalogue: Catalogue, test: LegalTest, item: Settling) -> str:
    """The answers behind it, as choices and numbers."""
    names = questions_in(item.tested.condition.when, facts_of(catalogue))
    asked = (question for question in catalogue.questions if question.id in names)
    said = [
        f"{question.label}: {shown(question, answer)}" for question in asked if (answer := test.told.get(question.id)) and answer.values
    ]
    return "; ".join(said)
