"""Surveys on the command line: read, with how many people were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.cli.figures import Told, described

if TYPE_CHECKING:
    from toolbox_cli.evidence.survey import Survey
    from toolbox_cli.model.catalogue import Catalogue


def read_surveys(catalogue: Catalogue, files: Sequence[Path], told: Told, invited: Sequence[str]) -> list[Survey]:
    """Return what each survey says; a survey keeps its own period, and --period fills it in when there is none."""
    asked = invited_from(catalogue, invited)
    return [_read(catalogue, path, told, asked) for path in files]


def _read(catalogue: Catalogue, path: Path, told: Told, invited: dict[str, int]) -> Survey:
    from toolbox_cli.content.tables.personal import label_guard
    from toolbox_cli.content.tables.reading import read_table
    from toolbox_cli.evidence.survey import Row, survey_of
    from toolbox_cli.evidence.survey_columns import survey_roles

    rules, shown = catalogue.evidence, label_guard(catalogue)
    known = described(catalogue, path, told.mapping)
    about = replace(told.over(known), source=known.source, definition=known.definition, invited={**known.invited, **invited})
    table = read_table(path, rules, columns=about.columns, header=told.reading.header, sheet=told.reading.sheet, shown=shown)
    rows = [Row(number, tuple(cell or "" for cell in cells)) for number, cells in zip(table.rows, table.frame.rows(), strict=True)]
    roles = survey_roles(table.names, about, rules)
    found = survey_of(table.names, rows, roles, about, rules, lambda text: not shown(text), table.file)
    refused = tuple(column for column in table.columns if column.refused)
    return replace(
        found,
        read=table.read,
        unused=(*table.unused, *found.unused),
        columns=(*found.columns, *refused),
        remarks=(*table.remarks, *found.remarks),
    )


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
