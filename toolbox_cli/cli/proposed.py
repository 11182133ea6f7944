"""Answers that follow from figures: proposed with their figure, taken over only when somebody confirms them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.figures import Told

if TYPE_CHECKING:
    from toolbox_cli.cli.given import Given
    from toolbox_cli.evidence.proposals import Proposal
    from toolbox_cli.model.catalogue import Catalogue

EVIDENCE = "Antwoorden uit cijfers"
EvidenceOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--evidence", metavar="BESTAND", help="Cijfers over incidenten (CSV of Excel); stelt antwoorden voor. Mag vaker.", rich_help_panel=EVIDENCE
    ),
]  # fmt: skip
SurveyOption = Annotated[
    list[Path] | None,
    typer.Option("--survey", metavar="BESTAND", help="Enquête; stelt antwoorden voor. Mag vaker.", rich_help_panel=EVIDENCE),
]
EvidencePeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="PERIODE", help="Welke dagen die cijfers dekken: 2025, of 1-1-2025..30-6-2025.", rich_help_panel=EVIDENCE),
]
EvidenceSourceOption = Annotated[
    str | None, typer.Option("--source", metavar="BRON", help="Van wie die cijfers zijn, bijvoorbeeld politie.", rich_help_panel=EVIDENCE)
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
    confirmed: bool

    def __bool__(self) -> bool:
        return bool(self.files or self.surveys)


def with_figures(catalogue: Catalogue, given: Given, problem: str, figures: Figures, save: Path | None, *, ask: bool) -> Given:
    """Return what is given with the answers from the figures that were confirmed; the others are shown and count for nothing."""
    from toolbox_cli.analysis.case import put
    from toolbox_cli.cli.complete import can_ask
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.evidence.proposals import gaps_of, proposals_of

    pictures, surveys = _read(catalogue, figures, ask=ask)
    proposals = proposals_of(pictures, surveys, catalogue)
    asks = ask and can_ask() and not figures.confirmed
    taken = _confirmed(catalogue, proposals) if asks else proposals if figures.confirmed else ()
    for proposal in taken:
        case = put(catalogue, given.case, problem, catalogue.question_by_id[proposal.question], said_of(catalogue, proposal)).case
        given = replace(given, case=case)
    left = [proposal for proposal in proposals if proposal not in taken]
    _tell(catalogue, taken, () if asks else left, gaps_of(pictures, surveys, catalogue))
    if save is not None and taken:
        write_case(save, catalogue, given.case)
    return given


