"""A saved state of a case: read with a sentence about what is wrong, its answers under the names they have now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from toolbox_cli.analysis.migrate import migrated
from toolbox_cli.analysis.state import ProblemState, State
from toolbox_cli.content.answers import answer_from
from toolbox_cli.content.people import refuse_people
from toolbox_cli.content.read import read_text
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.catalogue import Catalogue


def is_state(path: Path) -> bool:
    """Whether a file is a saved state, by its name."""
    return path.suffix.lower() == ".json"


def read_state(path: Path, catalogue: Catalogue) -> State:
    """Return the state in a file; raises ContentError with what is wrong."""
    text = read_text(path, str(path))
    try:
        state = State.model_validate_json(text)
    except ValidationError:
        what = "dit is geen bewaarde stand van een zaak; die maakt toolbox plan ZAAK --save-state BESTAND.json"
        raise ContentError([Problem(str(path), None, "", what)]) from None
    for text in _typed(state, catalogue):
        refuse_people(str(path), text, catalogue)
    problems = {name: _with_names_of_now(path, catalogue, state.content, item) for name, item in state.problems.items()}
    return state.model_copy(update={"problems": problems})


def _typed(state: State, catalogue: Catalogue) -> Iterator[str]:
    """Every text of a state that somebody may have typed and that is shown again; names that the content has are no such text."""
    yield state.content
    for name, problem in state.problems.items():
        articles = (article for form in problem.forms.values() for article in form.articles if article not in catalogue.article_by_id)
        questions = (question for question in problem.answers if question not in catalogue.question_by_id)
        yield from (name, problem.name, *problem.decisions, *questions, *articles)


def _with_names_of_now(path: Path, catalogue: Catalogue, version: str, state: ProblemState) -> ProblemState:
    """The same with the answers by the names of now; an answer that is no answer to its question is a fault."""
    kept, faults = {}, []
    for name, words in migrated(catalogue, version, state.answers).given.items():
        question = catalogue.question_by_id.get(name)
        what = "deze vraag bestaat niet"
        if question is not None and words is not None:
            answer, what = answer_from(question, words)
            if answer is not None:
                kept[name] = words
                continue
        if words is not None:
            faults.append(Problem(str(path), None, name, what))
    if faults:
        raise ContentError(faults)
    return state.model_copy(update={"answers": kept})
