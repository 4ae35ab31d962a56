"""Plain text → content: front matter between `---` lines, a block of `Key: value` lines, or neither.

Without front matter the headline is guessed: a short first line that is no sentence.
"""

from __future__ import annotations

import re

from . import dates
from .characters import line as tidy
from .content import Content
from .datelines import looks_like_dateline
from .live import looks_like_stamp
from .paragraphs import paragraphs

# What writers call the same thing.
KEYS = {
    "title": "title", "headline": "title", "subject": "title", "publisher": "publisher", "source": "publisher",
    "outlet": "publisher", "site": "publisher", "sitename": "publisher", "published": "published",
    "date": "published", "date_published": "published", "datepublished": "published", "pubdate": "published",
    "publication date": "published", "modified": "modified", "updated": "modified", "fetched": "fetched",
    "url": "url", "link": "url", "canonical": "url", "byline": "byline", "author": "byline", "authors": "byline",
    "language": "language", "lang": "language",
}  # fmt: skip
_PAIR = re.compile(r"([A-Za-z][A-Za-z _-]{1,30}):(?:\s+(.*)|)$")
_FENCE = re.compile(r"\s{0,3}-{3,}\s*$")
LONGEST_HEADLINE = 220
# The institution at the head of a statement: "MINISTRY OF DEFENCE", "Press Office", "Republic of the Sudan".
_LETTERHEAD = re.compile(
    r"(?:the )?(?:[\w’'-]+ ){0,3}(?:ministry|office|government|presidency|embassy|department|republic|kingdom"
    r"|general (?:command|staff)|permanent mission|high commission|directorate|secretariat)"
    r"(?: (?:of|for|to)(?: [\w&’',-]+){1,10})?$",
    re.I,
)
_MARKDOWN = re.compile(
    r"\*\*(?=\S)([^*\n]{1,400})\*\*|!?\[([^\[\]\n]{1,300})\]\((?:https?:|/|#)[^)\s]{0,500}\)|^(?:#{1,6}|>)[ \t]+", re.M
)


def read_text(text: str) -> Content:
    """The content of a plain text."""
    facts, body, notes = _front_matter(text)
    found = paragraphs(_unmarked(body))
    if "title" not in facts and "publisher" not in facts and len(found) > 2 and _is_letterhead(found[0]):
        facts["publisher"] = found.pop(0)
        while len(found) > 2 and _is_letterhead(found[0]):
            found.pop(0)
    if "title" not in facts and _is_headline(found):
        facts["title"] = found.pop(0)
    return Content(tuple(found), "text/plain", notes=tuple(notes), **facts)


def _is_letterhead(line: str) -> bool:
    return len(line) < 90 and line[0].isupper() and _LETTERHEAD.match(line) is not None


def _unmarked(body: str) -> str:
    """The words without Markdown's emphasis, links, headings and quotation marks at the margin."""
    return _MARKDOWN.sub(lambda found: found[1] or found[2] or "", body)


def _front_matter(text: str) -> tuple[dict[str, str], str, list[str]]:
    """The facts before the body, the body, and what was odd."""
    lines = text.lstrip("\n").split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    if lines and _FENCE.match(lines[0]):
        end = next((k for k in range(1, min(len(lines), 200)) if _FENCE.match(lines[k])), None)
        if end is not None and any(_PAIR.match(line) for line in lines[1:end]):
            return _pairs(lines[1:end]), "\n".join(lines[end + 1 :]), []
        if end is None and len(lines) > 1 and _known(lines[1]):
            block = _leading(lines[1:])
            note = "The front matter has no closing '---' line; it was taken to end with its last 'key: value' line."
            return _pairs(block), "\n".join(lines[1 + len(block) :]), [note]
        return {}, "\n".join(lines[1:]), []
    block = _leading(lines)
    facts = _pairs(block)
    if len(facts) >= 2 and {"title", "published"} & facts.keys():
        return facts, "\n".join(lines[len(block) :]), []
    return {}, "\n".join(lines), []


def _known(line: str) -> str | None:
    found = _PAIR.match(line)
    return KEYS.get(found[1].strip().lower()) if found else None


def _leading(lines: list[str]) -> list[str]:
    """The lines at the top that are `Key: value` with a key that is known."""
    end = next((k for k, line in enumerate(lines) if not _known(line)), len(lines))
    return lines[:end]


def _pairs(lines: list[str]) -> dict[str, str]:
    """Facts by name; an indented line, or one without a key, goes on with the value before it."""
    facts: dict[str, str] = {}
    name: str | None = None
    for line in lines:
        found = _PAIR.match(line)
        if found and not line[0].isspace():
            name = KEYS.get(found[1].strip().lower())
            if name and name not in facts:
                facts[name] = _unquoted(tidy(found[2] or ""))
        elif name and line.strip():
            facts[name] = tidy(f"{facts[name]} {line.strip().removeprefix('- ')}")
    return {name: value for name, value in facts.items() if value and value not in ("null", "~", ">", "|")}


def _unquoted(value: str) -> str:
    """A value without the quotes that YAML allows around it (not those that belong to a headline)."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]:
        return value[1:-1]
    return value


def _is_headline(found: list[str]) -> bool:
    if len(found) < 2:
        return False
    first = found[0]
    if len(first) > LONGEST_HEADLINE or first[-1] in ".:;,…" or first[0] in "*•(-–":
        return False
    words = first.split()
    if len(words) < 3 or looks_like_stamp(first) or looks_like_dateline(first):
        return False
    date = dates.DATE.search(first)
    return not (date and len(date[0]) > 0.6 * len(first))
