"""Schemes: the shipped ones agree with themselves, and a user's own is checked in the same way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers import CATALOGUE

from toolbox_cli.content.check_schemes import rules_of, wrong_in
from toolbox_cli.content.scheme_file import read_scheme, template
from toolbox_cli.errors import ContentError
from toolbox_cli.model.scheme import Certainty, Scheme

PLAIN = CATALOGUE.scheme_by_id["2022"].model_dump(mode="json", by_alias=True)


def spoilt(place: tuple[str | int, ...], value: Any) -> list[str]:
    import copy

    plain = copy.deepcopy(PLAIN)
    inner: Any = plain
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return [what for _, what in wrong_in(Scheme.model_validate(plain))]


@pytest.mark.parametrize("scheme", CATALOGUE.schemes, ids=lambda scheme: scheme.id)
def test_a_shipped_scheme_agrees_with_itself(scheme: Scheme) -> None:
    assert list(wrong_in(scheme)) == []


@pytest.mark.parametrize(
    ("place", "value", "what"),
    [
        (("no_agreement",), "midde", "'midde' bestaat niet; bedoelt u 'midden'?"),
        (("bands", 1, "max_places"), 1498, "sluit niet aan"),
        (("bands", 1, "min_places"), 1001, "sluit niet aan"),
        (("bands", 0, "max_places"), 3000, "boven 3000 plekken is er geen groep"),
        (("bands", 2, "id"), "groot", "'groot' bestaat al"),
        (("bands", 0, "maximum_eur"), 0, "boven 0"),
        (("bands", 0, "maximum_eur"), "150000.005", "delen van centen"),
        (("ceiling_eur",), "1250000.001", "delen van centen"),
        (("ceiling_eur",), 1, "niet boven het plafond"),
        (("rules", "duties", 1, "yearly"), "02-29", "deze dag bestaat niet in elk jaar"),
        (("rules", "duties", 1, "yearly"), "04-31", "deze dag bestaat niet in elk jaar"),
        (("rules", "costs", "from"), "2023-06-01", "de laatste dag ligt voor de eerste"),
        (("rules", "costs", "until"), None, "geef de laatste dag"),
        (("rules", "costs", "until"), "2023-05-30", "deze tekst noemt 30 mei 2023 niet"),
        (("rules", "application", "until"), "2022-09-29", "deze tekst noemt 29 september 2022 niet"),
        (("window",), "ergens in 2022", "deze tekst noemt 30 september 2022 niet"),
        (("rules", "vat", "counts"), "onbekend", "wat onbekend is, kan niet gelezen zijn"),
        (("rules", "outside", "required"), "onbekend", "wat onbekend is, kan niet gelezen zijn"),
        (("rules", "vat", "source"), ["eigen lezing"], "wat gelezen is, heeft een bron"),
        (("rules", "vat", "certainty"), "naar analogie", "hoort ook de bron 'eigen lezing'"),
        (("rules", "parts", 1, "id"), "gemeente", "'gemeente' bestaat al"),
        (("rules", "purpose"), PLAIN["rules"]["purpose"] | {"pays": ["toezicht"], "pays_not": ["toezicht"]}, "staat ook bij pays"),
    ],
)
def test_a_scheme_that_contradicts_itself_is_found(place: tuple[str | int, ...], value: Any, what: str) -> None:
    assert any(what in found for found in spoilt(place, value))


def test_of_a_scheme_whose_text_was_not_read_only_what_was_reported_decides() -> None:
    """The text of 2023 was not found: only what the news and the toolbox of that year say may decide."""
    deciding = {place[1] for place, rule in rules_of(CATALOGUE.scheme_by_id["2023"]) if rule.decides and len(place) == 2}

    assert deciding == {"application", "costs", "outside", "purpose"}
    assert CATALOGUE.scheme_by_id["2023"].rules.vat.certainty is Certainty.ANALOGY


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str, str], Path]:
    def make(old: str = "", new: str = "") -> Path:
        path = tmp_path / "regeling.yaml"
        assert old in template()
        path.write_text(template().replace(old, new, 1) if old else template(), "utf-8")
        return path

    return make


def fault_of(path: Path) -> str:
    with pytest.raises(ContentError) as caught:
        read_scheme(path, CATALOGUE)
    return str(caught.value.problems[0]).removeprefix(str(path))


def test_the_template_can_be_read_and_says_that_it_is_made_up(own: Callable[..., Path]) -> None:
    assert "verzonnen" in read_scheme(own(), CATALOGUE).name.lower()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("toolbox: regeling", "toolbox: iets", ":1: dit is geen regeling voor toolbox"),
        ("  id: voorbeeld", "  id: '2023'", ":7: id: zo heet al een regeling van toolbox"),
        ("name: Voorbeeldregeling (verzonnen)", "name: spuk 2023", ":8: name: zo heet al een regeling van toolbox"),
        ("ceiling_eur: 1000000", "ceiling_eur: veel", ":11: ceiling_eur: dit is geen bedrag"),
        ("max_places: 999", "max_places: 998", ":13: bands: groep 'groot' sluit niet aan"),
        ("until: 2090-04-30", "until: 2090-02-28", ":30: rules.application.until: de laatste dag ligt voor de eerste"),
        ("pays: [toezicht]", "pays: [toezigt]", "deze maatregel bestaat niet"),
        ("source: [eigen lezing]", "source: [eigen lezing, doc bestaat-niet]", "deze bron kent toolbox niet"),
        (
            '      source: ["eigen bron verzonnen regeling, art. 3; gelezen 2090-02-01"]',
            "      source: [iets]",
            "heeft niet de juiste vorm",
        ),
        ("  joint_certain: []\n", "  joint_certain: []\n  kleur: rood\n", "dit veld bestaat niet"),
        ("text: Waarvoor het geld is.", "text: Bel 06-12345678 voor uitleg.", "hier staat een telefoonnummer"),
    ],
)
def test_a_fault_in_an_own_scheme_names_its_place(old: str, new: str, fault: str, own: Callable[..., Path]) -> None:
    found = fault_of(own(old, new))

    assert fault in found
    assert "12345678" not in found
