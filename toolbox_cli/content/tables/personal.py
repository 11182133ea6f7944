"""Columns that turn out to be about people by what stands in them: refused by their kind, never repeated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from toolbox_cli.content.tables.text import clean
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.search.flat import flat
from toolbox_cli.search.personal_numbers import ACCOUNT, BIRTH, BSN, DOCUMENT, FOREIGN, MAIL, PHONE, numbers_in

_LABELS = {
    BSN: "burgerservicenummers", FOREIGN: "V-nummers", PHONE: "telefoonnummers", MAIL: "mailadressen", ACCOUNT: "rekeningnummers",
    DOCUMENT: "nummers van een paspoort of andere documenten", BIRTH: "geboortedata",
}  # fmt: skip
PEOPLE = "lijkt op gegevens over personen of hun herkomst"
_MOST, _SHORT, _FEW_LONG, _SENTENCE = 200, 60, 30, 4
_YEAR_FIRST = re.compile(r"20[0-3]\d\d{4,10}")  # a year and a number: a case, whatever else has as many digits


def label_guard(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what gives the label to show for a kind or a place: the label, or nothing when it is about a person or about origin."""
    from toolbox_cli.content.people import words_of
    from toolbox_cli.evidence.people import people_in
    from toolbox_cli.search.personal import personal_in
    from toolbox_cli.search.reasons import origin_in

    rules = catalogue.evidence.people
    known: dict[str, str] = {}

    def shown(label: str) -> str:
        if label not in known:
            refused = personal_in(label, words_of(catalogue)) or origin_in(catalogue.wording, label) or people_in(rules, label)
            known[label] = "" if refused else label
        return known[label]

    return shown


def name_guard(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what gives the name of a file or column back, or nothing when it is about a person; it may say whom it is about in general."""
    from toolbox_cli.content.people import words_of
    from toolbox_cli.search.personal import personal_in

    words = words_of(catalogue)
    return lambda text: "" if personal_in(text, words) else text


def personal_content(cells: Iterable[str], shown: Callable[[str], str], *, strict: bool = False) -> str:
    """Return what the cells of a column hold about people, or nothing; looks at a sample of different ones.

    In a column that is not used (`strict`) one value is enough when it fills the column, or when it is a sentence.
    """
    values = _different(cells)
    if not values:
        return ""
    hits = _numbers(values)
    numeric = sum(value.replace(" ", "").isdigit() for value in values) > 0.5 * len(values)
    for kind, count in hits.items():
        if count > (0.5 * len(values) if numeric or kind == BSN else 0):
            return _LABELS[kind]
    short = [value for value in values if len(value) <= _SHORT and any(sign.isalpha() or sign in "-/." for sign in value)]
    refused = sum(not shown(value) for value in short)
    if refused >= 2 and refused > 0.5 * len(short):
        return PEOPLE
    if strict and (refused == len(values) or any(len(value.split()) >= _SENTENCE and not shown(value) for value in short)):
        return PEOPLE
    long = [value for value in values if len(value) > _SHORT][:_FEW_LONG]
    return "vrije tekst met persoonsgegevens" if any(not shown(value) for value in long) else ""


def personal_numbers(cells: Iterable[str], shown: Callable[[str], str]) -> str:
    """Return what most cells of a column of case numbers hold about people, or nothing."""
    values = [value for value in _different(cells) if not _YEAR_FIRST.fullmatch(value)]
    often = [kind for kind, count in _numbers(values).items() if count > 0.5 * len(values)]
    if often:
        return _LABELS[often[0]]
    named = [value for value in values if sum(sign.isalpha() for sign in value) > 0.5 * len(value)]
    return PEOPLE if named and sum(not shown(value) for value in named) > 0.5 * len(values) else ""


def _different(cells: Iterable[str]) -> list[str]:
    return list(islice(dict.fromkeys(value for cell in cells if (value := clean(cell))), _MOST))


def _numbers(values: Sequence[str]) -> Mapping[str, int]:
    """How many of the values hold a number of a person, by its kind."""
    counts: dict[str, int] = {}
    for value in values:
        for kind in {found.kind for found in numbers_in(flat(value).text)}:
            counts[kind] = counts.get(kind, 0) + 1
    return counts
