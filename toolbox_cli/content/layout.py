"""How the tool writes YAML: one line per answer or record, and quotes around what would read as something else without them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from toolbox_cli.content.read import Place, Value

Wanted = str | None | Sequence["Wanted"] | Mapping[str, "Wanted"]
Inline = Callable[[Place], bool]

INDENT = 2
_LONGEST_KEY = 1000  # YAML wants `? key` for a key of more than 1024 characters
_PLAIN = re.compile(r"[^\W\d_][\w .;/()'+%&€-]*(?<! )|0|[1-9][0-9]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_READ_OTHERWISE = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null"))
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def below_sections(place: Place) -> bool:
    """Return whether a mapping stands on one line: what is in a section of the file does, the section itself does not."""
    return len(place) > 1


def rendered(wanted: Mapping[str, Wanted], inline: Inline = below_sections) -> str:
    """Return the text of a new file with these values."""
    return "".join(f"{line}\n" for line in _lines_in(plain(wanted), (), 0, inline)) or "{}\n"


def lines_of(value: Value, place: Place, column: int, inline: Inline) -> list[str]:
    """Return the lines of the entry at this place, the first with its key or, in a list, its dash."""
    key, margin = place[-1], " " * column
    head = f"{margin}-" if isinstance(key, int) else margin + _label(key, f"\n{margin}")
    if is_open(value, place, inline):
        return [head, *_lines_in(value, place, column + INDENT, inline)]
    return [head if value is None else f"{head} {on_one_line(value)}"]


def is_open(value: Value, place: Place, inline: Inline) -> bool:
    """Return whether the value gets a line per entry; an item of a list never does."""
    if not isinstance(value, list | dict) or not value or any(isinstance(part, int) for part in place):
        return False
    return not inline(place) if isinstance(value, dict) else holds_records(value)


def holds_records(values: list[Value]) -> bool:
    """Return whether a list holds more than texts."""
    return any(isinstance(value, list | dict) for value in values)


def on_one_line(value: Value) -> str:
    """Return the value as it stands on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_label(key, ' ')} {on_one_line(child)}" for key, child in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(on_one_line, value)) + "]"
    return "null" if value is None else _scalar(value)


def items_of(value: Value) -> dict[str | int, Value]:
    """Return what a mapping or list holds, by key or position."""
    if isinstance(value, dict):
        return dict(value.items())
    return dict(enumerate(value)) if isinstance(value, list) else {}


def plain(wanted: Wanted) -> Value:
    """Return the same values as YAML gives them when it is read."""
    if wanted is None or isinstance(wanted, str):
        return wanted
    if isinstance(wanted, Mapping):
        return {key: plain(value) for key, value in wanted.items()}
    return [plain(value) for value in wanted]


def _lines_in(value: Value, place: Place, column: int, inline: Inline) -> list[str]:
    return [line for key, child in items_of(value).items() for line in lines_of(child, (*place, key), column, inline)]


def _label(key: str, before_colon: str) -> str:
    written = _scalar(key)
    return f"{written}:" if len(written) <= _LONGEST_KEY else f"? {written}{before_colon}:"


def _scalar(text: str) -> str:
    """Plain when every reader takes it for this text, a whole number or a date; otherwise quoted, with what is invisible spelled out."""
    if _PLAIN.fullmatch(text) and text.lower() not in _READ_OTHERWISE:
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if char.isprintable() else f"\\U{ord(char):08X}" if ord(char) > 0xFFFF else f"\\u{ord(char):04X}"
