"""Parts of the incidents (places, kinds, hours) as rows chosen and counted per week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from toolbox_cli.errors import NotFoundError
from toolbox_cli.evidence.effect import Part, Trial
from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.evidence.tally import NO_HOUR, codes

if TYPE_CHECKING:
    from numpy.typing import NDArray

REST = "overige plaatsen"
OTHER_HOURS = "overige uren"
MOST_NAMED = 8


def chosen(incidents: Incidents, part: Part) -> NDArray[Any]:
    """Return which rows belong to the part; a row of which the place, kind or hour is not known belongs to no part that asks for it."""
    import numpy as np

    found = np.ones(incidents.frame.height, dtype=bool)
    for name, wanted, labels in (("place", part.places, incidents.places), ("kind", part.kinds, incidents.kinds)):
        if wanted:
            found &= np.isin(codes(incidents.frame, name, len(labels)), [labels.index(label) for label in wanted])
    if part.hours is not None:
        found &= np.isin(_hours(incidents), sorted(hours_of(*part.hours)))
    return found


def rest_of(incidents: Incidents, trial: Trial) -> tuple[str, NDArray[Any]] | None:
    """Return what the target and the neighbours leave over, to compare with: other places, or other hours when the target is about hours.

    Of the same kinds as the target, and for places in the same hours. None when nothing is left over.
    """
    import numpy as np

    target = trial.target
    taken = (target, *trial.neighbours)
    if target.places:
        places = frozenset().union(*(part.places for part in taken))
        left = frozenset(incidents.places) - places
        label, mask = REST, chosen(incidents, Part(left, target.kinds, target.hours)) if left else None
    elif target.hours is not None:
        hours = {hour for part in taken if part.hours is not None for hour in hours_of(*part.hours)}
        free = [hour for hour in range(NO_HOUR) if hour not in hours]
        label, mask = OTHER_HOURS, chosen(incidents, Part(kinds=target.kinds)) & np.isin(_hours(incidents), free)
    else:
        return None
    return (label, mask) if mask is not None and mask.any() else None


def check_names(incidents: Incidents, parts: Iterable[Part]) -> None:
    """Refuse a part with a place or kind that is not in the figures, naming those that are."""
    for part in parts:
        for what, wanted, known in (("plaats", part.places, incidents.places), ("soort", part.kinds, incidents.kinds)):
            for name in sorted(wanted - set(known)):
                raise NotFoundError(f"de cijfers hebben geen {what} '{name}'", f"er zijn wel: {_named(sorted(known))}" if known else "")


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} en nog {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else shown


def _hours(incidents: Incidents) -> NDArray[Any]:
    found: NDArray[Any] = incidents.frame["hour"].fill_null(NO_HOUR).to_numpy()
    return found
