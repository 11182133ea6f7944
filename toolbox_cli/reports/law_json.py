"""Articles and powers as plain values for other programs; keys are English and stable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolbox_cli.analysis.law import depends_on, powers_by_law
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Article, Power
from toolbox_cli.reports.as_json import SCHEMA_VERSION, basis_json, dates_json, sources_json
from toolbox_cli.reports.mandate import mandate_json, mandates_json
from toolbox_cli.reports.own import own_json
from toolbox_cli.reports.words import article_name, article_url

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def article_json(catalogue: Catalogue, article: Article, paragraph: str | None = None) -> Json:
    """Return an article with all that hangs on it; with `paragraph` only the demands of that one."""
    law, found = catalogue.law_by_id[article.law], depends_on(catalogue, article)
    return {
        "id": article.id,
        "cited": article_name(catalogue, article.id),
        "law": law.name,
        "article": article.number,
        "bwb_id": law.bwb_id,
        "url": article_url(catalogue, article.id),
        "heading": article.heading,
        "summary": article.summary,
        **own_json(catalogue, article),
        "paragraphs": [
            {"number": item.number, "text": item.text}
            for item in article.paragraphs
            if paragraph is None or paragraph in item.number.split(" en ")
        ],
        **dates_json(article),
        "since": article.since,
        "powers": [power_json(catalogue, power) for power in found.powers],
        "named_by": [power.id for power in found.naming],
        "measures": [form.id for form in found.forms],
        "conditions": [
            {"id": item.id, "text": item.text, "cited": article_name(catalogue, item.article, item.paragraph)} for item in found.conditions
        ],
        "questions": [question.id for question in found.questions],
        "procedures": [item.id for item in found.procedures],
        "standards": [item.id for item in found.standards],
        "terms": [item.id for item in found.terms] + (["counting"] if found.counting else []),
        "sharing": [item.id for item in found.sharing],
        "rulings": [
            {
                "ecli": ruling.ecli,
                "court": ruling.court,
                "decided": ruling.decided.isoformat() if ruling.decided else None,
                "teaches": ruling.teaches,
                "read": ruling.read,
            }
            for ruling in found.rulings
        ],
        "errata": [erratum.model_dump(mode="json") for erratum in found.errata],
    }


def articles_json(catalogue: Catalogue, articles: Sequence[Article], paragraph: str | None = None) -> Json | list[Json]:
    """Return one article, or a list where several go by the name."""
    found = [{**_version(catalogue), **article_json(catalogue, article, paragraph)} for article in articles]
    return found[0] if len(found) == 1 else found


def power_json(catalogue: Catalogue, power: Power) -> Json:
    """Return a power: who decides, who is heard, how long, who may sign, what follows on a breach."""
    return {
        "id": power.id,
        "name": power.name,
        **own_json(catalogue, power),
        "legal_basis": basis_json(catalogue, power.basis),
        "decides": power.decides,
        "consults": [
            {
                "partner": item.partner,
                "duty": item.duty,
                "after": item.after,
                "text": item.text,
                "sources": sources_json(catalogue, item.source),
            }
            for item in power.consults
        ],
        "max_duration": _statement(catalogue, power.max_duration),
        "renewal": _statement(catalogue, power.renewal) if power.renewal else None,
        "police_mandate": mandate_json(catalogue, power.police_mandate),
        "boa_mandate": mandate_json(catalogue, catalogue.boa_mandate_by_power[power.id]),
        "breach": _statement(catalogue, power.breach),
        "conditions": list(power.conditions),
    }


def powers_json(catalogue: Catalogue) -> Json:
    """Return all powers per act."""
    powers = [power_json(catalogue, power) for _, held in powers_by_law(catalogue) for power in held]
    return {**_version(catalogue), "powers": powers}


def all_mandates_json(catalogue: Catalogue) -> Json:
    """Return who may decide per power, with the grounds."""
    return {**_version(catalogue), **mandates_json(catalogue)}


def _statement(catalogue: Catalogue, item: Statement) -> Json:
    return {"text": item.text, "sources": sources_json(catalogue, item.source)}


def _version(catalogue: Catalogue) -> Json:
    return {"schema_version": SCHEMA_VERSION, "content_version": catalogue.edition.version}
