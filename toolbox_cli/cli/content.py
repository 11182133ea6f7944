"""For editors and shells: check the content, print the completion script."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def check(
    data: Annotated[Path | None, typer.Option("--data", metavar="MAP", help="Map met de YAML-bestanden; anders de eigen inhoud.")] = None,
    statutes: Annotated[
        Path | None, typer.Option("--statutes", metavar="MAP", help="Vergelijk met de wetteksten in deze map (BWBR….yaml).")
    ] = None,
    own: Annotated[Path | None, typer.Option("--own", metavar="MAP", help="Controleer ook de eigen inhoud in deze map.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> int:
    """Controleer alle inhoud en noem alle fouten tegelijk; met --statutes ook of de wet is gewijzigd."""
    from toolbox_cli.cli.content_source import own_folder
    from toolbox_cli.content.load import read_catalogue
    from toolbox_cli.content.locate import data_folder

    own = own or own_folder()
    if statutes is not None:
        from toolbox_cli.cli.statutes import compare_with
        from toolbox_cli.content.statutes import read_statutes

        texts = read_statutes(statutes)  # first: a wrong folder is told at once
        return compare_with(read_catalogue(data or data_folder(), own=own, thorough=True), texts, as_json=as_json)
    catalogue = read_catalogue(data or data_folder(), own=own, thorough=True)
    from toolbox_cli.reports.content_check import content_json, content_text

    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(content_json(catalogue))
    else:
        print(content_text(catalogue))
    return 0


def own(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Nieuwe of lege map.")],
) -> None:
    """Maak een map met een (verzonnen) voorbeeld van eigen inhoud, om aan te passen."""
    from toolbox_cli.content.own_example import write_example

    written = write_example(folder)
    print(f"In {folder} staan nu: {', '.join(path.name for path in written)}.")
    print("Alles daarin is verzonnen. Lees eerst measures.yaml, vervang wat er staat door uw eigen inhoud, en controleer haar met:")
    print(f"  toolbox content check --own {folder}")
    print("Gebruiken (of zet de map in de omgevingsvariabele TOOLBOX_OWN):")
    print(f"  toolbox --own {folder} measure")


def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish, powershell of pwsh")],
) -> None:
    """Geef het script waarmee de shell namen aanvult na Tab."""
    from typer._completion_shared import get_completion_script  # typer has no public name for it

    from toolbox_cli.cli.completion import COMPLETE_VARIABLE
    from toolbox_cli.errors import UsageError

    known = ("bash", "zsh", "fish", "powershell", "pwsh")
    if shell not in known:
        raise UsageError(f"'{shell}' is onbekend; kies uit {', '.join(known)}")
    print(get_completion_script(prog_name="toolbox", complete_var=COMPLETE_VARIABLE, shell=shell))
