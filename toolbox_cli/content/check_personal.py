"""Nobody is named in the content: no names, numbers, addresses or birth dates of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import every, texts_of
from toolbox_cli.model.base import Record
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.search.personal import is_functional, kinds_of, personal_in
from toolbox_cli.search.personal_numbers import MAIL, Found
from toolbox_cli.search.personal_words import Words, words_from

_NO_PROSE = ("url", "bwb_id", "contacts", "id", "source", "published", "text_date", "foreign")
_ELSEWHERE = ("fingerprints", "personal")  # hashes; the lists of names themselves


def nobody_named(catalogue: Catalogue, among: Callable[[Record], bool] = every) -> Iterator[Fault]:
    """No record holds the name, number, address or birth date of a person; of a desk info@… and what 'contacts' lists.

    The names in the content itself count as names here, or nobody in it would ever be found.
    """
    words = words_from(catalogue.personal, frozenset(catalogue.vocabulary[0]), frozenset(), catalogue.wording.contacts)
    for field in type(catalogue).model_fields:
        if field in _ELSEWHERE:
            continue
        records = getattr(catalogue, field)
        for index, record in enumerate(records) if isinstance(records, tuple) else ((None, records),):
            for place, key, text in texts_of(record) if among(record) else ():
                if key not in _NO_PROSE and (found := _of_people(text, words)):
                    what = _SOMEBODY_OWN if catalogue.is_own(record) else _SOMEBODY
                    yield Fault(field, index, place, what.format(kinds_of(found)))


def _of_people(text: str, words: Words) -> list[Found]:
    found = personal_in(text, words)
    return [one for one in found if one.kind != MAIL or not is_functional(text[one.start : one.end], words)]


_SOMEBODY = (
    "hier staat {}; haal het weg. Een meldpunt hoort bij 'contacts' in wording.yaml, een plaats of zaak bij 'known' in personal.yaml"
)
_SOMEBODY_OWN = "hier staat {}; haal het weg, of zet dit onderdeel, als het een meldpunt is, met de reden bij 'accepted' in wording.yaml"
