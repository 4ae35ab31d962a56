"""The desk over the bundled stream, for tests without a browser and, in `browser.py`, with one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from asof.store import Store
from asof.surface.web.app import create
from tests.ledger_store import filled


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with filled(tmp_path_factory.mktemp("web") / "asof.db") as made:
        yield made


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    return TestClient(create(store), base_url="http://127.0.0.1:8470")
