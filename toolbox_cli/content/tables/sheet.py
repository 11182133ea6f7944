"""Workbooks (XLSX, XLS, ODS): one sheet as rows of text, whatever the extension of the file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from toolbox_cli.content.tables.source import HEAD_ROWS, OVER, Chunk, unreadable
from toolbox_cli.content.tables.text import clean
from toolbox_cli.errors import ToolboxError, in_dutch, install_hint

if TYPE_CHECKING:
    import polars as pl

_T = TypeVar("_T")
_ROWS_AT_ONCE = 50_000
_HEADER_ROWS = 40
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def open_workbook(path: Path, sheet: str | None, names: Callable[[Sequence[str]], int]) -> _Sheet:
    """Return the rows of one sheet: the named one, or the only one, or the one in which the most column names are known."""
    raw = _bytes_of(path)
    if raw.startswith(b"\xd0\xcf") and _LOCKED in raw[-1_000_000:] + raw[:1_000_000]:
        hint = "Open het met het wachtwoord, bewaar een kopie zonder wachtwoord op een veilige plek, en geef die."
        raise unreadable(path, "dit bestand is beveiligd met een wachtwoord", hint)
    book = _guarded(path, lambda: _reader(raw))
    found = _chosen(path, book, sheet, names)
    frame = _guarded(path, lambda: _frame(book, found))
    if frame.height == 0 or frame.width == 0:
        raise unreadable(path, "dit blad is leeg" if sheet else "deze werkmap is leeg", "Maak de export opnieuw, of kies een ander blad.")
    others = [name for name in book.sheet_names if name != found]
    remarks = (
        (f"gelezen is het blad '{clean(found)}'; niet gelezen: {len(others)} andere (kies met --sheet)",) if others and not sheet else ()
    )
    return _Sheet(path.name, frame, remarks, [[cell or "" for cell in row] for row in frame.head(HEAD_ROWS).rows()])


@dataclass
class _Sheet:
    """One sheet; its first row is row 1."""

    file: str
    frame: pl.DataFrame
    noted: Sequence[str]
    head: Sequence[Sequence[str]]
    first: int = 1

    @property
    def remarks(self) -> Sequence[str]:
        """Which sheet was read, when there was a choice."""
        return self.noted

    def chunks(self, start: int, width: int, wanted: Sequence[int], progress: Callable[[float], None]) -> Iterator[Chunk]:
        """Yield the rows from place `start` on, in order."""
        import polars as pl

        extra = [f"c{index}" for index in range(width, self.frame.width)]
        over = pl.any_horizontal([pl.col(name).str.strip_chars().str.len_bytes().fill_null(0) > 0 for name in extra]) if extra else None
        lacking = [pl.lit(None, pl.String).alias(f"c{index}") for index in range(self.frame.width, width)]
        for at in range(start, self.frame.height, _ROWS_AT_ONCE):
            part = self.frame.slice(at, _ROWS_AT_ONCE)
            part = part.with_columns((pl.lit(value=False) if over is None else over).alias(OVER), *lacking)
            whole = part.select(f"c{index}" for index in range(width))
            yield Chunk(self.first + at, part.select(*[f"c{index}" for index in wanted], OVER), lambda whole=whole: whole)  # type: ignore[misc]  # a default holds this round's frame
            progress(min(1.0, (at + part.height) / self.frame.height))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, f"dit bestand kan niet worden gelezen ({in_dutch(error)})", "Sluit het in andere programma's.") from None


def _reader(raw: bytes) -> Any:  # Any: fastexcel has its own reader class
    import fastexcel

    return fastexcel.read_excel(raw)


def _frame(book: Any, name: str, rows: int | None = None) -> pl.DataFrame:  # Any: fastexcel's reader
    """A sheet as text, with the rows above its first filled one, so that the numbers are those a spreadsheet shows."""
    frame: pl.DataFrame = book.load_sheet(name, header_row=None, skip_rows=0, n_rows=rows, dtypes="string").to_polars()
    return frame.rename(dict(zip(frame.columns, (f"c{index}" for index in range(frame.width)), strict=True)))


def _chosen(path: Path, book: Any, sheet: str | None, names: Callable[[Sequence[str]], int]) -> str:  # Any: fastexcel's reader
    known: list[str] = book.sheet_names
    if sheet is not None:
        found = [name for name in known if name.strip().casefold() == sheet.strip().casefold()]
        if not found:
            raise ToolboxError(f"{path.name}: geen blad '{sheet}'", f"Er {'is' if len(known) == 1 else 'zijn'} {_listed(known)}.")
        return found[0]
    if not known:
        raise unreadable(path, "deze werkmap heeft geen bladen")
    scores = {name: _score(path, book, name, names) for name in known} if len(known) > 1 else {}
    best = max(scores.values(), default=0)
    if best == 0:
        filled = [name for name in known if scores and scores[name] == 0]
        return filled[0] if filled else known[0]
    return next(name for name in known if scores[name] == best)


def _score(path: Path, book: Any, name: str, names: Callable[[Sequence[str]], int]) -> int:  # Any: fastexcel's reader
    """How many column names are known in the best row at the top; -1 for an empty sheet."""
    frame = _guarded(path, lambda: _frame(book, name, _HEADER_ROWS))
    return max((names([cell or "" for cell in row]) for row in frame.rows()), default=-1) if frame.width else -1


def _listed(names: Sequence[str]) -> str:
    return ("blad " if len(names) == 1 else "de bladen ") + ", ".join(f"'{clean(name)}'" for name in names)


def _guarded(path: Path, make: Callable[[], _T]) -> _T:
    """What `make` gives; a file that cannot be read is a sentence, also when the reader itself breaks on it."""
    try:
        return make()
    except ToolboxError:
        raise
    except ImportError:
        raise ToolboxError("om werkmappen te lezen is fastexcel nodig", install_hint("evidence")) from None
    except Exception:
        raise unreadable(path, "dit is geen werkmap die te lezen is") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise unreadable(path, "deze werkmap is beschadigd") from None
