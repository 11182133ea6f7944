"""The versions of the content and what each changed."""

from __future__ import annotations

from typing import Annotated

import typer


def history(
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Toon per uitgave van de inhoud welke vragen, antwoorden en varianten nieuw, hernoemd of vervallen zijn."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.reports.history import compose_history, history_json

    catalogue = load_catalogue()
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(history_json(catalogue))
    else:
        from toolbox_cli.cli.screen import show

        show(compose_history(catalogue))
