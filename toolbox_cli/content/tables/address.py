"""Whether places are addresses down to the house number. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from toolbox_cli.content.tables.text import clean

_STREET = (
    "straat", "str", "weg", "laan", "plein", "dreef", "kade", "gracht", "singel", "pad", "hof", "steeg", "dijk", "markt", "plantsoen",
    "baan", "park", "ring", "wal", "haven", "oord", "burg", "brink", "veld", "akker", "erf", "hoek", "kamp", "allee", "boulevard",
    "promenade", "wei", "weide", "poort", "brug", "straatje", "laantje", "passage", "galerij", "vaart", "zijde", "eind", "einde",
)  # fmt: skip
_ENDS = re.compile(rf"(?:{'|'.join(sorted(_STREET, key=len, reverse=True))})\.?$")
_NUMBER = re.compile(
    r"(?P<before>[^\d,]*[^\W\d_]{2,}[^\d,]*|(?:[0-9]{1,2}(?:e|de|ste)\b|['’]?[0-9]{2,4}\b)?[^\d,]*[^\W\d_]{3,}[^\d,]*)[ ,]+"
    r"(?P<number>[1-9]\d{0,3})"
    r"(?P<more> ?[-/+ ]? ?(?:[a-z]|hs|bis|bg|huis|rd|rood|zw|[ivx]{1,4}|\d{1,4}[a-z]?))?(?P<rest>,? .*|,.*)?",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<![\w])[1-9]\d{3} ?(?!sa\b|sd\b|ss\b)[a-z]{2}(?![\w])", re.IGNORECASE)
_NO_STREET = frozenset(
    [
        "perron",
        "spoor",
        "wijk",
        "buurt",
        "zone",
        "gate",
        "halte",
        "uitgang",
        "ingang",
        "lijn",
        "route",
        "gebied",
        "deelgebied",
        "sector",
        "blok",
        "gebouw",
        "hal",
        "vak",
        "district",
        "stadsdeel",
        "team",
        "poort",
        "verdieping",
        "etage",
        "kern",
        "locatie",
        "opvang",
        "opvanglocatie",
        "unit",
        "afdeling",
        "kamer",
        "vleugel",
        "paviljoen",
        "parkeerplaats",
        "parkeergarage",
        "garage",
        "p",
        "laag",
        "niveau",
        "kavel",
        "cluster",
        "rayon",
        "sectie",
        "ronde",
        "nummer",
        "nr",
        "bus",
        "tram",
        "trein",
        "metro",
        "fase",
        "terrein",
        "loods",
        "terminal",
        "pier",
        "rijksweg",
        "snelweg",
        "provincialeweg",
        "afrit",
        "knooppunt",
        "hectometerpaal",
        "hmp",
        "km",
        "a",
        "n",
        "winkel",
        "filiaal",
        "kassa",
        "groep",
        "postcode",
        "postcodegebied",
        "pc",
        "gemeente",
        "area",
        "nummer",
        "platform",
        "station",
        "stop",
        "floor",
        "building",
        "room",
        "store",
    ]
)
_SIDES = frozenset(["noord", "zuid", "oost", "west", "centrum", "midden"])
_BETWEEN = re.compile(
    r"[ ,]+(?:nr|no|nummer|huisnr|huisnummer|hnr|t\.?h\.?v|ter hoogte van|bij|t/o)\b\.?(?: (?:nr|nummer)\b\.?)?[ ]*(?=\d)", re.IGNORECASE
)
_NUMBER_FIRST = re.compile(rf"[1-9]\d{{0,3}}[a-df-z]? [^\d,]*(?:{'|'.join(_STREET)})", re.IGNORECASE)
_ERA = re.compile(r"['’]?(?:1[0-9]|20)?\d\d ?[-–/] ?['’]?(?:1[0-9]|20)?\d\d$")


class _Sort(IntEnum):
    NONE, PERHAPS, CERTAIN = range(3)


def is_house(place: str) -> bool:
    """Whether a place is certainly a house or a postcode of some houses: Dorpsstraat 12, Damrak 3a, 1234 AB."""
    return _sort_of(clean(place))[0] is _Sort.CERTAIN


def are_houses(places: Iterable[str]) -> bool:
    """Whether a column of places holds addresses down to the house number; decided on the different places in it."""
    found = [_sort_of(place) for place in {clean(place) for place in places}]
    certain = sum(sort is _Sort.CERTAIN for sort, _ in found)
    if certain >= 3 or (certain and certain >= 0.5 * len(found)):
        return True
    perhaps = {before for sort, before in found if sort is _Sort.PERHAPS}
    return len(perhaps) >= 3 and sum(sort is not _Sort.NONE for sort, _ in found) >= 0.5 * len(found)


def _sort_of(place: str) -> tuple[_Sort, str]:
    """How sure it is that a place is a house, and what stands before its number."""
    if _POSTCODE.search(place):
        return _Sort.CERTAIN, ""
    found = _NUMBER.fullmatch(_BETWEEN.sub(" ", place))
    if found is None:
        return (_Sort.CERTAIN if _NUMBER_FIRST.fullmatch(place) else _Sort.NONE), ""
    before, number = found["before"].strip(" ,").lower(), found["number"]
    more = (found["more"] or "").strip(" -/+")
    named = re.split(r"[ -]", before)
    if _is_era(named[-1], number, found["more"] or "") or named[-1] in _NO_STREET or (more in ("e", "de", "ste") and found["rest"]):
        return _Sort.NONE, ""
    if any(_ENDS.search(word) for word in named if word not in _SIDES):
        return _Sort.CERTAIN, before
    if named[0] in _NO_STREET or named[-1] in _SIDES:
        return _Sort.NONE, ""
    return (_Sort.CERTAIN if more and not more.isdigit() else _Sort.PERHAPS), before


def _is_era(last: str, number: str, more: str) -> bool:
    """Whether the number is one or two years: Plein 1940-1945, Plein '40-'45, Plein 1813."""
    if _ERA.fullmatch(f"{number}{more}".strip()) and int(number) >= 13 and last in ("plein", "laan", "monument", "park", "straat", "weg"):
        return True
    return len(number) == 4 and 1500 <= int(number) <= 2100 and not more.strip()
