"""Reasons in words: why a condition holds, fails or is open, in short and as the whole tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from toolbox_cli.analysis.assess import Assessment, Finding, Grade
from toolbox_cli.analysis.needed import Change, needed_for_advice, needed_to_recommend
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Fact, Is
from toolbox_cli.model.question import YES_OR_NO, Answer, Answers, Kind, Question
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import lacking, shown
from toolbox_cli.reports.words import GRADE, TRUTH, article_name, condition_place, listed, shortened
from toolbox_cli.rules.evaluate import Reason, questions_in
from toolbox_cli.rules.truth import Truth

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
MOST_WANTED = 4
MOST_NAMED = 3
ONE_LINE, TWO_LINES = 60, 112
_TURNS = {Grade.CONDITIONAL: "Aanbevolen als", Grade.RULED_OUT: "Kan pas als", Grade.UNDETERMINED: "Advies als"}
_HOLDS = {Truth.YES: "ja", Truth.NO: "nee", Truth.UNKNOWN: "onbekend"}


def compose_explanation(catalogue: Catalogue, assessment: Assessment, *, full: bool) -> Document:
    """Return why each measure got its grade: at most six lines each, or with the whole tree of reasons."""
    document = Document()
    document.heading("Waarom: per maatregel de redenen", 1)
    for finding in assessment.findings:
        if finding.grade is Grade.NOT_INDICATED and not full:
            continue
        document.heading(f"{form_label(finding.form)}: {GRADE[finding.grade]}", 3)
        document.terms(explain(catalogue, assessment.answers, finding))
        if full:
            document.outline(tuple(finding_tree(catalogue, assessment.answers, finding)))
    left_out = sum(finding.grade is Grade.NOT_INDICATED for finding in assessment.findings)
    if left_out and not full:
        document.paragraph(f"Niet aangewezen zijn nog {left_out} varianten; met --full staan ook die erbij, met alle redenen.", muted=True)
    document.paragraph("Eén maatregel, voorwaarde voor voorwaarde: toolbox check VARIANT.", muted=True)
    return document


def explain(catalogue: Catalogue, answers: Answers, finding: Finding) -> list[tuple[str, Line]]:
    """Return the short explanation of one grade: does the problem call for it, what does the law say, what would turn it."""
    pairs = [("Past het?", shortened(f"{_HOLDS[finding.indicated.truth]}{_because(catalogue, answers, finding)}", ONE_LINE))]
    pairs.append(("De wet", shortened(_law(finding), ONE_LINE)))
    if finding.failing is not None:
        condition = finding.failing.condition
        place = condition_place(catalogue, condition)
        pairs.append(("Ontbreekt", shortened(f"[{place}] {condition.text}", TWO_LINES)))
    elif finding.open_questions:
        labels = [catalogue.question_by_id[name].label for name in finding.open_questions]
        pairs.append(("Niet bekend", shortened(_some(labels), TWO_LINES)))
    if label := _TURNS.get(finding.grade):
        changes = turning(catalogue, answers, finding)
        none = ("Kan nooit", "geen enkel antwoord maakt dit mogelijk")
        pairs.append(none if changes is None else (label, shortened(_some([change_text(change) for change in changes]), TWO_LINES)))
    return [(label, Line(text)) for label, text in pairs if text]


def change_text(change: Change) -> str:
    """Return one changed answer in words: what must become known or must be another answer, and which."""
    then = shown(change.question, change.then)
    return f"{change.question.label}: {then}" + (" (nu: " + shown(change.question, change.now) + ")" if change.now else "")


def finding_tree(catalogue: Catalogue, answers: Answers, finding: Finding) -> Iterator[tuple[int, Line]]:
    """The whole tree of reasons of one finding: first whether the problem calls for it, then each legal condition."""
    yield 0, Line(f"Past bij het probleem: {_HOLDS[finding.indicated.truth]}")
    yield from reason_tree(catalogue, answers, finding.indicated, 1)
    for item in finding.tested:
        place = condition_place(catalogue, item.condition)
        yield 0, Line(f"{item.condition.text.rstrip('.')}: {TRUTH[item.truth]}", (place,))
        yield from reason_tree(catalogue, answers, item.reason, 1)


def reason_tree(catalogue: Catalogue, answers: Answers, reason: Reason, depth: int, *, full: bool = True) -> Iterator[tuple[int, Line]]:
    """The tree of one reason: each answer it rests on, under the words that join them.

    Without `full` only what the outcome rests on: of alternatives the one that holds, of demands the one that fails. The law's own
    alternatives are always all there.
    """
    while isinstance(reason.condition, Fact):  # what stands above has said it already
        reason = reason.parts[0]
    if isinstance(reason.condition, Always):
        yield depth, Line(reason.condition.why)
    elif _single(reason):
        yield depth, Line(leaf_text(catalogue, answers, reason))
    elif (question := _of_parts(catalogue, reason)) is not None:
        yield depth, Line(_parts_text(catalogue, answers, question, reason.truth))
    else:
        parts = _parts_shown(catalogue, reason, full=full)
        if len(parts) > 1:
            yield depth, Line(f"{_joiner(reason)}:")
        for part in parts:
            settled = reason.truth is Truth.YES and isinstance(reason.condition, AnyOf)
            yield from _part(catalogue, answers, part, depth + (len(parts) > 1), full=full, settled=settled)


def _part(catalogue: Catalogue, answers: Answers, reason: Reason, depth: int, *, full: bool, settled: bool) -> Iterator[tuple[int, Line]]:
    if not isinstance(reason.condition, Fact):
        yield from reason_tree(catalogue, answers, reason, depth, full=full)
        return
    fact = catalogue.fact_by_id[reason.condition.fact]
    place = (article_name(catalogue, fact.article, fact.paragraph),) if fact.article else ()
    yield depth, Line(f"{fact.text.rstrip('.')}: {TRUTH[reason.truth]}", place)
    if settled and reason.truth is not Truth.YES and not full:
        return
    yield from reason_tree(catalogue, answers, reason, depth + 1, full=full)


def _single(reason: Reason) -> bool:
    """Whether the reason rests on one answer."""
    while len(reason.parts) == 1:
        reason = reason.parts[0]
    return not reason.parts


def _of_parts(catalogue: Catalogue, reason: Reason) -> Question | None:
    """The question about parts that a reason rests on, when it rests on nothing else."""
    names = set(questions_in(reason.condition, {fact.id: fact.when for fact in catalogue.facts}))
    question = catalogue.question_by_id[names.pop()] if len(names) == 1 else None
    return question if question is not None and question.parts else None


def _parts_text(catalogue: Catalogue, answers: Answers, question: Question, truth: Truth) -> str:
    answer = answers.get(question.id)
    still = lacking(question, answer) or [option.phrase or option.label.lower() for option in question.choices if not option.exclusive]
    need = "" if truth is Truth.YES else f" ({'nog niet bekend' if truth is Truth.UNKNOWN else 'ontbreekt'}: {listed(still)})"
    return f"{question.label}: {said(catalogue, answers, question.id)}{need}"


def _joiner(reason: Reason) -> str:
    joined = "dit is samen nodig" if isinstance(reason.condition, AllOf) else "een van deze is genoeg"
    return joined if isinstance(reason.condition, AllOf | AnyOf) else "dit mag juist niet zo zijn"


def _parts_shown(catalogue: Catalogue, reason: Reason, *, full: bool) -> Sequence[Reason]:
    settles = {AnyOf: Truth.YES, AllOf: Truth.NO}.get(type(reason.condition))
    lawful = all(isinstance(part.condition, Fact) and catalogue.fact_by_id[part.condition.fact].article for part in reason.parts)
    if full or lawful or reason.truth is not settles:
        return reason.parts
    return [part for part in reason.parts if part.truth is settles]


def leaf_text(catalogue: Catalogue, answers: Answers, reason: Reason) -> str:
    """Return what was answered and, where that does not do, what would: 'ernstige vrees nu: nee (nodig: ja)'."""
    leaf, wanted = _leaf(reason)
    if not isinstance(leaf, Is | AtLeast):
        return TRUTH[reason.truth]
    question = catalogue.question_by_id[leaf.question]
    if isinstance(leaf, AtLeast):
        needed = f"minder dan {leaf.at_least}" if wanted is Truth.NO else f"ten minste {leaf.at_least}"
    else:
        options = YES_OR_NO if question.kind is Kind.YES_NO else question.choices
        names = [option.phrase or option.label.lower() for option in options if option.id in leaf.values]
        some = names[:MOST_WANTED] + (["…"] if len(names) > MOST_WANTED else [])
        if wanted is Truth.NO and question.kind is Kind.YES_NO:
            some, wanted = [option.label.lower() for option in options if option.id not in leaf.values], Truth.YES
        needed = ("iets anders dan " if wanted is Truth.NO else "") + listed(some, "of")
    need = "" if reason.truth is Truth.YES else f" (nodig: {needed})"
    return f"{question.label}: {said(catalogue, answers, leaf.question)}{need}"


def said(catalogue: Catalogue, answers: Answers, name: str) -> str:
    """Return what was answered to a question, or that it was not asked."""
    answer: Answer | None = answers.get(name)
    return "nog niet gevraagd" if answer is None else shown(catalogue.question_by_id[name], answer)


def reason_json(catalogue: Catalogue, answers: Answers, reason: Reason) -> Json:
    """Return the tree of one reason as plain values."""
    condition = reason.condition
    plain: Json = {"truth": reason.truth.value}
    match condition:
        case Is():
            plain |= {"kind": "is", "question": condition.question, "wanted": list(condition.values)}
        case AtLeast():
            plain |= {"kind": "at_least", "question": condition.question, "wanted": condition.at_least}
        case Fact():
            plain |= {"kind": "fact", "fact": condition.fact, "text": catalogue.fact_by_id[condition.fact].text}
        case Always():
            plain |= {"kind": "always", "why": condition.why}
        case AllOf():
            plain["kind"] = "all"
        case AnyOf():
            plain["kind"] = "any"
        case _:
            plain["kind"] = "not"
    if isinstance(condition, Is | AtLeast):
        plain["said"] = said(catalogue, answers, condition.question)
    if reason.parts:
        plain["parts"] = [reason_json(catalogue, answers, part) for part in reason.parts]
    return plain


def explanation_json(catalogue: Catalogue, answers: Answers, finding: Finding) -> Json:
    """Return why a form got its grade, as plain values: the trees of reasons, and the smallest change that would turn it."""
    return {
        "why": {
            "indicated": reason_json(catalogue, answers, finding.indicated),
            "conditions": {item.condition.id: reason_json(catalogue, answers, item.reason) for item in finding.tested},
        },
        "needed": needed_json(() if finding.grade is Grade.RECOMMENDED else turning(catalogue, answers, finding)),
    }


def needed_json(changes: Sequence[Change] | None) -> list[Json] | None:
    """Return the smallest change as plain values; null when no answers would do."""
    if changes is None:
        return None
    return [
        {
            "question": change.question.id,
            "now": sorted(change.now.values) if change.now else None,
            "then": sorted(change.then.values),
            "who": list(change.question.who),
        }
        for change in changes
    ]


def turning(catalogue: Catalogue, answers: Answers, finding: Finding) -> tuple[Change, ...] | None:
    """Return the smallest change that brings a form into the advice, or from open conditions to recommended."""
    if finding.grade is Grade.CONDITIONAL:
        return needed_to_recommend(catalogue, finding.form, answers)
    return needed_for_advice(catalogue, finding.form, answers)


def _because(catalogue: Catalogue, answers: Answers, finding: Finding) -> str:
    if finding.leads and finding.indicated.truth is Truth.YES:
        return f", {finding.leads[0]}"
    first = _decisive(finding.indicated)
    return f", {leaf_text(catalogue, answers, first)}" if first is not None else ""


def _decisive(reason: Reason) -> Reason | None:
    """The first answer that keeps a reason from holding."""
    if not reason.parts:
        return reason if isinstance(reason.condition, Is | AtLeast) else None
    if len(reason.parts) == 1 and not reason.parts[0].parts:
        return reason
    return next((found for part in reason.parts if part.truth is reason.truth and (found := _decisive(part)) is not None), None)


def _leaf(reason: Reason) -> tuple[object, Truth]:
    """The one place where a reason asks for an answer, and the truth it must have there."""
    wanted = Truth.YES
    while reason.parts:
        wanted = wanted if isinstance(reason.condition, Fact | AllOf | AnyOf) else (Truth.NO if wanted is Truth.YES else Truth.YES)
        reason = reason.parts[0]
    return reason.condition, wanted


def _law(finding: Finding) -> str:
    if not finding.tested:
        return "geen voorwaarden; er is geen besluit nodig"
    count = {truth: sum(item.truth is truth for item in finding.tested) for truth in Truth}
    parts = [
        f"{count[Truth.YES]} van {len(finding.tested)} voorwaarden voldaan",
        f"{count[Truth.NO]} niet" if count[Truth.NO] else "",
        f"{count[Truth.UNKNOWN]} onbekend" if count[Truth.UNKNOWN] else "",
    ]
    return ", ".join(part for part in parts if part)


def _some(names: Sequence[str]) -> str:
    more = f" en nog {len(names) - MOST_NAMED}" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more
