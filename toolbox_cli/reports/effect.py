"""Before and after a measure, as a report: the answer, the numbers, displacement, and what may and may not be concluded."""

from __future__ import annotations

from toolbox_cli.evidence.effect import Effect, Side
from toolbox_cli.evidence.picture import Interval
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.effect_words import (
    against,
    answer_tail,
    few,
    less_or_more,
    may_conclude,
    may_not_conclude,
    neighbour_sentence,
    other_reasons,
    target_name,
    than,
)
from toolbox_cli.reports.evidence_origin import OWN, rows_used, tell_source, tell_unused
from toolbox_cli.reports.evidence_words import between, lies
from toolbox_cli.reports.figure_text import number
from toolbox_cli.reports.words import day, listed, sentence

TITLE = "Wat er veranderde na de maatregel"
ONLY_WHAT = "De cijfers laten zien wat er veranderde, niet waardoor. Onderaan staat wat u wel en niet mag concluderen."


def compose_effect(effect: Effect, rules: EvidenceRules, *, title: str = TITLE) -> Document:
    """Return what the figures say about a measure, never that it was the cause."""
    document = Document()
    document.heading(title, 1)
    document.heading("In het kort")
    document.paragraph(answer(effect))
    document.paragraph(_displaced(effect))
    document.callout(Tone.NOTE, ONLY_WHAT, OWN)
    if effect.before_days:
        document.heading("Voor en na")
        _before_and_after(document, effect)
    document.heading("Verplaatsing")
    if effect.before_days:
        document.bullets([Line(neighbour_sentence(effect, item)) for item in effect.neighbours])
    document.paragraph(_all_around(effect))
    document.heading("Waardoor het ook kan komen")
    document.bullets([Line(text, OWN) for text in other_reasons(effect)])
    document.heading("Wat u wel en niet mag concluderen")
    document.heading("U mag wel concluderen", 3)
    document.bullets([Line(text, OWN) for text in may_conclude(effect)])
    document.heading("U mag niet concluderen", 3)
    document.bullets([Line(text, OWN) for text in may_not_conclude(effect)])
    document.heading("Waar de cijfers vandaan komen")
    tell_source(document, effect.about, (), rows_used(effect.read, len(effect.unused)))
    document.bullets([Line(sentence(text)) for text in effect.remarks])
    tell_unused(document, effect.unused, effect.columns, rules)
    return document


def answer(effect: Effect) -> str:
    """Return in a sentence or two whether there is a difference, with its interval."""
    start, found = day(effect.trial.start), _measured(effect)
    if effect.word and found is not None:
        return f"Vanaf {start} zijn voor {target_name(effect)} {less_or_more(found)} geregistreerd {than(effect)}. {answer_tail(effect)}"
    if effect.before_days and few(effect, effect.target):
        return (
            f"Of er na {start} iets veranderde voor {target_name(effect)}, is niet te zeggen: "
            f"{number(effect.target.before)} ervoor, {number(effect.target.after)} erna; te weinig voor een percentage."
        )
    if effect.why or found is None:
        return f"Of er na {start} iets veranderde voor {target_name(effect)}, is niet te zeggen{f': {effect.why}' if effect.why else ''}."
    return (
        f"De cijfers laten na {start} geen duidelijk verschil zien voor {target_name(effect)}, {against(effect)}: "
        f"het verschil ligt {lies(between(found, 'meer', 'minder'))} incidenten."
    )


def _measured(effect: Effect) -> Interval | None:
    return effect.effect or (None if effect.comparison else effect.target.change)


def _displaced(effect: Effect) -> str:
    if not effect.neighbours:
        return "Naar verplaatsing is niet gekeken: er zijn geen plaatsen of uren in de omgeving opgegeven."
    more = listed(item.side.label for item in effect.neighbours if item.word == "meer")
    if more:
        return f"Meer incidenten in de omgeving: {more}. Dat past bij verplaatsing daarheen."
    if all(item.change is None for item in effect.neighbours):
        return "Of er iets is verplaatst, is niet te zeggen."
    return "In de plaatsen en uren eromheen is geen duidelijke toename te zien."


def _before_and_after(document: Document, effect: Effect) -> None:
    document.paragraph(
        f"Geteld zijn {effect.before_days} dagen voor de start en {effect.after_days} dagen erna; de eerste dag telt bij erna."
    )
    sides = [(effect.target, target_name(effect))]
    if effect.comparison is not None:
        sides.append((effect.comparison, f"vergelijking: {effect.comparison.label or 'ander gebied'}"))
    sides += [(item.side, f"omgeving: {item.side.label}") for item in effect.neighbours]
    document.table(("deel", "ervoor", "erna", "verandering"), [_row(effect, side, name) for side, name in sides])
    if effect.before_days != effect.after_days:
        document.paragraph("De twee perioden zijn niet even lang; de verandering is per dag gerekend.")
    if effect.effect is not None and effect.comparison is not None:
        document.paragraph(f"Voor {target_name(effect)} zijn dat {less_or_more(effect.effect)} {than(effect)}.")
    trial = effect.trial
    if trial.baseline is not None:
        first, until, count = trial.baseline
        now = (
            "" if effect.counted_baseline is None else f" In dit bestand zijn het er over dezelfde dagen {number(effect.counted_baseline)}."
        )
        document.paragraph(
            f"Bij de keuze van de maatregel zijn {number(count)} incidenten geteld, van {day(first)} tot en met {day(until)}.{now}"
        )


def _row(effect: Effect, side: Side, name: str) -> tuple[str, ...]:
    unknown = "te weinig voor een percentage" if few(effect, side) else "niet te zeggen"
    told = less_or_more(side.change, "") if side.change is not None else unknown
    return (name, number(side.before), number(side.after), told)


def _all_around(effect: Effect) -> str:
    """What happened in the measure's place and its neighbours together."""
    if not effect.neighbours:
        return "Noem de plaatsen en uren eromheen om te zien of de overlast daarheen ging."
    if effect.net is None:
        return "Voor de maatregel en de omgeving samen is geen verschil te geven."
    if effect.net_word:
        return f"De maatregel en de omgeving samen: {less_or_more(effect.net)}, {against(effect)}."
    return f"De maatregel en de omgeving samen: geen duidelijk verschil; het ligt {lies(between(effect.net, 'meer', 'minder'))}."
