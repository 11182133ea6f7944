"""Names of articles to articles: 172a, 'art. 172a lid 3', gemw-172a, 2:78, 'Awb 4:8', '509hh Sv'. No heavy imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from toolbox_cli.search.names import Named, plain

_BEFORE = re.compile(r"\b(?:artikel|art\.?)\s*(?=\d)")
_LID = re.compile(r"\blid\s+(\d+[a-z]?)\b")
_AFTER_LID = re.compile(r"\b(?:onder|sub)\s+[a-z0-9]+\b")
_NUMBER = re.compile(r"(?<![\w:.])\d+(?::\d+)?[a-z]{0,3}(?![\w:])")
_FILLERS = {"art", "art.", "artikel", "van", "de", "het", "wet", "der"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NEAREST = 5
FAR = 3


class Wanted(NamedTuple):
    """What was typed: the number of an article, the paragraph, and the words that name the law."""

    number: str | None
    paragraph: str | None
    law: tuple[str, ...]


class Found(NamedTuple):
    """The articles that were meant, the paragraph that was asked for, and, when nothing was found, the nearest articles."""

    ids: tuple[str, ...]
    paragraph: str | None = None
    near: tuple[str, ...] = ()


def find_articles(entries: Sequence[Named], text: str) -> Found:
    """Return the articles by this name: an id, a number, a number with a law, a law alone, or a heading.

    In an entry `names` holds the heading, `section` the number, `articles` the names of the law, `parts` the paragraphs.
    """
    typed = text.strip().lower().strip("\"'")
    name, _, paragraph = typed.partition(":")
    for entry in entries:
        if entry.id in (typed, name):  # gemw-172a, or gemw-172a:6 as a source has it
            return Found((entry.id,), paragraph.split("-")[0] or None)
    wanted = _read(entries, typed)
    if wanted.number is None:
        return _by_words(entries, typed, wanted)
    numbered = [entry for entry in entries if entry.section == wanted.number]
    meant = tuple(entry.id for entry in numbered if not wanted.law or _is_law(entry, wanted.law))
    return Found(meant, wanted.paragraph) if meant else Found((), near=_near_numbers(entries, wanted, numbered))


def _read(entries: Sequence[Named], typed: str) -> Wanted:
    """Take the words apart; a year that belongs to the name of a law is no article."""
    lid = _LID.search(typed)
    rest = _AFTER_LID.sub(" ", _LID.sub(" ", typed)) if lid else re.sub(r"(?<=\d) (?=[a-z]\b)", "", typed)
    rest = _BEFORE.sub(" ", rest)
    rest = re.sub(r"^([a-z]+)[-:](?=\d)", r"\1 ", re.sub(r"(?<=\d)-(?=\d)", ":", rest))
    years = {word for entry in entries for name in entry.articles for word in plain(name).split() if _YEAR.fullmatch(word)}
    rest = _YEAR.sub(lambda year: " " if year[0] in years else year[0], rest)
    number = _NUMBER.search(rest)
    words = rest.replace(number[0], " ", 1) if number else rest
    if lid and number:  # 'art. 33 lid 4 c': the letter belongs to the paragraph
        words = re.sub(r"\b[a-z]\b", " ", words)
    law = tuple(word for word in plain(words).split() if word not in _FILLERS)
    return Wanted(number[0] if number else None, lid[1] if lid else None, law)


def _by_words(entries: Sequence[Named], typed: str, wanted: Wanted) -> Found:
    """Without a number: a law gives all its articles; otherwise the words are looked for in the headings."""
    exact = tuple(entry.id for entry in entries if plain(typed) in {plain(name) for name in (*entry.names, *entry.articles)})
    if exact:
        return Found(exact)
    if wanted.law:
        whole = tuple(entry.id for entry in entries if _is_law(entry, wanted.law))
        headed = tuple(entry.id for entry in entries if all(word in plain(entry.names[0]).split() for word in wanted.law))
        if whole or headed:
            return Found(headed or whole)
    names = {plain(name): entry.id for entry in entries for name in (*entry.names, entry.id)}
    laws = {plain(name): entry.articles[0] for entry in entries for name in entry.articles}
    near = [names[name] for name in get_close_matches(plain(typed), names, n=NEAREST, cutoff=0.6)]
    near += [laws[name] for name in get_close_matches(plain(typed), laws, n=1, cutoff=0.7)]
    return Found((), near=_unique(near))


def _near_numbers(entries: Sequence[Named], wanted: Wanted, numbered: Sequence[Named]) -> tuple[str, ...]:
    """The same number in another law first, then the numbers beside it, in the law that was named if it exists."""
    number = wanted.number or ""
    same_law = [entry for entry in entries if wanted.law and _is_law(entry, wanted.law)]
    if numbered and not same_law:
        return _unique(entry.id for entry in numbered)
    beside = [entry for entry in same_law or entries if _distance(number, entry.section or "") <= FAR]
    beside.sort(key=lambda entry: (_distance(number, entry.section or ""), entry.section != number[:-1], entry.section))
    return _unique(entry.id for entry in (*numbered, *beside))[:NEAREST]


def _distance(one: str, other: str) -> int:
    """How far two numbers are apart; letters do not count, another chapter (4:8, 5:8) is far."""
    first, second = (re.findall(r"\d+", number) for number in (one, other))
    if len(first) != len(second) or first[:-1] != second[:-1]:
        return FAR + 1
    return abs(int(first[-1]) - int(second[-1]))


def _is_law(entry: Named, words: Iterable[str]) -> bool:
    """Whether all the words stand in one of the names of the law this article is in."""
    return any(set(words) <= set(plain(name).split()) for name in entry.articles)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
