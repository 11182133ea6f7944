"""Text in files and on the command line that is about a person: refused with the field named, and never repeated."""

from __future__ import annotations

from toolbox_cli.model.catalogue import Catalogue


def refuse_people(field: str, text: str, catalogue: Catalogue) -> None:
    """Raise PersonalDataError when this text is about a person."""
    from toolbox_cli.search.personal import refuse_personal
    from toolbox_cli.search.personal_words import personal_words

    refuse_personal(personal_words(catalogue), field, text)


def about_people(text: str, catalogue: Catalogue) -> str:
    """Return what is wrong with text in a file that is about a person; empty when it is not."""
    from toolbox_cli.search.personal import kinds_of, personal_in
    from toolbox_cli.search.personal_words import personal_words

    found = personal_in(text, personal_words(catalogue))
    return f"hier staat {kinds_of(found)}; haal dat weg" if found else ""


def without_people(text: str, catalogue: Catalogue) -> str:
    """Return the text with the kind of data in the place of what is about a person."""
    from toolbox_cli.search.personal import masked
    from toolbox_cli.search.personal_words import personal_words

    return masked(text, personal_words(catalogue))
