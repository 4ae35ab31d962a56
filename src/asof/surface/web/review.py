"""The queue of pairs: are two reports' tellings of one incident? Decided by keyboard or by forms, and undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, get_args
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from ... import deciding
from ...errors import NotFound, WrongUse
from ...ledger import RULE, Decision, Telling, Verdict
from ...model import Record, Span
from ...store import Store
from ...store.asking import Asking
from ..access import privacy
from ..access.masking import Mask
from ..clock import decided
from . import acting, page
from .passages import Passage, passages

router = APIRouter(prefix="/review")
PORTION = 40
Words = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two tellings: what it tells, of which incident it is now, its report, and the words that tell it."""

    telling: Telling
    incident: str | None
    members: int
    title: str | None
    publisher: str | None
    words: list[Passage]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, and what was decided on them: the rule's decision with its reasons, and people's."""

    left: Side
    right: Side
    rule: Decision | None
    rulings: list[Decision]
    joined: bool

    @property
    def key(self) -> str:
        return f"{self.left.telling.id}~{self.right.telling.id}"


@router.get("")
def pairs(request: Request, before: acting.Place = None, pair: str = "", done: str = "") -> HTMLResponse:
    """The pairs that wait, and one of them to decide on."""
    with page.reading(request) as shelf:
        waiting, more = deciding.waiting(shelf, before, PORTION)
        keys = [f"{one.decision.left}~{one.decision.right}" for one in waiting]
        key = pair or (keys[0] if keys else "")
        current = _pair(request, shelf, key) if key else None
        at = keys.index(key) if key in keys else -1
        shown: dict[str, Any] = {
            "current": current,  # first: masked people have its letters
            "waiting": list(zip(keys, waiting, strict=True)),
            "previous": keys[at - 1] if at > 0 else None,
            "next": keys[at + 1] if at + 1 < len(keys) else None,
            "before": before,
            "more": more,
        } | acting.shared(request, shelf, done)
        return page.render(request, "review_pairs.html", **shown)


def _pair(request: Request, shelf: Asking, key: str) -> Pair:
    ids = tuple(sorted(key.split("~")))
    told = {one.id: one for one in shelf.tellings(ids)}
    if len(ids) != 2 or len(told) != 2:
        raise NotFound(f"There are no two tellings {key!r} in this store.")
    hiding = privacy.mask(request, shelf, *(told[id] for id in ids))
    incident = shelf.memberships(ids)
    decisions = [one for one in shelf.decisions(ids) if {one.left, one.right} == set(ids)]
    rules = [one for one in decisions if one.by.startswith(RULE)]
    return Pair(
        _side(shelf, told[ids[0]], incident.get(ids[0]), hiding),
        _side(shelf, told[ids[1]], incident.get(ids[1]), hiding),
        rules[-1] if rules else None,
        [one for one in decisions if not one.by.startswith(RULE)],
        deciding.together(incident, *ids),
    )


def _side(shelf: Asking, telling: Telling, incident: str | None, hiding: Mask | None) -> Side:
    record = shelf.record(telling.report)
    if hiding is not None:
        record = hiding.of(record)
    whole = shelf.incident(incident) if incident else None
    return Side(
        telling,
        incident,
        len(whole.tellings) if whole else 1,
        record.report.title if record else None,
        record.report.publisher if record else None,
        passages(record, _evidence(record, telling.id)) if record else [],
    )


def _evidence(record: Record, id: str) -> list[Span]:
    """The words that tell of an incident of a report, with its figures' and its events'."""
    found = [span for one in record.incidents if one.id == id for span in one.evidence]
    found += [span for one in record.figures if one.incident == id for span in one.evidence]
    return found + [span for one in record.events if one.incident == id for span in one.evidence]


# ── what is decided ──────────────────────────────────────────────────────────────────────────────


@router.post("/decide")
def decide(
    request: Request, left: Words, right: Words, verdict: Words, to: Words = "/review", note: Words = ""
) -> Response:
    """Same, different, or unsure."""
    verdicts: tuple[Verdict, ...] = get_args(Verdict)
    found = next((one for one in verdicts if one == verdict), None)
    if found is None:
        raise WrongUse(f"{verdict!r} is none of {', '.join(verdicts)}.")
    decision, _ = deciding.decide(
        _store(request), left, right, found, acting.author(request), decided(), acting.note(note)
    )
    return acting.back(to, [decision.id])


@router.post("/split")
def split(request: Request, incident: Words, telling: Words, to: Words = "/review", note: Words = "") -> Response:
    """Take a telling out of its incident."""
    change = deciding.split(_store(request), incident, telling, acting.author(request), decided(), acting.note(note))
    return acting.back(to, [one.id for one in change.decisions])


@router.post("/undo")
def undo(request: Request, ids: Words, to: Words = "/review", note: Words = "") -> Response:
    """Take decisions and corrections back."""
    by, at = acting.author(request), decided()
    given = [id for id in ids.split(",") if id]
    made, _ = deciding.undo_all(_store(request), given, by, at, acting.note(note))
    return acting.back(to, [one.id for one in made])


@router.post("/coder")
def coder(request: Request, name: Words, to: Words = "/review") -> Response:
    """Say who reviews, where the desk has no accounts."""
    if not acting.chosen(name):
        raise WrongUse('A name has up to 60 letters, and none of ; , \\ ".')
    answer = acting.back(to)
    named = quote(acting.chosen(name))  # a cookie is Latin at most
    answer.set_cookie(acting.COOKIE, named, max_age=31_536_000, httponly=True, samesite="strict")
    return answer


def _store(request: Request) -> Store:
    found: Store = request.app.state.store
    return found
