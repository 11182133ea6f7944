"""The grant estimate as a document: what is known now, and past schemes as illustration."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.grant.bands import Estimate, Municipality
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.words import cite, cited, euro, listed, statement


def compose_estimate(
    catalogue: Catalogue, municipalities: Sequence[Municipality], estimates: Sequence[Estimate], *, own: bool = False
) -> Document:
    """Return the estimate; an amount never stands without its scheme, window and cost period. `own` says the scheme is the user's."""
    document = Document()
    document.heading("SPUK: subsidie voor de lokale aanpak van overlast", 1)
    tell_current_scheme(document, catalogue)
    document.heading("Eigen regeling, niet door toolbox gecontroleerd" if own else "Gesloten regelingen, alleen als voorbeeld")
    document.paragraph(f"Voor: {_who(municipalities)}. Bedragen zijn maxima, geen recht; ze gelden niet voor een latere regeling.")
    document.table(
        ("regeling", "groep", "ten hoogste", "aanvragen", "kosten gemaakt"),
        [
            (estimate.scheme.id, _bands(estimate), _amount(estimate), estimate.scheme.window, estimate.scheme.cost_period)
            for estimate in estimates
        ],
    )
    if len(estimates) > 1:
        document.paragraph("De regels, het plafond en de bron van één regeling: voeg bijvoorbeeld --scheme 2023 toe.", muted=True)
        if len(municipalities) > 1:
            document.callout(Tone.NOTE, "Bij samen aanvragen telt niet elk deel zeker mee; --scheme toont wat de tekst zegt.")
        document.terms([(f"Bron {estimate.scheme.id}", Line(_sources(catalogue, estimate))) for estimate in estimates])
    else:
        _details(document, catalogue, estimates[0])
    for erratum in catalogue.errata:
        if erratum.grant:
            document.callout(Tone.CORRECTION, f"{erratum.correct} De toolbox ({erratum.section}) zegt: {erratum.toolbox_says}")
    return document


def _sources(catalogue: Catalogue, estimate: Estimate) -> str:
    return f"{listed(cite(catalogue, source) for source in estimate.scheme.source)}; plafond {euro(estimate.scheme.ceiling_eur)}"


def _details(document: Document, catalogue: Catalogue, estimate: Estimate) -> None:
    scheme = estimate.scheme
    document.heading(f"{scheme.name} ({scheme.status})", 3)
    document.terms(
        [
            ("Regeling", Line(scheme.identification)),
            ("Plafond", Line(f"{euro(scheme.ceiling_eur)} voor alle gemeenten samen")),
            ("Samen aanvragen", Line(_joint(estimate) if len(estimate.bands) > 1 else scheme.joint)),
            ("Bron", Line(listed(cite(catalogue, source) for source in scheme.source))),
        ]
    )
    document.bullets([statement(catalogue, note) for note in scheme.notes])


def tell_current_scheme(document: Document, catalogue: Catalogue) -> None:
    """Add that no scheme is known to hold now, and where to look."""
    current = catalogue.current_scheme
    document.callout(Tone.NOTE, f"Nu geldende regeling: onbekend. {current.text}", cited(catalogue, current.source))
    document.paragraph(f"Kijk op: {listed(current.look_at)}.")


def _who(municipalities: Sequence[Municipality]) -> str:
    return listed(
        "een gemeente zonder bestuursovereenkomst" if item.places is None else f"een gemeente met {item.places} opvangplekken"
        for item in municipalities
    )


def _bands(estimate: Estimate) -> str:
    return listed(dict.fromkeys(band.name for band in estimate.bands))


def _amount(estimate: Estimate) -> str:
    if estimate.certain:
        return euro(estimate.maximum_eur)
    return f"{euro(estimate.certain_eur)} zeker, {euro(estimate.maximum_eur)} als het ministerie ook de rest optelt"


def _joint(estimate: Estimate) -> str:
    parts = listed(f"{euro(band.maximum_eur)} ({band.name})" for band in estimate.bands)
    return f"Opgeteld: {parts}. {estimate.scheme.joint}"
