"""Words to entries: full text over everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Article, Law
from toolbox_cli.model.measure import Measure
from toolbox_cli.search.names import Index, Named, plain


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that holds the words: what kind it is, the sentence in which they stand, and the command that shows it."""

    kind: str
    id: str
    name: str
    excerpt: str
    score: int
    command: str | None = None
    own: bool = False


def index_of(catalogue: Catalogue) -> Index:
    """Return what every entry is called, by kind."""
    return {
        "measure": tuple(
            Named(
                item.id,
                (item.name, *item.synonyms),
                item.section,
                tuple(form.id for form in item.variants if form.id != item.id),
                tuple(
                    dict.fromkeys(
                        catalogue.article_by_id[basis.article].number for form in catalogue.forms_of(item) for basis in form.basis
                    )
                ),
            )
            for item in catalogue.measures
        ),
        "partner": tuple(Named(item.id, (item.name, item.short, *item.synonyms)) for item in catalogue.partners),
        "practice": tuple(Named(item.id, (item.name, *item.synonyms)) for item in catalogue.practices),
        "article": tuple(_named_article(item, catalogue.law_by_id[item.law]) for item in catalogue.articles),
    }


def _named_article(article: Article, law: Law) -> Named:
    """An article as `find_articles` wants it: its heading, number, paragraphs, and what its law is called."""
    paragraphs = tuple(number for item in article.paragraphs for number in item.number.split(" en "))
    return Named(article.id, (article.heading,), article.number, paragraphs, (law.short, law.name, law.id, *law.synonyms))


def search(catalogue: Catalogue, words: str) -> tuple[Hit, ...]:
    """Return every entry that holds all words, best first: name before synonym before text."""
    wanted = plain(words).split()
    if not wanted:
        return ()
    found = ((kind, record, [*_texts(record), *_relations(catalogue, record)]) for kind, record in _records(catalogue))
    hits = [
        replace(hit, own=catalogue.is_own(record))
        for kind, record, texts in found
        if (hit := _hit(kind, record, texts, wanted)) is not None
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.kind, hit.name)))


def _records(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:  # Any: records of different kinds
    for kind, records in (
        ("maatregel", catalogue.measures),
        ("partner", catalogue.partners),
        ("praktijk", catalogue.practices),
        ("artikel", catalogue.articles),
        ("vraag", catalogue.questions),
        ("uitspraak", catalogue.rulings),
        ("bevoegdheid", catalogue.powers),
        ("voorwaarde", catalogue.conditions),
    ):
        for record in records:
            yield kind, record


def _hit(kind: str, record: Any, texts: Sequence[str], wanted: Sequence[str]) -> Hit | None:  # Any: one of the kinds above
    names = [plain(text) for text in _titles(kind, record)]
    everything = " ".join((*names, *(plain(text) for text in texts)))
    if not all(word in everything for word in wanted):
        return None
    score = 10 * (" ".join(wanted) in names) + sum(
        3 * any(word in name.split() for name in names) + any(word in name for name in names) for word in wanted
    )
    first = record.max_duration.text if kind == "bevoegdheid" else texts[0] if texts else ""
    excerpt = next((text for text in texts if len(text) > 30 and any(word in plain(text) for word in wanted)), first)
    title = _titles(kind, record)[0]
    return Hit(kind, getattr(record, "id", None) or record.ecli, title, excerpt, score, _command(kind, record))


_COMMANDS = {"maatregel": "measure", "partner": "partner", "praktijk": "practice", "artikel": "law", "vraag": "questions"}


def _command(kind: str, record: Any) -> str | None:  # Any: one of the kinds above
    """The command that shows the record; what has no page of its own stands with its article."""
    if kind in _COMMANDS:
        return f"toolbox {_COMMANDS[kind]} {record.id}"
    articles: list[str] = []
    if kind == "bevoegdheid":
        articles = [basis.article for basis in record.basis]
    elif kind == "voorwaarde":
        articles = [record.article]
    elif kind == "uitspraak":
        articles = list(record.articles)
    return f"toolbox law {articles[0]}" if articles else None


def _titles(kind: str, record: Any) -> list[str]:  # Any: one of the kinds above
    if kind == "artikel":
        return [f"art. {record.number}: {record.heading}", record.id]
    if kind == "vraag":
        return [record.label]
    if kind == "uitspraak":
        return [record.ecli]
    if kind == "bevoegdheid":
        return [record.name, record.id]
    if kind == "voorwaarde":
        return [record.text, record.id]
    return [record.name, record.id, *record.synonyms]


def _relations(catalogue: Catalogue, record: Any) -> Iterator[str]:  # Any: one of the kinds above
    """What a measure says of others; it stands in a file of its own, but belongs to the measure. What is own belongs to own measures."""
    if isinstance(record, Measure):
        for name in dict.fromkeys((record.id, *(variant.id for variant in record.variants))):
            related = catalogue.related_by_name.get(name, ())
            yield from (one.text for one in related if catalogue.is_own(record) or not catalogue.is_own(one.relation))


def _texts(value: Any) -> Iterator[str]:  # Any: any field of a record
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("source", "id", "synonyms"):
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str) and " " in value:
        yield value
