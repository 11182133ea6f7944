"""The municipality's own content stands behind the shipped content, is checked the same, and takes nothing away from it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from golden import read_cases
from helpers import CATALOGUE, ROOT
from own import Own, example_in, with_decision

from toolbox_cli.analysis.assess import assess
from toolbox_cli.content.load import PARTS, read_catalogue
from toolbox_cli.content.overlay import OWN
from toolbox_cli.content.own_example import EXAMPLE, write_example
from toolbox_cli.errors import ToolboxError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.belongings import practices_of
from toolbox_cli.search.text import search


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return example_in(tmp_path)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """What is shipped with the example and its decision behind it, which nobody changes."""
    return with_decision(example_in(tmp_path_factory.mktemp("samen"))).read()


@pytest.mark.slow
def test_the_example_passes_the_thorough_checks(own: Own) -> None:
    assert own.faults(thorough=True) == []


def test_a_measure_with_an_own_article_power_and_procedure_passes_them_too(own: Own) -> None:
    assert with_decision(own).faults(thorough=True) == []


def test_every_part_that_may_be_added_to_is_a_list_of_the_content() -> None:
    assert {part.field for part in PARTS if not part.single} >= OWN


def test_own_records_come_last_and_are_known_as_own(both: Catalogue) -> None:
    assert [measure.id for measure in both.measures][-2:] == ["spreekuur-stationsplein", "kraam-weghalen"]
    assert both.is_own(both.measure_by_id["kraam-weghalen"])
    assert both.form_by_id["kraam-weghalen"].own
    assert both.is_own(both.partner_by_id["pleinteam-nergenshuizen"])
    assert both.is_own(both.article_by_id["nergenshuizen-2-10"])
    assert both.is_own(both.condition_by_id["kraam-op-plein"])


def test_a_shipped_record_is_never_own(both: Catalogue) -> None:
    assert not any(both.is_own(record) for record in CATALOGUE.measures)
    assert not any(form.own for form in CATALOGUE.forms)
    assert not CATALOGUE.has_own


def test_the_same_id_in_another_list_is_not_own(own: Own) -> None:
    own.change("sources.yaml", "  - id: nergenshuizen-plan", "  - id: coa")
    for file in ("measures.yaml", "partners.yaml", "practices.yaml"):
        path = own.folder / file
        path.write_text(path.read_text("utf-8").replace("doc nergenshuizen-plan", "doc coa"), "utf-8")
    both = own.read()

    assert both.is_own(both.document_by_id["coa"])
    assert not both.is_own(both.partner_by_id["coa"])


def test_what_is_own_is_still_known_after_pickling(both: Catalogue) -> None:
    assert pickle.loads(pickle.dumps(both)).is_own(both.measure_by_id["kraam-weghalen"])


def test_the_shipped_content_stays_as_it_is(both: Catalogue) -> None:
    for part in PARTS:
        shipped = getattr(CATALOGUE, part.field)
        assert (getattr(both, part.field) if part.single else getattr(both, part.field)[: len(shipped)]) == shipped


def test_no_shipped_form_gets_another_grade_or_reason(both: Catalogue) -> None:
    for case in read_cases()[::8]:
        alone = {finding.form.id: finding for finding in assess(CATALOGUE, case.answers).findings}
        for finding in assess(both, case.answers).findings:
            if not finding.form.own:
                before = alone.pop(finding.form.id)
                same = ("grade", "indicated", "leads", "tested", "failing", "open_questions", "present", "tried")
                assert all(getattr(finding, name) == getattr(before, name) for name in same), (case.name, finding.form.id)
        assert not alone


def test_an_own_example_hides_no_shipped_one(own: Own) -> None:
    own.change("practices.yaml", "verlichting]", "toezicht/straatcoach]")
    both = own.read()
    form = both.form_by_id["toezicht/straatcoach"]
    before = practices_of(CATALOGUE, CATALOGUE.form_by_id["toezicht/straatcoach"])

    assert practices_of(both, form) == (*before, both.practice_by_id["spreekuur-2025"])


def test_an_own_article_may_be_read_after_the_edition_was_made(own: Own) -> None:
    own.change("law.yaml", "    since: Verzonnen.", "    text_date: 2027-02-01\n    since: Verzonnen.")

    assert CATALOGUE.edition.published.year < 2027
    assert own.faults() == []


def test_an_own_article_that_is_old_asks_for_a_reason(own: Own) -> None:
    own.change("law.yaml", "    since: Verzonnen.", "    text_date: 2019-02-01\n    since: Verzonnen.")

    assert "zet bij de wet 'nergenshuizen' accepts_older met een reden" in own.faults()[0]


def test_search_says_which_hits_are_own_and_finds_own_words_only_there(both: Catalogue) -> None:
    hits = search(both, "spreekuur")

    assert {(hit.kind, hit.id) for hit in hits if hit.own} >= {("maatregel", "spreekuur-stationsplein"), ("praktijk", "spreekuur-2025")}
    assert all(hit.own for hit in hits)


def test_reading_own_content_leaves_no_trace(own: Own) -> None:
    own.read()

    assert read_catalogue(ROOT / "data") == CATALOGUE


def test_the_example_is_copied_as_it_is(tmp_path: Path) -> None:
    written = write_example(tmp_path / "nieuw")

    assert {path.name: path.read_bytes() for path in written} == {path.name: path.read_bytes() for path in EXAMPLE.glob("*.yaml")}
    assert all(b"\nVerzonnen" in b"\n" + path.read_bytes().replace(b"# ", b"") for path in written)


def test_the_example_is_never_written_over_something(tmp_path: Path) -> None:
    (tmp_path / "mijn.txt").write_text("van mij", "utf-8")
    with pytest.raises(ToolboxError, match="bestaat al en is niet leeg"):
        write_example(tmp_path)
    with pytest.raises(ToolboxError, match="bestaat al en is niet leeg"):
        write_example(tmp_path / "mijn.txt")

    assert [path.name for path in tmp_path.iterdir()] == ["mijn.txt"]


def test_an_empty_folder_may_hold_the_example(tmp_path: Path) -> None:
    assert write_example(tmp_path)


def test_a_place_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="kan niet worden gemaakt"):
        write_example(tmp_path / "weg" / "eigen")
