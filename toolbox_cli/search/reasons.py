"""Reasons that cannot carry a measure: who somebody is, or punishment. Pure; the words are data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from toolbox_cli.model.wording import NoReason, Wording
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import pattern_of, words_of
from toolbox_cli.search.wording import sentences_of

BEFORE = 3
AFTER = 1
_COMMA = re.compile(r"[,;:()–—]|\s-\s")
_BREAK = "/"
_STOPS = frozenset({_BREAK, "maar", "want", "dus", "terwijl", "en"})
_JOINING = frozenset({"en", "of", "noch"})
_JOINED = _JOINING | {"de", "het", "zijn", "haar", "hun", "zelfs"}


def origin_in(wording: Wording, reason: str) -> tuple[str, ...]:
    """Return the words that make who somebody is the reason; none where the text says that it is not the reason."""
    return tuple(word for guarded in wording.reasons.origin for word in _words_in(wording, guarded, reason))


def origin_beside(wording: Wording, text: str, excused: Callable[[str], object]) -> tuple[str, ...]:
    """Return the words for origin in a text, without those that are excused."""
    return tuple(word for word in origin_in(wording, text) if not excused(word))


def punishment_in(wording: Wording, reason: str) -> tuple[str, ...]:
    """Return the words that make the measure a punishment; none where the reason says that it is not one."""
    return tuple(word for guarded in wording.reasons.punishment for word in _words_in(wording, guarded, reason))


def parted(text: str) -> str:
    """Return the text with every comma, colon, bracket and dash as a sign that stays visible when the text is made plain."""
    return _COMMA.sub(f" {_BREAK} ", text)


def _words_in(wording: Wording, guarded: NoReason, text: str) -> Iterator[str]:
    """The words of the list in this text that are not excused; a comma stays visible, because a denial does not reach over it."""
    lists = {item.id: item for item in wording.lists}
    words = tuple(word for name in guarded.lists for word in words_of(lists, name))
    for sentence in sentences_of(text):
        said = pattern_of(guarded.not_these).sub(" ", plain(parted(sentence)))
        yield from _unexcused(guarded, said, pattern_of(words).finditer(said))


def _unexcused(guarded: NoReason, said: str, found: Iterable[re.Match[str]]) -> Iterator[str]:
    excused_to: int | None = None
    for match in found:
        if guarded.doing and not _follows(said, match.end(), guarded.doing):
            continue
        joined = excused_to is not None and _is_joined(said[excused_to : match.start()].split())
        if joined or _is_denied(guarded, said, match):
            excused_to = match.end()
        else:
            excused_to = None
            yield match.group()


def _is_denied(guarded: NoReason, said: str, match: re.Match[str]) -> bool:
    """Whether a denial governs the word: shortly before it in the same clause, or right behind it."""
    for denial in pattern_of(guarded.before).finditer(said):
        between = said[denial.end() : match.start()].split()
        if denial.start() <= match.start() and len(between) <= BEFORE and not _STOPS.intersection(between):
            return True
    return _follows(said, match.end(), guarded.after)


def _follows(said: str, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words comes right behind this place, or one word further."""
    for match in pattern_of(words).finditer(said, end):
        if len([word for word in said[end : match.start()].split() if word != _BREAK]) <= AFTER:
            return True
    return False


def _is_joined(between: list[str]) -> bool:
    """Whether only 'en', 'of' or 'noch' stands between two words, so that one denial holds for both."""
    return bool(_JOINING.intersection(between)) and _JOINED.issuperset(between)
