"""The text of an article to its parts, and the parts to hashes. Pure; no text is kept.

A part is a lid, or a letter or number below it, named as the content cites it: `6`, `6-a`, `1-a-2°`. Text before the first of
them, or the whole text of an article without leden, is `aanhef`. Layout does not count: white space, kinds of quotes and dashes,
and composed characters are made equal before hashing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

WHOLE = "aanhef"
HASH_LENGTH = 16

_SAME = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "º": "°"}
    | {"\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": ""}
)
# A lid is numbered `1.` or, as on wetten.overheid.nl, by a number and a capital; letters and numbers with a ring stand below it.
_MARKS = (
    ("number", re.compile(r"(\d{1,3}[a-z]{0,2}°)\.?(?:\s+|$)")),
    ("lid", re.compile(r"(\d{1,3}[a-z]{0,2})(?:\.(?:\s+|$)|\s+(?=['\"]?[A-Z])|$)")),
    ("letter", re.compile(r"((?P<first>[a-z])(?:(?P=first)|a)?)[.)](?:\s+|$)")),  # a. aa. da.
)
_ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde", "dertiende",
    "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende", "twintigste",
)  # fmt: skip


def parts_of(text: str, paragraphs: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the hash of each part of an article, in order; `paragraphs` names the leden when only some of them are given."""
    texts: dict[str, list[str]] = {}
    open_: list[tuple[str, str]] = []
    label = paragraphs[0] if len(paragraphs) == 1 else WHOLE
    for line in normalised(text).split("\n"):
        kind, mark, rest = _marked(line)
        if kind:
            open_ = _below(open_, kind, mark, paragraphs)
            label = "-".join(name for _, name in open_)
        if kind or rest:
            texts.setdefault(label, []).append(rest)
    return {name: _hash(" ".join(filter(None, lines))) for name, lines in texts.items()}


def normalised(text: str) -> str:
    """Return the text with one space between words, one line per line that is not empty, and one kind of quotes and dashes."""
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    return "\n".join(line for raw in text.splitlines() if (line := " ".join(raw.split())))


def scope_of(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return article number and leden from '8:81, eerste lid'; no leden for a whole article, None when it cannot be told."""
    number, comma, rest = (part.strip() for part in name.strip().partition(","))
    if not re.fullmatch(r"[0-9A-Za-z:.]+", number):
        return None
    if not comma:
        return number, ()
    words = [str(_ORDINALS.index(word) + 1) if word in _ORDINALS else word for word in re.findall(r"[\w.:;()]+|,", rest.lower())]
    plain = " ".join(word for word in words if word not in ("het", "lid", "leden"))
    if not re.fullmatch(r"\d{1,2}[a-z]?(( tot en met| en| ,) \d{1,2}[a-z]?)*", plain):
        return None
    leden: list[str] = []
    for piece in re.split(r" en (?!met)| , ", plain.replace("tot en met", "tot_en_met")):
        first, _, last = piece.partition(" tot_en_met ")
        leden += [str(lid) for lid in range(int(first), int(last) + 1)] if last and (first + last).isdecimal() else [first]
    return number, tuple(leden)


def is_within(part: str, paragraphs: Iterable[str]) -> bool:
    """Whether a part belongs to these leden; a lid put in between two of them (2a) does, and so does what is no lid at all."""
    lid = part.split("-")[0]
    found = re.fullmatch(r"(\d+)([a-z]*)", lid)
    if found is None or lid in (names := set(paragraphs)):
        return True
    return bool(found[2]) and found[1] in names and str(int(found[1]) + 1) in names


def part_name(part: str, *, alone: bool = False) -> str:
    """Return 'lid 1 onder a' for '1-a'; `alone` when the article has no other part."""
    if part == WHOLE:
        return "de tekst" if alone else "de aanhef"
    first, *rest = part.split("-")
    below = ", ".join(rest if first[0].isdigit() and "°" not in first else (first, *rest))
    lid = f"lid {first}" if first[0].isdigit() and "°" not in first else ""
    return " ".join(word for word in (lid, f"onder {below}" if below else "") if word)


def pairs(parts: Iterable[str]) -> dict[str, str]:
    """Return part and hash from the strings of a fingerprint."""
    return {name: value for name, _, value in (part.partition(" ") for part in parts)}


def written(parts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the strings of a fingerprint."""
    return tuple(f"{name} {value}" for name, value in parts.items())


def _marked(line: str) -> tuple[str, str, str]:
    """The kind of number a line starts with, the number, and the rest of the line."""
    for kind, pattern in _MARKS:
        if found := pattern.match(line):
            return kind, found[1], line[found.end() :]
    return "", "", line


def _below(open_: list[tuple[str, str]], kind: str, mark: str, paragraphs: tuple[str, ...]) -> list[tuple[str, str]]:
    """The numbers that are open when this one begins: it closes the last of its kind and all below that."""
    if not open_ and kind != "lid" and len(paragraphs) == 1:
        open_ = [("lid", paragraphs[0])]
    kinds = [name for name, _ in open_]
    if kind == "lid":
        return [(kind, mark)]
    return [*(open_[: kinds.index(kind)] if kind in kinds else open_), (kind, mark)]


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()[:HASH_LENGTH]
