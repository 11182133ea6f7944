"""The same content as plain values for other programs; keys are English and stable."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from toolbox_cli.analysis.assess import Assessment, Finding, Tested
from toolbox_cli.grant.bands import Estimate
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import Article, Basis
from toolbox_cli.model.measure import Measure, Partner, Practice
from toolbox_cli.model.question import UNKNOWN, Answers, Kind
from toolbox_cli.model.relation import Related
from toolbox_cli.reports.belongings import practices_of, safeguards
from toolbox_cli.reports.own import own_json
from toolbox_cli.reports.problem import assumptions, gaps, problem_text
from toolbox_cli.reports.procedure import procedure_json
from toolbox_cli.reports.relations import relations_met
from toolbox_cli.reports.why import explanation_json
from toolbox_cli.reports.words import article_url, cite, condition_place

SCHEMA_VERSION = 2

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def analysis_json(catalogue: Catalogue, assessment: Assessment, *, explain: bool = False) -> Json:
    """Return the assessment with its findings in order; with `explain` each with its whole tree of reasons and what would turn it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "problem": problem_text(catalogue, assessment),
        "assumptions": [{"question": question.id, "text": text} for question, text in assumptions(catalogue, assessment)],
        "first_steps": [
            {
                "id": step.id,
                "text": step.text,
                **own_json(catalogue, step),
                "partner": step.partner,
                "sources": sources_json(catalogue, step.source),
            }
            for step in assessment.steps
        ],
        "findings": [
            {
                **finding_json(catalogue, finding, assessment.answers),
                "relations": _relations_met(catalogue, assessment, finding),
                **(explanation_json(catalogue, assessment.answers, finding) if explain else {}),
            }
            for finding in assessment.findings
        ],
        "gaps": [
            {"question": question.id, "text": question.text, "who": list(question.who), "measures": list(forms)}
            for question, forms in gaps(catalogue, assessment)
        ],
        "answers": answers_json(catalogue, assessment.answers),
        "notes": [catalogue.edition.jurist_note, catalogue.edition.law_note],
    }


def answers_json(catalogue: Catalogue, answers: Answers) -> Json:
    """Return the answers as an answer file has them: a list where more may apply, otherwise one word."""
    plain: Json = {}
    for name in sorted(answers):
        answer = answers.given[name]
        values = [*sorted(answer.values), *([UNKNOWN] if answer.unknown else [])]
        many = catalogue.question_by_id[name].kind is Kind.CHOICES and values != [UNKNOWN]
        plain[name] = values if many else values[0]
    return plain


def finding_json(catalogue: Catalogue, finding: Finding, answers: Answers) -> Json:
    """Return one finding: grade, rank, reasons, what fails, what is open, and what belongs to the form."""
    form = finding.form
    return {
        "measure": form.measure.id,
        "variant": form.variant_id,
        "name": form.name,
        **own_json(catalogue, form.measure),
        "grade": finding.grade.value,
        "rank": finding.rank,
        "leading": finding.leading,
        "present": finding.present,
        "tried": finding.tried,
        "weight": form.rule.weight,
        "indicated": finding.indicated.truth.value,
        "reasons": _reasons(catalogue, finding),
        "order_reason": finding.order or None,
        "failing": condition_json(catalogue, finding.failing) if finding.failing else None,
        "open_questions": [
            {"question": name, "text": catalogue.question_by_id[name].text, "who": list(catalogue.question_by_id[name].who)}
            for name in finding.open_questions
        ],
        "decides": form.decides,
        "legal_basis": basis_json(catalogue, form.basis),
        "partners": [
            {"id": partner.id, "name": partner.short, **own_json(catalogue, partner), "why": link.why}
            for link in form.measure.partners
            for partner in (catalogue.partner_by_id[link.partner],)
        ],
        "practices": [practice.id for practice in practices_of(catalogue, form)],
        "safeguards": list(safeguards(catalogue, form, answers)),
    }


def measure_json(catalogue: Catalogue, measure: Measure) -> Json:
    """Return one measure with all its forms."""
    plain = measure.model_dump(mode="json", by_alias=True, exclude={"variants", "source"})
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        **plain,
        **own_json(catalogue, measure),
        "errata": [erratum.model_dump(mode="json") for erratum in catalogue.errata if measure.id in erratum.measures],
        "sources": sources_json(catalogue, measure.source),
        "relations": [
            _relation(catalogue, related, related.own, related.other)
            for name in dict.fromkeys((measure.id, *(variant.id for variant in measure.variants)))
            for related in catalogue.related_by_name.get(name, ())
        ],
        "variants": [form_json(catalogue, form) for form in catalogue.forms_of(measure)],
    }


def entry_json(catalogue: Catalogue, record: Partner | Practice) -> Json:
    """Return a partner or an example."""
    return {**record.model_dump(mode="json"), **own_json(catalogue, record)}


def form_json(catalogue: Catalogue, form: Form) -> Json:
    """Return one form of a measure."""
    duration, mandate, breach, renewal = form.max_duration, form.police_mandate, form.breach, form.renewal
    sources = dict.fromkeys([*form.variant.summary.source, *(duration.source if duration else ()), *(mandate.source if mandate else ())])
    return {
        "id": form.id,
        "name": form.name,
        "summary": form.variant.summary.text,
        "weight": form.rule.weight,
        "request_only": form.rule.request,
        "legal_basis": basis_json(catalogue, form.basis),
        "decides": form.decides,
        "max_duration": duration.text if duration else None,
        "renewal": renewal.text if renewal else None,
        "police_mandate": mandate.allowed.value if mandate else None,
        "police_mandate_note": mandate.text if mandate else None,
        "boa_mandate": catalogue.boa_mandate_by_power[form.power.id].allowed.value if form.power else None,
        "consults": [{"partner": item.partner, "duty": item.duty, "after": item.after, "text": item.text} for item in form.consults],
        "breach": breach.text if breach else None,
        "conditions": [_condition_record(catalogue, name) for name in form.condition_ids],
        "safeguards": list(safeguards(catalogue, form, Answers())),
        "procedure": procedure_json(catalogue, form),
        "sources": sources_json(catalogue, tuple(sources)),
    }


def basis_json(catalogue: Catalogue, bases: Sequence[Basis]) -> list[Json]:
    """Return legal bases with law, article, paragraph, BWB id, link and the date of the text that was read."""
    rows = []
    for basis in bases:
        article = catalogue.article_by_id[basis.article]
        law = catalogue.law_by_id[article.law]
        rows.append(
            {
                "law": law.name,
                "article": article.number,
                "paragraph": basis.paragraph,
                "bwb_id": law.bwb_id,
                "url": article_url(catalogue, basis.article),
                **dates_json(article),
            }
        )
    return rows


def dates_json(article: Article) -> Json:
    """Return the date of the text that was read, and the date on which it was found unchanged."""
    return {name: value.isoformat() if (value := getattr(article, name)) else None for name in ("text_date", "checked")}


def sources_json(catalogue: Catalogue, sources: Sequence[str]) -> list[Json]:
    """Return sources with what the reader sees and where it can be read."""
    return [{"ref": source, "text": cite(catalogue, source), "url": _url(catalogue, source)} for source in sources]


def estimate_json(catalogue: Catalogue, estimates: Sequence[Estimate]) -> Json:
    """Return what is known of a current scheme (null while unknown) and the illustrations."""
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "current": None,
        "note": catalogue.current_scheme.text,
        "look_at": list(catalogue.current_scheme.look_at),
        "estimates": [
            {
                "scheme": estimate.scheme.id,
                "status": estimate.scheme.status,
                "band": estimate.bands[0].id if len(estimate.bands) == 1 else [band.id for band in estimate.bands],
                "maximum_eur": _number(estimate.maximum_eur),
                "certain": estimate.certain,
                "certain_eur": _number(estimate.certain_eur),
                "window": estimate.scheme.window,
                "cost_period": estimate.scheme.cost_period,
                "ceiling_eur": _number(estimate.scheme.ceiling_eur),
                "notes": [note.text for note in estimate.scheme.notes],
                "sources": sources_json(catalogue, estimate.scheme.source),
            }
            for estimate in estimates
        ],
    }


def _relations_met(catalogue: Catalogue, assessment: Assessment, finding: Finding) -> list[Json]:
    met = relations_met(catalogue, assessment, finding)
    return [_relation(catalogue, related, finding.form.id, other.form.id) for related, other in met]


def _relation(catalogue: Catalogue, related: Related, form: str, other: str) -> Json:
    return {
        "id": related.relation.id,
        "kind": related.sense.value,
        "form": form,
        "other": other,
        "text": related.text,
        "enforced_by": related.relation.enforced_by,
        "sources": sources_json(catalogue, related.source),
    }


def _reasons(catalogue: Catalogue, finding: Finding) -> list[Json]:
    reasons: list[Json] = [{"kind": "lead", "text": text, "truth": "yes"} for text in finding.leads]
    return reasons + [{"kind": "condition", **condition_json(catalogue, item)} for item in finding.tested]


def condition_json(catalogue: Catalogue, item: Tested) -> Json:
    """Return one legal condition with its truth."""
    return {**_condition_record(catalogue, item.condition.id), "truth": item.truth.value}


def _condition_record(catalogue: Catalogue, name: str) -> Json:
    condition = catalogue.condition_by_id[name]
    article = catalogue.article_by_id[condition.article]
    return {
        "condition": condition.id,
        "text": condition.text,
        **own_json(catalogue, condition),
        "law": catalogue.law_by_id[article.law].name,
        "article": article.number,
        "paragraph": condition.paragraph,
        "bwb_id": catalogue.law_by_id[article.law].bwb_id,
        **dates_json(article),
        "cited": condition_place(catalogue, condition),
        "url": article_url(catalogue, condition.article),
        "way_on": condition.way_on,
        "instead": list(condition.instead),
        "sources": sources_json(catalogue, condition.source),
    }


def _url(catalogue: Catalogue, source: str) -> str | None:
    kind, _, rest = source.partition(" ")
    if kind == "art":
        return article_url(catalogue, rest.split(":")[0])
    if kind == "doc":
        return catalogue.document_by_id[rest].url
    if source.startswith("ECLI:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={source}"
    return None


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == int(amount) else float(amount)
