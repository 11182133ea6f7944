"""The interview: one question at a time, every answer saved at once, and a look back before the outcome."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.case import place_of, put, with_answers
from toolbox_cli.analysis.interview import accept, contradictions
from toolbox_cli.analysis.profile import rule_helping
from toolbox_cli.cli.freetext import asked_text, checked_why
from toolbox_cli.cli.given import Given
from toolbox_cli.cli.output import say, tell
from toolbox_cli.cli.prompts import Order, Prompt, ask, line_of, move_of
from toolbox_cli.content.case_text import write_case
from toolbox_cli.errors import ToolboxError
from toolbox_cli.model.case import OWN, PROFILE, Case, Said
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.reports.case import told
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.profile import rule_text
from toolbox_cli.reports.words import sentence
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

DEFAULT_NAME = "toolbox-antwoorden.yaml"
STOPPED = 130
_ON = ("", "w", ">", ">>", "verder")


@dataclass(frozen=True)
class Talk:
    """What an interview is about: its title, the questions worth asking now, how to show the outcome so far and again later."""

    title: str
    questions: Callable[[Answers], Sequence[Question]]
    preview: Callable[[Answers], None]
    command: str
    result: str
    left: str = "nog ten minste"
    problem: str = ""


def interview(catalogue: Catalogue, given: Given, path: Path | None, talk: Talk) -> Given:
    """Ask until nothing can change the outcome any more; each answer is saved before the next question."""
    keeper = _Keeper(catalogue, path)
    answers, proposals = given.start(catalogue, talk.problem)
    run = _Run(catalogue, talk, keeper, given, answers, proposals)
    _welcome(talk, keeper.path, len(run.asked), len(run.profiled))
    try:
        run.until_done()
    except (EOFError, KeyboardInterrupt):
        run.stop()
    say(f"\nKlaar. Uw antwoorden staan in {keeper.path}.\n{talk.result}: {_again(talk, keeper)}\n")
    return replace(given, case=run.case)


class _Run:
    """The state of one interview: the answers so far, which questions were put in which order, and where the person is."""

    def __init__(self, catalogue: Catalogue, talk: Talk, keeper: _Keeper, given: Given, answers: Answers, proposals: Answers) -> None:
        self.catalogue, self.talk, self.keeper, self.given = catalogue, talk, keeper, given
        self.case, self.answers, self.proposals = given.case, answers, proposals
        self.profiled = {name for name in given.statements(catalogue, talk.problem) if name in answers and not self._said(name)}
        self.asked = [question.id for question in catalogue.questions if question.id in answers and question.id not in self.profiled]
        self.at, self.notice = len(self.asked), ""

    def until_done(self) -> None:
        while True:
            question = self._question()
            if question is not None:
                self._take(question, self._put(question))
                continue
            chosen = self._review()
            if chosen is None:
                return
            self.at = chosen
            again = self._question()
            if again is not None:
                self._take(again, self._put(again))
            self.at = len(self.asked) if self.notice == "" else chosen

    def _put(self, question: Question) -> Order | Said | int:
        prompt = Prompt(
            self.catalogue, question, self.answers, self.at, self.talk.left, len(self.talk.questions(self.answers)),
            self.proposals.get(question.id), self.notice, self._local(question),
        )  # fmt: skip
        self.notice = ""
        return ask(prompt, lambda: self.talk.preview(self.answers))

    def _take(self, question: Question, said: Order | Said | int) -> None:
        if said is Order.STOP:
            raise EOFError
        if isinstance(said, int):
            self.at = min(max(self.at + said, 0), len(self.asked))
            return
        if isinstance(said, Said) and not self._answered(question, said):
            return
        if self.at == len(self.asked):
            self.asked.append(question.id)
        self.at += 1

    def _answered(self, question: Question, said: Said) -> bool:
        """Put one answer in, save it, and say what lapsed by it; False with a notice when it cannot be."""
        place = place_of(question, self.talk.problem)
        by = said if said.source or said.on or said.certainty else Said(said.answer)
        by = self._with_reason(question, by, self.case.said_of(place).get(question.id, ()))
        case = put(self.catalogue, self.case, self.talk.problem, question, by).case
        item = replace(self.given, case=case).heard(self.catalogue, self.talk.problem)[question.id]
        profile = [other for other in item.said if other.source == PROFILE]
        if item.conflict and profile and not by.source:
            self.notice = (
                f"{sentence(told(self.catalogue, question, profile))} Klopt dat niet meer, pas dan het profiel aan: toolbox profile"
            )
            return False
        changed = self.answers.with_answer(question.id, item.answer)
        if not item.conflict:  # what hangs on it stays until somebody chooses
            changed = accept(self.catalogue, self.answers, question.id, item.answer)
        wrong = contradictions(self.catalogue, changed)
        if wrong:
            self.notice = f"Dit klopt niet met een ander antwoord. {wrong[0].message} Met < gaat u terug naar eerdere vragen."
            return False
        before, after = self.answers.without(question.id), changed.without(question.id)
        self.case = with_answers(self.catalogue, case, self.talk.problem, before, after, by)
        self._say_lapsed(question, changed)
        self.answers = self._refilled(changed)
        self.keeper.keep(self.case)
        return True

    def _refilled(self, changed: Answers) -> Answers:
        """The answers with what the profile says now: another answer of the case may give its questions an occasion, or take it away."""
        own = changed.without(*self.profiled)
        local = self.given.local_beside(self.catalogue, own, self.talk.problem)
        said = {} if local is None else {name: items[0].answer for name, items in local.statements.items() if name not in own}
        whole = {name: answer for name, answer in said.items() if not answer.unknown}
        self.profiled = set(whole)
        return Answers({**own.given, **whole})

    def _said(self, name: str) -> bool:
        """Whether the case itself says something on this question."""
        return bool({**self.case.said, **self.case.said_of(self.talk.problem)}.get(name))

    def _local(self, question: Question) -> str:
        """What the municipality noted about the rule that this question is about."""
        rule = rule_helping(self.catalogue, question.id)
        return rule_text(self.catalogue, self.given.profile, rule) if rule and self.given.profile is not None else ""

    def _with_reason(self, question: Question, by: Said, before: Sequence[Said]) -> Said:
        """The answer with the reason why it goes before what others said; without a reason it stands beside that."""
        others = [item for item in before if item.source and item.answer != by.answer]
        if by.source or not others:
            return by
        tell(f"Hier staat al: {told(self.catalogue, question, others)}.")
        hint = "Waarom kiest u dit antwoord? Met Enter staat het ernaast en telt het als onbekend tot u kiest:"
        reason = asked_text(hint, lambda text: checked_why(self.catalogue, "deze reden", text))
        return replace(by, because=reason) if reason else replace(by, source=OWN)

    def _say_lapsed(self, question: Question, changed: Answers) -> None:
        lapsed = [name for name in self.answers if name not in changed and name != question.id and name not in self.profiled]
        if lapsed:
            labels = ", ".join(self.catalogue.question_by_id[name].label for name in lapsed)
            tell(f"Vervallen, omdat de vraag niet meer past: {labels}.")

    def _question(self) -> Question | None:
        """The question at this point: an earlier one when the person went back, otherwise the next one."""
        facts = facts_of(self.catalogue)
        while self.at < len(self.asked):
            question = self.catalogue.question_by_id[self.asked[self.at]]
            if evaluate(question.ask_when, self.answers, facts).truth is not Truth.NO:
                return question
            del self.asked[self.at]
        return next(iter(self.talk.questions(self.answers)), None)

    def _review(self) -> int | None:
        """Show all answers before the outcome; return the place of the one to change, or None for the outcome."""
        self.asked = [name for name in self.asked if name in self.answers]
        self._say_answers()
        while True:
            line = line_of("Nummer om te wijzigen, Enter voor de uitkomst:")
            if line.lower() in _ON:
                return None
            move = move_of(line)
            if move is Order.STOP:
                raise EOFError
            if isinstance(move, int) and move < 0:
                return max(len(self.asked) + move, 0)
            if line.isdecimal() and len(line) < 4 and 1 <= int(line) <= len(self.asked):
                return int(line) - 1
            tell(f"Kies een nummer van 1 tot en met {len(self.asked)}, of druk op Enter.")

    def _say_answers(self) -> None:
        """The known answers one below the other, by number; what nobody knows in one paragraph."""
        numbered = [(number, self.catalogue.question_by_id[name]) for number, name in enumerate(self.asked, start=1)]
        known = [(number, question) for number, question in numbered if self.answers.given[question.id].values]
        say("\nUw antwoorden")
        for number, question in known:
            tell(f"{number:>2}  {question.label}: {shown(question, self.answers.given[question.id])}")
        unknown = [f"{number} {question.label}" for number, question in numbered if not self.answers.given[question.id].values]
        if unknown:
            tell(f"Weet ik niet: {'; '.join(unknown)}.")
        local = [question for question in self.catalogue.questions if question.id in self.profiled]
        if local:
            tell(f"Uit uw gemeenteprofiel: {'; '.join(f'{item.label} ({shown(item, self.answers.given[item.id])})' for item in local)}.")

    def stop(self) -> None:
        """Save what there is, say how to go on, and leave."""
        if set(self.answers) - self.profiled:
            if self.case != self.given.case or not self.keeper.path.exists():
                self.keeper.keep(self.case)
            say(f"\nGestopt. Uw antwoorden staan in {self.keeper.path}.\nVerder gaan: {_again(self.talk, self.keeper)}")
        else:
            say("\nGestopt. Er was nog niets beantwoord.")
        raise typer.Exit(STOPPED)


class _Keeper:
    """Saves the case; when the folder cannot be written, beside the system's temporary files."""

    def __init__(self, catalogue: Catalogue, path: Path | None) -> None:
        self._catalogue = catalogue
        self.path = path or free_name(Path(DEFAULT_NAME))

    def keep(self, case: Case) -> None:
        try:
            write_case(self.path, self._catalogue, case)
        except ToolboxError as error:
            fallback = free_name(Path(tempfile.gettempdir()) / self.path.name)
            if fallback.parent == self.path.parent:
                raise
            tell(f"{error.message}. Uw antwoorden worden nu bewaard in {fallback}.")
            self.path = fallback
            write_case(self.path, self._catalogue, case)


def free_name(path: Path) -> Path:
    """The first name that is not taken, so that nothing is overwritten unasked."""
    candidate, number = path, 2
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return candidate


def _again(talk: Talk, keeper: _Keeper) -> str:
    return f"{talk.command} --answers {shlex.quote(str(keeper.path))}"


def _welcome(talk: Talk, path: Path, given: int, profiled: int) -> None:
    tell(f"{talk.title}. Kies een nummer en druk op Enter. Noem geen namen of andere persoonsgegevens.", "")
    say("  w = weet ik niet   ? = uitleg   < = terug   > = vooruit\n  ! = uitkomst tot nu toe   stop = bewaren en stoppen")
    if given:
        say(f"{given} antwoorden gelezen.")
    elif path.name != DEFAULT_NAME and path.stem.startswith(Path(DEFAULT_NAME).stem):
        tell(f"Er staat al {DEFAULT_NAME}. Daarmee verder gaan: {talk.command} --answers {DEFAULT_NAME}", "")
    if profiled:
        say(f"{profiled} {'antwoord komt' if profiled == 1 else 'antwoorden komen'} uit uw gemeenteprofiel.")
    tell(f"Elk antwoord wordt meteen bewaard in {path}.", "")
