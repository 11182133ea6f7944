"""Rules about terms: every power has been looked at, and what it mentions exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolbox_cli.content.walk import texts_of
from toolbox_cli.model.catalogue import Catalogue

if TYPE_CHECKING:
    from toolbox_cli.content.fault import Fault


def terms(catalogue: Catalogue) -> Iterator[Fault]:
    """Every power says how long a decision lasts or why that is not known, with a protection and sources that exist."""
    from toolbox_cli.content.checks import _known_sources  # checks lists this check
    from toolbox_cli.content.fault import Fault

    known = {protection.id for protection in catalogue.protections}
    for index, power in enumerate(catalogue.powers):
        if power.term is None:
            yield Fault("powers", index, ("term",), "zeg hoe lang een besluit geldt, of bij 'set_by' wie dat bepaalt")
        elif power.term.protection not in known:
            what = f"'{power.term.protection}' bestaat niet; kies uit {', '.join(sorted(known))}"
            yield Fault("powers", index, ("term", "protection"), what)
    if catalogue.counting is None:
        return
    sources = _known_sources(catalogue)
    for place, key, text in texts_of(catalogue.counting):
        if key == "source" and _without_paragraph(text) not in sources:
            yield Fault("counting", None, place, f"'{text}' bestaat niet; controleer de spelling")
    for name in type(catalogue.counting).model_fields:
        if getattr(getattr(catalogue.counting, name), "source", None) == ():
            yield Fault("counting", None, (name, "source"), "de bron ontbreekt; noem artikel, uitspraak of eigen lezing")


def _without_paragraph(source: str) -> str:
    return source.split(":")[0] if source.startswith("art ") else source
