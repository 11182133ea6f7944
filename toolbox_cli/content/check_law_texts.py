"""The age of what was read of the law: nothing old is used without saying so, and fingerprints fit what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Law


def _dates_fit(catalogue: Catalogue) -> Iterator[Fault]:
    """A text is read first, compared later, and both before the edition was published; own content may be younger than the edition."""
    published = catalogue.edition.published if catalogue.edition else date.max
    for index, article in enumerate(catalogue.articles):
        if article.checked and not article.text_date:
            yield Fault("articles", index, ("checked",), "zonder text_date is er geen gelezen tekst om te vergelijken; vul text_date in")
        elif article.checked and article.text_date and article.checked < article.text_date:
            yield Fault("articles", index, ("checked",), f"dit ligt voor text_date ({article.text_date}); keer ze om of haal checked weg")
        for name in ("text_date", "checked"):
            value: date | None = getattr(article, name)
            if value and value > published and not catalogue.is_own(article):
                what = f"{value} ligt na de datum van deze uitgave ({published}); controleer het jaar, of pas published in content.yaml aan"
                yield Fault("articles", index, (name,), what)


def _not_too_old(catalogue: Catalogue) -> Iterator[Fault]:
    """A text older than the limit is accepted for its law, with an end and a reason; otherwise it is a fault."""
    if catalogue.edition is None:  # content.yaml could not be read
        return
    published, years = catalogue.edition.published, catalogue.edition.law_limit_years
    limit = years_before(published, years)
    laws = {law.id: law for law in catalogue.laws}
    old = [(index, article, seen) for index, article in enumerate(catalogue.articles) if (seen := article.last_seen) and seen < limit]
    for index, article, seen in old:
        law = laws.get(article.law)
        fault = _too_old(law, seen, years) if law else ""
        if fault:
            yield Fault("articles", index, ("checked" if article.checked else "text_date",), fault)
    aged, present = {article.law for _, article, _ in old}, {article.law for article in catalogue.articles}
    for index, law in enumerate(catalogue.laws):
        if law.accepts_older is None or law.id not in present:
            continue
        if law.id not in aged:
            yield Fault("laws", index, ("accepts_older",), f"geen artikel is ouder dan {years} jaar; haal accepts_older weg")
        elif law.accepts_older.until < published:
            what = (
                f"dit liep tot {law.accepts_older.until} en de uitgave is van {published}; lees nieuwere teksten, of geef opnieuw een reden"
            )
            yield Fault("laws", index, ("accepts_older", "until"), what)


def years_before(day: date, years: int) -> date:
    """Return the same day so many years earlier; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _too_old(law: Law, seen: date, years: int) -> str:
    if law.accepts_older is None:
        return (
            f"deze wettekst is voor het laatst gezien in de versie van {seen}, meer dan {years} jaar voor deze uitgave; vergelijk met een "
            f"nieuwere tekst en vul checked in, of zet bij de wet '{law.id}' accepts_older met een reden"
        )
    if seen < law.accepts_older.oldest:
        return (
            f"deze wettekst ({seen}) is ouder dan bij de wet '{law.id}' is aanvaard (accepts_older.oldest: {law.accepts_older.oldest}); "
            f"vergelijk met een nieuwere tekst en vul checked in"
        )
    return ""


def _fingerprints_fit(catalogue: Catalogue) -> Iterator[Fault]:
    """A fingerprint is of the text that the article was summarised from, and of each part once."""
    articles = {article.id: article for article in catalogue.articles}
    laws = {law.id: law for law in catalogue.laws}
    for index, fingerprint in enumerate(catalogue.fingerprints):
        names = [part.split(" ")[0] for part in fingerprint.parts]
        for at, name in enumerate(names):
            if name in names[:at]:
                yield Fault("fingerprints", index, ("parts", at), f"onderdeel '{name}' staat er twee keer; maak de vingerafdruk opnieuw")
        article = articles.get(fingerprint.article)
        if article is None:
            continue
        if article.text_date != fingerprint.read:
            read = article.text_date or "ontbreekt"
            what = f"dit is een andere tekst dan die van het artikel in law.yaml (text_date: {read}); lees, vat samen en maak beide gelijk"
            yield Fault("fingerprints", index, ("read",), what)
        if article.law in laws and laws[article.law].bwb_id is None:
            yield Fault("fingerprints", index, ("article",), f"de wet '{article.law}' heeft geen bwb_id, dus dit kan niemand vergelijken")


LAW_TEXT_CHECKS: tuple[Callable[[Catalogue], Iterable[Fault]], ...] = (_dates_fit, _not_too_old, _fingerprints_fit)
