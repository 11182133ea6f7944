"""How the content says things: no order as a punishment, one term per notion, nobody's origin as a criterion.

The words are data (wording.yaml); a sentence that says the opposite is recognised by its own words, so these checks find what is plain and
not every nuance. Refusals are left out where they describe what is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import every, texts_of
from toolbox_cli.model.base import Record
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Origin
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import found_in, pattern_of, words_of
from toolbox_cli.search.wording import punitive_phrases, words_unless, wrong_terms

Prose = tuple[str, int | None, tuple[str | int, ...], str]
_ORDERS = (
    "powers", "conditions", "procedures", "standards", "facts", "rules", "steps", "measures", "practices", "relations", "protections",
    "boa_mandates", "mandate_bans", "mandate_rules", "sharing", "sharing_rules", "draft_extras", "skeletons", "no_drafts", "considerations",
    "drafts",
)  # fmt: skip
_OURS = ("questions", "contradictions", *_ORDERS, "partners", "errata")
_CRITERIA = ("questions", "conditions", "contradictions", "facts", "rules", "steps")
_NO_PROSE = ("id", "source", "synonyms", "url", "form", "forms", "question", "is", "fact", "title", "toolbox_says")


def wording_refers(catalogue: Catalogue) -> Iterator[Fault]:
    """The words refer to lists, and the refused requests to refusals, that exist."""
    wording = catalogue.wording
    known = {item.id for item in wording.lists}
    places: list[tuple[tuple[str | int, ...], str]] = [(("filler",), wording.filler), (("restriction",), wording.restriction)]
    places += [(("origin",), name) for name in wording.origin]
    places += [(("lists", at, "includes"), name) for at, item in enumerate(wording.lists) for name in item.includes]
    for kind in ("origin", "punishment"):
        places += [(("reasons", kind, at, "lists"), name) for at, item in enumerate(getattr(wording.reasons, kind)) for name in item.lists]
    for at, request in enumerate(wording.requests):
        for key in ("needs", "alone", "in_answers", "unless"):
            places += [(("requests", at, key), name) for name in getattr(request, key)]
    yield from (Fault("wording", None, place, f"lijst '{name}' bestaat niet") for place, name in places if name not in known)
    for at, request in enumerate(wording.requests):
        measure = catalogue.measure_by_id.get(request.measure)
        if measure is None or measure.origin is not Origin.REFUSAL:
            yield Fault("wording", None, ("requests", at, "measure"), f"'{request.measure}' is geen maatregel met origin: geweigerd")


def no_punishment(catalogue: Catalogue, among: Callable[[Record], bool] = every) -> Iterator[Fault]:
    """No text about an order words it as a punishment."""
    for field, index, place, text in _prose(catalogue, _ORDERS, among):
        for word in punitive_phrases(text, catalogue.wording.punitive):
            yield Fault(field, index, place, f"'{word}' maakt van een bevel een straf; noem als doel dat nieuwe verstoring wordt voorkomen")


def terms_known(catalogue: Catalogue) -> Iterator[Fault]:
    """No text uses a term that is not on the word list."""
    avoided = tuple(word for term in catalogue.wording.terms for word in term.avoid)
    for field, index, place, text in _prose(catalogue, _OURS, every):
        for term in catalogue.wording.terms if found_in(avoided, plain(text)) else ():
            yield from (Fault(field, index, place, f"'{word}': schrijf {term.write}") for word in wrong_terms(text, term))


def no_origin(catalogue: Catalogue, among: Callable[[Record], bool] = every) -> Iterator[Fault]:
    """No question, choice, condition, fact, rule or step uses who somebody is; no other text makes it the reason of a restriction."""
    lists = {item.id: item for item in catalogue.wording.lists}
    if not {*catalogue.wording.origin, catalogue.wording.restriction} <= set(lists):
        return
    words = tuple(word for name in catalogue.wording.origin for word in words_of(lists, name))
    restriction = pattern_of(words_of(lists, catalogue.wording.restriction))
    for field, index, place, text in _prose(catalogue, _OURS, among):
        if field in _CRITERIA or restriction.search(plain(text)):
            for word in words_unless(text, words, catalogue.wording.origin_unless):
                yield Fault(field, index, place, f"'{word}' zegt wie iemand is en mag geen maatstaf zijn; noem gedrag, plaats en tijd")


def _each(records: Any) -> Iterator[tuple[int | None, Any]]:  # Any: a list of records, or the one there is
    yield from enumerate(records) if isinstance(records, tuple) else ((None, records),)


def _prose(catalogue: Catalogue, fields: tuple[str, ...], among: Callable[[Record], bool]) -> Iterator[Prose]:
    """Every sentence that a reader sees, with its place; not of refusals, which describe what is refused."""
    refused = {form.id for form in catalogue.forms if form.measure.origin is Origin.REFUSAL}
    asked = _refused_choices(catalogue)
    for field in fields:
        for index, record in _each(getattr(catalogue, field)):
            if not among(record) or getattr(record, "origin", None) is Origin.REFUSAL or getattr(record, "form", None) in refused:
                continue
            yield from ((field, index, place, text) for place, text in _sentences(record, asked.get(getattr(record, "id", ""), set())))


def _sentences(record: Any, asked: set[str | int]) -> Iterator[tuple[tuple[str | int, ...], str]]:  # Any: records of different kinds
    """The sentences of a record, without the choices at the places that are asked for and not said."""
    for place, key, text in texts_of(record):
        if key in _NO_PROSE or " " not in text:
            continue
        if place[0] == "choices" and place[1] in asked:
            continue
        yield place, text


def _refused_choices(catalogue: Catalogue) -> dict[str, set[str | int]]:
    """By question the places of the choices that stand for a refused request: what somebody asks for, not what we say."""
    found: dict[str, set[str | int]] = {}
    for form in catalogue.forms:
        condition: Any = form.rule.indicated  # Any: one of the conditions; only a plain question with an answer is meant
        if form.measure.origin is Origin.REFUSAL and hasattr(condition, "values"):
            question = catalogue.question_by_id.get(condition.question)
            options = question.options if question else ()
            found.setdefault(condition.question, set()).update(at for at, option in enumerate(options) if option.id in condition.values)
    return found
