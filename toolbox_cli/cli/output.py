"""Writing to the two streams: results to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
from typing import Any

from toolbox_cli.errors import ContentError, RefusedError, ToolboxError


def say(text: str = "") -> None:
    """Print to standard error: questions, progress, messages."""
    print(text, file=sys.stderr, flush=True)


def tell(text: str, indent: str = "  ") -> None:
    """Print running text to standard error, broken to the width of the terminal."""
    width = max(min(shutil.get_terminal_size().columns, 100), 30)
    say(textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False))


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
    """Print what is wrong and what to do; return the exit code."""
    if isinstance(error, ContentError):
        for problem in error.problems:
            say(f"toolbox: {problem}")
        if len(error.problems) > 1:
            say(f"toolbox: {len(error.problems)} fouten gevonden")
    else:
        say(f"toolbox: {error.message}")
    if isinstance(error, RefusedError):
        for line in error.hint.splitlines():
            tell(line, "")
    elif error.hint:
        say(error.hint)
    return error.exit_code


def make_streams_safe() -> None:
    """Never fail on a character that the terminal does not know."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence_broken_pipe() -> None:
    """Keep Python from complaining when the reader (head, less) has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
