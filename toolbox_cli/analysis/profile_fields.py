"""The fields of a municipality's profile, made from the content: each with its name, its place in the file and how it is asked. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import Always
from toolbox_cli.model.profile import Profile, ProfileFact, ProfileKind, Words
from toolbox_cli.model.question import UNKNOWN, YES, Answer, Choice, Kind, Question

ANSWERS, CONTACTS, ANSWER = "answers", "contacts", "answer"
_ALWAYS = Always.model_construct(why="")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the profile. `rule` is the question whose answer or note it is; `asks` reads its words, except for running text.

    There is an occasion for it when each of `needs` holds: a field that is filled in, with one of these words or with anything at all.
    """

    name: str
    place: tuple[str, ...]
    section: str
    title: str
    fact: ProfileFact
    asks: Question | None = None
    rule: str = ""
    needs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def is_note(self) -> bool:
        """Whether it belongs to the answer in another field."""
        return bool(self.rule) and self.name != self.rule


def fields_of(catalogue: Catalogue) -> tuple[Field, ...]:
    """Return all fields in the order in which they are asked; the contacts last, for every partner."""
    return (*_own_fields(catalogue), *_contact_fields(catalogue))


def field_by_name(catalogue: Catalogue) -> dict[str, Field]:
    """Return the fields by their name."""
    return {field.name: field for field in fields_of(catalogue)}


def applies(field: Field, profile: Profile) -> bool:
    """Return whether there is an occasion for a field: a note belongs to a rule that is there, or to any answer with `when_no`."""
    return lacking(field, profile) is None


def lacking(field: Field, profile: Profile) -> tuple[str, tuple[str, ...]] | None:
    """Return the field that must be filled in first, with one of which words; None when there is an occasion."""
    for name, wanted in field.needs:
        words = profile.words(name)
        if not words or (wanted and not set(wanted) & set(words)):
            return name, wanted
    return None


def answer_of(words: Words) -> Answer:
    """Return the words of a field as an answer."""
    return Answer(frozenset(words) - {UNKNOWN}, UNKNOWN in words)


def _own_fields(catalogue: Catalogue) -> Iterator[Field]:
    notes = {note.id: note for note in catalogue.profile.notes}
    for section in catalogue.profile.sections:
        for item in section.questions:
            question = _without_here(catalogue.question_by_id[item.question])
            fact = _fact_of(question)
            yield Field(question.id, (ANSWERS, question.id, ANSWER), section.id, section.title, fact, question, question.id)
            for name in item.notes:
                note, place = notes[name], (ANSWERS, question.id, name)
                asks, needs = _question_of(catalogue, note), _needs(note, question.id)
                yield Field(f"{question.id}.{name}", place, section.id, section.title, note, asks, question.id, needs)
        for fact in section.facts:
            inner = (section.key, fact.id) if section.key else (fact.id,)
            beside = _beside(fact, ".".join(inner[:-1]))
            yield Field(".".join(inner), inner, section.id, section.title, fact, _question_of(catalogue, fact), needs=beside)


def _contact_fields(catalogue: Catalogue) -> Iterator[Field]:
    contacts = catalogue.profile.contacts
    asked = [catalogue.partner_by_id[name] for name in contacts.partners]
    for partner in (*asked, *(partner for partner in catalogue.partners if partner not in asked)):
        for fact in contacts.facts:
            place = (CONTACTS, partner.id, fact.id)
            yield Field(".".join(place), place, CONTACTS, contacts.title, fact, _question_of(catalogue, fact))


def _needs(note: ProfileFact, rule: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ((rule, () if note.when_no else (YES,)), *_beside(note, rule))


def _beside(fact: ProfileFact, group: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What another fact of the same group must say first."""
    return ((f"{group}.{fact.after}" if group else fact.after, fact.after_is),) if fact.after else ()


def _without_here(question: Question) -> Question:
    """The question without the choices about one place, and without the ones that would deny those."""
    if not any(choice.here for choice in question.choices):
        return question
    return question.model_copy(update={"choices": tuple(item for item in question.choices if not (item.here or item.exclusive))})


def _fact_of(question: Question) -> ProfileFact:
    return ProfileFact.model_construct(
        id=question.id, label=question.label, text=question.text, help=question.help, kind=ProfileKind(question.kind),
        choices=question.choices, source=question.source,
    )  # fmt: skip


def _question_of(catalogue: Catalogue, fact: ProfileFact) -> Question | None:
    """How the words of a fact are read; None for running text, an address and a telephone number."""
    if fact.kind.value not in tuple(Kind):
        return None
    return Question.model_construct(
        id=fact.id, section="", label=fact.label, text=fact.text, help=fact.help, kind=Kind(fact.kind),
        choices=_choices(catalogue, fact), ask_when=_ALWAYS, who=(), source=fact.source,
    )  # fmt: skip


def _choices(catalogue: Catalogue, fact: ProfileFact) -> tuple[Choice, ...]:
    if fact.choices_of is None:
        return fact.choices
    return tuple(choice for choice in catalogue.question_by_id[fact.choices_of].choices if choice.id not in fact.leave_out)
