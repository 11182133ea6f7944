"""Word patterns: what the content writes as `marokka*` or `niet welkom`, as regular expressions over plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a look-up in an installed package needs no records
    from toolbox_cli.model.wording import WordList


def words_of(lists: Mapping[str, WordList], name: str) -> tuple[str, ...]:
    """Return the patterns of a list with those of the lists it includes, each once; a list that includes itself ends too."""
    names = [name]
    for known in names:
        names += [other for other in lists[known].includes if other not in names]
    return tuple(dict.fromkeys(word for known in names for word in lists[known].words))


@lru_cache(maxsize=256)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return one expression that finds any of the patterns as whole words; nothing when there are none."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, words))})(?!\w)" if words else r"(?!)")


def found_in(words: Iterable[str], plain_text: str) -> tuple[str, ...]:
    """Return what in the plain text goes by one of the patterns, in order."""
    return tuple(match.group() for match in pattern_of(tuple(words)).finditer(plain_text))


def _expression(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
