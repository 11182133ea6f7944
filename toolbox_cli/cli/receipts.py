"""What an advice rests on, with its receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolbox_cli import __version__

if TYPE_CHECKING:
    from toolbox_cli.analysis.receipt import Receipt
    from toolbox_cli.cli.given import Given
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.reports.origin import Record


def record_of(catalogue: Catalogue, given: Given, problem: str) -> Record:
    """Return what an advice about one problem rests on."""
    from toolbox_cli.analysis.assess import assess
    from toolbox_cli.reports.origin import Record

    heard = given.heard(catalogue, problem)
    assessment = assess(catalogue, given.answers(catalogue, problem))
    decisions = tuple(given.case.decided(problem))
    return Record(given.case.problem(problem), assessment, heard, receipt_for(catalogue, given), decisions, given.local(catalogue, problem))


def receipt_for(catalogue: Catalogue, given: Given) -> Receipt:
    """Return the receipt of an advice on all problems of the case."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.analysis.receipt import receipt_of
    from toolbox_cli.cli.content_source import own_folder
    from toolbox_cli.content.hash import content_hash_of_installation

    answers = {name: given.answers(catalogue, name) for name in problems_of(given.case)}
    return receipt_of(catalogue, answers, __version__, content_hash_of_installation(own_folder()))
