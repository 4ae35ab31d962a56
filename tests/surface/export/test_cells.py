"""Cells: numbers stay numbers, nothing runs in a spreadsheet, and nothing is lost by that."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof.surface.export.cells import CommaSeparated, TabSeparated, column_of, one_line, plain, restored, safe

RUN = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''-x", "＝1"]
HOSTILE = ["=cmd|' /C calc'!A0", "a\tb\nc\r\nd", "\u202egnp.exe", "\x00\x1b[2J", 'say "x", y;z', "\ud800", ""]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it(text: str) -> None:
    assert safe(text) == f"'{text}" and restored(safe(text)) == text


@pytest.mark.parametrize("text", ["Barouéli", "'Abd al-Rahman", "12 killed", "", "a=b", " =1"])
def test_other_text_stays(text: str) -> None:
    assert safe(text) == text == restored(text)


@given(st.text())
def test_safety_can_be_taken_off_again(text: str) -> None:
    assert restored(safe(text)) == text


@given(st.lists(st.sampled_from("'=+-@\t\r\nx＝"), max_size=6).map("".join))
def test_also_where_only_such_signs_stand(text: str) -> None:
    assert restored(safe(text)) == text and safe(text)[:1] not in {*"=+-@\t\r\n＝"}


@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, ""), (-6.8312, "-6.8312"), (0, "0"), (True, "true"), (False, "false"), (["a", "b; c"], "a;b, c"), ([], "")],
)
def test_numbers_stay_numbers_and_nothing_is_empty(value: object, cell: str) -> None:
    assert plain(value) == cell  # type: ignore[arg-type]


def test_what_would_turn_or_hide_words_is_shown() -> None:
    assert plain("a\u202eb") == "a⟨U+202E⟩b"
    assert plain("\x00\ud800") == "⟨U+0000⟩⟨U+D800⟩"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])), min_size=1, max_size=4))
def test_a_csv_reader_reads_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = Path(str(tmp_path_factory.getbasetemp())) / "cells.csv"
    table = CommaSeparated(path.open("wb"), ["name", "more"])
    for text in texts:
        table.write([text, "x"])
    table.close()
    with path.open(encoding="utf-8", newline="") as lines:
        assert list(column_of(lines, "name")) == texts


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_cell(tmp_path: Path, text: str) -> None:
    for wide, kind in ((",", CommaSeparated), ("\t", TabSeparated)):
        table = kind((tmp_path / "x").open("wb"), ["a", "b", "c"])
        table.write([1, text, -2])
        table.close()
        written = (tmp_path / "x").read_bytes().decode()
        quoting = csv.QUOTE_MINIMAL if wide == "," else csv.QUOTE_NONE
        (_, row) = csv.reader(io.StringIO(written, newline=""), delimiter=wide, quoting=quoting)
        assert len(row) == 3 and (row[0], row[2]) == ("1", "-2")
        assert row[1][:1] not in {*"=+-@\t\r\n"}


def test_a_line_of_tabs_has_no_line_end_within() -> None:
    assert one_line("a\tb\r\nc\u2028d") == "a b c⟨U+2028⟩d"
