"""The days that follow from a first day, as a document: the last day first, then renewals, review, objection, and how was counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from toolbox_cli.analysis.term import Decision, Extended, SpreadCheck, Timeline
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.term import Length, Protection, SetBy, Unit
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.words import abbreviations, article_name, cited, day, listed, sourced, statement

SET_BY = {
    SetBy.LAW: "",
    SetBy.PRACTICE: "De wet noemt geen getal; dit is de langste duur uit de praktijk.",
    SetBy.LOCAL: "De wet noemt geen getal: de eigen APV bepaalt de duur.",
    SetBy.DECISION: "De wet noemt geen getal: het besluit of de afspraak bepaalt de duur.",
    SetBy.NEED: "De wet noemt geen getal: niet langer dan nodig.",
    SetBy.OTHER: "Een andere organisatie bepaalt de duur.",
    SetBy.UNREAD: "De geldende tekst is niet helemaal gelezen; de duur is hier niet bekend.",
    SetBy.NONE: "",
}
_UNITS = {
    Unit.HOURS: ("uur", "uur"), Unit.DAYS: ("dag", "dagen"), Unit.WEEKS: ("week", "weken"),
    Unit.MONTHS: ("maand", "maanden"), Unit.YEARS: ("jaar", "jaar"),
}  # fmt: skip
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ORDINALS = ("", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde")


def compose_term(catalogue: Catalogue, form: Form, found: Timeline, *, renewal: int | None = None, assumed: bool = False) -> Document:
    """Return the document; `renewal` is the one asked for, `assumed` says that the day of publication was not given."""
    document = Document()
    document.heading(f"Termijn: {form_label(form)}", 1)
    _first_things(document, catalogue, form, found, renewal, assumed=assumed)
    _spread(document, catalogue, form, found.spread)
    _renewals(document, catalogue, form, found)
    _reviews(document, catalogue, form, found)
    _protection(document, catalogue, form, found, assumed=assumed)
    if rules := counted(catalogue, found):
        document.heading("Hoe is geteld")
        document.bullets([statement(catalogue, item) for item in rules])
    document.paragraph(texts_read(catalogue, form, found), muted=True)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def weekday(value: date) -> str:
    """Return a date with its day of the week: donderdag 11 juni 2026."""
    return f"{_WEEKDAYS[value.weekday()]} {day(value)}"


def moment(value: datetime) -> str:
    """Return a clock time with its date: vrijdag 13 maart 2026, 10.00 uur."""
    return f"{weekday(value)}, {value:%H.%M} uur"


def length_words(length: Length) -> str:
    """Return a length in words: 3 maanden."""
    return f"{length.amount} {_UNITS[length.unit][length.amount != 1]}"


def ordinal(number: int) -> str:
    """Return 'vierde verlenging', or 'verlenging 12' where the word would be odd."""
    return f"{_ORDINALS[number]} verlenging" if 0 < number < len(_ORDINALS) else f"verlenging {number}"


def counted(catalogue: Catalogue, found: Timeline) -> tuple[Statement, ...]:
    """Return the rules of counting that this outcome rests on."""
    rules = catalogue.counting
    used: list[Statement] = []
    if found.run:
        used.append(rules.days)
    if any(period.clipped for period in found.run):
        used.append(rules.month_end)
    if found.hours is not None:
        used.append(rules.hours)
        used += [rules.clock_change] if found.hours.clock_changes else []
    if found.spread is not None:
        used.append(rules.spread)
    if found.run or found.spread:
        used.append(rules.not_extended)
    if found.objection is not None:
        used.append(rules.extended)
        used += [rules.postponed] if found.objection.decisions else []
        used += [rules.days_unknown] if found.objection.unsure else []
    return tuple(used)


def texts_read(catalogue: Catalogue, form: Form, found: Timeline) -> str:
    """Return which articles the outcome rests on, each with the date of the text that was read."""
    names = dict.fromkeys(ref.removeprefix("art ").split(":")[0] for ref in _references(catalogue, form, found) if ref.startswith("art "))
    by_day: dict[date | None, list[str]] = {}
    for name in names:
        by_day.setdefault(catalogue.article_by_id[name].text_date, []).append(article_name(catalogue, name))
    shown = [f"{listed(group)} ({f'tekst van {day(read)}' if read else 'niet gelezen'})" for read, group in by_day.items()]
    return f"Gelezen: {'; '.join(shown)}." if shown else ""


def problems(check: SpreadCheck) -> tuple[str, ...]:
    """Return what is wrong with a list of days, in sentences."""
    found = []
    if check.too_many:
        found.append(
            f"Dit zijn {len(check.days)} verschillende dagen; er mogen er ten hoogste {check.most} zijn, dus {check.too_many} minder."
        )
    if check.too_late:
        found.append(f"Te laat: {_days(check.too_late)}. De laatste dag die kan, is {weekday(check.limit)}.")
    if check.too_early:
        found.append(f"Vóór de eerste dag van het besluit: {_days(check.too_early)}.")
    return tuple(found)


def _first_things(document: Document, catalogue: Catalogue, form: Form, found: Timeline, renewal: int | None, *, assumed: bool) -> None:
    term = form.power.term if form.power else None
    pairs: list[tuple[str, Line]] = []
    if renewal and len(found.run) > renewal:
        asked = found.run[renewal]
        pairs.append((f"Verlenging {renewal}", Line(f"{weekday(asked.first)} tot en met uiterlijk {weekday(asked.last)}")))
    pairs += _last(catalogue, form, found)
    start = moment(found.hours.start) if found.hours else weekday(found.start)
    pairs.append(("Eerste dag" if not found.hours else "Begin", Line(start)))
    if len(found.run) > 1:
        times = "1 verlenging" if len(found.run) == 2 else f"{len(found.run) - 1} verlengingen"
        pairs.append(("Met verlengen", Line(f"uiterlijk {weekday(found.run[-1].last)}, na {times}")))
    if found.objection is not None:
        guess = ", als het besluit op de eerste dag bekend is gemaakt" if assumed else ""
        pairs.append(("Bezwaar", Line(f"tot en met {weekday(found.objection.last.last)}{guess}")))
    document.terms(pairs)
    if term is None or term.set_by is not SetBy.LAW:
        said = SET_BY[term.set_by] if term else ""
        duration = form.max_duration
        line = sourced(catalogue, f"{said} {duration.text if duration else ''}".strip(), duration.source if duration else ())
        document.callout(Tone.NOTE, line.text, line.sources)
    if not found.run and not found.hours and not found.spread and (term is None or term.set_by is not SetBy.NONE):
        document.paragraph("Weet u de duur, voeg haar dan toe: --length 24u (uren), 10d (dagen), 4w (weken) of 3m (maanden).")
    document.bullets([statement(catalogue, note) for note in (term.notes if term else ())])


def _last(catalogue: Catalogue, form: Form, found: Timeline) -> Iterator[tuple[str, Line]]:
    term = form.power.term if form.power else None
    by_law = term is not None and term.maximum == found.length and term.set_by is SetBy.LAW
    by_practice = term is not None and term.maximum == found.length and term.set_by is SetBy.PRACTICE
    sources = cited(catalogue, term.source) if by_law and term else ()
    if found.spread is not None:
        yield "Lijst van dagen", Line("past" if found.spread.fits else "past niet; zie onder Losse dagen")
        yield "Laatste dag", Line(f"{weekday(found.spread.days[-1])}, de laatste van de lijst")
    elif found.length is None:
        none = term is not None and term.set_by is SetBy.NONE
        yield "Laatste dag", Line("geen; er is geen looptijd" if none else "onbekend")
    else:
        length = length_words(found.length)
        why = f"ten hoogste {length}" if by_law else f"in de praktijk {length}" if by_practice else f"bij de {length} die u opgaf"
        if found.hours is not None:
            yield "Einde", Line(f"{moment(found.hours.end)} ({why})", sources)
        elif found.run:
            yield "Laatste dag", Line(f"{weekday(found.run[0].last)} ({why})", sources)


def _spread(document: Document, catalogue: Catalogue, form: Form, check: SpreadCheck | None) -> None:
    spread = form.power.term.spread if form.power and form.power.term else None
    if spread is None:
        return
    document.heading("Losse dagen")
    if check is None:
        line = sourced(catalogue, f"{spread.text} Controleer een lijst met --days of --days-file.", spread.source)
        document.paragraph(line.text, line.sources)
        return
    verdict = "De lijst past." if check.fits else "De lijst past niet."
    line = sourced(catalogue, f"{verdict} {spread.text}", spread.source)
    document.paragraph(line.text, line.sources)
    document.bullets([Line(text) for text in problems(check)])
    document.terms(
        [
            ("Aantal dagen", Line(f"{len(check.days)} van ten hoogste {check.most}")),
            ("Eerste dag", Line(weekday(check.days[0]))),
            ("Laatste dag", Line(weekday(check.days[-1]))),
            ("Uiterste dag", Line(f"{weekday(check.limit)} ({length_words(spread.within)} vanaf de eerste dag)")),
            ("Dubbel", Line(_days(check.doubles))),
        ]
    )


def _renewals(document: Document, catalogue: Catalogue, form: Form, found: Timeline) -> None:
    renewals = form.power.term.renewals if form.power and form.power.term else None
    if (renewals is None and form.renewal is None) or found.spread is not None:
        return
    document.heading("Verlengen")
    document.table(
        ("verlenging", "van", "uiterlijk tot en met"), [(str(p.number), weekday(p.first), weekday(p.last)) for p in found.run[1:]]
    )
    if renewals is None:
        line = statement(catalogue, form.renewal) if form.renewal else Line("")
        document.paragraph(line.text, line.sources)
        return
    document.bullets([sourced(catalogue, renewals.text, renewals.source), *(statement(catalogue, note) for note in renewals.notes)])


def _reviews(document: Document, catalogue: Catalogue, form: Form, found: Timeline) -> None:
    review = form.power.term.review if form.power and form.power.term else None
    if review is None:
        return
    document.heading("Tussentijds bekijken")
    line = statement(catalogue, review)
    document.paragraph(line.text, line.sources)
    if found.reviews:
        line = statement(catalogue, catalogue.counting.review)
        document.paragraph(line.text, line.sources)
        document.bullets([Line(text) for text in _per_period(found)])


def _per_period(found: Timeline) -> Iterator[str]:
    for period in found.run:
        name = ordinal(period.number).capitalize() if period.number else "Het besluit zelf"
        inside = [weekday(value) for value in found.reviews if period.first <= value <= period.last]
        yield f"{name}: {listed(inside)}"


def _protection(document: Document, catalogue: Catalogue, form: Form, found: Timeline, *, assumed: bool) -> None:
    protection, days = protection_of(catalogue, form), found.objection
    if protection is None:
        return
    document.heading(protection.name)
    line = statement(catalogue, protection.summary)
    document.paragraph(line.text, line.sources)
    if days is None:
        return
    if protection.later and days.published > found.start:
        line = statement(catalogue, protection.later)
        document.callout(Tone.NOTE, line.text, line.sources)
    given = " (aangenomen; anders: --published DATUM)" if assumed else ""
    begins = statement(catalogue, protection.begins).sources if protection.begins else ()
    document.terms(
        [
            ("Bekendgemaakt", Line(f"{weekday(days.published)}{given}")),
            ("Bezwaar begint", Line(weekday(days.first), begins)),
            ("Bezwaar eindigt", Line(_moved(days.last))),
        ]
    )
    document.bullets([sourced(catalogue, _decide(item), item.term.source) for item in days.decisions])
    document.bullets([statement(catalogue, note) for note in protection.notes])


def _moved(found: Extended) -> str:
    """The last day, with the weekend or holiday that moved it."""
    if not found.moved:
        return weekday(found.last)
    free = listed(found.holidays) if found.holidays else "weekend"
    return f"{weekday(found.last)}, verschoven vanaf {weekday(found.counted)} ({free})"


def _decide(item: Decision) -> str:
    text = f"Beslissen op het bezwaar {item.term.name}: uiterlijk {weekday(item.last.last)}"
    return f"{text}, of na verdagen {weekday(item.postponed.last)}." if item.postponed else f"{text}."


def _days(days: Iterable[date]) -> str:
    return listed(day(value) for value in days)


def protection_of(catalogue: Catalogue, form: Form) -> Protection | None:
    """Return which legal protection belongs to a form; None where there is no power."""
    term = form.power.term if form.power else None
    return catalogue.protection_by_id[term.protection] if term else None


def _references(catalogue: Catalogue, form: Form, found: Timeline) -> Iterator[str]:
    """Every source the outcome rests on, in the order of the document."""
    term, protection = form.power.term if form.power else None, protection_of(catalogue, form)
    if term is not None:
        yield from term.source
        for part in (term.renewals, term.spread, term.review):
            yield from part.source if part else ()
    if protection is not None:
        said = (protection.summary, *((protection.begins, *protection.notes) if found.objection else ()))
        yield from (ref for item in said if item for ref in item.source)
        yield from (ref for case in protection.decisions for ref in case.source)
    yield from (ref for item in counted(catalogue, found) for ref in item.source)
