"""One question on the terminal: plain lines, the explanation with it, and what a person may say."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from toolbox_cli.analysis.interview import use_of
from toolbox_cli.cli.output import say, tell
from toolbox_cli.content.answers import answer_from
from toolbox_cli.content.dates import day_of
from toolbox_cli.content.sources import source_of
from toolbox_cli.model.case import Certainty, Said
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN, Answer, Answers, Kind, Question
from toolbox_cli.reports.own import marked
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import article_name, listed, partner_name

_HINT = {Kind.CHOICES: "Nummers, met komma's", Kind.NUMBER: "Aantal", Kind.DATE: "Datum (bijvoorbeeld 12-3-2026)"}
_MOVE = re.compile(r"([<>])\s*(\d{0,3})", re.ASCII)
_FAR = 1000
BY_HINT = "Wie het zei, mag achter het antwoord: 2 @politie, of 2 @politie 3-10-2026 schatting."


class Order(Enum):
    """What a person can say instead of an answer; moving is a number of questions."""

    KEEP = auto()
    STOP = auto()


@dataclass(frozen=True)
class Prompt:
    """One question as it is put: its place in the talk, how many more there are, and what the profile proposes or notes."""

    catalogue: Catalogue
    question: Question
    answers: Answers
    number: int
    left: str
    more: int
    proposal: Answer | None = None
    notice: str = ""
    local: str = ""

    @property
    def earlier(self) -> Answer | None:
        """The answer that Enter keeps: what was said before, or what the profile proposes."""
        return self.answers.get(self.question.id) or self.proposal


def ask(prompt: Prompt, preview: Callable[[], None]) -> Said | Order | int:
    """Put one question and return the answer, an order, or how many questions to move; raises EOFError when input ends."""
    _put(prompt)
    if prompt.notice:
        tell(prompt.notice)
    while True:
        line = line_of(_hint(prompt))
        if line == "!":
            preview()
            continue
        said = _understand(prompt, line)
        if said is not None:
            return said


def line_of(hint: str) -> str:
    """Return the next line that was typed; raises EOFError when input ends."""
    print(hint, end=" ", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def move_of(line: str) -> Order | int | None:
    """Return STOP, how many answered questions to go on (below zero: back), or None when the line is neither."""
    word = line.lower()
    if word in ("stop", "q"):
        return Order.STOP
    if word in ("terug", "verder", ">>"):
        return {"terug": -1, "verder": 1}.get(word, _FAR)
    found = _MOVE.fullmatch(word)
    return None if found is None else int(found[2] or 1) * (-1 if found[1] == "<" else 1)


def _put(prompt: Prompt) -> None:
    question = prompt.question
    section = next(item.title for item in prompt.catalogue.sections if item.id == question.section)
    say(f"\nVraag {prompt.number + 1} ({section}; {prompt.left} {max(prompt.more, 1)})")
    tell(question.text, "")
    if question.id not in prompt.answers:
        tell(question.help)
    if prompt.local:
        tell(f"Volgens uw gemeenteprofiel: {prompt.local}.")
    for choice, option in enumerate(question.options, start=1):
        tell(f"{choice:>2}  {option.label}", "  ", "      ")
    say("   w  Weet ik niet")
    if question.id in prompt.answers:
        tell(f"Uw antwoord was: {shown(question, prompt.answers.given[question.id])}.")
    elif prompt.proposal:
        tell(f"Volgens uw gemeenteprofiel: {shown(question, prompt.proposal)}. Is dat alles, druk dan op Enter.")


def _hint(prompt: Prompt) -> str:
    many = _HINT.get(prompt.question.kind, "Nummer")
    kept = " (Enter houdt het antwoord)" if prompt.earlier else ""
    return f"{many}{kept}:"


def _understand(prompt: Prompt, line: str) -> Said | Order | int | None:
    """What was meant; None when it was explained or not understood and the prompt must come again."""
    question = prompt.question
    word = line.lower()
    if word == "?":
        _explain(prompt.catalogue, question)
        return None
    if (move := move_of(line)) is not None:
        return move
    if not word:
        return _nothing(prompt)
    words, at, by = word.partition("@")
    answer, fault = answer_from(question, words_typed(question, words))
    if answer is not None:
        return _by(prompt.catalogue, answer, by) if at else Said(answer)
    if not question.options or "niet samen" in fault:
        tell(f"Dat past niet: {fault.replace(UNKNOWN, 'w')}.")
    else:
        several = "een of meer nummers" if question.kind is Kind.CHOICES else "één nummer"
        tell(f"Dat past niet. Kies {several} van 1 tot en met {len(question.options)}, of w.")
    return None


def _nothing(prompt: Prompt) -> Said | Order | None:
    if prompt.question.id in prompt.answers:
        return Order.KEEP
    if prompt.proposal:
        return Said(prompt.proposal)
    say(f"  {'Kies een nummer' if prompt.question.options else 'Typ het antwoord'}, of w als u het niet weet.")
    return None


def _by(catalogue: Catalogue, answer: Answer, text: str) -> Said | None:
    """The answer with who gave it, when and how certain; None when one of these was not understood."""
    source: list[str] = []
    on: date | None = None
    certainty: Certainty | None = None
    for part in text.replace(",", " ").split():
        if part in tuple(Certainty):
            certainty = Certainty(part)
        elif part[:1].isdigit():
            on = _day(part)
            if on is None:
                tell(f"Deze datum begrijp ik niet. {BY_HINT}")
                return None
        else:
            source.append(part)
    known = source_of(catalogue, " ".join(source)) if source else ""
    if known is None:
        tell(f"Deze bron ken ik niet; kies een partner uit toolbox partner, of eigen. {BY_HINT}")
        return None
    return Said(answer, known, on, certainty)


def _day(text: str) -> date | None:
    try:
        return day_of(text)
    except ValueError:
        return None


def words_typed(question: Question, line: str) -> list[str]:
    """Return the words of an answer that was typed: numbers stand for choices, w for unknown."""
    return [_word_of(question, part.strip()) for part in _parts(question, line)]


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
    tell(question.help)
    names = list(dict.fromkeys(marked(form.measure.name, own=form.own) for form in use.forms))
    if names:
        more = f" en nog {len(names) - 6}" if len(names) > 6 else ""
        tell(f"Hiervan hangen af: {', '.join(names[:6])}{more}.")
    articles = dict.fromkeys(article_name(catalogue, item.article, item.paragraph) for item in use.conditions)
    if articles:
        tell(f"Artikelen: {'; '.join(list(articles)[:6])}.")
    tell(f"Wie kan dit weten: {listed((partner_name(catalogue, partner) for partner in question.who), 'of')}.")
    tell(BY_HINT)
    tell("< is één vraag terug, <3 drie; > weer vooruit, >> naar de eerste open vraag.")
