"""A hash over the content, for receipts."""

from __future__ import annotations

import hashlib

from toolbox_cli.content.locate import data_folder


def content_hash_of_installation() -> str:
    """Return twelve hexadecimal digits that change with any file of the content."""
    found = hashlib.sha256()
    for path in sorted(data_folder().glob("*.yaml")):
        found.update(path.name.encode() + b"\n" + path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()[:12]
