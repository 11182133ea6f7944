"""The answers in a file of before, under the names they have now. Pure.

It works on the words as written, before they are checked. Nothing is dropped: every word comes out in `given` under a name of now, or in
`former` with the reason. A name that the history does not know stays as it is, for whoever checks the file to call it a fault.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.history import Now, Standing, answer_now, form_now, new_answers, new_questions, question_now, standing
from toolbox_cli.analysis.interview import is_relevant, open_questions
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN, Answers

Words = tuple[str, ...] | None  # as written; None for a question with nothing behind it


class Why(StrEnum):
    """Why an answer is not among the answers any more."""

    QUESTION_GONE = "question_gone"
    ANSWER_GONE = "answer_gone"
    ANOTHER_KEPT = "another_kept"


@dataclass(frozen=True, slots=True)
class Former:
    """An answer that no longer counts: the question and the words as written, why, and what to answer instead.

    `question_now` is the name of the question where it still exists.
    """

    question: str
    words: tuple[str, ...]
    why: Why
    because: str = ""
    since: str = ""
    instead: tuple[str, ...] = ()
    question_now: str = ""


@dataclass(frozen=True, slots=True)
class Migration:
    """What became of the answers in a file.

    `given` are the answers by the names of now, `new_answers` came since the file was made with questions that it answers, and `forms`
    are the forms in it that have another name (None: gone).
    """

    made_with: str
    standing: Standing
    given: Mapping[str, Words]
    former: tuple[Former, ...] = ()
    renamed_questions: tuple[tuple[str, str], ...] = ()
    renamed_answers: tuple[tuple[str, str, str], ...] = ()
    new_questions: tuple[str, ...] = ()
    new_answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: tuple[tuple[str, Now], ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the file would be written otherwise: other names, or answers that no longer count."""
        return bool(self.former or self.renamed_questions or self.renamed_answers or self.forms)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        known = self.standing in (Standing.SAME, Standing.ABSENT)
        return known and not (self.changed or self.new_questions or self.new_answers)


@dataclass(frozen=True, slots=True)
class _Moved:
    """One line of the file under the name that its question has now; `said` are the words as written that still exist."""

    written: str
    name: str
    words: Words
    said: tuple[str, ...] = ()


def migrated(catalogue: Catalogue, version: str, given: Mapping[str, Words], forms: Collection[str] = ()) -> Migration:
    """Return the answers of a file made with this version of the content, by the names of now; `forms` are those in its decisions."""
    former: list[Former] = []
    renamed: list[tuple[str, str, str]] = []
    moved = [_moved(catalogue, version, name, words, former, renamed) for name, words in given.items()]
    kept = _without_clashes([one for one in moved if one is not None], former)
    answered = {name for name, words in kept.items() if words and any(_plain(word) != UNKNOWN for word in words)}
    now = {form: form_now(catalogue, version, form) for form in dict.fromkeys(forms)}
    return Migration(
        made_with=version.strip(),
        standing=standing(catalogue, version),
        given=kept,
        former=tuple(former),
        renamed_questions=tuple((one.written, one.name) for one in moved if one is not None and one.written != one.name),
        renamed_answers=tuple(renamed),
        new_questions=tuple(name for name in new_questions(catalogue, version) if kept.get(name) is None),
        new_answers={name: answers for name, answers in new_answers(catalogue, version).items() if name in answered},
        forms=tuple((form, found) for form, found in now.items() if found.id != form),
    )


def worth_asking(catalogue: Catalogue, questions: Collection[str], answers: Answers) -> tuple[str, ...]:
    """Return which of these questions are worth asking now: in the interview, or in the legal test of a measure."""
    facts = facts_of(catalogue)
    asked = {question.id for question in open_questions(catalogue, answers)}
    asked |= {question.id for question in catalogue.questions if question.detail and is_relevant(question, answers, facts)}
    return tuple(name for name in questions if name in asked and name not in answers)


def _moved(
    catalogue: Catalogue, version: str, name: str, words: Words, former: list[Former], renamed: list[tuple[str, str, str]]
) -> _Moved | None:
    """The line under its name of now; None when the question is gone. Fills `former` and `renamed`."""
    now = question_now(catalogue, version, name)
    if now.id is None:
        former += [Former(name, words, Why.QUESTION_GONE, now.because, now.since, now.instead)] if words else []
        return None
    kept: dict[str, None] = {}
    said = []
    split = False
    for word in words or ():
        found = answer_now(catalogue, version, name, _plain(word))
        if found.id is None:
            former.append(Former(name, (word,), Why.ANSWER_GONE, found.because, found.since, found.instead, now.id))
            split = split or bool(found.instead)
            continue
        said.append(word)
        changed = found.id != _plain(word)
        renamed += [(now.id, word, found.id)] if changed else []
        kept[found.id if changed else word] = None
    if words and not kept:
        return _Moved(name, now.id, None)
    if split and UNKNOWN not in map(_plain, kept):
        kept[UNKNOWN] = None  # another answer may hold instead; leaving it out would say that none does
    return _Moved(name, now.id, None if words is None else tuple(kept), tuple(said))


def _without_clashes(moved: list[_Moved], former: list[Former]) -> dict[str, Words]:
    """One answer per question: what stood under the name of now goes first; another answer goes to `former`."""
    kept: dict[str, Words] = {}
    for one in sorted(moved, key=lambda one: (one.words is None, one.written != one.name)):
        before = kept.setdefault(one.name, one.words)
        if before is not None and one.words is not None and set(map(_plain, before)) != set(map(_plain, one.words)):
            former.append(Former(one.written, one.said, Why.ANOTHER_KEPT, question_now=one.name))
    return {one.name: kept[one.name] for one in moved}


def _plain(word: str) -> str:
    return word.strip().lower()
