"""One line of a budget file: what was written, to values; a fault never repeats what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from toolbox_cli.content.dates import day_of
from toolbox_cli.model.budget import Applicant, BudgetLine, Vat, Where
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.scheme import Said
from toolbox_cli.search.names import plain

FIELDS = (
    "omschrijving", "maatregel", "probleem", "bedrag", "btw", "btw_tarief", "van", "tot_en_met", "waar", "andere_subsidie", "prioriteit",
    "gemeente",
)  # fmt: skip
ABSENT = ("", "onbekend", "?", "-", "niet ingevuld", "n.v.t.")
MOST_SIGNS, MOST_PRIORITY, MOST_PLACES = 300, 999, 100_000
MOST_EUR = Decimal(100_000_000)
_DUTCH = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d{1,2}|,-)?", re.ASCII)
_POINT = re.compile(r"\d+\.\d{1,2}", re.ASCII)
_RATE = re.compile(r"(\d{1,2}|100)(?:[.,](\d{1,2}))?\s?%?", re.ASCII)
_YEARS = range(2016, 2100)

Fault = Callable[[str, str], None]
_Choice = TypeVar("_Choice", bound=StrEnum)


class LineReader:
    """Reads lines one by one; `amounts_of_sheet` says that a full stop in an amount stands for the decimals, as a workbook has it."""

    def __init__(self, catalogue: Catalogue, told: Callable[[str], str], *, amounts_of_sheet: bool = False) -> None:
        self.told = told
        self.forms = _names(catalogue)
        self.refusals = _refusals(catalogue)
        self.sheet = amounts_of_sheet

    def line(self, number: int, raw: Mapping[str, str], fault: Fault) -> BudgetLine | None:
        """Return the line, or None when it has faults; each is given to `fault` with the name of the field."""
        found: list[str] = []

        def wrong(field: str, what: str) -> None:
            found.append(field)
            fault(field, what)

        line = BudgetLine.model_construct(
            number=number,
            description=self.text(raw, "omschrijving", wrong) or "",
            measure=self._measure(raw, wrong),
            problem=self.text(raw, "probleem", wrong),
            amount_eur=self._amount(raw, wrong),
            vat=_choice({"btw": _whole_word(raw.get("btw", ""))}, "btw", Vat, Vat.UNKNOWN, wrong),
            vat_rate=_rate(raw, wrong, sheet=self.sheet),
            start=_day(raw, "van", wrong),
            end=_day(raw, "tot_en_met", wrong),
            where=_choice(raw, "waar", Where, Where.UNKNOWN, wrong),
            other_grant=_choice(raw, "andere_subsidie", Said, Said.UNKNOWN, wrong),
            priority=_whole(raw, "prioriteit", 1, MOST_PRIORITY, wrong),
            municipality=self.text(raw, "gemeente", wrong),
        )
        if not line.description and "omschrijving" not in found:
            wrong("omschrijving", "dit veld ontbreekt; schrijf waar het geld voor is")
        _together(line, wrong)
        return None if found else line

    def text(self, raw: Mapping[str, str], field: str, wrong: Fault) -> str | None:
        """Return the text of a field as it may be kept, or None when it is not given."""
        text = " ".join(raw.get(field, "").split())
        if text.casefold() in ABSENT:
            return None
        what = _unusable(text) or self.told(text)
        if what:
            wrong(field, what)
            return None
        return text

    def _measure(self, raw: Mapping[str, str], wrong: Fault) -> str | None:
        text = raw.get("maatregel", "").strip()
        if text.casefold() in ABSENT:
            return None
        wanted = plain(text)
        if wanted in self.refusals:
            wrong("maatregel", "deze maatregel kan niet volgens de wet; toolbox measure zegt waarom en wat wel kan")
            return None
        if wanted not in self.forms:
            wrong("maatregel", f"deze maatregel bestaat niet; {_nearest(wanted, self.forms)}")
            return None
        return self.forms[wanted]

    def _amount(self, raw: Mapping[str, str], wrong: Fault) -> Decimal:
        """The amount; nothing when it is wrong, and then the line is not used."""
        amount, what = amount_from(raw.get("bedrag", ""), sheet=self.sheet)
        if amount is None:
            wrong("bedrag", what)
        return amount or Decimal("0.00")


def is_absent(text: str) -> bool:
    """Whether a field says that nothing is known of it."""
    return " ".join(text.split()).casefold() in ABSENT


def amount_from(text: str, *, sheet: bool = False) -> tuple[Decimal | None, str]:
    """Return an amount in euros to the cent, or None with what is wrong; never by way of a float."""
    typed = "".join(text.replace("EUR", "").replace("€", "").split())
    if typed.casefold() in ABSENT:
        return None, "het bedrag ontbreekt; een regel zonder bedrag kan niet worden opgeteld"
    if typed.startswith(("-", "−", "(")):
        return None, "een bedrag onder 0 kan niet; laat inkomsten weg, of meld een andere subsidie bij andere_subsidie"
    if sheet and "," not in typed and re.fullmatch(r"\d+\.\d{3,}", typed, re.ASCII):
        return None, "dit getal heeft meer dan twee cijfers achter de komma; rond het in het rekenblad af op centen"
    if _DUTCH.fullmatch(typed):
        amount = Decimal(typed.replace(".", "").removesuffix(",-").replace(",", "."))
    elif _POINT.fullmatch(typed):
        amount = Decimal(typed)
    elif re.fullmatch(r"[\d.]*[.,]\d{3,}", typed, re.ASCII):
        return None, "dit bedrag heeft meer dan twee cijfers achter de komma; schrijf hele centen, bijvoorbeeld 1.250,50"
    else:
        return None, "dit is geen bedrag; schrijf bijvoorbeeld 1250,50 of 1.250,50"
    if amount >= MOST_EUR:
        return None, "dit bedrag is 100 miljoen euro of meer; controleer het"
    return amount.quantize(Decimal("0.01")), ""


def applicant_from(reader: LineReader, raw: Mapping[str, str], wrong: Fault) -> Applicant | None:
    """Return a municipality with its places: a number, `geen` without an agreement with the COA, or unknown."""
    name = reader.text(raw, "naam", wrong)
    places = raw.get("plekken", "").strip().casefold()
    if name is None:
        if is_absent(raw.get("naam", "")):
            wrong("naam", "de naam van de gemeente ontbreekt")
        return None
    if places == "geen":
        return Applicant(name=name, agreement=Said.NO)
    count = _whole(raw, "plekken", 0, MOST_PLACES, wrong, "; of schrijf geen (geen bestuursovereenkomst)")
    return Applicant(name=name, places=count, agreement=Said.UNKNOWN if count is None else Said.YES)


def _together(line: BudgetLine, wrong: Fault) -> None:
    """What only shows when fields are read together."""
    if line.start and line.end and line.end < line.start:
        wrong("tot_en_met", "de laatste dag ligt voor de eerste")
    if line.vat is Vat.NONE and line.vat_rate:
        wrong("btw_tarief", "btw is 'geen'; laat het tarief weg, of schrijf bij btw inclusief of exclusief")


def _unusable(text: str) -> str:
    if not text.isprintable():
        return "schrijf gewone tekst, zonder onzichtbare tekens"
    if text.startswith(("=", "@", "+", "-")):
        return "deze tekst begint als een formule; begin met een woord"
    return f"dit zijn {len(text)} tekens; schrijf het korter, hooguit {MOST_SIGNS}" if len(text) > MOST_SIGNS else ""


def _choice(raw: Mapping[str, str], field: str, kind: type[_Choice], absent: _Choice, wrong: Fault) -> _Choice:
    text = raw.get(field, "").strip().casefold()
    if text in ABSENT:
        return absent
    known = {item.value: item for item in kind}
    if text not in known:
        wrong(field, f"kies uit {', '.join(known)}")
    return known.get(text, absent)


def _whole_word(text: str) -> str:
    """Return 'incl.', 'excl. btw' and the like as the word that is meant."""
    short = text.strip().casefold().removesuffix("btw").strip(" .")
    return {"incl": Vat.INCLUDED.value, "excl": Vat.EXCLUDED.value}.get(short, short or text)


def _rate(raw: Mapping[str, str], wrong: Fault, *, sheet: bool) -> Decimal | None:
    """Return the rate in percent; a workbook has 21% as 0.21, and elsewhere a rate below 1 is asked about."""
    text = raw.get("btw_tarief", "").strip()
    if text.casefold() in ABSENT:
        return None
    found = _RATE.fullmatch(text)
    if not found:
        wrong("btw_tarief", "dit is geen tarief; schrijf bijvoorbeeld 21 of 9")
        return None
    rate = Decimal(f"{found[1]}.{found[2] or 0}")
    if 0 < rate < 1 and not sheet:
        wrong("btw_tarief", "dit is minder dan 1%; schrijf hele procenten, bijvoorbeeld 21")
        return None
    return rate * 100 if 0 < rate < 1 else rate


def _day(raw: Mapping[str, str], field: str, wrong: Fault) -> date | None:
    text = raw.get(field, "").strip().removesuffix(" 00:00:00")
    if text.casefold() in ABSENT:
        return None
    try:
        found = day_of(text)
    except ValueError:
        wrong(field, "deze dag bestaat niet")
        return None
    if found is None or found.year not in _YEARS:
        wrong(field, "dit is geen dag; schrijf bijvoorbeeld 2023-06-01 of 1-6-2023")
        return None
    return found


def _whole(raw: Mapping[str, str], field: str, least: int, most: int, wrong: Fault, hint: str = "") -> int | None:
    text = raw.get(field, "").strip()
    if text.casefold() in ABSENT:
        return None
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not least <= int(text) <= most:
        wrong(field, f"schrijf een geheel getal van {least} tot en met {most}{hint}")
        return None
    return int(text)


def _names(catalogue: Catalogue) -> dict[str, str]:
    """Every name of a measure or form with its id; an id goes before a name, a measure before a form."""
    usable = [measure for measure in catalogue.measures if measure.origin is not Origin.REFUSAL]
    found: dict[str, str] = {}
    for measure in usable:
        for name in (measure.id, measure.name, *measure.synonyms):
            found.setdefault(plain(name), measure.id)
        for variant in measure.variants:
            found.setdefault(plain(variant.id), variant.id)
            found.setdefault(plain(variant.name), variant.id)
    return found


def _refusals(catalogue: Catalogue) -> frozenset[str]:
    refused = [measure for measure in catalogue.measures if measure.origin is Origin.REFUSAL]
    return frozenset(plain(name) for measure in refused for name in (measure.id, measure.name, *(item.id for item in measure.variants)))


def _nearest(wanted: str, known: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(wanted, list(known), n=1, cutoff=0.7)
    return f"bedoelt u '{known[near[0]]}'?" if near else "toolbox measure noemt alle maatregelen"
