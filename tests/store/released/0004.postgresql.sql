CREATE TABLE reports (
  no INTEGER NOT NULL PRIMARY KEY, sha256 TEXT COLLATE "C" NOT NULL UNIQUE, size BIGINT NOT NULL, file TEXT, url TEXT,
  title TEXT, publisher TEXT, published TEXT COLLATE "C" NOT NULL, page TEXT COLLATE "C", version TEXT COLLATE "C" NOT NULL)
-- next
CREATE INDEX reports_by_page ON reports (page, version)
-- next
CREATE INDEX reports_by_published ON reports (published, no)
-- next
CREATE TABLE contents (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), content BYTEA NOT NULL)
-- next
CREATE TABLE documents (
  report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), producer TEXT NOT NULL, record BYTEA NOT NULL)
-- next
CREATE TABLE claims (
  claim BIGINT NOT NULL, report INTEGER NOT NULL REFERENCES reports (no), PRIMARY KEY (claim, report))
-- next
CREATE TABLE filings (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), body TEXT NOT NULL)
-- next
CREATE TABLE tellings (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (no),
  body TEXT NOT NULL)
-- next
CREATE INDEX tellings_by_report ON tellings (report)
-- next
CREATE TABLE telling_keys (
  key BIGINT NOT NULL, telling TEXT COLLATE "C" NOT NULL REFERENCES tellings (id), PRIMARY KEY (key, telling))
-- next
CREATE TABLE counts (
  no INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (no),
  telling TEXT COLLATE "C" REFERENCES tellings (id), body TEXT NOT NULL)
-- next
CREATE INDEX counts_by_telling ON counts (telling)
-- next
CREATE INDEX counts_by_report ON counts (report)
-- next
CREATE TABLE statements (
  no INTEGER NOT NULL PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports (no),
  telling TEXT COLLATE "C" REFERENCES tellings (id), body TEXT NOT NULL)
-- next
CREATE INDEX statements_by_telling ON statements (telling)
-- next
CREATE INDEX statements_by_report ON statements (report)
-- next
CREATE TABLE decisions (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE, "left" TEXT COLLATE "C" NOT NULL REFERENCES tellings (id),
  "right" TEXT COLLATE "C" NOT NULL REFERENCES tellings (id), verdict TEXT NOT NULL, person INTEGER NOT NULL, body TEXT NOT NULL)
-- next
CREATE INDEX decisions_by_left ON decisions ("left", person)
-- next
CREATE INDEX decisions_by_right ON decisions ("right", person)
-- next
CREATE INDEX decisions_by_verdict ON decisions (verdict, no)
-- next
CREATE TABLE joins (
  telling TEXT COLLATE "C" NOT NULL REFERENCES tellings (id), other TEXT COLLATE "C" NOT NULL REFERENCES tellings (id),
  PRIMARY KEY (telling, other))
-- next
CREATE TABLE incidents (
  sorts TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL UNIQUE, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, country TEXT,
  lat DOUBLE PRECISION, lon DOUBLE PRECISION, starts TEXT COLLATE "C", ends TEXT COLLATE "C", first_published TEXT COLLATE "C", last_published TEXT COLLATE "C",
  killed INTEGER, PRIMARY KEY (sorts, id))
-- next
CREATE TABLE incident_bodies (incident TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES incidents (id), body BYTEA NOT NULL)
-- next
CREATE TABLE members (
  telling TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES tellings (id),
  incident TEXT COLLATE "C" NOT NULL REFERENCES incidents (id))
-- next
CREATE INDEX members_by_incident ON members (incident)
-- next
CREATE TABLE names (no INTEGER NOT NULL PRIMARY KEY, name TEXT COLLATE "C" NOT NULL UNIQUE)
-- next
CREATE TABLE incident_names (
  incident TEXT COLLATE "C" NOT NULL REFERENCES incidents (id), role TEXT NOT NULL, name INTEGER NOT NULL REFERENCES names (no),
  PRIMARY KEY (incident, role, name))
-- next
CREATE INDEX incident_names_by_name ON incident_names (name, role)
-- next
CREATE TABLE words (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (no), terms TSVECTOR NOT NULL)
-- next
CREATE INDEX words_by_terms ON words USING gin (terms)
-- next
CREATE FUNCTION asof_append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'append-only: %%', TG_TABLE_NAME; END $$
-- next
CREATE TRIGGER reports_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reports FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER contents_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON contents FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER documents_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER claims_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON claims FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER filings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON filings FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER tellings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tellings FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER telling_keys_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON telling_keys FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER counts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON counts FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER statements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statements FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TABLE polls (source TEXT COLLATE "C" NOT NULL PRIMARY KEY, state TEXT NOT NULL)
-- next
CREATE TABLE corrections (
  no INTEGER NOT NULL PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE, report INTEGER NOT NULL REFERENCES reports (no),
  claim TEXT COLLATE "C" NOT NULL, body TEXT NOT NULL)
-- next
CREATE INDEX corrections_by_report ON corrections (report)
-- next
CREATE INDEX corrections_by_claim ON corrections (claim)
-- next
CREATE TABLE accounts (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY, role TEXT NOT NULL, secret TEXT, created TEXT NOT NULL, disabled TEXT)
-- next
CREATE TABLE tokens (
  digest TEXT COLLATE "C" NOT NULL PRIMARY KEY, account TEXT COLLATE "C" NOT NULL REFERENCES accounts (name), kind TEXT NOT NULL, label TEXT,
  created TEXT NOT NULL, expires TEXT)
-- next
CREATE INDEX tokens_by_account ON tokens (account)
-- next
CREATE TABLE hooks (no INTEGER NOT NULL PRIMARY KEY, url TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL)
-- next
CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON corrections FOR EACH STATEMENT EXECUTE FUNCTION asof_append_only()
-- next
CREATE TABLE sources (
  no INTEGER NOT NULL PRIMARY KEY, name TEXT COLLATE "C" NOT NULL UNIQUE, shown TEXT NOT NULL, described INTEGER NOT NULL,
  said INTEGER NOT NULL)
-- next
CREATE INDEX sources_by_said ON sources (described, said, name)
-- next
CREATE TABLE sayings (
  source INTEGER NOT NULL REFERENCES sources (no), published TEXT COLLATE "C" NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (no), channel TEXT COLLATE "C" NOT NULL, quotes INTEGER NOT NULL,
  claims INTEGER NOT NULL, PRIMARY KEY (source, published, report, channel))
-- next
CREATE INDEX sayings_by_channel ON sayings (channel, published)
-- next
CREATE TABLE revisions (
  role TEXT NOT NULL, source INTEGER NOT NULL REFERENCES sources (no),
  incident TEXT COLLATE "C" NOT NULL REFERENCES incidents (id), given INTEGER NOT NULL, raised INTEGER NOT NULL,
  lowered INTEGER NOT NULL, withdrawn INTEGER NOT NULL, contradicted INTEGER NOT NULL,
  PRIMARY KEY (role, source, incident))
-- next
CREATE INDEX revisions_by_incident ON revisions (incident)
-- next
CREATE TABLE hook_queue (
  hook INTEGER NOT NULL REFERENCES hooks (no), incident TEXT COLLATE "C" NOT NULL, what TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (hook, incident))
-- next
CREATE INDEX hook_queue_by_place ON hook_queue (hook, place)
-- next
CREATE INDEX decisions_by_person ON decisions (person, no)
-- next
CREATE INDEX incidents_by_last ON incidents (last_published, id)
