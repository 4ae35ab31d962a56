"""The tables, as queries see them. What creates them are the migrations; a test holds the two together.

`reports` to `corrections` are append-only: triggers refuse to change or remove a row. `joins` follows from
`decisions`, and `incidents` to `incident_names` from all of them: those can be made anew at any time.

A report is known by a number inside, because 64 hexadecimal digits in every row and index would be half of
the store; outside it is its `sha256`. `body` is the whole value (`encoding.dumps`), save its report; the columns
beside it are for finding it. `words`, the full text, is a virtual table on SQLite: `searching.py`.
"""

from __future__ import annotations

from sqlalchemy import REAL, BigInteger, Column, Double, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeEngine

REVISION = "0004"  # the newest migration: what this version of asof reads and writes
VERSION_TABLE = "asof_version"  # where the store keeps its revision
APPLICATION = 0x61736F66  # "asof": by this a SQLite file is known to be a store

metadata = MetaData()
# Ids and moments are compared by code point, whatever language the database is set to.
_C = Text().with_variant(Text(collation="C"), "postgresql")
_DEGREES: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")  # what SQLite calls the same


def _report(**options: bool) -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.no"), nullable=False, **options)  # type: ignore[arg-type]


# ── append-only ──────────────────────────────────────────────────────────────────────────────────

reports = Table(
    "reports",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("sha256", _C, nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("file", Text),
    Column("url", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", _C, nullable=False),  # in UTC, as far as it is known; empty: not known
    Column("page", _C),  # the address that versions of one page share
    Column("version", _C, nullable=False),  # orders the versions of a page: `moments.version`
    Index("reports_by_page", "page", "version"),
    Index("reports_by_published", "published", "no"),
)
contents = Table("contents", metadata, _report(primary_key=True), Column("content", LargeBinary, nullable=False))
documents = Table(
    "documents",
    metadata,
    _report(primary_key=True),
    Column("producer", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
claims = Table(
    "claims",
    metadata,
    Column("claim", BigInteger, primary_key=True, autoincrement=False),  # `encoding.number` of its id
    _report(primary_key=True),
)
filings = Table("filings", metadata, _report(primary_key=True), Column("body", Text, nullable=False))
tellings = Table(
    "tellings",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("id", _C, nullable=False, unique=True),
    _report(),
    Column("body", Text, nullable=False),
    Index("tellings_by_report", "report"),
)
telling_keys = Table(
    "telling_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # `encoding.number` of the block key
    Column("telling", _C, ForeignKey("tellings.id"), primary_key=True),
)


def _told(name: str) -> Table:
    """Counts and statements: found by their telling, or by their report."""
    return Table(
        name,
        metadata,
        Column("no", Integer, primary_key=True, autoincrement=False),
        _report(),
        Column("telling", _C, ForeignKey("tellings.id")),
        Column("body", Text, nullable=False),
        Index(f"{name}_by_telling", "telling"),
        Index(f"{name}_by_report", "report"),
    )


counts = _told("counts")
statements = _told("statements")
decisions = Table(
    "decisions",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),  # the order in which they were taken
    Column("id", _C, nullable=False, unique=True),
    Column("left", _C, ForeignKey("tellings.id"), nullable=False),
    Column("right", _C, ForeignKey("tellings.id"), nullable=False),
    Column("verdict", Text, nullable=False),
    Column("person", Integer, nullable=False),  # 1: a person took it, 0: a rule did
    Column("body", Text, nullable=False),
    Index("decisions_by_left", "left", "person"),
    Index("decisions_by_right", "right", "person"),
    Index("decisions_by_verdict", "verdict", "no"),
    Index("decisions_by_person", "person", "no"),
)
corrections = Table(  # what a person says of a claim's value: `ledger.Correction`
    "corrections",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("id", _C, nullable=False, unique=True),
    _report(),
    Column("claim", _C, nullable=False),
    Column("body", Text, nullable=False),
    Index("corrections_by_report", "report"),
    Index("corrections_by_claim", "claim"),
)
APPEND_ONLY = (
    reports,
    contents,
    documents,
    claims,
    filings,
    tellings,
    telling_keys,
    counts,
    statements,
    decisions,
    corrections,
)

# ── derived ──────────────────────────────────────────────────────────────────────────────────────

joins = Table(  # both ways of every decision `same`, so that one look finds the neighbours
    "joins",
    metadata,
    Column("telling", _C, ForeignKey("tellings.id"), primary_key=True),
    Column("other", _C, ForeignKey("tellings.id"), primary_key=True),
)
# Rows are narrow and lie in the order of lists (on SQLite, the key is the table): to walk along 100,000 of them
# with any filter takes less than to fetch 10,000 by another index and to sort them.
incidents = Table(
    "incidents",
    metadata,
    Column("sorts", _C, primary_key=True),  # when it began, else when it was first told: the order of lists
    Column("id", _C, primary_key=True, unique=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("country", Text),
    Column("lat", _DEGREES),
    Column("lon", _DEGREES),
    Column("starts", _C),  # the first and the last moment that `start` and `end` allow
    Column("ends", _C),
    Column("first_published", _C),
    Column("last_published", _C),
    Column("killed", Integer),  # the best number of all killed; null: not known
    Index("incidents_by_last", "last_published", "id"),
)
incident_bodies = Table(
    "incident_bodies",
    metadata,
    Column("incident", _C, ForeignKey("incidents.id"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
members = Table(
    "members",
    metadata,
    Column("telling", _C, ForeignKey("tellings.id"), primary_key=True),
    Column("incident", _C, ForeignKey("incidents.id"), nullable=False),
    Index("members_by_incident", "incident"),
)
names = Table(  # every name of an actor or a place, and every code of a country, once, folded
    "names",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("name", _C, nullable=False, unique=True),
)
incident_names = Table(
    "incident_names",
    metadata,
    Column("incident", _C, ForeignKey("incidents.id"), primary_key=True),
    Column("role", Text, primary_key=True),  # actor, place
    Column("name", Integer, ForeignKey("names.no"), primary_key=True),
    Index("incident_names_by_name", "name", "role"),
)
sources = Table(  # whoever is cited, and every outlet, once: `sourcing.py`
    "sources",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("name", _C, nullable=False, unique=True),  # folded
    Column("shown", Text, nullable=False),
    Column("described", Integer, nullable=False),  # 1: a description, no name
    Column("said", Integer, nullable=False),  # how many quotes and claims of them there are
    Index("sources_by_said", "described", "said", "name"),
)
sayings = Table(  # in the order of lists
    "sayings",
    metadata,
    Column("source", Integer, ForeignKey("sources.no"), primary_key=True),
    Column("published", _C, primary_key=True),
    _report(primary_key=True),
    Column("channel", _C, primary_key=True),  # empty: not told
    Column("quotes", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Index("sayings_by_channel", "channel", "published"),
)
revisions = Table(  # how many of a source's figures of an incident were revised
    "revisions",
    metadata,
    Column("role", Text, primary_key=True),  # cited, outlet
    Column("source", Integer, ForeignKey("sources.no"), primary_key=True),
    Column("incident", _C, ForeignKey("incidents.id"), primary_key=True),
    *(Column(name, Integer, nullable=False) for name in ("given", "raised", "lowered", "withdrawn", "contradicted")),
    Index("revisions_by_incident", "incident"),
)

# ── what changes, and from which nothing follows ─────────────────────────────────────────────────

# What a watch has seen of each source, as JSON.
polls = Table("polls", metadata, Column("source", _C, primary_key=True), Column("state", Text, nullable=False))
accounts = Table(  # who may use a server on this store
    "accounts",
    metadata,
    Column("name", _C, primary_key=True),
    Column("role", Text, nullable=False),  # reader, coder, admin
    Column("secret", Text),  # the hash of the password; null: tokens alone
    Column("created", Text, nullable=False),
    Column("disabled", Text),  # since when
)
tokens = Table(
    "tokens",
    metadata,
    Column("digest", _C, primary_key=True),  # the SHA-256 of the token, which is kept nowhere
    Column("account", _C, ForeignKey("accounts.name"), nullable=False),
    Column("kind", Text, nullable=False),  # session, api
    Column("label", Text),
    Column("created", Text, nullable=False),
    Column("expires", Text),
    Index("tokens_by_account", "account"),
)
hooks = Table(  # addresses that are told of new and changed incidents
    "hooks",
    metadata,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),
    Column("body", Text, nullable=False),  # which incidents, and the secret that signs: JSON
    Column("state", Text, nullable=False),  # what it was told last: JSON
)
hook_queue = Table(  # what a hook is still to be told: each incident once, however often it changed
    "hook_queue",
    metadata,
    Column("hook", Integer, ForeignKey("hooks.no"), primary_key=True),
    Column("incident", _C, primary_key=True),
    Column("what", Text, nullable=False),  # new, changed, gone
    Column("place", Integer, nullable=False),
    Index("hook_queue_by_place", "hook", "place"),
)

# PostgreSQL's full text; SQLite's has the same name and no such columns.
words = Table("words", MetaData(), Column("report", Integer, primary_key=True), Column("terms", postgresql.TSVECTOR))
