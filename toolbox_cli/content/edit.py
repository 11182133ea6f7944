"""YAML files that people write in too: changed where a value changes, kept byte for byte everywhere else.

Our own code, because no library keeps comments this way: ruamel.yaml hangs a comment on the key before it, so that it moves or
goes when that key goes, and it lays out lines anew. Here the parser says where each value stands, and the text between is not touched.

- A full-line comment stays, also when the key under it goes. A comment behind a value stays as long as its key does, also behind
  another value; it goes with a removed key, as does all else on the lines of that key: it speaks of what is no longer there.
- A new key comes after the key before it in `wanted`; a comment and the key under it are not parted.
- What is written anew looks as in a new file (layout.py); a block that people laid out otherwise keeps its layout.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import itemgetter

import yaml

from toolbox_cli.content import layout
from toolbox_cli.content.layout import Inline, Wanted, below_sections, items_of, rendered
from toolbox_cli.content.read import Loader, Place, Value, parse_yaml
from toolbox_cli.content.spans import BREAKS, Entry, Lines, UnusualLayoutError, comments, entries, is_block
from toolbox_cli.errors import ContentError

_BOM = "\ufeff"


def edited(text: str, wanted: Mapping[str, Wanted], inline: Inline = below_sections, name: str = "") -> str:
    """Return the text changed so that it holds exactly `wanted`; raises ContentError, which calls the file `name`, when it is no YAML.

    `inline` says of a mapping that is written anew whether it stands on one line. A text that cannot be changed in place, such as
    one in braces or with `? key`, is written anew under all its comments.
    """
    body = text.removeprefix(_BOM)
    old, new = parse_yaml(body, name).values, {key: layout.plain(value) for key, value in wanted.items()}
    if old == new:
        return text
    changed = _changed(body, old, new, inline)
    if changed is None or not _holds(changed, new):
        changed = _written_anew(body, rendered(new, inline))
    return text[: len(text) - len(body)] + changed


def _changed(text: str, old: Value, new: dict[str, Value], inline: Inline) -> str | None:
    """The text with its changes in place; None when its layout does not allow that."""
    newline = _newline(text)
    last = "" if not text or text[-1] in BREAKS else newline
    if old is None:
        return text + last + rendered(new, inline).replace("\n", newline)
    root = yaml.compose(text + last, Loader=Loader)
    if root is None or not is_block(root) or not _alike(old, new):
        return None
    splice = _Splice(Lines(text + last), inline)
    try:
        splice.merge(root, old, new, ())
    except UnusualLayoutError:
        return None
    return splice.result(newline).removesuffix(last)


def _holds(text: str, values: Value) -> bool:
    try:
        return parse_yaml(text, "").values == values
    except ContentError:
        return False


def _written_anew(text: str, anew: str) -> str:
    kept = "".join(f"{comment}\n" for _, comment in comments(text))
    return (kept + anew).replace("\n", _newline(text))


def _newline(text: str) -> str:
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"


class _Splice:
    """Collects the changes to a text, each as a place, where what goes ends, and what comes."""

    def __init__(self, lines: Lines, inline: Inline) -> None:
        self.text = lines.text
        self.lines = lines
        self.inline = inline
        self.changes: list[tuple[int, int, str]] = []

    def result(self, newline: str) -> str:
        """Return the text with all changes made; what comes at one place comes in the order in which it was noted."""
        parts, done = [], 0
        for start, end, new in sorted(self.changes, key=itemgetter(0)):
            parts += [self.text[done:start], new.replace("\n", newline)]
            done = max(done, end)
        return "".join([*parts, self.text[done:]])

    def merge(self, node: yaml.Node, old: Value, new: Value, place: Place) -> None:
        """Change the entries of a block one by one."""
        before, after, kept = items_of(old), items_of(new), _partners(old, new)
        stand = dict(zip(before, entries(self.text, node), strict=True))
        continued = set(kept.values())
        for key, entry in stand.items():
            if key not in continued:
                self._remove(entry)
        for key, partner in kept.items():
            self._change(stand[partner], before[partner], after[key], (*place, key))
        previous = None
        for key in after:
            if key in kept:
                previous = stand[kept[key]]
            else:
                self._add(after[key], (*place, key), previous, stand[next(iter(kept.values()))])

    def _change(self, entry: Entry, old: Value, new: Value, place: Place) -> None:
        if old == new:
            return
        if is_block(entry.node) and _alike(old, new):
            self.merge(entry.node, old, new, place)
        else:
            self._replace(entry, old, new, place)

    def _add(self, value: Value, place: Place, previous: Entry | None, following: Entry) -> None:
        """Put a new entry after the previous one, or else before the following one and its comments."""
        column = following.start - self.lines.start(following.start)
        written = "".join(f"{line}\n" for line in layout.lines_of(value, place, column, self.inline))
        if previous:
            self._put(self.lines.next(previous.end), written)
        elif self.lines.is_shared(following):
            self._put(following.start, written.lstrip(" ") + " " * column)
        else:
            self._put(self.lines.above_comments(following.start), written)

    def _remove(self, entry: Entry) -> None:
        start, end = self.lines.start(entry.start), self.lines.next(entry.end)
        if self.lines.is_shared(entry):  # the dash before it stays, and the line with it
            start += len(self.text[start : entry.start].rstrip(" "))
            end = start + len(self.text[start:end].rstrip(BREAKS))
        self._put(start, "", end)

    def _replace(self, entry: Entry, old: Value, new: Value, place: Place) -> None:
        """Put another value behind a colon or dash: on its line, or with a line per entry under it; a list in brackets keeps them."""
        opens = layout.is_open(new, place, self.inline) and not (isinstance(new, list) and _alike(old, new))
        written = "" if new is None or opens else layout.on_one_line(new)
        start, end = entry.after, entry.end
        if is_block(entry.node):
            end = start
            for inner in entries(self.text, entry.node):
                self._remove(inner)
        elif written:
            start = entry.node.start_mark.index
        self._lift_comments(entry, start, end)
        self._put(start, f" {written}" if written and start == entry.after else written, end)
        if opens:
            _, *below = layout.lines_of(new, place, len(self.lines.margin(entry.start)), self.inline)
            self._put(self.lines.next(end), "".join(f"{line}\n" for line in below))

    def _lift_comments(self, entry: Entry, start: int, end: int) -> None:
        """Put the comments that stand within a value which goes above its key."""
        inside = [comment for at, comment in comments(self.text) if start <= at < end] if "#" in self.text[start:end] else []
        for comment in inside:
            self._put(self.lines.start(entry.start), f"{self.lines.margin(entry.start)}{comment}\n")

    def _put(self, start: int, new: str, end: int = 0) -> None:
        self.changes.append((start, max(start, end), new))


def _alike(old: Value, new: Value) -> bool:
    """Whether something of the old block is left in the new one, so that it can be changed entry by entry."""
    if isinstance(old, dict) and isinstance(new, dict):
        return bool(old.keys() & new.keys())
    return isinstance(old, list) and isinstance(new, list) and bool(new) and layout.holds_records(old) == layout.holds_records(new)


def _partners(old: Value, new: Value) -> dict[str | int, str | int]:
    """For each new key, in order, the old one that it continues: the same key, or the same or the changed item of a list."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: key for key in new if key in old}
    from difflib import SequenceMatcher

    before, after = (list(map(repr, items_of(value).values())) for value in (old, new))
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return {key: partner for _, i, end, j, last in steps for partner, key in zip(range(i, end), range(j, last), strict=False)}
