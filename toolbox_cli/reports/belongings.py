"""What belongs to a form beside itself: the practices that show it and the safeguards around it."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.analysis.procedure import safeguard_steps
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.measure import Practice
from toolbox_cli.model.question import Answers


def practices_of(catalogue: Catalogue, form: Form) -> tuple[Practice, ...]:
    """Return the practices that show this form, or else this measure; own ones come behind the shipped ones and hide none."""
    shipped = [practice for practice in catalogue.practices if not catalogue.is_own(practice)]
    added = [practice for practice in catalogue.practices if catalogue.is_own(practice)]
    return (*_showing(shipped, form), *_showing(added, form))


def _showing(practices: Sequence[Practice], form: Form) -> tuple[Practice, ...]:
    exact = tuple(practice for practice in practices if form.id in practice.forms)
    return exact or tuple(practice for practice in practices if form.measure.id in practice.forms)


def safeguards(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[str, ...]:
    """Return the safeguards of a form: what its procedure asks on these facts, then its own and the measure's, then what may be due."""
    due, open_ = safeguard_steps(catalogue, form, answers)
    own = (*form.variant.safeguards, *form.measure.safeguards)
    return tuple(dict.fromkeys([*(step.text for step in due), *(item.text for item in own), *(step.text for step in open_)]))
