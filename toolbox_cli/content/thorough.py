"""The checks that take longer than reading: for `content check` and for building, not for every command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from toolbox_cli.analysis.citations import record_id
from toolbox_cli.content.check_conditions import conditions_possible, leads_possible
from toolbox_cli.content.check_draft import considerations_used
from toolbox_cli.content.check_overlap import conditions_apart, facts_apart, texts_apart
from toolbox_cli.content.check_personal import nobody_named
from toolbox_cli.content.check_reach import grades_reached, questions_matter
from toolbox_cli.content.check_wording import no_origin, no_punishment, terms_known, wording_refers
from toolbox_cli.content.fault import Fault
from toolbox_cli.model.base import Record
from toolbox_cli.model.catalogue import Catalogue

THOROUGH: Mapping[str, Callable[[Catalogue], Iterable[Fault]]] = {
    "voorwaarde-mogelijk": conditions_possible,
    "reden-mogelijk": leads_possible,
    "voorwaarde-dubbel": conditions_apart,
    "feit-dubbel": facts_apart,
    "tekst-dubbel": texts_apart,
    "vraag-zonder-gevolg": questions_matter,
    "oordeel-bereikbaar": grades_reached,
    "overweging-gebruikt": considerations_used,
    "woorden": wording_refers,
    "geen-straf": no_punishment,
    "woordenlijst": terms_known,
    "geen-herkomst": no_origin,
    "persoonsgegevens": nobody_named,
}

PROMISED: Mapping[str, Callable[[Catalogue, Callable[[Record], bool]], Iterable[Fault]]] = {
    "geen-straf": no_punishment,
    "geen-herkomst": no_origin,
    "persoonsgegevens": nobody_named,
}


def check_thoroughly(catalogue: Catalogue) -> tuple[Fault, ...]:
    """Return what rots silently, without what the content accepts with a reason; an acceptance that nothing needs is a fault too."""
    needed: set[tuple[str, str]] = set()
    accepted = {(item.check, item.record) for item in catalogue.accepted}
    found = []
    for name, fault in _all(catalogue):
        key = (name, _record(catalogue, fault))
        if key in accepted:
            needed.add(key)
        else:
            found.append(fault)
    return (*found, *_stale(catalogue, needed))


def check_promises(catalogue: Catalogue) -> tuple[Fault, ...]:
    """Return where own content does what the product promises never to do, without what is accepted.

    Own content is held to it at each command; the shipped content was when the package was built, and is by `content check`.
    """
    accepted = {(item.check, item.record) for item in catalogue.accepted}
    found = ((name, fault) for name, check in PROMISED.items() for fault in check(catalogue, catalogue.is_own))
    return tuple(fault for name, fault in found if (name, _record(catalogue, fault)) not in accepted)


def _all(catalogue: Catalogue) -> Iterator[tuple[str, Fault]]:
    for name, check in THOROUGH.items():
        yield from ((name, fault) for fault in check(catalogue))


def _record(catalogue: Catalogue, fault: Fault) -> str:
    records = getattr(catalogue, fault.field)
    return record_id(records if fault.index is None else records[fault.index])


def _stale(catalogue: Catalogue, needed: set[tuple[str, str]]) -> Iterator[Fault]:
    for index, item in enumerate(catalogue.accepted):
        if item.check not in THOROUGH:
            yield Fault("accepted", index, ("check",), f"'{item.check}' is geen controle; kies uit {', '.join(THOROUGH)}")
        elif (item.check, item.record) not in needed:
            yield Fault("accepted", index, ("record",), f"'{item.record}' heeft deze uitzondering niet nodig; haal haar weg")
