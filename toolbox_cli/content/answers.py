"""Answers as people write them: words to an answer and back, with what is wrong in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolbox_cli.content.dates import day_of
from toolbox_cli.content.nearest import meant
from toolbox_cli.content.people import refuse_people
from toolbox_cli.errors import UsageError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import NO, UNKNOWN, YES, Answer, Kind, Question

if TYPE_CHECKING:
    from toolbox_cli.search.guard import Refusal

MOST_DIGITS = 6
_SAID_UNKNOWN = ("onbekend", "weet ik niet", "unknown")
_SAID_YES_NO = {"ja": YES, "yes": YES, "true": YES, "j": YES, "nee": NO, "no": NO, "false": NO, "n": NO}


def parse_setting(text: str, catalogue: Catalogue, option: str = "--set") -> tuple[str, Answer]:
    """Return question and answer from `question=value` or `question=value,value`; raises UsageError."""
    name, sign, value = text.partition("=")
    name = name.strip()
    if not sign or not value.strip():
        refuse_people(option, text, catalogue)
        raise UsageError(f"{option} {text}: schrijf vraag=antwoord", f"Bijvoorbeeld: {option} frequentie=wekelijks")
    question = catalogue.question_by_id.get(name)
    if question is None:
        refuse_people(option, text, catalogue)
        raise UsageError(f"{option} {name}: deze vraag bestaat niet; {nearest(name, catalogue.question_by_id)}")
    answer, fault = answer_from(question, [part.strip() for part in value.split(",") if part.strip()])
    if answer is None:
        _refuse(f"{option} {name}", value, catalogue)
        refuse_people(f"{option} {name}", value, catalogue)
        raise UsageError(f"{option} {name}: {fault}")
    return name, answer


def answer_from(question: Question, words: Sequence[str]) -> tuple[Answer | None, str]:
    """Return the answer that the words stand for, or None with what is wrong and what would be right."""
    if question.kind in (Kind.NUMBER, Kind.DATE):
        return _number_or_date(question.kind, words)
    options = {option.id: option for option in question.options}
    values, unknown = [], False
    for word in words:
        said = word.strip().lower()
        if said in _SAID_UNKNOWN:
            unknown = True
            continue
        value = _SAID_YES_NO.get(said, said) if question.kind is Kind.YES_NO else said
        if value not in options:
            allowed = ", ".join((*options, UNKNOWN))
            return None, f"dit is geen antwoord op deze vraag; kies uit {allowed}"
        values.append(value)
    if not values and not unknown:
        return None, f"geef een antwoord, of {UNKNOWN}"
    if question.kind is not Kind.CHOICES and len(set(values)) + unknown > 1:
        return None, "op deze vraag past maar één antwoord"
    alone = [value for value in values if options[value].exclusive]
    if alone and (len(set(values)) > 1 or unknown):
        return None, f"'{alone[0]}' kan niet samen met een ander antwoord"
    return Answer(frozenset(values), unknown), ""


def _number_or_date(kind: Kind, words: Sequence[str]) -> tuple[Answer | None, str]:
    """One whole number, or one date; kept as digits and as an ISO date."""
    said = " ".join(words).strip().lower()
    if said in _SAID_UNKNOWN:
        return Answer(unknown=True), ""
    if kind is Kind.NUMBER:
        if not (said.isascii() and said.isdecimal() and len(said) <= MOST_DIGITS):
            return None, f"geef een heel getal, bijvoorbeeld 3, of {UNKNOWN}"
        return Answer(frozenset({str(int(said))})), ""
    try:
        day = day_of(said)
    except ValueError:
        return None, f"deze datum bestaat niet; geef een datum, bijvoorbeeld 12-3-2026, of {UNKNOWN}"
    if day is None:
        return None, f"geef een datum, bijvoorbeeld 12-3-2026 of 12 maart 2026, of {UNKNOWN}"
    return Answer(frozenset({day.isoformat()})), ""


def _refuse(where: str, text: str, catalogue: Catalogue) -> None:
    """Raise RefusedError when the text asks for what the law does not allow; it is then no spelling error."""
    from toolbox_cli.search.guard import error_of

    refusal = refused(text, catalogue)
    if refusal is not None:
        raise error_of(refusal, f"{where}: ")


def refused(text: str, catalogue: Catalogue) -> Refusal | None:
    """Return why the law does not allow what this text asks for, or None; only looked at when it is no answer to the question."""
    from toolbox_cli.search.guard import Place, guard_of, refusal_of

    return refusal_of(guard_of(catalogue.wording), text, Place.ANSWER)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the question that was probably meant, as a sentence to end an error with."""
    return meant(name.lower(), known, "toolbox questions noemt alle vragen")
