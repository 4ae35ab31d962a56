"""Writes down what the newest schema is, for the tests of later versions: `python -m tests.store.freeze`.

To be run when a version with a new revision is released, and never again for that revision: what is in
`released/` is what people's stores were made by. `REVISION.ENGINE.sql` are the statements that made them,
`REVISION.zip` is a backup of a small one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from asof.store import Store, schema
from tests.store.conftest import Server, binaries
from tests.store.made import consolidated, correction, decision, entry, told

RELEASED = Path(__file__).parent / "released"
BETWEEN = "\n-- next\n"


@contextmanager
def made_by(store: Store) -> Iterator[list[str]]:
    """The statements that make tables, indexes and triggers while this lasts."""
    made: list[str] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.lstrip().startswith("CREATE") and schema.VERSION_TABLE not in statement:
            made.append(statement.strip())

    yield made
    event.remove(store._engine, "before_cursor_execute", note)


def statements(url: str) -> list[str]:
    """What makes a store of the newest schema at a place without one."""
    store = Store._at(url, 10)
    with made_by(store) as made:
        store._prepare(create=True)
    store.close()
    return made


def fill(store: Store) -> None:
    """Some of everything that a store holds."""
    entries = [entry(n, url=f"https://example.org/{n // 2}", modified=f"2026-03-1{n}T10:00:00Z") for n in range(6)]
    ids = [one.record.incidents[0].id for one in entries]
    with store.writing() as tx:
        tx.add(entries)
        tx.keep([told(one) for one in entries])
        tx.decide([decision(ids[0], ids[3]), decision(ids[1], ids[2], "different", "ada")])
        tx.correct([correction(entries[0])])
        tx.replace([], [consolidated("I-1", entries[0], entries[3]), consolidated("I-2", entries[1])])


def main() -> None:
    RELEASED.mkdir(exist_ok=True)
    bins = binaries()
    assert bins is not None, "PostgreSQL is needed"
    with tempfile.TemporaryDirectory(prefix="asof-freeze-") as folder, tempfile.TemporaryDirectory() as own:
        server = Server(Path(folder), bins)
        server.do("CREATE DATABASE frozen")
        urls = {"sqlite": f"{own}/asof.db", "postgresql": server.url("frozen")}
        try:
            for engine, url in urls.items():
                path = RELEASED / f"{schema.REVISION}.{engine}.sql"
                path.write_text(BETWEEN.join(statements(url)) + "\n", encoding="utf-8")
        finally:
            server.stop()
        with Store.open(urls["sqlite"]) as store:
            fill(store)
            store.backup(RELEASED / f"{schema.REVISION}.zip")


if __name__ == "__main__":
    main()
