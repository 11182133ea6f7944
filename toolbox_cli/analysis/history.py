"""What an id in a file of a user is called now, from the version of the content that the file was made with. Pure.

An id never changes its meaning and never comes back for something else (`content check`), so an old id can be followed from the start of
the history as well when the version of a file is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.history import Changes, ContentVersion, order_of


class Standing(StrEnum):
    """How the version of a file relates to this content; `absent` when the file names none."""

    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    UNKNOWN = "unknown"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Now:
    """What an id is called now. Without one it is gone: why, since which version, and what there is instead."""

    id: str | None
    because: str = ""
    since: str = ""
    instead: tuple[str, ...] = ()


_Step = tuple[str, Changes]


def standing(catalogue: Catalogue, version: str) -> Standing:
    """Return how a version relates to this content."""
    version = version.strip()
    if not version:
        return Standing.ABSENT
    if version == catalogue.edition.version:
        return Standing.SAME
    if any(one.version == version for one in catalogue.history):
        return Standing.OLDER
    return Standing.NEWER if order_of(version) > order_of(catalogue.edition.version) else Standing.UNKNOWN


def versions_since(catalogue: Catalogue, version: str) -> tuple[ContentVersion, ...]:
    """Return the versions after this one, oldest first: all for a version that is not known, none for this or a newer one."""
    match standing(catalogue, version):
        case Standing.SAME | Standing.NEWER:
            return ()
        case Standing.OLDER:
            at = [one.version for one in catalogue.history].index(version.strip())
            return catalogue.history[at + 1 :]
        case _:
            return catalogue.history


def question_now(catalogue: Catalogue, version: str, question: str) -> Now:
    """Return what a question of this version is called now; an id that the history does not know stays as it is."""
    return _now(question, [(one.version, one.questions) for one in versions_since(catalogue, version)])


def answer_now(catalogue: Catalogue, version: str, question: str, answer: str) -> Now:
    """Return what an answer is called now, of a question by its name in this version."""
    return _now(answer, list(_answer_steps(versions_since(catalogue, version), question)))


def form_now(catalogue: Catalogue, version: str, form: str) -> Now:
    """Return what a form of a measure is called now; the name of a whole measure stays as it is."""
    return _now(form, [(one.version, one.forms) for one in versions_since(catalogue, version)])


def new_questions(catalogue: Catalogue, version: str) -> tuple[str, ...]:
    """Return the questions that came after this version, in the order of the content; none when the version is not known."""
    if standing(catalogue, version) is not Standing.OLDER:
        return ()
    came = {question_now(catalogue, one.version, name).id for one in versions_since(catalogue, version) for name in one.questions.new}
    return tuple(question.id for question in catalogue.questions if question.id in came)


def new_answers(catalogue: Catalogue, version: str) -> dict[str, tuple[str, ...]]:
    """Return by question the answers that came after this version, of the questions that existed already."""
    if standing(catalogue, version) is not Standing.OLDER:
        return {}
    came: dict[str, set[str | None]] = {}
    for one in versions_since(catalogue, version):
        for changes in one.answers:
            name = question_now(catalogue, one.version, changes.question).id
            now = {answer_now(catalogue, one.version, changes.question, answer).id for answer in changes.new}
            came.setdefault(name or "", set()).update(now)
    later = new_questions(catalogue, version)
    asked = [question for question in catalogue.questions if question.id in came and question.id not in later]
    found = {question.id: tuple(option.id for option in question.options if option.id in came[question.id]) for question in asked}
    return {name: answers for name, answers in found.items() if answers}


def _answer_steps(versions: Sequence[ContentVersion], question: str) -> Iterator[_Step]:
    for one in versions:
        question = next((item.new for item in one.questions.renamed if item.old == question), question)
        yield from ((one.version, changes) for changes in one.answers if changes.question == question)


def _now(name: str, steps: Sequence[_Step]) -> Now:
    for at, (version, changes) in enumerate(steps, start=1):
        gone = next((item for item in changes.removed if item.id == name), None)
        if gone is not None:
            followed = (_now(other, steps[at:]).id for other in gone.instead)
            return Now(None, gone.because, version, tuple(dict.fromkeys(other for other in followed if other)))
        name = next((item.new for item in changes.renamed if item.old == name), name)
    return Now(name)
