"""Rules for a municipality's own content: it says what it is, and adds to the shipped content without touching it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Measure, Origin, Partner, Practice
from toolbox_cli.search.names import plain

_NEVER = ("geen-herkomst", "geen-straf")
_NAMED = ("measures", "partners", "practices")


def _origin(catalogue: Catalogue) -> Iterator[Fault]:
    """What is own does not come from the toolbox and refuses nothing in the name of the law."""
    for field in ("measures", "partners"):
        for index, record in enumerate(getattr(catalogue, field)):
            if catalogue.is_own(record) and record.origin is not Origin.SUPPLEMENT:
                yield Fault(field, index, ("origin",), f"eigen inhoud is geen '{record.origin.value}'; schrijf '{Origin.SUPPLEMENT.value}'")
    for index, partner in enumerate(catalogue.partners):
        if catalogue.is_own(partner) and partner.annex:
            yield Fault("partners", index, ("annex",), "een eigen partner staat niet in bijlage I van de toolbox; haal dit weg")


def _sections(catalogue: Catalogue) -> Iterator[Fault]:
    """An example from the toolbox names its section; an own one has none."""
    for index, practice in enumerate(catalogue.practices):
        own = catalogue.is_own(practice)
        if not own and practice.section is None:
            yield Fault("practices", index, ("section",), "dit veld ontbreekt; vul het in")
        elif own and (practice.section is not None or practice.box):
            place = "box" if practice.section is None else "section"
            yield Fault("practices", index, (place,), "een eigen voorbeeld staat niet in de toolbox; haal 'section' en 'box' weg")


def _relations(catalogue: Catalogue) -> Iterator[Fault]:
    """An own relation is about an own measure: between two shipped ones nothing is added."""
    own = {
        name for measure in catalogue.measures if catalogue.is_own(measure) for name in (measure.id, *(one.id for one in measure.variants))
    }
    for index, relation in enumerate(catalogue.relations):
        if catalogue.is_own(relation) and own.isdisjoint(relation.forms):
            yield Fault("relations", index, ("forms",), "een eigen verband gaat over ten minste één eigen maatregel; noem die")


def _boa_of_own_powers(catalogue: Catalogue) -> Iterator[Fault]:
    """What an own record says about a boa is about own powers."""
    shipped = {power.id for power in catalogue.powers if not catalogue.is_own(power)}
    for index, record in enumerate(catalogue.boa_mandates):
        for at, name in enumerate(record.powers if catalogue.is_own(record) else ()):
            if name in shipped:
                what = f"over '{name}' zegt de meegeleverde inhoud al of een boa mag beslissen; noem alleen eigen bevoegdheden"
                yield Fault("boa_mandates", index, ("powers", at), what)


def _names_apart(catalogue: Catalogue) -> Iterator[Fault]:
    """An own measure, partner or example has no name under which a shipped one is looked up."""
    for field in _NAMED:
        records: tuple[Measure | Partner | Practice, ...] = getattr(catalogue, field)
        taken = {plain(name): record.id for record in records if not catalogue.is_own(record) for _, name in _names(record)}
        for index, record in enumerate(records):
            for place, name in _names(record) if catalogue.is_own(record) else ():
                if plain(name) in taken:
                    yield Fault(field, index, place, f"'{name}' is al een naam van '{taken[plain(name)]}'; kies een andere naam")


def _names_of_before(catalogue: Catalogue) -> Iterator[Fault]:
    """An own form has no name that a shipped one had: an older case may still mean that one."""
    changes = [version.forms for version in catalogue.history]
    gone = {name for one in changes for name in (*(item.old for item in one.renamed), *(item.id for item in one.removed))}
    for index, measure in enumerate(catalogue.measures):
        for at, variant in enumerate(measure.variants if catalogue.is_own(measure) else ()):
            if variant.id in gone:
                what = f"'{variant.id}' was eerder een meegeleverde variant (zie history.yaml); kies een andere id"
                yield Fault("measures", index, ("variants", at, "id"), what)


def _names(record: Measure | Partner | Practice) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("id",), record.id
    yield ("name",), record.name
    if isinstance(record, Partner):
        yield ("short",), record.short
    yield from ((("synonyms", at), name) for at, name in enumerate(record.synonyms))


def _exceptions(catalogue: Catalogue) -> Iterator[Fault]:
    """Own content makes no exception to what the product promises; only a contact point may look like somebody's number."""
    partners = {partner.id for partner in catalogue.partners if catalogue.is_own(partner)}
    for index, item in enumerate(catalogue.accepted):
        if catalogue.is_own(item) and item.check in _NEVER:
            yield Fault("accepted", index, ("check",), f"van '{item.check}' kan eigen inhoud niet afwijken; schrijf de zin anders")
        elif catalogue.is_own(item) and item.check == "persoonsgegevens" and item.record not in partners:
            yield Fault("accepted", index, ("record",), "alleen een eigen partner kan een nummer of adres van een meldpunt hebben")


OWN_CHECKS: tuple[Callable[[Catalogue], Iterable[Fault]], ...] = (
    _origin,
    _sections,
    _relations,
    _boa_of_own_powers,
    _names_apart,
    _names_of_before,
    _exceptions,
)
