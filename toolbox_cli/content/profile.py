"""The profile file of a municipality: read with every fault in one list, and written so that the remarks in it stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolbox_cli.analysis.history import Now, answer_now, question_now
from toolbox_cli.analysis.profile_fields import ANSWER, ANSWERS, CONTACTS, Field, fields_of, lacking
from toolbox_cli.content.answers import nearest
from toolbox_cli.content.edit import edited
from toolbox_cli.content.files import write_atomically
from toolbox_cli.content.layout import Wanted, rendered
from toolbox_cli.content.people import people_finder
from toolbox_cli.content.profile_value import words_from
from toolbox_cli.content.read import Parsed, Place, Value, parse_yaml, read_text
from toolbox_cli.errors import ContentError, Problem, ToolboxError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.profile import Profile, ProfileKind, Words
from toolbox_cli.model.question import UNKNOWN, Kind

KIND, VERSION = "gemeenteprofiel", 1
HEADER = """\
# Gemeenteprofiel voor toolbox: feiten over de gemeente die voor elke zaak gelden. Geen namen of andere persoonsgegevens.
# Alles mag leeg blijven of 'onbekend' zijn. Bekijken: toolbox profile show. Aanvullen: toolbox profile.
"""
_HEAD = ("toolbox", "version", "content")


def read_profile(path: Path, catalogue: Catalogue) -> Profile:
    """Return what a profile file holds; raises ContentError with every fault in it."""
    text = read_text(path, str(path))
    reader = _Reader(parse_yaml(text, str(path)), catalogue)
    values = dict(reader.values())
    profile = Profile(values, path.name)
    reader.strays(profile)
    if reader.problems:
        raise ContentError(reader.problems)
    return profile


def write_profile(path: Path, catalogue: Catalogue, profile: Profile) -> None:
    """Write a profile to its file, keeping the remarks in it; raises ToolboxError when that cannot be done."""
    old = read_text(path, str(path)) if path.is_file() else ""
    text = profile_text(catalogue, profile, old, str(path))
    if text == old:
        return
    try:
        write_atomically(path, text)
    except ToolboxError as error:
        raise ToolboxError(error.message, "Kies met --file een bestand in een map waar u mag schrijven.") from None


def profile_text(catalogue: Catalogue, profile: Profile, old: str = "", name: str = "") -> str:
    """Return the text of a profile file; with an old text only what is different changes, and remarks stay."""
    wanted = wanted_of(catalogue, profile)
    return edited(old, wanted, name=name) if old else HEADER + rendered(wanted)


def wanted_of(catalogue: Catalogue, profile: Profile) -> dict[str, Wanted]:
    """Return a profile as the plain values of its file, in the order of the fields."""
    filled = [field for field in fields_of(catalogue) if profile.words(field.name)]
    noted = {field.rule for field in filled if field.is_note}
    found: dict[str, Wanted] = {"toolbox": KIND, "version": str(VERSION), "content": catalogue.edition.version}
    for field in sorted(filled, key=lambda field: field.place[0] in (ANSWERS, CONTACTS)):
        alone = field.place[0] == ANSWERS and field.rule not in noted
        _put(found, field.place[:-1] if alone else field.place, _plain(field, profile.words(field.name)))
    return found


def _put(found: dict[str, Wanted], place: tuple[str, ...], value: Wanted) -> None:
    """Put a value at its place, making the mappings around it."""
    inner = found
    for step in place[:-1]:
        within = inner.setdefault(step, {})
        assert isinstance(within, dict)
        inner = within
    inner[place[-1]] = value


def _plain(field: Field, words: Words) -> Wanted:
    many = field.asks is not None and field.asks.kind is Kind.CHOICES and words != (UNKNOWN,)
    return list(words) if many else words[0]


class _Reader:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        self.parsed, self.catalogue = parsed, catalogue
        self.fields = {field.place: field for field in fields_of(catalogue)}
        self.known = {place[:size] for place in self.fields for size in range(1, len(place))}
        self.places: dict[str, Place] = {}
        self.problems: list[Problem] = []
        self.version = ""
        self.people = people_finder(catalogue)

    def fault(self, place: Place, what: str) -> None:
        where = ".".join(str(step) for step in place if step != ANSWERS or len(place) == 1)
        self.problems.append(Problem(self.parsed.file, self.parsed.line_of(place), where, what))

    def values(self) -> Iterator[tuple[str, Words]]:
        """What is noted, by the name of the field."""
        root = self.parsed.values
        if root is None:
            return
        if not isinstance(root, dict) or root.get("toolbox") != KIND:
            self.fault((), f"dit is geen gemeenteprofiel; schrijf bovenaan toolbox: {KIND}, of maak er een met toolbox profile")
            return
        self._version(root.get("version"))
        made_with = root.get("content")
        self.version = made_with if isinstance(made_with, str) else ""
        for key, value in root.items():
            if key not in _HEAD:
                yield from self._at((key,), (key,), value)

    def strays(self, profile: Profile) -> None:
        """Notes on a rule that is not there, or of which nothing is known."""
        for field in self.fields.values():
            if profile.words(field.name) and (first := lacking(field, profile)):
                what = f"dit kan alleen als bij {first[0]} staat: {' of '.join(first[1]) or 'een antwoord'}; zet dat erbij of haal dit weg"
                self.fault(self.places[field.name], what)

    def _version(self, version: Value) -> None:
        if version in (None, str(VERSION)):
            return
        newer = isinstance(version, str) and version.isdecimal() and len(version) < 10 and int(version) > VERSION
        self.fault(
            ("version",),
            f"dit profiel is gemaakt met een nieuwere toolbox (versie {version}); werk toolbox bij"
            if newer
            else f"deze versie is onbekend; schrijf version: {VERSION}",
        )

    def _at(self, place: tuple[str, ...], now: tuple[str, ...], value: Value) -> Iterator[tuple[str, Words]]:
        """What is noted at one place and below it; `now` is that place by the names of now. An answer may stand without its key."""
        short = (*now, ANSWER)
        if now in self.fields:
            yield from self._field(self.fields[now], place, value)
        elif short in self.fields and not isinstance(value, dict):
            yield from self._field(self.fields[short], place, value)
        elif now not in self.known:
            self.fault(place, self._unknown(place))
        elif isinstance(value, dict):
            for key, inner in value.items():
                name = self._question_now((*place, key)) if place == (ANSWERS,) else key
                if name:
                    yield from self._at((*place, key), (*now, name), inner)
        elif value is not None:
            self.fault(place, f"hier horen regels te staan, bijvoorbeeld {self._below(now)[0]}: …")

    def _question_now(self, place: tuple[str, ...]) -> str:
        """What a question is called now; empty, with a fault that says why, when it is gone."""
        now = question_now(self.catalogue, self.version, place[-1])
        if now.id is None:
            instead = f"; zet in plaats daarvan {' of '.join(now.instead)}" if now.instead else "; haal haar weg"
            self.fault(place, f"deze vraag is vervallen in inhoud {now.since}: {now.because}{instead}")
        return now.id or ""

    def _words_now(self, field: Field, place: Place, texts: list[str]) -> list[str] | None:
        """The words by the names of now; None, with a fault that says why, when one is gone."""
        question = field.fact.choices_of or (field.rule if field.name == field.rule else "")
        found = [answer_now(self.catalogue, self.version, question, text) if question else Now(text) for text in texts]
        for text, now in zip(texts, found, strict=True):
            if now.id is None:
                instead = f"; zet in plaats daarvan {' of '.join(now.instead)}" if now.instead else "; haal het weg"
                self.fault(place, f"het antwoord '{text}' is vervallen in inhoud {now.since}: {now.because}{instead}")
        return None if any(now.id is None for now in found) else [now.id for now in found if now.id is not None]

    def _field(self, field: Field, place: Place, value: Value) -> Iterator[tuple[str, Words]]:
        if value is None:
            return
        texts = value if isinstance(value, list) else [value]
        if not texts or not all(isinstance(text, str) for text in texts) or (isinstance(value, list) and not self._many(field)):
            self.fault(place, "hier hoort een antwoord te staan" + (" of een lijst met antwoorden" if self._many(field) else ""))
            return
        named = self._words_now(field, place, [text for text in texts if isinstance(text, str)])
        if named is None:
            return
        words, fault = words_from(self.catalogue, field, named, self.people)
        if words is None:
            self.fault(place, fault)
            return
        if field.name in self.places:
            self.fault(place, f"dit staat er twee keer; houd {field.name}")
            return
        self.places[field.name] = place
        yield field.name, words

    def _many(self, field: Field) -> bool:
        return field.fact.kind is ProfileKind.CHOICES

    def _unknown(self, place: tuple[str, ...]) -> str:
        below = self._below(place[:-1])
        if len(place) == 2 and place[0] == ANSWERS and place[1] in self.catalogue.question_by_id:
            return "deze vraag gaat over één zaak en niet over de gemeente; zet haar in het bestand van die zaak"
        near = nearest(place[-1], below)
        return f"dit veld bestaat niet; {near if near.startswith('bedoelt') else 'toolbox profile show noemt alle velden'}"

    def _below(self, place: tuple[str, ...]) -> list[str]:
        """The keys that can stand in the mapping at this place."""
        size = len(place)
        return list(dict.fromkeys(known[size] for known in self.fields if len(known) > size and known[:size] == place))
