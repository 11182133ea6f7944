"""Columns that turn out to be about people by what stands in them: refused by their kind, never repeated."""

from __future__ import annotations

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
_MOST, _SHORT, _FEW_LONG = 200, 60, 30


def label_guard(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what gives the label to show for a kind or a place: the label, or nothing when it is about a person or about origin."""
    from toolbox_cli.content.people import words_of
    from toolbox_cli.search.personal import personal_in
    from toolbox_cli.search.reasons import origin_in

    known: dict[str, str] = {}

    def shown(label: str) -> str:
        if label not in known:
            refused = personal_in(label, words_of(catalogue)) or origin_in(catalogue.wording, label)
            known[label] = "" if refused else label
        return known[label]

    return shown


def personal_content(cells: Iterable[str], shown: Callable[[str], str]) -> str:
    """Return what the cells of a column hold about people, or nothing; looks at a sample of different ones."""
    values = list(islice(dict.fromkeys(value for cell in cells if (value := clean(cell))), _MOST))
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
    long = [value for value in values if len(value) > _SHORT][:_FEW_LONG]
    return "vrije tekst met persoonsgegevens" if any(not shown(value) for value in long) else ""


def _numbers(values: Sequence[str]) -> Mapping[str, int]:
    """How many of the values hold a number of a person, by its kind."""
    counts: dict[str, int] = {}
    for value in values:
        for kind in {found.kind for found in numbers_in(flat(value).text)}:
            counts[kind] = counts.get(kind, 0) + 1
    return counts
