"""The grant estimate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
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
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Laat zien wat bekend is over subsidie (SPUK), met gesloten regelingen als voorbeeld."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.grant.bands import estimate

    municipalities = _municipalities(places or [], without_location=without_location)
    catalogue = load_catalogue()
    estimates = [estimate(item, municipalities) for item in _schemes(catalogue, scheme)]
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import estimate_json

        print_json(estimate_json(catalogue, estimates))
        return
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.estimate import compose_estimate

    show(compose_estimate(catalogue, municipalities, estimates))


def _municipalities(places: Sequence[str], *, without_location: bool) -> tuple[Municipality, ...]:
    from toolbox_cli.errors import UsageError
    from toolbox_cli.grant.bands import Municipality

    found = [Municipality(_whole(text)) for text in places]
    if without_location:
        found.append(Municipality(None))
    if not found:
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


def _schemes(catalogue: Catalogue, wanted: str | None) -> tuple[Scheme, ...]:
    from toolbox_cli.errors import NotFoundError

    if wanted is None:
        return catalogue.schemes
    found = catalogue.scheme_by_id.get(wanted.strip())
    if found is None:
        known = ", ".join(sorted(catalogue.scheme_by_id))
        raise NotFoundError(
            f"over een regeling '{wanted}' is niets bekend", f"Bekende regelingen: {known}. {catalogue.current_scheme.text}"
        )
    return (found,)
