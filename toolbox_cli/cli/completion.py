"""Completion of names in the shell; reads one small file instead of all content."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

COMPLETE_VARIABLE = "_TOOLBOX_COMPLETE"


def prepare_completion() -> None:
    """Teach the shells' completion to Typer, only when the shell asks for it."""
    if COMPLETE_VARIABLE in os.environ:
        from typer._completion_classes import completion_init  # typer has no public name for it

        completion_init()


def names_of(kind: str) -> Callable[[str], list[str]]:
    """Return a function that gives the names of one kind starting with what was typed."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in known_names().get(kind, ()) if name.startswith(incomplete)]

    return complete


def known_names() -> dict[str, list[str]]:
    """Return all ids by kind: from the file made at build time, otherwise from the content."""
    from toolbox_cli.content.locate import NAMES

    if NAMES.is_file():
        known: dict[str, list[str]] = json.loads(NAMES.read_bytes())
        return known
    from toolbox_cli.content.load import load_catalogue
    from toolbox_cli.content.names import names_in

    return names_in(load_catalogue())
