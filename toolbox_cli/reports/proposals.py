"""Answers that figures propose and what they leave open, as a report, as what a case file holds, and as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from toolbox_cli.evidence.gaps import Gap
from toolbox_cli.evidence.proposals import Figure, Proposal
from toolbox_cli.model.case import FIGURES, SURVEY, Said
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question, words_in
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.evidence_words import change
from toolbox_cli.reports.figure_text import decimal, number, percent
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import day, listed, partner_name, sentence, sourced

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
TITLE = "Voorgesteld uit de cijfers (nog niet bevestigd)"
UNCONFIRMED = "Een voorstel telt pas mee als u het bevestigt. U kunt het ook veranderen of weglaten."
EVENT = "In deze periode veranderde iets dat meldingen geeft; daarom is dit een schatting."


def compose_proposals(
    document: Document, catalogue: Catalogue, proposals: Sequence[Proposal], gaps: Sequence[Gap] = (), *, level: int = 2
) -> None:
    """Add what the figures propose per question, each with its figure and what that cannot say, and then what stays open."""
    document.heading(TITLE, level)
    if proposals:
        document.paragraph(UNCONFIRMED)
        document.outline([line for item in proposals for line in proposal_lines(catalogue, item)])
    else:
        document.paragraph("De cijfers zijn te weinig of te onduidelijk om een antwoord voor te stellen.")
    compose_gaps(document, catalogue, gaps, level=level)


def compose_gaps(document: Document, catalogue: Catalogue, gaps: Sequence[Gap], *, level: int = 2) -> None:
    """Add what the figures leave open and whom to ask; nothing when nothing stays open."""
    if gaps:
        document.heading("Wat de cijfers openlaten", level)
        document.bullets([gap_line(catalogue, gap) for gap in gaps])


def said_of(catalogue: Catalogue, proposal: Proposal) -> Said:
    """Return a proposal as a case file holds it once the user confirmed it; of nobody known it is said by the figures or the survey."""
    nobody = SURVEY if proposal.rule.kind in ("surveyed", "groups") else FIGURES
    return Said(
        proposal.answer,
        source=proposal.source or nobody,
        on=proposal.on,
        certainty=proposal.certainty,
        figure=figure_text(catalogue, proposal),
    )


def answer_text(catalogue: Catalogue, proposal: Proposal) -> str:
    """Return the proposed answer as a reader would say it."""
    return shown(catalogue.question_by_id[proposal.question], proposal.answer)


def figure_text(catalogue: Catalogue, proposal: Proposal) -> str:
    """Return the numbers behind a proposal with their period: 'winkeldiefstal 62 van 90 (69%), 1 januari 2026 tot en met 31 maart 2026'."""
    question, kind = catalogue.question_by_id[proposal.question], proposal.rule.kind
    least = catalogue.evidence.limits.percentage_from
    if kind == "trend" and proposal.change is not None:
        per = "per opvangplek " if proposal.per_place else ""
        told = f"{per}{change(proposal.change)}, {number(proposal.total)} incidenten"
    elif kind == "rate":
        told = f"{number(proposal.figures[0].number)} incidenten, {decimal(proposal.per_week or 0)} per week"
    elif kind == "few_places":
        places, part = proposal.figures[1], proposal.figures[0]
        told = f"{_of(part, least)} op {number(places.number)} van de {number(places.of)} plekken"
    elif kind in ("registered", "surveyed"):
        told = f"{number(proposal.figures[0].number)} {'mensen' if kind == 'surveyed' and proposal.total is None else 'incidenten'}"
    else:
        told = ", ".join(f"{_phrase(question, figure.choice)} {_of(figure, least)}" for figure in proposal.figures)
    return f"{told}, {_days(proposal.start, proposal.end)}"


def gap_line(catalogue: Catalogue, gap: Gap) -> Line:
    """Return what to ask whom."""
    label = catalogue.question_by_id[gap.question].label if gap.question else ""
    who = listed((partner_name(catalogue, partner) for partner in gap.partners[:2]), "of")
    if gap.rule is None:
        return Line(f"{sentence(label)} De cijfers zeggen hier niets over. Wie weet het: {who}.")
    where = ""
    if gap.number is not None and gap.of is not None:
        where = f" ({gap.source}: {number(gap.number)} van {number(gap.of)})"
    elif gap.number is not None:
        where = f" ({gap.source}: {number(gap.number)} incidenten)"
    elif gap.source:
        where = f" ({gap.source})"
    return sourced(catalogue, f"{sentence(label).rstrip('.')}{where}. {gap.rule.ask} Wie weet het: {who}.", gap.rule.source)


def proposal_lines(catalogue: Catalogue, proposal: Proposal) -> list[tuple[int, Line]]:
    """Return a proposal with its figure and what that cannot say, each line with its depth."""
    label = catalogue.question_by_id[proposal.question].label
    by = partner_name(catalogue, proposal.source) if proposal.source else proposal.about.source or listed(proposal.files)
    cannot = f"Wat dit niet zegt: {proposal.rule.cannot.text}"
    lines = [
        (0, Line(f"{sentence(label).rstrip('.')}: {answer_text(catalogue, proposal)}")),
        (1, Line(f"{sentence(by).rstrip('.')}, {proposal.certainty.value}: {figure_text(catalogue, proposal)}.")),
        (1, sourced(catalogue, cannot, proposal.rule.cannot.source)),
    ]
    if proposal.rule.kind == "trend" and proposal.events:
        lines.append((1, Line(EVENT)))
    return lines


def _phrase(question: Question, choice: str) -> str:
    return next((option.phrase or option.label.lower() for option in question.options if option.id == choice), choice)


def _of(figure: Figure, least: int) -> str:
    if figure.of is None:
        return number(figure.number)
    share = f" ({percent(figure.number / figure.of)})" if figure.of >= least else ""
    return f"{number(figure.number)} van {number(figure.of)}{share}"


def _days(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return "periode niet opgegeven"
    return f"{day(start) if start else 'onbekend begin'} tot en met {day(end) if end else 'onbekend einde'}"


def proposals_json(catalogue: Catalogue, proposals: Sequence[Proposal]) -> list[Json]:
    """Return the proposals as plain values."""
    return [
        {
            "question": item.question,
            "answer": list(words_in(catalogue.question_by_id[item.question], item.answer)),
            "source": item.source or None,
            "date": item.on.isoformat() if item.on else None,
            "certainty": item.certainty.value,
            "figure": figure_text(catalogue, item),
            "figures": [{"choice": figure.choice or None, "number": figure.number, "of": figure.of} for figure in item.figures],
            "cannot": item.rule.cannot.text,
            "files": list(item.files),
            "start": item.start.isoformat() if item.start else None,
            "end": item.end.isoformat() if item.end else None,
        }
        for item in proposals
    ]


def gaps_json(gaps: Sequence[Gap]) -> list[Json]:
    """Return what stays open as plain values."""
    return [
        {
            "question": gap.question or None,
            "partners": list(gap.partners),
            "ask": gap.rule.ask if gap.rule else None,
            "source": gap.source or None,
            "number": gap.number,
            "of": gap.of,
        }
        for gap in gaps
    ]
