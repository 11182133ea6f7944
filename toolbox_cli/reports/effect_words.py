"""What limits a conclusion about a measure, in plain words, and what may and may not be said. Never that a measure is the cause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from toolbox_cli.evidence.effect import Effect, Neighbour, Side
from toolbox_cli.evidence.picture import Interval
from toolbox_cli.reports.evidence_words import change, incidents
from toolbox_cli.reports.figure_text import number
from toolbox_cli.reports.words import day, listed

ANSWERS = {
    "minder": "Dat past bij een maatregel die werkt, maar het kan ook door iets anders komen.",
    "meer": "Dat past niet bij een maatregel die werkt, maar het kan ook door iets anders komen.",
}
EXCEPTIONS = {  # behind 'behalve als': what the figures themselves show that may have made the difference
    "target_moving": "het aantal al voor de start veranderde en dat doorging",
    "comparison_moved": "de vergelijking niet deugt, want die ging al voor de start een andere kant op",
    "peak_before": "het aantal na de piek vlak voor de start vanzelf terugging",
    "season": "het alleen het seizoen is",
    "registration_changed": "er anders is geregistreerd",
}
REASONS = {
    "no_comparison": (
        "Er is geen vergelijking met een gebied zonder de maatregel. Wat overal veranderde, bijvoorbeeld door het weer of door minder "
        "mensen op straat, is dan niet van de maatregel te scheiden."
    ),
    "small_numbers": (
        "Het zijn weinig incidenten. Een aantal verandert dan al snel door toeval: een paar meer of minder geeft een ander beeld."
    ),
    "comparison_small": (
        "In het gebied waarmee is vergeleken zijn weinig incidenten. Het toeval daar werkt door in het verschil dat hier staat."
    ),
    "comparison_moved": (
        "In het gebied waarmee is vergeleken was de ontwikkeling al voor de start een andere. Het is dan geen goede maat voor wat er "
        "zonder de maatregel gebeurd zou zijn."
    ),
    "target_unknown": (
        "Of het aantal al voor de start daalde of steeg, is niet te zeggen: daarvoor zijn er te weinig weken of incidenten voor de start. "
        "Wat al gaande was, kan gewoon zijn doorgegaan."
    ),
    "season": (
        "De dagen ervoor en de dagen erna vallen in een ander deel van het jaar. Overlast op straat verschilt per seizoen. "
        "Vergelijk ook met dezelfde maanden van een jaar eerder."
    ),
    "peak_before": (
        "Vlak voor de start was er een piek. Na een piek dalen cijfers meestal vanzelf naar het gewone niveau, ook zonder maatregel "
        "(dat heet regressie naar het gemiddelde). Een deel van de daling kan daardoor komen."
    ),
}
NO_PEAK = (
    "Een maatregel komt vaak na een piek, en na een piek dalen cijfers meestal vanzelf (regressie naar het gemiddelde). "
    "In deze cijfers is vlak voor de start geen duidelijke piek gevonden."
)
PEAK_NOT_EXCLUDED = (
    "Een maatregel komt vaak na een piek, en na een piek dalen cijfers meestal vanzelf (regressie naar het gemiddelde). "
    "Een duidelijke piek vlak voor de start is hier niet gevonden, maar een piek is niet uit te sluiten."
)
MAYBE_PEAK = (
    "Een maatregel komt vaak na een piek, en na een piek dalen cijfers meestal vanzelf (regressie naar het gemiddelde). "
    "De periode ervoor is te kort om te zien of dat hier speelt."
)
OTHER_THINGS = (
    "Wat er in dezelfde tijd nog meer gebeurde, zoals andere maatregelen of een andere bezetting van de opvang, zit niet in deze cijfers."
)


def target_name(effect: Effect) -> str:
    """Return what the part with the measure is called."""
    return effect.target.label or "het gebied van de maatregel"


def against(effect: Effect) -> str:
    """Return what the difference is measured against."""
    if effect.comparison is None:
        return "vergeleken met de periode ervoor"
    return f"vergeleken met de verandering bij {effect.comparison.label or 'het vergelijkingsgebied'}"


def than(effect: Effect) -> str:
    """Return the same behind 'minder': dan in de periode ervoor, or dan wat de vergelijking deed verwachten."""
    if effect.comparison is None:
        return "dan in de periode ervoor"
    return f"dan wanneer het daar net zo was gegaan als bij {effect.comparison.label or 'het vergelijkingsgebied'}"


def less_or_more(interval: Interval, what: str = " incidenten") -> str:
    """Return '34% minder incidenten (tussen 12% en 52% minder)'."""
    told, bracket, rest = change(interval, "meer", "minder").partition(" (")
    return f"{told}{what}{bracket}{rest}"


def few(effect: Effect, side: Side) -> bool:
    """Say whether a part has too few incidents for a percentage."""
    return side.before + side.after < effect.percentage_from


def answer_tail(effect: Effect) -> str:
    """Return what stands behind the difference: what it fits, and what these figures themselves show that it may also be."""
    told = ANSWERS.get(effect.word, "")
    if "target_moving" in effect.cautions:
        return f"{told} {_moving(effect).partition('. ')[0]}."
    if "target_unknown" in effect.cautions:
        return f"{told} Of het aantal al voor de start veranderde, is niet te zeggen."
    return told


def neighbour_sentence(effect: Effect, item: Neighbour) -> str:
    """Return what happened next door, and whether it fits displacement."""
    side = item.side
    counts = f"{side.label}: {number(side.before)} {'incident' if side.before == 1 else 'incidenten'} ervoor en {number(side.after)} erna"
    if item.change is None:
        return f"{counts}; {'te weinig voor een percentage' if few(effect, side) else 'of dat een verandering is, is niet te zeggen'}."
    told = f"{counts}, {less_or_more(item.change, '')} {against(effect)}."
    words = {
        "meer": "Dat past bij verplaatsing daarheen.",
        "minder": "Dat past niet bij verplaatsing daarheen; het kan zijn dat de maatregel ook daar doorwerkt.",
        "": "Een duidelijke toe- of afname is niet te zien.",
    }
    return f"{told} {words[item.word]}"


def other_reasons(effect: Effect) -> tuple[str, ...]:
    """Return what else the difference may come from, each in plain words; no caution of the record is left out."""
    ids = effect.cautions
    told = [REASONS.get(name) or _worded(effect, name) for name in ids]
    if "peak_before" not in ids:
        without = PEAK_NOT_EXCLUDED if effect.word == "minder" else NO_PEAK
        told.append(MAYBE_PEAK if "short_before" in ids else without)
    return (*told, OTHER_THINGS)


def _worded(effect: Effect, name: str) -> str:
    """A caution with a number or a date of this case in it."""
    match name:
        case "target_moving":
            return _moving(effect)
        case "short_before":
            return f"De tijd voor de start is kort (vergeleken zijn {effect.before_days} dagen). Een drukke week weegt dan zwaar."
        case "short_after":
            return f"De tijd na de start is kort (vergeleken zijn {effect.after_days} dagen). Of een verschil blijft, is nog niet te zien."
        case "more_reports":
            return (
                "Deze maatregel zorgt er zelf voor dat er meer wordt gemeld of gezien. Meer incidenten na de start kan dus meer melden "
                "zijn, en een daling kan groter zijn dan de cijfers laten zien."
            )
        case "registration_changed":
            return _registration(effect)
        case "baseline_differs":
            return _baseline(effect)
        case _:
            return f"Er is nog een beperking, die dit programma niet nader omschrijft ({name})."


def _moving(effect: Effect) -> str:
    earlier = effect.earlier.value if effect.earlier else 1.0
    same = "De daling was er al voor de start" if earlier < 1 else "De stijging was er al voor de start" if earlier > 1 else ""
    return (
        f"{same or 'Voor de start veranderde het aantal al'}. Wat al gaande was, kan zonder de maatregel net zo zijn doorgegaan; "
        "het verschil tussen ervoor en erna zegt dan weinig over de maatregel."
    )


def _registration(effect: Effect) -> str:
    start = effect.trial.start
    first, last = start - timedelta(days=effect.before_days), start + timedelta(days=effect.after_days)
    events = listed(f"{event.what} op {day(event.on)}" for event in effect.about.events if first < event.on < last)
    return (
        f"Het registreren veranderde in deze tijd{f': {events}' if events else ''}. "
        "Dan kan er meer of minder zijn geteld zonder dat er meer of minder gebeurde."
    )


def _baseline(effect: Effect) -> str:
    if effect.trial.baseline is None or effect.counted_baseline is None:
        return "De nulmeting bij de keuze van de maatregel is een andere telling dan dit bestand."
    return (
        f"De nulmeting bij de keuze van de maatregel was {number(effect.trial.baseline[2])}; dit bestand geeft over dezelfde dagen "
        f"{number(effect.counted_baseline)}. Zoek eerst uit waardoor dat verschilt: een andere bron, een andere definitie, "
        "of rijen die er later bij kwamen."
    )


def may_conclude(effect: Effect) -> tuple[str, ...]:
    """Return what the figures do carry."""
    return tuple(_may(effect)) or ("Niets over een verschil: daarvoor is er te weinig om te vergelijken.",)


def _may(effect: Effect) -> Iterator[str]:
    side, name = effect.target, target_name(effect)
    if effect.before_days == 0:
        return
    yield (
        f"De telling voor {name}: {incidents(side.before)} in de {effect.before_days} dagen voor de start, "
        f"en {number(side.after)} in de {effect.after_days} dagen erna."
    )
    if effect.word:
        fits = "past bij" if effect.word == "minder" else "past niet bij"
        known = [text for name, text in EXCEPTIONS.items() if name in effect.cautions]
        unless = f", behalve als {listed(known, 'of')}" if known else ""
        yield f"Het verschil is groter dan toeval alleen meestal geeft, en dat {fits} een maatregel die werkt{unless}."
    elif not effect.why:
        yield "In deze cijfers is geen duidelijk verschil te zien."
    for item in effect.neighbours:
        if item.word == "meer":
            yield f"In de omgeving nam het aantal toe: {item.side.label}. Dat past bij verplaatsing daarheen."


def may_not_conclude(effect: Effect) -> tuple[str, ...]:
    """Return what the figures do not carry."""
    return tuple(_may_not(effect))


def _may_not(effect: Effect) -> Iterator[str]:
    yield "Dat de maatregel de oorzaak is. Daarvoor zijn meer metingen en een goede vergelijking nodig."
    if effect.word == "":
        yield "Dat de maatregel niets doet, of dat alles gelijk bleef. Een verschil kan te klein zijn om met deze aantallen te zien."
    else:
        yield f"Dat het zo blijft. De cijfers gaan over {effect.after_days} dagen."
    if not any(item.word == "meer" for item in effect.neighbours):
        seen = "Alleen de genoemde plaatsen en uren zijn bekeken." if effect.neighbours else "Er is niet naar de omgeving gekeken."
        yield f"Dat er niets is verplaatst. {seen}"
    if "small_numbers" in effect.cautions:
        yield "Een precies percentage. Noem bij kleine aantallen de aantallen zelf en de marge."
    if "registration_changed" in effect.cautions:
        yield "Dat er meer of minder gebeurde dan eerst, zolang niet vaststaat dat op dezelfde manier is geregistreerd."
    yield "Dat de maatregel ergens anders hetzelfde geeft."
