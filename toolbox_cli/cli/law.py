"""The law: one article and what hangs on it, the powers, who may sign, and sharing information."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolbox_cli.reports.document import Document
    from toolbox_cli.search.articles import Found

AsJson = Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")]


def law(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTIKEL]", help="172a, 'art. 172a lid 3', 2:78, 'Awb 4:8', of alleen een wet.", autocompletion=names_of("article")
        ),
    ] = None,
    mandate: Annotated[bool, typer.Option("--mandate", help="Toon per bevoegdheid of politie of boa het besluit mag nemen.")] = False,
    as_json: AsJson = False,
) -> None:
    """Toon wat een artikel eist en wat ervan afhangt. Zonder artikel de bevoegdheden per wet."""
    from toolbox_cli.errors import UsageError

    name = " ".join(words) if words is not None else None
    if name is not None and mandate:
        raise UsageError("geef een artikel of --mandate, niet beide", f"Bij een artikel staat het er ook: toolbox law {name}")
    if name is None:
        _whole("law-mandate" if mandate else "law-powers", as_json=as_json)
        return
    if not name.strip():
        raise UsageError("geef een artikel; zonder artikel komt de lijst van bevoegdheden")
    found = _found(name)
    if as_json or len(found.ids) > 1 or found.paragraph:
        _from_catalogue(found, name, as_json=as_json)
        return
    from toolbox_cli.cli.ready import load_document

    _show(load_document(f"law {found.ids[0]}"))


def share(
    giver: Annotated[str | None, typer.Argument(metavar="[VAN]", help="Wie geeft: naam of id.", autocompletion=names_of("partner"))] = None,
    receiver: Annotated[
        str | None, typer.Argument(metavar="[NAAR]", help="Wie krijgt: naam of id.", autocompletion=names_of("partner"))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon wie welke gegevens over personen aan wie mag geven, en op welke grond."""
    names = [_partner(name) for name in (giver, receiver) if name is not None]
    if not as_json and not names:
        from toolbox_cli.cli.ready import load_document

        _show(load_document("share-all"))
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.reports.sharing import compose_pair, compose_sharing_of, records_between, sharing_json

    catalogue = load_catalogue()
    partners = [catalogue.partner_by_id[name] for name in names]
    if not as_json:
        _show(compose_pair(catalogue, *partners) if len(partners) == 2 else compose_sharing_of(catalogue, partners[0]))
        return
    from toolbox_cli.cli.output import print_json

    records = tuple(item for item in catalogue.sharing if not names or names[0] in (*item.givers, *item.receivers))
    if len(partners) == 2:
        records = records_between(catalogue, *partners)
    print_json(sharing_json(catalogue, records, *partners))


def _whole(key: str, *, as_json: bool) -> None:
    if not as_json:
        from toolbox_cli.cli.ready import load_document

        _show(load_document(key))
        return
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.reports.law_json import all_mandates_json, powers_json

    print_json((all_mandates_json if key == "law-mandate" else powers_json)(load_catalogue()))


def _from_catalogue(found: Found, name: str, *, as_json: bool) -> None:
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.reports.law import compose_article, compose_articles
    from toolbox_cli.reports.law_json import articles_json

    catalogue = load_catalogue()
    articles = [catalogue.article_by_id[one] for one in found.ids]
    if as_json:
        from toolbox_cli.cli.output import print_json

        print_json(articles_json(catalogue, articles, found.paragraph))
        return
    _show(compose_articles(catalogue, articles, name) if len(articles) > 1 else compose_article(catalogue, articles[0], found.paragraph))


def _found(name: str) -> Found:
    """The articles by this name; raises NotFoundError that names the nearest."""
    from toolbox_cli.cli.ready import load_index
    from toolbox_cli.cli.refusal import refuse_named
    from toolbox_cli.errors import NotFoundError
    from toolbox_cli.search.articles import find_articles

    entries = load_index()["article"]
    found = find_articles(entries, name)
    if not found.ids:
        refuse_named("artikel", name)
        near = f"Bedoelt u {_listed([f'toolbox law {one}' for one in found.near])}?" if found.near else ""
        raise NotFoundError(f"geen artikel '{name}' in deze inhoud", near or "Alle bevoegdheden: toolbox law. Een wet: toolbox law Awb.")
    known = next(entry.parts for entry in entries if entry.id == found.ids[0])
    if len(found.ids) == 1 and found.paragraph and known and found.paragraph not in known:
        raise NotFoundError(f"{found.ids[0]} heeft in deze inhoud geen lid {found.paragraph}", f"Wel: lid {_listed(known)}.")
    return found._replace(paragraph=found.paragraph if known else None)


def _partner(name: str) -> str:
    from toolbox_cli.cli.lookup import resolved
    from toolbox_cli.errors import UsageError

    ids = resolved("partner", name)
    if len(ids) > 1:
        raise UsageError(f"'{name}' kan meer partners zijn", f"Kies uit {_listed(ids)}.")
    return ids[0]


def _listed(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} of {items[-1]}" if len(items) > 1 else items[0]


def _show(document: Document) -> None:
    from toolbox_cli.cli.screen import show

    show(document)
