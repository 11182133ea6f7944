"""The history fits the content: it ends with this edition, and all that exists was announced; all faults are returned, none raised.

The history is gone through from its start, so that at its end it must have arrived at the content as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.history import Changes, order_of

_FIELD = "history"
_Place = tuple[str | int, ...]


def check_history(catalogue: Catalogue) -> Iterator[Fault]:
    """No version out of order, no change of what was not there, no name used twice, and nothing that the history leaves out."""
    if catalogue.edition is None:  # it could not be read
        return
    if not catalogue.history:
        what = f"uitgave {catalogue.edition.version} staat niet in history.yaml; zet daar elke uitgave met wat zij veranderde"
        yield Fault("edition", None, ("version",), what)
        return
    yield from _order(catalogue)
    if catalogue.history[-1].version != catalogue.edition.version:
        return  # what is new now belongs to a version that still has to be written
    questions, answers, forms = _Ledger("vraag '{}'"), dict[str, _Ledger](), _Ledger("variant '{}'")
    for index, version in enumerate(catalogue.history):
        yield from questions.take(index, ("questions",), version.questions)
        _follow(answers, version.questions)
        for at, changes in enumerate(version.answers):
            place: _Place = ("answers", at)
            if changes.question not in questions.known:
                yield Fault(_FIELD, index, (*place, "question"), f"vraag '{changes.question}' bestaat in deze uitgave niet")
                continue
            ledger = answers.setdefault(changes.question, _answers_of(changes.question))
            yield from ledger.take(index, place, changes)
        yield from forms.take(index, ("forms",), version.forms)
    yield from _arrived(catalogue, questions, answers, forms)


def _order(catalogue: Catalogue) -> Iterator[Fault]:
    """Each version and date comes after the one before; the last are those of the edition."""
    for index, (before, version) in enumerate(zip(catalogue.history, catalogue.history[1:], strict=False), start=1):
        if order_of(version.version) <= order_of(before.version):
            yield Fault(_FIELD, index, ("version",), f"uitgave {version.version} komt niet na {before.version}; zet de oudste eerst")
        if version.published < before.published:
            yield Fault(_FIELD, index, ("published",), f"deze datum ligt vóór die van uitgave {before.version}")
    last, at, edition = catalogue.history[-1], len(catalogue.history) - 1, catalogue.edition
    if last.version != edition.version:
        what = f"de laatste uitgave is hier {last.version} en in content.yaml {edition.version}; zet die hier onderaan"
        yield Fault(_FIELD, at, ("version",), what)
    elif last.published != edition.published:
        yield Fault(_FIELD, at, ("published",), f"in content.yaml is uitgave {edition.version} van {edition.published}; maak beide gelijk")


@dataclass
class _Ledger:
    """The ids of one kind while the history is gone through: those that exist, and those that went and may not come back."""

    noun: str
    known: dict[str, None] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def take(self, index: int, place: _Place, changes: Changes) -> Iterator[Fault]:
        """Take over the changes of one version; return what cannot be."""
        for at, removed in enumerate(changes.removed):
            yield from self._leave(index, (*place, "removed", at, "id"), removed.id)
        renamed = list(enumerate(changes.renamed))
        for at, item in renamed:
            yield from self._leave(index, (*place, "renamed", at, "from"), item.old)
        for at, item in renamed:  # two that mean the same may become one, so the new name may exist
            yield from self._come(index, (*place, "renamed", at, "to"), item.new, existing=True)
        for at, name in enumerate(changes.new):
            yield from self._come(index, (*place, "new", at), name)
        for at, removed in enumerate(changes.removed):
            for number, name in enumerate(removed.instead):
                if name not in self.known:
                    inner = (*place, "removed", at, "instead", number)
                    yield Fault(_FIELD, index, inner, f"{self.noun.format(name)} bestaat in deze uitgave niet")

    def _leave(self, index: int, place: _Place, name: str) -> Iterator[Fault]:
        if name not in self.known:
            yield Fault(_FIELD, index, place, f"{self.noun.format(name)} bestond vóór deze uitgave niet; controleer de naam")
        self.known.pop(name, None)
        self.gone.add(name)

    def _come(self, index: int, place: _Place, name: str, *, existing: bool = False) -> Iterator[Fault]:
        if name in self.gone:
            yield Fault(_FIELD, index, place, f"{self.noun.format(name)} bestond eerder en verviel; geef een andere id")
        elif name in self.known and not existing:
            yield Fault(_FIELD, index, place, f"{self.noun.format(name)} staat al eerder in de geschiedenis; haal deze weg")
        self.known[name] = None


def _answers_of(question: str) -> _Ledger:
    return _Ledger(f"antwoord '{{}}' op vraag '{question}'")


def _follow(answers: dict[str, _Ledger], changes: Changes) -> None:
    """The answers go along with a question that has another name, and go with a question that goes."""
    for removed in changes.removed:
        answers.pop(removed.id, None)
    for item in changes.renamed:
        old = answers.pop(item.old, None)
        if old is not None:
            target = answers.setdefault(item.new, _answers_of(item.new))
            target.known |= old.known
            target.gone |= old.gone


def _arrived(catalogue: Catalogue, questions: _Ledger, answers: dict[str, _Ledger], forms: _Ledger) -> Iterator[Fault]:
    """What the history ends with is what there is; a file without any questions or measures has faults of its own."""
    last = len(catalogue.history) - 1
    asked = {question.id: question for question in catalogue.questions}
    if asked:
        yield from _compared(last, ("questions",), questions, tuple(asked))
    variants = [variant.id for measure in catalogue.measures if not catalogue.is_own(measure) for variant in measure.variants]
    if variants:
        yield from _compared(last, ("forms",), forms, variants)
    for name, question in asked.items():
        ledger = answers.get(name, _answers_of(name))
        options = [option.id for option in question.options]
        listed = [choice.id for choice in question.choices if choice in question.options]
        yield from _compared(last, ("answers",), ledger, listed, name, options)


def _compared(
    index: int, place: _Place, ledger: _Ledger, there: Sequence[str], question: str = "", options: Sequence[str] = ()
) -> Iterator[Fault]:
    """What exists and was not announced, in one fault; what the history still has, one by one. Ja and nee need not be announced."""
    missing = ", ".join(name for name in there if name not in ledger.known)
    if missing:
        line = f"{{question: {question}, new: [{missing}]}}" if question else f"new: [{missing}]"
        yield Fault(_FIELD, index, place, f"dit staat nog niet in de geschiedenis; zet bij {place[0]} {line}")
    for name in ledger.known:
        if name not in (*there, *options):
            where = f"{place[0]}, vraag {question}," if question else place[0]
            line = f"removed: [{{id: {name}, because: …}}] of renamed: [{{from: {name}, to: …}}]"
            yield Fault(_FIELD, index, place, f"{ledger.noun.format(name)} bestaat niet meer; zet bij {where} {line}")
