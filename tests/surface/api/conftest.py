"""The API on the bundled stream of a market strike and a march: invented reports, read once for all tests."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from asof.store import Store
from asof.surface import access, api
from asof.surface.access.settings import Settings

SETTINGS = Settings()


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
