"""Rules about the card that says where to report: emergency first, a place for every kind of behaviour, short and plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import leaves_of, texts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AtLeast, Condition, Fact, Is
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.model.report_card import BEHAVIOURS, DATE, DEPARTMENT, PHONE, Audience, ReportCard
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth
from toolbox_cli.rules.words import plain

MOST_IN_A_SENTENCE = 18
Place = tuple[str | int, ...]
Found = Iterator[tuple[Place, str]]
_ROOM = re.compile(r"\{(\w*)\}")
_WORDS_ROOM = {"version": {DATE, DEPARTMENT}}
_NO_PROSE = ("id", "source", "question", "is", "foreign", "unless")


def report_card(catalogue: Catalogue) -> Iterator[Fault]:
    """The card has emergency first, a place for every kind of behaviour, and refers to what exists."""
    card: ReportCard | None = catalogue.report_card  # None when the file could not be read
    if card is None:
        return
    for place, what in (
        *_emergency(card), *_titles(card), *_behaviours(catalogue, card), *_desks(catalogue, card),
        *_rooms(card), *_refused(card), *_sentences(card),
    ):  # fmt: skip
        yield Fault("report_card", None, place, what)


def _emergency(card: ReportCard) -> Found:
    """Emergency comes first, once, on every card and in every case."""
    for at, desk in enumerate(card.desks):
        if desk.emergency != (at == 0):
            yield ("desks", at, "emergency"), "spoed staat bovenaan en maar één keer; zet emergency: true alleen bij het eerste loket"
    first = card.desks[0] if card.desks else None
    if first and (first.show_when or set(first.audiences) != set(Audience) or not (first.phone or "").isdecimal()):
        yield ("desks", 0), "spoed hoort op elke kaart: zonder show_when, voor iedereen, met een nummer van alleen cijfers"


def _titles(card: ReportCard) -> Found:
    """Every audience has a title, and no heading can come to stand alone; the texts keep names of their own."""
    for at, section in enumerate(card.sections):
        if all(line.show_when or set(line.audiences) != set(Audience) for line in section.lines):
            yield ("sections", at), "zet er een regel bij die altijd geldt; anders kan de kop alleen komen te staan"
        names = [line.id for line in section.lines]
        if len({*names, "title"}) <= len(names) or section.id in [other.id for other in card.sections[:at]]:
            yield ("sections", at), "geef elke paragraaf en elke regel een eigen id, en geen regel de id title"
    for audience in Audience:
        if sum(item.audience is audience for item in card.titles) != 1:
            yield ("titles",), f"geef één titel voor {audience}"


def _behaviours(catalogue: Catalogue, card: ReportCard) -> Found:
    """Every kind of behaviour has a desk that is then on the card, or says why it needs none."""
    question = next((item for item in catalogue.questions if item.id == card.behaviour), None)
    if question is None:
        yield ("behaviour",), f"vraag '{card.behaviour}' bestaat niet"
        return
    known, named = [choice.id for choice in question.choices], [item.id for item in card.behaviours]
    yield from (
        (("behaviours",), f"'{name}' ontbreekt; geef een loket, of bij none_because een reden") for name in known if name not in named
    )
    for at, item in enumerate(card.behaviours):
        place: Place = ("behaviours", at)
        if item.id not in known:
            yield (*place, "id"), f"'{item.id}' is geen antwoord op '{card.behaviour}'"
        if item.id in named[:at]:
            yield (*place, "id"), f"'{item.id}' staat er twee keer; houd er één"
        if (item.text is None) == (item.none_because is None) or (item.text and not item.desk):
            yield place, "geef desk en text, of bij none_because waarom de kaart dit gedrag niet hoeft te noemen"
        if item.desk is not None:
            yield from ((place, what) for what in _wrong_desk(catalogue, card, item.id, item.desk, listed=item.text is not None))


def _wrong_desk(catalogue: Catalogue, card: ReportCard, behaviour: str, name: str, *, listed: bool) -> Iterator[str]:
    desk = next((desk for desk in card.desks if desk.id == name), None)
    if desk is None:
        yield f"loket '{name}' bestaat niet"
        return
    if listed and desk.listed is None:
        yield f"loket '{name}' heeft geen tekst met {{{BEHAVIOURS}}} bij listed"
    if set(desk.audiences) != set(Audience):
        yield f"loket '{name}' staat niet op elke kaart; kies een loket voor iedereen"
    told = Answers({card.behaviour: Answer(frozenset({behaviour}))})
    if desk.show_when and _sound(catalogue, desk.show_when) and evaluate(desk.show_when, told, facts_of(catalogue)).truth is Truth.NO:
        yield f"loket '{name}' staat bij dit gedrag niet op de kaart; pas show_when aan"


def _desks(catalogue: Catalogue, card: ReportCard) -> Found:
    """A desk can be reached in exactly one way; its partners exist."""
    partners = {partner.id: partner for partner in catalogue.partners}
    ids = [desk.id for desk in card.desks]
    if card.keeper not in partners:
        yield ("keeper",), f"partner '{card.keeper}' bestaat niet"
    for at, desk in enumerate(card.desks):
        place: Place = ("desks", at)
        if desk.id in ids[:at]:
            yield (*place, "id"), f"'{desk.id}' bestaat al; geef een andere id"
        if sum(map(bool, (desk.phone, desk.contacts, desk.site, desk.write_in))) != 1:
            yield place, "kies één ingang: phone, contacts, site of write_in"
        if desk.write_in == bool(desk.text) or (desk.write_in and desk.listed):
            yield (*place, "text"), "zeg waarvoor dit loket is; bij write_in alleen in de titel"
        if bool(desk.phone) != bool(desk.checked):
            yield (*place, "checked"), "bij phone hoort de dag waarop het nummer is gelezen, en bij een andere ingang niet"
        for inner, name in enumerate(desk.contacts):
            if name not in partners:
                yield (*place, "contacts", inner), f"partner '{name}' bestaat niet"
        if desk.site and desk.partner in partners and not partners[desk.partner].contact.url:
            yield (*place, "site"), f"partner '{desk.partner}' heeft geen url bij contact"


def _sound(catalogue: Catalogue, condition: Condition) -> bool:
    """Whether all that a condition mentions exists."""
    options = {question.id: {option.id for option in question.options} for question in catalogue.questions}
    facts = {fact.id for fact in catalogue.facts}
    for leaf in leaves_of(condition):
        match leaf:
            case Is() if not set(leaf.values) <= options.get(leaf.question, set()):
                return False
            case AtLeast() if leaf.question not in options:
                return False
            case Fact() if leaf.fact not in facts:
                return False
    return True


def _rooms(card: ReportCard) -> Found:
    """A text leaves room for what belongs in it, and for nothing else."""
    for at, desk in enumerate(card.desks):
        wanted = {"title": {PHONE} if desk.emergency else set(), "listed": {BEHAVIOURS}, "text": set()}
        texts = {"title": desk.title, "listed": desk.listed, "text": desk.text}
        for name, text in texts.items():
            yield from _room(("desks", at, name), text or "", wanted[name] if text else set())
    for name, text in card.words:
        if isinstance(text, str):
            yield from _room(("words", name), text, _WORDS_ROOM.get(name, set()))
    for at, section in enumerate(card.sections):
        yield from (
            fault for inner, line in enumerate(section.lines) for fault in _room(("sections", at, "lines", inner), line.text, set())
        )


def _room(place: Place, text: str, wanted: set[str]) -> Found:
    if set(_ROOM.findall(text)) != wanted:
        yield place, f"hier hoort {', '.join(f'{{{name}}}' for name in sorted(wanted)) or 'niets tussen accolades'} te staan"


def _refused(card: ReportCard) -> Found:
    for key, words in (("foreign", card.refused.foreign), ("unless", card.refused.unless)):
        for at, word in enumerate(words):
            if plain(bare := word.replace("*", "")) != bare:
                yield ("refused", key, at), f"schrijf '{plain(bare)}': kleine letters, zonder accenten en leestekens"


def _sentences(card: ReportCard) -> Found:
    """Short sentences: who reads the card is in a hurry, or learns the language."""
    for place, key, text in texts_of(card):
        if key in _NO_PROSE:
            continue
        for sentence in re.split(r"(?<=[.?!:;])\s", text):
            if (count := len(sentence.split())) > MOST_IN_A_SENTENCE:
                yield place, f"deze zin telt {count} woorden; houd het bij {MOST_IN_A_SENTENCE}"
