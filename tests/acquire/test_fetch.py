"""Fetching from a real server: what is asked, what is refused, and that nothing can hold it up."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from asof import __version__
from asof.acquire.fetch import Fetcher, Manners
from asof.errors import NotFetched

from .server import Request, Site, serving

PAGE = "<html><body><p>Two people were killed in Bani.</p></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def fetcher(site: Site, slept: list[float]) -> Fetcher:
    return quick(site, slept)


def quick(site: Site, slept: list[float], **manners: object) -> Fetcher:
    given = {"silence": 1.0, "total": 2.0, "pace": 0.0, "allow": frozenset({f"127.0.0.1:{site.port}"})} | manners
    return Fetcher(Manners(**given), sleep=slept.append)  # type: ignore[arg-type]


# ── what comes back ──────────────────────────────────────────────────────────────────────────────


def test_a_page(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", PAGE, ETag='"1"', Last_Modified="Tue, 10 Mar 2026 11:00:00 GMT")
    fetched = fetcher.fetch(site.url("/a"))
    assert (fetched.content.decode(), fetched.url, fetched.unchanged) == (PAGE, site.url("/a"), False)
    assert (fetched.etag, fetched.modified) == ('"1"', "Tue, 10 Mar 2026 11:00:00 GMT")
    assert len(fetched.at) == len("2026-03-10T11:05:00Z")


def test_the_user_agent_names_asof_and_whom_to_write_to(site: Site, slept: list[float]) -> None:
    site.put("/a", PAGE)
    quick(site, slept, contact="https://desk.example/bot").fetch(site.url("/a"))
    assert {headers["user-agent"] for _, headers in site.asked} == {f"asof/{__version__} (+https://desk.example/bot)"}


def test_what_is_unchanged_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    def page(request: Request) -> tuple[int, dict[str, str], bytes]:
        known = request.headers["If-None-Match"] == '"1"' and request.headers["If-Modified-Since"] == "then"
        return (304, {}, b"") if known else (200, {"ETag": '"1"'}, PAGE.encode())

    site.pages["/a"] = page
    assert not fetcher.fetch(site.url("/a")).unchanged
    fetched = fetcher.fetch(site.url("/a"), etag='"1"', modified="then")
    assert (fetched.unchanged, fetched.content) == (True, b"")


def test_packed_pages(site: Site, fetcher: Fetcher) -> None:
    site.put("/gzip", gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    site.put("/cut", gzip.compress(PAGE.encode())[:-9], Content_Encoding="gzip")
    site.put("/other", b"xx", Content_Encoding="br")
    assert fetcher.fetch(site.url("/gzip")).content.decode() == PAGE
    with pytest.raises(NotFetched, match="cut short"):
        fetcher.fetch(site.url("/cut"))
    with pytest.raises(NotFetched, match="not asked for"):
        fetcher.fetch(site.url("/other"))


@pytest.mark.parametrize(("status", "words"), [(404, "404 \\(Not Found\\)"), (403, "403"), (204, "204"), (999, "999")])
def test_answers_that_are_no_page(status: int, words: str, site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = (status, {}, b"")
    with pytest.raises(NotFetched, match=words) as caught:
        fetcher.fetch(site.url("/a"))
    assert not caught.value.later
    assert site.paths() == ["/a"]


def test_images_and_films_are_not_taken(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", b"\x89PNG", media="image/png")
    with pytest.raises(NotFetched, match="image/png"):
        fetcher.fetch(site.url("/a"))


# ── safety ───────────────────────────────────────────────────────────────────────────────────────


def test_private_addresses_are_refused(site: Site, slept: list[float]) -> None:
    fetcher = quick(site, slept, allow=frozenset())
    for host in ("127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]", "0"):
        with pytest.raises(NotFetched, match=r"public internet|looked up") as caught:
            fetcher.fetch(f"http://{host}:{site.port}/")
        assert "public internet" not in str(caught.value) or not caught.value.later
    assert site.asked == []


def test_redirects_are_followed_but_not_to_private_addresses(site: Site, fetcher: Fetcher) -> None:
    site.put("/b", PAGE)
    site.pages["/a"] = (302, {"Location": "/b"}, b"")
    assert fetcher.fetch(site.url("/a")).url == site.url("/b")
    for where in (
        f"http://localhost:{site.port}/b",
        f"http://127.0.0.2:{site.port}/b",
        "http://169.254.169.254/latest",
    ):
        site.pages["/a"] = (302, {"Location": where}, b"")
        with pytest.raises(NotFetched, match="public internet"):
            fetcher.fetch(site.url("/a"))
    site.pages["/a"] = (302, {"Location": "file:///etc/passwd"}, b"")
    with pytest.raises(NotFetched, match="no http or https address"):
        fetcher.fetch(site.url("/a"))


def test_other_hosts_do_not_lead_to_an_allowed_one(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", PAGE)
    with pytest.raises(NotFetched, match="can lead to a host on it"):
        fetcher.fetch(site.url("/a"), via="https://feeds.example/rss")
    assert fetcher.fetch(site.url("/a"), via=site.url("/rss")).content


def test_redirects_without_end(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = (301, {"Location": "/a"}, b"")
    with pytest.raises(NotFetched, match="more than 5 times"):
        fetcher.fetch(site.url("/a"))
    site.pages["/b"] = (301, {}, b"")
    with pytest.raises(NotFetched, match="without saying where"):
        fetcher.fetch(site.url("/b"))


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """A name that answers differently the second time (DNS rebinding) gains nothing: it is asked once."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    asked: list[str] = []

    def resolve(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(answers)]

    tried: list[str] = []

    def refuse(address: tuple[str, int], *_: object, **__: object) -> None:
        tried.append(address[0])
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    monkeypatch.setattr("socket.create_connection", refuse)
    with pytest.raises(NotFetched, match="cannot be reached"):
        Fetcher(Manners(tries=1)).fetch(f"http://rebind.example:{site.port}/")
    assert (asked, tried) == (["rebind.example"], ["93.184.216.34"])


def test_a_host_with_one_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, 80)) for name in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: listed)
    with pytest.raises(NotFetched, match=r"10\.0\.0\.1"):
        Fetcher().fetch("http://mixed.example/")


# ── limits ───────────────────────────────────────────────────────────────────────────────────────


def test_bodies_without_end(site: Site, slept: list[float]) -> None:
    fetcher = quick(site, slept, largest=100_000, total=1.0)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    site.pages["/flood"] = lambda request: request.drip(head, b"x" * 50_000)
    site.pages["/body"] = lambda request: request.drip(head, b"x")
    site.pages["/head"] = lambda request: request.drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n")
    for path, words in (("/flood", "limit"), ("/body", "too long"), ("/head", "too long")):
        began = time.monotonic()
        with pytest.raises(NotFetched, match=words):
            fetcher.fetch(site.url(path))
        assert time.monotonic() - began < 2.0


def test_a_silent_server(site: Site, slept: list[float]) -> None:
    site.pages["/a"] = lambda request: request.site.stopping.wait(3) and None
    fetcher = quick(site, slept, silence=0.2, tries=2)
    began = time.monotonic()
    with pytest.raises(NotFetched, match="too long") as caught:
        fetcher.fetch(site.url("/a"))
    assert caught.value.later and time.monotonic() - began < 1.5


def test_sizes(site: Site, slept: list[float]) -> None:
    fetcher = quick(site, slept, largest=100_000)
    site.put("/stated", b"x" * 100_001)
    site.put("/bomb", gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")
    for path in ("/stated", "/bomb"):
        with pytest.raises(NotFetched, match="more than"):
            fetcher.fetch(site.url(path))


def test_a_name_that_is_never_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    began = time.monotonic()
    with pytest.raises(NotFetched, match="looked up in time"):
        Fetcher(Manners(silence=0.1, tries=1)).fetch("http://slow.example/")
    assert time.monotonic() - began < 1.5


def test_an_answer_that_is_no_http(site: Site, slept: list[float]) -> None:
    site.pages["/a"] = lambda request: request.wfile.write(b"SSH-2.0-x\r\n") and None
    with pytest.raises(NotFetched, match="broke off"):
        quick(site, slept, tries=1).fetch(site.url("/a"))


# ── manners ──────────────────────────────────────────────────────────────────────────────────────


def test_robots_txt_is_asked_for_once_and_kept_to(site: Site, fetcher: Fetcher) -> None:
    site.put(
        "/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: asof\nDisallow: /private\nAllow: /private/*.html$"
    )
    for path in ("/a", "/private/b.html"):
        site.put(path, PAGE)
        fetcher.fetch(site.url(path))
    with pytest.raises(NotFetched, match=r"robots\.txt asks not"):
        fetcher.fetch(site.url("/private/c"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/private/b.html"]


@pytest.mark.parametrize("answer", [(404, b""), (403, b""), (200, b"\xff\x00<html>\n:::"), (200, b"x" * 2_000_000)])
def test_sites_without_rules_allow_all(answer: tuple[int, bytes], site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = (answer[0], {}, answer[1])
    site.put("/a", PAGE)
    assert fetcher.fetch(site.url("/a")).content.decode() == PAGE


def test_where_the_rules_cannot_be_had_nothing_is_fetched(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = (503, {}, b"")
    site.put("/a", PAGE)
    for _ in range(2):
        with pytest.raises(NotFetched, match=r"robots\.txt cannot be had.*503") as caught:
            fetcher.fetch(site.url("/a"))
        assert caught.value.later
    assert site.paths() == [] and len(site.asked) == 3  # three tries, and not again for the second page


def test_the_pace(site: Site, slept: list[float]) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7")
    site.put("/a", PAGE)
    fetcher = quick(site, slept, pace=2.0)
    fetcher.fetch(site.url("/a"))
    fetcher.fetch(site.url("/a"))
    # The page waits for its turn after robots.txt; the second page in addition for the delay that robots.txt asks for.
    assert [round(seconds) for seconds in slept] == [2, 9]


def test_busy_servers_are_asked_again_when_they_say(site: Site, fetcher: Fetcher, slept: list[float]) -> None:
    answers = iter([(503, {"Retry-After": "5"}, b""), (429, {}, b""), (200, {}, PAGE.encode())])
    site.pages["/a"] = lambda _: next(answers)
    assert fetcher.fetch(site.url("/a")).content.decode() == PAGE
    assert [round(seconds) for seconds in slept if seconds > 0.1] == [
        5,
        5,
    ]  # nobody slept, so the first wait is not over


def test_a_server_that_asks_to_wait_long_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    for words in ("3600", formatdate(time.time() + 3600, usegmt=True)):
        site.pages["/a"] = (503, {"Retry-After": words}, b"")
        site.asked.clear()
        with pytest.raises(NotFetched, match="503") as caught:
            fetcher.fetch(site.url("/a"))
        assert caught.value.later and site.paths() == ["/a"]


def test_nonsense_in_headers(site: Site, slept: list[float]) -> None:
    site.pages["/a"] = (503, {"Retry-After": "soon"}, b"")
    with pytest.raises(NotFetched, match="503"):
        quick(site, slept).fetch(site.url("/a"), etag='"\r\nX: y"', modified="é")
    assert len(site.paths()) == 3
    assert not {"if-none-match", "if-modified-since", "x"} & site.asked[-1][1].keys()
