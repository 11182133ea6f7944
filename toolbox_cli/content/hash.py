"""A hash over the content, for the receipt of an advice: the same in a checkout, on Windows and in the wheel.

`hashlib` is imported where it is needed: an installed program has its hash ready-made.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolbox_cli.content.locate import HASH, data_folder

DIGITS = 12


def content_hash(folder: Path, own: Path | None = None) -> str:
    """Return twelve hexadecimal digits that change with any content file, or with any file of the own content."""
    shipped = _hash(folder.glob("*.yaml"))
    return shipped if own is None else _with_own(shipped, own)


def content_hash_of_installation(own: Path | None = None) -> str:
    """Return the same for the content of this installation: read when the package was built, otherwise made from the files."""
    shipped = HASH.read_text("ascii") if HASH.is_file() else _hash(data_folder().glob("*.yaml"))
    return shipped if own is None else _with_own(shipped, own)


def _with_own(shipped: str, own: Path) -> str:
    import hashlib

    from toolbox_cli.content.overlay import own_files

    return hashlib.sha256(f"{shipped} {_hash(own_files(own))}".encode()).hexdigest()[:DIGITS]


def _hash(paths: Iterable[Path]) -> str:
    """Names and bytes, with the ends of lines as they are in a checkout on Linux."""
    import hashlib

    found = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        text = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{path.name} {len(text)}\n".encode() + text)
    return found.hexdigest()[:DIGITS]
