"""JSON → content: news-please articles, IPTC ninjs, schema.org NewsArticle, or `title` and `text`.

One article a file. Does not follow links to renditions or related items.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any

from ..errors import UnreadableReport
from . import characters
from .content import Content
from .paragraphs import paragraphs

SHAPES = (
    "a news-please article (with 'maintext'), IPTC ninjs (with 'body_text', 'body_xhtml' or 'bodies'), "
    "schema.org NewsArticle (with 'articleBody'), or an object with 'title' and 'text'"
)
_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#\d{2,5}|#x[0-9a-f]{2,4});")
Fields = Mapping[str, Any]


def read_article(text: str) -> Content | None:
    """The content of an article in JSON; None when the characters are no JSON at all but, say, a bracketed text."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _is_meant_as_json(text):
            where = f" ({error.msg}, line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise UnreadableReport(
                f"The report begins as JSON and is not valid JSON{where}: "
                "is it cut off, or several objects in one file? Give one whole object a file."
            ) from None
        return None
    fields = _article(value)
    body, is_markup = _body(fields)
    if not body.strip():
        raise UnreadableReport(
            f"The JSON holds an object with the keys {_keys(fields)} and no text of an article. Allowed: {SHAPES}."
        )
    body, notes = characters.clean(body if is_markup else _unescaped(body))
    if is_markup:
        from .page import text_of_fragment

        body = text_of_fragment(body)
    return Content(
        tuple(paragraphs(body)),
        "application/json",
        title=_line(_first(fields, "title", "headline", "name", "title_page") or _role(fields, "headlines", "main")),
        publisher=_publisher(fields, body),
        byline=_name(_first(fields, "authors", "author", "byline", "creator")),
        url=_line(_first(fields, "url", "mainEntityOfPage", "link", "uri", "@id")),
        published=_line(_first(fields, *_PUBLISHED)),
        modified=_line(_first(fields, "date_modify", "dateModified", "modified", "updated", "contentmodified")),
        fetched=_line(_first(fields, "date_download", "fetched", "downloaded")),
        language=_line(_first(fields, "language", "inLanguage", "lang")),
        notes=notes,
    )


_PUBLISHED = (
    "date_publish", "datePublished", "published", "firstpublished", "contentcreated", "firstcreated", "versioncreated",
    "dateCreated", "date", "published_at", "pubDate", "publish_date", "published_date", "publication_date",
)  # fmt: skip


def _is_meant_as_json(text: str) -> bool:
    start = text.lstrip()[:200]
    return (start.startswith("{") and '"' in start) or (start.startswith(("[{", "[\n")) and '"' in start)


def _article(value: object) -> Fields:
    """The one article in a JSON value."""
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        if len(objects) > 1:
            raise UnreadableReport(
                f"The JSON is a list of {len(objects)} objects. Save each article as a file of its own."
            )
        value = objects[0] if objects else value
    if not isinstance(value, dict):
        raise UnreadableReport(f"The JSON is a {_TYPES.get(type(value), 'value')}, not an article. Allowed: {SHAPES}.")
    graph = value.get("@graph")
    if isinstance(graph, list):
        value = next((item for item in graph if isinstance(item, dict) and item.get("articleBody")), value)
    return value


_TYPES: dict[type, str] = {
    list: "list",
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
}


def _body(fields: Fields) -> tuple[str, bool]:
    """The words of the article, and whether they are markup."""
    for key in ("maintext", "articleBody", "body_text", "text", "body", "content"):
        value = fields.get(key)
        if isinstance(value, str) and value.strip():
            return value, "</p>" in value.lower() or "<br" in value.lower()
    for key in ("body_xhtml", "body_html"):
        if isinstance(value := fields.get(key), str) and value.strip():
            return value, True
    bodies = fields.get("bodies")
    if isinstance(bodies, list):
        listed = [body for body in bodies if isinstance(body, dict) and isinstance(body.get("value"), str)]
        listed.sort(key=lambda body: "html" in str(body.get("contenttype", body.get("contentType", ""))))
        if listed:
            return listed[0]["value"], "</" in listed[0]["value"]
    return "", False


def _first(fields: Fields, *keys: str) -> Any:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _role(fields: Fields, key: str, role: str) -> Any:
    """ninjs 2 has lists of values by role: the value of this role, else the first."""
    listed = fields.get(key)
    if not isinstance(listed, list):
        return None
    values = [item for item in listed if isinstance(item, dict) and item.get("value")]
    return next((item["value"] for item in values if item.get("role") == role), values[0]["value"] if values else None)


def _unescaped(text: str) -> str:
    """Text without the entities of HTML, which some collectors leave in ("Medics&#39; toll")."""
    return html.unescape(text) if _ENTITY.search(text) else text


def _line(value: Any) -> str | None:
    """A scalar as one clean line."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url") or value.get("name") or value.get("value")
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return characters.line(characters.clean(_unescaped(str(value)))[0]) or None


def _name(value: Any) -> str | None:
    """One name, or several joined, of whatever schema.org and others allow here."""
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _name(item))) or None
    if isinstance(value, dict):
        value = value.get("name") or value.get("literal")
    return _line(value)


def _publisher(fields: Fields, body: str) -> str | None:
    """Who publishes it; a name rather than a domain, where the article spells out the name that its domain is made of.

    `atlasconflictmonitor.example` of "Weekly note of the Atlas Conflict Monitor" is the Atlas Conflict Monitor.
    """
    found = _name(_first(fields, "publisher", "source", "source_domain", "copyrightholder", "infosources"))
    domain = _DOMAIN.fullmatch(found) if found else None
    if domain is None or len(domain.group(1)) < 8:
        return found
    letters = r"[ '’.&-]*".join(domain.group(1))
    spelled = re.compile(rf"(?<!\w){letters}(?!\w)", re.IGNORECASE)
    told = (_line(_first(fields, "description")), _name(_first(fields, "authors", "author", "byline")), body)
    for text in told:
        for match in spelled.finditer(text or ""):
            if match.group()[0].isupper() and " " in match.group():
                return match.group()
    return found


_DOMAIN = re.compile(r"(?:www\.)?([a-z]+)(?:\.[a-z]{2,})+")


def body(value: object) -> str:
    """The words of the article in a JSON value, "" when it holds none."""
    try:
        return _body(_article(value))[0]
    except UnreadableReport:
        return ""


def _keys(fields: Fields) -> str:
    listed = [repr(str(key)[:40]) for key in list(fields)[:8]]
    return ", ".join(listed) + (" …" if len(fields) > 8 else "") if listed else "(none)"
