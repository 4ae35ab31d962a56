"""Rows and objects with any names → the article that `article` reads, by a map of columns.

`text=body` says that the report's text stands in the column `body`. What is not mapped is found by the names that
tables commonly use; what no name tells is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..errors import WrongUse
from .text import KEYS

FIELDS = ("title", "text", "published", "publisher", "url", "byline", "language", "modified", "fetched")
# What tables call the text of a report, the surest first.
_TEXTS = ("maintext", "articlebody", "article_body", "body_text", "full_text", "fulltext", "text", "body", "content",
          "article", "article_text", "story")  # fmt: skip
_NAMES = KEYS | {
    "date_publish": "published", "published_at": "published", "publish_date": "published",
    "published_date": "published", "publication_date": "published", "pub_date": "published",
    "source_domain": "publisher", "source_name": "publisher", "publication": "publisher", "domain": "publisher",
    "date_download": "fetched", "date_modify": "modified",
}  # fmt: skip


def parsed(pairs: Iterable[str]) -> dict[str, str]:
    """The map of `text=body` and the like; raises `WrongUse` for a field that asof does not have."""
    columns: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or field not in FIELDS or not column:
            raise WrongUse(f"--map {pair!r} is not FIELD=COLUMN with a FIELD of {', '.join(FIELDS)}.")
        columns[field] = column
    return columns


def named(header: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """Which column of a table holds which field: as given, else by its name."""
    listed = list(header)
    plain = {column.strip().casefold().replace(" ", "_"): column for column in reversed(listed)}
    columns = {field: column for field, column in given.items() if column in listed}
    if "text" not in given and (name := next((name for name in _TEXTS if name in plain), None)):
        columns["text"] = plain[name]
    for name, column in reversed(plain.items()):
        field = _NAMES.get(name) or _NAMES.get(name.replace("_", " "))
        if field and field not in given and column not in columns.values():
            columns.setdefault(field, column)
    return columns


def article(fields: Mapping[str, Any], columns: Mapping[str, str]) -> bytes:
    """The bytes of one row as an article in JSON: only what is mapped, always in the same order."""
    values = {field: _value(fields, columns[field]) for field in FIELDS if field in columns}
    kept = {field: value for field, value in values.items() if value not in (None, "", [], {})}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")


def has_text(fields: Mapping[str, Any], columns: Mapping[str, str]) -> bool:
    value = _value(fields, columns["text"]) if "text" in columns else None
    return isinstance(value, str) and bool(value.strip())


def _value(fields: Mapping[str, Any], column: str) -> Any:
    """A column's value; `source.name` also reaches into an object that is one."""
    if column in fields:
        return fields[column]
    first, dot, rest = column.partition(".")
    inner = fields.get(first) if dot else None
    return _value(inner, rest) if isinstance(inner, Mapping) else None
