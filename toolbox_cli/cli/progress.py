"""Progress of something long, on the terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SOON = 1.0  # seconds; what is done sooner needs no progress


@contextmanager
def progress(what: str) -> Iterator[Callable[[float], None]]:
    """Give a function to report the part that is done (0 to 1); after a second it shows on standard error, when that is a terminal."""
    began, shown = time.monotonic(), False

    def report(part: float) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - began > SOON:
            print(f"\r{what}: {part:4.0%}", end="", file=sys.stderr, flush=True)
            shown = True

    try:
        yield report
    finally:
        if shown:
            print(f"\r{' ' * (len(what) + 8)}\r", end="", file=sys.stderr, flush=True)
