"""The days that follow from a first day, as plain values; the same content as the text."""

from __future__ import annotations

from datetime import date

from toolbox_cli.analysis.term import Extended, Objection, Period, SpreadCheck, Timeline
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.term import Length, Protection
from toolbox_cli.reports.as_json import SCHEMA_VERSION, Json, sources_json
from toolbox_cli.reports.own import own_json
from toolbox_cli.reports.term import counted, problems, protection_of, texts_read


def term_json(catalogue: Catalogue, form: Form, found: Timeline, *, renewal: int | None = None, assumed: bool = False) -> Json:
    """Return the outcome with ISO dates; what is not known is null."""
    term = form.power.term if form.power else None
    duration, renewals = form.max_duration, term.renewals if term else None
    clock = found.hours
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "variant": form.id,
        "name": form.name,
        **own_json(catalogue, form.measure),
        "set_by": term.set_by.value if term else None,
        "maximum": _length(term.maximum if term else None),
        "maximum_sources": sources_json(catalogue, term.source if term else ()),
        "duration": {"text": duration.text, "sources": sources_json(catalogue, duration.source)} if duration else None,
        "length": _length(found.length),
        "first_day": found.start.isoformat(),
        "last_day": found.run[0].last.isoformat() if found.run else None,
        "start_time": clock.start.isoformat(timespec="minutes") if clock else None,
        "end_time": clock.end.isoformat(timespec="minutes") if clock else None,
        "clock_changes": clock.clock_changes if clock else None,
        "renewals": [_period(period) for period in found.run[1:]],
        "renewals_allowed": renewals.count if renewals else None,
        "renewal_asked": renewal,
        "total_last_day": found.run[-1].last.isoformat() if found.run else None,
        "renewal_rules": [_said(catalogue, item) for item in _renewal_rules(form)],
        "reviews": _dates(found.reviews),
        "review_rule": _said(catalogue, term.review) if term and term.review else None,
        "spread": _spread(catalogue, form, found.spread),
        "protection": _protection(catalogue, protection_of(catalogue, form), found.objection, assumed=assumed),
        "notes": [_said(catalogue, item) for item in (term.notes if term else ())],
        "counting": [_said(catalogue, item) for item in counted(catalogue, found)],
        "texts_read": texts_read(catalogue, form, found),
        "law_note": catalogue.edition.law_note,
    }


def _renewal_rules(form: Form) -> tuple[Statement, ...]:
    renewals = form.power.term.renewals if form.power and form.power.term else None
    if renewals is None:
        return (form.renewal,) if form.renewal else ()
    return (Statement.model_construct(text=renewals.text, source=renewals.source), *renewals.notes)


def _spread(catalogue: Catalogue, form: Form, check: SpreadCheck | None) -> Json | None:
    spread = form.power.term.spread if form.power and form.power.term else None
    if spread is None:
        return None
    rule = {
        "days": spread.days,
        "within": _length(spread.within),
        "text": spread.text,
        "sources": sources_json(catalogue, spread.source),
        "check": None,
    }
    if check is None:
        return rule
    return rule | {
        "check": {
            "fits": check.fits,
            "days": _dates(check.days),
            "doubles": _dates(check.doubles),
            "last_possible_day": check.limit.isoformat(),
            "too_many": check.too_many,
            "too_late": _dates(check.too_late),
            "too_early": _dates(check.too_early),
            "problems": list(problems(check)),
        }
    }


def _protection(catalogue: Catalogue, protection: Protection | None, found: Objection | None, *, assumed: bool) -> Json | None:
    if protection is None:
        return None
    return {
        "id": protection.id,
        **_said(catalogue, protection.summary),
        "published": found.published.isoformat() if found else None,
        "published_assumed": assumed if found else None,
        "objection_first_day": found.first.isoformat() if found else None,
        "objection_last_day": _extended(found.last) if found else None,
        "decisions": [
            {
                "case": item.term.name,
                "last_day": _extended(item.last),
                "after_postponement": _extended(item.postponed) if item.postponed else None,
                "sources": sources_json(catalogue, item.term.source),
            }
            for item in (found.decisions if found else ())
        ],
        "notes": [_said(catalogue, item) for item in (protection.notes if found else ())],
    }


def _extended(found: Extended) -> Json:
    return {
        "last_day": found.last.isoformat(),
        "counted": found.counted.isoformat(),
        "holidays": list(found.holidays),
        "other_days_unknown": found.unsure,
    }


def _period(period: Period) -> Json:
    return {"number": period.number, "first_day": period.first.isoformat(), "last_day": period.last.isoformat()}


def _length(length: Length | None) -> Json | None:
    return {"amount": length.amount, "unit": length.unit.value} if length else None


def _dates(days: tuple[date, ...]) -> list[str]:
    return [value.isoformat() for value in days]


def _said(catalogue: Catalogue, item: Statement) -> Json:
    return {"text": item.text, "sources": sources_json(catalogue, item.source)}
