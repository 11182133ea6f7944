"""Plain values to records of one part, with the place of each; what cannot be read becomes a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from toolbox_cli.content.read import Parsed, Place
from toolbox_cli.content.wording import explain
from toolbox_cli.errors import Problem

if TYPE_CHECKING:
    from toolbox_cli.content.load import Part


@dataclass(frozen=True)
class Found:
    """The valid records of one part, the file and the place in it of each, and the names of those that are not valid."""

    records: Any  # one record, or a tuple of them
    places: tuple[tuple[Parsed, int], ...] = ()
    faulty: tuple[str, ...] = ()
    complete: bool = True


def records_in(part: Part, parsed: Parsed | None, problems: list[Problem]) -> Found:
    """Return the valid records of one part; each fault in the others is added to the problems."""
    if parsed is None:
        return Found(None if part.single else ())
    values: Any = parsed.values  # Any: whatever the YAML file holds
    if part.key is not None:
        values = values.get(part.key) if isinstance(values, dict) else None
    place = place_of(part)
    if part.single:
        return Found(_record(part, values, parsed, place, problems))
    if not isinstance(values, list):
        problems.append(Problem(parsed.file, parsed.line_of(place), part.key or "", "hier hoort een lijst te staan"))
        return Found(())
    read = [_record(part, value, parsed, (*place, index), problems) for index, value in enumerate(values)]
    valid = tuple(index for index, record in enumerate(read) if record is not None)
    faulty = tuple(name for value, record in zip(values, read, strict=True) if record is None for name in names_in(value))
    places = tuple((parsed, index) for index in valid)
    return Found(tuple(read[index] for index in valid), places, faulty, len(valid) == len(read))


def place_of(part: Part) -> Place:
    """Return where in its file a part stands."""
    return () if part.key is None else (part.key,)


def _record(part: Part, value: Any, parsed: Parsed, place: Place, problems: list[Problem]) -> BaseModel | None:  # Any: as above
    try:
        return part.model.model_validate(value)
    except ValidationError as error:
        name = name_of(value)
        for fault in error.errors(include_url=False):
            inner = tuple(step for step in fault["loc"] if not str(step).startswith("#"))
            where = ".".join(str(step) for step in (name, *inner) if step != "")
            problems.append(Problem(parsed.file, parsed.line_of((*place, *inner)), where, explain(fault)))
        return None


def name_of(value: object) -> str:
    """Return what a record is called in its file; empty when it has no name."""
    if isinstance(value, Mapping):
        keys = ("id", "form", "ecli", "article", "power", "condition")
        name = next((value[key] for key in keys if value.get(key)), "")
        return name if isinstance(name, str) else ""
    return ""


def names_in(value: object) -> Iterator[str]:
    """The ids in a record that could not be read, so that references to it are not called wrong as well."""
    if isinstance(value, Mapping):
        yield name_of(value)
        if isinstance(section := value.get("section"), str):
            yield section
        for item in value.values():
            if isinstance(item, list):
                for one in item:
                    yield from names_in(one)
