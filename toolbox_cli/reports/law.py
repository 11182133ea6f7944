"""The law as documents: one article with all that hangs on it, the powers per act, and articles to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolbox_cli.analysis.law import Dependents, depends_on, powers_by_law
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Article, LegalCondition, Power
from toolbox_cli.model.measure import Origin, Ruling
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.mandate import cell, mandate_of_boa, mandate_of_police, place_and_name
from toolbox_cli.reports.own import marked, origin_of, record_label
from toolbox_cli.reports.words import (
    abbreviations,
    article_name,
    article_url,
    cited,
    condition_place,
    consult_label,
    day,
    listed,
    partner_name,
    place_in,
    read_on,
    sentence,
    sourced,
    statement,
)


def compose_article(catalogue: Catalogue, article: Article, paragraph: str | None = None) -> Document:
    """Return an article: what it demands, which text was read, the powers in it, and what hangs on it; with `paragraph` only that one."""
    document = Document()
    document.heading(f"{sentence(article_name(catalogue, article.id)).removesuffix('.')}: {article.heading}", 1)
    document.paragraph(article.summary)
    document.terms([("Herkomst", Line(origin_of(catalogue, article)))])
    shown = [item for item in article.paragraphs if paragraph is None or paragraph in item.number.split(" en ")]
    document.terms([(f"Lid {item.number}", Line(item.text)) for item in shown])
    if len(shown) < len(article.paragraphs):
        document.paragraph(f"De andere leden: toolbox law {article.id}", muted=True)
    _text_read(document, catalogue, article)
    found = depends_on(catalogue, article)
    for power in found.powers:
        _power(document, catalogue, article, power)
    _dependents(document, catalogue, article, found)
    _sources(document, catalogue, found)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def compose_powers(catalogue: Catalogue) -> Document:
    """Return the powers in a table per act: article, what it allows, who decides, how long, and whether the police may decide."""
    document = Document()
    document.heading("Bevoegdheden per wet", 1)
    document.paragraph("Wie mag wat, op welk artikel, hoe lang, en of de politie het besluit mag nemen.")
    for law, powers in powers_by_law(catalogue):
        document.heading(law.name, 3)
        document.table(
            ("artikel", "wat", "beslist", "ten hoogste", "politie"),
            [(*place_and_name(catalogue, power), power.max_duration.brief, cell(power.police_mandate)) for power in powers],
        )
    document.paragraph(
        "politie: mag de politie het besluit nemen? mandaat = kan, als wie beslist mandaat geeft; * = naar eigen lezing; n.v.t. = de "
        "politie beslist zelf, een ander dan de gemeente beslist, of er is geen besluit voor de politie.",
        muted=True,
    )
    document.paragraph(
        "Eén artikel lezen: toolbox law 172a. Alle artikelen van een wet: toolbox law Awb. Wie mag namens de burgemeester beslissen: "
        "toolbox law --mandate.",
        muted=True,
    )
    return document


def compose_articles(catalogue: Catalogue, articles: Sequence[Article], asked: str) -> Document:
    """Return articles to choose from, with the date of the text that was read."""
    document = Document()
    document.heading(f"Artikelen bij '{asked}'", 1)
    document.table(
        ("id", "artikel", "onderwerp", "tekst van"),
        [
            (
                article.id,
                article_name(catalogue, article.id),
                article.heading,
                read_on(article),
            )
            for article in articles
        ],
    )
    document.paragraph(f"Eén artikel lezen: toolbox law {articles[0].id}", muted=True)
    return document


def _text_read(document: Document, catalogue: Catalogue, article: Article) -> None:
    document.heading("Welke tekst is gelezen")
    document.terms(
        [
            ("Tekst van", Line(read_on(article))),
            ("Sindsdien", Line(article.since)),
        ]
    )
    place = article_url(catalogue, article.id) or "de regeling van uw eigen gemeente, of de officiële publicatie"
    document.paragraph(f"Vergelijk met {place}")


def _power(document: Document, catalogue: Catalogue, article: Article, power: Power) -> None:
    document.heading(record_label(catalogue, power, power.name))
    document.terms(
        [
            ("Grondslag", Line("; ".join(article_name(catalogue, basis.article, basis.paragraph) for basis in power.basis))),
            ("Beslist", Line(partner_name(catalogue, power.decides))),
            *[(consult_label(item), _consult(catalogue, item.partner, item.text, item.source)) for item in power.consults],
            ("Ten hoogste", statement(catalogue, power.max_duration)),
            ("Verlengen", statement(catalogue, power.renewal) if power.renewal else Line("Niet uitgezocht.")),
            ("Politie beslist", mandate_of_police(catalogue, power)),
            ("Boa beslist", mandate_of_boa(catalogue, power)),
            ("Bij overtreding", statement(catalogue, power.breach)),
        ]
    )
    elsewhere = [item for item in (catalogue.condition_by_id[name] for name in power.conditions) if item.article != article.id]
    if elsewhere:
        document.heading("Andere artikelen eisen hierbij ook", 3)
        document.bullets([_condition(catalogue, article, item) for item in elsewhere])


def _dependents(document: Document, catalogue: Catalogue, article: Article, found: Dependents) -> None:
    document.heading("Wat hiervan afhangt")
    terms = [item.name for item in found.terms] + (["het tellen van dagen"] if found.counting else [])
    if not (found.forms or found.conditions or found.naming or found.procedures or found.standards or terms or found.sharing):
        document.paragraph("Geen maatregel, voorwaarde, vraag, procedure of termijn hangt rechtstreeks van dit artikel af.")
        return
    document.terms(
        [
            (
                "Maatregelen",
                Line(", ".join(marked(form.id, own=form.own) for form in found.forms if form.measure.origin is not Origin.REFUSAL)),
            ),
            ("Kan daarom niet", Line(", ".join(form.id for form in found.forms if form.measure.origin is Origin.REFUSAL))),
            ("Vragen", Line(", ".join(question.id for question in found.questions))),
            ("Ook genoemd bij", Line("; ".join(record_label(catalogue, power, power.name) for power in found.naming))),
            ("Procedures", Line("; ".join(record_label(catalogue, item, item.name) for item in found.procedures))),
            ("Op papier", Line("; ".join(dict.fromkeys(item.name for item in found.standards)))),
            ("Termijnen", Line("; ".join(dict.fromkeys(terms)))),
        ]
    )
    if found.conditions:
        document.heading("Wettelijke voorwaarden", 3)
        document.bullets(list(dict.fromkeys(_condition(catalogue, article, condition) for condition in found.conditions)))
    document.paragraph(_read_on(found), muted=True)


def _read_on(found: Dependents) -> str:
    hints = [f"toolbox measure {found.forms[0].id}"] if found.forms else []
    hints += [f"toolbox questions {found.questions[0].id}"] if found.questions else []
    hints += ["toolbox share"] if found.sharing else []
    return f"Lees verder: {listed(hints, 'of')}" if hints else ""


def _sources(document: Document, catalogue: Catalogue, found: Dependents) -> None:
    if found.rulings:
        document.heading("Uitspraken hierover")
        document.bullets([_ruling(ruling) for ruling in found.rulings])
    if found.errata:
        document.heading("Wat de toolbox hierover anders zegt")
    for erratum in found.errata:
        said = f"{erratum.correct} De toolbox ({erratum.section}) zegt: {erratum.toolbox_says}"
        document.callout(Tone.CORRECTION, said, cited(catalogue, erratum.source))


def _condition(catalogue: Catalogue, article: Article, condition: LegalCondition) -> Line:
    """The condition; where another article demands it and this one is only cited, that article is named."""
    own = condition.article == article.id
    place = place_in("", condition.paragraph) if own else condition_place(catalogue, condition)
    return Line(record_label(catalogue, condition, condition.text), (place,) if place else ())


def _ruling(ruling: Ruling) -> Line:
    when = f", {day(ruling.decided)}" if ruling.decided else ""
    return Line(f"{ruling.court}{when}: {ruling.teaches} ({sentence(ruling.read).removesuffix('.')}.)", (ruling.ecli,))


def _consult(catalogue: Catalogue, partner: str, text: str, sources: Iterable[str]) -> Line:
    line = sourced(catalogue, text, tuple(sources))
    return Line(f"{partner_name(catalogue, partner)}: {line.text}", line.sources)
