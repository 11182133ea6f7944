"""What was read from files of incidents: one coded row per incident, without a word of the file but its kinds and places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Unused:
    """A row that is not counted: the file, its number as a spreadsheet shows it, and why (a few Dutch words, nothing from the row)."""

    file: str
    row: int
    reason: str


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
    unused: tuple[Unused, ...]
    columns: tuple[Column, ...]
    remarks: tuple[str, ...] = ()
