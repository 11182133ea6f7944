"""The days that follow from the first day of a decision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from datetime import date, time

    from toolbox_cli.analysis.term import Timeline
    from toolbox_cli.model.catalogue import Catalogue, Form
    from toolbox_cli.model.term import Length


def term(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="VARIANT", help="Variant van een maatregel: gebiedsverbod/172a.", autocompletion=names_of("measure")),
    ] = None,
    start: Annotated[str | None, typer.Option(metavar="DATUM", help="De eerste dag: 2026-03-12 of 12-3-2026. Verplicht.")] = None,
    length: Annotated[str | None, typer.Option(metavar="DUUR", help="De duur in uw besluit of APV: 24u, 10d, 4w, 3m of 1j.")] = None,
    time: Annotated[str | None, typer.Option(metavar="UU:MM", help="Het begin, als de duur in uren is.")] = None,
    renewal: Annotated[int | None, typer.Option(metavar="AANTAL", min=1, help="Toon deze verlenging vooraan: 1, 2, …")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATUM", help="Dag van bekendmaking, voor het bezwaar; anders de eerste dag.")
    ] = None,
    days: Annotated[str | None, typer.Option(metavar="DATUM,…", help="Toets een lijst van losse dagen.")] = None,
    days_file: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Hetzelfde uit een bestand, één dag per regel.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Reken uit wanneer een besluit eindigt, tot wanneer verlengen kan en tot wanneer bezwaar loopt."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.dates import day_from, days_from, length_from, time_from
    from toolbox_cli.errors import UsageError

    if not words or not start:
        raise UsageError("geef een variant en een eerste dag", "Bijvoorbeeld: toolbox term gebiedsverbod/172a --start 2026-03-12")
    first = day_from(start, "--start")
    own = length_from(length) if length else None
    at = time_from(time) if time else None
    planned = days_from(days, days_file)
    made_known = day_from(published, "--published") if published else first
    catalogue = load_catalogue()
    form = _form(catalogue, " ".join(words))
    _possible(catalogue, form, own, first, at, planned, renewal)
    found = _found(catalogue, form, first, own, at, planned, made_known)
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.term_json import term_json

        print_json(term_json(catalogue, form, found, renewal=renewal, assumed=published is None))
    else:
        from toolbox_cli.cli.screen import show
        from toolbox_cli.reports.term import compose_term

        show(compose_term(catalogue, form, found, renewal=renewal, assumed=published is None))
    if found.spread is not None and not found.spread.fits:
        raise typer.Exit(1)


def _form(catalogue: Catalogue, name: str) -> Form:
    """The one form by this name; several forms, and what the law does not allow, are errors that say what to do."""
    from toolbox_cli.cli.lookup import resolved
    from toolbox_cli.errors import ToolboxError, UsageError
    from toolbox_cli.model.measure import Origin
    from toolbox_cli.reports.words import bases

    ids = resolved("measure", name)
    every = [form for one in ids for form in _forms(catalogue, one)]
    forms = [form for form in every if form.measure.origin is not Origin.REFUSAL] or every
    if len(forms) > 1:
        raise UsageError(f"bij '{name}' hoort meer dan één variant; kies er één", f"Kies uit: {', '.join(form.id for form in forms)}.")
    form = forms[0]
    if form.measure.origin is Origin.REFUSAL:
        ways = " ".join(catalogue.condition_by_id[one].way_on for one in form.condition_ids)
        raise ToolboxError(f"{form.name}: dit kan niet volgens de wet, dus er is geen termijn ({bases(catalogue, form)})", ways)
    return form


def _forms(catalogue: Catalogue, one: str) -> tuple[Form, ...]:
    if one in catalogue.measure_by_id:
        return catalogue.forms_of(catalogue.measure_by_id[one])
    return (catalogue.form_by_id[one],)


def _found(
    catalogue: Catalogue, form: Form, start: date, length: Length | None, at: time | None, days: tuple[date, ...], published: date
) -> Timeline:
    from toolbox_cli.analysis.term import timeline
    from toolbox_cli.reports.term import protection_of

    return timeline(
        form.power.term if form.power else None,
        protection_of(catalogue, form),
        catalogue.holidays,
        catalogue.counting,
        start=start,
        published=published,
        length=length,
        at=at,
        days=days,
    )


def _possible(
    catalogue: Catalogue, form: Form, length: Length | None, start: date, at: time | None, days: tuple[date, ...], renewal: int | None
) -> None:
    """Refuse, with the article, what the law does not allow, and ask for what is missing."""
    from datetime import datetime

    from toolbox_cli.analysis.term import exists, fits
    from toolbox_cli.errors import ToolboxError, UsageError
    from toolbox_cli.model.term import SetBy, Unit
    from toolbox_cli.reports.term import length_words, ordinal
    from toolbox_cli.reports.words import cite, listed

    term = form.power.term if form.power else None
    maximum, renewals = (term.maximum, term.renewals) if term else (None, None)
    if days and not (term and term.spread):
        raise UsageError(f"{form.id}: --days kan hier niet; losse dagen kent deze variant niet")
    if days and (length or renewal):
        raise UsageError("losse dagen (--days) gaan niet samen met --length of --renewal")
    if length and term and term.set_by is SetBy.LAW and maximum and not fits(start, length, maximum):
        ground = listed(cite(catalogue, ref) for ref in term.source)
        raise ToolboxError(f"{length_words(length)} is te lang: ten hoogste {length_words(maximum)} ({ground})")
    if renewal and renewals and renewal > renewals.count:
        ground = listed(cite(catalogue, ref) for ref in renewals.source)
        raise ToolboxError(f"een {ordinal(renewal)} kan niet ({ground})", renewals.text)
    if renewal and not renewals:
        said = form.renewal.text if form.renewal else "Over verlengen is voor deze variant niets opgezocht."
        raise ToolboxError(f"{form.id}: hoe vaak verlengen kan, is hier niet bekend", said)
    own = length or maximum
    if own and own.unit is Unit.HOURS and not days:
        if at is None:
            raise UsageError(f"de duur is in uren ({length_words(own)}); geef het begin met --time", "Bijvoorbeeld: --time 22:00")
        if not exists(datetime.combine(start, at)):
            raise UsageError(f"--time {at:%H:%M}: deze tijd bestaat op die dag niet, want de klok gaat dan een uur vooruit")
    elif at is not None:
        raise UsageError("--time hoort alleen bij een duur in uren")
