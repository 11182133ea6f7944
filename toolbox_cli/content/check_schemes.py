"""Grant schemes: bands without gaps, days in order, words that say the same as the days, and rules that are as certain as their sources."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from toolbox_cli.content.dates import spelled
from toolbox_cli.content.fault import Fault
from toolbox_cli.content.nearest import meant
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.scheme import Certainty, Days, Said, Scheme, SchemeRule

Wrong = tuple[tuple[str | int, ...], str]
OWN_READING = "eigen lezing"


def check_schemes(catalogue: Catalogue) -> Iterator[Fault]:
    """Everything that can be wrong within one scheme."""
    for index, scheme in enumerate(catalogue.schemes):
        yield from (Fault("schemes", index, place, what) for place, what in wrong_in(scheme))


def wrong_in(scheme: Scheme) -> Iterator[Wrong]:
    """Return what is wrong within a scheme, with its place in the record."""
    for check in _CHECKS:
        yield from check(scheme)


def rules_of(scheme: Scheme) -> Iterator[tuple[tuple[str | int, ...], SchemeRule]]:
    """Return every rule of a scheme with its place."""
    rules = scheme.rules
    for name in ("application", "costs", "outside", "vat", "purpose"):
        yield ("rules", name), getattr(rules, name)
    for name in ("parts", "duties"):
        yield from ((("rules", name, at), rule) for at, rule in enumerate(getattr(rules, name)))


def _bands_named(scheme: Scheme) -> Iterator[Wrong]:
    """A scheme names only bands it has, and each once."""
    names = [band.id for band in scheme.bands]
    yield from ((("bands", at, "id"), f"'{name}' bestaat al; geef een andere id") for at, name in enumerate(names) if name in names[:at])
    named = [(("no_agreement",), scheme.no_agreement), *((("joint_certain", at), name) for at, name in enumerate(scheme.joint_certain))]
    yield from ((place, f"'{name}' bestaat niet; {meant(name, names)}") for place, name in named if name not in names)


def _bands_join(scheme: Scheme) -> Iterator[Wrong]:
    """The bands cover every number of places from 0 on, once."""
    expected: int | None = 0
    for band in sorted(scheme.bands, key=lambda band: band.min_places or 0):
        if (band.min_places or 0) != expected:
            begin = "niet na een groep zonder bovengrens te staan" if expected is None else f"bij {expected} plekken te beginnen"
            yield ("bands",), f"groep '{band.id}' sluit niet aan; zij hoort {begin}"
        if band.max_places is not None and band.max_places < (band.min_places or 0):
            yield ("bands",), f"groep '{band.id}' eindigt voor haar begin"
        expected = None if band.max_places is None else band.max_places + 1
    if expected is not None:
        yield ("bands",), f"boven {expected - 1} plekken is er geen groep"


def _amounts(scheme: Scheme) -> Iterator[Wrong]:
    """Amounts are more than nothing and in whole cents, and no maximum is above the ceiling."""
    amounts = [
        (("ceiling_eur",), scheme.ceiling_eur),
        *((("bands", at, "maximum_eur"), band.maximum_eur) for at, band in enumerate(scheme.bands)),
    ]
    yield from (
        (place, "dit bedrag heeft delen van centen; schrijf hooguit twee cijfers achter de punt")
        for place, amount in amounts
        if amount * 100 % 1
    )
    for at, band in enumerate(scheme.bands):
        if not 0 < band.maximum_eur <= scheme.ceiling_eur:
            yield ("bands", at, "maximum_eur"), "dit bedrag hoort boven 0 en niet boven het plafond te liggen"


def _days_in_order(scheme: Scheme) -> Iterator[Wrong]:
    """A period ends after it starts, and has at least its last day."""
    for name, days in _periods(scheme):
        if days.start and days.end and days.end < days.start:
            yield ("rules", name, "until"), "de laatste dag ligt voor de eerste"
        if days.end is None and days.decides:
            yield ("rules", name, "until"), "geef de laatste dag, of zet certainty op 'niet gelezen'"
    if scheme.rules.application.start and scheme.rules.costs.end and scheme.rules.costs.end < scheme.rules.application.start:
        yield ("rules", "costs", "until"), "de kosten eindigen voordat er kan worden aangevraagd; controleer de dagen"


def _words_agree(scheme: Scheme) -> Iterator[Wrong]:
    """The words name the same days; a last day may also be written as 'tot' or 'vóór' the day after."""
    for name, days in _periods(scheme):
        told = scheme.window if name == "application" else scheme.cost_period
        field = "window" if name == "application" else "cost_period"
        for text, place in ((told, (field,)), (days.text, ("rules", name, "text"))):
            if days.start and not _names(text, days.start):
                yield place, f"deze tekst noemt {spelled(days.start)} niet, de eerste dag in rules.{name}"
            if days.end and not _names_end(text, days.end):
                yield place, f"deze tekst noemt {spelled(days.end)} niet, de laatste dag in rules.{name}"


def _periods(scheme: Scheme) -> tuple[tuple[str, Days], ...]:
    return ("application", scheme.rules.application), ("costs", scheme.rules.costs)


def _names(text: str, day: date) -> bool:
    """Whether the day is in the text; the year may be left out when it stands behind a later day of the same year."""
    full = spelled(day)
    return full in text or (full.removesuffix(f" {day.year}") in text and str(day.year) in text)


def _names_end(text: str, day: date) -> bool:
    after = spelled(day + timedelta(days=1))
    return _names(text, day) or any(f"{word} {after}" in text for word in ("tot", "vóór"))


def _certain_as_sources(scheme: Scheme) -> Iterator[Wrong]:
    """What was read has a source other than our own reading; what was not, says so; what is unknown is not read."""
    for place, rule in rules_of(scheme):
        own = OWN_READING in rule.source
        if rule.certainty is Certainty.READ and set(rule.source) == {OWN_READING}:
            yield (*place, "source"), "wat gelezen is, heeft een bron; noem die, of schrijf certainty: eigen lezing"
        if rule.certainty is not Certainty.READ and not own:
            yield (*place, "source"), f"bij '{rule.certainty.value}' hoort ook de bron 'eigen lezing'"
    outside, vat = scheme.rules.outside, scheme.rules.vat
    unread = "wat onbekend is, kan niet gelezen zijn; schrijf certainty: niet gelezen"
    if outside.required is Said.UNKNOWN and outside.decides:
        yield ("rules", "outside", "required"), unread
    if vat.counts is Said.UNKNOWN and vat.decides:
        yield ("rules", "vat", "counts"), unread


def _parts_once(scheme: Scheme) -> Iterator[Wrong]:
    """No two parts or duties have the same id, a yearly day exists in every year, and nothing is both paid and not paid."""
    for name in ("parts", "duties"):
        ids = [item.id for item in getattr(scheme.rules, name)]
        twice = [at for at, item in enumerate(ids) if item in ids[:at]]
        yield from ((("rules", name, at, "id"), f"'{ids[at]}' bestaat al; geef een andere id") for at in twice)
    for at, duty in enumerate(scheme.rules.duties):
        if duty.yearly and not _in_every_year(duty.yearly):
            yield ("rules", "duties", at, "yearly"), "deze dag bestaat niet in elk jaar; schrijf maand en dag, bijvoorbeeld 07-15"
    for at, item in enumerate(scheme.rules.purpose.pays_not):
        if item in scheme.rules.purpose.pays:
            yield ("rules", "purpose", "pays_not", at), f"'{item}' staat ook bij pays; houd er één"


def _in_every_year(text: str) -> bool:
    month, number = map(int, text.split("-"))
    return number <= monthrange(2001, month)[1]


_CHECKS: tuple[Callable[[Scheme], Iterator[Wrong]], ...] = (
    _bands_named,
    _bands_join,
    _amounts,
    _days_in_order,
    _words_agree,
    _certain_as_sources,
    _parts_once,
)
