"""The API on the bundled stream of a market strike and a march: invented reports, read once for all tests."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from asof import ask
from asof.store import IncidentFilter, Store
from asof.surface import access, api
from asof.surface.access.settings import Settings

SETTINGS = Settings()
V1 = "/api/v1"
LATE = "2026-05-04T12:00Z"  # only the first report was out


@pytest.fixture
def store(stream_store: Store) -> Store:
    return stream_store


def application(store: Store, settings: Settings = SETTINGS) -> FastAPI:
    """The API alone, with access in front."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    api.install(app)
    access.install(app, store, settings)
    return app


def served(store: Store, settings: Settings = SETTINGS) -> TestClient:
    return TestClient(application(store, settings), base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture
def client(store: Store) -> TestClient:
    return served(store)


@pytest.fixture
def strike(store: Store) -> str:
    with store.reading() as shelf:
        return ask.incidents(shelf, IncidentFilter(type="ASSAULT"))[0].id


def got(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(V1 + path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def holds(kind: Any, value: Any) -> None:
    """The value is of this shape, and has nothing that the shape has not."""
    made = TypeAdapter(kind).validate_python(value)
    assert TypeAdapter(kind).dump_python(made, mode="json", by_alias=True) == value
