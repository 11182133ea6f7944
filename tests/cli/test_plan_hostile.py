"""Documents asked for in the worst way: odd places to write, hostile templates and states, and what a public document gives away."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from helpers import ROOT, posix

from toolbox_cli.cli.usage import complaint
from toolbox_cli.content import files

CSV = ROOT / "examples" / "incidenten-voorbeeld.csv"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
RELS, BODY = "word/_rels/document.xml.rels", "word/document.xml"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(ROOT / "examples" / "winkeldiefstal-centrum.yaml", tmp_path / "zaak.yaml"))


@pytest.fixture
def kept(file: Path, toolbox: Callable) -> dict:
    assert toolbox("plan", file, "--save-state", "stand.json").code == 0
    return json.loads(Path("stand.json").read_text("utf-8"))


def write_state(name: str, state: dict) -> Path:
    Path(name).write_text(json.dumps(state), "utf-8")
    return Path(name)


def full_after(number: int, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]) -> None:
    """Let the disk be full, or somebody stop the program, when so many files are ready."""
    real, seen = files._beside, []

    def beside(path: Path, content: str | bytes) -> Path:
        seen.append(path)
        if len(seen) > number:
            raise OSError(errno.ENOSPC, "full") if fault is OSError else fault
        return real(path, content)

    monkeypatch.setattr(files, "_beside", beside)


@pytest.mark.parametrize(("fault", "code"), [(OSError, 1), (KeyboardInterrupt, 130)])
def test_a_set_that_cannot_be_written_whole_leaves_nothing(
    file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException], code: int
) -> None:
    full_after(3, monkeypatch, fault)

    done = toolbox("plan", file, "--all", "--format", "md", "--output", "stukken")

    assert done.code == code
    assert ("Afgebroken." in done.err) is (code == 130)
    assert [path.name for path in file.parent.iterdir()] == ["zaak.yaml"]


def test_the_folders_above_a_set_that_cannot_be_written_go_too(file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    full_after(0, monkeypatch, OSError)
    (file.parent / "mijn").mkdir()

    done = toolbox("plan", file, "--all", "--format", "md", "--output", "mijn/stukken/vandaag")

    assert done.code == 1
    assert list((file.parent / "mijn").iterdir()) == []


def test_a_folder_in_the_place_of_one_document_leaves_the_others_as_they_were(file: Path, toolbox: Callable) -> None:
    Path("stukken/agenda.html").mkdir(parents=True)

    done = toolbox("plan", file, "--kind", "agenda", "--format", "md", "--format", "html", "--output", "stukken", "--force")

    assert done.code == 1
    assert "dit is een map" in done.err
    assert [path.name for path in Path("stukken").iterdir()] == ["agenda.html"]


def test_a_document_that_is_open_in_another_program_leaves_the_others_as_they_were(
    file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("stukken").mkdir()
    for name in ("agenda.md", "agenda.html"):
        Path("stukken", name).write_text("bewerkt")
    opened = Path.open

    def locked(self: Path, mode: str = "r", **more: object) -> object:
        if self.name == "agenda.html" and "+" in mode:  # what Windows says of a file that Word has open
            raise PermissionError(errno.EACCES, "in use")
        return opened(self, mode, **more)

    monkeypatch.setattr(Path, "open", locked)

    done = toolbox("plan", file, "--kind", "agenda", "--format", "md", "--format", "html", "--output", "stukken", "--force")

    assert done.code == 1
    assert "open in een ander programma" in done.err
    assert {path.read_text() for path in Path("stukken").iterdir()} == {"bewerkt"}


@pytest.mark.parametrize(("name", "words"), [("stand.txt", ".json"), ("weg/stand.json", "map"), (f"{'n' * 300}.json", "te lang")])
def test_a_state_that_cannot_be_kept_is_told_before_any_document(file: Path, toolbox: Callable, name: str, words: str) -> None:
    done = toolbox("plan", file, "--kind", "agenda", "--save-state", name)

    assert done.code in (1, 2)
    assert done.err.startswith(f"toolbox: --save-state {name}")
    assert words in done.err
    assert done.out == ""


def test_a_place_that_cannot_be_is_told_before_what_lacks(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "action-plan", "--kind", "meldkaart", "--output", "stukken.md")

    assert done.code == 2
    assert done.err.startswith("toolbox: --output stukken.md")


@pytest.mark.parametrize(("name", "words"), [("stijl.txt", ".docx"), (f"{'n' * 300}.docx", "te lang")])
def test_a_template_that_cannot_be_made_is_told_with_its_option(file: Path, toolbox: Callable, name: str, words: str) -> None:
    done = toolbox("plan", "--new-template", name)

    assert done.err.startswith(f"toolbox: --new-template {name}")
    assert words in done.err


def test_overwriting_a_set_that_cannot_be_written_whole_leaves_the_old_one(
    file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = file.parent / "stukken"
    assert toolbox("plan", file, "--all", "--format", "md", "--output", folder).code == 0
    for path in folder.iterdir():
        path.write_text("bewerkt")
    names = {path.name for path in folder.iterdir()}
    full_after(3, monkeypatch, OSError)

    done = toolbox("plan", file, "--all", "--format", "md", "--output", folder, "--force")

    assert done.code == 1
    assert "de schijf is vol" in done.err
    assert {path.name for path in folder.iterdir()} == names
    assert {path.read_text() for path in folder.iterdir()} == {"bewerkt"}


def test_an_empty_folder_of_the_user_stays_when_nothing_can_be_written(
    file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file.parent / "stukken").mkdir()
    full_after(0, monkeypatch, OSError)

    toolbox("plan", file, "--all", "--format", "md", "--output", "stukken")

    assert (file.parent / "stukken").is_dir()


@posix
def test_a_pipe_or_device_is_not_replaced_by_a_file(file: Path, toolbox: Callable) -> None:
    os.mkfifo("pijp.md")
    Path("link.md").symlink_to("pijp.md")

    for name in ("pijp.md", "link.md"):
        done = toolbox("plan", file, "--kind", "agenda", "--output", name, "--force")

        assert done.code == 1
        assert "geen gewoon bestand" in done.err
    assert Path("pijp.md").is_fifo()


@pytest.mark.parametrize("more", [("--kind", "agenda", "--output", f"{'x' * 300}.md"), ("--all", "--format", "md", "--output", "x" * 300)])
def test_a_name_that_is_too_long_is_told_with_what_to_do(file: Path, toolbox: Callable, more: tuple[str, ...]) -> None:
    done = toolbox("plan", file, *more)

    assert done.code == 1
    assert "te lang" in done.err
    assert "andere plaats" in done.err


def test_the_same_translation_given_twice_counts_once(file: Path, toolbox: Callable) -> None:
    texts = ROOT / "examples" / "meldkaart-en.yaml"

    done = toolbox("plan", file, "--kind", "meldkaart", "--texts", texts, "--texts", texts, "--output", "k")

    assert done.code == 0
    assert "8 bestanden" in done.err


def test_the_same_figures_given_twice_are_told(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "advice", "--evidence", CSV, "--evidence", CSV, "--period", "2025")

    assert done.code == 1
    assert "hetzelfde bestand" in done.err


def test_with_standard_error_closed_nothing_comes_among_the_results(file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    done = toolbox("plan", file, "--kind", "agenda", "--output", "agenda.md")

    assert done.code == 0
    assert done.out == ""


def test_a_file_that_may_not_be_read_is_told_as_that() -> None:
    assert "geen toegang" in complaint(typer.BadParameter("File 'zaak.yaml' is not readable."))


# Templates


def template(name: str, changes: dict[str, Callable[[bytes], bytes]], toolbox: Callable, more: dict[str, bytes] | None = None) -> Path:
    """The template to start from, with parts of it changed."""
    assert toolbox("plan", "--new-template", f"goed-{name}").code == 0
    made = io.BytesIO()
    with zipfile.ZipFile(f"goed-{name}") as good, zipfile.ZipFile(made, "w") as bad:
        for part in good.namelist():
            bad.writestr(part, changes.get(part, bytes)(good.read(part)))
        for part, content in (more or {}).items():
            bad.writestr(part, content)
    Path(name).write_bytes(made.getvalue())
    return Path(name)


def in_body(text: str) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"<w:body>", b"<w:body>" + text.encode(), 1)


def relation(attributes: str) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"</Relationships>", f'<Relationship Id="rIdX" {attributes}/></Relationships>'.encode())


def field(*instructions: str) -> str:
    parts = "".join(f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in instructions)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{parts}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def in_utf16(part: bytes) -> bytes:
    return re.sub(r"<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-16"?>', part.decode()).encode("utf-16")


def with_entity(part: bytes) -> bytes:
    end, entity = "?>".encode("utf-16-le"), '<!DOCTYPE a [<!ENTITY b "c">]>'.encode("utf-16-le")
    return part.replace(end, end + entity, 1)


FAR = 'Target="http://voorbeeld.invalid/x.png" TargetMode'
HOSTILE: dict[str, dict[str, Callable[[bytes], bytes]]] = {
    "dde": {BODY: in_body(field(r' DDEAUTO c:\\x.exe "a" '))},
    "dde in pieces": {BODY: in_body(field(" DDE", "AUTO x "))},
    "picture field": {BODY: in_body('<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://voorbeeld.invalid/x.png"/></w:p>')},
    "text field": {BODY: in_body(field(" includetext x.docx "))},
    "escaped outside": {RELS: relation(f'Type="{IMAGE}" {FAR}="&#69;xternal"')},
    "outside in utf-16": {RELS: lambda part: in_utf16(relation(f'Type="{IMAGE}" {FAR}="External"')(part))},
    "entity in utf-16": {BODY: lambda part: with_entity(in_utf16(part))},
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_template_that_fetches_or_runs_something_is_refused(file: Path, toolbox: Callable, kind: str) -> None:
    done = toolbox("plan", file, "--kind", "agenda", "--format", "docx", "--template", template("stijl.docx", HOSTILE[kind], toolbox))

    assert done.code == 1
    assert "kan geen sjabloon zijn" in done.err
    assert not list(Path().glob("zaak*.docx"))


def test_a_template_with_another_file_inside_is_refused(file: Path, toolbox: Callable) -> None:
    changes = {
        RELS: relation(f'Type="{CHUNK}" Target="x.html"'),
        "[Content_Types].xml": lambda part: part.replace(b"</Types>", b'<Default Extension="html" ContentType="text/html"/></Types>'),
    }
    wrong = template("stijl.docx", changes, toolbox, {"word/x.html": b"<script>1</script>"})

    done = toolbox("plan", file, "--kind", "agenda", "--format", "docx", "--template", wrong)

    assert done.code == 1
    assert "aFChunk" in done.err


def test_a_template_with_page_numbers_and_a_link_stays_welcome(file: Path, toolbox: Callable) -> None:
    fine = template("stijl.docx", {BODY: in_body(field(" PAGE ") + field(" HYPERLINK x "))}, toolbox)

    assert toolbox("plan", file, "--kind", "agenda", "--format", "docx", "--template", fine).code == 0


@posix
def test_a_template_without_end_is_not_read(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "agenda", "--format", "docx", "--template", "/dev/zero")

    assert done.code == 1
    assert "geen bestand" in done.err


# What a public document gives away


def kenmerk(file: Path, toolbox: Callable) -> str:
    """The hash of the answers, as it stands in the confidential advice."""
    found = re.search(r"Kenmerk \S+/([0-9a-f]{12}):", " ".join(toolbox("plan", file, "--kind", "advice").out.split()))
    assert found
    return found.group(1)


@pytest.mark.parametrize("reader", ["raad", "bewoners"])
def test_no_public_advice_holds_the_hash_to_guess_the_answers_by(file: Path, toolbox: Callable, reader: str) -> None:
    secret = kenmerk(file, toolbox)

    done = toolbox("plan", file, "--kind", "advice", "--reader", reader)

    assert done.code == 0
    assert secret not in done.out


def test_a_field_of_the_template_does_not_bring_it_back(file: Path, toolbox: Callable) -> None:
    secret = kenmerk(file, toolbox)
    assert toolbox("plan", "--new-template", "stijl.docx").code == 0
    ask = ("plan", file, "--kind", "advice", "--kind", "meldkaart", "--format", "docx", "--template", "stijl.docx", "--output", "stukken")

    assert toolbox(*ask, "--reader", "raad", "--reader", "bewoners", "--reader", "college").code == 0

    holding = {path.stem for path in Path("stukken").iterdir() if secret in zipfile.ZipFile(path).read(BODY).decode()}
    assert holding == {"advies-college"}
    assert "Kenmerk: " in re.sub("<[^>]*>", "", zipfile.ZipFile("stukken/advies-raad.docx").read(BODY).decode())


# Kept states


def test_an_article_that_is_gone_from_the_content_can_be_told(file: Path, kept: dict, toolbox: Callable) -> None:
    (problem,) = kept["problems"].values()
    form = next(state for state in problem["forms"].values() if state["grade"] == "recommended" and not state["leading"])
    form["articles"]["oud:1"] = "een"
    old = write_state("oud.json", kept)
    form["articles"]["oud:1"] = "twee"

    done = toolbox("plan", "--diff", old, write_state("nieuw.json", kept))

    assert done.code == 0
    assert "niet meer kent (oud:1)" in " ".join(done.out.split())


@pytest.mark.parametrize("where", ["content", "problem", "question", "article"])
def test_no_part_of_a_state_repeats_a_person(file: Path, kept: dict, toolbox: Callable, where: str) -> None:
    person = "Jan Jansen 06-12345678"
    (problem,) = kept["problems"].values()
    if where == "content":
        kept["content"] = person
    elif where == "problem":
        kept["problems"] = {person: problem}
    elif where == "question":
        problem["answers"][person] = ["ja"]
    else:
        next(iter(problem["forms"].values()))["articles"][person] = "x"

    done = toolbox("plan", "--diff", write_state("vals.json", kept), file, "--json")

    assert done.code == 1
    assert "Jansen" not in done.out + done.err
    assert "12345678" not in done.out + done.err


def test_text_in_a_state_that_turns_the_line_shows_as_what_it_is(file: Path, kept: dict, toolbox: Callable) -> None:
    (problem,) = kept["problems"].values()
    problem["decisions"] = ["Gekozen \u202enezokeg"]

    done = toolbox("plan", "--diff", write_state("vals.json", kept), file)

    assert "\u202e" not in done.out
    assert "[U+202E]" in done.out
