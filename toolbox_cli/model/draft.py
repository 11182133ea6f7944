"""The texts of draft decisions: a skeleton per power, a consideration per legal condition, and the parts that skeletons share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import FormId, Record, Slug, SourceRef, Statement, Text
from toolbox_cli.model.condition import Condition

Said = Annotated[tuple[Statement, ...], Field(min_length=1)]


class Consideration(Record):
    """How a legal condition is applied to the facts: when the answers meet it, and while it is open; facts are placeholders."""

    condition: Slug
    met: Text
    open: Text


class Point(Statement):
    """A labelled part of the reasons; the answers to `questions` are shown beside it, to be confirmed."""

    label: Text
    questions: tuple[Slug, ...] = ()


class Hearing(Record):
    """How somebody is invited to give his view, and how the decision tells what was said or why nobody was heard."""

    id: Slug
    invite: tuple[Statement, ...] = ()
    report: Said


class Exceptions(Record):
    """What stays allowed within a ban, each with place, route and hours."""

    id: Slug
    items: Said


class Remedy(Record):
    """What to say about legal protection for one kind of it: in the intention, and under the decision."""

    protection: Slug
    intention: Statement
    items: Said


class Organ(Record):
    """An organ of the municipality that decides: its name in a sentence, and how it signs; never a person's name."""

    partner: Slug
    name: Text
    signs: Text


class Kind(Record):
    """What drafts for a person, an area, a home or a group have in common."""

    id: Slug
    addressee: Annotated[tuple[Text, ...], Field(min_length=1)]
    purpose: Statement
    incident: Annotated[tuple[Text, ...], Field(min_length=1)]
    incidents: Annotated[int, Field(ge=1, le=5)] = 1
    facts: tuple[Point, ...] = ()
    proportion: Annotated[tuple[Point, ...], Field(min_length=3)]
    interests: Annotated[tuple[Point, ...], Field(min_length=2)]
    notice: Said


class Drafts(Record):
    """The parts that skeletons share; `mandate` is what a signature in mandate asks for."""

    mandate: Statement
    kinds: tuple[Kind, ...]
    hearings: tuple[Hearing, ...]
    exceptions: tuple[Exceptions, ...]
    remedies: tuple[Remedy, ...]
    organs: tuple[Organ, ...]


class Extra(Record):
    """A part that is added when `when` holds or may hold; `note` tells the jurist why it is there."""

    id: Slug
    when: Condition
    heading: Text
    note: Text
    items: Said


class Dictum(Record):
    """What is decided, for one form of a measure or for every form of the power that has none of its own."""

    form: FormId | None = None
    items: Said
    exceptions: tuple[Slug, ...] = ()


class Skeleton(Record):
    """The skeleton of the intention and the decision on one power; with `no_intention` there is a decision only.

    `reader` tells whoever gets it who is meant by the words in it; `warning` is for the jurist. `subject` names the order to
    whoever gets it, where the name of the measure would say that something is proved. With `own_notice` its notice stands in place of
    that of its kind, otherwise behind it.
    """

    power: Slug
    kind: Slug
    hearing: Slug
    subject: Text | None = None
    no_intention: Statement | None = None
    warning: Statement | None = None
    reader: Text | None = None
    extras: tuple[Slug, ...] = ()
    dictums: Annotated[tuple[Dictum, ...], Field(min_length=1)]
    duration: Said
    ending: Said
    breach: Statement
    notice: tuple[Statement, ...] = ()
    own_notice: bool = False
    remedy: tuple[Statement, ...] = ()

    def dictum_of(self, form: str) -> Dictum:
        """The dictum of one form: its own, otherwise the first without a form, otherwise the first."""
        own = (item for item in self.dictums if item.form == form)
        return next(own, next((item for item in self.dictums if item.form is None), self.dictums[0]))


class NoDraft(Record):
    """A power without a skeleton, and why."""

    power: Slug
    why: Text
    source: tuple[SourceRef, ...]
