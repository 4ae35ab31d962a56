"""Who said what and whose figures were revised, made from what is there; the queue of web hooks; incidents by when they
were last told of, and decisions by whether a person took them."""

from __future__ import annotations

from itertools import islice

from alembic import op
from sqlalchemy import text

from asof.ledger import ConsolidatedIncident
from asof.model import Record
from asof.store.encoding import unsqueeze_value
from asof.store.sourcing_rows import index_revisions, index_sayings

revision = "0004"
down_revision = "0003"

TABLES = """
CREATE TABLE sources (
  no INTEGER NOT NULL PRIMARY KEY, name TEXT_ NOT NULL UNIQUE, shown TEXT NOT NULL, described INTEGER NOT NULL,
  said INTEGER NOT NULL);
CREATE INDEX sources_by_said ON sources (described, said, name);
CREATE TABLE sayings (
  source INTEGER NOT NULL REFERENCES sources (no), published TEXT_ NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (no), channel TEXT_ NOT NULL, quotes INTEGER NOT NULL,
  claims INTEGER NOT NULL, PRIMARY KEY (source, published, report, channel))NO_ROWID;
CREATE INDEX sayings_by_channel ON sayings (channel, published);
CREATE TABLE revisions (
  role TEXT NOT NULL, source INTEGER NOT NULL REFERENCES sources (no),
  incident TEXT_ NOT NULL REFERENCES incidents (id), given INTEGER NOT NULL, raised INTEGER NOT NULL,
  lowered INTEGER NOT NULL, withdrawn INTEGER NOT NULL, contradicted INTEGER NOT NULL,
  PRIMARY KEY (role, source, incident))NO_ROWID;
CREATE INDEX revisions_by_incident ON revisions (incident);
CREATE TABLE hook_queue (
  hook INTEGER NOT NULL REFERENCES hooks (no), incident TEXT_ NOT NULL, what TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (hook, incident))NO_ROWID;
CREATE INDEX hook_queue_by_place ON hook_queue (hook, place);
CREATE INDEX decisions_by_person ON decisions (person, no);
CREATE INDEX incidents_by_last ON incidents (last_published, id);
"""
PORTION = 200  # records and incidents in memory


def upgrade() -> None:
    bind = op.get_bind()
    lite = bind.dialect.name == "sqlite"
    made = TABLES.replace("TEXT_", "TEXT" if lite else 'TEXT COLLATE "C"')
    made = made.replace("NO_ROWID", " WITHOUT ROWID" if lite else "")
    for one in made.split(";\n"):
        if one.strip():
            bind.exec_driver_sql(one.strip())
    # A later migration that changes these tables empties them here and makes the rows anew itself.
    found = bind.execute(text("SELECT no, published, record FROM reports JOIN documents ON report = no ORDER BY no"))
    while rows := list(islice(found, PORTION)):
        index_sayings(bind, [(no, published, unsqueeze_value(Record, record)) for no, published, record in rows])
    bodies = bind.execute(text("SELECT body FROM incident_bodies ORDER BY incident"))
    while rows := list(islice(bodies, PORTION)):
        index_revisions(bind, [unsqueeze_value(ConsolidatedIncident, body) for (body,) in rows])
