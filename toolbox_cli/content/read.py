"""YAML to plain values with line numbers. Every scalar is text; what surprises is refused.

Built on the parser's events, so depth, anchors and size are checked before anything is built in memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from toolbox_cli.errors import ContentError, Problem, in_dutch

Value = str | None | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
TOO_DEEP = "dit bestand is te diep genest"
NO_YAML = "dit is geen geldige YAML: controleer inspringing, dubbele punten en haken"

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENS = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSES = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


@dataclass(frozen=True)
class Parsed:
    """The values of one file and the line of every place in it."""

    file: str
    values: Value
    lines: dict[Place, int]

    def line_of(self, place: Place) -> int | None:
        """The line of the place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place)


def read_yaml(path: Path, shown_as: str = "") -> Parsed:
    """Read one file; raises ContentError with line numbers for everything a user can mend."""
    name = shown_as or str(path)
    return parse_yaml(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Return the text of a file in UTF-8; raises ContentError that says what is wrong with it."""
    try:
        if path.is_dir():
            raise _fault(name, None, "dit is een map; geef een bestand")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _fault(name, None, "dit bestand bestaat niet; controleer de naam en de map") from None
    except OSError as error:
        raise _fault(name, None, f"dit bestand kan niet worden gelezen ({in_dutch(error)})") from None
    if len(raw) > MAX_BYTES:
        raise _fault(name, None, "dit bestand is te groot (meer dan 5 MB)")
    if b"\x00" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _fault(name, None, "dit is geen tekstbestand")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _fault(name, line, "dit bestand is niet in UTF-8 opgeslagen; kies 'UTF-8' bij Opslaan als") from None


def parse_yaml(text: str, name: str) -> Parsed:
    """Parse the text of one document; `name` is what problems call the file."""
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        too_deep = "nesting depth" in (error.problem or "")  # PyYAML 6.0.4 and newer stop on their own, after 1000 levels
        raise _fault(name, line, TOO_DEEP if too_deep else NO_YAML) from None
    except yaml.YAMLError:
        raise _fault(name, None, "dit bestand bevat tekens die niet in YAML mogen") from None
    if builder.problems:
        raise ContentError(builder.problems)
    return Parsed(name, builder.root, builder.lines)


def _fault(name: str, line: int | None, what: str) -> ContentError:
    problem = Problem(name, line, "", what)
    return ContentError([problem], str(problem))


@dataclass
class _Open:
    """A list or mapping that is being filled."""

    value: list[Value] | dict[str, Value]
    place: Place
    key: str | None = None
    skip: bool = False


@dataclass
class _Builder:
    """Takes parser events one by one and builds values, lines and problems."""

    name: str
    root: Value = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event; the most frequent kinds first."""
        line = (event.start_mark.line if event.start_mark else 0) + 1
        if isinstance(event, _OPENS):
            self._refuse_extras(event, line)
            self._open_or_put(event, line)
        elif isinstance(event, _CLOSES):
            self.stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _fault(self.name, line, "dit bestand bevat meer dan één document (---); maak er één van")
        elif isinstance(event, yaml.AliasEvent):
            raise _fault(self.name, line, "verwijzingen (*) zijn niet toegestaan; schrijf de tekst uit")

    def _refuse_extras(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            raise _fault(self.name, line, "ankers (&) zijn niet toegestaan; schrijf de tekst uit")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _fault(self.name, line, "tags (!) zijn niet toegestaan; haal ze weg")
        if len(self.stack) >= MAX_DEPTH:
            raise _fault(self.name, line, TOO_DEEP)

    def _open_or_put(self, event: yaml.NodeEvent, line: int) -> None:
        if self._expects_key():
            self._take_key(event, line)
            return
        if isinstance(event, yaml.ScalarEvent):
            empty = not event.style and event.value in ("", "~", "null")
            self._put(None if empty else event.value, line)
            return
        value: list[Value] | dict[str, Value] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self.stack.append(_Open(value, self._put(value, line)))

    def _expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _take_key(self, event: yaml.NodeEvent, line: int) -> None:
        top = self.stack[-1]
        if not isinstance(event, yaml.ScalarEvent):
            raise _fault(self.name, line, "een sleutel moet een gewoon woord zijn")
        top.key = event.value
        top.skip = event.value in top.value
        if top.skip:
            self.problems.append(Problem(self.name, line, event.value, "deze sleutel staat er twee keer; houd er één"))

    def _put(self, value: Value, line: int) -> Place:
        if not self.stack:
            self.root = value
            self.lines[()] = line
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            place: Place = (*top.place, len(top.value))
            top.value.append(value)
        else:
            key = top.key or ""
            place = (*top.place, key)
            if not top.skip:
                top.value[key] = value
            top.key = None
        self.lines.setdefault(place, line)
        return place
