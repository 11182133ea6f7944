"""Text of a cell or a column name without what is invisible in it. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])|\x9b[0-?]*[ -/]*[@-~]")
_FORMULA = re.compile(r'="?([^"]*)"?')
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """Return the text on one line: without control signs, escape codes and invisible signs, and with single spaces."""
    if text.isascii() and text.isprintable():
        return _as_typed(" ".join(text.split()))
    text = _ESCAPE.sub("", text)
    kept = (sign if sign.isprintable() else " " if sign.isspace() or sign in "\t\n\r\v\f\x85" else "" for sign in text)
    return _as_typed(" ".join("".join(kept).split()))


def _as_typed(text: str) -> str:
    """What a spreadsheet shows for ="0012" and for '0012."""
    if text.startswith("=") and (found := _FORMULA.fullmatch(text)):
        return found[1].strip()
    return text[1:].strip() if text.startswith("'") and text[1:2].isdigit() else text


@lru_cache(maxsize=4096)
def words(name: str) -> str:
    """Return a column name as plain words: datum incident for DatumIncident, DATUM_INCIDENT and 'Datum (incident)'."""
    apart = _CAMEL.sub(" ", clean(name))
    folded = "".join(sign for sign in unicodedata.normalize("NFKD", apart.casefold()) if not unicodedata.combining(sign))
    return " ".join(_NO_WORD.sub(" ", folded).split())


def without_brackets(name: str) -> str:
    """Return a column name without what stands between brackets in it."""
    return _BRACKETS.sub(" ", name)


def letter(index: int) -> str:
    """Return what a spreadsheet calls the column at this place: A, B, … AA."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        found = chr(65 + rest) + found
    return found
