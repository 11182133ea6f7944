"""The main job: answers in, advice out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.question import Answers


def analyse(
    answers: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bestand met antwoorden; wat ontbreekt wordt gevraagd.")] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="VRAAG=ANTWOORD", help="Eén antwoord; mag vaker. Gaat voor het bestand.", autocompletion=names_of("setting")
        ),
    ] = None,
    save: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bewaar de antwoorden hier, na elke vraag.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef het advies als JSON, voor andere programma's.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; stop als er een antwoord ontbreekt.")] = False,
    rest_unknown: Annotated[bool, typer.Option("--rest-unknown", help="Alles wat niet is beantwoord telt als onbekend.")] = False,
    short: Annotated[bool, typer.Option("--short", help="Alleen het begin: wat nu te doen en welke maatregelen vooraan staan.")] = False,
) -> None:
    """Beschrijf het probleem en krijg een advies: welke maatregel past, en onder welke voorwaarden."""
    from toolbox_cli.analysis.assess import assess
    from toolbox_cli.content.load import load_catalogue

    catalogue = load_catalogue()
    given = _given(catalogue, answers, settings or [])
    given = _complete(catalogue, given, answers, save, ask=not no_input, rest_unknown=rest_unknown)
    assessment = assess(catalogue, given)
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import analysis_json

        print_json(analysis_json(catalogue, assessment))
        return
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.advice import compose_advice

    show(compose_advice(catalogue, assessment, short=short))


def _given(catalogue: Catalogue, path: Path | None, settings: Sequence[str]) -> Answers:
    """The answers of the file and the options; raises an error that lists every fault and contradiction."""
    from toolbox_cli.content.answers import parse_setting, read_answers
    from toolbox_cli.errors import UsageError
    from toolbox_cli.model.question import Answers

    given = read_answers(path, catalogue) if path is not None else Answers()
    seen: dict[str, object] = {}
    for text in settings:
        name, answer = parse_setting(text, catalogue)
        if name in seen and seen[name] != answer:
            raise UsageError(f"--set {name} staat er twee keer met een ander antwoord; houd er één")
        seen[name] = answer
        given = given.with_answer(name, answer)
    refuse_contradictions(catalogue, given, str(path) if path is not None else "--set")
    return given


def refuse_contradictions(catalogue: Catalogue, given: Answers, where: str) -> None:
    """Raise ContentError with every contradiction in the answers."""
    from toolbox_cli.analysis.interview import contradictions
    from toolbox_cli.errors import ContentError, Problem

    found = contradictions(catalogue, given)
    if found:
        raise ContentError([Problem(where, None, "tegenstrijdig", item.message) for item in found])


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
        from toolbox_cli.cli.prompts import interview

        return interview(catalogue, given, save or path)
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
