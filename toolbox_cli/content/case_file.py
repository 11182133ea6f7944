"""Case files: read with every fault in one list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toolbox_cli.analysis.assess import Grade
from toolbox_cli.analysis.case import answers_of
from toolbox_cli.analysis.migrate import Migration, Why, migrated
from toolbox_cli.analysis.receipt_check import told_by
from toolbox_cli.content.answers import answer_from, nearest, refused
from toolbox_cli.content.case_moved import moved
from toolbox_cli.content.dates import day_of
from toolbox_cli.content.people import about_people, loose, without_people
from toolbox_cli.content.read import Parsed, Place, Value, read_yaml
from toolbox_cli.content.sources import source_of
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.case import Case, CaseProblem, Certainty, Decision, Said, Statements
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.search.reasons import origin_in

PLAIN_VERSION, FILE_VERSION = 1, 2  # a file of the first version holds answers and nothing else
KIND = "antwoorden"
CHOSEN = {"chosen": True, "dropped": False}
_KEYS = ("toolbox", "version", "content", "keep_until", "source", "date", "certainty", "answers", "problems", "decisions", "former")
DEFAULTS = ("source", "date", "certainty")  # at the top of a file: they hold for every answer that does not say otherwise
_SAID = ("answer", "source", "date", "certainty", "because")
_DECISION = ("date", "measure", "decision", "reason", "problem", "grade", "above", "receipt")
_PROBLEM = ("title", "answers")
_FORM = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?", re.ASCII)
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


class _Reader:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, parsed: Parsed, catalogue: Catalogue) -> None:
        self.parsed, self.catalogue = parsed, catalogue
        self.problems: list[Problem] = []
        self.parts: dict[str, Migration] = {}
        self.version = ""

    def fault(self, place: Place, what: str, where: str | None = None) -> None:
        named = ".".join(str(step) for step in place if step != "answers" or len(place) == 1) if where is None else where
        self.problems.append(Problem(self.parsed.file, self.parsed.line_of(place), named, what))

    def case(self) -> Case:
        values = self.parsed.values
        if not isinstance(values, dict) or not ("answers" in values or "problems" in values):
            what = "dit is geen antwoordbestand; de kop 'answers:' ontbreekt (zie toolbox questions --template)"
            self.fault((), what)
            return Case()
        self._head(values)
        self.version = self._prose(("content",), values.get("content"))
        usual = self._record((), {key: values[key] for key in DEFAULTS if key in values})
        problems = self._problems(values.get("problems"), usual)
        case = Case(
            self._statements(("answers",), values.get("answers"), usual, ""),
            problems,
            self._by_the_names_of_now(self._decisions(values.get("decisions"), {problem.id for problem in problems})),
            self._day(("keep_until",), values.get("keep_until")),
            self.version,
            {**self._former(values.get("former")), **self._new_former()},
        )
        self._check_places(case)
        return case

    def _by_the_names_of_now(self, decisions: list[Decision]) -> tuple[Decision, ...]:
        """The decisions with the forms by their names of now; one that is gone keeps its name."""
        shared = self.parts[""]
        self.parts[""] = replace(shared, forms=migrated(self.catalogue, self.version, {}, [item.measure for item in decisions]).forms)
        names = {form: now.id for form, now in self.parts[""].forms if now.id}
        return tuple(replace(item, measure=names.get(item.measure, item.measure)) for item in decisions)

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
        self._only((), values, _KEYS)

    def _version(self, version: Value) -> None:
        if version is None or version in (str(PLAIN_VERSION), str(FILE_VERSION)):
            return
        if isinstance(version, str) and version.isdecimal() and len(version) < 10 and int(version) > FILE_VERSION:
            what = f"dit bestand is gemaakt met een nieuwere toolbox (versie {version}); werk toolbox bij"
        else:
            what = f"deze versie is onbekend; schrijf version: {FILE_VERSION}"
        self.fault(("version",), what)

    def _only(self, place: Place, values: Mapping[str, Value], keys: tuple[str, ...]) -> None:
        for key in values:
            if key not in keys:
                what = about_people(key, self.catalogue) or "dit veld hoort hier niet; haal het weg"
                self.fault((*place, key), what, ".".join(map(str, (*place, without_people(key, self.catalogue)))))

    def _problems(self, values: Value, usual: Said) -> tuple[CaseProblem, ...]:
        found = []
        for name, value in self._mapping(("problems",), values, "problemen met elk een titel en antwoorden").items():
            place = ("problems", name)
            if kinds := about_people(loose(name), self.catalogue):
                self.fault(place, kinds, ".".join(("problems", without_people(loose(name), self.catalogue))))
                continue  # what is wrong further on would repeat the name
            if not NAME.fullmatch(name):
                self.fault(place, "geef een probleem een korte naam van kleine letters, cijfers en streepjes")
            inner = self._mapping(place, value, "title en answers")
            self._only(place, inner, _PROBLEM)
            said = self._statements((*place, "answers"), inner.get("answers"), usual, name)
            found.append(CaseProblem(name, self._prose((*place, "title"), inner.get("title")), said))
        return tuple(found)

    def _statements(self, place: Place, values: Value, usual: Said, problem: str) -> Statements:
        found = {}
        now, self.parts[problem] = moved(self.catalogue, self.version, self._mapping(place, values, "regels 'vraag: antwoord'"))
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
        self._only(place, value, _SAID)
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
        source = self._text((*place, "source"), value.get("source"))
        known = source_of(self.catalogue, source) if source else ""
        if known is None:
            self.fault((*place, "source"), "deze bron is onbekend; kies een partner uit toolbox partner, of eigen_inschatting")
        return Said(
            Answer(),
            known or "",
            self._day((*place, "date"), value.get("date")),
            self._certainty((*place, "certainty"), value.get("certainty")),
            self._prose((*place, "because"), value.get("because")),
        )

    def _decisions(self, values: Value, problems: set[str]) -> list[Decision]:
        if values is None:
            return []
        if not isinstance(values, list):
            self.fault(("decisions",), "hier hoort een lijst met besluiten te staan")
            return []
        found = (self._decision(("decisions", index), value, problems) for index, value in enumerate(values))
        return [decision for decision in found if decision is not None]

    def _decision(self, place: Place, value: Value, problems: set[str]) -> Decision | None:
        inner = self._mapping(place, value, "date, measure en decision")
        self._only(place, inner, _DECISION)
        text = {key: self._text((*place, key), inner.get(key)) for key in ("measure", "decision", "problem", "grade", "receipt")}
        self._check_decision(place, text)
        reason = self._prose((*place, "reason"), inner.get("reason"))
        on = self._day((*place, "date"), inner.get("date"))
        above = inner.get("above") or []
        if on is None or text["decision"] not in CHOSEN or not text["measure"] or not isinstance(above, list):
            self.fault(place, "een besluit heeft date, measure en decision (chosen of dropped)")
            return None
        if text["problem"] and text["problem"] not in problems:
            self.fault((*place, "problem"), "dit probleem staat niet in de zaak")
        chosen, over = CHOSEN[text["decision"]], tuple(str(name) for name in above)
        for name in over:
            self._check_name((*place, "above"), name)
        return Decision(on, text["measure"], chosen, reason, text["problem"], text["grade"], over, text["receipt"])

    def _check_decision(self, place: Place, text: Mapping[str, str]) -> None:
        """Nothing but names of forms, verdicts and receipts, so that nobody's data stands there; what the law refuses is not chosen."""
        self._check_name((*place, "measure"), text["measure"])
        form = self.catalogue.form_by_id.get(text["measure"])
        if form is not None and form.measure.origin is Origin.REFUSAL and text["decision"] == "chosen":
            self.fault((*place, "measure"), "dit kan volgens de wet niet worden gekozen; haal dit besluit weg")
        if text["grade"] and text["grade"] not in tuple(Grade):
            self.fault((*place, "grade"), f"kies uit {', '.join(Grade)}, of laat het weg")
        if text["receipt"] and told_by(text["receipt"]) is None:
            self.fault((*place, "receipt"), "dit is geen kenmerk van een advies; neem het over of laat het weg")

    def _check_name(self, place: Place, name: str) -> None:
        if name and (not _FORM.fullmatch(name) or about_people(loose(name), self.catalogue)):
            self.fault(place, "geef de naam van een maatregel of variant, zoals in toolbox measure")

    def _former(self, values: Value) -> dict[str, str]:
        found = self._mapping(("former",), values, "regels 'vraag: antwoord'")
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

    def _mapping(self, place: Place, value: Value, holds: str) -> Mapping[str, Value]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fault(place, f"hier horen {holds} te staan")
            return {}
        return value

    def _text(self, place: Place, value: Value) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(place, "hier hoort één woord of zin te staan")
            return ""
        return value

    def _prose(self, place: Place, value: Value) -> str:
        """What somebody wrote in words of their own: without personal data, and about what people do, not who they are."""
        text = self._text(place, value)
        if text and (kinds := about_people(text, self.catalogue)):
            self.fault(place, kinds)
        elif text and (words := origin_in(self.catalogue.wording, text)):
            self.fault(place, f"dit kan hier niet staan: '{words[0]}' zegt wie iemand is; noem gedrag, plaats en tijd")
        return text

    def _day(self, place: Place, value: Value) -> date | None:
        if value is None:
            return None
        try:
            day = day_of(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is None:
            self.fault(place, "geef een dag die bestaat, bijvoorbeeld 2026-03-12")
        return day

    def _certainty(self, place: Place, value: Value) -> Certainty | None:
        if value is None:
            return None
        word = str(value).strip().lower()
        if word not in tuple(Certainty):
            self.fault(place, f"kies uit {', '.join(Certainty)}")
            return None
        return Certainty(word)


def _in_words(value: Value) -> str:
    """One statement as text: the words, and between brackets who said it, when, how certain and why."""
    if isinstance(value, dict):
        by = ", ".join(str(value[key]) for key in _SAID[1:] if value.get(key))
        return f"{_in_words(value.get('answer'))} ({by})" if by else _in_words(value.get("answer"))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
