"""Where figures come from, how to read them with care, and what of the files was not used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.table import Column, Unused
from toolbox_cli.model.evidence import Description, EvidenceRules
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.evidence_words import period, ranges, rows_text
from toolbox_cli.reports.figure_text import number
from toolbox_cli.reports.words import day, listed, sentence

OWN = ("eigen lezing",)
MOST_RANGES, MOST_REASONS = 8, 12


def tell_source(document: Document, about: Description, files: Sequence[str], rows: str) -> None:
    """Add source, period, definition and who registered; what is not known stands as a gap with whom to ask."""
    ask = f"niet opgegeven; vraag na bij {about.source or about.registered_by or 'wie het bestand leverde'}"
    document.terms(
        (
            ("Bron", Line(about.source or ask)),
            ("Periode", Line(period(about) if about.start and about.end else f"niet volledig; {ask}")),
            ("Wat telt mee", Line(about.definition or f"{ask} wat als incident telt")),
            ("Wie registreert", Line(about.registered_by or ask)),
            ("Bestand", Line(listed(files))),
            ("Rijen", Line(rows)),
        )
    )


def rows_used(read: int, unused: int) -> str:
    """Return how many rows were read, counted and not counted."""
    return f"{number(read)} gelezen, {number(read - unused)} meegeteld, {number(unused)} niet"


def picture_rows(picture: Picture) -> str:
    """Return the same for a picture, unless it would give away a total."""
    return public_rows(picture.left_out) if picture.public else rows_used(picture.read, len(picture.unused))


def public_rows(left_out: int | None) -> str:
    """Return how many rows were not counted, as it may be published: nothing from which a small number follows."""
    if left_out is None:
        return "hoeveel rijen er zijn gelezen, staat niet in deze openbare versie"
    return f"{number(left_out)} rijen zijn niet meegeteld; waarom, staat niet in deze openbare versie"


def hides_rows(picture: Picture) -> bool:
    """Say whether the number of rows, a rate or a mean would give away a total that is not shown."""
    return picture.public and picture.total is None


def tell_cautions(document: Document, picture: Picture, rules: EvidenceRules) -> None:
    """Add what a reader must keep in mind, before any figure."""
    document.bullets([*_cautions(picture, rules), *(Line(sentence(text)) for text in picture.remarks)])


def _cautions(picture: Picture, rules: EvidenceRules) -> Iterator[Line]:
    yield Line("Geteld is wat is gezien, gemeld en geregistreerd. Niet iedereen meldt alles; het werkelijke aantal kan hoger zijn.", OWN)
    yield Line(
        "De cijfers zeggen niet wie het deed en niet waarom. Uit een aantal incidenten volgt niets over de bewoners van een opvanglocatie.",
        OWN,
    )
    about = picture.about
    for event in about.events:
        if about.start and about.end and about.start < event.on <= about.end:
            yield Line(
                f"Op {day(event.on)} veranderde er iets aan het registreren: {event.what}. "
                "Een stijging vanaf die dag kan komen doordat er meer wordt gemeld, niet doordat er meer gebeurt.",
                OWN,
            )
    if picture.trend.season and (picture.trend.change or picture.trend.per_place):
        yield Line(
            "De periode is korter dan twee jaar. Dan is een seizoen, zoals een drukke zomer, niet van een stijging of daling te scheiden.",
            OWN,
        )
    least = rules.limits.percentage_from
    if picture.total is not None and 0 < picture.total < least:
        yield Line(
            f"Het zijn weinig incidenten ({number(picture.total)}). Een paar meer of minder geeft al een ander beeld. "
            f"Onder {least} geeft dit programma daarom geen percentages; die grens is een keuze van het programma.",
            OWN,
        )


def tell_unused(document: Document, unused: Sequence[Unused], columns: Sequence[Column], rules: EvidenceRules, *, level: int = 2) -> None:
    """Add the rows and columns that were not used, each with its reason; never what stands in them."""
    rows = list(_unused_lines(unused))
    told = list(_column_lines(columns, {rule.id: rule.label for rule in rules.columns}))
    if rows or told:
        document.heading("Wat niet is gebruikt", level)
    document.bullets(rows)
    document.bullets(told)


def unused_groups(unused: Sequence[Unused]) -> Mapping[tuple[str, str], tuple[tuple[int, int], ...]]:
    """Return the rows that are not counted as ranges, by file and reason, the most frequent reason first."""
    found: dict[tuple[str, str], list[int]] = {}  # a million rows may be refused: one pass
    for item in unused:
        found.setdefault((item.file, item.reason), []).append(item.row)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return {key: ranges(rows) for key, rows in ordered}


def _unused_lines(unused: Sequence[Unused]) -> Iterator[Line]:
    groups = unused_groups(unused)
    many = len({file for file, _ in groups}) > 1
    for at, ((file, reason), found) in enumerate(groups.items()):
        if at == MOST_REASONS:
            yield Line(f"En nog {len(groups) - MOST_REASONS} redenen; alle staan in de uitvoer met --json.")
            return
        count = sum(last - first + 1 for first, last in found)
        where = f" ({f'{file}, ' if many else ''}{rows_text(found, MOST_RANGES)})"
        yield Line(f"{sentence(reason).rstrip('.')}: {number(count)} {'rij' if count == 1 else 'rijen'}{where}.")


def _named(name: str) -> str:
    """A name between quotes; a column that has no name to show goes by its place."""
    return name if re.fullmatch(r"kolom [A-Z]{1,3}", name) else f"'{name}'"


def _column(name: str) -> str:
    return shown if (shown := _named(name)) == name else f"kolom {shown}"


def _column_lines(columns: Sequence[Column], labels: Mapping[str, str]) -> Iterator[Line]:
    for column in columns:
        if column.refused:
            yield Line(
                f"{sentence(_column(column.name)).rstrip('.')} is geweigerd en niet overgenomen: {column.refused}.".replace("..", ".")
            )
    spare = [_named(column.name) for column in columns if not column.role and not column.refused]
    if spare:
        yield Line(f"Niet gebruikte kolommen: {listed(spare)}.")
    used = [f"{_named(column.name)} als {labels.get(column.role, column.role)}" for column in columns if column.role and not column.refused]
    if used:
        yield Line(f"Wel gebruikt: {listed(used)}.")
