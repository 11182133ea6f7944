"""The legal test of one form: the verdict, what to ask next, every condition with what it rests on, the file, the proportionality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.analysis.assess import assess
from toolbox_cli.analysis.legal_test import LegalTest, Settling, Shown, legal_test, questions_of
from toolbox_cli.analysis.needed import needed_by_law
from toolbox_cli.analysis.procedure import procedure_of
from toolbox_cli.analysis.profile import Local
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Standard
from toolbox_cli.model.measure import Measure
from toolbox_cli.model.procedure import Stage
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.own import form_label, origin_of, record_label
from toolbox_cli.reports.problem import lacking, shown
from toolbox_cli.reports.procedure import add_procedure
from toolbox_cli.reports.profile import local_rules, profile_lines
from toolbox_cli.reports.why import change_text, reason_tree
from toolbox_cli.reports.words import (
    GRADE,
    TRUTH,
    VERDICT,
    abbreviations,
    article_name,
    article_url,
    bases,
    cite,
    condition_place,
    listed,
    main_basis,
    partner_name,
    sentence,
    sourced,
    way_on_terms,
)
from toolbox_cli.rules.truth import Truth

MOST_ASKED = 12
MOST_PARTNERS = 3
NOT_FILLED = "niet ingevuld"


def compose_check(
    catalogue: Catalogue, test: LegalTest, *, full: bool = False, short: bool = False, local: Local | None = None
) -> Document:
    """Return the legal test as a document, the verdict and what to do next first; the short one names what is not met and stops.

    With `local` it says what the municipality noted about the rules that are tested, and which answers come from its profile.
    """
    document = Document()
    document.heading(f"Juridische toets: {form_label(test.form)}", 1)
    for finding in test.refusals:
        if finding.failing is not None:
            way = finding.failing.condition
            place = article_name(catalogue, way.article, way.paragraph)
            document.callout(Tone.NOTE, f"{finding.form.name} is gevraagd, maar kan niet. {way.way_on}", (place,))
    _verdict(document, catalogue, test, local)
    _next(document, catalogue, test)
    document.heading("De voorwaarden, één voor één")
    if not test.conditions:
        document.paragraph(sentence(test.form.rule.no_conditions or ""))
    numbered = list(enumerate(sorted(test.conditions, key=_standing), start=1))
    if short:
        document.outline([(0, _told(catalogue, at, item)) for at, item in numbered if item.tested.truth is not Truth.YES])
        document.paragraph(f"Alles, met dossier en evenredigheid: toolbox check {test.form.id}", muted=True)
        return document
    document.outline([line for at, item in numbered for line in _condition(catalogue, test, at, item, full=full)])
    for standard, items in test.standards:
        _standard(document, catalogue, standard, items)
    if full:
        document.heading("Wat het besluit verder vraagt")
        add_procedure(document, catalogue, test.form, test.answers)
    else:
        _afterwards(document, catalogue, test)
    for line in profile_lines(catalogue, local, named=True, about={question.id for question in questions_of(catalogue, test.form)}):
        document.paragraph(line, muted=True)
    _closing(document, catalogue, test, full=full)
    return document


def compose_check_of_measure(catalogue: Catalogue, measure: Measure, answers: Answers) -> Document:
    """Return the verdict on each form of a measure in a table, to choose the form to test."""
    document = Document()
    document.heading(f"Juridische toets: {record_label(catalogue, measure, measure.name)}", 1)
    for form in catalogue.forms_of(measure):
        test = legal_test(catalogue, form, answers)
        document.heading(form.name, 3)
        document.terms(
            [
                ("Grondslag", Line(main_basis(catalogue, form))),
                ("De wet", Line(verdict_text(test))),
                ("Ontbreekt", Line(test.failing.condition.text if test.failing else "")),
                ("Toetsen", Line(f"toolbox check {form.id}")),
            ]
        )
    return document


def open_by_partner(questions: Sequence[Question]) -> dict[str, list[Question]]:
    """Return questions by the partner who can answer them best, in the order in which they stand."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.who[0], []).append(question)
    return found


def _verdict(document: Document, catalogue: Catalogue, test: LegalTest, local: Local | None) -> None:
    pairs = [("De wet", Line(verdict_text(test)))]
    empty = [part.item.label.lower() for _, items in test.standards for part in items if not part.filled]
    if test.failing is None and empty:
        pairs.append(("Nog invullen", Line(f"{listed(dict.fromkeys(empty))} (onderaan)")))
    if test.failing is not None:
        condition = test.failing.condition
        pairs.append(("Ontbreekt", Line(condition.text, (condition_place(catalogue, condition),))))
        pairs += way_on_terms(catalogue, condition, assess(catalogue, test.answers))
        others = [item.tested.condition.text for item in test.conditions if item.tested.truth is Truth.NO and item.tested != test.failing]
        pairs.append(("Ontbreekt ook", Line(" ".join(others))))
        pairs.append(("Pas te wegen als", Line(_needed(catalogue, test))))
    indicated = test.finding is not None and test.finding.indicated.truth is not Truth.UNKNOWN
    pairs += [
        ("Herkomst", Line(origin_of(catalogue, test.form.measure))),
        ("In het advies", Line(GRADE[test.finding.grade] if test.finding is not None and indicated else "")),
        ("Grondslag", Line(bases(catalogue, test.form))),
        ("In uw gemeente", local_rules(catalogue, local, test.form)),
        ("Beslist", Line(partner_name(catalogue, test.form.decides))),
    ]
    document.terms(pairs)


def verdict_text(test: LegalTest) -> str:
    """Return what the law says on these answers, with how many conditions are met, not met and open."""
    if not test.conditions:
        return "geen wettelijke voorwaarden"
    at_hand = [item.tested.truth for item in test.conditions if not item.aside]
    met, failing, still = (at_hand.count(truth) for truth in (Truth.YES, Truth.NO, Truth.UNKNOWN))
    counted = [f"{met} van {len(at_hand)} voldaan", f"{failing} niet" if failing else "", f"{still} onbekend" if still else ""]
    aside = len(test.conditions) - len(at_hand)
    counted.append(f"{aside} niet aan de orde" if aside else "")
    return f"{VERDICT[test.truth]} ({', '.join(part for part in counted if part)})"


def _needed(catalogue: Catalogue, test: LegalTest) -> str:
    """The fewest other answers, of which what was said comes first; the rest is only counted."""
    changes = needed_by_law(catalogue, test.form, test.answers)
    if changes is None:
        return "geen enkel antwoord maakt dit mogelijk"
    said = [change_text(change) for change in changes if change.now]
    still = len(changes) - len(said)
    more = f", en nog {still} onbekende {'antwoord' if still == 1 else 'antwoorden'}" if still else ""
    return f"in werkelijkheid geldt, bijvoorbeeld: {'; '.join(said)}{more}"


def _standing(item: Settling) -> int:
    """What fails first, then what is open, then what is met, then what is not on the table."""
    return 3 if item.aside else (Truth.NO, Truth.UNKNOWN, Truth.YES).index(item.tested.truth)


def _next(document: Document, catalogue: Catalogue, test: LegalTest) -> None:
    """What to ask of whom; once something is known to fail, that comes first and the rest can wait."""
    questions = test.open_questions
    if not questions:
        return
    document.heading("Na te vragen" if test.truth is not Truth.NO else "Als dat anders wordt, ook na te vragen")
    grouped = open_by_partner(questions)
    document.bullets(
        [
            Line(f"{sentence(partner_name(catalogue, partner)).rstrip('.')}: {' '.join(item.text for item in items[:MOST_ASKED])}")
            for partner, items in grouped.items()
        ]
    )


def _told(catalogue: Catalogue, at: int, item: Settling) -> Line:
    condition = item.tested.condition
    place = condition_place(catalogue, condition)
    rulings = tuple(cite(catalogue, source) for source in condition.source if source.startswith(("ECLI", "doc", "eigen")))
    state = "NIET AAN DE ORDE" if item.aside else TRUTH[item.tested.truth].upper()
    return Line(f"{at}. {state}: {record_label(catalogue, condition, condition.text)}", (place, *rulings))


def _condition(catalogue: Catalogue, test: LegalTest, at: int, item: Settling, *, full: bool) -> Iterator[tuple[int, Line]]:
    condition, reason = item.tested.condition, item.tested.reason
    yield 0, _told(catalogue, at, item)
    yield from reason_tree(catalogue, test.told, reason, 1, full=full)
    if item.tested.truth is Truth.UNKNOWN:
        who = dict.fromkeys(partner_name(catalogue, name) for question in item.questions for name in question.who[:2])
        yield 1, Line(f"Wie weet het: {listed(tuple(who)[:MOST_PARTNERS], 'of')}.")
    if item.tested.truth is Truth.NO:
        yield 1, Line(f"Wat wel kan: {condition.way_on}")
    for caution in item.cautions:
        line = sourced(catalogue, caution.text, caution.source)
        yield 1, Line(f"Let op: {line.text}", line.sources)
    if full and (link := article_url(catalogue, condition.article)):
        yield 1, Line(f"Vergelijk de tekst: {link}")


def _standard(document: Document, catalogue: Catalogue, standard: Standard, items: Sequence[Shown]) -> None:
    document.heading(standard.name)
    document.terms([(shown_item.item.label, _filled(catalogue, shown_item)) for shown_item in items])


def _afterwards(document: Document, catalogue: Catalogue, test: LegalTest) -> None:
    """What the law asks after the decision: change, exemption, withdrawal, telling others."""
    steps = [step for step in procedure_of(catalogue, test.form, test.told) if step.item.phase is Stage.AFTER]
    if steps:
        document.heading("Na het besluit")
        document.bullets([sourced(catalogue, step.text, step.item.source) for step in steps])


def _filled(catalogue: Catalogue, part: Shown) -> Line:
    """What was answered for one part of a standard; what lacks is named, and empty is said to be empty."""
    line = sourced(catalogue, part.item.text, part.item.source)
    if not part.filled:
        return Line(f"{NOT_FILLED}. Nodig: {line.text}", line.sources)
    told = (f"{question.label}: {NOT_FILLED if answer is None else shown(question, answer)}" for question, answer in part.answers)
    missing = [option for question, answer in part.answers for option in lacking(question, answer)]
    maybe = any(answer is not None and answer.unknown for _, answer in part.answers)
    lack = f" {'Nog niet bekend' if maybe else 'Ontbreekt'}: {listed(missing)}." if missing else ""
    return Line(f"{'; '.join(told)}.{lack}", line.sources)


def _closing(document: Document, catalogue: Catalogue, test: LegalTest, *, full: bool) -> None:
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    more = "" if full else f"Procedure, zienswijze en bekendmaking: toolbox measure {test.form.id} --checklist. "
    term = f"Data en termijnen: toolbox term {test.form.id} --start DATUM. " if test.form.power and test.form.power.term else ""
    document.paragraph(f"{more}{term}Het artikel zelf: toolbox law ARTIKEL.", muted=True)
