"""The main job: answers in, advice out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.question import Answer, Answers

WhatIfOption = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="VRAAG=ANTWOORD",
        help="Toon alleen wat verandert als dit het antwoord was; mag vaker.",
        autocompletion=names_of("setting"),
    ),
]
AnswersOption = Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bestand met antwoorden; wat ontbreekt wordt gevraagd.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="VRAAG=ANTWOORD", help="Eén antwoord; mag vaker. Gaat voor het bestand.", autocompletion=names_of("setting")
    ),
]


def analyse(
    answers: AnswersOption = None,
    settings: SetOption = None,
    save: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bewaar de antwoorden hier, na elke vraag.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef het advies als JSON, voor andere programma's.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; stop als er een antwoord ontbreekt.")] = False,
    rest_unknown: Annotated[bool, typer.Option("--rest-unknown", help="Alles wat niet is beantwoord telt als onbekend.")] = False,
    short: Annotated[bool, typer.Option("--short", help="Alleen het begin: wat nu te doen en welke maatregelen vooraan staan.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Waarom elke maatregel dit oordeel kreeg, in het kort.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Met --explain: alle maatregelen, met de hele boom van redenen.")] = False,
    others: WhatIfOption = None,
    following: Annotated[bool, typer.Option("--next", help="Welke open vragen nog het meest kunnen veranderen, en wie het weet.")] = False,
) -> None:
    """Beschrijf het probleem en krijg een advies: welke maatregel past, en onder welke voorwaarden."""
    from toolbox_cli.analysis.assess import assess
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.errors import UsageError

    _refuse_together({"--next": following, "--what-if": bool(others), "--explain": explain, "--short": short})
    if full and not explain:
        raise UsageError("--full hoort bij --explain", "Bijvoorbeeld: toolbox analyse --answers BESTAND --explain --full")
    catalogue = load_catalogue()
    given = given_answers(catalogue, answers, settings or [])
    if rest_unknown and (others or following):
        given = with_rest_unknown(catalogue, given)
    if others or following:
        _show_changes(catalogue, given, settings_of(catalogue, others or [], "--what-if"), as_json=as_json)
        return
    given = _complete(catalogue, given, answers, save, ask=not no_input, rest_unknown=rest_unknown)
    assessment = assess(catalogue, given)
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import analysis_json

        print_json(analysis_json(catalogue, assessment, explain=explain))
        return
    from toolbox_cli.cli.screen import show

    if explain:
        from toolbox_cli.reports.why import compose_explanation

        show(compose_explanation(catalogue, assessment, full=full))
        return
    from toolbox_cli.reports.advice import compose_advice

    show(compose_advice(catalogue, assessment, short=short))


def _refuse_together(options: dict[str, bool]) -> None:
    from toolbox_cli.errors import UsageError

    chosen = [name for name, given in options.items() if given]
    if len(chosen) > 1:
        raise UsageError(f"{chosen[0]} en {chosen[1]} gaan niet samen; kies er een")


def _show_changes(catalogue: Catalogue, given: Answers, others: dict[str, Answer], *, as_json: bool) -> None:
    """What these other answers would change or, without any, which open questions can still move most."""
    from toolbox_cli.analysis.changes import what_if
    from toolbox_cli.analysis.deciding import open_by_weight
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.changes import compose_next, compose_what_if
    from toolbox_cli.reports.check_json import next_json, what_if_json

    if others:
        changes = what_if(catalogue, given, others)
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


def given_answers(catalogue: Catalogue, path: Path | None, settings: Sequence[str]) -> Answers:
    """Return the answers of the file and the options; raises an error that lists every fault and contradiction."""
    from toolbox_cli.content.answers import read_answers
    from toolbox_cli.model.question import Answers

    given = read_answers(path, catalogue) if path is not None else Answers()
    refuse_contradictions(catalogue, given, str(path))
    for name, answer in settings_of(catalogue, settings, "--set").items():
        given = given.with_answer(name, answer)
    refuse_contradictions(catalogue, given, "--set")
    return given


def settings_of(catalogue: Catalogue, settings: Sequence[str], option: str) -> dict[str, Answer]:
    """Return the answers in options of the form `question=value`; raises UsageError for a wrong one or two different ones."""
    from toolbox_cli.content.answers import parse_setting
    from toolbox_cli.errors import UsageError

    found: dict[str, Answer] = {}
    for text in settings:
        name, answer = parse_setting(text, catalogue, option)
        if found.get(name, answer) != answer:
            raise UsageError(f"{option} {name} staat er twee keer met een ander antwoord; houd er één")
        found[name] = answer
    return found


def refuse_contradictions(catalogue: Catalogue, given: Answers, where: str) -> None:
    """Raise ContentError with every contradiction in the answers."""
    from toolbox_cli.analysis.interview import contradictions
    from toolbox_cli.errors import ContentError, Problem

    found = contradictions(catalogue, given)
    if found:
        raise ContentError([Problem(where, None, "tegenstrijdig", item.message) for item in found])


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


def _complete(catalogue: Catalogue, given: Answers, path: Path | None, save: Path | None, *, ask: bool, rest_unknown: bool) -> Answers:
    """Ask what is missing (saving each answer), or count it as unknown, or stop and name the first missing answer."""
    import sys

    from toolbox_cli.analysis.interview import next_question
    from toolbox_cli.errors import UsageError

    if rest_unknown:
        given = with_rest_unknown(catalogue, given)
    question = next_question(catalogue, given)
    if question is None:
        if save is not None:
            from toolbox_cli.content.answers import render_answers, write_atomically

            write_atomically(save, render_answers(catalogue, given))
        return given
    if ask and sys.stdin is not None and sys.stdin.isatty():
        from toolbox_cli.analysis.interview import open_questions
        from toolbox_cli.cli.prompts import Talk, interview

        talk = Talk(
            "Probleemanalyse",
            lambda answers: open_questions(catalogue, answers),
            "toolbox analyse",
            "Het advies nog eens (het begin alleen: met --short)",
        )
        return interview(catalogue, given, save or path, talk)
    raise UsageError(
        f"de vraag '{question.id}' is nog niet beantwoord: {question.text}",
        f"Geef --set {question.id}=ANTWOORD (of =onbekend), een bestand met --answers, of --rest-unknown voor alles wat ontbreekt.",
    )


def with_rest_unknown(catalogue: Catalogue, given: Answers) -> Answers:
    """Return the answers with every question that could still be asked as unknown."""
    from toolbox_cli.analysis.interview import open_questions
    from toolbox_cli.model.question import Answer, Answers

    while found := open_questions(catalogue, given):
        given = Answers({**given.given, **{question.id: Answer(unknown=True) for question in found}})
    return given
