"""What can be paid with the whole grant, half of it or none, in the order that the municipality gave."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from toolbox_cli.grant.judge import Judged
from toolbox_cli.grant.scenarios import Given, Scenario, Step
from toolbox_cli.reports.budget_words import euros, figure, numbered
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.words import listed

NAMES = {
    Given.MOST: "Hele subsidie (het hoogste bedrag)",
    Given.CERTAIN: "Zeker deel (subsidie alleen over kosten die zeker meetellen)",
    Given.HALF: "De helft (van het hoogste bedrag)",
    Given.NONE: "Geen subsidie",
}
_SHORT = {Given.MOST: "hele subsidie", Given.CERTAIN: "zeker deel", Given.HALF: "de helft", Given.NONE: "geen subsidie"}


def order(document: Document, scenarios: Sequence[Scenario], unordered: Sequence[Judged], own: Decimal | None) -> None:
    """Add the section; without any priority it says so and chooses nothing."""
    document.heading("Als de subsidie tegenvalt")
    if not scenarios[0].steps:
        document.paragraph("Prioriteit: niet ingevuld. Daarom staat hier geen volgorde. Vul per regel een getal in; 1 gaat voor.")
        return
    document.paragraph(
        "Eigen geld dat nodig is tot en met elke prioriteit, in euro's, naar hoeveel subsidie er komt. De prioriteiten zijn die van uw "
        "begroting; regels met dezelfde prioriteit horen bij elkaar."
    )
    document.table(("prioriteit", "regels", "kosten", *(_SHORT[item.given] for item in scenarios)), _rows(scenarios))
    document.bullets([Line(_told(item, own)) for item in scenarios])
    if own is None:
        document.paragraph("Hoeveel eigen geld er is: niet ingevuld. Daarom staat hier niet welke regels dan afvallen.")
    if unordered:
        document.paragraph(f"Prioriteit niet ingevuld bij {numbered(i.line.number for i in unordered)}: die staan hier niet in.")


def _rows(scenarios: Sequence[Scenario]) -> list[tuple[str, ...]]:
    return [
        (str(step.priority), _numbers(step), figure(step.cost), *(figure(item.steps[at].own) for item in scenarios))
        for at, step in enumerate(scenarios[0].steps)
    ]


def _numbers(step: Step) -> str:
    return listed(str(item.line.number) for item in step.lines)


def _told(item: Scenario, own: Decimal | None) -> str:
    name = f"{NAMES[item.given]}: {euros(item.grant)}" if item.grant else NAMES[item.given]
    if own is None or item.paid is None:
        return f"{name}. Voor alles is {euros(item.steps[-1].own)} eigen geld nodig."
    if not item.dropped:
        return f"{name}. Met {euros(own)} eigen geld kan alles worden betaald."
    short = item.dropped[0].own - own
    return (
        f"{name}. Met {euros(own)} eigen geld valt af: {_lines(item.dropped)}. Voor {_lines(item.dropped[:1])} is er {euros(short)} te "
        "weinig; een latere regel gaat niet voor, ook niet als die goedkoper is."
    )


def _lines(steps: Sequence[Step]) -> str:
    return numbered(item.line.number for step in steps for item in step.lines)
