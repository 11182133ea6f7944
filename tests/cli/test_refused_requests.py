"""A request that the law does not allow, as a user meets it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("command", ["measure", "search"])
def test_a_measure_on_a_group_is_refused_on_standard_error(toolbox: Callable[..., Any], command: str) -> None:
    done = toolbox(command, "gebiedsverbod", "marokkanen")

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "toolbox: dit kan niet: een maatregel tegen een groep, naar herkomst, status of woonplek\n"
        "Grond: Een bevel is er alleen voor een persoon, om wat die zelf deed (art. 172a\n"
        "lid 1 Gemeentewet). Art. 1 Grondwet verbiedt verschil te maken naar herkomst,\n"
        "geloof of een andere grond.\n"
        "Wat wel kan: Een bevel per persoon, om diens eigen gedrag en met een eigen\n"
        "dossier. Of een maatregel voor een gebied die voor iedereen geldt, zoals\n"
        "toezicht, een alcoholverbod of camera's.\n"
        "Lees verder: toolbox measure verbod-voor-groep\n"
    )


def test_a_refused_request_prints_no_json(toolbox: Callable[..., Any]) -> None:
    done = toolbox("search", "gebiedsverbod marokkanen", "--json")

    assert (done.code, done.out) == (1, "")


def test_the_page_of_a_refusal_is_shown_by_its_own_names(toolbox: Callable[..., Any]) -> None:
    assert toolbox("measure", "asielzoekers weren").out.startswith("Verbod voor een hele groep")
    assert toolbox("measure", "verbod-voor-groep").code == 0


def test_searching_for_a_word_alone_is_no_request(toolbox: Callable[..., Any]) -> None:
    assert toolbox("search", "asielzoekers").code == 0


def test_an_origin_as_an_answer_is_refused_and_not_called_a_spelling_error(toolbox: Callable[..., Any]) -> None:
    done = toolbox("analyse", "--set", "gevraagd=marokkanen", "--rest-unknown")

    assert (done.code, done.out) == (1, "")
    assert "--set gevraagd: dit kan niet" in done.err
    assert "art. 172a" in done.err


def test_an_ordinary_wrong_answer_is_still_a_wrong_answer(toolbox: Callable[..., Any]) -> None:
    done = toolbox("analyse", "--set", "gevraagd=iets", "--rest-unknown")

    assert done.code == 2
    assert "kies uit" in done.err


def test_an_origin_in_an_answer_file_is_refused_with_its_line(toolbox: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "antwoorden.yaml"
    path.write_text("answers:\n  gevraagd: [statushouders]\n", "utf-8")

    done = toolbox("analyse", "--answers", path, "--rest-unknown")

    assert (done.code, done.out) == (1, "")
    assert f"{path.name}:2: gevraagd: dit kan niet: een maatregel tegen een groep" in done.err
