"""What people write in a field of the profile: read, with what is wrong in a sentence; nothing about a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from toolbox_cli.analysis.profile_fields import Field
from toolbox_cli.content.answers import answer_from
from toolbox_cli.content.people import people_finder
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.profile import ProfileKind, Words
from toolbox_cli.model.question import UNKNOWN, words_in

MOST_SIGNS = 200
_MAIL = re.compile(r"([a-z0-9][a-z0-9._+-]*)@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII)
_PHONE = re.compile(r"[0-9+(][0-9 ()/.-]*", re.ASCII)
_MOBILE = re.compile(r"(?:\+31|0031|0)0?6")


def words_from(
    catalogue: Catalogue, field: Field, texts: Sequence[str], people: Callable[[str], str] | None = None
) -> tuple[Words | None, str]:
    """Return what the texts stand for in this field, or None with what is wrong and what would be right.

    `people` says what is wrong with text about a person; whoever reads many fields makes it once.
    """
    if field.asks is None:
        return _running(catalogue, field.fact.kind, " ".join(" ".join(texts).split()), people or people_finder(catalogue))
    answer, fault = answer_from(field.asks, texts)
    if answer is None:
        return None, fault
    least, most = field.fact.least, field.fact.most
    if least is not None and most is not None and any(not least <= int(value) <= most for value in answer.values):
        return None, f"geef een aantal van {least} tot en met {most}"
    return words_in(field.asks, answer), ""


def _running(catalogue: Catalogue, kind: ProfileKind, text: str, people: Callable[[str], str]) -> tuple[Words | None, str]:
    if not text:
        return None, f"hier staat niets; vul iets in, of {UNKNOWN}"
    if text.lower() == UNKNOWN:
        return (UNKNOWN,), ""
    if len(text) > MOST_SIGNS:
        return None, f"dit is te lang; houd het bij {MOST_SIGNS} tekens"
    if not text.isprintable():
        return None, "hier staan tekens die niet te lezen zijn; typ het opnieuw"
    if kind is ProfileKind.MAIL:
        return _mail(catalogue, text.lower())
    if kind is ProfileKind.PHONE:
        return _phone(text)
    fault = people(text)
    return (None, fault) if fault else ((text,), "")


def _mail(catalogue: Catalogue, text: str) -> tuple[Words | None, str]:
    """An address of a desk: it begins with what a desk is called."""
    found = _MAIL.fullmatch(text)
    if found is None:
        return None, "dit is geen mailadres; schrijf bijvoorbeeld meldpunt@voorbeeld.nl"
    if re.split(r"[._+-]", found[1])[0] not in catalogue.personal.functional:
        return None, (
            "dit lijkt het mailadres van een persoon; geef een algemeen adres dat begint met een woord als info, meldpunt of receptie, "
            "of noteer alleen de functie"
        )
    return (text,), ""


def _phone(text: str) -> tuple[Words | None, str]:
    digits = re.sub(r"[^0-9+]", "", text)
    if not _PHONE.fullmatch(text) or not 3 <= len(digits.lstrip("+")) <= 13:
        return None, "dit is geen telefoonnummer; schrijf bijvoorbeeld 088 123 45 67 of 0900-8844"
    if _MOBILE.match(digits):
        return None, "een mobiel nummer is bijna altijd van één persoon; geef het algemene nummer van het team of loket"
    return (text,), ""
