"""What a desk adds: people's corrections of values (append-only), accounts and their tokens, and web hooks."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

TABLES = """
CREATE TABLE corrections (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT_ NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (no),
  claim TEXT_ NOT NULL, body TEXT NOT NULL);
CREATE INDEX corrections_by_report ON corrections (report);
CREATE INDEX corrections_by_claim ON corrections (claim);
CREATE TABLE accounts (
  name TEXT_ NOT NULL PRIMARY KEY, role TEXT NOT NULL, secret TEXT, created TEXT NOT NULL, disabled TEXT);
CREATE TABLE tokens (
  digest TEXT_ NOT NULL PRIMARY KEY, account TEXT_ NOT NULL REFERENCES accounts (name), kind TEXT NOT NULL, label TEXT,
  created TEXT NOT NULL, expires TEXT);
CREATE INDEX tokens_by_account ON tokens (account);
CREATE TABLE hooks (no INTEGER NOT NULL PRIMARY KEY, url TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL);
"""


def upgrade() -> None:
    bind = op.get_bind()
    lite = bind.dialect.name == "sqlite"
    made = TABLES.replace("TEXT_", "TEXT" if lite else 'TEXT COLLATE "C"')
    for one in made.split(";\n"):
        if one.strip():
            bind.exec_driver_sql(one.strip())
    if lite:
        for act in ("UPDATE", "DELETE"):
            bind.exec_driver_sql(
                f"CREATE TRIGGER corrections_no_{act.lower()} BEFORE {act} ON corrections "
                "BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END"
            )
    else:
        bind.exec_driver_sql(
            "CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON corrections "
            "FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()"
        )
