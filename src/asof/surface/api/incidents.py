"""Incidents: which there are, one, its tolls over time, what changed, and why a value is what it is."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from ... import ask, pipeline
from ...explain import explain
from ...store import IncidentFilter
from ...store.asking import Asking
from .. import ledger_json, wanted
from . import cursors, schemas
from .answers import MOMENT, Listing, Portion, Question, Visiting, answered, listed, routes

router = routes("incidents")
Id = Annotated[str, Path(pattern=r"^h-[0-9a-f]{12}$", description="The id of an incident.")]
_When = Annotated[str | None, Field(json_schema_extra=MOMENT)]


class Conditions(BaseModel):
    """Which incidents: every condition that is given must hold."""

    model_config = ConfigDict(extra="forbid")
    since: _When = Field(None, description="What may have happened then or later.")
    until: _When = Field(None, description="What may have happened then or earlier.")
    published_since: _When = Field(None, description="Last told then or later.")
    published_by: _When = Field(None, description="First told then or earlier.")
    place: str | None = Field(None, max_length=200, description="At this place, or in this country (name or three "
                              "letters); with `within` also LAT,LON.")  # fmt: skip
    box: str | None = Field(None, max_length=120, description="WEST,SOUTH,EAST,NORTH in degrees; across the date line "
                            "where west is the greater.")  # fmt: skip
    within: float | None = Field(None, ge=0, le=20_100, description="Within so many kilometres of `place`.")
    actor: str | None = Field(None, max_length=200, description="In which this actor has a part.")
    type: str | None = Field(None, pattern=r"^[A-Za-z_-]{1,40}$", description="Of this type (ASSAULT, PROTEST, …).")
    mode: str | None = Field(None, pattern=r"^[A-Za-z_-]{1,40}$", description="Of this mode (drone, abduct, …).")
    status: list[Literal["occurred", "ongoing", "planned"]] = Field([], description="With one of these.")
    min_killed: int | None = Field(None, ge=0, le=1_000_000_000, description="With at least so many killed.")

    def filter(self, limit: int) -> IncidentFilter:
        """The conditions, for the store."""
        circle = wanted.near(self.place, self.within)
        moments = ("since", "until", "published_since", "published_by")
        given: Any = {
            name: words and wanted.moment_given(words, name) for name in moments if (words := getattr(self, name))
        }
        wanted.in_order(self.since, self.until, "since", "until")
        return IncidentFilter(
            **given,
            place=None if circle else self.place,
            near=circle,
            box=wanted.box(self.box) if self.box else None,
            actor=self.actor,
            type=self.type and self.type.upper(),
            mode=self.mode,
            status=tuple(self.status),
            min_killed=self.min_killed,
            limit=limit,
        )


class IncidentQuery(Listing, Conditions):
    """Which incidents, and how many of them."""


@router.get("/incidents", response_model=schemas.Portion[schemas.Incident], responses=listed(schemas.Incident))
def list_incidents(asked: Annotated[IncidentQuery, Query()], visit: Visiting) -> Response:
    """Incidents, the latest first, as they were known at `as_of`."""

    def portion(shelf: Asking, limit: int, cursor: str | None) -> Portion:
        place = cursors.read(cursor, "text?", "text?", "number")
        conditions = asked.filter(limit)
        if visit.masked:  # the list holds them against what is shown, so that no name is found out by its place in it
            conditions = replace(conditions, actor=None)
        found, mark = ask.portion(shelf, conditions, asked.moment, _mark(place))
        behind = None if mark is None else (*(mark.row or (None, None)), mark.told)
        return [ledger_json.incident(one, pipeline.producer()) for one in found], behind

    return visit.listing(asked, portion, asked.actor)


def _mark(place: cursors.Place | None) -> ask.Mark | None:
    if place is None:
        return None
    sorts, id, told = place
    return ask.Mark(None if sorts is None or id is None else (str(sorts), str(id)), int(told or 0))


@router.get("/incidents/{id}", response_model=schemas.Incident, responses=answered(404))
def get_incident(id: Id, asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """One incident as it was known at `as_of`."""
    return visit.answer(lambda shelf: ledger_json.incident(ask.incident(shelf, id, asked.moment), pipeline.producer()))


@router.get("/incidents/{id}/tolls", response_model=schemas.Tolls, responses=answered(404))
def get_tolls(id: Id, asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """How its tolls changed: a step at each moment at which one did."""
    return visit.answer(lambda shelf: ledger_json.history(ask.history(shelf, id, asked.moment), pipeline.producer()))


class Between(Question):
    """Two moments. The later one is `to`, else `as_of`, else now."""

    start: str = Field(alias="from", json_schema_extra=MOMENT, description="The earlier moment.")
    end: str | None = Field(None, alias="to", json_schema_extra=MOMENT, description="The later moment.")


@router.get("/incidents/{id}/differences", response_model=schemas.Differences, responses=answered(404))
def get_differences(id: Id, asked: Annotated[Between, Query()], visit: Visiting) -> Response:
    """What changed about it between two moments, and why."""

    def differences(shelf: Asking) -> dict[str, Any]:
        start = ask.moment(asked.start, "from")
        end = ask.moment(asked.end, "to") if asked.end else asked.moment
        _, after, found = ask.changes(shelf, id, start, end)
        return ledger_json.differences(after, start, end, found, pipeline.producer())

    return visit.answer(differences)


class Why(Question):
    """What of an incident is to be explained."""

    measure: str | None = Field(None, max_length=80, description="One of its tolls: `killed`, or `killed,children`.")


@router.get("/incidents/{id}/explain", response_model=schemas.Chain, responses=answered(404))
def explain_incident(id: Id, asked: Annotated[Why, Query()], visit: Visiting) -> Response:
    """Why it is one incident, or why a toll of it is what it is: the chain down to the bytes."""
    return _explained(f"{id}:{asked.measure}" if asked.measure else id, asked, visit)


@router.get("/explain/{value}", response_model=schemas.Chain, responses=answered(404))
def explain_value(
    value: Annotated[str, Path(max_length=120, pattern=r"^[a-z]-[0-9a-f]{12}(:[a-z_]{1,40}(,[a-z_ ]{1,40})?)?$")],
    asked: Annotated[Question, Query()],
    visit: Visiting,
) -> Response:
    """Why a value is what it is: a claim (`f-…`, `e-…`, `q-…`), an incident (`h-…`), one toll of an incident
    (`h-…:killed`, `h-…:killed,children`) or a decision (`d-…`)."""
    return _explained(value, asked, visit)


def _explained(value: str, asked: Question, visit: Visiting) -> Response:
    def chain(shelf: Asking) -> dict[str, Any]:
        links = explain(shelf, value, asked.moment)
        return {"value": value, "as_of": asked.moment, "links": [asdict(link) for link in links]}

    return visit.answer(chain)
