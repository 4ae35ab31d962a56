"""Values one by one: those that are likely wrong, and a sample for two coders. Accepted, corrected or rejected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from ... import deciding, reviewing
from ...doubts import Doubt, doubts, score
from ...errors import NotFound, WrongUse
from ...ledger import Correction
from ...model import Event, Figure, Incident, Span
from ...store import Held, Store
from ...store.asking import Asking
from .. import phrase
from ..access import privacy
from ..clock import decided
from . import acting, page, portions
from .passages import Passage, passages
from .tones import TYPES

router = APIRouter(prefix="/review")
PORTION = 25
Words = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be corrected: what was read, what stands now, and from what one chooses: by value its words."""

    name: str
    read: Any
    now: Any
    number: bool
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Value:
    """A figure or an event with all that one needs to judge it."""

    kind: str
    claim: Figure | Event
    report: str
    title: str | None
    publisher: str | None
    published: str | None
    doubts: tuple[Doubt, ...]
    score: float
    fields: list[Field]
    corrections: list[Correction]
    words: list[Passage]
    left: int


def value(request: Request, shelf: Asking, id: str, by: str | None = None) -> Value:
    """A claim to be judged; with `by`, only that coder's own corrections are shown, as double coding asks."""
    found = shelf.claim(id)
    if found is None or not isinstance(found.value, Figure | Event):
        raise NotFound(f"There is no figure and no event {id!r} in this store.")
    record, claim = found.record, found.value
    corrections = [one for one in reviewing.said_of(shelf, (found.report,), by) if one.claim == id]
    corrected: dict[str, Any] = {one.field: one.value for one in corrections if one.field is not None}
    why = doubts(record, claim)
    report = record.report
    return Value(
        found.field, claim, found.report, report.title, report.publisher, report.published, why, score(claim, why),
        [_field(shelf, found, name, corrected) for name in deciding.fields(found.field)], corrections,
        passages(privacy.shown(request, shelf, record), _evidence(claim)), len(reviewing.unjudged(shelf, record)),
    )  # fmt: skip


def _field(shelf: Asking, claim: Held, name: str, corrected: Mapping[str, Any]) -> Field:
    read = deciding.read_of(claim.value, name)
    now = corrected.get(name, read)
    offered = deciding.choices(shelf, claim, name)
    if name == "incident":  # where it stands now has its words, even where it could not be moved to
        known = [one for one in claim.record.incidents if one.id in offered or one.id == now]
        choices = {"": "no incident"} | {one.id: _happening(one) for one in known}
    else:
        choices = {one: one for one in offered or (TYPES if name == "type" else ())}
    return Field(name, read, now, deciding.fields(claim.field)[name] is int, choices)


def _happening(incident: Incident) -> str:
    """An incident of a report in a few words."""
    when = phrase.period(incident.start, incident.end)
    return " · ".join(part for part in (phrase.kind(incident), incident.place, when, incident.id) if part)


def _evidence(claim: Figure | Event) -> list[Span]:
    by = claim.attribution
    return [*claim.evidence, *(by.evidence if by else ())]


# ── the queue ────────────────────────────────────────────────────────────────────────────────────


@router.get("/values")
def values(request: Request, after: str = "", claim: str = "", done: str = "") -> HTMLResponse:
    """Values that are likely wrong, of the latest reports, and one of them to judge."""
    place = portions.place(after, str, str)
    with page.reading(request) as shelf:
        found, more = reviewing.doubtful(shelf, place, PORTION)
        ids = [one.claim.id for one in found]
        id = claim or (ids[0] if ids else "")
        at = ids.index(id) if id in ids else -1
        shown: dict[str, Any] = {
            "current": value(request, shelf, id) if id else None,  # first: masked people have its letters
            "found": found,
            "previous": ids[at - 1] if at > 0 else None,
            "next": ids[at + 1] if at + 1 < len(ids) else None,
            "after": after,
            "more": portions.behind(*more) if more else None,
        } | acting.shared(request, shelf, done)
        return page.render(request, "review_values.html", rejected=reviewing.REJECTED, **shown)


async def form(request: Request) -> FormData:
    """The form as it was sent: its fields are those of the claim."""
    return await request.form(max_fields=50)


@router.post("/values/{id}")
def judge(request: Request, id: str, sent: Annotated[FormData, Depends(form)]) -> Response:
    """Accept a value as it was read, correct it, or reject it."""
    given = {name: str(held)[:2000] for name, held in sent.items()}
    by, at, why = acting.author(request), decided(), acting.note(given.get("note", ""))
    store: Store = request.app.state.store
    action = given.get("action", "")
    if action == "accept":
        changes: list[tuple[str | None, str | None]] = [(None, None)]
    elif action == "reject":
        changes = [("status", reviewing.REJECTED)]
    elif action == "correct":
        changes = list(_changed(request, id, given))
    else:
        raise WrongUse(f"{action!r} is none of accept, correct, reject.")
    made, _ = deciding.correct_all(store, [(id, *change) for change in changes], by, at, why)
    return acting.back(given.get("to", "/review/values"), [one.id for one in made])


def _changed(request: Request, id: str, given: Mapping[str, str]) -> list[tuple[str | None, str | None]]:
    """The fields that were sent with another value than stands, and than was shown: the form carries that along, since
    names may be masked in it, and hidden characters are written out."""
    with page.reading(request) as shelf:
        current = value(request, shelf, id)
        hiding = privacy.mask(request, shelf, current)
    found: list[tuple[str | None, str | None]] = []
    for field in current.fields:
        now = "" if field.now is None else str(field.now)
        shown = given.get(f"was-{field.name}", now if hiding is None else hiding.even(now))
        sent = given.get(f"v-{field.name}")
        if sent is not None and sent.strip() not in (now.strip(), shown.strip()):
            found.append((field.name, sent.strip() or None))
    if not found:
        raise WrongUse("No value is another than before. To say that all of them are right, accept them.")
    return found


@router.post("/reports/{sha}")
def rest(request: Request, sha: str, to: Words = "/review/values", note: Words = "") -> Response:
    """Accept all of a report that nobody has judged."""
    by, at = acting.author(request), decided()
    store: Store = request.app.state.store
    with store.reading() as shelf:
        record = shelf.record(sha)
        if record is None:
            raise NotFound(f"There is no report {sha!r} in this store.")
        left = [claim.id for _, claim in reviewing.unjudged(shelf, record)]
    made, _ = deciding.correct_all(store, [(id, None, None) for id in left], by, at, acting.note(note))
    return acting.back(to, [one.id for one in made])


# ── a sample ─────────────────────────────────────────────────────────────────────────────────────


@router.get("/sample")
def samples(request: Request, size: int | None = None, seed: int = 1, name: str = "") -> Response:
    """Draw a sample, or go to one by its name."""
    if name.strip():
        return RedirectResponse(f"/review/sample/{reviewing.named(name.strip()).name}", 303)
    with page.reading(request) as shelf:
        if size is not None:
            if not (0 < size <= 10_000 and 0 <= seed < 10**9):
                raise WrongUse("A sample has 1 to 10,000 claims, and a draw is a number from 0.")
            return RedirectResponse(f"/review/sample/{reviewing.sample(shelf, size, seed).name}", 303)
        return page.render(request, "review_sample.html", sample=None, current=None, **acting.shared(request, shelf))


@router.get("/sample/{name}")
def sample(request: Request, name: str, claim: str = "", done: str = "") -> Response:
    """The sample's claims, and one to judge: what others said of it is not shown."""
    wanted = reviewing.named(name)
    with page.reading(request) as shelf:
        drawn = reviewing.drawn(shelf, wanted)
        me = acting.actor(request).name
        reports = {report for _, _, report in drawn}
        seen = {one.claim for one in reviewing.said_of(shelf, reports, me)}
        ids = [id for _, id, _ in drawn]
        id = claim if claim in ids else next((one for one in ids if one not in seen), "")
        at = ids.index(id) if id else -1
        shown: dict[str, Any] = {
            "current": value(request, shelf, id, by=me) if id else None,
            "sample": wanted,
            "drawn": [(kind, id, id in seen) for kind, id, _ in drawn],
            "previous": ids[at - 1] if at > 0 else None,
            "next": ids[at + 1] if 0 <= at < len(ids) - 1 else None,
            "seen": len(seen & set(ids)),
        } | acting.shared(request, shelf, done)
        return page.render(request, "review_sample.html", rejected=reviewing.REJECTED, **shown)
