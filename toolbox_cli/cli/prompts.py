"""The interview: one question at a time, plain lines, every answer saved at once."""

from __future__ import annotations

import shlex
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import typer

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.interview import accept, contradictions, use_of
from toolbox_cli.cli.output import say, tell
from toolbox_cli.content.answers import answer_from, read_answers, render_answers, write_atomically
from toolbox_cli.errors import ToolboxError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN, Answer, Answers, Kind, Question
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import article_name, listed, partner_name
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

_HINT = {Kind.CHOICES: "Nummers, met komma's", Kind.NUMBER: "Aantal", Kind.DATE: "Datum (bijvoorbeeld 12-3-2026)"}
DEFAULT_NAME = "toolbox-antwoorden.yaml"
STOPPED = 130


class Order(Enum):
    """What a person can say instead of an answer."""

    BACK = auto()
    KEEP = auto()
    STOP = auto()


@dataclass(frozen=True)
class Talk:
    """What an interview is about: its title, the questions worth asking now, and the command that shows the outcome again."""

    title: str
    questions: Callable[[Answers], Sequence[Question]]
    command: str
    result: str
    left: str = "nog ten minste"


def interview(catalogue: Catalogue, answers: Answers, path: Path | None, talk: Talk) -> Answers:
    """Ask until nothing can change the outcome any more; each answer is saved before the next question."""
    keeper = _Keeper(catalogue, path)
    _welcome(talk, keeper.path, len(answers.given))
    asked = [question.id for question in catalogue.questions if question.id in answers]
    at, notice = len(asked), ""
    while True:
        question = _question_at(catalogue, answers, asked, at, talk)
        if question is None:
            say(f"\nKlaar. Uw antwoorden staan in {keeper.path}.\n{talk.result}: {_again(talk, keeper)}\n")
            return answers
        try:
            said = _ask(catalogue, question, answers, at, notice, talk)
        except (EOFError, KeyboardInterrupt):
            said = Order.STOP
        notice = ""
        if said is Order.STOP:
            _stop(talk, keeper, answers)
        if said is Order.BACK:
            at = max(at - 1, 0)
            continue
        if isinstance(said, Answer):
            changed = accept(catalogue, answers, question.id, said)
            wrong = contradictions(catalogue, changed)
            if wrong:
                notice = f"Dit klopt niet met een ander antwoord. {wrong[0].message} Met < gaat u terug naar eerdere vragen."
                continue
            answers = changed
            keeper.keep(answers)
        if at == len(asked):
            asked.append(question.id)
        at += 1


class _Keeper:
    """Saves the answers; when the folder cannot be written, beside the system's temporary files."""

    def __init__(self, catalogue: Catalogue, path: Path | None) -> None:
        self._catalogue = catalogue
        self.path = path or _free_name(Path(DEFAULT_NAME))

    def holds(self, answers: Answers) -> bool:
        """Whether the file has just these answers already, so that its comments can stay."""
        try:
            return read_answers(self.path, self._catalogue) == answers
        except ToolboxError:
            return False

    def keep(self, answers: Answers) -> None:
        text = render_answers(self._catalogue, answers)
        try:
            write_atomically(self.path, text)
        except ToolboxError as error:
            fallback = _free_name(Path(tempfile.gettempdir()) / self.path.name)
            if fallback.parent == self.path.parent:
                raise
            tell(f"{error.message}. Uw antwoorden worden nu bewaard in {fallback}.")
            self.path = fallback
            write_atomically(self.path, text)


def _free_name(path: Path) -> Path:
    """The first name that is not taken, so that nothing is overwritten unasked."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate


def _again(talk: Talk, keeper: _Keeper) -> str:
    return f"{talk.command} --answers {shlex.quote(str(keeper.path))}"


def _welcome(talk: Talk, path: Path, given: int) -> None:
    tell(f"{talk.title}. Kies een nummer en druk op Enter. Noem geen namen of andere persoonsgegevens.", "")
    say("  w = weet ik niet   ? = uitleg   < = terug   stop = bewaren en stoppen")
    if given:
        say(f"{given} antwoorden gelezen.")
    elif path.name != DEFAULT_NAME and path.stem.startswith(Path(DEFAULT_NAME).stem):
        tell(f"Er staat al {DEFAULT_NAME}. Daarmee verder gaan: {talk.command} --answers {DEFAULT_NAME}", "")
    tell(f"Elk antwoord wordt meteen bewaard in {path}.", "")


def _stop(talk: Talk, keeper: _Keeper, answers: Answers) -> None:
    if answers.given:
        if not keeper.holds(answers):
            keeper.keep(answers)
        say(f"\nGestopt. Uw antwoorden staan in {keeper.path}.\nVerder gaan: {_again(talk, keeper)}")
    else:
        say("\nGestopt. Er was nog niets beantwoord.")
    raise typer.Exit(STOPPED)


def _question_at(catalogue: Catalogue, answers: Answers, asked: list[str], at: int, talk: Talk) -> Question | None:
    """The question at this point: an earlier one when the person went back, otherwise the next one."""
    facts = facts_of(catalogue)
    while at < len(asked):
        question = catalogue.question_by_id[asked[at]]
        if evaluate(question.ask_when, answers, facts).truth is not Truth.NO:
            return question
        del asked[at]
    return next(iter(talk.questions(answers)), None)


def _ask(catalogue: Catalogue, question: Question, answers: Answers, number: int, notice: str, talk: Talk) -> Answer | Order:
    _put(catalogue, question, answers, number, talk)
    if notice:
        tell(notice)
    while True:
        print(_hint(question, answers), end=" ", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        said = _understand(catalogue, question, answers, line.strip())
        if said is not None:
            return said


def _put(catalogue: Catalogue, question: Question, answers: Answers, number: int, talk: Talk) -> None:
    section = next(item.title for item in catalogue.sections if item.id == question.section)
    left = len(talk.questions(answers))
    say(f"\nVraag {number + 1} ({section}; {talk.left} {max(left, 1)})")
    tell(question.text, "")
    for choice, option in enumerate(question.options, start=1):
        say(f"  {choice:>2}  {option.label}")
    say("   w  Weet ik niet")
    earlier = answers.get(question.id)
    if earlier is not None:
        tell(f"Uw antwoord was: {shown(question, earlier)}.")


def _hint(question: Question, answers: Answers) -> str:
    many = _HINT.get(question.kind, "Nummer")
    earlier = answers.get(question.id)
    kept = " (Enter houdt het antwoord)" if earlier else ""
    return f"{many}{kept}:"


def _understand(catalogue: Catalogue, question: Question, answers: Answers, said: str) -> Answer | Order | None:
    """What was meant; None when it was explained or not understood and the prompt must come again."""
    word = said.lower()
    if word == "?":
        _explain(catalogue, question)
        return None
    if word in ("<", "terug"):
        return Order.BACK
    if word in ("stop", "q"):
        return Order.STOP
    if not word:
        if question.id in answers:
            return Order.KEEP
        say(f"  {'Kies een nummer' if question.options else 'Typ het antwoord'}, of w als u het niet weet.")
        return None
    answer, fault = answer_from(question, [_word_of(question, part.strip()) for part in _parts(question, word)])
    if answer is None and not question.options:
        tell(f"Dat past niet: {fault.replace(UNKNOWN, 'w')}.")
    elif answer is None:
        several = "een of meer nummers" if question.kind is Kind.CHOICES else "één nummer"
        tell(f"Dat past niet. Kies {several} van 1 tot en met {len(question.options)}, of w.")
    return answer


def _parts(question: Question, word: str) -> list[str]:
    """What was typed, part by part: numbers may stand with a comma or a space between them."""
    spaced = word.replace(";", ",")
    if question.options and all(part.isdecimal() for part in spaced.replace(",", " ").split()):
        spaced = ",".join(spaced.replace(",", " ").split())
    return [part for part in spaced.split(",") if part.strip()]


def _word_of(question: Question, part: str) -> str:
    if part == "w" or (part == "0" and question.options):
        return UNKNOWN
    if part.isdecimal() and len(part) < 4 and 1 <= int(part) <= len(question.options):
        return question.options[int(part) - 1].id
    return part


def _explain(catalogue: Catalogue, question: Question) -> None:
    use = use_of(catalogue, question.id)
    tell(f"{question.help}")
    names = list(dict.fromkeys(form.measure.name for form in use.forms))
    if names:
        more = f" en nog {len(names) - 6}" if len(names) > 6 else ""
        tell(f"Hiervan hangen af: {', '.join(names[:6])}{more}.")
    articles = dict.fromkeys(article_name(catalogue, item.article, item.paragraph) for item in use.conditions)
    if articles:
        tell(f"Artikelen: {'; '.join(list(articles)[:6])}.")
    tell(f"Wie kan dit weten: {listed((partner_name(catalogue, partner) for partner in question.who), 'of')}.")
