"""Decisions and corrections are taken and undone, and refused where they are none."""

from __future__ import annotations

from fastapi.testclient import TestClient

from asof.surface.api import schemas

from .conftest import LATE, V1, got, holds


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


def test_a_figure_is_moved_to_another_incident_of_its_report(client: TestClient) -> None:
    def tolls(kind: str) -> set[str]:
        (found,) = got(client, "/incidents", type=kind)["items"]
        return {toll["measure"] for toll in got(client, f"/incidents/{found['id']}")["tolls"]}

    (march,) = got(client, "/incidents", type="PROTEST")["items"]
    figure = next(
        one for one in got(client, "/claims", kind="figures")["items"] if one["value"]["measure"] == "arrested"
    )
    assert "arrested" in tolls("COERCE") - tolls("PROTEST")
    body = {"claim": figure["value"]["id"], "field": "incident", "value": march["tellings"][0], "by": "Awa"}
    made = client.post(f"{V1}/corrections", json=body)
    assert made.status_code == 201, made.text
    assert "arrested" in tolls("PROTEST") - tolls("COERCE")
    id = made.json()["corrections"][0]["id"]
    assert client.post(f"{V1}/decisions/{id}/undo", json={}).status_code == 201
    assert "arrested" in tolls("COERCE") - tolls("PROTEST")
    assert client.post(f"{V1}/corrections", json=body | {"value": "i-000000000000"}).status_code == 422
