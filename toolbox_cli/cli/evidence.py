"""What files of incidents and surveys show, and what they do not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.figure_options import (
    ByOption,
    ColumnOption,
    CompareDefinitionOption,
    CompareNameOption,
    CompareOption,
    ComparePeriodOption,
    ComparePlacesOption,
    CompareResidentsOption,
    DefinitionOption,
    EventOption,
    FilesArgument,
    HeaderOption,
    MappingOption,
    MeaningOption,
    PeriodOption,
    PlacesOption,
    ResidentsOption,
    SheetOption,
    SourceOption,
)
from toolbox_cli.cli.figures import Registration
from toolbox_cli.cli.figures_told import Reading, Told
from toolbox_cli.cli.given import ProblemOption

if TYPE_CHECKING:
    from toolbox_cli.evidence.picture import Comparison, Picture
    from toolbox_cli.evidence.table import Incidents
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.evidence import Description
    from toolbox_cli.model.question import Answers
    from toolbox_cli.reports.document import Document
    from toolbox_cli.reports.evidence_whole import Evidence

SurveyOption = Annotated[list[Path] | None, typer.Option("--survey", metavar="BESTAND", help="Enquête: één regel per invuller; mag vaker.")]
InvitedOption = Annotated[
    list[str] | None, typer.Option("--invited", metavar="GROEP=AANTAL", help="Hoeveel mensen de enquête kregen; mag vaker.")
]
SurveyPeriodOption = Annotated[
    str | None, typer.Option("--survey-period", metavar="PERIODE", help="Over welke dagen de enquête gaat: 2025, of 1-1-2025..31-3-2025.")
]
AnswersOption = Annotated[Path | None, typer.Option("--answers", metavar="BESTAND", help="Zaak om de cijfers naast te leggen.")]

FIGURE_NAME = re.compile(r"(?:openbaar-)?\d{2,}-[a-z0-9-]+\.(?:png|svg|txt|csv)")


@dataclass(frozen=True)
class Found:
    """One registration with what was read of it and what it shows."""

    registration: Registration
    incidents: Incidents
    picture: Picture


def evidence(
    files: FilesArgument = None,
    source: SourceOption = None,
    registered_by: ByOption = None,
    period: PeriodOption = None,
    definition: DefinitionOption = None,
    events: EventOption = None,
    places: PlacesOption = None,
    residents: ResidentsOption = None,
    columns: ColumnOption = None,
    meaning: MeaningOption = None,
    mapping: MappingOption = None,
    header: HeaderOption = None,
    sheet: SheetOption = None,
    save_mapping: Annotated[
        Path | None,
        typer.Option("--save-mapping", metavar="BESTAND", help="Bewaar bron, periode, definitie en kolommen voor de volgende keer."),
    ] = None,
    compare: CompareOption = None,
    compare_period: ComparePeriodOption = None,
    compare_definition: CompareDefinitionOption = None,
    compare_places: ComparePlacesOption = None,
    compare_residents: CompareResidentsOption = None,
    compare_name: CompareNameOption = None,
    survey: SurveyOption = None,
    survey_period: SurveyPeriodOption = None,
    invited: InvitedOption = None,
    answers: AnswersOption = None,
    problem: ProblemOption = None,
    public: Annotated[bool, typer.Option("--public", help="De versie die openbaar mag: kleine aantallen staan er niet in.")] = False,
    pictures: Annotated[Path | None, typer.Option("--pictures", metavar="MAP", help="Bewaar de figuren hier als PNG en SVG.")] = None,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Geef Markdown, om in een stuk te plakken.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef de cijfers als JSON, voor andere programma's.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; stop als de periode ontbreekt.")] = False,
) -> None:
    """Lees incidenten en enquêtes uit CSV of Excel: wat ze laten zien, en wat niet."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.figures import require_libraries
    from toolbox_cli.cli.figures_told import told_from
    from toolbox_cli.cli.freetext import checked_figures
    from toolbox_cli.cli.period import period_from
    from toolbox_cli.cli.surveys import read_surveys
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.evidence_whole import Evidence

    if not files and not survey:
        raise UsageError("geef een bestand met cijfers", "Bijvoorbeeld: toolbox evidence incidenten.csv --source politie --period 2025")
    if survey_period is not None and not survey:
        raise UsageError("--survey-period hoort bij een enquête", "Geef het bestand: --survey enquete.csv")
    survey_days = None if survey_period is None else period_from(survey_period, "--survey-period")
    require_libraries(drawing=pictures is not None)
    catalogue = load_catalogue()
    reading = Reading(header, sheet)
    told = told_from(
        catalogue, source=source, registered_by=registered_by, definition=definition, period=period, events=events, places=places,
        residents=residents, columns=columns, meaning=meaning, mapping=mapping, reading=reading,
    )  # fmt: skip
    against = told_from(
        catalogue, definition=compare_definition, period=compare_period, places=compare_places, residents=compare_residents,
        columns=columns, meaning=meaning, mapping=None, reading=reading, prefix="--compare-",
    )  # fmt: skip
    if compare_name is not None:
        checked_figures(catalogue, "--compare-name", compare_name)
    found = read_all(catalogue, files or (), told, ask=not no_input, beside=survey or ())
    if compare or compare_period:
        found = [_compared(catalogue, one, compare or (), against, compare_name or "", ask=not no_input) for one in found]
    if save_mapping is not None:
        _save(catalogue, save_mapping, found)
    surveys = read_surveys(catalogue, survey or (), told, invited or (), survey_days, beside=files or ())
    shown = Evidence(tuple(one.picture for one in found), tuple(surveys), _problems(catalogue, answers, problem))
    _give(catalogue, published(catalogue, shown) if public else shown, as_json=as_json, as_markdown=as_markdown, pictures=pictures)


def _problems(catalogue: Catalogue, file: Path | None, problem: str | None) -> dict[str, Answers]:
    """What was answered about each problem of the case, by its name; empty without a case."""
    from toolbox_cli.analysis.case import answers_of, problems_of
    from toolbox_cli.cli.given import one_problem
    from toolbox_cli.cli.opened import opened_case

    if file is None:
        return {}
    case = opened_case(catalogue, file)
    names = problems_of(case) if problem is None else (one_problem(case, problem, ""),)
    found: dict[str, Answers] = {}
    for name in names:
        named = case.problem(name)
        title = named.name if named else ""
        found[f"{title} ({name})" if title in found else title] = answers_of(catalogue, case, name)  # two problems may have one title
    return found


def published(catalogue: Catalogue, found: Evidence) -> Evidence:
    """Return the version that may be published: without small numbers."""
    from toolbox_cli.evidence.protect import protected
    from toolbox_cli.evidence.survey_public import public_survey

    rules = catalogue.evidence
    pictures = tuple(protected(picture, rules) for picture in found.pictures)
    return replace(found, pictures=pictures, surveys=tuple(public_survey(survey, rules) for survey in found.surveys))


def read_all(catalogue: Catalogue, files: Sequence[Path], told: Told, *, ask: bool, beside: Sequence[Path] = ()) -> list[Found]:
    """Return what each registration in these files shows; raises an error that says what is missing or wrong."""
    from toolbox_cli.cli.figures import complete, registrations

    complete_ones = [complete(catalogue, one, ask=ask) for one in registrations(catalogue, files, told, beside)]
    return [read_one(catalogue, one, told.reading) for one in complete_ones]


def read_one(catalogue: Catalogue, registration: Registration, reading: Reading) -> Found:
    """Return what one registration shows."""
    from toolbox_cli.cli.figures import file_names, read_registration
    from toolbox_cli.cli.progress import hear_interrupts
    from toolbox_cli.evidence.describe import picture_of

    incidents = read_registration(catalogue, registration, reading)
    names = file_names(catalogue, registration.files)
    picture = picture_of(incidents, registration.about, catalogue.evidence, names)
    hear_interrupts()
    return Found(registration, incidents, picture)


def _compared(catalogue: Catalogue, found: Found, files: Sequence[Path], against: Told, name: str, *, ask: bool) -> Found:
    """The same with its comparison: with other files, or with another period in the same file."""
    from toolbox_cli.cli.figures import complete, registrations
    from toolbox_cli.evidence.compare import compare

    own = found.registration
    others = registrations(catalogue, files, against) if files else (Registration(against.over(_plain(own)), own.files),)
    comparisons: list[Comparison] = []
    for one in others:
        other = complete(catalogue, one, ask=ask, option="--compare-period")
        read = read_one(catalogue, other, against.reading)
        one_other = compare(found.incidents, own.about, read.incidents, other.about, catalogue.evidence, name)
        comparisons.append(replace(one_other, other_months=read.picture.months))
    return replace(found, picture=replace(found.picture, comparisons=tuple(comparisons)))


def _plain(own: Registration) -> Description:
    """The description of the same registration without what belongs to its own period."""
    return replace(own.about, places=(), residents=())


def _save(catalogue: Catalogue, path: Path, found: Sequence[Found]) -> None:
    """Keep what goes with the figures, with the columns as they were recognised."""
    from toolbox_cli.cli.output import say
    from toolbox_cli.content.tables.description import read_description
    from toolbox_cli.content.tables.description_text import write_description
    from toolbox_cli.errors import ContentError, UsageError

    if len(found) != 1:
        raise UsageError("--save-mapping gaat over één registratie", "Geef de bestanden van één bron.")
    if path.is_file():
        try:
            read_description(path, catalogue)
        except ContentError:
            raise UsageError(
                f"--save-mapping {path}: dit bestand is iets anders en wordt niet overschreven", "Kies een andere naam."
            ) from None
    about = found[0].registration.about
    columns = found[0].incidents.columns
    used = {column.role: column.name for column in columns if column.role and not column.refused}
    refused = {column.role for column in columns if column.refused} - set(used)
    told = {role: name for role, name in about.columns.items() if role not in refused}
    write_description(path, catalogue, replace(about, columns={**used, **told}))
    say(f"Bewaard in {path}.")


def _give(catalogue: Catalogue, found: Evidence, *, as_json: bool, as_markdown: bool, pictures: Path | None) -> None:
    from toolbox_cli.reports.evidence_whole import compose_whole, whole_json

    document = compose_whole(catalogue, found) if pictures is not None or not as_json else None
    if document is not None and pictures is not None:
        save_pictures(document, pictures, public=found.public)
    if as_json or document is None:
        from toolbox_cli.cli.output import print_json

        print_json(whole_json(catalogue, found))
        return
    show_or_markdown(document, as_markdown=as_markdown)


def show_or_markdown(document: Document, *, as_markdown: bool) -> None:
    """Print a document to the terminal, or as Markdown to paste."""
    if as_markdown:
        from toolbox_cli.reports.markdown import to_markdown

        print(to_markdown(document), end="")
        return
    from toolbox_cli.cli.screen import show

    show(document)


def save_pictures(document: Document, folder: Path, *, public: bool) -> None:
    """Write the figures of a document to a folder; raises ToolboxError when that cannot be done, or when other figures are there."""
    from toolbox_cli.cli.output import say
    from toolbox_cli.content.files import write_atomically
    from toolbox_cli.errors import ToolboxError, in_dutch
    from toolbox_cli.reports.figure_files import figure_files

    files = {f"{'openbaar-' if public else ''}{name}": data for name, data in figure_files(document)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = [path.name for path in folder.iterdir() if FIGURE_NAME.fullmatch(path.name) and path.name not in files]
    except OSError as error:
        raise ToolboxError(f"{folder}: deze map kan niet worden gemaakt ({in_dutch(error)})", "Kies een andere map.") from None
    if others:
        raise ToolboxError(f"{folder}: hier staan al andere figuren; die zouden door elkaar raken", "Kies een nieuwe of lege map.")
    for name, data in files.items():
        write_atomically(folder / name, data)
    say(f"Figuren bewaard in {folder}.")
