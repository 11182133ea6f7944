"""The municipality's profile: asked, shown, changed, and where it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of

if TYPE_CHECKING:
    from toolbox_cli.analysis.profile_fields import Field
    from toolbox_cli.cli.profile_file import ProfileFile
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.profile import Profile, Words

FileOption = Annotated[Path | None, typer.Option("--file", metavar="BESTAND", help="Dit bestand, in plaats van het gewone.")]


def profile(context: typer.Context, file: FileOption = None) -> None:
    """Leg de vaste feiten van uw gemeente vast; zonder terminal: toon ze. Ze gelden daarna voor elke zaak."""
    context.obj = file
    if context.invoked_subcommand is not None:
        return
    from toolbox_cli.cli.complete import can_ask
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.profile_file import profile_file, saved_profile

    if not can_ask():
        _show(file, as_json=False, contacts=False)
        return
    from toolbox_cli.cli.profile_talk import talk

    catalogue, found = load_catalogue(), profile_file(file)
    talk(catalogue, found, saved_profile(catalogue, found))


def show_profile(
    context: typer.Context,
    file: FileOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
    contacts: Annotated[bool, typer.Option("--contacts", help="Toon ook de contactpunten bij partners.")] = False,
) -> None:
    """Toon het gemeenteprofiel: wat er staat en wat nog leeg is."""
    _show(file or context.obj, as_json=as_json, contacts=contacts)


def set_fields(
    context: typer.Context,
    settings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VELD=WAARDE",
            help="Een of meer velden; leeg na het =-teken maakt een veld leeg.",
            show_default=False,
            autocompletion=names_of("profile"),
        ),
    ] = None,
    file: FileOption = None,
) -> None:
    """Verander velden in het gemeenteprofiel; wat daarbij hoorde, vervalt en wordt genoemd."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.profile_file import profile_file, save_profile, saved_profile
    from toolbox_cli.errors import UsageError

    if not settings:
        raise UsageError("noem wat er verandert, bijvoorbeeld: toolbox profile set apv_gebiedsverbod=ja apv_gebiedsverbod.article=2:78")
    catalogue, found = load_catalogue(), profile_file(file or context.obj)
    before = after = saved_profile(catalogue, found)
    lines: list[str] = []
    for text in settings:
        after, told = _with_setting(catalogue, after, text)
        lines += told
    if after != before:
        save_profile(catalogue, found, after)
    for line in lines:
        print(line)


def path(context: typer.Context, file: FileOption = None) -> None:
    """Toon in welk bestand het gemeenteprofiel staat, of komt te staan."""
    from toolbox_cli.cli.profile_file import profile_file

    print(profile_file(file or context.obj).path)


def changed(catalogue: Catalogue, before: Profile, field: Field, words: Words) -> tuple[Profile, list[str]]:
    """Return the profile with this in a field, without the notes that no longer belong there, and what lapsed in sentences."""
    from toolbox_cli.analysis.profile import without_stray
    from toolbox_cli.analysis.profile_fields import field_by_name
    from toolbox_cli.reports.profile import text_of

    after, stray = without_stray(catalogue, before.with_words(field.name, words))
    fields = field_by_name(catalogue)
    return after, [f"Vervallen: {name}, dat was {text_of(fields[name], before.words(name))}." for name in stray]


def _with_setting(catalogue: Catalogue, before: Profile, text: str) -> tuple[Profile, list[str]]:
    """The profile with one `field=value` in it, and what changed in sentences; raises UsageError for what cannot be."""
    from toolbox_cli.analysis.profile_fields import lacking
    from toolbox_cli.content.profile_value import words_from
    from toolbox_cli.errors import UsageError
    from toolbox_cli.model.profile import ProfileKind
    from toolbox_cli.reports.profile import text_of

    name, sign, value = (part.strip() for part in text.partition("="))
    if not sign:
        raise UsageError(f"profile set {name}: schrijf veld=waarde", f"Bijvoorbeeld: {name}=ja, of {name}= om het leeg te maken.")
    field = _named(catalogue, name)
    if value and (first := lacking(field, before)):
        needed, wanted = first[0], " of ".join(first[1]) or "een antwoord"
        hint = f"Bijvoorbeeld: toolbox profile set {needed}={first[1][0] if first[1] else 'ANTWOORD'} {name}={value}"
        raise UsageError(f"profile set {name}: dit kan alleen als bij {needed} staat: {wanted}", hint)
    parts = [part for part in value.split(",") if part.strip()] if field.fact.kind is ProfileKind.CHOICES else [value]
    words, fault = words_from(catalogue, field, parts) if value else ((), "")
    if words is None:
        raise UsageError(f"profile set {name}: {fault}")
    after, lapsed = changed(catalogue, before, field, words)
    was, now = (text_of(field, item.words(name)) or "leeg" for item in (before, after))
    return after, [f"{name}: was {was}; wordt {now}.", *lapsed]


def _named(catalogue: Catalogue, name: str) -> Field:
    from difflib import get_close_matches

    from toolbox_cli.analysis.profile_fields import field_by_name
    from toolbox_cli.errors import UsageError

    fields = field_by_name(catalogue)
    if name not in fields:
        near = get_close_matches(name, fields, n=1)
        hint = f"Bedoelt u {near[0]}?" if near else "Alle velden: toolbox profile show"
        question = catalogue.question_by_id.get(name)
        if question is not None and not question.local:
            hint = "Deze vraag gaat over één zaak: toolbox case set BESTAND VRAAG=ANTWOORD"
        raise UsageError(f"profile set {name}: dit veld bestaat niet", hint)
    return fields[name]


def _show(file: Path | None, *, as_json: bool, contacts: bool) -> None:
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.profile_file import profile_file, saved_profile
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.profile import compose_profile, profile_json

    catalogue, found = load_catalogue(), profile_file(file)
    there = shown_profile(catalogue, found) if found.named else saved_profile(catalogue, found)
    if as_json:
        print_json(profile_json(catalogue, there, contacts=contacts))
    else:
        show(compose_profile(catalogue, there, contacts=contacts))


def shown_profile(catalogue: Catalogue, found: ProfileFile) -> Profile:
    """Return what is in a file that was named; raises ContentError when it is not there."""
    from toolbox_cli.content.profile import read_profile

    return read_profile(found.path, catalogue)
