"""Reports, what they tell, decisions, and the incidents that follow from them."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

# TEXT_, BLOB_ and NO_ROWID stand for what the two engines call differently. In SQLite, BIGINT and
# INTEGER are the same, and texts are compared by code point unless told otherwise.
SQLITE = {"TEXT_": "TEXT", "BLOB_": "BLOB", "NO_ROWID": " WITHOUT ROWID"}
POSTGRESQL = {"TEXT_": 'TEXT COLLATE "C"', "BLOB_": "BYTEA", "NO_ROWID": ""}

TABLES = """
CREATE TABLE reports (
  no INTEGER NOT NULL PRIMARY KEY, sha256 TEXT_ NOT NULL UNIQUE, size BIGINT NOT NULL, file TEXT, url TEXT,
  title TEXT, publisher TEXT, published TEXT_ NOT NULL, page TEXT_, version TEXT_ NOT NULL);
CREATE INDEX reports_by_page ON reports (page, version);
CREATE INDEX reports_by_published ON reports (published, no);
CREATE TABLE contents (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), content BLOB_ NOT NULL);
CREATE TABLE documents (
  report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), producer TEXT NOT NULL, record BLOB_ NOT NULL);
CREATE TABLE claims (
  claim BIGINT NOT NULL, report INTEGER NOT NULL REFERENCES reports (no), PRIMARY KEY (claim, report))NO_ROWID;
CREATE TABLE filings (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), body TEXT NOT NULL);
CREATE TABLE tellings (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT_ NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (no),
  body TEXT NOT NULL);
CREATE INDEX tellings_by_report ON tellings (report);
CREATE TABLE telling_keys (
  key BIGINT NOT NULL, telling TEXT_ NOT NULL REFERENCES tellings (id), PRIMARY KEY (key, telling))NO_ROWID;
CREATE TABLE counts (
  no INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (no),
  telling TEXT_ REFERENCES tellings (id), body TEXT NOT NULL);
CREATE INDEX counts_by_telling ON counts (telling);
CREATE INDEX counts_by_report ON counts (report);
CREATE TABLE statements (
  no INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (no),
  telling TEXT_ REFERENCES tellings (id), body TEXT NOT NULL);
CREATE INDEX statements_by_telling ON statements (telling);
CREATE INDEX statements_by_report ON statements (report);
CREATE TABLE decisions (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT_ NOT NULL UNIQUE, "left" TEXT_ NOT NULL REFERENCES tellings (id),
  "right" TEXT_ NOT NULL REFERENCES tellings (id), verdict TEXT NOT NULL, person INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX decisions_by_left ON decisions ("left", person);
CREATE INDEX decisions_by_right ON decisions ("right", person);
CREATE INDEX decisions_by_verdict ON decisions (verdict, no);
CREATE TABLE joins (
  telling TEXT_ NOT NULL REFERENCES tellings (id), other TEXT_ NOT NULL REFERENCES tellings (id),
  PRIMARY KEY (telling, other))NO_ROWID;
CREATE TABLE incidents (
  sorts TEXT_ NOT NULL, id TEXT_ NOT NULL UNIQUE, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, country TEXT,
  lat DOUBLE PRECISION, lon DOUBLE PRECISION, starts TEXT_, ends TEXT_, first_published TEXT_, last_published TEXT_,
  killed INTEGER, PRIMARY KEY (sorts, id))NO_ROWID;
CREATE TABLE incident_bodies (incident TEXT_ NOT NULL PRIMARY KEY REFERENCES incidents (id), body BLOB_ NOT NULL);
CREATE TABLE members (
  telling TEXT_ NOT NULL PRIMARY KEY REFERENCES tellings (id),
  incident TEXT_ NOT NULL REFERENCES incidents (id))NO_ROWID;
CREATE INDEX members_by_incident ON members (incident);
CREATE TABLE names (no INTEGER NOT NULL PRIMARY KEY, name TEXT_ NOT NULL UNIQUE);
CREATE TABLE incident_names (
  incident TEXT_ NOT NULL REFERENCES incidents (id), role TEXT NOT NULL, name INTEGER NOT NULL REFERENCES names (no),
  PRIMARY KEY (incident, role, name))NO_ROWID;
CREATE INDEX incident_names_by_name ON incident_names (name, role);
"""
APPEND_ONLY = "reports contents documents claims filings tellings telling_keys counts statements decisions".split()

# The text is kept in the record; the index holds words and positions alone.
SQLITE_WORDS = "CREATE VIRTUAL TABLE words USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
POSTGRESQL_WORDS = """
CREATE TABLE words (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), terms TSVECTOR NOT NULL);
CREATE INDEX words_by_terms ON words USING gin (terms);
CREATE FUNCTION asof_append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$;
"""


def statements(text: str, dialect: dict[str, str]) -> list[str]:
    for word, meant in dialect.items():
        text = text.replace(word, meant)
    return [one for line in text.split(";\n") if (one := line.strip())]


def upgrade() -> None:
    """Through the driver, without a look at the text: `%` and `:` in it are no parameters."""
    bind = op.get_bind()
    lite = bind.dialect.name == "sqlite"
    for one in statements(TABLES, SQLITE if lite else POSTGRESQL):
        bind.exec_driver_sql(one)
    for one in [SQLITE_WORDS] if lite else statements(POSTGRESQL_WORDS, {"%": "%%"}):
        bind.exec_driver_sql(one)
    for table in APPEND_ONLY:
        if lite:
            for act in ("UPDATE", "DELETE"):
                bind.exec_driver_sql(
                    f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
                )
        else:
            bind.exec_driver_sql(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()"
            )
