"""A folder with own content that a test may spoil: the example that `toolbox content own` writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from helpers import ROOT

from toolbox_cli.content.load import read_catalogue
from toolbox_cli.content.own_example import write_example
from toolbox_cli.errors import ContentError
from toolbox_cli.model.catalogue import Catalogue

POWER = """\
powers:
  - id: kraamverbod
    name: Kraam laten weghalen
    basis: [{article: nergenshuizen-2-10}]
    decides: college
    police_mandate: {allowed: 'no', text: Het college beslist., source: [art nergenshuizen-2-10]}
    max_duration: {brief: geen termijn, text: Geen wettelijke termijn., source: [art nergenshuizen-2-10]}
    term: {set_by: decision, protection: awb, source: [art nergenshuizen-2-10]}
    breach: {text: Dan kan het college de kraam weghalen., source: [art nergenshuizen-2-10]}
    conditions: [kraam-op-plein]
    procedures: [kraam]
conditions:
  - id: kraam-op-plein
    text: De kraam staat steeds op dezelfde plek.
    when: {question: vaste_plek, is: ja}
    article: nergenshuizen-2-10
    way_on: Spreek met wie de kraam neerzet een vaste plek af.
    instead: [toezicht/straatcoach]
    source: [art nergenshuizen-2-10]
"""
BOA = """\
boa:
  - id: kraam-door-boa
    powers: [kraamverbod]
    allowed: 'no'
    text: Nee, het college beslist zelf.
    source: [art nergenshuizen-2-10]
"""
PROCEDURE = """\
procedures:
  - id: kraam
    name: Een kraam laten weghalen
    items:
      - id: horen
        phase: voor
        text: Vraag wie de kraam neerzette wat zijn belang is en weeg dat.
        demands: [hear, proportion]
        source: [art awb-4-8]
      - id: schrijven
        phase: besluit
        text: Schrijf op waarom de kraam weg moet en waar iemand bezwaar kan maken.
        demands: [reasons, protection, notice, review]
        source: [art awb-3-2]
"""


@dataclass(frozen=True)
class Own:
    """A folder with own content."""

    folder: Path

    def put(self, file: str, text: str) -> Path:
        """Write a file as it is given."""
        (self.folder / file).write_text(text, "utf-8")
        return self.folder / file

    def change(self, file: str, old: str, new: str) -> str:
        """Replace the first `old`; return the file and line where it stood."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return f"{path}:{text.count(chr(10), 0, text.index(old)) + 1}"

    def append(self, file: str, text: str) -> str:
        """Put text behind the last line; return the file and line where it starts."""
        path = self.folder / file
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(before + text, "utf-8")
        return f"{path}:{before.count(chr(10)) + 1}"

    def read(self, *, thorough: bool = False) -> Catalogue:
        """The shipped content with this behind it."""
        return read_catalogue(ROOT / "data", own=self.folder, thorough=thorough)

    def faults(self, *, thorough: bool = False) -> list[str]:
        """Everything that is wrong, as it is shown."""
        try:
            self.read(thorough=thorough)
        except ContentError as error:
            return [str(problem) for problem in error.problems]
        return []


def example_in(folder: Path) -> Own:
    """The example, in a folder called eigen."""
    write_example(folder / "eigen")
    return Own(folder / "eigen")


def with_decision(own: Own) -> Own:
    """The example, with a second measure that rests on an own article and needs a decision."""
    measure = (own.folder / "measures.yaml").read_text("utf-8").split("\n- id:")[1]
    second = (
        ("\n- id:" + measure)
        .replace("spreekuur-stationsplein", "kraam-weghalen")
        .replace("Spreekuur op het Stationsplein", "Kraam weghalen")
        .replace("[pleinspreekuur, spreekuur plein]", "[kraam weg]")
        .replace("practices: [spreekuur-2025]", "practices: []")
        .replace(
            "Een uur per week staan gemeente en wijkagent op een vaste plek", "Het college laat een kraam weghalen die in de weg staat"
        )
        .replace("      decides: gemeente\n      procedures: [samenwerking]         #", "      power: kraamverbod\n      #")
    )
    variant, police = (
        second.index("      max_duration:"),
        second.index("  source: [doc nergenshuizen-plan]", second.index("police_mandate:")),
    )
    own.append("measures.yaml", second[:variant] + second[police:])
    own.append("rules.yaml", "  - form: kraam-weghalen\n    weight: 3\n    indicated: {question: plaats, is: [park_plein, winkelgebied]}\n")
    own.put("powers.yaml", POWER)
    own.put("mandates.yaml", BOA)
    own.put("procedures.yaml", PROCEDURE)
    return own
