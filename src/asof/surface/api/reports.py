"""Reports: which there are, one with its record, its text, its bytes; and another one, to be read and kept."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...errors import NotFound
from ...intake import Taken
from ...model import Record
from ...moments import known_by
from ...store import Kept
from ...store.asking import Asking
from .. import json, problems
from ..wanted import moment_given
from . import cursors, schemas
from .answers import MOMENT, Listing, Portion, Question, Visit, Visiting, answered, listed, routes
from .taking import MEDIA_TYPES, Facts, Taking

router = routes("reports")
Sha = Annotated[str, Path(pattern=r"^[0-9a-f]{8,64}$", description="The sha256 of a report, or how it begins.")]
_SURROGATE = re.compile("[\ud800-\udfff]")
_taking = Taking()
# What was received is a stranger's: never shown in place, never taken for anything but bytes, able to run nothing.
_SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}


class ReportQuery(Listing):
    """Which reports."""

    published_since: str | None = Field(None, json_schema_extra=MOMENT, description="Published then or later.")


@router.get("/reports", response_model=schemas.Portion[schemas.Report], responses=listed(schemas.Report))
def list_reports(asked: Annotated[ReportQuery, Query()], visit: Visiting) -> Response:
    """Reports in the order of publication, those without a date first (and not at all as of a moment)."""

    def portion(shelf: Asking, limit: int, cursor: str | None) -> Portion:
        place = cursors.read(cursor, "text", "text")
        after = None if place is None else (str(place[0]), str(place[1]))
        since = asked.published_since and moment_given(asked.published_since, "published_since")
        found = shelf.reports(after, limit, asked.moment, since)
        behind = (found[-1].published or "", found[-1].sha256) if len(found) == limit else None
        return [asdict(one) for one in found], behind

    return visit.listing(asked, portion)


@router.get("/reports/{sha256}", response_model=schemas.Told, responses=answered(404))
def get_report(sha256: Sha, asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """One report with its record: what was read from it, every value with the words that carry it."""

    def told(shelf: Asking) -> dict[str, Any]:
        kept, record = _record(shelf, sha256, asked)
        incidents = shelf.told_in([kept.sha256])
        return {"report": asdict(kept), "incidents": incidents, "record": json.to_dict(record)}

    return visit.answer(told)


@router.get("/reports/{sha256}/text", responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
            **answered(404)}, response_class=Response)  # fmt: skip
def get_text(sha256: Sha, asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """The clean text: what every offset counts in, in code points. A lone surrogate is U+FFFD."""

    def text(shelf: Asking) -> Response:
        written = _SURROGATE.sub("\ufffd", visit.shown(shelf, _record(shelf, sha256, asked)[1]).text)
        return Response(written, headers=_SAFE, media_type="text/plain")

    return visit.response(text)


@router.get("/reports/{sha256}/content", responses={200: {"content": {"application/octet-stream": {"schema": {
            "type": "string", "format": "binary"}}}}, **answered(404)}, response_class=Response)  # fmt: skip
def get_content(sha256: Sha, asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """The bytes as received, as an attachment; not for those from whom names are masked."""
    if visit.masked:
        raise HTTPException(403, "The bytes as received hold names that are masked from your role. The text is here.")

    def content(shelf: Asking) -> Response:
        kept = _kept(shelf, sha256, asked)
        found = shelf.content(kept.sha256)
        if found is None:
            raise NotFound(f"The bytes of the report {kept.sha256} are not in this store: run `asof check`.")
        named = {"Content-Disposition": f'attachment; filename="{kept.sha256}.bin"'}
        return Response(found, headers=_SAFE | named, media_type="application/octet-stream")

    return visit.response(content)


def _kept(shelf: Asking, sha256: str, asked: Question) -> Kept:
    kept = shelf.report(sha256)
    if kept is None:
        raise NotFound(f"There is no report {sha256} in this store, or more than one that begins so.")
    if not known_by(kept.published, asked.moment):
        raise NotFound(f"The report {sha256} was published at {kept.published or 'an unknown time'}, not by then.")
    return kept


def _record(shelf: Asking, sha256: str, asked: Question) -> tuple[Kept, Record]:
    kept = _kept(shelf, sha256, asked)
    record = shelf.record(kept.sha256)
    if record is None:
        raise NotFound(f"The record of {kept.sha256} is not in this store: run `asof check`.")
    return kept, record


# ── another one ──────────────────────────────────────────────────────────────────────────────────


class FactQuery(BaseModel):
    """What is known about a report; each stands before what the report says of itself."""

    model_config = ConfigDict(extra="forbid")
    published: str | None = Field(None, max_length=40, description="When it was published, ISO 8601.")
    publisher: str | None = Field(None, max_length=200, description="Who published it.")
    url: str | None = Field(None, max_length=2000, description="Where it was published. It is not fetched.")


_BODY = {"required": True, "content": {kind: {"schema": {"type": "string"}} for kind in MEDIA_TYPES}}
_POSTED = {200: {"model": schemas.Taken, "description": "It was there: nothing changed."},
           **problems.responses(413, 415)}  # fmt: skip


@router.post("/reports", response_model=schemas.Taken, status_code=201, responses=_POSTED,
             openapi_extra={"requestBody": _BODY})  # fmt: skip
async def post_report(request: Request, facts: Annotated[FactQuery, Query()], visit: Visiting) -> Response:
    """Read one report, keep it, and join it to incidents: text (with front matter, if you like), a page, or an article
    as JSON, as it was received. The same bytes twice change nothing."""
    visit.needs("coder")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in MEDIA_TYPES:
        raise HTTPException(415, f"A report of the type {kind[:80]!r} cannot be read: send {', '.join(MEDIA_TYPES)}.")
    content = await _received(request, visit.settings.largest)
    return await run_in_threadpool(_taken, visit, content, Facts(facts.published, facts.publisher, facts.url))


async def _received(request: Request, largest: int) -> bytes:
    """The body; refused as soon as it is larger than it may be, whatever it says of itself."""
    received = bytearray()
    async for piece in request.stream():
        received += piece
        if len(received) > largest:
            raise HTTPException(413, f"A report has at most {largest:,} bytes here.", {"Connection": "close"})
    return bytes(received)


def _taken(visit: Visit, content: bytes, facts: Facts) -> Response:
    one = _taking.take(visit.store, content, facts)
    status = 201 if one.fate == "new" else 200
    return Response(json.line(_shown(visit, one)), status, media_type="application/json")


def _shown(visit: Visit, one: Taken) -> dict[str, Any]:
    with visit.store.reading() as shelf:
        incidents = shelf.told_in([one.report] if one.report else [])
    return {"fate": one.fate, "report": one.report, "supersedes": one.supersedes, "incidents": incidents}


class Address(BaseModel):
    """The address of a page."""

    model_config = ConfigDict(extra="forbid")
    url: str = Field(max_length=2000, pattern=r"^https?://\S+$")


@router.post("/reports/fetch", response_model=list[schemas.Taken], status_code=201,
             responses=problems.responses(502))  # fmt: skip
def fetch_report(asked: Address, visit: Visiting) -> Response:
    """Fetch a page, a feed or a site map, and take what it holds; only where the server was started for it."""
    visit.needs("coder")
    if not visit.settings.fetch:
        raise HTTPException(403, "This server fetches nothing: send the report itself, or start it with --fetch.")
    found = _taking.fetch(visit.store, asked.url)
    made = [_shown(visit, one) for one in found]
    return Response(json.line(made), 201, media_type="application/json")
