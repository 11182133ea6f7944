"""Two versions of the content: what changed, and what that means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def diff(
    old: Annotated[Path, typer.Argument(metavar="OUD", help="Map met de oude inhoud.")],
    new: Annotated[Path, typer.Argument(metavar="NIEUW", help="Map met de nieuwe inhoud.")],
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Toon wat er veranderde tussen twee mappen met inhoud, en wat dat betekent."""
    from toolbox_cli.analysis import content_diff
    from toolbox_cli.analysis.content_impact import impact
    from toolbox_cli.content.versions import read_versions
    from toolbox_cli.reports.content_diff import compose_diff, diff_json

    before, after = read_versions(old, new)
    found, means = content_diff.diff(before, after), impact(before, after)
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(diff_json(before, after, found, means))
    else:
        from toolbox_cli.cli.screen import show

        show(compose_diff(before, after, found, means))
