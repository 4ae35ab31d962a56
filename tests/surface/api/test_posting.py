"""Reports that are posted: read, kept once, or refused with words."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from typing import Any

import pytest
from fastapi.testclient import TestClient

from asof.store import Store
from asof.surface.access import Settings
from asof.surface.api import schemas

from ...ledger_store import items
from .conftest import V1, got, holds, served


def test_a_report_that_is_posted_is_read_and_kept_once(client: TestClient) -> None:
    facts = b"---\npublished: 2026-05-04T19:00Z\n---\nThree killed in Kayes\n\n"
    content = facts + b"Gunmen killed three traders in Kayes, Mali, on Monday, police said.\n"
    first = client.post(f"{V1}/reports", content=content, headers={"Content-Type": "text/plain"})
    assert first.status_code == 201
    told = first.json()
    holds(schemas.Taken, told)
    assert told["report"] == hashlib.sha256(content).hexdigest()
    assert len(told["incidents"]) == 1
    again = client.post(f"{V1}/reports", content=content, headers={"Content-Type": "text/plain; charset=utf-8"})
    assert (again.status_code, again.json()["fate"]) == (200, "known")
    assert got(client, f"/incidents/{told['incidents'][0]}")["tolls"][0]["best"] == 3


def test_a_page_and_an_article(client: TestClient) -> None:
    words = "Two people were killed in Segou, Mali, on Monday,"
    page = f"""<html><head><title>Two killed in Segou</title></head><body><article><p>{words} police said.</p>
        <script>alert(1)</script></article></body></html>""".encode()
    article = json.dumps({"title": "Two killed in Segou", "text": f"{words} the army said.", "published": "2026-05-04"})
    for kind, body in (("text/html", page), ("application/json", article.encode())):
        answer = client.post(f"{V1}/reports", content=body, headers={"Content-Type": kind})
        assert answer.status_code == 201, answer.text
        assert "alert" not in client.get(f"{V1}/reports/{answer.json()['report']}/text").text


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"", "text/plain", 422),
        (b"\x00\x01\x02\xff\xfe" * 40, "text/plain", 422),
        ("Le marché de Barouéli a été frappé lundi matin, selon des témoins.".encode(), "text/plain", 422),
        (b"{" * 100_000, "application/json", 422),
        (b"[1, 2]", "application/json", 422),
        (b"x" * 2_000_001, "text/plain", 413),
        (b"GIF89a", "image/gif", 415),
        (b"a=b", "application/x-www-form-urlencoded", 415),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_and_not_kept(client: TestClient, content: bytes, kind: str, status: int) -> None:
    answer = client.post(f"{V1}/reports", content=content, headers={"Content-Type": kind})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    assert len(got(client, "/reports")["items"]) == len(items())


def test_a_body_of_no_stated_length_is_cut_off(client: TestClient) -> None:
    read = []

    def endless() -> Any:
        for number in range(100):
            read.append(number)
            yield b"x" * 100_000

    answer = client.post(f"{V1}/reports", content=endless(), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 413


def test_nothing_is_fetched_unless_the_server_was_started_for_it(client: TestClient) -> None:
    answer = client.post(f"{V1}/reports/fetch", json={"url": "http://127.0.0.1:1/"})
    assert answer.status_code == 403


def test_what_is_fetched_is_not_of_a_private_network(store: Store) -> None:
    client = served(store, Settings(fetch=True))
    for address in ("http://127.0.0.1:1/", "http://[::1]/", "http://169.254.169.254/", "http://10.0.0.1/x"):
        answer = client.post(f"{V1}/reports/fetch", json={"url": address})
        assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), answer.text
        assert "private" in answer.json()["detail"] or "public" in answer.json()["detail"], answer.text
    assert client.post(f"{V1}/reports/fetch", json={"url": "file:///etc/passwd"}).status_code == 422


def test_the_language_model_is_not_loaded_to_answer_questions(store: Store) -> None:
    asked = f"""
import sys
from fastapi.testclient import TestClient
from asof.store import Store
from asof.surface.access import Settings
from asof.surface.web.app import create
with Store.open({store.where!r}) as store:
    client = TestClient(create(store, Settings()), base_url="http://localhost")
    for path in ("incidents", "claims", "reports", "search?q=market", "openapi.json"):
        assert client.get("/api/v1/" + path).status_code == 200
assert "spacy" not in sys.modules, "spacy"
"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
