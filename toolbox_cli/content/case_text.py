"""Case files: written in one order, so that one changed answer is one changed line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from toolbox_cli.analysis.history import Standing, standing
from toolbox_cli.content.case_decisions import CHOSEN
from toolbox_cli.content.case_file import DEFAULTS, FILE_VERSION, KIND, PLAIN_VERSION, case_in
from toolbox_cli.content.case_plan import plan_values
from toolbox_cli.content.edit import edited
from toolbox_cli.content.files import write_atomically
from toolbox_cli.content.layout import Wanted, rendered
from toolbox_cli.content.read import Parsed, Place, Value, parse_yaml, read_text
from toolbox_cli.errors import ContentError
from toolbox_cli.model.case import Baseline, Case, Decision, Said, Statements
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Kind, Question, words_in

HEADER = "# Antwoorden voor toolbox analyse. Geen namen of andere persoonsgegevens.\n"
_DECISION = {chosen: word for word, chosen in CHOSEN.items()}


def case_text(catalogue: Catalogue, case: Case, old: str = "") -> str:
    """Return the text of a case file; with an old text only what is different changes, and remarks stay."""
    wanted = wanted_of(catalogue, case)
    if not old:
        return HEADER + rendered(wanted, _on_one_line)
    return edited(old, _as_it_stands(wanted, parse_yaml(old, ""), catalogue, case), _on_one_line)


def write_case(path: Path, catalogue: Catalogue, case: Case) -> None:
    """Write a case to its file, keeping the remarks in it; raises ToolboxError when the folder cannot be written."""
    old = read_text(path, str(path)) if path.is_file() else ""
    text = case_text(catalogue, case, old)
    if text != old:
        write_atomically(path, text)


def _as_it_stands(wanted: dict[str, Wanted], parsed: Parsed, catalogue: Catalogue, case: Case) -> dict[str, Wanted]:
    """The wanted values, with each answer that stays the same as it was written: in another order, or without a list."""
    try:
        opened = case_in(parsed, catalogue)
    except ContentError:
        return wanted
    if any(part.changed for part in opened.parts.values()):  # the old words say something else under the new version
        return wanted
    before = opened.case
    values = parsed.values
    if not isinstance(values, dict) or any(key in values for key in DEFAULTS):  # these would say something else alone
        return wanted
    problems = {
        name: {
            **problem,
            "answers": _same(problem["answers"], _under(values, "problems", name, "answers"), before.said_of(name), case.said_of(name)),
        }
        for name, problem in _mapping(wanted.get("problems")).items()
        if isinstance(problem, Mapping)
    }
    answers = _same(wanted["answers"], values.get("answers"), before.said, case.said)
    return {**wanted, "answers": answers, **({"problems": problems} if problems else {})}


def _same(wanted: Wanted, old: Value, before: Statements, after: Statements) -> Wanted:
    kept = _mapping(old)
    return {name: kept[name] if name in kept and before.get(name) == after.get(name) else value for name, value in _mapping(wanted).items()}


def _under(value: Value, *keys: str) -> Value:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _mapping(value: Wanted) -> Mapping[str, Wanted]:
    return value if isinstance(value, Mapping) else {}


def _on_one_line(place: Place) -> bool:
    """Whether a record stands on one line: what was said about one question does, the answers about one problem do not; the plan never."""
    return place[0] != "plan" and len(place) > (3 if place[0] == "problems" else 1)


def wanted_of(catalogue: Catalogue, case: Case) -> dict[str, Wanted]:
    """Return a case as the plain values of its file, in the order of the file."""
    problems: dict[str, Wanted] = {
        problem.id: {**({"title": problem.title} if problem.title else {}), "answers": _statements(catalogue, problem.said)}
        for problem in case.problems
    }
    optional: dict[str, Wanted] = {
        "problems": problems,
        "decisions": [_decision(decision) for decision in case.decisions],
        "plan": plan_values(case.plans),
        "former": dict(case.former),
    }
    found: dict[str, Wanted] = {
        "toolbox": KIND,
        "version": str(FILE_VERSION if _needs_second_version(case) else PLAIN_VERSION),
        "content": case.content if standing(catalogue, case.content) is Standing.NEWER else catalogue.edition.version,
    }
    if case.keep_until is not None:
        found["keep_until"] = case.keep_until.isoformat()
    found["answers"] = _statements(catalogue, case.said)
    return {**found, **{key: value for key, value in optional.items() if value}}


def _needs_second_version(case: Case) -> bool:
    every = (said for statements in (case.said, *(item.said for item in case.problems)) for items in statements.values() for said in items)
    more = case.problems or case.decisions or case.keep_until or case.former or case.plans
    return bool(more) or any(said != Said(said.answer) for said in every)


def _statements(catalogue: Catalogue, statements: Statements) -> dict[str, Wanted]:
    return {question.id: _said(question, statements[question.id]) for question in catalogue.questions if question.id in statements}


def _said(question: Question, said: Sequence[Said]) -> Wanted:
    if len(said) == 1:
        return _one(question, said[0])
    return [{"answer": _answer(question, item), **_by(item)} for item in said]


def _one(question: Question, said: Said) -> Wanted:
    by = _by(said)
    return {"answer": _answer(question, said), **by} if by else _answer(question, said)


def _answer(question: Question, said: Said) -> Wanted:
    words = words_in(question, said.answer)
    return list(words) if question.kind is Kind.CHOICES and said.answer.values else words[0]


def _by(said: Said) -> dict[str, Wanted]:
    found = {
        "source": said.source,
        "date": said.on.isoformat() if said.on else "",
        "certainty": said.certainty.value if said.certainty else "",
        "because": said.because,
        "figure": said.figure,
    }
    return {key: value for key, value in found.items() if value}


def _decision(decision: Decision) -> dict[str, Wanted]:
    found: dict[str, Wanted] = {
        "date": decision.on.isoformat(),
        "measure": decision.measure,
        "decision": _DECISION[decision.chosen],
        "problem": decision.problem,
        "grade": decision.grade,
        "above": list(decision.above),
        "reason": decision.reason,
        "receipt": decision.receipt,
        "baseline": _baseline(decision.baseline) if decision.baseline else "",
    }
    return {key: value for key, value in found.items() if value}


def _baseline(baseline: Baseline) -> dict[str, Wanted]:
    found: dict[str, Wanted] = {
        "from": baseline.start.isoformat(),
        "until": baseline.end.isoformat(),
        "number": str(baseline.number),
        "source": baseline.source,
        "definition": baseline.definition,
        "places": list(baseline.places),
        "kinds": list(baseline.kinds),
        "hours": [str(hour) for hour in baseline.hours or ()],
    }
    return {key: value for key, value in found.items() if value}
