"""Kinds and places: one label for all ways of writing it, nothing about people or origin, and no free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.content.tables.address import are_houses, is_house
from toolbox_cli.content.tables.personal import PEOPLE
from toolbox_cli.content.tables.plan import ADDRESS
from toolbox_cli.content.tables.text import clean
from toolbox_cli.rules.words import plain

MOST, LONGEST, _LONG = 5_000, 60, 60
FREE_TEXT = "lijkt op vrije tekst"
HIDDEN = {
    "kind": "soort niet getoond (persoonsgegeven of herkomst)",
    "place": "plaats niet getoond (persoonsgegeven of herkomst)",
}
_MANY = {"kind": "soorten", "place": "plaatsen"}
_UNKNOWN = frozenset(
    ("", "-", "--", "?", "onbekend", "n.v.t.", "n.v.t", "nvt", "n.b.", "null", "nan", "none", "(leeg)", "leeg", "niet ingevuld", "unknown",
     "n/a", "#n/a", "#n/b", "#nb", "#ref!", "#verw!", "#value!", "#waarde!", "niet bekend")
)  # fmt: skip
_TOTAL = re.compile(r"(?:(?:eind|sub)[ -]?|generaal )?totaal(?: .*)?|(?:grand |sub)?total", re.IGNORECASE)


@dataclass(frozen=True)
class Labelled:
    """The labels to show, the most frequent first, with per code of the text the place of its label (None: not known)."""

    labels: tuple[str, ...]
    places: Sequence[int | None]
    refused: str = ""
    remarks: tuple[str, ...] = ()


def labelled(role: str, texts: Sequence[str], counts: Mapping[int, int], shown: Callable[[str], str]) -> Labelled:
    """Return one label per kind or place; a column that is no list of these is refused. `counts` says how many rows have a code."""
    spelled = {code: clean(texts[code]) for code in counts}
    spelled = {code: text for code, text in spelled.items() if text.lower() not in _UNKNOWN}
    why = _refused(role, set(spelled.values()))
    if why:
        return Labelled((), [None] * len(texts), why)
    groups = _groups(spelled, counts)
    hidden = {key for key, label in groups.items() if (role == "place" and is_house(label)) or not shown(label)}
    if len(hidden) >= 3 and len(hidden) > 0.5 * len(groups):
        return Labelled((), [None] * len(texts), PEOPLE)
    label_of = {key: HIDDEN[role] if key in hidden else shown(label) for key, label in groups.items()}
    totals: dict[str, int] = {}
    for code, text in spelled.items():
        totals[label_of[_key(text)]] = totals.get(label_of[_key(text)], 0) + counts[code]
    ordered = sorted(totals, key=lambda label: (label == HIDDEN[role], -totals[label], label))
    place = {label: at for at, label in enumerate(ordered)}
    found: list[int | None] = [None] * len(texts)
    for code, text in spelled.items():
        found[code] = place[label_of[_key(text)]]
    return Labelled(tuple(ordered), found, "", _remarks(role, len(hidden)))


def is_total(text: str) -> bool:
    """Whether a kind or place only says that this row adds up others."""
    return _TOTAL.fullmatch(clean(text)) is not None


def _refused(role: str, texts: set[str]) -> str:
    if len(texts) > MOST and len({_key(text) for text in texts}) > MOST:
        return FREE_TEXT
    if len(texts) > 20 and sum(map(len, texts)) > _LONG * len(texts):
        return FREE_TEXT
    return ADDRESS if role == "place" and are_houses(texts) else ""


def _groups(spelled: Mapping[int, str], counts: Mapping[int, int]) -> dict[str, str]:
    """The most frequent way of writing per label."""
    ways: dict[str, dict[str, int]] = {}
    for code, text in spelled.items():
        group = ways.setdefault(_key(text), {})
        group[_short(text)] = group.get(_short(text), 0) + counts[code]
    return {key: min(group, key=lambda way: (-group[way], way)) for key, group in ways.items()}


def _key(text: str) -> str:
    """What ways of writing one label have in common: Café-plein, cafe plein."""
    return plain(_short(text)) or _short(text).casefold()


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _remarks(role: str, hidden: int) -> tuple[str, ...]:
    if not hidden:
        return ()
    what = f"{hidden} {_MANY[role]} worden" if hidden > 1 else f"1 {'soort' if role == 'kind' else 'plaats'} wordt"
    return (f"{what} geteld als '{HIDDEN[role]}'",)
