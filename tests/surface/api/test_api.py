"""The API answers what the commands answer, as of any moment, in portions that neither repeat nor skip."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter

from asof import ask, pipeline
from asof.explain import explain
from asof.ledger import Decision
from asof.store import IncidentFilter, Store
from asof.surface import export, ledger_json
from asof.surface import json as record_json
from asof.surface.access import Settings
from asof.surface.api import schemas

from ...ledger_store import FILES, items
from .conftest import served

V1 = "/api/v1"
LATE = "2026-05-04T12:00Z"  # only the first report was out


def got(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(V1 + path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture
def strike(store: Store) -> str:
    with store.reading() as shelf:
        return ask.incidents(shelf, IncidentFilter(type="ASSAULT"))[0].id


# ── incidents ────────────────────────────────────────────────────────────────────────────────────


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


# ── lists ────────────────────────────────────────────────────────────────────────────────────────

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


# ── ETags ────────────────────────────────────────────────────────────────────────────────────────


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


# ── what records hold ────────────────────────────────────────────────────────────────────────────


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


# ── decisions and corrections ────────────────────────────────────────────────────────────────────


def test_a_decision_is_taken_and_undone(client: TestClient, strike: str) -> None:
    before = got(client, f"/incidents/{strike}")
    body = {"incident": strike, "telling": before["tellings"][-1], "note": "another market", "by": "Awa"}
    made = client.post(f"{V1}/decisions/split", json=body).json()
    holds(schemas.Decided, made)
    assert {one["by"] for one in made["decisions"]} == {"Awa"}
    assert len(got(client, f"/incidents/{strike}")["tellings"]) == len(before["tellings"]) - 1
    for one in made["decisions"]:
        assert got(client, f"/decisions/{one['id']}")["note"] == "another market"
        undone = client.post(f"{V1}/decisions/{one['id']}/undo", json={"by": "Awa"})
        assert undone.status_code == 201
        assert undone.json()["decisions"][0]["undoes"] == one["id"]
    assert got(client, f"/incidents/{strike}") == before
    people = got(client, "/decisions", person="true")["items"]
    assert len(people) == 2 * len(made["decisions"])
    assert not got(client, "/decisions", as_of=LATE)["items"]


def test_a_decision_that_cannot_be_taken_is_told(client: TestClient, strike: str) -> None:
    for body, status in (
        ({"left": strike, "right": strike, "verdict": "same"}, 422),
        ({"left": strike, "right": "h-000000000000", "verdict": "same"}, 404),
        ({"left": strike, "right": "x", "verdict": "same"}, 422),
        ({"left": strike, "right": strike, "verdict": "maybe"}, 422),
        ({"left": strike, "right": strike, "verdict": "same", "at": "2020-01-01"}, 422),
        ({"left": strike, "right": strike, "verdict": "same", "by": "rule:nearest@1"}, 422),
    ):
        answer = client.post(f"{V1}/decisions", json=body)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_value_is_corrected_and_its_correction_undone(client: TestClient, strike: str) -> None:
    before = got(client, f"/incidents/{strike}")
    toll = next(one for one in before["tolls"] if one["measure"] == "killed" and one["group"] is None)
    figure = next(one for one in toll["figures"] if one["current"])
    body = {"claim": figure["id"], "field": "value", "value": figure["value"] + 1, "by": "Awa"}
    made = client.post(f"{V1}/corrections", json=body)
    assert made.status_code == 201, made.text
    holds(schemas.Decided, made.json())
    correction = made.json()["corrections"][0]
    assert (correction["before"], correction["value"]) == (figure["value"], figure["value"] + 1)
    assert got(client, "/corrections")["items"] == [correction]
    assert got(client, f"/incidents/{strike}") != before
    assert client.post(f"{V1}/decisions/{correction['id']}/undo", json={}).status_code == 201
    assert got(client, f"/incidents/{strike}") == before
    for wrong in ({"field": "colour"}, {"field": "value", "value": "many"}, {"field": "value", "value": 10**30}):
        assert client.post(f"{V1}/corrections", json=body | wrong).status_code == 422


# ── exports ──────────────────────────────────────────────────────────────────────────────────────


def test_an_export_is_what_asof_export_writes(client: TestClient, store: Store, tmp_path: Path) -> None:
    names = [one["name"] for one in got(client, "/export")]
    assert names == list(export.FORMATS)
    for name in names:
        several = len(export.format_of(name).files) > 1
        out = tmp_path / (f"asof-{name}.zip" if several else f"asof-{name}.{name}")
        done = export.export(store, name, out, IncidentFilter(place="Kayes"), ask.moment("2026-05-06"))
        query = {"place": "Kayes", "as_of": "2026-05-06"}
        answer = client.get(f"{V1}/export/{name}", params=query)
        assert answer.status_code == 200, answer.text
        assert answer.content == out.read_bytes()
        assert answer.headers["content-disposition"] == f'attachment; filename="{out.name}"'
        report = client.get(f"{V1}/export/{name}", params=query | {"part": "report"})
        assert report.content == done.report.read_bytes()
    assert client.get(f"{V1}/export/none").status_code == 404


def test_a_box(client: TestClient) -> None:
    assert len(got(client, "/incidents", box="-8,12,-6,14")["items"]) == 1
    for wrong in ("1,2,3", "a,b,c,d", "0,10,0,-10", "nan,nan,nan,nan", "-181,0,0,0"):
        assert client.get(f"{V1}/incidents", params={"box": wrong}).status_code == 422


# ── the description is true ──────────────────────────────────────────────────────────────────────


def holds(kind: Any, value: Any) -> None:
    """The value is of this shape, and has nothing that the shape has not."""
    made = TypeAdapter(kind).validate_python(value)
    assert TypeAdapter(kind).dump_python(made, mode="json", by_alias=True) == value


def test_every_answer_has_the_shape_that_is_described(client: TestClient, strike: str) -> None:
    shapes: dict[str, Any] = {
        "/incidents": schemas.Portion[schemas.Incident],
        "/claims": schemas.Portion[schemas.Claim],
        "/quotes": schemas.Portion[schemas.Said],
        "/actors": schemas.Portion[schemas.Acting],
        "/places": schemas.Portion[schemas.Placed],
        "/reports": schemas.Portion[schemas.Report],
        "/decisions": schemas.Portion[Decision],
        "/search?q=market": schemas.Portion[schemas.Found],
        f"/incidents/{strike}": schemas.Incident,
        f"/incidents/{strike}/tolls": schemas.Tolls,
        f"/incidents/{strike}/differences?from=2026-05-04T11:30Z": schemas.Differences,
        f"/incidents/{strike}/explain": schemas.Chain,
    }
    for path, shape in shapes.items():
        holds(shape, client.get(V1 + path).json())
    for one in got(client, "/reports")["items"]:
        holds(schemas.Told, got(client, f"/reports/{one['sha256']}"))


def test_the_description_names_every_error_as_a_problem(client: TestClient) -> None:
    document = client.get(f"{V1}/openapi.json").json()
    for path, operations in document["paths"].items():
        assert path.startswith(V1)
        for operation in operations.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    assert list(response["content"]) == ["application/problem+json"], (path, status)
    assert issubclass(schemas.Incident, BaseModel)


# ── what no route takes ──────────────────────────────────────────────────────────────────────────


def test_problems_where_no_route_is(client: TestClient) -> None:
    missing = client.get(f"{V1}/nothing")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
    wrong = client.delete(f"{V1}/incidents")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET")


# ── reports that are posted ──────────────────────────────────────────────────────────────────────


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
