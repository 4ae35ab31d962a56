"""An engine for a URL, and its transactions: one writer at a time, and readers who see one moment.

SQLite: write-ahead log; a writer begins with `BEGIN IMMEDIATE` and waits for its turn, readers never wait.
PostgreSQL: writers take turns by an advisory lock; readers are `REPEATABLE READ`. Translates what the
drivers raise into the errors of `asof.errors`. Does not know any table.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from ..errors import (
    AsofError,
    DamagedStore,
    FullStore,
    LockedStore,
    MissingPart,
    NotAStore,
    ReadOnlyStore,
    StoreError,
    UnreachableStore,
    WrongUse,
)
from .schema import APPLICATION

WAIT = 60.0  # seconds that a writer waits for its turn; a chunk of reports is written in well under one
_LOCK = APPLICATION  # the advisory lock's number: one store per database and schema search path
# Pages of 8 KiB hold whole tellings; measured on 20,000 reports: 4 KiB is 3 % larger, 16 KiB no smaller.
_PAGE = 8192
# KiB of a connection's cache. Reading: measured on a million claims, pages take the same time with 2, 8 and 64 MiB, and
# a server has many connections. Writing: what random inserts into the indexes of a large store touch.
_READ, _WRITE = -4 * 1024, -64 * 1024
# Connections that stay open once they were needed: `surface.web.app.THREADS` read at once. Above these, each is opened
# for one answer. The last one used is the next one, so that what a rush left open is what the server may close.
_POOL: Mapping[str, Any] = {"pool_size": 16, "max_overflow": 30, "pool_use_lifo": True}
# Pages that the log may hold before they are moved into the file, 32 MiB. One report touches some 200 of a store of
# 100,000: with SQLite's 1,000 every fifth waits for that.
_LOG = "wal_autocheckpoint=4096"
# What PostgreSQL's driver warns of while it gives up comes as an error, too: it is said once, by whoever catches that.
logging.getLogger("psycopg").addHandler(logging.NullHandler())


def parse(url: str) -> URL:
    """The database that a URL or a path names."""
    if "://" not in url:
        return URL.create("sqlite+pysqlite", database=url)
    try:
        made = make_url(url)
    except ArgumentError:
        made = None
    if made is not None and made.drivername in ("sqlite", "sqlite+pysqlite") and made.database:
        return made.set(drivername="sqlite+pysqlite")
    if made is not None and made.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return made.set(drivername="postgresql+psycopg")
    raise WrongUse(
        f"The store {url!r} is none that asof can keep. "
        "Give a path, sqlite:///PATH, or postgresql://USER:PASSWORD@HOST:PORT/DATABASE."
    )


def shown(url: URL) -> str:
    """How messages name the store: never with its password."""
    return str(url.database) if lite(url) else url.render_as_string(hide_password=True)


def lite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def writable(url: URL) -> bool:
    """Whether the file system lets us write; a server says so itself when it is asked to."""
    path = Path(str(url.database))
    effective = os.access in os.supports_effective_ids
    return (
        not lite(url)
        or not path.exists()
        or all(os.access(one, os.W_OK, effective_ids=effective) for one in (path, path.parent))
    )


# ── engines ──────────────────────────────────────────────────────────────────────────────────────


def engine(url: URL, wait: float) -> Engine:
    if lite(url):
        return _sqlite(url, wait)
    try:
        made = create_engine(url, pool_pre_ping=True, **_POOL)
    except ModuleNotFoundError as error:
        raise MissingPart('A store on PostgreSQL needs its driver: pip install "asof[postgresql]".') from error

    @event.listens_for(made, "connect")
    def configure(connection: Any, record: object) -> None:
        connection.execute("SET client_encoding TO 'UTF8'")
        connection.execute(f"SET lock_timeout TO {int(wait * 1000)}")
        connection.commit()

    return made


def _sqlite(url: URL, wait: float) -> Engine:
    """Connections are kept: when the last one closes, SQLite moves the whole log into the file."""
    path, free = Path(str(url.database)), writable(url)
    mode = "rwc" if free else "ro"
    if not free and not path.with_name(path.name + "-wal").exists():
        mode += "&immutable=1"  # nobody can be writing: then SQLite reads it without the log's files beside it

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}",
            uri=True,
            timeout=wait,
            isolation_level=None,
            check_same_thread=False,
        )
        for pragma in (f"page_size={_PAGE}", f"cache_size={_READ}", "foreign_keys=ON", "synchronous=FULL", _LOG):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    made = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool, **_POOL)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        if writes and not connection.info.get("writes"):
            connection.exec_driver_sql(f"PRAGMA cache_size={_WRITE}")
            connection.info["writes"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


# ── transactions ─────────────────────────────────────────────────────────────────────────────────


@contextmanager
def writing(made: Engine, where: str) -> Iterator[Connection]:
    """A transaction that is the only one that writes; committed at the end, or nothing of it is kept."""
    with translated(where), made.connect() as connection, connection.execution_options(writes=True).begin():
        if made.dialect.name != "sqlite":  # a snapshot taken before its turn would miss what others wrote
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


@contextmanager
def reading(made: Engine, where: str) -> Iterator[Connection]:
    """A transaction that sees the store as it is at its first question, whatever is written meanwhile."""
    with translated(where), made.connect() as connection, connection.begin():
        if made.dialect.name != "sqlite":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield connection


# ── errors ───────────────────────────────────────────────────────────────────────────────────────

# What SQLite says → what it means. Its codes are not on the exceptions of every Python that asof runs on.
_SQLITE: tuple[tuple[str, type[StoreError], str], ...] = (
    ("is full", FullStore, "there is no room left on the disk for {where}. Free some, and run the command again"),
    ("disk I/O", FullStore, "the disk refuses to read or write {where}: it may be full or failing"),
    ("readonly", ReadOnlyStore, "{where} can be read and not written: look at the rights of the file and its folder"),
    ("is locked", LockedStore, "another process is writing to {where} and did not finish. Try again when it has"),
    ("not a database", NotAStore, "{where} is not a store of asof"),
    ("malformed", DamagedStore, "{where} is damaged. Restore a backup: asof restore"),
    ("unable to open", UnreachableStore, "{where} cannot be opened: look whether its folder exists, and at its rights"),
)
# SQLSTATE of PostgreSQL, or how it begins → what it means.
_POSTGRESQL: tuple[tuple[str, type[StoreError], str], ...] = (
    ("53100", FullStore, "the server has no room left on its disk for {where}"),
    ("25006", ReadOnlyStore, "{where} can be read and not written (a standby, or set to read only)"),
    ("42501", ReadOnlyStore, "the user of {where} lacks a right that asof needs: it must be able to create and write"),
    ("55P03", LockedStore, "another process is writing to {where} and did not finish. Try again when it has"),
    ("XX00", DamagedStore, "{where} is damaged. Restore a backup: asof restore"),
    ("28", UnreachableStore, "{where} does not let this user in"),
    ("3D000", UnreachableStore, "there is no such database: {where}. Create it: createdb"),
    ("08", UnreachableStore, "{where} does not answer"),
    ("57P", UnreachableStore, "the server of {where} is being stopped or started"),
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Errors of the driver, as errors that say what to do. What is none of the store's troubles passes."""
    try:
        yield
    except AsofError:
        raise
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise (_meaning(error, where) or error) from error


def _meaning(error: Exception, where: str) -> StoreError | None:
    driver = error.orig if isinstance(error, DBAPIError) else error
    if driver is None:
        return None
    state = getattr(driver, "sqlstate", None)
    for code, kind, said in _POSTGRESQL:
        if state is not None and state.startswith(code):
            return kind(f"The store: {said.format(where=where)}. ({_first_line(driver)})")
    for words, kind, said in _SQLITE if isinstance(driver, sqlite3.Error) else ():
        if words in str(driver):
            return kind(f"The store: {said.format(where=where)}. ({_first_line(driver)})")
    if isinstance(error, DBAPIError) and state is None and not isinstance(driver, sqlite3.Error):
        return UnreachableStore(f"The store: {where} does not answer. ({_first_line(driver)})")
    return None


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0]
