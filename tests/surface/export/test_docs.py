"""The page on exports names every format, and every column of each, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from asof.surface.export import FORMATS, format_of

PAGE = (Path(__file__).parents[3] / "docs" / "EXPORTS.md").read_text(encoding="utf-8")
TIDY = tuple(name.removesuffix(".csv") for name in format_of("csv").files)


def columns(heading: str) -> list[str]:
    """The names in the first cells of the table below a heading."""
    below = re.split(r"^#+ ", PAGE.split(f"{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| ([^|]+) \|", below, flags=re.MULTILINE)
    return [name.strip() for row in rows if row not in ("column", "--") for name in row.split(",")]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_there(name: str) -> None:
    assert f"`{name}`" in PAGE
    assert name in ("csv", "parquet") or f"\n## {name}\n" in PAGE


@pytest.mark.parametrize(
    ("heading", "name", "file"),
    [
        *((f"### {table}", "csv", f"{table}.csv") for table in TIDY),
        *((f"### {table}", "parquet", f"{table}.parquet") for table in TIDY),
        ("### export.CSV", "gdelt", "export.CSV"),
        ("### mentions.CSV", "gdelt", "mentions.CSV"),
        *((f"## {name}", name, format_of(name).files[0]) for name in ("acled", "ucdp", "polecat", "plover", "hapi")),
    ],
)
def test_every_column_is_there_once(heading: str, name: str, file: str) -> None:
    assert sorted(columns(heading)) == sorted(format_of(name).columns[file])
