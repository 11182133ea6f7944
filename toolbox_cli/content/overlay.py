"""A folder with a municipality's own content: read like the shipped files and added behind them, never in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolbox_cli.content.read import Parsed, Place, read_yaml
from toolbox_cli.content.records import Found, name_of, names_in, place_of, records_in
from toolbox_cli.errors import ContentError, Problem, in_dutch

if TYPE_CHECKING:
    from toolbox_cli.content.load import Part

OWN = frozenset(
    {
        "laws", "articles", "rulings", "documents", "powers", "conditions", "procedures", "standards", "boa_mandates", "facts", "rules",
        "steps", "measures", "relations", "partners", "practices", "accepted",
    }
)  # fmt: skip
_EXAMPLE = "Een map met een voorbeeld maakt u met: toolbox content own MAP"


def read_own(folder: Path, parts: Sequence[Part], problems: list[Problem]) -> dict[str, Found]:
    """Return the municipality's own records by part; raises ContentError when this is no folder with content."""
    allowed = [part for part in parts if part.field in OWN]
    files = {path.name: _read(path, problems) for path in own_files(folder) if _known(path, parts, problems)}
    found: dict[str, Found] = {}
    for name, parsed in files.items():
        here = [part for part in allowed if part.file == name]
        if parsed is not None and parsed.values is not None and _keys_right(here, parsed, problems):
            found |= {part.field: records_in(part, parsed, problems) for part in here if _is_there(part, parsed)}
    if not problems and not any(one.records for one in found.values()):
        raise _no_content(folder, "in deze map staat geen inhoud")
    return found


def own_files(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files in a folder with own content, by name; raises ContentError when there are none."""
    if not folder.exists():
        raise _no_content(folder, "deze map bestaat niet; geef een map met eigen inhoud")
    if not folder.is_dir():
        raise _no_content(folder, "dit is geen map; geef een map met eigen inhoud")
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith("."))
    except OSError as error:
        raise _no_content(folder, f"deze map kan niet worden gelezen ({in_dutch(error)})") from None
    if not found:
        raise _no_content(folder, "in deze map staan geen YAML-bestanden")
    return tuple(found)


def joined(part: Part, shipped: Found, own: Found | None, problems: list[Problem]) -> Found:
    """Return the shipped records with the own ones behind them; an own record with a name that exists is a problem and is left out."""
    if own is None:
        return shipped
    taken = dict(_named(part, shipped))
    clashing: set[int] = set()
    for number, (parsed, index) in enumerate(own.places):
        for name, inner in _names(part, parsed, index):
            if name in taken:
                clashing.add(number)
                what = f"'{name}' staat al in {taken[name]}; eigen inhoud voegt alleen toe, dus kies een andere naam"
                problems.append(Problem(parsed.file, parsed.line_of(inner), name, what))
    kept = [number for number in range(len(own.places)) if number not in clashing]
    faulty = (name for number in sorted(clashing) for name in names_in(_value(part, *own.places[number])))
    return Found(
        (*shipped.records, *(own.records[number] for number in kept)),
        (*shipped.places, *(own.places[number] for number in kept)),
        (*shipped.faulty, *own.faulty, *faulty),
        shipped.complete and own.complete and not clashing,
    )


def blamed(problem: Problem, folder: Path) -> Problem:
    """Return a problem that says so when it stands in the shipped content but comes from the own content, since that was sound before."""
    if Path(problem.file).parent == folder:
        return problem
    return replace(problem, what=f"{problem.what} (dit komt door de eigen inhoud in {folder})")


def _no_content(folder: Path, what: str) -> ContentError:
    problem = Problem(str(folder), None, "", what)
    error = ContentError([problem], str(problem))
    error.hint = _EXAMPLE
    return error


def _known(path: Path, parts: Sequence[Part], problems: list[Problem]) -> bool:
    """Whether this file may be in a folder with own content."""
    may = list(dict.fromkeys(part.file for part in parts if part.field in OWN))
    if path.name in may:
        return True
    if path.name in {part.file for part in parts}:
        what = "dit bestand hoort bij de meegeleverde inhoud en kan niet in eigen inhoud staan"
    else:
        near = get_close_matches(f"{path.stem.lower()}.yaml", may, n=1)
        what = f"zo'n bestand wordt niet gelezen; bedoelt u {near[0]}?" if near else "zo'n bestand wordt niet gelezen"
    problems.append(Problem(str(path), None, "", f"{what}{'' if what.endswith('?') else ';'} wel kan: {', '.join(may)}"))
    return False


def _read(path: Path, problems: list[Problem]) -> Parsed | None:
    try:
        return read_yaml(path)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _keys_right(parts: Sequence[Part], parsed: Parsed, problems: list[Problem]) -> bool:
    """Whether the file has the headings of its kind and no others; a file without headings is a list."""
    keys = [part.key for part in parts if part.key is not None]
    if not keys:
        return True
    if not isinstance(parsed.values, dict):
        what = f"dit bestand begint met een kop: {' of '.join(f'{key}:' for key in keys)}"
        problems.append(Problem(parsed.file, parsed.line_of(()), "", what))
        return False
    for key in parsed.values:
        if key not in keys:
            what = f"deze kop kan niet in eigen inhoud staan; wel kan: {', '.join(keys)}"
            problems.append(Problem(parsed.file, parsed.line_of((key,)), key, what))
    return True


def _is_there(part: Part, parsed: Parsed) -> bool:
    return part.key is None or (isinstance(parsed.values, dict) and part.key in parsed.values)


def _named(part: Part, found: Found) -> list[tuple[str, str]]:
    """Every name in the shipped content with the file and line where it stands."""
    every = ((name, parsed, inner) for parsed, index in found.places for name, inner in _names(part, parsed, index))
    return [(name, f"{parsed.file}:{parsed.line_of(inner)}") for name, parsed, inner in every]


def _names(part: Part, parsed: Parsed, index: int) -> list[tuple[str, Place]]:
    """What a record is called, and the forms of a measure, each with its place."""
    start = (*place_of(part), index)
    value = _value(part, parsed, index)
    own = name_of(value)
    names = [(own, (*start, "id"))] if own else []
    for at, variant in enumerate(value.get("variants") or ()):
        if (name := name_of(variant)) and name != own:
            names.append((name, (*start, "variants", at, "id")))
    return names


def _value(part: Part, parsed: Parsed, index: int) -> Any:  # Any: a record as it stands in the file, already found to be valid
    values: Any = parsed.values
    for step in (*place_of(part), index):
        values = values[step]
    return values
