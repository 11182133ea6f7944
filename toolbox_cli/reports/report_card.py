"""The card that says where to report nuisance: for shops and for residents, in Dutch and in the languages there is a file for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.profile_fields import CONTACTS
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN
from toolbox_cli.model.report_card import BEHAVIOURS, DATE, DEPARTMENT, DUTCH, PHONE, Audience, CardDesk, CardLine, CardTexts
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.paper import Paper, Size, Status
from toolbox_cli.reports.words import day, partner_name
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

NAME = "meldkaart"
_ROOM = re.compile(r"\{(\w+)\}")
_FUNCTION, _PHONE, _MAIL = "function", "phone", "mail"


@dataclass(frozen=True)
class Entrance:
    """How a desk is reached: what the profile holds of it, and the field that is still empty."""

    partner: str
    text: str
    empty: str = ""


def report_card_papers(
    catalogue: Catalogue, dossier: Dossier, texts: Sequence[CardTexts] = (), footer: tuple[str, ...] = ()
) -> tuple[Paper, ...]:
    """Return the card for shops and for residents, on A5 and on A4, in Dutch and in each of these languages."""
    mark = _mark(catalogue, dossier)
    return tuple(
        Paper(
            name="-".join((NAME, audience, size.lower(), *(() if text.is_dutch else (text.language.lower(),)))),
            document=compose_report_card(catalogue, dossier, audience, text),
            status=Status.PUBLIC,
            footer=footer,
            mark=mark,
            size=size,
            large=True,
            language=text.language,
            rtl=text.rtl,
        )
        for text, audience, size in product((dutch_texts(catalogue), *texts), Audience, (Size.A5, Size.A4))
    )


def dutch_texts(catalogue: Catalogue) -> CardTexts:
    """Return the texts of the content itself; they hold where a translation says something else."""
    return CardTexts(DUTCH, "Nederlands", rtl=False, texts=catalogue.report_card.texts())


def compose_report_card(catalogue: Catalogue, dossier: Dossier, audience: Audience, texts: CardTexts | None = None) -> Document:
    """Return the card for one audience: emergency first, then who else to report to, what to tell and what follows."""
    card = _Card(catalogue, dossier, audience, texts or dutch_texts(catalogue))
    card.tell()
    return card.document


def report_card_gaps(catalogue: Catalogue, dossier: Dossier) -> tuple[str, ...]:
    """Return what the cards still lack, each with how to fill it in."""
    empty = dict.fromkeys(
        entrance.empty
        for audience in Audience
        for desk in shown_desks(catalogue, dossier, audience)
        if (entrance := entrance_of(dossier, desk)) and entrance.empty
    )
    gaps = [f"{_told(catalogue, name)}: toolbox profile set {name}=…" for name in empty]
    if not _words(dossier, keeper := f"{CONTACTS}.{catalogue.report_card.keeper}.{_FUNCTION}"):
        gaps.append(f"wie de kaart bijhoudt: toolbox profile set {keeper}=…")
    return (*gaps, *(() if dossier.on else ("de datum van de kaart: --date",)))


def report_card_checks(catalogue: Catalogue, dossier: Dossier, texts: Sequence[CardTexts] = ()) -> tuple[Line, ...]:
    """Return what to look at before the cards are shared: each number, what comes from the profile, and each translation."""
    desks = {desk.id: desk for audience in Audience for desk in shown_desks(catalogue, dossier, audience)}
    found = [line for desk in desks.values() for line in _desk_checks(catalogue, dossier, desk)]
    for text in texts:
        found += [Line(f"{text.file or text.name}: {what}") for what in text.unsure]
        found.append(Line(f"{text.file or text.name}: laat deze vertaling nakijken door een vertaler."))
    return tuple(found)


def shown_desks(catalogue: Catalogue, dossier: Dossier, audience: Audience) -> tuple[CardDesk, ...]:
    """Return the desks on one card: all but those that are known to have no part in the case."""
    return tuple(desk for desk in catalogue.report_card.desks if _is_shown(catalogue, dossier, audience, desk))


def entrance_of(dossier: Dossier, desk: CardDesk) -> Entrance | None:
    """Return how the profile says a desk is reached: by the number, or else the address, of the first partner with one; None without."""
    if not desk.contacts:
        return None
    for partner in desk.contacts:
        phone, mail = (_words(dossier, f"{CONTACTS}.{partner}.{name}") for name in (_PHONE, _MAIL))
        if phone or mail:
            return Entrance(partner, whole_number(phone) or mail)
    return Entrance(desk.contacts[0], "", f"{CONTACTS}.{desk.contacts[0]}.{_PHONE}")


def _is_shown(catalogue: Catalogue, dossier: Dossier, audience: Audience, item: CardDesk | CardLine) -> bool:
    """Whether something is for this audience, and not known to have no part in any problem of the case."""
    if audience not in item.audiences:
        return False
    if item.show_when is None:
        return True
    facts, when = facts_of(catalogue), item.show_when
    return any(evaluate(when, record.assessment.answers, facts).truth is not Truth.NO for record in dossier.records)


def _words(dossier: Dossier, name: str) -> str:
    """What the profile says in a field; empty when it says nothing, or that it is unknown."""
    words = dossier.profile.words(name) if dossier.profile else ()
    return "" if UNKNOWN in words else " ".join(words)


def _told(catalogue: Catalogue, name: str) -> str:
    return f"telefoonnummer ({partner_name(catalogue, name.split('.')[1])})"


def _mark(catalogue: Catalogue, dossier: Dossier) -> str:
    count = len(report_card_gaps(catalogue, dossier))
    return f"Proefdruk: nog {count} {'gegeven' if count == 1 else 'gegevens'} invullen" if count else ""


def _desk_checks(catalogue: Catalogue, dossier: Dossier, desk: CardDesk) -> Iterator[Line]:
    contact = catalogue.partner_by_id[desk.partner].contact
    if desk.phone and desk.checked and not desk.emergency:  # nobody calls the emergency number to try it
        yield Line(f"{desk.phone}: bel dit nummer voor u de kaart uitdeelt; gelezen op {day(desk.checked)}.", desk.source)
    if desk.site and contact.url and not contact.certain:
        yield Line(f"{_site(contact.url)}: dit adres is niet nagekeken; open het eerst.", contact.source)
    entrance = entrance_of(dossier, desk)
    if entrance and entrance.text:
        name = partner_name(catalogue, entrance.partner)
        yield Line(f"{entrance.text}: uit het profiel, bij {name}. Vraag of dit op een openbare kaart mag.")


def _site(url: str) -> str:
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


class _Card:
    """One card that is being written."""

    def __init__(self, catalogue: Catalogue, dossier: Dossier, audience: Audience, texts: CardTexts) -> None:
        self.catalogue, self.dossier, self.audience, self.texts = catalogue, dossier, audience, texts
        self.card = catalogue.report_card
        self.document = Document()
        answers = [record.assessment.answers.get(self.card.behaviour) for record in dossier.records]
        self.behaviours = frozenset(value for answer in answers if answer for value in answer.values)

    def tell(self) -> None:
        """Write the card from top to bottom."""
        self.document.heading(self._text(f"title.{self.audience}"), 1)
        desks = shown_desks(self.catalogue, self.dossier, self.audience)
        for desk in (desk for desk in desks if desk.emergency):
            self.document.heading(self._text(f"desk.{desk.id}.title", {PHONE: desk.phone or ""}))
            self.document.paragraph(self._text(f"desk.{desk.id}.text"))
        self.document.heading(self._text("words.no_emergency"))
        rest = [desk for desk in desks if not desk.emergency]
        # The number stands in front: behind Arabic letters its parts would change places, and so it is found at a glance.
        self.document.terms([(self._reached(desk), Line(self._for(desk))) for desk in rest if not desk.write_in])
        for desk in (desk for desk in rest if desk.write_in):
            self.document.blank(self._text(f"desk.{desk.id}.title"))
        for section in self.card.sections:
            self.document.heading(self._text(f"section.{section.id}.title"))
            lines = [line for line in section.lines if _is_shown(self.catalogue, self.dossier, self.audience, line)]
            self.document.bullets([Line(self._text(f"section.{section.id}.{line.id}")) for line in lines])
        self._keeping()

    def _for(self, desk: CardDesk) -> str:
        """Which desk it is and what for: the behaviour of the case that belongs there, otherwise what is said in general."""
        title = self._text(f"desk.{desk.id}.title")
        named = [item for item in self.card.behaviours if item.desk == desk.id and item.text and item.id in self.behaviours]
        if not named:
            return f"{title}. {self._text(f'desk.{desk.id}.text')}"
        words = self._listed([self._text(f"behaviour.{item.id}") for item in named])
        return f"{title}. {self._text(f'desk.{desk.id}.listed', {BEHAVIOURS: words})}"

    def _reached(self, desk: CardDesk) -> str:
        entrance = entrance_of(self.dossier, desk)
        if entrance:
            return entrance.text or self._text("words.missing")
        return whole_number(desk.phone) if desk.phone else _site(self.catalogue.partner_by_id[desk.partner].contact.url or "")

    def _keeping(self) -> None:
        """The date, who keeps the card, and that a translation is one."""
        on = self.dossier.on
        keeper = _words(self.dossier, f"{CONTACTS}.{self.card.keeper}.{_FUNCTION}") or self._text("words.missing")
        written = self._text("words.no_date") if on is None else day(on) if self.texts.is_dutch else f"{on:%Y/%m/%d}"
        self.document.paragraph(self._text("words.version", {DATE: written, DEPARTMENT: keeper}), muted=True)
        if not self.texts.is_dutch:
            self.document.paragraph(self._text("words.translation"), muted=True)

    def _text(self, name: str, values: Mapping[str, str] = MappingProxyType({})) -> str:
        """A text of the card with what belongs in it; a value is never read as room for another."""
        return _ROOM.sub(lambda found: values.get(found[1], found[0]), self.texts.texts[name])

    def _listed(self, words: Sequence[str]) -> str:
        if len(words) < 2:
            return "".join(words)
        comma, last = self._text("words.comma"), self._text("words.last")
        return f"{f'{comma} '.join(words[:-1])} {last} {words[-1]}"


def whole_number(text: str) -> str:
    """Return a telephone number with hyphens for its spaces, so that it stays on one line and reads the same from right to left."""
    return "-".join(text.translate(_NO_BRACKETS).split())


_NO_BRACKETS = str.maketrans("()", "  ")
