"""Progress of something long, on the terminal only; and stopping with Ctrl-C after it."""

from __future__ import annotations

import signal
import sys
import threading
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


def hear_interrupts() -> None:
    """Let Ctrl-C stop a question again: polars takes the signal for itself, and then it waits until something is typed."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.getsignal(signal.SIGINT))
