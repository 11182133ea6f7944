"""Parts of a case file, each checked: one text, one day, one mapping; every fault in one list."""

from __future__ import annotations

from collections.abc import Mapping

from toolbox_cli.content.file_reader import FileReader
from toolbox_cli.content.people import about_people, without_people
from toolbox_cli.content.read import Parsed, Place, Value
from toolbox_cli.model.case import Certainty
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.search.reasons import origin_in


class PartReader(FileReader):
    """Reads parts of a case file."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        super().__init__(parsed)
        self.catalogue = catalogue

    def text(self, place: Place, value: Value) -> str:
        """Return the one word or sentence that stands here."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(place, "hier hoort één woord of zin te staan")
            return ""
        return value

    def prose(self, place: Place, value: Value) -> str:
        """What somebody wrote in words of their own: without personal data, and about what people do, not who they are."""
        faults = len(self.problems)
        text = self.registered(place, value)
        if len(self.problems) == faults and (words := origin_in(self.catalogue.wording, text)):
            self.fault(place, f"dit kan hier niet staan: '{words[0]}' zegt wie iemand is; noem gedrag, plaats en tijd")
        return text

    def registered(self, place: Place, value: Value) -> str:
        """Return how a registration calls itself or what it counts, without personal data; those words are not the user's own."""
        text = self.text(place, value)
        if text and (kinds := about_people(text, self.catalogue)):
            self.fault(place, kinds)
        return text

    def certainty(self, place: Place, value: Value) -> Certainty | None:
        """Return how certain somebody was."""
        if value is None:
            return None
        word = str(value).strip().lower()
        if word not in tuple(Certainty):
            self.fault(place, f"kies uit {', '.join(Certainty)}")
            return None
        return Certainty(word)

    def fault(self, place: Place, what: str, where: str | None = None) -> None:
        """Note what is wrong at this place; `where` when the place itself may not be repeated."""
        named = ".".join(str(step) for step in place if step != "answers" or len(place) == 1) if where is None else where
        self.note(place, named, what)

    def only(self, place: Place, values: Mapping[str, Value], keys: tuple[str, ...]) -> None:
        """Note each key that does not belong here."""
        for key in values:
            if key not in keys:
                what = about_people(key, self.catalogue) or "dit veld hoort hier niet; haal het weg"
                self.fault((*place, key), what, ".".join(map(str, (*place, without_people(key, self.catalogue)))))
