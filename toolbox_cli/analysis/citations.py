"""What in the content hangs on an article of the law: what cites it, and what is decided by what cites it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Measure
from toolbox_cli.rules.evaluate import questions_in

FORMS = "forms"
_NOT_CONTENT = ("edition", "laws", "articles", "fingerprints")


@dataclass(frozen=True, slots=True)
class Hanging:
    """One record that hangs on an article: its list, its id, the leden it rests on, and whether it cites the article itself.

    `whole` when it rests on the article without naming a lid.
    """

    kind: str
    id: str
    paragraphs: tuple[str, ...] = ()
    whole: bool = False
    direct: bool = True

    def rests_on(self, leden: Collection[str]) -> bool:
        """Whether it rests on one of these leden, as far as it says."""
        return self.whole or any(paragraph.split("-")[0] in leden for paragraph in self.paragraphs)


_Key = tuple[str, str]


def hanging_on(catalogue: Catalogue) -> Mapping[str, tuple[Hanging, ...]]:
    """Return for every cited article what hangs on it, per list in the order of the content."""
    direct: dict[str, dict[_Key, set[str]]] = {}
    beside: dict[str, dict[_Key, set[str]]] = {}
    order: dict[_Key, int] = {}
    for kind, name, record in _records(catalogue):
        order.setdefault((kind, name), len(order))
        for article, paragraph, sources in _citations(record):
            direct.setdefault(article, {}).setdefault((kind, name), set()).add(paragraph)
            for key in _backing(sources):
                beside.setdefault(article, {}).setdefault(key, set()).add(paragraph)
    return {article: tuple(_all_of(catalogue, cited, beside.get(article, {}), order)) for article, cited in direct.items()}


def _all_of(
    catalogue: Catalogue, direct: Mapping[_Key, set[str]], beside: Mapping[_Key, set[str]], order: Mapping[_Key, int]
) -> Iterator[Hanging]:
    indirect = {key: set(leden) for key, leden in beside.items()}
    for key, leden in _derived(catalogue, direct):
        indirect.setdefault(key, set()).update(leden)
    for key in sorted({*direct, *indirect}, key=lambda key: order.get(key, len(order))):
        leden = direct.get(key, set()) | indirect.get(key, set())
        named = tuple(sorted((lid for lid in leden if lid), key=_by_number))
        yield Hanging(*key, named, whole="" in leden, direct=key in direct)


def _derived(catalogue: Catalogue, direct: Mapping[_Key, set[str]]) -> Iterator[tuple[_Key, set[str]]]:
    """The forms that rest on a cited power, condition, procedure or standard, and the questions that settle a cited condition."""
    facts = facts_of(catalogue)
    for form in catalogue.forms:
        keys = [*(("conditions", name) for name in form.condition_ids), *(("procedures", name) for name in form.procedure_ids)]
        if form.power:
            keys += [("powers", form.power.id), *(("standards", name) for name in form.power.standards)]
        yield from (((FORMS, form.id), direct[key]) for key in keys if key in direct)
    for condition in catalogue.conditions:
        leden = direct.get(("conditions", condition.id))
        if leden is not None:
            yield from ((("questions", name), leden) for name in questions_in(condition.when, facts))


def _records(catalogue: Catalogue) -> Iterator[tuple[str, str, Any]]:  # Any: records of every kind
    """Every record with its list and id; the forms of a measure apart from what is said of the measure."""
    for field in type(catalogue).model_fields:
        value = getattr(catalogue, field)
        if field in _NOT_CONTENT:
            continue
        for record in value if isinstance(value, tuple) else (value,):
            if isinstance(record, Measure):
                yield field, record.id, tuple(getattr(record, name) for name in Measure.model_fields if name != "variants")
                yield from ((FORMS, variant.id, variant) for variant in record.variants)
            else:
                yield field, record_id(record) or field, record


def cites(record: BaseModel, article: str) -> bool:
    """Return whether a record names this article, as its own or as a source, however deep."""
    return any(name == article for name, _, _ in _citations(record))


ID_KEYS = ("id", "form", "ecli", "article", "power", "condition")


def record_id(record: BaseModel) -> str:
    """Return what a record is called in the content; empty for the one record of its kind."""
    return next((str(value) for key in ID_KEYS if (value := getattr(record, key, None))), "")


def _citations(value: Any) -> Iterator[tuple[str, str, tuple[str, ...]]]:  # Any: any field of a record
    """Every article cited in a value, with the lid and the sources named beside it."""
    if isinstance(value, BaseModel):
        sources = (*getattr(value, "source", ()), *getattr(value, "ground", ()))
        yield from ((name, "", sources) for name in getattr(value, "articles", ()))
        article = getattr(value, "article", None)
        if isinstance(article, str):
            yield article, getattr(value, "paragraph", None) or "", sources
        for source in sources:
            kind, _, rest = source.partition(" ")
            if kind == "art":
                name, _, paragraph = rest.partition(":")
                yield name, paragraph, sources
        for name in type(value).model_fields:
            yield from _citations(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _citations(item)


def _backing(sources: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The rulings and documents that a statement leans on beside the article."""
    for source in sources:
        if source.startswith("ECLI:"):
            yield "rulings", source
        elif source.startswith("doc "):
            yield "documents", source.removeprefix("doc ")


def _by_number(paragraph: str) -> tuple[int, str]:
    digits = "".join(letter for letter in paragraph.split("-")[0] if letter.isdigit())
    return int(digits or 0), paragraph
