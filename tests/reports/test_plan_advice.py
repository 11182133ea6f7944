"""The advice as a document for each reader: what it must hold, what it may not, and a few in full."""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import replace

import pytest
from case_dossiers import TEXTS, alone, dossier_of, example_profile
from expected import same_as
from helpers import CATALOGUE, seeds, some_answers

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.analysis.deciding import open_by_weight
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.measure import Origin, Rule
from toolbox_cli.model.question import Answer, Answers, Circle, Question
from toolbox_cli.model.told import ToldAs
from toolbox_cli.reports.document import Bar, Bars, Block, Document, Heading, PageBreak, Paragraph, Table, Terms
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.markdown import to_markdown
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.paper import Paper, Status
from toolbox_cli.reports.plan_advice import compose_plan_advice
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import may_read, told_answers
from toolbox_cli.reports.words import article_name
from toolbox_cli.rules.evaluate import questions_in

CASES = sorted(TEXTS)
DECIDERS = (Reader.TRIANGLE, Reader.COLLEGE)
SECRET = "dit blijft binnen"
WIDER = (Reader.COLLEGE, Reader.COUNCIL, Reader.RESIDENTS)
each_case = pytest.mark.parametrize("case", CASES)
each_reader = pytest.mark.parametrize("reader", list(Reader))
each_decider = pytest.mark.parametrize("reader", DECIDERS)
_COMMAND = re.compile(r"toolbox (analyse|answers|case|check|content|decide|measure|partner|profile|questions|spuk-estimate|term)\b")


def composed(case: str, reader: Reader, *, profile: bool = False) -> Document:
    return compose_plan_advice(CATALOGUE, dossier_of(case, example_profile() if profile else None), reader)


def words(document: Document) -> int:
    return len(re.sub(r"[|#*>-]+", " ", to_markdown(document)).split())


def first_page(document: Document) -> Document:
    return Document(document.blocks[: next(at for at, block in enumerate(document.blocks) if isinstance(block, PageBreak))])


def headings(document: Document) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def leading_names(record: Record) -> set[str]:
    return {finding.form.name for finding in record.assessment.findings if finding.leading}


def marked(reader: Reader) -> Catalogue:
    """The content, in which all that would tell an answer of a smaller circle is replaced by a word to look for."""
    narrower = list(Circle)[: list(Circle).index(reader)]
    closed = {question.id for question in CATALOGUE.questions if question.told_to in narrower}

    def hangs(condition: Condition | None) -> bool:
        return condition is not None and not closed.isdisjoint(questions_in(condition, CATALOGUE.condition_of_fact))

    def question(item: Question) -> Question:
        choices = tuple(
            choice.model_copy(update={"phrase": SECRET}) if item.id in closed or choice.told_to in narrower else choice
            for choice in item.choices
        )
        said = {"summary": SECRET, "summary_no": SECRET} if item.id in closed else {}
        return item.model_copy(update={"choices": choices, **said})

    def rule(item: Rule) -> Rule:
        leads = tuple(lead.model_copy(update={"because": SECRET}) if hangs(lead.when) else lead for lead in item.leads)
        return item.model_copy(update={"leads": leads})

    steps = tuple(step.model_copy(update={"text": SECRET}) if hangs(step.when) or hangs(step.unless) else step for step in CATALOGUE.steps)
    fields = {name: getattr(CATALOGUE, name) for name in Catalogue.model_fields}
    changed = {"questions": tuple(map(question, CATALOGUE.questions)), "rules": tuple(map(rule, CATALOGUE.rules)), "steps": steps}
    return Catalogue.model_construct(**{**fields, **changed})


@pytest.mark.parametrize("profile", [False, True], ids=["no profile", "profile"])
@each_decider
@each_case
def test_the_first_page_fits_on_one_page(case: str, reader: Reader, profile: bool) -> None:
    assert words(first_page(composed(case, reader, profile=profile))) <= 400


def pages(document: Document) -> int:
    """How many pages this is on paper."""
    pytest.importorskip("typst")
    from toolbox_cli.reports.pdf import to_pdf

    paper = Paper("advies", document, Status.DRAFT, ("Kenmerk van dit advies", "Concept"), "Concept")
    return len(re.findall(rb"/Type\s*/Page\b", to_pdf(paper)))


@each_decider
@each_case
def test_printed_the_page_that_decides_is_one_page_and_residents_read_two_at_most(case: str, reader: Reader) -> None:
    assert pages(first_page(composed(case, reader, profile=True))) == 1
    assert pages(composed(case, Reader.RESIDENTS)) <= 2


@each_decider
@each_case
def test_what_is_not_known_stands_before_what_is_asked_to_decide(case: str, reader: Reader) -> None:
    page = [text for _, text in headings(first_page(composed(case, reader)))]

    decided = ["Wat al is besloten"] if dossier_of(case).case.decisions else []

    assert page[1:] == ["Het probleem", "Wat niet vaststaat", "Wat wij vragen te besluiten", "Deze week", *decided]


@each_case
def test_in_the_grounds_every_assumption_stands_before_the_measures(case: str) -> None:
    dossier = dossier_of(case)
    for number, record in enumerate(dossier.records):
        one = replace(alone(dossier, number), records=(replace(record, problem=None),))
        text = compose_plan_advice(CATALOGUE, one, Reader.TRIANGLE).text()
        measures = text.rindex("Maatregelen die vooraan staan, met hun gronden")
        open_ = (item.question for item in open_by_weight(CATALOGUE, record.assessment.answers))
        assumed = [question for question in open_ if question.if_unknown and question.if_unknown in text]

        assert assumed or case == "weinig-overlast"  # where next to nothing is open
        for question in assumed:
            assert text.rindex(question.if_unknown or "") < measures, question.id


@each_decider
@each_case
def test_every_measure_that_is_ruled_out_is_named_with_the_article_at_fault(case: str, reader: Reader) -> None:
    dossier = dossier_of(case)
    blocks = composed(case, reader).blocks
    for record in dossier.records:
        for finding in record.assessment.graded(Grade.RULED_OUT):
            assert finding.failing is not None
            place = article_name(CATALOGUE, finding.failing.condition.article, finding.failing.condition.paragraph)
            assert any(
                isinstance(above, Heading)
                and finding.form.name in above.text
                and isinstance(below, Terms)
                and place in below.pairs[0][1].sources
                for above, below in itertools.pairwise(blocks)
            ), finding.form.id


@each_decider
@each_case
def test_only_what_leads_and_is_not_decided_is_asked_to_decide(case: str, reader: Reader) -> None:
    dossier = dossier_of(case)
    asked = {row[-4] for block in first_page(composed(case, reader)).blocks if isinstance(block, Table) for row in block.rows}
    decided = {CATALOGUE.form_by_id[item.measure].name for item in dossier.case.decisions}

    leading = set().union(*(leading_names(record) for record in dossier.records)) - decided
    assert asked <= leading
    assert asked == leading or len(dossier.records) > 1  # of several problems the page asks the first of each


@each_decider
@each_case
def test_what_mits_means_is_explained_only_where_it_stands(case: str, reader: Reader) -> None:
    page = first_page(composed(case, reader))
    marked = any("mits" in cell for block in page.blocks if isinstance(block, Table) for row in block.rows for cell in row)

    assert ("'Mits …'" in page.text()) == marked


@each_reader
@each_case
def test_no_cell_is_blank_no_heading_is_empty_or_skipped_and_no_command_is_named(case: str, reader: Reader) -> None:
    document = composed(case, reader, profile=True)
    levels = [level for level, _ in headings(document)]

    assert [row for block in document.blocks if isinstance(block, Table) for row in block.rows if not all(map(str.strip, row))] == []
    assert [above for above, below in followed(document.settled()) if isinstance(above, Heading) and empty(above, below)] == []
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert _COMMAND.findall(document.text()) == []


def followed(blocks: tuple[Block, ...]) -> list[tuple[Block, Block | None]]:
    return list(zip(blocks, (*blocks[1:], None), strict=True))


def empty(above: Heading, below: Block | None) -> bool:
    return below is None or isinstance(below, PageBreak) or (isinstance(below, Heading) and below.level <= above.level)


@pytest.mark.parametrize("reader", WIDER)
@each_case
def test_no_answer_reason_or_step_of_a_smaller_circle_is_said(case: str, reader: Reader) -> None:
    catalogue = marked(reader)

    assert SECRET not in compose_plan_advice(catalogue, dossier_of(case, example_profile(), catalogue), reader).text()


@pytest.mark.parametrize("reader", WIDER)
def test_there_is_something_to_keep_from_this_reader(reader: Reader) -> None:
    catalogue = marked(reader)

    assert SECRET in compose_plan_advice(catalogue, dossier_of("twee-problemen", None, catalogue), Reader.TRIANGLE).text()


@pytest.mark.parametrize("reader", WIDER)
def test_outside_the_driehoek_nobody_reads_what_a_source_said_or_why_an_order_was_chosen(reader: Reader) -> None:
    inside, outside = composed("twee-problemen", Reader.TRIANGLE).text(), composed("twee-problemen", reader).text()

    for secret in ("politie: ja", "COA: nee", "de vrees is groot", "het dossier is niet rond"):
        assert secret in inside
        assert secret not in outside


def test_the_council_is_not_told_that_a_measure_waits_for_a_rule_that_must_be_absent() -> None:
    tables = [block for block in composed("winkeldiefstal-centrum", Reader.COUNCIL).blocks if isinstance(block, Table)]
    needed = {row[0]: row[2] for table in tables if table.header[2:] == ("nodig voor",) for row in table.rows}
    assert "op grond van de APV" in needed["gebiedsverbod in de APV"]
    assert "172 lid 3" not in needed["gebiedsverbod in de APV"]


@pytest.mark.parametrize("reader", [Reader.COUNCIL, Reader.RESIDENTS])
@each_case
def test_the_council_and_residents_read_of_no_order_on_a_person(case: str, reader: Reader) -> None:
    text = composed(case, reader).text()
    personal = [name for item in CATALOGUE.resident_measures if item.told is ToldAs.PERSON for name in item.forms]
    rows = [row[0] for block in composed(case, reader).blocks if isinstance(block, Table) for row in block.rows]

    assert not {CATALOGUE.form_by_id[name].name for name in personal}.intersection(rows)
    assert "11 oktober 2026" not in text


@pytest.mark.parametrize("profile", [False, True], ids=["no profile", "profile"])
@each_case
def test_residents_read_at_most_two_pages(case: str, profile: bool) -> None:
    assert words(composed(case, Reader.RESIDENTS, profile=profile)) <= 700


@each_case
def test_residents_read_the_same_whether_an_order_was_chosen_or_not(case: str) -> None:
    dossier = dossier_of(case)
    personal = {name for item in CATALOGUE.resident_measures if item.told is ToldAs.PERSON for name in item.forms}
    without = tuple(
        replace(record, decisions=tuple(item for item in record.decisions if item.measure not in personal)) for record in dossier.records
    )

    assert composed(case, Reader.RESIDENTS) == compose_plan_advice(CATALOGUE, replace(dossier, records=without), Reader.RESIDENTS)


@each_case
def test_residents_read_nothing_on_a_group_its_origin_or_its_status(case: str) -> None:
    text = composed(case, Reader.RESIDENTS).text().lower()

    for word in ("asielzoekers veroorzaken", "nationaliteit", "veilige landen", "statushouder", "illegaal", "overlastgevers", "azc"):
        assert word not in text


@each_case
def test_residents_read_only_of_measures_that_lead_or_were_chosen(case: str) -> None:
    dossier = dossier_of(case)
    text = composed(case, Reader.RESIDENTS).text()
    told = {finding.form.id for record in dossier.records for finding in record.assessment.findings if finding.leading}
    told |= {item.measure for item in dossier.case.decisions if item.chosen}
    refused = {finding.form.id for record in dossier.records for finding in record.assessment.graded(Grade.RULED_OUT)}

    for item in CATALOGUE.resident_measures:
        if item.text in text and not item.always:
            assert (refused if item.told is ToldAs.CANNOT else told).intersection(item.forms), item.id


def test_what_is_considered_is_not_told_as_decided() -> None:
    text = to_markdown(composed("twee-problemen", Reader.RESIDENTS))

    assert (
        text.index("Dit is besloten:") < text.index("boa's op straat") < text.index("Dit bespreken wij nu") < text.index("Een straatcoach")
    )


@each_case
def test_a_desk_is_named_to_residents_only_when_that_is_asked(case: str) -> None:
    dossier = dossier_of(case, example_profile())
    without = compose_plan_advice(CATALOGUE, dossier, Reader.RESIDENTS).text()
    asked = compose_plan_advice(CATALOGUE, dossier, Reader.RESIDENTS, contacts=True).text()

    assert "wijkteam" not in without
    assert "Contact: wijkteam centrum, wijkteam@politie.voorbeeldstad.example." in asked


@each_decider
def test_several_problems_never_mix(reader: Reader) -> None:
    dossier = dossier_of("twee-problemen")
    blocks = composed("twee-problemen", reader).blocks
    for record in dossier.records:
        assert record.problem is not None
        mine = f"{record.problem.id.capitalize()}: maatregelen die vooraan staan, met hun gronden"
        start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == mine)
        rest = blocks[start + 1 :]
        end = next(at for at, block in enumerate(rest) if isinstance(block, Heading) and block.level == 2)
        named = {re.sub(r"^\d+\. | \(aanbevolen[^)]*\)$", "", block.text) for block in rest[:end] if isinstance(block, Heading)}

        assert named == leading_names(record)


def test_the_council_reads_which_rules_are_there_which_are_not_and_which_nobody_looked_up() -> None:
    (table,) = [
        block
        for block in composed("winkeldiefstal-centrum", Reader.COUNCIL).blocks
        if isinstance(block, Table) and block.header[0] == "regel van de raad"
    ]

    assert {row[0]: row[1] for row in table.rows} == {
        "gebiedsverbod in de APV": "geregeld",
        "bevoegdheid voor cameratoezicht": "niet bekend",
        "bestuurlijke boete geregeld": "niet geregeld",
        "samenscholing in de APV": "niet bekend",
        "bevoegdheid voor bestuurlijke ophouding": "niet bekend",
    }


@pytest.mark.parametrize("seed", seeds(4, 30))
def test_what_the_council_may_not_know_changes_nothing_in_the_rules_and_questions_it_reads(seed: int) -> None:
    source = random.Random(seed)
    dossier = dossier_of("winkeldiefstal-centrum")
    (record,) = dossier.records
    told = told_answers(CATALOGUE, record.assessment.answers, Reader.COUNCIL)
    hidden = [question for question in CATALOGUE.questions if not may_read(Reader.COUNCIL, question)]
    other = Answers({**told.given, **{item.id: source.choice(some_answers(item)) for item in source.sample(hidden, len(hidden) // 2)}})
    armed = other.with_answer("gedrag", Answer(told.given["gedrag"].values | {"wapens"}))

    first, *rest = (
        _between(
            replace(dossier, records=(replace(record, assessment=assess(CATALOGUE, answers)),)),
            "Wat nog niet bekend is",
            "De aanpak in hoofdlijnen",
        )
        for answers in (told, other, armed)
    )

    assert len(first) > 200
    assert rest == [first, first]


def _between(dossier: Dossier, start: str, end: str) -> str:
    text = to_markdown(compose_plan_advice(CATALOGUE, dossier, Reader.COUNCIL))
    return text[text.index(f"## {start}") : text.index(f"## {end}")]


def test_the_council_reads_what_was_asked_and_cannot_be() -> None:
    text = composed("winkeldiefstal-centrum", Reader.COUNCIL).text()
    refused = [measure.name for measure in CATALOGUE.measures if measure.origin is Origin.REFUSAL and measure.name in text]

    assert refused == ["Verbod voor een hele groep"]


def _with_figures(dossier: Dossier) -> Dossier:
    figures, published = Document(), Document()
    figures.figure(Bars("Soorten", (Bar("diefstal", 3), Bar("overig", 40)), "Drie keer diefstal."))
    published.figure(Bars("Soorten", (Bar("diefstal", None), Bar("overig", 40)), "Vooral overig.", hidden="te klein"))
    return replace(dossier, figures=figures, published=published)


@pytest.mark.parametrize(
    ("reader", "said", "not_said"),
    [
        (Reader.TRIANGLE, "Drie keer diefstal.", "Vooral overig."),
        (Reader.COLLEGE, "Drie keer diefstal.", "Vooral overig."),
        (Reader.COUNCIL, "Vooral overig.", "Drie keer diefstal."),
        (Reader.RESIDENTS, "Vooral overig.", "Drie keer diefstal."),
    ],
)
def test_small_numbers_do_not_reach_the_council_or_residents(reader: Reader, said: str, not_said: str) -> None:
    document = compose_plan_advice(CATALOGUE, _with_figures(dossier_of("winkeldiefstal-centrum")), reader)
    text = document.text()

    assert (2, "Cijfers") in headings(document)
    assert said in text
    assert not_said not in text


def test_without_a_date_that_is_said() -> None:
    for reader in Reader:
        document = compose_plan_advice(CATALOGUE, replace(dossier_of("weinig-overlast"), on=None), reader)
        opening = next(block for block in document.blocks if isinstance(block, Paragraph))
        assert "niet ingevuld" in opening.line.text


@pytest.mark.parametrize(
    ("case", "reader"),
    [
        ("bekende-persoon-station", Reader.TRIANGLE),
        ("twee-problemen", Reader.COLLEGE),
        ("winkeldiefstal-centrum", Reader.COUNCIL),
        ("winkeldiefstal-centrum", Reader.RESIDENTS),
        ("weinig-bekend", Reader.RESIDENTS),
    ],
)
def test_the_whole_text_is_as_expected(case: str, reader: Reader) -> None:
    same_as(f"advies-{case}-{reader.value}.md", to_markdown(composed(case, reader)))


@each_decider
def test_what_the_decision_must_say_itself_is_a_list_apart_and_no_row_to_find_out(reader: Reader) -> None:
    blocks = compose_plan_advice(CATALOGUE, dossier_of("bekende-persoon-station"), reader).blocks

    assert any(isinstance(block, Paragraph) and block.line.text.startswith("Volgt uit het besluit zelf") for block in blocks)
    assert not [row for block in blocks if isinstance(block, Table) for row in block.rows if "besluit zelf" in row[-1]]


def test_a_measure_that_fits_two_problems_is_told_in_full_once() -> None:
    two = dossier_of("twee-problemen")
    first, second = two.records
    same = replace(two, records=(first, replace(second, assessment=first.assessment)))
    terms = [block for block in compose_plan_advice(CATALOGUE, same, Reader.TRIANGLE).blocks if isinstance(block, Terms)]
    safeguards = [line.text for block in terms for label, line in block.pairs if label == "Waarborgen" and line.text]

    assert safeguards
    assert len(safeguards) == len(set(safeguards))
    assert [line.text for block in terms for label, line in block.pairs if label == f"Zie bij {first.problem.id.capitalize()}"]
