"""Incidents written as a few literal rows, and descriptions of a period, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np
import polars as pl

from toolbox_cli.evidence.table import Incidents
from toolbox_cli.model.evidence import Description

SCHEMA = {
    "kind": pl.UInt16,
    "place": pl.UInt16,
    "day": pl.Date,
    "hour": pl.Int8,
    "x": pl.Float32,
    "y": pl.Float32,
    "number": pl.UInt32,
}
START = date(2024, 1, 1)  # a Monday
DEFINITION = "meldingen van overlast door de politie"


def row(day: str | date, hour: int | None = None, kind: str | None = None, place: str | None = None, **more: float) -> dict[str, object]:
    """One row: a day, and what else of it is known; `number`, `x` and `y` by name."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return {"day": on, "hour": hour, "kind": kind, "place": place, "x": None, "y": None, "number": 1} | more


def incidents(rows: Iterable[dict[str, object]], **more: object) -> Incidents:
    """Incidents with these rows; kinds and places in order of first appearance."""
    rows = list(rows)
    kinds, places = ([*dict.fromkeys(r[name] for r in rows if r[name] is not None)] for name in ("kind", "place"))
    coded = [
        r
        | {"kind": None if r["kind"] is None else kinds.index(r["kind"]), "place": None if r["place"] is None else places.index(r["place"])}
        for r in rows
    ]
    frame = pl.DataFrame(coded, schema=SCHEMA, orient="row")
    return Incidents(frame, tuple(kinds), tuple(places), **({"read": len(rows), "unused": (), "columns": ()} | more))  # type: ignore[arg-type]


def daily(counts: Sequence[int] | np.ndarray, start: date = START, places: Sequence[str] = (), at: np.ndarray | None = None) -> Incidents:
    """So many incidents on each day from the start on; with places, `at` says in which each incident was."""
    days = np.repeat(np.arange(len(counts)), counts) + (start - date(1970, 1, 1)).days
    size = len(days)
    frame = pl.DataFrame(
        {
            "kind": pl.Series([None] * size, dtype=pl.UInt16),
            "place": pl.Series([None] * size if at is None else at, dtype=pl.UInt16),
            "day": pl.Series(days, dtype=pl.Int32).cast(pl.Date),
            "hour": pl.Series([None] * size, dtype=pl.Int8),
            "x": pl.Series([None] * size, dtype=pl.Float32),
            "y": pl.Series([None] * size, dtype=pl.Float32),
            "number": pl.Series(np.ones(size), dtype=pl.UInt32),
        }
    )
    return Incidents(frame, (), tuple(places), size, (), ())


def about(days: int, start: date = START, **more: object) -> Description:
    """A description of so many days from the start on."""
    told: dict[str, object] = {"source": "politie", "definition": DEFINITION, "start": start, "end": start + timedelta(days=days - 1)}
    return Description(**(told | more))  # type: ignore[arg-type]
