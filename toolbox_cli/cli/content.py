"""For editors and shells: check the content, print the completion script."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def check(
    data: Annotated[Path | None, typer.Option("--data", metavar="MAP", help="Map met de YAML-bestanden; anders de eigen inhoud.")] = None,
) -> None:
    """Controleer alle inhoud en noem alle fouten tegelijk."""
    from toolbox_cli.content.load import read_catalogue
    from toolbox_cli.content.locate import data_folder

    catalogue = read_catalogue(data or data_folder(), thorough=True)
    forms, measures = len(catalogue.forms), len(catalogue.measures)
    print(
        f"In orde: {measures} maatregelen met {forms} varianten, {len(catalogue.partners)} partners, {len(catalogue.practices)} "
        f"voorbeelden, {len(catalogue.questions)} vragen, {len(catalogue.conditions)} voorwaarden, {len(catalogue.articles)} artikelen."
    )


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
