"""What came of putting answer files together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolbox_cli.analysis.case import answers_of, heard_in, problems_of
from toolbox_cli.analysis.case_merge import Fate, Merged, Taken, conflicts, out_of_place
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.model.case import Case
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import words_in
from toolbox_cli.reports.case import heard_json, of_problem, put_conflicts, source_name, told_by
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.planned import taken_json, taken_text
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import listed

TITLE = {
    Fate.NEWER: "Vervangen door een nieuwer antwoord van dezelfde bron",
    Fate.OLDER: "Niet overgenomen: de zaak heeft al een nieuwer antwoord van deze bron",
    Fate.ADDED: "Toegevoegd",
    Fate.AGREES: "Bevestigd: een andere bron zegt hetzelfde",
    Fate.BESIDE: "Naast een ander antwoord gezet",
}


def compose_merge(catalogue: Catalogue, merged: Merged, empty: Sequence[str] = ()) -> Document:
    """Return what a merge did: conflicts first, then what replaced something, what was not taken, and what is new.

    `empty` names the files in which nothing was answered.
    """
    document = Document()
    document.heading("Samengevoegd", 1)
    heard = {name: heard_in(catalogue, merged.case, name) for name in problems_of(merged.case)}
    put_conflicts(document, catalogue, merged.case, heard)
    _against_choice(document, catalogue, merged)
    _contradictions(document, catalogue, merged.case)
    _out_of_place(document, catalogue, merged.case)
    for fate, title in TITLE.items():
        found = merged.of(fate)
        if found:
            document.heading(title)
            document.bullets([Line(_taken(catalogue, merged.case, item)) for item in found])
    _planned(document, catalogue, merged)
    same = len(merged.of(Fate.SAME))
    if same:
        document.paragraph(f"Al bekend en gelijk: {same}.", muted=True)
    for name in empty:
        document.callout(Tone.NOTE, f"In {name} staat geen enkel antwoord.")
    document.paragraph(_undated(catalogue, merged), muted=True)
    return document


def _against_choice(document: Document, catalogue: Catalogue, merged: Merged) -> None:
    """What was said now and differs from what was chosen before."""
    if merged.against_choice:
        document.heading("Anders dan u eerder koos")
        document.bullets([Line(_taken(catalogue, merged.case, item)) for item in merged.against_choice])
        document.paragraph("Uw keuze blijft gelden. Opnieuw kiezen: toolbox case set BESTAND VRAAG=ANTWOORD --because REDEN", muted=True)


def _contradictions(document: Document, catalogue: Catalogue, case: Case) -> None:
    """Answers to different questions that cannot be true together."""
    found = [(name, item) for name in problems_of(case) for item in contradictions(catalogue, answers_of(catalogue, case, name))]
    if found:
        document.heading("Antwoorden die niet samen kunnen")
        document.bullets([Line(f"{f'{name}: ' if name else ''}{item.message}") for name, item in found])
        document.paragraph("Zolang dit er staat, geeft toolbox geen advies. Aanpassen: toolbox case set BESTAND VRAAG=ANTWOORD", muted=True)


def _out_of_place(document: Document, catalogue: Catalogue, case: Case) -> None:
    """Answers to questions that would not be put any more."""
    found = out_of_place(catalogue, case)
    if found:
        document.heading("Antwoorden die niet meer bij de andere passen")
        document.bullets([Line(f"{of_problem(case, place)}{question.id} ({question.label})") for place, question in found])
        document.paragraph(
            "Deze vraag komt bij de andere antwoorden niet aan de orde. Weghalen: toolbox case set BESTAND VRAAG=", muted=True
        )


def _planned(document: Document, catalogue: Catalogue, merged: Merged) -> None:
    """What came into the plan of the case, and what did not because the case says something else."""
    differs = [Line(taken_text(catalogue, item)) for item in merged.planned if item.kept]
    added = [Line(taken_text(catalogue, item)) for item in merged.planned if not item.kept]
    if differs:
        document.heading("Plan van aanpak: niet overgenomen, de zaak zegt iets anders")
        document.bullets(differs)
        document.paragraph("Toch overnemen: toolbox case plan BESTAND", muted=True)
    if added:
        document.heading("Plan van aanpak: toegevoegd")
        document.bullets(added)


def _undated(catalogue: Catalogue, merged: Merged) -> str:
    """Which sources gave no date, and why that matters; empty when all did."""
    names = dict.fromkeys(item.said.source for item in merged.taken if item.said.source and item.said.on is None)
    if not names:
        return ""
    who = listed(source_name(catalogue, name) for name in names)
    return (
        f"Zonder datum: {who}. Komt er later een ander antwoord van dezelfde bron, dan is niet te zien welk het nieuwste is. "
        "Zet date: bovenaan het bestand."
    )


def merge_json(catalogue: Catalogue, merged: Merged) -> dict[str, Any]:  # Any: plain values
    """Return what a merge did: what became of everything the other files said, and what contradicts."""
    return {
        "taken": [_taken_json(item) for item in merged.taken],
        "plan": [taken_json(item) for item in merged.planned],
        "conflicts": [{"problem": problem or None, **heard_json(item)} for problem, item in conflicts(catalogue, merged.case)],
        "against_choice": [_taken_json(item) for item in merged.against_choice],
        "contradictions": [
            {"problem": name or None, "id": item.id, "text": item.message}
            for name in problems_of(merged.case)
            for item in contradictions(catalogue, answers_of(catalogue, merged.case, name))
        ],
        "out_of_place": [{"problem": place or None, "question": question.id} for place, question in out_of_place(catalogue, merged.case)],
    }


def _taken_json(item: Taken) -> dict[str, Any]:  # Any: plain values
    return {
        "problem": item.problem or None,
        "question": item.question.id,
        "fate": item.fate.name.lower(),
        "answer": list(words_in(item.question, item.said.answer)),
        "source": item.said.source or None,
        "date": item.said.on.isoformat() if item.said.on else None,
    }


def _taken(catalogue: Catalogue, case: Case, item: Taken) -> str:
    by = told_by(catalogue, item.said)
    now = f"{of_problem(case, item.problem)}{item.question.id}: {shown(item.question, item.said.answer)}" + (f" ({by})" if by else "")
    if item.fate not in (Fate.NEWER, Fate.OLDER):
        return now
    own = next(said for said in item.before if said.source == item.said.source and not said.because)
    word = "was" if item.fate is Fate.NEWER else "blijft"
    return f"{now}; {word}: {shown(item.question, own.answer)} ({told_by(catalogue, own)})"
