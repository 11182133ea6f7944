"""Files as people save them: every fault is one sentence with a line, nothing crashes, nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolbox_cli.content.read import MAX_BYTES, MAX_DEPTH, parse_yaml, read_yaml
from toolbox_cli.errors import ContentError


def complaint_about(raw: bytes, folder: Path) -> str:
    """Write a file, read it, and return the only problem it has."""
    path = folder / "bestand.yaml"
    path.write_bytes(raw)
    with pytest.raises(ContentError) as caught:
        read_yaml(path, "bestand.yaml")
    (problem,) = caught.value.problems
    return str(problem)


def test_every_scalar_is_text_so_that_a_jurist_never_meets_yamls_own_types() -> None:
    parsed = parse_yaml("a: no\nb: 3.10\nc: 2022-05-01\nd: 0x10", "x")

    assert parsed.values == {"a": "no", "b": "3.10", "c": "2022-05-01", "d": "0x10"}


def test_nothing_written_is_nothing_but_quoted_nothing_is_text() -> None:
    assert parse_yaml("a:\nb: ~\nc: null\nd: ''\ne: 'null'", "x").values == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_every_place_knows_its_line() -> None:
    parsed = parse_yaml("eerste:\n  - a\n  - diep:\n      veld: b\n", "x")

    assert parsed.line_of(("eerste", 0)) == 2
    assert parsed.line_of(("eerste", 1, "diep", "veld")) == 4


def test_a_missing_place_has_the_line_of_what_surrounds_it() -> None:
    assert parse_yaml("a: 1\nb:\n  c: 2\n", "x").line_of(("b", "c", "d", 7)) == 3


def test_an_empty_file_has_no_values() -> None:
    assert parse_yaml("", "x").values is None


def test_a_byte_order_mark_is_not_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfnaam: caf\xc3\xa9\n")

    assert read_yaml(path).values == {"naam": "café"}


def test_windows_line_ends_neither_stick_to_values_nor_shift_lines(tmp_path: Path) -> None:
    path = tmp_path / "crlf.yaml"
    path.write_bytes(b"een: a\r\ntwee:\r\n  - b\r\n")
    parsed = read_yaml(path)

    assert parsed.values == {"een": "a", "twee": ["b"]}
    assert parsed.line_of(("twee", 0)) == 3


def test_a_windows_1252_file_names_the_line_and_the_way_to_save_it(tmp_path: Path) -> None:
    said = complaint_about("een: a\ntwee: caf\u00e9\n".encode("cp1252"), tmp_path)

    assert said.startswith("bestand.yaml:2: ")
    assert "UTF-8" in said
    assert "Opslaan als" in said


def test_utf_16_is_called_a_wrong_encoding_not_a_binary_file(tmp_path: Path) -> None:
    assert "UTF-8" in complaint_about("een: a\n".encode("utf-16"), tmp_path)


def test_a_binary_file_is_no_text_file(tmp_path: Path) -> None:
    assert complaint_about(b"PK\x03\x04\x00\x00", tmp_path) == "bestand.yaml: dit is geen tekstbestand"


def test_a_control_character_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert "tekens die niet in YAML mogen" in complaint_about(b"een: \x07\n", tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="dit is een map; geef een bestand"):
        read_yaml(tmp_path)


def test_a_missing_file_says_to_check_name_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="bestaat niet; controleer de naam en de map"):
        read_yaml(tmp_path / "weg.yaml")


def test_a_file_in_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("a: b", "utf-8")

    with pytest.raises(ContentError, match="kan niet worden gelezen"):
        read_yaml(tmp_path / "bestand" / "ander.yaml")


def test_a_name_longer_than_the_system_allows_is_a_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_yaml(tmp_path / ("a" * 5000))


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 3))

    assert len(str(read_yaml(path).values)) > MAX_BYTES - 10


def test_one_byte_more_than_the_limit_is_too_large(tmp_path: Path) -> None:
    assert "te groot" in complaint_about(b"a: " + b"x" * (MAX_BYTES - 2), tmp_path)


def test_an_anchor_is_refused_with_its_line(tmp_path: Path) -> None:
    assert complaint_about(b"een: a\ntwee: &x b\n", tmp_path) == "bestand.yaml:2: ankers (&) zijn niet toegestaan; schrijf de tekst uit"


def test_an_alias_is_refused_with_its_line(tmp_path: Path) -> None:
    assert complaint_about(b"een: a\ntwee: *x\n", tmp_path) == "bestand.yaml:2: verwijzingen (*) zijn niet toegestaan; schrijf de tekst uit"


def test_an_alias_bomb_stops_at_its_first_anchor(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]

    assert complaint_about("\n".join(rows).encode(), tmp_path).startswith("bestand.yaml:1: ankers (&)")


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!eigen", "!!str", "!!binary"])
def test_a_tag_is_refused_with_its_line(tag: str, tmp_path: Path) -> None:
    said = complaint_about(f"een: a\ntwee: {tag} b\n".encode(), tmp_path)

    assert said == "bestand.yaml:2: tags (!) zijn niet toegestaan; haal ze weg"


def test_a_key_that_stands_twice_is_named_with_the_line_of_the_second(tmp_path: Path) -> None:
    said = complaint_about(b"een: a\ntwee: b\neen: c\n", tmp_path)

    assert said == "bestand.yaml:3: een: deze sleutel staat er twee keer; houd er één"


def test_all_keys_that_stand_twice_are_listed_also_deep_down() -> None:
    with pytest.raises(ContentError) as caught:
        parse_yaml("a: {x: 1, x: 2}\nb:\n  - y: 1\n    y: {z: 1}\n", "x")

    assert [(problem.line, problem.where) for problem in caught.value.problems] == [(1, "x"), (4, "y")]


def test_two_documents_in_one_file_are_refused_at_the_second(tmp_path: Path) -> None:
    assert complaint_about(b"een: a\n---\ntwee: b\n", tmp_path).startswith("bestand.yaml:2: dit bestand bevat meer dan één document")


def test_a_document_mark_on_top_is_fine() -> None:
    assert parse_yaml("---\neen: a\n...\n", "x").values == {"een": "a"}


def test_a_list_as_key_is_refused_with_its_line(tmp_path: Path) -> None:
    assert complaint_about(b"een: a\n? [b, c]\n: d\n", tmp_path).startswith("bestand.yaml:2: een sleutel moet een gewoon woord zijn")


def test_nesting_up_to_the_limit_is_read_and_one_more_is_not() -> None:
    assert parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x").values is not None
    with pytest.raises(ContentError, match="te diep genest"):
        parse_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_hundred_thousand_levels_are_refused_without_a_crash(opening: str, tmp_path: Path) -> None:
    assert complaint_about(opening.encode() * 100_000, tmp_path) == "bestand.yaml:1: dit bestand is te diep genest"


def test_broken_indentation_names_its_line(tmp_path: Path) -> None:
    said = complaint_about(b"een:\n  a: b\n c: d\n", tmp_path)

    assert said.startswith("bestand.yaml:3: ")
    assert "inspringing" in said


def test_a_bracket_that_never_closes_is_no_valid_yaml(tmp_path: Path) -> None:
    assert "dit is geen geldige YAML" in complaint_about(b"een: [a, b\n", tmp_path)


def test_a_tab_as_indentation_names_its_line(tmp_path: Path) -> None:
    assert complaint_about(b"een:\n\ta: b\n", tmp_path).startswith("bestand.yaml:2: dit is geen geldige YAML")
