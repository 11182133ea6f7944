"""The golden cases: read from tests/cases, and compared form by form with what the tool says.

A case names the grade of a form and the reason for it; `complaints` says in one sentence each what came out otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers import answers_of

from toolbox_cli.analysis.assess import ADVICE, Finding, Grade, facts_of, grade, settled, with_implied
from toolbox_cli.content.read import read_yaml
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.evaluate import Facts, evaluate
from toolbox_cli.rules.truth import Truth

FOLDER = Path(__file__).parent / "cases"
LISTS = ("recommended", "indicated", "not_advised", "not_asked")
REASONS = ("conditional", "undetermined", "ruled_out", "failing", "not_indicated", "leads")
KEYS = frozenset({"name", "source", "base", "answers", "first_five", "not_indicated_by", *LISTS, *REASONS})
Known = dict[tuple[str, str, tuple[str, ...]], Answers]
_RULED_OUT = re.compile(r"(?P<condition>\S+)(?: \(art (?P<article>[^():]+)(?::(?P<paragraph>[^()]+))?\))?")


@dataclass(frozen=True)
class Expected:
    """What a case says about one form: under which key, and with which reason."""

    form: str
    key: str
    reason: Any  # Any: a name or a list of names, as the case has it


@dataclass(frozen=True)
class Case:
    """One golden case with the answers of its base filled in."""

    name: str
    source: str
    file: str
    answers: Answers
    expected: tuple[Expected, ...]
    first_five: tuple[str, ...]
    raw: Mapping[str, Any]


def read_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Return every case of every file, the files in order of name."""
    raw = [(path.name, item) for path in sorted(folder.glob("*.yaml")) for item in read_yaml(path).values]
    by_name = {item["name"]: item for _, item in raw}
    return tuple(_case(file, item, by_name) for file, item in raw)


def _case(file: str, item: Mapping[str, Any], by_name: Mapping[str, Mapping[str, Any]]) -> Case:
    expected = tuple(Expected(form, key, None) for key in LISTS for form in item.get(key, ()))
    expected += tuple(Expected(form, key, reason) for key in REASONS for form, reason in item.get(key, {}).items())
    kept_away = item.get("not_indicated_by", {})
    expected += tuple(Expected(form, "not_indicated", question) for question, forms in kept_away.items() for form in forms)
    given = answers_of(_answers(item, by_name))
    return Case(item["name"], item["source"], file, given, expected, tuple(item.get("first_five", ())), item)


def _answers(item: Mapping[str, Any], by_name: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    below = _answers(by_name[item["base"]], by_name) if "base" in item else {}
    return {**below, **item.get("answers", {})}


@dataclass
class Judge:
    """Compares cases with one catalogue; what was settled for a case is kept, because many mutants share it."""

    catalogue: Catalogue
    facts: Facts
    known: Known = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue, known: Known | None = None) -> Judge:
        return cls(catalogue, facts_of(catalogue), {} if known is None else known)

    def complaints(self, case: Case) -> Iterator[str]:
        """Say what came out otherwise than the case expects."""
        return (said for expected in case.expected if (said := self.complaint(case, expected)))

    def complaint(self, case: Case, expected: Expected) -> str:
        """Say what came out otherwise for one form; empty when it is as expected."""
        said = self._against(case, expected)
        return f"{case.file}: {case.name}: {expected.form}: {said}" if said else ""

    def _finding(self, case: Case, form: str) -> Finding | None:
        return grade(self.catalogue.form_by_id[form], self.catalogue, self.told(case), self.settled(case), self.facts)

    def told(self, case: Case, without: tuple[str, ...] = ()) -> Answers:
        """The answers of a case with those that follow from them."""
        return self._kept("told", case, without, lambda: with_implied(self.catalogue, case.answers.without(*without)))

    def settled(self, case: Case, without: tuple[str, ...] = ()) -> Answers:
        """The same, with an empty answer for what was not put because its occasion is absent."""
        return self._kept("settled", case, without, lambda: settled(self.catalogue, self.told(case, without)))

    def _kept(self, what: str, case: Case, without: tuple[str, ...], make: Callable[[], Answers]) -> Answers:
        key = (what, case.name, without)
        if key not in self.known:
            self.known[key] = make()
        return self.known[key]

    def _against(self, case: Case, expected: Expected) -> str:
        if expected.key == "indicated":
            truth = self._indicated(case, expected.form)
            return "" if truth is Truth.YES else f"verwacht dat het probleem erom vraagt, kreeg {truth.value}"
        if expected.key == "not_indicated" and self._indicated(case, expected.form) is Truth.NO:
            return self._kept_away(case, expected)
        found = self._finding(case, expected.form)
        if expected.key == "not_asked":
            return f"niemand vroeg erom, toch {found.grade.value}" if found else ""
        if expected.key == "not_advised":
            return f"verwacht geen advies, kreeg {found.grade.value}" if found and found.grade in ADVICE else ""
        if found is None:
            return f"verwacht {expected.key}, kreeg niets (niemand vroeg erom)"
        if expected.key == "failing":
            return _differs("niet vervulde voorwaarden", expected.reason, _failing(found))
        if expected.key == "leads":
            return "" if set(expected.reason) <= set(found.leads) else f"verwacht redenen {expected.reason}, kreeg {list(found.leads)}"
        if found.grade is not Grade(expected.key):
            return f"verwacht {expected.key} {expected.reason or ''}, kreeg {_told(found)}"
        if expected.key in ("conditional", "undetermined"):
            return _differs("open vragen", expected.reason, found.open_questions)
        return _first_failing(expected.reason, found) if expected.key == "ruled_out" else ""

    def _kept_away(self, case: Case, expected: Expected) -> str:
        """Without the answers named the form would no longer be kept away."""
        names = (expected.reason,) if isinstance(expected.reason, str) else tuple(expected.reason)
        missing = [name for name in names if name not in case.answers]
        if missing:
            return f"de zaak heeft geen antwoord op {', '.join(missing)}"
        if self._indicated(case, expected.form, names) is Truth.NO:
            return f"niet aangewezen, maar niet om {', '.join(names)}"
        return ""

    def _indicated(self, case: Case, form: str, without: tuple[str, ...] = ()) -> Truth:
        return evaluate(self.catalogue.form_by_id[form].rule.indicated, self.settled(case, without), self.facts).truth


def _failing(found: Finding) -> tuple[str, ...]:
    return tuple(item.condition.id for item in found.tested if item.truth is Truth.NO)


def _first_failing(expected: str, found: Finding) -> str:
    """The first failing condition; and its article, where the case names one."""
    wanted = _RULED_OUT.fullmatch(expected)
    assert wanted is not None, f"schrijf 'voorwaarde' of 'voorwaarde (art artikel:lid)', niet {expected}"
    assert found.failing is not None
    condition = found.failing.condition
    if condition.id != wanted["condition"]:
        return f"verwacht dat {wanted['condition']} in de weg staat, kreeg {condition.id}"
    if wanted["article"] and (condition.article, condition.paragraph) != (wanted["article"], wanted["paragraph"]):
        return f"verwacht art {wanted['article']} lid {wanted['paragraph']}, kreeg art {condition.article} lid {condition.paragraph}"
    return ""


def _differs(what: str, expected: Sequence[str], got: Sequence[str]) -> str:
    if set(expected) == set(got):
        return ""
    return f"{what}: verwacht {sorted(expected)}, kreeg {sorted(got)}"


def _told(found: Finding) -> str:
    reasons = {Grade.RULED_OUT: _failing(found), Grade.NOT_INDICATED: ()}.get(found.grade, found.open_questions)
    return f"{found.grade.value} {list(reasons) or ''}".strip()
