"""Words as the content writes them (`marokka*`, `niet welkom`) against text as people type it. No heavy imports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_BETWEEN_WORDS = re.compile(r"(?:[^\w/.&]|_)+")


@lru_cache(maxsize=32_768)
def plain(text: str) -> str:
    """Return text in lower case without accents, hyphens and quotes, for comparing; the same texts are compared time and again."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", folded).strip()


@lru_cache(maxsize=512)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return one expression that finds any of the patterns as whole words; nothing when there are none."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, words))})(?!\w)" if words else r"(?!)")


def found_in(words: Iterable[str], plain_text: str) -> tuple[str, ...]:
    """Return what in the plain text goes by one of the patterns, in order."""
    return tuple(match.group() for match in pattern_of(tuple(words)).finditer(plain_text))


def _expression(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
