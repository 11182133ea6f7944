"""Rules across the law: paragraphs, mandate, and sharing of information. One function each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import texts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Article, Basis, LegalCondition, Mandate

_CITED = re.compile(r"^art ([a-z0-9-]+):(\d+[a-z]?)")


def _paragraphs_in_order(catalogue: Catalogue) -> Iterator[Fault]:
    """The paragraphs of an article have rising numbers, each once."""
    for index, article in enumerate(catalogue.articles):
        numbers = [int(number) for paragraph in article.paragraphs for number in re.findall(r"\d+", paragraph.number)]
        if numbers != sorted(set(numbers)):
            yield Fault("articles", index, ("paragraphs",), "de leden staan niet op volgorde, of een lid staat er twee keer")


def _cited_paragraphs(catalogue: Catalogue) -> Iterator[Fault]:
    """A cited paragraph is one that the article has, where the article is given in paragraphs."""
    known = {article.id: numbers_of(article) for article in catalogue.articles if article.paragraphs}
    for field in Catalogue.model_fields:
        records = getattr(catalogue, field, None)
        for index, record in enumerate(records if isinstance(records, tuple) else ()):
            for place, _, text in texts_of(record):
                found = _CITED.match(text)
                if found and found[1] in known and found[2] not in known[found[1]]:
                    yield Fault(field, index, place, f"'art {found[1]}' heeft in law.yaml geen lid {found[2]}; controleer het nummer")


def _demanded_paragraphs(catalogue: Catalogue) -> Iterator[Fault]:
    """The paragraph of a legal basis or a condition is one that the article has, where the article is given in paragraphs."""
    known = {article.id: numbers_of(article) for article in catalogue.articles if article.paragraphs}
    placed: list[tuple[str, int, tuple[str | int, ...], Basis | LegalCondition]] = [
        ("powers", index, ("basis", at, "paragraph"), basis)
        for index, power in enumerate(catalogue.powers)
        for at, basis in enumerate(power.basis)
    ]
    placed += [("conditions", index, ("paragraph",), condition) for index, condition in enumerate(catalogue.conditions)]
    for field, index, place, item in placed:
        if item.paragraph and item.article in known and item.paragraph.split("-")[0] not in known[item.article]:
            yield Fault(field, index, place, f"'{item.article}' heeft in law.yaml geen lid {item.paragraph}; controleer het nummer")


def numbers_of(article: Article) -> set[str]:
    """Return the numbers of the paragraphs; '1 en 2' counts for both."""
    return {number for paragraph in article.paragraphs for number in paragraph.number.split(" en ")}


def _boa_answered_once(catalogue: Catalogue) -> Iterator[Fault]:
    """Every power says once whether a boa may take the decision."""
    answered = Counter(power for record in catalogue.boa_mandates for power in record.powers)
    for index, power in enumerate(catalogue.powers):
        if answered[power.id] != 1:
            often = "nog niet" if answered[power.id] == 0 else "meer dan één keer"
            yield Fault(
                "powers", index, ("id",), f"mandates.yaml zegt {often} of een boa dit besluit mag nemen; noem '{power.id}' één keer"
            )


def _bans_kept(catalogue: Catalogue) -> Iterator[Fault]:
    """Where the law forbids that the police decide, no power says otherwise."""
    banned = {article: ban for ban in catalogue.mandate_bans for article in ban.articles}
    for index, power in enumerate(catalogue.powers):
        ban = next((banned[basis.article] for basis in power.basis if basis.article in banned), None)
        if ban is not None and power.police_mandate.allowed is not Mandate.NO:
            place = ("police_mandate", "allowed")
            yield Fault("powers", index, place, f"de wet sluit dit uit ('{ban.id}' in mandates.yaml); schrijf 'no'")


CHECKS: tuple[Callable[[Catalogue], Iterable[Fault]], ...] = (
    _paragraphs_in_order,
    _cited_paragraphs,
    _demanded_paragraphs,
    _boa_answered_once,
    _bans_kept,
)
