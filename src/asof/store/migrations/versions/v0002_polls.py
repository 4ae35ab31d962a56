"""What a watch has seen of each feed, page and folder. It changes at every look, and nothing follows from it."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    bind = op.get_bind()
    text = "TEXT" if bind.dialect.name == "sqlite" else 'TEXT COLLATE "C"'
    bind.exec_driver_sql(f"CREATE TABLE polls (source {text} NOT NULL PRIMARY KEY, state TEXT NOT NULL)")
