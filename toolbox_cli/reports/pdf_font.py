"""The letters of a PDF: one typeface that comes with a library, whatever the machine has, and what it can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from toolbox_cli.errors import ToolboxError
from toolbox_cli.reports.safe import safe

BREAK = "\u200b"  # a place to break; `safe` lets none through, and the template turns it into a space of no width
WIDEST = 1.1  # em, for a sign of which the width is not known
SLACK = 1.02
CLOSING = (")", "]", "}", "!", "?", ",", ".", ":", ";", "/")


def install_hint() -> str:
    """Return how to get the libraries for documents."""
    return "installeer ze met: pip install 'toolbox-cli[documents]'"


@lru_cache(maxsize=1)
def font_folder() -> Path:
    """Return the folder with the typeface: that of matplotlib, which the pictures use too."""
    found = find_spec("matplotlib")
    if found is None or not found.submodule_search_locations:
        raise ToolboxError("voor een PDF ontbreken de letters", hint=install_hint())
    return Path(found.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"


@dataclass(frozen=True)
class Face:
    """How wide each sign is, in em."""

    widths: Mapping[int, float]

    def width(self, text: str) -> float:
        """Return how long the text is on one line, in em."""
        return sum(self.widths.get(ord(sign), WIDEST) for sign in text) * SLACK

    def longest(self, text: str) -> float:
        """Return how long the longest word is, in em."""
        return max(map(self.width, text.split()), default=0.0)


def face(*, bold: bool = False) -> Face:
    """Return the regular or the bold letters."""
    return _read("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@lru_cache(maxsize=2)
def _read(name: str) -> Face:
    try:
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types
    except ImportError:
        raise ToolboxError("voor een PDF ontbreken de letters", hint=install_hint()) from None
    with TTFont(font_folder() / name, lazy=True) as font:
        size, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return Face({code: metrics[glyph][0] / size for code, glyph in font.getBestCmap().items()})


def shown(text: str) -> str:
    """Return the text as it can be printed: a picture that the letters lack shows as '[U+1F694]'; a letter that they lack is an error."""
    clean = safe(text)
    lacking = sorted({sign for sign in clean if not _has(sign)})
    foreign = [sign for sign in lacking if unicodedata.category(sign)[0] in "LMN"]
    if foreign:
        signs = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in foreign[:5])
        more = f" en {len(foreign) - 5} andere" if len(foreign) > 5 else ""
        raise ToolboxError(f"de PDF kan deze tekens niet tonen: {signs}{more}", hint="kies --format docx of html; daarin staan ze wel")
    return clean.translate({ord(sign): f"[U+{ord(sign):04X}]" for sign in lacking})


@lru_cache(maxsize=8192)  # the documents of one case share most of their sentences
def fitted(text: str, room: float, *, bold: bool = True) -> str:
    """Return the text as it can be printed on lines of `room` em: a longer word may break anywhere."""
    letters = face(bold=bold)
    return wrapped(shown(text), room, letters, bool)


def wrapped(text: str, room: float, letters: Face, breaks: Callable[[str], bool]) -> str:
    """Return the text with places to break in each word that is too long for a line and that `breaks`.

    In a text of more than one line there is one too behind a space and before a sign that would otherwise never begin a line.
    """
    words = text.split(" ")
    parts = [broken(word) if letters.width(word) > room and breaks(word) else word for word in words]
    if letters.width(text) > room:
        parts[1:] = [f"{BREAK}{part}" if part.startswith(CLOSING) else part for part in parts[1:]]
    return " ".join(parts)


def broken(word: str) -> str:
    """Return the word with a place to break behind each sign."""
    return "".join(sign if at == 0 or unicodedata.combining(sign) else BREAK + sign for at, sign in enumerate(word))


def _has(sign: str) -> bool:
    return ord(sign) in face().widths and ord(sign) in face(bold=True).widths
