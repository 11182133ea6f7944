"""Answer files: read with every fault in one list, written so that a kill leaves the last complete state."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.content.dates import day_of
from toolbox_cli.content.read import Parsed, Value, read_yaml
from toolbox_cli.errors import ContentError, Problem, ToolboxError, UsageError, in_dutch
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import NO, UNKNOWN, YES, Answer, Answers, Kind, Question

if TYPE_CHECKING:
    from toolbox_cli.search.guard import Refusal

FILE_VERSION = 1
MOST_DIGITS = 6
_KEYS = ("toolbox", "version", "content", "answers")
_SAID_UNKNOWN = ("onbekend", "weet ik niet", "unknown")
_SAID_YES_NO = {"ja": YES, "yes": YES, "true": YES, "j": YES, "nee": NO, "no": NO, "false": NO, "n": NO}


def read_answers(path: Path, catalogue: Catalogue) -> Answers:
    """Return the answers in a file; raises ContentError with every fault in it."""
    parsed = read_yaml(path)
    problems: list[Problem] = []
    stated = _stated(parsed, problems, catalogue)
    given = {}
    for name, value in stated.items():
        answer = _answer(name, value, parsed, catalogue, problems)
        if answer is not None:
            given[name] = answer
    if problems:
        raise ContentError(problems)
    return Answers(given)


def parse_setting(text: str, catalogue: Catalogue, option: str = "--set") -> tuple[str, Answer]:
    """Return question and answer from `question=value` or `question=value,value`; raises UsageError."""
    name, sign, value = text.partition("=")
    name = name.strip()
    if not sign or not value.strip():
        _refuse_people(option, text, catalogue)
        raise UsageError(f"{option} {text}: schrijf vraag=antwoord", f"Bijvoorbeeld: {option} frequentie=wekelijks")
    question = catalogue.question_by_id.get(name)
    if question is None:
        _refuse_people(option, text, catalogue)
        raise UsageError(f"{option} {name}: deze vraag bestaat niet; {_near(name, catalogue.question_by_id)}")
    answer, fault = answer_from(question, [part.strip() for part in value.split(",") if part.strip()])
    if answer is None:
        _refuse(f"{option} {name}", value, catalogue)
        _refuse_people(f"{option} {name}", value, catalogue)
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


def render_answers(catalogue: Catalogue, answers: Answers) -> str:
    """Return the text of an answer file: the order of the questions, one line each."""
    lines = [
        "# Antwoorden voor toolbox analyse. Geen namen of andere persoonsgegevens.",
        "toolbox: antwoorden",
        f"version: {FILE_VERSION}",
        f'content: "{catalogue.edition.version}"',
        "answers:" if answers.given else "answers: {}",
    ]
    for question in catalogue.questions:
        answer = answers.get(question.id)
        if answer is not None:
            lines.append(f"  {question.id}: {_written(question, answer)}")
    return "\n".join(lines) + "\n"


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that it is either the old or the new one; raises ToolboxError that says what to do."""
    try:
        path = path.resolve(strict=path.is_symlink())
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, RuntimeError) as error:  # RuntimeError: links that point to each other
        raise ToolboxError(
            f"{path} kan niet worden geschreven ({in_dutch(error) if isinstance(error, OSError) else 'een link verwijst naar zichzelf'})",
            "Kies met --save een bestand in een map waar u mag schrijven.",
        ) from None


def _written(question: Question, answer: Answer) -> str:
    values = [option.id for option in question.options if option.id in answer.values] if question.options else sorted(answer.values)
    if answer.unknown:
        values.append(UNKNOWN)
    return f"[{', '.join(values)}]" if question.kind is Kind.CHOICES and values != [UNKNOWN] else values[0]


def _stated(parsed: Parsed, problems: list[Problem], catalogue: Catalogue) -> dict[str, Value]:
    values = parsed.values
    if not isinstance(values, dict) or "answers" not in values:
        problems.append(
            Problem(
                parsed.file,
                parsed.line_of(()),
                "",
                "dit is geen antwoordbestand; de kop 'answers:' ontbreekt (zie toolbox questions --template)",
            )
        )
        return {}
    _check_version(values.get("version"), parsed, problems)
    if values.get("toolbox") not in (None, "antwoorden"):
        problems.append(
            Problem(parsed.file, parsed.line_of(("toolbox",)), "toolbox", "dit is geen antwoordbestand; schrijf toolbox: antwoorden")
        )
    for key in values:
        if key not in _KEYS:
            shown = _without_people(key, catalogue)
            problems.append(Problem(parsed.file, parsed.line_of((key,)), shown, "dit veld hoort hier niet; haal het weg"))
    stated = values["answers"]
    if stated is None:
        return {}
    if not isinstance(stated, dict):
        problems.append(Problem(parsed.file, parsed.line_of(("answers",)), "answers", "hier horen regels 'vraag: antwoord' te staan"))
        return {}
    return stated


def _check_version(version: Value, parsed: Parsed, problems: list[Problem]) -> None:
    if version is None or version == str(FILE_VERSION):
        return
    where = parsed.line_of(("version",))
    if isinstance(version, str) and version.isdecimal() and len(version) < 10 and int(version) > FILE_VERSION:
        what = f"dit bestand is gemaakt met een nieuwere toolbox (versie {version}); werk toolbox bij"
    else:
        what = f"deze versie is onbekend; schrijf version: {FILE_VERSION}"
    problems.append(Problem(parsed.file, where, "version", what))


def _answer(name: str, value: Value, parsed: Parsed, catalogue: Catalogue, problems: list[Problem]) -> Answer | None:
    line = parsed.line_of(("answers", name))
    question = catalogue.question_by_id.get(name)
    if question is None:
        what = _about_people(name, catalogue) or f"deze vraag bestaat niet; {_near(name, catalogue.question_by_id)}"
        problems.append(Problem(parsed.file, line, _without_people(name, catalogue), what))
        return None
    if value is None:
        return None
    words = value if isinstance(value, list) else [value]
    if not all(isinstance(word, str) for word in words):
        problems.append(Problem(parsed.file, line, name, "hier hoort een antwoord of een lijst met antwoorden te staan"))
        return None
    answer, fault = answer_from(question, [word for word in words if isinstance(word, str)])
    if answer is None:
        refusal = _refusal(" ".join(map(str, words)), catalogue)
        what = (
            f"dit kan niet: {refusal.asked}. {refusal.ground}" if refusal else _about_people(" ".join(map(str, words)), catalogue) or fault
        )
        problems.append(Problem(parsed.file, line, name, what))
    return answer


def _refuse_people(field: str, text: str, catalogue: Catalogue) -> None:
    """Raise PersonalDataError when what cannot be used is about a person; it is then no spelling error, and is not repeated."""
    from toolbox_cli.search.personal import refuse_personal
    from toolbox_cli.search.personal_words import personal_words

    refuse_personal(personal_words(catalogue), field, text)


def _about_people(text: str, catalogue: Catalogue) -> str:
    """What is wrong with text in a file that is about a person; empty when it is not."""
    from toolbox_cli.search.personal import kinds_of, personal_in
    from toolbox_cli.search.personal_words import personal_words

    found = personal_in(text, personal_words(catalogue))
    return f"hier staat {kinds_of(found)}; haal dat weg" if found else ""


def _without_people(text: str, catalogue: Catalogue) -> str:
    from toolbox_cli.search.personal import masked
    from toolbox_cli.search.personal_words import personal_words

    return masked(text, personal_words(catalogue))


def _refuse(where: str, text: str, catalogue: Catalogue) -> None:
    """Raise RefusedError when the text asks for what the law does not allow; it is then no spelling error."""
    from toolbox_cli.search.guard import error_of

    refusal = _refusal(text, catalogue)
    if refusal is not None:
        raise error_of(refusal, f"{where}: ")


def _refusal(text: str, catalogue: Catalogue) -> Refusal | None:
    """Why the law does not allow what this text asks for; only looked at when it is no answer to the question."""
    from toolbox_cli.search.guard import Place, guard_of, refusal_of

    return refusal_of(guard_of(catalogue.wording), text, Place.ANSWER)


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), list(known), n=1)
    return f"bedoelt u '{near[0]}'?" if near else "toolbox questions noemt alle vragen"
