"""From the codes of one file to the day and the hour of each row, and why a row has no day; what was decided is said in remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from toolbox_cli.content.tables.coding import FileCodes, by_code
from toolbox_cli.content.tables.days import NO_DATE, Day, Order, Precision
from toolbox_cli.content.tables.times import DAY, Said, Time

if TYPE_CHECKING:
    import polars as pl

_ZONE = "Europe/Amsterdam"
_NEARLY_ALL, _ENOUGH, _MUCH = 0.95, 20, 0.2


@dataclass
class Moments:
    """Per row the `day` (Date), the `hour` (Int8) and the `reason` why there is no day (place in `reasons`, null when there is one)."""

    day: pl.Series
    hour: pl.Series
    reason: pl.Series
    reasons: tuple[str, ...]
    remarks: list[str] = field(default_factory=list)


def moments_of(codes: FileCodes, frame: pl.DataFrame, rows: pl.Series, range_hours: int) -> Moments:
    """Return day and hour of each row in the frame of one file; `rows` says which rows hold something."""
    import polars as pl

    counts = _counts(frame.filter(rows), "day")
    texts = codes.days.meanings()
    month_first, remarks = _order(texts, counts)
    days = [_day(day, month_first=month_first) for day in texts]
    reasons = tuple(dict.fromkeys([NO_DATE, *(found for found in days if isinstance(found, str))]))
    place = {reason: at for at, reason in enumerate(reasons)}
    day = by_code([found if isinstance(found, date) else None for found in days], pl.Date, frame["day"])
    reason = by_code([place[found] if isinstance(found, str) else None for found in days], pl.UInt8, frame["day"], default=place[NO_DATE])
    known = {code: number for code, number in counts.items() if isinstance(days[code], date)}
    remarks += _coarse(texts, known)
    made = Moments(day, pl.Series([None], dtype=pl.Int8).new_from_index(0, frame.height), reason, reasons, remarks)
    _add_hours(made, codes, frame, rows, range_hours)
    return made


def _counts(frame: pl.DataFrame, name: str) -> dict[int, int]:
    """How many rows have each code."""
    found = frame.lazy().group_by(name).len().collect()
    return {code: number for code, number in found.iter_rows() if code is not None}


def _order(texts: Sequence[Day | None], counts: Mapping[int, int]) -> tuple[bool, list[str]]:
    """Whether the month comes before the day in this file, with what a reader must know about that."""
    rows = dict.fromkeys(Order, 0)
    slashed = 0
    for code, number in counts.items():
        day = texts[code]
        if day is not None:
            rows[day.order] += number
            slashed += number * (day.order is Order.EITHER and day.slash)
    month, first = rows[Order.MONTH_FIRST], rows[Order.DAY_FIRST]
    if month and first <= 0.01 * month:
        but = f"; {_rows(first)} met een getal boven 12 vooraan past daar niet bij" if first else ""
        return True, [f"datums zijn gelezen als maand-dag-jaar, want bij {_rows(month)} staat op de tweede plaats een getal boven 12{but}"]
    if month:
        what = f"{_rows(month)} met een getal boven 12 op de plaats van de maand; de andere zijn gelezen als dag-maand-jaar"
        return False, [f"datums in twee volgorden: {what}. Controleer de export: ook een dag tot en met 12 kan verwisseld zijn"]
    if slashed and not first:
        return False, ["datums zijn gelezen als dag-maand-jaar; geen datum in het bestand laat zien of de dag of de maand vooraan staat"]
    return False, []


def _day(day: Day | None, *, month_first: bool) -> date | str:
    if day is None:
        return NO_DATE
    return day.swapped if month_first else day.usual


def _coarse(texts: Sequence[Day | None], known: Mapping[int, int]) -> list[str]:
    coarse = sum(number for code, number in known.items() if (day := texts[code]) is not None and day.precision is not Precision.DAY)
    if not coarse:
        return []
    return [
        f"bij {_rows(coarse)} staat alleen een maand of jaar; zo'n rij telt op de eerste dag daarvan, "
        "dus over weekdagen, weken en uren zeggen deze rijen niets"
    ]


def _add_hours(made: Moments, codes: FileCodes, frame: pl.DataFrame, rows: pl.Series, range_hours: int) -> None:
    """Fill in the hours, and move rows of 24:00 and of another time zone to the day they belong to."""
    import polars as pl

    sources = [found for name in ("time", "day_time") if name in frame.columns and (found := _column(codes.times.meanings(), frame, name))]
    inside = [Time(Said.NOTHING) if day is None else day.time for day in codes.days.meanings()]
    if any(time.said is not Said.NOTHING for time in inside):
        sources.append(_column(inside, frame, "day"))
    held = rows & made.day.is_not_null()
    used = [source for source in sources if not _has_no_times(source, held, made.remarks)]
    if not used:
        return
    begin, end, ahead = (_first(used, part) for part in ("begin", "end", "ahead"))
    _say_unreadable(used, begin, held, made.remarks)
    wide = _wide(codes, frame, made.day, begin, end, range_hours)
    if wide is not None and (number := int((wide & held & begin.is_not_null()).sum())):
        made.remarks.append(f"bij {_rows(number)} beslaat het tijdvak meer dan {range_hours} uur; die tellen zonder uur")
    if ahead.null_count() < len(ahead):
        made.day, begin = _local(made.day, begin, ahead)
        made.remarks.append("tijden met een tijdzone zijn omgerekend naar Nederlandse tijd")
    if (begin == DAY).any():
        late = (begin == DAY).fill_null(value=False)
        made.day = pl.DataFrame({"day": made.day, "late": late.cast(pl.Int32)}).select(pl.col("day") + pl.duration(days="late")).to_series()
        begin = begin % DAY
    hour = (begin // 60).cast(pl.Int8)
    made.hour = hour if wide is None else pl.select(pl.when(~wide).then(hour))[:, 0]


@dataclass
class _Source:
    """The times of one column: minutes per row, and how many texts say what."""

    begin: pl.Series
    end: pl.Series | None
    ahead: pl.Series | None
    unreadable: pl.Series | None


def _column(times: Sequence[Time], frame: pl.DataFrame, name: str) -> _Source:
    import polars as pl

    codes = frame[name]

    def part(values: Iterable[int | None]) -> pl.Series | None:
        listed = list(values)
        return by_code(listed, pl.Int16, codes) if any(value is not None for value in listed) else None

    begin = part(time.begin for time in times)
    bad = [time.said is Said.UNREADABLE for time in times]
    return _Source(
        begin if begin is not None else pl.Series([None], dtype=pl.Int16).new_from_index(0, len(codes)),
        part(time.end for time in times),
        part(time.ahead for time in times),
        by_code(bad, pl.Boolean, codes, default=False) if any(bad) else None,
    )


def _has_no_times(source: _Source, held: pl.Series, remarks: list[str]) -> bool:
    """Whether (nearly) all times in a column are midnight: then nobody filled them in."""
    known = int((held & source.begin.is_not_null()).sum())
    midnight = int((held & (source.begin % DAY == 0) & (source.end.is_null() if source.end is not None else True)).sum())
    if not known or not midnight:
        return False
    if midnight == known or (known >= _ENOUGH and midnight >= _NEARLY_ALL * known):
        what = "alle tijden" if midnight == known else f"{midnight} van de {known} tijden"
        remarks.append(f"{what} in een kolom zijn 0:00; dat is geen echte tijd, dus die kolom telt niet mee voor de uren")
        return True
    if known >= _ENOUGH and midnight >= _MUCH * known:
        remarks.append(f"{midnight} van de {known} tijden zijn precies 0:00; vaak is dat een tijd die niet is ingevuld")
    return False


def _first(sources: Sequence[_Source], part: str) -> pl.Series:
    """Per row what the first column with a time says."""
    import polars as pl

    nothing = pl.Series([None], dtype=pl.Int16).new_from_index(0, len(sources[0].begin))
    found, taken = nothing, None
    for source in sources:
        value = getattr(source, part)
        value = nothing if value is None else value
        found = value if taken is None else pl.select(pl.when(taken).then(found).otherwise(value))[:, 0]
        here = source.begin.is_not_null()
        taken = here if taken is None else taken | here
    return found


def _say_unreadable(sources: Sequence[_Source], begin: pl.Series, held: pl.Series, remarks: list[str]) -> None:
    for source in sources:
        if source.unreadable is not None and (number := int((source.unreadable & begin.is_null() & held).sum())):
            remarks.append(f"bij {_rows(number)} is de tijd niet te lezen; die tellen zonder uur")


def _wide(codes: FileCodes, frame: pl.DataFrame, day: pl.Series, begin: pl.Series, end: pl.Series, range_hours: int) -> pl.Series | None:
    """Whether the time of a row is a range of more hours than says something; None when no row has a range."""
    import polars as pl

    table = pl.DataFrame({"begin": begin.cast(pl.Int32), "end": end.cast(pl.Int32)})
    until = pl.lit(None, pl.Int32)
    if "end_time" in frame.columns:
        found = _column(codes.times.meanings(), frame, "end_time")
        table = table.with_columns(found.begin.cast(pl.Int32).alias("until"))
        until = pl.col("until")
    days = pl.lit(None, pl.Int32)
    if "end_day" in frame.columns:
        ends = codes.end_days.meanings()
        last = by_code([one.usual if isinstance(one.usual, date) else None for one in ends], pl.Date, frame["end_day"])
        inside = by_code([one.time.begin for one in ends], pl.Int32, frame["end_day"])
        table = table.with_columns((last - day).dt.total_days().cast(pl.Int32).alias("days"), inside.alias("inside"))
        days, until = pl.col("days"), pl.coalesce(until, pl.col("inside"))
    elif "end_time" not in frame.columns and end.null_count() == len(end):
        return None
    through = pl.when(pl.col("end") >= pl.col("begin")).then(0).otherwise(DAY)
    own = pl.col("end") - pl.col("begin") + through
    over = pl.when(until >= pl.col("begin")).then(0).otherwise(DAY)
    apart = pl.when(days.is_null()).then(until - pl.col("begin") + over).otherwise(days * DAY + until - pl.col("begin"))
    minutes = pl.coalesce(own, apart, pl.when(days > 0).then(days * DAY))
    return table.select((minutes > range_hours * 60).fill_null(value=False)).to_series()


def _local(day: pl.Series, begin: pl.Series, ahead: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Day and minutes in Dutch time, where the clock of a row is told."""
    import polars as pl

    table = pl.DataFrame({"day": day, "begin": begin.cast(pl.Int32), "ahead": ahead.cast(pl.Int32)})
    moment = pl.col("day").cast(pl.Datetime("ms")) + pl.duration(minutes=pl.col("begin") - pl.col("ahead"))
    there = moment.dt.replace_time_zone("UTC").dt.convert_time_zone(_ZONE)
    told = pl.col("ahead").is_not_null() & pl.col("begin").is_not_null() & pl.col("day").is_not_null()
    minutes = there.dt.hour().cast(pl.Int16) * 60 + there.dt.minute().cast(pl.Int16)
    found = table.select(
        pl.when(told).then(there.dt.date()).otherwise(pl.col("day")).alias("day"),
        pl.when(told).then(minutes).otherwise(pl.col("begin").cast(pl.Int16)).alias("begin"),
    )
    return found["day"], found["begin"]


def _rows(number: int) -> str:
    return "1 rij" if number == 1 else f"{number} rijen"
