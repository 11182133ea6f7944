"""Many documents at once: the bytes are those of one at a time, in order, and a fault in one is the fault of all."""

from __future__ import annotations

import pytest

from toolbox_cli.errors import ToolboxError
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.paper import Paper, Status
from toolbox_cli.reports.plan_kinds import Format
from toolbox_cli.reports.render import render, render_all


def paper(name: str, text: str = "een zin") -> Paper:
    document = Document()
    document.heading(f"Stuk {name}", 1)
    document.paragraph(text)
    return Paper(name, document, Status.DRAFT, (f"voet van {name}",), "concept")


def test_many_at_once_are_what_each_is_alone_and_in_order() -> None:
    wanted = [(paper(name), form) for name in ("een", "twee", "drie") for form in Format]

    assert render_all(wanted) == [render(*one) for one in wanted]
    assert render_all(wanted[:3]) == [render(*one) for one in wanted[:3]]
    assert render_all([]) == []


def test_one_that_cannot_be_made_stops_the_rest_with_its_reason() -> None:
    wanted = [(paper("een"), Format.PDF), (paper("twee", "علم"), Format.PDF), (paper("drie", "文"), Format.PDF)]

    with pytest.raises(ToolboxError, match="文"):
        render_all(wanted)
