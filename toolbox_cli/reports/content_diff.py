"""The difference between two versions of the content, for a reader and for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from toolbox_cli.analysis.content_diff import Entry, FieldChange, KindDiff, Plain
from toolbox_cli.analysis.content_impact import Impact, Logic
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.kinds import KIND
from toolbox_cli.reports.words import capital, day, listed, shortened

LONGEST = 160
AROUND = 40
ASPECT = {
    "indicated": "wanneer zij is aangewezen",
    "conditions": "de juridische voorwaarden",
    "weight": "de zwaarte",
    "urgent": "of zij bij spoed voorgaat",
    "request": "of zij alleen op verzoek verschijnt",
    "leads": "de redenen waarom zij vooraan staat",
    "present": "wanneer zij als aanwezig telt",
    "tried": "wanneer zij als geprobeerd telt",
}


def compose_diff(old: Catalogue, new: Catalogue, found: Sequence[KindDiff], means: Impact) -> Document:
    """Return what the change means, then all that changed, per kind."""
    document = Document()
    document.heading("Wat er veranderde in de inhoud", 1)
    if not found:
        document.paragraph(f"Geen verschil: beide mappen bevatten dezelfde inhoud (uitgave {new.edition.version}).")
        return document
    versions = [f"{one.edition.version} van {day(one.edition.published)}" for one in (old, new)]
    document.paragraph(
        f"Van uitgave {versions[0]} naar uitgave {versions[1]}."
        if versions[0] != versions[1]
        else f"Beide mappen heten uitgave {versions[0]}; geef de nieuwe inhoud een eigen nummer (content.yaml)."
    )
    _meaning(document, means)
    for one in found:
        _kind(document, one)
    return document


def diff_json(old: Catalogue, new: Catalogue, found: Sequence[KindDiff], means: Impact) -> dict[str, Any]:  # Any: plain values
    """Return the same for other programs, with whole values."""
    return {
        "old": {"version": old.edition.version, "published": old.edition.published.isoformat()},
        "new": {"version": new.edition.version, "published": new.edition.published.isoformat()},
        "equal": not found,
        "kinds": {
            one.kind: {
                "added": [asdict(entry) for entry in one.added],
                "removed": [asdict(entry) for entry in one.removed],
                "renamed": [{"from": name, "to": entry.id} for name, entry in one.renamed],
                "changed": [{"id": entry.id, "fields": [asdict(change) for change in fields]} for entry, fields in one.changed],
                "reordered": one.reordered,
            }
            for one in found
        },
        "impact": asdict(means),
    }


def _meaning(document: Document, means: Impact) -> None:
    document.heading("Wat dit betekent")
    if means.empty:
        document.paragraph("Oude antwoordbestanden blijven werken en geven dezelfde oordelen.")
        return
    lines = [
        *_answer_files(means),
        *([f"Onder andere omstandigheden gesteld: {listed(means.asked_otherwise)}."] if means.asked_otherwise else []),
        *([f"Nieuwe varianten: {listed(means.forms_new)}."] if means.forms_new else []),
        *([f"Vervallen varianten: {listed(means.forms_gone)}."] if means.forms_gone else []),
    ]
    document.bullets([Line(line) for line in lines])
    if means.logic:
        document.heading("Varianten die bij dezelfde antwoorden anders kunnen uitvallen, en waardoor", 3)
        forms: dict[str, list[str]] = {}
        for one in means.logic:
            forms.setdefault(_aspects(one), []).append(one.form)
        document.bullets([Line(f"{capital(aspect)}: {listed(names)}.") for aspect, names in forms.items()])


def _answer_files(means: Impact) -> Iterator[str]:
    if means.questions_gone:
        yield f"Vervallen vragen: {listed(means.questions_gone)}. Een antwoordbestand met zo'n vraag wordt geweigerd; haal haar eruit."
    if means.choices_gone:
        yield f"Vervallen antwoorden: {listed(means.choices_gone)}. Een antwoordbestand met zo'n antwoord wordt geweigerd; kies een ander."
    if means.questions_renamed:
        yield f"Vragen met een andere naam: {_renamed(means.questions_renamed)}. Vervang de naam in antwoordbestanden."
    if means.choices_renamed:
        yield f"Antwoorden met een andere naam: {_renamed(means.choices_renamed)}. Vervang de naam in antwoordbestanden."
    if means.contradictions:
        yield f"Nieuwe tegenspraken: {listed(means.contradictions)}. Antwoorden die eerst samengingen, kunnen nu een fout geven."
    if means.answered_otherwise:
        yield f"Anders te beantwoorden: {listed(means.answered_otherwise)}. Controleer deze antwoorden in antwoordbestanden."


def _renamed(pairs: Sequence[tuple[str, str]]) -> str:
    return listed(f"{old} heet nu {new}" for old, new in pairs)


def _aspects(one: Logic) -> str:
    words = []
    for aspect in one.aspects:
        word = ASPECT[aspect]
        if aspect == "conditions" and one.conditions:
            word += f" ({', '.join(one.conditions)})"
        if aspect == "weight":
            word += f" ({one.old_weight} → {one.new_weight})"
        words.append(word)
    return listed(words)


def _kind(document: Document, one: KindDiff) -> None:
    document.heading(KIND.get(one.kind, one.kind))
    lines = [f"Erbij: {_entry(entry)}" for entry in one.added]
    lines += [f"Weg: {_entry(entry)}" for entry in one.removed]
    lines += [f"Andere naam: {name} heet nu {_entry(entry)}" for name, entry in one.renamed]
    lines += ["De volgorde is anders."] if one.reordered else []
    document.bullets([Line(line) for line in lines])
    for entry, fields in one.changed:
        if entry.id != one.kind:
            document.heading(_entry(entry), 3)
        document.bullets([Line(_field(change)) for change in fields])


def _entry(entry: Entry) -> str:
    return f"{entry.id} ({shortened(entry.name, 60)})" if entry.name and entry.name != entry.id else entry.id


def _field(change: FieldChange) -> str:
    if change.old is None:
        return f"{change.place}, erbij: {shortened(_text(change.new), LONGEST)}"
    if change.new is None:
        return f"{change.place}, weg: {shortened(_text(change.old), LONGEST)}"
    old, new = _around_difference(_text(change.old), _text(change.new))
    return f"{change.place}: {old} → {new}"


def _text(value: Plain) -> str:
    """A value in one line; a condition in words."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)
    if not isinstance(value, dict):
        return str(value)
    if set(value) == {"question", "is"}:
        return f"{value['question']} is {listed(value['is'], 'of')}"
    if set(value) == {"question", "at_least"}:
        return f"{value['question']} is {value['at_least']} of meer"
    if set(value) == {"always"}:
        return f"altijd ({value['always']})"
    for key, word in (("all", "alle van"), ("any", "één van")):
        if set(value) == {key}:
            return f"{word} [{'; '.join(_text(part) for part in value[key])}]"
    if set(value) == {"not"}:
        return f"niet [{_text(value['not'])}]"
    return "; ".join(f"{key}: {_text(item)}" for key, item in value.items())


def _around_difference(old: str, new: str) -> tuple[str, str]:
    """Both texts, long ones cut so that the place where they differ is seen."""
    if max(len(old), len(new)) <= LONGEST:
        return f"'{old}'", f"'{new}'"
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    begin = max(0, start - AROUND)
    begin = old.rfind(" ", 0, begin) + 1 if begin else 0
    lead = "… " if begin else ""
    return tuple(f"'{lead}{shortened(text[begin:], LONGEST)}'" for text in (old, new))  # type: ignore[return-value]  # two texts in, two out
