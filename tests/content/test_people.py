"""The words to find people with: made once per catalogue, and never those of the shipped content for own content."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from helpers import CATALOGUE

from toolbox_cli.content import people
from toolbox_cli.content.case_file import read_case
from toolbox_cli.errors import ContentError
from toolbox_cli.search.personal_words import personal_words


@pytest.fixture(autouse=True)
def _fresh() -> None:
    people.shipped_words.cache_clear()


def test_the_words_of_one_catalogue_are_made_once() -> None:
    assert people.words_of(CATALOGUE) is people.words_of(CATALOGUE)


def test_another_catalogue_gets_words_of_its_own() -> None:
    own = CATALOGUE.with_own(CATALOGUE.measures[:1])

    assert people.words_of(own) is not people.words_of(CATALOGUE)


def test_stored_words_serve_the_shipped_content_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = tmp_path / "personal.pickle"
    stored.write_bytes(pickle.dumps(personal_words(CATALOGUE)._replace(born_until=1900)))
    monkeypatch.setattr(people, "PERSONAL", stored)

    assert people.words_of(CATALOGUE).born_until == 1900
    assert people.words_of(CATALOGUE.with_own(CATALOGUE.measures[:1])).born_until == CATALOGUE.personal.born_until
    people.shipped_words.cache_clear()


@pytest.mark.parametrize("broken", [b"", b"no pickle", pickle.dumps(3)])
def test_stored_words_that_cannot_be_read_are_made_again(broken: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = tmp_path / "personal.pickle"
    stored.write_bytes(broken)
    monkeypatch.setattr(people, "PERSONAL", stored)

    assert people.words_of(CATALOGUE).born_until == CATALOGUE.personal.born_until
    people.shipped_words.cache_clear()


@pytest.mark.parametrize(
    ("name", "right"), [("station", True), ("station-noord", True), ("youssef-el-amrani", False), ("jan_pieterse", False)]
)
def test_a_problem_in_a_case_is_not_called_after_somebody(name: str, right: bool, tmp_path: Path) -> None:
    file = tmp_path / "zaak.yaml"
    file.write_text(f"toolbox: antwoorden\nversion: 2\nproblems:\n  {name}:\n    title: Overlast\n    answers: {{}}\n", encoding="utf-8")

    if right:
        assert read_case(file, CATALOGUE).problems[0].id == name
        return
    with pytest.raises(ContentError) as caught:
        read_case(file, CATALOGUE)
    assert "een naam" in str(caught.value.problems) and name not in str(caught.value.problems)
