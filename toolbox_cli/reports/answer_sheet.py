"""An answer file for one partner: only the questions that this partner can answer, to fill in and put into a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.analysis.partner import Part
from toolbox_cli.model.case import Case
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Partner
from toolbox_cli.model.question import Kind, Question
from toolbox_cli.reports.occasion import Numbers, occasion_text
from toolbox_cli.reports.questionnaire import by_section, nothing_to_ask, numbers_of, part_title
from toolbox_cli.reports.questions import EXAMPLE, KIND


def sheet_text(catalogue: Catalogue, partner: Partner, parts: Sequence[Part], case: Case | None = None) -> str:
    """Return the answer file; it can be read as it is, and an empty answer means: not asked."""
    numbers = numbers_of(catalogue, parts)
    lines = [
        f"# Antwoorden van: {partner.name}. De nummers zijn die van het formulier (toolbox questions --partner {partner.id}).",
        "# Vul achter de vraag in wat voor het =-teken staat, bijvoorbeeld ja; meer antwoorden zo: [een, twee].",
        "# Schrijf onbekend bij 'weet ik niet'; zet onbekend erbij als er meer kan zijn. Wat leeg blijft, telt als niet gevraagd.",
        "# Hoe zeker? Zo: {answer: ja, certainty: schatting}; het kan zeker, waarschijnlijk of schatting zijn.",
        "# Geen namen of andere persoonsgegevens.",
        *([] if parts else [f"# {nothing_to_ask(partner, case)}"]),
        "toolbox: antwoorden",
        "version: 2",
        f'content: "{catalogue.edition.version}"',
        f"source: {partner.id}",
        "date:  # de dag waarop dit is ingevuld, bijvoorbeeld 2026-03-12",
        *_answers(catalogue, parts, numbers, case),
    ]
    return "\n".join(lines) + "\n"


def _answers(catalogue: Catalogue, parts: Sequence[Part], numbers: Numbers, case: Case | None) -> Iterator[str]:
    yield "answers:"
    yield from (line for part in parts if not part.problem for line in _part(catalogue, part, numbers, "  "))
    if any(part.problem for part in parts):
        yield "problems:"
    for part in parts:
        if part.problem:
            title = "".join(sign if sign.isprintable() else " " for sign in part_title(case, part))  # a comment is one line
            yield f"  # {title}"
            yield f"  {part.problem}:"
            yield "    answers:"
            yield from _part(catalogue, part, numbers, "      ")


def _part(catalogue: Catalogue, part: Part, numbers: Numbers, indent: str) -> Iterator[str]:
    for title, asked in by_section(catalogue, part):
        yield f"{indent}# {title}"
        for item in asked:
            number = numbers[part.problem, item.question.id]
            yield f"{indent}# {number}. {item.question.text} ({_how(item.question)})"
            when = occasion_text(catalogue, item, part.problem, numbers)
            yield from [f"{indent}#    {when}"] if when else []
            if item.question.kind in (Kind.CHOICE, Kind.CHOICES):
                yield from (f"{indent}#    {option.id} = {option.label}" for option in item.question.options)
            yield f"{indent}{item.question.id}:"


def _how(question: Question) -> str:
    example = EXAMPLE.get(question.kind)
    return f"{KIND[question.kind]}, {example}" if example else KIND[question.kind]
