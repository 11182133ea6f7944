"""Text from anywhere as text that every format can hold: signs that would hide, turn or break it are made visible or left out."""

from __future__ import annotations

import re

_GONE = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]")  # nothing is seen of these, but a word with one is not found
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NO_TEXT = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff]|[\U0001fffe\U0001ffff]")


def safe(text: str) -> str:
    """Return the text on one line, with single spaces; a sign that turns the direction of reading shows as '[U+202E]'."""
    shown = _TURNS.sub(lambda found: f"[U+{ord(found.group()):04X}]", _GONE.sub("", _SPACE.sub(" ", text)))
    return " ".join(_NO_TEXT.sub("\ufffd", shown).split())
