"""Text in files and on the command line that is about a person: refused with the field named, and never repeated."""

from __future__ import annotations

from collections.abc import Callable

from toolbox_cli.model.catalogue import Catalogue


def refuse_people(field: str, text: str, catalogue: Catalogue) -> None:
    """Raise PersonalDataError when this text is about a person."""
    from toolbox_cli.search.personal import refuse_personal
    from toolbox_cli.search.personal_words import personal_words

    refuse_personal(personal_words(catalogue), field, text)


def about_people(text: str, catalogue: Catalogue) -> str:
    """Return what is wrong with text in a file that is about a person; empty when it is not."""
    return people_finder(catalogue)(text)


def people_finder(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what `about_people` says of one text after the other; the words to search with are put in order once, at the first."""
    from toolbox_cli.search.personal import kinds_of, personal_in
    from toolbox_cli.search.personal_words import Words, personal_words

    words: list[Words] = []

    def about(text: str) -> str:
        if not words:
            words.append(personal_words(catalogue))
        found = personal_in(text, words[0])
        return f"hier staat {kinds_of(found)}; haal dat weg" if found else ""

    return about


def without_people(text: str, catalogue: Catalogue) -> str:
    """Return the text with the kind of data in the place of what is about a person."""
    from toolbox_cli.search.personal import masked
    from toolbox_cli.search.personal_words import personal_words

    return masked(text, personal_words(catalogue))
