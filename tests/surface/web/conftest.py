"""The desk over the bundled stream, for tests without a browser and with one.

The browser is the system's Chromium (`apt-get install chromium`), never one that is downloaded. Where there is none,
tests that need it skip; with ASOF_REQUIRE=chromium they fail instead.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from starlette.testclient import TestClient

from asof.store import Store
from asof.surface.web.app import create
from tests.ledger_store import filled

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with filled(tmp_path_factory.mktemp("web") / "asof.db") as made:
        yield made


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    return TestClient(create(store), base_url="http://127.0.0.1:8470")


@contextmanager
def served(store: Store) -> Iterator[str]:
    """The desk over a store, on a free port of the loopback: its address."""
    import uvicorn

    config = uvicorn.Config(create(store), port=0, log_config=None, log_level="critical")
    with closing(config.bind_socket()) as bound:
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started:
            assert time.monotonic() < until, "the desk did not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)


@pytest.fixture(scope="session")
def serving() -> Any:
    """`served`, for tests that have a store of their own."""
    return served


@pytest.fixture(scope="session")
def desk(store: Store) -> Iterator[str]:
    with served(store) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if path is None:
        said = "Chromium is not installed: apt-get install chromium"
        pytest.fail(said) if "chromium" in os.environ.get("ASOF_REQUIRE", "") else pytest.skip(said)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
