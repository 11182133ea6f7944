"""What people write in their own words: one line, without personal data, asking for nothing the law does not allow."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from toolbox_cli.errors import RefusedError, ToolboxError, UsageError

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue, Form

MOST_SIGNS = 500
LEAST_WORDS = 3


def checked_text(catalogue: Catalogue, field: str, text: str) -> str:
    """Return the text as it may be kept, perhaps empty; raises an error that names the field and says what would be right."""
    from toolbox_cli.search.guard import Place, error_of, guard_of, refusal_of

    kept = plain_text(catalogue, field, text)
    refusal = refusal_of(guard_of(catalogue.wording), kept, Place.SEARCH)  # as in a search: here words are used, not asked for
    if refusal is not None:
        raise error_of(refusal, f"{field}: ")
    return kept


def plain_text(catalogue: Catalogue, field: str, text: str) -> str:
    """Return the text on one line and without personal data, whatever it asks for; raises an error that names the field otherwise."""
    from toolbox_cli.content.people import refuse_people

    kept = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text).strip()
    if not kept.isprintable():
        raise UsageError(f"{field}: schrijf één regel gewone tekst, zonder tabs of onzichtbare tekens")
    if len(kept) > MOST_SIGNS:
        raise UsageError(f"{field}: dit zijn {len(kept)} tekens; schrijf het korter, hooguit {MOST_SIGNS}")
    refuse_people(field, kept, catalogue)
    return kept


def checked_title(catalogue: Catalogue, field: str, text: str) -> str:
    """Return the text as it may be kept, perhaps empty; raises RefusedError when it names people by who they are."""
    return without_origin(catalogue, field, checked_text(catalogue, field, text))


def checked_figures(catalogue: Catalogue, field: str, text: str) -> str:
    """Return what is said of figures; raises RefusedError when it selects people by origin or status."""
    from toolbox_cli.evidence.people import people_in

    kept = plain_text(catalogue, field, text)
    return _counting_events(field, _origin(catalogue, kept) or people_in(catalogue.evidence.people, kept), kept)


def checked_definition(catalogue: Catalogue, field: str, text: str) -> str:
    """Return what counts in a registration; raises RefusedError for origin. Status may stand in it: then the report says so on top."""
    from toolbox_cli.evidence.people import people_in
    from toolbox_cli.search.reasons import origin_beside

    kept = plain_text(catalogue, field, text)
    found = origin_beside(catalogue.wording, kept, lambda word: people_in(catalogue.evidence.people, word))
    return _counting_events(field, found, kept)


def _origin(catalogue: Catalogue, kept: str) -> tuple[str, ...]:
    from toolbox_cli.search.reasons import origin_in

    return origin_in(catalogue.wording, kept)


def _counting_events(field: str, words: Sequence[str], kept: str) -> str:
    if words:
        raise RefusedError(
            f"{field}: dit kan hier niet staan: '{words[0]}' zegt wie mensen zijn, niet wat er gebeurde",
            "Cijfers naar herkomst of status maken onderscheid tussen groepen en zijn geen grond voor een maatregel.\n"
            "Wat wel kan: tel gedrag, plaats en tijd, bijvoorbeeld 'meldingen van overlast rond de opvanglocatie'.",
        )
    return kept


def checked_why(catalogue: Catalogue, field: str, text: str) -> str:
    """Return why an answer goes before others, perhaps empty; raises an error when it is no reason or rests on who somebody is."""
    return _worded(field, checked_title(catalogue, field, text))


def checked_drop(catalogue: Catalogue, field: str, text: str) -> str:
    """Return the reason why a measure is dropped, perhaps empty; it may name what the law does not allow, but not who somebody is."""
    return _worded(field, without_origin(catalogue, field, plain_text(catalogue, field, text)))


def checked_reason(catalogue: Catalogue, field: str, text: str, form: Form) -> str:
    """Return the reason to choose this form; raises RefusedError when it rests on who somebody is, or on punishment."""
    from toolbox_cli.model.measure import MeasureClass

    kept = checked_title(catalogue, field, text)
    if form.measure.kind is MeasureClass.REPRESSIVE:
        _without_punishment(catalogue, f"{field}: dit kan geen reden zijn", kept)
    return _worded(field, kept)


def checked_plan(catalogue: Catalogue, field: str, text: str) -> str:
    """Return what is filled in for a plan, perhaps empty; raises RefusedError for who people are, and for punishment as an aim."""
    kept = checked_title(catalogue, field, text)
    _without_punishment(catalogue, f"{field}: dit kan hier niet staan", kept)
    return kept


def _without_punishment(catalogue: Catalogue, field: str, kept: str) -> None:
    from toolbox_cli.search.reasons import punishment_in

    if words := punishment_in(catalogue.wording, kept):
        raise RefusedError(
            f"{field}: '{words[0]}' maakt er een straf van",
            "Wat wel kan: zeg welke nieuwe verstoring hiermee wordt voorkomen. Straffen is aan OM en rechter.",
        )


def without_origin(catalogue: Catalogue, field: str, kept: str) -> str:
    """Return the text; raises RefusedError when it says who somebody is."""
    from toolbox_cli.search.reasons import origin_in

    if words := origin_in(catalogue.wording, kept):
        raise RefusedError(
            f"{field}: dit kan hier niet staan: '{words[0]}' zegt wie iemand is of bij welke groep die hoort, niet wat er gebeurde",
            "Wat wel kan: noem het eigen gedrag van de persoon, de plaats en de tijd.",
        )
    return kept


def _worded(field: str, kept: str) -> str:
    if kept and len(kept.split()) < LEAST_WORDS:
        raise UsageError(f"{field}: schrijf in een paar woorden waarom")
    return kept


def asked_text(hint: str, check: Callable[[str], str]) -> str:
    """Ask for text until it may be kept; return it, empty when nothing was typed. Raises EOFError when input ends or at `stop`."""
    from toolbox_cli.cli.output import tell
    from toolbox_cli.cli.prompts import Order, line_of, move_of

    while True:
        line = line_of(hint)
        if move_of(line) is Order.STOP:
            raise EOFError
        try:
            return check(line)
        except ToolboxError as error:
            tell(f"{error.message[:1].upper()}{error.message[1:]}. {error.hint}".strip())
