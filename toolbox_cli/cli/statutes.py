"""The law against its fingerprints: compare with a folder of texts, and make fingerprints of what was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolbox_cli.analysis.statutes import Statutes
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.fingerprint import Fingerprint


def compare_with(catalogue: Catalogue, texts: Statutes, *, as_json: bool) -> int:
    """Print what changed between the content and these texts; return 1 when something did."""
    from toolbox_cli.analysis.citations import hanging_on
    from toolbox_cli.analysis.statutes import compare
    from toolbox_cli.reports.statutes import comparison_json, compose_comparison

    found = compare(catalogue, texts)
    hanging = hanging_on(catalogue)
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(comparison_json(catalogue, found, hanging))
    else:
        from toolbox_cli.cli.screen import show

        show(compose_comparison(catalogue, found, hanging))
    return 1 if any(item.changed for item in found) else 0


def fingerprint(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map met de gelezen wetteksten (BWBR….yaml).")],
    articles: Annotated[list[str] | None, typer.Argument(metavar="ARTIKEL", help="Alleen deze artikelen, zoals gemw-172a.")] = None,
    data: Annotated[Path | None, typer.Option("--data", metavar="MAP", help="Map met de YAML-bestanden; anders de eigen inhoud.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Schrijf fingerprints.yaml in de map van --data.")] = False,
) -> None:
    """Maak vingerafdrukken van gelezen wetteksten en geef fingerprints.yaml; geen woord van de wet komt erin."""
    from toolbox_cli.content.files import write_atomically
    from toolbox_cli.content.fingerprints import FILE, fingerprints_of, render_fingerprints
    from toolbox_cli.content.load import read_catalogue
    from toolbox_cli.content.locate import data_folder
    from toolbox_cli.content.statutes import read_statutes
    from toolbox_cli.errors import ToolboxError, UsageError

    if write and data is None:
        raise UsageError("zeg met --data in welke map fingerprints.yaml moet worden geschreven", "Bijvoorbeeld: --data data --write")
    catalogue = read_catalogue(data or data_folder())
    wanted = _known(catalogue, articles or [])
    made = fingerprints_of(catalogue, read_statutes(folder), wanted)
    _say_what_is_new(catalogue, made)
    text = render_fingerprints(made)
    if write and data is not None:
        try:
            write_atomically(data / FILE, text)
        except ToolboxError as error:
            error.hint = "Kies met --data een map waar u mag schrijven."
            raise
    else:
        print(text, end="")


def _known(catalogue: Catalogue, names: list[str]) -> tuple[str, ...]:
    """The names, each of an article in the content."""
    from difflib import get_close_matches

    from toolbox_cli.errors import NotFoundError

    for name in names:
        if name not in catalogue.article_by_id:
            near = get_close_matches(name, catalogue.article_by_id, n=1)
            raise NotFoundError(f"geen artikel met de id '{name}'", f"Bedoelt u {near[0]}?" if near else "De ids staan in law.yaml.")
    return tuple(names)


def _say_what_is_new(catalogue: Catalogue, made: tuple[Fingerprint, ...]) -> None:
    """Say on standard error which fingerprints are other than before: whoever makes one says that the summary was checked."""
    from toolbox_cli.cli.output import tell

    before = {one.article: one for one in catalogue.fingerprints}
    other = [one.article for one in made if one.article in before and before[one.article].parts != one.parts]
    added = [one.article for one in made if one.article not in before]
    if added:
        tell(f"Nieuw: {', '.join(added)}.", "")
    if other:
        tell(f"Anders dan eerst: {', '.join(other)}. Klopt de samenvatting in law.yaml nog, en staat daar de datum van deze tekst?", "")
