"""Case files: read with every fault in one list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolbox_cli.analysis.case import answers_of
from toolbox_cli.analysis.migrate import Migration, Why, migrated
from toolbox_cli.content.answers import answer_from, nearest, refused
from toolbox_cli.content.case_moved import moved
from toolbox_cli.content.case_plan import PlanReader
from toolbox_cli.content.people import about_people, loose, without_people
from toolbox_cli.content.read import Parsed, Place, Value, read_yaml
from toolbox_cli.content.sources import source_of
from toolbox_cli.errors import ContentError
from toolbox_cli.model.case import Case, CaseProblem, Decision, Said, Statements
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.planned import Planned, forms_in
from toolbox_cli.model.question import Answer, Answers

PLAIN_VERSION, FILE_VERSION = 1, 2  # a file of the first version holds answers and nothing else
KIND = "antwoorden"
_KEYS = ("toolbox", "version", "content", "keep_until", "source", "date", "certainty", "answers", "problems", "decisions", "plan", "former")
DEFAULTS = ("source", "date", "certainty")  # at the top of a file: they hold for every answer that does not say otherwise
_SAID = ("answer", "source", "date", "certainty", "because", "figure")
_PROBLEM = ("title", "answers")
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.ASCII)


def read_answers(path: Path, catalogue: Catalogue) -> Answers:
    """Return the answers in a file about one problem; raises ContentError with every fault in it."""
    return answers_of(catalogue, read_case(path, catalogue))


def read_case(path: Path, catalogue: Catalogue) -> Case:
    """Return what a case file holds, by the names of now; raises ContentError with every fault in it."""
    return open_case(path, catalogue).case


def open_case(path: Path, catalogue: Catalogue) -> Opened:
    """Return what a case file holds, and what became of answers that were given to other content."""
    return case_in(read_yaml(path), catalogue)


def case_in(parsed: Parsed, catalogue: Catalogue) -> Opened:
    """Return the case in a parsed file; raises ContentError with every fault in it."""
    reader = _Reader(parsed, catalogue)
    case = reader.case()
    if reader.problems:
        raise ContentError(reader.problems)
    return Opened(case, reader.parts)


@dataclass(frozen=True)
class Opened:
    """A case, and per problem (by title; empty for what is shared) what became of answers to other content."""

    case: Case
    parts: Mapping[str, Migration]


class _Reader(PlanReader):
    """Reads one file and collects what is wrong with it."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        super().__init__(parsed, catalogue)
        self.parts: dict[str, Migration] = {}

    def case(self) -> Case:
        values = self.parsed.values
        if not isinstance(values, dict) or not ("answers" in values or "problems" in values):
            what = "dit is geen antwoordbestand; de kop 'answers:' ontbreekt (zie toolbox questions --template)"
            self.fault((), what)
            return Case()
        self._head(values)
        self.version = self.prose(("content",), values.get("content"))
        usual = self._record((), {key: values[key] for key in DEFAULTS if key in values})
        problems = self._problems(values.get("problems"), usual)
        ids = {problem.id for problem in problems}
        said = self._statements(("answers",), values.get("answers"), usual, "")
        decisions, plans = self._by_the_names_of_now(self.decisions(values.get("decisions"), ids), self.plans(values.get("plan"), ids))
        case = Case(
            said,
            problems,
            decisions,
            self.day(("keep_until",), values.get("keep_until")),
            self.version,
            {**self._former(values.get("former")), **self._new_former()},
            plans,
        )
        self._check_places(case)
        return case

    def _by_the_names_of_now(
        self, decisions: list[Decision], plans: tuple[Planned, ...]
    ) -> tuple[tuple[Decision, ...], tuple[Planned, ...]]:
        """The decisions and the plan with the forms by their names of now; one that is gone keeps its name."""
        shared = self.parts[""]
        written = [*(item.measure for item in decisions), *forms_in(plans)]
        self.parts[""] = replace(shared, forms=migrated(self.catalogue, self.version, {}, written).forms)
        names = {form: now.id for form, now in self.parts[""].forms if now.id}
        return (
            tuple(replace(item, measure=names.get(item.measure, item.measure)) for item in decisions),
            tuple(plan.renamed(names) for plan in plans),
        )

    def _new_former(self) -> dict[str, str]:
        """The answers that no longer count, by question, with the problem before it."""
        found: dict[str, list[str]] = {}
        for name, migration in self.parts.items():
            for item in migration.former:
                key = ".".join(part for part in (name, item.question) if part)
                told = self._as_told(name, item.question) if item.why is Why.QUESTION_GONE else ", ".join(item.words)
                found.setdefault(key, []).append(told)
        return {key: "; ".join(dict.fromkeys(told)) for key, told in found.items()}

    def _as_told(self, problem: str, question: str) -> str:
        """All that was said about a question, with by whom and when, as text."""
        values = self.parsed.values
        for step in ("problems", problem, "answers", question) if problem else ("answers", question):
            values = values.get(step) if isinstance(values, dict) else None
        items = values if isinstance(values, list) and any(isinstance(item, dict) for item in values) else [values]
        return "; ".join(map(_in_words, items))

    def _head(self, values: Mapping[str, Value]) -> None:
        self._version(values.get("version"))
        if values.get("toolbox") not in (None, KIND):
            self.fault(("toolbox",), f"dit is geen antwoordbestand; schrijf toolbox: {KIND}")
        self.only((), values, _KEYS)

    def _version(self, version: Value) -> None:
        if version is None or version in (str(PLAIN_VERSION), str(FILE_VERSION)):
            return
        if isinstance(version, str) and version.isdecimal() and len(version) < 10 and int(version) > FILE_VERSION:
            what = f"dit bestand is gemaakt met een nieuwere toolbox (versie {version}); werk toolbox bij"
        else:
            what = f"deze versie is onbekend; schrijf version: {FILE_VERSION}"
        self.fault(("version",), what)

    def _problems(self, values: Value, usual: Said) -> tuple[CaseProblem, ...]:
        found = []
        for name, value in self.mapping(("problems",), values, "problemen met elk een titel en antwoorden").items():
            place = ("problems", name)
            if kinds := about_people(loose(name), self.catalogue):
                self.fault(place, kinds, ".".join(("problems", without_people(loose(name), self.catalogue))))
                continue  # what is wrong further on would repeat the name
            if not NAME.fullmatch(name):
                self.fault(place, "geef een probleem een korte naam van kleine letters, cijfers en streepjes")
            inner = self.mapping(place, value, "title en answers")
            self.only(place, inner, _PROBLEM)
            said = self._statements((*place, "answers"), inner.get("answers"), usual, name)
            found.append(CaseProblem(name, self.prose((*place, "title"), inner.get("title")), said))
        return tuple(found)

    def _statements(self, place: Place, values: Value, usual: Said, problem: str) -> Statements:
        found = {}
        now, self.parts[problem] = moved(self.catalogue, self.version, self.mapping(place, values, "regels 'vraag: antwoord'"))
        for name, value in now.items():
            if name not in self.catalogue.question_by_id:
                what = about_people(name, self.catalogue) or f"deze vraag bestaat niet; {nearest(name, self.catalogue.question_by_id)}"
                self.fault((*place, name), what, without_people(name, self.catalogue))
            elif value is not None:
                said = tuple(self._every(name, (*place, name), value, usual))
                if said:
                    found[name] = said
        return {question.id: found[question.id] for question in self.catalogue.questions if question.id in found}

    def _every(self, question: str, place: Place, value: Value, usual: Said) -> list[Said]:
        """All that was said about one question: an answer, a record of who said it, or a list of such records."""
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            items = [(*place, index) for index in range(len(value))]
            found = [self._one(question, at, item, usual) for at, item in zip(items, value, strict=True)]
        else:
            found = [self._one(question, place, value, usual)]
        return [said for said in found if said is not None]

    def _one(self, question: str, place: Place, value: Value, usual: Said) -> Said | None:
        where = ".".join(str(step) for step in place[place.index(question) :])
        if not isinstance(value, dict):
            answer = self._answer(question, place, value, where)
            return None if answer is None else Said(answer, usual.source, usual.on, usual.certainty)
        if "answer" not in value:
            self.fault(place, "hier hoort een antwoord of een lijst met antwoorden te staan", where)
            return None
        self.only(place, value, _SAID)
        answer = self._answer(question, (*place, "answer"), value["answer"], where)
        known = self._record(place, value)
        if not known.because:  # a choice between what others said is nobody's answer
            known = replace(
                known, source=known.source or usual.source, on=known.on or usual.on, certainty=known.certainty or usual.certainty
            )
        return None if answer is None else replace(known, answer=answer)

    def _answer(self, question: str, place: Place, value: Value, where: str) -> Answer | None:
        words = value if isinstance(value, list) else [value]
        if not all(isinstance(word, str) for word in words):
            self.fault(place, "hier hoort een antwoord of een lijst met antwoorden te staan", where)
            return None
        answer, fault = answer_from(self.catalogue.question_by_id[question], [word for word in words if isinstance(word, str)])
        if answer is None:
            said = " ".join(map(str, words))
            refusal = refused(said, self.catalogue)
            kinds = about_people(said, self.catalogue)
            self.fault(place, f"dit kan niet: {refusal.asked}. {refusal.ground}" if refusal else kinds or fault, where)
        return answer

    def _record(self, place: Place, value: Mapping[str, Value]) -> Said:
        """Who said something, when, how certain and why it was chosen; the answer is read apart."""
        source = self.text((*place, "source"), value.get("source"))
        known = source_of(self.catalogue, source) if source else ""
        if known is None:
            self.fault((*place, "source"), "deze bron is onbekend; kies een partner uit toolbox partner, of eigen_inschatting")
        return Said(
            Answer(),
            known or "",
            self.day((*place, "date"), value.get("date")),
            self.certainty((*place, "certainty"), value.get("certainty")),
            self.prose((*place, "because"), value.get("because")),
            self.prose((*place, "figure"), value.get("figure")),
        )

    def _former(self, values: Value) -> dict[str, str]:
        found = self.mapping(("former",), values, "regels 'vraag: antwoord'")
        told = {name: ", ".join(map(str, value)) if isinstance(value, list) else str(value) for name, value in found.items()}
        for name, words in told.items():
            if kinds := about_people(f"{name} {words}", self.catalogue):
                self.fault(("former",), kinds)
        return told

    def _check_places(self, case: Case) -> None:
        """In a case with problems, what is about one problem stands there, and what is about the municipality at the top."""
        questions = self.catalogue.question_by_id
        for name in case.said if case.problems else ():
            if not questions[name].shared:
                self.fault(("answers", name), "deze vraag gaat over één probleem; zet haar bij problems, onder dat probleem", name)
        for problem in case.problems:
            for name in problem.said:
                if questions[name].shared:
                    self.fault(("problems", problem.id, "answers", name), "dit geldt voor alle problemen; zet het bovenaan, bij answers")


def _in_words(value: Value) -> str:
    """One statement as text: the words, and between brackets who said it, when, how certain and why."""
    if isinstance(value, dict):
        by = ", ".join(str(value[key]) for key in _SAID[1:] if value.get(key))
        return f"{_in_words(value.get('answer'))} ({by})" if by else _in_words(value.get("answer"))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
