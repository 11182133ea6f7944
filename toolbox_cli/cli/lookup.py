"""Look-ups: measures, partners, practices, and search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue, Measure
    from toolbox_cli.reports.document import Document
    from toolbox_cli.search import Entry

    E = TypeVar("E", bound=Entry)

AsJson = Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")]


def measure(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAAM]",
            help="Naam, andere naam, id, variant (gebiedsverbod/172a) of paragraaf (3.2).",
            autocompletion=names_of("measure"),
        ),
    ] = None,
    kind: Annotated[str | None, typer.Option("--class", metavar="SOORT", help="preventief of repressief")] = None,
    acts_on: Annotated[str | None, typer.Option(metavar="WAT", help="persoon, groep, gebied, winkels, woningen of organisatie")] = None,
    article: Annotated[str | None, typer.Option(metavar="ARTIKEL", help="Artikelnummer, bijvoorbeeld 172a.")] = None,
    partner: Annotated[
        str | None, typer.Option(metavar="PARTNER", help="Alleen maatregelen met deze partner.", autocompletion=names_of("partner"))
    ] = None,
    phase: Annotated[str | None, typer.Option(metavar="FASE", help="vooraf, eerste-signalen, aanpak of acuut")] = None,
    full: Annotated[bool, typer.Option("--full", help="Toon alles, ook alle varianten.")] = False,
    as_json: AsJson = False,
) -> None:
    """Toon een maatregel, of zonder naam de lijst."""
    from toolbox_cli.content.load import load_catalogue

    catalogue = load_catalogue()
    if name is None:
        from toolbox_cli.cli.filters import filtered

        found = filtered(catalogue, kind=kind, acts_on=acts_on, article=article, partner=partner, phase=phase)
    else:
        found = _measures_named(catalogue, name)
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import measure_json

        plain = [measure_json(catalogue, item) for item in found]
        print_json(plain[0] if name is not None and len(plain) == 1 else plain)
        return
    _show(_measure_document(catalogue, name, found, full=full))


def partner(
    name: Annotated[str | None, typer.Argument(metavar="[NAAM]", help="Naam, afkorting of id.", autocompletion=names_of("partner"))] = None,
    measure: Annotated[
        str | None, typer.Option(metavar="MAATREGEL", help="Alleen partners bij deze maatregel.", autocompletion=names_of("measure"))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon een partner: wanneer bellen, en wat die niet kan. Zonder naam de lijst."""
    from toolbox_cli.content.load import load_catalogue
    from toolbox_cli.reports.entries import compose_partner, compose_partners

    catalogue = load_catalogue()
    if name is None:
        wanted = {link.partner for item in _measures_named(catalogue, measure) for link in item.partners} if measure else None
        found = tuple(item for item in catalogue.partners if wanted is None or item.id in wanted)
        _give(found, as_json, single=False, document=lambda: compose_partners(found))
        return
    one = _named(catalogue.partners, name, "partner")
    _give((one,), as_json, single=True, document=lambda: compose_partner(catalogue, one))


def practice(
    name: Annotated[str | None, typer.Argument(metavar="[NAAM]", help="Naam of id.", autocompletion=names_of("practice"))] = None,
    measure: Annotated[
        str | None, typer.Option(metavar="MAATREGEL", help="Alleen voorbeelden bij deze maatregel.", autocompletion=names_of("measure"))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon een voorbeeld uit een gemeente, of zonder naam de lijst."""
    from toolbox_cli.content.load import load_catalogue
    from toolbox_cli.reports.entries import compose_practice, compose_practices

    catalogue = load_catalogue()
    if name is None:
        wanted = {item.id for item in _measures_named(catalogue, measure)} if measure else None
        found = tuple(item for item in catalogue.practices if wanted is None or wanted & {form.split("/")[0] for form in item.forms})
        _give(found, as_json, single=False, document=lambda: compose_practices(found))
        return
    one = _named(catalogue.practices, name, "praktijkvoorbeeld")
    _give((one,), as_json, single=True, document=lambda: compose_practice(catalogue, one))


def search(
    words: Annotated[list[str], typer.Argument(metavar="WOORDEN", help="Een of meer woorden; alle moeten voorkomen.")],
    as_json: AsJson = False,
) -> None:
    """Zoek in alle inhoud: maatregelen, partners, voorbeelden, artikelen, uitspraken en vragen."""
    from dataclasses import asdict

    from toolbox_cli.content.load import load_catalogue
    from toolbox_cli.errors import NotFoundError
    from toolbox_cli.reports.entries import compose_hits
    from toolbox_cli.search import close_to
    from toolbox_cli.search import search as find_words

    catalogue = load_catalogue()
    text = " ".join(words)
    hits = find_words(catalogue, text)
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json([asdict(hit) for hit in hits])
        return
    if not hits:
        near = [entry.id for entry in close_to(catalogue.measures, text)][:3]
        raise NotFoundError(f"niets gevonden voor '{text}'", _near(near) or "Probeer één woord, of bekijk de lijst: toolbox measure")
    _show(compose_hits(text, hits))


def _measures_named(catalogue: Catalogue, name: str) -> tuple[Measure, ...]:
    """The measures by this name: an id of a form, a section, or any name; raises NotFoundError with the nearest."""
    from toolbox_cli.search import measures_of_section

    form = catalogue.form_by_id.get(name)
    if form is not None:
        return (form.measure,)
    return measures_of_section(catalogue, name) or _all_named(catalogue.measures, name, "maatregel")


def _measure_document(catalogue: Catalogue, name: str | None, found: Sequence[Measure], *, full: bool) -> Document:
    from toolbox_cli.reports.entries import compose_form, compose_measure, compose_measure_in_full, compose_measures

    if name is None or len(found) > 1:
        return compose_measures(found)
    form = catalogue.form_by_id.get(name)
    if form is not None and form.variant_id:
        return compose_form(catalogue, form)
    return compose_measure_in_full(catalogue, found[0]) if full else compose_measure(catalogue, found[0])


def _named(entries: Sequence[E], name: str, kind: str) -> E:
    return _all_named(entries, name, kind)[0]


def _all_named(entries: Sequence[E], name: str, kind: str) -> tuple[E, ...]:
    from toolbox_cli.errors import NotFoundError
    from toolbox_cli.search import close_to, find

    found = find(entries, name)
    if found:
        return found
    near = [entry.id for entry in close_to(entries, name)][:3]
    raise NotFoundError(f"geen {kind} met de naam '{name}'", _near(near) or f"Zoek in alle tekst: toolbox search '{name}'")


def _near(names: Sequence[str]) -> str:
    return f"Bedoelt u {' of '.join(names)}?" if names else ""


def _give(found: Sequence[E], as_json: bool, *, single: bool, document: Callable[[], Document]) -> None:
    if as_json:
        from toolbox_cli.cli.output import print_json

        plain = [item.model_dump(mode="json") for item in found]  # type: ignore[attr-defined]  # every entry is a pydantic record
        print_json(plain[0] if single else plain)
        return
    _show(document())


def _show(document: Document) -> None:
    from toolbox_cli.cli.screen import show

    show(document)
