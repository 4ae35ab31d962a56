"""A folder or a pattern → the files in it, always in the same order. Reads none of them."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator
from pathlib import Path

# Files that hold one report each.
REPORTS = frozenset({".txt", ".html", ".htm", ".json", ".md"})
# Files that hold many, or list them.
ARCHIVES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".warc", ".xml", ".rss", ".atom", ".gz", ".bz2", ".xz"})


def below(folder: Path, suffixes: Collection[str] = REPORTS) -> Iterator[Path]:
    """All files below a folder with one of these suffixes, in order of their names.

    Hidden files and folders are left out, links to folders are not followed.
    """
    with os.scandir(folder) as entries:
        listed = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in listed:
        if name.startswith("."):
            continue
        if is_folder:
            yield from below(folder / name, suffixes)
        elif Path(name).suffix.lower() in suffixes:
            yield folder / name


def is_pattern(path: str) -> bool:
    return glob.has_magic(path)


def matching(pattern: str) -> list[Path]:
    """The files and folders that a pattern names (`**` goes through folders), in order; hidden ones left out."""
    return [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 (Path.glob finds hidden files)
