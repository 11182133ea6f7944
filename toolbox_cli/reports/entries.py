"""Look-ups as documents: a measure on one screen, one form in full, a partner, a practice, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.measure import Erratum, Measure, Origin, Partner, Practice
from toolbox_cli.model.relation import Sense
from toolbox_cli.reports.belongings import practices_of
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.mandate import mandate_of_boa
from toolbox_cli.reports.own import origin_of, record_label
from toolbox_cli.reports.procedure import add_procedure, shared_procedures
from toolbox_cli.reports.relations import LIMITS, add_relations
from toolbox_cli.reports.words import (
    CLASS,
    MANDATE,
    ORIGIN,
    WEIGHT,
    abbreviations,
    article_name,
    article_url,
    bases,
    cite,
    cited,
    condition_place,
    consult_label,
    day,
    form_name,
    listed,
    main_basis,
    partner_name,
    read_on,
    sentence,
    sourced,
    statement,
)


def compose_measure(catalogue: Catalogue, measure: Measure) -> Document:
    """Return a measure on one screen: what it is, its forms in a table, and where to read on."""
    document = Document()
    document.heading(measure.name, 1)
    document.paragraph(measure.summary.text)
    document.terms([("Soort", Line(_kind(catalogue, measure))), ("Met wie", Line(listed(_partners(catalogue, measure))))])
    forms = catalogue.forms_of(measure)
    if measure.origin is Origin.REFUSAL:
        _refusal(document, catalogue, forms[0])
    else:
        _forms(document, catalogue, forms)
    one = f"toolbox measure {forms[-1].id} (--checklist om af te vinken), of alles: " if len(forms) > 1 else ""
    document.paragraph(f"Lees verder: {one}toolbox measure {measure.id} --full", muted=True)
    return document


def _forms(document: Document, catalogue: Catalogue, forms: Sequence[Form]) -> None:
    document.table(
        ("variant", "grondslag", "beslist", "ten hoogste", "politie beslist"),
        [
            (
                form.id,
                main_basis(catalogue, form),
                partner_name(catalogue, form.decides),
                form.max_duration.brief if form.max_duration else "geen termijn",
                _mandate(form),
            )
            for form in forms
        ],
    )


def _refusal(document: Document, catalogue: Catalogue, form: Form) -> None:
    """A thing the law does not allow: the ground, and the lawful way."""
    pairs = [("Staat in de weg", Line(bases(catalogue, form)))]
    for condition in (catalogue.condition_by_id[name] for name in form.condition_ids):
        pairs.append(("Wat wel kan", Line(condition.way_on)))
        pairs.append(("Zie ook", Line(listed(form_name(catalogue, name) for name in condition.instead))))
    document.terms(pairs)


def compose_measure_in_full(catalogue: Catalogue, measure: Measure) -> Document:
    """Return everything about a measure and all its forms."""
    document = compose_measure(catalogue, measure)
    _shared(document, catalogue, measure)
    forms = catalogue.forms_of(measure)
    shared = shared_procedures(forms)
    for form in forms:
        document.heading(form.name)
        _form(document, catalogue, form)
        add_procedure(document, catalogue, form, without=shared)
        if form.variant_id:
            add_relations(document, catalogue, catalogue.related_by_name.get(form.id, ()))
    if shared:
        document.heading("Bij elke variant")
        add_procedure(document, catalogue, forms[0], without=set(forms[0].procedure_ids) - shared)
    _laws(document, catalogue, forms)
    return document


def compose_form(catalogue: Catalogue, form: Form) -> Document:
    """Return one form in full: what it demands, how to do it, where it fails; the rest stands with its measure."""
    measure = form.measure
    document = Document()
    document.heading(form.name, 1)
    _form(document, catalogue, form)
    add_procedure(document, catalogue, form)
    _section(document, catalogue, "Stappen", measure.steps)
    _section(document, catalogue, "Zwakke plekken", measure.weak_spots)
    add_relations(document, catalogue, catalogue.relations_of(form), LIMITS)
    add_relations(document, catalogue, catalogue.related_by_name.get(form.id, ()), (Sense.TOGETHER,))
    _laws(document, catalogue, (form,))
    document.paragraph(f"Om af te vinken: toolbox measure {form.id} --checklist", muted=True)
    document.paragraph(f"Partners, waarborgen, onderzoek en wat de toolbox anders zegt: toolbox measure {measure.id} --full", muted=True)
    return document


def compose_partner(catalogue: Catalogue, partner: Partner) -> Document:
    """Return what a partner does, when to call it, and what it cannot do or share."""
    document = Document()
    document.heading(partner.name, 1)
    document.paragraph(partner.role.text, statement(catalogue, partner.role).sources)
    document.heading("Wanneer bellen")
    _bullets(document, catalogue, partner.call_when)
    document.heading("Wat deze partner niet kan of deelt")
    _bullets(document, catalogue, partner.cannot)
    contact = partner.contact
    doubt = "" if contact.certain else " (nog niet gecontroleerd)"
    document.terms(
        [
            ("Contact", sourced(catalogue, contact.text, contact.source)),
            ("Website", Line(contact.url or "")),
            ("Bekeken op", Line(day(contact.checked) + doubt)),
            ("Herkomst", Line(origin_of(catalogue, partner) or ORIGIN[partner.origin] + (", bijlage I" if partner.annex else ""))),
            ("Maatregelen", Line(listed(record_label(catalogue, item, item.name) for item in measures_with(catalogue, partner)))),
        ]
    )
    if any(partner.id in (*record.givers, *record.receivers) for record in catalogue.sharing):
        document.paragraph(f"Welke gegevens deze partner mag geven of krijgen: toolbox share {partner.id}", muted=True)
    _errata(document, catalogue, [item for item in catalogue.errata if partner.id in item.partners])
    return document


def compose_practice(catalogue: Catalogue, practice: Practice) -> Document:
    """Return an example of a municipality; the result is its own claim."""
    document = Document()
    document.heading(practice.name, 1)
    document.terms(
        [
            ("Wie", Line(practice.who)),
            ("Wat", Line(practice.what)),
            ("Doel", Line(practice.goal)),
            ("Resultaat", Line(practice.result)),
            ("Contact", Line(practice.contact or "")),
            ("Herkomst", Line(origin_of(catalogue, practice))),
            ("Maatregelen", Line(listed(form_name(catalogue, form) for form in practice.forms))),
            ("Bron", Line(listed(cite(catalogue, source) for source in practice.source))),
        ]
    )
    document.callout(Tone.NOTE, practice.caution)
    return document


def measures_with(catalogue: Catalogue, partner: Partner) -> tuple[Measure, ...]:
    """Return the measures for which this partner is called."""
    return tuple(measure for measure in catalogue.measures if partner.id in {link.partner for link in measure.partners})


def _form(document: Document, catalogue: Catalogue, form: Form) -> None:
    document.paragraph(form.variant.summary.text, statement(catalogue, form.variant.summary).sources)
    mandate = form.police_mandate
    document.terms(
        [
            ("Herkomst", Line(origin_of(catalogue, form.measure))),
            ("Grondslag", Line(bases(catalogue, form))),
            ("Beslist", Line(partner_name(catalogue, form.decides))),
            ("Zwaarte", Line(WEIGHT[form.rule.weight])),
            ("Ten hoogste", statement(catalogue, form.max_duration) if form.max_duration else Line("")),
            ("Verlengen", statement(catalogue, form.renewal) if form.renewal else Line("")),
            ("Politie beslist", sourced(catalogue, mandate.text, mandate.source) if mandate else Line("")),
            ("Boa beslist", mandate_of_boa(catalogue, form.power) if form.power else Line("")),
            ("Bij overtreding", statement(catalogue, form.breach) if form.breach else Line("")),
            *[(consult_label(item), _consult(catalogue, item.partner, item.text, item.source)) for item in form.consults],
        ]
    )
    if form.condition_ids:
        document.heading("Wettelijke voorwaarden", 3)
        document.bullets([_condition(catalogue, name) for name in form.condition_ids], numbered=True)
    else:
        document.paragraph(sentence(form.rule.no_conditions or ""))
    if form.variant.steps:
        document.heading("Stappen bij deze variant", 3)
        _bullets(document, catalogue, form.variant.steps)
    if form.variant.safeguards:
        document.heading("Waarborgen bij deze variant", 3)
        _bullets(document, catalogue, form.variant.safeguards)


def _shared(document: Document, catalogue: Catalogue, measure: Measure) -> None:
    document.heading("Over deze maatregel")
    document.terms(
        [
            ("Soort", Line(_kind(catalogue, measure))),
            ("Werkt op", Line(listed(item.value for item in measure.acts_on))),
            ("Voert uit", Line(listed(partner_name(catalogue, item) for item in measure.carries_out))),
            ("Onderzoek", sourced(catalogue, f"{measure.evidence.strength.value}. {measure.evidence.text}", measure.evidence.source)),
            ("Subsidie", sourced(catalogue, f"{measure.grant.eligible.value}. {measure.grant.text}", measure.grant.source)),
        ]
    )
    for title, items in (
        ("Stappen", measure.steps),
        ("Waarborgen", measure.safeguards),
        ("Werkt het best", measure.works_best),
        ("Zwakke plekken", measure.weak_spots),
    ):
        _section(document, catalogue, title, items)
    document.heading("Partners", 3)
    document.bullets([Line(f"{partner_name(catalogue, link.partner)}: {link.why}") for link in measure.partners])
    add_relations(document, catalogue, catalogue.related_by_name.get(measure.id, ()))
    practices = {
        record_label(catalogue, item, item.name): None for form in catalogue.forms_of(measure) for item in practices_of(catalogue, form)
    }
    document.terms([("Praktijk", Line(listed(practices))), ("Bron", Line(listed(cite(catalogue, source) for source in measure.source)))])
    _errata(document, catalogue, [item for item in catalogue.errata if measure.id in item.measures])


def _errata(document: Document, catalogue: Catalogue, errata: Sequence[Erratum]) -> None:
    for erratum in errata:
        ground = cited(catalogue, erratum.source)
        document.callout(Tone.CORRECTION, f"{erratum.correct} De toolbox ({erratum.section}) zegt: {erratum.toolbox_says}", ground)


def _laws(document: Document, catalogue: Catalogue, forms: Sequence[Form]) -> None:
    articles = dict.fromkeys(basis.article for form in forms for basis in form.basis)
    if not articles:
        return
    document.heading("Wetteksten")
    rows = []
    for name in articles:
        read = read_on(catalogue.article_by_id[name])
        rows.append((article_name(catalogue, name), read, article_url(catalogue, name) or "eigen APV"))
    document.table(("artikel", "tekst van", "vergelijk met"), rows)
    document.bullets([Line(f"{article_name(catalogue, name)}: {catalogue.article_by_id[name].since}") for name in articles])
    document.paragraph(f"Een artikel per lid, met alles wat ervan afhangt: toolbox law {next(iter(articles))}", muted=True)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)


def _section(document: Document, catalogue: Catalogue, title: str, items: Sequence[Statement]) -> None:
    document.heading(title, 3)
    _bullets(document, catalogue, items)


def _bullets(document: Document, catalogue: Catalogue, items: Sequence[Statement]) -> None:
    document.bullets([statement(catalogue, item) for item in items])


def _condition(catalogue: Catalogue, name: str) -> Line:
    condition = catalogue.condition_by_id[name]
    return Line(record_label(catalogue, condition, condition.text), (condition_place(catalogue, condition),))


def _consult(catalogue: Catalogue, partner: str, text: str, sources: Sequence[str]) -> Line:
    line = sourced(catalogue, text, sources)
    return Line(f"{partner_name(catalogue, partner)}: {line.text}", line.sources)


def _kind(catalogue: Catalogue, measure: Measure) -> str:
    if measure.origin is Origin.REFUSAL:
        return ORIGIN[measure.origin]
    place = f"toolbox {measure.section}" if measure.section else origin_of(catalogue, measure) or ORIGIN[measure.origin]
    return f"{CLASS[measure.kind]}; {place}"


def _partners(catalogue: Catalogue, measure: Measure) -> list[str]:
    return [partner_name(catalogue, link.partner) for link in measure.partners[:4]]


def _mandate(form: Form) -> str:
    return MANDATE[form.police_mandate.allowed] if form.police_mandate else "niet van toepassing"
