"""`toolbox content history`: what each version of the content changed."""

from __future__ import annotations

import json
from collections.abc import Callable

from helpers import CATALOGUE


def test_versions_are_listed_newest_first(toolbox: Callable) -> None:
    done = toolbox("content", "history")
    headings = [line for line in done.out.splitlines() if line.startswith("2026.")]

    assert done.code == 0
    assert [line.split(",")[0] for line in headings] == [version.version for version in reversed(CATALOGUE.history)]
    assert " - Nieuw: vraag achttien_plus.\n" in done.out
    assert " - Vervallen: vraag nidos_voogd. De vraag gaat nu over elke voogd" in done.out
    assert " - Vervallen: bij ovj_overleg het antwoord nee." in done.out


def test_of_the_first_version_only_the_size_is_told(toolbox: Callable) -> None:
    assert "Hier begint de geschiedenis, met 108 vragen en 59 varianten van maatregelen." in toolbox("content", "history").out


def test_json_has_every_version_whole_and_oldest_first(toolbox: Callable) -> None:
    found = json.loads(toolbox("content", "history", "--json").out)

    assert [version["version"] for version in found["versions"]] == [version.version for version in CATALOGUE.history]
    assert "frequentie" in found["versions"][0]["questions"]["new"]
