"""Markdown: whatever stands in a document is text, and no HTML."""

from __future__ import annotations

import re

import pytest
from helpers import examples
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.markdown import to_markdown

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "# kop", "a #", "1. een", "12) twee", "- streep", "+ plus", "*nadruk*", "_nadruk_ en snake_case", "`code`", "[link](http://x)",
    "[x]: http://x", "![beeld](x)", "<b>vet</b>", "&amp; &#60;", "~~door~~", "a | b", "> citaat", "=== ---", "***", "\\", "regel\n# kop",
    "[ ] hok", "[x] hok", "a\u2028# b", "https://x.nl/*a*", ":---", "|", "B&W van A&O", "100% *zeker", "$(rm)", "=1+1",
]  # fmt: skip
SIGNS = st.text(alphabet="ab1 #*_-+=`[]()<>!&|\\.~:;\n\t", max_size=30)


def read_back(markdown: str) -> list[str]:
    """The text of every block, as a Markdown reader sees it; a test fails on HTML, links, emphasis and code."""
    found = []
    for token in READER.parse(markdown):
        assert token.type not in ("html_block", "code_block", "fence", "hr"), token
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "softbreak", "strong_open", "strong_close", "text_special"}, (kinds, token.content)
            found.append("".join(" " if child.type == "softbreak" else child.content for child in token.children or ()))
    return found


def one_line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())


def everywhere(text: str) -> Document:
    document = Document()
    document.heading(text, 1)
    document.paragraph(f"{text} x {text}", ["toolbox 1.2"])
    document.bullets([Line(text), Line(text)])
    document.bullets([Line(text)], numbered=True)
    document.terms([(f"x{text}", Line(f"{text}x"))])
    document.callout(Tone.NOTE, text)
    document.table((f"x{text}", "b"), [(f"x{text}", f"{text}x")])
    document.outline([(0, Line(f"x{text}")), (1, Line(f"{text}x"))])
    document.blank(f"{text}x")
    document.heading("Slot")
    document.bullets([Line(text)], boxes=True)
    return document


def expected(text: str) -> list[str]:
    first, then, behind = one_line(text), one_line(f"x{text}"), one_line(f"{text}x")
    parts = [
        first, one_line(f"{text} x {text}") + " (toolbox 1.2)", first, first, first, f"{then}: {behind}", f"Let op: {first}", then, "b",
        then, behind, then, behind, f"{behind}: {'_' * 24}", "Slot", f"[ ] {first}",
    ]  # fmt: skip
    return [part.strip() for part in parts if part.strip()]


@pytest.mark.parametrize("text", HOSTILE)
def test_signs_of_markdown_are_text_everywhere(text: str) -> None:
    assert read_back(to_markdown(everywhere(text), 200)) == expected(text)


@given(SIGNS.filter(lambda text: text.strip()))
@examples(400)
def test_any_signs_are_text_everywhere(text: str) -> None:
    found = read_back(to_markdown(everywhere(text), 200))

    assert [one_line(part) for part in found] == expected(text)


@given(st.lists(SIGNS.filter(lambda text: text.strip()), min_size=1, max_size=12))
@examples(200)
def test_breaking_lines_changes_nothing_in_the_text(words: list[str]) -> None:
    document = Document()
    document.paragraph(" ".join(words))
    document.heading("Tussen")
    document.bullets([Line(" ".join(words)), Line("tweede")], boxes=True)
    found = [one_line(part) for part in read_back(to_markdown(document, 24))]

    assert found == [one_line(" ".join(words)), "Tussen", one_line(f"[ ] {' '.join(words)}"), "[ ] tweede"]


def test_every_kind_of_block_looks_like_this() -> None:
    document = Document()
    document.heading("Titel", 1)
    document.paragraph("Een alinea die langer is dan de regel breed is.", ["toolbox 1.2"])
    document.bullets([Line("een"), Line("twee")], numbered=True)
    document.terms([("Wie", Line("politie"))])
    document.table(("naam", "aantal"), [("a|b", "1")])
    document.outline([(0, Line("boven")), (1, Line("onder"))])
    document.callout(Tone.NOTE, "Pas op.")
    document.blank("Datum")
    document.blank("Hoe zeker bent u?", ("zeker", "schatting"))
    document.bullets([Line("Ja"), Line("Nee")], boxes=True)

    assert to_markdown(document, 40) == (
        "# Titel\n\nEen alinea die langer is dan de regel\nbreed is. (toolbox 1.2)\n\n1. een\n2. twee\n\n- **Wie:** politie\n\n"
        "| naam | aantal |\n| ---- | ------ |\n| a\\|b | 1      |\n\n- boven\n  - onder\n\n> **Let op:** Pas op.\n\n"
        "Datum: ________________________\n\nHoe zeker bent u? [ ] zeker   [ ] schatting\n\n- [ ] Ja\n- [ ] Nee\n"
    )
