"""The one page that decides: the problem, what is not known, what is asked to decide, what to do this week, what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolbox_cli.analysis.assess import Assessment, Grade
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question
from toolbox_cli.reports.advice import refused, tell_requests
from toolbox_cli.reports.advice_measures import OVERVIEW, overview_rows
from toolbox_cli.reports.advice_rest import put
from toolbox_cli.reports.decisions import DECIDED as DECIDED_AS
from toolbox_cli.reports.decisions import measure_name, standing_text
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import Record, is_estimate
from toolbox_cli.reports.own import record_label
from toolbox_cli.reports.page_room import ONE, PAGE, SEVERAL, Room, lines_of
from toolbox_cli.reports.problem import gaps, problem_text, shown, who_knows
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import decisions_for, heard_by, may_read, seen_by
from toolbox_cli.reports.words import GRADE, day, listed

MOST_DOUBTS, LEAST_ASKED = 2, 2
UNKNOWN, DECIDE, WEEK, DECIDED = "Wat niet vaststaat", "Wat wij vragen te besluiten", "Deze week", "Wat al is besloten"
_STOP = re.compile(r"(?<=[.!?])\s+")


def tell_page(document: Document, catalogue: Catalogue, dossier: Dossier, reader: Reader) -> None:
    """Add the first page; assumptions stand before what is asked."""
    document.paragraph(f"{standing_on(dossier)} Na deze bladzijde: alle gronden, bronnen en eerste stappen.", muted=True)
    made = (_page(catalogue, dossier.records, reader, room) for room in ((ONE,) if len(dossier.records) == 1 else SEVERAL))
    page = next(made)
    while lines_of(page) > PAGE and (shorter := next(made, None)):
        page = shorter
    document.blocks += page.blocks


def _page(catalogue: Catalogue, records: Sequence[Record], reader: Reader, room: Room) -> Document:
    """The page below its title, with as much of each as there is room for."""
    document = Document()
    document.heading("Het probleem")
    _tell_problems(document, catalogue, records, reader, room)
    _tell_refused(document, catalogue, records)
    document.heading(UNKNOWN)
    _tell_unknown(document, catalogue, records, reader, room)
    document.heading(DECIDE)
    _tell_decision(document, catalogue, records, room)
    document.heading(WEEK)
    _tell_week(document, catalogue, records, reader, room)
    _tell_decided(document, catalogue, records, reader, room)
    return document


def _tell_problems(document: Document, catalogue: Catalogue, records: Sequence[Record], reader: Reader, room: Room) -> None:
    """The only problem in a paragraph; each of several on a line, with its title alone when there is room for no more."""
    if len(records) == 1:
        document.paragraph(_in_short(catalogue, records[0], reader, room.sentences))
        return
    titles = [_titled(record) for record in records]
    told = [_in_short(catalogue, item, reader, room.sentences or int(not title)) for item, title in zip(records, titles, strict=True)]
    document.bullets([Line(f"{of_problem(item)}{a}{b}".strip()) for item, a, b in zip(records, titles, told, strict=True)])


def standing_on(dossier: Dossier) -> str:
    """Return of which day the advice is, as a sentence."""
    return f"Stand op {day(dossier.on)}." if dossier.on else "Datum van deze stand: niet ingevuld."


def _tell_refused(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    """What was asked and cannot be done; with several problems what can instead stands with the grounds."""
    assessments = [record.assessment for record in records]
    lines = refused(catalogue, assessments)
    if len(records) == 1:
        tell_requests(document, catalogue, assessments)
    elif lines:
        text = " ".join(dict.fromkeys(_STOP.split(line.text)[0] for line in lines))
        document.callout(Tone.NOTE, text, tuple(dict.fromkeys(name for line in lines for name in line.sources)))


def problem_name(record: Record) -> str:
    """Return the short name of one of several problems; empty for the only one."""
    return record.problem.id.capitalize() if record.problem else ""


def of_problem(record: Record) -> str:
    """Return 'Station: ' in front of what is about one of several problems; empty for the only one."""
    return f"{problem_name(record)}: " if record.problem else ""


def _titled(record: Record) -> str:
    return f"{record.problem.title.rstrip('.')}. " if record.problem and record.problem.title else ""


def _in_short(catalogue: Catalogue, record: Record, reader: Reader, most: int) -> str:
    return " ".join(_STOP.split(problem_text(catalogue, seen_by(catalogue, record.assessment, reader)))[:most])


def _tell_unknown(document: Document, catalogue: Catalogue, records: Sequence[Record], reader: Reader, room: Room) -> None:
    lines = [line for record in records for line in _doubts(record, reader)][: min(MOST_DOUBTS, room.unknown)]
    found = _asked(catalogue, records)
    readable = {question: owners for question, owners in found.items() if may_read(reader, question)}
    most = max(LEAST_ASKED if len(records) == 1 else 1, room.unknown - len(lines))
    first = list(readable.items())[:most]
    lines += [Line(_unknown(catalogue, question, owners, records)) for question, owners in first]
    document.bullets(lines or [Line("Op de vragen die tellen is een antwoord, en geen bron spreekt een andere tegen.")])
    document.paragraph(_others(len(readable) - len(first), len(found) - len(readable)), muted=True)


def _others(rest: int, closed: int) -> str:
    """How much else is not known, and how much only the driehoek reads of."""
    parts = [f"{rest} {_points(rest)} bij de gronden"] if rest else []
    parts += [f"{closed} {_points(closed)} alleen in de stukken van de driehoek"] if closed else []
    return f"Ook niet bekend: {listed(parts)}." if parts else ""


def _points(count: int) -> str:
    return "punt" if count == 1 else "punten"


def _more(count: int) -> Iterator[str]:
    if count > 0:
        yield f"nog {count}"


def _doubts(record: Record, reader: Reader) -> Iterator[Line]:
    """Where sources contradict each other, and what is an estimate; in full it stands with the grounds."""
    heard = heard_by(record.heard, reader).values()
    conflicts = [item.question.label for item in heard if item.conflict]
    estimates = [f"{item.question.label} ({shown(item.question, item.answer)})" for item in heard if is_estimate(item)]
    for text, names in (("De bronnen zijn het niet eens over", conflicts), ("Een schatting is", estimates)):
        if names:
            named = listed([*names[:MOST_DOUBTS], *_more(len(names) - MOST_DOUBTS)])
            counts = " Dit telt als onbekend tot er is gekozen." if names is conflicts else ""
            yield Line(f"{of_problem(record)}{text}: {named}.{counts}")


def _asked(catalogue: Catalogue, records: Sequence[Record]) -> dict[Question, list[Record]]:
    """The open questions, each once, in turn from each problem; those that decide most first."""
    per_record = [[question for question, _ in gaps(catalogue, record.assessment)] for record in records]
    order = sorted({(at, number) for number, found in enumerate(per_record) for at in range(len(found))})
    found: dict[str, tuple[Question, list[Record]]] = {}
    for at, number in order:
        question = per_record[number][at]
        found.setdefault(question.id, (question, []))[1].append(records[number])
    return dict(found.values())


def _unknown(catalogue: Catalogue, question: Question, owners: Sequence[Record], records: Sequence[Record]) -> str:
    text = question.if_unknown or f"Nog geen antwoord op: {put(question)}"
    about = "" if len(owners) == len(records) or question.shared else f"{listed(problem_name(item) for item in owners)}: "
    return f"{about}{text} Wie weet het: {who_knows(catalogue, question)}."


def _tell_decision(document: Document, catalogue: Catalogue, records: Sequence[Record], room: Room) -> None:
    found = [(record, overview_rows(catalogue, undecided(record))) for record in records]
    if not any(rows for _, rows in found):
        document.paragraph("Nog niets: op deze antwoorden is geen andere maatregel vooraan te zetten. Doe eerst wat bij 'Deze week' staat.")
        return
    notes = []
    if len(records) == 1:
        shown_rows = found[0][1]
        document.table(OVERVIEW, shown_rows)
    else:
        shown_rows = [(problem_name(record), *row) for record, every in found for row in every[: room.rows]]
        document.table(("probleem", *OVERVIEW), shown_rows)
        if any(len(every) > room.rows for _, every in found):
            notes.append("De andere maatregelen die vooraan staan, staan bij het probleem.")
    if any(GRADE[Grade.CONDITIONAL] in row for row in shown_rows):
        notes.append("'Mits …': er zijn nog voorwaarden open; die staan bij de gronden.")
    document.paragraph(" ".join(notes), muted=True)


def undecided(record: Record) -> Assessment:
    """Return the assessment without the findings on which a decision stands."""
    decided = latest_by_form(record.decisions)
    return replace(record.assessment, findings=tuple(item for item in record.assessment.findings if item.form.id not in decided))


def _tell_week(document: Document, catalogue: Catalogue, records: Sequence[Record], reader: Reader, room: Room) -> None:
    seen = [(record, seen_by(catalogue, record.assessment, reader)) for record in records]
    steps = [(step, [record for record, view in seen if step in view.steps]) for step in catalogue.steps]
    lines = [Line(record_label(catalogue, step, step.text) + _for(owners, records)) for step, owners in steps if owners]
    document.bullets(lines[: room.steps] or [Line("Vul de antwoorden aan die hierboven ontbreken.")], numbered=True)


def _for(owners: Sequence[Record], records: Sequence[Record]) -> str:
    return "" if len(owners) == len(records) else f" (Voor: {listed(problem_name(item) for item in owners)}.)"


def _grade(record: Record, form: str) -> Grade | None:
    return next((finding.grade for finding in record.assessment.findings if finding.form.id == form), None)


def _tell_decided(document: Document, catalogue: Catalogue, records: Sequence[Record], reader: Reader, room: Room) -> None:
    """What was chosen first and then what was dropped, the latest first: in full for one problem, in short for several."""
    found = [(record, item) for record in records for item in latest_by_form(decisions_for(catalogue, record.decisions, reader)).values()]
    found.sort(key=lambda pair: (pair[1].chosen, pair[1].on), reverse=True)
    if found:
        document.heading(DECIDED)
    document.bullets([Line(_decided(catalogue, record, item, short=len(records) > 1)) for record, item in found[: room.decided]])
    if len(found) > room.decided:
        rest, more = len(found) - room.decided, "Nog " if room.decided else ""
        document.paragraph(f"{more}{'1 besluit staat' if rest == 1 else f'{rest} besluiten staan'} bij de gronden.", muted=True)


def _decided(catalogue: Catalogue, record: Record, item: Decision, *, short: bool) -> str:
    if not short:
        return standing_text(catalogue, item, _grade(record, item.measure))
    return f"{of_problem(record)}{measure_name(catalogue, item.measure)}, {DECIDED_AS[item.chosen]} op {day(item.on)}."
