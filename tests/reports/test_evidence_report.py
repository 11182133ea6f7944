"""What a report says on figures: the whole text to read, the same numbers everywhere, and nothing that is hidden."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from expected import same_as
from pictures import ABOUT, CELLS, EFFECT, PICTURE, PUBLIC, RULES, SHOPS, UNCLEAR

from toolbox_cli.cli.screen import show
from toolbox_cli.evidence.picture import Count, Counts, Heat, Interval, Picture, Span, Trend
from toolbox_cli.evidence.table import Unused
from toolbox_cli.reports.document import Document, HeatMap, Series
from toolbox_cli.reports.effect import compose_effect
from toolbox_cli.reports.evidence import compose_evidence
from toolbox_cli.reports.evidence_json import evidence_json
from toolbox_cli.reports.figure_files import as_csv, figure_files
from toolbox_cli.reports.figure_text import figure_table
from toolbox_cli.reports.markdown import to_markdown

DOCUMENTS = {
    "cijfers": compose_evidence([PICTURE], RULES),
    "cijfers-openbaar": compose_evidence([PUBLIC], RULES),
    "cijfers-twee": compose_evidence([PICTURE, SHOPS], RULES),
    "effect": compose_effect(EFFECT, RULES),
    "effect-onduidelijk": compose_effect(UNCLEAR, RULES),
}


def on_screen(document: Document, monkeypatch: pytest.MonkeyPatch, width: int = 80) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    show(document, out)
    return out.getvalue()


def running(text: str) -> str:
    return " ".join(text.split())


def said(picture: Picture) -> str:
    return running(compose_evidence([picture], RULES).text())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_report_is_the_expected_one(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    same_as(f"{name}.txt", on_screen(DOCUMENTS[name], monkeypatch))
    same_as(f"{name}.md", to_markdown(DOCUMENTS[name]))


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_line_is_wider_than_the_screen(monkeypatch: pytest.MonkeyPatch, name: str, width: int) -> None:
    assert max(map(len, on_screen(DOCUMENTS[name], monkeypatch, width).splitlines())) <= width


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_figure_has_a_message_that_also_stands_on_screen_and_in_markdown(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    screen, markdown = running(on_screen(DOCUMENTS[name], monkeypatch)), running(to_markdown(DOCUMENTS[name]))

    for figure in DOCUMENTS[name].figures():
        assert figure.title and figure.alt.endswith(".")
        assert figure.alt in screen
        assert figure.alt in markdown


def heat_on_screen(text: str) -> list[list[str]]:
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.split()[:3] == ["0", "1", "2"])
    return [line.split()[1:] for line in lines[start + 1 : start + 8]]


def heat_in_markdown(text: str) -> list[list[str]]:
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("| uur / dag"))
    end = next(at for at in range(start, len(lines)) if not lines[at].startswith("|"))
    rows = []
    for line in lines[start + 2 : end]:
        hours, *cells = [cell.strip() for cell in line.strip("| ").split("|")]
        first, _, last = hours.partition(" t/m ")  # hours without incidents are one row
        rows += [cells] * (int(last or first) - int(first) + 1)
    assert len(rows) == 24
    return [list(day) for day in zip(*rows, strict=True)]


@pytest.mark.parametrize("picture", [PICTURE, PUBLIC])
def test_the_numbers_of_the_heat_map_the_table_the_file_and_the_sentence_are_equal(
    monkeypatch: pytest.MonkeyPatch, picture: Picture
) -> None:
    document = compose_evidence([picture], RULES)
    wanted = [["–" if value is None else str(value) for value in day] for day in picture.heat.cells]
    heat = next(figure for figure in document.figures() if isinstance(figure, HeatMap))
    rows = list(csv.reader(io.StringIO(as_csv(heat)), delimiter=";"))[1:]
    most = re.search(r"vrijdag tussen 20\.00 en 21\.00 uur \((\d+)\)", heat.alt)

    assert heat_on_screen(on_screen(document, monkeypatch)) == wanted
    assert heat_in_markdown(to_markdown(document)) == wanted
    assert [list(day) for day in zip(*(row[1:] for row in rows), strict=True)] == wanted
    assert [list(day) for day in evidence_json([picture])["registrations"][0]["heat"]["cells"]] == [list(day) for day in picture.heat.cells]
    assert most and int(most[1]) == max(value for day in picture.heat.cells for value in day if value is not None)


def test_the_numbers_of_kinds_and_months_in_sentence_bars_and_table_are_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, markdown = on_screen(DOCUMENTS["cijfers"], monkeypatch), to_markdown(DOCUMENTS["cijfers"])

    for item in PICTURE.kinds.items:
        assert re.findall(rf"^{item.label} +(\d+)  █+$", screen, re.M) == [str(item.number)]
        assert re.findall(rf"^\| {item.label} +\| (\d+) +\|$", markdown, re.M) == [str(item.number)]
    for name, span in zip(("januari", "februari", "maart", "april", "mei", "juni"), PICTURE.trend.spans, strict=True):
        assert re.findall(rf"^{name} 2024 +(\d+)  █+$", screen, re.M) == [str(span.number)]
    assert "winkeldiefstal (84)" in running(screen)


SMALL = re.compile(r"(?<![\d.,%-])[1-4](?![\d.,%-])")


def shown_numbers(document: Document) -> Sequence[str]:
    return [cell for figure in document.figures() for row in figure_table(figure).rows for cell in row[1:]]


def test_a_public_report_shows_no_small_number_in_any_figure_or_sentence() -> None:
    document = DOCUMENTS["cijfers-openbaar"]
    counted = [*shown_numbers(document), *(figure.alt for figure in document.figures())]

    assert not [text for text in counted if SMALL.search(re.sub(r"vak (is )?[A-Z]+\d+|[A-Z]\d", "", text))]
    assert "–" in shown_numbers(document)
    assert any(SMALL.fullmatch(cell) for cell in shown_numbers(DOCUMENTS["cijfers"])), "the test looks at nothing"


def test_a_public_report_says_so_first_and_how_small_numbers_were_treated(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_screen(DOCUMENTS["cijfers-openbaar"], monkeypatch).splitlines()

    assert lines[3].startswith("Let op: Dit is de openbare versie. Aantallen onder 5 zijn niet getoond")
    assert "Het teken – betekent: minder dan 5 of niet getoond." in lines
    assert "openbare versie" not in on_screen(DOCUMENTS["cijfers"], monkeypatch)


def test_a_public_report_names_no_rows() -> None:
    assert "rij 4" in said(PICTURE)
    assert "rij 4" not in said(PUBLIC)
    assert "7 rijen zijn niet meegeteld" in said(replace(PUBLIC, left_out=7))
    for few in (said(PUBLIC), json.dumps(evidence_json([PUBLIC]))):
        assert "Geen datum te lezen" not in few
        assert "150 gelezen" not in few
        assert '"rows_read": 150' not in few


def test_a_public_report_warns_who_publishes_a_second_version() -> None:
    assert "publiceer geen tweede versie over een periode die met deze overlapt" in said(PUBLIC)
    assert "publiceer geen tweede versie" not in said(PICTURE)


def test_a_total_that_is_hidden_is_not_given_away_by_rows_means_or_rates() -> None:
    secret = replace(
        PUBLIC, total=None, read=98765, per_week=77.7, rates=(replace(PICTURE.rates[0], in_period=66.6, per_year=55.5),), comparisons=()
    )
    document = compose_evidence([secret], RULES)
    files = b"".join(content for name, content in figure_files(document) if name.endswith((".txt", ".csv")))
    everything = document.text() + to_markdown(document) + json.dumps(evidence_json([secret])) + files.decode("utf-8", "replace")

    assert "het aantal is in deze openbare versie niet getoond" in everything
    for number in ("98765", "98.765", "77.7", "77,7", "66.6", "66,6", "55.5", "55,5", "6 rijen"):
        assert number not in everything


def test_no_trend_word_without_one_in_the_record() -> None:
    text = said(PICTURE)

    assert not re.search(r"\b(stijgt|daalt|steeg|daalde|stabiel|toegenomen|afgenomen)\b", text)
    assert (
        "geen duidelijke stijging of daling zien per opvangplek: de verandering over de periode ligt tussen 25% lager en 47% hoger" in text
    )


def test_a_rise_in_the_total_is_told_together_with_the_places() -> None:
    assert (
        "Het totaal ligt aan het eind 47% hoger (tussen 5% en 106% hoger) dan aan het begin. "
        "Er waren toen ook meer opvangplekken: van gemiddeld 800 naar 1.150."
    ) in said(PICTURE)


def test_the_trend_word_of_the_record_is_used_with_its_interval() -> None:
    trend = replace(PICTURE.trend, per_place=None, word="stijgt")
    text = said(replace(PICTURE, trend=trend))

    assert "Het aantal incidenten stijgt: aan het eind van de periode 47% hoger (tussen 5% en 106% hoger) dan aan het begin." in text
    assert "niet hetzelfde als gelijk gebleven" not in text


def test_the_line_is_drawn_only_behind_a_clear_trend_and_keeps_the_total() -> None:
    def series(trend: Trend) -> Series:
        return next(figure for figure in compose_evidence([replace(PICTURE, trend=trend)], RULES).figures() if isinstance(figure, Series))

    drawn = [point.fitted for point in series(replace(PICTURE.trend, per_place=None, word="stijgt")).points]
    hidden = (replace(PICTURE.trend.spans[0], number=None), *PICTURE.trend.spans[1:])

    assert sum(value or 0 for value in drawn) == pytest.approx(143)
    daily = [(value or 0) / span.days for value, span in zip(drawn, PICTURE.trend.spans, strict=True)]
    assert daily == sorted(daily)
    assert not any(point.fitted for point in series(PICTURE.trend).points)
    assert not any(point.fitted for point in series(replace(PICTURE.trend, per_place=None)).points)
    assert not any(point.fitted for point in series(replace(PICTURE.trend, per_place=None, word="stijgt", spans=hidden)).points)


def test_a_month_that_is_only_partly_inside_the_period_says_so() -> None:
    trend = replace(PICTURE.trend, spans=(Span(date(2024, 1, 15), date(2024, 1, 31), 5), Span(date(2024, 2, 1), date(2024, 2, 29), 9)))

    assert "januari 2024 (15-31)" in said(replace(PICTURE, trend=trend))
    weeks = (Span(date(2024, 1, 1), date(2024, 1, 10), 5), Span(date(2024, 1, 11), date(2024, 1, 17), 9))
    assert "vanaf 1 januari 2024 (10 dagen)" in said(replace(PICTURE, trend=replace(PICTURE.trend, unit="week", spans=weeks)))
    assert "februari 2024 (" not in said(replace(PICTURE, trend=trend)).replace("februari 2024 (9)", "")


def test_when_nothing_can_be_said_on_the_trend_the_reason_stands_there() -> None:
    trend = Trend((), "month", None, None, "", "er zijn maar twee maanden")

    assert "Over stijgen of dalen is niets te zeggen: er zijn maar twee maanden." in said(replace(PICTURE, trend=trend))


def test_what_is_not_known_of_the_source_is_a_gap_with_whom_to_ask() -> None:
    text = said(SHOPS)

    assert "niet opgegeven; vraag na bij winkels Marktplein" in text
    assert "wat als incident telt, wie registreerde, wie het deed en wat niet is gemeld" in text


def test_an_event_is_a_caution_only_inside_the_period() -> None:
    text = said(PICTURE)

    assert "Op 1 april 2024 veranderde er iets aan het registreren: een meldkaart voor winkels." in text
    assert "ander systeem" not in text


def test_few_incidents_bring_a_caution_and_many_do_not() -> None:
    assert "Het zijn weinig incidenten (9)." in said(SHOPS)
    assert "weinig incidenten" not in said(PICTURE)


def test_nothing_registered_is_not_nothing_happened() -> None:
    nothing = replace(
        SHOPS, total=0, read=0, kinds=Counts((), 0), places=Counts((), 0), months=Counts((), 0), heat=Heat(((0,) * 24,) * 7, 1, 0)
    )

    assert "geen enkel incident geregistreerd. Geen registratie betekent niet dat er niets gebeurde" in said(nothing)


def test_registrations_stand_apart_and_are_not_added_up() -> None:
    text = running(DOCUMENTS["cijfers-twee"].text())

    assert "niet bij elkaar opgeteld: hetzelfde incident kan in meer dan een registratie staan" in text
    assert str(143 + 9) not in text.replace("rij 152", "")
    assert "niet bij elkaar opgeteld" not in said(PICTURE)


def test_scattered_incidents_have_no_busiest_hour() -> None:
    cells = tuple(tuple(min(value, 2) for value in day) for day in CELLS)

    assert "Geen dag en uur springt eruit: het hoogste aantal in een vak is 2." in said(replace(PICTURE, heat=Heat(cells, 1, 0)))


def test_two_rows_of_days_and_wide_blocks_have_their_own_names() -> None:
    heat = Heat(((0, 1, 2, 3, 4, 5, 6, 70), (0, 0, 0, 0, 0, 0, 0, 9)), 3, 0)

    assert "maandag tot en met vrijdag tussen 21.00 en 24.00 uur (70)" in said(replace(PICTURE, heat=heat))
    assert "21-24" in said(replace(PICTURE, heat=heat))


def test_many_places_are_cut_and_it_is_said_how_many_are_left() -> None:
    places = Counts(tuple(Count(f"straat {at}", 100 - at) for at in range(40)), 3220)
    text = said(replace(PICTURE, places=places, hot_places=()))

    assert "nog 25 staan in de uitvoer met --json" in text
    assert "straat 14" in text
    assert "straat 15" not in text


def test_rows_that_were_not_used_are_counted_by_reason_and_complete_in_json() -> None:
    many = replace(PICTURE, unused=tuple(Unused("a.csv", row, "geen datum te lezen") for row in range(2, 700, 2)), read=492)
    found = evidence_json([many])["registrations"][0]["unused"]

    assert "Geen datum te lezen: 349 rijen (rij 2, 4, 6, 8, 10, 12, 14, 16 … en nog 341; alle nummers: --json)." in said(many)
    assert found == [{"file": "a.csv", "reason": "geen datum te lezen", "count": 349, "rows": [[row, row] for row in range(2, 700, 2)]}]


def test_a_refused_column_is_named_with_the_reason_and_an_unused_one_is_named() -> None:
    text = said(PICTURE)

    assert "Kolom 'Verdachte' is geweigerd en niet overgenomen: een kolom met namen." in text
    assert "Niet gebruikte kolommen: 'Opmerking'." in text
    assert "Wel gebruikt: 'Datum' als datum en 'Straat' als plaats." in text


def test_others_are_compared_only_where_the_record_does() -> None:
    text = said(PICTURE)

    assert "Niet vergeleken met de regio (1 januari 2024 tot en met 30 juni 2024): de definitie is niet bekend." in text
    assert "Per opvangplek of inwoner is dat 7% hoger (tussen 17% lager en 38% hoger): geen duidelijk verschil." in text


def test_what_limits_a_comparison_or_a_trend_is_said() -> None:
    few = replace(PICTURE.comparisons[0], ratio=None, per_place=None, cautions=("small_numbers", "season", "something_new"))
    text = said(replace(PICTURE, comparisons=(few,), trend=replace(PICTURE.trend, season=True)))

    assert "De aantallen zijn te klein voor een verhouding. Let op: de perioden zijn niet hetzelfde deel van het jaar." in text
    assert "(something_new)" in text
    assert "De periode is korter dan twee jaar." in text
    assert "korter dan twee jaar" not in said(PICTURE)


def test_a_public_report_without_cells_or_labels_says_that_they_are_not_shown() -> None:
    text = said(
        replace(PUBLIC, heat=Heat((), 1, None), hot_hours=(), kinds=Counts((), 143, None), places=Counts((), 143, None), hot_places=())
    )

    assert "De aantallen per soort zijn te klein voor de openbare versie en zijn niet getoond." in text
    assert "De aantallen per plaats zijn te klein" in text
    assert "De aantallen per dag en uur zijn te klein" in text
    assert "Van geen incident" not in text


def test_an_empty_square_on_a_public_map_may_hold_a_few() -> None:
    assert "een vak zonder getal heeft er weinig of geen." in running(to_markdown(DOCUMENTS["cijfers-openbaar"]))
    assert "een vak zonder getal heeft geen incidenten." in running(to_markdown(DOCUMENTS["cijfers"]))


def test_a_file_of_totals_has_no_empty_part() -> None:
    trend = Trend((), "month", None, None, "", "het bestand geeft totalen over een lange tijd")
    document = compose_evidence([replace(PICTURE, months=Counts((), 143, 143), trend=trend, rates=())], RULES)
    kinds = [type(block).__name__ for block in document.blocks]

    assert not any(kind == "Heading" == following for kind, following in pairwise(kinds[1:]))
    assert document.text().count("het bestand geeft totalen over een lange tijd") == 2


def test_json_is_plain_complete_and_has_no_bound_without_a_number() -> None:
    endless = replace(PICTURE, trend=replace(PICTURE.trend, change=Interval(2.0, 1.2, float("inf"))))
    found = json.loads(json.dumps(evidence_json([endless]), allow_nan=False))["registrations"][0]

    assert found["trend"]["change"] == {"value": 2.0, "low": 1.2, "high": None}
    assert found["about"]["start"] == "2024-01-01"
    assert found["rows_read"] == found["rows_unused"] + found["total"]
    assert {"kinds", "places", "months", "heat", "hot_places", "hot_hours", "concentration", "rates", "comparisons", "place_map"} <= set(
        found
    )


def test_the_same_pictures_give_the_same_report() -> None:
    assert to_markdown(compose_evidence([PICTURE, SHOPS], RULES)) == to_markdown(compose_evidence([PICTURE, SHOPS], RULES))
    assert PICTURE.about == ABOUT
