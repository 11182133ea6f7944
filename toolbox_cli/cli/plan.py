"""The documents of a case, and what is different between two states of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.plan_options import (
    AllOption,
    BudgetOption,
    CaseArgument,
    ContactsOption,
    DateOption,
    DiffOption,
    EvidenceOption,
    ForceOption,
    FormatOption,
    KindOption,
    NewTemplateOption,
    OutputOption,
    PeriodOption,
    ReaderOption,
    SaveStateOption,
    SchemeFileOption,
    SchemeOption,
    SourceOption,
    StatusOption,
    SurveyOption,
    TemplateOption,
    TextsOption,
    TextsTemplateOption,
    chosen,
    named,
)
from toolbox_cli.cli.profile_file import NoProfileOption, ProfileOption
from toolbox_cli.reports.plan_kinds import Format, Kind, Status
from toolbox_cli.reports.reader import Reader

if TYPE_CHECKING:
    from toolbox_cli.cli.plan_given import Asked
    from toolbox_cli.model.catalogue import Catalogue

ALONE = {
    "--texts-template": "Bijvoorbeeld: toolbox plan --texts-template",
    "--new-template": "Bijvoorbeeld: toolbox plan --new-template huisstijl.docx",
    "--diff": "Bijvoorbeeld: toolbox plan --diff oud.json zaak.yaml. Daarbij kunnen alleen --json, --profile en --no-profile.",
}
EXAMPLE = "Bijvoorbeeld: toolbox plan zaak.yaml --kind advice --format docx"


def plan(
    case: CaseArgument = None,
    kind: KindOption = None,
    form: FormatOption = None,
    everything: AllOption = False,
    reader: ReaderOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    on: DateOption = None,
    status: StatusOption = None,
    template: TemplateOption = None,
    new_template: NewTemplateOption = None,
    contacts: ContactsOption = False,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
    diff: DiffOption = None,
    save_state: SaveStateOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Met --diff: geef JSON, voor andere programma's.")] = False,
    evidence: EvidenceOption = None,
    survey: SurveyOption = None,
    period: PeriodOption = None,
    source: SourceOption = None,
    budget: BudgetOption = None,
    scheme: SchemeOption = None,
    scheme_file: SchemeFileOption = None,
    texts: TextsOption = None,
    texts_template: TextsTemplateOption = False,
) -> None:
    """Maak van een zaak de stukken: advies, plan van aanpak, meldkaart, ontwerpbesluit en agenda."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.cli.plan_given import Asked, given_for
    from toolbox_cli.errors import UsageError

    _refuse_beside(
        {"--texts-template": texts_template, "--new-template": new_template, "--diff": diff},
        (case, kind, form, everything, reader, output, force, on, status, template, contacts, save_state, evidence, survey, period, source,
         budget, scheme, scheme_file, texts),
    )  # fmt: skip
    if texts_template:
        _print_texts_template(load_catalogue())
        return
    if new_template is not None:
        from toolbox_cli.cli.plan_files import write_sample_template

        write_sample_template(new_template)
        return
    if diff is not None:
        from toolbox_cli.cli.plan_diff import show_diff

        show_diff(load_catalogue(), *diff, profile=profile, no_profile=no_profile, as_json=as_json)
        return
    if as_json:
        raise UsageError("--json hoort bij --diff", "Het advies als JSON: toolbox analyse --answers ZAAK --json")
    if case is None:
        raise UsageError("geef het bestand met de zaak", EXAMPLE)
    kinds = tuple(Kind) if everything else chosen(Kind, kind, "--kind")
    if not kinds and save_state is None:
        raise UsageError(f"zeg welk stuk u wilt met --kind ({named(Kind)}), of geef --all", EXAMPLE)
    asked = Asked(
        kinds=kinds,
        readers=chosen(Reader, reader, "--reader") or (tuple(Reader) if everything else (Reader.TRIANGLE,)),
        formats=chosen(Format, form, "--format") or (tuple(Format) if everything else (Format.MARKDOWN,)),
        status=next(iter(chosen(Status, [status] if status else None, "--status")), None),
        on=None if on is None else day_from(on, "--date"),
        template=template, texts=tuple(texts or ()), budget=budget, scheme=scheme, scheme_file=scheme_file,
        evidence=tuple(evidence or ()), survey=tuple(survey or ()), period=period, source=source, contacts=contacts,
    )  # fmt: skip
    _refuse_loose(asked, reader)
    if save_state is not None:
        from toolbox_cli.cli.plan_diff import refuse_state_at, write_state

        refuse_state_at(save_state)
    catalogue = load_catalogue()
    given = given_for(catalogue, case, profile, no_profile=no_profile)
    if kinds:
        from toolbox_cli.cli.plan_files import give

        give(catalogue, given, asked, case, output, folder=everything, force=force)
    if save_state is not None:
        write_state(catalogue, given, save_state)


def _refuse_beside(alone: Mapping[str, object], others: Sequence[object]) -> None:
    """Raise UsageError when an option that makes the command do one thing only stands beside another option."""
    from toolbox_cli.errors import UsageError

    given = [name for name, value in alone.items() if value]
    if given and (len(given) > 1 or any(others)):
        raise UsageError(f"{given[0]} staat op zichzelf: laat de zaak en de andere opties weg", ALONE[given[0]])


def _refuse_loose(asked: Asked, reader: list[str] | None) -> None:
    """Raise UsageError for an option that belongs to a document or format that is not asked for."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.plan_kinds import may_be_public

    for option, given, belongs, there in (
        ("--reader", reader, "--kind advice", Kind.ADVICE in asked.kinds),
        ("--texts", asked.texts, "--kind meldkaart", Kind.REPORT_CARD in asked.kinds),
        ("--budget", asked.budget, "--kind action-plan", Kind.ACTION_PLAN in asked.kinds),
        ("--template", asked.template, "--format docx", Format.DOCX in asked.formats),
        ("--scheme en --scheme-file", asked.scheme or asked.scheme_file, "--budget", asked.budget is not None),
        ("--period en --source", asked.period or asked.source, "--evidence", bool(asked.evidence or asked.survey)),
    ):
        if given and not there:
            raise UsageError(f"{option}: dit hoort bij {belongs}", f"Voeg {belongs} toe, of laat {option} weg.")
    if asked.status is Status.PUBLIC and not all(may_be_public(kind, asked.readers) for kind in asked.kinds):
        raise UsageError(
            "--status openbaar: een van deze stukken bevat wat vertrouwelijk is",
            "Openbaar kunnen zijn: de meldkaart, en het advies met --reader raad of --reader bewoners.",
        )


def _print_texts_template(catalogue: Catalogue) -> None:
    from toolbox_cli.content.card_texts import card_template

    print(card_template(catalogue), end="")
