"""WARC, plain or packed → items, one a page: responses, resources, and conversions (plain text).

Requests, revisits and other records hold no page and are passed over; a response that is no page is an item with a
problem. After a broken record reading goes on with the next that can be found.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from .files import LARGEST
from .item import Item

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

START = b"WARC/1"
_MEMBER = b"\x1f\x8b\x08"
_PAGES = ("text/", "application/xhtml", "application/xml", "application/json", "application/ld+json")
_HEADERS = 65_536


def read_records(stream: BinaryIO, name: str) -> Iterator[Item]:
    """One item a page, named for the record's offset in the archive as received."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    packed = stream.read(2) == _MEMBER[:2]
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        last = None
        try:
            for record in ArchiveIterator(
                stream, record_types=wanted, parse_http=True, auto_decode="all", max_header_len=_HEADERS
            ):
                last = record.stream_pos
                if not packed and last + _least(record) > size:
                    yield Item(f"{name}:{last}", problem="The archive ends within this record.")
                else:
                    yield _item(record, f"{name}:{last}")
            return
        except (OSError, ValueError) as error:
            following = _next(stream, start if last is None else last, packed)
            if last is None:
                yield Item(f"{name}:{start}", problem=f"The record is broken: {error}.")
            elif following is None or not packed:  # a broken member of a packed archive is come to again, alone
                yield Item(f"{name}:{last}+", problem=f"What follows the record at byte {last:,} is broken: {error}.")
            start = following


def _least(record: WarcRecord) -> int:
    """How many bytes a record has at least, with its header."""
    return 12 + record.content_length + sum(len(name) + len(value) + 3 for name, value in record.headers.items())


def _item(record: WarcRecord, name: str) -> Item:
    headers = record.headers
    url = headers.get("WARC-Target-URI")
    fetched = headers.get("WARC-Date")
    http = record.http_headers if record.is_http_parsed else None
    status = http.status_code if http is not None else None
    media = (record.http_content_type if http is not None else headers.get("Content-Type")) or ""
    if status is not None and not 200 <= status < 300:
        return Item(name, url=url, fetched=fetched, problem=f"The server answered {status}, not a page.")
    if media and not media.startswith(_PAGES):
        return Item(name, url=url, fetched=fetched, problem=f"It is {media.split(';')[0]}, not a page.")
    try:
        content = record.reader.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return Item(name, url=url, fetched=fetched, problem=f"The record is broken: {error}.")
    if http is not None and len(content) < _stated(http):
        return Item(name, url=url, fetched=fetched, problem="The page is cut short in the archive.")
    if not content:
        return Item(name, url=url, fetched=fetched, problem="The record holds no page, or the archive ends in it.")
    if len(content) > LARGEST:
        problem = f"It has more than {LARGEST // 1_000_000} MB, which is the limit for one report."
        return Item(name, url=url, fetched=fetched, problem=problem)
    return Item(name, content, url=url, fetched=fetched)


def _stated(http: HeaderMap) -> int:
    """How long the server said that the page is, where that can be compared."""
    length = http.get("Content-Length") or ""
    packed = http.get("Content-Encoding") or http.get("Transfer-Encoding")
    return int(length) if length.isdecimal() and not packed else 0


def _next(stream: BinaryIO, after: int, packed: bool) -> int | None:
    """Where the next record begins that stands beyond this offset."""
    mark = _MEMBER if packed else b"\r\n\r\n" + START
    offset = after + 1
    kept = b""
    stream.seek(offset)
    while chunk := stream.read(1 << 20):
        window = kept + chunk
        found = window.find(mark)
        if found >= 0:
            return offset - len(kept) + found + (0 if packed else 4)
        kept = window[-len(mark) + 1 :]
        offset += len(chunk)
    return None
