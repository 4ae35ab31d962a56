"""The description is true: shapes of answers, problems, and what no route takes."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient
from pydantic import BaseModel

from asof.ledger import Decision
from asof.surface.api import schemas

from .conftest import V1, got, holds


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


def test_problems_where_no_route_is(client: TestClient) -> None:
    missing = client.get(f"{V1}/nothing")
    assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")
    wrong = client.delete(f"{V1}/incidents")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "GET")
