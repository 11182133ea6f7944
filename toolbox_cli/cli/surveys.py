"""Surveys on the command line: read, with how many people were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.cli.figures import described, only_here
from toolbox_cli.cli.figures_told import Told

if TYPE_CHECKING:
    from toolbox_cli.evidence.survey import Survey
    from toolbox_cli.model.catalogue import Catalogue


def read_surveys(
    catalogue: Catalogue,
    files: Sequence[Path],
    told: Told,
    invited: Sequence[str],
    period: tuple[date, date] | None = None,
    beside: Sequence[Path] = (),
) -> list[Survey]:
    """Return what each survey says; what was told about registrations (source, period, definition) is not about surveys.

    `period` are the days that the surveys are about; otherwise it is in the file beside each survey, or not known. `beside` are the files
    of registrations that were given too.
    """
    from toolbox_cli.cli.progress import hear_interrupts
    from toolbox_cli.content.surveys import read_survey

    asked = invited_from(catalogue, invited)
    found = []
    for path in files:
        known = described(catalogue, path, None)
        said = only_here(catalogue, told, path, (*files, *beside)).over(known)
        start, end = period or (known.start, known.end)
        about = replace(
            said, source=known.source, registered_by=known.registered_by, definition=known.definition,
            start=start, end=end, invited={**known.invited, **asked},
        )  # fmt: skip
        found.append(read_survey(path, catalogue, about, header=told.reading.header, sheet=told.reading.sheet))
    hear_interrupts()
    return found


def invited_from(catalogue: Catalogue, typed: Sequence[str]) -> dict[str, int]:
    """Return by group how many people were asked: winkeliers=40; raises UsageError for what is not understood."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.evidence.survey import group_id

    found = {}
    for one in typed:
        group, _, number = one.partition("=")
        if not group.strip() or not number.strip().isdecimal() or len(number.strip()) > 7:
            raise UsageError(f"--invited {one}: geef een groep en een aantal", "Bijvoorbeeld: --invited winkeliers=40")
        found[group_id(group.strip(), catalogue.evidence)] = int(number)
    return found
