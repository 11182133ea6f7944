"""Rules about draft decisions: every power has one or says why not, every legal condition is considered, every gap is well formed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import texts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.draft import Drafts, Skeleton

_GAP = re.compile(r"\[INVULLEN: [^\[\]\s][^\[\]]*\]")
_SIGNS = re.compile(r"INVULLEN|[\[\]]|_{3,}|\.{3,}|…", re.IGNORECASE)
_FILLED = {"organ"}
_PARTS = ("drafts", "draft_extras", "skeletons", "considerations")


def _every_power(catalogue: Catalogue) -> Iterator[Fault]:
    """Every shipped power has a skeleton or a reason why not, never both; a decision of an organ of the municipality is one of these."""
    drafted = {skeleton.power for skeleton in catalogue.skeletons}
    excused = {item.power for item in catalogue.no_drafts}
    for index, power in enumerate(catalogue.powers):
        if power.id not in drafted | excused and not catalogue.is_own(power):
            what = f"geef '{power.id}' een ontwerp bij 'skeletons' in drafts.yaml, of zeg bij 'no_drafts' waarom er geen is"
            yield Fault("powers", index, ("id",), what)
    for index, item in enumerate(catalogue.no_drafts):
        if item.power in drafted:
            yield Fault("no_drafts", index, ("power",), f"'{item.power}' heeft ook een ontwerp; haal een van beide weg")


def _organs(catalogue: Catalogue) -> Iterator[Fault]:
    """A skeleton is for a power whose decision an organ of the municipality takes."""
    organs = {organ.partner for organ in catalogue.drafts.organs} if catalogue.drafts else set()
    powers = {power.id: power for power in catalogue.powers}
    for index, skeleton in enumerate(catalogue.skeletons):
        power = powers.get(skeleton.power)
        if power is not None and power.decides not in organs:
            what = f"over '{skeleton.power}' beslist '{power.decides}', en dat is geen orgaan bij 'organs'; zet haar bij 'no_drafts'"
            yield Fault("skeletons", index, ("power",), what)


def _conditions(catalogue: Catalogue) -> Iterator[Fault]:
    """Every shipped condition of a form that can be drafted has a consideration."""
    considered = {item.condition for item in catalogue.considerations}
    needed = _needed(catalogue)
    for index, condition in enumerate(catalogue.conditions):
        if condition.id in needed - considered and not catalogue.is_own(condition):
            what = f"geef bij 'considerations' in drafts.yaml een overweging voor '{condition.id}'; een ontwerp rust erop"
            yield Fault("conditions", index, ("id",), what)


def considerations_used(catalogue: Catalogue) -> Iterator[Fault]:
    """No consideration is about a condition that no draft rests on."""
    needed = _needed(catalogue)
    for index, item in enumerate(catalogue.considerations):
        if item.condition not in needed:
            yield Fault("considerations", index, ("condition",), "geen ontwerp gebruikt deze overweging; haal haar weg")


def _needed(catalogue: Catalogue) -> set[str]:
    drafted = {skeleton.power for skeleton in catalogue.skeletons}
    found = {name for power in catalogue.powers if power.id in drafted for name in power.conditions}
    forms = {variant.id for measure in catalogue.measures for variant in measure.variants if variant.power in drafted}
    return found | {name for rule in catalogue.rules if rule.form in forms for name in rule.conditions}


def _parts(catalogue: Catalogue) -> Iterator[Fault]:
    """Every part that a skeleton names exists, and every part is used."""
    if catalogue.drafts is None:
        return
    known = _parts_known(catalogue)
    used: set[tuple[str, str]] = set()
    for index, skeleton in enumerate(catalogue.skeletons):
        for place, kind, name in _named(skeleton):
            used.add((kind, name))
            if name not in known[kind]:
                yield Fault("skeletons", index, place, f"'{name}' bestaat niet bij '{kind}'; kies uit {', '.join(sorted(known[kind]))}")
        power = next((item for item in catalogue.powers if item.id == skeleton.power), None)
        protection = power.term.protection if power is not None and power.term is not None else None
        if protection is not None and protection not in known["remedies"]:
            yield Fault("skeletons", index, ("power",), f"zeg bij 'remedies' wat er onder het besluit staat bij '{protection}'")
        yield from _dictums(catalogue, index, skeleton)
    for kind, names in known.items():
        for at, name in enumerate(names if kind != "remedies" else ()):
            if (kind, name) not in used:
                field, where = ("draft_extras", at) if kind == "draft_extras" else ("drafts", None)
                place = ("id",) if where is not None else (kind, at, "id")
                yield Fault(field, where, place, f"geen ontwerp gebruikt '{name}'; haal haar weg")


def _parts_known(catalogue: Catalogue) -> dict[str, Sequence[str]]:
    drafts: Drafts = catalogue.drafts
    return {
        "kinds": [item.id for item in drafts.kinds],
        "hearings": [item.id for item in drafts.hearings],
        "exceptions": [item.id for item in drafts.exceptions],
        "remedies": [item.protection for item in drafts.remedies],
        "draft_extras": [item.id for item in catalogue.draft_extras],
    }


def _named(skeleton: Skeleton) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    yield ("kind",), "kinds", skeleton.kind
    yield ("hearing",), "hearings", skeleton.hearing
    for at, name in enumerate(skeleton.extras):
        yield ("extras", at), "draft_extras", name
    for at, dictum in enumerate(skeleton.dictums):
        for number, name in enumerate(dictum.exceptions):
            yield ("dictums", at, "exceptions", number), "exceptions", name


def _dictums(catalogue: Catalogue, index: int, skeleton: Skeleton) -> Iterator[Fault]:
    """Every shipped form of the power has a dictum, and a dictum is for a form of this power."""
    forms = {variant.id: measure for measure in catalogue.measures for variant in measure.variants if variant.power == skeleton.power}
    own = [item.form for item in skeleton.dictums if item.form is not None]
    for at, dictum in enumerate(skeleton.dictums):
        if dictum.form is not None and dictum.form not in forms:
            yield Fault("skeletons", index, ("dictums", at, "form"), f"'{dictum.form}' is geen variant van '{skeleton.power}'")
        if dictum.form in own[:at] or (dictum.form is None and any(item.form is None for item in skeleton.dictums[:at])):
            yield Fault("skeletons", index, ("dictums", at, "form"), "hiervoor staat al een dictum; haal een van beide weg")
    if len(own) == len(skeleton.dictums):
        for form, measure in forms.items():
            if form not in own and not catalogue.is_own(measure):
                yield Fault("skeletons", index, ("dictums",), f"voor '{form}' ontbreekt een dictum")


def _gaps(catalogue: Catalogue) -> Iterator[Fault]:
    """What is still to be filled in stands as [INVULLEN: wat], and nothing else looks like it."""
    for field in _PARTS:
        records = getattr(catalogue, field)
        for index, record in enumerate(records) if isinstance(records, tuple) else ((None, records),):
            for place, key, text in texts_of(record) if record is not None else ():
                if key != "source" and (what := gap_fault(text)):
                    yield Fault(field, index, place, what)


def gap_fault(text: str) -> str:
    """Return what is wrong with the gaps in a text; empty when they are well formed."""
    if _SIGNS.search(_GAP.sub("", text)):
        return "schrijf wat nog moet worden ingevuld precies zo: [INVULLEN: wat er moet komen]"
    unknown = set(re.findall(r"\{([^{}]*)\}", text)) - _FILLED
    return f"'{{{sorted(unknown)[0]}}}' wordt niet ingevuld; alleen {{organ}} kan" if unknown else ""


def _open_texts(catalogue: Catalogue) -> Iterator[Fault]:
    """While a condition is open, its text asks for a fact."""
    for index, item in enumerate(catalogue.considerations):
        if "[INVULLEN: " not in item.open:
            yield Fault("considerations", index, ("open",), "zolang dit niet vaststaat, moet er iets worden ingevuld: [INVULLEN: wat]")


DRAFT_CHECKS: tuple[Callable[[Catalogue], Iterable[Fault]], ...] = (_every_power, _organs, _conditions, _parts, _gaps, _open_texts)
