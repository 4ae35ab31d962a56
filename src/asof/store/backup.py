"""A backup is one zip file that restores into either engine: JSON lines, one member a table.

    asof-backup.json   {"format": …, "revision": …, "tables": {name: rows}}
    reports.jsonl      the names of the columns, then a list a row; bytes in base64
    …

It is taken from one moment of a running store, in the order of the keys, so that the same store gives the
same bytes. The full text is not in it: it is made anew from the records. A backup of an older schema is
restored as that schema and then migrated.
"""

from __future__ import annotations

import base64
import errno
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, LargeBinary, MetaData, Table, func, insert, select

from ..errors import AsofError, DamagedStore, FullStore, NotAStore, StoreError
from . import migrating, schema, searching
from .encoding import text_of
from .looking import portions

FORMAT = "asof-backup-1"
MANIFEST = "asof-backup.json"
ROWS = 500  # at a time: some hundred records in memory
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file knows: the same store, the same bytes


# ── out ──────────────────────────────────────────────────────────────────────────────────────────


def write(connection: Connection, path: Path) -> None:
    """The store on this connection, as it is at this moment. The file is there whole, or not at all."""
    waiting = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _files(path):
        try:
            with waiting.open("xb") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                    _fill(connection, archive)
                file.flush()
                os.fsync(file.fileno())
            waiting.replace(path)
        finally:
            with suppress(FileNotFoundError):
                waiting.unlink()


def _fill(connection: Connection, archive: zipfile.ZipFile) -> None:
    tables = schema.metadata.sorted_tables
    rows = {table.name: connection.execute(select(func.count()).select_from(table)).scalar() for table in tables}
    manifest = {"format": FORMAT, "revision": migrating.revision_of(connection), "tables": rows}
    with _member(archive, MANIFEST) as member:
        member.write(json.dumps(manifest, indent=1).encode())
    for table in tables:
        with _member(archive, f"{table.name}.jsonl") as member:
            _line(member, [column.name for column in table.columns])
            question = select(table).order_by(*table.primary_key.columns)
            for row in connection.execute(question.execution_options(yield_per=ROWS)):
                _line(member, [base64.b64encode(one).decode() if isinstance(one, bytes) else one for one in row])


def _member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    facts = zipfile.ZipInfo(name, _EPOCH)
    facts.compress_type = zipfile.ZIP_DEFLATED
    return archive.open(facts, "w", force_zip64=True)


def _line(member: IO[bytes], row: list[Any]) -> None:
    member.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


# ── back ─────────────────────────────────────────────────────────────────────────────────────────


def read(connection: Connection, path: Path) -> None:
    """Fill an empty database from a backup, inside the caller's transaction, and bring it to this version's schema."""
    with _files(path), zipfile.ZipFile(path) as archive:
        manifest = _manifest(archive, path)
        migrating.refuse_newer(manifest["revision"], f"The backup {path}")
        migrating.migrate(connection, manifest["revision"])
        reflected = MetaData()
        reflected.reflect(connection, only=list(manifest["tables"]))
        for table in reflected.sorted_tables:
            _load(connection, archive, table, manifest["tables"][table.name])
        migrating.migrate(connection)
    documents = schema.documents
    records = connection.execute(select(documents.c.report, documents.c.record).execution_options(yield_per=ROWS))
    for portion in portions(records, ROWS):
        searching.index(connection, [(no, text_of(record)) for no, record in portion])


def _manifest(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if manifest["format"] == FORMAT:
            return manifest
        raise NotAStore(f"The backup {path} has the format {manifest['format']!r}; this version knows {FORMAT!r}.")
    except (KeyError, TypeError, ValueError) as error:
        raise NotAStore(f"{path} is not a backup of asof. Give a file that `asof backup` wrote.") from error


def _load(connection: Connection, archive: zipfile.ZipFile, table: Table, expected: int) -> None:
    with archive.open(f"{table.name}.jsonl") as lines:
        names = json.loads(next(lines))
        bytes_ = {index for index, name in enumerate(names) if isinstance(table.c[name].type, LargeBinary)}
        found = 0
        for portion in portions(lines, ROWS):
            rows = [
                [base64.b64decode(one) if at in bytes_ else one for at, one in enumerate(json.loads(line))]
                for line in portion
            ]
            connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
            found += len(rows)
    if found != expected:
        raise DamagedStore(f"The backup has {found} rows of {table.name} instead of {expected}. Take another one.")


@contextmanager
def _files(path: Path) -> Iterator[None]:
    """Troubles with the backup's file, as errors that say what to do."""
    try:
        yield
    except AsofError:
        raise
    except (zipfile.BadZipFile, EOFError, KeyError, StopIteration) as error:
        raise NotAStore(f"{path} is not a whole backup of asof: {error}. Take another one.") from error
    except OSError as error:
        kind = FullStore if error.errno in (errno.ENOSPC, errno.EDQUOT) else StoreError
        raise kind(f"The backup {path} cannot be written or read: {error.strerror or error}.") from error
