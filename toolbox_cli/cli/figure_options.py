"""Options that say what files of figures are, and how they are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ABOUT, COLUMNS, AGAINST, MEASURE = "Wat de cijfers zijn", "Kolommen", "Vergelijken", "De maatregel"
FilesArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="BESTAND...", help="CSV of Excel met één regel per incident.", show_default=False)
]
SourceOption = Annotated[
    str | None, typer.Option("--source", metavar="BRON", help="Van wie de cijfers zijn, bijvoorbeeld politie.", rich_help_panel=ABOUT)
]
ByOption = Annotated[str | None, typer.Option("--registered-by", metavar="WIE", help="Wie de incidenten vastlegt.", rich_help_panel=ABOUT)]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="PERIODE", help="Eerste en laatste dag: 2025, of 1-1-2025..30-6-2025.", rich_help_panel=ABOUT),
]
DefinitionOption = Annotated[
    str | None, typer.Option("--definition", metavar="TEKST", help="Wat als incident telt in deze registratie.", rich_help_panel=ABOUT)
]
EventOption = Annotated[
    list[str] | None,
    typer.Option(
        "--event", metavar="DAG=WAT", help="Wat het melden veranderde: een meldkaart, een campagne; mag vaker.", rich_help_panel=ABOUT
    ),
]
PlacesOption = Annotated[
    list[str] | None,
    typer.Option("--places", metavar="AANTAL", help="Opvangplaatsen; of DAG=AANTAL, mag vaker.", rich_help_panel=ABOUT),
]
ResidentsOption = Annotated[
    list[str] | None, typer.Option("--residents", metavar="AANTAL", help="Inwoners; of DAG=AANTAL, mag vaker.", rich_help_panel=ABOUT)
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="ROL=KOLOM", help="Welke kolom wat is: soort, plaats, datum, tijd; mag vaker.", rich_help_panel=COLUMNS
    ),
]
MeaningOption = Annotated[
    list[str] | None,
    typer.Option(
        "--meaning", metavar="WOORD=ANTWOORD", help="Wat een woord in het bestand betekent, als antwoord op een vraag; mag vaker.",
        rich_help_panel=COLUMNS,
    ),
]  # fmt: skip
HeaderOption = Annotated[
    int | None, typer.Option("--header", metavar="RIJ", help="In welke rij de kolomnamen staan.", rich_help_panel=COLUMNS)
]
SheetOption = Annotated[
    str | None, typer.Option("--sheet", metavar="BLAD", help="Welk blad van een Excelbestand.", rich_help_panel=COLUMNS)
]
MappingOption = Annotated[
    Path | None,
    typer.Option(
        "--mapping", metavar="BESTAND", help="Bestand met wat bij de cijfers hoort; anders BESTAND.toolbox.yaml.", rich_help_panel=COLUMNS
    ),
]
CompareOption = Annotated[
    list[Path] | None,
    typer.Option("--compare", metavar="BESTAND", help="Vergelijk met deze cijfers; mag vaker.", rich_help_panel=AGAINST),
]
ComparePeriodOption = Annotated[
    str | None,
    typer.Option(
        "--compare-period", metavar="PERIODE", help="Periode om mee te vergelijken; zonder --compare uit hetzelfde bestand.",
        rich_help_panel=AGAINST,
    ),
]  # fmt: skip
CompareDefinitionOption = Annotated[
    str | None,
    typer.Option(
        "--compare-definition",
        metavar="TEKST",
        help="Wat daar als incident telt; alleen bij dezelfde definitie is vergelijken eerlijk.",
        rich_help_panel=AGAINST,
    ),
]
ComparePlacesOption = Annotated[
    list[str] | None, typer.Option("--compare-places", metavar="AANTAL", help="Opvangplaatsen daar of toen.", rich_help_panel=AGAINST)
]
CompareResidentsOption = Annotated[
    list[str] | None, typer.Option("--compare-residents", metavar="AANTAL", help="Inwoners daar of toen.", rich_help_panel=AGAINST)
]
CompareNameOption = Annotated[
    str | None, typer.Option("--compare-name", metavar="NAAM", help="Hoe de vergelijking heet: de regio, 2024.", rich_help_panel=AGAINST)
]
PlaceOption = Annotated[
    list[str] | None, typer.Option("--place", metavar="PLAATS", help="Waar de maatregel gold; mag vaker.", rich_help_panel=MEASURE)
]
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", metavar="SOORT", help="Alleen deze soorten incidenten; mag vaker.", rich_help_panel=MEASURE)
]
HoursOption = Annotated[
    str | None, typer.Option("--hours", metavar="UREN", help="In welke uren de maatregel gold: 18-23.", rich_help_panel=MEASURE)
]
