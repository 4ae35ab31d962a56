"""JSON lines, or one JSON list → items, one an article: news-please, ninjs, schema.org, or any with a map of columns.

Does not read the articles (`article` does). A line that is no JSON object is an item with a problem.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from ..errors import UnreadableReport
from . import columns as tables
from .article import body
from .files import LARGEST
from .item import Item
from .streams import lines

_LONGEST = f"it has more than {LARGEST // 1_000_000} MB, which is the limit for one report"


def looks_like_lines(head: str) -> bool:
    """Whether this is the beginning of JSON lines: at least two in a row that are an object each."""
    found = [line.strip() for line in head.split("\n") if line.strip()][:8]
    if len(found) < 2 or not found[0].startswith("{"):
        return False
    return all(line.startswith("{") for line in found) and any(line.endswith("}") for line in found[:-1])


def read_lines(stream: BinaryIO, name: str, columns: Mapping[str, str]) -> Iterator[Item]:
    """One item a line that is not blank, by the line's number."""
    for number, line in lines(stream):
        here = f"{name}:{number}"
        if line is None:
            yield Item(here, problem=f"The line is no report: {_LONGEST}.")
        elif line.strip():
            yield _item(here, line.strip(), columns)


def read_list(content: bytes, name: str, columns: Mapping[str, str]) -> Iterator[Item] | None:
    """One item an object of a JSON list, by its place from 1; None when this is no list of several objects."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, list) or sum(isinstance(entry, dict) for entry in value) < 2:
        return None
    return (
        _item(f"{name}:{number}", json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace"), columns)
        for number, entry in enumerate(value, 1)
    )


def _item(name: str, content: bytes, columns: Mapping[str, str]) -> Item:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        where = f" ({error.msg}, character {error.pos + 1})" if isinstance(error, json.JSONDecodeError) else ""
        return Item(name, problem=f"The line is not valid JSON{where}.")
    if not isinstance(value, dict):
        return Item(name, problem="The line is no JSON object, and so no article.")
    if not columns and body(value):
        return Item(name, content)
    found = tables.named(value, {}) | dict(columns)
    if not tables.has_text(value, found):
        keys = ", ".join(repr(str(key)[:40]) for key in list(value)[:8])
        return Item(name, problem=f"The object has the keys {keys} and no text. Say which it is: --map text=KEY.")
    return Item(name, tables.article(value, found))


def too_large() -> UnreadableReport:
    """What to say of a list that is too long to be read at once."""
    return UnreadableReport(
        f"It is a JSON list of more than {LARGEST // 1_000_000} MB, which cannot be read piece by piece. "
        "Write one object a line (JSON lines)."
    )
