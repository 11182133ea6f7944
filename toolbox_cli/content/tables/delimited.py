"""CSV and other text with separators: which separator, and the rows in chunks, as fast as polars reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from toolbox_cli.content.tables.blocks import blocks_of
from toolbox_cli.content.tables.records import mended, records_of
from toolbox_cli.content.tables.source import HEAD_ROWS, OVER, Chunk, unreadable

if TYPE_CHECKING:
    import polars as pl

SEPARATORS = ";,\t|"
_SAMPLE = 256_000
_SPARE = 3  # so many cells behind the last column are looked at, to see that a row has too many
_SEP_LINE = re.compile(r"\s*\"?sep=(.)\"?[;,\t|]*\s*", re.IGNORECASE)


def open_delimited(path: Path, names: Callable[[Sequence[str]], int]) -> Delimited:
    """Return the rows of a text file; raises ToolboxError when it is no text."""
    sample = next(blocks_of(path, _ignored, _SAMPLE), b"")
    text = sample.decode("utf-8", "replace")
    if not text.strip("\ufeff \t\r\n"):
        raise unreadable(path, "dit bestand is leeg", "Maak de export opnieuw.")
    if _is_binary(text):
        raise unreadable(path, "dit is geen tekst en geen werkmap")
    told = _SEP_LINE.fullmatch(text.split("\n", 1)[0])
    if told:
        text = text.partition("\n")[2]
    separator = told[1] if told and told[1] in SEPARATORS else _separator(text, names)
    head = records_of(text, separator, _usual_width(text, separator), final=True).rows[:HEAD_ROWS]
    return Delimited(path.name, path, head, separator, skip=1 if told else 0)


_Made: TypeAlias = "tuple[pl.DataFrame, Callable[[], pl.DataFrame]]"


@dataclass
class Delimited:
    """The rows of a text file; the first is row 1. A line that only tells the separator is none: a spreadsheet does not show it."""

    file: str
    path: Path
    head: Sequence[Sequence[str]]
    separator: str
    skip: int = 0
    first: int = 1
    unclosed: int = 0
    block: int = field(default=0)

    @property
    def remarks(self) -> Sequence[str]:
        """What was strange about the text, after reading."""
        if not self.unclosed:
            return ()
        lines = "1 regel had" if self.unclosed == 1 else f"{self.unclosed} regels hadden"
        return (f"{lines} een aanhalingsteken dat nergens sluit; dat is als gewoon teken gelezen",)

    def chunks(self, start: int, width: int, wanted: Sequence[int], progress: Callable[[float], None]) -> Iterator[Chunk]:
        """Yield the rows from place `start` on, in order."""
        seen, rest = 0, b""
        blocks = blocks_of(self.path, progress, self.block) if self.block else blocks_of(self.path, progress)
        block = next(blocks, b"")
        if self.skip:
            block = block.partition(b"\n")[2]
        while block or rest:
            following = next(blocks, b"")
            made, rest = self._chunk(rest + block, width, wanted, final=not following)
            if made is not None:
                frame, whole = made
                height, past = frame.height, max(0, start - seen)
                if past < height:
                    yield _placed(self.first + seen, past, frame, whole)
                seen += height
            block = following

    def _chunk(self, block: bytes, width: int, wanted: Sequence[int], *, final: bool) -> tuple[_Made | None, bytes]:
        """The rows in a block, and the bytes that belong to the next."""
        rest = b""
        quoted = b'"' in block
        if quoted and not final:
            cut = _even_cut(block)
            block, rest = block[:cut], block[cut:]
        if block and (not quoted or _is_regular(block, self.separator.encode())):
            made = self._by_polars(block, width, wanted)
            if made is not None:
                return made, rest
        return self._by_hand(block + rest, width, wanted, final=final)

    def _by_polars(self, block: bytes, width: int, wanted: Sequence[int], *, rows: int | None = None) -> _Made | None:
        """The rows as polars reads them; None when it cannot be relied upon for this block. There must be `rows` when that is known."""
        import polars as pl

        quoted = b'"' in block
        spare = list(range(width, width + _SPARE))

        def read(columns: Sequence[int]) -> pl.DataFrame:
            return pl.read_csv(
                block,
                has_header=False,
                separator=self.separator,
                quote_char='"' if quoted else None,
                schema={f"c{index}": pl.String for index in range(width + _SPARE)},
                columns=sorted(columns),
                missing_columns="insert",
                extra_columns="ignore",
                truncate_ragged_lines=True,
            )

        def whole() -> pl.DataFrame:
            return read(range(width))

        try:
            frame = read([*wanted, *spare])
            if quoted and rows is None:
                lines = block.count(b"\n") + (not block.endswith(b"\n"))
                if frame.height > lines or (frame.height < lines and self._swallows(whole(), width)):
                    return None
            if rows is not None and frame.height != rows:
                return None
        except pl.exceptions.PolarsError:
            return None
        over = pl.any_horizontal(pl.col(f"c{index}").is_not_null() for index in spare)
        return frame.select(*[f"c{index}" for index in wanted], over.alias(OVER)), whole

    def _swallows(self, frame: pl.DataFrame, width: int) -> bool:
        """Whether a cell of several lines holds a line that looks like a row."""
        sep = re.escape(self.separator)
        row = rf"\n(?:[^{sep}\n]*{sep}){{{max(width - 1, 1)}}}"
        for cells in frame.iter_columns():
            long = cells.filter(cells.str.contains("\n", literal=True))
            if len(long) and long.str.contains(row).any():
                return True
        return False

    def _by_hand(self, block: bytes, width: int, wanted: Sequence[int], *, final: bool) -> tuple[_Made | None, bytes]:
        """The rows of a block in which quotes are not as they should be: these are put right first."""
        text = block.decode("utf-8", "replace")
        right = mended(text, self.separator, width, final=final)
        made = self._by_polars("\n".join([*right.lines, ""]).encode(), width, wanted, rows=len(right.lines)) if right.lines else None
        if made is None and right.lines:
            made = self._cell_by_cell(text, width, wanted, final=final)
        self.unclosed += right.unclosed
        return made, right.rest.encode()

    def _cell_by_cell(self, text: str, width: int, wanted: Sequence[int], *, final: bool) -> _Made:
        import polars as pl

        rows = records_of(text, self.separator, width, final=final).rows
        over = [any(cell.strip() for cell in row[width:]) for row in rows]
        cells = [[row[index] or None if index < len(row) else None for index in range(width)] for row in rows]
        every = pl.DataFrame(cells, schema={f"c{index}": pl.String for index in range(width)}, orient="row")
        frame = every.with_columns(pl.Series(OVER, over, pl.Boolean)).select(*[f"c{index}" for index in wanted], OVER)
        return frame, lambda: every


def _placed(first: int, past: int, frame: pl.DataFrame, whole: Callable[[], pl.DataFrame]) -> Chunk:
    """A chunk without its first rows, which are those up to the header."""
    return Chunk(first + past, frame.slice(past), lambda: whole().slice(past)) if past else Chunk(first, frame, whole)


def _even_cut(block: bytes) -> int:
    """The place behind the last line end with an even number of quotes before it; 0 when there is none close to the end."""
    cut = block.rfind(b"\n") + 1
    odd = block.count(b'"', 0, cut) % 2
    for _ in range(1000):
        if not odd or not cut:
            return cut
        earlier = block.rfind(b"\n", 0, cut - 1) + 1
        odd ^= block.count(b'"', earlier, cut) % 2
        cut = earlier
    return 0


def _is_regular(block: bytes, separator: bytes) -> bool:
    """Whether every quote in whole lines opens or closes a cell, or is one of a pair."""
    single = block.replace(b'""', b"")
    opening = single.count(separator + b'"') + single.count(b'\n"') + single.startswith(b'"')
    closing = single.count(b'"' + separator) + single.count(b'"\n') + single.endswith(b'"')
    return opening == closing and opening + closing == single.count(b'"')


def _separator(text: str, names: Callable[[Sequence[str]], int]) -> str:
    """The separator with which the most names of columns are known, and then the most even number of cells."""

    def score(separator: str) -> tuple[int, float]:
        rows = records_of(text[:60_000], separator, _usual_width(text, separator), final=True).rows[:60]
        known = max(map(names, rows[:40]), default=0)
        sizes = [len(row) for row in rows if len(row) > 1]
        usual = max(map(sizes.count, sizes), default=0)
        return known, usual / max(len(rows), 1)

    return max(SEPARATORS, key=score)


def _usual_width(text: str, separator: str) -> int:
    """How many cells most of the first lines have."""
    sizes = [line.count(separator) + 1 for line in text.split("\n", 500)[:500] if separator in line]
    return max(sizes, key=sizes.count, default=1)


def _is_binary(text: str) -> bool:
    """Whether text is full of signs that no text has."""
    odd = sum(1 for sign in text[:20_000] if (sign < " " and sign not in "\t\n\r\x0b\x0c\x1b\x1a\x07\x08") or sign == "\ufffd")
    return odd > 0.02 * len(text[:20_000]) + 8


def _ignored(_: float) -> None:
    """Nobody needs to know how far a sample is."""
