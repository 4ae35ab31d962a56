"""Front matter, headers and headlines of plain texts."""

from __future__ import annotations

from asof.acquire.text import read_text

STORY = "Two people were killed on Monday when shells hit the town, a local official said."


def test_front_matter() -> None:
    content = read_text(
        "---\ntitle: Live: what we know: so far\npublisher: NileWire\npublished: 2026-03-10T13:05:00+02:00\n"
        f"url: https://x.example/a?b=c:d\nbyline: Amna Idris in Bara\nunknown: kept out\n---\n{STORY}\n"
    )
    assert content.title == "Live: what we know: so far"
    assert content.publisher == "NileWire"
    assert content.published == "2026-03-10T13:05:00+02:00"
    assert content.url == "https://x.example/a?b=c:d"
    assert content.byline == "Amna Idris in Bara"
    assert content.paragraphs == (STORY,)


def test_quotes_of_yaml_go_and_quotes_of_the_headline_stay() -> None:
    assert read_text(f"---\ntitle: 'Two killed'\n---\n{STORY}").title == "Two killed"
    assert (
        read_text(f"---\ntitle: ‘So many sandals’: a city mourns\n---\n{STORY}").title
        == "‘So many sandals’: a city mourns"
    )
    assert (
        read_text(f'---\ntitle: "No" to talks, says "general"\n---\n{STORY}').title == '"No" to talks, says "general"'
    )


def test_front_matter_without_its_end_is_noted() -> None:
    content = read_text(f"---\ntitle: Two killed\npublished: 2026-03-10\n{STORY}")
    assert (content.title, content.paragraphs) == ("Two killed", (STORY,))
    assert "no closing" in content.notes[0]


def test_header_lines_without_a_fence() -> None:
    content = read_text(f"Title: Two killed in Bara\nDate: 10 March 2026\nSource: NileWire\n\n{STORY}")
    assert (content.title, content.published, content.publisher) == ("Two killed in Bara", "10 March 2026", "NileWire")


def test_a_short_first_line_is_the_headline() -> None:
    assert read_text(f"Two killed as shells hit Bara\n\n{STORY}").title == "Two killed as shells hit Bara"
    assert read_text(f"# Two killed as shells hit Bara\n\n{STORY}").title == "Two killed as shells hit Bara"


def test_a_sentence_a_dateline_or_a_stamp_is_no_headline() -> None:
    for first in (
        STORY,
        "BARA, Sudan (AP) — Two were killed",
        "Khartoum, 10 March 2026",
        "16:45 - Blasts heard",
        "10 March 2026",
    ):
        assert read_text(f"{first}\n\n{STORY}").title is None


def test_a_letterhead_is_the_publisher() -> None:
    content = read_text(f"MINISTRY OF DEFENCE\nPress Office\n\nStatement on the events at Bara\n\n{STORY}\n\n{STORY}")
    assert (content.publisher, content.title) == ("MINISTRY OF DEFENCE", "Statement on the events at Bara")
    assert read_text(f"Government forces kill ten near Bara\n\n{STORY}\n\n{STORY}").publisher is None


def test_markdown_is_read_as_words() -> None:
    content = read_text(
        "---\ntitle: A\n---\n## Background\n\n> “We ran,” she said.\n\n**Two** [were](https://x.example/a) hurt."
    )
    assert content.paragraphs == ("Background", "“We ran,” she said.", "Two were hurt.")
