"""One report: its text with the words of every value marked, beside the record; its versions and what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from ... import ask
from ...errors import NotFound
from ...model import Record
from .. import html
from ..access import privacy
from ..highlight import paragraphs
from ..panel import Panel
from . import page
from .wanted import Wanted

router = APIRouter()
_TOKEN = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
# Words of the earlier times those of the later text that are compared one by one: about 0.2 s. What is more is shown
# as left out and added whole.
MOST = 1_000_000


@router.get("/reports/{sha}")
def report(request: Request, sha: str) -> Response:
    """The page."""
    wanted = Wanted.read({"as_of": request.query_params.get("as_of", "")})
    with page.reading(request) as shelf:
        kept = shelf.report(sha)
        record = shelf.record(kept.sha256) if kept else None
        if kept is None or record is None:
            raise NotFound(f"There is no report {sha!r} in this store.")
        versions = shelf.versions(kept.sha256)
        before = _before(request.query_params.get("against"), [one.sha256 for one in versions], kept.sha256)
        earlier = shelf.record(before) if before else None
        told = [ask.incident(shelf, id) for id in shelf.told_in([kept.sha256])]
        # Before it is cut into marks and changes: a name in pieces is none that could be found on the page.
        hiding = privacy.mask(request, shelf, kept, versions, told)
        if hiding is not None:
            record, earlier = hiding.of(record), hiding.of(earlier)
    panel = Panel(record, "")
    article = paragraphs(record.text, panel.marks(), record.report.title)
    return page.render(
        request, "report.html", wanted=wanted, kept=kept, record=record, versions=versions, told=told, before=before,
        title=html.title(record), byline=html.byline(record), kinds=html.KINDS,
        # Both escape everything that comes from the report, and make hidden characters visible.
        article=Markup(article), panel=Markup(panel.html()), headed=article.startswith("<h1>"),
        changed=Markup("").join(changes(earlier, record)) if earlier else None,
    )  # fmt: skip


def _before(asked: str | None, versions: list[str], sha: str) -> str | None:
    """The version to compare with: the one asked for, else the one before this."""
    if asked in versions and asked != sha:
        return asked
    at = versions.index(sha) if sha in versions else 0
    return versions[at - 1] if at else None


def changes(earlier: Record, later: Record) -> Iterator[Markup]:
    """What the later text leaves out and adds, as one text: paragraph by paragraph, then words of those that differ."""
    old, new = earlier.text.splitlines(keepends=True), later.text.splitlines(keepends=True)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield page.marked("".join(new[c:d]), None)
        else:
            yield from _words("".join(old[a:b]), "".join(new[c:d]))


def _words(old: str, new: str) -> Iterator[Markup]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) * len(after) > MOST:
        before, after = [old], [new]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left, right = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            yield page.marked(right, None)
            continue
        if left:
            yield Markup("<del>%s</del>") % page.marked(left, None)
        if right:
            yield Markup("<ins>%s</ins>") % page.marked(right, None)
