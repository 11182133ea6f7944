"""Words to entries: by name, with typing errors, and in the full text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from toolbox_cli.model.catalogue import Catalogue, Measure

CLOSE = 0.75


class Entry(Protocol):
    """Anything with an id, a name and other names."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def synonyms(self) -> tuple[str, ...]: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that holds the words: what kind it is, and the sentence in which they stand."""

    kind: str
    id: str
    name: str
    excerpt: str
    score: int


def plain(text: str) -> str:
    """Return text in lower case without accents, hyphens and quotes, for comparing."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign if sign.isalnum() or sign in "/.&" else " " for sign in folded if not unicodedata.combining(sign))
    return " ".join(kept.split())


def find(entries: Sequence[E], name: str) -> tuple[E, ...]:
    """Return the entries that go by this name: exactly, else as the only close spelling; otherwise none."""
    wanted = plain(name)
    if not wanted:
        return ()
    exact = tuple(entry for entry in entries if wanted in {plain(known) for known in _names(entry)})
    if exact:
        return exact
    close = close_to(entries, name)
    return close[:1] if close and _clear(wanted, close) else ()


def close_to(entries: Sequence[E], name: str) -> tuple[E, ...]:
    """Return the entries with a name that looks like this one, the nearest first."""
    names = {plain(known): entry for entry in reversed(entries) for known in _names(entry)}
    near = get_close_matches(plain(name), names, n=5, cutoff=CLOSE - 0.15)
    return _unique(names[known] for known in near)


def measures_of_section(catalogue: Catalogue, section: str) -> tuple[Measure, ...]:
    """Return the measures in a section of the toolbox, such as 3.2."""
    return tuple(measure for measure in catalogue.measures if measure.section == section.strip())


def search(catalogue: Catalogue, words: str) -> tuple[Hit, ...]:
    """Return every entry that holds all words, best first: name before synonym before text."""
    wanted = plain(words).split()
    if not wanted:
        return ()
    hits = [hit for kind, record in _records(catalogue) if (hit := _hit(kind, record, wanted)) is not None]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.kind, hit.name)))


def _names(entry: Entry) -> Iterator[str]:
    yield entry.id
    yield entry.name
    yield from entry.synonyms


def _clear(wanted: str, close: Sequence[Entry]) -> bool:
    """A spelling error is only mended when it is small and no other entry is as near."""
    ratios = sorted((max(_ratio(wanted, plain(name)) for name in _names(entry)) for entry in close), reverse=True)
    return ratios[0] >= CLOSE and (len(ratios) == 1 or ratios[0] - ratios[1] > 0.02)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _unique(entries: Iterable[E]) -> tuple[E, ...]:
    return tuple({entry.id: entry for entry in entries}.values())


def _records(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:  # Any: records of different kinds
    for kind, records in (
        ("maatregel", catalogue.measures),
        ("partner", catalogue.partners),
        ("praktijk", catalogue.practices),
        ("artikel", catalogue.articles),
        ("vraag", catalogue.questions),
        ("uitspraak", catalogue.rulings),
    ):
        for record in records:
            yield kind, record


def _hit(kind: str, record: Any, wanted: Sequence[str]) -> Hit | None:  # Any: one of the kinds above
    names = [plain(text) for text in _titles(kind, record)]
    texts = list(_texts(record))
    everything = " ".join((*names, *(plain(text) for text in texts)))
    if not all(word in everything for word in wanted):
        return None
    score = sum(3 * any(word in name.split() for name in names) + any(word in name for name in names) for word in wanted)
    excerpt = next((text for text in texts if len(text) > 30 and any(word in plain(text) for word in wanted)), texts[0] if texts else "")
    title = _titles(kind, record)[0]
    return Hit(kind, getattr(record, "id", None) or record.ecli, title, excerpt, score)


def _titles(kind: str, record: Any) -> list[str]:  # Any: one of the kinds above
    if kind == "artikel":
        return [f"art. {record.number}: {record.heading}", record.id]
    if kind == "vraag":
        return [record.label]
    if kind == "uitspraak":
        return [record.ecli]
    return [record.name, record.id, *record.synonyms]


def _texts(value: Any) -> Iterator[str]:  # Any: any field of a record
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("source", "id", "synonyms"):
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str) and " " in value:
        yield value
