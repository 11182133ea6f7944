"""Fingerprints against texts of the law: what stayed, what changed in words, what changed in structure. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from toolbox_cli.analysis.law_text import is_within, pairs
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.fingerprint import Fingerprint
from toolbox_cli.model.law import Article


@dataclass(frozen=True)
class StatuteText:
    """One article of a folder of texts, without its words: the hash of each part, and which leden were given if not all."""

    dated: date
    parts: Mapping[str, str]
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Act:
    """The texts of one act by article number, and the entries whose heading does not tell which part of an article it is."""

    articles: Mapping[str, StatuteText]
    unclear: Mapping[str, str] = field(default_factory=dict)


Statutes = Mapping[str, Act]


class State(StrEnum):
    """What a comparison found."""

    UNCHANGED = "unchanged"
    TEXT = "text_changed"
    STRUCTURE = "structure_changed"
    UNVERIFIABLE = "not_verifiable"


class Why(StrEnum):
    """Why an article could not be compared."""

    NO_FINGERPRINT = "no_fingerprint"
    NO_FILE = "file_missing"
    NO_ARTICLE = "article_missing"
    UNCLEAR = "entry_unclear"
    PARTLY = "part_missing"


@dataclass(frozen=True)
class Difference:
    """How two lists of parts differ; `changed` and `renumbered` pair the old name with the new one."""

    changed: tuple[tuple[str, str], ...] = ()
    renumbered: tuple[tuple[str, str], ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reordered: bool = False

    @property
    def state(self) -> State:
        """Structure before text: when the numbers moved, every citation of a lid has to be looked at."""
        if self.renumbered or self.added or self.removed or self.reordered:
            return State.STRUCTURE
        return State.TEXT if self.changed else State.UNCHANGED


@dataclass(frozen=True)
class Comparison:
    """What was found for one article, against a text of which date."""

    article: Article
    state: State
    dated: date | None = None
    difference: Difference = Difference()
    why: Why | None = None
    moved_to: str | None = None
    entry: str = ""

    @property
    def changed(self) -> bool:
        """Whether somebody has to read the new text."""
        return self.state in (State.TEXT, State.STRUCTURE)


def compare(catalogue: Catalogue, statutes: Statutes) -> tuple[Comparison, ...]:
    """Return what was found for every article of the content, in its order."""
    fingerprints = {fingerprint.article: fingerprint for fingerprint in catalogue.fingerprints}
    return tuple(_compared(catalogue, article, fingerprints.get(article.id), statutes) for article in catalogue.articles)


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Return how the parts differ: first what has the same words under another number, then the same number with other words."""
    left = {name: value for name, value in old.items() if new.get(name) != value}
    right = {name: value for name, value in new.items() if old.get(name) != value}
    moved: dict[str, str] = {}
    for name, value in left.items():
        same = next((other for other, words in right.items() if words == value and other not in moved.values()), None)
        if same is not None:
            moved[name] = same
    left = {name: value for name, value in left.items() if name not in moved}
    right = {name: value for name, value in right.items() if name not in moved.values()}
    changed: dict[str, str] = {}
    for name in left:
        meant = next((other for other in (_carried(name, moved), name) if other in right and other not in changed.values()), None)
        if meant is not None:
            changed[name] = meant
    renamed = tuple((name, other) for name, other in (moved | changed).items() if name != other)
    return Difference(
        changed=tuple(changed.items()),
        renumbered=tuple(sorted(renamed, key=lambda pair: list(old).index(pair[0]))),
        added=tuple(name for name in right if name not in changed.values()),
        removed=tuple(name for name in left if name not in changed),
        reordered=[name for name in old if name in new] != [name for name in new if name in old],
    )


def _carried(name: str, moved: Mapping[str, str]) -> str:
    """The name that a letter would have when its lid was renumbered."""
    parent, _, own = name.rpartition("-")
    return f"{moved[parent]}-{own}" if parent in moved else name


def _compared(catalogue: Catalogue, article: Article, fingerprint: Fingerprint | None, statutes: Statutes) -> Comparison:
    if fingerprint is None:
        return Comparison(article, State.UNVERIFIABLE, why=Why.NO_FINGERPRINT)
    act = statutes.get(catalogue.law_by_id[article.law].bwb_id or "")
    if act is None:
        return Comparison(article, State.UNVERIFIABLE, why=Why.NO_FILE)
    text = act.articles.get(article.number)
    found = None if text is None else _against(article, fingerprint, text)
    if found is not None and not found.changed:
        return found
    elsewhere = _elsewhere(article, fingerprint, act)
    if found is not None:
        return replace(found, moved_to=elsewhere)
    if elsewhere is not None:
        return Comparison(article, State.STRUCTURE, act.articles[elsewhere].dated, moved_to=elsewhere)
    if article.number in act.unclear:
        return Comparison(article, State.UNVERIFIABLE, why=Why.UNCLEAR, entry=act.unclear[article.number])
    return Comparison(article, State.UNVERIFIABLE, why=Why.NO_ARTICLE)


def _elsewhere(article: Article, fingerprint: Fingerprint, act: Act) -> str | None:
    """The number under which the same text stands now; only asked of an article that was read as a whole."""
    if fingerprint.paragraphs:
        return None
    read = pairs(fingerprint.parts)
    return next((number for number, other in act.articles.items() if number != article.number and dict(other.parts) == read), None)


def _against(article: Article, fingerprint: Fingerprint, text: StatuteText) -> Comparison:
    """Compare as far as both were given; unchanged only when all that was read was there to compare."""
    old = pairs(fingerprint.parts)
    if text.paragraphs:
        old = {name: value for name, value in old.items() if is_within(name, text.paragraphs)}
    found = difference(old, text.parts)
    if fingerprint.paragraphs:
        found = replace(found, added=tuple(name for name in found.added if is_within(name, fingerprint.paragraphs)))
    complete = not text.paragraphs or (bool(fingerprint.paragraphs) and set(fingerprint.paragraphs) <= set(text.paragraphs))
    if found.state is State.UNCHANGED and not complete:
        return Comparison(article, State.UNVERIFIABLE, text.dated, why=Why.PARTLY)
    return Comparison(article, found.state, text.dated, found)
