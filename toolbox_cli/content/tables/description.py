"""The small file beside figures that says what they are: source, period, definition, and which column and word means what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from toolbox_cli.content.answers import nearest
from toolbox_cli.content.file_reader import FileReader
from toolbox_cli.content.people import people_finder
from toolbox_cli.content.read import Parsed, Place, Value, read_yaml
from toolbox_cli.content.tables.header import role_named
from toolbox_cli.errors import ContentError
from toolbox_cli.evidence.people import people_in
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.evidence import Description, Event, Level
from toolbox_cli.search.reasons import origin_beside

KIND, VERSION = "cijfers", 1
TEXTS = ("source", "registered_by", "definition")
_HEAD = ("toolbox", "version")
_KEYS = (*_HEAD, *TEXTS, "period", "events", "places", "residents", "invited", "columns", "meaning")
MOST_SIGNS, MOST_NUMBER = 400, 20_000_000


def description_path(file: Path) -> Path:
    """Return where the description of a file of figures stands when nothing else is said: beside it."""
    return file.with_name(f"{file.name}.toolbox.yaml")


def read_description(path: Path, catalogue: Catalogue) -> Description:
    """Return what a description file says; raises ContentError with every fault in it."""
    reader = _Reader(read_yaml(path), catalogue)
    found = reader.description()
    if reader.problems:
        raise ContentError(reader.problems)
    return found


class _Reader(FileReader):
    """Reads a description."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        super().__init__(parsed)
        self.catalogue = catalogue
        self.people = people_finder(catalogue)

    def fault(self, place: Place, what: str) -> None:
        """Note a fault; a place that is named after a person is not repeated."""
        where = ".".join("…" if isinstance(step, str) and self.people(step) else str(step) for step in place)
        self.note(place, where, what)

    def description(self) -> Description:
        """What the file says."""
        values = self.parsed.values
        if not isinstance(values, dict) or values.get("toolbox") != KIND:
            self.fault((), f"dit is geen beschrijving van cijfers; schrijf bovenaan toolbox: {KIND}")
            return Description()
        if values.get("version") not in (None, str(VERSION)):
            self.fault(("version",), f"deze versie is onbekend; schrijf version: {VERSION}, of werk toolbox bij")
        self._only((), values, _KEYS)
        start, end = self._period(values.get("period"))
        return Description(
            **{key: self._text((key,), values.get(key)) for key in TEXTS},
            start=start,
            end=end,
            events=self._events(values.get("events")),
            places=self._levels("places", values.get("places"), start),
            residents=self._levels("residents", values.get("residents"), start),
            invited=self._invited(values.get("invited")),
            columns=self._columns(values.get("columns")),
            meaning=self._meaning(values.get("meaning")),
        )

    def _only(self, place: Place, values: Mapping[str, Value], keys: Sequence[str]) -> None:
        for key in values:
            if key not in keys:
                what = self.people(key) or f"dit veld bestaat niet; kies uit {', '.join(key for key in keys if key not in _HEAD)}"
                self.fault((*place, key), what)

    def _period(self, value: Value) -> tuple[date | None, date | None]:
        inner = self.mapping(("period",), value, "from en until")
        self._only(("period",), inner, ("from", "until"))
        start, end = (self.day(("period", key), inner.get(key)) for key in ("from", "until"))
        if start is not None and end is not None and end < start:
            self.fault(("period",), "until ligt voor from; wissel ze om")
        return start, end

    def _events(self, value: Value) -> tuple[Event, ...]:
        found = []
        for at, item in enumerate(self._list(("events",), value, "gebeurtenissen met elk een date en what")):
            place: Place = ("events", at)
            inner = self.mapping(place, item, "date en what")
            self._only(place, inner, ("date", "what"))
            on, what = self.day((*place, "date"), inner.get("date")), self._text((*place, "what"), inner.get("what"))
            if on is not None and what:
                found.append(Event(on, what))
            elif isinstance(item, dict) and (inner.get("date") is None or inner.get("what") is None):
                self.fault(place, "een gebeurtenis heeft een date en what, bijvoorbeeld {date: 2026-03-01, what: meldkaart in gebruik}")
        return tuple(sorted(found, key=lambda event: (event.on, event.what)))

    def _levels(self, key: str, value: Value, start: date | None) -> tuple[Level, ...]:
        if isinstance(value, str):
            number = self._number((key,), value)
            return () if number is None else (Level(start or date.min, number),)
        found: dict[date, Level] = {}
        for at, item in enumerate(self._list((key,), value, "één getal, of regels met since en number")):
            place: Place = (key, at)
            inner = self.mapping(place, item, "since en number")
            self._only(place, inner, ("since", "number"))
            since, number = self.day((*place, "since"), inner.get("since")), self._number((*place, "number"), inner.get("number"))
            if since is not None and since in found:
                self.fault((*place, "since"), "deze dag staat er twee keer; houd er één")
            if since is not None and number is not None:
                found[since] = Level(since, number)
            elif isinstance(item, dict) and (inner.get("since") is None or inner.get("number") is None):
                self.fault(place, "hier horen since en number te staan, bijvoorbeeld {since: 2026-01-01, number: 400}")
        return tuple(found[since] for since in sorted(found))

    def _invited(self, value: Value) -> dict[str, int]:
        found = {}
        for group, item in self.mapping(("invited",), value, "regels 'groep: aantal'").items():
            if what := self.people(group):
                self.fault(("invited", group), what)
            number = self._number(("invited", group), item)
            if number is not None:
                found[group] = number
        return found

    def _columns(self, value: Value) -> dict[str, str]:
        found: dict[str, str] = {}
        roles = [rule.id for rule in self.catalogue.evidence.columns]
        for said, item in self.mapping(("columns",), value, "regels 'rol: naam van de kolom'").items():
            role = role_named(self.catalogue.evidence, said)
            name = self._text(("columns", said), item)
            if role is None:
                self.fault(("columns", said), self.people(said) or f"deze rol bestaat niet; kies uit {', '.join(roles)}")
            elif role in found:
                self.fault(("columns", said), "deze rol staat er twee keer; houd er één")
            elif name:
                found[role] = name
        return found

    def _meaning(self, value: Value) -> dict[tuple[str, str], str]:
        found = {}
        for name, item in self.mapping(("meaning",), value, "vragen met daaronder regels 'woord in het bestand: antwoord'").items():
            question = self.catalogue.question_by_id.get(name)
            if question is None:
                self.fault(
                    ("meaning", name), self.people(name) or f"deze vraag bestaat niet; {nearest(name, self.catalogue.question_by_id)}"
                )
                continue
            options = [option.id for option in question.options]
            for word, choice in self.mapping(("meaning", name), item, "regels 'woord in het bestand: antwoord'").items():
                place: Place = ("meaning", name, word)
                if what := self.people(word):
                    self.fault(place, what)
                elif choice not in options:
                    self.fault(place, f"dit is geen antwoord op deze vraag; kies uit {', '.join(options)}")
                else:
                    found[name, word] = str(choice)
        return found

    def _list(self, place: Place, value: Value, holds: str) -> Sequence[Value]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(place, f"hier hoort een lijst te staan van {holds}")
            return []
        return value

    def _text(self, place: Place, value: Value) -> str:
        if value is None:
            return ""
        text = " ".join(value.split()) if isinstance(value, str) else ""
        fault = (
            "hier hoort één zin te staan"
            if not text
            else f"dit is te lang; houd het bij {MOST_SIGNS} tekens"
            if len(text) > MOST_SIGNS
            else "hier staan tekens die niet te lezen zijn; typ het opnieuw"
            if not text.isprintable()
            else self.people(text) or self._origin(text)
        )
        if fault:
            self.fault(place, fault)
        return "" if fault else text

    def _origin(self, text: str) -> str:
        """What is wrong with a text that says where people come from; their status may be said, the report warns for it then."""
        found = origin_beside(self.catalogue.wording, text, lambda word: people_in(self.catalogue.evidence.people, word))
        return f"'{found[0]}' zegt wie mensen zijn, niet wat er gebeurde; noem gedrag, plaats en tijd" if found else ""

    def _number(self, place: Place, value: Value) -> int | None:
        if value is None:
            return None
        digits = value.replace(".", "") if isinstance(value, str) else ""
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= 9 and 0 < int(digits) <= MOST_NUMBER):
            self.fault(place, "geef een heel getal boven nul, bijvoorbeeld 400")
            return None
        return int(digits)
