"""Faults in paragraphs, mandate and sharing, each spoilt in a copy of the shipped content."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_content_faults import Content, copy_of_content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def test_a_paragraph_that_stands_twice_is_a_fault(content: Content) -> None:
    content.spoil("law.yaml", r"number: '3'", "number: '2'", after=r"^  - id: gemw-180$")

    assert "gemw-180.paragraphs: de leden staan niet op volgorde, of een lid staat er twee keer" in content.fault()


def test_a_source_that_cites_a_paragraph_the_article_does_not_have_is_a_fault(content: Content) -> None:
    line = content.spoil("powers.yaml", r"'art gemw-172b:2'", "'art gemw-172b:7'", after=r"^  - id: gemw-172b$")

    assert content.fault().startswith(
        f"data/powers.yaml:{line}: gemw-172b.max_duration.source.0: 'art gemw-172b' heeft in law.yaml geen lid 7"
    )


@pytest.mark.parametrize(
    ("after", "old", "new", "where"),
    [
        (r"^  - id: gemw-172b$", r"paragraph: '1'", "paragraph: '8'", "gemw-172b.basis.0.paragraph"),
        (r"^  - id: geen-om-aanwijzing$", r"paragraph: '5'", "paragraph: '15'", "geen-om-aanwijzing.paragraph"),
    ],
)
def test_a_basis_or_condition_on_a_paragraph_that_does_not_exist_is_a_fault(
    content: Content, after: str, old: str, new: str, where: str
) -> None:
    line = content.spoil("powers.yaml", old, new, after=after)

    assert content.fault().startswith(f"data/powers.yaml:{line}: {where}: ")


def test_a_source_that_cites_one_of_two_paragraphs_taken_together_is_right(content: Content) -> None:
    content.spoil("powers.yaml", r"'art polw-13:2'", "'art polw-12:2'", after=r"^  - id: polw-13$")

    assert content.faults() == []


def test_a_power_without_an_answer_for_boas_is_a_fault(content: Content) -> None:
    content.spoil("mandates.yaml", r"powers: \[gemw-172-3, gemw-172a,", "powers: [gemw-172-3,")

    assert "gemw-172a.id: mandates.yaml zegt nog niet of een boa" in content.fault()


def test_a_power_with_two_answers_for_boas_is_a_fault(content: Content) -> None:
    content.spoil("mandates.yaml", r"powers: \[gemw-176\]", "powers: [gemw-176, gemw-175]")

    assert "gemw-175.id: mandates.yaml zegt meer dan één keer of een boa" in content.fault()


def test_a_police_mandate_that_the_law_forbids_is_a_fault(content: Content) -> None:
    line = content.spoil("powers.yaml", r"allowed: 'no'", "allowed: by_mandate", after=r"^  - id: gemw-172a$")

    assert content.fault().startswith(f"data/powers.yaml:{line}: gemw-172a.police_mandate.allowed: de wet sluit dit uit ('politie-177'")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sharing.yaml", r"givers: \[politie\]", "givers: [polite]"),
        ("sharing.yaml", r"receivers: \[burgemeester\]", "receivers: [burgermeester]"),
        ("sharing.yaml", r"ground: \['art wpg-16:1-b'", "ground: ['art wpg-61:1-b'"),
        ("sharing.yaml", r"ask: fg", "ask: gf"),
        ("mandates.yaml", r"powers: \[gemw-176\]", "powers: [gemw-176, gemw-167]"),
        ("mandates.yaml", r"articles: \[gemw-151b", "articles: [gemw-115b"),
        ("sources.yaml", r"articles: \[gemw-172\]", "articles: [gemw-127]"),
    ],
)
def test_a_name_that_does_not_exist_is_a_fault(content: Content, file: str, old: str, new: str) -> None:
    line = content.spoil(file, old, new)

    assert any(fault.startswith(f"data/{file}:{line}:") and "bestaat niet" in fault for fault in content.faults())


def test_a_default_without_a_source_is_a_fault(content: Content) -> None:
    content.spoil("sharing.yaml", r"source: \[eigen lezing\]", "source: []", after=r"^default:")

    assert "source: de bron ontbreekt" in content.fault()
