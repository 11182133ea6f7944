from __future__ import annotations

import tempfile
from pathlib import Path

from figures import HEADER, RULES, holds_together, read, row
from helpers import examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.tables.reading import read_table
from toolbox_cli.errors import ToolboxError

lines = st.lists(
    st.one_of(
        st.integers(0, 60).map(row),
        st.just(HEADER),
        st.just(""),
        st.just(";;;;;"),
        st.text(st.sampled_from('0123456789-:;"\t, \u00e9\r\x00aT'), max_size=60),
    ),
    max_size=25,
)
encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@examples(400)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", HEADER.encode() + b"\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
)
def test_any_bytes_give_incidents_or_a_sentence(data: bytes, start: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = read(Path(folder), start + data)
        except ToolboxError as error:
            assert error.message
        else:
            assert holds_together(found)


@examples(400)
@given(lines, encodings)
def test_any_lines_under_a_header_are_used_or_listed(table: list[str], encoding: str) -> None:
    data = "\n".join([HEADER, *table]).encode(encoding, "replace")
    with tempfile.TemporaryDirectory() as folder:
        found = read(Path(folder), data)

    assert holds_together(found)
    assert found.frame["day"].null_count() == 0


@examples(100)
@given(st.one_of(st.binary(max_size=200), lines.map(lambda table: "\n".join(table).encode())))
def test_any_bytes_give_a_table_or_a_sentence(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(data)
        try:
            found = read_table(path, RULES)
        except ToolboxError as error:
            assert error.message
        else:
            assert found.frame.height + len(found.unused) == found.read == len(found.rows) + len(found.unused)
