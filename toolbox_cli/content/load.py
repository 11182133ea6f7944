"""YAML files to one Catalogue; every problem of every file in one list."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from toolbox_cli.content.locate import COMPILED, data_folder
from toolbox_cli.content.read import Parsed, Place, parse_yaml, read_text
from toolbox_cli.content.wording import explain
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.fingerprint import Fingerprint
from toolbox_cli.model.history import ContentVersion
from toolbox_cli.model.law import Article, BoaMandate, Law, LegalCondition, MandateBan, MandateRule, Power, Standard
from toolbox_cli.model.measure import Document, Edition, Erratum, Measure, NamedFact, Partner, Practice, Rule, Ruling, Step
from toolbox_cli.model.procedure import Procedure
from toolbox_cli.model.question import Contradiction, Question, Section
from toolbox_cli.model.relation import Relation
from toolbox_cli.model.scheme import CurrentScheme, Scheme
from toolbox_cli.model.sharing import Sharing, SharingDefault, SharingRule
from toolbox_cli.model.term import Counting, Holiday, Protection
from toolbox_cli.model.wording import Accepted, Wording


@dataclass(frozen=True)
class Part:
    """One list (or single record) of the catalogue: in which file, under which key, of which kind.

    A list that is `told` goes from one record to the next: with one that cannot be read, nothing can be said of the others.
    """

    field: str
    file: str
    key: str | None
    model: type[BaseModel]
    single: bool = False
    told: bool = False


PARTS = (
    Part("edition", "content.yaml", None, Edition, single=True),
    Part("history", "history.yaml", None, ContentVersion, told=True),
    Part("laws", "law.yaml", "laws", Law),
    Part("articles", "law.yaml", "articles", Article),
    Part("fingerprints", "fingerprints.yaml", "fingerprints", Fingerprint),
    Part("rulings", "sources.yaml", "rulings", Ruling),
    Part("documents", "sources.yaml", "documents", Document),
    Part("powers", "powers.yaml", "powers", Power),
    Part("conditions", "powers.yaml", "conditions", LegalCondition),
    Part("procedures", "procedures.yaml", "procedures", Procedure),
    Part("standards", "powers.yaml", "standards", Standard),
    Part("boa_mandates", "mandates.yaml", "boa", BoaMandate),
    Part("mandate_bans", "mandates.yaml", "bans", MandateBan),
    Part("mandate_rules", "mandates.yaml", "rules", MandateRule),
    Part("sharing", "sharing.yaml", "records", Sharing),
    Part("sharing_rules", "sharing.yaml", "rules", SharingRule),
    Part("sharing_default", "sharing.yaml", "default", SharingDefault, single=True),
    Part("sections", "questions.yaml", "sections", Section),
    Part("questions", "questions.yaml", "questions", Question),
    Part("contradictions", "questions.yaml", "contradictions", Contradiction),
    Part("facts", "rules.yaml", "facts", NamedFact),
    Part("rules", "rules.yaml", "rules", Rule),
    Part("steps", "rules.yaml", "steps", Step),
    Part("measures", "measures.yaml", None, Measure),
    Part("relations", "relations.yaml", None, Relation),
    Part("partners", "partners.yaml", None, Partner),
    Part("practices", "practices.yaml", None, Practice),
    Part("errata", "errata.yaml", None, Erratum),
    Part("schemes", "schemes.yaml", "schemes", Scheme),
    Part("current_scheme", "schemes.yaml", "current", CurrentScheme, single=True),
    Part("wording", "wording.yaml", "wording", Wording, single=True),
    Part("accepted", "wording.yaml", "accepted", Accepted),
    Part("holidays", "terms.yaml", "holidays", Holiday),
    Part("protections", "terms.yaml", "protections", Protection),
    Part("counting", "terms.yaml", "counting", Counting, single=True),
)


@cache
def load_catalogue() -> Catalogue:
    """Return the content of this installation: validated when the package was built, otherwise read from the YAML files, once."""
    if not COMPILED.is_file():
        return read_catalogue(data_folder())
    try:
        with _no_garbage_collection():
            catalogue: Catalogue = pickle.loads(COMPILED.read_bytes())
            return catalogue
    except (pickle.UnpicklingError, AttributeError, ImportError, KeyError, TypeError):  # made with another pydantic
        return read_catalogue(data_folder())


def read_catalogue(folder: Path, *, thorough: bool = False) -> Catalogue:
    """Read and check all files in `folder`; raises ContentError with every problem found.

    `thorough` also looks for what rots silently, once the content is sound enough to reason with; that takes a second or two.
    """
    from toolbox_cli.content.checks import check_catalogue

    problems: list[Problem] = []
    with _no_garbage_collection():
        files = _read_files(folder, problems)
        read = {part.field: _records(part, files.get(part.file), problems) for part in PARTS}
        catalogue = Catalogue.model_construct(**{field: found.records for field, found in read.items()})
        faulty = frozenset(name for found in read.values() for name in found.faulty)
        broken = {part.field for part in PARTS if part.told and not read[part.field].complete}
        faults = tuple(fault for fault in check_catalogue(catalogue, faulty) if fault.field not in broken)
        if thorough and not faults and not problems:
            from toolbox_cli.content.thorough import check_thoroughly

            faults = check_thoroughly(catalogue)
    problems += [_placed(fault.field, fault.index, fault.place, fault.what, files, read) for fault in faults]
    if problems:
        raise ContentError(sorted(set(problems), key=lambda problem: (problem.file, problem.line or 0, problem.where, problem.what)))
    return catalogue


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Thousands of small records are made at once; looking for garbage between them doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@dataclass(frozen=True)
class Found:
    """The valid records of one part, their places in the file, and the names of those that are not valid."""

    records: Any  # one record, or a tuple of them
    places: tuple[int, ...] = ()
    faulty: tuple[str, ...] = ()
    complete: bool = True


def _read_files(folder: Path, problems: list[Problem]) -> dict[str, Parsed]:
    files = {}
    for name in dict.fromkeys(part.file for part in PARTS):
        try:
            shown = f"{folder.name}/{name}"
            files[name] = _parsed(read_text(folder / name, shown), shown)
        except ContentError as error:
            problems.extend(error.problems)
    return files


@lru_cache(maxsize=64)
def _parsed(text: str, shown: str) -> Parsed:
    """The values in a file, which nobody changes; two versions of the content have most files in common."""
    return parse_yaml(text, shown)


def _records(part: Part, parsed: Parsed | None, problems: list[Problem]) -> Found:
    if parsed is None:
        return Found(None if part.single else ())
    values: Any = parsed.values  # Any: whatever the YAML file holds
    if part.key is not None:
        values = values.get(part.key) if isinstance(values, dict) else None
    place: Place = () if part.key is None else (part.key,)
    if part.single:
        return Found(_record(part, values, parsed, place, problems))
    if not isinstance(values, list):
        problems.append(Problem(parsed.file, parsed.line_of(place), part.key or "", "hier hoort een lijst te staan"))
        return Found(())
    read = [_record(part, value, parsed, (*place, index), problems) for index, value in enumerate(values)]
    valid = tuple(index for index, record in enumerate(read) if record is not None)
    faulty = tuple(name for value, record in zip(values, read, strict=True) if record is None for name in _names_in(value))
    return Found(tuple(read[index] for index in valid), valid, faulty, len(valid) == len(read))


def _record(part: Part, value: Any, parsed: Parsed, place: Place, problems: list[Problem]) -> BaseModel | None:
    try:
        return part.model.model_validate(value)
    except ValidationError as error:
        name = _name_of(value)
        for fault in error.errors(include_url=False):
            inner = tuple(step for step in fault["loc"] if not str(step).startswith("#"))
            where = ".".join(str(step) for step in (name, *inner) if step != "")
            problems.append(Problem(parsed.file, parsed.line_of((*place, *inner)), where, explain(fault)))
        return None


def _name_of(value: object) -> str:
    if isinstance(value, Mapping):
        name = value.get("id") or value.get("form") or value.get("ecli") or value.get("article")
        return name if isinstance(name, str) else ""
    return ""


def _names_in(value: object) -> Iterator[str]:
    """The ids in a record that could not be read, so that references to it are not called wrong as well."""
    if isinstance(value, Mapping):
        yield _name_of(value)
        if isinstance(section := value.get("section"), str):
            yield section
        for item in value.values():
            if isinstance(item, list):
                for one in item:
                    yield from _names_in(one)


def _placed(field: str, index: int | None, inner: Place, what: str, files: Mapping[str, Parsed], read: Mapping[str, Found]) -> Problem:
    part = next(part for part in PARTS if part.field == field)
    parsed = files[part.file]
    start: Place = () if part.key is None else (part.key,)
    place = start if index is None else (*start, read[field].places[index])
    values: Any = parsed.values  # Any: already validated, only the name is wanted
    for step in place:
        values = values[step]
    where = ".".join(str(step) for step in (_name_of(values), *inner) if step != "")
    return Problem(parsed.file, parsed.line_of((*place, *inner)), where, what)
