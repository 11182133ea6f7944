"""What a reader of an older case is told."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from helpers import CATALOGUE
from histories import removed, renamed, with_history

from toolbox_cli.analysis.migrate import Migration, Words, migrated
from toolbox_cli.cli.screen import show
from toolbox_cli.reports.migration import compose_migration, migration_json

CHANGED = with_history(
    {
        "questions": {"new": ["plaats"], "renamed": [renamed("oud", "voogd")], "removed": [removed("lastig", "acuut")]},
        "answers": [
            {"question": "gedrag", "renamed": [renamed("stelen", "diefstal")], "removed": [removed("agressie", "bedreiging", "geweld")]},
            {"question": "tijd", "new": ["nacht", "weekend"]},
        ],
        "forms": {"renamed": [renamed("mensen", "ivp")], "removed": [removed("kaart", "meldkaart")]},
    }
)
GIVEN: Mapping[str, Words] = {
    "oud": ("ja",), "voogd": ("nee",), "lastig": ("ja",), "gedrag": ("stelen", "agressie"), "tijd": ("avond",),
}  # fmt: skip
FOUND = migrated(CHANGED, "1.0", GIVEN, ["mensen", "kaart", "htl"])


def shown(parts: Mapping[str, Migration], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    capsys.readouterr()
    show(compose_migration(CHANGED, parts))
    return capsys.readouterr().out


def text(found: Migration, asked: list[str] | None = None) -> str:
    return compose_migration(CHANGED, {"": found}, asked).text()


def test_everything_that_changed_is_told_in_full(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown({"": FOUND}, capsys, monkeypatch) == EXPECTED


EXPECTED = """\
Deze zaak en de inhoud van nu
-----------------------------
Deze zaak is gemaakt met inhoud 1.0 van 1 januari 2026; nu geldt 3.0 van 1 maart
2026.

Hernoemd
Dit staat nu onder een andere naam; de antwoorden zijn meegegaan.

 - Vraag oud heet nu voogd (een voogd in plaats van ouders).
 - Antwoord stelen bij vraag gedrag heet nu diefstal (Andere diefstal (fietsen,
   zakkenrollen, auto's)).
 - Variant mensen heet nu ivp (Integraal veiligheidsplan (IVP)).

Vervallen
Dit telt niet meer mee. Antwoorden blijven bewaard, in het bestand onder
'former'.

 - lastig: ja. Dit deed er niet meer toe. Beantwoord nu acuut (acuut gevaar).
 - gedrag: agressie. Dit deed er niet meer toe. Kies nu uit bedreiging
   (Bedreiging) of geweld (Geweld tegen personen); tot dan staat er 'onbekend'
   bij.
 - oud: ja. Deze vraag heet nu voogd, en daar staat in dit bestand al een ander
   antwoord (nee); dat telt.
 - Variant kaart, in een besluit. Dit deed er niet meer toe. Kijk nu bij
   meldkaart (Meldkaart).

Nieuw
Deze vragen bestonden nog niet.

 - plaats (de plaats).

Om na te kijken
Bij deze vragen kwamen antwoorden bij nadat u ze had beantwoord.

 - tijd (de tijd). Nieuw: nacht ('s Nachts (23 tot 7 uur)) en weekend (Vooral in
   het weekend).

"""


@pytest.mark.parametrize("version", ["3.0", ""])
def test_without_a_change_nothing_is_shown(version: str) -> None:
    assert compose_migration(CHANGED, {"": migrated(CHANGED, version, {"gedrag": ("geweld",)})}).blocks == []


def test_an_older_case_that_is_not_touched_says_so() -> None:
    assert "Voor deze zaak verandert er niets." in text(migrated(CHANGED, "2.0", {"gedrag": ("geweld",)}))


def test_a_newer_case_warns_and_says_what_to_do() -> None:
    said = text(migrated(CHANGED, "4.0", GIVEN))

    assert "Deze zaak is gemaakt met inhoud 4.0, en deze toolbox heeft de oudere inhoud 3.0. Werk toolbox bij" in said
    assert "Hernoemd" not in said


@pytest.mark.parametrize(("version", "says"), [("2.5", "noemt inhoud '2.5', en die uitgave is niet bekend"), ("", "noemt niet met welke")])
def test_a_version_that_is_not_known_is_told(version: str, says: str) -> None:
    said = text(migrated(CHANGED, version, GIVEN))

    assert says in said
    assert "Nieuw" not in said


def test_only_new_questions_that_play_are_shown() -> None:
    assert "plaats (de plaats)" not in text(FOUND, [])
    assert "Deze vragen bestonden nog niet en spelen in deze zaak. plaats (de plaats)." in text(FOUND, ["plaats", "tijd"])


def test_problems_are_named_and_what_they_share_stands_once() -> None:
    one = migrated(CHANGED, "1.0", {"oud": ("ja",), "lastig": ("nee",)})
    said = compose_migration(CHANGED, {"Winkels": one, "Station": one}).text()

    assert said.count("Vraag oud heet nu voogd") == 1
    assert "Winkels: lastig: nee." in said
    assert "Station: lastig: nee." in said


def test_the_same_stands_in_json() -> None:
    found = json.loads(json.dumps(migration_json(CHANGED, {"": FOUND})))

    assert (found["made_with"], found["content_version"], found["standing"]) == ("1.0", "3.0", "older")
    assert found["renamed_questions"] == [{"problem": "", "from": "oud", "to": "voogd"}]
    assert found["renamed_answers"] == [{"problem": "", "question": "gedrag", "from": "stelen", "to": "diefstal"}]
    assert [(item["question"], item["words"], item["why"], item["instead"]) for item in found["former"]] == [
        ("lastig", ["ja"], "question_gone", ["acuut"]),
        ("gedrag", ["agressie"], "answer_gone", ["bedreiging", "geweld"]),
        ("oud", ["ja"], "another_kept", []),
    ]
    assert [(item["form"], item["now"]) for item in found["forms"]] == [("mensen", "ivp"), ("kaart", None)]
    assert found["new_questions"] == ["plaats"]
    assert found["new_answers"] == [{"problem": "", "question": "tijd", "answers": ["nacht", "weekend"]}]


def test_the_first_shipped_edition_tells_what_to_answer_now() -> None:
    found = migrated(CATALOGUE, "2026.11", {"nidos_voogd": ("ja",)})

    assert "Beantwoord nu voogd (een voogd in plaats van ouders)." in compose_migration(CATALOGUE, {"": found}).text()
