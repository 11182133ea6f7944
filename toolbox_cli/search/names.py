"""Names to entries: any known name, a section of the toolbox, or a small spelling error. No heavy imports."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

CLOSE = 0.75


class Named(NamedTuple):
    """An entry by its id, with every name it goes by; `parts` are the ids of its forms."""

    id: str
    names: tuple[str, ...]
    section: str | None = None
    parts: tuple[str, ...] = ()


Index = Mapping[str, Sequence[Named]]


def plain(text: str) -> str:
    """Return text in lower case without accents, hyphens and quotes, for comparing."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign if sign.isalnum() or sign in "/.&" else " " for sign in folded if not unicodedata.combining(sign))
    return " ".join(kept.split())


def resolve(entries: Sequence[Named], name: str) -> tuple[str, ...]:
    """Return the ids that go by this name: a form, a section, a name, or the only close spelling; otherwise none."""
    wanted = name.strip().lower()
    part = [wanted for entry in entries if wanted in entry.parts]
    if part:
        return tuple(part)
    section = tuple(entry.id for entry in entries if entry.section == wanted)
    return section or tuple(entry.id for entry in find(entries, name))


def find(entries: Sequence[Named], name: str) -> tuple[Named, ...]:
    """Return the entries that go by this name exactly, else the one that is clearly meant."""
    wanted = plain(name)
    if not wanted:
        return ()
    exact = tuple(entry for entry in entries if wanted in {plain(known) for known in _names(entry)})
    if exact:
        return exact
    close = close_to(entries, name)
    return close[:1] if close and _clear(wanted, close) else ()


def close_to(entries: Sequence[Named], name: str) -> tuple[Named, ...]:
    """Return the entries with a name that looks like this one, the nearest first."""
    names = {plain(known): entry for entry in reversed(entries) for known in _names(entry)}
    near = get_close_matches(plain(name), names, n=5, cutoff=CLOSE - 0.15)
    return _unique(names[known] for known in near)


def _names(entry: Named) -> Iterator[str]:
    yield entry.id
    yield from entry.names


def _clear(wanted: str, close: Sequence[Named]) -> bool:
    """A spelling error is only mended when it is small and no other entry is as near."""
    ratios = sorted((max(_ratio(wanted, plain(name)) for name in _names(entry)) for entry in close), reverse=True)
    return ratios[0] >= CLOSE and (len(ratios) == 1 or ratios[0] - ratios[1] > 0.02)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _unique(entries: Iterable[Named]) -> tuple[Named, ...]:
    return tuple({entry.id: entry for entry in entries}.values())
