"""Words as data: requests that are refused, how an order may not be motivated, which terms are used, what is no contact point.

A pattern is one or more words in lower case without accents or hyphens; `*` stands for any letters: `marokka*`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from toolbox_cli.model.base import Record, Slug, SourceRef, Text

Pattern = Annotated[str, StringConstraints(pattern=r"^[a-z0-9*/&.]+(?: [a-z0-9*/&.]+)*$")]


class WordList(Record):
    """Patterns that mean the same to a guard; `includes` adds the patterns of other lists."""

    id: Slug
    about: Text
    words: tuple[Pattern, ...] = ()
    includes: tuple[Slug, ...] = ()


class RefusedRequest(Record):
    """A request that the law does not allow, the ground for that and the lawful route; `measure` is the entry that explains it.

    It is recognised by one word out of every list in `needs`; or by one out of `alone` with nothing else said; or, where an answer to a
    question was expected, by one out of `in_answers`. A word out of `unless` makes it another request. `in_search`: also in a full-text
    search, where most words are only looked up.
    """

    id: Slug
    needs: Annotated[tuple[Slug, ...], Field(min_length=1)]
    alone: tuple[Slug, ...] = ()
    in_answers: tuple[Slug, ...] = ()
    unless: tuple[Slug, ...] = ()
    in_search: bool = False
    measure: Slug
    asked: Text
    because: Text
    route: Text
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Punitive(Record):
    """Words that make an order a punishment.

    Not counted are `not_these` words, a word shortly behind one of `negations` (a bevel is geen straf), and a sentence about criminal law,
    known by one of `contexts`.
    """

    words: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    not_these: tuple[Pattern, ...]
    negations: tuple[Pattern, ...]
    contexts: tuple[Pattern, ...]


class NoReason(Record):
    """Words that cannot be the reason of a measure, and when they are none.

    Words of `lists` do not count in one of `not_these`, shortly after one of `before` in the same clause (niet omdat hij …), and right
    before one of `after` (… speelt geen rol). With `doing` they count only right before one of those.
    """

    lists: Annotated[tuple[Slug, ...], Field(min_length=1)]
    not_these: tuple[Pattern, ...] = ()
    before: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    doing: tuple[Pattern, ...] = ()


class Languages(Record):
    """When the name of a language is about the language, and not about who people are.

    That is so behind `work` with language (tolk Arabisch), behind 'in het' for `papers` (brief in het Turks), and for the language that
    one of `speakers`, whom the municipality employs, is `speaking` or `speaks`.
    """

    names: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    work: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    papers: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    speakers: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    speaking: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    speaks: Annotated[tuple[Pattern, ...], Field(min_length=1)]


class Reasons(Record):
    """What no reason may rest on: who somebody is, or punishment."""

    origin: Annotated[tuple[NoReason, ...], Field(min_length=1)]
    punishment: Annotated[tuple[NoReason, ...], Field(min_length=1)]


class ForeignTerm(Record):
    """A term that is not ours, what to write instead, and where it may stand all the same."""

    id: Slug
    avoid: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    write: Text
    unless: tuple[Pattern, ...] = ()


class Explained(Record):
    """A legal term or abbreviation that a question may only use together with one of the words that explain it.

    `*` stands for any letters; what is written with a capital letter counts with that letter only.
    """

    id: Slug
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    by: Annotated[tuple[Text, ...], Field(min_length=1)]


class Wording(Record):
    """All words that a guard or a check works with.

    `origin` names the lists that may be no criterion, `restriction` the list of what is forbidden or imposed, `origin_unless` what makes a
    sentence of the content with them right; `reasons` is what free text may not rest on; `contacts` are numbers and addresses of a desk,
    not of a person.
    """

    lists: tuple[WordList, ...]
    filler: Slug
    requests: tuple[RefusedRequest, ...]
    punitive: Punitive
    terms: tuple[ForeignTerm, ...]
    explained: tuple[Explained, ...]
    origin: tuple[Slug, ...]
    restriction: Slug
    origin_unless: tuple[Pattern, ...]
    languages: Languages
    reasons: Reasons
    contacts: tuple[Text, ...]


class Accepted(Record):
    """A finding of the content check that is right as it stands: which check, at which record, and why."""

    check: Slug
    record: Text
    why: Text

    @property
    def id(self) -> str:
        """The check and the record; each pair is accepted once."""
        return f"{self.check} {self.record}"
