"""What hangs on an article: powers, forms, conditions, questions, procedures, terms, rulings, and where the toolbox is wrong. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.citations import cites
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import Article, Basis, Law, LegalCondition, Power, Standard
from toolbox_cli.model.measure import Erratum, Ruling
from toolbox_cli.model.procedure import Procedure
from toolbox_cli.model.question import Question
from toolbox_cli.model.sharing import Sharing
from toolbox_cli.model.term import Holiday, Protection
from toolbox_cli.rules.evaluate import questions_in


@dataclass(frozen=True, slots=True)
class Dependents:
    """All that hangs on one article, in the order of the content.

    `naming` are powers that rest on another article but cite this one; `counting` says that the counting of days rests on it.
    """

    powers: tuple[Power, ...]
    naming: tuple[Power, ...]
    forms: tuple[Form, ...]
    conditions: tuple[LegalCondition, ...]
    questions: tuple[Question, ...]
    procedures: tuple[Procedure, ...]
    standards: tuple[Standard, ...]
    terms: tuple[Protection | Holiday, ...]
    counting: bool
    sharing: tuple[Sharing, ...]
    rulings: tuple[Ruling, ...]
    errata: tuple[Erratum, ...]


def depends_on(catalogue: Catalogue, article: Article) -> Dependents:
    """Return what would have to be looked at again if this article changed."""
    powers = tuple(power for power in catalogue.powers if _rests_on(power.basis, article))
    conditions = tuple(item for item in catalogue.conditions if cites(item, article.id))
    facts = facts_of(catalogue)
    asked = {name for item in conditions for name in questions_in(item.when, facts)}
    wanted = {item.id for item in conditions}
    protections_and_holidays: tuple[Protection | Holiday, ...] = (*catalogue.protections, *catalogue.holidays)
    return Dependents(
        powers=powers,
        naming=tuple(power for power in catalogue.powers if power not in powers and cites(power, article.id)),
        forms=tuple(form for form in catalogue.forms if _rests_on(form.basis, article) or wanted & set(form.condition_ids)),
        conditions=conditions,
        questions=tuple(question for question in catalogue.questions if question.id in asked),
        procedures=tuple(item for item in catalogue.procedures if cites(item, article.id)),
        standards=tuple(item for item in catalogue.standards if cites(item, article.id)),
        terms=tuple(item for item in protections_and_holidays if cites(item, article.id)),
        counting=cites(catalogue.counting, article.id),
        sharing=tuple(item for item in catalogue.sharing if cites(item, article.id)),
        rulings=tuple(ruling for ruling in catalogue.rulings if article.id in ruling.articles),
        errata=tuple(erratum for erratum in catalogue.errata if cites(erratum, article.id)),
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
