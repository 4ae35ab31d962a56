"""Lists come in portions that neither repeat nor skip, and what is known is not sent again."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from .conftest import V1, got

LISTS = ["/incidents", "/incidents?as_of=2026-05-05", "/claims", "/quotes", "/actors", "/places", "/reports",
         "/reports?as_of=2026-05-05", "/decisions", "/search?q=market"]  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_portions_are_the_list(client: TestClient, path: str, limit: int) -> None:
    lines = client.get(V1 + path, params={"format": "jsonl"} | dict(_query(path)))
    whole = [json.loads(line) for line in lines.text.splitlines()]
    assert whole
    assert lines.headers["content-type"] == "application/x-ndjson"
    found, cursor = [], None
    while True:
        query = {"limit": limit} | ({} if cursor is None else {"cursor": cursor}) | dict(_query(path))
        page = got(client, path.partition("?")[0], **query)
        assert len(page["items"]) <= limit
        found += page["items"]
        if (cursor := page["next"]) is None:
            break
    assert found == whole


def _query(path: str) -> list[tuple[str, str]]:
    return [tuple(path.partition("?")[2].split("="))] if "?" in path else []  # type: ignore[list-item]


def test_lines_by_the_accept_header_and_up_to_a_limit(client: TestClient) -> None:
    answer = client.get(f"{V1}/claims?limit=3", headers={"Accept": "application/x-ndjson"})
    assert len(answer.text.splitlines()) == 3


@pytest.mark.parametrize(
    "cursor", ["", "x", "W10", "WzFd", "W251bGwsbnVsbF0", "eyJhIjoxfQ", "W1tdLFtdLC0xXQ", "é", "\x00"]
)
def test_a_cursor_that_is_none_is_told(client: TestClient, cursor: str) -> None:
    for path in ("/incidents", "/claims", "/reports", "/decisions"):
        if (path, cursor) != ("/decisions", "WzFd"):  # [1] is a place in the list of decisions
            assert client.get(V1 + path, params={"cursor": cursor}).status_code == 422


def test_what_is_known_is_not_sent_again_until_something_is_added(client: TestClient, strike: str) -> None:
    path = f"{V1}/incidents/{strike}"
    tag = client.get(path).headers["etag"]
    for known in (tag, f'"other", {tag}', "*"):
        again = client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    tellings = got(client, f"/incidents/{strike}")["tellings"]
    body = {"incident": strike, "telling": tellings[-1]}
    assert client.post(f"{V1}/decisions/split", json=body).status_code == 201
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_lines_and_a_portion_have_their_own_etags(client: TestClient) -> None:
    plain, lines = client.get(f"{V1}/claims"), client.get(f"{V1}/claims", headers={"Accept": "application/x-ndjson"})
    assert plain.headers["etag"] != lines.headers["etag"]
    assert "Accept" in plain.headers["vary"]
