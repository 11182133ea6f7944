"""Answers that follow from figures: proposed with their figure, taken over only when somebody confirms them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.model.question import Answer, Kind

if TYPE_CHECKING:
    from toolbox_cli.cli.given import Given
    from toolbox_cli.evidence.gaps import Gap
    from toolbox_cli.evidence.picture import Picture
    from toolbox_cli.evidence.proposals import Proposal
    from toolbox_cli.evidence.survey import Survey
    from toolbox_cli.model.case import Said
    from toolbox_cli.model.catalogue import Catalogue

EVIDENCE = "Antwoorden uit cijfers"
_YES, _NO = ("j", "ja"), ("n", "nee")
EvidenceOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--evidence",
        metavar="BESTAND",
        help="Cijfers over incidenten (CSV of Excel); stelt antwoorden voor. Mag vaker.",
        rich_help_panel=EVIDENCE,
    ),
]
SurveyOption = Annotated[
    list[Path] | None,
    typer.Option("--survey", metavar="BESTAND", help="Enquête; stelt antwoorden voor. Mag vaker.", rich_help_panel=EVIDENCE),
]
EvidencePeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period", metavar="PERIODE", help="Welke dagen die cijfers dekken: 2025, of 1-1-2025..30-6-2025.", rich_help_panel=EVIDENCE
    ),
]
EvidenceSourceOption = Annotated[
    str | None, typer.Option("--source", metavar="BRON", help="Van wie die cijfers zijn, bijvoorbeeld politie.", rich_help_panel=EVIDENCE)
]
EvidenceColumnOption = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="ROL=KOLOM", help="Welke kolom wat is in die cijfers; mag vaker.", rich_help_panel=EVIDENCE),
]
ConfirmOption = Annotated[
    bool, typer.Option("--confirm", help="Neem alle voorgestelde antwoorden uit de cijfers over.", rich_help_panel=EVIDENCE)
]


@dataclass(frozen=True)
class Figures:
    """Which files answers may come from, what goes with them, and whether all proposals are confirmed beforehand."""

    files: tuple[Path, ...]
    surveys: tuple[Path, ...]
    period: str | None
    source: str | None
    columns: tuple[str, ...]
    confirmed: bool

    def __bool__(self) -> bool:
        return bool(self.files or self.surveys)


def with_figures(catalogue: Catalogue, given: Given, problem: str, figures: Figures, save: Path | None, *, ask: bool) -> Given:
    """Return what is given with the answers from the figures that were confirmed; the others are shown and count for nothing."""
    from toolbox_cli.analysis.case import put
    from toolbox_cli.cli.complete import can_ask
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.evidence.gaps import gaps_of
    from toolbox_cli.evidence.proposals import proposals_of

    rules, questions = catalogue.evidence, catalogue.question_by_id
    pictures, surveys = _read(catalogue, figures, ask=ask)
    proposals = proposals_of(pictures, surveys, rules, questions)
    gaps = gaps_of(pictures, surveys, rules, questions, proposals)
    asks = ask and can_ask() and not figures.confirmed
    if not asks and not figures.confirmed:
        _show(catalogue, proposals, gaps)
        return given
    taken: list[Proposal] = []
    before = given
    for proposal in _confirmed(catalogue, proposals) if asks else proposals:
        taken.append(proposal)
        given = before
        for name, said in _said(catalogue, taken):
            given = replace(given, case=put(catalogue, given.case, problem, questions[name], said).case)
        if save is not None:  # what was confirmed is not lost when somebody stops here
            write_case(save, catalogue, given.case)
    _show(catalogue, (), gaps)
    return given


def _said(catalogue: Catalogue, taken: Sequence[Proposal]) -> list[tuple[str, Said]]:
    """What was taken over, by question, as said by those whose figures they are, or else by the figures themselves.

    Two sets of figures of one source are one statement: of a list all that one names, of anything else nothing when they differ.
    """
    from toolbox_cli.reports.proposals import said_of

    found: dict[tuple[str, str], Said] = {}
    for proposal in taken:
        said = said_of(catalogue, proposal)
        before = found.get((proposal.question, said.source))
        many = catalogue.question_by_id[proposal.question].kind is Kind.CHOICES
        found[proposal.question, said.source] = _both(before, said, many=many) if before else said
    return [(name, said) for (name, _), said in found.items()]


def _both(one: Said, other: Said, *, many: bool) -> Said:
    """Two statements of one source as one, with both figures."""
    same = one.answer == other.answer
    values = one.answer.values | other.answer.values if many or same else frozenset[str]()
    figure = "; ".join(dict.fromkeys((one.figure, other.figure)))
    return replace(other, answer=Answer(values, unknown=one.answer.unknown or other.answer.unknown or not same), figure=figure)


def _read(catalogue: Catalogue, figures: Figures, *, ask: bool) -> tuple[list[Picture], list[Survey]]:
    from toolbox_cli.cli.evidence import read_all
    from toolbox_cli.cli.figures import require_libraries
    from toolbox_cli.cli.figures_told import told_from
    from toolbox_cli.cli.surveys import read_surveys

    require_libraries()
    told = told_from(catalogue, source=figures.source, period=figures.period, columns=figures.columns)
    found = read_all(catalogue, figures.files, told, ask=ask, beside=figures.surveys)
    return [one.picture for one in found], read_surveys(catalogue, figures.surveys, told, (), beside=figures.files)


def _confirmed(catalogue: Catalogue, proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals that somebody takes over, asked one by one; what is not taken over counts for nothing."""
    from toolbox_cli.cli.output import say, tell
    from toolbox_cli.cli.prompts import Order, line_of, move_of
    from toolbox_cli.reports.proposals import proposal_lines

    tell("Uit de cijfers volgen deze antwoorden. Neem alleen over wat u herkent; de rest wordt gewoon gevraagd.", "")
    for number, proposal in enumerate(proposals, start=1):
        say(f"\nVoorstel {number} van {len(proposals)}")
        for depth, line in proposal_lines(catalogue, proposal):
            tell(line.text, "  " * (depth + 1))
        while True:
            try:
                word = line_of("Overnemen? (j/n, stop: geen enkele meer)").lower()
            except EOFError:
                raise typer.Abort from None
            if word in _YES or word in _NO:
                if word in _YES:
                    yield proposal
                break
            if move_of(word) is Order.STOP:
                return
            say("  Typ j of n.")


def _show(catalogue: Catalogue, proposals: Sequence[Proposal], gaps: Sequence[Gap]) -> None:
    """Tell on standard error what the figures propose and what they leave open."""
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.document import Document
    from toolbox_cli.reports.proposals import compose_gaps, compose_proposals

    document = Document()
    if proposals:
        compose_proposals(document, catalogue, proposals, gaps)
    else:
        compose_gaps(document, catalogue, gaps)
    show(document, sys.stderr)
