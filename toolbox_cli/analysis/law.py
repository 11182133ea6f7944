"""What hangs on an article: powers, forms, conditions, questions, rulings, and where the toolbox is wrong about it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import Article, Basis, Law, LegalCondition, Power
from toolbox_cli.model.measure import Erratum, Ruling
from toolbox_cli.model.question import Question
from toolbox_cli.rules.evaluate import questions_in


@dataclass(frozen=True, slots=True)
class Dependents:
    """All that hangs on one article, in the order of the content; `naming` are powers that rest on another article but cite this one."""

    powers: tuple[Power, ...]
    naming: tuple[Power, ...]
    forms: tuple[Form, ...]
    conditions: tuple[LegalCondition, ...]
    questions: tuple[Question, ...]
    rulings: tuple[Ruling, ...]
    errata: tuple[Erratum, ...]


def depends_on(catalogue: Catalogue, article: Article) -> Dependents:
    """Return what would have to be looked at again if this article changed."""
    powers = tuple(power for power in catalogue.powers if _rests_on(power.basis, article))
    conditions = tuple(item for item in catalogue.conditions if item.article == article.id or _cites(item, article))
    facts = facts_of(catalogue)
    asked = {name for item in conditions for name in questions_in(item.when, facts)}
    wanted = {item.id for item in conditions}
    return Dependents(
        powers=powers,
        naming=tuple(power for power in catalogue.powers if power not in powers and _cites(power, article)),
        forms=tuple(form for form in catalogue.forms if _rests_on(form.basis, article) or wanted & set(form.condition_ids)),
        conditions=conditions,
        questions=tuple(question for question in catalogue.questions if question.id in asked),
        rulings=tuple(ruling for ruling in catalogue.rulings if article.id in ruling.articles),
        errata=tuple(erratum for erratum in catalogue.errata if _cites(erratum, article)),
    )


def powers_by_law(catalogue: Catalogue) -> tuple[tuple[Law, tuple[Power, ...]], ...]:
    """Return the powers per act, by their first basis and in the order of the articles; what has no basis is no power and is left out."""
    order = {article.id: at for at, article in enumerate(catalogue.articles)}
    powers = sorted((power for power in catalogue.powers if power.basis), key=lambda power: order[power.basis[0].article])
    held = [(law, tuple(power for power in powers if _law_of(catalogue, power) == law.id)) for law in catalogue.laws]
    return tuple((law, powers) for law, powers in held if powers)


def _law_of(catalogue: Catalogue, power: Power) -> str:
    return catalogue.article_by_id[power.basis[0].article].law


def _rests_on(bases: Iterable[Basis], article: Article) -> bool:
    return any(basis.article == article.id for basis in bases)


def _cites(record: BaseModel, article: Article) -> bool:
    return any(source.split(":")[0] == f"art {article.id}" for source in _sources(record))


def _sources(value: Any) -> Iterator[str]:  # Any: any field of a record
    """Every source in a record, however deep."""
    if isinstance(value, BaseModel):
        yield from getattr(value, "source", ())
        for name in type(value).model_fields:
            yield from _sources(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _sources(item)
