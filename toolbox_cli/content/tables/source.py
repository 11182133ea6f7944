"""A file of figures before anybody looked at its columns: which kind of file it is, and its rows as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from toolbox_cli.errors import ToolboxError, in_dutch

if TYPE_CHECKING:
    import polars as pl

HEAD_ROWS = 600  # so many rows are looked at before reading
OVER = "over"  # the column of a chunk that says that a row has more cells than the header

_SAVE_AS = "Open het in het programma waar het vandaan komt en bewaar het als CSV of als XLSX."
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_NO_TABLE = (
    (b"%PDF", "dit is een PDF en geen tabel"),
    (b"{\\rtf", "dit is een tekstdocument en geen tabel"),
    (b"\x1f\x8b", "dit is een ingepakt bestand"),
    (b"Rar!", "dit is een ingepakt bestand"),
    (b"7z\xbc\xaf", "dit is een ingepakt bestand"),
    (b"\x89PNG", "dit is een afbeelding en geen tabel"),
    (b"\xff\xd8\xff", "dit is een afbeelding en geen tabel"),
    (b"GIF8", "dit is een afbeelding en geen tabel"),
    (b"SQLite format 3", "dit is een databank en geen tabel"),
    (b"\x7fELF", "dit is een programma en geen tabel"),
    (b"MZ\x90", "dit is een programma en geen tabel"),
    (b"PAR1", "dit is een Parquet-bestand"),
)


@dataclass(frozen=True)
class Chunk:
    """Some rows on end: the number of the first as a spreadsheet shows it, the wanted columns as text (c0, c4, …) and `over`.

    `whole()` gives all columns of the same rows.
    """

    first: int
    frame: pl.DataFrame
    whole: Callable[[], pl.DataFrame]


class Source(Protocol):
    """Rows of text. `head` holds the first rows; the first is row `first`."""

    file: str
    head: Sequence[Sequence[str]]
    first: int

    @property
    def remarks(self) -> Sequence[str]:
        """What a reader should know about how the file was read; complete after reading."""
        ...

    def chunks(self, start: int, width: int, wanted: Sequence[int], progress: Callable[[float], None]) -> Iterator[Chunk]:
        """Yield the rows from place `start` on (0 is the first in `head`), in order; each row has `width` cells."""
        ...


def open_source(path: Path, sheet: str | None, names: Callable[[Sequence[str]], int]) -> Source:
    """Return the rows of a file; raises ToolboxError that says what is wrong with it and what to do.

    `names` says how many cells of a row are known names of columns: it tells the separator and, without `sheet`, the right sheet.
    """
    start = _first_bytes(path)
    if start.startswith((_ZIP, _OLE)):
        from toolbox_cli.content.tables.sheet import open_workbook

        return open_workbook(path, sheet, names)
    _refuse_others(path, start)
    if sheet is not None:
        raise ToolboxError(f"{path.name}: dit is geen werkmap met bladen", "Laat --sheet weg.")
    from toolbox_cli.content.tables.delimited import open_delimited

    return open_delimited(path, names)


def unreadable(path: Path, what: str, hint: str = _SAVE_AS) -> ToolboxError:
    """Return the error that a file is no table that can be read."""
    return ToolboxError(f"{path.name}: {what}", hint)


def _first_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise unreadable(path, "dit is een map", "Geef het bestand zelf, bijvoorbeeld map/incidenten.csv.")
        if path.exists() and not path.is_file():
            raise unreadable(path, "dit is geen gewoon bestand", "Geef een bestand op schijf, bijvoorbeeld map/incidenten.csv.")
        with path.open("rb") as stream:
            start = stream.read(4096)
    except FileNotFoundError:
        raise unreadable(path, "dit bestand bestaat niet", "Controleer de naam en de map.") from None
    except OSError as error:
        hint = "Sluit het in andere programma's en controleer of u het mag lezen."
        raise unreadable(path, f"dit bestand kan niet worden gelezen ({in_dutch(error)})", hint) from None
    except ValueError:  # a NUL in the name
        raise ToolboxError("deze bestandsnaam kan niet bestaan", "Controleer de naam en de map.") from None
    if not start:
        raise unreadable(path, "dit bestand is leeg", "Maak de export opnieuw.")
    return start


def _refuse_others(path: Path, start: bytes) -> None:
    for magic, what in _NO_TABLE:
        if start.startswith(magic):
            raise unreadable(path, what)
    opening = start.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe").lstrip()[:300].lower()
    if opening.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"<body", b"<style")):
        raise unreadable(path, "dit is een webpagina of XML en geen CSV of werkmap, ook al lijkt de naam daarop")
    if opening.startswith((b"{", b"[{", b"[\n")):
        raise unreadable(path, "dit is JSON en geen tabel")
