"""Answers completed: by asking, by counting the rest as unknown, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.cli.given import Given

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.question import Answers


def complete(
    catalogue: Catalogue, given: Given, problems: Sequence[str], path: Path | None, save: Path | None, *, ask: bool, rest_unknown: bool
) -> Given:
    """Ask what is missing (saving each answer), or count it as unknown, or stop and name the first missing answer."""
    from toolbox_cli.analysis.interview import next_question

    asked = False
    for problem in problems:
        if rest_unknown:
            given = given.with_answers(catalogue, problem, with_rest_unknown(catalogue, given.answers(catalogue, problem)))
        asks = ask and can_ask()
        from_here = given.start(catalogue, problem)[0] if asks and not rest_unknown else given.answers(catalogue, problem)
        question = next_question(catalogue, from_here)
        if question is None:
            continue
        if not asks:
            raise _missing(problem, question.id, question.text)
        given, asked = _asked(catalogue, given, problem, save or path), True
    if save is not None and not asked:
        from toolbox_cli.content.case_text import write_case

        write_case(save, catalogue, given.case)
    return given


def can_ask() -> bool:
    """Whether there is a terminal to ask on."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def with_rest_unknown(catalogue: Catalogue, given: Answers) -> Answers:
    """Return the answers with every question that could still be asked as unknown."""
    from toolbox_cli.analysis.interview import open_questions
    from toolbox_cli.model.question import Answer, Answers

    while found := open_questions(catalogue, given):
        given = Answers({**given.given, **{question.id: Answer(unknown=True) for question in found}})
    return given


def _missing(problem: str, question: str, text: str) -> Exception:
    from toolbox_cli.errors import UsageError

    name = f"{problem}.{question}" if problem else question
    return UsageError(
        f"de vraag '{name}' is nog niet beantwoord: {text}",
        f"Geef --set {name}=ANTWOORD (of =onbekend), een bestand met --answers, of --rest-unknown voor alles wat ontbreekt.",
    )


def _asked(catalogue: Catalogue, given: Given, problem: str, path: Path | None) -> Given:
    from toolbox_cli.analysis.assess import assess
    from toolbox_cli.analysis.interview import open_questions
    from toolbox_cli.cli.interview import Talk, interview
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.advice import compose_advice

    named = given.case.problem(problem)
    talk = Talk(
        f"Probleemanalyse: {named.name}" if named else "Probleemanalyse",
        lambda answers: open_questions(catalogue, answers),
        lambda answers: show(compose_advice(catalogue, assess(catalogue, answers), short=True), sys.stderr),
        "toolbox analyse",
        "Het advies nog eens (het begin alleen: met --short)",
        "nog ongeveer",
        problem=problem,
    )
    return interview(catalogue, given, path, talk)
