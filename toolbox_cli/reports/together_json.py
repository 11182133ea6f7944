"""Registrations and surveys side by side, and possible causes, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolbox_cli.evidence.hypotheses import Weighed
from toolbox_cli.evidence.signals import Seen
from toolbox_cli.evidence.together import Beside, Experienced, Registered
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.together import choice_label, signal_named, why_against
from toolbox_cli.rules.truth import Truth

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def together_json(catalogue: Catalogue, rows: Sequence[Beside]) -> list[Json]:
    """Return the rows side by side as plain values."""
    return [
        {
            "question": row.question,
            "choice": row.choice,
            "label": choice_label(catalogue, row),
            "status": row.status.value,
            "lacks": list(row.lacks),
            "apart": row.apart.value if row.apart else None,
            "objective": [
                {
                    "file": item.file,
                    "source": item.source or None,
                    "partner": item.partner or None,
                    "number": item.number,
                    "of": item.of,
                    "names": item.names.value,
                    "covered_by_definition": item.covers,
                    "trend": item.word or None,
                    "unexplained": item.open,
                    **_days_json(item),
                }
                for item in row.objective
            ],
            "subjective": [
                {
                    "file": item.file,
                    "group": item.group,
                    "asked": item.asked,
                    "theme": item.theme,
                    "number": item.number,
                    "of": item.of,
                    "names": item.names.value,
                    **_days_json(item),
                }
                for item in row.subjective
            ],
        }
        for row in rows
    ]


def _days_json(side: Registered | Experienced) -> Json:
    start, end = side.days
    return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}


def causes_json(catalogue: Catalogue, found: Sequence[Weighed]) -> list[Json]:
    """Return the possible causes as plain values; `cause` is the choice of the question, null for another explanation."""
    return [
        {
            "id": item.hypothesis.id,
            "text": item.hypothesis.text,
            "question": item.hypothesis.question or None,
            "cause": item.hypothesis.cause or None,
            "speaks_for": [_seen_json(catalogue, seen) for seen in item.speaks_for],
            "speaks_against": [{**_seen_json(catalogue, seen), "why": why_against(item, seen.signal)} for seen in item.speaks_against],
            "unknown": list(item.unknown),
            "ask": [{"partner": ask.partner, "text": ask.text} for ask in item.ask],
            "source": list(item.hypothesis.source),
        }
        for item in found
    ]


def _seen_json(catalogue: Catalogue, seen: Seen) -> Json:
    signal = signal_named(catalogue, seen.signal)
    return {
        "signal": seen.signal,
        "truth": seen.truth.value,
        "text": signal.yes if seen.truth is Truth.YES else signal.no,
        "source": seen.source or None,
        "file": seen.file or None,
        "number": seen.number,
        "of": seen.of,
    }
