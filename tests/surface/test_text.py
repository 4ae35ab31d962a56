"""The text page: what a person reads, at any width, plain in a pipe, whatever the report holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from asof.model import Record, Report, Skipped
from asof.surface import text
from asof.surface.outline import nest
from asof.surface.terminal import Ink, columns, wrap
from asof.surface.visible import visible

GOLDEN = Path(__file__).parent / "golden" / "market.txt"


def test_the_page_is_the_one_agreed_on(market: Record) -> None:
    """Read the file: it is what people see. After a change on purpose, write it anew and read it again."""
    assert text.page(market, 80) == GOLDEN.read_text("utf-8")


def test_incidents_come_first_and_every_figure_once(market: Record) -> None:
    page = text.page(market)
    headings = ["INCIDENTS", "PLANNED", "POSSIBLE", "RECALLED", "WHO SAID WHAT", "OTHER FIGURES", "PLACES", "SEEN AND"]
    assert [page.index(heading) for heading in headings] == sorted(page.index(heading) for heading in headings)
    for figure in market.figures:
        assert page.count(f"“{figure.evidence[0].text}”") == 1


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_line_is_wider_than_the_terminal(market: Record, width: int) -> None:
    assert max(map(columns, text.page(market, width).splitlines())) <= width


def test_colours_add_nothing_but_colours(market: Record) -> None:
    import re

    coloured = text.page(market, 80, Ink(colour=True))
    bare = "\n".join(line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", coloured).splitlines()) + "\n"
    assert "\x1b[" in coloured
    assert bare == text.page(market, 80)


def test_offsets_on_demand(market: Record) -> None:
    figure = market.figures[0].evidence[0]
    assert f"[{figure.start}–{figure.end}]" in text.page(market, offsets=True)
    assert f"[{figure.start}–{figure.end}]" not in text.page(market)


def test_a_report_cannot_move_the_cursor_or_turn_the_line(market: Record) -> None:
    hostile = replace(market.report, title="Calm\x1b[2J\x07 \u202ekcatta\u202c day\x9b31m")
    page = text.page(replace(market, report=hostile))
    assert not set("\x1b\x07\x9b\u202e\u202c") & set(page)
    assert "⟨U+202E⟩" in page


def test_surrogates_can_be_written() -> None:
    text.page(Record(Report("", 0, title="\ud800 said"), "\ud800 said")).encode("utf-8")
    assert visible("é ش 日 \u200d") == "é ش 日 \u200d"


def test_an_unread_report_says_why() -> None:
    page = text.page(Record(Report("", 0, file="b.txt"), "", skipped=(Skipped("report", "It is empty."),)))
    assert page == "b.txt\nno date of publication\n\nNot read: It is empty.\n"


def test_an_empty_record_has_a_page() -> None:
    assert text.page(Record(Report("0a" * 32, 4), "Calm", producer="asof@0")).startswith("Untitled report\n")


def test_parts_stand_below_their_whole(market: Record) -> None:
    toll, children, army, *_ = market.figures
    assert [(c.figure.id, c.depth) for c in nest([children, army, toll])] == [
        (army.id, 0),
        (toll.id, 0),
        (children.id, 1),
    ]


def test_figures_that_are_parts_of_each_other_are_still_shown(market: Record) -> None:
    toll, children, *_ = market.figures
    circle = [replace(toll, part_of=children.id), children]
    assert len(nest(circle)) == 2


def test_wrapping_counts_columns_and_cuts_what_cannot_break() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("a" * 12, 5) == ["aaaaa", "aaaaa", "aa"]
    assert wrap("日本 東京", 5) == ["日本", "東京"]
    assert wrap("", 5) == [""]
