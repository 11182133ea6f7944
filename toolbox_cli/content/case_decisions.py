"""The decisions in a case file: nothing but names of forms, verdicts, receipts and numbers, so that nobody's data stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toolbox_cli.analysis.assess import Grade
from toolbox_cli.analysis.receipt_check import told_by
from toolbox_cli.content.case_parts import PartReader
from toolbox_cli.content.people import about_people, loose
from toolbox_cli.content.read import Place, Value
from toolbox_cli.model.case import Baseline, Decision
from toolbox_cli.model.measure import Origin

CHOSEN = {"chosen": True, "dropped": False}
_DECISION = ("date", "measure", "decision", "reason", "problem", "grade", "above", "receipt", "baseline")
_BASELINE = ("from", "until", "number", "source", "definition", "places", "kinds", "hours")
_MOST = 10_000_000
_FORM = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?", re.ASCII)


class DecisionReader(PartReader):
    """Reads the log of decisions."""

    def decisions(self, values: Value, problems: set[str]) -> list[Decision]:
        if values is None:
            return []
        if not isinstance(values, list):
            self.fault(("decisions",), "hier hoort een lijst met besluiten te staan")
            return []
        found = (self._decision(("decisions", index), value, problems) for index, value in enumerate(values))
        return [decision for decision in found if decision is not None]

    def _decision(self, place: Place, value: Value, problems: set[str]) -> Decision | None:
        inner = self.mapping(place, value, "date, measure en decision")
        self.only(place, inner, _DECISION)
        text = {key: self.text((*place, key), inner.get(key)) for key in ("measure", "decision", "problem", "grade", "receipt")}
        self._check_decision(place, text)
        reason = self.prose((*place, "reason"), inner.get("reason"))
        on = self.day((*place, "date"), inner.get("date"))
        above = inner.get("above") or []
        if on is None or text["decision"] not in CHOSEN or not text["measure"] or not isinstance(above, list):
            self.fault(place, "een besluit heeft date, measure en decision (chosen of dropped)")
            return None
        if text["problem"] and text["problem"] not in problems:
            self.fault((*place, "problem"), "dit probleem staat niet in de zaak")
        chosen, over = CHOSEN[text["decision"]], tuple(str(name) for name in above)
        for name in over:
            self._check_name((*place, "above"), name)
        return Decision(
            on,
            text["measure"],
            chosen,
            reason,
            text["problem"],
            text["grade"],
            over,
            text["receipt"],
            self._baseline((*place, "baseline"), inner.get("baseline")),
        )

    def _check_decision(self, place: Place, text: Mapping[str, str]) -> None:
        """Nothing but names of forms, verdicts and receipts, so that nobody's data stands there; what the law refuses is not chosen."""
        self._check_name((*place, "measure"), text["measure"])
        form = self.catalogue.form_by_id.get(text["measure"])
        if form is not None and form.measure.origin is Origin.REFUSAL and text["decision"] == "chosen":
            self.fault((*place, "measure"), "dit kan volgens de wet niet worden gekozen; haal dit besluit weg")
        if text["grade"] and text["grade"] not in tuple(Grade):
            self.fault((*place, "grade"), f"kies uit {', '.join(Grade)}, of laat het weg")
        if text["receipt"] and told_by(text["receipt"]) is None:
            self.fault((*place, "receipt"), "dit is geen kenmerk van een advies; neem het over of laat het weg")

    def _check_name(self, place: Place, name: str) -> None:
        if name and (not _FORM.fullmatch(name) or about_people(loose(name), self.catalogue)):
            self.fault(place, "geef de naam van een maatregel of variant, zoals in toolbox measure")

    def _baseline(self, place: Place, value: Value) -> Baseline | None:
        """What was counted before the measure; None when nothing is noted, or not all that is needed."""
        if value is None:
            return None
        inner = self.mapping(place, value, "from, until en number")
        self.only(place, inner, _BASELINE)
        start, end = self.day((*place, "from"), inner.get("from")), self.day((*place, "until"), inner.get("until"))
        number = self._number((*place, "number"), inner.get("number"))
        texts = {key: self.registered((*place, key), inner.get(key)) for key in ("source", "definition")}
        places, kinds = (self._labels((*place, key), inner.get(key)) for key in ("places", "kinds"))
        hours = self._hours((*place, "hours"), inner.get("hours"))
        if start is None or end is None or number is None or end < start:
            self.fault(place, "een nulmeting heeft from, until (niet eerder dan from) en number")
            return None
        return Baseline(start, end, number, texts["source"], texts["definition"], places, kinds, hours)

    def _number(self, place: Place, value: Value) -> int | None:
        if isinstance(value, str) and re.fullmatch(r"\d{1,8}", value, re.ASCII) and int(value) <= _MOST:
            return int(value)
        self.fault(place, "geef een aantal, bijvoorbeeld 84")
        return None

    def _labels(self, place: Place, value: Value) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault(place, "hier hoort een lijst te staan")
            return ()
        return tuple(text for at, item in enumerate(value) if (text := self.prose((*place, at), item)))

    def _hours(self, place: Place, value: Value) -> tuple[int, int] | None:
        if value is None:
            return None
        words = value if isinstance(value, list) else []
        if len(words) == 2 and all(
            isinstance(word, str) and re.fullmatch(r"\d{1,2}", word, re.ASCII) and int(word) <= 24 for word in words
        ):
            return int(str(words[0])), int(str(words[1]))
        self.fault(place, "geef twee uren, bijvoorbeeld [18, 23]")
        return None
