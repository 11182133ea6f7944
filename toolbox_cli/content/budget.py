"""A budget file (YAML, CSV or a workbook) and the file with the parts of an application; every fault in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from toolbox_cli.content.budget_values import FIELDS, Fault, LineReader, applicant_from
from toolbox_cli.content.file_reader import FileReader
from toolbox_cli.content.people import people_finder
from toolbox_cli.content.read import Parsed, Place, Value, parse_yaml, read_text
from toolbox_cli.model.budget import Applicant, Budget, BudgetLine, There
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.search.names import plain

KIND, VERSION, LINES = "begroting", "1", "regels"
APPLICATION, PARTS, APPLICANTS = "aanvraag", "onderdelen", "gemeenten"
MOST_LINES = 1000
NO_NUMBER = "hier hoort geen rekeningnummer; schrijf aanwezig, ontbreekt of onbekend, en toets het nummer met --check-iban"
_YAML = (".yaml", ".yml")
_HEAD = ("toolbox", "version")


def read_budget(path: Path, catalogue: Catalogue, parts: frozenset[str] | None = None) -> Budget:
    """Return the budget in a file; raises ContentError with every fault in it. `parts` are the known parts of an application."""
    if path.suffix.lower() not in _YAML:
        from toolbox_cli.content.budget_table import read_table_budget

        return read_table_budget(path, catalogue)
    reader = _reader(path, catalogue)
    root = reader.root(KIND, (LINES, APPLICANTS, PARTS))
    lines = reader.lines(root.get(LINES))
    applicants = reader.applicants(root.get(APPLICANTS))
    reader.strangers(lines, applicants)
    found = reader.parts(root.get(PARTS), (PARTS,), parts_known(catalogue) if parts is None else parts)
    reader.finish()
    return Budget(file=path.name, lines=lines, applicants=applicants, parts=found)


def read_application(path: Path, catalogue: Catalogue, parts: frozenset[str] | None = None) -> dict[str, There]:
    """Return what a file says of the parts of an application; raises ContentError with every fault in it."""
    reader = _reader(path, catalogue)
    root = reader.root(APPLICATION, (PARTS,))
    found = reader.parts(root.get(PARTS), (PARTS,), parts_known(catalogue) if parts is None else parts)
    reader.finish()
    return found


def parts_known(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of the parts that any scheme asks for."""
    return frozenset(part.id for scheme in catalogue.schemes for part in scheme.rules.parts)


def text_finder(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what says why a text cannot be kept: about a person, who people are, or what the law does not allow; empty when it can."""
    from toolbox_cli.search.guard import Place as Asked
    from toolbox_cli.search.guard import guard_of, refusal_of
    from toolbox_cli.search.languages import without_languages
    from toolbox_cli.search.reasons import origin_in

    people, guard = people_finder(catalogue), guard_of(catalogue.wording)

    def told(text: str) -> str:
        if found := people(text):
            return found
        said = without_languages(catalogue.wording.languages, text)
        if words := origin_in(catalogue.wording, said):
            return f"'{words[0]}' zegt wie mensen zijn; noem gedrag, plaats en tijd, of wat u koopt (zoals: tolk Arabisch)"
        refusal = refusal_of(guard, said, Asked.SEARCH)
        return f"dit kan niet: {refusal.asked}; toolbox measure {refusal.measure} zegt waarom" if refusal else ""

    return told


def _reader(path: Path, catalogue: Catalogue) -> _Reader:
    return _Reader(parse_yaml(read_text(path, str(path)), str(path)), catalogue)


class _Reader(FileReader):
    """Reads a budget or an application in YAML."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        super().__init__(parsed)
        self.line_reader = LineReader(catalogue, text_finder(catalogue))

    def fault(self, place: Place, what: str) -> None:
        """Note what is wrong at this place; people count from 1."""
        where = ".".join(str(step + 1) if isinstance(step, int) else step for step in place)
        self.note(place, where, what)

    def root(self, kind: str, keys: tuple[str, ...]) -> dict[str, Value]:
        """The keys at the top; anything else than the kind of file that was asked for ends the reading."""
        root = self.parsed.values
        if not isinstance(root, dict) or root.get("toolbox") != kind:
            self.fault((), f"dit is geen {kind} voor toolbox; schrijf bovenaan toolbox: {kind} en version: {VERSION}")
            self.finish()
        assert isinstance(root, dict)
        if root.get("version") != VERSION:
            self.fault(("version",), f"deze versie is niet bekend; schrijf version: {VERSION}")
        for key in root:
            if key not in (*_HEAD, *keys):
                self.fault((key,), self._unknown(key, keys))
        return root

    def _unknown(self, key: str, keys: tuple[str, ...]) -> str:
        return NO_NUMBER if plain(key) == "iban" else f"dit veld bestaat niet; wat hier kan: {', '.join(keys)}"

    def lines(self, value: Value) -> tuple[BudgetLine, ...]:
        if not isinstance(value, list) or not value:
            self.fault((LINES,), f"hier hoort een lijst te staan: schrijf onder {LINES}: elke regel met een streepje")
            return ()
        if len(value) > MOST_LINES:
            self.fault((LINES,), f"dit zijn meer dan {MOST_LINES} regels; tel kleine posten bij elkaar op")
            return ()
        read = [self.line_reader.line(at + 1, raw, self._at(place)) for at, place, raw in self._records(value, (LINES,), FIELDS)]
        return tuple(line for line in read if line is not None)

    def applicants(self, value: Value) -> tuple[Applicant, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault((APPLICANTS,), "hier hoort een lijst te staan, met per gemeente naam en plekken")
            return ()
        read = [
            applicant_from(self.line_reader, raw, self._at(place))
            for _, place, raw in self._records(value, (APPLICANTS,), ("naam", "plekken"))
        ]
        return tuple(item for item in read if item is not None)

    def _at(self, place: Place) -> Fault:
        """What notes a fault in a field of what stands at this place."""
        return lambda field, what: self.fault((*place, field), what)

    def strangers(self, lines: tuple[BudgetLine, ...], applicants: tuple[Applicant, ...]) -> None:
        """A line of a municipality that is not among those that apply; where none are named, any may be."""
        known = {item.name for item in applicants}
        for line in lines:
            if known and line.municipality is not None and line.municipality not in known:
                self.fault((LINES, line.number - 1, "gemeente"), f"deze gemeente staat niet bij {APPLICANTS}; controleer de naam")

    def _records(self, values: list[Value], place: Place, fields: tuple[str, ...]) -> Iterator[tuple[int, Place, Mapping[str, str]]]:
        for at, value in enumerate(values):
            inner = (*place, at)
            if not isinstance(value, dict):
                self.fault(inner, f"hier horen velden te staan: {', '.join(fields)}")
                continue
            for key, said in value.items():
                if key not in fields:
                    self.fault((*inner, key), self._unknown(key, fields))
                elif said is not None and not isinstance(said, str):
                    self.fault((*inner, key), "hier hoort één waarde te staan, geen lijst")
            yield at, inner, {key: said for key, said in value.items() if key in fields and isinstance(said, str)}

    def parts(self, value: Value, place: Place, known: frozenset[str]) -> dict[str, There]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fault(place, f"hier horen onderdelen te staan: {', '.join(sorted(known))}")
            return {}
        states = {item.value: item for item in There}
        found = {}
        for key, said in value.items():
            if key not in known:
                self.fault((*place, key), f"dit onderdeel bestaat niet; wat hier kan: {', '.join(sorted(known))}")
            elif said is None:
                found[key] = There.UNKNOWN
            elif not isinstance(said, str) or said.strip().casefold() not in states:
                self.fault((*place, key), NO_NUMBER if plain(key) == "iban" else f"kies uit {', '.join(states)}")
            else:
                found[key] = states[said.strip().casefold()]
        return found
