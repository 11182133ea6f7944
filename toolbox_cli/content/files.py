"""Writing a file so that a kill leaves either the old or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from toolbox_cli.errors import ToolboxError, in_dutch


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file so that it is either the old or the new one; raises ToolboxError that says what to do."""
    try:
        path = path.resolve(strict=path.is_symlink())
        if path.is_file() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "read only")
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content.encode("utf-8") if isinstance(content, str) else content)
                stream.flush()
                os.fsync(stream.fileno())
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, RuntimeError) as error:  # RuntimeError: links that point to each other
        raise ToolboxError(
            f"{path} kan niet worden geschreven ({in_dutch(error) if isinstance(error, OSError) else 'een link verwijst naar zichzelf'})",
            "Kies een bestand in een map die bestaat en waar u mag schrijven.",
        ) from None
