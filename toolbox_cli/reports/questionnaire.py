"""The questions for one partner, on a form with room to answer, and for other programs.

Nothing that was answered stands in it, by whomever: only questions, and when one is put.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from toolbox_cli.analysis.partner import Asked, Part
from toolbox_cli.model.case import Case, Certainty
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Partner
from toolbox_cli.model.question import Kind, Question
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.occasion import Numbers, occasion_text
from toolbox_cli.reports.questions import questions_json

UNKNOWN_LABEL = "Weet ik niet"
MORE = "Er kan meer zijn; ik weet niet alles"
THIS_PERSON = "deze persoon"
ONE_PERSON = f"Gaat een vraag over '{THIS_PERSON}'? De gemeente zegt u mondeling om wie het gaat; schrijf het niet op."
_ROOM = {Kind.NUMBER: "Antwoord, een heel getal", Kind.DATE: "Antwoord, een datum (dag-maand-jaar)"}


def nothing_to_ask(partner: Partner, case: Case | None) -> str:
    """Return the sentence for a partner who can answer none of the questions, or none that is still open in this case."""
    if case is None:
        return (
            f"{partner.name}: deze partner kan geen van de vragen beantwoorden. Wie een vraag wel kan beantwoorden: toolbox questions VRAAG"
        )
    return f"{partner.name}: in deze zaak staat geen vraag open die deze partner kan beantwoorden. Alle vragen: zonder --answers"


def compose_questionnaire(catalogue: Catalogue, partner: Partner, parts: Sequence[Part], case: Case | None = None) -> Document:
    """Return the form: what it is for, the questions by problem and section, and how to send it back."""
    document = Document()
    if not parts:
        document.paragraph(nothing_to_ask(partner, case))
        return document
    numbers = numbers_of(catalogue, parts)
    document.heading(f"Vragen aan: {partner.name}", 1)
    texts = (item.question.text for part in parts for item in part.asked)
    _start(document, len(numbers), about_one=any(THIS_PERSON in text for text in texts))
    split = case is not None and bool(case.problems)
    for part in parts:
        if split:
            document.heading(part_title(case, part), 2)
        for title, asked in by_section(catalogue, part):
            document.heading(title, 2 + split)
            for item in asked:
                _question(document, catalogue, part, item, numbers, 3 + split)
    _end(document)
    return document


def _start(document: Document, count: int, *, about_one: bool) -> None:
    document.paragraph(
        "Een gemeente zoekt uit wat er helpt tegen overlast of criminaliteit rond een opvanglocatie en vraagt wat u daarvan weet. "
        "Zij legt uw antwoorden naast die van anderen. " + (f"Het zijn {count} vragen." if count > 1 else "Het is één vraag.")
    )
    document.bullets(
        [
            Line("Zet een kruisje bij wat u weet. Past een vraag niet bij u, sla haar dan over."),
            Line("'Weet ik niet' is een goed antwoord. Raad niet; een schatting mag, als u dat erbij aankruist."),
            Line(
                "Schrijf niets op over een persoon: geen naam, adres, geboortedatum, nationaliteit, geloof of kenteken. "
                "Daarom is er geen ruimte voor opmerkingen; toelichten kan aan de telefoon."
            ),
            Line("Mag of wilt u iets niet delen? Laat de vraag dan leeg."),
            *([Line(ONE_PERSON)] if about_one else []),
        ]
    )
    document.blank("Datum van invullen")


def _end(document: Document) -> None:
    document.heading("Terugsturen")
    document.paragraph(
        "Stuur dit formulier terug aan de medewerker van de gemeente van wie u het kreeg, op dezelfde manier. "
        "Kijk eerst na of er niets over een persoon op staat. Hoort u later iets anders? Laat het weten: een antwoord kan worden aangepast."
    )


def _question(document: Document, catalogue: Catalogue, part: Part, item: Asked, numbers: Numbers, level: int) -> None:
    question = item.question
    document.heading(f"{numbers[part.problem, question.id]}. {question.text}", level)
    document.paragraph(occasion_text(catalogue, item, part.problem, numbers))
    document.paragraph(f"{question.help} {_how_many(question)}".strip())
    if not question.options:
        document.blank(_ROOM[question.kind])
    document.bullets([Line(text) for text in choices_of(item)], boxes=True)
    document.blank("Hoe zeker bent u?", tuple(Certainty))


def _how_many(question: Question) -> str:
    """How many answers fit, where the question does not say so."""
    if question.kind is Kind.CHOICE:
        return "Kies één antwoord."
    return "U mag meer antwoorden kiezen." if question.kind is Kind.CHOICES and "kies " not in question.text.lower() else ""


def choices_of(item: Asked) -> tuple[str, ...]:
    """Return what can be ticked off: the choices, that there may be more, and that it is not known."""
    labels = (f"{option.label} (dan geen ander antwoord)" if option.exclusive else option.label for option in item.question.options)
    more = (MORE,) if item.question.kind is Kind.CHOICES and not any(option.whole for option in item.question.choices) else ()
    return (*labels, *more, UNKNOWN_LABEL)


def numbers_of(catalogue: Catalogue, parts: Sequence[Part]) -> Numbers:
    """Return the number of each question, through all parts."""
    every = ((part.problem, item.question.id) for part in parts for _, asked in by_section(catalogue, part) for item in asked)
    return {place: number for number, place in enumerate(every, start=1)}


def by_section(catalogue: Catalogue, part: Part) -> Iterator[tuple[str, tuple[Asked, ...]]]:
    """Return the questions of a part under the title of their section."""
    for section in catalogue.sections:
        asked = tuple(item for item in part.asked if item.question.section == section.id)
        if asked:
            yield section.title, asked


def part_title(case: Case | None, part: Part) -> str:
    """Return what a part of the form is about."""
    problem = case.problem(part.problem) if case is not None else None
    return f"Over het probleem: {problem.name}" if problem is not None else "Over de gemeente als geheel"


def questionnaire_json(catalogue: Catalogue, parts: Sequence[Part]) -> list[dict[str, Any]]:  # Any: plain values
    """Return the questions of the form, in its order, with their number and when each is put."""
    numbers = numbers_of(catalogue, parts)
    return [
        {
            "number": numbers[part.problem, item.question.id],
            "problem": part.problem or None,
            **questions_json(catalogue, [item.question])[0],
            "labels": {option.id: option.label for option in item.question.options},
            "only_if": occasion_text(catalogue, item, part.problem, numbers) or None,
        }
        for part in parts
        for _, asked in by_section(catalogue, part)
        for item in asked
    ]
