"""The page: self-contained, escaped, the same every time, words and values tied both ways."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

import asof
from asof.model import Record, Report, Skipped
from asof.surface import html
from asof.surface.highlight import Mark, flatten, paragraphs


class Reader(HTMLParser):
    """Elements, attributes and text as a browser would see them."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))


def test_nothing_on_the_page_asks_the_network(market: Record) -> None:
    page = html.page([market])
    reader = Reader(page)
    policy = next(a["content"] for t, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None and policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not {"img", "link", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in reader.elements}
    assert not [a for _, a in reader.elements if "src" in a or "style" in a or any(name.startswith("on") for name in a)]
    assert "url(" not in page and "@import" not in page
    outside = [a for _, a in reader.elements if (a.get("href") or "#").startswith("http")]
    assert [a["href"] for a in outside] == [market.report.url]  # a link to the source, followed only by a person
    assert outside[0]["rel"] == "noopener noreferrer nofollow"


def test_the_policy_allows_the_page_its_own_style_and_script(market: Record) -> None:
    import base64
    import hashlib

    page = html.page([market])
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page


def test_every_card_links_to_its_words_and_every_word_to_a_card(market: Record) -> None:
    reader = Reader(html.page([market]))
    ids = [a["id"] for _, a in reader.elements if a.get("id")]
    assert len(ids) == len(set(ids))
    links = [a["href"] or "" for t, a in reader.elements if t == "a" and (a.get("href") or "").startswith("#w-")]
    assert len(links) > 20
    assert {link.removeprefix("#") for link in links} <= set(ids)
    for tag, attributes in reader.elements:
        if tag == "mark":
            assert all(f"v-{value}" in ids for value in (attributes["data-v"] or "").split())


def test_the_text_stands_on_the_page_whole(market: Record) -> None:
    reader = Reader(
        f"<article>{paragraphs(market.text, [Mark(3, 50, 'event', 'e'), Mark(10, 60, 'quote', 'q')])}</article>"
    )
    assert "".join(data for _, data in reader.texts).split() == market.text.split()


HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(1)> \"' & \u202egnp.exe\u202c"


def test_a_hostile_report_is_only_text(market: Record) -> None:
    report = replace(
        market.report, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE, url="javascript:alert(1)", file=HOSTILE
    )
    place = replace(market.places[0], name=HOSTILE, id='p" onclick="x')
    skipped = Skipped(HOSTILE, HOSTILE)
    record = replace(
        market, report=report, places=(place,), skipped=(skipped,), producer=HOSTILE, text=HOSTILE + market.text
    )
    for page in (html.page([record]), html.page([record, record]), html.index([(HOSTILE, HOSTILE, HOSTILE)])):
        reader = Reader(page)
        tags = [tag for tag, _ in reader.elements]
        assert tags.count("script") == 1 and "img" not in tags
        assert not [a for _, a in reader.elements if (a.get("href") or "").startswith("javascript:")]
        assert not [name for _, a in reader.elements for name in a if name.startswith("on")]
        assert "\u202e" not in page and "⟨U+202E⟩" in page


def test_several_reports_stand_in_sections_of_their_own(market: Record) -> None:
    reader = Reader(html.page([market, market]))
    ids = [a["id"] for _, a in reader.elements if a.get("id")]
    assert len(ids) == len(set(ids))
    assert {"r1", "r2"} <= set(ids)


def test_an_unread_report_says_why() -> None:
    page = html.page([Record(Report("", 0, file="b.txt"), "", skipped=(Skipped("report", "It is empty."),))])
    assert "Not read: It is empty." in page


def test_same_record_same_page(market: Record) -> None:
    assert html.page([market]) == html.page([replace(market)])


def test_a_notebook_shows_the_page_in_a_frame(market: Record) -> None:
    shown = market._repr_html_()
    reader = Reader(shown)
    assert [tag for tag, _ in reader.elements] == ["iframe"]
    assert reader.elements[0][1]["srcdoc"] == asof.as_html(market)
    assert reader.elements[0][1]["sandbox"] == "allow-scripts"


SPANS = st.builds(
    lambda a, b, kind: Mark(min(a, b), max(a, b), kind, f"{kind}-{a}-{b}"),
    st.integers(0, 30), st.integers(0, 30), st.sampled_from(["event", "quote"]),
)  # fmt: skip


@given(st.lists(SPANS, max_size=12))
def test_flattening_covers_everything_once_with_all_that_covers_it(marks: list[Mark]) -> None:
    segments = list(flatten(marks, 5, 25))
    assert [segment.start for segment in segments] == [5, *(segment.end for segment in segments[:-1])]
    assert segments[-1].end == 25
    for segment in segments:
        for offset in range(segment.start, segment.end):
            assert set(segment.marks) == {mark for mark in marks if mark.start <= offset < mark.end}
