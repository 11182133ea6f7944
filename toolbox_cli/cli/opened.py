"""A case file opened: what was renamed, removed or is new since it was made is told first, and nothing goes silently."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.model.case import Case
    from toolbox_cli.model.catalogue import Catalogue


def opened_case(catalogue: Catalogue, path: Path) -> Case:
    """Return the case in a file; what other content means for it is told on standard error."""
    from toolbox_cli.content.case_file import open_case

    opened = open_case(path, catalogue)
    if not all(part.empty for part in opened.parts.values()):
        from toolbox_cli.analysis.case import answers_of, problems_of
        from toolbox_cli.analysis.migrate import worth_asking
        from toolbox_cli.cli.screen import show
        from toolbox_cli.reports.migration import compose_migration

        came = {name for part in opened.parts.values() for name in part.new_questions}
        asked = {
            name
            for problem in problems_of(opened.case)
            for name in worth_asking(catalogue, came, answers_of(catalogue, opened.case, problem))
        }
        show(compose_migration(catalogue, opened.parts, asked), sys.stderr)
    return opened.case
