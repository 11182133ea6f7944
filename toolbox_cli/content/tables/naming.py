"""Names of files and columns that hold the name or a number of a person: never repeated, in no message and no report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from toolbox_cli.content.people import loose
from toolbox_cli.content.tables.text import letter
from toolbox_cli.errors import ToolboxError

Named = Callable[[str], str]  # gives a text back, or nothing when it is about a person


def file_labels(files: Sequence[Path], named: Named) -> dict[Path, str]:
    """Return what each file is called: its name, or 'bestand 1' when that is about a person."""
    return {file: file.name if named(loose(file.stem)) else f"bestand {at}" for at, file in enumerate(files, start=1)}


def column_labels(names: Sequence[str], known: Callable[[str], bool], named: Named) -> tuple[str, ...]:
    """Return what each column is called: its name, or 'kolom D' when that is about a person; a known name of a column never is."""
    return tuple(name if known(name) or named(loose(name)) else f"kolom {letter(at)}" for at, name in enumerate(names))


@contextmanager
def without_names(labels: Mapping[Path, str]) -> Iterator[None]:
    """Put the label of a file in the place of its name in every error from inside."""
    try:
        yield
    except ToolboxError as error:
        hidden = {file: label for file, label in labels.items() if file.name != label}
        for file, label in hidden.items():
            for written in (str(file), file.name):
                error.message, error.hint = (text.replace(written, label) for text in (error.message, error.hint))
        if hidden:
            error.args = (error.message,)
        raise
