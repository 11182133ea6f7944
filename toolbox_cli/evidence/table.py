"""What was read from files of incidents: one coded row per incident, without a word of the file but its kinds and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Unused:
    """A row that is not counted: the file, its number as a spreadsheet shows it, and why (a few Dutch words, nothing from the row)."""

    file: str
    row: int
    reason: str


class UnusedRows(Sequence[Unused]):
    """Unused rows that take little room, for files with very many: `frame` has file and reason (as numbers) and row."""

    def __init__(self, frame: pl.DataFrame, files: tuple[str, ...], reasons: tuple[str, ...]) -> None:
        self._frame, self._files, self._reasons = frame, files, reasons

    def __len__(self) -> int:
        return self._frame.height

    @overload
    def __getitem__(self, at: int) -> Unused: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Unused, ...]: ...
    def __getitem__(self, at: int | slice) -> Unused | tuple[Unused, ...]:
        if isinstance(at, slice):
            return tuple(map(self._made, self._frame[at].iter_rows()))
        return self._made(self._frame.row(at))

    def __iter__(self) -> Iterator[Unused]:
        return map(self._made, self._frame.iter_rows())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((len(self), self._files, self._reasons))

    def counted(self) -> dict[tuple[str, str], int]:
        """Return how many rows per file and reason, in the order of the files and then the largest first."""
        counts = self._frame.group_by("file", "reason").len().sort(["file", "len", "reason"], descending=[False, True, False])
        return {(self._files[file], self._reasons[reason]): number for file, reason, number in counts.iter_rows()}

    def _made(self, row: tuple[int, int, int]) -> Unused:
        file, number, reason = row
        return Unused(self._files[file], number, self._reasons[reason])


def counted(unused: Sequence[Unused]) -> dict[tuple[str, str], int]:
    """Return how many rows are not used, per file and reason; quick for millions."""
    if isinstance(unused, UnusedRows):
        return unused.counted()
    found: dict[tuple[str, str], int] = {}
    for one in unused:
        found[one.file, one.reason] = found.get((one.file, one.reason), 0) + 1
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its name, the role it was given (empty when none), and why it was refused (empty when it was not)."""

    name: str
    role: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A small table as text, such as a survey: `frame` has a column of text per name in `names`, in that order.

    Text is on one line and without spaces around it; an empty cell is null. `rows` holds the number of each row as a spreadsheet shows it.
    Columns about people are in `columns` (refused) and not in `frame`. Rows without anything, repeated headers and totals are not in
    `frame` either; the last two are in `unused`. height of frame + unused = `read`. `roles` says which name has which role.
    """

    file: str
    names: tuple[str, ...]
    frame: pl.DataFrame
    rows: tuple[int, ...]
    read: int
    unused: tuple[Unused, ...]
    columns: tuple[Column, ...]
    roles: Mapping[str, str]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incidents:
    """Incidents inside the period, one row each.

    `frame`: kind and place (UInt16, code in `kinds` and `places`, null when not there), day (Date), hour (Int8, 0-23, null when not
    known or too wide a range), x and y (Float32, metres, null without coordinates), number (UInt32, 1 unless the file holds counts).
    `read` is the number of rows under the header that hold something; used + unused = read.
    """

    frame: pl.DataFrame
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    read: int
    unused: Sequence[Unused]
    columns: tuple[Column, ...]
    remarks: tuple[str, ...] = ()
