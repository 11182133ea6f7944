"""The name that was probably meant, for the end of an error."""

from __future__ import annotations

from collections.abc import Iterable


def meant(name: str, known: Iterable[str], otherwise: str = "controleer de spelling") -> str:
    """Return which known name was probably meant, as the end of a sentence; `otherwise` when none looks like it."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return f"bedoelt u '{near[0]}'?" if near else otherwise
