"""A survey as it may be published: small numbers are hidden, and so is what they could be worked out from. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolbox_cli.evidence.picture import Count, Counts
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


def hidden_cells(numbers: Sequence[int], limit: int) -> frozenset[int]:
    """Return the places of the numbers to hide in a row of which the total is known.

    Small numbers are hidden, never alone, and so many with them that the hidden ones together are at least `limit`; nobody is no small
    number.
    """
    hidden = {at for at, number in enumerate(numbers) if 0 < number < limit}
    others = sorted((at for at, number in enumerate(numbers) if number >= limit), key=lambda at: numbers[at])
    while hidden and others and (len(hidden) < 2 or sum(numbers[at] for at in hidden) < limit):
        hidden.add(others.pop(0))
    return frozenset(hidden)


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
    numbers = [*((item.number or 0) for item in answered.counts.items), without]
    hidden = hidden_cells(numbers, limit)
    items = tuple(Count(item.label, None if at in hidden else item.number) for at, item in enumerate(answered.counts.items))
    lacks = len(numbers) - 1 in hidden
    number = None if lacks else answered.number
    return Answered(answered.group, number, Counts(items, number, None if lacks else answered.counts.without), _naming(answered, limit))


def _several(answered: Answered, size: int | None, limit: int) -> Answered:
    """More answers a person: each number stands alone, with the number of people who did not give it."""
    without = answered.counts.without
    lacks = without is not None and 0 < without < limit
    number = None if lacks or (answered.number or limit) < limit else answered.number
    wholes = [whole for whole in (answered.number, size) if whole is not None]

    def small(count: int | None) -> bool:
        return count is None or 0 < count < limit or any(0 < whole - count < limit for whole in wholes)

    numbers = [item.number or 0 for item in answered.counts.items]
    hidden = {at for at, item in enumerate(answered.counts.items) if small(item.number)}
    shown = sum(count for at, count in enumerate(numbers) if at not in hidden)
    if len(hidden) == 1 and shown < (answered.number or 0):  # everybody gave an answer, so the rest would be that one
        hidden |= set(sorted((at for at, count in enumerate(numbers) if at not in hidden and count), key=lambda at: numbers[at])[:1])
    items = tuple(Count(item.label, None if at in hidden else item.number) for at, item in enumerate(answered.counts.items))
    return Answered(answered.group, number, Counts(items, number, None if lacks else without), _naming(answered, limit))


def _naming(answered: Answered, limit: int) -> int | None:
    naming, of = answered.naming, answered.number
    if naming is None or 0 < naming < limit or (of is not None and 0 < of - naming < limit):
        return None
    return naming
