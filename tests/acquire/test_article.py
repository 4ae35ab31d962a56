"""Articles in JSON, of three makes and of none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from asof import acquire
from asof.errors import UnreadableReport

STORY = "Two people were killed on Tuesday when shells hit the town, a local official said."
MORE = "The army denied that it had fired, and no group claimed the attack."


def read(value: Any) -> Any:
    return acquire.acquire(json.dumps(value).encode())


def test_news_please() -> None:
    document = read(
        {
            "authors": ["Amna Idris", "Jon Doe"],
            "date_download": "2026-03-11 17:02:44",
            "date_modify": None,
            "date_publish": "2026-03-11 16:00:00",
            "description": "Not in the text",
            "language": "en",
            "maintext": f"{STORY}\n\n{MORE}",
            "source_domain": "x.example",
            "text": None,
            "title": "Two killed",
            "url": "https://x.example/a",
        }
    )
    assert document.text == f"Two killed\n\n{STORY}\n\n{MORE}"
    report = document.report
    assert (report.published, report.fetched) == ("2026-03-11T16:00:00", "2026-03-11T17:02:44")
    assert (report.publisher, report.byline, report.url) == ("x.example", "Amna Idris, Jon Doe", "https://x.example/a")
    assert report.media_type == "application/json"
    assert "has no zone; it is kept as given" in document.skipped[0].reason


@pytest.mark.parametrize(
    ("domain", "description", "publisher"),
    [
        ("atlasconflictmonitor.example", "Weekly note of the Atlas Conflict Monitor", "Atlas Conflict Monitor"),
        ("www.dawn-post.example", "From the Dawn Post", "www.dawn-post.example"),
        ("atlasconflictmonitor.example", "A weekly note", "atlasconflictmonitor.example"),
    ],
)
def test_a_publisher_is_named_where_the_article_spells_out_its_domain(
    domain: str, description: str, publisher: str
) -> None:
    document = read({"title": "Two killed", "maintext": STORY, "source_domain": domain, "description": description})
    assert document.report.publisher == publisher


def test_ninjs() -> None:
    document = read(
        {
            "uri": "urn:x:1",
            "type": "text",
            "versioncreated": "2026-03-10T12:00:00Z",
            "byline": "Amna Idris",
            "language": "en",
            "headline": "Two killed",
            "body_text": f"{STORY}\n{MORE}",
            "copyrightholder": "NileWire",
            "located": "Bara",
        }
    )
    assert document.text == f"Two killed\n\n{STORY}\n\n{MORE}"
    assert (document.report.publisher, document.report.published) == ("NileWire", "2026-03-10T12:00:00Z")


def test_ninjs_2_with_lists_by_role() -> None:
    document = read(
        {
            "uri": "urn:x:1",
            "contentcreated": "2026-03-10T12:00:00Z",
            "headlines": [{"role": "short", "value": "Two"}, {"role": "main", "value": "Two killed"}],
            "bodies": [{"contenttype": "text/html", "value": f"<p>{STORY}</p><p>{MORE}</p>"}],
        }
    )
    assert document.text == f"Two killed\n\n{STORY}\n\n{MORE}"


def test_news_article_of_schema_org() -> None:
    document = read(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Two killed",
            "articleBody": f"{STORY}\n\n{MORE}",
            "datePublished": "2026-03-10T14:00:00+02:00",
            "author": [{"@type": "Person", "name": "Amna Idris"}],
            "publisher": {"@type": "Organization", "name": "NileWire"},
            "mainEntityOfPage": {"@id": "https://x.example/a"},
        }
    )
    report = document.report
    assert (report.publisher, report.byline, report.url) == ("NileWire", "Amna Idris", "https://x.example/a")
    assert report.published == "2026-03-10T14:00:00+02:00"


def test_values_of_other_types_do_no_harm() -> None:
    odd = {
        "title": ["x", 1],
        "maintext": STORY,
        "date_publish": 20260310,
        "authors": [{"name": "A"}, None],
        "url": {"a": 1},
    }
    report = read(odd).report
    assert (report.title, report.published, report.byline, report.url) == (None, "2026-03-10", "A", None)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"a": 1, "b": 2}, "keys 'a', 'b'"),
        ({"title": "A", "maintext": None}, "no text of an article"),
        ([1, 2], "is a list"),
        ([{"maintext": STORY}, {"maintext": MORE}], "list of 2 objects"),
        ([], "is a list"),
    ],
)
def test_other_shapes_are_refused(value: Any, said: str) -> None:
    with pytest.raises(UnreadableReport, match=said):
        read(value)


def test_json_that_is_cut_off() -> None:
    with pytest.raises(UnreadableReport, match="not valid JSON"):
        acquire.acquire(b'{"title": "Two killed", "maintext": "Two people were')


def test_a_text_in_brackets_is_no_json() -> None:
    assert acquire.acquire(f"[Nairobi] {STORY}".encode()).parts[0].kind == "dateline"
