"""Writing files so that a kill leaves either the old or the new ones."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolbox_cli.errors import ToolboxError, in_dutch

HINT = "Kies een bestand in een map die bestaat en waar u mag schrijven."
CLOSE = "Staat het open in een ander programma, zoals Word, sluit het daar dan eerst."


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file so that it is either the old or the new one; raises ToolboxError that says what to do."""
    write_together([(path, content)])


def write_together(files: Sequence[tuple[Path, str | bytes]]) -> None:
    """Write files so that a full disk, a file that may not be replaced or an interruption while writing leaves all of them as they were.

    The last step, giving each its name, takes no room and is only begun when all of them are on disk.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            with _told(path):
                target = _writable(path)
                ready.append((_beside(target, content), target))
        while ready:
            temporary, target = ready[0]
            with _told(target):
                temporary.replace(target)
            del ready[0]
    finally:
        for temporary, _ in ready:
            with contextlib.suppress(OSError):
                temporary.unlink()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system refuses as a ToolboxError about this file."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: links that point to each other
        why = in_dutch(error) if isinstance(error, OSError) else "een link verwijst naar zichzelf"
        hint = f"{HINT} {CLOSE}" if isinstance(error, PermissionError) else HINT
        raise ToolboxError(f"{path} kan niet worden geschreven ({why})", hint) from None


def _writable(path: Path) -> Path:
    """The file behind a link; a file that is there may be written, and is a file: a device or a pipe would be replaced by one."""
    path = path.resolve(strict=path.is_symlink())
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "folder")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.ENODEV, "no file")
    if path.is_file():
        with path.open("r+b"):  # refused when it is read only or, on Windows, open in a program such as Word
            pass
    return path


def _beside(path: Path, content: str | bytes) -> Path:
    """A new file beside the file that is to be replaced, with its rights when it is there, and all of the content on disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary
