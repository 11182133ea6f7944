"""What another answer would change, and which open questions can still move something: both as documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolbox_cli.analysis.assess import Finding, Tested
from toolbox_cli.analysis.changes import Turned, WhatIf
from toolbox_cli.analysis.deciding import OpenQuestion
from toolbox_cli.analysis.legal_test import LegalTest
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import form_label, marked
from toolbox_cli.reports.problem import shown, who_knows
from toolbox_cli.reports.words import GRADE, TRUTH, VERDICT, article_name, condition_place, listed, sourced
from toolbox_cli.rules.truth import Truth

MOST_MEASURES = 4
_INDICATED = {Truth.YES: "Het probleem vraagt dan om deze maatregel.", Truth.NO: "Het probleem vraagt dan niet om deze maatregel."}


def compose_what_if(catalogue: Catalogue, found: WhatIf, others: Mapping[str, Answer]) -> Document:
    """Return only what changes with these other answers, with the reason; or that nothing does."""
    document = _titled(catalogue, others)
    if found.lapsed:
        labels = [catalogue.question_by_id[name].label for name in found.lapsed]
        document.paragraph(f"Dan vervallen de antwoorden over: {listed(labels)}.")
    if not found.turned:
        document.paragraph("Geen enkel oordeel verandert.")
    else:
        document.heading("Andere oordelen")
    for turned in found.turned:
        document.heading(form_label(turned.form), 3)
        document.terms([("Oordeel", Line(f"was: {_grade(turned.before)}; wordt: {_grade(turned.after)}"))])
        document.bullets(_reasons(catalogue, turned))
    for title, steps in (("Komt erbij bij de eerste stappen", found.new_steps), ("Vervalt bij de eerste stappen", found.gone_steps)):
        if steps:
            document.heading(title)
            document.bullets([sourced(catalogue, step.text, step.source) for step in steps])
    return document


def compose_turned_test(catalogue: Catalogue, before: LegalTest, after: LegalTest, others: Mapping[str, Answer]) -> Document:
    """Return what changes in the legal test of one form with these other answers: the verdict and the conditions that turn."""
    document = _titled(catalogue, others)
    same = before.truth is after.truth
    verdict = f"blijft: {VERDICT[after.truth]}" if same else f"was: {VERDICT[before.truth]}; wordt: {VERDICT[after.truth]}"
    document.heading(form_label(before.form), 3)
    document.terms([("Oordeel", Line(verdict))])
    turned = [(old.tested, new.tested) for old, new in zip(before.conditions, after.conditions, strict=True)]
    lines = [_turned_line(catalogue, old, new) for old, new in turned if old.truth is not new.truth]
    document.bullets(lines or [Line("Geen enkele voorwaarde verandert.")])
    return document


def compose_next(catalogue: Catalogue, found: Sequence[OpenQuestion]) -> Document:
    """Return the open questions, the most moving first, with who can answer."""
    document = Document()
    document.heading("Wat nu uit te zoeken", 1)
    if not found:
        document.paragraph("Geen enkele open vraag kan nog een oordeel veranderen.")
        return document
    for title, detail in (("Over het probleem, de persoon en de lokale regels", False), ("Bij het besluit zelf", True)):
        items = [item for item in found if item.question.detail is detail]
        if items:
            document.heading(title)
            document.bullets([_open(catalogue, item) for item in items], numbered=True)
    document.paragraph("Beantwoorden: --set VRAAG=ANTWOORD. Uitleg bij een vraag: toolbox questions VRAAG.", muted=True)
    return document


def _open(catalogue: Catalogue, item: OpenQuestion) -> Line:
    names = list(dict.fromkeys(marked(form.measure.name, own=form.own) for form in item.forms))
    more = f" en nog {len(names) - MOST_MEASURES}" if len(names) > MOST_MEASURES else ""
    moves = "1 oordeel" if len(item.forms) == 1 else f"{len(item.forms)} oordelen"
    text = f"{item.question.text} ({item.question.id}) Kan nog {moves} veranderen: {', '.join(names[:MOST_MEASURES])}{more}."
    return Line(f"{text} Wie weet het: {who_knows(catalogue, item.question)}.")


def _titled(catalogue: Catalogue, others: Mapping[str, Answer]) -> Document:
    document = Document()
    document.heading("Wat als", 1)
    said = [f"{catalogue.question_by_id[name].label}: {shown(catalogue.question_by_id[name], answer)}" for name, answer in others.items()]
    document.paragraph(f"Als dit het antwoord was: {'; '.join(said)}.")
    return document


def _turned_line(catalogue: Catalogue, before: Tested, after: Tested) -> Line:
    place = condition_place(catalogue, after.condition)
    return Line(f"{after.condition.text.rstrip('.')}: was {TRUTH[before.truth]}, wordt {TRUTH[after.truth]}", (place,))


def _grade(finding: Finding | None) -> str:
    return GRADE[finding.grade] if finding is not None else "niet aan de orde"


def _reasons(catalogue: Catalogue, turned: Turned) -> list[Line]:
    unknown = "Of het probleem om deze maatregel vraagt, is dan onbekend."
    lines = [Line(_INDICATED.get(turned.indicated.truth, unknown))] if turned.indicated else []
    if turned.after is not None and turned.after.failing is not None:
        failing = turned.after.failing.condition
        place = article_name(catalogue, failing.article, failing.paragraph)
        lines.append(Line(f"Staat in de weg: {failing.text} {failing.way_on}", (place,)))
    return lines + [_turned_line(catalogue, before, after) for before, after in turned.conditions]
