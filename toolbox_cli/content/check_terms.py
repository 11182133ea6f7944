"""Rules about terms: every power has been looked at, and what it mentions exists."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue


def terms(catalogue: Catalogue) -> Iterator[Fault]:
    """Every power says how long a decision lasts or why that is not known, with a protection that exists."""
    known = {protection.id for protection in catalogue.protections}
    for index, power in enumerate(catalogue.powers):
        if power.term is None:
            yield Fault("powers", index, ("term",), "zeg hoe lang een besluit geldt, of bij 'set_by' wie dat bepaalt")
        elif power.term.protection not in known:
            what = f"'{power.term.protection}' bestaat niet; kies uit {', '.join(sorted(known))}"
            yield Fault("powers", index, ("term", "protection"), what)
