"""`asof add` where nothing can be written: one clear line, exit code 6, the store as it was, and then gone on with."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from asof.store import Store
from tests.store.commands import finish, held
from tests.store.conftest import Server
from tests.store.stream import REPORTS, Page, folder

pytestmark = pytest.mark.slow


def saying(path: Path, then: Callable[[], object] | None) -> None:
    """In the process of a command: put what it says into a file, and do something first."""
    with path.open("wb") as file:
        os.dup2(file.fileno(), 2)
    if then is not None:
        then()


def small_files(largest: int) -> None:
    """Let no file grow beyond so many bytes: to a program, a disk that takes no more."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))


def ordinary_user() -> None:
    if os.geteuid() == 0:
        os.seteuid(65534)


def refused(arguments: list[str], records: Path, path: Path, first: Callable[[], object] | None = None) -> str:
    """What a command says that ends with exit code 6: its last line, and no traceback."""
    assert finish([*arguments, "--quiet"], records, partial(saying, path, first)) == 6
    said = path.read_text(encoding="utf-8")
    assert said.startswith("asof: The store") and said.count("\n") == 1
    return said


@pytest.fixture
def news(told: list[Page], tmp_path: Path) -> str:
    return folder(tmp_path / "news", told)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_disk_that_takes_no_more(news: str, url: str, records: Path, tmp_path: Path) -> None:
    add = ["add", news, "--store", url]
    Store.open(url).close()
    limit = Path(url).stat().st_size + 150_000
    assert "disk" in refused(add, records, tmp_path / "said", partial(small_files, limit))
    kept = held(url).rows["reports"]
    assert 0 < kept < REPORTS and kept % 4 == 0, "whole transactions"
    assert finish(add, records) == 0
    assert held(url).rows["reports"] == REPORTS


@pytest.fixture
def small_tablespace(server: Server) -> Iterator[str]:
    """A tablespace on a disk of its own, with little room."""
    path = Path(tempfile.mkdtemp(prefix="asof-small-"))
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(path)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        path.rmdir()
        pytest.skip("a small disk can be made by root alone, where mounting is allowed")
    try:
        shutil.chown(path, server.user)
        server.do(f"CREATE TABLESPACE small LOCATION '{path}'")
        server.do("CREATE DATABASE full_one TABLESPACE small TEMPLATE template")
        yield str(path)
        server.do("DROP DATABASE full_one WITH (FORCE)")
        server.do("DROP TABLESPACE small")
    finally:
        subprocess.run(["umount", str(path)], check=True)
        path.rmdir()


def test_a_server_without_room(news: str, server: Server, small_tablespace: str, records: Path, tmp_path: Path) -> None:
    url = server.url("full_one")
    add = ["add", news, "--store", url]
    rest = Path(small_tablespace) / "rest"
    free = shutil.disk_usage(small_tablespace).free
    rest.write_bytes(bytes(free - 250_000))
    assert "no room left" in refused(add, records, tmp_path / "said")
    kept = held(url).rows["reports"]
    assert kept < REPORTS and kept % 4 == 0, "whole transactions"
    rest.unlink()
    assert finish(add, records) == 0
    assert held(url).rows["reports"] == REPORTS


def test_a_file_that_may_only_be_read(told: list[Page], records: Path, public: Path, tmp_path: Path) -> None:
    news, url = folder(public / "news", told), str(public / "asof.db")
    assert finish(["add", str(Path(news) / "0000.txt"), "--store", url], records) == 0
    before = held(url)
    readable = Path(shutil.copy(records, public))
    Path(url).chmod(0o444)
    public.chmod(0o555)
    said = refused(["add", news, "--store", url], readable, tmp_path / "said", ordinary_user)
    assert "can be read and not written" in said
    assert held(url) == before


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_server_that_only_reads(news: str, url: str, records: Path, tmp_path: Path) -> None:
    refusing = f"{url}?options=-cdefault_transaction_read_only%3Don"
    said = refused(["add", news, "--store", refusing], records, tmp_path / "said")
    assert "can be read and not written" in said
    with Store.open(url) as store, store.reading() as shelf:
        assert shelf.reports() == []
