"""The hash in the receipt of an advice: the same content gives the same digits, wherever it is; other content gives others."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from helpers import ROOT
from own import example_in

from toolbox_cli.content.hash import content_hash, content_hash_of_installation

DATA = ROOT / "data"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_the_hash_is_twelve_hexadecimal_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", content_hash(DATA))


def test_a_copy_and_the_installation_have_the_same_hash(copy: Path) -> None:
    assert content_hash(copy) == content_hash(DATA) == content_hash_of_installation()


def test_windows_line_ends_change_nothing(copy: Path) -> None:
    for path in copy.glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert content_hash(copy) == content_hash(DATA)


def test_what_is_no_content_changes_nothing(copy: Path) -> None:
    (copy / "names.json").write_text("{}", "utf-8")

    assert content_hash(copy) == content_hash(DATA)


def test_one_other_sign_changes_the_hash(copy: Path) -> None:
    path = copy / "terms.yaml"
    path.write_text(path.read_text("utf-8") + "#", "utf-8")

    assert content_hash(copy) != content_hash(DATA)


def test_another_name_changes_the_hash(copy: Path) -> None:
    (copy / "terms.yaml").rename(copy / "term.yaml")

    assert content_hash(copy) != content_hash(DATA)


def test_text_that_moves_to_the_next_file_changes_the_hash(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, first, second in ((one, "ab", "c"), (other, "a", "bc")):
        folder.mkdir()
        (folder / "a.yaml").write_text(first, "utf-8")
        (folder / "b.yaml").write_text(second, "utf-8")

    assert content_hash(one) != content_hash(other)


def test_own_content_has_its_part_in_the_hash(tmp_path: Path) -> None:
    own = example_in(tmp_path)
    with_own = content_hash(DATA, own.folder)
    own.change("rules.yaml", "weight: 1", "weight: 2")

    assert len({content_hash(DATA), with_own, content_hash(DATA, own.folder)}) == 3
    assert content_hash_of_installation(own.folder) == content_hash(DATA, own.folder)


def test_what_is_not_read_of_own_content_changes_nothing(tmp_path: Path) -> None:
    own = example_in(tmp_path)
    before = content_hash(DATA, own.folder)
    own.put("LEESMIJ.txt", "Van het team.")

    assert content_hash(DATA, own.folder) == before
