"""A backup of a running store restores into either engine, equal to the byte."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from asof.errors import NewerStore, NotAStore, StoreError
from asof.store import Store
from tests.store.freeze import fill
from tests.store.made import entry


def alter(path: Path, member: str, content: bytes | None) -> None:
    """The backup with another member in place of one; without it where `content` is null."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, held in members.items():
            if name != member:
                archive.writestr(name, held)
            elif content is not None:
                archive.writestr(name, content)


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    fill(store)
    store.backup(tmp_path / "one.zip")
    return tmp_path / "one.zip"


def test_a_restored_store_equals_the_original(
    backup: Path, store: Store, new_url: Callable[..., str], tmp_path: Path
) -> None:
    places = [str(tmp_path / "restored.db"), new_url(empty=True)]
    for place in places:
        with Store.restore(backup, place) as restored:
            assert restored.check() == []
            restored.backup(tmp_path / "two.zip")
            with restored.reading() as left, store.reading() as right:
                assert left.reports() == right.reports()
                assert left.search("shells -market OR killed") == right.search("shells -market OR killed")
                for kept in left.reports():
                    assert left.content(kept.sha256) == right.content(kept.sha256)
        assert (tmp_path / "two.zip").read_bytes() == backup.read_bytes()
        with Store.open(place) as restored, restored.writing() as tx:
            assert [added.outcome for added in tx.add([entry(0), entry(100)])] == ["known", "new"]


def test_a_backup_is_of_one_moment_while_others_write(store: Store, tmp_path: Path) -> None:
    fill(store)
    with store.writing() as tx:
        tx.add([entry(7)])
        store.backup(tmp_path / "one.zip")
    with Store.restore(tmp_path / "one.zip", tmp_path / "restored.db") as restored, restored.reading() as shelf:
        assert len(shelf.reports()) == 6


def test_nothing_is_restored_over_a_store(backup: Path, url: str) -> None:
    with pytest.raises(StoreError, match="a place without one"):
        Store.restore(backup, url)


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("asof-backup.json", None),
        ("asof-backup.json", b"{"),
        ("asof-backup.json", b'{"format": "asof-backup-9"}'),
        ("reports.jsonl", None),
        ("reports.jsonl", b'["no"]\n'),
        ("counts.jsonl", b""),
    ],
)
def test_what_is_no_whole_backup_is_refused_and_nothing_is_left(
    backup: Path, new_url: Callable[..., str], member: str, content: bytes | None
) -> None:
    alter(backup, member, content)
    there = new_url(empty=True)
    with pytest.raises(StoreError, match="backup"):
        Store.restore(backup, there)
    with pytest.raises(NotAStore, match="no store"):
        Store.open(there, create=False)


def test_a_torn_backup_is_refused(backup: Path, new_url: Callable[..., str]) -> None:
    backup.write_bytes(backup.read_bytes()[:-100])
    with pytest.raises(NotAStore, match="not a whole backup"):
        Store.restore(backup, new_url(empty=True))


def test_a_newer_backup_is_refused(backup: Path, new_url: Callable[..., str]) -> None:
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read("asof-backup.json"))
    alter(backup, "asof-backup.json", json.dumps(manifest | {"revision": "0999"}).encode())
    with pytest.raises(NewerStore, match="has schema 0999"):
        Store.restore(backup, new_url(empty=True))


def test_a_backup_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written or read: No such file"):
        Store.restore(tmp_path / "none.zip", tmp_path / "restored.db")


def test_an_earlier_backup_is_replaced_whole(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "one.zip"
    store.backup(path)
    fill(store)
    store.backup(path)
    assert [one.name for one in tmp_path.glob("*.zip")] == ["one.zip"] and not list(tmp_path.glob(".*"))
    with Store.restore(path, tmp_path / "restored.db") as restored, restored.reading() as shelf:
        assert len(shelf.reports()) == 6
