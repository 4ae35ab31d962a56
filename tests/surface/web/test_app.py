"""What every page of the desk has: its headers, its failures, its files."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from asof.store import Store
from asof.surface.cli import main
from asof.surface.web.app import create


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
