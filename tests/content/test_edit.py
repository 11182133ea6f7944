"""Editing a YAML file in place: the values become what is wanted, everything else stays as people wrote it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from helpers import examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.edit import edited, rendered
from toolbox_cli.content.layout import below_sections
from toolbox_cli.content.read import Place, Value, parse_yaml
from toolbox_cli.errors import ContentError

CASE = """\
# Zaak: overlast bij het station. Geen namen.
toolbox: zaak
version: 2
content: "2026.11.2"

answers:
  # gebeld met de politie op 3 oktober
  frequentie: {answer: wekelijks, source: politie, date: 2026-10-03}   # eerst 'soms'
  gedrag: [intimidatie, bedreiging]

  # hier weet het COA meer van
  leeftijd:   volwassen # navragen
  acuut: 'nee'
decisions:
  # het eerste besluit
  - {date: 2026-10-05, choice: gebiedsverbod/apv}
# einde
"""


def values_of(text: str) -> dict[str, Value]:
    """Return what the file holds."""
    values = parse_yaml(text.removeprefix("\ufeff"), "").values
    assert isinstance(values, dict)
    return values


def case_with(**answers: Value) -> dict[str, Value]:
    """Return the values of CASE with these answers."""
    values = values_of(CASE)
    assert isinstance(values["answers"], dict)
    return {**values, "answers": {**values["answers"], **answers}}


def answers_only(text: str) -> dict[str, Value]:
    answers = values_of(text)["answers"]
    assert isinstance(answers, dict)
    return answers


# A changed value


def test_a_changed_answer_keeps_the_spaces_and_the_comment_around_it() -> None:
    assert edited(CASE, case_with(leeftijd="minderjarig")) == CASE.replace("  volwassen #", "  minderjarig #")


def test_a_changed_record_stays_on_its_line() -> None:
    record: Value = {"answer": "dagelijks", "source": "politie", "date": "2026-11-01", "because": "nieuwe telling: 12 meldingen"}

    assert edited(CASE, case_with(frequentie=record)) == CASE.replace(
        "{answer: wekelijks, source: politie, date: 2026-10-03}   #",
        '{answer: dagelijks, source: politie, date: 2026-11-01, because: "nieuwe telling: 12 meldingen"}   #',
    )


def test_a_plain_answer_becomes_a_record_on_the_same_line() -> None:
    record: Value = {"answer": "nee", "source": "politie"}

    assert edited(CASE, case_with(acuut=record)) == CASE.replace("'nee'", "{answer: nee, source: politie}")


def test_statements_of_several_sources_get_a_line_each() -> None:
    statements: Value = [{"answer": "ja", "source": "politie"}, {"answer": "nee", "source": "coa"}]
    twice = "  acuut:\n    - {answer: ja, source: politie}\n    - {answer: nee, source: coa}\n"

    assert edited(CASE, case_with(acuut=statements)) == CASE.replace("  acuut: 'nee'\n", twice)


def test_one_more_source_is_one_more_line_and_the_comments_between_stay() -> None:
    text = (
        "answers:\n  acuut:\n    # van de wijkagent\n    - {answer: ja, source: politie}  # 3 mei\n"
        "    # gebeld\n    - {answer: nee, source: coa}\n"
    )
    statements: Value = [{"answer": "ja", "source": "politie"}, {"answer": "nee", "source": "om"}, {"answer": "onbekend", "source": "coa"}]

    assert edited(text, {"answers": {"acuut": statements}}) == (
        "answers:\n  acuut:\n    # van de wijkagent\n    - {answer: ja, source: politie}  # 3 mei\n    # gebeld\n"
        "    - {answer: nee, source: om}\n    - {answer: onbekend, source: coa}\n"
    )


def test_a_record_that_was_laid_out_over_lines_keeps_its_lines() -> None:
    text = "answers:\n    acuut:\n        answer: ja   # gebeld\n        source: politie\n"

    assert edited(text, {"answers": {"acuut": {"answer": "nee", "source": "politie", "date": "2026-01-02"}}}) == (
        "answers:\n    acuut:\n        answer: nee   # gebeld\n        source: politie\n        date: 2026-01-02\n"
    )


def test_a_list_with_a_line_per_word_keeps_its_lines_and_comments() -> None:
    text = "answers:\n  gedrag:\n  - geweld  # melding 3\n  # pas sinds mei\n  - vernieling\n  tijd: [avond]\n"

    assert edited(text, {"answers": {"gedrag": ["geweld", "diefstal", "intimidatie"], "tijd": ["avond"]}}) == (
        "answers:\n  gedrag:\n  - geweld  # melding 3\n  # pas sinds mei\n  - diefstal\n  - intimidatie\n  tijd: [avond]\n"
    )


def test_an_item_that_is_taken_out_of_the_middle_leaves_the_others_with_their_comments() -> None:
    text = "gedrag:\n- geweld  # melding 3\n- vernieling  # melding 4\n- diefstal  # melding 5\n"

    assert edited(text, {"gedrag": ["geweld", "diefstal"]}) == "gedrag:\n- geweld  # melding 3\n- diefstal  # melding 5\n"


def test_an_answer_over_several_lines_becomes_one_line() -> None:
    text = 'a: |  # letterlijk\n  een\n  # twee\n\n# over b\nb: "x\n  y"  # ja\nc: z\n'

    assert edited(text, {"a": "kort", "b": "x", "c": "z"}) == "# letterlijk\na: kort\n\n# over b\nb: x  # ja\nc: z\n"


def test_comments_within_a_list_over_several_lines_come_above_it() -> None:
    text = "answers:\n  gedrag: [geweld,  # melding 3\n    # pas sinds mei\n    vernieling]  # einde\n"

    assert edited(text, {"answers": {"gedrag": ["geweld"]}}) == (
        "answers:\n  # melding 3\n  # pas sinds mei\n  gedrag: [geweld]  # einde\n"
    )


def test_a_value_on_the_line_under_its_key_is_changed_there() -> None:
    assert edited("a: # over a\n  oud # ja\n", {"a": "nieuw"}) == "a: # over a\n  nieuw # ja\n"


def test_a_block_that_becomes_a_word_keeps_the_comments_between_its_lines() -> None:
    text = "answers:  # van maandag\n  acuut:  # 112\n    # volgens de politie\n    answer: ja  # gebeld\n    source: politie\n"

    assert edited(text, {"answers": {"acuut": "nee"}}) == "answers:  # van maandag\n  acuut: nee  # 112\n    # volgens de politie\n"


def test_an_answer_that_becomes_empty_leaves_its_key_and_comment() -> None:
    assert edited("a: x  # y\nb: z\n", {"a": None, "b": "z"}) == "a:  # y\nb: z\n"


def test_an_empty_answer_is_filled_before_its_comment() -> None:
    assert edited("answers:\n  acuut:  # nog vragen\n", {"answers": {"acuut": "ja"}}) == "answers:\n  acuut: ja  # nog vragen\n"


# A new key


def test_a_new_answer_comes_after_the_one_before_it_and_not_under_the_comment_of_the_next() -> None:
    values = case_with()
    answers = answers_only(CASE)
    order = ["frequentie", "gedrag", "plaats", "leeftijd", "acuut"]
    values["answers"] = {name: answers.get(name, ["station"]) for name in order}

    assert edited(CASE, values) == CASE.replace("bedreiging]\n", "bedreiging]\n  plaats: [station]\n")


def test_a_new_first_answer_comes_above_the_comment_of_the_next() -> None:
    values = case_with()
    values["answers"] = {"meldingen": "12", **answers_only(CASE)}

    assert edited(CASE, values) == CASE.replace("answers:\n", "answers:\n  meldingen: 12\n")


def test_a_new_first_key_comes_under_the_head_of_the_file() -> None:
    assert edited(CASE, {"soort": "zaak", **case_with()}) == CASE.replace("toolbox: zaak", "soort: zaak\ntoolbox: zaak")


def test_a_new_last_key_comes_after_the_last_one() -> None:
    assert edited(CASE, {**case_with(), "keep_until": "2027-01-01"}) == CASE.replace("# einde\n", "keep_until: 2027-01-01\n# einde\n")


def test_a_new_answer_gets_the_indentation_of_its_siblings() -> None:
    assert edited("answers:\n      a: b", {"answers": {"a": "b", "c": "d"}}) == "answers:\n      a: b\n      c: d"


def test_several_new_keys_come_in_the_order_wanted() -> None:
    assert edited("b: x\n", {"a": "1", "aa": "2", "b": "x", "c": "3", "d": "4"}) == "a: 1\naa: 2\nb: x\nc: 3\nd: 4\n"


def test_a_new_key_in_a_list_of_records_over_lines_stands_within_its_record() -> None:
    text = "decisions:\n  - choice: apv\n    # reden\n    because: x\n"

    assert edited(text, {"decisions": [{"date": "2026-10-03", "choice": "apv", "because": "x", "by": "raad"}]}) == (
        "decisions:\n  - date: 2026-10-03\n    choice: apv\n    # reden\n    because: x\n    by: raad\n"
    )


@pytest.mark.parametrize("empty", ["answers: {}  # nog niets", "answers:  # nog niets", "answers: ~  # nog niets"])
def test_the_first_answer_opens_the_section(empty: str) -> None:
    text = f"# kop\n{empty}\nslot: x\n"
    record: Value = {"answer": "ja", "source": "politie"}

    assert edited(text, {"answers": {"acuut": record, "gedrag": ["geweld"]}, "slot": "x"}) == (
        "# kop\nanswers:  # nog niets\n  acuut: {answer: ja, source: politie}\n  gedrag: [geweld]\nslot: x\n"
    )


def test_a_section_in_braces_that_is_edited_gets_a_line_per_answer() -> None:
    assert edited("answers: {a: b, c: [d, e]} # ja\n", {"answers": {"a": "x", "c": ["d", "e"]}}) == ("answers: # ja\n  a: x\n  c: [d, e]\n")


def test_records_that_people_put_on_one_line_stay_there() -> None:
    text = "answers:\n  acuut: [{answer: ja, source: om}, {answer: nee}]  # twee bronnen\n"

    assert edited(text, {"answers": {"acuut": [{"answer": "ja", "source": "om"}, {"answer": "onbekend"}]}}) == text.replace(
        "nee", "onbekend"
    )


def test_the_caller_says_which_mappings_stand_on_one_line() -> None:
    problem: Value = {"title": "Winkels", "answers": {"acuut": {"answer": "ja", "source": "politie"}}}
    text = "version: 2\nproblems:\n  station: {title: Station}\n"

    assert edited(text, {"version": "2", "problems": {"station": {"title": "Station"}, "winkels": problem}}, _in_answers) == (
        "version: 2\nproblems:\n  station: {title: Station}\n  winkels:\n    title: Winkels\n    answers:\n"
        "      acuut: {answer: ja, source: politie}\n"
    )


# A removed key


def test_a_removed_answer_goes_with_the_comment_behind_it_and_leaves_the_one_above() -> None:
    values = case_with()
    values["answers"] = {name: answer for name, answer in answers_only(CASE).items() if name not in ("frequentie", "leeftijd")}

    text = edited(CASE, values)

    assert "wekelijks" not in text
    assert text == (
        '# Zaak: overlast bij het station. Geen namen.\ntoolbox: zaak\nversion: 2\ncontent: "2026.11.2"\n\nanswers:\n'
        "  # gebeld met de politie op 3 oktober\n  gedrag: [intimidatie, bedreiging]\n\n  # hier weet het COA meer van\n  acuut: 'nee'\n"
        "decisions:\n  # het eerste besluit\n  - {date: 2026-10-05, choice: gebiedsverbod/apv}\n# einde\n"
    )


def test_a_removed_section_goes_with_all_its_lines() -> None:
    text = "a: b\nproblems:\n  winkels:\n    # alleen de markt\n    title: >\n      Winkels\n      en markt\n\n# over c\nc: d\n"

    assert edited(text, {"a": "b", "c": "d"}) == "a: b\n\n# over c\nc: d\n"


def test_the_last_answer_that_goes_leaves_an_empty_section() -> None:
    text = "version: 1\nanswers:  # over het station\n  # gebeld\n  acuut: ja  # 112\n# einde\n"

    assert edited(text, {"version": "1", "answers": {}}) == "version: 1\nanswers: {}  # over het station\n  # gebeld\n# einde\n"


def test_the_first_key_of_a_record_in_a_list_goes_without_the_record() -> None:
    text = "decisions:\n  - date: 2026-10-03  # laat\n    # reden\n    because: x\n"

    assert edited(text, {"decisions": [{"because": "x"}]}) == "decisions:\n  -\n    # reden\n    because: x\n"


def test_other_answers_than_before_leave_nothing_of_the_old_ones() -> None:
    assert edited("answers:\n  # over a\n  a: x # y\nv: 1\n", {"answers": {"b": "z"}, "v": "1"}) == ("answers:\n  b: z\n  # over a\nv: 1\n")


# The file as a whole


def test_the_same_values_in_another_order_change_nothing() -> None:
    values = case_with()

    assert edited(CASE, dict(reversed(list(values.items())))) == CASE


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_endings_stay_as_they_are(newline: str) -> None:
    text = "# kop\nanswers: {}\nv: 1\n".replace("\n", newline)

    assert edited(text, {"answers": {"a": "x\ny", "b": "z"}, "v": "2"}) == (
        '# kop\nanswers:\n  a: "x\\ny"\n  b: z\nv: 2\n'.replace("\n", newline)
    )


def test_a_byte_order_mark_stays() -> None:
    assert edited("\ufeffa: b\n", {"a": "c"}) == "\ufeffa: c\n"
    assert edited("\ufeff{a: b}\n", {"a": "c"}) == "\ufeffa: c\n"


def test_a_file_without_a_newline_at_its_end_stays_without() -> None:
    assert edited("a: b\nc: d", {"a": "x", "c": "d", "e": "f"}) == "a: x\nc: d\ne: f"
    assert edited("a: b\nc: d", {"a": "b"}) == "a: b"


@pytest.mark.parametrize("text", ["", "# alleen een kop\n", "# kop\n\n---\n"])
def test_a_file_without_values_is_filled_under_what_it_says(text: str) -> None:
    assert edited(text, {"a": "b"}) == f"{text}a: b\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "b",\n # over c\n "c": "d"} # slot\n', "# over c\n# slot\na: x\n"),
        ("# kop\n? a # sleutel\n: b\n", "# kop\n# sleutel\na: x\n"),
        ("# kop\n- a # eerste\n- b\n", "# kop\n# eerste\na: x\n"),
        ("# kop\nzomaar # tekst\n", "# kop\n# tekst\na: x\n"),
        ("# kop\nb: x # oud\n", "# kop\n# oud\na: x\n"),
        ("# kop\na: y\n? b\n", "# kop\na: x\n"),
        ("# kop\na: !\n  - y # een\n  - z\n", "# kop\n# een\na: x\n"),
        ("# kop\n---\n...\n", "# kop\na: x\n"),
        ("a: y\n# slot\n...\n# na het slot\n", "a: x\n# slot\n...\n# na het slot\n"),
        ("# kop\r\n? a\r\n: b\r\n", "# kop\r\na: x\r\n"),
    ],
    ids=["braces", "explicit key", "list", "text", "nothing kept", "key alone", "tag", "empty document", "document end", "crlf"],
)
def test_a_layout_that_cannot_be_edited_is_written_anew_under_its_comments(text: str, expected: str) -> None:
    assert edited(text, {"a": "x"}) == expected


def test_a_comment_that_would_become_part_of_a_text_is_kept_as_a_comment() -> None:
    text = "a: |\n  tekst\nb: x\n  # over b\nc: d\n"

    assert edited(text, {"a": "tekst\n", "c": "d"}) == '# over b\na: "tekst\\n"\nc: d\n'


@pytest.mark.parametrize("text", ["a: [b\n", "a: b\na: c\n", "a: &x b\n", "a: b\n---\nc: d\n"])
def test_what_cannot_be_read_is_refused_as_when_it_is_read(text: str) -> None:
    with pytest.raises(ContentError) as reading:
        parse_yaml(text, "zaak.yaml")
    with pytest.raises(ContentError) as editing:
        edited(text, {"a": "b"}, name="zaak.yaml")

    assert editing.value.problems == reading.value.problems


# How a text is written


@pytest.mark.parametrize("text", ["ja", "onbekend", "gebiedsverbod/172a", "2026-10-03", "3", "één", "Station (avond)", "zo'n plek"])
def test_what_reads_as_itself_needs_no_quotes(text: str) -> None:
    assert rendered({"a": text}) == f"a: {text}\n"


SWITCHES = "yes No ON y null true"
NUMBERS = "007 2:78 20:30 1e5 0x1F 1_000 -3 3.10 2026.11.2"
SIGNS = "a: #b [a] {a a] *a &a !a %a @a `a | > ~ --- ... 'a' << ="


@pytest.mark.parametrize(
    "text",
    [
        *NUMBERS.split(),
        *SIGNS.split(),
        *SWITCHES.split(),
        "",
        " ",
        "x ",
        " x",
        "12e",
        "- x",
        "a: b",
        "a #b",
        "a, b",
        "? a",
        "€ 5",
    ],
)
def test_what_reads_as_something_else_is_quoted(text: str) -> None:
    assert rendered({"a": text}) == f'a: "{text}"\n'
    assert rendered({text: "a"}) == f'"{text}": a\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('zei "stop"', r'"zei \"stop\""'),
        ("a\\b: c", r'"a\\b: c"'),
        ("een\ntwee", r'"een\ntwee"'),
        ("een\ttwee", r'"een\ttwee"'),
        ("een\r\ntwee", r'"een\u000D\ntwee"'),
        ("een\u2028twee\u2029\x85", r'"een\u2028twee\u2029\u0085"'),
        ("\u200frechts\u202e", r'"\u200Frechts\u202E"'),
        ("niet\xa0los", r'"niet\u00A0los"'),
        ("feest 🎉", '"feest 🎉"'),
        ("\ufeff\x00\x1b[31m", r'"\uFEFF\u0000\u001B[31m"'),
        ("\U000e0041", r'"\U000E0041"'),
        ("مرحبا", "مرحبا"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(text: str, written: str) -> None:
    assert rendered({"a": text}) == f"a: {written}\n"
    assert values_of(rendered({"a": text})) == {"a": text}


def test_a_new_file_has_a_line_per_answer_and_per_record() -> None:
    values: dict[str, Value] = {
        "version": "2",
        "answers": {
            "frequentie": {"answer": "wekelijks", "source": "politie", "date": "2026-10-03"},
            "gedrag": ["geweld", "007"],
            "acuut": None,
        },
        "problems": {},
        "decisions": [{"date": "2026-10-05", "choice": "apv", "because": ["a", None]}],
    }

    assert rendered(values) == (
        "version: 2\nanswers:\n  frequentie: {answer: wekelijks, source: politie, date: 2026-10-03}\n"
        '  gedrag: [geweld, "007"]\n  acuut:\nproblems: {}\ndecisions:\n  - {date: 2026-10-05, choice: apv, because: [a, null]}\n'
    )


def test_a_file_with_nothing_in_it_is_an_empty_mapping() -> None:
    assert rendered({}) == "{}\n"


def test_a_key_that_is_too_long_for_one_line_is_still_read_back() -> None:
    values: dict[str, Value] = {"a": {"k" * 1100: {"m" * 1100: "x"}, "b": "c"}}

    assert values_of(rendered(values)) == values
    assert values_of(edited("a:\n  b: c\n", values)) == values


# Laws


def _in_answers(place: Place) -> bool:
    return "answers" in place[:-1]


names = st.sampled_from(["answers", "acuut", "gedrag", "no", "2:78", "a b", "é"])
odd_texts = st.sampled_from(["ja", "007", "a: b", " #x", "# x", "- y", "'", '"', "é🎉", "a\n\nb\n", "\t", "\u2028", "\u200f", "yes", ""])
scalars = st.none() | odd_texts | st.text(max_size=6)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=8,
)
files = st.dictionaries(names, values, max_size=5)
layouts = st.sampled_from([below_sections, _in_answers])


@dataclass
class _Writer:
    """Writes values as a person might: any quoting and indentation, comments and blank lines anywhere; numbers its comments."""

    draw: Callable[[st.SearchStrategy[int]], int]
    styles: bool = True
    above: dict[int, Place] = field(default_factory=dict)
    behind: dict[int, Place] = field(default_factory=dict)
    count: int = 0

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def number(self) -> int:
        self.count += 1
        return self.count

    def block(self, value: Value, place: Place, column: int) -> Iterator[str]:
        """The lines of a mapping or list with a line per entry."""
        margin = " " * column
        for key, child in value.items() if isinstance(value, dict) else enumerate(value or ()):
            here = (*place, key)
            if self.chance(8):
                yield ""
            if self.chance(3):
                self.above[number := self.number()] = here
                yield f"{margin}# c{number}."
            head = margin + ("-" if isinstance(key, int) else f"{self.scalar(key)}:")
            yield from self.entry(head, child, here, column)

    def entry(self, head: str, value: Value, here: Place, column: int) -> Iterator[str]:
        if isinstance(value, str) and self.styles and value.endswith("b\n") and self.chance(2):
            yield f"{head} |{self.tail(here)}"
            yield from (line and " " * (column + 3) + line for line in value[:-1].split("\n"))
        elif isinstance(value, list | dict) and value and not self.flows(here):
            yield head + self.tail(here)
            step = self.draw(st.integers(0 if isinstance(value, list) and head[-1] == ":" else 1, 4))
            yield from self.block(value, here, column + step)
        elif value is None:
            yield head + self.tail(here)
        else:
            yield f"{head} {self.flow(value, here, column)}{self.tail(here)}"

    def flows(self, here: Place) -> bool:
        return self.chance(3) if self.styles else below_sections(here)

    def tail(self, here: Place) -> str:
        if not self.chance(3):
            return " " * self.draw(st.integers(0, 1))
        self.behind[number := self.number()] = here
        return f"  # c{number}."

    def flow(self, value: Value, here: Place, column: int) -> str:
        if not isinstance(value, list | dict):
            return self.scalar(value)
        gap = ""
        if value and self.styles and self.chance(4):
            self.behind[number := self.number()] = here
            gap = f" # c{number}.\n{' ' * (column + 1)}"
        if isinstance(value, dict):
            return "{" + gap + ", ".join(f"{self.scalar(key)}: {self.flow(child, here, column)}" for key, child in value.items()) + "}"
        return "[" + gap + ", ".join(self.flow(child, here, column) for child in value) + "]"

    def scalar(self, text: str | None) -> str:
        if text is None:
            return "~"
        if text.isascii() and text.isalpha() and text != "null" and self.chance(2):
            return text
        if text.isprintable() and self.chance(2):
            return "'" + text.replace("'", "''") + "'"
        return rendered({"a": f"#{text}"})[len('a: "#') - 1 : -1].replace("#", '"', 1)


@st.composite
def written_by_hand(draw: st.DrawFn, styles: bool = True) -> tuple[str, dict[str, Value], _Writer]:
    """A text with comments in it, its values, and where its comments belong."""
    content = {"version": "1", **draw(files)}
    writer = _Writer(draw, styles)
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    text = newline.join(["# kop", "", *("\n".join(writer.block(content, (), 0))).split("\n")]) + newline
    assert values_of(text) == content
    return text, content, writer


def _at(value: Value, place: Place) -> bool:
    """Whether there is such a place by keys alone."""
    for key in place:
        if not isinstance(value, dict) or not isinstance(key, str) or key not in value:
            return False
        value = value[key]
    return True


@examples(150)
@given(files)
def test_a_new_file_reads_back_as_what_was_wanted(content: dict[str, Value]) -> None:
    assert values_of(rendered(content)) == content
    assert values_of(rendered(content, _in_answers)) == content


@examples(150)
@given(files, files, layouts)
def test_editing_a_file_of_the_tool_gives_the_file_it_would_write(
    one: dict[str, Value], other: dict[str, Value], inline: Callable[[Place], bool]
) -> None:
    one, other = _ordered(one), _ordered(other)

    assert edited(rendered(one, inline), other, inline) == rendered(other, inline)


def _ordered(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    return [_ordered(child) for child in value] if isinstance(value, list) else value


@examples(200)
@given(written_by_hand(), files, layouts)
def test_whatever_was_written_and_whatever_is_wanted_reads_back(
    written: tuple[str, dict[str, Value], _Writer], wanted: dict[str, Value], inline: Callable[[Place], bool]
) -> None:
    text, content, _ = written

    once = edited(text, {"version": "1", **wanted}, inline)

    assert values_of(once) == {"version": "1", **wanted}
    assert edited(once, {"version": "1", **wanted}, inline) == once
    assert edited(text, content, inline) == text


@examples(200)
@given(written_by_hand(), files)
def test_no_comment_of_what_stays_is_lost_or_parted_from_its_key(
    written: tuple[str, dict[str, Value], _Writer], wanted: dict[str, Value]
) -> None:
    text, _, writer = written
    wanted = {"version": "1", **wanted}

    lines = edited(text, wanted).splitlines()

    assert lines[0] == "# kop"
    for number, place in writer.behind.items():
        if _at(wanted, place):
            assert any(f"# c{number}." in line for line in lines)
    for number, place in writer.above.items():
        if _at(wanted, place[:-1]):
            at = next(index for index, line in enumerate(lines) if line.strip() == f"# c{number}.")
            below = next((line for line in lines[at:] if not line.lstrip().startswith("#")), "")
            assert not _at(wanted, place) or values_key(below) == place[-1]


def values_key(line: str) -> str:
    """Return the key on a line."""
    key = line.strip()
    end = key.index(":", key.index(key[0], 1) if key[0] in "'\"" else 0)
    (only,) = values_of(f"{key[:end]}: x")
    return only


@examples(150)
@given(written_by_hand(styles=False), st.data())
def test_one_changed_answer_is_one_changed_line(written: tuple[str, dict[str, Value], _Writer], data: st.DataObject) -> None:
    text, content, _ = written
    wanted = json.loads(json.dumps(content))
    holder, key = data.draw(st.sampled_from(list(_leaves(wanted))))
    holder[key] = data.draw(st.sampled_from(["nieuw antwoord", "nieuw: 'antwoord'\n"]))

    before, after = text.split("\n"), edited(text, wanted).split("\n")

    assert len(after) == len(before)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def _leaves(value: Value) -> Iterator[tuple[dict[str, Value] | list[Value], str | int]]:
    """Every answer, and every word in a list of different words, with what holds it."""
    if isinstance(value, list) and len({json.dumps(child) for child in value}) < len(value):
        return
    for key, child in value.items() if isinstance(value, dict) else enumerate(value or ()):
        if isinstance(child, list | dict):
            yield from _leaves(child)
        else:
            yield value, key


SIGNS_OF_YAML = "a b c:·d a:· :· : · ·· ¶ ¶ ^¶ ¶·· -· [ ] { } , ·#x #·y¶ ' \" | >- |+ |2 ?· ! ---¶ ...¶ ~ \\ é🎉 %YAML·1.1¶"
pieces = st.sampled_from(
    [
        *SIGNS_OF_YAML.replace(" ", "\0").replace("·", " ").replace("¶", "\n").replace("^", "\r").split("\0"),
        "\u2028",
        "\x85",
        "\t",
        "\ufeff",
    ]
)


@examples(1000)
@given(st.lists(pieces, max_size=14).map("".join), files)
def test_any_text_that_can_be_read_can_be_edited(text: str, wanted: dict[str, Value]) -> None:
    try:
        parse_yaml(text.removeprefix("\ufeff"), "")
    except ContentError:
        return

    assert values_of(edited(text, wanted)) == wanted
