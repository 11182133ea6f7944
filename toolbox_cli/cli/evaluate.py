"""Whether a measure helped: before and after, against a comparison, and next door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.evidence import CompareOption, Found, read_all, show_or_markdown
from toolbox_cli.cli.figures import (
    AGAINST,
    ByOption,
    ColumnOption,
    DefinitionOption,
    EventOption,
    FilesArgument,
    HeaderOption,
    MappingOption,
    PeriodOption,
    Reading,
    SheetOption,
    SourceOption,
)
from toolbox_cli.cli.given import ProblemOption

if TYPE_CHECKING:
    from toolbox_cli.evidence.effect import Part, Trial
    from toolbox_cli.model.case import Case, Decision
    from toolbox_cli.model.catalogue import Catalogue

MEASURE = "De maatregel"
PlaceOption = Annotated[
    list[str] | None, typer.Option("--place", metavar="PLAATS", help="Waar de maatregel gold; mag vaker.", rich_help_panel=MEASURE)
]
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", metavar="SOORT", help="Alleen deze soorten incidenten; mag vaker.", rich_help_panel=MEASURE)
]
HoursOption = Annotated[
    str | None, typer.Option("--hours", metavar="UREN", help="In welke uren de maatregel gold: 18-23.", rich_help_panel=MEASURE)
]


@dataclass(frozen=True)
class Chosen:
    """The measure in a case that is looked at: the case, its file and the decision."""

    file: Path
    case: Case
    decision: Decision


def evaluate(
    files: FilesArgument = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DAG", help="Eerste dag van de maatregel.", rich_help_panel=MEASURE)
    ] = None,
    end: Annotated[
        str | None, typer.Option("--end", metavar="DAG", help="Laatste dag, als zij al voorbij is.", rich_help_panel=MEASURE)
    ] = None,
    place: PlaceOption = None,
    kind: KindOption = None,
    hours: HoursOption = None,
    compare_place: Annotated[
        list[str] | None,
        typer.Option(
            "--compare-place",
            metavar="PLAATS",
            help="Plaats zonder de maatregel, om mee te vergelijken; mag vaker.",
            rich_help_panel=AGAINST,
        ),
    ] = None,
    compare: CompareOption = None,
    neighbour: Annotated[
        list[str] | None,
        typer.Option("--neighbour", metavar="PLAATS", help="Plaats waarheen het kan schuiven; mag vaker.", rich_help_panel=AGAINST),
    ] = None,
    neighbour_hours: Annotated[
        list[str] | None,
        typer.Option("--neighbour-hours", metavar="UREN", help="Uren waarheen het kan schuiven: 23-2; mag vaker.", rich_help_panel=AGAINST),
    ] = None,
    answers: Annotated[Path | None, typer.Option("--answers", metavar="BESTAND", help="Zaak waarin de maatregel is gekozen.")] = None,
    measure: Annotated[
        str | None,
        typer.Option("--measure", metavar="MAATREGEL", help="Welke gekozen maatregel in de zaak.", autocompletion=names_of("measure")),
    ] = None,
    problem: ProblemOption = None,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Leg de nulmeting vast bij de gekozen maatregel in de zaak: het aantal in deze periode.")
    ] = False,
    source: SourceOption = None,
    registered_by: ByOption = None,
    period: PeriodOption = None,
    definition: DefinitionOption = None,
    events: EventOption = None,
    columns: ColumnOption = None,
    mapping: MappingOption = None,
    header: HeaderOption = None,
    sheet: SheetOption = None,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Geef Markdown, om in een stuk te plakken.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; stop als de periode ontbreekt.")] = False,
) -> None:
    """Heeft een maatregel geholpen? Voor en na, met een vergelijking, verschuiving en wat u mag concluderen."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.figures import require_libraries, told_from
    from toolbox_cli.errors import UsageError

    if not files:
        raise UsageError(
            "geef een bestand met cijfers",
            "Bijvoorbeeld: toolbox evaluate incidenten.csv --period 2025 --start 1-7-2025 --place Stationsplein",
        )
    require_libraries()
    catalogue = load_catalogue()
    told = told_from(
        catalogue, source=source, registered_by=registered_by, definition=definition, period=period, events=events,
        columns=columns, mapping=mapping, reading=Reading(header, sheet),
    )  # fmt: skip
    chosen = _chosen(catalogue, answers, measure, problem) if answers is not None else None
    if chosen is None and (baseline or measure):
        raise UsageError("zeg in welke zaak de maatregel is gekozen", "Bijvoorbeeld: --answers zaak.yaml --measure gebiedsverbod/172a")
    found = _one(read_all(catalogue, files, told, ask=not no_input))
    target = _target(found, place or (), kind or (), hours, chosen)
    if baseline and chosen is not None:
        _store(catalogue, chosen, found, target)
        return
    day = _start(start, chosen)
    other = _one(read_all(catalogue, compare, told, ask=not no_input)) if compare else None
    trial = _trial(found, target, day, end, compare_place or (), neighbour or (), neighbour_hours or (), chosen)
    _give(catalogue, found, trial, other, as_json=as_json, as_markdown=as_markdown)


def _give(catalogue: Catalogue, found: Found, trial: Trial, other: Found | None, *, as_json: bool, as_markdown: bool) -> None:
    from toolbox_cli.evidence.evaluate import effect_of
    from toolbox_cli.reports.effect import compose_effect
    from toolbox_cli.reports.evidence_json import effect_json

    fewest = catalogue.evidence.limits.percentage_from
    effect = effect_of(found.incidents, found.registration.about, trial, other.incidents if other else None, fewest)
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(effect_json(effect))
        return
    show_or_markdown(compose_effect(effect, catalogue.evidence), as_markdown=as_markdown)


def _target(found: Found, places: Sequence[str], kinds: Sequence[str], hours: str | None, chosen: Chosen | None) -> Part:
    """The part of the incidents that the measure is about: as typed, otherwise that of the baseline."""
    from toolbox_cli.cli.period import hours_from
    from toolbox_cli.evidence.effect import Part

    within = hours_from(hours, "--hours") if hours else None
    stored = chosen.decision.baseline if chosen else None
    if stored is not None and not (places or kinds or within):
        places, kinds, within = stored.places, stored.kinds, stored.hours
    known = found.incidents
    return Part(frozenset(_labels(known.places, places, "--place")), frozenset(_labels(known.kinds, kinds, "--kind")), within)


def _one(found: Sequence[Found]) -> Found:
    from toolbox_cli.errors import UsageError

    if len(found) != 1:
        raise UsageError(
            "voor en na vergelijken kan alleen binnen één registratie", "Geef de bestanden van één bron, met dezelfde definitie."
        )
    return found[0]


def _labels(known: Sequence[str], typed: Sequence[str], option: str) -> list[str]:
    """The kinds or places in the file that were meant; raises UsageError with what is there."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.search.names import plain

    found = []
    for one in typed:
        label = next((label for label in known if plain(label) == plain(one)), None)
        if label is None:
            more = f" en nog {len(known) - 12}" if len(known) > 12 else ""
            there = f"In het bestand staan: {', '.join(known[:12])}{more}." if known else "Het bestand heeft hier geen kolom voor."
            raise UsageError(f"{option} {one}: dit staat niet in het bestand", there)
        found.append(label)
    return found


def _start(typed: str | None, chosen: Chosen | None) -> date:
    """The first day of the measure: as typed, otherwise the day of the decision."""
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.errors import UsageError

    if typed is not None:
        return day_from(typed, "--start")
    if chosen is not None:
        return chosen.decision.on
    raise UsageError("geef de eerste dag van de maatregel", "Bijvoorbeeld: --start 1-7-2025, of de zaak met --answers en --measure.")


def _trial(
    found: Found,
    target: Part,
    start: date,
    end: str | None,
    compare_place: Sequence[str],
    neighbour: Sequence[str],
    neighbour_hours: Sequence[str],
    chosen: Chosen | None,
) -> Trial:
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.cli.period import hours_from
    from toolbox_cli.evidence.effect import Part, Trial
    from toolbox_cli.reports.words import listed

    places = found.incidents.places
    compared = _labels(places, compare_place, "--compare-place")
    near = [Part(frozenset({name}), target.kinds, target.hours, name) for name in _labels(places, neighbour, "--neighbour")]
    near += [replace(target, hours=hours_from(text, "--neighbour-hours"), label=f"{text.strip()} uur") for text in neighbour_hours]
    baseline = chosen.decision.baseline if chosen else None
    return Trial(
        start,
        target,
        None if end is None else day_from(end, "--end"),
        Part(frozenset(compared), target.kinds, target.hours, listed(compared)) if compared else None,
        tuple(near),
        (baseline.start, baseline.end, baseline.number) if baseline else None,
    )


def _chosen(catalogue: Catalogue, file: Path, measure: str | None, problem: str | None) -> Chosen:
    """The chosen measure in a case; raises UsageError with what was chosen when it is not clear which."""
    from toolbox_cli.analysis.decisions import latest_by_form
    from toolbox_cli.cli.check import forms_named
    from toolbox_cli.cli.given import one_problem
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.errors import UsageError

    case = opened_case(catalogue, file)
    about = one_problem(case, problem, "een maatregel gaat over één probleem") if case.problems else ""
    stands = [item for item in latest_by_form(case.decided(about)).values() if item.chosen]
    names = {form.id for form in forms_named(catalogue, measure)} if measure else {item.measure for item in stands}
    meant = [item for item in stands if item.measure in names]
    if len(meant) != 1:
        there = ", ".join(item.measure for item in stands) or "nog niets; leg een keuze vast met toolbox case choose"
        raise UsageError("zeg met --measure welke gekozen maatregel u bedoelt", f"In deze zaak is gekozen: {there}.")
    return Chosen(file, case, meant[0])


def _store(catalogue: Catalogue, chosen: Chosen, found: Found, target: Part) -> None:
    """Keep what was counted in this period with the decision."""
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.evidence.evaluate import number_of
    from toolbox_cli.model.case import Baseline
    from toolbox_cli.reports.decisions import baseline_text

    about = found.registration.about
    assert about.start is not None and about.end is not None  # nothing is read without a period
    number = number_of(found.incidents, target, about)
    baseline = Baseline(
        about.start,
        about.end,
        number,
        about.source,
        about.definition,
        tuple(sorted(target.places)),
        tuple(sorted(target.kinds)),
        target.hours,
    )
    decisions = tuple(replace(item, baseline=baseline) if item is chosen.decision else item for item in chosen.case.decisions)
    write_case(chosen.file, catalogue, replace(chosen.case, decisions=decisions))
    print(f"Nulmeting bij {chosen.decision.measure}: {baseline_text(baseline)}.")
    print(f"Later vergelijken: toolbox evaluate BESTAND --answers {chosen.file} --measure {chosen.decision.measure}")
