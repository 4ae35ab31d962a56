"""`Store.open`: a place that keeps reports and what they tell, on SQLite or PostgreSQL.

    with Store.open("asof.db") as store:
        with store.writing() as tx:
            tx.add([Entry(content, record)])
        with store.reading() as shelf:
            shelf.incidents(IncidentFilter(place="El Obeid"))

Everything inside one `writing()` is kept together or not at all, also when the process is killed. Open a
store after forking, not before: connections are not shared between processes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, inspect

from ..errors import NotAStore, ReadOnlyStore, StoreError
from . import backup, checking, engines, migrating
from .asking import Asking
from .checking_reports import Problem
from .schema import APPLICATION, REVISION
from .writing import Writing

DEFAULT = "asof.db"
VARIABLE = "ASOF_STORE"


class Store:
    """An open store. Several threads may use it; every `reading()` and `writing()` is a transaction of its own."""

    def __init__(self, engine: Engine, where: str, read_only: bool) -> None:
        self._engine = engine
        self.where = where
        self.read_only = read_only

    @classmethod
    def open(cls, url: str | os.PathLike[str] | None = None, create: bool = True, wait: float = engines.WAIT) -> Store:
        """The store at a path or URL, else at `$ASOF_STORE`, else `./asof.db`, brought to this version's schema.

        `create`: make one where there is none. `wait`: seconds that a writer waits for its turn.
        """
        store = cls._at(url, wait, create)
        try:
            store._prepare(create)
        except BaseException:
            store.close()
            raise
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    @property
    def engine(self) -> str:
        """sqlite or postgresql."""
        return self._engine.dialect.name

    # ── transactions ─────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def reading(self) -> Iterator[Asking]:
        """Look-ups that all see the store at one moment."""
        with engines.reading(self._engine, self.where) as connection:
            yield Asking(connection)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """The only transaction that writes. What it looks up holds all that was written before it began."""
        with self._changing() as connection:
            yield Writing(connection)

    def refuse_read_only(self) -> None:
        """Raise where it is plain already that nothing can be written, before work is done that could not be kept."""
        if self.read_only:
            raise ReadOnlyStore(
                f"The store {self.where} can be read and not written: look at its rights, and its folder's."
            )

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        self.refuse_read_only()
        with engines.writing(self._engine, self.where) as connection:
            yield connection

    # ── keeping it safe ──────────────────────────────────────────────────────────────────────────

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Write all of it, as it is at this moment, into one file; others may go on writing meanwhile."""
        with engines.reading(self._engine, self.where) as connection:
            backup.write(connection, Path(path))

    @classmethod
    def restore(cls, path: str | os.PathLike[str], url: str | os.PathLike[str] | None = None) -> Store:
        """A store from a backup, on either engine, at a place where none is yet; all of it is there, or nothing."""
        store = cls._at(url, engines.WAIT)
        try:
            with engines.reading(store._engine, store.where) as connection:
                if store._revision(connection) is not None:
                    raise StoreError(f"There is a store at {store.where}. A backup is restored to a place without one.")
            with store._making() as connection:
                backup.read(connection, Path(path))
        except BaseException:
            store.close()
            raise
        return store

    def check(self) -> list[Problem]:
        """Everything that is wrong with it; empty when all is well."""
        with engines.reading(self._engine, self.where) as connection:
            return list(checking.check(connection))

    # ── opening ──────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def _at(cls, url: str | os.PathLike[str] | None, wait: float, create: bool = True) -> Store:
        named = engines.parse(os.fspath(url) if url is not None else os.environ.get(VARIABLE) or DEFAULT)
        where = engines.shown(named)
        if engines.lite(named) and not create and not Path(str(named.database)).exists():
            raise NotAStore(f"There is no store at {where}. `asof add` makes one.")
        return cls(engines.engine(named, wait), where, not engines.writable(named))

    def _prepare(self, create: bool) -> None:
        """Refuse what is no store or a newer one; migrate what is older."""
        with engines.reading(self._engine, self.where) as connection:
            revision = self._revision(connection)
        if revision is not None:
            migrating.refuse_newer(revision, self.where)
        if revision == REVISION:
            return
        if revision is None and not create:
            raise NotAStore(f"There is no store at {self.where}. `asof add` makes one.")
        with self._making() as connection:
            self._revision(connection)  # another process may have made it meanwhile
            migrating.migrate(connection)

    @contextmanager
    def _making(self) -> Iterator[Connection]:
        """A transaction that makes the store or changes its schema."""
        if self.engine == "sqlite" and not self.read_only:
            with engines.translated(self.where), self._engine.connect() as outside:
                outside.connection.execute("PRAGMA journal_mode=WAL")
        with self._changing() as connection:
            yield connection
            if self.engine == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")

    def _revision(self, connection: Connection) -> str | None:
        """The revision; null where nothing is; refuses what is something else than a store."""
        revision = migrating.revision_of(connection)
        if revision is None and inspect(connection).get_table_names():
            raise NotAStore(f"{self.where} holds something else than a store of asof. Give another path or database.")
        return revision
