"""The questions: what is asked, who can answer, and an empty answer file."""

from __future__ import annotations

from typing import Annotated

import typer


def questions(
    name: Annotated[str | None, typer.Argument(metavar="[VRAAG]", help="Eén vraag in het kort, met wat ervan afhangt.")] = None,
    template: Annotated[bool, typer.Option("--template", help="Geef een leeg antwoordbestand met alle vragen.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Toon alle vragen met hun mogelijke antwoorden, of een leeg antwoordbestand."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.errors import NotFoundError
    from toolbox_cli.reports.questions import compose_question, compose_questions, questions_json, template_text

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
