"""Dutch words for what the code names in English: verdicts, dates, lists, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from toolbox_cli.analysis.assess import Assessment, Grade
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import Article, Basis, Consultation, LegalCondition, Mandate
from toolbox_cli.model.measure import MeasureClass, Origin
from toolbox_cli.reports.document import Line
from toolbox_cli.reports.own import form_label, record_label
from toolbox_cli.rules.truth import Truth

GRADE = {
    Grade.RECOMMENDED: "aanbevolen",
    Grade.CONDITIONAL: "aanbevolen, mits …",
    Grade.UNDETERMINED: "nog niet te zeggen",
    Grade.RULED_OUT: "nu niet mogelijk",
    Grade.NOT_INDICATED: "niet aangewezen",
}
VERDICT = {
    Truth.YES: "aan alle voorwaarden voldaan",
    Truth.NO: "nu niet mogelijk",
    Truth.UNKNOWN: "nog voorwaarden open, geen staat in de weg",
}
TRUTH = {Truth.YES: "voldaan", Truth.NO: "niet voldaan", Truth.UNKNOWN: "onbekend"}
MANDATE = {Mandate.NO: "nee", Mandate.BY_MANDATE: "kan, met mandaat", Mandate.NOT_APPLICABLE: "niet van toepassing"}
ORIGIN = {
    Origin.TOOLBOX: "uit de toolbox",
    Origin.SUPPLEMENT: "niet uit de toolbox, wel nodig om te weten",
    Origin.REFUSAL: "kan niet volgens de wet",
}
WEIGHT = {
    1: "licht: overleg en informatie",
    2: "licht: toezicht en afspraken",
    3: "middel: ingreep voor een plek of groep",
    4: "zwaar: ingreep bij een persoon of met gedeelde gegevens",
    5: "vergaand: uiterste of langdurige ingreep",
}
CLASS = {MeasureClass.PREVENTIVE: "preventief", MeasureClass.REPRESSIVE: "repressief"}
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")


def day(value: date) -> str:
    """Return a date as Dutch readers write it: 1 mei 2022."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def month(value: int) -> str:
    """Return the name of a month, 1 is januari."""
    return _MONTHS[value - 1]


def euro(amount: Decimal) -> str:
    """Return whole euros with dots for thousands: € 50.000."""
    return f"€ {int(amount):,}".replace(",", ".")


def listed(words: Iterable[str], last: str = "en") -> str:
    """Return 'a, b en c'."""
    items = [word for word in words if word]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def shortened(text: str, length: int) -> str:
    """Return the text, cut at a word with ' …' when it is longer than `length` signs."""
    return text if len(text) <= length else text[: length - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def capital(text: str) -> str:
    """Return the text with a capital in front and the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text with a capital in front and a full stop behind."""
    text = capital(text.strip())
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def first_sentence(text: str) -> str:
    """Return the first sentence; a full stop after an abbreviation such as art. or nr. does not end it."""
    for found in re.finditer(r"(?<=[.!?])\s+(?=[A-Z0-9'\"])", text):
        before = text[: found.start()]
        if not re.search(r"(?:\bart|\bnr|\blid|\bbijv|\bo\.a|\bca|\bblz)\.$", before):
            return before
    return text


def article_name(catalogue: Catalogue, article_id: str, paragraph: str | None = None) -> str:
    """Return 'art. 172a lid 6 Gemeentewet'."""
    article = catalogue.article_by_id[article_id]
    law = catalogue.law_by_id[article.law]
    return " ".join(part for part in (f"art. {article.number}", _paragraph(paragraph), law.short) if part)


def condition_place(catalogue: Catalogue, condition: LegalCondition) -> str:
    """Return the place in the law of a condition as a reader would cite it."""
    return article_name(catalogue, condition.article, condition.paragraph)


def read_on(article: Article) -> str:
    """Return the date of the text that was read, and when it was found unchanged after that; otherwise that none was read."""
    if article.text_date is None:
        return "niet met datum gelezen"
    return day(article.text_date) + (f"; op {day(article.checked)} ongewijzigd" if article.checked else "")


def basis_name(catalogue: Catalogue, basis: Basis) -> str:
    """Return the place in the law as a reader would cite it."""
    return article_name(catalogue, basis.article, basis.paragraph)


def bases(catalogue: Catalogue, form: Form) -> str:
    """Return all legal bases of a form, or say that none is needed."""
    return "; ".join(basis_name(catalogue, basis) for basis in form.basis) or "geen bevoegdheid nodig"


def main_basis(catalogue: Catalogue, form: Form) -> str:
    """Return the first legal basis, short."""
    return basis_name(catalogue, form.basis[0]) if form.basis else "geen nodig"


def article_url(catalogue: Catalogue, article_id: str) -> str | None:
    """Return the address of the article in force at wetten.overheid.nl; None where the law is not there."""
    article = catalogue.article_by_id[article_id]
    law = catalogue.law_by_id[article.law]
    if law.bwb_id is None:
        return law.url
    return f"https://wetten.overheid.nl/jci1.3:c:{law.bwb_id}&artikel={article.number}"


def cite(catalogue: Catalogue, source: str) -> str:
    """Return one source, short enough to stand behind a sentence."""
    kind, _, rest = source.partition(" ")
    if kind == "toolbox":
        return f"toolbox {rest}"
    if kind == "art":
        name, _, paragraph = rest.partition(":")
        return article_name(catalogue, name, paragraph or None)
    if kind == "doc":
        document = catalogue.document_by_id[rest]
        return f"{document.publisher}, {document.published}"
    return source


def consult_label(item: Consultation) -> str:
    """Return whether somebody must or should be consulted before, or told after the decision."""
    return f"{'Melden' if item.after else 'Overleg'} ({'moet' if item.duty else 'advies'})"


def statement(catalogue: Catalogue, item: Statement) -> Line:
    """Return a statement as a line with its sources."""
    return sourced(catalogue, item.text, item.source)


def sourced(catalogue: Catalogue, text: str, sources: Sequence[str]) -> Line:
    """Return text as a line with its sources."""
    return Line(text, cited(catalogue, sources))


def cited(catalogue: Catalogue, sources: Iterable[str]) -> tuple[str, ...]:
    """Return the sources, short, each once."""
    return tuple(dict.fromkeys(cite(catalogue, source) for source in sources))


def form_name(catalogue: Catalogue, name: str) -> str:
    """Return the name of a form, or of a measure as a whole; marked when it is own."""
    form = catalogue.form_by_id.get(name)
    if form:
        return form_label(form)
    measure = catalogue.measure_by_id[name]
    return record_label(catalogue, measure, measure.name)


def way_on_terms(catalogue: Catalogue, condition: LegalCondition, assessment: Assessment) -> list[tuple[str, Line]]:
    """Return what can be done when a condition is not met, and which measures instead, by label; those that cannot be either say so."""
    closed = [name for name in condition.instead if not assessment.possible(name)]
    others = [form_name(catalogue, name) for name in condition.instead if name not in closed]
    return [
        ("Wat wel kan", Line(condition.way_on)),
        ("Zie ook", Line(listed(others))),
        ("Kan nu ook niet", Line(listed(form_name(catalogue, name) for name in closed))),
    ]


def partner_name(catalogue: Catalogue, partner: str) -> str:
    """Return the short name of a partner, for running text and tables; marked when it is own."""
    record = catalogue.partner_by_id[partner]
    return record_label(catalogue, record, record.short)


def abbreviations(catalogue: Catalogue, text: str) -> str:
    """Return what the abbreviations of laws in a text stand for; empty when there are none.

    An own law may be called 'APV Nergenshuizen', and that is another than the APV.
    """
    own = [law for law in catalogue.laws if catalogue.is_own(law) and law.short in text]
    for law in own:
        text = text.replace(law.short, "")
    words = {*re.findall(r"\w+", text), *(law.short for law in own)}
    used = [f"{law.short} = {law.name}" for law in catalogue.laws if law.short != law.name and law.short in words]
    return f"Afkortingen: {'; '.join(used)}." if used else ""


def place_in(article_number: str, paragraph: str | None) -> str:
    """Return '172a lid 1', for a table that names the law once."""
    return " ".join(part for part in (article_number, _paragraph(paragraph)) if part)


def _paragraph(paragraph: str | None) -> str:
    if not paragraph:
        return ""
    number, _, letter = paragraph.partition("-")
    return f"lid {number}" + (f" onder {letter}" if letter else "")
