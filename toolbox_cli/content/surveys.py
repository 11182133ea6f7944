"""Files with a survey: read as text, counted per group; nothing of a person leaves the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolbox_cli.content.tables.naming import file_labels, without_names
from toolbox_cli.content.tables.personal import label_guard, name_guard
from toolbox_cli.content.tables.reading import read_table
from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.survey import Row, Survey, survey_of
from toolbox_cli.evidence.survey_columns import survey_roles
from toolbox_cli.evidence.table import Column
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.evidence import Description


def read_survey(file: Path, catalogue: Catalogue, about: Description, *, header: int | None = None, sheet: str | None = None) -> Survey:
    """Return the counts of the survey in a CSV or XLSX file; raises ToolboxError when it cannot be read.

    `columns` of the description says which column is the group, a theme, or the question, answer and amount of a table of counts.
    """
    rules = catalogue.evidence
    nobody = name_guard(catalogue)
    labels = file_labels([file], nobody)
    known = {rule.id for rule in rules.columns}
    named = {role: name for role, name in about.columns.items() if role in known}
    with without_names(labels):
        table = read_table(file, rules, columns=named, header=header, sheet=sheet, shown=nobody)
    names = tuple(nobody(name) or f"vraag in kolom {at}" for at, name in enumerate(table.names, start=1))
    roles = survey_roles(table.names, about, rules)
    if roles.per_answer:
        raise ToolboxError(
            f"{table.file}: dit bestand heeft één regel per antwoord; zo tellen mensen meer dan één keer mee",
            "Maak er één regel per invuller van, met een kolom per vraag. Of tel per groep, vraag en antwoord, met een kolom Aantal.",
        )
    refused = [column for column in table.columns if column.refused and column.name not in table.names]
    columns = (*(Column(name, column.role, column.refused) for name, column in zip(names, roles.columns, strict=True)), *refused)
    rows = [Row(number, tuple(cell or "" for cell in cells)) for number, cells in zip(table.rows, table.frame.rows(), strict=True)]
    guard = label_guard(catalogue)
    survey = survey_of(names, rows, replace(roles, columns=columns), about, rules, lambda text: not guard(text), labels[file])
    return replace(
        survey,
        read=table.read,
        unused=(*(replace(one, file=labels[file]) for one in table.unused), *survey.unused),
        remarks=(*table.remarks, *survey.remarks),
    )
