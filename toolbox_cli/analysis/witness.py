"""For each form the grades it must be able to get, and answers that show that it can. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.analysis.assess import Grade, finding_of
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.analysis.possible import Search, Wanted
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.condition import Always
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.truth import Truth

_INDICATED = {Grade.CONDITIONAL: Truth.YES, Grade.UNDETERMINED: Truth.UNKNOWN, Grade.NOT_INDICATED: Truth.NO}


def grades_of(form: Form) -> tuple[Grade, ...]:
    """Return the grades that some answers must be able to give this form."""
    if form.measure.origin is Origin.REFUSAL:
        return (Grade.RULED_OUT,)
    bound = (Grade.CONDITIONAL, Grade.RULED_OUT) if form.condition_ids else ()
    open_ended = () if isinstance(form.rule.indicated, Always) else (Grade.UNDETERMINED, Grade.NOT_INDICATED)
    wanted = {Grade.RECOMMENDED, *bound, *open_ended}
    return tuple(item for item in Grade if item in wanted)


def witness(catalogue: Catalogue, form: Form, wanted: Grade) -> Answers | None:
    """Return answers, each to a question that would be asked and none against another, that give this form this grade."""
    return next(_witnesses(catalogue, form, wanted), None)


def _witnesses(catalogue: Catalogue, form: Form, wanted: Grade) -> Iterator[Answers]:
    never = tuple(item.when for item in catalogue.contradictions)
    for goals in _ways(catalogue, form, wanted):
        for answers in Search(catalogue, goals, never=never, occasions=True).all():
            found = finding_of(form, catalogue, answers)
            if found is not None and found.grade is wanted and not contradictions(catalogue, answers):
                yield answers


def _ways(catalogue: Catalogue, form: Form, wanted: Grade) -> Iterator[tuple[Wanted, ...]]:
    """What to settle for this grade; the rest stays open."""
    legal = [catalogue.condition_by_id[name].when for name in form.condition_ids]
    if wanted is Grade.RECOMMENDED:
        yield ((form.rule.indicated, Truth.YES), *((condition, Truth.YES) for condition in legal))
    elif wanted is Grade.RULED_OUT:
        yield from (((form.rule.indicated, Truth.YES), (condition, Truth.NO)) for condition in legal)
    else:
        yield ((form.rule.indicated, _INDICATED[wanted]),)
