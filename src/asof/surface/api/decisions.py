"""Decisions: those that were taken, the pairs that wait for one, and taking, undoing them."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ... import deciding, pipeline
from ...errors import NotFound, WrongUse
from ...ledger import Change, Correction, Decision, Verdict
from ...model import plain
from ...moments import known_by
from ...store.asking import Asking
from .. import json, ledger_json, problems
from ..clock import decided
from . import cursors, schemas
from .answers import Listing, Portion, Question, Visit, Visiting, answered, listed, routes

router = routes("decisions")
_Either = Annotated[str, Field(pattern=r"^[hi]-[0-9a-f]{12}$")]
_MOST = 10**15
_Id = Annotated[str, Path(pattern=r"^d-[0-9a-f]{12}$")]


class DecisionQuery(Listing):
    """Which decisions."""

    verdict: Verdict | None = Field(None, description="Those that came to this.")
    person: bool | None = Field(None, description="true: those of people; false: those of rules.")


@router.get("/decisions", response_model=schemas.Portion[Decision], responses=listed(Decision))
def list_decisions(asked: Annotated[DecisionQuery, Query()], visit: Visiting) -> Response:
    """Decisions in the order in which they were taken; as of a moment, those on what was published by then."""

    def portion(shelf: Asking, limit: int, cursor: str | None) -> Portion:
        place = cursors.read(cursor, "number")
        behind = None if place is None else int(place[0] or 0)
        found = shelf.decided(behind, limit, asked.verdict, asked.person)
        known = _known(shelf, [one for _, one in found], asked.moment)
        return [plain(one) for one in known], (found[-1][0],) if len(found) == limit else None

    return visit.listing(asked, portion)


@router.get("/decisions/{id}", response_model=Decision, responses=answered(404))
def get_decision(id: _Id, asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """One decision."""

    def found(shelf: Asking) -> Any:
        decision = shelf.decision(id)
        if decision is None or not _known(shelf, [decision], asked.moment):
            raise NotFound(f"There is no decision {id!r} in this store{' at that moment' if asked.as_of else ''}.")
        return plain(decision)

    return visit.answer(found)


def _known(shelf: Asking, decisions: Sequence[Decision], moment: str | None) -> Sequence[Decision]:
    """Those of which both reports that they are about were published by then."""
    if moment is None:
        return decisions
    told = shelf.tellings({end for one in decisions for end in (one.left, one.right)})
    known = {one.id for one in told if known_by(one.published, moment)}
    return [one for one in decisions if one.left in known and one.right in known]


# ── taking them ──────────────────────────────────────────────────────────────────────────────────


class Act(BaseModel):
    """Who decides, and why. `by` is for servers without accounts; with them it is the account's name."""

    model_config = ConfigDict(extra="forbid")
    note: str | None = Field(None, max_length=2000)
    by: str | None = Field(None, max_length=80, pattern=r"\S")


class Verdicts(Act):
    """Whether two tellings or incidents are the same."""

    left: _Either
    right: _Either
    verdict: Verdict


class Apart(Act):
    """Which telling does not belong to which incident."""

    incident: Annotated[str, Field(pattern=r"^h-[0-9a-f]{12}$")]
    telling: Annotated[str, Field(pattern=r"^i-[0-9a-f]{12}$")]


@router.post("/decisions", response_model=schemas.Decided, status_code=201, responses=problems.responses(404))
def decide(asked: Verdicts, visit: Visiting) -> Response:
    """Decide whether two tellings, or two incidents, are the same. It outranks every rule, and can be undone."""
    by = _by(visit, asked)
    return _told(
        visit, *deciding.decide(visit.store, asked.left, asked.right, asked.verdict, by, decided(), asked.note)
    )


@router.post("/decisions/split", response_model=schemas.Decided, status_code=201, responses=problems.responses(404))
def split(asked: Apart, visit: Visiting) -> Response:
    """Take one telling out of an incident: it tells of another happening."""
    by = _by(visit, asked)
    return _told(visit, None, deciding.split(visit.store, asked.incident, asked.telling, by, decided(), asked.note))


@router.post("/decisions/{id}/undo", response_model=schemas.Decided, status_code=201, responses=problems.responses(404))
def undo(
    id: Annotated[str, Path(pattern=r"^[dk]-[0-9a-f]{12}$", description="A decision or a correction.")],
    asked: Act,
    visit: Visiting,
) -> Response:
    """Take a person's decision, or a correction, back. It and its undoing both stay on record."""
    by = _by(visit, asked)
    return _told(visit, *deciding.undo(visit.store, id, by, decided(), asked.note))


# ── corrections ──────────────────────────────────────────────────────────────────────────────────


class Other(Act):
    """What a value of a figure, an event or a within-report incident is instead; `field` null: it is right as read."""

    claim: Annotated[str, Field(pattern=r"^[efi]-[0-9a-f]{12}$")]
    field: str | None = Field(None, max_length=40, description="Which value: `high`, `place`, `status`, …")
    value: str | int | None = Field(None, description="What it is; null: not known.")


@router.get("/corrections", response_model=schemas.Portion[Correction], responses=listed(Correction))
def list_corrections(asked: Annotated[Listing, Query()], visit: Visiting) -> Response:
    """What people corrected, in the order in which they did; as of a moment, of what was published by then."""

    def portion(shelf: Asking, limit: int, cursor: str | None) -> Portion:
        place = cursors.read(cursor, "number")
        found = shelf.corrected(0 if place is None else int(place[0] or 0), limit)
        known = {one.sha256 for one in shelf.reports(None, limit, asked.moment, shas={c.report for _, c in found})}
        shown = [plain(one) for _, one in found if one.report in known]
        return shown, (found[-1][0],) if len(found) == limit else None

    return visit.listing(asked, portion)


@router.post("/corrections", response_model=schemas.Decided, status_code=201, responses=problems.responses(404))
def correct(asked: Other, visit: Visiting) -> Response:
    """Correct one value of a claim. The reading stays beside it, and the correction can be undone."""
    by, value = _by(visit, asked), asked.value
    if (isinstance(value, str) and len(value) > 500) or (isinstance(value, int) and abs(value) > _MOST):
        raise WrongUse("A value has at most 500 characters, and a number at most 15 digits.")
    return _told(visit, *deciding.correct(visit.store, asked.claim, asked.field, value, by, decided(), asked.note))


# ── who, when, and what follows ──────────────────────────────────────────────────────────────────


def _by(visit: Visit, asked: Act) -> str:
    """Who decides: the account; without accounts who is named, else the user who runs the server."""
    account = visit.needs("coder").name
    if account is None:
        return asked.by or getpass.getuser()
    if asked.by not in (None, account):
        raise HTTPException(403, f"Decisions of this request are by {account}: leave `by` out.")
    return account


def _told(visit: Visit, made: Decision | Correction | None, change: Change) -> Response:
    told = {
        "decisions": plain(change.decisions),
        "corrections": [plain(made)] if isinstance(made, Correction) else [],
        "incidents": [ledger_json.incident(one, pipeline.producer()) for one in change.incidents],
        "gone": list(change.gone),
    }
    with visit.store.reading() as shelf:
        return Response(json.line(visit.shown(shelf, told)), 201, media_type="application/json")
