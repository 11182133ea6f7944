"""The action plan: what was given is in it, what was not stands as 'niet ingevuld' in its place and in front, each gap once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from expected import same_as
from helpers import CATALOGUE, ROOT, answers_of, examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.assess import assess
from toolbox_cli.analysis.case import answers_of as answers_in
from toolbox_cli.analysis.case import heard_in, problems_of
from toolbox_cli.analysis.receipt import Receipt
from toolbox_cli.content.case_file import read_case
from toolbox_cli.model.case import Baseline, Case, Decision, Said
from toolbox_cli.model.planned import Planned, PlannedMeasure
from toolbox_cli.reports.action_plan import action_plan_gaps, compose_action_plan
from toolbox_cli.reports.document import Bar, Bars, Document, Heading, Line, Outline, Table, Terms, Tone
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.markdown import to_markdown
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.plan_facts import NOT_GIVEN

EXAMPLE = ROOT / "examples" / "plan-voorbeeld.yaml"
RECEIPT = Receipt("0.1.0", "2026.11.4", "0123456789ab", date(2024, 1, 1), "ba9876543210")
FORM, NAME = "toezicht/boa", "Boa of toezichthouder met taakaccent"
DAY = date(2026, 11, 1)


def dossier_of(case: Case, **more: object) -> Dossier:
    """All that the plan of a case is made from, with a receipt that does not change with the content."""
    records = tuple(
        Record(
            case.problem(name),
            assess(CATALOGUE, answers_in(CATALOGUE, case, name)),
            heard_in(CATALOGUE, case, name),
            RECEIPT,
            tuple(case.decided(name)),
        )
        for name in problems_of(case)
    )
    return Dossier(case, records, on=DAY, **more)  # type: ignore[arg-type]  # whichever fields a test gives


def plan_of(case: Case, **more: object) -> Document:
    return compose_action_plan(CATALOGUE, dossier_of(case, **more))


def case_with(**answers: str | list[str]) -> Case:
    return Case({name: (Said(answer),) for name, answer in answers_of(answers).given.items()})


def section(document: Document, title: str) -> str:
    """The text below a heading, up to the next one of the same level or higher."""
    blocks = document.blocks
    start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text.startswith(title))
    level = blocks[start].level  # type: ignore[union-attr]  # it is a heading
    rest = blocks[start + 1 :]
    end = next((at for at, block in enumerate(rest) if isinstance(block, Heading) and block.level <= level), len(rest))
    return Document(rest[:end]).text()


def commands_of(case: Case, **more: object) -> str:
    """What the screen says to who fills the plan in."""
    return action_plan_gaps(CATALOGUE, dossier_of(case, **more)).text()


def gaps_of(document: Document) -> str:
    return section(document, "Nog niet ingevuld")


SPARSE = {"frequentie": "wekelijks", "gedrag": ["winkeldiefstal"]}
CASES = {
    "winkeldiefstal": read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE),
    "bekende persoon": read_case(ROOT / "examples" / "bekende-persoon-station.yaml", CATALOGUE),
    "almost nothing known": case_with(**SPARSE),
    "nothing at all": Case(),
    "two problems": read_case(EXAMPLE, CATALOGUE),
}


def test_a_plan_of_two_problems_in_full() -> None:
    same_as("plan-van-aanpak.md", to_markdown(plan_of(read_case(EXAMPLE, CATALOGUE))))


def test_a_plan_with_almost_nothing_known_in_full() -> None:
    same_as("plan-van-aanpak-leeg.md", to_markdown(plan_of(case_with(**SPARSE))))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_cell_is_empty_no_heading_stands_alone_and_none_skips_a_level(case: Case) -> None:
    document = plan_of(case)

    blocks = document.blocks
    for before, block in pairwise([*blocks, Heading("", 1)]):
        if isinstance(before, Heading) and isinstance(block, Heading):
            assert block.level > before.level, f"nothing stands under {before.text}"
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    for block in blocks:
        if isinstance(block, Table):
            assert all(cell.strip() for row in block.rows for cell in row)
        if isinstance(block, Terms):
            assert all(label.strip() and line.text.strip() for label, line in block.pairs)
        if isinstance(block, Outline):
            assert all(line.text.strip() for _, line in block.items)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_gap_stands_in_front_once(case: Case) -> None:
    blocks = plan_of(case).blocks
    lines = [line.text for block in blocks[:6] if isinstance(block, Outline) for depth, line in block.items if depth == 0]

    assert len(lines) == len(set(lines))


# What is given and what is not

BASELINE = Baseline(date(2026, 4, 1), date(2026, 9, 30), 84, "politie")
MEASURE_FACTS = {
    "owner": ("eigenaar", "teamleider handhaving"),
    "start": ("start", date(2026, 12, 1)),
    "until": ("einde", date(2027, 6, 2)),
    "indicator": ("indicator", "meldingen per vier weken op het plein"),
    "review": ("evaluatiedatum", date(2027, 3, 3)),
}
SHOWN = {"owner": "teamleider handhaving", "start": "1 december 2026", "until": "2 juni 2027", "review": "3 maart 2027"}
WHOLE_FACTS = {
    "goals": ("doelen", "Doelen", ("minder meldingen in het centrum",)),
    "displacement": ("waterbed", "Waterbed", "de straten rond het station"),
    "communication": ("communicatie", "Communicatie", "winkeliers elke maand in het overleg"),
}
some_facts = st.frozensets(st.sampled_from([*MEASURE_FACTS, *WHOLE_FACTS, "baseline", "budget"]))


def planned_case(facts: frozenset[str]) -> Case:
    measure = PlannedMeasure(FORM, **{name: value for name, (_, value) in MEASURE_FACTS.items() if name in facts})  # type: ignore[arg-type]
    whole = {name: value for name, (_, _, value) in WHOLE_FACTS.items() if name in facts}
    plan = Planned(measures=() if measure.empty else (measure,), **whole)  # type: ignore[arg-type]
    decision = Decision(date(2026, 10, 20), FORM, chosen=True, baseline=BASELINE if "baseline" in facts else None)
    return replace(CASES["winkeldiefstal"], decisions=(decision,)).with_plan(plan)


def budget() -> Document:
    document = Document()
    document.heading("De begroting getoetst", 1)
    document.heading("Per post", 2)
    document.paragraph("Een toezichthouder: € 40.000.")
    return document


@examples(200)
@given(some_facts)
def test_each_fact_is_shown_where_it_belongs_or_missed_there_and_in_front(facts: frozenset[str]) -> None:
    found = budget() if "budget" in facts else None
    document = plan_of(planned_case(facts), budget=found)
    front, own, screen = gaps_of(document), section(document, NAME), commands_of(planned_case(facts), budget=found)
    own_gaps = front[front.index(NAME) :] if NAME in front else ""

    for fact, (label, value) in MEASURE_FACTS.items():
        assert (SHOWN.get(fact, str(value)) in own) is (fact in facts)
        assert (f"--{fact}" in screen) is (fact not in facts)
        assert fact in facts or label in own_gaps
    assert own.count(NOT_GIVEN) == len((MEASURE_FACTS.keys() | {"baseline"}) - facts)
    assert ("84 incidenten van 1 april 2026" in own) is ("baseline" in facts)
    assert (f"--measure {FORM} --baseline" in screen) is ("baseline" not in facts)
    for fact, (label, title, value) in WHOLE_FACTS.items():
        text = value if isinstance(value, str) else value[0]
        place = section(document, title)
        assert (text in place) is (fact in facts)
        assert (NOT_GIVEN in place) is (fact not in facts)
        assert (f"--{'goal' if fact == 'goals' else fact} TEKST" in screen) is (fact not in facts)
        assert fact in facts or label in front
    assert (NOT_GIVEN in section(document, "Begroting")) is ("budget" not in facts)
    assert ("Het hele plan: begroting" in front) is ("budget" not in facts)


def test_an_indicator_of_the_content_is_a_proposal_and_stays_a_gap() -> None:
    document = plan_of(planned_case(frozenset({"owner"})))

    assert "niet ingevuld. Voorstel: Meldingen per vier weken" in section(document, NAME)
    assert "indicator" in gaps_of(document)


def test_what_is_only_proposed_says_so_and_waits_for_a_choice() -> None:
    document = plan_of(CASES["winkeldiefstal"])

    assert "voorgesteld, niet gekozen" in section(document, "De maatregelen")
    assert "Er is nog niets gekozen" in section(document, "De maatregelen")
    assert "Voorgesteld en nog niet gekozen" in gaps_of(document)
    assert "Eerst kiezen: toolbox case choose BESTAND VARIANT" in commands_of(CASES["winkeldiefstal"])


def test_what_was_asked_and_cannot_be_stands_above_the_plan() -> None:
    asked = plan_of(case_with(**SPARSE, gevraagd=["hele_groep", "avondklok"]))
    top = asked.text()[: asked.text().index("Nog niet ingevuld")]

    assert top.count("is gevraagd, maar kan niet") == 2
    assert "maar kan niet" not in plan_of(case_with(**SPARSE)).text()


@pytest.mark.parametrize("name", CASES)
def test_who_reads_the_plan_is_given_no_commands(name: str) -> None:
    assert "toolbox case" not in to_markdown(plan_of(CASES[name]))


def test_a_measure_for_two_problems_stands_once_in_the_overview_with_each_of_them() -> None:
    document = plan_of(CASES["two problems"])

    table = next(block for block in document.blocks if isinstance(block, Table))
    (row,) = [row for row in table.rows if row[0] == "Straatcoach"]
    assert row[1] == "1 en 2"
    assert row[3] == "bij 1: teamleider handhaving; bij 2: niet ingevuld"


def test_conditions_of_one_problem_do_not_count_for_another() -> None:
    document = plan_of(CASES["two problems"])
    both = [block.text for block in document.blocks if isinstance(block, Heading) and block.text.startswith("Straatcoach")]

    assert both == ["Straatcoach (gekozen op 20 oktober 2026)", "Straatcoach (voorgesteld, niet gekozen)"]
    assert "Gebiedsverbod" not in section(document, "Maatregelen bij probleem 2")


def test_a_choice_against_the_advice_is_said_with_the_condition_that_lacks() -> None:
    decision = Decision(date(2026, 10, 20), "veiligheidsrisicogebied/151b", chosen=True, reason="er zijn messen gezien bij het station")
    document = plan_of(replace(CASES["bekende persoon"], decisions=(decision,)))
    own = section(document, CATALOGUE.form_by_id[decision.measure].name)

    assert "past nu niet bij het advies" in own
    assert "Voorwaarde die ontbreekt" in own


def test_a_form_that_is_gone_from_the_content_keeps_what_was_filled_in() -> None:
    decision = Decision(date(2026, 10, 20), "vervallen/oud", chosen=True)
    case = replace(CASES["winkeldiefstal"], decisions=(decision,)).with_plan(
        Planned(measures=(PlannedMeasure("vervallen/oud", owner="gemeente"),))
    )
    own = section(plan_of(case), "vervallen/oud")

    assert "staat niet meer in de inhoud" in own
    assert "gemeente" in own


def test_what_is_filled_in_for_a_dropped_measure_stays_visible() -> None:
    dropped = Decision(date(2026, 10, 20), FORM, chosen=False, reason="er is geen geld voor")
    document = plan_of(replace(planned_case(frozenset({"owner"})), decisions=(dropped,)))

    assert "teamleider handhaving" in section(document, f"{NAME} (afgevallen op 20 oktober 2026)")


def test_a_heavier_choice_without_its_reason_is_a_gap() -> None:
    decision = Decision(date(2026, 10, 20), FORM, chosen=True, above=("meldkaart",))
    document = plan_of(replace(CASES["winkeldiefstal"], decisions=(decision,)))

    assert "reden van het besluit van 20 oktober 2026" in gaps_of(document)
    assert "Reden: niet ingevuld" in section(document, "Besluiten tot nu toe")
    assert "Meldkaart" in section(document, "Besluiten tot nu toe")


def test_the_figures_come_with_their_cautions_and_message() -> None:
    figures = Document()
    figures.heading("Wat de cijfers laten zien", 1)
    figures.callout(Tone.NOTE, "deze registratie telt mensen.")
    figures.heading("In het kort")
    figures.paragraph("Politie: 84 incidenten.")
    figures.heading("Verloop")
    figures.paragraph("Dit is te veel voor het plan.")
    figures.figure(Bars("Soorten", (Bar("diefstal", 84),), "Diefstal komt het meest voor."))
    told = section(plan_of(CASES["winkeldiefstal"], figures=figures), "Wat de cijfers laten zien")

    for words in ("telt mensen", "84 incidenten", "Diefstal komt het meest voor."):
        assert words in told
    assert "te veel voor het plan" not in told


def test_a_budget_keeps_its_text_and_no_heading_stands_above_its_own() -> None:
    document = plan_of(CASES["winkeldiefstal"], budget=budget())
    headings = [(block.text, block.level) for block in document.blocks if isinstance(block, Heading)]

    assert ("Per post", 3) in headings and "De begroting getoetst" not in dict(headings)
    assert "€ 40.000" in section(document, "Begroting")


def test_those_who_sign_advise_and_do_not_decide() -> None:
    told = section(plan_of(CASES["winkeldiefstal"]), "Meegelezen")

    for who in ("Jurist", "Politie", "Openbaar Ministerie"):
        assert who in told
    assert "beslist niet" in told


def test_a_plan_with_everything_filled_in_says_that_nothing_lacks() -> None:
    case = planned_case(frozenset((*MEASURE_FACTS, *WHOLE_FACTS, "baseline")))
    leading = [finding.form.id for finding in assess(CATALOGUE, answers_in(CATALOGUE, case)).findings if finding.leading]
    dropped = [Decision(DAY, name, chosen=False, reason="dit doen wij nu niet") for name in leading if name != FORM]
    document = plan_of(replace(case, decisions=(*case.decisions, *dropped)), budget=budget())

    assert gaps_of(document) == "Er ontbreekt niets: elk onderdeel van dit plan is ingevuld."
    assert document.text().count(NOT_GIVEN) == 1  # in the heading of the list itself


def test_the_same_case_gives_the_same_text_twice() -> None:
    case = CASES["two problems"]

    assert to_markdown(plan_of(case)) == to_markdown(plan_of(case))


def test_hostile_text_is_only_text() -> None:
    hostile = "<script>alert(1)</script> =SUMMA(1) \u202e| # kop"
    document = plan_of(planned_case(frozenset()).with_plan(Planned(goals=(hostile,), communication=hostile)))

    assert Line(hostile) in [item for block in document.blocks if hasattr(block, "items") for item in block.items]
    assert "\u202e" not in to_markdown(document)


@pytest.mark.parametrize(
    ("start", "until", "said"),
    [
        (date(2026, 12, 1), date(2027, 2, 28), ()),
        (date(2026, 12, 1), date(2027, 3, 1), ("28 februari 2027", "alleen met verlenging", "30 november 2027", "172a lid 6")),
        (date(2026, 12, 1), date(2029, 1, 1), ("28 februari 2027", "Ook met elke verlenging is 30 november 2027", "172a lid 6")),
        (None, date(2027, 3, 1), ("Nog niet te toetsen", "de start is niet ingevuld")),
    ],
)
def test_a_planned_end_is_held_against_the_longest_the_law_allows(start: date | None, until: date, said: tuple[str, ...]) -> None:
    name = "gebiedsverbod/172a"
    chosen = Decision(on=DAY, measure=name, chosen=True, reason="het lichtste dat werkt")
    case = replace(Case(), decisions=(chosen,), plans=(Planned(measures=(PlannedMeasure(name, start=start, until=until),)),))

    told = to_markdown(plan_of(case)).replace("\n  ", " ").replace("\n", " ")

    assert all(text in told for text in said)
    assert ("Einde getoetst" in told) is bool(said)
