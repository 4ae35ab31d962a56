"""Brings a store to the schema that this version knows, inside the caller's transaction.

Alembic is imported only when there is something to migrate: that takes a third of a second, and most
commands open a store that is up to date.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from ..errors import NewerStore
from .schema import REVISION, VERSION_TABLE

MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision of the store on this connection; null where there is no store."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()


def refuse_newer(revision: str, where: str) -> None:
    """Revisions are numbers of four digits: a later one was written by a later version."""
    if revision > REVISION:
        raise NewerStore(
            f"{where} has schema {revision}; this version of asof knows up to {REVISION}. "
            "Install the version that wrote it, or a later one."
        )


def migrate(connection: Connection, revision: str = REVISION) -> None:
    """Apply what is missing, up to `revision`."""
    import logging

    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
