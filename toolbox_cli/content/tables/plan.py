"""Which columns of a file are used for what, and which are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.content.tables.address import are_houses
from toolbox_cli.content.tables.days import NO_DATE, Precision, day_of
from toolbox_cli.content.tables.figures import amount_of
from toolbox_cli.content.tables.header import Header, Names, listed, role_named
from toolbox_cli.content.tables.personal import personal_content, personal_numbers
from toolbox_cli.content.tables.text import clean
from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.table import Column

ADDRESS = "adressen tot op het huisnummer"
_USED = ("kind", "place", "time", "end_day", "end_time", "x", "y", "amount", "number_of_case")
_CHOSEN = ("kind", "place")
_CHECKED = (*_CHOSEN, "number_of_case")
_YEAR_AND_MONTH = 2  # so many columns tell a month


@dataclass(frozen=True)
class Plan:
    """The places of the columns that are used by role; `when` are those that together tell the day. Refused ones by place.

    `instead` is read where the only column of `when` is empty.
    """

    roles: Mapping[str, int]
    when: tuple[int, ...]
    refused: Mapping[int, str]
    remarks: tuple[str, ...]
    instead: int | None = None

    @property
    def wanted(self) -> tuple[int, ...]:
        """The places of all columns that are read."""
        return tuple(sorted({*self.when, *self.roles.values(), *([] if self.instead is None else [self.instead])}))


def plan_of(
    file: str,
    head: Header,
    rows: Sequence[Sequence[str]],
    names: Names,
    shown: Callable[[str], str],
    given: Mapping[str, str],
) -> Plan:
    """Return which columns are used; `rows` are some rows under the header. Raises ToolboxError when no column tells a day."""
    chooser = _Chooser(file, head, rows, names, shown)
    when = chooser.when({role for name in given if (role := role_named(names.rules, name)) is not None})
    roles = {role: at for role in _USED if (at := chooser.column(role)) is not None and at not in when and at != chooser.instead}
    moment = head.roles.get("moment")
    if "time" not in roles and moment is not None and moment not in (*when, chooser.instead) and moment not in chooser.refused:
        roles["time"] = moment
    if not ("x" in roles and "y" in roles):
        roles = {role: at for role, at in roles.items() if role not in ("x", "y")}
    if "amount" not in roles:
        chooser.refuse_counts(when, set(roles.values()))
    chooser.refuse_others({*when, *roles.values(), *([] if chooser.instead is None else [chooser.instead])})
    return Plan(roles, when, chooser.refused, tuple(chooser.remarks), chooser.instead)


def columns_of(head: Header, plan: Plan, refused: Mapping[int, str], names: Names) -> tuple[Column, ...]:
    """Return the columns in the order of the file; one without a known name is only named when the header was recognised."""
    roles = {at: role for role, at in {**head.roles, **plan.roles}.items() if at in plan.wanted or at in refused}
    return tuple(
        Column(name if head.recognised or at in roles or names.person(name) else f"kolom {at + 1}", roles.get(at, ""), refused.get(at, ""))
        for at, name in enumerate(head.names)
    )


class _Chooser:
    """Chooses columns, looking at what stands in them."""

    def __init__(self, file: str, head: Header, rows: Sequence[Sequence[str]], names: Names, shown: Callable[[str], str]) -> None:
        self.file, self.head, self.rows, self.names, self.shown = file, head, rows, names, shown
        self.labels = {rule.id: rule.label for rule in names.rules.columns}
        self.refused = {at: rule.label for at, rule in head.personal.items()}
        self.remarks: list[str] = []
        self.instead: int | None = None

    def cells(self, at: int) -> list[str]:
        """What stands in a column in the first rows."""
        return [row[at] for row in self.rows if at < len(row) and clean(row[at])]

    def column(self, role: str) -> int | None:
        """The best column for a role that is not refused, with a remark when there was a choice."""
        candidates = [self.head.roles[role], *self.head.spare.get(role, ())] if role in self.head.roles else []
        for number, at in enumerate(candidates):
            if role in _CHECKED and (why := self._why_not(role, at)):
                self.refused[at] = why
                continue
            others = [self.head.names[other] for other in candidates[number + 1 :]]
            if others and role in _CHOSEN:
                self.remarks.append(f"{self.labels[role]} komt uit de kolom '{self.head.names[at]}'; niet gebruikt: {listed(others, 5)}")
            return at
        return None

    def when(self, given: set[str]) -> tuple[int, ...]:
        """The columns that together tell the day: one with a date in it, or a year with a month."""
        roles = self.head.roles
        named = [roles[role] for role in ("moment", "day", "time") if role in given and role in roles]
        if named:
            return (named[0],)
        found = self._candidates()
        if found:
            later = [self.names.is_later(role, self.head.names[at]) for role, at in found]
            ordered = [at for late in (False, True) for (_, at), is_late in zip(found, later, strict=True) if is_late is late]
            self.instead = ordered[1] if len(ordered) > 1 and later.count(later[0]) == len(later) else None
            self._say_choice(ordered[0], ordered[1:])
            return (ordered[0],)
        if "year" in roles and "month" in roles and not self._holds_days(roles["month"]):
            numbers = "day" in roles and any(cell.isdecimal() and len(cell) < 3 for cell in map(clean, self.cells(roles["day"])[:20]))
            return (roles["day"], roles["month"], roles["year"]) if numbers else (roles["year"], roles["month"])
        for role in ("month", "year"):
            if role in roles and (role in given or self._holds_days(roles[role])):
                return (roles[role],)
        for role in ("day", "moment"):
            if role in roles:
                return (roles[role],)
        raise self._no_day()

    def refuse_counts(self, when: Sequence[int], used: set[int]) -> None:
        """Raise ToolboxError when rows tell of whole months and a column of whole numbers is not used: a row is then no incident."""
        days = [cell for at in when for cell in self.cells(at)]
        whole = len(when) == _YEAR_AND_MONTH or all(day_of(cell).precision is not Precision.DAY for cell in days)
        if not days or not whole or len(set(days)) == len(days):
            return
        for at in range(len(self.head.names)):
            taken = at in when or at in used or at in self.refused or at in self.head.roles.values()
            if not taken and (cells := self.cells(at)) and all(isinstance(amount_of(cell), int) for cell in cells):
                hint = "Wijs de kolom met aantallen aan met --column aantal=NAAM, of haal een kolom met andere hele getallen weg."
                raise ToolboxError(f"{self.file}: de rijen noemen alleen een maand of jaar, en geen kolom is herkend als aantal", hint)

    def refuse_others(self, used: set[int]) -> None:
        """Look at the columns that are not used: those about people are named."""
        for at in range(len(self.head.names)):
            if at not in used and at not in self.refused and (why := personal_content(self.cells(at), self.shown, strict=True)):
                self.refused[at] = why

    def _candidates(self) -> list[tuple[str, int]]:
        """The columns that are for a moment or a day and hold days, best first; else one for a time that does."""

        def holding(role: str) -> list[tuple[str, int]]:
            places = (self.head.roles[role], *self.head.spare.get(role, ())) if role in self.head.roles else ()
            return [(role, at) for at in places if self._holds_days(at)]

        return [*holding("moment"), *holding("day")] or holding("time")

    def _say_choice(self, at: int, others: Sequence[int]) -> None:
        if others:
            what = f"de datum komt uit de kolom '{self.head.names[at]}'"
            if self.instead is not None:
                what += f", en waar die leeg is uit '{self.head.names[self.instead]}'"
            unused = [self.head.names[other] for other in others if other != self.instead]
            self.remarks.append(what + (f"; niet gebruikt: {listed(unused, 5)}" if unused else ""))

    def _why_not(self, role: str, at: int) -> str:
        cells = self.cells(at)
        if role == "number_of_case":
            return personal_numbers(cells, self.shown)
        if role == "place" and are_houses(cells):
            return ADDRESS
        return personal_content(cells, self.shown)

    def _holds_days(self, at: int) -> bool:
        """Whether most of what is filled in the first rows is a day, or a month or year."""
        cells = self.cells(at)[:100]
        found = [day for cell in cells if (day := day_of(cell)).usual != NO_DATE]
        good = sum(not isinstance(day.usual, str) or not isinstance(day.swapped, str) for day in found)
        return bool(found) and good > 0.5 * len(found)

    def _no_day(self) -> ToolboxError:
        hint = "Wijs de kolom met de datum aan met --column datum=NAAM"
        hint += f". Kolommen: {listed(self.head.names)}." if self.head.recognised else ", of geef met --header de rij met kolomnamen."
        return ToolboxError(f"{self.file}: geen kolom met een datum gevonden", hint)
