"""Plain values as YAML text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

Wanted = str | None | Sequence["Wanted"] | Mapping[str, "Wanted"]


def rendered(wanted: Mapping[str, Wanted]) -> str:
    """Return the text of a new file."""
    return yaml.safe_dump(wanted, sort_keys=False, allow_unicode=True, default_flow_style=None, width=10_000)


def edited(text: str, wanted: Mapping[str, Wanted]) -> str:
    """Return the text with these values."""
    return rendered(wanted) if text else ""
