"""Reasons that cannot carry a measure: who somebody is, or punishment. Pure; the words are data."""

from __future__ import annotations

from toolbox_cli.model.wording import Wording
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import pattern_of, words_of
from toolbox_cli.search.wording import punitive_phrases, words_unless


def origin_in(wording: Wording, measure: str, reason: str) -> tuple[str, ...]:
    """Return the words that make who somebody is the reason of a restriction; none when the measure restricts nobody."""
    lists = {item.id: item for item in wording.lists}
    restriction = pattern_of(words_of(lists, wording.restriction))
    if not restriction.search(plain(f"{measure} {reason}")):
        return ()
    words = tuple(word for name in wording.origin for word in words_of(lists, name))
    return words_unless(reason, words, wording.origin_unless)


def punishment_in(wording: Wording, reason: str) -> tuple[str, ...]:
    """Return the words that make the measure a punishment; none where the reason says that it is not one."""
    return punitive_phrases(reason, wording.punitive)
