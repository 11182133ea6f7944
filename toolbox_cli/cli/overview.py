"""The list of commands, as Markdown, made from the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from toolbox_cli.cli.app import app


def command_table() -> str:
    """Return a Markdown table of all commands with the first sentence of their help."""
    rows = [f"| `toolbox {name}` | {text} |" for name, text in _commands(typer.main.get_command(app), "")]
    return "\n".join(("| Command | Does |", "|---|---|", *rows))


def _commands(group: Any, prefix: str) -> Iterator[tuple[str, str]]:  # Any: Typer's own copy of Click has no public types
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            if command.invoke_without_command:
                yield f"{prefix}{name}", (command.help or "").split("\n")[0]
            yield from _commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", (command.help or "").split("\n")[0]


if __name__ == "__main__":
    print(command_table())
