"""No room left: a clear error, and the store as it was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from asof.errors import FullStore
from asof.store import Store
from tests.store.made import entry, told


def fill_up(store: Store) -> int:
    """Add until there is no room; how many transactions were kept."""
    for number in range(10000):
        batch = [entry(number * 20 + step) for step in range(20)]
        try:
            with store.writing() as tx:
                tx.add(batch)
                tx.keep([told(one) for one in batch])
        except FullStore as error:
            assert "no room left" in str(error) or "refuses" in str(error)
            return number
    raise AssertionError("it never was full")


def holds(store: Store, transactions: int) -> None:
    assert store.check() == []
    with store.reading() as shelf:
        assert len(shelf.reports(limit=100_000)) == transactions * 20


def test_a_store_that_may_not_grow(tmp_path: Path) -> None:
    with Store.open(tmp_path / "asof.db") as store:

        @event.listens_for(store._engine, "connect")
        def limit(connection: object, record: object) -> None:
            connection.execute("PRAGMA max_page_count=80")  # type: ignore[attr-defined]

        store._engine.dispose()
        holds(store, fill_up(store))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("a small disk can be made by root alone, where mounting is allowed")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    with Store.open(small_disk / "asof.db") as store:
        kept = fill_up(store)
        holds(store, kept)
    with Store.open(small_disk / "asof.db") as store:
        holds(store, kept)


def test_a_backup_that_finds_no_room_leaves_no_file(small_disk: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "asof.db") as store:
        with store.writing() as tx:
            tx.add([entry(number) for number in range(20)])
        (small_disk / "rest").write_bytes(os.urandom(1_528_000))
        with pytest.raises(FullStore, match="backup"):
            store.backup(small_disk / "asof.zip")
        assert [path.name for path in small_disk.iterdir()] == ["rest"]
