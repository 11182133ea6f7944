"""The bytes of a text file as blocks of whole lines in UTF-8, whatever its encoding and line endings are."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from toolbox_cli.content.tables.source import unreadable
from toolbox_cli.errors import in_dutch

_UTF8_SIGN = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
BLOCK = 3_000_000
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def blocks_of(path: Path, progress: Callable[[float], None], size: int = BLOCK) -> Iterator[bytes]:
    """Yield the text of a file in pieces that end at a line (only the last may not), in UTF-8 and with line feeds.

    A line that is not UTF-8 is read as Windows-1252; NUL signs and the mark at the start are dropped.
    """
    try:
        with path.open("rb") as stream:
            total = max(path.stat().st_size, 1)
            start = stream.read(4096)
            wide = _wide(start)
            mark = 2 if wide and start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else 0
            mark = 3 if start.startswith(codecs.BOM_UTF8) else mark
            decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
            rest, piece, bare = b"", start[mark:] + stream.read(size), None
            while piece:
                more = stream.read(size)
                if decoder is not None:
                    piece = decoder.decode(piece, final=not more).encode("utf-8", "replace")
                if bare is None:
                    bare = b"\n" not in piece
                piece = rest + piece
                piece, rest = _lines(piece, bare=bare, final=not more)
                if piece:
                    yield piece
                progress(min(1.0, stream.tell() / total))
                piece = more
            if rest:
                yield rest
    except OSError as error:
        raise unreadable(path, f"dit bestand kan niet worden gelezen ({in_dutch(error)})", "Sluit het in andere programma's.") from None


def _lines(piece: bytes, *, bare: bool, final: bool) -> tuple[bytes, bytes]:
    """The whole lines in a piece, made uniform, and the bytes that are left for the next; `bare` says that lines end with CR alone."""
    if not final:
        cut = piece.rfind(b"\r" if bare else b"\n") + 1
        piece, rest = piece[:cut], piece[cut:]
    else:
        rest = b""
    if b"\x00" in piece:
        piece = piece.replace(b"\x00", b"")
    if b"\r" in piece:
        piece = piece.replace(b"\r\n", b"\n")
        if bare:
            piece = piece.replace(b"\r", b"\n")
    return _in_utf8(piece), rest


def _in_utf8(piece: bytes) -> bytes:
    if piece.isascii():
        return piece
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        if _UTF8_SIGN.search(piece):  # both encodings in one file
            return b"\n".join(map(_line_in_utf8, piece.split(b"\n")))
        return piece.decode("cp1252", "replace").encode()
    return piece


def _line_in_utf8(line: bytes) -> bytes:
    if line.isascii():
        return line
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").encode()
    return line


def _wide(start: bytes) -> str:
    """The encoding when every sign takes two bytes; empty when it does not."""
    for mark, name in _UTF16:
        if start.startswith(mark):
            return name
    even, odd = start[0::2], start[1::2]
    if len(start) >= 8 and odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if len(start) >= 8 and even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return ""
