"""What people answered, as a report: per group, each apart, with what the answers do not say; and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from toolbox_cli.evidence.survey import NOT_SHOWN, Answered, Asked, Respondents, Survey
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.evidence_json import columns_json, description_json, unused_json
from toolbox_cli.reports.evidence_origin import public_rows, rows_used, tell_unused
from toolbox_cli.reports.evidence_words import period
from toolbox_cli.reports.figure_text import HIDDEN, number, percent
from toolbox_cli.reports.words import cite, listed, sentence

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
APART = "De groepen staan apart en zijn niet bij elkaar opgeteld."
SEVERAL = "Mensen konden meer dan één antwoord geven; de aantallen tellen daarom niet op tot het aantal mensen."
OTHER = "een ander antwoord (niet getoond)"
UNREAD = (
    "Open antwoorden: niet gelezen. Zet er een kolom 'Thema' bij met per antwoord een paar vaste woorden; dan worden de thema's geteld."
)
_NO_PERIOD = "niet opgegeven; geef met --survey-period over welke dagen de enquête gaat"


def compose_survey(document: Document, catalogue: Catalogue, surveys: Sequence[Survey], *, level: int = 2) -> None:
    """Add what each survey says: who answered, then each question with the answers per group."""
    for survey in surveys:
        source = survey.about.source or survey.file
        document.heading(sentence(source).rstrip(".") if "enquête" in source.lower() else f"Enquête: {source}", level)
        _who(document, catalogue, survey, level + 1)
        for asked in survey.questions:
            _question(document, catalogue, survey, asked, level + 1)
        _not_read(document, catalogue, survey, level + 1)


def survey_sentence(survey: Survey) -> str:
    """Return who answered in a survey, group by group; a number that is not shown in public stays out."""
    groups = listed(f"{number(group.number)} {group.label}" if group.number is not None else group.label for group in survey.groups)
    return f"Enquête ({survey.about.source or survey.file}): antwoorden van {groups}; de groepen staan apart."


def answer_cell(answered: Answered, label: str, least: int) -> str:
    """Return how many people of a group gave an answer, with the share where enough people answered: '12 (30%)'."""
    count = next((item.number for item in answered.counts.items if item.label == label), None)
    return share_cell(count, answered.number, least)


def share_cell(count: int | None, of: int | None, least: int) -> str:
    """Return a number with its share of a whole that is large enough for a percentage: '12 (30%)', otherwise '12'."""
    if count is None or of is None or of < least:
        return number(count)
    return f"{number(count)} ({percent(count / of)})"


def answer_name(label: str) -> str:
    """Return an answer as a reader sees it."""
    return OTHER if label == NOT_SHOWN else label


def _who(document: Document, catalogue: Catalogue, survey: Survey, level: int) -> None:
    rows = public_rows(survey.left_out) if survey.read is None else rows_used(survey.read, len(survey.unused))
    _source(document, survey, rows)
    document.heading("Wie antwoordde", level)
    least = catalogue.evidence.limits.percentage_from
    document.table(("groep", "antwoordden", "gevraagd", "respons"), [_respondents(group, least) for group in survey.groups])
    document.paragraph(APART)
    if survey.caution:
        caution = catalogue.evidence.survey.caution
        document.callout(Tone.NOTE, caution.text, [cite(catalogue, source) for source in caution.source])
    document.bullets([Line(sentence(text)) for text in survey.remarks])


def _source(document: Document, survey: Survey, rows: str) -> None:
    about = survey.about
    document.terms(
        (
            ("Bron", Line(about.source or "niet opgegeven")),
            ("Periode", Line(period(about) if about.start and about.end else _NO_PERIOD)),
            ("Wie is gevraagd", Line(about.definition or "niet opgegeven; zeg hoe de deelnemers zijn gekozen")),
            ("Wie vroeg het", Line(about.registered_by or "niet opgegeven")),
            ("Bestand", Line(survey.file)),
            ("Rijen", Line(rows)),
        )
    )


def _respondents(group: Respondents, least: int) -> tuple[str, ...]:
    invited = "niet bekend" if group.invited is None else number(group.invited)
    response = "niet te zeggen" if group.response is None or (group.invited or 0) < least else percent(group.response)
    return group.label, number(group.number), invited, response


def _question(document: Document, catalogue: Catalogue, survey: Survey, asked: Asked, level: int) -> None:
    document.heading(asked.text if not asked.theme else f"{asked.text} (thema's van open antwoorden)", level)
    labels = {group.id: group.label for group in survey.groups}
    groups = [one for one in asked.groups if one.number != 0]
    least = catalogue.evidence.limits.percentage_from
    rows = [(answer_name(label), *(answer_cell(one, label, least) for one in groups)) for label in asked.answers]
    total = ("mensen die antwoordden", *(number(one.number) for one in groups))
    document.table(("antwoord", *(labels.get(one.group, one.group) for one in groups)), [*rows, total])
    document.paragraph(SEVERAL if asked.several else "", muted=True)
    small = [labels.get(one.group, one.group) for one in groups if one.number is not None and one.number < least]
    if small:
        document.paragraph(f"Geen percentage bij {listed(small)}: daar antwoordden minder dan {least} mensen.", muted=True)


def _not_read(document: Document, catalogue: Catalogue, survey: Survey, level: int) -> None:
    if survey.open_columns:
        document.heading("Open antwoorden", level)
        document.paragraph(f"{UNREAD} Het gaat om: {listed(chr(39) + name + chr(39) for name in survey.open_columns)}.")
    if any(NOT_SHOWN in asked.answers for asked in survey.questions):
        document.paragraph(
            "Een antwoord is niet getoond als één persoon het in eigen woorden gaf, of als het over een persoon of herkomst gaat.",
            muted=True,
        )
    if any(
        one.counts.items and any(item.number is None for item in one.counts.items) for asked in survey.questions for one in asked.groups
    ):
        least = catalogue.evidence.limits.public_from
        document.paragraph(f"{HIDDEN} is een aantal onder {least} (ook nul), of een aantal waaruit dat is terug te rekenen.", muted=True)
    named = [column for column in survey.columns if column.refused]
    tell_unused(document, survey.unused, named, catalogue.evidence, level=level)


def survey_json(catalogue: Catalogue, survey: Survey) -> Json:
    """Return the counts of one survey per group; null is a number that is not known or not shown."""
    least = catalogue.evidence.limits.percentage_from
    return {
        "public": survey.public,
        "about": description_json(survey.about),
        "file": survey.file,
        "rows_read": survey.read,
        "rows_unused": survey.left_out if survey.read is None else len(survey.unused),
        "unused": None if survey.read is None else unused_json(survey.unused),
        "columns": columns_json(survey.columns),
        "open_columns": list(survey.open_columns),
        "remarks": list(survey.remarks),
        "caution": catalogue.evidence.survey.caution.text if survey.caution else None,
        "groups": [
            {"id": group.id, "label": group.label, "answered": group.number, "invited": group.invited, "response": group.response}
            for group in survey.groups
        ],
        "questions": [
            {
                "text": asked.text,
                "theme": asked.theme,
                "several_answers": asked.several,
                "question": asked.question or None,
                "groups": [
                    {"group": one.group, "answered": one.number, "answers": list(_answers(asked, one, least))} for one in asked.groups
                ],
            }
            for asked in survey.questions
        ],
    }


def _answers(asked: Asked, one: Answered, least: int) -> Iterator[Json]:
    for item in one.counts.items:
        whole = one.number is not None and one.number >= least and item.number is not None
        yield {
            "answer": None if item.label == NOT_SHOWN else item.label,
            "means": asked.meaning.get(item.label) or None,
            "number": item.number,
            "share": (item.number or 0) / (one.number or 1) if whole else None,
        }
