"""Records → one self-contained page: left the report with its evidence marked, right the record.

Nothing on the page asks the network for anything; the policy in its head forbids it, and allows no
style and no script but the page's own. Everything that comes from a report is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from importlib.resources import files

from ..model import Record
from . import phrase
from .highlight import paragraphs
from .panel import Panel
from .visible import visible

KINDS = {
    "figure": "Figures",
    "event": "Events",
    "quote": "Quotes",
    "place": "Places",
    "time": "Times",
    "actor": "Actors",
}


def page(records: Sequence[Record]) -> str:
    """A whole page for one record or several."""
    name = title(records[0]) if len(records) == 1 else f"{len(records)} reports"
    body = [_legend()] if records else []
    if len(records) > 1:
        links = "".join(
            f'<li><a href="#r{n}">{_t(title(record))}</a> <span>{_t(byline(record))}</span></li>'
            for n, record in enumerate(records, start=1)
        )
        body.append(f'<nav aria-label="Reports"><h1>{_t(name)}</h1><ol>{links}</ol></nav>')
    body += [_report(record, n) for n, record in enumerate(records, start=1)]
    return _document(name, "\n".join(body))


def index(listed: Sequence[tuple[str, str, str]]) -> str:
    """A page that lists other pages: their file, title and byline."""
    links = "".join(
        f'<li><a href="{escape(_relative(file))}">{_t(name)}</a> <span>{_t(line)}</span></li>'
        for file, name, line in listed
    )
    name = f"{len(listed)} reports" if len(listed) != 1 else "1 report"
    return _document(name, f'<nav aria-label="Reports"><h1>{name}</h1><ol>{links}</ol></nav>')


def frame(record: Record) -> str:
    """The page in a frame of its own, for notebooks: neither's style reaches the other."""
    return (
        f'<iframe title="{_t(title(record))}" sandbox="allow-scripts" width="100%" height="640" '
        f'style="border:1px solid #8886;border-radius:6px" srcdoc="{escape(page([record]))}"></iframe>'
    )


def title(record: Record) -> str:
    """What to call a report: its headline, else its file."""
    return record.report.title or record.report.file or "Untitled report"


def byline(record: Record) -> str:
    """Who published a report, and when; or why it was not read."""
    if not record.text:
        return f"Not read: {' '.join(skipped.reason for skipped in record.skipped)}"
    published = phrase.moment(record.report.published)
    facts = [record.report.publisher, f"published {published}" if published else "no date of publication"]
    return " · ".join(fact for fact in facts if fact)


def _report(record: Record, number: int) -> str:
    report = record.report
    panel = Panel(record, f"r{number}-")
    lines = [_t(byline(record))]
    lines += [_t(report.byline)] if report.byline else []
    lines += [_link(report.url)] if report.url else []
    made = _t(", ".join([record.producer, *record.components]))
    sha256 = f"<br>report sha256 <code>{_t(report.sha256)}</code>" if report.sha256 else ""
    article = paragraphs(record.text, panel.marks(), report.title)
    heading = "" if article.startswith("<h1>") else f"<h1>{_t(title(record))}</h1>"
    empty = '<p class="none">No text was read.</p>'
    return (
        f'<section class="report" id="r{number}"><header>{heading}<p class="byline">{" · ".join(lines)}</p></header>'
        f'<div class="columns"><article aria-label="Report">{article or empty}</article>'
        f'<aside aria-label="Record">{panel.html()}<footer>{made}{sha256}</footer></aside></div></section>'
    )


def _legend() -> str:
    boxes = "".join(
        f'<label class="{kind}"><input type="checkbox" id="show-{kind}" checked><span>{name}</span></label>'
        for kind, name in KINDS.items()
    )
    return f'<div class="legend" role="group" aria-label="What is marked in the report">{boxes}</div>'


def _link(url: str) -> str:
    if url.lower().startswith(("http://", "https://")):
        return f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">{_t(url)}</a>'
    return _t(url)


def _relative(file: str) -> str:
    from urllib.parse import quote

    return "./" + quote(file, errors="surrogatepass")


def _document(name: str, body: str) -> str:
    style, script = _asset("page.css") + _asset("record.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        "<!DOCTYPE html>\n"
        '<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">\n'
        f"<title>{_t(name)} – asof</title>\n<style>{style}</style></head>\n"
        f"<body>\n{body}\n<script>{script}</script></body></html>\n"
    )


@lru_cache
def _asset(name: str) -> str:
    return files("asof.surface").joinpath(name).read_text("utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _t(text: str) -> str:
    return escape(visible(text))
