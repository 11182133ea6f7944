"""Requests that the law does not allow, recognised in free text. Pure; the words and grounds are data."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from toolbox_cli.errors import RefusedError
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import pattern_of, words_of

if TYPE_CHECKING:  # a look-up in an installed package needs no records
    from toolbox_cli.model.wording import RefusedRequest, Wording


class Place(Enum):
    """Where the text came in: as the name of a measure, in a full-text search, or where an answer was expected."""

    NAME = auto()
    SEARCH = auto()
    ANSWER = auto()


class Refusal(NamedTuple):
    """Why a request is refused: what was asked, the ground, the lawful route, and the entry that tells more."""

    measure: str
    asked: str
    ground: str
    route: str


class Guarded(NamedTuple):
    """One refused request with the words that give it away."""

    refusal: Refusal
    needs: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    in_answers: tuple[str, ...]
    unless: tuple[str, ...]
    in_search: bool


class Guard(NamedTuple):
    """All refused requests, and the words that say nothing by themselves."""

    requests: tuple[Guarded, ...]
    filler: tuple[str, ...]


def guard_of(wording: Wording) -> Guard:
    """Return the guard over the requests in the content, in their order."""
    lists = {item.id: item for item in wording.lists}
    return Guard(tuple(_guarded(request, wording) for request in wording.requests), words_of(lists, wording.filler))


def refusal_of(guard: Guard, text: str, place: Place = Place.NAME) -> Refusal | None:
    """Return why the request in this text is refused, or None when nothing in it is."""
    said = plain(text)
    return next((request.refusal for request in guard.requests if _asks_for(request, said, place, guard.filler)), None)


def error_of(refusal: Refusal, where: str = "") -> RefusedError:
    """Return the refusal as an error: what cannot be, and as its hint the ground, the lawful route and where to read on."""
    hint = f"Grond: {refusal.ground}\nWat wel kan: {refusal.route}\nLees verder: toolbox measure {refusal.measure}"
    return RefusedError(f"{where}dit kan niet: {refusal.asked}", hint)


def _guarded(request: RefusedRequest, wording: Wording) -> Guarded:
    lists = {item.id: item for item in wording.lists}

    def together(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word for name in names for word in words_of(lists, name))

    return Guarded(
        Refusal(request.measure, request.asked, request.because, request.route),
        tuple(words_of(lists, name) for name in request.needs),
        together(request.alone),
        together(request.in_answers),
        together(request.unless),
        request.in_search,
    )


def _asks_for(request: Guarded, said: str, place: Place, filler: tuple[str, ...]) -> bool:
    if pattern_of(request.unless).search(said) or (place is Place.SEARCH and not request.in_search):
        return False
    if place is Place.ANSWER and pattern_of(request.in_answers).search(said):
        return True
    if all(pattern_of(words).search(said) for words in request.needs):
        return True
    return place is not Place.SEARCH and _says_only(request.alone, said, filler)


def _says_only(words: tuple[str, ...], said: str, filler: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the text and nothing else that means something."""
    rest, count = pattern_of(words).subn(" ", said)
    return count > 0 and not pattern_of(filler).sub(" ", rest).split()
