"""The profile file: read whole or refused with every fault, written so that what people put in it stays, never about a person."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.profile import without_stray
from toolbox_cli.analysis.profile_fields import Field, field_by_name, fields_of
from toolbox_cli.content.profile import profile_text, read_profile, write_profile
from toolbox_cli.content.profile_value import words_from
from toolbox_cli.errors import ContentError, ToolboxError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.history import Changes
from toolbox_cli.model.profile import Profile, ProfileKind
from toolbox_cli.model.question import UNKNOWN

HEAD = "toolbox: gemeenteprofiel\nversion: 1\n"
EXAMPLE = ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml"
TEXT = re.sub(r'content: ".*"', f'content: "{CATALOGUE.edition.version}"', EXAMPLE.read_text("utf-8"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profiel.yaml"


def faults(path: Path, text: str | bytes, catalogue: Catalogue = CATALOGUE) -> list[str]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    try:
        read_profile(path, catalogue)
    except ContentError as error:
        return [str(problem).removeprefix(str(path)) for problem in error.problems]
    return []


def test_what_is_written_is_read_back_and_written_the_same_again(path: Path) -> None:
    profile = read_profile(EXAMPLE, CATALOGUE)
    write_profile(path, CATALOGUE, profile)
    first = path.read_text("utf-8")

    assert read_profile(path, CATALOGUE).values == profile.values
    assert profile_text(CATALOGUE, profile, first) == first
    assert profile_text(CATALOGUE, profile, TEXT) == TEXT


_SOME = {ProfileKind.MAIL: ("info@voorbeeld.example",), ProfileKind.PHONE: ("088 123 45 67",), ProfileKind.DATE: ("2026-02-16",)}


def some_words(field: Field) -> list[tuple[str, ...]]:
    """What may stand in a field."""
    if field.fact.kind in (ProfileKind.TEXT, ProfileKind.MAIL, ProfileKind.PHONE, ProfileKind.DATE):
        return [(), _SOME.get(field.fact.kind, ("24 uur; daarna: # 4 weken",)), (UNKNOWN,)]
    if field.fact.kind is ProfileKind.NUMBER:
        return [(), ("12",), (UNKNOWN,)]
    options = [option.id for option in (field.asks.options if field.asks else ())]
    several = [tuple(options[:3]), (*options[1:2], UNKNOWN)] if field.fact.kind is ProfileKind.CHOICES else []
    return [(), *((option,) for option in options[:3]), (UNKNOWN,), *several]


@given(st.fixed_dictionaries({field.name: st.sampled_from(some_words(field)) for field in fields_of(CATALOGUE)[:60]}))
def test_any_profile_is_written_and_read_back(values: dict[str, tuple[str, ...]]) -> None:
    profile, _ = without_stray(CATALOGUE, Profile({name: words for name, words in values.items() if words}))
    text = profile_text(CATALOGUE, profile)

    assert parsed(text).values == profile.values
    assert parsed(profile_text(CATALOGUE, profile, TEXT)).values == profile.values


def parsed(text: str) -> Profile:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "p.yaml").write_text(text, encoding="utf-8")
        return read_profile(Path(folder) / "p.yaml", CATALOGUE)


def test_remarks_and_layout_stay_when_one_thing_changes(path: Path) -> None:
    path.write_text(TEXT, "utf-8")
    write_profile(path, CATALOGUE, read_profile(path, CATALOGUE).with_words("apv_gebiedsverbod.maximum", ("48 uur",)))
    pairs = list(zip(TEXT.splitlines(), path.read_text("utf-8").splitlines(), strict=True))

    assert [new for old, new in pairs if old != new] == ['    maximum: "48 uur"']


def test_an_empty_profile_is_a_profile(path: Path) -> None:
    assert faults(path, HEAD) == faults(path, "") == faults(path, f"{HEAD}answers:\ncontacts:\n") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("answers: {locatie: in_gemeente}\n", ":1: dit is geen gemeenteprofiel; schrijf bovenaan toolbox: gemeenteprofiel"),
        ("toolbox: antwoorden\nanswers: {}\n", ":1: dit is geen gemeenteprofiel"),
        ("- a\n", ":1: dit is geen gemeenteprofiel"),
        ("{", "dit is geen geldige YAML"),
        ("\x00", "dit is geen tekstbestand"),
        (
            b"toolbox: gemeenteprofiel\nanswers: {apv_alcohol: {answer: ja, article: caf\xe9}}\n",
            ":2: dit bestand is niet in UTF-8 opgeslagen",
        ),
        (HEAD.replace("1", "9"), "gemaakt met een nieuwere toolbox (versie 9)"),
        (HEAD.replace("1", "x"), "deze versie is onbekend"),
        (f"{HEAD}naam: Jansen\n", ":3: naam: dit veld bestaat niet; toolbox profile show noemt alle velden"),
        (f"{HEAD}answers: {{apv_alcohl: ja}}\n", ":3: apv_alcohl: dit veld bestaat niet; bedoelt u 'apv_alcohol'?"),
        (f"{HEAD}answers: {{frequentie: soms}}\n", ":3: frequentie: deze vraag gaat over één zaak en niet over de gemeente"),
        (f"{HEAD}answers: {{aanwezig: [niets]}}\n", ":3: aanwezig: dit is geen antwoord op deze vraag"),
        (f"{HEAD}answers: {{aanwezig: [cameras]}}\n", ":3: aanwezig: dit is geen antwoord op deze vraag"),
        (f"{HEAD}answers: {{apv_alcohol: [ja, nee]}}\n", ":3: apv_alcohol: hier hoort een antwoord te staan"),
        (f"{HEAD}answers: {{apv_alcohol: {{answer: {{a: b}}}}}}\n", ":3: apv_alcohol.answer: hier hoort een antwoord te staan"),
        (f"{HEAD}answers: ja\n", ":3: answers: hier horen regels te staan, bijvoorbeeld locatie: …"),
        (
            f"{HEAD}answers: {{apv_alcohol: {{answer: nee, article: '2:48'}}}}\n",
            "apv_alcohol.article: dit kan alleen als bij apv_alcohol staat: ja",
        ),
        (f"{HEAD}answers: {{apv_alcohol: {{article: '2:48'}}}}\n", "apv_alcohol.article: dit kan alleen als bij apv_alcohol staat: ja"),
        (
            f"{HEAD}answers: {{apv_alcohol: {{answer: ja, artikel: '2:48'}}}}\n",
            ":3: apv_alcohol.artikel: dit veld bestaat niet; bedoelt u 'article'?",
        ),
        (f"{HEAD}answers: {{apv_alcohol: {{answer: ja, date: 30-2-2026}}}}\n", ":3: apv_alcohol.date: deze datum bestaat niet"),
        (f"{HEAD}retention_months: 0\n", ":3: retention_months: geef een aantal van 1 tot en met 120"),
        (f"{HEAD}retention_months: nooit\n", ":3: retention_months: geef een heel getal"),
        (f"{HEAD}contacts: {{polite: {{mail: info@a.nl}}}}\n", ":3: contacts.polite: dit veld bestaat niet; bedoelt u 'politie'?"),
        (f"{HEAD}contacts: {{politie: {{naam: x}}}}\n", ":3: contacts.politie.naam: dit veld bestaat niet"),
        (f"{HEAD}answers: &a {{}}\n", "ankers (&) zijn niet toegestaan"),
        (f"{HEAD}answers: {{apv_alcohol: ja, apv_alcohol: nee}}\n", "deze sleutel staat er twee keer"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_would_be_right(path: Path, text: str | bytes, says: str) -> None:
    found = faults(path, text)

    assert len(found) == 1, found
    assert says in found[0]


def test_all_faults_are_listed_at_once(path: Path) -> None:
    text = f"{HEAD}retention_months: x\nanswers:\n  apv_alcohol: misschien\n  aanwezig: [x]\ncontacts:\n  politie: {{phone: 06-12345678}}\n"

    assert [fault.split(": ")[1] for fault in faults(path, text)] == [
        "retention_months",
        "apv_alcohol",
        "aanwezig",
        "contacts.politie.phone",
    ]


def test_a_huge_file_and_a_missing_one_are_refused(path: Path, tmp_path: Path) -> None:
    assert "te groot" in faults(path, HEAD + "# x\n" * 2_000_000)[0]
    with pytest.raises(ContentError, match="bestaat niet"):
        read_profile(tmp_path / "weg.yaml", CATALOGUE)


# Nobody in it


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("contacts.politie.mail", "jan.jansen@politie.nl"),
        ("contacts.politie.mail", "j.jansen@politie.nl"),
        ("contacts.politie.mail", "jansen@politie.nl"),
        ("contacts.politie.mail", "info@politie.nl, jansen@politie.nl"),
        ("contacts.politie.mail", "info"),
        ("contacts.politie.phone", "06-12345678"),
        ("contacts.politie.phone", "+31 6 1234 5678"),
        ("contacts.politie.phone", "+31 (0)6 12345678"),
        ("contacts.politie.phone", "0031612345678"),
        ("contacts.politie.phone", "bel Jan"),
        ("contacts.politie.phone", "12"),
        ("contacts.politie.function", "wijkagent, 06-12345678"),
        ("contacts.politie.function", "a.bakker@politie.nl"),
        ("contacts.politie.function", "wijkagent Jan Jansen"),
        ("apv_gebiedsverbod.maximum", "vraag mevrouw Jansen"),
        ("contacts.politie.function", "bakker@politie.nl"),
        ("apv_gebiedsverbod.maximum", "24 uur, vraag 0612345678"),
        ("apv_gebiedsverbod.maximum", "x" * 201),
        ("apv_gebiedsverbod.maximum", "24\x1b[2Juur"),
        ("apv_gebiedsverbod.maximum", "  "),
    ],
)
def test_what_belongs_to_a_person_or_cannot_be_read_is_refused_without_repeating_it(field: str, typed: str) -> None:
    words, fault = words_from(CATALOGUE, field_by_name(CATALOGUE)[field], [typed])

    assert words is None
    assert fault
    assert "ansen" not in fault and "12345678" not in fault


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("contacts.politie.mail", "Meldpunt@politie.nl"),
        ("contacts.politie.mail", "wijkteam.centrum@politie.nl"),
        ("contacts.coa.mail", "receptie-azc@coa.nl"),
        ("contacts.politie.phone", "0900-8844"),
        ("contacts.politie.phone", "088 123 45 67"),
        ("contacts.politie.phone", "14 030"),
        ("contacts.politie.phone", "112"),
        ("contacts.politie.function", "locatiemanager"),
        ("contacts.politie.function", UNKNOWN),
    ],
)
def test_a_desk_may_be_noted(field: str, typed: str) -> None:
    words, fault = words_from(CATALOGUE, field_by_name(CATALOGUE)[field], [typed])

    assert words, fault


# Older content


def with_history(**changes: Changes) -> Catalogue:
    """The shipped content in which the last version changed the questions so."""
    *before, last = CATALOGUE.history
    return CATALOGUE.model_copy(update={"history": (*before, last.model_copy(update=changes))})


def test_a_renamed_question_is_read_under_its_name_of_now_and_a_removed_one_says_why(path: Path) -> None:
    renamed, removed = {"from": "apv_drank", "to": "apv_alcohol"}, {"id": "apv_vuur", "because": "de regel verviel", "instead": []}
    catalogue = with_history(questions=Changes.model_validate({"renamed": [renamed], "removed": [removed]}))
    old = f'{HEAD}content: "{CATALOGUE.history[0].version}"\nanswers:\n  apv_drank: {{answer: ja, article: "2:48"}}\n'
    path.write_text(old, "utf-8")
    profile = read_profile(path, catalogue)

    assert profile.values == {"apv_alcohol": ("ja",), "apv_alcohol.article": ("2:48",)}
    assert faults(path, f"{old}  apv_vuur: ja\n", catalogue) == [
        f":6: apv_vuur: deze vraag is vervallen in inhoud {CATALOGUE.history[-1].version}: de regel verviel; haal haar weg"
    ]


def test_a_folder_that_cannot_be_written_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError) as caught:
        write_profile(tmp_path / "weg" / "p.yaml", CATALOGUE, Profile({"locatie": ("geen",)}))

    assert "--file" in caught.value.hint
