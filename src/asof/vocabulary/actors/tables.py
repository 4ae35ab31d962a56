"""The tables of this folder as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this folder, without its head, cells padded to the head's number."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8") as file:
        width = len(next(file).rstrip("\n").split("\t"))
        for line in file:
            cells = line.rstrip("\n").split("\t")
            yield cells + [""] * (width - len(cells))
