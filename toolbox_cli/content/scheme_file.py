"""A scheme that the user brings: the same record and the same checks as the shipped ones, with the user's own source."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from toolbox_cli.content.check_schemes import wrong_in
from toolbox_cli.content.people import people_finder
from toolbox_cli.content.read import Parsed, Place, Value, parse_yaml, read_text
from toolbox_cli.content.sources import known_sources
from toolbox_cli.content.walk import texts_of
from toolbox_cli.content.wording import explain
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.scheme import Scheme
from toolbox_cli.search.names import plain

KIND, VERSION, KEY = "regeling", "1", "regeling"
OWN_SOURCE = "eigen bron "
HINT = "Een bestand om in te vullen: toolbox spuk-estimate --scheme-template > regeling.yaml"


def read_scheme(path: Path, catalogue: Catalogue) -> Scheme:
    """Return the scheme in a file; raises ContentError with every fault in it."""
    parsed = parse_yaml(read_text(path, str(path)), str(path))
    root = parsed.values
    if (
        not isinstance(root, dict)
        or (root.get("toolbox"), root.get("version")) != (KIND, VERSION)
        or set(root) != {"toolbox", "version", KEY}
    ):
        what = f"dit is geen regeling voor toolbox; schrijf toolbox: {KIND}, version: {VERSION} en {KEY}:. {HINT}"
        raise ContentError([Problem(str(path), 1, "", what)])
    found = _faults(parsed, root.get(KEY), catalogue)
    if isinstance(found, Scheme):
        return found
    raise ContentError([Problem(str(path), parsed.line_of((KEY, *place)), _where(place), what) for place, what in found])


def _faults(parsed: Parsed, value: Value, catalogue: Catalogue) -> Scheme | list[tuple[Place, str]]:
    people = people_finder(catalogue)
    personal = [(place[1:], people(text)) for place, text in _texts(parsed.values, ()) if people(text)]
    if personal:
        return personal
    try:
        scheme = Scheme.model_validate(value)
    except ValidationError as error:
        return [(fault["loc"], explain(fault)) for fault in error.errors(include_url=False)]
    faults = [*wrong_in(scheme), *_references(scheme, catalogue)]
    return faults or scheme


def _texts(value: Value, place: Place) -> list[tuple[Place, str]]:
    if isinstance(value, str):
        return [(place, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in items for found in _texts(inner, (*place, key))]


def _references(scheme: Scheme, catalogue: Catalogue) -> list[tuple[Place, str]]:
    """Sources and measures that do not exist; an id that a shipped scheme has; nothing of the user's own as a source."""
    found: list[tuple[Place, str]] = []
    known = known_sources(catalogue)
    names = {measure.id for measure in catalogue.measures} | set(catalogue.form_by_id)
    if scheme.id in catalogue.scheme_by_id:
        found.append((("id",), "zo heet al een regeling van toolbox; geef een andere id"))
    if plain(scheme.name) in {plain(item.name) for item in catalogue.schemes}:
        found.append((("name",), "zo heet al een regeling van toolbox; geef een andere naam, zodat niemand ze verwart"))
    if not any(source.startswith(OWN_SOURCE) for source in scheme.source):
        found.append((("source",), "noem uw eigen bron: 'eigen bron NAAM; gelezen jjjj-mm-dd'"))
    for place, key, text in texts_of(scheme):
        source = text.split(":")[0] if text.startswith("art ") else text
        if key == "source" and not text.startswith(OWN_SOURCE) and source not in known:
            found.append((place, "deze bron kent toolbox niet; schrijf 'eigen bron NAAM; gelezen jjjj-mm-dd'"))
        if key in ("pays", "pays_not") and text not in names:
            found.append((place, "deze maatregel bestaat niet; toolbox measure noemt alle maatregelen"))
    return found


def _where(place: Place) -> str:
    return ".".join(str(step) for step in place)


def template() -> str:
    """Return a made-up scheme to fill in."""
    return Path(__file__).with_name("regeling-voorbeeld.yaml").read_text("utf-8")
