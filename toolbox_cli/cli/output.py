"""Writing to the two streams: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from typing import Any

from toolbox_cli.errors import ContentError, NotFoundError, RefusedError, ToolboxError, UsageError


def say(text: str = "") -> None:
    """Print to standard error: questions, progress, messages; where that is closed, nowhere, for standard output holds the results."""
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)


def tell(text: str, indent: str = "  ", under: str | None = None) -> None:
    """Print running text to standard error, broken to the width of the terminal; next lines start with `under`."""
    say(textwrap.fill(text, _width(), initial_indent=indent, subsequent_indent=indent if under is None else under, break_on_hyphens=False))


def complain(text: str) -> None:
    """Print a message to standard error; on a terminal broken between words, elsewhere as one line, for whoever searches in it."""
    for line in text.splitlines() or [""]:
        broken = textwrap.wrap(line, _width(), break_long_words=False, break_on_hyphens=False) if sys.stderr and sys.stderr.isatty() else []
        say("\n".join(broken) or line)


def _width() -> int:
    return max(min(shutil.get_terminal_size().columns, 100), 30)


def print_json(value: Any) -> None:  # Any: plain values
    """Print JSON in UTF-8, whatever the terminal's encoding."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        buffer.write(text.encode("utf-8"))
        buffer.flush()


def report(error: ToolboxError) -> int:
    """Print what is wrong and what to do, without repeating personal data; return the exit code."""
    from toolbox_cli.search.personal import masked_numbers

    mask = without_personal if isinstance(error, UsageError | NotFoundError) else masked_numbers
    if isinstance(error, ContentError):
        for problem in error.problems:
            complain(f"toolbox: {mask(str(problem))}")
        if len(error.problems) > 1:
            say(f"toolbox: {len(error.problems)} fouten gevonden")
    else:
        complain(f"toolbox: {mask(error.message)}")
    if isinstance(error, RefusedError):
        for line in error.hint.splitlines():
            tell(line, "")
    elif error.hint:
        complain(mask(error.hint))
    return error.exit_code


def without_personal(text: str) -> str:
    """Return a message that repeats something typed with names, numbers, addresses and birth dates masked; a path keeps its names.

    Only for a message about wrong use: the words to know a name by are loaded here, and not for any other answer.
    """
    from toolbox_cli.cli.ready import load_personal
    from toolbox_cli.search.personal import masked, masked_numbers

    try:
        words = load_personal()
    except ContentError:  # a checkout whose content is being edited
        return masked_numbers(text)
    return masked(text, words)


def make_streams_safe() -> None:
    """Never fail on a character that the terminal does not know."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence_broken_pipe() -> None:
    """Keep Python from complaining when the reader (head, less) has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
