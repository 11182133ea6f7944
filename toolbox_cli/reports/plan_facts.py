"""What an action plan is made of, per problem and measure; what was not given is an empty slot that says who can fill it in, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.assess import ADVICE, Finding, facts_of
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.analysis.interview import is_relevant
from toolbox_cli.model.case import Baseline, Decision
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.plan_content import Ground, Suggestion
from toolbox_cli.model.planned import MEASURE_FACTS, Planned, PlannedMeasure
from toolbox_cli.model.question import Question
from toolbox_cli.reports.case import conflict_text, told_by
from toolbox_cli.reports.decisions import baseline_text, decided_text, measure_name
from toolbox_cli.reports.document import Line
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.planned import FACT, fact_text
from toolbox_cli.reports.problem import shown, who_knows
from toolbox_cli.reports.words import GRADE, day, listed, partner_name, sentence, sourced

NOT_GIVEN = "niet ingevuld"
PROPOSED = "voorgesteld, niet gekozen"
BASELINE = "nulmeting"
_NOTHING = Line("")
_OPTION = {"owner": "WIE", "start": "DATUM", "until": "DATUM", "indicator": "TEKST", "review": "DATUM"}


@dataclass(frozen=True)
class Slot:
    """One thing to fill in: its name and text, empty when it was not given; then `who` can fill it in with `command`.

    `option` is the part of the command for this thing alone; `proposal` is what the content suggests.
    """

    name: str
    text: str
    who: str
    command: str
    option: str = ""
    proposal: Line = _NOTHING

    @property
    def shown(self) -> str:
        """The text, or that it was not filled in."""
        return self.text or NOT_GIVEN

    @property
    def line(self) -> Line:
        """The text; or that it was not filled in, with the proposal behind it."""
        if self.text or not self.proposal.text:
            return Line(self.shown)
        return Line(f"{NOT_GIVEN}. Voorstel: {self.proposal.text}", self.proposal.sources)


@dataclass(frozen=True)
class MeasurePart:
    """A form in the plan: as decided, as it stands in the advice, and what is filled in. Without a form it is gone from the content."""

    id: str
    name: str
    form: Form | None
    finding: Finding | None
    decision: Decision | None
    slots: tuple[Slot, ...]

    @property
    def chosen(self) -> bool:
        """Whether it was chosen, and that stands."""
        return self.decision is not None and self.decision.chosen

    def slot(self, name: str) -> Slot:
        """The slot by this name."""
        return next(slot for slot in self.slots if slot.name == name)

    @property
    def standing(self) -> str:
        """What was decided, short, for a table."""
        if self.decision is not None:
            return f"{'gekozen' if self.decision.chosen else 'afgevallen'} op {day(self.decision.on)}"
        return PROPOSED if self.finding is not None and self.finding.grade in ADVICE else "niet geadviseerd, niet gekozen"

    @property
    def status(self) -> str:
        """What was decided and how that stands to the advice, in full."""
        grade = f" (oordeel nu: {GRADE[self.finding.grade]})" if self.finding is not None else ""
        if self.decision is None:
            return sentence(f"{self.standing}{grade}")
        against = self.finding is None or self.finding.grade not in ADVICE
        return f"{decided_text(self.decision)}{f' Let op: dit past nu niet bij het advies{grade}.' if self.chosen and against else ''}"


@dataclass(frozen=True)
class ProblemPart:
    """One problem of the plan: its record, its number and name where there are several, its measures and what is filled in about it."""

    record: Record
    number: str
    name: str
    planned: Planned
    objective: tuple[Slot, ...]
    subjective: tuple[Slot, ...]
    causes: tuple[Slot, ...]
    goals: Slot
    displacement: Slot
    communication: Slot
    reasons: tuple[tuple[Decision, Slot], ...]
    measures: tuple[MeasurePart, ...]

    @property
    def behind(self) -> str:
        """What stands behind a name where there are several problems: ' (probleem 2)'."""
        return f" (probleem {self.number})" if self.number else ""

    @property
    def chosen(self) -> tuple[MeasurePart, ...]:
        """The measures that were chosen."""
        return tuple(item for item in self.measures if item.chosen)

    @property
    def whole(self) -> Iterator[Slot]:
        """What is to be filled in about the problem as a whole, in the order of the plan."""
        yield from (*self.objective, *self.subjective, *self.causes, self.goals, self.displacement, self.communication)
        yield from (slot for _, slot in self.reasons)


def problem_parts(catalogue: Catalogue, dossier: Dossier) -> tuple[ProblemPart, ...]:
    """Return each problem of the case with all that a plan says about it."""
    several = len(dossier.records) > 1
    return tuple(_part(catalogue, dossier, record, str(at) if several else "") for at, record in enumerate(dossier.records, start=1))


def budget_slot(catalogue: Catalogue, dossier: Dossier) -> Slot:
    """Return the budget, as given or not."""
    text = "begroting" if dossier.budget is not None else ""
    return Slot("begroting", text, _fillers(catalogue, "budget"), "toolbox plan BESTAND --kind action-plan --budget BEGROTING")


def suggested(catalogue: Catalogue, items: Sequence[Suggestion], form: Form | None) -> Line:
    """Return what the content suggests for a form, or for its measure; empty when it suggests nothing."""
    by_name = {item.form: item for item in items}
    found = (by_name.get(form.id) or by_name.get(form.measure.id)) if form is not None else None
    return sourced(catalogue, found.text, found.source) if found is not None else _NOTHING


def _part(catalogue: Catalogue, dossier: Dossier, record: Record, number: str) -> ProblemPart:
    problem = record.problem.id if record.problem is not None else ""
    planned, content = dossier.case.planned(problem), catalogue.plan
    return ProblemPart(
        record,
        number,
        record.problem.name if record.problem is not None else "",
        planned,
        _ground(catalogue, record, content.objective),
        _ground(catalogue, record, content.subjective),
        _ground(catalogue, record, content.causes),
        _whole_slot(catalogue, planned, "goals"),
        _whole_slot(catalogue, planned, "displacement"),
        _whole_slot(catalogue, planned, "communication"),
        tuple((item, _reason(catalogue, item)) for item in record.decisions if item.reason or item.above or not item.chosen),
        tuple(_measures(catalogue, record, planned)),
    )


_WHOLE_OPTION = {"goals": "--goal", "displacement": "--displacement", "communication": "--communication"}


def _whole_slot(catalogue: Catalogue, planned: Planned, fact: str) -> Slot:
    text = fact_text(catalogue, fact, getattr(planned, fact))
    command = f"toolbox case plan BESTAND{problem_option(planned.problem)}"
    return Slot(FACT[fact], text, _fillers(catalogue, fact), command, f"{_WHOLE_OPTION[fact]} TEKST")


def problem_option(problem: str) -> str:
    """Return ' --problem NAAM' for a command about one of several problems; empty for the only one."""
    return f" --problem {problem}" if problem else ""


def _fillers(catalogue: Catalogue, fact: str) -> str:
    who = next((item.who for item in catalogue.plan.fillers if item.about == fact), ())
    return listed((partner_name(catalogue, name) for name in who), "of")


def _ground(catalogue: Catalogue, record: Record, ground: Ground) -> tuple[Slot, ...]:
    """The answers under one heading; a question that has no occasion here is left out, unless it is the first."""
    facts = facts_of(catalogue)
    questions = [catalogue.question_by_id[name] for name in ground.questions]
    return tuple(
        _answered(catalogue, record, question)
        for at, question in enumerate(questions)
        if at == 0 or question.id in record.heard or is_relevant(question, record.assessment.answers, facts)
    )


def _answered(catalogue: Catalogue, record: Record, question: Question) -> Slot:
    heard = record.heard.get(question.id)
    text = ""
    if heard is not None and heard.conflict:
        text = f"tegenspraak, telt als onbekend: {conflict_text(catalogue, heard)}"
    elif heard is not None and (heard.answer.values or not heard.answer.unknown):
        by = listed(dict.fromkeys(by for said in heard.said if (by := told_by(catalogue, said))))
        text = shown(question, heard.answer) + (f" ({by})" if by else "")
    problem = f"{record.problem.id}." if record.problem is not None and not question.shared else ""
    return Slot(question.label, text, who_knows(catalogue, question), "toolbox case set BESTAND", f"{problem}{question.id}=ANTWOORD")


def _reason(catalogue: Catalogue, decision: Decision) -> Slot:
    command = f"toolbox case {'choose' if decision.chosen else 'drop'} BESTAND {decision.measure}{problem_option(decision.problem)}"
    form = catalogue.form_by_id.get(decision.measure)
    name = f"reden van het besluit van {day(decision.on)} over {measure_name(catalogue, decision.measure)}"
    return Slot(name, decision.reason, _decider(catalogue, form), command, "--reason REDEN")


def _measures(catalogue: Catalogue, record: Record, planned: Planned) -> Iterator[MeasurePart]:
    """What was chosen, in order of time; what leads in the advice and was not dropped; and what else was filled in."""
    stands = latest_by_form(record.decisions)
    findings = {finding.form.id: finding for finding in record.assessment.findings}
    chosen = [name for name, decision in stands.items() if decision.chosen]
    leading = [finding.form.id for finding in record.assessment.findings if finding.leading and finding.form.id not in stands]
    for name in dict.fromkeys((*chosen, *leading, *(item.measure for item in planned.measures))):
        form, decision = catalogue.form_by_id.get(name), stands.get(name)
        slots = tuple(_slots(catalogue, form, planned.of(name), decision, planned.problem))
        yield MeasurePart(name, measure_name(catalogue, name), form, findings.get(name), decision, slots)


def _slots(catalogue: Catalogue, form: Form | None, planned: PlannedMeasure, decision: Decision | None, problem: str) -> Iterator[Slot]:
    command = f"toolbox case plan BESTAND {planned.measure}{problem_option(problem)}"
    for fact in MEASURE_FACTS:
        text = fact_text(catalogue, fact, getattr(planned, fact) or "")
        proposal = suggested(catalogue, catalogue.plan.indicators, form) if fact == "indicator" else _NOTHING
        yield Slot(FACT[fact], text, _decider(catalogue, form), command, f"--{fact} {_OPTION[fact]}", proposal)
    baseline = decision.baseline if decision is not None else None
    who = who_knows(catalogue, catalogue.question_by_id[catalogue.plan.objective.questions[0]])
    count = f"toolbox evaluate CIJFERS --period PERIODE --answers BESTAND --measure {planned.measure}{problem_option(problem)} --baseline"
    yield Slot(BASELINE, _counted(baseline) if baseline is not None else "", who, count)


def _counted(baseline: Baseline) -> str:
    return baseline_text(baseline) + (f"; geteld is {baseline.definition}" if baseline.definition else "")


def _decider(catalogue: Catalogue, form: Form | None) -> str:
    """Who decides on a measure names who carries it."""
    return partner_name(catalogue, form.decides) if form is not None and form.decides else _fillers(catalogue, "goals")
