"""Look-ups: measures, partners, practices, and search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.measure import Partner, Practice
    from toolbox_cli.reports.document import Document

AsJson = Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")]
DUTCH = {"measure": "maatregel", "partner": "partner", "practice": "praktijkvoorbeeld"}


def measure(
    words: Annotated[
        list[str] | None,
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
    checklist: Annotated[bool, typer.Option("--checklist", help="Toon alleen de procedure, als lijst om af te vinken.")] = False,
    as_json: AsJson = False,
) -> None:
    """Toon een maatregel, of zonder naam de lijst."""
    name = " ".join(words) if words else None
    if name is not None and any((kind, acts_on, article, partner, phase)):
        from toolbox_cli.errors import UsageError

        raise UsageError("geef een naam of een filter, niet beide")
    ids = resolved("measure", name) if name is not None else None
    if checklist:
        _checklist(ids, full=full, as_json=as_json)
        return
    if ids is not None and len(ids) == 1 and not as_json:
        from toolbox_cli.cli.ready import load_document

        _show(load_document(f"measure {ids[0]}{' full' if full and '/' not in ids[0] else ''}"))
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.filters import filtered

    catalogue = load_catalogue()
    if ids is None:
        found = filtered(catalogue, kind=kind, acts_on=acts_on, article=article, partner=partner, phase=phase)
    else:
        found = tuple(catalogue.measure_by_id[one.split("/")[0]] for one in ids)
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import measure_json

        plain = [measure_json(catalogue, item) for item in found]
        print_json(plain[0] if ids is not None and len(plain) == 1 else plain)
        return
    from toolbox_cli.reports.lists import compose_measures

    _show(compose_measures(catalogue, found))


def _checklist(ids: Sequence[str] | None, *, full: bool, as_json: bool) -> None:
    """Show the procedure of these measures or forms and nothing else."""
    from toolbox_cli.errors import UsageError

    if ids is None:
        raise UsageError("noem bij --checklist een maatregel of variant, bijvoorbeeld gebiedsverbod/172a")
    if full:
        raise UsageError("kies --full of --checklist, niet beide")
    if not as_json:
        from toolbox_cli.cli.ready import load_document

        for one in ids:
            _show(load_document(f"measure {one} checklist"))
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.reports.procedure import checklist_json

    catalogue = load_catalogue()
    print_json([checklist_json(catalogue, form) for one in ids for form in catalogue.named_forms(one)])


def partner(
    name: Annotated[str | None, typer.Argument(metavar="[NAAM]", help="Naam, afkorting of id.", autocompletion=names_of("partner"))] = None,
    measure: Annotated[
        str | None, typer.Option(metavar="MAATREGEL", help="Alleen partners bij deze maatregel.", autocompletion=names_of("measure"))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon een partner: wanneer bellen, en wat die niet kan. Zonder naam de lijst."""
    if name is not None:
        _one("partner", name, as_json=as_json)
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.reports.lists import compose_partners

    catalogue = load_catalogue()
    named = {one.split("/")[0] for one in resolved("measure", measure)} if measure else set(catalogue.measure_by_id)
    called = {link.partner for item in catalogue.measures if item.id in named for link in item.partners}
    found = tuple(item for item in catalogue.partners if not measure or item.id in called)
    _list(catalogue, found, compose_partners(catalogue, found), as_json=as_json)


def practice(
    name: Annotated[str | None, typer.Argument(metavar="[NAAM]", help="Naam of id.", autocompletion=names_of("practice"))] = None,
    measure: Annotated[
        str | None, typer.Option(metavar="MAATREGEL", help="Alleen voorbeelden bij deze maatregel.", autocompletion=names_of("measure"))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon een voorbeeld uit een gemeente, of zonder naam de lijst."""
    if name is not None:
        _one("practice", name, as_json=as_json)
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.reports.lists import compose_practices

    catalogue = load_catalogue()
    named = {one.split("/")[0] for one in resolved("measure", measure)} if measure else set(catalogue.measure_by_id)
    found = tuple(item for item in catalogue.practices if named & {form.split("/")[0] for form in item.forms})
    _list(catalogue, found, compose_practices(catalogue, found), as_json=as_json)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WOORDEN", help="Een of meer woorden; alle moeten voorkomen.")],
    as_json: AsJson = False,
) -> None:
    """Zoek in alle inhoud: maatregelen, partners, voorbeelden, de wet, uitspraken en vragen."""
    from dataclasses import asdict

    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.refusal import refuse_named, refuse_unlawful
    from toolbox_cli.errors import NotFoundError
    from toolbox_cli.reports.lists import compose_hits
    from toolbox_cli.search.guard import Place
    from toolbox_cli.search.text import search as find_words

    text = " ".join(words)
    refuse_unlawful(text, Place.SEARCH)
    catalogue = load_catalogue()
    hits = find_words(catalogue, text)
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json([{key: value for key, value in asdict(hit).items() if key != "own" or value} for hit in hits])
        return
    if not hits:
        refuse_named("zoekwoorden", text)
        raise NotFoundError(
            f"niets gevonden voor '{text}'", _near("measure", text) or "Probeer één woord, of bekijk de lijst: toolbox measure"
        )
    _show(compose_hits(text, hits))


def resolved(kind: str, name: str) -> tuple[str, ...]:
    """Return the ids by this name, saying so when it was guessed; raises NotFoundError that names the nearest."""
    from toolbox_cli.cli.output import say
    from toolbox_cli.cli.ready import load_index
    from toolbox_cli.cli.refusal import refuse_named, refuse_unlawful
    from toolbox_cli.errors import NotFoundError, UsageError
    from toolbox_cli.search.names import is_exact, resolve

    if not name.strip():
        raise UsageError("geef een naam; zonder naam komt de lijst")
    entries = load_index()[kind]
    exact = is_exact(entries, name)
    if not exact:
        refuse_unlawful(name)
    ids = resolve(entries, name)
    if not ids:
        refuse_named(f"naam van de {DUTCH[kind]}" if kind != "practice" else "naam van het praktijkvoorbeeld", name)
        other = next((other for other in DUTCH if other != kind and is_exact(load_index()[other], name)), None)
        known = f"Dat is een {DUTCH[other]}: toolbox {other} '{name}'." if other else _near(kind, name)
        raise NotFoundError(f"geen {DUTCH[kind]} met de naam '{name}'", f"{known} Zoek in alle tekst: toolbox search '{name}'".strip())
    if len(ids) == 1 and "/" not in ids[0] and not exact and not any(sign.isdigit() for sign in name):
        say(f"U zoekt '{name}'; dit is {ids[0]}.")
    return ids


def _near(kind: str, name: str) -> str:
    from toolbox_cli.cli.ready import load_index
    from toolbox_cli.search.names import close_to

    entries = load_index()[kind]
    forms = [part for entry in entries if entry.id == name.split("/")[0] for part in entry.parts] if "/" in name else []
    near = forms or [entry.id for entry in close_to(entries, name)][:3]
    return f"Bedoelt u {' of '.join(near)}?" if near else ""


def _one(kind: str, name: str, *, as_json: bool) -> None:
    one = resolved(kind, name)[0]
    if not as_json:
        from toolbox_cli.cli.ready import load_document

        _show(load_document(f"{kind} {one}"))
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.reports.as_json import entry_json

    catalogue = load_catalogue()
    record = catalogue.partner_by_id[one] if kind == "partner" else catalogue.practice_by_id[one]
    print_json(entry_json(catalogue, record))


def _list(catalogue: Catalogue, found: Sequence[Partner | Practice], document: Document, *, as_json: bool) -> None:
    if as_json:
        from toolbox_cli.cli.output import print_json
        from toolbox_cli.reports.as_json import entry_json

        print_json([entry_json(catalogue, item) for item in found])
        return
    _show(document)


def _show(document: Document) -> None:
    from toolbox_cli.cli.screen import show

    show(document)
