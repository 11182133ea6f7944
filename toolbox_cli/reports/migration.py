"""What became of the answers in a case that was made with other content, for a reader and for other programs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from toolbox_cli.analysis.history import Now, Standing
from toolbox_cli.analysis.migrate import Former, Migration, Why
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.words import day, form_name, listed, sentence, shortened

_LONGEST = 40  # of a version that is not known: it may be any text

Parts = Mapping[str, Migration]  # by the title of the problem; under an empty title what is about the whole case


def compose_migration(catalogue: Catalogue, parts: Parts, asked: Collection[str] | None = None) -> Document:
    """Return what is renamed, gone and new for a case; nothing when there is nothing to tell.

    Of the new questions only those in `asked` are shown (see `worth_asking`), or all when it is not given.
    """
    document = Document()
    told = [one for one in parts.values() if not one.empty]
    if not told:
        return document
    renamed, gone = list(_renamed(catalogue, parts)), list(_gone(catalogue, parts))
    new, to_check = _new(catalogue, parts, asked), list(_to_check(catalogue, parts))
    document.heading("Deze zaak en de inhoud van nu")
    _opening(document, catalogue, told[0], anything=bool(renamed or gone or new or to_check))
    _list(document, "Hernoemd", "Dit staat nu onder een andere naam; de antwoorden zijn meegegaan.", renamed)
    _list(document, "Vervallen", "Dit telt niet meer mee. Antwoorden blijven bewaard, in het bestand onder 'former'.", gone)
    came = "Deze vragen bestonden nog niet" + (" en spelen in deze zaak." if asked is not None else ".")
    _list(document, "Nieuw", came, [_question(catalogue, name) for name in new])
    _list(document, "Om na te kijken", "Bij deze vragen kwamen antwoorden bij nadat u ze had beantwoord.", to_check)
    return document


def migration_json(catalogue: Catalogue, parts: Parts, asked: Collection[str] | None = None) -> dict[str, Any]:  # Any: plain values
    """Return the same for other programs; `problem` is empty for what is about the whole case."""
    first = next(iter(parts.values()), None)
    every = [(title, one) for title, one in parts.items()]
    return {
        "made_with": first.made_with if first else "",
        "content_version": catalogue.edition.version,
        "standing": (first.standing if first else Standing.SAME).value,
        "renamed_questions": [{"problem": title, "from": old, "to": to} for title, one in every for old, to in one.renamed_questions],
        "renamed_answers": [
            {"problem": title, "question": question, "from": old, "to": to}
            for title, one in every
            for question, old, to in one.renamed_answers
        ],
        "former": [{"problem": title, **_former_json(item)} for title, one in every for item in one.former],
        "forms": [{"problem": title, "form": form, **_now_json(now)} for title, one in every for form, now in one.forms],
        "new_questions": list(_new(catalogue, parts, asked)),
        "new_answers": [
            {"problem": title, "question": name, "answers": list(answers)}
            for title, one in every
            for name, answers in one.new_answers.items()
        ],
    }


def _opening(document: Document, catalogue: Catalogue, one: Migration, *, anything: bool) -> None:
    now, made_with = catalogue.edition.version, shortened(one.made_with, _LONGEST)
    match one.standing:
        case Standing.NEWER:
            document.callout(
                Tone.NOTE,
                f"Deze zaak is gemaakt met inhoud {made_with}, en deze toolbox heeft de oudere inhoud {now}. Werk toolbox bij: vragen en "
                "antwoorden van later kent hij niet, en het advies kan anders zijn.",
            )
        case Standing.UNKNOWN | Standing.ABSENT:
            said = f"inhoud '{made_with}', en die uitgave is niet bekend" if made_with else "niet met welke inhoud zij is gemaakt"
            document.callout(
                Tone.NOTE,
                f"Deze zaak noemt {said}; nu geldt {now}. Oude namen die toolbox kent, zijn bijgewerkt. Welke vragen nieuw zijn, is "
                "niet te zeggen; kijk de antwoorden na.",
            )
        case _:
            dates = {version.version: day(version.published) for version in catalogue.history}
            versions = [f"{name} van {dates[name]}" if name in dates else name for name in (made_with, now)]
            nothing = "" if anything else " Voor deze zaak verandert er niets."
            document.paragraph(f"Deze zaak is gemaakt met inhoud {versions[0]}; nu geldt {versions[1]}.{nothing}")


def _list(document: Document, heading: str, meaning: str, lines: list[str]) -> None:
    if lines:
        document.heading(heading, 3)
        document.paragraph(meaning)
        document.bullets([Line(line if line.endswith(".") else f"{line}.") for line in dict.fromkeys(lines)])


def _renamed(catalogue: Catalogue, parts: Parts) -> Iterator[str]:
    """A question or form that has another name has it in every problem; an answer may stand in one only."""
    for title, one in parts.items():
        yield from (f"Vraag {old} heet nu {_question(catalogue, new)}" for old, new in one.renamed_questions)
        for question, old, new in one.renamed_answers:
            yield f"{_at(title)}Antwoord {old} bij vraag {question} heet nu {_answer(catalogue, question, new)}"
        yield from (f"Variant {form} heet nu {_form(catalogue, now.id)}" for form, now in one.forms if now.id is not None)


def _gone(catalogue: Catalogue, parts: Parts) -> Iterator[str]:
    for title, one in parts.items():
        yield from (f"{_at(title)}{_former(catalogue, item, one)}" for item in one.former)
        for form, now in one.forms:
            if now.id is None:
                instead = f" Kijk nu bij {listed(_form(catalogue, name) for name in now.instead)}." if now.instead else ""
                yield f"{_at(title)}Variant {form}, in een besluit. {sentence(now.because)}{instead}"


def _former(catalogue: Catalogue, item: Former, one: Migration) -> str:
    said = f"{item.question}: {', '.join(item.words)}."
    match item.why:
        case Why.QUESTION_GONE:
            instead = f" Beantwoord nu {listed(_question(catalogue, name) for name in item.instead)}." if item.instead else ""
            return f"{said} {sentence(item.because)}{instead}"
        case Why.ANSWER_GONE:
            answers = listed((_answer(catalogue, item.question_now, name) for name in item.instead), "of")
            beside = f"; tot dan staat er '{UNKNOWN}' bij" if one.given.get(item.question_now) else ""
            return f"{said} {sentence(item.because)}" + (f" Kies nu uit {answers}{beside}." if answers else "")
        case Why.ANOTHER_KEPT:
            other = ", ".join(one.given.get(item.question_now) or ())
            return f"{said} Deze vraag heet nu {item.question_now}, en daar staat in dit bestand al een ander antwoord ({other}); dat telt."


def _new(catalogue: Catalogue, parts: Parts, asked: Collection[str] | None) -> tuple[str, ...]:
    came = {name for one in parts.values() for name in one.new_questions if asked is None or name in asked}
    return tuple(question.id for question in catalogue.questions if question.id in came)


def _to_check(catalogue: Catalogue, parts: Parts) -> Iterator[str]:
    for title, one in parts.items():
        for name, answers in one.new_answers.items():
            yield f"{_at(title)}{_question(catalogue, name)}. Nieuw: {listed(_answer(catalogue, name, answer) for answer in answers)}"


def _question(catalogue: Catalogue, name: str) -> str:
    question = catalogue.question_by_id.get(name)
    if question is None:
        return name
    return f"{name} ({question.label}{', bij toolbox check' if question.detail else ''})"


def _answer(catalogue: Catalogue, question: str, answer: str) -> str:
    asked = catalogue.question_by_id.get(question)
    label = next((option.label for option in asked.options if option.id == answer), "") if asked else ""
    return f"{answer} ({label})" if label else answer


def _form(catalogue: Catalogue, name: str) -> str:
    return f"{name} ({form_name(catalogue, name)})" if name in catalogue.form_by_id or name in catalogue.measure_by_id else name


def _at(title: str) -> str:
    return f"{title}: " if title else ""


def _former_json(item: Former) -> dict[str, Any]:  # Any: plain values
    return {
        "question": item.question,
        "words": list(item.words),
        "why": item.why.value,
        "because": item.because,
        "since": item.since,
        "instead": list(item.instead),
        "question_now": item.question_now or None,
    }


def _now_json(now: Now) -> dict[str, Any]:  # Any: plain values
    return {"now": now.id, "because": now.because, "since": now.since, "instead": list(now.instead)}
