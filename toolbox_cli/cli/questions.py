"""The questions: what is asked, who can answer, an empty answer file, and a form for one partner."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolbox_cli.cli.completion import names_of


def questions(
    name: Annotated[str | None, typer.Argument(metavar="[VRAAG]", help="Eén vraag in het kort, met wat ervan afhangt.")] = None,
    partner: Annotated[
        str | None,
        typer.Option(
            metavar="PARTNER", help="Formulier met de vragen die deze partner kan beantwoorden.", autocompletion=names_of("partner")
        ),
    ] = None,
    answers: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Bij --partner: alleen wat in deze zaak nog niet bekend is en ertoe doet.")
    ] = None,
    problem: Annotated[str | None, typer.Option(metavar="NAAM", help="Bij --answers: alleen dit probleem.")] = None,
    detail: Annotated[bool, typer.Option("--detail", help="Bij --partner: ook de vragen voor één besluit (toolbox check).")] = False,
    template: Annotated[
        bool, typer.Option("--template", help="Geef een leeg antwoordbestand: met alle vragen, of met die voor --partner.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Toon alle vragen met hun antwoorden, een leeg antwoordbestand, of een formulier voor een partner."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.errors import NotFoundError, UsageError
    from toolbox_cli.reports.questions import compose_question, compose_questions, questions_json, template_text

    if partner is not None:
        from toolbox_cli.cli.questionnaire import print_questionnaire

        if name is not None:
            raise UsageError("kies één vraag of --partner, niet beide")
        if template and as_json:
            raise UsageError("kies --template of --json, niet beide")
        print_questionnaire(partner, answers, problem, detail=detail, template=template, as_json=as_json)
        return
    if answers is not None or problem is not None or detail:
        raise UsageError("--answers, --problem en --detail horen bij --partner", "Bijvoorbeeld: toolbox questions --partner politie")
    catalogue = load_catalogue()
    if name is not None and name not in catalogue.question_by_id:
        from difflib import get_close_matches

        from toolbox_cli.cli.refusal import refuse_named

        refuse_named("naam van de vraag", name)
        near = get_close_matches(name, catalogue.question_by_id, n=1)
        raise NotFoundError(f"geen vraag met de naam '{name}'", f"Bedoelt u {near[0]}?" if near else "De lijst: toolbox questions")
    if template:
        print(template_text(catalogue), end="")
        return
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(questions_json(catalogue, [catalogue.question_by_id[name]] if name else catalogue.questions))
        return
    from toolbox_cli.cli.screen import show

    show(compose_question(catalogue, catalogue.question_by_id[name]) if name else compose_questions(catalogue))
