"""What a source says of itself and in what words, before it is cut into parts.

Every reader of a shape (`text`, `page`, `article`) returns one; `parts` makes a document of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """Paragraphs in order, without the headline, and the facts that came with them, as found.

    `notes` are sentences about what was odd in the source; they end up in `Document.skipped`.
    """

    paragraphs: tuple[str, ...]
    media_type: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    fetched: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
