"""Pictures and effects written out by hand: what helpers count, the reports only have to word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from toolbox_cli.evidence.effect import Effect, Neighbour, Part, Side, Trial
from toolbox_cli.evidence.picture import (
    Cell,
    Comparison,
    Concentration,
    Count,
    Counts,
    Heat,
    Hot,
    Interval,
    Picture,
    PlaceMap,
    Rate,
    Span,
    Trend,
)
from toolbox_cli.evidence.table import Column, Unused
from toolbox_cli.model.evidence import ColumnRule, Description, Event, EvidenceRules, Level, Limits

RULES = EvidenceRules.model_construct(  # what a report does not look at is left out
    columns=(ColumnRule(id="day", label="datum", words=("datum",)), ColumnRule(id="place", label="plaats", words=("straat",))),
    limits=Limits(percentage_from=30, public_from=5, range_hours=2, hot_share=0.1),
)
ABOUT = Description(
    source="politie",
    registered_by="basisteam Noord",
    definition="meldingen met code overlast of winkeldiefstal",
    start=date(2024, 1, 1),
    end=date(2024, 6, 30),
    events=(Event(date(2024, 4, 1), "een meldkaart voor winkels"), Event(date(2023, 4, 1), "een ander systeem")),
    places=(Level(date(2023, 1, 1), 800), Level(date(2024, 4, 1), 1150)),
)
CELLS = (
    (0,) * 17 + (2, 1, 0, 3, 2, 1, 0),
    (0,) * 17 + (1, 1, 2, 2, 0, 1, 0),
    (0,) * 16 + (1, 1, 2, 3, 4, 2, 0, 0),
    (0,) * 16 + (2, 3, 2, 4, 5, 3, 1, 0),
    (1,) + (0,) * 15 + (3, 4, 6, 7, 16, 9, 4, 2),
    (2, 1) + (0,) * 14 + (2, 3, 4, 3, 5, 4, 3, 1),
    (0,) * 20 + (1, 0, 0, 0),
)  # fmt: skip
MONTHS = (18, 17, 22, 25, 24, 37)
ENDS = tuple(date(2024, at + 2, 1) - timedelta(days=1) for at in range(6))
PLACES = (800.0, 800.0, 800.0, 1150.0, 1150.0, 1150.0)
PICTURE = Picture(
    about=ABOUT,
    files=("politie.csv",),
    read=150,
    unused=(
        *(Unused("politie.csv", row, "geen datum te lezen") for row in (4, 7, 8, 9, 10, 31)),
        Unused("politie.csv", 152, "een totaalregel"),
    ),
    columns=(
        Column("Datum", "day"),
        Column("Straat", "place"),
        Column("Verdachte", "", "een kolom met namen"),
        Column("Opmerking"),
    ),
    remarks=("van 3 rijen staat alleen de maand in het bestand",),
    total=143,
    per_week=5.5,
    kinds=Counts((Count("winkeldiefstal", 84), Count("intimidatie of bedreiging", 40), Count("vernieling", 12), Count("overig", 3)),
                 143, 4),
    places=Counts((Count("Stationsstraat", 61), Count("Marktplein", 44), Count("Busstation Zuid", 20), Count("Parkweg", 2)), 143, 16),
    months=Counts(tuple(Count(f"2024-{at:02}", value) for at, value in enumerate(MONTHS, 1)), 143),
    heat=Heat(CELLS, 1, 143 - sum(map(sum, CELLS))),
    hot_places=(Hot("Stationsstraat", 61, 0.48), Hot("Marktplein", 44, 0.346)),
    hot_hours=(Hot("vrijdag 19.00-22.00 uur", 32, 0.2509),),
    concentration=Concentration(1, 4, 0.48),
    trend=Trend(
        tuple(Span(date(2024, at, 1), ENDS[at - 1], value, PLACES[at - 1]) for at, value in enumerate(MONTHS, 1)),
        "month", Interval(1.47, 1.05, 2.06), Interval(1.05, 0.75, 1.47), "",
    ),
    rates=(Rate("places", 975.0, 146.7, 294.1),),
    comparisons=(
        Comparison("een jaar eerder", replace(ABOUT, start=date(2023, 1, 1), end=date(2023, 6, 30)), "earlier", 143, 110,
                   Interval(1.3, 1.01, 1.67), Interval(1.07, 0.83, 1.38)),
        Comparison("de regio", replace(ABOUT, definition=""), "region", None, None, None, None, "de definitie is niet bekend"),
    ),
    place_map=PlaceMap(250, (Cell(125, 125, 5), Cell(625, 375, 61), Cell(875, 625, 44), Cell(875, 875, 3)), 30),
)  # fmt: skip


def hide(value: int | None) -> int | None:
    return None if value is not None and 0 < value < 5 else value


def hidden(counts: Counts) -> Counts:
    return Counts(tuple(Count(item.label, hide(item.number)) for item in counts.items), counts.total, hide(counts.without))


PUBLIC = replace(
    PICTURE,
    public=True,
    kinds=hidden(PICTURE.kinds),
    places=hidden(PICTURE.places),
    heat=Heat(tuple(tuple(hide(value) for value in row) for row in CELLS), 1, PICTURE.heat.without),
    place_map=PlaceMap(250, tuple(Cell(cell.x, cell.y, hide(cell.number)) for cell in PICTURE.place_map.cells), 30),
)
SHOPS = Picture(
    about=Description(source="winkels Marktplein", start=date(2024, 1, 1), end=date(2024, 3, 31)),
    files=("winkels.xlsx",), read=9, unused=(), columns=(Column("Datum", "day"),), remarks=(), total=9, per_week=None,
    kinds=Counts((), 9, 9), places=Counts((), 9, 9), months=Counts((Count("2024-01", 2), Count("2024-02", 3), Count("2024-03", 4)), 9),
    heat=Heat(((0,) * 24,) * 7, 1, 9), hot_places=(), hot_hours=(), concentration=None,
    trend=Trend((), "month", None, None, "", "er zijn te weinig incidenten"),
)  # fmt: skip
EFFECT = Effect(
    trial=Trial(
        date(2024, 4, 1), Part(frozenset({"Stationsstraat"}), label="Stationsstraat"),
        comparison=Part(frozenset({"Marktplein"}), label="Marktplein"),
        neighbours=(Part(frozenset({"Parkweg"}), label="Parkweg"), Part(hours=(22, 2), label="22.00-2.00 uur")),
        baseline=(date(2024, 1, 1), date(2024, 3, 31), 60),
    ),
    about=ABOUT,
    before_days=91,
    after_days=91,
    target=Side("Stationsstraat", 64, 35, Interval(0.55, 0.36, 0.82)),
    comparison=Side("Marktplein", 40, 38, Interval(0.95, 0.61, 1.48)),
    effect=Interval(0.58, 0.34, 0.97),
    word="minder",
    why="",
    neighbours=(
        Neighbour(Side("Parkweg", 10, 24, Interval(2.4, 1.15, 5.0)), Interval(2.5, 1.1, 5.7), "meer"),
        Neighbour(Side("22.00-2.00 uur", 12, 11, Interval(0.92, 0.4, 2.1)), Interval(0.97, 0.4, 2.3), ""),
    ),
    net=Interval(0.84, 0.52, 1.36),
    net_word="",
    cautions=("peak_before", "registration_changed", "season", "baseline_differs"),
    read=150,
    unused=PICTURE.unused,
    columns=PICTURE.columns,
    counted_baseline=64,
)  # fmt: skip
UNCLEAR = replace(
    EFFECT,
    trial=Trial(date(2024, 4, 1), Part()),
    target=Side("", 6, 4, Interval(0.67, 0.19, 2.36)),
    comparison=None,
    effect=Interval(0.67, 0.19, 2.36),
    word="",
    neighbours=(),
    net=None,
    cautions=("no_comparison", "small_numbers", "short_before", "short_after"),
    counted_baseline=None,
)
