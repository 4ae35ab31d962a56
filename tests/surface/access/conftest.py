"""A desk with accounts: one of each role. Hashing is made cheap, so that hundreds of sign-ins take no time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from asof.store import Store
from asof.surface.access import Settings, accounts
from asof.surface.web.app import create

PASSWORD = "correct horse battery"
Open = Callable[..., TestClient]


@pytest.fixture
def store(stream_store: Store) -> Store:
    return stream_store


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    accounts._nobodys.cache_clear()


@pytest.fixture
def team(store: Store) -> Store:
    for role in ("reader", "coder", "admin"):
        accounts.add(store, f"a-{role}", role, PASSWORD)
    return store


@pytest.fixture
def opened() -> Open:
    """A browser at a store's desk."""

    def open_(store: Store, settings: Settings | None = None, base: str = "http://localhost") -> TestClient:
        return TestClient(create(store, settings), base_url=base, raise_server_exceptions=False, follow_redirects=False)

    return open_


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    return client.post("/login", data={"name": name, "password": password}).status_code
