"""Lines → paragraphs."""

from __future__ import annotations

import textwrap

from asof.acquire.paragraphs import paragraphs

FIRST = (
    "Shells hit the market on Tuesday, killing two people and wounding nine others, medics at the hospital of the town "
    "said. Three were missing under the rubble of the stalls, which burned until the evening."
)
SECOND = (
    "The army said that the shells had come from the west. It did not say who it thought had fired them, and no group "
    "had claimed the attack by nightfall."
)


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs(f"{FIRST}\n\n\n{SECOND}\n") == [FIRST, SECOND]


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    assert paragraphs(f"{FIRST}\n{SECOND}\nDone at Bara,\nThe Mayor") == [FIRST, SECOND, "Done at Bara,", "The Mayor"]


def test_lines_broken_at_a_width_are_joined() -> None:
    for width in (60, 72, 80):
        assert paragraphs(f"{textwrap.fill(FIRST, width)}\n\n{textwrap.fill(SECOND, width)}") == [FIRST, SECOND]


def test_indented_paragraphs_without_blank_lines() -> None:
    indented = "\n".join(textwrap.fill(text, 70, initial_indent="   ") for text in (FIRST, SECOND))
    assert paragraphs(indented) == [FIRST, SECOND]


def test_short_lines_of_a_list_stay_apart() -> None:
    lines = [
        "16:45 - Toll rises to four, the hospital says.",
        "16:20 - The road is open.",
        "* Two killed",
        "* Nine hurt",
    ]
    assert paragraphs("\n".join(lines)) == lines
