"""Reads the ids from an earlier export, by what kind of file it is. What is no such file is an error, never no ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .cells import column_of


def of_column(path: Path, name: str) -> Iterator[str]:
    """The cells of a column of a comma-separated table; a row of HXL hashtags is none."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from (cell for cell in column_of(lines, name) if cell and not cell.startswith("#"))


def of_lines(path: Path) -> Iterator[str]:
    """The `id` of each object of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["id"]


def of_collection(path: Path, members: str) -> Iterator[str]:
    """The `id` of each member of a JSON collection: line by line as it is written here, all at once as other tools
    save it."""
    with path.open(encoding="utf-8") as lines:
        if next(lines, "").endswith(f'"{members}": [\n'):
            yield from (one["id"] for one in _written_here(lines))
            return
    yield from (one["id"] for one in json.loads(path.read_text(encoding="utf-8"))[members])


def _written_here(lines: Iterable[str]) -> Iterator[Any]:
    for line in lines:
        if line.startswith("]"):
            return
        yield json.loads(line.rstrip().rstrip(","))
    raise ValueError("it breaks off")
