"""Rules about what a profile can hold: every fact of the municipality stands in it once, and what it mentions exists."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.profile import DATE, RETENTION, ProfileContent, ProfileFact, ProfileKind
from toolbox_cli.model.question import Question

Place = tuple[str | int, ...]


def profile(catalogue: Catalogue) -> Iterator[Fault]:
    """What a profile can hold is complete, and refers to what exists."""
    content: ProfileContent | None = catalogue.profile  # None when the file could not be read
    if content is None:
        return
    questions = {question.id: question for question in catalogue.questions}
    for place, what in (*_sections(content, questions), *_facts(content, questions), *_rules(content, questions), *_contacts(catalogue)):
        yield Fault("profile", None, place, what)


def _sections(content: ProfileContent, questions: dict[str, Question]) -> Iterator[tuple[Place, str]]:
    notes = {note.id for note in content.notes}
    asked: set[str] = set()
    for at, section in enumerate(content.sections):
        for inner, item in enumerate(section.questions):
            place: Place = ("sections", at, "questions", inner)
            if item.question not in questions or not questions[item.question].local:
                yield (
                    (*place, "question"),
                    f"'{item.question}' is geen vraag over de gemeente; zet local: true bij de vraag of haal haar hier weg",
                )
            elif item.question in asked:
                yield (*place, "question"), f"'{item.question}' staat er twee keer; houd er één"
            asked.add(item.question)
            yield from (((*place, "notes"), f"'{name}' staat niet bij notes") for name in item.notes if name not in notes)
            yield from (((*place, "helps"), f"vraag '{name}' bestaat niet") for name in item.helps if name not in questions)
    missing = [question.id for question in questions.values() if question.local and question.id not in asked]
    yield from ((("sections",), f"de vraag '{name}' gaat over de gemeente (local: true) en ontbreekt hier") for name in missing)
    top = {fact.id for section in content.sections if not section.key for fact in section.facts}
    yield from ((("sections",), f"het feit '{name}' ontbreekt; het programma werkt ermee") for name in (DATE, RETENTION) if name not in top)


def _facts(content: ProfileContent, questions: dict[str, Question]) -> Iterator[tuple[Place, str]]:
    """Each fact has choices where it needs them, and an id of its own among those it stands with."""
    groups: list[tuple[Place, tuple[ProfileFact, ...]]] = [
        *((("sections", at, "facts"), section.facts) for at, section in enumerate(content.sections)),
        (("notes",), content.notes),
        (("contacts", "facts"), content.contacts.facts),
    ]
    for place, facts in groups:
        names = [fact.id for fact in facts]
        for at, fact in enumerate(facts):
            if fact.id in names[:at]:
                yield (*place, at, "id"), f"'{fact.id}' bestaat al; geef een andere id"
            if fact.choices_of is not None and fact.choices_of not in questions:
                yield (*place, at, "choices_of"), f"vraag '{fact.choices_of}' bestaat niet"
            elif fact.kind in (ProfileKind.CHOICE, ProfileKind.CHOICES) and not (fact.choices or fact.choices_of):
                yield (*place, at, "choices"), "geef de keuzes, of bij choices_of de vraag die ze heeft"
            if fact.after is not None and fact.after not in names:
                yield (*place, at, "after"), f"'{fact.after}' staat hier niet bij"
            if "{}" not in fact.phrase:
                yield (*place, at, "phrase"), "zet {} op de plaats van wat er is genoteerd"


def _rules(content: ProfileContent, questions: dict[str, Question]) -> Iterator[tuple[Place, str]]:
    """What follows is an answer to a question that exists, from notes that belong to the rule."""
    notes = {item.question: item.notes for section in content.sections for item in section.questions}
    for at, cover in enumerate(content.covers):
        yield from _rule(("covers", at), questions, cover.question, (cover.all, cover.none))
        yield from _belongs(("covers", at), notes, cover.rule, (cover.note, cover.complete))
        if cover.answer not in questions:
            yield ("covers", at, "answer"), f"vraag '{cover.answer}' bestaat niet"
    for at, follow in enumerate(content.follows):
        yield from _rule(("follows", at), questions, follow.question, (follow.value,))
        yield from _belongs(("follows", at), notes, follow.rule, (follow.note,))
        note = next((item for item in content.notes if item.id == follow.note), None)
        if note is not None and follow.noted not in [choice.id for choice in note.choices]:
            yield ("follows", at, "is"), f"'{follow.noted}' is geen keuze van '{follow.note}'"


def _rule(place: Place, questions: dict[str, Question], name: str, values: tuple[str, ...]) -> Iterator[tuple[Place, str]]:
    if name not in questions:
        yield (*place, "question"), f"vraag '{name}' bestaat niet"
        return
    options = [option.id for option in questions[name].options]
    yield from (((*place, "question"), f"'{value}' is geen antwoord op '{name}'") for value in values if value not in options)


def _belongs(place: Place, notes: dict[str, tuple[str, ...]], rule: str, used: tuple[str, ...]) -> Iterator[tuple[Place, str]]:
    yield from (((*place, "rule"), f"'{name}' wordt bij '{rule}' niet genoteerd") for name in used if name not in notes.get(rule, ()))


def _contacts(catalogue: Catalogue) -> Iterator[tuple[Place, str]]:
    known = {partner.id for partner in catalogue.partners}
    for at, name in enumerate(catalogue.profile.contacts.partners):
        if name not in known:
            yield ("contacts", "partners", at), f"partner '{name}' bestaat niet"
