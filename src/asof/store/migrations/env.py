"""Run by Alembic, on the connection and inside the transaction that `migrating.py` holds."""

from __future__ import annotations

from alembic import context

from asof.store.schema import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
