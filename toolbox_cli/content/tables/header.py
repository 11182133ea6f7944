"""Where the header of a table is, what its columns are called, and what each of them is for. Pure; the words are data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolbox_cli.content.tables.naming import column_labels
from toolbox_cli.content.tables.text import clean, letter, without_brackets, words
from toolbox_cli.errors import ToolboxError
from toolbox_cli.model.evidence import ColumnRule, EvidenceRules, PersonalColumn

HEADER_ROWS = 40
LONGEST_NAME = 60
_WHEN = ("moment", "day", "time", "year", "month")
_RANK_PARTLY = 1000
_LONGEST_COLUMN = 4
_COUNTS = frozenset({"aantal", "number", "totaal"})


@dataclass(frozen=True)
class Header:
    """The columns of a table: place of the header row (0 is the first row), names, role → place, and what was refused by name.

    `recognised` says that the names really are names of columns, so that they can be shown. `spare` are the other columns that have a
    name of a role, best first.
    """

    place: int
    names: tuple[str, ...]
    roles: Mapping[str, int]
    personal: Mapping[int, PersonalColumn]
    spare: Mapping[str, tuple[int, ...]]
    recognised: bool


class Names:
    """The names of columns that the rules know."""

    def __init__(self, rules: EvidenceRules) -> None:
        self.rules = rules
        self.roles = {rule.id: rule for rule in rules.columns}
        self._full = {_squeezed(word): (rule, rank) for rule in reversed(rules.columns) for rank, word in _ranked(rule)}
        self._wild = [(rule, rank, _pattern(word)) for rule in rules.columns for rank, word in _ranked(rule) if "*" in word]
        self._people = {_squeezed(word): rule for rule in reversed(rules.personal) for word in rule.words if "*" not in word}
        self._people_wild = [(rule, _pattern(word)) for rule in rules.personal for word in rule.words if "*" in word]
        self._people_words = [(rule, f" {words(word)} ") for rule in rules.personal for word in rule.words if "*" not in word]

    def count(self, row: Sequence[str]) -> int:
        """Return how much in a row is a known name: roles count double, and days and times more than that."""
        if not 1 <= sum(bool(cell) for cell in row) <= 1000:
            return 0
        roles = {found[0].id for cell in row if cell and len(cell) <= LONGEST_NAME and (found := self.role(cell)) is not None}
        people = sum(1 for cell in row if cell and len(cell) <= LONGEST_NAME and self._exactly_person(cell) is not None)
        return 2 * len(roles) + people + 2 * bool(roles.intersection(_WHEN))

    def role(self, name: str) -> tuple[ColumnRule, int] | None:
        """Return the role that goes by this whole name, and how good the name is (0 is best)."""
        for said in dict.fromkeys((words(name), words(without_brackets(name)))):
            for squeezed in (_squeezed(said), _squeezed(_without_number(said))):
                if squeezed and squeezed in self._full:
                    return self._full[squeezed]
            for rule, rank, pattern in self._wild:
                if pattern.fullmatch(said):
                    return rule, rank
        return None

    def role_in(self, name: str) -> tuple[ColumnRule, int] | None:
        """Return the role of which a word stands in the name, and how good the word is; none when another word there speaks against it."""
        said = f" {words(name)} "
        for rule in self.rules.columns:
            if not rule.in_part or any(f" {words(word)} " in said for word in rule.unless):
                continue
            for rank, word in _ranked(rule):
                if len(word) > 2 and "*" not in word and f" {words(word)} " in said:
                    return rule, _RANK_PARTLY + rank
        return None

    def is_later(self, role: str, name: str) -> bool:
        """Whether a column tells when something was reported, and not when it happened."""
        rule = self.roles.get(role)
        later = rule.later if rule is not None else ()
        return any(_pattern(word).fullmatch(said) for said in words(name).split(" ") for word in later)

    def person(self, name: str) -> PersonalColumn | None:
        """Return the kind of personal data that a column with this name holds."""
        exactly = self._exactly_person(name)
        if exactly is not None or self.role(name) is not None:
            return exactly
        said = words(name).split(" ")
        if len(said) > _LONGEST_COLUMN or said[0] in _COUNTS:  # a question of a survey, or a number of people
            return None
        return next((rule for rule, word in self._people_words if word in f" {' '.join(said)} "), None)

    def known(self, name: str) -> bool:
        """Whether this whole name is one that columns have."""
        return self.role(name) is not None or self._exactly_person(name) is not None

    def _exactly_person(self, name: str) -> PersonalColumn | None:
        for said in dict.fromkeys((words(name), words(without_brackets(name)))):
            if (found := self._people.get(_squeezed(said))) is not None:
                return found
            if self.role(name) is None and (wild := next((rule for rule, pattern in self._people_wild if pattern.fullmatch(said)), None)):
                return wild
        return None


def _ranked(rule: ColumnRule) -> Sequence[tuple[int, str]]:
    return list(enumerate(rule.words))


def _squeezed(text: str) -> str:
    return words(text).replace(" ", "")


def _without_number(said: str) -> str:
    """The name without a number in front of it: 3 datum."""
    return re.sub(r"^\d+ ", "", said)


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(words(part)) for part in word.split("*")).replace(r"\ ", r"\s+"))


def header_of(
    file: str,
    rows: Sequence[Sequence[str]],
    first: int,
    names: Names,
    given: Mapping[str, str],
    header: int | None,
    *,
    survey: bool = False,
    named: Callable[[str], str] = str,
) -> Header:
    """Return the header of a table: on the row that was given, or the row in which most names of columns are known.

    `given` says which column has which role. A name for which `named` gives nothing is about a person, and is not in the header.
    A survey may have a header in which nothing is known: then it is the first full row.
    """
    place, known = _place(file, rows, first, names, given, header, survey=survey)
    cells = list(rows[place])
    while cells and not clean(cells[-1]):
        cells.pop()
    width = max(len(cells), _usual_size(rows[place + 1 :]), 1)
    shown = _unique([clean(cell)[:LONGEST_NAME] for cell in cells] + [""] * (width - len(cells)))
    personal = {at: rule for at, name in enumerate(cells) if clean(name) and (rule := names.person(name)) is not None}
    roles, spare = _roles(cells, names, personal)
    recognised = known >= 4 or len(roles) >= 2
    told = column_labels(shown, names.known, named)
    taken = _given(file, shown, names, given, personal, told if recognised else ())
    if taken:
        kept = {role: at for role, at in roles.items() if role not in taken and at not in taken.values()}
        roles = {**kept, **taken}
        spare = {role: tuple(at for at in places if at not in taken.values()) for role, places in spare.items() if role not in taken}
    return Header(place, told, roles, personal, spare, recognised)


def role_named(rules: EvidenceRules, said: str) -> str | None:
    """Return the id of the role that a user calls so: by its id or its label."""
    wanted = words(said)
    return next((rule.id for rule in rules.columns if wanted in (words(rule.id), words(rule.label))), None)


def _place(
    file: str, rows: Sequence[Sequence[str]], first: int, names: Names, given: Mapping[str, str], header: int | None, *, survey: bool
) -> tuple[int, int]:
    """The place of the header row, and how much in it is known."""
    if header is not None:
        place = header - first
        if not 0 <= place < len(rows) or not any(clean(cell) for cell in rows[place]):
            raise ToolboxError(f"{file}: rij {header} is leeg of bestaat niet", "Geef met --header het nummer van de rij met kolomnamen.")
        return place, names.count(rows[place])
    wanted = {words(name) for name in given.values()}
    scores = [names.count(row) + 10 * sum(words(cell) in wanted for cell in row if cell and wanted) for row in rows[:HEADER_ROWS]]
    best = max(scores, default=0)
    if best >= 4 or (best and not survey):
        return scores.index(best), best
    usual = _usual_size(rows)
    full = [at for at, row in enumerate(rows[:HEADER_ROWS]) if sum(bool(clean(cell)) for cell in row) >= max(1, min(usual, 2))]
    return (full[0] if full else 0), 0


def _usual_size(rows: Sequence[Sequence[str]]) -> int:
    """How many cells, without empty ones at the end, the longest of the usual rows has: a size that one in ten rows has."""
    sizes = []
    for row in rows[:400]:
        size = len(row)
        while size and not row[size - 1].strip():
            size -= 1
        if size:
            sizes.append(size)
    return max((size for size in set(sizes) if sizes.count(size) >= max(2, 0.1 * len(sizes))), default=0)


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names with a letter for one that is empty, and a number behind one that was there already."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for at, name in enumerate(names):
        whole = name or f"kolom {letter(at)}"
        seen[whole.casefold()] = times = seen.get(whole.casefold(), 0) + 1
        found.append(whole if times == 1 else f"{whole} ({times})")
    return tuple(found)


def _roles(cells: Sequence[str], names: Names, personal: Mapping[int, PersonalColumn]) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """The best column per role, and the other ones that have a name of it, best first."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    for read in (names.role, names.role_in):
        taken = {at for found in ranked.values() for _, at in found}
        for at, cell in enumerate(cells):
            name = clean(cell)
            if at not in personal and at not in taken and name and (found := read(name)) is not None:
                ranked.setdefault(found[0].id, []).append((found[1], at))
    ordered = {role: [at for _, at in sorted(found)] for role, found in ranked.items()}
    return {role: found[0] for role, found in ordered.items()}, {role: tuple(found[1:]) for role, found in ordered.items() if found[1:]}


def _given(
    file: str, shown: Sequence[str], names: Names, given: Mapping[str, str], personal: Mapping[int, PersonalColumn], told: Sequence[str]
) -> dict[str, int]:
    """The columns that were named for a role; `told` are the names that may be shown."""
    found = {}
    for said, name in given.items():
        role = role_named(names.rules, said)
        if role is None:
            known = ", ".join(rule.id for rule in names.rules.columns)
            raise ToolboxError(f"een kolom kan geen '{said}' zijn", f"Kies uit: {known}.")
        at = next((at for at, one in enumerate(shown) if words(one) == words(name) and words(name)), None)
        if at is None:
            hint = f"Kolommen in dit bestand: {listed(told)}." if told else "Geef met --header het nummer van de rij met kolomnamen."
            raise ToolboxError(f"{file}: geen kolom '{name}'", hint)
        if at in personal:
            hint = "Kies een kolom zonder persoonsgegevens."
            raise ToolboxError(f"{file}: de kolom '{name}' wordt niet gebruikt ({personal[at].label})", hint)
        found[role] = at
    return found


def listed(names: Sequence[str], most: int = 30) -> str:
    """Return names of columns in a row, at most so many."""
    return ", ".join(names[:most]) + (f" en nog {len(names) - most}" if len(names) > most else "")


Shown = Callable[[str], str]
