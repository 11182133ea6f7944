"""Which measures may still come to lead whatever else becomes known, and which surely will. Pure.

Up to seven measures lead: the best of each kind first, then what else fits best (see `assess`). How well a measure fits is the number of
reasons that put it in front; a reason that is still open may come or not. So each measure has a best and a worst case, and comparing the
best of one with the worst of the others says that it can no longer lead, or the other way round that it surely does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.assess import CORE_PREVENTIVE, CORE_SIZE, MOST_LEADING, Finding, Grade
from toolbox_cli.model.measure import MeasureClass
from toolbox_cli.rules.evaluate import Reason
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class Standing:
    """One finding with what may put it in front, and whether it is there already; `at` is its place in the content."""

    finding: Finding
    leads: tuple[Reason, ...]
    present: Reason | None
    at: int

    @property
    def may_lead(self) -> bool:
        """Whether it can still be advice that leads."""
        alive = self.finding.grade not in (Grade.NOT_INDICATED, Grade.RULED_OUT)
        return alive and not self.finding.present and any(lead.truth is not Truth.NO for lead in self.leads)

    @property
    def does_lead(self) -> bool:
        """Whether it is advice that is aimed at this problem already."""
        return self.may_lead and self.finding.indicated.truth is Truth.YES and any(lead.truth is Truth.YES for lead in self.leads)

    @property
    def kind(self) -> MeasureClass | None:
        """Preventive or repressive; nothing for a request to others, which has no place of its own in front."""
        return None if self.finding.form.rule.request else self.finding.form.measure.kind

    def fit(self, *, best: bool) -> tuple[bool, int, int, int]:
        """How well it fits when every open reason comes (or none does); smaller stands before larger."""
        found = sum(lead.truth is Truth.YES or (best and lead.truth is Truth.UNKNOWN) for lead in self.leads)
        return (not self.finding.form.rule.urgent, -found, self.finding.form.rule.weight, self.at)


@dataclass(frozen=True, slots=True)
class InPlay:
    """The forms, by id, that can still come to lead, and those that lead whatever else becomes known (unless the law forbids them)."""

    possible: frozenset[str]
    sure: frozenset[str]


def in_play(standings: Sequence[Standing]) -> InPlay:
    """Return which forms can still lead and which surely do."""
    alive = [item for item in standings if item.may_lead]
    certain = [item for item in alive if item.does_lead]
    return InPlay(
        frozenset(item.finding.form.id for item in alive if not _is_out(item, certain)),
        frozenset(item.finding.form.id for item in certain if _is_in(item, alive)),
    )


def _is_out(one: Standing, certain: Sequence[Standing]) -> bool:
    """Whether others take every place, even in the best case: those of its own kind, those left over for its side, and all seven."""
    best = one.fit(best=True)
    others = [item for item in certain if item is not one]
    ahead = [item for item in others if item.fit(best=False) < best]
    if one.kind is None:
        return len(ahead) >= MOST_LEADING
    own = [item for item in ahead if item.kind is not None]
    most = _most_of_kind(one.kind, certain)
    kept = _kept_for_other_kind(one, ahead, [item for item in others if item not in ahead])
    return _count(own, one.kind) >= most and len(own) + kept >= CORE_SIZE and len(ahead) + kept >= MOST_LEADING


def _is_in(one: Standing, alive: Sequence[Standing]) -> bool:
    """Whether it has a place even in the worst case."""
    worst = one.fit(best=False)
    others = [item for item in alive if item is not one]
    ahead = [item for item in others if item.fit(best=True) < worst]
    behind = [item for item in others if item not in ahead]
    if one.kind is None:
        return len(ahead) + min(CORE_SIZE, sum(item.kind is not None for item in behind)) < MOST_LEADING
    if _count(ahead, one.kind) < (CORE_PREVENTIVE if one.kind is MeasureClass.PREVENTIVE else CORE_SIZE - CORE_PREVENTIVE):
        return True
    other = _other(one.kind)
    return len(ahead) + min(_most_of_kind(other, ()), _count(behind, other)) < MOST_LEADING


def _kept_for_other_kind(one: Standing, ahead: Sequence[Standing], behind: Sequence[Standing]) -> int:
    """The places in front that certain measures of the other kind take although they fit less well."""
    assert one.kind is not None
    other = _other(one.kind)
    places = CORE_PREVENTIVE if other is MeasureClass.PREVENTIVE else CORE_SIZE - CORE_PREVENTIVE
    return min(max(0, places - _count(ahead, other)), _count(behind, other))


def _most_of_kind(kind: MeasureClass, certain: Sequence[Standing]) -> int:
    """The most places its kind may take before the rest is filled; repressive measures take more when few preventive ones lead."""
    if kind is MeasureClass.PREVENTIVE:
        return CORE_PREVENTIVE
    return CORE_SIZE - min(CORE_PREVENTIVE, _count(certain, MeasureClass.PREVENTIVE))


def _other(kind: MeasureClass) -> MeasureClass:
    return MeasureClass.REPRESSIVE if kind is MeasureClass.PREVENTIVE else MeasureClass.PREVENTIVE


def _count(standings: Sequence[Standing], kind: MeasureClass) -> int:
    return sum(item.kind is kind for item in standings)
