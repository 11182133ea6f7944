"""Checks on procedures: every form has one, and every decision hears, gives reasons, weighs, is made known, protects, is reviewed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.procedure import Demand, Procedure

DUTCH = {
    Demand.HEAR: "zienswijze vooraf",
    Demand.REASONS: "motivering",
    Demand.PROPORTION: "evenredigheid",
    Demand.NOTICE: "bekendmaking",
    Demand.PROTECTION: "rechtsbescherming",
    Demand.REVIEW: "toetsmoment",
}


def _items(catalogue: Catalogue) -> Iterator[Fault]:
    """Items of one procedure have their own ids, and a condition also in words."""
    for index, procedure in enumerate(catalogue.procedures):
        names = [item.id for item in procedure.items]
        for at, item in enumerate(procedure.items):
            if item.id in names[:at]:
                yield Fault("procedures", index, ("items", at, "id"), f"'{item.id}' bestaat al; geef een andere id")
            if item.when is not None and item.if_text is None:
                yield Fault("procedures", index, ("items", at, "if_text"), "zeg de voorwaarde ook in woorden: 'Als …'")
            if item.when is None and item.if_text is not None:
                yield Fault("procedures", index, ("items", at, "when"), "geef de voorwaarde bij 'if_text', of haal 'if_text' weg")


def _used(catalogue: Catalogue) -> Iterator[Fault]:
    """Every procedure belongs to a power or a form."""
    used = {name for power in catalogue.powers for name in power.procedures}
    used |= {name for measure in catalogue.measures for variant in measure.variants for name in variant.procedures}
    for index, procedure in enumerate(catalogue.procedures):
        if procedure.id not in used:
            yield Fault("procedures", index, ("id",), "geen bevoegdheid of variant verwijst hiernaar; doe dat, of haal haar weg")


def _complete(catalogue: Catalogue) -> Iterator[Fault]:
    """Every power and every form without a power has a procedure that answers all demands, or says that no decision is needed."""
    known = {procedure.id: procedure for procedure in catalogue.procedures}
    powers = {power.id: power for power in catalogue.powers}
    for index, power in enumerate(catalogue.powers):
        if known.keys() >= set(power.procedures):  # otherwise the unknown name is the fault
            yield from _place("powers", index, ("procedures",), [known[name] for name in power.procedures])
    for index, measure in enumerate(catalogue.measures):
        for at, variant in enumerate(measure.variants):
            power_of = powers.get(variant.power or "")
            names = (*(power_of.procedures if power_of else ()), *variant.procedures)
            if known.keys() >= set(names) and (power_of is None or variant.procedures):
                yield from _place("measures", index, ("variants", at, "procedures"), [known[name] for name in names])


def _place(field: str, index: int, place: tuple[str | int, ...], procedures: Sequence[Procedure]) -> Iterator[Fault]:
    """The faults of the procedures that hold in one place."""
    if not procedures:
        yield Fault(field, index, place, "noem een procedure uit procedures.yaml; ook 'geen besluit nodig' is er een")
        return
    free = [procedure for procedure in procedures if procedure.no_decision]
    bound = [item for procedure in procedures for item in procedure.items if item.demands] if free else []
    if bound:
        yield Fault(
            field, index, place, f"procedure '{free[0].id}' zegt dat geen besluit nodig is, maar stap '{bound[0].id}' hoort bij een besluit"
        )
    if not free:
        yield from (Fault(field, index, place, what) for what in _unanswered(procedures))


def _unanswered(procedures: Sequence[Procedure]) -> Iterator[str]:
    """Only an item that is always due answers a demand; what is said not to be needed must not be there as well."""
    answered = {demand for procedure in procedures for item in procedure.items if item.when is None for demand in item.demands}
    excused = {item.demand for procedure in procedures for item in procedure.not_needed}
    for demand in Demand:
        said = f"{DUTCH[demand]} ({demand.value})"
        if demand not in answered | excused:
            yield f"geen stap die altijd geldt gaat over {said}; voeg er een toe, of zeg bij 'not_needed' waarom niet"
        if demand in answered & excused:
            yield f"over {said} gaat een stap, en 'not_needed' zegt dat die niet nodig is; haal een van beide weg"


PROCEDURE_CHECKS: tuple[Callable[[Catalogue], Iterable[Fault]], ...] = (_items, _used, _complete)
