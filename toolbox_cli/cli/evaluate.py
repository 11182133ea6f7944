"""Whether a measure helped: before and after, against a comparison, and next door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.baseline import Chosen, chosen_in, refuse_baseline, store_baseline
from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.evidence import Found, read_all, show_or_markdown
from toolbox_cli.cli.figure_options import (
    AGAINST,
    MEASURE,
    ByOption,
    ColumnOption,
    CompareOption,
    DefinitionOption,
    EventOption,
    FilesArgument,
    HeaderOption,
    HoursOption,
    KindOption,
    MappingOption,
    PeriodOption,
    PlaceOption,
    SheetOption,
    SourceOption,
)
from toolbox_cli.cli.figures_told import Reading
from toolbox_cli.cli.given import ProblemOption

if TYPE_CHECKING:
    from toolbox_cli.evidence.effect import Part, Trial
    from toolbox_cli.model.catalogue import Catalogue


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
    from toolbox_cli.cli.figures import require_libraries
    from toolbox_cli.cli.figures_told import told_from
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
    chosen = chosen_in(catalogue, answers, measure, problem) if answers is not None else None
    if chosen is None and (baseline or measure):
        raise UsageError("zeg in welke zaak de maatregel is gekozen", "Bijvoorbeeld: --answers zaak.yaml --measure gebiedsverbod/172a")
    found = _one(read_all(catalogue, files, told, ask=not no_input))
    target = _target(found, place or (), kind or (), hours, chosen)
    if baseline and chosen is not None:
        refuse_baseline(chosen, _start(start, chosen), found)
        store_baseline(catalogue, chosen, found, target)
        return
    day = _start(start, chosen)
    other = _alike(found, _one(read_all(catalogue, compare, told, ask=not no_input))) if compare else None
    trial = _trial(found, target, day, end, compare_place or (), neighbour or (), neighbour_hours or (), chosen)
    trial = replace(trial, more_reports=_gives_reports(catalogue, chosen))
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


def _alike(found: Found, other: Found) -> Found:
    """The other figures; raises UsageError when they cannot be compared with these: another definition, or not the same days."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.evidence.compare import counts_otherwise
    from toolbox_cli.evidence.tally import period_of

    own, theirs = found.registration.about, other.registration.about
    if unlike := counts_otherwise(own, theirs):
        raise UsageError(
            f"--compare: {unlike}", "Vergelijken kan als beide hetzelfde tellen; zeg met --definition wat er in beide meetelt."
        )
    (start, end), (first, last) = period_of(own), period_of(theirs)
    if first > start or last < end:
        raise UsageError(
            "--compare: deze cijfers dekken niet dezelfde dagen",
            "Vergelijk met een ander gebied in dezelfde tijd; geef --period voor beide.",
        )
    return other


def _labels(known: Sequence[str], typed: Sequence[str], option: str) -> list[str]:
    """The kinds or places in the file that were meant, in each spelling; raises UsageError with what is there."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.search.names import plain

    found = []
    for one in typed:
        labels = [label for label in known if plain(label) == plain(one)]
        if not labels:
            more = f" en nog {len(known) - 12}" if len(known) > 12 else ""
            there = f"In het bestand staan: {', '.join(known[:12])}{more}." if known else "Het bestand heeft hier geen kolom voor."
            raise UsageError(f"{option} {one}: dit staat niet in het bestand", there)
        found += labels
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


def _gives_reports(catalogue: Catalogue, chosen: Chosen | None) -> bool:
    """Whether the chosen measure by itself makes that more is reported."""
    form = catalogue.form_by_id.get(chosen.decision.measure) if chosen else None
    return form is not None and form.measure.id in catalogue.evidence.more_reports


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
    from toolbox_cli.errors import UsageError
    from toolbox_cli.evidence.effect import Part, Trial
    from toolbox_cli.reports.words import listed

    places = found.incidents.places
    compared = _labels(places, compare_place, "--compare-place")
    beside = [_labels(places, [name], "--neighbour") for name in neighbour]
    near = [Part(frozenset(names), target.kinds, target.hours, names[0]) for names in beside]
    for names, option in ((compared, "--compare-place"), *((names, "--neighbour") for names in beside)):
        if both := sorted(target.places.intersection(names)):
            raise UsageError(f"{option} {both[0]}: hier gold de maatregel zelf; geef een andere plaats")
    for first, until in (hours_from(text, "--neighbour-hours") for text in neighbour_hours):
        near.append(replace(target, hours=(first, until), label=f"{first}-{until} uur"))
    last = None if end is None else day_from(end, "--end")
    if last is not None and last < start:
        raise UsageError("--end ligt voor de eerste dag van de maatregel; controleer --start en --end")
    baseline = chosen.decision.baseline if chosen else None
    return Trial(
        start,
        target,
        last,
        Part(frozenset(compared), target.kinds, target.hours, listed(compared)) if compared else None,
        tuple(near),
        (baseline.start, baseline.end, baseline.number) if baseline else None,
    )
