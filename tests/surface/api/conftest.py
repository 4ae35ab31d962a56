"""The API on the bundled stream of a market strike and a march: invented reports, read once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from asof.store import Store
from asof.surface import access, api
from asof.surface.access.settings import Settings

from ...ledger_store import filled

SETTINGS = Settings()


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("api") / "asof.db"
    filled(path).close()
    return path


@pytest.fixture
def store(original: Path, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "asof.db").write_bytes(original.read_bytes())
    with Store.open(tmp_path / "asof.db") as found:
        yield found


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
