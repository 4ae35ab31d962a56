"""How a question becomes a response: one transaction, one shape of lists, ETags, JSON or JSON Lines.

Does not know what is asked for. What it is given are plain values, and the reports that they speak of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ... import ask, pipeline
from ...store import Store
from ...store.asking import Asking
from .. import json, problems
from ..access import privacy
from ..access.settings import Settings
from ..access.viewer import Role, Viewer, needs, viewer
from . import cursors

PREFIX = "/api/v1"
LINES = "application/x-ndjson"
# Told to who reads the description; `ask.moment` decides, and says better what is wrong.
MOMENT: JsonDict = {"pattern": r"^\d{4}(-\d\d(-\d\d([T ]\d\d(:\d\d(:\d\d([.,]\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$"}
IN_PORTION = 100  # values of one portion of a stream; between 50 and 500 a stream takes the same time
KEPT: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing was added to the store since the answer with this ETag."}
}


def routes(tag: str) -> APIRouter:
    """A router whose errors are problems."""
    return APIRouter(route_class=problems.Route, tags=[tag])


class Question(BaseModel):
    """What every read takes."""

    model_config = ConfigDict(extra="forbid")
    as_of: str | None = Field(
        None, json_schema_extra=MOMENT, description="As known then: only what was published by then. ISO 8601, such as "
        "2026-03-10, 2026-03-10T14:50Z; a day means its end.")  # fmt: skip

    @property
    def moment(self) -> str | None:
        """The last instant that `as_of` may mean, in UTC."""
        return None if self.as_of is None else ask.moment(self.as_of, "as_of")


class Listing(Question):
    """What every list takes."""

    limit: int | None = Field(
        None, ge=1, le=1_000_000_000, description="At most so many: of one portion 50 where nothing is said and 500 at "
        "most; of JSON Lines all where nothing is said.")  # fmt: skip
    cursor: str | None = Field(None, max_length=1000, description="`next` of the portion before.")
    format: Literal["json", "jsonl"] | None = Field(None, description="json: a portion; jsonl: all, one a line.")


Portion = tuple[list[Any], cursors.Place | None]


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: who asks, of which store, what they have already (`known`) and what they accept."""

    request: Request
    store: Store
    settings: Settings
    known: str | None
    accept: str | None

    # ── one answer ───────────────────────────────────────────────────────────────────────────────

    def answer(self, make: Callable[[Asking], Any]) -> Response:
        """What is made of the store, as JSON."""

        def made(shelf: Asking) -> Response:
            return Response(json.line(self.shown(shelf, make(shelf))), media_type="application/json")

        return self.response(made)

    def response(self, make: Callable[[Asking], Response]) -> Response:
        """What is made of the store, or that it is what they have already."""
        viewer(self.request)
        with self.store.reading() as shelf:
            tag = self._tag(shelf)
            made = Response(status_code=304) if self._has(tag) else make(shelf)
        made.headers.update({"ETag": tag, "Cache-Control": "private, no-cache",
                             "Vary": "Accept, Authorization, Cookie"})  # fmt: skip
        return made

    def _tag(self, shelf: Asking) -> str:
        """The state of the store, what made the answer, and how it is shown. The address is the rest of it."""
        who = viewer(self.request)
        made = hashlib.sha256(f"{pipeline.producer()} {who.masked} {self._lines(None)}".encode()).hexdigest()[:8]
        return f'W/"{shelf.state()}-{made}"'

    def _has(self, tag: str) -> bool:
        opaque = tag.removeprefix("W/")
        return any(one.strip().removeprefix("W/") in (opaque, "*") for one in (self.known or "").split(","))

    # ── lists ────────────────────────────────────────────────────────────────────────────────────

    def listing(
        self,
        asked: Listing,
        portion: Callable[[Asking, int, str | None], Portion],
        name: str | None = None,
        masked: bool = False,
    ) -> Response:
        """A portion of a list, or all of it as lines; `portion` makes one of at most so many, behind a cursor. `name`
        is one that was asked for: from whom names are masked, it is held here against what they see. `masked`: what
        `portion` makes is as who asks may see it already."""

        def seen(shelf: Asking, limit: int, cursor: str | None) -> Portion:
            found, place = portion(shelf, limit, cursor)
            shown = found if masked else [self.shown(shelf, one) for one in found]
            return [one for one in shown if name is None or not self.masked or privacy.has_name(one, name)], place

        if self._lines(asked.format):
            return self.response(lambda shelf: self._stream(asked, seen, shelf))

        def page(shelf: Asking) -> Response:
            found, place = seen(shelf, min(asked.limit or 50, 500), asked.cursor)
            made = {"items": found, "next": None if place is None else cursors.write(place)}
            return Response(json.line(made), media_type="application/json")

        return self.response(page)

    def _lines(self, form: str | None) -> bool:
        return form == "jsonl" or (form is None and LINES in (self.accept or ""))

    def _stream(self, asked: Listing, portion: Callable[[Asking, int, str | None], Portion], shelf: Asking) -> Response:
        """The first portion now, so that its errors are told; the others as they are read, each of one moment."""
        first, place = portion(shelf, IN_PORTION, asked.cursor)

        def others(place: cursors.Place | None) -> Generator[Any]:
            while place is not None:
                with self.store.reading() as later:
                    found, place = portion(later, IN_PORTION, cursors.write(place))
                yield from found

        def lines() -> Iterator[str]:
            with closing(others(place)) as more:
                for value in islice(chain(first, more), asked.limit):
                    yield json.line(value) + "\n"

        return StreamingResponse(lines(), media_type=LINES)

    # ── who asks ─────────────────────────────────────────────────────────────────────────────────

    @property
    def masked(self) -> bool:
        """Whether the names of private people are not for who asks."""
        return viewer(self.request).masked

    def shown(self, shelf: Asking, value: Any) -> Any:
        """A value as who asks may see it."""
        return privacy.shown(self.request, shelf, value)

    def needs(self, role: Role) -> Viewer:
        """Who asks; refuses who may not do what this role may."""
        return needs(self.request, role)


def visit(
    request: Request,
    if_none_match: Annotated[str | None, Header(description="The ETag of the answer that you have.")] = None,
    accept: Annotated[str | None, Header(include_in_schema=False)] = None,
) -> Visit:
    """The request, as operations see it."""
    return Visit(request, request.app.state.store, request.app.state.settings, if_none_match, accept)


Visiting = Annotated[Visit, Depends(visit)]


def listed(model: type, *more: int) -> dict[int | str, dict[str, Any]]:
    """The responses of a list: besides a portion, the same values one a line."""
    line = {"schema": {"type": "string", "description": f"One {model.__name__} a line, as JSON."}}
    return {200: {"content": {LINES: line}}, **KEPT, **problems.responses(*more)}


def answered(*more: int) -> dict[int | str, dict[str, Any]]:
    """The responses of a read."""
    return {**KEPT, **problems.responses(*more)}
