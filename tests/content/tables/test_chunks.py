from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from figures import HEADER, RULES, row, rows, text
from helpers import examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.tables.delimited import Delimited, open_delimited
from toolbox_cli.content.tables.header import Names
from toolbox_cli.content.tables.records import mended, records_of, split

NAMES = Names(RULES)


def in_blocks(path: Path, block: int, width: int) -> tuple[list[tuple[str | None, ...]], list[int]]:
    """All rows of a file when it is read in blocks of this size, with the number of each."""
    source = open_delimited(path, NAMES.count)
    assert isinstance(source, Delimited)
    source.block = block
    found, numbers = [], []
    for chunk in source.chunks(0, width, range(width), lambda _: None):
        found += chunk.frame.rows()
        numbers += range(chunk.first, chunk.first + chunk.frame.height)
        assert chunk.whole().rows() == [one[:-1] for one in chunk.frame.rows()]
    return found, numbers


NASTY = [
    text(HEADER, *rows(50)),
    text(HEADER, *rows(20), 'a;b;c;d;e;"een\ntwee; drie\n""vier"""', *rows(20)),
    text(HEADER, *rows(20), 'a;b;c;d;e;"open', *rows(20)),
    text(HEADER, *rows(20), 'a;5" pijp;c;d;e;f', *rows(20), 'a;6" pijp;c;d;e;f', *rows(5)),
    text(HEADER, *(";".join(f'"{cell}"' for cell in row(at).split(";")) for at in range(60))),
    text(HEADER, *rows(9), 'a;";b;c";d;e;f;""', *rows(9), '"";"";"""";d;e;f'),
    text(HEADER, "", *rows(9), ";;;;;", "", *rows(9), "los"),
    text(HEADER, *rows(9), 'a;b";c;d;e;f', *rows(9), 'a;"b;c;d;e;f', *rows(9)),
]


@pytest.mark.parametrize("data", NASTY)
@pytest.mark.parametrize("block", [64, 100, 333, 1000])
def test_the_size_of_a_block_makes_no_difference(data: bytes, block: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)

    assert in_blocks(path, block, 6) == in_blocks(path, 10_000_000, 6)


@pytest.mark.parametrize("data", NASTY)
def test_rows_are_numbered_on_end(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)

    assert in_blocks(path, 200, 6)[1] == list(range(1, len(in_blocks(path, 200, 6)[0]) + 1))


def test_a_quote_that_never_closes_takes_no_other_row_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text(HEADER, *rows(20), 'a;b;c;d;"e;f', *rows(20), *(f'g;h;i;j;"{at}";k' for at in range(9))))

    found, _ = in_blocks(path, 10_000, 6)

    assert len(found) == 51
    assert found[21][:2] == ("a", "b")


cells = st.text(st.sampled_from('ab ";\n\u00e9'), max_size=6)


@examples(200)
@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=12), st.integers(20, 90))
def test_what_a_csv_writer_writes_is_what_is_read(table: list[list[str]], block: int) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    if any(line.count(";") >= 2 for found in table for cell in found if "\n" in cell for line in cell.split("\n")[1:]):
        return  # a line in a cell that looks like a row is taken for one

    assert records_of(out.getvalue(), ";", 3, final=True).rows == table


@examples(200)
@given(st.text(st.sampled_from('ab;"\n'), max_size=60))
def test_no_line_is_lost_however_quotes_stand(lines: str) -> None:
    found = records_of(lines, ";", 3, final=True)
    inside = sum(cell.count("\n") for one in found.rows for cell in one)

    assert len(found.rows) + inside == len(lines.removesuffix("\n").split("\n") if lines else [])


@examples(200)
@given(st.text(st.sampled_from('ab;"\n'), max_size=60))
def test_quotes_put_right_say_the_same(lines: str) -> None:
    right, found = mended(lines, ";", 3, final=True), records_of(lines, ";", 3, final=True)

    assert [split(line, ";") for line in right.lines] == found.rows
    assert right.unclosed == found.unclosed


def test_a_record_that_is_not_closed_is_none() -> None:
    assert split('a;"b', ";") is None
    assert split('a;"b"', ";") == ["a", "b"]
    assert split('a;"b" c;d', ";") is None
    assert split('a;b"c;d', ";") == ["a", 'b"c', "d"]
    assert split('a;"";""""', ";") == ["a", "", '"']
