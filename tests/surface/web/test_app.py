"""What every page of the desk has: its headers, its failures, its files."""

from __future__ import annotations

import gc
import re
import socket

import anyio
import pytest
from anyio.to_thread import current_default_thread_limiter
from click.testing import CliRunner
from sqlalchemy import event
from starlette.testclient import TestClient

from asof.store import Store
from asof.surface.cli import main
from asof.surface.web.app import THREADS, create


def test_the_store_is_asked_whether_it_is_well(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize("path", ["/", "/healthz", "/static/desk.css", "/nowhere"])
def test_every_answer_forbids_what_is_not_the_desks_own(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"


def test_a_page_has_no_script_and_no_style_of_its_own(client: TestClient) -> None:
    page = client.get("/").text
    assert not re.search(r"<style|style=|\son\w+=|<script(?! src)|javascript:", page)
    assert re.findall(r'(?:src|href)="(https?:)?//', page) == []


def test_another_name_for_this_machine_gets_nothing(client: TestClient) -> None:
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_what_fails_says_so_as_a_page_and_to_the_api_as_json(client: TestClient) -> None:
    absent = client.get("/nowhere")
    assert absent.status_code == 404 and "no page at this address" in absent.text
    assert client.get("/?as_of=yesterday").status_code == 400
    told = client.get("/api/nowhere")
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no page at this address.",
        "errors": [],
    }


def test_a_fault_is_told_without_its_details(store: Store) -> None:
    app = create(store)

    @app.get("/fault")
    def fault() -> None:
        raise RuntimeError("secret")

    answer = TestClient(app, base_url="http://localhost", raise_server_exceptions=False).get("/fault")
    assert answer.status_code == 500 and "secret" not in answer.text and "fault of asof" in answer.text


def test_serve_says_what_is_absent_or_taken(tmp_path: object, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = CliRunner().invoke(main, ["serve", "--store", f"{tmp_path}/none.db"])
    assert absent.exit_code == 6 and "There is no store" in absent.output
    import uvicorn

    def refuse(self: object) -> None:
        raise SystemExit(1) from OSError("Address already in use")

    monkeypatch.setattr(uvicorn.Config, "bind_socket", refuse)
    taken = CliRunner().invoke(main, ["serve", "--store", store.where])
    assert taken.exit_code == 2 and "Give another --port" in taken.output


# ── speed ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 12),
        ("/?as_of=2026-05-04T16:00:00Z", 28),
        ("/feed.atom", 6),
        ("/static/desk.css", 0),
        ("/api/v1/decisions?as_of=2026-05-06", 9),
    ],
)
def test_a_page_asks_the_store_few_questions(store: Store, path: str, most: int) -> None:
    """Each once, and none for each incident of a list: how many there are must not tell in how long a page takes."""
    desk = TestClient(create(store), base_url="http://127.0.0.1")
    asked: list[str] = []

    def count(_: object, __: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(store._engine, "before_cursor_execute", count)
    try:
        assert desk.get(path).status_code == 200
    finally:
        event.remove(store._engine, "before_cursor_execute", count)
    assert len(asked) <= most, "\n".join(asked)
    ends = [one for one in asked if "min(reports.published)" in one and "max(reports.published)" in one]
    assert not ends  # an index answers to one of the two at once, and to both together by all of it


def test_files_of_the_pages_are_kept_by_browsers(client: TestClient) -> None:
    page = client.get("/").text
    named = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(named) >= 3
    for path in named:
        answer = client.get(path)
        assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
        again = client.get(path, headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        plain = client.get(path, headers={"Accept-Encoding": "identity"})
        assert plain.content == answer.content and "content-encoding" not in plain.headers
    bare = client.get("/static/desk.css")
    assert "immutable" not in bare.headers["cache-control"]  # whatever it says tomorrow
    assert client.get("/static/absent.css").status_code == 404
    assert client.get("/static/..%2Fassets.py").status_code == 404


def test_each_form_of_a_file_has_its_own_tag(client: TestClient) -> None:
    for path in ("/static/desk.css", "/static/htmx.min.js"):
        plain, packed = (client.get(path, headers={"Accept-Encoding": form}) for form in ("identity", "gzip"))
        assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
        assert packed.content == plain.content  # unpacked by the client
        assert packed.headers["etag"] != plain.headers["etag"]
        for form, told in (("identity", plain), ("gzip", packed)):
            assert told.headers["vary"] == "Accept-Encoding"
            codes = [
                client.get(path, headers={"Accept-Encoding": form, "If-None-Match": one.headers["etag"]}).status_code
                for one in (told, packed if told is plain else plain)
            ]
            assert codes == [304, 200]
    small = client.get("/static/icon.svg")
    assert "content-encoding" not in small.headers and "vary" not in small.headers


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.000", False),
        ("*, gzip;q=0", False),
        ("gzip, *;q=0", True),
        ("x-not-gzip", False),
        ("identity", False),
        ("", False),
    ],
)
def test_who_does_not_take_gzip_gets_none(client: TestClient, accepted: str, packed: bool) -> None:
    for path in ("/", "/static/desk.css"):
        answer = client.get(path, headers={"Accept-Encoding": accepted})
        assert ("content-encoding" in answer.headers) == packed
        assert answer.headers["vary"].count("Accept-Encoding") == 1


def test_a_served_connection_sends_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the end of each answer waits until its beginning was acknowledged: 40 ms."""
    import uvicorn

    held: list[tuple[int, int]] = []

    def run(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        held.append((sockets[0].getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), gc.get_freeze_count()))

    monkeypatch.setattr(uvicorn.Server, "run", run)
    try:
        served = CliRunner().invoke(main, ["serve", "--port", "0", "--store", store.where])
    finally:
        gc.unfreeze()
    assert served.exit_code == 0, served.output
    assert held[0][0] and held[0][1] > 10_000


def test_so_many_answers_are_made_at_once(store: Store) -> None:
    async def held() -> float:
        made = create(store)
        async with made.router.lifespan_context(made):
            return current_default_thread_limiter().total_tokens

    assert anyio.run(held) == THREADS
