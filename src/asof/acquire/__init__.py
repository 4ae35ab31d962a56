"""Bytes → `Report` → `Document`. Pure but for `load`, which reads a file; nothing is ever fetched here.

`sources` finds many reports (in folders, archives, at addresses) and hands over each as an `Item`; it alone
fetches, and only when it is given a `Fetcher`. Of one report, `files` reads, `decode` and `characters`
give clean characters, `text`, `page` and `article` the content by its shape, `parts` (with `datelines`,
`live`, `phrases`) cuts it, `language` refuses what is not English. Only what a report needs is imported:
plain text pulls in no HTML library.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace

from ..errors import UnreadableReport, WrongUse
from ..model import CODED_PARTS, Document, Report
from . import characters, dates, feeds, files, language
from .content import Content
from .decode import Decoded, decode
from .item import Item
from .parts import dateline_published, document

__all__ = ["acquire", "load"]

_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|article|main|div|section|h1|p|meta|title|script)\b",
    re.I | re.S,
)
_ENTITIES_OF_PAGES = re.compile(r"</(?:p|div|html|body|article)>", re.I)


def load(
    path: str | os.PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Document:
    """The document of a file, or of standard input when the path is `-`."""
    name = None if os.fspath(path) == files.STANDARD_INPUT else str(path)
    return acquire(files.read_bytes(path), file=name, published=published, publisher=publisher, url=url)


def acquire(
    source: bytes,
    *,
    file: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    around: Item | None = None,
) -> Document:
    """The document of a report's bytes; what is given here stands before what the report says of itself, and that
    before the facts `around` it.

    Raises `UnreadableReport` for what is no report, `RefusedReport` for one in another language, and
    `WrongUse` for a `published` that is no date.
    """
    given = _given(published)
    files.check_size(len(source))
    decoded = decode(source)
    text, cleaned = characters.clean(decoded.text)
    if not text.strip():
        raise UnreadableReport("The report holds no characters that can be read. Give a file with text in it.")
    content = read(text) if around is None else completed(read(text), around)
    report, notes = _report(content, source, decoded, given)
    report = replace(report, file=file, publisher=publisher or report.publisher, url=url or report.url)
    told = [*decoded.notes, *cleaned, *content.notes, *notes]
    made = document(content, report, told)
    if report.published is None and (stated := dateline_published(made)) is not None:
        made = document(content, replace(report, published=stated), told)
    if not made.text:
        raise UnreadableReport("The report holds no words: what is in it has no spaces, and is data of some kind.")
    return _in_english(made, content.language)


def read(text: str) -> Content:
    """The content of clean characters, by their shape: JSON, HTML, or plain text."""
    start = text.lstrip()[:1]
    if start in ("{", "["):
        from .article import read_article

        content = read_article(text)
        if content is not None:
            return content
    if feeds.LISTING.match(text):
        raise UnreadableReport(
            "This is a feed or a site map, which lists reports and does not hold them. "
            "Save each report as a file of its own."
        )
    if start == "<" and (_MARKUP.match(text) or len(_ENTITIES_OF_PAGES.findall(text[:200_000])) > 1):
        from .page import read_page

        return read_page(text)
    from .text import read_text

    content = read_text(text)
    if not content.paragraphs and not content.title:
        raise UnreadableReport(
            "The report has front matter and no text. Put the report's text after the second '---' line."
        )
    return content


def completed(content: Content, around: Item) -> Content:
    """What a report says of itself, with the facts around it where it says nothing, or only the day of a moment."""
    told, known = dates.moment(content.published or ""), dates.moment(around.published or "")
    return replace(
        content,
        url=content.url or around.url,
        publisher=content.publisher or around.publisher,
        published=known if told is None or _is_finer(known, told) else content.published,
        fetched=around.fetched or content.fetched,
        language=content.language or around.language,
    )


def _is_finer(known: str | None, told: str) -> bool:
    """Whether a moment has the time of day that another lacks, and is of that day wherever it was written."""
    at, day = dates.parsed(known), dates.parsed(told)
    if at is None or day is None or len(told) > 10 or known is None or len(known) <= 10:
        return False
    return abs((at.replace(tzinfo=None) - day).total_seconds() - 43_200) <= 86_400


def _given(published: str | None) -> str | None:
    if published is None:
        return None
    moment = dates.moment(published)
    if moment is None:
        raise WrongUse(
            f"{published!r} is no date that can be read with certainty. "
            "Give ISO 8601, such as 2026-03-10T13:05:00+02:00 or 2026-03-10."
        )
    return moment


def _report(content: Content, source: bytes, decoded: Decoded, given: str | None) -> tuple[Report, list[str]]:
    """The facts about the bytes, and what was odd about the dates in them."""
    notes: list[str] = []
    moments: dict[str, str | None] = {}
    for name in ("published", "modified", "fetched"):
        words = getattr(content, name)
        moments[name] = dates.moment(words) if words else None
        if words and moments[name] is None:
            notes.append(
                f"The {name} date {words[:60]!r} cannot be read with certainty and was left out (write ISO 8601)."
            )
    said = moments["published"]
    if given is None and said and len(said) > 10 and dates.offset(said[10:]) is None:
        notes.append(f"The published time {said} has no zone; it is kept as given.")
    published = given or said
    for name in ("modified", "fetched"):
        if _after(published, moments[name]):
            notes.append(
                f"The published time {published} lies after the {name} time {moments[name]}; both are kept as given."
            )
    report = Report(
        sha256=hashlib.sha256(source).hexdigest(),
        size=len(source),
        url=content.url,
        title=content.title,
        publisher=content.publisher,
        byline=content.byline,
        published=published,
        modified=moments["modified"],
        fetched=moments["fetched"],
        language=content.language,
        media_type=content.media_type,
        encoding=decoded.encoding,
    )
    return report, notes


def _after(first: str | None, second: str | None) -> bool:
    """Whether one moment is surely later than another (a day apart, where a zone is unknown)."""
    a, b = dates.parsed(first), dates.parsed(second)
    if a is None or b is None:
        return False
    if a.tzinfo is None or b.tzinfo is None:
        return (a.replace(tzinfo=None) - b.replace(tzinfo=None)).days >= 1
    return a > b


def _in_english(made: Document, declared: str | None) -> Document:
    coded = " ".join(made.text[part.start : part.end] for part in made.parts if part.kind in CODED_PARTS)
    found = language.check(coded or made.text)
    return replace(made, report=replace(made.report, language=found or declared))
