"""The API answers about incidents what the commands answer, as of any moment."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from asof import ask, pipeline
from asof.explain import explain
from asof.store import Store
from asof.surface import ledger_json

from .conftest import LATE, V1, got


@pytest.mark.parametrize("as_of", [None, LATE])
def test_an_incident_is_what_asof_show_gives(client: TestClient, store: Store, strike: str, as_of: str | None) -> None:
    query = {} if as_of is None else {"as_of": as_of}
    with store.reading() as shelf:
        found = ask.incident(shelf, strike, as_of and ask.moment(as_of))
        history = ask.history(shelf, strike, as_of and ask.moment(as_of))
    assert got(client, f"/incidents/{strike}", **query) == ledger_json.incident(found, pipeline.producer())
    assert got(client, f"/incidents/{strike}/tolls", **query) == ledger_json.history(history, pipeline.producer())


def test_differences_between_two_moments(client: TestClient, store: Store, strike: str) -> None:
    start, end = ask.moment(LATE), ask.moment("2026-05-05")
    with store.reading() as shelf:
        _, after, found = ask.changes(shelf, strike, start, end)
    expected = ledger_json.differences(after, start, end, found, pipeline.producer())
    assert got(client, f"/incidents/{strike}/differences", **{"from": LATE, "to": "2026-05-05"}) == expected
    assert got(client, f"/incidents/{strike}/differences", **{"from": LATE, "as_of": "2026-05-05"}) == expected
    assert client.get(f"{V1}/incidents/{strike}/differences").status_code == 422


def test_explain_leads_to_the_bytes(client: TestClient, store: Store, strike: str) -> None:
    with store.reading() as shelf:
        expected = [link.text for link in explain(shelf, f"{strike}:killed")]
    by_incident = got(client, f"/incidents/{strike}/explain", measure="killed")
    assert [link["text"] for link in by_incident["links"]] == expected
    assert got(client, f"/explain/{strike}:killed") == by_incident
    assert any("digest checked" in text for text in expected)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 3),
        ({"type": "assault"}, 1),
        ({"mode": "drone"}, 1),
        ({"mode": "arrest"}, 1),
        ({"place": "MLI"}, 3),
        ({"place": "kayes"}, 2),
        ({"place": "13.077,-6.832", "within": 20}, 1),
        ({"place": "Barouéli", "within": 20}, 1),
        ({"actor": "teachers"}, 1),
        ({"min_killed": 8}, 1),
        ({"min_killed": 9}, 0),
        ({"min_killed": 9, "as_of": "2026-05-04"}, 1),
        ({"since": "2026-05-05"}, 1),
        ({"until": "2026-05-04"}, 1),
        ({"published_by": LATE}, 1),
        ({"published_since": "2026-05-05"}, 3),
        ({"status": ["occurred", "ongoing"]}, 3),
        ({"status": "planned"}, 0),
        ({"as_of": LATE}, 1),
    ],
)
def test_incidents_by_every_filter(client: TestClient, query: dict[str, Any], count: int) -> None:
    assert len(got(client, "/incidents", **query)["items"]) == count


def test_a_filter_that_is_none_is_told_and_not_passed_over(client: TestClient) -> None:
    for query in ({"plaec": "Kayes"}, {"within": "5"}, {"as_of": "yesterday"}, {"min_killed": "-1"}, {"limit": "0"}):
        answer = client.get(f"{V1}/incidents", params=query)
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


def test_a_box(client: TestClient) -> None:
    assert len(got(client, "/incidents", box="-8,12,-6,14")["items"]) == 1
    for wrong in ("1,2,3", "a,b,c,d", "0,10,0,-10", "nan,nan,nan,nan", "-181,0,0,0"):
        assert client.get(f"{V1}/incidents", params={"box": wrong}).status_code == 422
