"""Full expected texts, to open and read. With TOOLBOX_WRITE_EXPECTED set they are written instead of compared: look at the difference."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "reports" / "expected"


def same_as(name: str, text: str) -> None:
    """Fail when the text is not what the file says."""
    path = FOLDER / name
    if "TOOLBOX_WRITE_EXPECTED" in os.environ:
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text
