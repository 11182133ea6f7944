"""A survey as it may be published: small numbers are hidden, and so is what they could be worked out from. Pure."""

from __future__ import annotations

from dataclasses import replace

from toolbox_cli.evidence.picture import Count, Counts
from toolbox_cli.evidence.protect import hidden_cells
from toolbox_cli.evidence.survey import Answered, Asked, Respondents, Survey
from toolbox_cli.model.evidence import EvidenceRules


def public_survey(survey: Survey, rules: EvidenceRules) -> Survey:
    """Return the survey without numbers of fewer people than may be told; a group that is too small has none at all."""
    limit = rules.limits.public_from
    groups = tuple(_group(group, limit) for group in survey.groups)
    sizes = {group.id: group.number for group in groups}
    small = any(group.number is not None and sizes[group.id] is None for group in survey.groups)
    return replace(
        survey,
        read=None if small else survey.read,
        unused=() if small else survey.unused,
        groups=groups,
        questions=tuple(_asked(item, sizes, limit, {group.id: group.number for group in survey.groups}) for item in survey.questions),
        public=True,
    )


def _group(group: Respondents, limit: int) -> Respondents:
    small = group.number is not None and group.number < limit
    left_out = group.number is not None and group.invited is not None and 0 < group.invited - group.number < limit
    if small:
        return replace(group, number=None, response=None)
    return replace(group, invited=None, response=None) if left_out else group


def _asked(asked: Asked, shown: dict[str, int | None], limit: int, sizes: dict[str, int | None]) -> Asked:
    def public(answered: Answered) -> Answered:
        size = sizes.get(answered.group)
        if size is not None and shown.get(answered.group) is None:
            return _nothing(answered)
        return _several(answered, size, limit) if asked.several or answered.number is None else _single(answered, limit)

    return replace(asked, groups=tuple(public(answered) for answered in asked.groups))


def _nothing(answered: Answered) -> Answered:
    items = tuple(Count(item.label, None) for item in answered.counts.items)
    return Answered(answered.group, None, Counts(items, None, None), None)


def _single(answered: Answered, limit: int) -> Answered:
    """One answer a person: the answers and those without one add up to the group."""
    without = answered.counts.without or 0
    numbers = [*((item.number or 0) for item in answered.counts.items), *([without] if without else [])]
    hidden = hidden_cells(numbers, limit)
    items = tuple(Count(item.label, None if at in hidden else item.number) for at, item in enumerate(answered.counts.items))
    lacks = len(items) in hidden
    number = None if lacks else answered.number
    return Answered(answered.group, number, Counts(items, number, None if lacks else answered.counts.without), _naming(answered, limit))


def _several(answered: Answered, size: int | None, limit: int) -> Answered:
    """More answers a person: each number stands alone, with the number of people who did not give it."""
    numbers = [item.number or 0 for item in answered.counts.items]
    if sum(numbers) == answered.number:
        return _single(answered, limit)
    without = answered.counts.without
    lacks = without is not None and 0 < without < limit
    number = None if lacks or (answered.number or limit) < limit else answered.number
    wholes = [whole for whole in (answered.number, size) if whole is not None]
    hidden = {at for at, count in enumerate(numbers) if count < limit or any(0 < whole - count < limit for whole in wholes)}
    shown = sum(count for at, count in enumerate(numbers) if at not in hidden)
    if len(hidden) == 1 and shown < (answered.number or 0):  # everybody gave an answer, so the rest would at least be that one
        hidden |= set(sorted((at for at in range(len(numbers)) if at not in hidden), key=lambda at: numbers[at])[:1])
    items = tuple(Count(item.label, None if at in hidden else item.number) for at, item in enumerate(answered.counts.items))
    return Answered(answered.group, number, Counts(items, number, None if lacks else without), _naming(answered, limit))


def _naming(answered: Answered, limit: int) -> int | None:
    naming, of = answered.naming, answered.number
    if naming is None or naming < limit or (of is not None and 0 < of - naming < limit):
        return None
    return naming
