"""Numbers and addresses that belong to a person. Names cannot be recognised; these can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import texts_of
from toolbox_cli.model.catalogue import Catalogue

_NUMBER_OR_ADDRESS = re.compile(r"[\d@]")  # each of the patterns needs one; most texts have neither
_PHONE = re.compile(r"(?<![\w/.-])(?:(?:\+|00)31[ -]?\d{1,3}|0\d{1,3})[ -]?\d{3,4}(?:[ -]?\d{2,4}){0,2}(?![\w-])")
_MAIL = re.compile(r"\b[\w-]+\.[\w.-]+@[\w.-]+", re.IGNORECASE)
_NINE = re.compile(r"(?<![\d/.-])\d{9}(?![\d-])")
_FOREIGN = re.compile(r"\b[Vv]-?(?:nummer|nr\.?)\W{0,3}\d{3}[ .]?\d{3}[ .]?\d{4}\b|(?<![\d/.-])\d{10}(?![\d-])")
_BORN = re.compile(r"\b(?:geboren|geb\.?|geboortedatum)\W[^.\n]{0,25}?\b(?:19|20)\d{2}\b", re.IGNORECASE)


def personal_data(text: str, contacts: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return what looks like somebody's data, each with its kind; `contacts` are numbers and addresses of a desk."""
    if not _NUMBER_OR_ADDRESS.search(text):
        return ()
    found: list[tuple[str, str]] = []
    for kind, pattern in (("een mailadres van een persoon", _MAIL), ("een V-nummer", _FOREIGN), ("een geboortedatum", _BORN)):
        found += [(kind, match.group()) for match in pattern.finditer(text)]
    found += [("een burgerservicenummer", match.group()) for match in _NINE.finditer(text) if is_bsn(match.group())]
    taken = {value for _, value in found}
    phones = (match.group().strip() for match in _PHONE.finditer(text))
    found += [("een telefoonnummer", phone) for phone in phones if phone not in taken and sum(sign.isdigit() for sign in phone) >= 10]
    return tuple((kind, value) for kind, value in found if value not in contacts)


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven test of the burgerservicenummer."""
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=False))
    return len(digits) == 9 and digits != "0" * 9 and weighed % 11 == 0


def nobody_named(catalogue: Catalogue) -> Iterator[Fault]:
    """No record holds a number, address or birth date of a person."""
    for field in type(catalogue).model_fields:
        if field == "fingerprints":  # hashes; nine digits in a row mean nothing there
            continue
        records = getattr(catalogue, field)
        for index, record in enumerate(records) if isinstance(records, tuple) else ((None, records),):
            for place, key, text in texts_of(record):
                if key in ("url", "bwb_id", "contacts"):
                    continue
                for kind, value in personal_data(text, catalogue.wording.contacts):
                    what = _SOMEBODY_OWN if catalogue.is_own(record) else _SOMEBODY
                    yield Fault(field, index, place, what.format(value, kind))


_SOMEBODY = "'{}' lijkt op {}; haal het weg, of zet een meldpunt bij 'contacts' in wording.yaml"
_SOMEBODY_OWN = "'{}' lijkt op {}; haal het weg, of zet dit onderdeel, als het een meldpunt is, met de reden bij 'accepted' in wording.yaml"
