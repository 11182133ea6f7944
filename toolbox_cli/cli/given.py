"""What a command was given: a case file, the municipality's profile, and answers on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of
from toolbox_cli.model.case import Case, Said, Statements
from toolbox_cli.model.profile import Profile

if TYPE_CHECKING:
    from toolbox_cli.analysis.case import Heard
    from toolbox_cli.analysis.profile import Local
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.question import Answer, Answers, Question

AnswersOption = Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bestand met antwoorden; wat ontbreekt wordt gevraagd.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="VRAAG=ANTWOORD", help="Eén antwoord; mag vaker. Gaat voor het bestand.", autocompletion=names_of("setting")
    ),
]
ProblemOption = Annotated[str | None, typer.Option("--problem", metavar="NAAM", help="Alleen dit probleem, als de zaak er meer heeft.")]


@dataclass(frozen=True)
class Given:
    """The case, with the answers of the command line in it, and beside it the municipality's profile.

    What was answered on the command line, by problem, goes before what the profile says.
    """

    case: Case = field(default_factory=Case)
    profile: Profile | None = None
    told: frozenset[tuple[str, str]] = frozenset()

    def local(self, catalogue: Catalogue, problem: str = "") -> Local | None:
        """Return what the profile contributes to one problem; None without a profile."""
        return self.local_beside(catalogue, self._own(catalogue, problem), problem)

    def local_beside(self, catalogue: Catalogue, own: Answers, problem: str = "") -> Local | None:
        """Return what the profile contributes to a problem on which the case itself has these answers."""
        if self.profile is None:
            return None
        from toolbox_cli.analysis.profile import local_of

        told = frozenset(name for where, name in self.told if where in ("", problem))
        return local_of(catalogue, self.profile, own, told)

    def _own(self, catalogue: Catalogue, problem: str) -> Answers:
        from toolbox_cli.analysis.case import answers_of

        return answers_of(catalogue, self.case, problem)

    def statements(self, catalogue: Catalogue, problem: str = "") -> Statements:
        """Return what the profile says about one problem."""
        local = self.local(catalogue, problem)
        return {} if local is None else local.statements

    def heard(self, catalogue: Catalogue, problem: str = "") -> dict[str, Heard]:
        """Return what was heard about one problem."""
        from toolbox_cli.analysis.case import heard_in

        return heard_in(catalogue, self.case, problem, self.statements(catalogue, problem))

    def answers(self, catalogue: Catalogue, problem: str = "") -> Answers:
        """Return the answers about one problem."""
        from toolbox_cli.analysis.case import answers_of

        return answers_of(catalogue, self.case, problem, self.statements(catalogue, problem))

    def start(self, catalogue: Catalogue, problem: str) -> tuple[Answers, Answers]:
        """Return the answers to start asking from, and what the profile proposes: it may know a part of what is there, so that is asked."""
        from toolbox_cli.model.case import PROFILE
        from toolbox_cli.model.question import Answer, Answers

        heard = self.heard(catalogue, problem)
        partly = {name for name, item in heard.items() if item.answer.unknown and {said.source for said in item.said} == {PROFILE}}
        answers = Answers({name: item.answer for name, item in heard.items()})
        proposals = Answers({name: Answer(heard[name].answer.values) for name in partly if heard[name].answer.values})
        return answers.without(*partly), proposals

    def with_others(self, catalogue: Catalogue, problem: str, known: Answers, others: Mapping[str, Answer]) -> Answers:
        """Return these answers about a problem with the others put in, and what the profile then says about it."""
        from toolbox_cli.analysis.changes import with_others

        changed = with_others(catalogue, known, others)
        return replace(self, told=self.told | {(problem, name) for name in others}).refilled(catalogue, problem, changed)

    def refilled(self, catalogue: Catalogue, problem: str, answers: Answers) -> Answers:
        """Return the answers about a problem with what the profile says on these, instead of what it said on those of the case."""
        from toolbox_cli.analysis.profile import together

        stale = [name for name in self.statements(catalogue, problem) if name not in self._own(catalogue, problem)]
        own = answers.without(*stale)
        local = self.local_beside(catalogue, own, problem)
        return answers if local is None else together(catalogue, own, local.statements)

    def with_answers(self, catalogue: Catalogue, problem: str, after: Answers) -> Given:
        """Return what is given with these as the answers about one problem."""
        from toolbox_cli.analysis.case import with_answers
        from toolbox_cli.model.case import Said
        from toolbox_cli.model.question import Answer

        before = self.answers(catalogue, problem)
        return replace(self, case=with_answers(catalogue, self.case, problem, before, after, Said(Answer())))


def given_case(catalogue: Catalogue, path: Path | None, settings: Sequence[str], profile: Profile | None = None) -> Given:
    """Return what the file and the options give; raises an error that lists every fault and contradiction.

    What is set on the command line goes before the file and the profile.
    """
    from toolbox_cli.cli.opened import opened_case

    case = opened_case(catalogue, path) if path is not None else Case()
    given = Given(case, profile)
    refuse_contradictions_in(catalogue, given, str(path))
    for problem, found in settings_by_problem(catalogue, case, settings, "--set").items():
        told = {name: _set_over(case.said_of(problem).get(name, ()), answer) for name, answer in found.items()}
        case = case.with_said(problem, {**case.said_of(problem), **told})
        given = Given(case, profile, given.told | {(problem, name) for name in found})
    refuse_contradictions_in(catalogue, given, "--set")
    return given


def _set_over(before: Sequence[Said], answer: Answer) -> tuple[Said, ...]:
    """The answer of the command line in the place of what was said without a source; beside what others said it is a choice."""
    others = tuple(item for item in before if item.source)
    if not any(item.answer != answer for item in others):
        return others or (Said(answer),)
    return (*others, Said(answer, because="gegeven met --set"))


def refuse_contradictions_in(catalogue: Catalogue, given: Given, where: str) -> None:
    """Raise ContentError with every contradiction between the answers about one problem."""
    from toolbox_cli.analysis.case import problems_of

    for problem in problems_of(given.case):
        refuse_contradictions(catalogue, given.answers(catalogue, problem), where)


def refuse_overwriting(catalogue: Catalogue, save: Path | None, source: Path | None) -> None:
    """Raise UsageError when saving would destroy another file: one that people wrote in, or that holds more than answers."""
    from toolbox_cli.content.case_file import read_case
    from toolbox_cli.content.case_text import case_text
    from toolbox_cli.content.read import read_text
    from toolbox_cli.errors import ContentError, UsageError

    if save is None or not save.is_file() or (source is not None and source.is_file() and save.samefile(source)):
        return
    try:
        text, case = read_text(save, str(save)), read_case(save, catalogue)
        if not text.strip() or (text == case_text(catalogue, case) and not (case.decisions or case.former or case.problems or case.plans)):
            return
    except ContentError:
        pass
    raise UsageError(
        f"--save {save}: dit bestand bestaat al en is niet de zaak waarmee u begon; het wordt niet overschreven",
        f"Kies een andere naam, of ga met die zaak verder: --answers {save}",
    )


def one_problem(case: Case, problem: str | None, why: str) -> str:
    """Return the name of the problem that is meant: the only one, or the one that was named; raises UsageError with the choices."""
    from toolbox_cli.errors import UsageError

    names = [item.id for item in case.problems]
    if problem is not None and problem not in names:
        there = f"de zaak heeft {', '.join(names)}" if names else "de zaak is niet in problemen verdeeld; laat --problem weg"
        raise UsageError(f"--problem {problem}: dit probleem is er niet; {there}")
    if problem is None and len(names) > 1:
        raise UsageError(f"deze zaak heeft {len(names)} problemen; {why}", f"Kies er een met --problem: {', '.join(names)}")
    return problem or (names[0] if names else "")


def settings_by_problem(
    catalogue: Catalogue, case: Case, settings: Sequence[str], option: str, problem: str = ""
) -> dict[str, dict[str, Answer]]:
    """Return the answers in options of the form `question=value` or `problem.question=value`, by problem."""
    from toolbox_cli.errors import UsageError

    found: dict[str, dict[str, Answer]] = {}
    by_name: dict[str, list[str]] = {}
    for text in settings:
        name, rest = split_problem(case, text, option)
        by_name.setdefault(name or problem, []).append(rest)
    for name, texts in by_name.items():
        for question, answer in settings_of(catalogue, texts, option).items():
            shared = catalogue.question_by_id[question].shared
            if case.problems and not name and not shared:
                names = ", ".join(item.id for item in case.problems)
                raise UsageError(
                    f"{option} {question}: zeg bij welk probleem, bijvoorbeeld {case.problems[0].id}.{question}", f"Er zijn: {names}."
                )
            found.setdefault("" if shared else name, {})[question] = answer
    return found


def split_problem(case: Case, text: str, option: str) -> tuple[str, str]:
    """Return the problem before the dot, if there is one, and the rest; raises UsageError for a problem that is not in the case."""
    from toolbox_cli.content.case_file import NAME
    from toolbox_cli.errors import UsageError

    name, dot, rest = text.partition(".")
    if not dot or not NAME.fullmatch(name):
        return "", text
    if case.problem(name) is None:
        names = ", ".join(item.id for item in case.problems) or "geen; deze zaak is niet in problemen verdeeld"
        raise UsageError(f"{option} {text}: het probleem '{name}' is er niet", f"Problemen in deze zaak: {names}.")
    return name, rest


def settings_of(catalogue: Catalogue, settings: Sequence[str], option: str) -> dict[str, Answer]:
    """Return the answers in options of the form `question=value`; raises UsageError for a wrong one or two different ones."""
    from toolbox_cli.content.answers import parse_setting
    from toolbox_cli.errors import UsageError

    found: dict[str, Answer] = {}
    for text in settings:
        name, answer = parse_setting(text, catalogue, option)
        if found.get(name, answer) != answer:
            raise UsageError(f"{option} {name} staat er twee keer met een ander antwoord; houd er één")
        found[name] = answer
    return found


def refuse_contradictions(catalogue: Catalogue, given: Answers, where: str) -> None:
    """Raise ContentError with every contradiction in the answers."""
    from toolbox_cli.analysis.interview import contradictions
    from toolbox_cli.errors import ContentError, Problem

    found = contradictions(catalogue, given)
    if found:
        raise ContentError([Problem(where, None, "tegenstrijdig", item.message) for item in found])


def question_named(catalogue: Catalogue, name: str, option: str) -> Question:
    """Return the question by this id; raises UsageError that names the nearest."""
    from toolbox_cli.content.answers import nearest
    from toolbox_cli.errors import UsageError

    question = catalogue.question_by_id.get(name)
    if question is None:
        raise UsageError(f"{option} {name}: deze vraag bestaat niet; {nearest(name, catalogue.question_by_id)}")
    return question
