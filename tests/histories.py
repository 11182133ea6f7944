"""The shipped content with a made-up history, for tests of what becomes of an older case."""

from __future__ import annotations

from typing import Any

from helpers import CATALOGUE

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.history import ContentVersion


def with_history(*versions: dict[str, Any]) -> Catalogue:
    """Return the content as version 3.0, after 1.0 and 2.0; each dict says what its version changed, from 2.0 on."""
    changes = [{}, *versions, {}, {}][:3]
    history = tuple(
        ContentVersion.model_validate({"version": f"{number}.0", "published": f"2026-0{number}-01", "summary": "Een proef.", **change})
        for number, change in enumerate(changes, start=1)
    )
    edition = CATALOGUE.edition.model_copy(update={"version": "3.0", "published": history[-1].published})
    fields = {name: getattr(CATALOGUE, name) for name in Catalogue.model_fields}
    return Catalogue.model_construct(**{**fields, "edition": edition, "history": history})


def renamed(old: str, new: str) -> dict[str, str]:
    """Return a rename as the history has it."""
    return {"from": old, "to": new}


def removed(name: str, *instead: str) -> dict[str, Any]:
    """Return a removal as the history has it."""
    return {"id": name, "because": "Dit deed er niet meer toe", "instead": list(instead)}
