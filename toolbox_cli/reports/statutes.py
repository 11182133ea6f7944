"""The comparison of the content with texts of the law, for a reader and for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toolbox_cli.analysis.citations import Hanging
from toolbox_cli.analysis.law_text import part_name
from toolbox_cli.analysis.statutes import Comparison, Difference, State, Why
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.kinds import KIND
from toolbox_cli.reports.words import article_name, article_url, day, listed

STATE = {
    State.UNCHANGED: "ongewijzigd",
    State.TEXT: "tekst gewijzigd",
    State.STRUCTURE: "structuur gewijzigd",
    State.UNVERIFIABLE: "niet te controleren",
}
WHY = {
    Why.NO_FINGERPRINT: "Geen vingerafdruk: de woordelijke tekst van deze artikelen is niet vastgelegd",
    Why.NO_FILE: "Het bestand van deze wet ontbreekt in de map",
    Why.NO_ARTICLE: "Het artikel staat niet in het bestand van de wet; kijk of het is vervallen of vernummerd",
    Why.UNCLEAR: "Uit de naam in het bestand is niet op te maken welk deel van het artikel het is",
    Why.PARTLY: "De map bevat maar een deel van het gelezen artikel, en dat deel is gelijk",
}
Json = dict[str, Any]  # Any: plain values
Hangings = Mapping[str, Sequence[Hanging]]


def compose_comparison(catalogue: Catalogue, found: Sequence[Comparison], hanging: Hangings) -> Document:
    """Return what changed in the law with all that hangs on it, what did not, and what could not be compared."""
    document = Document()
    document.heading("Wetteksten vergeleken", 1)
    counts = {state: sum(item.state is state for item in found) for state in STATE}
    document.paragraph(f"Van {len(found)} artikelen: {', '.join(f'{counts[state]} {word}' for state, word in STATE.items())}.")
    _say_how_old(document, found)
    for item in found:
        if item.changed:
            _changed(document, catalogue, item, hanging.get(item.article.id, ()))
    _unchanged(document, catalogue, [item for item in found if item.state is State.UNCHANGED])
    _unverifiable(document, catalogue, [item for item in found if item.state is State.UNVERIFIABLE])
    return document


def comparison_json(catalogue: Catalogue, found: Sequence[Comparison], hanging: Hangings) -> Json:
    """Return the same for other programs."""
    return {
        "content_version": catalogue.edition.version,
        "counts": {state.value: sum(item.state is state for item in found) for state in State},
        "articles": [_item_json(catalogue, item, hanging.get(item.article.id, ())) for item in found],
    }


def _item_json(catalogue: Catalogue, item: Comparison, hanging: Sequence[Hanging]) -> Json:
    article, found = item.article, item.difference
    return {
        "article": article.id,
        "cited": article_name(catalogue, article.id),
        "bwb_id": catalogue.law_by_id[article.law].bwb_id,
        "url": article_url(catalogue, article.id),
        "state": item.state.value,
        "read": article.text_date.isoformat() if article.text_date else None,
        "compared_with": item.dated.isoformat() if item.dated else None,
        "why": item.why.value if item.why else None,
        "moved_to": item.moved_to,
        "changed": [new for _, new in found.changed],
        "added": list(found.added),
        "removed": list(found.removed),
        "renumbered": [{"from": old, "to": new} for old, new in found.renumbered],
        "reordered": found.reordered,
        "hanging": [_hanging_json(one, _touched(item)) for one in hanging] if item.changed else [],
    }


def _hanging_json(one: Hanging, touched: set[str] | None) -> Json:
    rests = touched is None or one.rests_on(touched)
    return {"kind": one.kind, "id": one.id, "paragraphs": list(one.paragraphs), "direct": one.direct, "rests_on_changed": rests}


def _say_how_old(document: Document, found: Sequence[Comparison]) -> None:
    """An unchanged text says nothing about today when it is not younger than the one that was read."""
    compared = [item for item in found if item.dated and item.article.text_date]
    stale = [item for item in compared if item.dated and item.article.text_date and item.dated <= item.article.text_date]
    if stale:
        which = "Alle vergeleken teksten" if len(stale) == len(compared) else f"{len(stale)} van de {len(compared)} vergeleken teksten"
        document.callout(
            Tone.NOTE,
            f"{which} in de map zijn niet jonger dan wat al gelezen is. Dat toont of de vingerafdrukken kloppen, niet of de wet "
            f"sindsdien is gewijzigd.",
        )


def _changed(document: Document, catalogue: Catalogue, item: Comparison, hanging: Sequence[Hanging]) -> None:
    article, found = item.article, item.difference
    document.heading(f"{article_name(catalogue, article.id)}: {STATE[item.state]}")
    alone = any(one.article == article.id and len(one.parts) == 1 for one in catalogue.fingerprints)
    read, dated = (day(date) if date else "onbekend" for date in (article.text_date, item.dated))
    document.terms(
        [
            ("Vergeleken", Line(f"gelezen tekst van {read} met die van {dated}{_older(item)}")),
            ("Andere woorden", Line(_parts([new for _, new in found.changed], alone=alone))),
            ("Erbij", Line(_parts(_topmost(found.added)))),
            ("Weg", Line(_parts(_topmost(found.removed)))),
            ("Vernummerd", Line("; ".join(f"{part_name(old)} is nu {part_name(new)}" for old, new in _moves(found)))),
            ("Volgorde", Line("de onderdelen staan in een andere volgorde" if found.reordered else "")),
            ("Verhuisd", Line(f"dezelfde tekst staat nu bij artikel {item.moved_to}" if item.moved_to else "")),
            ("Nu geldend", Line(article_url(catalogue, article.id) or "")),
        ]
    )
    if hanging:
        document.paragraph(_what_hangs(item))
        document.terms(_hanging_terms(hanging, _touched(item)))
    else:
        document.paragraph("Niets in de inhoud rust op dit artikel.")
    document.paragraph(
        f"Wat nu: lees de nieuwe tekst, pas summary en text_date van {article.id} aan en alles hierboven dat niet meer klopt. Maak dan de "
        f"vingerafdruk opnieuw: toolbox content fingerprint MAP {article.id} --data data --write",
        muted=True,
    )


def _what_hangs(item: Comparison) -> str:
    if _touched(item) is None:
        return "Dit rust op het artikel; controleer ook de nummers van de leden:"
    return "Dit rust op wat is gewijzigd, of noemt het artikel zonder lid:"


def _touched(item: Comparison) -> set[str] | None:
    """The leden that changed; None when the numbers moved, so that every citation has to be looked at."""
    leden = {name.split("-")[0] for pair in item.difference.changed for name in pair}
    return None if item.state is not State.TEXT or not all(lid[0].isdigit() for lid in leden) else leden


def _hanging_terms(hanging: Sequence[Hanging], touched: set[str] | None) -> list[tuple[str, Line]]:
    terms = []
    for kind in dict.fromkeys((*KIND, *(one.kind for one in hanging))):
        every = [one for one in hanging if one.kind == kind]
        named = [one for one in every if touched is None or one.rests_on(touched)]
        words = [_with_leden(one) for one in named]
        if len(named) < len(every):
            words.append(f"{'nog ' if words else ''}{len(every) - len(named)} alleen over andere leden")
        terms.append((KIND.get(kind, kind), Line("; ".join(words))))
    return terms


def _with_leden(one: Hanging) -> str:
    leden = ", ".join(paragraph.replace("-", " onder ", 1) for paragraph in one.paragraphs)
    return f"{one.id} (lid {leden})" if leden else one.id


def _older(item: Comparison) -> str:
    read = item.article.text_date
    return " (een oudere tekst!)" if item.dated and read and item.dated < read else ""


def _parts(names: Sequence[str], *, alone: bool = False) -> str:
    return listed(part_name(name, alone=alone) for name in names)


def _topmost(names: Iterable[str]) -> list[str]:
    """Leave out the letters of a lid that is named itself."""
    every = list(names)
    return [name for name in every if name.rpartition("-")[0] not in every]


def _moves(found: Difference) -> list[tuple[str, str]]:
    """Leave out the letters that moved along with their lid."""
    moved = dict(found.renumbered)
    return [(old, new) for old, new in found.renumbered if "-" not in old or moved.get(old.rpartition("-")[0]) != new.rpartition("-")[0]]


def _unchanged(document: Document, catalogue: Catalogue, found: Sequence[Comparison]) -> None:
    if not found:
        return
    document.heading("Ongewijzigd")
    scopes = {one.article: f" (lid {', '.join(one.paragraphs)})" for one in catalogue.fingerprints if one.paragraphs}
    rows: dict[tuple[str, str, str], list[str]] = {}
    for item in found:
        article = item.article
        key = (catalogue.law_by_id[article.law].short, str(article.text_date), str(item.dated))
        rows.setdefault(key, []).append(article.number + scopes.get(article.id, ""))
    document.table(("wet", "gelezen", "tekst in de map", "artikelen"), [(*key, ", ".join(numbers)) for key, numbers in rows.items()])
    newer = [item.article.id for item in found if item.dated and item.article.text_date and item.dated > item.article.text_date]
    if newer:
        document.paragraph(
            f"Was de tekst in de map de geldende? Zet dan in law.yaml bij {listed(newer)} de datum van vergelijken: checked: jjjj-mm-dd"
        )


def _unverifiable(document: Document, catalogue: Catalogue, found: Sequence[Comparison]) -> None:
    if not found:
        return
    document.heading("Niet te controleren")
    lines = []
    for why, text in WHY.items():
        laws: dict[str, list[str]] = {}
        for item in found:
            if item.why is why:
                number = f"{item.article.number} ('{item.entry}')" if item.entry else item.article.number
                laws.setdefault(catalogue.law_by_id[item.article.law].short, []).append(number)
        if laws:
            listing = "; ".join(f"{law} {', '.join(numbers)}" for law, numbers in laws.items())
            lines.append(Line(f"{text}: {listing}."))
    document.bullets(lines)
