"""What is different between two states of a case, with the reason, as a report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from toolbox_cli.analysis.state import FormState
from toolbox_cli.analysis.state_diff import Moved, OtherAnswer, ProblemDiff, StateDiff
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.safe import safe
from toolbox_cli.reports.words import GRADE, article_name, day, listed, sentence, sourced

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
TITLE = "Wat er is veranderd"
MOST_REASONS = 4
_LEADS = {True: "staat nu vooraan", False: "staat niet meer vooraan"}


def compose_state_diff(catalogue: Catalogue, diff: StateDiff) -> Document:
    """Return what was added, dropped and changed per problem, each with the reason: an answer, the content or the law."""
    document = Document()
    document.heading(TITLE, 1)
    _made_with(document, diff)
    for problem in diff.problems:
        _problem(document, catalogue, problem, alone=len(diff.problems) == 1)
    return document


def _made_with(document: Document, diff: StateDiff) -> None:
    old, new = map(safe, diff.content)
    if diff.empty:
        document.paragraph("Er is niets veranderd: de antwoorden, de maatregelen en hun gronden zijn gelijk gebleven.")
    elif diff.hashes[0] == diff.hashes[1]:
        document.paragraph(f"Oud en nieuw zijn gemaakt met dezelfde inhoud ({new}); elk ander oordeel komt dus door andere antwoorden.")
    else:
        document.paragraph(f"Oud is gemaakt met inhoud {old}, nieuw met inhoud {new}.{_law(diff)}")


def _law(diff: StateDiff) -> str:
    old, new = diff.law
    if old is None or new is None or old == new:
        return ""
    return f" De wetteksten zijn gelezen tot en met {day(old)} en {day(new)}."


def _problem(document: Document, catalogue: Catalogue, diff: ProblemDiff, *, alone: bool) -> None:
    shown_by = diff.after or diff.before
    name = shown_by.name if shown_by else ""
    if not alone:
        document.heading(f"Probleem {safe(name or diff.id)}")
    if diff.before is None or diff.after is None:
        document.paragraph("Dit probleem is nieuw in de zaak." if diff.before is None else "Dit probleem staat niet meer in de zaak.")
        return
    if diff.empty and not alone:
        document.paragraph("Hier is niets veranderd.")
    level = 2 if alone else 3
    rest = [item for item in diff.moved if not (item.added or item.dropped)]
    for title, moved in (
        ("Erbij gekomen", [item for item in diff.moved if item.added]),
        ("Afgevallen", [item for item in diff.moved if item.dropped]),
        ("Anders beoordeeld", [item for item in rest if _grade(item.before) != _grade(item.after)]),
        ("Op een andere plaats", [item for item in rest if _grade(item.before) == _grade(item.after)]),
        ("Zelfde oordeel, andere tekst", list(diff.same_grade)),
    ):
        if moved:
            document.heading(title, level)
            document.outline([line for item in moved for line in _lines(catalogue, diff, item)])
    _steps(document, catalogue, diff, level)
    _decisions(document, diff, level)
    if diff.answers:
        document.heading("Andere antwoorden", level)
        document.bullets([Line(_answer(catalogue, item)) for item in diff.answers])


def _lines(catalogue: Catalogue, diff: ProblemDiff, item: Moved) -> Iterator[tuple[int, Line]]:
    yield 0, Line(f"{form_label(catalogue.form_by_id[item.form])}: {_move(item)}")
    yield from ((1, Line(text)) for text in _reasons(catalogue, diff, item))


def _move(item: Moved) -> str:
    before, after = _grade(item.before), _grade(item.after)
    if before != after:
        return f"was: {before}; wordt: {after}"
    if item.before is not None and item.after is not None and item.before.leading is not item.after.leading:
        return f"blijft: {after}; {_LEADS[item.after.leading]}"
    return f"blijft: {after}"


def _grade(state: FormState | None) -> str:
    return "niet aan de orde" if state is None else GRADE[state.grade]


def _reasons(catalogue: Catalogue, diff: ProblemDiff, item: Moved) -> Iterator[str]:
    if item.answers:
        changed = {other.question: other for other in diff.answers}
        told = [_answer(catalogue, changed[name]) for name in item.answers]
        more = f" en nog {len(told) - MOST_REASONS}" if len(told) > MOST_REASONS else ""
        start = "Mogelijk door antwoorden" if item.unsure else "Door antwoorden samen" if item.together else "Door een antwoord"
        yield sentence(f"{start}: {' / '.join(told[:MOST_REASONS])}{more}")
    if item.articles:
        yield sentence(f"Door de wet: onze tekst is veranderd van {listed(_article(catalogue, name) for name in item.articles)}")
    if item.rules:
        yield "Door de inhoud van toolbox: de regels van deze maatregel zijn veranderd."
    if item.unsure:
        yield "Nieuw is niet met de inhoud van nu gemaakt; daardoor is de oorzaak niet te scheiden."


def _article(catalogue: Catalogue, name: str) -> str:
    """The article by its name, also when two kept states hold one that the content of now has not."""
    return (
        article_name(catalogue, name) if name in catalogue.article_by_id else f"een artikel dat toolbox niet meer kent ({safe(name)[:60]})"
    )


def _answer(catalogue: Catalogue, item: OtherAnswer) -> str:
    question = catalogue.question_by_id[item.question]

    def told(answer: Answer | None) -> str:
        return "niet beantwoord" if answer is None else shown(question, answer) or "niet beantwoord"

    return f"{question.label}: was {told(item.before)}; wordt {told(item.after)}"


def _steps(document: Document, catalogue: Catalogue, diff: ProblemDiff, level: int) -> None:
    steps = {step.id: step for step in catalogue.steps}
    for title, names in (("Eerste stappen die erbij komen", diff.new_steps), ("Eerste stappen die vervallen", diff.gone_steps)):
        known = [steps[name] for name in names if name in steps]
        if known:
            document.heading(title, level)
            document.bullets([sourced(catalogue, step.text, step.source) for step in known])


def _decisions(document: Document, diff: ProblemDiff, level: int) -> None:
    for title, texts in (("Nieuwe besluiten", diff.new_decisions), ("Besluiten die er niet meer staan", diff.gone_decisions)):
        if texts:
            document.heading(title, level)
            document.bullets([Line(safe(text)) for text in texts])


def tell_old_case(document: Document, old: str, now: str) -> None:
    """Add that an old case file was judged with the content of now, so that what the content changed does not show."""
    document.callout(
        Tone.NOTE,
        f"De oude zaak is gemaakt met inhoud {old or 'die niet is genoteerd'}, maar hier beoordeeld met inhoud {now}. Wat door de inhoud "
        "of de wet veranderde, is daarom niet te zien. Bewaar voortaan een stand: toolbox plan ZAAK --save-state BESTAND.json.",
    )


def state_diff_json(diff: StateDiff) -> Json:
    """Return the same as plain values."""
    return {
        "content": {"old": diff.content[0], "new": diff.content[1], "same": diff.hashes[0] == diff.hashes[1]},
        "law_date": {"old": _iso(diff.law[0]), "new": _iso(diff.law[1])},
        "problems": [_problem_json(problem) for problem in diff.problems],
    }


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _problem_json(diff: ProblemDiff) -> Json:
    return {
        "id": diff.id,
        "new": diff.before is None,
        "gone": diff.after is None,
        "answers": [
            {"question": item.question, "before": _answer_json(item.before), "after": _answer_json(item.after)} for item in diff.answers
        ],
        "measures": [_moved_json(item) for item in (*diff.moved, *diff.same_grade)],
        "new_steps": list(diff.new_steps),
        "gone_steps": list(diff.gone_steps),
        "new_decisions": list(diff.new_decisions),
        "gone_decisions": list(diff.gone_decisions),
    }


def _answer_json(answer: Answer | None) -> Json | None:
    return None if answer is None else {"values": sorted(answer.values), "unknown": answer.unknown}


def _moved_json(item: Moved) -> Json:
    return {
        "form": item.form,
        "change": "added" if item.added else "dropped" if item.dropped else "changed",
        "before": _state_json(item.before),
        "after": _state_json(item.after),
        "because": {
            "answers": list(item.answers),
            "together": item.together,
            "law": list(item.articles),
            "content": item.rules,
            "unsure": item.unsure,
        },
    }


def _state_json(state: FormState | None) -> Json | None:
    return None if state is None else {"grade": state.grade.value, "leading": state.leading}
