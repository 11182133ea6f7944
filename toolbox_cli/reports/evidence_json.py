"""Figures of incidents and effects of measures as plain values for other programs; keys are English and stable."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from toolbox_cli.evidence.effect import Effect, Neighbour, Part, Side
from toolbox_cli.evidence.picture import Comparison, Counts, Heat, Hot, Interval, Picture, PlaceMap, Trend
from toolbox_cli.evidence.table import Column, Unused
from toolbox_cli.model.evidence import Description, Level
from toolbox_cli.reports.as_json import SCHEMA_VERSION
from toolbox_cli.reports.evidence_origin import hides_rows, unused_groups

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def evidence_json(pictures: Sequence[Picture]) -> Json:
    """Return all figures per registration; null is a number that is not shown or not known. Nothing of a row but its number."""
    return {"schema_version": SCHEMA_VERSION, "registrations": [picture_json(picture) for picture in pictures]}


def picture_json(picture: Picture) -> Json:
    """Return all figures of one registration."""
    hidden = hides_rows(picture)
    return {
        "public": picture.public,
        "about": description_json(picture.about),
        "counts_people": picture.counts_people,
        "files": list(picture.files),
        "rows_read": None if picture.public else picture.read,
        "rows_unused": picture.left_out if picture.public else len(picture.unused),
        "unused": None if picture.public else unused_json(picture.unused),
        "columns": columns_json(picture.columns),
        "remarks": list(picture.remarks),
        "total": picture.total,
        "per_week": None if hidden else _number(picture.per_week),
        "kinds": _counts(picture.kinds),
        "places": _counts(picture.places),
        "months": _counts(picture.months),
        "heat": _heat(picture.heat),
        "hot_places": [_hot(item) for item in picture.hot_places],
        "hot_hours": [_hot(item) for item in picture.hot_hours],
        "concentration": {"places": found.places, "of": found.of, "share": found.share} if (found := picture.concentration) else None,
        "trend": _trend(picture.trend),
        "rates": [
            {"per": rate.per, "of": rate.of, "per_1000_in_period": _number(rate.in_period), "per_1000_a_year": _number(rate.per_year)}
            for rate in (() if hidden else picture.rates)
        ],
        "comparisons": [_comparison(item) for item in picture.comparisons],
        "place_map": _map(picture.place_map) if picture.place_map else None,
        "meanings": {question: _counts(counts) for question, counts in picture.meanings.items()},
    }


def effect_json(effect: Effect) -> Json:
    """Return before and after, effect, displacement and what limits the conclusion."""
    trial = effect.trial
    return {
        "schema_version": SCHEMA_VERSION,
        "about": description_json(effect.about),
        "start": _day(trial.start),
        "end": _day(trial.end),
        "before_days": effect.before_days,
        "after_days": effect.after_days,
        "target": {**_side(effect.target), "part": _part(trial.target)},
        "comparison": {**_side(effect.comparison), "part": _part(trial.comparison) if trial.comparison else None}
        if effect.comparison
        else None,
        "effect": interval_json(effect.effect),
        "earlier": interval_json(effect.earlier),
        "word": effect.word,
        "why": effect.why,
        "neighbours": [_neighbour(item) for item in effect.neighbours],
        "net": interval_json(effect.net),
        "net_word": effect.net_word,
        "cautions": list(effect.cautions),
        "baseline": {"from": _day(trial.baseline[0]), "until": _day(trial.baseline[1]), "number": trial.baseline[2]}
        if trial.baseline
        else None,
        "counted_baseline": effect.counted_baseline,
        "rows_read": effect.read,
        "rows_unused": len(effect.unused),
        "unused": unused_json(effect.unused),
        "columns": columns_json(effect.columns),
        "remarks": list(effect.remarks),
    }


def description_json(about: Description) -> Json:
    """Return what goes with a file of figures; empty text is not known."""
    return {
        "source": about.source,
        "registered_by": about.registered_by,
        "definition": about.definition,
        "start": _day(about.start),
        "end": _day(about.end),
        "events": [{"on": _day(event.on), "what": event.what} for event in about.events],
        "places": _levels(about.places),
        "residents": _levels(about.residents),
    }


def interval_json(interval: Interval | None) -> Json | None:
    """Return an estimate with its interval; null for a bound that has no number."""
    if interval is None:
        return None
    return {"value": _number(interval.value), "low": _number(interval.low), "high": _number(interval.high)}


def unused_json(unused: Sequence[Unused]) -> list[Json]:
    """Return every row that is not counted, as ranges by file and reason."""
    return [
        {
            "file": file,
            "reason": reason,
            "count": sum(last - first + 1 for first, last in found),
            "rows": [[first, last] for first, last in found],
        }
        for (file, reason), found in unused_groups(unused).items()
    ]


def columns_json(columns: Sequence[Column]) -> list[Json]:
    """Return the columns of a file with their role, or why they were refused."""
    return [{"name": column.name, "role": column.role or None, "refused": column.refused or None} for column in columns]


def _counts(counts: Counts) -> Json:
    items = [{"label": item.label, "number": item.number} for item in counts.items]
    return {"items": items, "total": counts.total, "without": counts.without}


def _heat(heat: Heat) -> Json:
    return {"hours_per_block": heat.hours, "cells": [list(row) for row in heat.cells], "without": heat.without}


def _hot(item: Hot) -> Json:
    return {"label": item.label, "number": item.number, "share": _number(item.share)}


def _trend(trend: Trend) -> Json:
    return {
        "unit": trend.unit,
        "spans": [
            {"start": _day(span.start), "end": _day(span.end), "days": span.days, "number": span.number, "places": _number(span.places)}
            for span in trend.spans
        ],
        "change": interval_json(trend.change),
        "per_place": interval_json(trend.per_place),
        "word": trend.word,
        "why": trend.why,
        "season": trend.season,
        "under_a_year": trend.under_a_year,
        "rests_on": [_day(on) for on in trend.rests_on] if trend.rests_on else None,
    }


def _comparison(item: Comparison) -> Json:
    return {
        "name": item.name,
        "kind": item.kind,
        "other": description_json(item.other),
        "number": item.number,
        "other_number": item.other_number,
        "ratio": interval_json(item.ratio),
        "per_place": interval_json(item.per_place),
        "refused": item.refused,
        "cautions": list(item.cautions),
    }


def _map(place_map: PlaceMap) -> Json:
    cells = [{"x": cell.x, "y": cell.y, "number": cell.number} for cell in place_map.cells]
    return {"size_m": place_map.size, "cells": cells, "without": place_map.without}


def _side(side: Side) -> Json:
    return {"label": side.label, "before": side.before, "after": side.after, "change": interval_json(side.change)}


def _neighbour(item: Neighbour) -> Json:
    return {**_side(item.side), "against_comparison": interval_json(item.change), "word": item.word}


def _part(part: Part) -> Json:
    return {
        "label": part.label,
        "places": sorted(part.places),
        "kinds": sorted(part.kinds),
        "hours": list(part.hours) if part.hours else None,
    }


def _levels(levels: Sequence[Level]) -> list[Json]:
    return [{"since": None if level.since == date.min else _day(level.since), "number": level.number} for level in levels]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _number(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
