"""A walk that only enters the fields that can hold something finds what a walk through every field finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers import CATALOGUE
from pydantic import BaseModel

from toolbox_cli.content.walk import CONDITIONS, Place, conditions_of, fields_holding, texts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Not
from toolbox_cli.model.measure import Step


def everything(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value in every field, a condition as one."""
    yield place, value
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from everything(getattr(value, name), (*place, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from everything(item, (*place, index))


def test_every_text_is_found_in_the_order_of_the_content() -> None:
    list(texts_of(CATALOGUE))  # a condition knows the names of its fields in the file only after it was looked into
    found = [(place, text) for place, text in everything(CATALOGUE) if isinstance(text, str)]

    assert [(place, text) for place, _, text in texts_of(CATALOGUE)] == found
    assert len(found) > 10_000


def test_a_text_comes_with_the_name_of_its_field_also_in_a_list() -> None:
    step = Step.model_validate(
        {
            "id": "proef",
            "when": {"all": [{"question": "acuut", "is": "ja"}]},
            "text": "Doe iets.",
            "partner": "coa",
            "source": ["eigen lezing"],
        }
    )

    assert list(texts_of(step)) == [
        (("id",), "id", "proef"),
        (("when", "all", 0, "question"), "question", "acuut"),
        (("when", "all", 0, "is", 0), "is", "ja"),
        (("text",), "text", "Doe iets."),
        (("partner",), "partner", "coa"),
        (("source", 0), "source", "eigen lezing"),
    ]


def test_every_condition_is_found_once_and_nothing_inside_it() -> None:
    every = [(place, value) for place, value in everything(CATALOGUE) if isinstance(value, CONDITIONS)]
    seen: set[Place] = set()
    outer = []
    for place, condition in every:
        if not any(place[:length] in seen for length in range(len(place))):
            alone = not isinstance(place[1], int)
            outer.append(((place[0], None if alone else place[1]), place[1 if alone else 2 :], condition))
            seen.add(place)

    assert [((field, index), place, condition) for field, index, place, condition in conditions_of(CATALOGUE)] == outer
    assert len(outer) > 400


def test_a_list_without_conditions_is_not_entered_and_a_condition_can_hold_itself() -> None:
    entered = {name for name, _ in fields_holding(Catalogue, CONDITIONS)}

    assert {"rules", "facts", "questions", "conditions", "steps", "procedures"} <= entered
    assert entered.isdisjoint({"articles", "partners", "documents", "schemes"})
    assert fields_holding(AllOf, CONDITIONS) == (("parts", "all"),)
    assert fields_holding(Not, CONDITIONS) == (("part", "not"),)
