"""Names to entries: any known name, a section of the toolbox, or a small spelling error. No heavy imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from toolbox_cli.rules.words import plain as plain

CLOSE = 0.85
NEAR = 0.6
_BEFORE_NUMBER = re.compile(r"^(?:art\.?|artikel|toolbox|paragraaf|§)\s*")


class Named(NamedTuple):
    """An entry by its id, with every name it goes by; `parts` are the ids of its forms, `articles` the numbers of its articles."""

    id: str
    names: tuple[str, ...]
    section: str | None = None
    parts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


Index = Mapping[str, Sequence[Named]]


def resolve(entries: Sequence[Named], name: str) -> tuple[str, ...]:
    """Return the ids that go by this name: a form, a section, an article, a name, or the only close spelling; otherwise none."""
    wanted = name.strip().lower()
    part = _part(entries, wanted)
    if part:
        return part
    if is_exact(entries, name):
        return tuple(entry.id for entry in find(entries, name))
    spaced = tuple(part for entry in entries for part in entry.parts if part.replace("/", " ") == wanted)
    if spaced:
        return spaced
    number = _BEFORE_NUMBER.sub("", wanted).split(" ")[0]
    numbered = tuple(entry.id for entry in entries if number and (entry.section == number or number in entry.articles))
    return numbered or tuple(entry.id for entry in find(entries, name))


def _part(entries: Sequence[Named], wanted: str) -> tuple[str, ...]:
    """The form by its id, also with a small spelling error in the name of the measure."""
    if any(wanted in entry.parts for entry in entries):
        return (wanted,)
    if "/" not in wanted:
        return ()
    name, form = wanted.split("/", 1)
    owners = find(entries, name)
    return tuple(part for entry in owners[:1] for part in entry.parts if part == f"{entry.id}/{form}")


def is_exact(entries: Sequence[Named], name: str) -> bool:
    """Whether the name is one the entries have, so that nothing was guessed."""
    wanted = plain(name)
    return any(wanted in {plain(known) for known in _names(entry)} for entry in entries)


def find(entries: Sequence[Named], name: str) -> tuple[Named, ...]:
    """Return the entries that go by this name exactly, else the only one with this word in its name, else the one clearly meant."""
    wanted = plain(name)
    if not wanted or "/" in wanted:
        return ()
    exact = tuple(entry for entry in entries if wanted in {plain(known) for known in _names(entry)})
    if exact:
        return exact
    worded = tuple(entry for entry in entries if any(wanted in plain(known).split() for known in _names(entry)))
    if len(worded) == 1 and len(wanted) > 3:
        return worded
    close = close_to(entries, name)
    return close[:1] if close and _clear(wanted, close) else ()


def close_to(entries: Sequence[Named], name: str) -> tuple[Named, ...]:
    """Return the entries with a name that looks like this one, the nearest first."""
    wanted = plain(name)
    if len(wanted) < 4 or any(sign.isdigit() for sign in wanted):
        return ()
    worded = tuple(entry for entry in entries if any(wanted in plain(known).split() for known in _names(entry)))
    names = {plain(known): entry for entry in reversed(entries) for known in _names(entry)}
    near = get_close_matches(wanted, names, n=5, cutoff=NEAR)
    return _unique((*worded, *(names[known] for known in near)))


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
