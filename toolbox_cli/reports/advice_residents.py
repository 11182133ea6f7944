"""The version for residents: what is going on, what the municipality does, what it cannot do, and what you can do. Plain and public."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.analysis.assess import Grade, facts_of
from toolbox_cli.analysis.profile_fields import CONTACTS
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.profile import Profile
from toolbox_cli.model.told import ResidentAction, ResidentMeasure, ToldAs
from toolbox_cli.reports.advice_council import chosen_forms, public_forms
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.problem import problem_text
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import rests_on_told, seen_by
from toolbox_cli.reports.words import cite, day
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

TITLE = "Overlast in onze gemeente: wat er gebeurt en wat wij doen"
MOST_DOING = 8
BEHAVIOUR = "Wij kijken naar wat iemand doet. Wij kijken niet naar waar iemand vandaan komt of waar iemand woont."
NOT_ALL = "Wij weten niet alles. Niet iedereen meldt wat er gebeurt. Daarom vragen wij u om overlast te melden."
NO_PERSONS = "In deze tekst staat niets over personen. Dat mogen wij niet vertellen, ook niet als u ernaar vraagt."


def compose_for_residents(catalogue: Catalogue, dossier: Dossier, *, contacts: bool = False) -> Document:
    """Return at most two pages in plain Dutch, from answers that may be public alone."""
    document = Document()
    document.heading(TITLE, 1)
    document.paragraph(f"Deze tekst is van {day(dossier.on)}." if dossier.on else "Datum van deze tekst: niet ingevuld.")
    document.heading("Wat er gebeurt")
    for text in dict.fromkeys(_told(catalogue, record) for record in dossier.records):
        document.paragraph(text)
    document.paragraph(f"{BEHAVIOUR} {NOT_ALL}")
    _tell_numbers(document, dossier)
    document.heading("Wat wij doen")
    _tell_doing(document, catalogue, dossier.records)
    document.heading("Wat wij niet kunnen doen")
    document.bullets([Line(item.text) for item in _cannot(catalogue, dossier.records)])
    document.paragraph(NO_PERSONS)
    document.heading("Wat u zelf kunt doen")
    profile = dossier.profile if contacts else None
    document.bullets(_actions(catalogue, dossier.records, profile, ask=False))
    document.heading("Vragen en klachten")
    document.bullets(_actions(catalogue, dossier.records, profile, ask=True))
    document.paragraph("Contactpunt van de gemeente: niet ingevuld.")
    document.paragraph(f"Bronnen, voor wie het wil nazien: {'; '.join(_sources(catalogue, dossier.records))}.", muted=True)
    return document


def _sources(catalogue: Catalogue, records: Sequence[Record]) -> list[str]:
    """Where the texts come from, each once."""
    texts = [*_texts(catalogue, _considered(catalogue, records)), *_cannot(catalogue, records), *_said(catalogue, records)]
    return list(dict.fromkeys(cite(catalogue, source) for item in texts for source in item.source))


def _told(catalogue: Catalogue, record: Record) -> str:
    return problem_text(catalogue, seen_by(catalogue, record.assessment, Reader.RESIDENTS))


def _tell_numbers(document: Document, dossier: Dossier) -> None:
    """The message of the first figure of the public version; the whole of it is published apart."""
    figures = dossier.published.figures() if dossier.published is not None else ()
    if figures:
        document.heading("Cijfers")
        document.paragraph(figures[0].alt)
        document.paragraph("Dit is wat is gemeld. Het zegt niet wie het deed. Kleine aantallen laten wij weg.")


def _tell_doing(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    chosen = {form: on for record in records for form, on in chosen_forms(catalogue, record).items()}
    decided = _texts(catalogue, list(chosen))
    if decided:
        document.paragraph("Dit is besloten:")
        document.bullets([Line(f"{item.text} Besloten op {_first_day(item, chosen)}.") for item in decided])
    considered = [item for item in _texts(catalogue, _considered(catalogue, records)) if item not in decided]
    if considered:
        document.paragraph("Dit bespreken wij nu. Hierover is nog niets besloten:")
        document.bullets([Line(item.text) for item in considered[:MOST_DOING]])
    if not decided and not considered:
        document.paragraph("Wij zoeken eerst uit wat er precies gebeurt. Daarna besluiten wij wat wij doen.")
    for item in catalogue.resident_measures:
        if item.always and item.told is ToldAs.PERSON:
            document.paragraph(item.text)
    document.paragraph("Wanneer het begint: niet ingevuld.")


def _considered(catalogue: Catalogue, records: Sequence[Record]) -> list[Form]:
    return list(dict.fromkeys(form for record in records for form in public_forms(catalogue, record)))


def _texts(catalogue: Catalogue, forms: Sequence[Form]) -> list[ResidentMeasure]:
    """What is told of these measures, each text once, in the order of the measures."""
    by_form = {name: item for item in catalogue.resident_measures for name in item.forms}
    found = {by_form[form.id].id: by_form[form.id] for form in forms if form.id in by_form}
    return list(found.values())


def _first_day(item: ResidentMeasure, chosen: dict[Form, str]) -> str:
    return next(on for form, on in chosen.items() if form.id in item.forms)


def _cannot(catalogue: Catalogue, records: Sequence[Record]) -> list[ResidentMeasure]:
    """What was asked and cannot be, and what is always said."""
    asked = {finding.form.id for record in records for finding in record.assessment.graded(Grade.RULED_OUT)}
    refusals = (item for item in catalogue.resident_measures if item.told is ToldAs.CANNOT)
    return [item for item in refusals if item.always or asked.intersection(item.forms)]


def _actions(catalogue: Catalogue, records: Sequence[Record], profile: Profile | None, *, ask: bool) -> list[Line]:
    """What to do oneself on what is publicly known of these problems."""
    return [Line(item.text + _desk(catalogue, profile, item)) for item in _said(catalogue, records) if item.ask is ask]


def _desk(catalogue: Catalogue, profile: Profile | None, item: ResidentAction) -> str:
    """The desk of a partner as the profile holds it; empty when it holds none."""
    if profile is None or item.partner is None:
        return ""
    names = (f"{CONTACTS}.{item.partner}.{fact.id}" for fact in catalogue.profile.contacts.facts)
    found = [word for name in names for word in profile.words(name)[:1]]
    return f" Contact: {', '.join(found)}." if found else ""


def _said(catalogue: Catalogue, records: Sequence[Record]) -> list[ResidentAction]:
    facts = facts_of(catalogue)
    views = [seen_by(catalogue, record.assessment, Reader.RESIDENTS) for record in records]
    return [
        item
        for item in catalogue.resident_actions
        if (
            item.when is None
            or (
                rests_on_told(catalogue, item.when, Reader.RESIDENTS)
                and any(evaluate(item.when, view.answers, facts).truth is Truth.YES for view in views)
            )
        )
    ]
