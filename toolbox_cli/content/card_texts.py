"""The texts of the card that says where to report, in another language: a file to fill in, read with every fault in one list."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from toolbox_cli.content.file_reader import FileReader
from toolbox_cli.content.nearest import meant
from toolbox_cli.content.people import words_of
from toolbox_cli.content.read import Parsed, Value, parse_yaml, read_text
from toolbox_cli.errors import ContentError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.report_card import CardTexts
from toolbox_cli.rules.words import pattern_of, plain
from toolbox_cli.search.personal_names import NAME

KIND = "meldkaartteksten"
LTR, RTL = "ltr", "rtl"
MOST_MORE, MOST_TIMES = 25, 2  # a translation may be so much longer than the Dutch text, or the card no longer fits
_HEAD = ("toolbox", "language", "name", "direction", "dutch", "texts")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ROOM = re.compile(r"\{[^{}]*\}|[{}]")
_NUMBER = re.compile(r"\d+")
_JOINERS = "\u200c\u200d"  # Persian and some Indian scripts cannot be written without


def read_card_texts(path: Path, catalogue: Catalogue) -> CardTexts:
    """Return the texts in a file; raises ContentError with every fault in it."""
    return parse_card_texts(read_text(path, str(path)), catalogue, str(path))


def parse_card_texts(text: str, catalogue: Catalogue, name: str) -> CardTexts:
    """Return the texts in the text of a file, which faults call `name`; raises ContentError with every fault in it."""
    return _Reader(parse_yaml(text, name), catalogue).texts()


def card_template(catalogue: Catalogue) -> str:
    """Return a file to fill in: each text by its name, with the Dutch text above it."""
    lines = [
        "# Teksten van de meldkaart in een andere taal. Vul de vertaling in tussen de aanhalingstekens.",
        "# De Nederlandse tekst staat er steeds boven.",
        "# Wat bij behaviour staat, komt midden in een zin: begin met een kleine letter als de taal dat doet.",
        "# Laat wat tussen accolades staat precies zo staan. Noem gedrag, nooit wie iemand is. Laat de vertaling nakijken.",
        f"toolbox: {KIND}",
        "# De taal als code, bijvoorbeeld en, de, fr of ar; de naam van de taal; en ltr (van links naar rechts) of rtl (andersom).",
        'language: ""',
        'name: ""',
        f"direction: {LTR}",
        "# Van welke Nederlandse tekst dit de vertaling is. Verandert die later, dan zegt toolbox dat. Laat dit staan.",
        f'dutch: "{dutch_mark(catalogue)}"',
        "texts:",
    ]
    for key, dutch in catalogue.report_card.texts().items():
        lines += [f"  # {dutch}", f'  {key}: ""']
    return "\n".join(lines) + "\n"


def dutch_mark(catalogue: Catalogue) -> str:
    """Return eight signs that change with any Dutch text of the card."""
    texts = catalogue.report_card.texts()
    return hashlib.sha256("\n".join(f"{key} {text}" for key, text in texts.items()).encode()).hexdigest()[:8]


class _Reader(FileReader):
    """Reads the texts of a card."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        super().__init__(parsed)
        self.catalogue = catalogue
        self.dutch = catalogue.report_card.texts()
        self.words = words_of(catalogue)

    def texts(self) -> CardTexts:
        """The texts; raises ContentError when something is wrong."""
        root = self.parsed.values
        if not isinstance(root, dict) or root.get("toolbox") != KIND:
            self.fault((), f"dit is geen bestand met teksten voor de meldkaart; schrijf bovenaan toolbox: {KIND}")
            raise ContentError(self.problems)
        for key in root:
            if key not in _HEAD:
                self.fault((key,), f"dit hoort hier niet; bovenaan staan alleen {', '.join(_HEAD)}")
        language, name, direction = self._head(root)
        found = dict(self._texts(root.get("texts")))
        self.finish()
        unsure = tuple(self._unsure(root.get("dutch"), found))
        return CardTexts(language, name, direction == RTL, found, unsure, Path(self.parsed.file).name)

    def _head(self, root: dict[str, Value]) -> tuple[str, str, str]:
        language, name, direction = (self._word(root, key) for key in ("language", "name", "direction"))
        if not _LANGUAGE.fullmatch(language):
            self.fault(("language",), "geef de taal als code: en, de, fr, ar")
        elif language.split("-")[0] == "nl":
            self.fault(("language",), "de Nederlandse kaart staat in meldkaart.yaml; een bestand is voor een andere taal")
        if not name:
            self.fault(("name",), "geef de naam van de taal, bijvoorbeeld English")
        elif what := self._not_shown(name):
            self.fault(("name",), what)
        if direction not in (LTR, RTL):
            self.fault(("direction",), f"schrijf {LTR} (van links naar rechts) of {RTL} (van rechts naar links)")
        return language, name, direction

    def _word(self, root: dict[str, Value], key: str) -> str:
        value = root.get(key)
        return value.strip() if isinstance(value, str) else ""

    def _texts(self, values: Value) -> Iterator[tuple[str, str]]:
        if not isinstance(values, dict):
            self.fault(("texts",), "hier horen de teksten te staan, elk achter haar naam")
            return
        for key in values:
            if key not in self.dutch:
                self.fault(("texts", key), f"deze tekst bestaat niet; {meant(key, self.dutch, 'haal haar weg')}")
        for key, dutch in self.dutch.items():
            value = values.get(key)
            if key not in values:
                self.fault(("texts", key), f"deze tekst ontbreekt: '{dutch}'")
            elif not isinstance(value, str) or not value.strip():
                self.fault(("texts", key), f"deze tekst is leeg; vertaal '{dutch}'")
            elif what := self._wrong(" ".join(value.split()), dutch):
                self.fault(("texts", key), what)
            else:
                yield key, " ".join(value.split())

    def _wrong(self, text: str, dutch: str) -> str:
        """What is wrong with a translation; empty when nothing is."""
        wanted, given = sorted(_ROOM.findall(dutch)), sorted(_ROOM.findall(text))
        if wanted != given:
            return (
                f"laat {' en '.join(wanted)} precies één keer staan"
                if wanted
                else f"haal {given[0]} weg; hier hoort niets tussen accolades"
            )
        if added := [number for number in _NUMBER.findall(text) if number not in _NUMBER.findall(dutch)]:
            return f"het getal {added[0]} staat niet in de Nederlandse tekst; nummers zet toolbox er zelf in"
        if len(text) > (most := MOST_TIMES * len(dutch) + MOST_MORE):
            return f"dit is te lang voor de kaart ({len(text)} tekens); houd het bij {most}"
        return self._not_shown(text)

    def _not_shown(self, text: str) -> str:
        """Why a text cannot stand on a public card; empty when it can."""
        if not "".join(sign for sign in text if sign not in _JOINERS).isprintable():
            return "hier staan tekens die niet te zien zijn; typ het opnieuw"
        return self._about_people(text) or self._about_origin(text)

    def _about_people(self, text: str) -> str:
        """Numbers and addresses, and listed names; other words with a capital are no names in every language, so those are only doubted."""
        from toolbox_cli.search.personal import kinds_of, personal_in

        found = personal_in(text, self.words)
        sure = tuple(one for one in found if one.kind != NAME or self._is_listed(text[one.start : one.end]))
        return f"hier staat {kinds_of(sure)}; haal dat weg" if sure else ""

    def _is_listed(self, name: str) -> bool:
        return bool((self.words.first | self.words.surname) & set(name.lower().split()))

    def _may_name_somebody(self, text: str, dutch: str) -> bool:
        """Whether there may be a name, in Latin letters, that the Dutch text does not have: in other letters nothing is known of names."""
        from toolbox_cli.search.personal import personal_in

        found = personal_in(text.replace(dutch, ""), self.words)
        return any(one.kind == NAME and re.search("[A-Za-z]", text[one.start : one.end]) for one in found)

    def _about_origin(self, text: str) -> str:
        from toolbox_cli.evidence.people import people_in
        from toolbox_cli.search.reasons import origin_in

        refused = self.catalogue.report_card.refused
        said = pattern_of(refused.unless).sub(" ", plain(text))
        foreign = [match.group() for match in pattern_of(refused.foreign).finditer(said)]
        found = [*foreign, *origin_in(self.catalogue.wording, text), *people_in(self.catalogue.evidence.people, said)]
        return f"'{found[0]}' zegt wie mensen zijn; noem alleen gedrag en plaats" if found else ""

    def _unsure(self, mark: Value, found: dict[str, str]) -> Iterator[str]:
        """What is no fault, and a translator should look at again."""
        if mark != dutch_mark(self.catalogue):
            yield "de Nederlandse tekst is veranderd sinds deze vertaling; vergelijk ze met de teksten van nu"
        same = [key for key, text in found.items() if text == self.dutch[key] and " " in text]
        if same:
            yield f"niet vertaald, gelijk aan het Nederlands: {', '.join(same)}"
        named = [key for key, text in found.items() if self._may_name_somebody(text, self.dutch[key])]
        if named:
            yield f"kijk of hier geen naam van een persoon staat: {', '.join(named)}"
