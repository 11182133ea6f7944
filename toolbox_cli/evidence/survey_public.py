"""A survey as it may be published: small numbers are hidden, and so is what they could be worked out from. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from toolbox_cli.evidence.picture import Count, Counts
from toolbox_cli.evidence.protect import hidden_cells, large
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
        read=None,
        unused=(),
        left_out=None if small else large(len(survey.unused), limit),
        groups=groups,
        questions=tuple(_asked(item, sizes, limit, {group.id: group.number for group in survey.groups}) for item in survey.questions),
        public=True,
    )


def _group(group: Respondents, limit: int) -> Respondents:
    small = group.number is not None and group.number < limit
    silent = group.number is not None and group.invited is not None and 0 < group.invited - group.number < limit
    if small:
        return replace(group, number=None, response=None)
    return replace(group, invited=None, response=None) if silent else group


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
    """One answer a person: the answers and those without one add up to the group.

    That nobody was without an answer is shown only when nothing is hidden, so it never tells what a hidden number of these is.
    """
    without = answered.counts.without or 0
    numbers = [item.number or 0 for item in answered.counts.items]
    small = 0 < without < limit or any(number < limit for number in numbers)
    return _without_hidden(answered, hidden_cells([*numbers, without], limit) if small else frozenset(), limit)


def _several(answered: Answered, size: int | None, limit: int) -> Answered:
    """More answers a person: each number stands alone, with the numbers of people who did not give it and who gave no answer at all.

    Where one of these is small, the number of people who answered is not shown: then nothing follows for who did not.
    """
    numbers = [item.number or 0 for item in answered.counts.items]
    if sum(numbers) == answered.number:
        return _single(answered, limit)
    whole, without = answered.number or 0, answered.counts.without
    lacks = whole < limit or (without is not None and 0 < without < limit)
    hidden = {at for at, count in enumerate(numbers) if count < limit or _few_left(count, size, limit)}
    hidden |= {at for at, count in enumerate(numbers) if not lacks and _few_left(count, whole, limit)}
    while (lacks or hidden) and len(hidden) < len(numbers) and _tells_too_much(numbers, hidden, size or whole):
        smallest = min(count for at, count in enumerate(numbers) if at not in hidden)
        hidden |= {at for at, count in enumerate(numbers) if count == smallest}
    if lacks or hidden:
        hidden.add(len(numbers))
    return _without_hidden(answered, hidden, limit)


def _few_left(count: int, whole: int | None, limit: int) -> bool:
    return whole is not None and 0 < whole - count < limit


def _tells_too_much(numbers: Sequence[int], hidden: Set[int], most: int) -> bool:
    """Whether the shown answers are too few for all who may have answered: then the hidden numbers have to fill a known gap."""
    return sum(count for at, count in enumerate(numbers) if at not in hidden) < most


def _without_hidden(answered: Answered, hidden: Set[int], limit: int) -> Answered:
    """The same without the numbers at these places; the place behind the answers stands for who gave none."""
    items = tuple(Count(item.label, None if at in hidden else item.number) for at, item in enumerate(answered.counts.items))
    lacks = len(items) in hidden
    number = None if lacks else answered.number
    counts = Counts(items, number, None if lacks else answered.counts.without)
    return Answered(answered.group, number, counts, None if hidden else _naming(answered, limit))


def _naming(answered: Answered, limit: int) -> int | None:
    naming, of = answered.naming, answered.number
    if naming is None or naming < limit or (of is not None and 0 < of - naming < limit):
        return None
    return naming
