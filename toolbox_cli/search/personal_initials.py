"""Initials that stand for somebody without a surname: de verdachte M.K., bekend als Y.B. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolbox_cli.search.personal_tokens import AUXILIARY, Token, acts, linked
from toolbox_cli.search.personal_words import Words

ABBREVIATIONS = (
    "oa", "dwz", "tov", "ivm", "as", "mn", "jl", "bv", "ed", "ca", "tav", "iov", "ipv", "tbv", "tgv", "mbt", "nav", "ism", "nv", "eg",
    "nn", "nb", "ps", "vof", "zoz", "kvk",
)  # fmt: skip
_LONE = re.compile(
    r"(?<![\w.'-])(?:[A-Z]\.-?){2,4}(?!\w)|(?<![\w.'-])(?:[A-Z]\. ){1,3}[A-Z]\.(?= ?[a-z(,;:)]|$)|(?<![\w.'-])[A-Z]\.(?= ?[a-z(,;])"
)
_AGE = re.compile(r" ?\(\d\d?(?: jaar)?\)")


def initials_end(flat: str, tokens: Sequence[Token], at: int, words: Words) -> int | None:
    """Return the place of the last initial when this word is the first of initials that stand for somebody, otherwise None."""
    match = _LONE.match(flat, tokens[at].start) if len(tokens[at].text) == 1 and tokens[at].cap else None
    if match is None:
        return None
    letters = re.sub(r"[^a-z]", "", match.group().lower())
    last = at + len(letters) - 1
    if _said_of(tokens, at, words):
        explained = "(" in tokens[at].gap and letters in words.proper  # de officier van justitie (O.M.)
        return None if letters in ABBREVIATIONS or explained else last
    if len(letters) < 2 or letters in ABBREVIATIONS or letters in words.proper or letters in words.ordinary:
        return None
    if not (_AGE.match(flat, match.end()) or _acts(flat, tokens, last, words) or _undergoes(tokens, at, last, words)):
        return None
    return last


def _said_of(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether the words before tell that somebody follows: verdachte, de heer, bekend als."""
    if not at or not re.fullmatch(r"\.?,?[\s:('\"]+", tokens[at].gap):
        return False
    before = tokens[at - 1].low
    if before in words.people or before in words.kin or before in words.titles or before in words.naming:
        return True
    return before == "als" and at > 1 and tokens[at - 2].low in ("bekend", "aangeduid", "bestempeld", "gezien")


def _undergoes(tokens: Sequence[Token], at: int, last: int, words: Words) -> bool:
    """Whether the initials stand between 'is' and what only people undergo: gisteren is M.B. aangehouden."""
    behind = {token.low for token in tokens[last + 1 : last + 5]}
    return linked(tokens, at) and tokens[at - 1].low in AUXILIARY and bool(behind & words.person_states)


def _acts(flat: str, tokens: Sequence[Token], last: int, words: Words) -> bool:
    """Whether behind the initials stands what only people do."""
    if last + 1 >= len(tokens) or flat[tokens[last].end : tokens[last + 1].start] not in (". ", ".  "):
        return False
    behind = (tokens[last]._replace(end=tokens[last].end + 1), tokens[last + 1]._replace(gap=" ", opens=False), *tokens[last + 2 :])
    return acts(behind, 0, words)
