"""Whatever is given → items: files, folders, patterns, archives, and addresses of pages, feeds and site maps.

What something is, its content tells, not its name. What cannot be read is an item with a problem, and the next is read.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..errors import AsofError, NotFetched, UnreadableReport
from . import feeds, folders, jsonl, listings, newsplease, table, warc
from .files import LARGEST, STANDARD_INPUT
from .item import Item
from .streams import BROKEN, Opened, limited, opened, unpacked

if TYPE_CHECKING:
    from .fetch import Fetched, Fetcher

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


@dataclass(frozen=True, slots=True)
class Options:
    """`columns` names the columns of tables and JSON lines (`text` → `body`). Without a `fetcher` all is offline.
    `most` is how many pages one feed or site map may lead to at once."""

    columns: Mapping[str, str] = field(default_factory=dict)
    fetcher: Fetcher | None = None
    most: int = 1000


OFFLINE = Options()


def items(given: Iterable[str | os.PathLike[str]], options: Options = OFFLINE) -> Iterator[Item]:
    """The items of all that is given, in order."""
    for argument in given:
        name = os.fspath(argument)
        try:
            yield from _of(name, options)
        except (AsofError, *BROKEN) as error:
            yield Item(name, problem=problem(error))


def _of(name: str, options: Options) -> Iterator[Item]:
    if not name:
        raise UnreadableReport("An empty name names nothing. Give a file, a folder or an address.")
    if name == STANDARD_INPUT:
        yield from of_file(name, options)
    elif _ADDRESS.match(name):
        yield from of_address(name, options)
    elif Path(name).is_dir():
        yield from _of_folder(Path(name), options)
    elif os.path.lexists(name) or not folders.is_pattern(name):
        yield from of_file(name, options)
    else:
        found = folders.matching(name)
        if not found:
            raise UnreadableReport("No file matches this pattern. Check the path, and the pattern's * and ?.")
        for path in found:
            yield from _of_folder(path, options) if path.is_dir() else of_file(path, options)


def _of_folder(folder: Path, options: Options) -> Iterator[Item]:
    for path in folders.below(folder, folders.REPORTS | folders.ARCHIVES):
        yield from of_file(path, options)


# ── files ────────────────────────────────────────────────────────────────────────────────────────


def of_file(path: str | Path, options: Options = OFFLINE) -> Iterator[Item]:
    """The items of one file: one when it is a report, many when it is an archive; a problem when it is neither."""
    try:
        if isinstance(path, Path):
            if newsplease.is_paired_page(path):
                return
            if (pair := newsplease.paired(path)) is not None:
                yield pair
                return
        with opened(path) as stream:
            yield from of_stream(stream, Path(path).suffixes, options)
    except (AsofError, *BROKEN) as error:
        yield Item(str(path), problem=problem(error))


def of_stream(
    opened: Opened, suffixes: Iterable[str], options: Options, fetched: Fetched | None = None
) -> Iterator[Item]:
    """The items of a stream, by what it begins with; a suffix decides only where that could be several things."""
    head = opened.head.decode("utf-8", "replace")
    start = head.lstrip()[:1]
    kinds = {suffix.lower() for suffix in suffixes}
    if opened.head.startswith(warc.START):
        yield from warc.read_records(opened.packed, opened.name)
    elif jsonl.looks_like_lines(head) or (start == "{" and kinds & {".jsonl", ".ndjson"}):
        yield from jsonl.read_lines(opened.text, opened.name, options.columns)
    elif start and (kinds & {".csv", ".tsv"} or (start not in "{[<" and table.header(head, options.columns))):
        yield from table.read_rows(opened.text, opened.name, head, options.columns)
    elif start == "[" and (listed := _list(opened, options)) is not None:
        yield from listed
    elif feeds.LISTING.match(head):
        base = fetched.url if fetched else None
        listing = feeds.read(opened.stream.read(feeds.LARGEST + 1), base)
        if listing is not None:
            yield from listings.items(listing, base or opened.name, options.fetcher, options.most)
    else:
        content = limited(opened.stream, "It")
        url, at = (fetched.url, fetched.at) if fetched else (None, None)
        yield Item(opened.name, content, url=url, fetched=at)


def _list(opened: Opened, options: Options) -> Iterator[Item] | None:
    """The items of a JSON list; None when it is no list of articles, and perhaps a text that begins with a bracket."""
    content = opened.stream.read(LARGEST + 1)
    opened.stream.seek(0)
    if len(content) > LARGEST and content.lstrip()[1:].lstrip()[:1] == b"{":
        raise jsonl.too_large()
    return jsonl.read_list(content, opened.name, options.columns)


# ── addresses ────────────────────────────────────────────────────────────────────────────────────


def of_address(url: str, options: Options) -> Iterator[Item]:
    """The items that an address leads to: a page, the pages of a feed or site map, or those of an archive."""
    if not url.lower().startswith(("http://", "https://")):
        raise UnreadableReport("Only http and https addresses are fetched. Give one, or the path of a file.")
    if options.fetcher is None:
        raise NotFetched("Nothing is fetched offline. Save the page and give the file.")
    yield from of_fetched(options.fetcher.fetch(url), url, options)


def of_fetched(fetched: Fetched, name: str, options: Options) -> Iterator[Item]:
    """The items of an answer, which may be packed as a file is."""
    opened = unpacked(io.BytesIO(fetched.content), name)
    yield from of_stream(opened, Path(urlsplit(fetched.url).path).suffixes, options, fetched)


def problem(error: Exception) -> str:
    """What went wrong, as a sentence for a person."""
    if isinstance(error, AsofError):
        return str(error)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return f"It cannot be read: {reason}."
