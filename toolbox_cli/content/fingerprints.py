"""Fingerprints of the texts in a folder, as the file data/fingerprints.yaml."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from toolbox_cli.analysis.law_text import written
from toolbox_cli.analysis.statutes import Statutes
from toolbox_cli.errors import NotFoundError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.fingerprint import Fingerprint

FILE = "fingerprints.yaml"
_HEAD = """\
# Vingerafdrukken van de gelezen wetteksten: per onderdeel (lid, letter) een code van de woorden, nooit de woorden zelf.
# Niet met de hand wijzigen: toolbox content fingerprint MAP --data data --write maakt dit bestand opnieuw.
# Een artikel dat hier niet staat, is niet woordelijk bewaard en kan niet worden vergeleken.
"""


def fingerprints_of(catalogue: Catalogue, statutes: Statutes, only: Collection[str] = ()) -> tuple[Fingerprint, ...]:
    """Return the fingerprints of the content, with those of the folder in their place; `only` these articles when any are named.

    Raises NotFoundError when a named article is not in the folder.
    """
    kept = {fingerprint.article: fingerprint for fingerprint in catalogue.fingerprints}
    made = {fingerprint.article: fingerprint for fingerprint in _made(catalogue, statutes) if not only or fingerprint.article in only}
    for name in only:
        if name not in made:
            raise NotFoundError(f"het artikel '{name}' staat niet in de map", "Controleer de naam van het bestand en het artikelnummer.")
    both = kept | made
    return tuple(both[article.id] for article in catalogue.articles if article.id in both)


def render_fingerprints(fingerprints: Iterable[Fingerprint]) -> str:
    """Return the text of data/fingerprints.yaml."""
    lines = [_HEAD + "fingerprints:"]
    for fingerprint in fingerprints:
        lines += [f"  - article: {fingerprint.article}", f"    read: {fingerprint.read}"]
        if fingerprint.paragraphs:
            lines.append(f"    paragraphs: [{', '.join(fingerprint.paragraphs)}]")
        lines += ["    parts:", *(f"      - {part}" for part in fingerprint.parts)]
    return "\n".join(lines if len(lines) > 1 else [_HEAD + "fingerprints: []"]) + "\n"


def _made(catalogue: Catalogue, statutes: Statutes) -> Iterable[Fingerprint]:
    for article in catalogue.articles:
        act = statutes.get(catalogue.law_by_id[article.law].bwb_id or "")
        text = act.articles.get(article.number) if act else None
        if text is not None:
            yield Fingerprint(article=article.id, read=text.dated, paragraphs=text.paragraphs, parts=written(text.parts))
