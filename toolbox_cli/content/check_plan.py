"""Rules about what the content contributes to an action plan; all faults are returned, none raised."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue

_FIELD = "plan"
FACTS = ("goals", "communication", "displacement", "budget")


def check_plan(catalogue: Catalogue) -> Iterator[Fault]:
    """Every fact of the plan has somebody who can fill it in, and no form has two suggestions of one kind."""
    if catalogue.plan is None:  # it could not be read
        return
    for key, name in (("indicators", "form"), ("displacement", "form"), ("fillers", "about")):
        seen: set[str] = set()
        for at, item in enumerate(getattr(catalogue.plan, key)):
            if (value := getattr(item, name)) in seen:
                yield Fault(_FIELD, None, (key, at, name), f"'{value}' staat hier al; houd er één")
            seen.add(value)
    missing = [fact for fact in FACTS if fact not in {item.about for item in catalogue.plan.fillers}]
    if missing:
        yield Fault(_FIELD, None, ("fillers",), f"zeg wie dit kan invullen: {', '.join(missing)}")
