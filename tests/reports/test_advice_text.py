"""One small world with a measure for every grade: what the advice says is compared word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import Assessment, Grade, assess
from toolbox_cli.cli.screen import show
from toolbox_cli.content.load import PARTS
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.document import BulletList, Document, Heading, Line, Table, Terms

OWN = {"source": ["eigen lezing"]}
ORDER, CAUSE, FACT, WEAPON = "orde", "verveling", "dossier", "wapens"


def _question(name: str, **more: Any) -> dict[str, Any]:  # Any: raw values, as YAML gives them
    return {
        "id": name, "section": "s", "label": f"de vraag {name}", "text": f"Is er {name}?", "help": "Uitleg.", "kind": "yes_no",
        "ask_when": {"always": "altijd"}, "who": ["politie"], **OWN, **more,
    }  # fmt: skip


def _measure(name: str, kind: str, **variant: Any) -> dict[str, Any]:  # Any: raw values
    said = {"text": f"Uitleg van {name}.", **OWN}
    return {
        "id": name, "name": name.capitalize(), "synonyms": [], "origin": "aanvulling", "class": kind, "acts_on": ["persoon"],
        "phases": ["aanpak"], "summary": said, "steps": [said], "carries_out": ["politie"], "works_best": [said], "weak_spots": [said],
        "safeguards": [{"text": f"Waarborg van {name}.", **OWN}], "partners": [{"partner": "politie", "why": "altijd nodig"}],
        "evidence": {"strength": "enig onderzoek", "text": "Iets. Meer niet.", **OWN},
        "grant": {"eligible": "navragen", "text": "Vraag.", **OWN},
        "variants": [{"id": name, "name": name.capitalize(), "summary": said, **variant}], **OWN,
    }  # fmt: skip


def _light(name: str) -> dict[str, Any]:  # Any: raw values
    return _measure(
        name, "preventief", decides="politie", max_duration={"brief": "geen", "text": "Geen termijn.", **OWN},
        police_mandate={"allowed": "not_applicable", "text": "Geen besluit.", **OWN},
    )  # fmt: skip


def _yes(question: str) -> dict[str, str]:
    return {"question": question, "is": "ja"}


def _rule(form: str, weight: int, indicated: dict[str, Any], **more: Any) -> dict[str, Any]:  # Any: raw values
    return {"form": form, "weight": str(weight), "indicated": indicated, **more}


def _condition(name: str, question: str) -> dict[str, Any]:  # Any: raw values
    return {
        "id": name, "text": f"Er is {question}.", "when": _yes(question), "article": "gemw-1", "paragraph": "2",
        "way_on": f"Leg eerst {question} vast.", "instead": ["praten"], **OWN,
    }  # fmt: skip


RAW: dict[str, Any] = {  # Any: raw values, as YAML gives them
    "edition": {
        "version": "1", "published": "2026-01-01", "toolbox": "Proef", "law_note": "Vergelijk de wet.",
        "jurist_note": "Laat een jurist meelezen.", "problem": ["{orde}|, {verveling}"],
    },
    "laws": [{"id": "gemw", "name": "Gemeentewet", "short": "Gemw", "bwb_id": "BWBR0005416"}],
    "articles": [{"id": "gemw-1", "law": "gemw", "number": "1", "heading": "Proef", "summary": "Proef.", "since": "Niets."}],
    "powers": [
        {
            "id": f"macht-{name}", "name": "Bevel", "basis": [{"article": "gemw-1", "paragraph": "1"}], "decides": "burgemeester",
            "police_mandate": {"allowed": "no", "text": "Nee.", **OWN}, "breach": {"text": "Straf.", **OWN},
            "max_duration": {"brief": "3 maanden", "text": "Ten hoogste drie maanden.", **OWN}, "conditions": conditions,
        }
        for name, conditions in (("open", ["orde-is-er", "dossier-is-er"]), ("dicht", ["wapens-zijn-er"]))
    ],
    "conditions": [_condition("orde-is-er", ORDER), _condition("dossier-is-er", FACT), _condition("wapens-zijn-er", WEAPON)],
    "sections": [{"id": "s", "title": "Alles"}],
    "questions": [
        _question(ORDER, summary="de orde is verstoord"), _question(CAUSE, summary="uit verveling"),
        _question(FACT, if_unknown="Of er een dossier is, is niet bekend."), _question(WEAPON), _question("hulpvraag"),
    ],
    "rules": [
        _rule("praten", 1, _yes(ORDER), no_conditions="Mag altijd.", leads=[{"when": _yes(ORDER), "because": "de orde is verstoord"}]),
        _rule("gebod", 4, _yes(ORDER), leads=[{"when": _yes(ORDER), "because": "dit raakt de orde"}]),
        _rule("ontruimen", 5, _yes(ORDER)),
        _rule("bijstaan", 2, _yes("hulpvraag"), no_conditions="Helpen mag altijd."),
        _rule("ontwapenen", 2, _yes(WEAPON), no_conditions="Vragen mag altijd."),
        _rule("sporten", 1, _yes(CAUSE), no_conditions="Sporten mag altijd."),
    ],
    "steps": [{"id": "bel", "when": _yes(ORDER), "text": "Bel de politie.", "partner": "politie", **OWN}],
    "measures": [
        _light("praten"), _measure("gebod", "repressief", power="macht-open"), _measure("ontruimen", "repressief", power="macht-dicht"),
        _light("bijstaan"), _light("ontwapenen"), _light("sporten"),
    ],
    "partners": [
        {
            "id": name, "name": name, "short": name, "synonyms": [], "origin": "toolbox", "role": {"text": "Proef.", **OWN},
            "call_when": [{"text": "Altijd.", **OWN}], "cannot": [{"text": "Niets.", **OWN}],
            "contact": {"text": "Bel.", "checked": "2026-01-01", "certain": "true", **OWN},
        }
        for name in ("politie", "burgemeester")
    ],
    "current_scheme": {"text": "Onbekend.", "look_at": ["de krant"], "ask": "politie", **OWN},
    "sharing_default": {"text": "Onbekend.", "brief": "onbekend", "ask": "politie", **OWN},
}  # fmt: skip

GRADES = {
    "praten": Grade.RECOMMENDED,
    "sporten": Grade.RECOMMENDED,
    "gebod": Grade.CONDITIONAL,
    "ontruimen": Grade.RULED_OUT,
    "bijstaan": Grade.UNDETERMINED,
    "ontwapenen": Grade.NOT_INDICATED,
}


def _catalogue() -> Catalogue:
    records: dict[str, Any] = {}  # Any: records of every kind
    for part in PARTS:
        if part.single and part.field not in RAW:  # not needed for an advice
            continue
        raw = RAW.get(part.field, [])
        records[part.field] = part.model.model_validate(raw) if part.single else tuple(part.model.model_validate(item) for item in raw)
    return Catalogue.model_construct(**records)


SMALL = _catalogue()
ANSWERS = Answers(
    {
        ORDER: Answer(frozenset({"ja"})),
        CAUSE: Answer(frozenset({"ja"})),
        FACT: Answer(unknown=True),
        WEAPON: Answer(frozenset({"nee"})),
        "hulpvraag": Answer(unknown=True),
    }
)
EXPECTED = """\
Advies: aanpak van overlast rond een opvanglocatie
==================================================

De orde is verstoord, uit verveling.

Wat niet bekend is
------------------
 - Of er een dossier is, is niet bekend. Wie weet het: politie.
 - Niet bekend: de vraag hulpvraag. Wie weet het: politie.

Eerst doen, deze week
---------------------
 1. Bel de politie. [eigen lezing]

"""


@pytest.fixture
def small() -> Assessment:
    return assess(SMALL, ANSWERS)


@pytest.fixture
def screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, small: Assessment) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    show(compose_advice(SMALL, small))
    return capsys.readouterr().out


def below(document: Document, heading: str) -> str:
    """Everything between a heading of level 2 and the next, as one text."""
    found, parts = False, []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level < 3:
            found = block.text == heading
        elif found:
            parts.append(repr(block))
    return " ".join(parts)


def test_the_small_world_has_every_grade(small: Assessment) -> None:
    assert {finding.form.id: finding.grade for finding in small.findings} == GRADES
    assert set(GRADES.values()) == set(Grade)


def test_the_advice_opens_with_the_problem_what_is_unknown_and_the_first_step(screen: str) -> None:
    assert screen.startswith(EXPECTED)


def test_the_leading_measures_stand_in_a_table_lightest_first(small: Assessment) -> None:
    tables = [block for block in compose_advice(SMALL, small).blocks if isinstance(block, Table) and block.header[0] == "nr"]

    assert [table.rows for table in tables] == [
        (
            ("1", "Praten", "aanbevolen", "geen nodig", "politie"),
            ("2", "Gebod", "aanbevolen, mits …", "art. 1 lid 1 Gemw", "burgemeester"),
        )
    ]


def test_a_measure_with_an_open_condition_names_it_with_its_article(small: Assessment) -> None:
    terms = [dict(block.pairs) for block in compose_advice(SMALL, small).blocks if isinstance(block, Terms)]
    (gebod,) = [pairs for pairs in terms if pairs.get("Beslist") == Line("burgemeester")]

    assert gebod["Voorwaarden"] == Line("1 van 2 voldaan. Nog niet bekend is: (1) Er is dossier [art. 1 lid 2 Gemw].")
    assert gebod["Duur"] == Line("Ten hoogste drie maanden.", ("eigen lezing",))
    assert gebod["Waarborgen"] == Line("Waarborg van gebod.")


def test_a_heavier_measure_above_an_untried_lighter_one_says_why(small: Assessment) -> None:
    terms = [dict(block.pairs) for block in compose_advice(SMALL, small).blocks if isinstance(block, Terms)]
    (gebod,) = [pairs for pairs in terms if pairs.get("Beslist") == Line("burgemeester")]

    assert gebod["Waarom hier"] == Line("Dit raakt de orde. Daarom staat dit boven Sporten.")


def test_what_is_not_possible_names_the_failing_condition_and_the_way_on(small: Assessment) -> None:
    (refused,) = [
        dict(block.pairs) for block in compose_advice(SMALL, small).blocks if isinstance(block, Terms) and block.pairs[0][0] == "Ontbreekt"
    ]

    assert refused == {
        "Ontbreekt": Line("Er is wapens. (niet voldaan)", ("art. 1 lid 2 Gemw",)),
        "Wat wel kan": Line("Leg eerst wapens vast."),
        "Zie ook": Line("Praten"),
    }


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Maatregelen die vooraan staan", "Praten"),
        ("Maatregelen die vooraan staan", "Gebod"),
        ("Past ook", "Sporten"),
        ("Nog niet te zeggen", "Bijstaan"),
        ("Niet aangewezen voor dit probleem", "Ontwapenen"),
        ("Nog uit te zoeken", "Is er dossier?"),
        ("Nog uit te zoeken", "Is er hulpvraag?"),
    ],
)
def test_every_grade_stands_under_its_heading(heading: str, name: str, small: Assessment) -> None:
    assert name in below(compose_advice(SMALL, small), heading)


def test_what_is_ruled_out_stands_under_its_own_heading(small: Assessment) -> None:
    headings = [(block.level, block.text) for block in compose_advice(SMALL, small).blocks if isinstance(block, Heading)]
    at = headings.index((2, "Nu niet mogelijk"))

    assert headings[at + 1] == (3, "Ontruimen")


def test_assumptions_come_before_the_conclusion_and_the_jurist_last(screen: str) -> None:
    order = ["Wat niet bekend is", "Eerst doen, deze week", "Maatregelen die vooraan staan", "Past ook", "Nu niet mogelijk"]
    order += ["Nog niet te zeggen", "Niet aangewezen voor dit probleem", "Nog uit te zoeken", "Let op: Laat een jurist meelezen."]
    places = [screen.index(words) for words in order]

    assert places == sorted(places)


def test_a_heading_without_content_is_left_out() -> None:
    everything = Answers({question.id: Answer(frozenset({"ja"})) for question in SMALL.questions})
    headings = {block.text for block in compose_advice(SMALL, assess(SMALL, everything)).blocks if isinstance(block, Heading)}

    assert headings.isdisjoint({"Wat niet bekend is", "Nu niet mogelijk", "Nog niet te zeggen", "Niet aangewezen voor dit probleem"})


def test_with_nothing_known_nothing_leads_and_the_problem_is_said_to_be_unknown() -> None:
    document = compose_advice(SMALL, assess(SMALL, Answers()))

    assert "Over het probleem is nog niets bekend." in repr(document.blocks[1])
    assert "nog geen maatregel vooraan te zetten" in below(document, "Maatregelen die vooraan staan")


def test_in_the_shipped_content_every_finding_is_named_in_the_advice() -> None:
    unknown = assess(CATALOGUE, Answers({question.id: Answer(unknown=True) for question in CATALOGUE.questions}))
    text = repr(compose_advice(CATALOGUE, unknown).blocks)

    assert [finding.form.name for finding in unknown.findings if repr(finding.form.name)[1:-1] not in text] == []


def test_a_long_word_and_a_long_heading_stay_within_the_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    document = Document()
    document.paragraph("x" * 100)
    document.bullets([Line("woord " * 20, ("bron " * 10,))], numbered=True)
    document.terms([("Label", Line("woord " * 20))])
    document.table(("a", "b"), [("woord " * 10, "y" * 60)])
    show(document)

    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_square_brackets_in_content_are_text_not_markup(capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.paragraph("Zie [bold]dit[/bold] en [/red].")
    show(document)

    assert capsys.readouterr().out == "Zie [bold]dit[/bold] en [/red].\n\n"


def test_the_short_advice_also_says_why_a_heavier_measure_stands_higher(small: Assessment) -> None:
    blocks = compose_advice(SMALL, small, short=True).blocks
    told = [item.text for block in blocks if isinstance(block, BulletList) for item in block.items]

    assert "Nr 2: Dit raakt de orde. Daarom staat dit boven Sporten." in told
