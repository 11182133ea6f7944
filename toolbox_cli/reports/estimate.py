"""The grant estimate as a document: what is known now, and past schemes as illustration."""

from __future__ import annotations

from collections import Counter
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
    return listed(_applicants(item.places, number) for item, number in Counter(municipalities).items())


def _applicants(places: int | None, number: int) -> str:
    who = "een gemeente" if number == 1 else f"{number} gemeenten"
    if places is None:
        return f"{who} zonder bestuursovereenkomst"
    return f"{who} met {'' if number == 1 else 'elk '}{places} opvangplek{'' if places == 1 else 'ken'}"


def _bands(estimate: Estimate) -> str:
    return listed(dict.fromkeys(band.name for band in estimate.bands))


def _amount(estimate: Estimate) -> str:
    return sure_part(euro(estimate.certain_eur) if estimate.certain_eur else "", euro(estimate.maximum_eur), certain=estimate.certain)


def sure_part(sure: str, most: str, *, certain: bool) -> str:
    """Return a maximum in words; `sure` is empty where no part of it follows from the text."""
    if certain:
        return most
    return f"zeker {sure}; hooguit {most} als alles optelt" if sure else f"hooguit {most} als alles optelt; niets daarvan is zeker"


def _joint(estimate: Estimate) -> str:
    counted = Counter(estimate.bands).items()
    parts = listed(f"{'' if number == 1 else f'{number} keer '}{euro(band.maximum_eur)} ({band.name})" for band, number in counted)
    ceiling = f" Samen nooit meer dan het plafond van {euro(estimate.scheme.ceiling_eur)}." if estimate.capped else ""
    return f"Opgeteld: {parts}.{ceiling} {estimate.scheme.joint}"
