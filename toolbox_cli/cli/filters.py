"""The filters of the list of measures."""

from __future__ import annotations

from collections.abc import Iterable

from toolbox_cli.errors import NotFoundError, UsageError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import ActsOn, Measure, MeasureClass, Phase


def filtered(
    catalogue: Catalogue, *, kind: str | None, acts_on: str | None, article: str | None, partner: str | None, phase: str | None
) -> tuple[Measure, ...]:
    """Return the measures that fit every filter given; raises UsageError for a word that is no choice."""
    found: Iterable[Measure] = catalogue.measures
    if kind is not None:
        wanted_kind = MeasureClass(_choice(kind, [item.value for item in MeasureClass], "--class"))
        found = [measure for measure in found if measure.kind is wanted_kind]
    if acts_on is not None:
        target = ActsOn(_choice(acts_on, [item.value for item in ActsOn], "--acts-on"))
        found = [measure for measure in found if target in measure.acts_on]
    if phase is not None:
        moment = Phase(_choice(phase, [item.value for item in Phase], "--phase"))
        found = [measure for measure in found if moment in measure.phases]
    if article is not None:
        articles = _articles(catalogue, article)
        found = [measure for measure in found if articles & _articles_of(catalogue, measure)]
    if partner is not None:
        one = _partner(partner)
        found = [measure for measure in found if one in {link.partner for link in measure.partners}]
    return tuple(found)


def _choice(word: str, choices: list[str], option: str) -> str:
    if word.lower() not in choices:
        raise UsageError(f"{option} {word}: kies uit {', '.join(choices)}")
    return word.lower()


def _articles(catalogue: Catalogue, word: str) -> set[str]:
    wanted = word.lower().removeprefix("art.").removeprefix("art").strip()
    found = {article.id for article in catalogue.articles if wanted in (article.id, article.number.lower())}
    if not found:
        raise NotFoundError(f"geen artikel '{word}' in deze inhoud", "Schrijf alleen het nummer, bijvoorbeeld 172a of 2:78.")
    return found


def _articles_of(catalogue: Catalogue, measure: Measure) -> set[str]:
    forms = catalogue.forms_of(measure)
    conditions = (catalogue.condition_by_id[name] for form in forms for name in form.condition_ids)
    return {basis.article for form in forms for basis in form.basis} | {condition.article for condition in conditions}


def _partner(name: str) -> str:
    from toolbox_cli.cli.lookup import resolved

    return resolved("partner", name)[0]
