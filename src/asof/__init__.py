"""asof: what happened, according to whom, as of when.

>>> import asof
>>> record = asof.read("report.txt")            # doctest: +SKIP
>>> print(asof.as_text(record))                 # doctest: +SKIP

Importing `asof` imports nothing else: what a function needs is loaded when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from .desk import Desk
    from .model import Record

    __version__: str

__all__ = ["Desk", "__version__", "as_html", "as_json", "as_text", "read", "read_all"]


def read(
    source: str | bytes | PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    codebook: str = "plover",
) -> Record:
    """The record of one report: a path, the bytes as received, or the text itself.

    A string is a path when a file of that name exists, and the text when it holds white space that
    no file name of yours has; a single word that names no file is refused rather than read as news.
    What is given as `published`, `publisher` and `url` stands before what the report says of itself.
    Events are coded by `codebook`: a name of asof's own, or the path of a file (docs/CODEBOOKS.md).
    Raises `asof.errors.AsofError` when the report cannot be read.
    """
    from . import batch

    return batch.read(source, batch.Facts(published, publisher, url), codebook)


def read_all(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    processes: int = 1,
    codebook: str = "plover",
) -> Iterator[Record]:
    """Records of files and folders, one by one and in order; a folder is read with all below it.

    A file that cannot be read stops nothing: its record has no text, and `skipped` says why.
    """
    from . import batch

    facts = batch.Facts(published, publisher, url)
    for outcome in batch.read_all(batch.discover(paths), facts, processes, codebook):
        yield outcome.record


def as_json(record: Record) -> str:
    """The record as one line of JSON, as `asof schema` describes it."""
    from .surface import json

    return json.dumps(record)


def as_text(record: Record, width: int = 88) -> str:
    """The record as a page of plain text."""
    from .surface import text

    return text.page(record, width)


def as_html(record: Record) -> str:
    """The record beside its report, as one self-contained page."""
    from .surface import html

    return html.page([record])


def _notebook(record: Record) -> str:
    from .surface import html

    return html.frame(record)


def __getattr__(name: str) -> object:
    if name == "Desk":
        from .desk import Desk

        return Desk
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("asof")
        except PackageNotFoundError:  # run from a tree that was never installed
            return "0"
    raise AttributeError(f"module 'asof' has no attribute {name!r}")
