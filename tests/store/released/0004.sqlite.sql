CREATE TABLE reports (
  no INTEGER NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size BIGINT NOT NULL, file TEXT, url TEXT,
  title TEXT, publisher TEXT, published TEXT NOT NULL, page TEXT, version TEXT NOT NULL)
-- next
CREATE INDEX reports_by_page ON reports (page, version)
-- next
CREATE INDEX reports_by_published ON reports (published, no)
-- next
CREATE TABLE contents (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), content BLOB NOT NULL)
-- next
CREATE TABLE documents (
  report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), producer TEXT NOT NULL, record BLOB NOT NULL)
-- next
CREATE TABLE claims (
  claim BIGINT NOT NULL, report INTEGER NOT NULL REFERENCES reports (no), PRIMARY KEY (claim, report)) WITHOUT ROWID
-- next
CREATE TABLE filings (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), body TEXT NOT NULL)
-- next
CREATE TABLE tellings (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (no),
  body TEXT NOT NULL)
-- next
CREATE INDEX tellings_by_report ON tellings (report)
-- next
CREATE TABLE telling_keys (
  key BIGINT NOT NULL, telling TEXT NOT NULL REFERENCES tellings (id), PRIMARY KEY (key, telling)) WITHOUT ROWID
-- next
CREATE TABLE counts (
  no INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (no),
  telling TEXT REFERENCES tellings (id), body TEXT NOT NULL)
-- next
CREATE INDEX counts_by_telling ON counts (telling)
-- next
CREATE INDEX counts_by_report ON counts (report)
-- next
CREATE TABLE statements (
  no INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (no),
  telling TEXT REFERENCES tellings (id), body TEXT NOT NULL)
-- next
CREATE INDEX statements_by_telling ON statements (telling)
-- next
CREATE INDEX statements_by_report ON statements (report)
-- next
CREATE TABLE decisions (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, "left" TEXT NOT NULL REFERENCES tellings (id),
  "right" TEXT NOT NULL REFERENCES tellings (id), verdict TEXT NOT NULL, person INTEGER NOT NULL, body TEXT NOT NULL)
-- next
CREATE INDEX decisions_by_left ON decisions ("left", person)
-- next
CREATE INDEX decisions_by_right ON decisions ("right", person)
-- next
CREATE INDEX decisions_by_verdict ON decisions (verdict, no)
-- next
CREATE TABLE joins (
  telling TEXT NOT NULL REFERENCES tellings (id), other TEXT NOT NULL REFERENCES tellings (id),
  PRIMARY KEY (telling, other)) WITHOUT ROWID
-- next
CREATE TABLE incidents (
  sorts TEXT NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, country TEXT,
  lat DOUBLE PRECISION, lon DOUBLE PRECISION, starts TEXT, ends TEXT, first_published TEXT, last_published TEXT,
  killed INTEGER, PRIMARY KEY (sorts, id)) WITHOUT ROWID
-- next
CREATE TABLE incident_bodies (incident TEXT NOT NULL PRIMARY KEY REFERENCES incidents (id), body BLOB NOT NULL)
-- next
CREATE TABLE members (
  telling TEXT NOT NULL PRIMARY KEY REFERENCES tellings (id),
  incident TEXT NOT NULL REFERENCES incidents (id)) WITHOUT ROWID
-- next
CREATE INDEX members_by_incident ON members (incident)
-- next
CREATE TABLE names (no INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE)
-- next
CREATE TABLE incident_names (
  incident TEXT NOT NULL REFERENCES incidents (id), role TEXT NOT NULL, name INTEGER NOT NULL REFERENCES names (no),
  PRIMARY KEY (incident, role, name)) WITHOUT ROWID
-- next
CREATE INDEX incident_names_by_name ON incident_names (name, role)
-- next
CREATE VIRTUAL TABLE words USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')
-- next
CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'append-only: reports'); END
-- next
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'append-only: reports'); END
-- next
CREATE TRIGGER contents_no_update BEFORE UPDATE ON contents BEGIN SELECT RAISE(ABORT, 'append-only: contents'); END
-- next
CREATE TRIGGER contents_no_delete BEFORE DELETE ON contents BEGIN SELECT RAISE(ABORT, 'append-only: contents'); END
-- next
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'append-only: documents'); END
-- next
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'append-only: documents'); END
-- next
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'append-only: claims'); END
-- next
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'append-only: claims'); END
-- next
CREATE TRIGGER filings_no_update BEFORE UPDATE ON filings BEGIN SELECT RAISE(ABORT, 'append-only: filings'); END
-- next
CREATE TRIGGER filings_no_delete BEFORE DELETE ON filings BEGIN SELECT RAISE(ABORT, 'append-only: filings'); END
-- next
CREATE TRIGGER tellings_no_update BEFORE UPDATE ON tellings BEGIN SELECT RAISE(ABORT, 'append-only: tellings'); END
-- next
CREATE TRIGGER tellings_no_delete BEFORE DELETE ON tellings BEGIN SELECT RAISE(ABORT, 'append-only: tellings'); END
-- next
CREATE TRIGGER telling_keys_no_update BEFORE UPDATE ON telling_keys BEGIN SELECT RAISE(ABORT, 'append-only: telling_keys'); END
-- next
CREATE TRIGGER telling_keys_no_delete BEFORE DELETE ON telling_keys BEGIN SELECT RAISE(ABORT, 'append-only: telling_keys'); END
-- next
CREATE TRIGGER counts_no_update BEFORE UPDATE ON counts BEGIN SELECT RAISE(ABORT, 'append-only: counts'); END
-- next
CREATE TRIGGER counts_no_delete BEFORE DELETE ON counts BEGIN SELECT RAISE(ABORT, 'append-only: counts'); END
-- next
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'append-only: statements'); END
-- next
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'append-only: statements'); END
-- next
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only: decisions'); END
-- next
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only: decisions'); END
-- next
CREATE TABLE polls (source TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL)
-- next
CREATE TABLE corrections (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (no),
  claim TEXT NOT NULL, body TEXT NOT NULL)
-- next
CREATE INDEX corrections_by_report ON corrections (report)
-- next
CREATE INDEX corrections_by_claim ON corrections (claim)
-- next
CREATE TABLE accounts (
  name TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, secret TEXT, created TEXT NOT NULL, disabled TEXT)
-- next
CREATE TABLE tokens (
  digest TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), kind TEXT NOT NULL, label TEXT,
  created TEXT NOT NULL, expires TEXT)
-- next
CREATE INDEX tokens_by_account ON tokens (account)
-- next
CREATE TABLE hooks (no INTEGER NOT NULL PRIMARY KEY, url TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL)
-- next
CREATE TRIGGER corrections_no_update BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END
-- next
CREATE TRIGGER corrections_no_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END
-- next
CREATE TABLE sources (
  no INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, shown TEXT NOT NULL, described INTEGER NOT NULL,
  said INTEGER NOT NULL)
-- next
CREATE INDEX sources_by_said ON sources (described, said, name)
-- next
CREATE TABLE sayings (
  source INTEGER NOT NULL REFERENCES sources (no), published TEXT NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (no), channel TEXT NOT NULL, quotes INTEGER NOT NULL,
  claims INTEGER NOT NULL, PRIMARY KEY (source, published, report, channel)) WITHOUT ROWID
-- next
CREATE INDEX sayings_by_channel ON sayings (channel, published)
-- next
CREATE TABLE revisions (
  role TEXT NOT NULL, source INTEGER NOT NULL REFERENCES sources (no),
  incident TEXT NOT NULL REFERENCES incidents (id), given INTEGER NOT NULL, raised INTEGER NOT NULL,
  lowered INTEGER NOT NULL, withdrawn INTEGER NOT NULL, contradicted INTEGER NOT NULL,
  PRIMARY KEY (role, source, incident)) WITHOUT ROWID
-- next
CREATE INDEX revisions_by_incident ON revisions (incident)
-- next
CREATE TABLE hook_queue (
  hook INTEGER NOT NULL REFERENCES hooks (no), incident TEXT NOT NULL, what TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (hook, incident)) WITHOUT ROWID
-- next
CREATE INDEX hook_queue_by_place ON hook_queue (hook, place)
-- next
CREATE INDEX decisions_by_person ON decisions (person, no)
-- next
CREATE INDEX incidents_by_last ON incidents (last_published, id)
