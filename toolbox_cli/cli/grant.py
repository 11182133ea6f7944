"""The grant estimate, and a budget tested against a scheme."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from toolbox_cli.cli.budget import Asked
    from toolbox_cli.grant.bands import Municipality
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.scheme import Scheme

MOST_PLACES = 100_000


def spuk_estimate(
    places: Annotated[
        list[str] | None,
        typer.Option(metavar="AANTAL", help="Opvangplekken volgens de bestuursovereenkomst met het COA; vaker voor gemeenten samen."),
    ] = None,
    without_location: Annotated[
        bool, typer.Option("--without-location", help="Tel (ook) een gemeente zonder bestuursovereenkomst die wel overlast heeft.")
    ] = False,
    scheme: Annotated[
        str | None, typer.Option(metavar="JAAR", help="Alleen deze regeling, bijvoorbeeld 2023.", autocompletion=names_of("scheme"))
    ] = None,
    scheme_file: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Een eigen regeling; --scheme-template geeft een voorbeeld om in te vullen.")
    ] = None,
    budget: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Toets een begroting regel voor regel: YAML, CSV of een werkmap.")
    ] = None,
    own_money: Annotated[
        str | None, typer.Option(metavar="BEDRAG", help="Eigen geld: wat valt af als de subsidie tegenvalt, naar uw prioriteiten.")
    ] = None,
    application: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Welke onderdelen van de aanvraag er zijn (YAML): is zij volledig?")
    ] = None,
    check_iban: Annotated[
        bool, typer.Option("--check-iban", help="Vraag om een IBAN en toets alleen de vorm; het nummer wordt niet bewaard of getoond.")
    ] = False,
    date: Annotated[str | None, typer.Option(metavar="DAG", help="Kan er op deze dag worden aangevraagd?")] = None,
    scheme_template: Annotated[
        bool, typer.Option("--scheme-template", help="Geef een regeling om in te vullen, voor --scheme-file.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Laat zien wat bekend is over subsidie (SPUK), met gesloten regelingen als voorbeeld, en toets een begroting."""
    if scheme_template:
        from toolbox_cli.content.scheme_file import template

        print(template(), end="")
        return
    of_application = {"--application": application, "--check-iban": check_iban or None, "--date": date}
    if budget is None:
        _refuse_given({"--own-money": own_money, **of_application}, "hoort bij een begroting", "Voeg --budget BESTAND toe.")
    municipalities = _municipalities(places or [], without_location=without_location, needed=budget is None)
    from toolbox_cli.cli.content_source import load_catalogue

    catalogue = load_catalogue()
    schemes, own = schemes_asked(catalogue, scheme, scheme_file)
    if budget is None:
        _estimate(catalogue, municipalities, schemes, own=own, as_json=as_json)
        return
    from toolbox_cli.cli.budget import Asked, asked_iban, own_money_from
    from toolbox_cli.cli.dates import day_from

    chosen = schemes[0] if scheme is not None or own else None
    if chosen is None:
        _refuse_given(of_application, "kan alleen bij een regeling", "Voeg --scheme JAAR of --scheme-file BESTAND toe.")
    on = day_from(date, "--date") if date is not None else None
    money = own_money_from(own_money)
    iban = asked_iban() if check_iban else None
    _budget(catalogue, budget, Asked(chosen, own, municipalities, money, application, iban, on), as_json=as_json)


def _budget(catalogue: Catalogue, file: Path, asked: Asked, *, as_json: bool) -> None:
    from toolbox_cli.cli.budget import budget_document, budget_values

    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(budget_values(catalogue, file, asked))
        return
    from toolbox_cli.cli.screen import show

    document = budget_document(catalogue, file, asked)
    if asked.own_money is None:
        document.paragraph("Welke regels afvallen als de subsidie tegenvalt: --own-money BEDRAG.", muted=True)
    show(document)


def _estimate(catalogue: Catalogue, municipalities: Sequence[Municipality], schemes: Sequence[Scheme], *, own: bool, as_json: bool) -> None:
    from toolbox_cli.grant.bands import estimate

    estimates = [estimate(item, municipalities) for item in schemes]
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import estimate_json

        print_json(estimate_json(catalogue, estimates) | ({"checked_by_toolbox": False} if own else {}))
        return
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.estimate import compose_estimate

    show(compose_estimate(catalogue, municipalities, estimates, own=own))


def _refuse_given(options: Mapping[str, object], why: str, hint: str) -> None:
    """Raise UsageError for the first of these options that was given."""
    from toolbox_cli.errors import UsageError

    for name, value in options.items():
        if value is not None:
            raise UsageError(f"{name} {why}", hint)


def _municipalities(places: Sequence[str], *, without_location: bool, needed: bool) -> tuple[Municipality, ...]:
    from toolbox_cli.errors import UsageError
    from toolbox_cli.grant.bands import Municipality

    found = [Municipality(_whole(text)) for text in places]
    if without_location:
        found.append(Municipality(None))
    if not found and needed:
        raise UsageError(
            "geef het aantal opvangplekken met --places, of --without-location", "Bijvoorbeeld: toolbox spuk-estimate --places 400"
        )
    return tuple(found)


def _whole(text: str) -> int:
    from toolbox_cli.errors import UsageError

    compact = text.strip()
    if not re.fullmatch(r"\d{1,9}|\d{1,3}(\.\d{3})+", compact, flags=re.ASCII):
        raise UsageError(f"--places {text}: dit is geen geheel aantal van 0 of meer", "Schrijf alleen cijfers, bijvoorbeeld --places 400.")
    count = int(compact.replace(".", ""))
    if count > MOST_PLACES:
        raise UsageError(f"--places {text}: dit is meer dan {MOST_PLACES} plekken; controleer het aantal")
    return count


def schemes_asked(catalogue: Catalogue, wanted: str | None, file: Path | None) -> tuple[tuple[Scheme, ...], bool]:
    """Return the schemes that were asked for, all of them when none was, and whether it is the user's own; raises an error otherwise."""
    from toolbox_cli.errors import NotFoundError, UsageError

    if wanted is not None and file is not None:
        raise UsageError("geef --scheme of --scheme-file, niet beide")
    if file is not None:
        from toolbox_cli.content.scheme_file import read_scheme

        return (read_scheme(file, catalogue),), True
    if wanted is None:
        return catalogue.schemes, False
    found = catalogue.scheme_by_id.get(wanted.strip())
    if found is None:
        known = ", ".join(sorted(catalogue.scheme_by_id))
        raise NotFoundError(
            f"over een regeling '{wanted}' is niets bekend", f"Bekende regelingen: {known}. {catalogue.current_scheme.text}"
        )
    return (found,), False
