"""The incidents: list, map and timeline of what is asked for, turned back to any moment, and what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from ... import ask
from ...errors import WrongUse
from ...ledger import ConsolidatedIncident, Toll
from ...moments import known_by
from ...store import IncidentRow
from ...store.asking import Asking
from .. import ledger_phrase
from . import maps, page, timeline
from .tones import TONES, TYPES, tone
from .wanted import STATUSES, Wanted

router = APIRouter()
PORTION = 40  # rows of the list
OTHERS = 3  # tolls named in a row besides the killed
DRAWN = 2000  # incidents on the map and the timeline: the latest; more would be neither read nor quickly drawn
STEPS = 300  # of the slider: every moment of publication while there are no more, else so many at equal distance


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the list; `changes` are null where nothing is asked about them."""

    incident: ConsolidatedIncident
    new: bool = False
    changes: Sequence[ask.Difference] | None = None

    @property
    def tone(self) -> str:
        return tone(self.incident.type)

    @property
    def dead(self) -> Toll | None:
        return next((toll for toll in ledger_phrase.whole(self.incident) if toll.measure == "killed"), None)

    @property
    def others(self) -> list[Toll]:
        return [toll for toll in ledger_phrase.whole(self.incident) if toll.measure != "killed"][:OTHERS]


@router.get("/")
def index(request: Request) -> Response:
    """The page."""
    asked = dict(request.query_params)
    wanted = Wanted.read(asked)
    with page.reading(request) as shelf:
        steps = moments(shelf)
        turned = moved(asked, steps)
        wanted = wanted if turned is None else replace(wanted, as_of=turned)
        if wanted.asked() != dict(request.query_params):
            return RedirectResponse(page.address("/", **wanted.asked()), 303)
        shown = _shown(shelf, wanted, request.cookies.get("seen"))
    latest = steps[-1] if steps else None
    return page.render(request, "incidents.html", wanted=wanted, steps=steps, turn=place(steps, wanted.moment),
                       latest=latest, types=TYPES, statuses=STATUSES, tones=TONES, **shown)  # fmt: skip


def _shown(shelf: Asking, wanted: Wanted, seen: str | None) -> dict[str, Any]:
    every = wanted.filter(DRAWN + 1, turned=False)  # of any moment: view and axis stay as it turns
    extent = shelf.extent(every) if wanted.moment else None
    beyond = extent is not None and extent.number > DRAWN  # what was known then may not be among these
    rows = shelf.incidents(wanted.filter(DRAWN + 1) if beyond else every)
    known = _known(rows[:DRAWN], wanted)
    listed, behind = listing(shelf, wanted)
    points = [(row.lon, row.lat) for row in rows if row.lon is not None and row.lat is not None]
    axis = [row.sorts for row in rows]
    if beyond and extent is not None:
        points += [(lon, lat) for lon, lat in extent.corners if lon is not None and lat is not None]
        axis += [moment for moment in (extent.first, extent.last) if moment is not None]
    view = maps.view(points, wanted.box)
    return {
        "listed": listed,
        "known": len(known),
        "more": len(rows) > DRAWN,
        "next": behind,
        "map": maps.draw(known, view),
        "timeline": timeline.draw(known, axis, wanted.moment),
        "news": _news(shelf, seen),
    }


def _known(rows: Iterable[IncidentRow], wanted: Wanted) -> list[IncidentRow]:
    """Rows that were known at the page's moment, and that changed after the moment of the last look."""
    moment, seen = wanted.moment, wanted.seen
    return [
        row
        for row in rows
        if known_by(row.first_published, moment) and (seen is None or (row.last_published or "") > seen)
    ]


def listing(shelf: Asking, wanted: Wanted, portion: int | None = None) -> tuple[list[Listed], str | None]:
    """The incidents asked for, the latest first, and behind what the next ones are; null after the last."""
    portion = portion or PORTION
    marked = ask.marked(shelf, wanted.filter(portion + 1), wanted.moment, wanted.mark)
    behind = Wanted.behind(marked[portion - 1][1]) if len(marked) > portion else None
    found = [one for one, _ in marked[:portion]]
    if wanted.seen is None:
        return [Listed(one) for one in found], behind
    found = [one for one in found if (one.last_published or "") > wanted.seen]
    listed = []
    for before, after in zip(ask.earlier(shelf, found, wanted.seen), found, strict=True):
        changes = ask.differences(before, after)
        if changes:
            listed.append(Listed(after, before is None, changes))
    return listed, behind


def _news(shelf: Asking, seen: str | None) -> tuple[str, int] | None:
    """The moment of the last look, and how many incidents were told of since."""
    try:
        wanted = Wanted.read({"since": seen or ""})
    except WrongUse:
        return None
    if wanted.seen is None:
        return None
    rows = shelf.incidents(wanted.filter(DRAWN))
    return wanted.seen, len(_known(rows, wanted))


# ── the slider ───────────────────────────────────────────────────────────────────────────────────


def moments(shelf: Asking) -> list[str]:
    """The moments to which the slider turns back; the last is where nothing is turned back."""
    found = shelf.moments(STEPS)
    if len(found) != 2:
        return found
    first, last = (datetime.fromisoformat(one) for one in found)
    step = (last - first) / STEPS
    if step < timedelta(minutes=1):
        return found
    between = [(first + k * step).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:00Z") for k in range(1, STEPS)]
    return [found[0], *between, found[1]]


def place(steps: Sequence[str], moment: str | None) -> int:
    """Where the slider stands."""
    if moment is None:
        return max(len(steps) - 1, 0)
    return max(sum(step <= moment for step in steps) - 1, 0)


def moved(asked: dict[str, str], steps: Sequence[str]) -> str | None:
    """The moment to which a slider was moved, where the form was sent without a script; null where it was not."""
    turn, turned = asked.pop("turn", ""), asked.pop("turned", "")
    if turn == turned or not turn.isdecimal() or int(turn) >= len(steps):
        return None
    return "" if int(turn) == len(steps) - 1 else steps[int(turn)]
