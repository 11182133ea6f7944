"""Rules about what the content contributes to an action plan; all faults are returned, none raised."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue

_FIELD = "plan"


def check_plan(catalogue: Catalogue) -> Iterator[Fault]:
    """No form has two suggestions of one kind."""
    if catalogue.plan is None:  # it could not be read
        return
    for key in ("indicators", "displacement"):
        seen: set[str] = set()
        for at, item in enumerate(getattr(catalogue.plan, key)):
            if item.form in seen:
                yield Fault(_FIELD, None, (key, at, "form"), f"'{item.form}' staat hier al; houd er één")
            seen.add(item.form)
