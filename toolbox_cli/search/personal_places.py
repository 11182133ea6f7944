"""Places in a text around a name: particles, initials, and what stands close together. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolbox_cli.search.personal_tokens import Token, linked
from toolbox_cli.search.personal_words import Words


class Text(NamedTuple):
    """A text cut into words, with the places that are certainly no name."""

    flat: str
    tokens: tuple[Token, ...]
    safe: frozenset[int]
    words: Words


def past_particles(text: Text, at: int) -> int:
    """Return the place behind at most three particles."""
    place = at
    while place < min(len(text.tokens), at + 3) and text.tokens[place].low in text.words.particles and close(text, place):
        place += 1
    return place


def start_of(text: Text, first: int) -> int:
    """Return the place of the first particle that belongs to the name: Van in Van der Berg, not the van in 'de fiets van Jan'."""
    start = before_particles(text, first)
    own = {token.low for token in text.tokens[start:first]} - {"van", "aan", "in", "op", "het", "de"}
    while start < first and not own and not text.tokens[start].cap:
        start += 1
    return start


def before_particles(text: Text, at: int) -> int:
    """Return the place of the first of the particles before a name, or of the name itself."""
    place = at
    while place and at - place < 3 and linked(text.tokens, place) and text.tokens[place - 1].low in text.words.particles:
        place -= 1
    return place


def close(text: Text, at: int) -> bool:
    """Whether only blanks, a full stop of an abbreviation or an apostrophe stand before this word."""
    return at < len(text.tokens) and bool(re.fullmatch(r"\.?[ \t]*|[ \t]*['\"(]?", text.tokens[at].gap)) and text.tokens[at].gap != ""


def is_initial(text: Text, at: int) -> bool:
    """Whether this word is one capital with a full stop."""
    token = text.tokens[at]
    return len(token.text) == 1 and token.cap and text.flat.startswith(".", token.end)


def is_month(text: Text, at: int) -> bool:
    """Jan is also the month: 12 jan, jan. 2026."""
    token = text.tokens[at]
    behind = re.match(r"\.? ?['’]?\d|\.?[-/]", text.flat[token.end : token.end + 4])
    return token.low == "jan" and bool(re.search(r"\d[ .-]*$|[-/]$", text.flat[: token.start]) or behind)
