"""What records hold: claims (figures and events), quotes, actors, places; all of a kind, or one by its id."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import Field
from starlette.responses import Response

from ... import ask
from ...errors import NotFound
from ...moments import known_by
from ...store import Held, Walk, walk
from ...store.asking import Asking
from .. import json
from . import cursors, schemas
from .answers import Listing, Portion, Question, Visit, Visiting, answered, listed, routes

router = routes("claims")
Sha = r"^[0-9a-f]{8,64}$"


class HeldQuery(Listing):
    """Of which reports."""

    report: str | None = Field(None, pattern=Sha, description="Those of this report: its sha256, or how it begins.")
    incident: str | None = Field(None, pattern=r"^h-[0-9a-f]{12}$", description="Those of this incident's reports; "
                                 "of figures and events, those about it.")  # fmt: skip


class ClaimQuery(HeldQuery):
    """Which claims."""

    kind: list[Literal["figures", "events"]] = Field([], description="Figures, events, or both.")


class NamedQuery(HeldQuery):
    """Which quotes, actors or places."""

    name: str | None = Field(None, max_length=200, description="In whose name, or speaker's name, these words are.")


@router.get("/claims", response_model=schemas.Portion[schemas.Claim], responses=listed(schemas.Claim, 404))
def list_claims(asked: Annotated[ClaimQuery, Query()], visit: Visiting) -> Response:
    """Figures and events as reports have somebody give them, report by report in the order of publication."""
    return _listed(asked, visit, tuple(dict.fromkeys(asked.kind)) or ("figures", "events"))


@router.get("/quotes", response_model=schemas.Portion[schemas.Said], responses=listed(schemas.Said, 404))
def list_quotes(asked: Annotated[NamedQuery, Query()], visit: Visiting) -> Response:
    """Who said what."""
    return _listed(asked, visit, ("quotes",), asked.name)


@router.get("/actors", response_model=schemas.Portion[schemas.Acting], responses=listed(schemas.Acting, 404))
def list_actors(asked: Annotated[NamedQuery, Query()], visit: Visiting) -> Response:
    """Who acts or is acted upon, with every mention. An actor's id holds in its report; `registry_id` in all."""
    return _listed(asked, visit, ("actors",), asked.name)


@router.get("/places", response_model=schemas.Portion[schemas.Placed], responses=listed(schemas.Placed, 404))
def list_places(asked: Annotated[NamedQuery, Query()], visit: Visiting) -> Response:
    """Places with their coordinates. A place's id holds in its report; `geonames_id` in all."""
    return _listed(asked, visit, ("places",), asked.name)


@router.get("/claims/{id}", response_model=schemas.Anything, responses=answered(404))
def get_claim(
    id: Annotated[str, Path(pattern=r"^[efi]-[0-9a-f]{12}$")], asked: Annotated[Question, Query()], visit: Visiting
) -> Response:
    """One figure (`f-…`), event (`e-…`) or incident as one report tells it (`i-…`)."""
    return _one(id, asked, visit)


@router.get("/quotes/{id}", response_model=schemas.Said, responses=answered(404))
def get_quote(
    id: Annotated[str, Path(pattern=r"^q-[0-9a-f]{12}$")], asked: Annotated[Question, Query()], visit: Visiting
) -> Response:
    """One quote."""
    return _one(id, asked, visit)


@router.get("/actors/{id}", response_model=schemas.Acting, responses=answered(404))
def get_actor(
    id: Annotated[str, Path(pattern=r"^a-[0-9a-f]{12}$")], asked: Annotated[Question, Query()], visit: Visiting
) -> Response:
    """One actor of a report."""
    return _one(id, asked, visit)


@router.get("/places/{id}", response_model=schemas.Placed, responses=answered(404))
def get_place(
    id: Annotated[str, Path(pattern=r"^p-[0-9a-f]{12}$")], asked: Annotated[Question, Query()], visit: Visiting
) -> Response:
    """One place of a report."""
    return _one(id, asked, visit)


def _listed(asked: HeldQuery, visit: Visit, fields: tuple[str, ...], name: str | None = None) -> Response:
    def portion(shelf: Asking, limit: int, cursor: str | None) -> Portion:
        place = cursors.read(cursor, "text", "text", "number")
        reports, tellings = _of(shelf, asked)
        after = None if place is None else (str(place[0]), str(place[1]), int(place[2] or 0))
        found, behind = walk(
            shelf, Walk(fields, reports, tellings, None if visit.masked else name, asked.moment, after, limit)
        )
        return [_shown(one) for one in found], behind

    return visit.listing(asked, portion, name)


def _of(shelf: Asking, asked: HeldQuery) -> tuple[tuple[str, ...] | None, frozenset[str] | None]:
    """The reports and the tellings that are asked for; null: all."""
    reports: set[str] | None = None
    tellings: frozenset[str] | None = None
    if asked.incident is not None:
        incident = ask.incident(shelf, asked.incident, asked.moment)
        reports, tellings = set(incident.reports), frozenset(incident.tellings)
    if asked.report is not None:
        found = shelf.report(asked.report)
        one = {found.sha256} if found is not None else set()
        reports = one if reports is None else reports & one
    return None if reports is None else tuple(sorted(reports)), tellings


def _shown(one: Held) -> dict[str, Any]:
    return {"report": one.report, "published": one.published, "kind": one.field, "value": json.part(one.value)}


def _one(id: str, asked: Question, visit: Visit) -> Response:
    def found(shelf: Asking) -> dict[str, Any]:
        held = shelf.claim(id)
        if held is None or not known_by(held.published, asked.moment):
            raise NotFound(f"Nothing in this store has the id {id!r}{' at that moment' if asked.as_of else ''}.")
        return _shown(held)

    return visit.answer(found)
