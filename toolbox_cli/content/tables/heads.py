"""The names of the columns in a file, looked at before it is read."""

from __future__ import annotations

from pathlib import Path

from toolbox_cli.content.tables.header import Names, header_of
from toolbox_cli.content.tables.source import open_source
from toolbox_cli.content.tables.text import words
from toolbox_cli.errors import ToolboxError
from toolbox_cli.model.evidence import EvidenceRules


def column_names(file: Path, rules: EvidenceRules, *, header: int | None = None, sheet: str | None = None) -> tuple[str, ...]:
    """Return the names of the columns as they are compared; nothing when the file cannot be read, which reading it will tell."""
    names = Names(rules)
    try:
        source = open_source(file, sheet, names.count)
        head = header_of(source.file, source.head, source.first, names, {}, header, survey=True)
    except ToolboxError:
        return ()
    return tuple(words(name) for name in head.names)


def named_here(name: str, columns: tuple[str, ...]) -> bool:
    """Whether a column by this name is among these."""
    return words(name) in columns
