"""Stores to test on: a fresh one for each test on SQLite, and on a PostgreSQL that is started for the session.

The server runs from a temporary folder on a free port of the loopback, as an ordinary user (it refuses to run
as root). Where PostgreSQL is not installed these tests skip; with ASOF_REQUIRE=postgresql they fail instead.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from asof.store import Store
from tests.store.commands import read_ahead
from tests.store.stream import Page, pages

NEEDED = 15  # the oldest major version that is tested
ENGINES = ("sqlite", "postgresql")
_databases = count(1)


def binaries() -> Path | None:
    """The folder with initdb and postgres: the newest that Debian's packages installed, else the one on the path."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin/initdb") if int(path.parts[-3]) >= NEEDED]
    if found:
        return max(found, key=lambda path: int(path.parts[-3])).parent
    named = shutil.which("initdb")
    return None if named is None else Path(named).resolve().parent


class Server:
    """A PostgreSQL of our own. `url` is that of a database on it."""

    def __init__(self, folder: Path, bins: Path) -> None:
        self.folder, self.bins = folder, bins
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(folder, self.user)
        self._run("initdb", "--no-sync", "--auth=trust", "--username=asof", "--encoding=UTF8", "--locale=C", "data")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": ""}
        options |= dict.fromkeys(("fsync", "full_page_writes", "synchronous_commit", "autovacuum"), "off")
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            command = [str(bins / "postgres"), "-D", str(folder / "data"), *settings]
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **self._as_user())
        self._wait()

    def url(self, database: str) -> str:
        return f"postgresql://asof@127.0.0.1:{self.port}/{database}"

    def do(self, statement: str) -> None:
        engine = create_engine(self.url("postgres").replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(60)

    def _as_user(self) -> dict[str, object]:
        return {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}

    def _run(self, name: str, *arguments: str) -> None:
        command = [str(self.bins / name), *arguments]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, **self._as_user())

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1):
                    self.do("SELECT 1")
                    return
            except Exception:
                if time.monotonic() > until or self.process.poll() is not None:
                    pytest.fail(f"PostgreSQL did not start: {(self.folder / 'log').read_text()}")
                time.sleep(0.1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    bins = binaries()
    if bins is None:
        said = f"PostgreSQL {NEEDED} or later is not installed: apt-get install postgresql"
        pytest.fail(said) if "postgresql" in os.environ.get("ASOF_REQUIRE", "") else pytest.skip(said)
    folder = Path(tempfile.mkdtemp(prefix="asof-postgresql-"))
    started = Server(folder, bins)
    try:
        started.do("CREATE DATABASE template")
        Store.open(started.url("template")).close()
        yield started
    finally:
        started.stop()
        shutil.rmtree(folder)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def new_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Makes the URL of a fresh store; with `empty`, of a place where none is yet."""
    made: list[str] = []

    def make(empty: bool = False) -> str:
        number = next(_databases)
        if engine == "sqlite":
            return str(tmp_path / f"{number}.db")
        server: Server = request.getfixturevalue("server")
        server.do(f"CREATE DATABASE d{number}" + ("" if empty else " TEMPLATE template"))
        made.append(f"d{number}")
        return server.url(f"d{number}")

    yield make
    for name in made:
        request.getfixturevalue("server").do(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def url(new_url: Callable[..., str]) -> str:
    return new_url()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


@pytest.fixture(scope="session")
def told() -> list[Page]:
    """Reports that several outlets tell the same incidents in."""
    return pages()


@pytest.fixture(scope="session")
def records(told: list[Page], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of what was read from them, for `commands.run`."""
    path = tmp_path_factory.mktemp("read") / "records"
    read_ahead((page.text() for page in told), path)
    return path


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can look into."""
    folder = Path(tempfile.mkdtemp(prefix="asof-public-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
