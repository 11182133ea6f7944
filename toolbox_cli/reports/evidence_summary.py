"""The few sentences that stand above a report of figures: how many, where, when, rise or fall, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.evidence.picture import Hot, Picture
from toolbox_cli.reports.evidence_period import period_doubt
from toolbox_cli.reports.evidence_trend import trend_sentence
from toolbox_cli.reports.evidence_words import incidents, period, source_name
from toolbox_cli.reports.figure_text import decimal, number, percent
from toolbox_cli.reports.words import capital, listed


def summary(picture: Picture, *, named: bool = True) -> tuple[str, ...]:
    """Return two to four short paragraphs, the most important first; named when no heading says which registration it is."""
    how_many = _how_many(picture, f"{source_name(picture.about)}, {period(picture.about)}" if named else period(picture.about))
    if picture.total == 0:
        nothing = "Geen registratie betekent niet dat er niets gebeurde: niet alles wordt gemeld."
        return tuple(text for text in (how_many, period_doubt(picture), nothing, _not_known(picture)) if text)
    told = (how_many, period_doubt(picture), _where_and_when(picture), trend_sentence(picture.trend), _not_known(picture))
    return tuple(text for text in told if text)


def _how_many(picture: Picture, start: str) -> str:
    start = capital(start)
    if picture.total is None:
        return f"{start}: er zijn incidenten geregistreerd; het aantal is in deze openbare versie niet getoond."
    if picture.total == 0:
        return f"{start}: geen enkel incident geregistreerd."
    week = f", gemiddeld {decimal(picture.per_week)} per week" if picture.per_week is not None else ""
    return f"{start}: {incidents(picture.total)} geregistreerd{week}."


def _where_and_when(picture: Picture) -> str:
    what = [Hot(item.label, item.number, None) for item in picture.kinds.items]
    where = picture.hot_places or [Hot(item.label, item.number, None) for item in picture.places.items]
    parts = (
        _first("Wat", what, _known(picture.kinds.total, picture.kinds.without)),
        _first("Waar", where, _known(picture.places.total, picture.places.without)),
        _first("Wanneer", picture.hot_hours, _known(picture.total, picture.heat.without)),
    )
    return " ".join(part for part in parts if part)


def _known(total: int | None, without: int | None) -> str:
    """Of how many the fact is known, when that is not all."""
    return f" (bekend van {number(total - without)})" if total is not None and without else ""


def _first(word: str, items: Sequence[Hot], known: str) -> str:
    shown = [item for item in items if item.number]
    return f"{word}{known}: {listed(_with_share(item) for item in shown[:2])}." if shown else ""


def _with_share(item: Hot) -> str:
    return f"{item.label} ({number(item.number)}{f', {percent(item.share)}' if item.share is not None else ''})"


def _not_known(picture: Picture) -> str:
    """What these figures do not tell, with the numbers where they are known."""
    gaps = [
        f"{what} van {incidents(without)}"
        for what, without in (("de soort", picture.kinds.without), ("de plaats", picture.places.without), ("het uur", picture.heat.without))
        if without
    ]
    about = picture.about
    gaps += [what for what, given in (("wat als incident telt", about.definition), ("wie registreerde", about.registered_by)) if not given]
    return f"Niet bekend: {listed([*gaps, 'wie het deed', 'wat niet is gemeld'])}."
