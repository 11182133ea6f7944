"""The questions as a document, as an empty answer file, and for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolbox_cli.analysis.interview import use_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN, Kind, Question
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import who_knows
from toolbox_cli.reports.words import article_name, cite, listed

KIND = {
    Kind.YES_NO: "ja of nee",
    Kind.CHOICE: "één keuze",
    Kind.CHOICES: "meer keuzes mogelijk",
    Kind.NUMBER: "een heel getal",
    Kind.DATE: "een datum",
}
EXAMPLE = {Kind.NUMBER: "bijvoorbeeld 3", Kind.DATE: "bijvoorbeeld 2026-03-12"}


def compose_questions(catalogue: Catalogue) -> Document:
    """Return all questions per section with their possible answers."""
    document = Document()
    document.heading("Vragen van de probleemanalyse", 1)
    document.paragraph(f"Op elke vraag is ook '{UNKNOWN}' een antwoord. Een leeg antwoordbestand: toolbox questions --template", muted=True)
    for section in catalogue.sections:
        document.heading(section.title)
        rows = [(question.id, question.text, _options(question)) for question in catalogue.questions if question.section == section.id]
        document.table(("vraag", "tekst", "antwoorden"), rows)
    return document


def compose_question(catalogue: Catalogue, question: Question) -> Document:
    """Return one question: why it is asked, who can answer, and what hangs on it."""
    use = use_of(catalogue, question.id)
    document = Document()
    document.heading(question.text, 1)
    document.paragraph(question.help)
    document.terms(
        [
            ("Naam", Line(question.id)),
            ("Soort", Line(KIND[question.kind])),
            ("Wie weet het", Line(who_knows(catalogue, question))),
            ("Als onbekend", Line(question.if_unknown or "")),
            ("Maatregelen", Line(listed(form_label(form) for form in use.forms))),
            ("Artikelen", Line("; ".join(dict.fromkeys(article_name(catalogue, item.article, item.paragraph) for item in use.conditions)))),
            ("Bron", Line(listed(cite(catalogue, source) for source in question.source))),
        ]
    )
    document.table(("antwoord", "betekenis"), [(option.id, option.label) for option in question.options])
    return document


def template_text(catalogue: Catalogue) -> str:
    """Return an answer file with every question and nothing filled in; an empty answer means: not asked."""
    lines = [
        "# Antwoordbestand voor toolbox analyse. Vul in wat u weet; schrijf onbekend als niemand het weet; laat de rest leeg.",
        "# Geen namen of andere persoonsgegevens.",
        "toolbox: antwoorden",
        "version: 1",
        f'content: "{catalogue.edition.version}"',
        "answers:",
    ]
    for section in catalogue.sections:
        lines.append(f"  # {section.title}")
        for question in catalogue.questions:
            if question.section == section.id:
                lines += [f"  # {question.text} ({KIND[question.kind]}: {_options(question)})", f"  {question.id}:"]
    return "\n".join(lines) + "\n"


def questions_json(catalogue: Catalogue, questions: Sequence[Question]) -> list[dict[str, Any]]:  # Any: plain values
    """Return questions with their options and the forms that hang on them."""
    return [
        {
            "id": question.id,
            "text": question.text,
            "help": question.help,
            "kind": question.kind.value,
            "detail": question.detail,
            "options": [option.id for option in question.options],
            "who": list(question.who),
            "measures": [form.id for form in use_of(catalogue, question.id).forms],
        }
        for question in questions
    ]


def _options(question: Question) -> str:
    return ", ".join(option.id for option in question.options) or EXAMPLE.get(question.kind, "")
