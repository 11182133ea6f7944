"""The municipality's profile: as it stands, and what it contributes to an advice. Contacts only for whoever asks for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from toolbox_cli.analysis.profile import Local, day_noted, notes_of, rules_for
from toolbox_cli.analysis.profile_fields import CONTACTS, Field, answer_of, applies, fields_of
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.profile import DATE, Profile, Words
from toolbox_cli.model.question import UNKNOWN, YES
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import day, partner_name

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
SCHEMA_VERSION = 1
SOURCE = "gemeenteprofiel"


def compose_profile(catalogue: Catalogue, profile: Profile, *, contacts: bool = False) -> Document:
    """Return what is noted per section, and which fields are still empty."""
    document = Document()
    document.heading("Gemeenteprofiel", 1)
    checked = day_noted(profile, DATE)
    if not profile.values:
        document.paragraph("Er staat nog niets in het profiel. Begin met: toolbox profile")
    document.paragraph(f"Bestand: {profile.file}" + (f", nagelopen op {day(checked)}" if checked else ""))
    for name, title in _titles(catalogue).items():
        if name != CONTACTS:
            _section(document, catalogue, profile, name, title)
    _contacts(document, catalogue, profile, contacts=contacts)
    document.paragraph("Eén ding veranderen: toolbox profile set VELD=WAARDE. De vragen doorlopen: toolbox profile", muted=True)
    return document


def text_of(field: Field, words: Words) -> str:
    """Return what stands in a field, for a table; empty when nothing does."""
    if not words:
        return ""
    return shown(field.asks, answer_of(words)) if field.asks is not None else words[0]


def full_label(catalogue: Catalogue, field: Field) -> str:
    """Return what a field is about, with the rule or the partner it belongs to."""
    if field.section == CONTACTS:
        return f"{partner_name(catalogue, field.place[1])}: {field.fact.label}"
    if field.is_note:
        return f"{catalogue.question_by_id[field.rule].label}: {field.fact.label}"
    return field.fact.label


def rule_text(catalogue: Catalogue, profile: Profile, rule: str) -> str:
    """Return what is noted about one rule of the municipality: 'art. 2:78; voor winkeldiefstal; …'; empty when the rule is not there."""
    if YES not in profile.words(rule):
        return ""
    notes = (field for field in notes_of(catalogue, profile, rule) if profile.words(field.name) != (UNKNOWN,))
    return "; ".join(field.fact.phrase.replace("{}", text_of(field, profile.words(field.name))) for field in notes)


def local_rules(catalogue: Catalogue, local: Local | None, form: Form) -> Line:
    """Return what the municipality noted about the rules on which the conditions of a form rest; empty when it noted nothing."""
    if local is None:
        return Line("")
    told = {
        name: rule_text(catalogue, local.profile, name) for name in rules_for(catalogue, local.profile, form) if name in local.statements
    }
    parts = [f"{catalogue.question_by_id[name].label}: {text}" for name, text in told.items() if text]
    return Line(". ".join(parts), (SOURCE,) if parts else ())


def profile_lines(catalogue: Catalogue, local: Local | None, *, named: bool = False, about: Collection[str] | None = None) -> Iterator[str]:
    """Yield from which file the answers of the municipality come, and what follows from them; with `named` also which answers.

    `about` are the questions that matter; without it all do.
    """
    if local is None or not (used := [name for name in local.statements if about is None or name in about]):
        return
    checked = day_noted(local.profile, DATE)
    derived = {item.question for item in local.derived}
    answers = (
        f"{catalogue.question_by_id[name].label} ({shown(catalogue.question_by_id[name], local.statements[name][0].answer)})"
        for name in used
        if name not in derived and local.statements[name][0].answer.values
    )
    told = "; ".join(answers) if named else ""
    known = f" Daaruit komt: {told}." if told else ""
    yield f"Gemeenteprofiel: {local.profile.file}{f', nagelopen op {day(checked)}' if checked else ''}.{known}"
    for item in (item for item in local.derived if item.question in used):
        question = catalogue.question_by_id[item.question]
        yield f"Volgt uit het profiel: {question.label} ({shown(question, item.answer)}), want {item.because}."


def local_json(catalogue: Catalogue, local: Local | None) -> Json | None:
    """Return what the profile contributes as plain values, without contacts; None when it contributes nothing."""
    if local is None or not local.statements:
        return None
    checked = day_noted(local.profile, DATE)
    return {
        "file": local.profile.file,
        "date": checked.isoformat() if checked else None,
        "answers": list(local.statements),
        "derived": [{"question": item.question, "answer": sorted(item.answer.values), "because": item.because} for item in local.derived],
        "notes": {
            name: {field.fact.id: list(local.profile.words(field.name)) for field in found}
            for name in local.statements
            if (found := notes_of(catalogue, local.profile, name))
        },
    }


def profile_json(catalogue: Catalogue, profile: Profile, *, contacts: bool = False) -> Json:
    """Return the profile as plain values: what is noted by field, and which fields are still empty."""
    fields = [field for field in fields_of(catalogue) if contacts or field.section != CONTACTS]
    return {
        "schema_version": SCHEMA_VERSION,
        "file": profile.file,
        "fields": [
            {"name": field.name, "label": full_label(catalogue, field), "value": list(words), "text": text_of(field, words)}
            for field in fields
            if (words := profile.words(field.name))
        ],
        "empty": [field.name for field in fields if _empty(field, profile)],
        "contacts": _contact_count(catalogue, profile),
    }


def _titles(catalogue: Catalogue) -> dict[str, str]:
    return {field.section: field.title for field in fields_of(catalogue)}


def _section(document: Document, catalogue: Catalogue, profile: Profile, name: str, title: str) -> None:
    fields = [field for field in fields_of(catalogue) if field.section == name]
    document.heading(title)
    document.table(
        ("veld", "waarover", "antwoord"),
        [(field.name, field.fact.label, text_of(field, profile.words(field.name))) for field in fields if profile.words(field.name)],
    )
    empty = [f"{field.name} ({field.fact.label})" for field in fields if _empty(field, profile)]
    document.paragraph(f"Nog niet ingevuld: {', '.join(empty)}." if empty else "", muted=True)


def _contacts(document: Document, catalogue: Catalogue, profile: Profile, *, contacts: bool) -> None:
    count = _contact_count(catalogue, profile)
    document.heading(catalogue.profile.contacts.title)
    if not count:
        document.paragraph("Er is nog geen contactpunt genoteerd. Bijvoorbeeld: toolbox profile set contacts.coa.function=locatiemanager")
    elif not contacts:
        document.paragraph(f"Er zijn contactpunten van {count} {'partner' if count == 1 else 'partners'}. Toon ze met --contacts.")
    else:
        fields = [field for field in fields_of(catalogue) if field.section == CONTACTS and profile.words(field.name)]
        document.table(
            ("veld", "waarover", "antwoord"),
            [(field.name, full_label(catalogue, field), text_of(field, profile.words(field.name))) for field in fields],
        )


def _contact_count(catalogue: Catalogue, profile: Profile) -> int:
    return len({field.place[1] for field in fields_of(catalogue) if field.section == CONTACTS and profile.words(field.name)})


def _empty(field: Field, profile: Profile) -> bool:
    """Whether a field could be filled in and is not; of the contacts none is missed."""
    return field.section != CONTACTS and not profile.words(field.name) and applies(field, profile)
