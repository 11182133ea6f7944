"""What the tool refuses to look up: a request that the law does not allow, with the ground and the lawful route; and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.search.guard import Place


def refuse_unlawful(text: str, place: Place | None = None) -> None:
    """Raise RefusedError when the text asks for something the law does not allow, such as a measure on a group by origin.

    Call it with what a user typed where the name of a measure is expected. What an entry is called is never refused: its own page says
    why it is not possible.
    """
    from toolbox_cli.cli.ready import load_guard, load_index
    from toolbox_cli.search.guard import Place, error_of, refusal_of
    from toolbox_cli.search.names import is_exact

    refusal = refusal_of(load_guard(), text, place or Place.NAME)
    if refusal is not None and not any(is_exact(entries, text) for entries in load_index().values()):
        raise error_of(refusal)


def refuse_named(field: str, text: str) -> None:
    """Raise PersonalDataError when what was looked up and not found is about a person: another spelling will not help."""
    from toolbox_cli.cli.ready import load_personal
    from toolbox_cli.search.personal import refuse_personal

    refuse_personal(load_personal(), field, text)
