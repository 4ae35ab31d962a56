"""What a page says of itself: JSON-LD (also inside `@graph`), OpenGraph and meta elements, its own byline.

Dates come from the visible words only where no markup states them, and from htmldate as a last resort.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import dates
from .characters import clean, line

_ARTICLES = frozenset(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "LiveBlogPosting BlogPosting Report SocialMediaPosting BreakingNewsArticle".split()
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish_date", "publication_date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author")
_SITE = ("og:site_name", "dc.publisher", "publisher", "application-name")
Linked = list[dict[str, Any]]
_SUFFIX = re.compile(r"\s+[|–—•·»-]\s+[^|–—•·»]{2,40}$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts of a page, each as it is written there."""

    title: str | None
    publisher: str | None
    byline: str | None
    url: str | None
    published: str | None
    modified: str | None
    language: str | None
    article: str | None
    notes: tuple[str, ...] = ()


def metadata(tree: Any, markup: str) -> Metadata:
    """The facts that the markup states; `tree` is an lxml tree of the whole page."""
    linked = _linked(tree)
    article = next((item for item in linked if _types(item) & _ARTICLES), {})
    meta = _meta(tree)
    title = _title(tree, article, meta)
    published = _text(article.get("datePublished")) or _of(meta, _PUBLISHED) or _time_element(tree)
    notes: tuple[str, ...] = ()
    if published is None and (published := _guessed(tree, markup)):
        notes = (f"No markup dates the page; {published} was found in its words or address.",)
    body = article.get("articleBody")
    return Metadata(
        title=title,
        publisher=_publisher(tree, linked, article, meta, title),
        byline=_names(article.get("author"), linked) or _of(meta, _AUTHOR),
        url=_href(tree) or _address(article.get("mainEntityOfPage")) or _address(meta.get("og:url")),
        published=published,
        modified=_text(article.get("dateModified")) or _of(meta, _MODIFIED),
        language=(_attribute(tree, "lang") or _of(meta, ("og:locale", "content-language")) or "")[:2].lower() or None,
        article=body if isinstance(body, str) else None,
        notes=notes,
    )


def _publisher(
    tree: Any, linked: Linked, article: dict[str, Any], meta: dict[str, str], title: str | None
) -> str | None:
    """Who publishes: the article's own statement, the site's name, or what the title element adds to the headline."""
    site = next((item for item in linked if _types(item) & {"WebSite", "Organization", "NewsMediaOrganization"}), {})
    stated = _names(article.get("publisher"), linked) or _of(meta, _SITE) or _text(site.get("name"))
    if stated or not title:
        return stated
    whole = next((_text(element.text) for element in tree.iter("title")), None) or ""
    suffix = _SUFFIX.search(whole)
    return suffix[0].strip(" |–—•·»-") if suffix and whole[: suffix.start()] == title else None


def _linked(tree: Any) -> Linked:
    """Every JSON-LD object of the page, however deep in lists and graphs."""
    found: Linked = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = re.sub(
            r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script.text or ""
        )
        try:
            found.extend(_objects(json.loads(source, strict=False)))
        except (ValueError, RecursionError):
            continue
    return found


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher")
                if isinstance(item.get(key), (dict, list))
            )


def _types(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    return {str(name).rsplit("/", 1)[-1] for name in (kind if isinstance(kind, list) else [kind])}


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _text(element.get("content"))
        for name in (element.get("property"), element.get("name"), element.get("itemprop"), element.get("http-equiv")):
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _of(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return line(clean(value)[0]) or None if isinstance(value, str) else None


def _names(value: Any, linked: Linked) -> str | None:
    """Names of persons or organisations, given in place or by reference to another object of the page."""
    listed = value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in listed:
        if isinstance(item, dict) and "name" not in item and item.get("@id"):
            item = next((other for other in linked if other.get("@id") == item["@id"] and "name" in other), item)
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name and not name.startswith("http") and name not in found:
            found.append(name)
    return ", ".join(found) or None


def _address(value: Any) -> str | None:
    value = value.get("@id") or value.get("url") if isinstance(value, dict) else value
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _href(tree: Any) -> str | None:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return _address((element.get("href") or "").strip())
    return None


def _attribute(tree: Any, name: str) -> str | None:
    root = next(tree.iter("html"), None)
    return root.get(name) if root is not None else None


def _title(tree: Any, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    """JSON-LD's headline unless it is cut short, then the page's one h1, OpenGraph, the title element."""
    headings = [line(clean("".join(h1.itertext()))[0]) for h1 in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    headline = _text(article.get("headline"))
    if headline and not headline.endswith(("…", "...")):
        return headline
    shared = _of(meta, ("og:title", "twitter:title", "dc.title"))
    own = next((heading for heading in headings if shared and (heading in shared or shared in heading)), None)
    if own or len(headings) == 1:
        return own or headings[0]
    title = next((_text(element.text) for element in tree.iter("title")), None)
    return _SUFFIX.sub("", shared or title or "") or headline or (headings[0] if headings else None)


def _time_element(tree: Any) -> str | None:
    """The first time element that stands in the article and is machine-readable."""
    times = [element for element in tree.iter("time") if dates.moment(element.get("datetime") or "")]
    times.sort(
        key=lambda element: "pub" not in f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}"
    )
    return times[0].get("datetime") if times else None


def _guessed(tree: Any, markup: str) -> str | None:
    """A date in a short visible line with a byline's marks, else what htmldate makes of the page."""
    for element in tree.iter("p", "span", "div", "small", "time", "li"):
        words = line("".join(element.itertext())) if len(element) < 4 else ""
        found = dates.DATE.search(words) if 6 < len(words) < 90 else None
        if found and len(found[0]) > 0.25 * len(words) and (stated := dates.in_words(words)):
            return stated
    try:
        from htmldate import find_date  # type: ignore[import-untyped, unused-ignore]

        found_date = find_date(markup, original_date=True, extensive_search=False)
    except Exception:  # whatever a broken page makes it raise: then the date is not known
        return None
    return str(found_date) if found_date else None
