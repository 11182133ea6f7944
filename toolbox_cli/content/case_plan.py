"""The plan part of a case file: what is filled in for the action plan; every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolbox_cli.analysis.history import form_now
from toolbox_cli.content.case_decisions import DecisionReader
from toolbox_cli.content.layout import Wanted
from toolbox_cli.content.nearest import meant
from toolbox_cli.content.people import about_people, loose, without_people
from toolbox_cli.content.read import Place, Value
from toolbox_cli.content.sources import partner_of
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.planned import MEASURE_FACTS, PROBLEM_FACTS, PROBLEM_TEXTS, Planned, PlannedMeasure

_PART = (*PROBLEM_FACTS, "measures")


class PlanReader(DecisionReader):
    """Reads what was filled in for the action plan."""

    version = ""

    def plans(self, value: Value, problems: set[str]) -> tuple[Planned, ...]:
        """Return what is filled in, by problem; in a case with problems it stands under each of them."""
        inner = self.mapping(("plan",), value, "goals, communication, displacement, partners en measures")
        if not problems:
            if "problems" in inner:
                self.fault(("plan", "problems"), "deze zaak is niet in problemen verdeeld; zet wat hieronder staat direct onder plan")
            self.only(("plan",), {key: item for key, item in inner.items() if key != "problems"}, _PART)
            return self._filled([self._part(("plan",), inner, "")])
        self._check_top(inner)
        parts = self.mapping(("plan", "problems"), inner.get("problems"), "de problemen van deze zaak")
        return self._filled(list(self._parts(parts, problems)))

    def _filled(self, plans: list[Planned]) -> tuple[Planned, ...]:
        return tuple(plan for plan in plans if not plan.empty)

    def _check_top(self, inner: Mapping[str, Value]) -> None:
        for key in inner:
            if key in _PART:
                self.fault(("plan", key), "dit gaat over één probleem; zet het bij plan.problems, onder dat probleem")
        self.only(("plan",), {key: item for key, item in inner.items() if key not in _PART}, ("problems",))

    def _parts(self, parts: Mapping[str, Value], problems: set[str]) -> Iterator[Planned]:
        for name, value in parts.items():
            place = ("plan", "problems", name)
            if kinds := about_people(loose(name), self.catalogue):
                self.fault(place, kinds, ".".join(("plan", "problems", without_people(loose(name), self.catalogue))))
                continue
            if name not in problems:
                self.fault(place, f"dit probleem staat niet in de zaak; {meant(name.lower(), problems)}")
                continue
            inner = self.mapping(place, value, "goals, communication, displacement, partners en measures")
            self.only(place, inner, _PART)
            yield self._part(place, inner, name)

    def _part(self, place: Place, inner: Mapping[str, Value], problem: str) -> Planned:
        texts = {key: self.prose((*place, key), inner.get(key)) for key in PROBLEM_TEXTS}
        measures = self.mapping((*place, "measures"), inner.get("measures"), "varianten met owner, start, until, indicator en review")
        return Planned(
            problem,
            self._texts((*place, "goals"), inner.get("goals")),
            texts["communication"],
            texts["displacement"],
            tuple(self._partners((*place, "partners"), inner.get("partners"))),
            tuple(item for name, value in measures.items() if not (item := self._measure((*place, "measures", name), name, value)).empty),
        )

    def _texts(self, place: Place, value: Value) -> tuple[str, ...]:
        """A list of sentences, or one sentence alone."""
        if not isinstance(value, list):
            text = self.prose(place, value)
            return (text,) if text else ()
        return tuple(dict.fromkeys(text for at, item in enumerate(value) if (text := self.prose((*place, at), item))))

    def _partners(self, place: Place, value: Value) -> Iterator[str]:
        found: dict[str, None] = {}
        for at, item in enumerate(value if isinstance(value, list) else [] if value is None else [value]):
            word = self.prose((*place, at), item)
            name = partner_of(self.catalogue, word) if word else ""
            if name is None:
                near = meant(word.lower(), {partner.id for partner in self.catalogue.partners})
                self.fault((*place, at), f"deze partner is onbekend; {near}")
            elif name:
                found[name] = None
        yield from found

    def _measure(self, place: Place, name: str, value: Value) -> PlannedMeasure:
        self._check_form(place, name)
        inner = self.mapping(place, value, "owner, start, until, indicator en review")
        self.only(place, inner, MEASURE_FACTS)
        owner = self.prose((*place, "owner"), inner.get("owner"))
        days = {key: self.day((*place, key), inner.get(key)) for key in ("start", "until", "review")}
        found = PlannedMeasure(
            name,
            partner_of(self.catalogue, owner) or owner,
            days["start"],
            days["until"],
            self.prose((*place, "indicator"), inner.get("indicator")),
            days["review"],
        )
        if found.disorder:
            self.fault(place, f"{found.disorder}; pas de dagen aan")
        return found

    def _check_form(self, place: Place, name: str) -> None:
        """The form exists, or did in the content that the file was made with, and is no request that the law refuses."""
        faults = len(self.problems)
        self._check_name(place, name)
        if len(self.problems) > faults:
            return
        now = form_now(self.catalogue, self.version, name)
        form = self.catalogue.form_by_id.get(now.id or "")
        if form is not None and form.measure.origin is Origin.REFUSAL:
            self.fault(place, "dit kan volgens de wet niet worden gepland; haal dit weg")
        elif form is None and now.id is not None:
            self.fault(place, f"deze variant bestaat niet; {meant(name.lower(), set(self.catalogue.form_by_id))}")


def plan_values(plans: tuple[Planned, ...]) -> dict[str, Wanted]:
    """Return what is filled in as the plain values of a case file; empty when nothing is."""
    if len(plans) == 1 and not plans[0].problem:
        return _part_values(plans[0])
    return {"problems": {plan.problem: _part_values(plan) for plan in plans}} if plans else {}


def _part_values(plan: Planned) -> dict[str, Wanted]:
    found: dict[str, Wanted] = {
        "goals": list(plan.goals),
        "communication": plan.communication,
        "displacement": plan.displacement,
        "partners": list(plan.partners),
        "measures": {item.measure: _measure_values(item) for item in plan.measures},
    }
    return {key: value for key, value in found.items() if value}


def _measure_values(item: PlannedMeasure) -> dict[str, Wanted]:
    found: dict[str, Wanted] = {
        "owner": item.owner,
        "start": item.start.isoformat() if item.start else "",
        "until": item.until.isoformat() if item.until else "",
        "indicator": item.indicator,
        "review": item.review.isoformat() if item.review else "",
    }
    return {key: value for key, value in found.items() if value}
