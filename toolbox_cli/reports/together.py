"""Registrations and surveys side by side, and possible causes with what speaks for and against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.evidence.hypotheses import Weighed
from toolbox_cli.evidence.meaning import partner_of
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.signals import Seen
from toolbox_cli.evidence.survey import Survey
from toolbox_cli.evidence.together import Apart, Beside, Experienced, Registered, Status, days_apart
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.inference import Signal
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.figure_text import number, percent
from toolbox_cli.reports.survey import share_cell
from toolbox_cli.reports.words import listed, partner_name, sentence, sourced
from toolbox_cli.rules.truth import Truth

OWN = ("eigen lezing",)
NOT_REGISTERED = "Wat niet is geregistreerd, kan wel gebeuren. Wat niemand noemt in een enquête, ook."
NO_CAUSE = (
    "Cijfers en enquêtes laten geen oorzaak zien. Hieronder staat per mogelijke oorzaak wat ervoor en ertegen spreekt, en wat u nog moet "
    "vragen. Er is geen volgorde of score. Wie het deed, speelt hier geen rol."
)
NOTHING = "geen gegevens"
_OTHER_TIMES = {
    Apart.UNKNOWN_DAYS: (
        "Van een enquête of registratie is niet bekend over welke dagen zij gaat. Een verschil tussen de twee kan dan een verschil in tijd "
        "zijn; daar staat hieronder niet 'spreekt tegen'. Geef de dagen van de enquête met --survey-period."
    ),
    Apart.OTHER_DAYS: (
        "Registratie en enquête gaan niet over dezelfde dagen. Een verschil kan dan een verschil in tijd zijn; waar dat zo is, staat "
        "hieronder niet 'spreekt tegen'."
    ),
}
_SIDE = {"objective": "registratie", "subjective": "enquête"}


def compose_together(
    document: Document,
    catalogue: Catalogue,
    rows: Sequence[Beside],
    pictures: Sequence[Picture],
    surveys: Sequence[Survey],
    *,
    other: Sequence[Beside] = (),
    level: int = 2,
    title: str = "Cijfers en ervaringen naast elkaar",
) -> None:
    """Add what both sides say per thing, what contradicts and what lacks, and what each source cannot see.

    `other` are things that figures or people name and that the problem of the case does not.
    """
    document.heading(title, level)
    if not rows and not other:
        document.paragraph(
            "Er is niets om naast elkaar te zetten: registraties en enquêtes noemen geen gedrag, plaats of tijd die is herkend."
        )
        return
    apart = days_apart(pictures, surveys, catalogue.evidence)
    if apart is not None:
        document.callout(Tone.NOTE, _OTHER_TIMES[apart], OWN)
    _tables(document, catalogue, rows, level + 1)
    _explained(document, catalogue, rows)
    if named := [row for row in other if _naming(row)]:
        document.heading("Ook genoemd, maar niet in dit probleem", level + 1)
        document.bullets([Line(_short(catalogue, row)) for row in named])
    document.heading("Wat elke bron niet ziet", level + 1)
    document.bullets([*_blind(catalogue, pictures, surveys), Line(NOT_REGISTERED, OWN)])


def compose_causes(document: Document, catalogue: Catalogue, found: Sequence[Weighed], *, level: int = 2) -> None:
    """Add the possible causes: those of which something is seen in full, of the others only what to ask."""
    document.heading("Mogelijke oorzaken en andere verklaringen", level)
    document.callout(Tone.NOTE, NO_CAUSE, OWN)
    seen = [item for item in found if item.speaks_for or item.speaks_against]
    silent = [item for item in found if item not in seen]
    for item in seen:
        document.heading(item.hypothesis.text, level + 1)
        document.bullets(list(_weighed(catalogue, item)))
    if silent:
        document.heading("Waarover deze gegevens niets zeggen", level + 1)
        document.bullets([_silent(catalogue, item) for item in silent])


def choice_label(catalogue: Catalogue, row: Beside) -> str:
    """Return what a row is about, as the question has it."""
    return next(option.label for option in catalogue.question_by_id[row.question].options if option.id == row.choice)


def seen_text(catalogue: Catalogue, found: Sequence[Seen]) -> str:
    """Return what one signal shows, with its sources and numbers: "het meeste gebeurt 's avonds of 's nachts (politie: 60 van 90)"."""
    signal = signal_named(catalogue, found[0].signal)
    told = signal.yes if found[0].truth is Truth.YES else signal.no
    behind = (": ".join(part for part in (seen.source, _numbers(catalogue, signal, seen)) if part) for seen in found)
    shown = "; ".join(text for text in behind if text)
    return f"{told} ({shown})" if shown else told


def signal_named(catalogue: Catalogue, name: str) -> Signal:
    """Return the signal with this id."""
    return next(item for item in catalogue.evidence.signals if item.id == name)


def _numbers(catalogue: Catalogue, signal: Signal, seen: Seen) -> str:
    if seen.number is None:
        return ""
    if signal.kind == "few_places":
        return f"de helft op {number(seen.number)} van de {number(seen.of)} plekken"
    if seen.of is None:
        return ""
    least = catalogue.evidence.limits.percentage_from
    share = f", {percent(seen.number / seen.of)}" if seen.of >= least and signal.kind != "unregistered" else ""
    return f"{number(seen.number)} van {number(seen.of)}{share}"


def _tables(document: Document, catalogue: Catalogue, rows: Sequence[Beside], level: int) -> None:
    for name in dict.fromkeys(row.question for row in rows):
        document.heading(sentence(catalogue.question_by_id[name].label).rstrip("."), level)
        told = [row for row in rows if row.question == name]
        document.table(
            ("wat", "registraties", "enquête", "samen"),
            [(choice_label(catalogue, row), _objective(row), _subjective(catalogue, row), _status(row)) for row in told],
        )


def _objective(row: Beside) -> str:
    return "; ".join(f"{_source(item)}: {_told(item)}" for item in row.objective if item.of > 0) or NOTHING


def _told(item: Registered) -> str:
    if item.number is None:
        return item.word or "geen duidelijke stijging of daling"
    return f"{number(item.number)} van {number(item.of)}"


def _source(item: Registered) -> str:
    return item.source or item.file


def _subjective(catalogue: Catalogue, row: Beside) -> str:
    least = catalogue.evidence.limits.percentage_from
    parts = [_experienced(item, least) for item in row.subjective if item.of != 0]
    return "; ".join(parts) or NOTHING


def _experienced(item: Experienced, least: int) -> str:
    if item.of is None or item.of >= least:
        return f"{item.label}: {share_cell(item.number, item.of, least)}"
    return f"{item.label}: {number(item.number)} van {number(item.of)}"


def _status(row: Beside) -> str:
    if row.status is not Status.LACKING:
        return row.status.value
    return f"ontbreekt ({row.apart.value if row.apart else listed(_SIDE[side] for side in row.lacks)})"


def _naming(row: Beside) -> list[Registered | Experienced]:
    """The sources of a row that name it."""
    sides: tuple[Registered | Experienced, ...] = (*row.objective, *row.subjective)
    return [side for side in sides if side.names is Truth.YES]


def _short(catalogue: Catalogue, row: Beside) -> str:
    """A thing with the sources that name it, on one line."""
    least = catalogue.evidence.limits.percentage_from
    told = "; ".join(
        f"{_source(side)}: {_told(side)}" if isinstance(side, Registered) else _experienced(side, least) for side in _naming(row)
    )
    against = f" ({row.status.value})" if row.status is Status.CONTRADICTS else ""
    return f"{sentence(choice_label(catalogue, row)).rstrip('.')}. {sentence(told + against)}"


def _explained(document: Document, catalogue: Catalogue, rows: Sequence[Beside]) -> None:
    """What the words in the last column mean, for the words that are there."""
    there = {row.status for row in rows}
    lines = []
    if Status.CONFIRMS in there:
        lines.append(Line("bevestigt: de registratie noemt het, en ten minste één groep in de enquête ook.", OWN))
    lines += [Line(_contradiction(catalogue, row), OWN) for row in rows if row.status is Status.CONTRADICTS]
    if Status.LACKING in there:
        lines.append(
            Line(
                "ontbreekt: aan die kant is er niets over, te weinig, of is er niet naar gevraagd. Dat zegt niet dat het niet gebeurt.", OWN
            )
        )
    document.bullets(lines)


def _contradiction(catalogue: Catalogue, row: Beside) -> str:
    name = choice_label(catalogue, row)
    if any(item.names is Truth.YES for item in row.objective):
        return (
            f"spreekt tegen: '{name}' is geregistreerd, en van de groepen aan wie het is gevraagd noemt bijna niemand het. Vraag na of de "
            "gevraagde mensen op die plek en in die uren komen."
        )
    return (
        f"spreekt tegen: '{name}' wordt genoemd in de enquête en ontbreekt in een registratie waar het volgens de omschrijving wel onder "
        "valt. Vraag na of mensen het melden, en of het onder een andere soort is geboekt."
    )


def _blind(catalogue: Catalogue, pictures: Sequence[Picture], surveys: Sequence[Survey]) -> Iterator[Line]:
    rules = catalogue.evidence
    partners = dict.fromkeys(partner_of(picture.about, rules) for picture in pictures)
    for rule in rules.sources:
        if rule.partner in partners and rule.misses:
            yield sourced(catalogue, rule.misses, rule.source)
    asked = {group.id for survey in surveys for group in survey.groups}
    for group in rules.groups:
        if group.id in asked and group.misses:
            yield sourced(catalogue, group.misses.text, group.misses.source)


def _weighed(catalogue: Catalogue, item: Weighed) -> Iterator[Line]:
    """What speaks for and against; of what is not seen the subject only."""
    for word, found in (("Ervoor", item.speaks_for), ("Ertegen", item.speaks_against)):
        for name in dict.fromkeys(seen.signal for seen in found):
            told = seen_text(catalogue, [seen for seen in found if seen.signal == name])
            why = why_against(item, name) if word == "Ertegen" else ""
            yield sourced(catalogue, f"{word}: {told}{': ' if why else ''}{why}.", signal_named(catalogue, name).source)
        if not found:
            never = word == "Ertegen" and not item.hypothesis.speaks_against
            yield Line(f"{word}: {'met zulke gegevens niet te zien' if never else 'niets in deze gegevens'}.")
    if item.unknown:
        yield Line(f"Niets te zeggen over: {'; '.join(signal_named(catalogue, name).label for name in item.unknown)}.")
    yield from (Line(_asks(catalogue, ask.partner, ask.text)) for ask in item.ask)


def why_against(item: Weighed, signal: str) -> str:
    """Return why a signal speaks against a cause; empty when the content does not say."""
    return next((part.why for part in item.hypothesis.speaks_against if part.signal == signal), "")


def _asks(catalogue: Catalogue, partner: str, text: str) -> str:
    return f"Vraag aan {partner_name(catalogue, partner)}: {text}"


def _silent(catalogue: Catalogue, item: Weighed) -> Line:
    """A cause on which nothing is seen, and who knows more; what to ask them stands in the values."""
    who = listed((partner_name(catalogue, partner) for partner in dict.fromkeys(ask.partner for ask in item.ask)), "of")
    return sourced(catalogue, f"{item.hypothesis.text.rstrip('.')}. Wie weet het: {who}.", item.hypothesis.source)
