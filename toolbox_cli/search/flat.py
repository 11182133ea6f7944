"""Text as a search for personal data reads it: no accents, one kind of blank, dash and digit, nothing invisible; places kept."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_INVISIBLE = ("Cf", "Mn", "Me")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_QUOTES = dict.fromkeys("‘’‛`´ʼ′", "'")
_LETTERS = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
_SIGNS = {**_DASHES, **_QUOTES, **_LETTERS}


class Flat(NamedTuple):
    """The text to search in, and for each sign (and the end) its place in the text that was given."""

    text: str
    places: tuple[int, ...]


def flat(text: str) -> Flat:
    """Return the text made plain: full-width digits are digits, a non-breaking blank is a blank, a soft hyphen is not there."""
    if text.isascii():
        return Flat(text, tuple(range(len(text) + 1)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for one in _plain(sign):
            signs.append(one)
            places.append(place)
    return Flat("".join(signs), (*places, len(text)))


def _plain(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign.isascii():
        return sign
    if unicodedata.category(sign) in _INVISIBLE:
        return ""
    if sign.isspace():
        return " "
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    return "".join(_SIGNS.get(one, one) for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one))
