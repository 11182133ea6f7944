"""Documents made and written: to the screen, to a file, or several to a folder; nothing is overwritten unasked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.errors import ToolboxError, UsageError, in_dutch, install_hint
from toolbox_cli.reports.plan_kinds import Format, Kind

if TYPE_CHECKING:
    from toolbox_cli.cli.given import Given
    from toolbox_cli.cli.plan_given import Asked
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.report_card import CardTexts
    from toolbox_cli.reports.dossier import Dossier
    from toolbox_cli.reports.paper import Paper
    from toolbox_cli.reports.template import Template

NO_DRAFT = (
    "Er is geen ontwerpbesluit bij: geen maatregel die nu past of is gekozen, vraagt om een besluit. Welke er passen: toolbox analyse "
    "--answers ZAAK. Leg daarna een keuze vast: toolbox case choose ZAAK MAATREGEL."
)
EXAMPLE_DAY = "2026-11-30"
ELSEWHERE = "Kies een andere plaats met {}: een korte naam in een map waar u mag schrijven."
Target = tuple[Path, "Paper", Format]


def give(catalogue: Catalogue, given: Given, asked: Asked, case: Path, output: Path | None, *, folder: bool, force: bool) -> None:
    """Make what was asked and write it; one Markdown document without a file goes to standard output."""
    from toolbox_cli.cli.output import tell
    from toolbox_cli.cli.plan_given import dossier_of
    from toolbox_cli.reports.plan import Wanted
    from toolbox_cli.reports.plan import papers as plan_papers

    _require(asked.formats)
    dossier, texts = dossier_of(catalogue, given, asked), _texts(catalogue, asked.texts)
    template = _template(asked.template)
    papers = plan_papers(catalogue, dossier, Wanted(asked.kinds, asked.readers, texts, asked.status, asked.contacts))
    if not papers:
        raise ToolboxError(
            "er is geen stuk te maken: geen maatregel in deze zaak vraagt om een ontwerpbesluit",
            f"Leg eerst een keuze vast: toolbox case choose {case} MAATREGEL. Welke er passen: toolbox analyse --answers {case}",
        )
    to_screen = len(papers) == 1 and asked.formats == (Format.MARKDOWN,) and output is None
    targets = [] if to_screen else _free_targets(papers, asked.formats, case, output, folder=folder, force=force)
    _tell_open(catalogue, dossier, asked, texts, papers)
    if to_screen:
        _print(papers[0])
        return
    _write(targets, template, folder=targets[0][0] != output)
    if dossier.on is None:
        which = "dit stuk" if len(targets) == 1 else "deze stukken"
        tell(f"Op {which} staat nog geen datum; geef er een met --date, bijvoorbeeld --date {EXAMPLE_DAY}.", "")


def _tell_open(catalogue: Catalogue, dossier: Dossier, asked: Asked, texts: Sequence[CardTexts], papers: Sequence[Paper]) -> None:
    """Tell on standard error what the documents still lack; not before it is known that they can be written."""
    from toolbox_cli.cli.output import tell
    from toolbox_cli.reports.draft import NAME as DRAFT_NAME

    if Kind.DRAFT_DECISION in asked.kinds and not any(paper.name.startswith(DRAFT_NAME) for paper in papers):
        tell(NO_DRAFT, "")
    if Kind.REPORT_CARD in asked.kinds:
        _tell_card(catalogue, dossier, texts)
    if Kind.ACTION_PLAN in asked.kinds:
        _tell_plan(catalogue, dossier)


def _texts(catalogue: Catalogue, paths: Sequence[Path]) -> tuple[CardTexts, ...]:
    """The texts of the report card in other languages, each language once."""
    from toolbox_cli.content.card_texts import read_card_texts

    found: dict[str, Path] = {}
    paths = tuple(dict.fromkeys(paths))
    texts = tuple(read_card_texts(path, catalogue) for path in paths)
    for path, text in zip(paths, texts, strict=True):
        other = found.setdefault(text.language, path)
        if other != path:
            raise UsageError(f"--texts {path}: dit is dezelfde taal ({text.language}) als {other}; geef er één")
    return texts


def _tell_plan(catalogue: Catalogue, dossier: Dossier) -> None:
    """Tell on standard error what is not filled in in the action plan, with the command for each."""
    from toolbox_cli.cli.output import tell
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.action_plan import action_plan_gaps

    gaps = action_plan_gaps(catalogue, dossier)
    if gaps.blocks:
        tell("In het plan van aanpak is nog niet ingevuld:", "")
        show(gaps, sys.stderr)


def _tell_card(catalogue: Catalogue, dossier: Dossier, texts: Sequence[CardTexts]) -> None:
    """Tell on standard error what is to be filled in or checked before the card is printed."""
    from toolbox_cli.cli.output import tell
    from toolbox_cli.reports.report_card import report_card_checks, report_card_gaps

    gaps = report_card_gaps(catalogue, dossier)
    if gaps:
        tell("Op de meldkaart is nog niet ingevuld:", "")
    for gap in gaps:
        tell(gap, "  - ", "    ")
    tell("Ga voor het drukken na:", "")
    for line in report_card_checks(catalogue, dossier, texts):
        tell(line.text, "  - ", "    ")


def _require(formats: Sequence[Format]) -> None:
    """Raise ToolboxError that says what to install when the library of a format is not there."""
    from importlib.util import find_spec

    from toolbox_cli.reports.render import LIBRARIES

    lacking = [form for form in formats if any(find_spec(name) is None for name in LIBRARIES[form])]
    if lacking:
        raise ToolboxError(
            f"voor {' en '.join(lacking)} is een aanvulling op toolbox nodig, die hier niet is geïnstalleerd",
            f"{install_hint('documents')} md en html kunnen zonder.",
        )


def _template(path: Path | None) -> Template | None:
    if path is None:
        return None
    from toolbox_cli.reports.template import MOST_BYTES, Template

    try:
        if path.exists() and not path.is_file():
            raise ToolboxError(f"--template {path}: dit is geen bestand", "Geef een Word-bestand (.docx of .dotx).")
        with path.open("rb") as stream:
            return Template(stream.read(MOST_BYTES + 1), path.name)
    except OSError as error:
        raise ToolboxError(f"--template {path}: kan niet worden gelezen ({in_dutch(error)})") from None


def _free_targets(
    papers: Sequence[Paper], formats: Sequence[Format], case: Path, output: Path | None, *, folder: bool, force: bool
) -> list[Target]:
    """Where each document goes; an error where nothing can stand or, unless it is forced, something stands already."""
    with told_place("--output", output):
        targets = _targets(papers, formats, case, output, folder=folder)
        _refuse_file_as_folder(targets[0][0].parent)
        if not force:
            _refuse_existing([target for target, _, _ in targets])
    return targets


@contextmanager
def told_place(option: str, path: Path | None) -> Iterator[None]:
    """Raise ToolboxError where the system says that a name is too long, or a folder may not be looked into."""
    try:
        yield
    except OSError as error:
        raise ToolboxError(f"{option} {path}: hier kan niets staan ({in_dutch(error)})", ELSEWHERE.format(option)) from None


def _targets(papers: Sequence[Paper], formats: Sequence[Format], case: Path, output: Path | None, *, folder: bool) -> list[Target]:
    """Where each document goes: the file that was named, a folder, or beside the place where the command runs."""
    every = [(paper, form) for paper in papers for form in formats]
    if len(every) == 1 and not folder and output is not None and not output.is_dir():
        _refuse_other_extension(output, every[0][1])
        return [(output, *every[0])]
    if output is not None and output.suffix.lstrip(".") in tuple(Format) and not output.is_dir():
        raise UsageError(f"--output {output}: dit zijn {len(every)} bestanden", "Geef een map, bijvoorbeeld --output stukken")
    where = output or (Path(f"{case.stem}-stukken") if len(every) > 1 else Path())
    start = f"{case.stem}-" if output is None and len(every) == 1 else ""
    return [(where / f"{start}{paper.name}.{form}", paper, form) for paper, form in every]


def _refuse_other_extension(output: Path, form: Format, option: str = "--output") -> None:
    if output.suffix.lower() != f".{form}":
        raise UsageError(f"{option} {output}: dit stuk heeft de vorm {form}", f"Laat de naam eindigen op .{form}, of kies --format.")


def _refuse_file_as_folder(where: Path) -> None:
    if where.exists() and not where.is_dir():
        raise ToolboxError(f"{where}: dit is een bestand; de stukken komen in een map", ELSEWHERE.format("--output"))


@contextmanager
def _folder(where: Path) -> Iterator[None]:
    """Make the folder when it is not there, with those above it; what was made for nothing goes again."""
    made: list[Path] = []
    try:
        try:
            for folder in reversed((where, *where.parents)):
                if not folder.is_dir():
                    folder.mkdir()
                    made.append(folder)
        except OSError as error:
            raise ToolboxError(f"{where}: deze map kan niet worden gemaakt ({in_dutch(error)})", ELSEWHERE.format("--output")) from None
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _refuse_existing(targets: Sequence[Path]) -> None:
    there = [target for target in targets if target.exists()]
    if there:
        more = f" en nog {len(there) - 1}" if len(there) > 1 else ""
        raise ToolboxError(
            f"{there[0]}{more} bestaat al en is misschien bewerkt; er is niets geschreven",
            "Kies een andere plaats met --output, of overschrijf met --force.",
        )


def _write(targets: Sequence[Target], template: Template | None, *, folder: bool) -> None:
    """Make everything first and write it together, so that a fault in one leaves no half set and no empty folder behind."""
    from toolbox_cli.content.files import write_together
    from toolbox_cli.reports.render import render_all

    contents = render_all([(paper, form) for _, paper, form in targets], template)
    made = [(target, content) for (target, _, _), content in zip(targets, contents, strict=True)]
    with _folder(made[0][0].parent) if folder else nullcontext():
        write_together(made)
    _tell_written([target for target, _ in made])


def _tell_written(targets: Sequence[Path]) -> None:
    from toolbox_cli.cli.output import say

    if len(targets) == 1:
        say(f"Geschreven: {targets[0]}")
        return
    say(f"{len(targets)} bestanden geschreven in {targets[0].parent}:")
    for name, forms in _by_name(targets).items():
        say(f"  {name} ({', '.join(forms)})")


def _by_name(targets: Sequence[Path]) -> dict[str, list[str]]:
    """The names without extension, each with its extensions."""
    found: dict[str, list[str]] = {}
    for target in targets:
        found.setdefault(target.stem, []).append(target.suffix[1:])
    return found


def _print(paper: Paper) -> None:
    from toolbox_cli.reports.markdown import paper_to_markdown

    sys.stdout.write(paper_to_markdown(paper))


def write_sample_template(path: Path) -> None:
    """Write a template to start from to a new file."""
    from toolbox_cli.cli.output import say
    from toolbox_cli.content.files import write_atomically

    _require((Format.DOCX,))
    with told_place("--new-template", path):
        _refuse_other_extension(path, Format.DOCX, "--new-template")
        _refuse_existing((path,))
    from toolbox_cli.reports.docx import sample_template

    write_atomically(path, sample_template())
    say(f"Sjabloon geschreven: {path}. Zet er in Word uw stijlen en briefhoofd in, en geef het daarna met --template.")
