"""Who may take a decision instead of the holder of the power: police and boa, per power, with the grounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolbox_cli.analysis.law import powers_by_law
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import BoaMandate, Mandate, MandateBan, MandateRule, PoliceMandate, Power
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import record_label
from toolbox_cli.reports.words import abbreviations, basis_name, cite, listed, partner_name, place_in, sentence, sourced, statement

SHORT = {Mandate.NO: "nee", Mandate.BY_MANDATE: "mandaat", Mandate.NOT_APPLICABLE: "n.v.t."}
OWN_READING = "eigen lezing"

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def place_and_name(catalogue: Catalogue, power: Power) -> tuple[str, str, str]:
    """Return the article, the power in a word or two, and who decides, for a table that names the law above it."""
    first = power.basis[0]
    place = place_in(catalogue.article_by_id[first.article].number, first.paragraph)
    return place, record_label(catalogue, power, power.brief or power.name), partner_name(catalogue, power.decides)


def cell(mandate: PoliceMandate | BoaMandate) -> str:
    """Return the answer in a word or two; a star marks an own reading."""
    star = " *" if OWN_READING in mandate.source and mandate.allowed is not Mandate.NOT_APPLICABLE else ""
    return f"{SHORT[mandate.allowed]}{star}"


def mandate_of_police(catalogue: Catalogue, power: Power) -> Line:
    """Return whether the police may take the decision, and why."""
    return sourced(catalogue, power.police_mandate.text, power.police_mandate.source)


def mandate_of_boa(catalogue: Catalogue, power: Power) -> Line:
    """Return whether a boa may take the decision, and why."""
    record = catalogue.boa_mandate_by_power[power.id]
    return sourced(catalogue, record.text, record.source)


def compose_mandates(catalogue: Catalogue) -> Document:
    """Return a short table of who may decide, the rules that hold for every mandate, and beneath it the grounds per power."""
    document = Document()
    document.heading("Mag politie of boa het besluit nemen?", 1)
    document.paragraph("Het gaat om het besluit zelf. Uitvoeren, uitreiken en handhaven is iets anders.")
    boa, powers = catalogue.boa_mandate_by_power, [power for _, powers in powers_by_law(catalogue) for power in powers]
    for law, held in powers_by_law(catalogue):
        document.heading(law.name, 3)
        document.table(
            ("artikel", "waarvoor", "beslist", "politie", "boa"),
            [(*place_and_name(catalogue, power), cell(power.police_mandate), cell(boa[power.id])) for power in held],
        )
    document.paragraph(
        "mandaat = kan, als wie beslist mandaat geeft; * = naar eigen lezing, lees de grond hieronder; n.v.t. = de politie beslist zelf, "
        "een ander dan de gemeente beslist, of er is geen besluit voor politie of boa.",
        muted=True,
    )
    document.heading("Wat altijd geldt")
    document.bullets([statement(catalogue, rule) for rule in (*catalogue.mandate_bans, *catalogue.mandate_rules)])
    document.heading("Waarom: politie")
    document.bullets(_grounds(catalogue, [(power.police_mandate, power) for power in powers]))
    document.heading("Waarom: boa")
    document.bullets(_grounds(catalogue, [(boa[power.id], power) for power in powers]))
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def mandates_json(catalogue: Catalogue) -> Json:
    """Return the same: who may decide per power with the grounds, and the rules that hold for every mandate."""
    rules: tuple[MandateBan | MandateRule, ...] = (*catalogue.mandate_bans, *catalogue.mandate_rules)
    return {
        "powers": [
            {
                "power": power.id,
                "name": power.name,
                "basis": [basis_name(catalogue, basis) for basis in power.basis],
                "decides": power.decides,
                "police": mandate_json(catalogue, power.police_mandate),
                "boa": mandate_json(catalogue, catalogue.boa_mandate_by_power[power.id]),
            }
            for _, powers in powers_by_law(catalogue)
            for power in powers
        ],
        "rules": [{"id": rule.id, "text": rule.text, "sources": [cite(catalogue, source) for source in rule.source]} for rule in rules],
    }


def mandate_json(catalogue: Catalogue, mandate: PoliceMandate | BoaMandate) -> Json:
    """Return one answer with its ground."""
    return {
        "allowed": mandate.allowed.value,
        "text": mandate.text,
        "own_reading": OWN_READING in mandate.source,
        "sources": [cite(catalogue, source) for source in mandate.source],
    }


def _grounds(catalogue: Catalogue, answers: Sequence[tuple[PoliceMandate | BoaMandate, Power]]) -> list[Line]:
    """Each ground once, with the powers it holds for."""
    grouped: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for mandate, power in answers:
        grouped.setdefault((mandate.text, mandate.source), []).append(power.brief or power.name)
    lines = []
    for (text, sources), names in grouped.items():
        line = sourced(catalogue, text, sources)
        lines.append(Line(f"{sentence(listed(names)).removesuffix('.')}: {line.text}", line.sources))
    return lines
