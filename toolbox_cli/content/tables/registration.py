"""The files of one registration, read one after the other and put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.content.tables.ahead import ahead
from toolbox_cli.content.tables.coding import FileCodes, Labels, State, by_code
from toolbox_cli.content.tables.figures import NO_AMOUNT
from toolbox_cli.content.tables.header import Header, Names, header_of
from toolbox_cli.content.tables.labels import FREE_TEXT, Labelled, is_total, labelled
from toolbox_cli.content.tables.moments import moments_of
from toolbox_cli.content.tables.plan import ADDRESS, Plan, columns_of, plan_of
from toolbox_cli.content.tables.source import open_source
from toolbox_cli.evidence.table import Column, Incidents, UnusedRows
from toolbox_cli.model.evidence import Description, EvidenceRules

if TYPE_CHECKING:
    import polars as pl

OUTSIDE, TOTAL, REPEATED = "buiten de periode", "totaalregel", "herhaalde kop"
LOOSE, TOO_LONG, SAME = "losse regel zonder datum", "meer cellen dan de kop", "zelfde zaaknummer als een eerdere rij"
_BY_STATE = {State.TOTAL: TOTAL, State.HEADER: REPEATED, State.LOOSE: LOOSE, State.OVER: TOO_LONG}
_REALLY_NUMBERS = 0.2  # of the case numbers in a column so many are different, otherwise they are no case numbers
_BLANK = 255  # the reason of a row that holds nothing: it is not counted at all
_KEPT = ("kind", "place", "x", "y", "id")


@dataclass
class _Part:
    """What was read of one file: a row per row of the file under its header, of which the first has this number."""

    file: str
    frame: pl.DataFrame
    first: int
    head: Header
    plan: Plan
    remarks: Sequence[str]


class Registration:
    """Reads the files of one registration, and puts them together."""

    def __init__(self, about: Description, rules: EvidenceRules, shown: Callable[[str], str], named: Callable[[str], str] = str) -> None:
        self.about, self.rules, self.shown, self.named = about, rules, shown, named
        self.names = Names(rules)
        self.kinds, self.places = Labels(), Labels()
        self.reasons = [""]
        self.parts: list[_Part] = []

    def read(self, file: Path, label: str, header: int | None, sheet: str | None, progress: Callable[[float], None]) -> None:
        """Read one file, that is called by its label."""
        import polars as pl

        source = open_source(file, sheet, self.names.count)
        head = header_of(source.file, source.head, source.first, self.names, self.about.columns, header, named=self.named)
        plan = plan_of(source.file, head, source.head[head.place + 1 :], self.names, self.shown, self.about.columns)
        codes = FileCodes(plan, "-".join(head.names[at] for at in plan.when), self.kinds, self.places)
        done = [0.0]
        for chunk in ahead(source.chunks(head.place + 1, len(head.names), plan.wanted, lambda fraction: done.__setitem__(0, fraction))):
            codes.take(chunk)
            progress(done[0])
        remarks = [*source.remarks, *plan.remarks]
        if not codes.parts:
            remarks.append("onder de kolomnamen staan geen rijen")
        frame = pl.concat(codes.parts, how="vertical_relaxed") if codes.parts else None
        codes.parts.clear()
        frame = self._nothing() if frame is None else self._judged(codes, frame, remarks)
        self.parts.append(_Part(label, frame, source.first + head.place + 1, head, plan, remarks))

    def incidents(self) -> Incidents:
        """Return all that was read."""
        import polars as pl

        frame = pl.concat([part.frame for part in self.parts], how="vertical_relaxed")
        frame, numbering = self._without_repeats(frame)
        total = self._reason(TOTAL)
        frame = self._without_totals(frame, total)
        reason = frame["reason"]
        used = frame.filter(reason == 0)
        kinds, places = (self._labels(role, labels, used) for role, labels in (("kind", self.kinds), ("place", self.places)))
        coded = used.select(
            by_code(kinds.places, pl.UInt16, used["kind"]).alias("kind"),
            by_code(places.places, pl.UInt16, used["place"]).alias("place"),
            "day",
            "hour",
            pl.col("x", "y").fill_nan(None),
            "number",
        )
        refused = {"kind": kinds.refused, "place": places.refused}
        return Incidents(
            coded,
            kinds.labels,
            places.labels,
            int((reason != _BLANK).sum()),
            self._unused(reason),
            self._columns(refused),
            (*self._said(), *numbering, *kinds.remarks, *places.remarks, *self._refusals(refused), *_outside(used)),
        )

    def _reason(self, text: str) -> int:
        """The number of a reason."""
        if text not in self.reasons:
            self.reasons.append(text)
        return self.reasons.index(text)

    def _nothing(self) -> pl.DataFrame:
        import polars as pl

        types = {"kind": pl.UInt32, "place": pl.UInt32, "day": pl.Date, "hour": pl.Int8, "x": pl.Float32, "y": pl.Float32}
        return pl.DataFrame(schema={**types, "number": pl.UInt32, "id": pl.UInt64, "reason": pl.UInt8})

    def _judged(self, codes: FileCodes, frame: pl.DataFrame, remarks: list[str]) -> pl.DataFrame:
        """The rows of one file with day, hour and number, and the reason why a row is not used (0: it is)."""
        import polars as pl

        rows = frame["state"] == State.ROW.value
        moments = moments_of(codes, frame, rows, self.rules.limits.range_hours)
        remarks += moments.remarks
        number, wrong = self._amounts(codes, frame)
        by_state = {State.ROW: None, State.BLANK: _BLANK, **{state: self._reason(reason) for state, reason in _BY_STATE.items()}}
        state = by_code([by_state[one] for one in State], pl.UInt8, frame["state"])
        undated = by_code([self._reason(one) for one in moments.reasons], pl.UInt8, moments.reason)
        late = pl.when(self._outside()).then(pl.lit(self._reason(OUTSIDE), pl.UInt8))
        reason = pl.coalesce(state, undated, late, wrong, pl.lit(0, pl.UInt8)).alias("reason")
        judged = pl.DataFrame({"day": moments.day, "hour": moments.hour, "number": number}).with_columns(reason)
        empty = self._nothing()
        kept = [frame[name] if name in frame.columns else pl.lit(None, empty.schema[name]).alias(name) for name in _KEPT]
        return judged.with_columns(kept).select(empty.columns)

    def _outside(self) -> pl.Expr:
        import polars as pl

        outside = pl.lit(value=False)
        if self.about.start is not None:
            outside = outside | (pl.col("day") < self.about.start)
        if self.about.end is not None:
            outside = outside | (pl.col("day") > self.about.end)
        return outside

    def _amounts(self, codes: FileCodes, frame: pl.DataFrame) -> tuple[pl.Series, pl.Series]:
        """How many incidents each row stands for, and the reason when that cannot be told."""
        import polars as pl

        if "amount" not in frame.columns:
            one = pl.Series([1], dtype=pl.UInt32).new_from_index(0, frame.height)
            return one, pl.Series([None], dtype=pl.UInt8).new_from_index(0, frame.height)
        found = codes.amounts.meanings()
        number = by_code([one if isinstance(one, int) else 0 for one in found], pl.UInt32, frame["amount"], default=0)
        wrong = [self._reason(one) if isinstance(one, str) else None for one in found]
        return number, by_code(wrong, pl.UInt8, frame["amount"], default=self._reason(NO_AMOUNT))

    def _without_repeats(self, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
        """The rows, with those not used that have the case number of an earlier one that is."""
        import polars as pl

        numbers = frame.select(pl.when(pl.col("reason") == 0).then(pl.col("id"))).to_series()
        known = len(numbers) - numbers.null_count()
        ordered = numbers.sort()
        different = known - int((ordered == ordered.shift()).sum())
        del ordered
        if different == known:
            return frame.drop("id"), []
        if known >= 5 and different < _REALLY_NUMBERS * known:
            return frame.drop("id"), ["in de kolom met zaaknummers staan vooral dezelfde waarden; dubbele rijen zijn daarmee niet gezocht"]
        again = numbers.is_not_null() & ~numbers.is_first_distinct()
        reason = pl.when(again).then(pl.lit(self._reason(SAME), pl.UInt8)).otherwise(pl.col("reason")).alias("reason")
        return frame.drop("id").with_columns(reason), []

    def _without_totals(self, frame: pl.DataFrame, total: int) -> pl.DataFrame:
        """The rows, with those not used of which the kind or place only says that others are added up."""
        import polars as pl

        for role, labels in (("kind", self.kinds), ("place", self.places)):
            found = [is_total(text) for text in labels.codes.texts()] if not labels.closed else []
            if any(found):
                adds = by_code(found, pl.Boolean, frame[role], default=False) & (frame["reason"] == 0)
                frame = frame.with_columns(pl.when(adds).then(pl.lit(total, pl.UInt8)).otherwise(pl.col("reason")).alias("reason"))
        return frame

    def _labels(self, role: str, labels: Labels, used: pl.DataFrame) -> Labelled:
        if labels.closed:
            return Labelled((), [None] * labels.codes.count(), FREE_TEXT)
        counts = {code: number for code, number in used.group_by(role).len().iter_rows() if code is not None}
        return labelled(role, labels.codes.texts(), counts, self.shown)

    def _unused(self, reason: pl.Series) -> UnusedRows:
        import polars as pl

        found, at = [], 0
        for index, part in enumerate(self.parts):
            own = reason.slice(at, part.frame.height)
            at += part.frame.height
            rows = ((own != 0) & (own != _BLANK)).arg_true()
            number = (rows + part.first).cast(pl.UInt32).alias("row")
            found.append(
                pl.DataFrame([pl.Series("file", [index], pl.UInt16).new_from_index(0, len(rows)), number, own.gather(rows).alias("reason")])
            )
        return UnusedRows(pl.concat(found), tuple(part.file for part in self.parts), tuple(self.reasons))

    def _columns(self, refused: Mapping[str, str]) -> tuple[Column, ...]:
        """The columns of all files, each name once."""
        found: dict[str, Column] = {}
        for part in self.parts:
            wrong = {**part.plan.refused, **{at: refused[role] for role, at in part.plan.roles.items() if refused.get(role)}}
            for column in columns_of(part.head, part.plan, wrong, self.names):
                if column.name not in found or (column.refused and not found[column.name].refused):
                    found[column.name] = column
        return tuple(found.values())

    def _said(self) -> list[str]:
        """What was remarked about each file; with its name when there are more files."""
        several = len(self.parts) > 1
        return list(dict.fromkeys(f"{part.file}: {remark}" if several else remark for part in self.parts for remark in part.remarks))

    def _refusals(self, refused: Mapping[str, str]) -> list[str]:
        """What to do when a column of kinds or places is not used."""
        found = []
        label = {rule.id: rule.label for rule in self.rules.columns}
        by_plan = {role: why for part in self.parts for at, why in part.plan.refused.items() if (role := _role_of(part.head, at))}
        for role in ("kind", "place"):
            why = refused.get(role) or (by_plan.get(role, "") if all(role not in part.plan.roles for part in self.parts) else "")
            if why == ADDRESS:
                found.append(
                    "de kolom met plaatsen bevat adressen tot op het huisnummer en is niet gebruikt; "
                    "voeg een kolom toe met alleen straat of buurt, en wijs die aan met --column plaats=NAAM"
                )
            elif why:
                name = label.get(role, role)
                found.append(f"de kolom voor {name} is niet gebruikt ({why}); wijs een andere aan met --column {name}=NAAM")
        return found


def _role_of(head: Header, at: int) -> str:
    return next((role for role in ("kind", "place") if head.roles.get(role) == at or at in head.spare.get(role, ())), "")


def _outside(used: pl.DataFrame) -> list[str]:
    number = int(used["x"].is_nan().sum())
    what = "1 rij liggen" if number == 1 else f"{number} rijen liggen"
    return [f"de coördinaten van {what} niet in Nederland of zijn niet te lezen; op de kaart tellen die niet mee"] if number else []
