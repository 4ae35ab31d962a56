"""One report as a source hands it over: its bytes, and what the source knows about them.

Does not read the bytes (`acquire` does) nor say where items come from (`sources` does).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes with facts from around them: a feed's date, an archive's address, the moment of fetching.

    `name` is stable: a path, `news.jsonl:17` (the line), `crawl.warc.gz:90210` (the offset), or an address. What
    the report says of itself stands before these facts, except `fetched`. With a `problem` there is nothing to
    read: it says, in a sentence, why.
    """

    name: str
    content: bytes = b""
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    fetched: str | None = None
    language: str | None = None
    problem: str | None = None
