"""Whatever is given is recognised or said clearly to be wrong; feeds and site maps from a real server."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from asof import batch
from asof.acquire import listings, polling, sources
from asof.acquire.fetch import Fetcher, Manners
from asof.acquire.item import Item
from asof.acquire.polling import FeedState, FolderState, poll, poll_folder
from asof.acquire.sources import Options
from asof.errors import NotFetched

from .server import Site, serving

STORY = "Two people were killed on Tuesday when shells hit the town of Bani, a local official said."
TABLE = f'title,text\nA,"{STORY}"\n'
PAGE = f"<html><head><title>Bani</title></head><body><p>{STORY}</p><p>Nobody claimed the attack.</p></body></html>"


def names(given: list[str], options: Options = sources.OFFLINE) -> dict[str, str | None]:
    return {item.name: item.problem for item in sources.items(given, options)}


# ── files and folders ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "in/a.txt": STORY, "in/b.html": PAGE, "in/c/d.jsonl": json.dumps({"text": STORY}), "in/e.csv": TABLE,
        "in/.hidden.txt": STORY, "in/picture.png": "x", "in/f.html.gz": "", "g.txt": STORY,
    }.items():  # fmt: skip
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content)
    Path("in/f.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    return tmp_path


def test_files_folders_and_patterns_in_order(folder: Path) -> None:
    inside = ["in/a.txt", "in/b.html", "in/c/d.jsonl:1", "in/e.csv:2", "in/f.html.gz"]
    assert list(names(["in", "g.txt"])) == [*inside, "g.txt"]
    assert list(names(["in/*.html*", "**/*.jsonl"])) == ["in/b.html", "in/f.html.gz", "in/c/d.jsonl:1"]
    assert list(names(["*"])) == ["g.txt", *inside]
    Path("a[1].txt").write_text(STORY)
    assert names(["a[1].txt"]) == {"a[1].txt": None}


def test_the_bytes_are_as_received(folder: Path) -> None:
    Path("wide.txt").write_bytes(STORY.encode("utf-16"))
    found = {item.name: item.content for item in sources.items(["in/a.txt", "in/f.html.gz", "wide.txt"])}
    assert found == {"in/a.txt": STORY.encode(), "in/f.html.gz": PAGE.encode(), "wide.txt": STORY.encode("utf-16")}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("absent.txt", "no such file"), ("in/*.pdf", "No file matches"), ("ftp://a.example/x", "Only http and https"),
        ("https://a.example/x", "offline"), ("/dev/null", "device"), ("a\0b", "not a name"), ("", "An empty name"),
        ("x" * 300, "too long"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_rest_is_read(given: str, words: str, folder: Path) -> None:
    found = list(sources.items([given, "g.txt"]))
    assert [item.name for item in found] == [given, "g.txt"]
    assert words in str(found[0].problem)


def test_standard_input_may_be_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    line = json.dumps({"text": STORY}).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=Pipe(gzip.compress(line + b"\n" + line))))
    assert list(names(["-"])) == ["standard input:1", "standard input:2"]


def test_a_pipe_with_a_name(folder: Path) -> None:
    os.mkfifo("pipe")
    pid = os.fork()
    if pid == 0:
        Path("pipe").write_text(TABLE)
        os._exit(0)
    assert list(names(["pipe"])) == ["pipe:2"]
    os.waitpid(pid, 0)


def test_news_please_folders_give_each_article_once(tmp_path: Path) -> None:
    told = {"url": "https://a.example/1", "date_publish": "2026-03-10 13:05:00", "date_download": "2026-03-10 14:00:00"}
    for name, text in (("1", STORY), ("2", None)):
        (tmp_path / f"{name}.html").write_text(PAGE)
        (tmp_path / f"{name}.html.json").write_text(json.dumps(told | {"maintext": text, "title": "Bani"}))
    (tmp_path / "3.html").write_text(PAGE)
    found = list(sources.items([tmp_path]))
    assert [Path(item.name).name for item in found] == ["1.html.json", "2.html", "3.html"]
    assert (found[1].url, found[1].published) == ("https://a.example/1", "2026-03-10 13:05:00")


# ── items become records ─────────────────────────────────────────────────────────────────────────


def test_the_facts_around_a_report() -> None:
    published, fetched = "2026-03-10T13:05:00+02:00", "2026-03-10T12:00:00Z"
    around = Item("a", PAGE.encode(), "https://a.example/1", "Courier", published, fetched)
    report = batch.open_source(around, batch.Facts()).report
    assert (report.file, report.url, report.publisher) == ("a", "https://a.example/1", "Courier")
    assert (report.published, report.fetched) == (published, fetched)
    report = batch.open_source(around, batch.Facts(published="2026-03-09", url="https://b.example/")).report
    assert (report.published, report.url) == ("2026-03-09", "https://b.example/")


@pytest.mark.parametrize(
    ("own", "around", "published"),
    [
        ("2026-03-10", "2026-03-10T13:05:00Z", "2026-03-10T13:05:00Z"),
        ("2026-03-10", "2026-03-09T23:05:00Z", "2026-03-09T23:05:00Z"),
        ("2026-03-10", "2026-03-12T13:05:00Z", "2026-03-10"),
        ("2026-03-10T08:00:00Z", "2026-03-10T13:05:00Z", "2026-03-10T08:00:00Z"),
        ("2026-03-10", None, "2026-03-10"),
        ("last week", "2026-03-10", "2026-03-10"),
        (None, "soon", None),
    ],
)
def test_the_report_knows_its_date_better_unless_it_has_only_the_day(
    own: str | None, around: str | None, published: str | None
) -> None:
    content = json.dumps({"title": "Bani", "text": STORY, "published": own}).encode()
    assert batch.open_source(Item("a", content, published=around), batch.Facts()).report.published == published


def test_a_problem_is_an_outcome_with_its_reason() -> None:
    (outcome,) = batch.read_all(
        [Item("news.jsonl:3", url="https://a.example/1", problem="The line is no JSON object.")]
    )
    assert (outcome.exit_code, outcome.message) == (3, "news.jsonl:3: The line is no JSON object.")
    assert (outcome.record.report.file, outcome.record.report.url) == ("news.jsonl:3", "https://a.example/1")


def test_items_are_read_with_their_names(folder: Path) -> None:
    found = list(batch.read_all(sources.items(["in", "absent"])))
    assert [outcome.record.report.file for outcome in found][-2:] == ["in/f.html.gz", "absent"]
    assert [outcome.exit_code for outcome in found] == [0] * 5 + [3]
    assert all("Bani" in outcome.record.text for outcome in found[:5])


# ── feeds and site maps ──────────────────────────────────────────────────────────────────────────


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def online(site: Site) -> Options:
    manners = Manners(allow=frozenset({f"127.0.0.1:{site.port}"}), pace=0.0, silence=2.0, total=4.0, tries=1)
    return Options(fetcher=Fetcher(manners), most=10)


def rss(*entries: tuple[str, str]) -> str:
    listed = "".join(f"<item><title>{title}</title><link>{link}</link></item>" for title, link in entries)
    return f"<?xml version='1.0'?><rss><channel><title>Courier</title>{listed}</channel></rss>"


def test_a_page_and_a_feed(site: Site, online: Options) -> None:
    site.put("/1", PAGE)
    site.put("/rss", rss(("Bani", "/1"), ("Gao", "/2")), media="text/plain")
    (page,) = sources.items([site.url("/1")], online)
    assert (page.content.decode(), page.url, page.problem) == (PAGE, site.url("/1"), None)
    assert page.fetched is not None
    first, second = sources.items([site.url("/rss")], online)
    assert (first.name, first.publisher, first.content) == (site.url("/1"), "Courier", page.content)
    assert (second.name, second.problem) == (site.url("/2"), "The server answered 404 (Not Found).")


def test_an_archive_at_an_address(site: Site, online: Options) -> None:
    site.put("/a.csv.gz", gzip.compress(TABLE.encode()), media="application/gzip")
    assert names([site.url("/a.csv.gz")], online) == {f"{site.url('/a.csv.gz')}:2": None}


def test_a_feed_in_a_file_offline_and_online(site: Site, online: Options, tmp_path: Path) -> None:
    site.put("/1", PAGE)
    file = tmp_path / "rss.xml"
    file.write_text(rss(("Bani", site.url("/1"))))
    assert "offline" in str(names([str(file)])[site.url("/1")])
    assert names([str(file)], online) == {site.url("/1"): None}


def test_an_index_of_site_maps(site: Site, online: Options) -> None:
    def maps(*paths: str) -> str:
        return f"<sitemapindex>{''.join(f'<sitemap><loc>{site.url(p)}</loc></sitemap>' for p in paths)}</sitemapindex>"

    def urls(*paths: str) -> str:
        return f"<urlset>{''.join(f'<url><loc>{site.url(p)}</loc></url>' for p in paths)}</urlset>"

    for path in ("/1", "/2", "/3"):
        site.put(path, PAGE)
    site.put("/index", maps("/index", "/m1", "/m2", "/none", "/page", "/deep"))
    site.put("/m1", urls("/1", "/2"))
    site.put("/m2", gzip.compress(urls("/2", "/3").encode()))
    site.put("/page", PAGE)
    site.put("/deep", maps("/deeper"))
    site.put("/deeper", maps("/deepest"))
    found = names([site.url("/index")], online)
    assert [name for name, problem in found.items() if problem is None] == [site.url(p) for p in ("/1", "/2", "/3")]
    problems = {name.rpartition("/")[2]: problem for name, problem in found.items() if problem}
    assert problems.keys() == {"none", "page", "deeper"}
    assert "/deepest" not in site.paths()
    assert site.paths().count("/2") == 1


def test_no_more_pages_than_allowed(site: Site, online: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("/rss", rss(*((str(k), f"/{k}") for k in range(25))))
    found = names([site.url("/rss")], online)
    assert len(site.paths()) == 11
    assert "15 entries more than the 10" in str(found[site.url("/rss")])
    monkeypatch.setattr(listings, "MOST_MAPS", 2)
    site.put(
        "/index", "<sitemapindex>" + "".join(f"<sitemap><loc>{site.url(f'/{k}')}</loc></sitemap>" for k in range(5))
    )
    assert "more than 2 site maps" in str(names([site.url("/index")], online)[site.url("/index")])


def test_a_feed_cannot_lead_into_the_intranet(site: Site, online: Options) -> None:
    site.put("/rss", rss(("a", f"http://localhost:{site.port}/1"), ("b", "http://169.254.169.254/latest/meta-data")))
    assert all("public internet" in str(problem) for problem in names([site.url("/rss")], online).values())
    assert site.paths() == ["/rss"]


# ── polling ──────────────────────────────────────────────────────────────────────────────────────


def again(state: FeedState) -> FeedState:
    """The state as it comes back from being stored."""
    return FeedState.from_json(json.loads(json.dumps(state.to_json(), sort_keys=False)))


def test_only_what_is_new_is_fetched(site: Site, online: Options) -> None:
    site.put("/1", PAGE)
    site.put("/2", PAGE)
    site.put("/rss", rss(("Bani", "/1")), ETag='"1"')
    found, state = poll(site.url("/rss"), FeedState(), online)
    assert [item.name for item in found] == [site.url("/1")]
    site.put("/rss", rss(("Gao", "/2"), ("Bani", "/1")), ETag='"2"')
    found, state = poll(site.url("/rss"), again(state), online)
    assert [item.name for item in found] == [site.url("/2")]
    assert [headers.get("if-none-match") for path, headers in site.asked if path == "/rss"] == [None, '"1"']
    site.put("/rss", rss(("Gao", "/2"), ("Bani: toll rises to four", "/1")), ETag='"3"')
    found, state = poll(site.url("/rss"), again(state), online)
    assert [item.name for item in found] == [site.url("/1")]
    site.pages["/rss"] = (304, {}, b"")
    assert poll(site.url("/rss"), state, online) == ([], state)


def test_what_is_left_over_comes_with_the_next_poll(site: Site, online: Options) -> None:
    for k in range(15):
        site.put(f"/{k}", PAGE)
    site.put("/rss", rss(*((str(k), f"/{k}") for k in range(15))), ETag='"1"')
    first, state = poll(site.url("/rss"), FeedState(), online)
    assert (len(first), state.etag) == (10, None)  # else the next answer would be that nothing is new
    second, state = poll(site.url("/rss"), again(state), online)
    assert (len(second), state.etag) == (5, '"1"')
    assert poll(site.url("/rss"), state, online)[0] == []


def test_pages_that_are_not_there_yet_are_tried_again(site: Site, online: Options) -> None:
    site.pages["/1"] = (503, {}, b"")
    site.put("/rss", rss(("Bani", "/1"), ("Gone", "/2")), ETag='"1"')
    found, state = poll(site.url("/rss"), FeedState(), online)
    assert [("tried again" in str(item.problem)) for item in found] == [True, False]
    assert state.etag is None and state.failed == {site.url("/1"): 1}
    site.put("/1", PAGE)
    found, state = poll(site.url("/rss"), again(state), online)
    assert [(item.name, item.problem) for item in found] == [(site.url("/1"), None)]
    assert state.failed == {} and state.etag == '"1"'


def test_pages_that_never_come_are_given_up(site: Site, online: Options) -> None:
    site.pages["/1"] = (503, {}, b"")
    site.put("/rss", rss(("Bani", "/1")))
    state = FeedState()
    for _ in range(polling.TRIES):
        found, state = poll(site.url("/rss"), state, online)
        assert len(found) == 1
    assert poll(site.url("/rss"), state, online)[0] == []


def test_a_feed_that_cannot_be_had_changes_nothing(site: Site, online: Options) -> None:
    state = FeedState(etag='"1"', seen={"a": "b"})
    found, after = poll(site.url("/rss"), state, online)
    assert after == state and "404" in str(found[0].problem)
    with pytest.raises(NotFetched):
        poll(site.url("/rss"), state, Options())


def test_a_page_is_polled_for_changes(site: Site, online: Options) -> None:
    site.put("/1", PAGE)
    found, state = poll(site.url("/1"), FeedState(), online)
    assert len(found) == 1
    found, state = poll(site.url("/1"), again(state), online)
    assert found == []
    site.put("/1", PAGE.replace("Two", "Four"))
    found, _ = poll(site.url("/1"), state, online)
    assert b"Four" in found[0].content


def test_the_memory_of_a_feed_is_bounded(site: Site, online: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "REMEMBERED", 3)
    site.put(
        "/rss", "<rss><channel><item><guid>new</guid><title>x</title><description>Two killed.</description></item>"
    )
    _, state = poll(site.url("/rss"), FeedState(seen={str(k): "m" for k in range(9)}), online)
    assert list(state.seen) == ["7", "8", "new"]


def test_folders_are_polled_for_what_is_new_or_changed(folder: Path) -> None:
    written = Path("in/a.txt").stat().st_mtime

    def polled(state: FolderState, later: float) -> tuple[list[str], FolderState]:
        state = FolderState.from_json(json.loads(json.dumps(state.to_json())))
        found, after = poll_folder(Path("in"), state, now=written + later)
        return [item.name for item in found], after

    names, state = polled(FolderState(), 0.0)
    assert (names, state.seen) == ([], {})  # just written: perhaps not to the end
    names, state = polled(state, 60.0)
    assert names == ["in/a.txt", "in/b.html", "in/c/d.jsonl:1", "in/e.csv:2", "in/f.html.gz"]
    assert polled(state, 60.0)[0] == []
    Path("in/b.html").write_text(PAGE + " ")
    Path("in/a.txt").unlink()
    names, state = polled(state, 60.0)
    assert names == ["in/b.html"] and "a.txt" not in state.seen
