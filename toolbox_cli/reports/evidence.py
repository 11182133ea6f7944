"""What figures of incidents show and do not show, as a report: what matters on top, then the source, the figures and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.evidence.picture import Picture
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.evidence_figures import (
    MOST_BARS,
    heat_figure,
    hours_figure,
    kinds_figure,
    left_out,
    map_figure,
    places_figure,
    series_figure,
)
from toolbox_cli.reports.evidence_origin import hides_rows, picture_rows, tell_cautions, tell_source, tell_unused
from toolbox_cli.reports.evidence_summary import summary
from toolbox_cli.reports.evidence_trend import comparison_sentence, rate_sentence, trend_caution, trend_sentence
from toolbox_cli.reports.evidence_words import hidden_text, month_label, period, source_name, unit_name
from toolbox_cli.reports.figure_text import number, percent
from toolbox_cli.reports.words import sentence

TITLE = "Wat de cijfers laten zien"
APART = (
    "De registraties staan apart en zijn niet bij elkaar opgeteld: hetzelfde incident kan in meer dan een registratie staan, "
    "bijvoorbeeld als een winkel het noteert en ook de politie belt."
)
SUBJECTIVE = (
    "Dit is het objectieve deel van de probleemanalyse. Vraag ook winkeliers, bewoners, personeel en asielzoekers zelf wat zij merken: "
    "dat is het subjectieve deel."
)
WHO = (
    "deze registratie telt incidenten naar wie iemand is, niet alleen naar wat er gebeurde. Gebruik haar niet als grond voor een maatregel "
    "tegen een groep: een maatregel richt zich op gedrag van personen, een plaats en een tijd."
)

FEW_OR_NONE = "heeft er weinig of geen"


def compose_evidence(
    pictures: Sequence[Picture], rules: EvidenceRules, *, title: str = TITLE, surveys: Sequence[str] = (), public: bool = False
) -> Document:
    """Return what each registration shows: what matters on top; registrations are never added up.

    `surveys` are sentences on surveys that come further on; `public` says that those are for the public, as a picture does itself.
    """
    document = Document()
    document.heading(title, 1)
    if public or any(picture.public for picture in pictures):
        _tell_public(document, rules)
    _tell_who(document, pictures)
    document.heading("In het kort")
    for picture in pictures:
        if len(pictures) > 1:
            document.heading(sentence(source_name(picture.about)).rstrip("."), 3)
        for text in summary(picture, named=len(pictures) == 1):
            document.paragraph(text)
    for text in surveys:
        document.paragraph(text)
    if len(pictures) > 1:
        document.callout(Tone.NOTE, APART, ("eigen lezing",))
    for picture in pictures:
        if len(pictures) > 1:
            document.heading(heading(picture))
        _tell(document, picture, rules, 3 if len(pictures) > 1 else 2)
    if not surveys:
        document.paragraph(SUBJECTIVE, ("toolbox 1.2",), muted=True)
    return document


def heading(picture: Picture) -> str:
    """Return the name of a registration above its part."""
    return f"Registratie: {source_name(picture.about)}, {period(picture.about)}"


def _tell_who(document: Document, pictures: Sequence[Picture]) -> None:
    """A caution for each registration that counts people and not only what happened."""
    for picture in pictures:
        if picture.counts_people:
            name = f"{sentence(source_name(picture.about)).rstrip('.')}: " if len(pictures) > 1 else ""
            document.callout(Tone.NOTE, f"{name}{WHO if name else sentence(WHO)}", ("eigen lezing",))


def _tell_public(document: Document, rules: EvidenceRules) -> None:
    document.callout(
        Tone.NOTE,
        f"Dit is de openbare versie. Aantallen onder {rules.limits.public_from} zijn niet getoond, zodat niemand te herkennen is. "
        "Soms is ook een groter aantal weggelaten: anders is het kleine aantal uit een totaal terug te rekenen. "
        "Op die plaatsen staat het teken –.",
    )
    document.callout(
        Tone.NOTE,
        "Voor wie dit publiceert: publiceer geen tweede versie over een periode die met deze overlapt, of na een verbetering van de "
        "cijfers. Wie twee versies van elkaar aftrekt, ziet ook de kleine aantallen.",
        ("eigen lezing",),
    )


def _tell(document: Document, picture: Picture, rules: EvidenceRules, level: int) -> None:
    document.heading("Waar de cijfers vandaan komen", level)
    tell_source(document, picture.about, picture.files, picture_rows(picture))
    document.heading("Let hierop bij het lezen", level)
    tell_cautions(document, picture, rules)
    hidden = hidden_text(picture, rules.limits.public_from)
    document.heading("Wat en waar", level)
    _what_and_where(document, picture, rules, hidden)
    document.heading("Wanneer", level)
    _when(document, picture, rules, hidden)
    document.heading("Verloop", level)
    _course(document, picture, hidden)
    if picture.comparisons:
        document.heading("Vergeleken met andere cijfers", level)
        document.bullets([Line(comparison_sentence(item)) for item in picture.comparisons])
    tell_unused(document, () if picture.public else picture.unused, picture.columns, rules, level=level)


def _what_and_where(document: Document, picture: Picture, rules: EvidenceRules, hidden: str) -> None:
    for counts, figure, what in (
        (picture.kinds, kinds_figure(picture.kinds, hidden), "soort"),
        (picture.places, places_figure(picture, hidden), "plaats"),
    ):
        document.figure(figure)
        if not counts.items:
            document.paragraph(_none(picture, what))
        elif left_out(counts):
            text = f"De figuur toont de {MOST_BARS} grootste; nog {number(left_out(counts))} staan in de uitvoer met --json."
            document.paragraph(text, muted=True)
    document.paragraph(_standing_out(picture))
    if picture.place_map is not None:
        few = f"minder dan {rules.limits.public_from}, niet getoond zodat geen huis te herkennen is"
        document.figure(map_figure(picture.place_map, few, FEW_OR_NONE if picture.public else ""))


def _none(picture: Picture, what: str) -> str:
    if picture.public:
        return f"De aantallen per {what} zijn te klein voor de openbare versie en zijn niet getoond."
    return f"Van geen incident is de {what} bekend."


def _standing_out(picture: Picture) -> str:
    found = picture.concentration
    if found is None:
        return ""
    return (
        f"{found.places} van de {found.of} plaatsen {'heeft' if found.places == 1 else 'hebben samen'} {percent(found.share)} "
        "van de incidenten waarvan de plaats bekend is."
    )


def _when(document: Document, picture: Picture, rules: EvidenceRules, hidden: str) -> None:
    heat = heat_figure(picture.heat, hidden)
    if any(value != 0 for row in heat.cells for value in row):
        document.figure(heat)
    else:
        ask = " Vraag de bron om het tijdstip erbij te geven."
        document.paragraph(_none(picture, "dag en uur") if picture.public else f"Van geen incident zijn dag en uur bekend.{ask}")
        return
    if not picture.hot_hours:
        document.paragraph("Er is geen deel van de dag dat er duidelijk uitspringt.")
        return
    document.figure(hours_figure(picture.hot_hours, hidden))
    document.paragraph(
        f"Een deel van de dag staat hier als het ten minste {percent(rules.limits.hot_share)} van de incidenten heeft, duidelijk meer dan "
        "de rest van de dag, en meer dan toeval geeft. Die grenzen zijn een keuze van dit programma.",
        ("eigen lezing",),
        muted=True,
    )


def _course(document: Document, picture: Picture, hidden: str) -> None:
    course = series_figure(picture.trend, picture.months, hidden)
    document.figure(course)
    if not course.points:
        document.paragraph(trend_sentence(picture.trend))
    document.paragraph(trend_caution(picture.trend), ("eigen lezing",))
    if picture.trend.spans and unit_name(picture.trend.unit) != "maand":
        document.table(("maand", "incidenten"), [(month_label(item.label), number(item.number)) for item in picture.months.items])
    if any(span.places is not None for span in picture.trend.spans):
        _with_places(document, picture)
    rates = () if hides_rows(picture) else picture.rates
    document.bullets([Line(rate_sentence(rate)) for rate in rates])


def _with_places(document: Document, picture: Picture) -> None:
    """The number of places next to the incidents, so that more places are not read as more nuisance."""
    points = series_figure(picture.trend, picture.months, "").points
    rows = [
        (point.label, number(point.number), "onbekend" if span.places is None else number(round(span.places)))
        for point, span in zip(points, picture.trend.spans, strict=True)
    ]
    document.paragraph("Het aantal opvangplekken ernaast: meer plekken kan meer incidenten geven zonder dat het per plek erger wordt.")
    document.table((unit_name(picture.trend.unit), "incidenten", "opvangplekken (gemiddeld)"), rows)
