"""Whether there is a rise or a fall, in words that say no more than the interval does."""

from __future__ import annotations

from toolbox_cli.evidence.picture import Comparison, Interval, Rate, Trend
from toolbox_cli.evidence.regress import excludes_one
from toolbox_cli.reports.evidence_words import PER, between, change, incidents, lies, period, step
from toolbox_cli.reports.figure_text import decimal, number
from toolbox_cli.reports.words import day

COMPARED = {
    "season": "Let op: de perioden zijn niet hetzelfde deel van het jaar.",
    "registration_changed": "Let op: in of tussen de perioden veranderde het registreren.",
    "registered_by": "Let op: de twee zijn door anderen geregistreerd.",
    "small_numbers": "De aantallen zijn te klein voor een verhouding.",
    "not_public": "De verhouding staat niet in de openbare versie: daaruit zijn kleine aantallen per maand af te leiden.",
    "per_place_unknown": "Per opvangplek of inwoner is het niet te vergelijken: die aantallen zijn niet van beide bekend.",
}
BARE = "met losse totalen is niet te zeggen of het verschil toeval is"
WHOLE_FROM = 100
MAYBE_SEASON = "of het alleen het seizoen is, is met minder dan een jaar niet te zeggen"
NO_TREND = "De cijfers laten geen duidelijke stijging of daling zien"


def trend_sentence(trend: Trend) -> str:
    """Return what the figures say on rise and fall, and what the number of places did to it."""
    return " ".join(part for part in (trend_message(trend), _with_places(trend)) if part)


def trend_message(trend: Trend) -> str:
    """Return one sentence on rise or fall; the word comes from the record, the interval goes with it."""
    interval = trend.per_place or trend.change
    per_place = " per opvangplek" if trend.per_place else ""
    if interval is None:
        return f"Over stijgen of dalen is niets te zeggen{f': {trend.why}' if trend.why else ''}."
    if trend.word:
        within = f" binnen deze periode; {MAYBE_SEASON}" if trend.under_a_year else ""
        return f"Het aantal incidenten{per_place} {trend.word}{within}: aan het eind van de periode {change(interval)} dan aan het begin."
    rests = f" Zonder {day(trend.rests_on[0])} tot en met {day(trend.rests_on[1])} valt de verandering weg." if trend.rests_on else ""
    return f"{NO_TREND}{per_place}: de verandering over de periode ligt {lies(between(interval))}.{rests}"


def _with_places(trend: Trend) -> str:
    """What the total did, when the number of places changed with it."""
    if trend.per_place is None or trend.change is None:
        return ""
    known = [span.places for span in trend.spans if span.places is not None]
    places = ""
    if known and round(known[0]) != round(known[-1]):
        more = "meer" if known[-1] > known[0] else "minder"
        places = f" Er waren toen ook {more} opvangplekken: van gemiddeld {number(round(known[0]))} naar {number(round(known[-1]))}."
    if not excludes_one(trend.change):
        return f"Voor het totaal ligt de verandering {lies(between(trend.change))}.{places}"
    return f"Het totaal ligt aan het eind {change(trend.change)} dan aan het begin.{places}"


def trend_caution(trend: Trend) -> str:
    """Return what must not be read into a series without a clear trend; empty when there is one or nothing can be said."""
    if trend.word or (trend.per_place or trend.change) is None:
        return ""
    return (
        "Geen duidelijke stijging of daling is niet hetzelfde als gelijk gebleven: er kan een verandering zijn die te klein is om te zien."
    )


def rate_sentence(rate: Rate) -> str:
    """Return how many per thousand places or residents."""
    per = PER.get(rate.per, rate.per)
    return (
        f"Per 1.000 {per}: {_rate(rate.in_period)} incidenten in deze periode, omgerekend {_rate(rate.per_year)} per jaar "
        f"(bij gemiddeld {number(round(rate.of))} {per})."
    )


def _rate(value: float) -> str:
    return decimal(value, 0 if value >= WHOLE_FROM else 1)


def comparison_sentence(item: Comparison) -> str:
    """Return these figures against others, or why they are not compared."""
    name = f"{item.name} ({period(item.other)})"
    if item.refused:
        return f"Niet vergeleken met {name}: {item.refused.rstrip('.')}."
    counts = f"Vergeleken met {name}: {incidents(item.number)} tegen {incidents(item.other_number)}."
    if item.number is None or item.other_number is None:
        counts = f"Vergeleken met {name}: niet elk aantal is getoond."
    return " ".join((counts, *_ratios(item), *_limits(item)))


def _limits(item: Comparison) -> tuple[str, ...]:
    told = (name for name in item.cautions if name != "bare_totals")  # that one stands in the sentence with the ratio
    return tuple(COMPARED.get(name, f"Er is nog een beperking ({name}).") for name in told)


def _ratios(item: Comparison) -> tuple[str, ...]:
    bare = "bare_totals" in item.cautions
    found = [
        f"{what} is dat {_at_least(interval) if bare else _clear(interval)}."
        for interval, what in ((item.ratio, "Per dag"), (item.per_place, "Per opvangplek of inwoner"))
        if interval is not None
    ]
    if bare and found:
        found.append(f"{BARE.capitalize()}.")
    return tuple(found) or (() if {"small_numbers", "not_public"}.intersection(item.cautions) else ("Een verhouding is niet te geven.",))


def _clear(interval: Interval) -> str:
    return f"{change(interval)}{'' if excludes_one(interval) else ': geen duidelijk verschil'}"


def _at_least(interval: Interval) -> str:
    """A ratio of two totals: chance alone gives this interval, and what comes in groups varies more."""
    return f"{step(interval)}; de marge is ten minste {between(interval)}"
