"""Whether the period that was given fits the rows that are there."""

from __future__ import annotations

from itertools import takewhile

from toolbox_cli.evidence.picture import Count, Picture
from toolbox_cli.reports.evidence_words import month_label
from toolbox_cli.reports.figure_text import number
from toolbox_cli.reports.words import listed

ENOUGH = 10  # fewer incidents may well leave months empty


def period_doubt(picture: Picture) -> str:
    """Return what is odd about the period: no row falls in it, or it begins or ends with months without any; empty when nothing is."""
    if picture.total == 0:
        left = len(picture.unused)
        return f"Geen van de {number(left)} rijen in het bestand telt mee. Klopt de periode?" if left and not picture.public else ""
    months = picture.months.items
    if picture.public or picture.total is None or picture.total < ENOUGH:
        return ""
    ends = (*_empty(months), *reversed(_empty(months[::-1])))
    if not ends:
        return ""
    named = [month_label(item.label) for item in ends]
    shown = listed(named) if len(named) <= 3 else f"{len(named)} maanden, van {named[0]} tot en met {named[-1]}"
    return (
        f"In {shown} staat geen enkel incident, aan het begin of het eind van de periode. Klopt de periode? Liep de registratie korter, "
        "dan zijn het gemiddelde en het verloop niet goed."
    )


def _empty(months: tuple[Count, ...]) -> tuple[Count, ...]:
    """The months without incidents before the first that has any."""
    return tuple(takewhile(lambda item: item.number == 0, months))
