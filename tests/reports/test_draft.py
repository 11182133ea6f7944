"""Draft decisions: expected texts to read, and what holds for every form on every kind of answers."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from expected import same_as
from helpers import CATALOGUE, ROOT, answers_of

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.analysis.case import Heard
from toolbox_cli.analysis.profile import local_of
from toolbox_cli.analysis.receipt import Receipt
from toolbox_cli.analysis.witness import witness
from toolbox_cli.content.people import words_of
from toolbox_cli.content.profile import read_profile
from toolbox_cli.model.case import Case, CaseProblem, Certainty, Decision, Said
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.planned import Planned, PlannedMeasure
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.reports.document import Document, Heading, Outline, PageBreak
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.draft import MARK, Stage, compose_draft, draft_forms, draft_papers, skeleton_of
from toolbox_cli.reports.draft_none import CANNOT
from toolbox_cli.reports.markdown import to_markdown
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.words import article_name
from toolbox_cli.search.personal import personal_in
from toolbox_cli.search.wording import punitive_phrases, words_unless

FORMS = [form for form in CATALOGUE.forms if skeleton_of(CATALOGUE, form)]
BAN, CHILD, CAMERAS, ORDER = (
    CATALOGUE.form_by_id[name]
    for name in ("gebiedsverbod/172a", "bevel-onder-twaalf/172b", "cameratoezicht/openbaar", "gebiedsverbod/172-3")
)
PEOPLE = words_of(CATALOGUE)
GAP = re.compile(r"\[INVULLEN: [^\[\]]+\]")
START = date(2026, 3, 12)
UNTIL = date(2026, 4, 22)
PERSON = {
    "gedrag": "intimidatie", "plaats": "station", "personen_bekend": "ja", "leeftijd": ["16_17"], "orde_verstoord": "ja",
    "herhaald_verstoord": "ja", "ernstige_vrees": "ja", "dossier": "ja", "aantal_voorvallen": "4", "laatste_voorval": "2026-02-20",
    "geprobeerd": ["gesprek", "gebiedsverbod"], "resultaat": "niet", "lichter_datum": "2026-01-15", "doel": "orde",
    "omvang": ["gebied", "duur", "uitzonderingen"], "duurvorm": "aaneen", "verlenging": "nieuw", "inhoud": ["delen", "intrekken"],
    "tekent": "burgemeester", "ook_elders": "nee", "om_aanwijzing": "onbekend", "belangen": ["openbare_orde", "gezin_school_werk"],
}  # fmt: skip
AREA = {
    "gedrag": "rondhangen", "plaats": "winkelgebied", "getroffen": ["winkeliers"], "objectief": ["politie"], "geprobeerd": ["toezicht"],
    "resultaat": "deels", "verordening_151c": "ja", "gebied_onderbouwd": "ja", "ovj_overleg": ["cameras"], "doel": "orde",
    "gebiedsbesluit": ["gebied", "duur", "schriftelijk"],
}  # fmt: skip


def record_of(answers: Answers, heard: Mapping[str, Heard] | None = None, decisions: tuple[Decision, ...] = ()) -> Record:
    return Record(None, assess(CATALOGUE, answers), heard or {}, Receipt("1", "1", "0", None, "0"), decisions)


def draft(form: Form, stage: Stage, answers: Answers, **planned: object) -> Document:
    record = record_of(answers)
    return compose_draft(CATALOGUE, Dossier(Case(), (record,)), record, form, stage, **planned)  # type: ignore[arg-type]  # dates in tests


def body_of(document: Document) -> Document:
    """What stands behind the box for the jurist."""
    at = next(at for at, block in enumerate(document.blocks) if isinstance(block, PageBreak))
    return Document(document.blocks[at + 1 :])


@cache
def met(form: Form) -> Answers:
    found = witness(CATALOGUE, form, Grade.RECOMMENDED)
    assert found is not None
    return found


@cache
def failing(form: Form) -> Answers:
    found = witness(CATALOGUE, form, Grade.RULED_OUT)
    assert found is not None
    return found


def not_failing(form: Form) -> dict[str, Answers]:
    """Answers of each kind on which a draft can be made."""
    young = Answers({"leeftijd": Answer(frozenset({"onder_12" if form is CHILD else "16_17"}))})
    return {"unknown": Answers(), "met": met(form), "minors": young, "partly": partly(form)}


def partly(form: Form) -> Answers:
    """Answers that meet the conditions, without some of them."""
    given = met(form)
    for name in random.Random(form.id).sample(sorted(given), len(given.given) // 3):
        given = given.without(name)
    return given


@pytest.mark.parametrize("stage", Stage)
def test_a_draft_for_a_person_says_this(stage: Stage) -> None:
    document = draft(BAN, stage, answers_of(PERSON), start=START, until=UNTIL)
    same_as(f"ontwerp-persoon-{stage}.md", to_markdown(document))


@pytest.mark.parametrize("stage", Stage)
def test_a_draft_for_an_area_says_this(stage: Stage) -> None:
    same_as(f"ontwerp-gebied-{stage}.md", to_markdown(draft(CAMERAS, stage, answers_of(AREA))))


def test_a_page_that_says_why_there_is_no_draft_says_this() -> None:
    same_as(
        "ontwerp-kan-niet.md",
        to_markdown(draft(ORDER, Stage.DECISION, answers_of({"acuut": "nee", "apv_gebiedsverbod": "ja", "apv_dekt_gedrag": "ja"}))),
    )


CASES = [(form, kind, stage) for form in FORMS for kind in not_failing(FORMS[0]) for stage in Stage]


@pytest.mark.parametrize(("form", "kind", "stage"), CASES, ids=lambda value: getattr(value, "id", value))
def test_what_holds_for_every_draft(form: Form, kind: str, stage: Stage) -> None:
    document = draft(form, stage, not_failing(form)[kind], start=START)
    skeleton = skeleton_of(CATALOGUE, form)
    assert skeleton is not None
    text = document.text()
    well_formed(document)
    nobody_and_no_punishment(text)
    if stage is Stage.INTENTION and skeleton.no_intention is not None:
        assert skeleton.no_intention.text in text and "Besluit" not in headings(document)
        return
    each_condition_once(form, document)
    assert MARK in text
    assert f"Er zijn nog {len(GAP.findall(body_of(document).text()))} plekken in te vullen" in text
    if stage is Stage.DECISION:
        remedy = section(body_of(document), "Bezwaar en rechter")
        assert "art. 6:7 Awb" in remedy
        protected = form.power is not None and form.power.term is not None and form.power.term.protection == "awb"
        assert not protected or all(f"art. {number}" in remedy for number in ("3:45", "6:8 lid 1", "6:16", "8:81 lid 1"))
    else:
        assert "Bezwaar en rechter" not in headings(document) and "Uw zienswijze" in headings(document)


def well_formed(document: Document) -> None:
    left = GAP.sub("", document.text())
    assert "INVULLEN" not in left.replace("Vul elke plek met [INVULLEN]", "") and "{" not in document.text()
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1 and levels.count(1) == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    assert not any(
        isinstance(one, Heading) and isinstance(two, Heading) and one.level >= two.level for one, two in pairwise(document.blocks)
    )


def nobody_and_no_punishment(text: str) -> None:
    assert punitive_phrases(text, CATALOGUE.wording.punitive) == ()
    assert personal_in(text, PEOPLE) == ()
    lists = {item.id: item for item in CATALOGUE.wording.lists}
    origin = tuple(word for word in lists["herkomst"].words)
    assert words_unless(text, origin, CATALOGUE.wording.origin_unless) == ()


def each_condition_once(form: Form, document: Document) -> None:
    """Each condition stands once among the considerations with its article, or once among what is not on the table."""
    norms = [line for block in body_of(document).blocks if isinstance(block, Outline) for depth, line in block.items if depth == 0]
    aside = [line for block in body_of(document).blocks for line in getattr(block, "items", ()) if hasattr(line, "sources")]
    for name in form.condition_ids:
        condition = CATALOGUE.condition_by_id[name]
        place = article_name(CATALOGUE, condition.article, condition.paragraph)
        found = [line for line in norms if line.text.endswith(f": {condition.text}")] + [
            line for line in aside if line.text == condition.text
        ]
        assert [line.sources for line in found] == [(place,)], name


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def section(document: Document, title: str) -> str:
    """The text under a heading of level 2."""
    parts: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            inside = block.text == title
        elif inside:
            parts.append(Document([block]).text())
    return " ".join(parts)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("stage", Stage)
def test_a_failing_condition_gives_one_page_and_no_text_of_a_decision(form: Form, stage: Stage) -> None:
    document = draft(form, stage, failing(form), start=START)
    text = document.text()
    assert CANNOT in text and MARK not in text
    assert {"Besluit", "Aan", "Ondertekening", "Wat het voornemen is"}.isdisjoint(headings(document)) and not GAP.search(text)
    finding = next(item for item in assess(CATALOGUE, failing(form)).findings if item.form is form)
    assert finding.failing is not None
    condition = finding.failing.condition
    assert (
        condition.text.rstrip(".") in text
        and condition.way_on in text
        and article_name(CATALOGUE, condition.article, condition.paragraph) in text
    )
    well_formed(document)
    nobody_and_no_punishment(text)


def test_without_a_planned_end_the_last_day_stays_a_gap_with_the_latest_day_the_law_allows() -> None:
    text = section(body_of(draft(BAN, Stage.DECISION, Answers(), start=START)), "Duur en einde")
    assert "donderdag 12 maart 2026, [INVULLEN: uur]" in text
    assert "[INVULLEN: laatste dag en uur; uiterlijk donderdag 11 juni 2026]" in text


def test_the_planned_end_is_the_last_day_of_the_draft() -> None:
    text = section(body_of(draft(BAN, Stage.DECISION, Answers(), start=START, until=UNTIL)), "Duur en einde")
    assert "woensdag 22 april 2026, [INVULLEN: uur]" in text and "donderdag 11 juni 2026 (ten hoogste 3 maanden)" in text


@pytest.mark.parametrize("days", [1, 30, 400, 800])
def test_a_planned_end_later_than_one_decision_may_last_is_not_filled_in_and_said_in_front(days: int) -> None:
    document = draft(BAN, Stage.DECISION, Answers(), start=START, until=date(2026, 6, 11) + timedelta(days=days))
    assert "is te laat voor één besluit" in document.text()
    assert "[INVULLEN: laatste dag en uur; uiterlijk donderdag 11 juni 2026]" in section(body_of(document), "Duur en einde")


def test_a_planned_end_where_the_law_names_no_number_is_filled_in_and_to_be_checked() -> None:
    form = CATALOGUE.form_by_id["gebiedsverbod/apv"]
    document = draft(form, Stage.DECISION, Answers(), start=START, until=UNTIL)
    assert "woensdag 22 april 2026" in section(body_of(document), "Duur en einde")
    assert "Niet te toetsen" in document.text()


def test_without_a_start_no_day_is_filled_in() -> None:
    document = draft(BAN, Stage.DECISION, Answers(), until=UNTIL)
    text = section(body_of(document), "Duur en einde")
    assert "2026" not in text and "[INVULLEN: eerste dag en uur; niet vóór de bekendmaking]" in text
    assert "de start is niet ingevuld" in document.text()


def test_hours_end_at_a_clock_time_that_is_still_to_be_filled_in() -> None:
    urgent = CATALOGUE.form_by_id["veiligheidsrisicogebied/174b"]
    text = section(body_of(draft(urgent, Stage.DECISION, Answers(), start=START)), "Duur en einde")
    assert "ten hoogste 12 uur na het begin" in text


def test_the_part_on_minors_is_left_out_for_adults_only() -> None:
    part = "Als de betrokkene minderjarig is"
    assert part not in headings(draft(BAN, Stage.DECISION, answers_of({"leeftijd": ["volwassen"]})))
    assert part in headings(draft(BAN, Stage.DECISION, answers_of({"leeftijd": ["16_17", "volwassen"]})))
    assert part in headings(draft(BAN, Stage.DECISION, Answers()))


def test_a_hearing_is_skipped_only_on_a_ground_of_the_law() -> None:
    text = section(body_of(draft(ORDER, Stage.DECISION, Answers())), "Zienswijze")
    assert "art. 4:11 Awb" in text and "Zonder zo'n grond mag het horen niet wegblijven." in text


@pytest.mark.parametrize("stage", Stage)
def test_who_gets_an_area_ban_under_the_apv_is_not_told_that_theft_is_proved(stage: Stage) -> None:
    form = CATALOGUE.form_by_id["gebiedsverbod/24-uur"]
    assert "diefstal" in form.name
    assert "diefstal" not in to_markdown(body_of(draft(form, stage, met(form))))


def test_the_weighing_draws_no_conclusion_before_the_jurist_does() -> None:
    points = [point.text for kind in CATALOGUE.drafts.kinds for point in kind.proportion]
    assert [text for text in points if not text.startswith("[INVULLEN: ")] == []


def test_conflicts_and_estimates_under_a_condition_stand_in_front() -> None:
    fear, tried = CATALOGUE.question_by_id["ernstige_vrees"], CATALOGUE.question_by_id["resultaat"]
    yes, some = Answer(frozenset({"ja"})), Answer(frozenset({"deels"}))
    heard = {
        fear.id: Heard(fear, (Said(yes, "politie"), Said(Answer(frozenset({"nee"})), "coa")), Answer(unknown=True), conflict=True),
        tried.id: Heard(tried, (Said(some, "politie", certainty=Certainty.ESTIMATE),), some),
    }
    record = record_of(Answers({fear.id: Answer(unknown=True), tried.id: some}), heard)
    document = compose_draft(CATALOGUE, Dossier(Case(), (record,)), record, BAN, Stage.DECISION)
    front = section(Document(document.blocks[: -len(body_of(document).blocks)]), "Voor de jurist: eerst lezen")
    assert "Tegenspraak: bronnen zeggen iets anders over ernstige vrees nu." in front
    assert "Schatting: het resultaat daarvan is" in front
    assert "(schatting)" in section(body_of(document), "Belangen en evenredigheid")


def test_nothing_that_was_typed_in_the_case_is_in_a_draft() -> None:
    typed = "Zomaar wat getypt"
    record = record_of(answers_of(PERSON), decisions=(Decision(START, BAN.id, chosen=True, reason=typed),))
    record = replace(record, problem=CaseProblem("probleem-x", typed))
    found = draft_papers(CATALOGUE, Dossier(Case(), (record,)))

    assert found
    for _, document in found:
        assert typed not in document.text() and "probleem-x" not in document.text()


def test_what_was_chosen_gets_a_draft_and_otherwise_the_advice() -> None:
    answers = met(BAN)
    advised = draft_forms(CATALOGUE, record_of(answers))
    assert advised and all(skeleton_of(CATALOGUE, form) for form in advised)
    chosen = Decision(START, CAMERAS.id, chosen=True)
    assert draft_forms(CATALOGUE, record_of(answers, decisions=(chosen,))) == (CAMERAS,)
    dropped = Decision(START, advised[0].id, chosen=False)
    assert draft_forms(CATALOGUE, record_of(answers, decisions=(dropped,))) == advised[1:]


def test_papers_are_named_after_form_and_stage_and_with_several_problems_after_their_number() -> None:
    chosen = Decision(START, BAN.id, chosen=True)
    one = record_of(answers_of(PERSON), decisions=(chosen,))
    names = [name for name, _ in draft_papers(CATALOGUE, Dossier(Case(), (one,)))]
    assert names == ["ontwerp-gebiedsverbod-172a-voornemen", "ontwerp-gebiedsverbod-172a-besluit"]
    two = record_of(answers_of({"ernstige_vrees": "nee"}), decisions=(chosen,))
    names = [name for name, _ in draft_papers(CATALOGUE, Dossier(Case(), (one, two)))]
    assert names[2:] == ["ontwerp-probleem-2-gebiedsverbod-172a-kan-niet"]


def test_urgent_forms_have_a_decision_only() -> None:
    record = record_of(Answers(), decisions=(Decision(START, "noodmaatregelen/noodbevel", chosen=True),))
    assert [name for name, _ in draft_papers(CATALOGUE, Dossier(Case(), (record,)))] == ["ontwerp-noodmaatregelen-noodbevel-besluit"]


def test_a_decision_without_an_intention_says_in_front_why() -> None:
    for form in CATALOGUE.forms:
        skeleton = skeleton_of(CATALOGUE, form)
        if skeleton is not None and skeleton.no_intention is not None:
            front = draft(form, Stage.DECISION, met(form))
            assert skeleton.no_intention.text in front.text().replace(body_of(front).text(), "")


def test_what_was_chosen_on_a_power_without_a_draft_gets_a_page_that_says_why() -> None:
    asked = {
        form.id: item for form in CATALOGUE.forms for item in CATALOGUE.no_drafts if form.power is not None and item.power == form.power.id
    }
    assert asked
    for name, item in asked.items():
        record = record_of(Answers(), decisions=(Decision(START, name, chosen=True),))
        assert (
            item.why in dict(draft_papers(CATALOGUE, Dossier(Case(), (record,))))[f"ontwerp-{name.replace('/', '-')}-geen-ontwerp"].text()
        )
        assert CATALOGUE.form_by_id[name] not in draft_forms(CATALOGUE, record_of(Answers()))


def test_a_form_that_another_decides_on_gets_a_page_with_the_reason() -> None:
    text = draft(CATALOGUE.form_by_id["gedragsaanwijzing/509hh"], Stage.DECISION, Answers()).text()
    assert "De officier van justitie beslist" in text and not GAP.search(text)


def test_every_form_on_which_the_municipality_decides_is_tried_here() -> None:
    organs = {organ.partner for organ in CATALOGUE.drafts.organs}
    reasons = {item.power for item in CATALOGUE.no_drafts}
    for form in CATALOGUE.forms:
        if form.power is not None and form.decides in organs and form.power.id not in reasons:
            assert form in FORMS
    assert len(FORMS) >= 17


def test_what_the_profile_says_about_the_rule_stands_in_front_only() -> None:
    profile = read_profile(ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml", CATALOGUE)
    ban = CATALOGUE.form_by_id["gebiedsverbod/apv"]
    answers = answers_of({"gedrag": "vernieling", "personen_bekend": "ja"})
    record = replace(record_of(answers), local=local_of(CATALOGUE, profile, answers))
    document = compose_draft(CATALOGUE, Dossier(Case(), (record,), profile), record, ban, Stage.DECISION)
    assert "In uw gemeente" in document.text() and "In uw gemeente" not in body_of(document).text()


def test_the_same_case_gives_the_same_drafts() -> None:
    record = record_of(met(BAN))
    assert draft_papers(CATALOGUE, Dossier(Case(), (record,))) == draft_papers(CATALOGUE, Dossier(Case(), (record,)))


def test_a_draft_begins_on_the_day_that_the_action_plan_holds() -> None:
    record = record_of(answers_of({**PERSON, "frequentie": "wekelijks"}), decisions=(Decision(date(2026, 11, 1), BAN.id, chosen=True),))
    planned = Planned(measures=(PlannedMeasure("gebiedsverbod/172a", start=date(2026, 12, 14)),))

    drafts = dict(draft_papers(CATALOGUE, Dossier(Case(plans=(planned,)), (record,))))

    assert "14 december 2026" in drafts["ontwerp-gebiedsverbod-172a-besluit"].text()
    assert "14 december 2026" not in dict(draft_papers(CATALOGUE, Dossier(Case(), (record,))))["ontwerp-gebiedsverbod-172a-besluit"].text()


def test_a_notice_of_its_own_stands_in_place_of_that_of_its_kind() -> None:
    own = [form for form in CATALOGUE.forms if (found := skeleton_of(CATALOGUE, form)) is not None and found.own_notice]
    assert own
    for form in own:
        skeleton = skeleton_of(CATALOGUE, form)
        assert skeleton is not None
        kind = next(item for item in CATALOGUE.drafts.kinds if item.id == skeleton.kind)
        body = body_of(draft(form, Stage.DECISION, met(form)))
        notice = section(body, "Bekendmaking")
        assert all(item.text.split("[")[0].split(":")[0].strip() in notice for item in skeleton.notice)
        assert all(item.text not in notice for item in kind.notice if item.text not in {mine.text for mine in skeleton.notice})
        assert "niet vóór de bekendmaking" not in section(body, "Duur en einde")
