"""The page of all incidents: what is asked for stands in the address, and turns list, map and timeline alike."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from asof.store import Store
from asof.surface.web import incidents
from asof.surface.web.wanted import Wanted

NOON = "2026-05-04T12:00:00Z"


def body(client: TestClient, **asked: object) -> str:
    answer = client.get("/", params={name: str(value) for name, value in asked.items()})
    assert answer.status_code == 200, answer.text
    return answer.text


def listed(page: str) -> list[str]:
    return re.findall(r'data-incident="(h-\w+)"', page)


def test_the_list_says_what_where_how_many_and_whose_count(client: TestClient) -> None:
    page = body(client)
    assert len(listed(page)) == 3
    assert "Assault, drone" in page and "Barouéli, Mali" in page
    row = page[page.index("Assault, drone") :]
    assert re.search(r"<b>8</b>.*8 to 15.*Barouéli hospital", row) and "4 reports, 3 independent" in row


def test_the_page_turns_back_to_what_was_known_then(client: TestClient) -> None:
    page = body(client, as_of=NOON)
    assert len(listed(page)) == 1 and "As known at <b>2026-05-04 12:00 UTC</b>" in page
    assert "<b>5</b>" in page and "1 report" in page and "8 to 15" not in page
    assert f"as_of={NOON.replace(':', '%3A')}" in page  # links carry the moment
    assert "Nothing was known then" in body(client, as_of="2026-05-03")


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"type": "protest"}, 1),
        ({"place": "Mali"}, 3),
        ({"place": "Barouéli"}, 1),
        ({"actor": "malian army"}, 1),
        ({"killed": 8}, 1),
        ({"killed": 9}, 0),
        ({"status": "planned"}, 0),
        ({"start": "2026-05-05"}, 1),
        ({"end": "2026-05-04"}, 1),
        ({"west": -7, "south": 13, "east": -6, "north": 14}, 1),
        ({"west": 10, "south": 13, "east": 20, "north": 14}, 0),
    ],
)
def test_a_filter_holds_for_the_list_and_the_map(client: TestClient, asked: dict[str, object], number: int) -> None:
    page = body(client, **asked)
    assert len(listed(page)) == number
    marked = {one for ids in re.findall(r'data-of="([^"]*)"', page) for one in ids.split()}
    assert marked <= set(listed(page))
    assert "Clear" in page


@pytest.mark.parametrize(
    "asked",
    [
        "killed=many",
        "west=1",
        "west=a&south=1&east=2&north=3",
        "north=95&south=1&west=1&east=2",
        "status=odd",
        "start=soon",
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(client: TestClient, asked: str) -> None:
    assert client.get(f"/?{asked}").status_code == 400


def test_an_address_is_only_what_is_asked(client: TestClient) -> None:
    answer = client.get("/?place=&type=ASSAULT&status=&killed=05&utm=x", follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/?type=ASSAULT&killed=5"


def test_the_slider_works_as_a_plain_form(client: TestClient) -> None:
    steps = re.search(r'max="(\d+)" value="\1"', body(client))
    assert steps is not None and steps[1] == "4"  # five moments of publication; the last is now
    moved = client.get("/?turned=4&turn=1&as_of=&type=ASSAULT", follow_redirects=False)
    assert moved.headers["location"] == "/?type=ASSAULT&as_of=2026-05-04T16%3A00%3A00Z"
    back = client.get("/?turned=1&turn=4&as_of=2026-05-04", follow_redirects=False)
    assert back.headers["location"] == "/"
    rested = client.get("/?turned=1&turn=1&as_of=2026-05-04", follow_redirects=False)
    assert rested.headers["location"] == "/?as_of=2026-05-04"


def test_what_changed_since_the_last_look(client: TestClient) -> None:
    page = body(client, since="2026-05-04T20:00Z")
    assert len(listed(page)) == 3 and page.count('class="status new"') == 2
    changes = page[page.index('class="changes"') :]
    assert re.search(r"<b>killed</b> 9 .* → 8 ", changes) and "Barouéli hospital" in changes
    assert "Nothing changed since then" in body(client, since="2026-05-06")


def test_the_last_look_is_remembered_by_the_browser(store: Store, client: TestClient) -> None:
    assert "last look" not in body(client)
    assert 'data-seen="2026-05-05T12:00:00Z"' in body(client)
    seen = client.get("/", headers={"cookie": "seen=2026-05-04T20:00:00Z"}).text
    assert "3 changed since your last look" in seen
    assert "Nothing new since" in client.get("/", headers={"cookie": "seen=2026-05-05T12:00:00Z"}).text
    assert client.get("/", headers={"cookie": "seen=<script>"}).status_code == 200


@pytest.mark.parametrize("asked", [{}, {"as_of": "2026-05-06"}])
def test_portions_follow_each_other(client: TestClient, monkeypatch: pytest.MonkeyPatch, asked: dict[str, str]) -> None:
    monkeypatch.setattr(incidents, "PORTION", 1)
    page, found = body(client, **asked), list[str]()
    while following := re.search(r'rel="next" href="([^"]+)"', page):
        found += listed(page)
        page = client.get(following[1].replace("&amp;", "&")).text
    found += listed(page)
    assert len(found) == len(set(found)) == 3 and "Back to the latest" in page
    assert client.get("/?after=x").status_code == 400


def test_the_map_and_the_timeline_have_their_tables(client: TestClient) -> None:
    page = body(client)
    assert page.count("As a table") == 2
    assert "Mali" in page[page.index("Places on the map") :]
    assert re.search(r"2026-05-04</a></td><td class=\"n\">1<", page)


def test_outlines_are_a_picture_that_browsers_keep(client: TestClient) -> None:
    answer = client.get("/land.svg?west=-20&south=0&east=20&north=30")
    assert answer.headers["content-type"] == "image/svg+xml" and "max-age" in answer.headers["cache-control"]
    assert 'id="land"' in answer.text and len(answer.text) > 2000
    assert client.get("/land.svg?west=20&south=0&east=-20&north=30").status_code == 400


def test_an_address_is_read_as_it_was_written() -> None:
    wanted = Wanted(place="El Obeid", box=(29.5, 12.0, 31.0, 14.0), killed=3, as_of="2026-03-10", type="ASSAULT")
    assert Wanted.read(wanted.asked()) == wanted
    assert "as_of" not in wanted.address(as_of="") and wanted.address("/feed").startswith("/feed?place=El+Obeid")


def test_of_more_than_are_drawn_those_that_were_known_then_are_shown(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incidents, "DRAWN", 1)
    page = body(client, as_of=NOON)  # the one of that time is not among the latest
    assert '<h2 id="list-title">1 incident</h2>' in page and page.count("data-of=") == 1
    assert "More than 1 incident" in body(client)
