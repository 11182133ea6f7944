"""The main job: answers in, advice out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.given import AnswersOption, ProblemOption, SetOption
from toolbox_cli.cli.profile_file import NoProfileOption, ProfileOption
from toolbox_cli.cli.proposed import (
    ConfirmOption,
    EvidenceColumnOption,
    EvidenceOption,
    EvidencePeriodOption,
    EvidenceSourceOption,
    SurveyOption,
)

if TYPE_CHECKING:
    from toolbox_cli.cli.given import Given
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.question import Answer, Answers
    from toolbox_cli.reports.document import Document

WhatIfOption = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="VRAAG=ANTWOORD",
        help="Toon alleen wat verandert als dit het antwoord was; mag vaker.",
        autocompletion=names_of("setting"),
    ),
]


def analyse(
    answers: AnswersOption = None,
    settings: SetOption = None,
    save: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bewaar de antwoorden hier, na elke vraag.")] = None,
    problem: ProblemOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef het advies als JSON, voor andere programma's.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; stop als er een antwoord ontbreekt.")] = False,
    rest_unknown: Annotated[bool, typer.Option("--rest-unknown", help="Alles wat niet is beantwoord telt als onbekend.")] = False,
    short: Annotated[bool, typer.Option("--short", help="Alleen het begin: wat nu te doen en welke maatregelen vooraan staan.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Waarom elke maatregel dit oordeel kreeg, in het kort.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Met --explain: alle maatregelen, met de hele boom van redenen.")] = False,
    others: WhatIfOption = None,
    following: Annotated[bool, typer.Option("--next", help="Welke open vragen nog het meest kunnen veranderen, en wie het weet.")] = False,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
    evidence: EvidenceOption = None,
    survey: SurveyOption = None,
    period: EvidencePeriodOption = None,
    source: EvidenceSourceOption = None,
    columns: EvidenceColumnOption = None,
    confirm: ConfirmOption = False,
) -> None:
    """Beschrijf het probleem en krijg een advies: welke maatregel past, en onder welke voorwaarden."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.cli.complete import complete, with_rest_unknown
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import given_case, one_problem, refuse_contradictions_in, refuse_overwriting, settings_by_problem
    from toolbox_cli.cli.profile_file import known_profile
    from toolbox_cli.cli.proposed import Figures, with_figures
    from toolbox_cli.errors import UsageError

    _refuse_together({"--next": following, "--what-if": bool(others), "--explain": explain, "--short": short})
    if full and not explain:
        raise UsageError("--full hoort bij --explain", "Bijvoorbeeld: toolbox analyse --answers BESTAND --explain --full")
    catalogue = load_catalogue()
    refuse_overwriting(catalogue, save, answers)
    given = given_case(catalogue, answers, settings or [], known_profile(catalogue, profile, without=no_profile))
    figures = Figures(tuple(evidence or ()), tuple(survey or ()), period, source, tuple(columns or ()), confirm)
    if following or others or explain or figures or problem is not None:
        names: tuple[str, ...] = (one_problem(given.case, problem, "dit gaat per probleem"),)
    else:
        names = problems_of(given.case)
    if figures:
        given = with_figures(catalogue, given, names[0], figures, save or answers, ask=not no_input)
        refuse_contradictions_in(catalogue, given, "--evidence")
    elif period or source or columns or confirm:
        raise UsageError("--period, --source, --column en --confirm horen bij cijfers", "Geef het bestand: --evidence incidenten.csv")
    if others or following:
        known = given.answers(catalogue, names[0])
        changes = settings_by_problem(catalogue, given.case, others or [], "--what-if", names[0])
        one = {question: answer for found in changes.values() for question, answer in found.items()}
        known = with_rest_unknown(catalogue, known) if rest_unknown else known
        _show_changes(catalogue, known, one, given.with_others(catalogue, names[0], known, one), as_json=as_json)
        return
    given = _with_retention(given, answers, save, ask=not no_input)
    given = complete(catalogue, given, names, answers, save, ask=not no_input, rest_unknown=rest_unknown)
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(_plain(catalogue, given, names, explain=explain))
        return
    from toolbox_cli.cli.screen import show

    show(_document(catalogue, given, names, short=short, explain=explain, full=full))


def _with_retention(given: Given, answers: Path | None, save: Path | None, *, ask: bool) -> Given:
    """The case with the day until which it may be kept, when it is a new one that is saved and the profile says how long."""
    from toolbox_cli.cli.complete import can_ask

    new = answers is None and (save is None or not save.exists())
    if given.profile is None or not new or (save is None and not (ask and can_ask())):
        return given
    from datetime import date

    from toolbox_cli.analysis.profile import keep_until
    from toolbox_cli.cli.output import tell
    from toolbox_cli.reports.words import day

    until = keep_until(given.profile, date.today())
    if until is None:
        return given
    tell(f"Deze zaak mag worden bewaard tot en met {day(until)} (bewaartermijn uit uw gemeenteprofiel).", "")
    return replace(given, case=replace(given.case, keep_until=until))


def _document(catalogue: Catalogue, given: Given, names: tuple[str, ...], *, short: bool, explain: bool, full: bool) -> Document:
    from toolbox_cli.cli.receipts import record_of

    records = [record_of(catalogue, given, name) for name in names]
    if explain:
        from toolbox_cli.reports.origin import tell_profile
        from toolbox_cli.reports.why import compose_explanation

        document = compose_explanation(catalogue, records[0].assessment, full=full)
        tell_profile(document, catalogue, records[0], named=True)
        return document
    if len(records) == 1:
        from toolbox_cli.reports.advice import compose_advice

        return compose_advice(catalogue, records[0].assessment, short=short, record=records[0])
    from toolbox_cli.reports.joint import compose_joint

    return compose_joint(catalogue, records, short=short)


def _plain(catalogue: Catalogue, given: Given, names: tuple[str, ...], *, explain: bool) -> Mapping[str, object]:
    from toolbox_cli.cli.receipts import record_of
    from toolbox_cli.reports.joint import joint_json
    from toolbox_cli.reports.origin import advice_json

    records = [record_of(catalogue, given, name) for name in names]
    return advice_json(catalogue, records[0], explain=explain) if len(records) == 1 else joint_json(catalogue, records)


def _refuse_together(options: dict[str, bool]) -> None:
    from toolbox_cli.errors import UsageError

    chosen = [name for name, given in options.items() if given]
    if len(chosen) > 1:
        raise UsageError(f"{chosen[0]} en {chosen[1]} gaan niet samen; kies er een")


def _show_changes(catalogue: Catalogue, given: Answers, others: dict[str, Answer], changed: Answers, *, as_json: bool) -> None:
    """What these other answers would change or, without any, which open questions can still move most."""
    from toolbox_cli.analysis.changes import what_if
    from toolbox_cli.analysis.deciding import open_by_weight
    from toolbox_cli.cli.given import refuse_contradictions
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.changes import compose_next, compose_what_if
    from toolbox_cli.reports.check_json import next_json, what_if_json

    if others:
        changes = what_if(catalogue, given, others, changed)
        refuse_contradictions(catalogue, changes.answers, "--what-if")
        refuse_unasked(catalogue, changes.answers, others)
        if as_json:
            print_json(what_if_json(catalogue, changes))
        else:
            show(compose_what_if(catalogue, changes, others))
        return
    found = open_by_weight(catalogue, given)
    if as_json:
        print_json(next_json(catalogue, found))
    else:
        show(compose_next(catalogue, found))


def refuse_unasked(catalogue: Catalogue, changed: Answers, others: dict[str, Answer]) -> None:
    """Raise UsageError when one of the other answers belongs to a question that is not put on these answers."""
    from toolbox_cli.analysis.assess import facts_of
    from toolbox_cli.analysis.deciding import askable
    from toolbox_cli.errors import UsageError

    for name, answer in others.items():
        if changed.get(name) != answer or not askable(catalogue.question_by_id[name], changed, facts_of(catalogue)):
            raise UsageError(
                f"--what-if {name}: deze vraag wordt bij deze antwoorden niet gesteld", f"Meer over de vraag: toolbox questions {name}"
            )
