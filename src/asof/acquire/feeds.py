"""RSS, Atom and RDF feeds, news site maps and their indexes → entries; fetches nothing.

All that stands before the root element is cut off, so that no document type, and with it no entity, can be declared.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import entities
from itertools import islice
from typing import Any, Literal
from urllib.parse import urljoin

from ..errors import UnreadableReport
from . import dates, unpack
from .characters import line
from .decode import decode
from .item import Item
from .streams import WIDE

Kind = Literal["feed", "sitemap", "index"]
# Atomic groups: what a comment or a document type holds is never looked at in two ways.
_PROLOG = r"(?>\s*(?><\?[^>]{0,500}>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}(?>\[.{0,50000}?\]\s*)?>)){0,20}\s*"
LISTING = re.compile(rf"{_PROLOG}<(?:\w{{1,20}}:)?(?P<root>rss|feed|RDF|urlset|sitemapindex)\b", re.I | re.S)
_KINDS: Mapping[str, Kind] = {"urlset": "sitemap", "sitemapindex": "index"}
# The largest feeds with full texts have some 5 MB, and a site map may have 50 MB by its protocol; but one for news
# holds at most 1,000 addresses, which is less than 1 MB.
LARGEST = 10_000_000
# The protocol's limit for one site map.
MOST = 50_000
# Whole articles begin at some 60 words (a brief); what a feed shows of an article that stands elsewhere ends in a mark
# of omission or in an invitation.
FEWEST_WORDS = 60
_EXCERPT = re.compile(
    r"(?:…|\.\.\.|\[\.\.\.\]|\[…\]|(?:read|continue|keep)\s+(?:more|reading|on)\b.{0,80}|more\s*(?:»|→|&raquo;)?)\s*$",
    re.I | re.S,
)
_AMPERSAND = re.compile(r"&(#\d{1,7};|#x[0-9a-f]{1,6};|[a-z]\w{1,30};)?", re.I)
_TAGS = re.compile(r"<[^>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: where its page is, and its text where the feed holds it. `mark` changes when the entry does."""

    key: str
    mark: str
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    article: bytes | None = None

    def item(self, name: str) -> Item | None:
        """The entry's article as an item, when the feed holds the whole of it."""
        if self.article is None:
            return None
        return Item(
            name, self.article, self.url, publisher=self.publisher, published=self.published, language=self.language
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or a site map lists; of an index, the addresses of site maps."""

    kind: Kind
    title: str | None
    entries: tuple[Entry, ...]


def is_listing(content: bytes) -> bool:
    """Whether these bytes begin as a feed or a site map does."""
    head = content[:70_000]
    wide = next((encoding for mark, encoding in WIDE if head.startswith(mark)), None)
    return LISTING.match(head.decode(wide or "utf-8-sig", "replace")) is not None


def read(content: bytes, base: str | None = None) -> Listing | None:
    """The entries of a feed or site map, packed or not; None when these bytes are none.

    `base` is the address that they come from. Raises `UnreadableReport` when there are too many of them.
    """
    if content.startswith(b"\x1f\x8b"):
        content = unpack.gunzip(content, LARGEST)
    if not is_listing(content):
        return None
    if len(content) > LARGEST:
        raise UnreadableReport(f"The feed or site map has more than {LARGEST // 1_000_000} MB, which is the limit.")
    text = decode(content).text
    found = LISTING.match(text)
    if found is None:
        return None
    root = text[text.rindex("<", 0, found.end("root")) :]
    kind = _KINDS.get(found["root"].lower(), "feed")
    try:
        if kind == "feed":
            return _feed(root, base)
        return Listing(kind, None, tuple(islice(_locations(root, kind), MOST)))
    except Exception as error:  # whatever others' parsers do with a feed made to break them, the next one is read
        raise UnreadableReport(f"The feed breaks its parser ({type(error).__name__}: {error}).") from error


# ── feeds ────────────────────────────────────────────────────────────────────────────────────────


def _feed(text: str, base: str | None) -> Listing:
    import feedparser

    # As a stream: a string would be opened as an address or a file.
    parsed = feedparser.parse(
        io.BytesIO(_mended(text)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    title = _line(parsed.feed.get("title"))
    language = _line(parsed.feed.get("language"))
    # As plain dicts: feedparser's own give `published` for an absent `updated`.
    entries = tuple(_entry(dict(entry), title, language, base) for entry in parsed.entries)
    return Listing("feed", title, entries)


def _mended(text: str) -> bytes:
    """The same feed well-formed and not too deep: feedparser's way with broken ones takes a minute for 2 MB of tags."""
    from lxml import etree

    first, *others = text.split("<![CDATA[")
    parts = [_escaped(first)]
    for other in others:
        inside, _, outside = other.partition("]]>")
        parts += ["<![CDATA[", inside, "]]>", _escaped(outside)]
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring("".join(parts).encode("utf-8", "replace"), parser)
    return b"<rss/>" if root is None else bytes(etree.tostring(root, encoding="utf-8"))


def _escaped(markup: str) -> str:
    """Markup in which every ampersand begins a reference that XML knows without being told."""
    return _AMPERSAND.sub(lambda found: _reference(found[1] or ""), markup)


def _reference(name: str) -> str:
    if name.startswith("#") or name in ("amp;", "lt;", "gt;", "quot;", "apos;"):
        return f"&{name}"
    return entities.html5.get(name) or f"&amp;{name}"


def _entry(fields: Mapping[str, Any], feed: str | None, language: str | None, base: str | None) -> Entry:
    link = _line(fields.get("link"))
    url = urljoin(base or "", link) if link else None
    url = url if url and url.startswith(("http://", "https://")) else None
    title = _line(fields.get("title"))
    published = _moment(fields, "published") or _moment(fields, "updated")
    source = fields.get("source")
    publisher = (_line(source.get("title")) if isinstance(source, Mapping) else None) or feed
    told = [fields.get("title"), fields.get("updated"), fields.get("published"), fields.get("summary")]
    words = _whole(fields, alone=url is None)
    key = _line(fields.get("id")) or url or _digest(told)
    article = None
    if words is not None:
        article = _article(title, words, fields, url, published, publisher)
    return Entry(key, _digest([*told, words]), url, published, publisher, title, language, article)


def _whole(fields: Mapping[str, Any], alone: bool) -> str | None:
    """The article's markup when the entry holds all of it; without a page to go to, what there is."""
    contents = fields.get("content") or []
    values = [value for part in contents if isinstance(value := part.get("value"), str)]
    longest = max(values, key=len, default="")
    plain = " ".join(html.unescape(_TAGS.sub(" ", longest)).split())
    if alone:
        summary = fields.get("summary")
        return longest if plain else summary if isinstance(summary, str) and summary.strip() else None
    if len(plain.split()) < FEWEST_WORDS or _EXCERPT.search(plain[-120:]):
        return None
    return longest


def _article(
    title: str | None, words: str, fields: Mapping[str, Any], url: str | None, published: str | None,
    publisher: str | None,
) -> bytes:  # fmt: skip
    body = words if "<" in words else "".join(f"<p>{paragraph}</p>" for paragraph in words.split("\n\n"))
    values = {
        "title": title, "publisher": publisher, "byline": _line(fields.get("author")), "published": published,
        "modified": _moment(fields, "updated"), "url": url, "body_html": body,
    }  # fmt: skip
    kept = {name: value for name, value in values.items() if value}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")


def _moment(fields: Mapping[str, Any], name: str) -> str | None:
    """A date as the feed writes it, where it can be read with certainty."""
    value = fields.get(name)
    return dates.moment(value) if isinstance(value, str) else None


# ── site maps ────────────────────────────────────────────────────────────────────────────────────


def _locations(text: str, kind: Kind) -> Iterator[Entry]:
    """The addresses of a site map, with what the news extension says of each; names without their namespaces."""
    from lxml import etree

    parser = etree.XMLPullParser(
        ("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    data = text.encode("utf-8", "replace")
    for start in range(0, len(data), 1 << 16):
        parser.feed(data[start : start + (1 << 16)])
        for _, element in parser.read_events():
            if _local(element.tag) not in ("url", "sitemap"):
                continue
            fields: dict[str, str] = {}
            for child in element.iter():
                if isinstance(child.tag, str) and child.text and child.text.strip():
                    fields.setdefault(_local(child.tag), child.text.strip()[:2000])
            element.clear()
            if (entry := _location(fields, kind)) is not None:
                yield entry


def _local(tag: object) -> str:
    """A tag without its namespace, declared or not; comments have none."""
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _location(fields: Mapping[str, str], kind: Kind) -> Entry | None:
    url = fields.get("loc", "")
    if not url.startswith(("http://", "https://")):
        return None
    told = [fields.get(name) for name in ("lastmod", "publication_date", "title")]
    published = dates.moment(fields.get("publication_date", "")) if kind == "sitemap" else fields.get("lastmod")
    return Entry(
        url, _digest(told), url, published, line(fields.get("name", "")) or None, line(fields.get("title", "")) or None,
        fields.get("language"),
    )  # fmt: skip


def _line(value: object) -> str | None:
    return (line(value)[:2000] or None) if isinstance(value, str) else None


def _digest(told: list[Any]) -> str:
    words = "\x1f".join(part if isinstance(part, str) else "" for part in told)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
