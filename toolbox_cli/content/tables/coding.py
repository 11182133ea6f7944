"""Chunks of text to compact columns of codes: each different text of a column gets a number, and is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from toolbox_cli.content.tables.days import Day, day_of
from toolbox_cli.content.tables.figures import amount_of, metres, number_expression
from toolbox_cli.content.tables.plan import Plan
from toolbox_cli.content.tables.source import OVER, Chunk
from toolbox_cli.content.tables.text import words
from toolbox_cli.content.tables.times import Time, time_of

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")
LONGEST, LONGEST_LABEL = 60, 200
MOST_LABELS = 20_000  # different texts in one column; more is no list of kinds or places
TOTAL = r"(?i)^['\s]*(?:(?:eind|sub)[ -]?|generaal |grand )?tota+l(?:en|s)?(?:$|[^a-z])"
_EMPTY = " \t\r\n\v\f\u00a0\u200b\u200c\u200d\u2007\u202f\u2060\ufeff" + "".join(map(chr, range(32)))
_SPLIT = r"^\s*(\d[\d./-]{5,9})[T ]+(\d{1,2}[:.]\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?(.*)$"


class State(IntEnum):
    """What a row is, before its date is looked at."""

    ROW, BLANK, TOTAL, HEADER, LOOSE, OVER = range(6)


class Codes(Generic[T]):
    """The different texts of a column, in order of appearance, and what each of them means."""

    def __init__(self, meaning: Callable[[str], T]) -> None:
        import polars as pl

        self.meaning = meaning
        self.categories = pl.Categories.random()
        self.kept = pl.Series([], dtype=pl.Categorical(self.categories))  # polars forgets categories that no column has
        self._found: list[T] = []

    def expression(self, text: pl.Expr) -> pl.Expr:
        """Return the codes of a column of text."""
        import polars as pl

        return text.cast(pl.Categorical(self.categories)).to_physical()

    def texts(self) -> list[str]:
        """Return the different texts, by code."""
        return self.categories.to_series().to_list()

    def count(self) -> int:
        """Return how many different texts there are."""
        return len(self.categories.to_series())

    def meanings(self) -> Sequence[T]:
        """Return what all texts so far mean, by code; each text is looked at once."""
        series = self.categories.to_series()
        if len(series) > len(self._found):
            self._found += map(self.meaning, series.slice(len(self._found)).to_list())
        return self._found


class Labels:
    """The texts of kinds or of places in all files; `closed` when there are far too many."""

    def __init__(self) -> None:
        self.codes: Codes[None] = Codes(lambda _: None)
        self.closed = False


class FileCodes:
    """One file in codes: `parts` has a column per role that is used and the `state` of each row, blank rows included.

    A column that tells day and time in one is split into `day` and `day_time`, so that few different texts are left.
    """

    def __init__(self, plan: Plan, header: str, kinds: Labels, places: Labels) -> None:
        self.plan, self.header = plan, words(header)
        self.labels = {"kind": kinds, "place": places}
        self.days = Codes(self._day_or_header)
        self.end_days = Codes(day_of)
        self.times = Codes(time_of)
        self.amounts = Codes(amount_of)
        self.parts: list[pl.DataFrame] = []
        self._split: bool | None = None

    def take(self, chunk: Chunk) -> None:
        """Take the next rows."""
        coded = chunk.frame.select(*self._columns(chunk.frame), OVER)
        for role, labels in self.labels.items():
            labels.closed = labels.closed or (role in self.plan.roles and labels.codes.count() > MOST_LABELS)
        self.parts.append(coded.select(*_narrow(coded), self._states(chunk, coded)))

    def _day_or_header(self, text: str) -> Day | None:
        """The day in a cell; None for the name of its own column."""
        return None if self.header and words(text) == self.header else day_of(text)

    def _columns(self, frame: pl.DataFrame) -> list[pl.Expr]:
        """The expressions that turn the text of a chunk into codes and numbers."""
        import polars as pl

        roles = self.plan.roles
        coders: dict[str, Codes[Time] | Codes[Day] | Codes[int | str]] = {
            "time": self.times,
            "end_time": self.times,
            "end_day": self.end_days,
            "amount": self.amounts,
        }
        found = self._when(frame)
        found += [coder.expression(_cut(frame, roles[role], LONGEST)).alias(role) for role, coder in coders.items() if role in roles]
        for role, labels in self.labels.items():
            if role in roles:
                codes = pl.lit(None, pl.UInt32) if labels.closed else labels.codes.expression(_cut(frame, roles[role], LONGEST_LABEL))
                found.append(codes.alias(role))
        if "number_of_case" in roles:
            found.append(_hashed(frame, roles["number_of_case"]).alias("id"))
        if "x" in roles:
            found += _placed(f"c{roles['x']}", f"c{roles['y']}")
        return found

    def _when(self, frame: pl.DataFrame) -> list[pl.Expr]:
        """The codes of day and, when it stands in the same cell, time."""
        import polars as pl

        if len(self.plan.when) > 1:
            parts = [pl.col(f"c{at}").str.strip_chars(_EMPTY) for at in self.plan.when]
            return [self.days.expression(pl.concat_str(parts, separator="-", ignore_nulls=True).str.slice(0, LONGEST)).alias("day")]
        text = _cut(frame, self.plan.when[0], LONGEST)
        if self.plan.instead is not None:
            filled = pl.when(text.str.strip_chars(_EMPTY).str.len_bytes() > 0).then(text)
            text = pl.coalesce(filled, _cut(frame, self.plan.instead, LONGEST))
        if self._split is None:
            sample = frame.head(2000).select(text.str.contains(_SPLIT).alias("split"))["split"]
            self._split = int(sample.fill_null(value=False).sum()) > 0.2 * sample.len()
        if not self._split:
            return [self.days.expression(text).alias("day")]
        groups = text.str.extract_groups(_SPLIT)
        day, time = groups.struct.field("1"), groups.struct.field("2") + groups.struct.field("3")
        return [self.days.expression(pl.coalesce(day, text)).alias("day"), self.times.expression(time).alias("day_time")]

    def _states(self, chunk: Chunk, coded: pl.DataFrame) -> pl.Series:
        """What each row is; a row without a day that can be read is looked at whole."""
        import polars as pl

        states = (coded[OVER].cast(pl.UInt8) * State.OVER.value).alias("state")
        days = self.days.meanings()
        odd = pl.Series([day is None or (isinstance(day.usual, str) and isinstance(day.swapped, str)) for day in days], dtype=pl.Boolean)
        if coded["day"].null_count() == 0 and not odd.any():
            return states
        strange = by_code(odd.to_list(), pl.Boolean, coded["day"], default=True)
        if not strange.any():
            return states
        header = by_code([day is None for day in days], pl.Boolean, coded["day"], default=False).filter(strange)
        at = strange.arg_true()
        found = _looked_at(chunk.whole()[at], header, coded[OVER].gather(at))
        return states.scatter(at, found)


def by_code(values: Sequence[object], dtype: type[pl.DataType] | pl.DataType, codes: pl.Series, *, default: object = None) -> pl.Series:
    """Return per row the value of its code; `default` where there is no code."""
    import polars as pl

    if codes.null_count():
        codes = codes.cast(pl.UInt32).fill_null(len(values))
    return pl.Series([*values, default], dtype=dtype).gather(codes)


def _narrow(frame: pl.DataFrame) -> list[pl.Expr]:
    """The columns of a chunk, with codes in two bytes when that is enough; a file of a million rows takes little room then."""
    import polars as pl

    wide = [name for name, kind in frame.schema.items() if kind == pl.UInt32 and (frame[name].max() or 0) < 65_536]  # type: ignore[operator]  # a code is a number
    return [pl.col(name).cast(pl.UInt16) if name in wide else pl.col(name) for name in frame.columns if name != OVER]


def _looked_at(rows: pl.DataFrame, header: pl.Series, over: pl.Series) -> pl.Series:
    """What these rows are, by all that stands in them."""
    import polars as pl

    every = pl.all().exclude("header", "over")
    filled = pl.sum_horizontal(every.str.strip_chars(_EMPTY).str.len_bytes().fill_null(0) > 0)
    total = pl.any_horizontal(every.str.contains(TOTAL).fill_null(value=False))
    return (
        rows.with_columns(header.alias("header"), over.alias("over"))
        .select(
            pl.when((filled == 0) & ~pl.col("over"))
            .then(pl.lit(State.BLANK.value))
            .when(pl.col("header"))
            .then(pl.lit(State.HEADER.value))
            .when(total)
            .then(pl.lit(State.TOTAL.value))
            .when(pl.col("over"))
            .then(pl.lit(State.OVER.value))
            .when((filled == 1) & (pl.lit(rows.width) > 1))
            .then(pl.lit(State.LOOSE.value))
            .otherwise(pl.lit(State.ROW.value))
            .cast(pl.UInt8)
            .alias("state")
        )
        .to_series()
    )


def _cut(frame: pl.DataFrame, at: int, longest: int) -> pl.Expr:
    """A column of text, cut when a cell is longer than any date or label."""
    import polars as pl

    name = f"c{at}"
    most = frame[name].str.len_bytes().max() or 0
    return pl.col(name).str.slice(0, longest) if most > longest else pl.col(name)  # type: ignore[operator]  # a length is a number


def _placed(x: str, y: str) -> list[pl.Expr]:
    """Metres east and north; NaN where something is filled in that is no place in the Netherlands."""
    import polars as pl

    filled = (pl.col(x).str.strip_chars().str.len_bytes() > 0) | (pl.col(y).str.strip_chars().str.len_bytes() > 0)
    outside = pl.when(filled).then(pl.lit(float("nan"), pl.Float32))
    east, north = metres(number_expression(x), number_expression(y))
    both = east.is_not_null() & north.is_not_null()
    return [pl.when(both).then(own).otherwise(outside).alias(name) for own, name in ((east, "x"), (north, "y"))]


def _hashed(frame: pl.DataFrame, at: int) -> pl.Expr:
    """A number per different case number, without the spaces around it; these are only looked for where there may be any."""
    import polars as pl

    name = f"c{at}"
    sample = frame[name].head(500)
    padded = bool((sample.str.strip_chars() != sample).any()) or (frame[name].str.len_bytes().min() or 0) <= 3  # type: ignore[operator]  # a length
    if not padded:
        return pl.when(pl.col(name).is_not_null()).then(pl.col(name).hash())
    number = pl.col(name).str.strip_chars(_EMPTY)
    return pl.when(number.str.len_bytes() > 0).then(number.hash())
