"""Where things stand in a YAML text: its lines, its comments, and the entries of its blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from toolbox_cli.content.read import Loader

BREAKS = "\r\n\x85\u2028\u2029"  # what ends a line in YAML
_BREAK = re.compile(f"\r\n|[{BREAKS}]")
_COMMENT = re.compile(f"#[^{BREAKS}]*")
_BLANK_OR_COMMENT = re.compile(f"(?:[ \t{BREAKS}]|#[^{BREAKS}]*)*")
_BLOCK_SCALAR_COMMENT = re.compile(f"[|>][0-9+-]*[ \t]+(#[^{BREAKS}]*)")


class UnusualLayoutError(Exception):
    """The text is laid out in a way that is not changed in place, such as `? key`."""


@dataclass(frozen=True)
class Entry:
    """A key or dash with its value: where it starts, the place behind its colon or dash, and where its value ends."""

    start: int
    after: int
    end: int
    node: yaml.Node


class Lines:
    """The places where the lines of a text start; the text ends with a line break."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def start(self, place: int) -> int:
        """Return where the line of this place starts."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def next(self, place: int) -> int:
        """Return where the line after this place starts."""
        return self._starts[min(bisect_right(self._starts, place), len(self._starts) - 1)]

    def margin(self, place: int) -> str:
        """Return the spaces at the start of the line of this place."""
        before = self.text[self.start(place) : place]
        return before[: len(before) - len(before.lstrip(" "))]

    def is_shared(self, entry: Entry) -> bool:
        """Return whether a dash stands before the entry on its line."""
        return self.start(entry.start) + len(self.margin(entry.start)) < entry.start

    def above_comments(self, place: int) -> int:
        """Return where the comments right above this line start; the line itself when they are the head of the file."""
        start = line = self.start(place)
        while start and self.text[self.start(start - 1) : start].lstrip(" \t").startswith("#"):
            start = self.start(start - 1)
        return start or line


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield every comment with its place: what stands between the parser's tokens, and behind the sign of a block of text."""
    done = 0
    for token in yaml.scan(text, Loader=Loader):
        start, end = token.start_mark.index, token.end_mark.index
        yield from ((found.start(), found[0]) for found in _COMMENT.finditer(text, done, max(done, start)))
        header = _BLOCK_SCALAR_COMMENT.match(text, start) if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">") else None
        if header:
            yield header.start(1), header[1]
        done = max(done, end)


def is_block(node: yaml.Node) -> bool:
    """Return whether this is a list or mapping without brackets or braces."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def entries(text: str, node: yaml.Node) -> Iterator[Entry]:
    """Yield the entries of a block in order; raises UnusualLayoutError at the first that does not start with `key:` or a dash."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            colon = _sign(text, ":", key.end_mark.index)
            if _BREAK.search(text, key.start_mark.index, colon):
                raise UnusualLayoutError
            yield Entry(key.start_mark.index, colon + 1, _end(text, value), value)
    else:
        done = node.start_mark.index
        for value in node.value:
            dash = _sign(text, "-", done)
            yield Entry(dash, dash + 1, done := _end(text, value), value)


def _sign(text: str, sign: str, start: int) -> int:
    """Where the sign stands that is the next thing after blanks and comments."""
    found = _BLANK_OR_COMMENT.match(text, start)
    place = found.end() if found else start
    if not text.startswith(sign, place):
        raise UnusualLayoutError
    return place


def _end(text: str, node: yaml.Node) -> int:
    """Where the last thing in a node ends: for the parser a block ends behind the comments under it."""
    while is_block(node):
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return start + len(text[start:end].rstrip(f" \t{BREAKS}"))
    return end
