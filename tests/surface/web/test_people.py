"""People, search and feeds: what they show, in which order, escaped, and as of which moment."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from starlette.testclient import TestClient

from asof import ask
from asof.model import Quote, Record, Report, Span
from asof.store import Entry, IncidentFilter, Store
from asof.surface import atom
from asof.surface.web.app import create

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '<script>alert("x")</script> \u202eevil & <b onclick=y>'


def plain(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


# ── people ───────────────────────────────────────────────────────────────────────────────────────


def test_those_who_said_most_come_first(client: TestClient) -> None:
    page = plain(client.get("/people").text)
    assert page.index("Barouéli hospital") < page.index("Malian army") and "teachers' union" not in page
    assert "the teachers' union" in plain(client.get("/people", params={"described": "true"}).text)
    assert "Oumar" not in plain(client.get("/people", params={"holding": "army"}).text)


def test_what_one_said_with_how_their_figures_fared(client: TestClient) -> None:
    page = plain(client.get("/people/said", params={"source": "Barouéli hospital"}).text)
    assert "2 later raised" in page and "1 lowered" in page
    assert page.index("lowers toll") < page.index("kills at least five"), "the latest first"
    assert "one body had been counted twice" in page
    early = client.get("/people/said", params={"source": "Barouéli hospital", "as_of": "2026-05-04T13:00Z"})
    assert "counted twice" not in early.text and "As known at" in early.text


def test_who_nobody_knows_is_not_here(client: TestClient) -> None:
    assert client.get("/people/said", params={"source": "Nobody"}).status_code == 404
    assert client.get("/people/said").status_code == 400
    for wrong in ("x", "9", "1~", "9999999999999~x"):
        assert client.get("/people", params={"after": wrong}).status_code in (200, 400)
    assert client.get("/people/said", params={"source": "Malian army", "after": "x"}).status_code == 400
    assert client.get("/people/revisions", params={"of": "planets"}).status_code == 400


def test_revisions_of_sources_and_outlets(client: TestClient) -> None:
    cited = client.get("/people/revisions").text
    row = re.search(r"Barouéli hospital</a></th>(.*?)</tr>", cited, re.DOTALL)
    assert row is not None
    assert re.findall(r'<td class="n">([^<]+)</td>', row[1])[2:4] == ["2", "1"]
    assert client.get("/people/revisions", params={"of": "outlets"}).status_code == 200


# ── search ───────────────────────────────────────────────────────────────────────────────────────


def test_words_are_found_and_marked(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"cattle market"'}).text
    assert "<mark>cattle market</mark>" in page and "No report holds" not in page
    nothing = client.get("/search", params={"q": "zeppelin"}).text
    assert "No report holds these words" in nothing


def test_places_actors_and_people_are_found_by_the_same_words(client: TestClient) -> None:
    assert "Incidents there" in client.get("/search", params={"q": "Kayes"}).text
    army = plain(client.get("/search", params={"q": "Malian army"}).text)
    assert "People and sources" in army and "Incidents with this actor" in army
    early = client.get("/search", params={"q": "Kayes", "as_of": "2026-05-04T09:00Z"}).text
    assert "Incidents there" not in early


def test_a_search_is_no_way_in(client: TestClient) -> None:
    page = client.get("/search", params={"q": HOSTILE})
    assert page.status_code in (200, 400)
    assert "<script>alert" not in page.text and "<b onclick" not in page.text and "\u202e" not in page.text
    assert client.get("/search", params={"q": '"', "after": "x"}).status_code == 400


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over one report that is nothing but an attack."""
    content = f"{HOSTILE}\n\nmarket {HOSTILE} said {HOSTILE}.".encode()
    sha, whole = hashlib.sha256(content).hexdigest(), content.decode()
    span = Span(whole.index("market"), len(whole), whole[whole.index("market") :])
    quote = Quote("q-1", (span,), "direct", HOSTILE, channel=HOSTILE)
    record = Record(Report(sha, len(content), title=HOSTILE, publisher=HOSTILE), whole, quotes=(quote,))
    with Store.open(tmp_path / "asof.db") as store:
        with store.writing() as tx:
            tx.add([Entry(content, record)])
        yield TestClient(create(store), base_url="http://127.0.0.1:8470")


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/people", {}),
        ("/people/said", {"source": HOSTILE}),
        ("/people/said", {"channel": HOSTILE}),
        ("/search", {"q": "market"}),
    ],
)
def test_a_hostile_report_is_text_and_nothing_else(hostile: TestClient, path: str, asked: dict[str, str]) -> None:
    page = hostile.get(path, params=asked)
    assert page.status_code == 200 and "&lt;script&gt;" in page.text
    assert not re.search(r"<script>|<b onclick|\u202e", page.text)


# ── feeds ────────────────────────────────────────────────────────────────────────────────────────


def test_a_feed_is_valid_and_newest_first(client: TestClient) -> None:
    answer = client.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    entries = root.findall(f"{ATOM}entry")
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1 and one.findtext(f"{ATOM}{name}")
    updated = [one.findtext(f"{ATOM}updated") for one in entries]
    assert updated == sorted(updated, reverse=True) and root.findtext(f"{ATOM}updated") == updated[0]
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids) and all((one or "").startswith("urn:uuid:") for one in ids)
    read = feedparser.parse(answer.content)
    assert not read.bozo and len(read.entries) == len(entries) and read.entries[0].author == "asof"
    assert read.entries[0].link.startswith("http://127.0.0.1:8470/incidents/h-")


def test_a_feed_answers_to_the_pages_questions(client: TestClient) -> None:
    protests = feedparser.parse(client.get("/feed.atom", params={"type": "protest"}).content)
    assert [entry.category for entry in protests.entries] == ["PROTEST"]
    assert "type protest" in protests.feed.title
    empty = feedparser.parse(client.get("/feed.atom", params={"place": "Atlantis"}).content)
    assert not empty.bozo and empty.entries == []
    assert client.get("/feed.atom", params={"as_of": "2026-05-04"}).status_code == 400
    assert client.get("/feed.atom", params={"killed": "many"}).status_code == 400


def test_the_list_names_its_feed(client: TestClient) -> None:
    page = client.get("/", params={"type": "PROTEST", "as_of": "2026-05-06"}).text
    assert '<link rel="alternate" type="application/atom+xml"' in page and "/feed.atom?type=PROTEST" in page


def test_who_has_the_feed_already_gets_no_more(client: TestClient) -> None:
    tag = client.get("/feed.atom").headers["etag"]
    assert tag.startswith('W/"')  # compressed or not
    assert client.get("/feed.atom", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/feed.atom", headers={"if-none-match": '"other"'}).status_code == 200


def test_what_xml_cannot_hold_is_in_no_feed(store: Store) -> None:
    from dataclasses import replace

    with store.reading() as shelf:
        one = ask.incidents(shelf, IncidentFilter(limit=1))[0]
    odd = replace(one, place=f"{HOSTILE}\x00\x0b\ud800")
    made = atom.feed([odd], HOSTILE, "http://a/feed", "http://a/", "http://a")
    entry = ElementTree.fromstring(made).find(f"{ATOM}entry")
    assert entry is not None and "<script>" in (entry.findtext(f"{ATOM}title") or "")
    assert b"<script>" not in made and "\u202e".encode() not in made
