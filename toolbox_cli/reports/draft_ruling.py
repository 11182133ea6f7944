"""What a draft decides: the order, what stays allowed, from when until when, what follows on a breach, and what can be done against it."""

from __future__ import annotations

from toolbox_cli.analysis.planned_end import EndFit, tested_end
from toolbox_cli.analysis.term import ends
from toolbox_cli.model.draft import Remedy
from toolbox_cli.model.law import Mandate
from toolbox_cli.model.term import Term, Unit
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.draft_parts import Draft
from toolbox_cli.reports.term import length_words, weekday
from toolbox_cli.reports.words import sourced, statement

HOUR = "[INVULLEN: uur]"


def add_dictum(document: Document, draft: Draft) -> None:
    """Add what is decided or intended, and what stays allowed."""
    dictum = draft.skeleton.dictum_of(draft.form.id)
    document.heading("Wat het voornemen is" if draft.intended else "Besluit")
    if draft.intended:
        document.paragraph("Dit gaat pas gelden als het is besloten en bekendgemaakt.")
    document.bullets(draft.lines(dictum.items), numbered=True)
    sets = {item.id: item for item in draft.catalogue.drafts.exceptions}
    if dictum.exceptions:
        document.heading("Uitzonderingen")
        document.paragraph("Dit blijft wel mogelijk:")
        document.bullets([line for name in dictum.exceptions for line in draft.lines(sets[name].items)])
        document.paragraph("[INVULLEN: ga na wat de betrokkene verder moet kunnen doen, en schrijf plaats, route en uren erbij]")


def add_duration(document: Document, draft: Draft) -> None:
    """Add begin and end, with the last day the law allows; a day that was not given stays a gap."""
    document.heading("Duur en einde")
    term = draft.form.power.term if draft.form.power else None
    document.terms([("Begin", Line(_begin(draft))), ("Einde", Line(_end(draft, term))), ("Uiterste dag", _latest(draft, term))])
    document.bullets(draft.lines((*draft.skeleton.duration, *draft.skeleton.ending)))


def add_breach(document: Document, draft: Draft) -> None:
    """Add what follows when it is not kept."""
    document.heading("Als iemand zich er niet aan houdt")
    line = statement(draft.catalogue, draft.skeleton.breach)
    document.paragraph(line.text, line.sources)


def add_notice(document: Document, draft: Draft) -> None:
    """Add how the decision is made known."""
    document.heading("Bekendmaking")
    general = () if draft.skeleton.own_notice else draft.kind.notice
    document.bullets(draft.lines((*general, *draft.skeleton.notice)))


def add_remedy(document: Document, draft: Draft) -> None:
    """Add what can be done against the decision, with the articles."""
    document.heading("Bezwaar en rechter")
    document.bullets(draft.lines((*draft.skeleton.remedy, *_remedy(draft).items)))


def add_still_open(document: Document, draft: Draft) -> None:
    """Add that nothing was decided yet, so that there is nothing to object to."""
    document.heading("Bezwaar")
    line = statement(draft.catalogue, _remedy(draft).intention)
    document.paragraph(line.text, line.sources)


def add_signature(document: Document, draft: Draft) -> None:
    """Add room for place, date and signature by the organ; no name."""
    document.heading("Ondertekening")
    pairs = [
        ("Plaats en datum", Line("[INVULLEN: plaats en datum]")),
        (
            "Wie tekent",
            Line(f"{draft.organ.signs} (ondertekening door {draft.organ.name}; naam en handtekening komen er buiten toolbox bij)"),
        ),
    ]
    mandate = draft.form.police_mandate
    if mandate is not None and mandate.allowed is Mandate.BY_MANDATE:
        pairs += [("Mandaat", line) for line in draft.lines((draft.catalogue.drafts.mandate,))]
    document.terms(pairs)


def too_long(draft: Draft) -> bool:
    """Whether the planned last day is later than one decision may last."""
    term = draft.form.power.term if draft.form.power else None
    found = tested_end(term, draft.planned)
    return found is not None and found.fit in (EndFit.RENEWED, EndFit.SPREAD, EndFit.TOO_LATE)


def _begin(draft: Draft) -> str:
    start = draft.planned.start
    if start is not None:
        return f"{weekday(start)}, {HOUR}"
    return "[INVULLEN: eerste dag en uur]" if draft.skeleton.own_notice else "[INVULLEN: eerste dag en uur; niet vóór de bekendmaking]"


def _end(draft: Draft, term: Term | None) -> str:
    """The last day that was planned; the longest is a limit and never filled in as if it were chosen."""
    start, until = draft.planned.start, draft.planned.until
    if start is not None and until is not None and not too_long(draft):
        return f"{weekday(until)}, {HOUR}"
    return f"[INVULLEN: laatste dag en uur{_limit(draft, term)}]"


def _limit(draft: Draft, term: Term | None) -> str:
    start, most = draft.planned.start, term.maximum if term else None
    if start is None or most is None:
        return ""
    if most.unit is Unit.HOURS:
        return f"; ten hoogste {length_words(most)} na het begin"
    return f"; uiterlijk {weekday(ends(start, most).last)}"


def _latest(draft: Draft, term: Term | None) -> Line:
    """The last day the law allows, when it can be counted."""
    start, most = draft.planned.start, term.maximum if term else None
    if term is None or start is None or most is None or most.unit is Unit.HOURS:
        return Line("")
    text = f"{weekday(ends(start, most).last)} (ten hoogste {length_words(most)})"
    return sourced(draft.catalogue, text, term.source)


def _remedy(draft: Draft) -> Remedy:
    """What to say about the kind of protection that the power has."""
    wanted = draft.form.power.term.protection if draft.form.power and draft.form.power.term else ""
    return next(item for item in draft.catalogue.drafts.remedies if item.protection == wanted)
