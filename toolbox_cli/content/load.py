"""YAML files to one Catalogue; every problem of every file in one list."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from toolbox_cli.content.locate import COMPILED, data_folder
from toolbox_cli.content.read import Parsed, Place, read_yaml
from toolbox_cli.content.wording import explain
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.catalogue import (
    Catalogue,
    CurrentScheme,
    Document,
    Edition,
    Erratum,
    Measure,
    NamedFact,
    Partner,
    Practice,
    Rule,
    Ruling,
    Scheme,
    Step,
)
from toolbox_cli.model.law import Article, Law, LegalCondition, Power, SafeguardSet
from toolbox_cli.model.question import Contradiction, Question, Section


@dataclass(frozen=True)
class Part:
    """One list (or single record) of the catalogue: in which file, under which key, of which kind."""

    field: str
    file: str
    key: str | None
    model: type[BaseModel]
    single: bool = False


PARTS = (
    Part("edition", "content.yaml", None, Edition, single=True),
    Part("laws", "law.yaml", "laws", Law),
    Part("articles", "law.yaml", "articles", Article),
    Part("rulings", "sources.yaml", "rulings", Ruling),
    Part("documents", "sources.yaml", "documents", Document),
    Part("powers", "powers.yaml", "powers", Power),
    Part("conditions", "powers.yaml", "conditions", LegalCondition),
    Part("safeguard_sets", "powers.yaml", "safeguard_sets", SafeguardSet),
    Part("sections", "questions.yaml", "sections", Section),
    Part("questions", "questions.yaml", "questions", Question),
    Part("contradictions", "questions.yaml", "contradictions", Contradiction),
    Part("facts", "rules.yaml", "facts", NamedFact),
    Part("rules", "rules.yaml", "rules", Rule),
    Part("steps", "rules.yaml", "steps", Step),
    Part("measures", "measures.yaml", None, Measure),
    Part("partners", "partners.yaml", None, Partner),
    Part("practices", "practices.yaml", None, Practice),
    Part("errata", "errata.yaml", None, Erratum),
    Part("schemes", "schemes.yaml", "schemes", Scheme),
    Part("current_scheme", "schemes.yaml", "current", CurrentScheme, single=True),
)


def load_catalogue() -> Catalogue:
    """Return the content of this installation: validated when the package was built, otherwise read from the YAML files."""
    if COMPILED.is_file():
        collecting = gc.isenabled()
        gc.disable()  # thousands of small records are made at once; looking for garbage between them doubles the time
        try:
            catalogue: Catalogue = pickle.loads(COMPILED.read_bytes())
            return catalogue
        finally:
            if collecting:
                gc.enable()
    return read_catalogue(data_folder())


def read_catalogue(folder: Path) -> Catalogue:
    """Read and check all files in `folder`; raises ContentError with every problem found."""
    problems: list[Problem] = []
    files = _read_files(folder, problems)
    records = {part.field: _records(part, files.get(part.file), problems) for part in PARTS}
    if problems:
        raise ContentError(problems)
    from toolbox_cli.content.checks import check_catalogue

    catalogue = Catalogue.model_construct(**records)
    problems.extend(_placed(fault.field, fault.index, fault.place, fault.what, files) for fault in check_catalogue(catalogue))
    if problems:
        raise ContentError(problems)
    return catalogue


def _read_files(folder: Path, problems: list[Problem]) -> dict[str, Parsed]:
    files = {}
    for name in dict.fromkeys(part.file for part in PARTS):
        try:
            files[name] = read_yaml(folder / name, f"{folder.name}/{name}")
        except ContentError as error:
            problems.extend(error.problems)
    return files


def _records(part: Part, parsed: Parsed | None, problems: list[Problem]) -> Any:  # Any: one record or a tuple of them
    if parsed is None:
        return ()
    values: Any = parsed.values  # Any: whatever the YAML file holds
    if part.key is not None:
        values = values.get(part.key) if isinstance(values, dict) else None
    place: Place = () if part.key is None else (part.key,)
    if part.single:
        return _record(part, values, parsed, place, problems)
    if not isinstance(values, list):
        problems.append(Problem(parsed.file, parsed.line_of(place), part.key or "", "hier hoort een lijst te staan"))
        return ()
    return tuple(_record(part, value, parsed, (*place, index), problems) for index, value in enumerate(values))


def _record(part: Part, value: Any, parsed: Parsed, place: Place, problems: list[Problem]) -> BaseModel | None:
    try:
        return part.model.model_validate(value)
    except ValidationError as error:
        name = _name_of(value)
        for fault in error.errors(include_url=False):
            inner = tuple(step for step in fault["loc"] if not _is_tag(step, fault["loc"]))
            where = ".".join(str(step) for step in (name, *inner) if step != "")
            problems.append(Problem(parsed.file, parsed.line_of((*place, *inner)), where, explain(fault)))
        return None


def _is_tag(step: str | int, location: tuple[str | int, ...]) -> bool:
    """Pydantic puts the chosen kind of a condition in the path; the file does not have it."""
    return step in ("is", "fact", "all", "any", "not", "always") and location.count(step) > 1


def _name_of(value: object) -> str:
    if isinstance(value, Mapping):
        name = value.get("id") or value.get("form") or value.get("ecli")
        return name if isinstance(name, str) else ""
    return ""


def _placed(field: str, index: int | None, inner: Place, what: str, files: Mapping[str, Parsed]) -> Problem:
    part = next(part for part in PARTS if part.field == field)
    parsed = files[part.file]
    start: Place = () if part.key is None else (part.key,)
    place = start if index is None else (*start, index)
    values: Any = parsed.values  # Any: already validated, only the name is wanted
    for step in place:
        values = values[step]
    where = ".".join(str(step) for step in (_name_of(values), *inner) if step != "")
    return Problem(parsed.file, parsed.line_of((*place, *inner)), where, what)
