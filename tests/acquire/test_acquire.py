"""The way from bytes to a document as a whole: what always holds, whatever comes in."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from asof import acquire
from asof.errors import AsofError, UnreadableReport, WrongUse
from asof.model import Document

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
STORY = "Two people were killed on Tuesday when shells hit the town, a local official said."
LONGEST_SECONDS = 5.0  # on a busy machine; each takes well under one on an idle one


def check(document: Document) -> None:
    """Parts in order, without overlap, on no white space, over all that is not white space; spans that hold."""
    at = 0
    for part in document.parts:
        assert at <= part.start < part.end <= len(document.text)
        assert not document.text[at : part.start].strip()
        words = document.text[part.start : part.end]
        assert words == words.strip()
        at = part.end
    assert not document.text[at:].strip()
    for dateline in document.datelines:
        for span in (dateline.span, *dateline.places, *([dateline.date] if dateline.date else [])):
            assert document.text[span.start : span.end] == span.text
    assert not any(character in document.text for character in "\0\r\t\x07\u202e\u2066\ufeff")


def survives(source: bytes) -> None:
    started = time.monotonic()
    try:
        check(acquire.acquire(source))
    except AsofError as error:
        assert str(error).endswith((".", "'", '"')) or len(str(error)) > 40
    assert time.monotonic() - started < LONGEST_SECONDS


PIECES = st.sampled_from(
    [
        "---\n", "title: A\n", "published: 2026-03-10T16:50:00+02:00\n", "\n\n", "\n", "* ", "- ", "1. ",
        "16:45 - ", "[14:30] ", "Posted at 14:03", "KYIV, Ukraine (AP) — ", "Khartoum, 10 March 2026",
        "(Reporting by A; editing by B)", "Correction: ", "Live: ", STORY, "“Quote,” he said.", "<p>", "</p>",
        "<html><body>", "<article>", "<br>", "{", '"maintext": "', "}", "[", "\0", "\ud800", "\u202e",
        "e\u0301", "â€™", "12.30 ", "GMT+2", "|", "•", "(", ")", "/", "—", ":", "a" * 500, " " * 50,
        "10 March 2026", "By Amna Idris | ", "<script type='application/ld+json'>", "©", "&#0;", "&#x202e;",
        "<td>", "<tr>",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\xd8")
@example(b"<")
@example(b"{")
def test_any_bytes(source: bytes) -> None:
    survives(source)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30))
def test_any_mixture_of_what_reports_are_made_of(pieces: list[str]) -> None:
    survives("".join(pieces).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "source",
    [
        f"{STORY} " * 24_000,
        "a" * 2_000_000,
        " " * 2_000_000 + STORY,
        "\n" * 2_000_000 + STORY,
        "- " * 1_000_000,
        "KYIV, " * 330_000,
        "12:30 " * 330_000,
        "(" * 1_000_000,
        "1" * 1_000_000 + " " + STORY,
        "<" * 1_000_000,
        "<div>" * 100_000,
        "[" * 1_000_000,
        '{"a":' * 100_000,
        "---\n" + "a: b\n" * 100_000,
        "“" * 1_000_000,
        "A| " * 600_000,
        "by " * 600_000,
    ],
)
def test_two_megabytes_of_anything_do_not_hang(source: str) -> None:
    survives(source.encode())


def test_same_bytes_same_document() -> None:
    source = f"---\ntitle: A\npublished: 2026-03-10\n---\nBARA, Sudan — {STORY}".encode()
    assert acquire.acquire(source) == acquire.acquire(source)


def test_what_is_given_stands_before_what_the_report_says() -> None:
    source = f"---\ntitle: A\npublisher: B\npublished: 2026-03-10\nurl: https://b.example\n---\n{STORY}".encode()
    report = acquire.acquire(
        source, published="2026-03-11 08:00 +02:00", publisher="C", url="https://c.example", file="x"
    ).report
    assert (report.published, report.publisher, report.url) == ("2026-03-11T08:00+02:00", "C", "https://c.example")
    assert (report.file, report.size, report.encoding) == ("x", len(source), "utf-8")


def test_a_given_date_that_is_none_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="'soon' is no date"):
        acquire.acquire(STORY.encode(), published="soon")


@pytest.mark.parametrize("date", ["yesterday", "03/04/2026", "2026-02-30"])
def test_a_date_that_is_not_certain_is_left_out_and_noted(date: str) -> None:
    document = acquire.acquire(f"---\ntitle: A\npublished: {date}\n---\n{STORY}".encode())
    assert document.report.published is None
    assert "cannot be read with certainty" in document.skipped[0].reason


def test_no_date_is_null_never_today() -> None:
    assert acquire.acquire(STORY.encode()).report.published is None


def test_a_report_from_after_it_was_fetched_is_kept_and_flagged() -> None:
    value = {
        "title": "A",
        "maintext": STORY,
        "date_publish": "2126-03-10T10:00:00Z",
        "date_download": "2026-03-10T10:00:00Z",
    }
    document = acquire.acquire(json.dumps(value).encode())
    assert document.report.published == "2126-03-10T10:00:00Z"
    assert "lies after the fetched time" in document.skipped[0].reason


def test_feeds_and_data_are_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableReport, match="feed"):
        acquire.acquire(b'<?xml version="1.0"?><rss version="2.0"><channel><title>A</title></channel></rss>')
    with pytest.raises(UnreadableReport, match="data of some kind"):
        acquire.acquire(b"QUJD" * 500)
    with pytest.raises(UnreadableReport, match="20 MB"):
        acquire.acquire(b"a " * 10_000_001)


def test_plain_text_pulls_in_no_library_for_pages_or_languages() -> None:
    code = (
        "import sys; from asof import acquire; "
        f"acquire.acquire({STORY!r}.encode()); "
        "print([name for name in ('trafilatura', 'lxml', 'htmldate', 'py3langid', 'numpy', 'spacy') if name in "
        "sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


@pytest.mark.shared
@pytest.mark.skipif(not REPORTS.is_dir(), reason="the shared reports are not beside this checkout")
@pytest.mark.parametrize("path", sorted(REPORTS.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_reports_with_gold(path: Path) -> None:
    if path.name == "gold.json":
        pytest.skip("not a report")
    document = acquire.load(path)
    check(document)
    assert document.report.title
    assert document.report.published
    assert document.report.language == "en"
    gold = json.loads((path.parent / "gold.json").read_text())
    (expected,) = [report for report in gold["reports"] if report["file"] == path.name]
    coded = "\n".join(
        document.text[part.start : part.end]
        for part in document.parts
        if part.kind in ("body", "entry", "correction", "summary", "headline")
    )
    for item in (*expected["figures"], *expected["events"]):
        for piece in item["quote"].split(" … "):
            assert piece.strip() in coded
    for around in ("newsletter", "cookies", "Most read", "Log in", "Cyclone", "Advertise", "Coltan price", "Lake Chad"):
        assert around not in document.text
