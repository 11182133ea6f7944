"""The options of the command that makes documents, and the words they take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from toolbox_cli.cli.completion import names_of
from toolbox_cli.reports.plan_kinds import Format, Kind, Status
from toolbox_cli.reports.reader import Reader

FIGURES, MONEY, CARD = "Cijfers in de stukken", "Begroting in het plan van aanpak", "Meldkaart"
Word = TypeVar("Word", bound=StrEnum)


def _of(words: type[StrEnum]) -> str:
    return ", ".join(words)


IN_DUTCH: Mapping[str, str] = {Kind.ADVICE: "advies", Kind.ACTION_PLAN: "plan van aanpak", Kind.DRAFT_DECISION: "ontwerpbesluit"}


def named(words: type[StrEnum]) -> str:
    """Return the words, each with what it is called in Dutch where that is another word."""
    return ", ".join(f"{word} ({IN_DUTCH[word]})" if word in IN_DUTCH else word for word in words)


CaseArgument = Annotated[Path | None, typer.Argument(metavar="ZAAK", help="Het bestand met de zaak.", show_default=False)]
KindOption = Annotated[list[str] | None, typer.Option("--kind", metavar="STUK", help=f"Welk stuk, mag vaker: {named(Kind)}.")]
FormatOption = Annotated[
    list[str] | None, typer.Option("--format", metavar="VORM", help=f"Welke vorm, mag vaker: {_of(Format)}. Zonder: md.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Alle stukken voor alle lezers, in alle vormen of die van --format.")]
ReaderOption = Annotated[
    list[str] | None, typer.Option("--reader", metavar="LEZER", help=f"Voor wie het advies is, mag vaker: {_of(Reader)}. Zonder: driehoek.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="PAD", help="Bestand voor één stuk, map voor meer. Zonder: één stuk in md op het scherm, de rest in deze map."
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overschrijf stukken die er al staan, ook als u ze hebt bewerkt.")]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help="De datum die op de stukken komt, bijvoorbeeld 2026-11-30.")
]
StatusOption = Annotated[str | None, typer.Option("--status", metavar="STATUS", help=f"Wat er op elke bladzijde staat: {_of(Status)}.")]
ContactsOption = Annotated[bool, typer.Option("--contacts", help="Zet in het stuk voor bewoners de contactpunten uit uw gemeenteprofiel.")]
TemplateOption = Annotated[
    Path | None, typer.Option("--template", metavar="BESTAND", help="Uw huisstijl voor docx: een Word-bestand met uw stijlen en velden.")
]
NewTemplateOption = Annotated[
    Path | None, typer.Option("--new-template", metavar="BESTAND", help="Maak een sjabloon om in Word uw huisstijl in te zetten.")
]
DiffOption = Annotated[
    tuple[Path, Path] | None,
    typer.Option("--diff", metavar="OUD NIEUW", help="Wat er verschilt tussen twee zaken of bewaarde standen, en waardoor."),
]
SaveStateOption = Annotated[
    Path | None, typer.Option("--save-state", metavar="BESTAND", help="Bewaar de stand van nu (JSON), voor --diff.")
]
EvidenceOption = Annotated[
    list[Path] | None,
    typer.Option("--evidence", metavar="BESTAND", help="Cijfers over incidenten (CSV of Excel); mag vaker.", rich_help_panel=FIGURES),
]
SurveyOption = Annotated[
    list[Path] | None, typer.Option("--survey", metavar="BESTAND", help="Enquête; mag vaker.", rich_help_panel=FIGURES)
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="PERIODE", help="Welke dagen de cijfers dekken, bijvoorbeeld 2025.", rich_help_panel=FIGURES),
]
SourceOption = Annotated[
    str | None, typer.Option("--source", metavar="BRON", help="Van wie de cijfers zijn, bijvoorbeeld politie.", rich_help_panel=FIGURES)
]
BudgetOption = Annotated[
    Path | None,
    typer.Option("--budget", metavar="BESTAND", help="De begroting (YAML, CSV of Excel), per regel getoetst.", rich_help_panel=MONEY),
]
SchemeOption = Annotated[
    str | None,
    typer.Option(
        "--scheme",
        metavar="JAAR",
        help="Toets de begroting aan deze regeling, bijvoorbeeld 2023.",
        rich_help_panel=MONEY,
        autocompletion=names_of("scheme"),
    ),
]
SchemeFileOption = Annotated[
    Path | None,
    typer.Option(
        "--scheme-file",
        metavar="BESTAND",
        help="Toets de begroting aan een eigen regeling, zoals --scheme-template van toolbox spuk-estimate geeft.",
        rich_help_panel=MONEY,
    ),
]
TextsOption = Annotated[
    list[Path] | None,
    typer.Option("--texts", metavar="BESTAND", help="De tekst in een andere taal; mag vaker.", rich_help_panel=CARD),
]
TextsTemplateOption = Annotated[
    bool, typer.Option("--texts-template", help="Geef het bestand om te vertalen en in te vullen.", rich_help_panel=CARD)
]


def chosen(words: type[Word], typed: Sequence[str] | None, option: str) -> tuple[Word, ...]:
    """Return what was chosen, each once, in the usual order; raises UsageError that names all there is."""
    from toolbox_cli.errors import UsageError

    found = set()
    for text in typed or ():
        known = next((word for word in words if word.value == text.strip().lower()), None)
        if known is None:
            raise UsageError(f"{option} {text}: dit kan niet; kies uit {named(words)}")
        found.add(known)
    return tuple(word for word in words if word in found)
