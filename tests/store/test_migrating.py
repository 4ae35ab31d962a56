"""A store of any released version opens, with all that is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from asof.store import Store, engines, migrating, schema
from tests.store.freeze import BETWEEN, RELEASED, fill, statements

REVISIONS = sorted(path.stem for path in RELEASED.glob("*.zip"))
VERSION_TABLE = "CREATE TABLE asof_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"


def frozen(revision: str, engine: str) -> list[str]:
    return (RELEASED / f"{revision}.{engine}.sql").read_text(encoding="utf-8").strip().split(BETWEEN)


def test_the_newest_migration_is_the_one_that_this_version_knows() -> None:
    script = ScriptDirectory(str(migrating.MIGRATIONS))
    assert script.get_current_head() == schema.REVISION
    numbers = [one.revision for one in reversed(list(script.walk_revisions()))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert numbers == REVISIONS, "python -m tests.store.freeze"


def test_migrations_make_what_was_released(new_url: Callable[..., str], engine: str) -> None:
    """Who edits a released migration makes stores that differ from those which are out there."""
    made = statements(new_url(empty=True))
    assert made[: len(frozen(REVISIONS[0], engine))] == frozen(REVISIONS[0], engine)


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_released_schema_becomes_the_newest(new_url: Callable[..., str], engine: str, revision: str) -> None:
    url = new_url(empty=True)
    made = engines.engine(engines.parse(url), 10)
    with made.connect() as connection, connection.begin():
        for statement in [*frozen(revision, engine), VERSION_TABLE]:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"INSERT INTO asof_version VALUES ('{revision}')")
    made.dispose()
    with Store.open(url) as store:
        fill(store)
        assert store.check() == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_a_released_store_held_is_there(new_url: Callable[..., str], tmp_path: Path, revision: str) -> None:
    with Store.restore(RELEASED / f"{revision}.zip", new_url(empty=True)) as store:
        assert store.check() == []
        with store.reading() as shelf:
            assert len(shelf.reports()) == 6
            assert len(shelf.search("shells")) == 6
            assert [row.id for row in shelf.incidents()] == ["I-2", "I-1"]
            assert len(shelf.page("https://example.org/1")) == 2


def test_the_tables_of_the_queries_are_those_of_the_migrations(store: Store) -> None:
    with store.reading() as shelf:
        context = MigrationContext.configure(shelf._connection, opts={"include_object": _ours})
        assert compare_metadata(context, schema.metadata) == []


def _ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
    return not (kind == "table" and (name == schema.VERSION_TABLE or (name or "").startswith("words")))
