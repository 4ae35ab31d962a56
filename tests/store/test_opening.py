"""Where a store is, and what is said when there is none, another thing, a newer one, or one that cannot be written."""

from __future__ import annotations

import os
import pwd
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text

from asof.errors import (
    AsofError,
    DamagedStore,
    LockedStore,
    MissingPart,
    NewerStore,
    NotAStore,
    ReadOnlyStore,
    UnreachableStore,
    WrongUse,
)
from asof.store import Store, engines
from asof.surface.web.app import THREADS
from tests.store.made import entry


def test_the_path_then_the_variable_then_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ASOF_STORE", raising=False)
    Store.open().close()
    monkeypatch.setenv("ASOF_STORE", "sqlite:///named.db")
    Store.open().close()
    Store.open(tmp_path / "given.db").close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["asof.db", "given.db", "named.db"]


@pytest.mark.parametrize("name", ["with space.db", "per%cent.db", "hash#?.db", "plus+é.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        Store.open(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("url", ["mysql://host/name", "sqlite://", "://", "oracle+x://a"])
def test_a_url_of_another_database_is_refused(url: str) -> None:
    with pytest.raises(WrongUse, match="Give a path, sqlite:///PATH, or postgresql://"):
        Store.open(url)


def test_no_store_is_made_where_none_is_asked_for(new_url: Callable[..., str], tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="There is no store at"):
        Store.open(new_url(empty=True), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreachableStore, match="cannot be opened"):
        Store.open(tmp_path / "none" / "asof.db")


def test_a_file_that_is_something_else(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Shells hit a market. " * 100)
    with pytest.raises(NotAStore, match="is not a store of asof"):
        Store.open(path)
    assert path.read_text().startswith("Shells")


def test_a_database_of_something_else(new_url: Callable[..., str], engine: str) -> None:
    url = new_url(empty=True)
    made = engines.engine(engines.parse(url), 1)
    with made.connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE reports (no INTEGER)"))
    made.dispose()
    with pytest.raises(NotAStore, match="something else"):
        Store.open(url)


def test_a_newer_store_is_refused(url: str) -> None:
    with Store.open(url) as store, store._changing() as connection:
        connection.execute(text("UPDATE asof_version SET version_num = '0999'"))
    with pytest.raises(NewerStore, match="has schema 0999; this version of asof knows up to"):
        Store.open(url)


def test_a_store_on_no_server_is_unreachable_and_keeps_its_password() -> None:
    with pytest.raises(UnreachableStore, match="does not answer") as caught:
        Store.open("postgresql://somebody:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_database_that_is_not_there(url: str) -> None:
    with pytest.raises(UnreachableStore, match=r"no such database|does not answer"):
        Store.open(url + "x")


def test_as_many_connections_stay_open_as_the_desk_reads_at_once(store: Store) -> None:
    opened: list[object] = []
    event.listen(store._engine, "connect", lambda connection, _: opened.append(connection))
    for _ in range(3):
        with ExitStack() as stack:
            for _ in range(THREADS):
                stack.enter_context(store.reading())
    assert len(opened) <= THREADS


def test_postgresql_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingPart, match=r'pip install "asof\[postgresql\]"'):
        Store.open("postgresql://127.0.0.1/none")


def test_who_waits_too_long_for_a_turn_is_told(url: str) -> None:
    with Store.open(url) as store, Store.open(url, wait=0.2) as other, store.writing() as tx:
        tx.add([entry(1)])
        with pytest.raises(LockedStore, match="another process is writing"), other.writing():
            pass
        with other.reading() as shelf:
            assert shelf.reports() == []
    with Store.open(url) as store, store.reading() as shelf:
        assert len(shelf.reports()) == 1


def test_damage_is_named(tmp_path: Path) -> None:
    path = tmp_path / "asof.db"
    with Store.open(path) as store, store.writing() as tx:
        tx.add([entry(number) for number in range(50)])
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises((DamagedStore, NotAStore)), Store.open(path) as store, store.reading() as shelf:
        shelf.reports()


# ── read only ────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def ordinary_user() -> Iterator[None]:
    """To root every file is writable: for a moment this process is nobody's."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_a_store_that_cannot_be_written_can_be_read(public: Path, open_elsewhere: bool) -> None:
    path = public / "asof.db"
    store = Store.open(path)
    with store.writing() as tx:
        tx.add([entry(1), entry(2)])
    if not open_elsewhere:
        store.close()
    for one in public.iterdir():
        one.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    public.chmod(0o555)
    with ordinary_user(), Store.open(path) as other:
        assert other.read_only
        with other.reading() as shelf:
            assert len(shelf.reports()) == 2 and len(shelf.search("shells")) == 2
        assert other.check() == []
        with pytest.raises(ReadOnlyStore, match="can be read and not written"), other.writing():
            pass
    store.close()


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_server_that_is_set_to_read_only(url: str) -> None:
    with Store.open(url) as store, store.writing() as tx:
        tx.add([entry(1)])
    with Store.open(f"{url}?options=-cdefault_transaction_read_only%3Don") as store:
        with pytest.raises(ReadOnlyStore), store.writing() as tx:
            tx.add([entry(2)])
        with store.reading() as shelf:
            assert len(shelf.reports()) == 1


def test_every_trouble_is_one_error_that_the_command_line_knows() -> None:
    for _, kind, said in (*engines._SQLITE, *engines._POSTGRESQL):
        assert issubclass(kind, AsofError) and "{where}" in said


def test_what_is_no_trouble_of_the_store_passes(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.reading():
        _ = 1 / 0
    with pytest.raises(sqlite3.ProgrammingError), engines.translated("here"):
        raise sqlite3.ProgrammingError("a fault of ours")


def test_only_a_connection_that_writes_takes_much_memory(tmp_path: Path) -> None:
    with Store.open(tmp_path / "asof.db") as made:
        made.close()
        with made.reading() as shelf:
            assert shelf._connection.execute(text("PRAGMA cache_size")).scalar() == engines._READ
        with made.writing() as tx:
            assert tx._connection.execute(text("PRAGMA cache_size")).scalar() == engines._WRITE
