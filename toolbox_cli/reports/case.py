"""A case as it stands: the answers with who gave them, where sources differ, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from toolbox_cli.analysis.case import Heard, heard_in, place_of, problems_of
from toolbox_cli.model.case import FIGURES, OWN, PROFILE, SURVEY, Case, Said, Statements
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question, words_in
from toolbox_cli.reports.decisions import decision_json, tell_log
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.planned import plan_json, tell_plan
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import day, listed, partner_name

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
_SOURCE = {OWN: "eigen inschatting", PROFILE: "gemeenteprofiel", FIGURES: "cijfers", SURVEY: "enquête"}


def source_name(catalogue: Catalogue, source: str) -> str:
    """Return who said something, as a reader would say it; empty when nobody was named."""
    return _SOURCE.get(source) or (partner_name(catalogue, source) if source else "")


def told_by(catalogue: Catalogue, said: Said) -> str:
    """Return who said it, when, how certain and on which figure: 'politie, 3 oktober 2026, schatting (12 van 40 incidenten)'."""
    certainty = "" if said.certainty is None else said.certainty.value
    by = ", ".join(part for part in (source_name(catalogue, said.source), day(said.on) if said.on else "", certainty) if part)
    return f"{by} ({said.figure})".strip() if said.figure else by


def conflict_text(catalogue: Catalogue, item: Heard) -> str:
    """Return what each source says about one question."""
    return told(catalogue, item.question, item.said)


def told(catalogue: Catalogue, question: Question, said: Sequence[Said]) -> str:
    """Return what was said about a question, each with its source: 'politie: af en toe (3 oktober 2026); winkeliers: elke week'."""
    parts = (
        f"{source_name(catalogue, item.source) or 'zonder bron'}: {shown(question, item.answer)}"
        + (f" ({day(item.on)})" if item.on else "")
        for item in said
    )
    return "; ".join(parts)


def compose_case(catalogue: Catalogue, case: Case, profile: Mapping[str, Statements] | None = None, problem: str | None = None) -> Document:
    """Return the case: conflicts first, then the answers per problem and section, the decisions, and until when it is kept.

    `profile` is what the municipality's profile says about each problem.
    """
    document = Document()
    document.heading("De zaak", 1)
    names = problems_of(case) if problem is None else (problem,)
    heard = {name: heard_in(catalogue, case, name, (profile or {}).get(name)) for name in names}
    put_conflicts(document, catalogue, case, heard)
    for name in names:
        _answers(document, catalogue, case, name, heard[name])
    tell_log(document, catalogue, case.decisions if problem is None else case.decided(problem))
    tell_plan(document, catalogue, [item for item in case.plans if problem is None or item.problem == problem])
    if case.former:
        document.heading("Antwoorden op vragen die niet meer bestaan")
        document.bullets([Line(f"{question}: {words}") for question, words in case.former.items()])
    document.heading("Bewaren")
    document.paragraph(
        f"Deze zaak mag worden bewaard tot en met {day(case.keep_until)}."
        if case.keep_until
        else "Niet ingevuld tot wanneer deze zaak mag worden bewaard: toolbox case keep BESTAND --until DATUM"
    )
    return document


def put_conflicts(document: Document, catalogue: Catalogue, case: Case, heard: dict[str, dict[str, Heard]]) -> None:
    """Add the questions on which sources contradict each other, with what each says; nothing when there are none."""
    found = {
        (place_of(item.question, name), item.question.id): item for name, items in heard.items() for item in items.values() if item.conflict
    }
    if not found:
        return
    document.heading("Bronnen die elkaar tegenspreken")
    document.bullets([Line(f"{of_problem(case, place)}{name}: {conflict_text(catalogue, item)}") for (place, name), item in found.items()])
    document.paragraph(
        "Zolang u niet kiest, telt het antwoord als onbekend. Kiezen: toolbox case set BESTAND VRAAG=ANTWOORD --because REDEN", muted=True
    )


def of_problem(case: Case, name: str) -> str:
    """Return 'station.' for what is about one of several problems; empty for what is shared."""
    return f"{name}." if case.problem(name) else ""


def _answers(document: Document, catalogue: Catalogue, case: Case, name: str, heard: dict[str, Heard]) -> None:
    problem = case.problem(name)
    if problem is not None:
        document.heading(f"Probleem {problem.id}: {problem.name}" if problem.title else f"Probleem {problem.id}")
    if not heard:
        document.paragraph("Er is nog niets beantwoord.")
    for section in catalogue.sections:
        rows = [
            (item.question.id, item.question.label, _shown(item), _by(catalogue, item))
            for item in heard.values()
            if item.question.section == section.id
        ]
        if rows:
            document.heading(section.title, 3 if problem else 2)
            named = any(row[3] for row in rows)
            document.table(("vraag", "waarover", "antwoord", "van wie")[: 3 + named], [row[: 3 + named] for row in rows])


def _shown(item: Heard) -> str:
    return "TEGENSPRAAK, telt als onbekend" if item.conflict else shown(item.question, item.answer)


def _by(catalogue: Catalogue, item: Heard) -> str:
    if item.conflict:
        return conflict_text(catalogue, item)
    told = listed(dict.fromkeys(told_by(catalogue, said) for said in item.said if not said.because))
    return f"gekozen: {item.choice.because} ({conflict_text(catalogue, item)})" if item.choice else told


def case_json(catalogue: Catalogue, case: Case, profile: Mapping[str, Statements] | None = None) -> Json:
    """Return the case as plain values: per problem each question with all that was said and the answer that follows."""
    return {
        "problems": [
            {
                "id": name,
                "title": problem.title if (problem := case.problem(name)) else "",
                "answers": [heard_json(item) for item in heard_in(catalogue, case, name, (profile or {}).get(name)).values()],
            }
            for name in problems_of(case)
        ],
        "decisions": [decision_json(item) for item in case.decisions],
        "plan": plan_json(case.plans),
        "keep_until": case.keep_until.isoformat() if case.keep_until else None,
        "former": dict(case.former),
    }


def heard_json(item: Heard) -> Json:
    """Return one question with the answer that follows and all that was said."""
    return {
        "question": item.question.id,
        "answer": list(words_in(item.question, item.answer)),
        "conflict": item.conflict,
        "estimated": any(said.estimated for said in item.said),
        "said": [
            {
                "answer": list(words_in(item.question, said.answer)),
                "source": said.source or None,
                "date": said.on.isoformat() if said.on else None,
                "certainty": said.certainty.value if said.certainty else None,
                "because": said.because or None,
                "figure": said.figure or None,
            }
            for said in item.said
        ],
    }
