"""Reports and what their records hold, one by one and by name."""

from __future__ import annotations

import hashlib

from fastapi.testclient import TestClient

from asof.store import Store
from asof.surface import json as record_json

from ...ledger_store import FILES
from .conftest import LATE, V1, got


def test_a_report_with_its_record_text_and_bytes(client: TestClient, store: Store) -> None:
    content = FILES[1].read_bytes()
    sha = hashlib.sha256(content).hexdigest()
    told = got(client, f"/reports/{sha[:12]}")
    with store.reading() as shelf:
        record = shelf.record(sha)
    assert record is not None
    assert told["record"] == record_json.to_dict(record)
    assert len(told["incidents"]) == 1
    assert client.get(f"{V1}/reports/{sha}/text").text == record.text
    given = client.get(f"{V1}/reports/{sha}/content")
    assert given.content == content
    assert given.headers["content-type"] == "application/octet-stream"
    assert given.headers["content-disposition"] == f'attachment; filename="{sha}.bin"'
    assert given.headers["x-content-type-options"] == "nosniff"


def test_what_was_not_published_by_then_is_not_there(client: TestClient) -> None:
    reports = got(client, "/reports")["items"]
    last = reports[-1]["sha256"]
    assert len(got(client, "/reports", as_of=LATE)["items"]) == 1
    for path in (f"/reports/{last}", f"/reports/{last}/text", f"/reports/{last}/content"):
        assert client.get(V1 + path, params={"as_of": LATE}).status_code == 404
    quote = got(client, "/quotes", report=last)["items"]
    claim = got(client, "/claims", report=last)["items"][0]["value"]["id"]
    assert client.get(f"{V1}/claims/{claim}", params={"as_of": LATE}).status_code == 404
    assert got(client, f"/claims/{claim}")["report"] == last
    assert all(one["report"] == last for one in quote)
    assert not got(client, "/search", q="teachers", as_of=LATE)["items"]


def test_claims_of_an_incident_are_those_about_it(client: TestClient, strike: str) -> None:
    tellings = set(got(client, f"/incidents/{strike}")["tellings"])
    found = got(client, "/claims", incident=strike, kind="figures")["items"]
    assert found
    assert {one["value"]["incident"] for one in found} <= tellings
    assert {one["kind"] for one in found} == {"figures"}
    assert len(got(client, "/claims", incident=strike, as_of=LATE)["items"]) < len(
        got(client, "/claims", incident=strike)["items"]
    )


def test_one_of_each_kind_by_its_id(client: TestClient) -> None:
    for kind in ("claims", "quotes", "actors", "places"):
        one = got(client, f"/{kind}")["items"][0]
        assert got(client, f"/{kind}/{one['value']['id']}") == one


def test_by_name(client: TestClient) -> None:
    assert {one["value"]["name"] for one in got(client, "/actors", name="kassogue")["items"]} == {"Oumar Kassogué"}
    assert {one["value"]["name"] for one in got(client, "/places", name="kayes")["items"]} == {"Kayes"}
