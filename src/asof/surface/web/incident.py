"""One incident: its tolls by source over time, who claims and who denies it, the reports, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from ... import ask
from ...errors import NotFound
from ...ledger import ConsolidatedIncident, Filing, Statement, Toll
from ...moments import known_by
from ...store import IncidentRow
from ...store.asking import Asking
from .. import ledger_phrase
from . import charts, maps, page
from .incidents import moved, place
from .tones import tone
from .wanted import Wanted

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Measured:
    """One toll with its chart; `steps` is what was believed at which moment, null while it was not looked up."""

    toll: Toll
    chart: charts.Chart | None
    steps: tuple[ask.Step, ...] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What one party says of the incident, in the same sense, in however many reports."""

    speaker: str | None
    stance: str
    actors: tuple[str, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Sourced:
    """One report with those that have its text."""

    filing: Filing
    copies: tuple[Filing, ...]


@router.get("/incidents/{id}")
def incident(request: Request, id: str) -> Response:
    """The page."""
    asked = dict(request.query_params)
    with page.reading(request) as shelf:
        now = current(shelf, id)
        moments = sorted({one.published for one in shelf.filings(now.reports) if one.published})
        turned = moved(asked, moments)
        wanted = Wanted.read(_moments(asked) | ({} if turned is None else {"as_of": turned}))
        path = f"/incidents/{now.id}"
        if now.id != id or wanted.asked() != dict(request.query_params):
            return RedirectResponse(page.address(path, **wanted.asked()), 303)
        try:
            found = ask.incident(shelf, id, wanted.moment)
        except NotFound:  # there is such an incident, and nothing of it was known then
            shown: dict[str, Any] = {"found": None}
        else:
            shown = {"found": found, **_shown(shelf, found, wanted)}
    return page.render(request, "incident.html", wanted=wanted, now=now, path=path, steps=moments,
                       turn=place(moments, wanted.moment), tone=tone(now.type), **shown)  # fmt: skip


@router.get("/incidents/{id}/tolls")
def tolls(request: Request, id: str) -> Response:
    """The tolls with what was believed at every moment, which takes longer to find out."""
    wanted = Wanted.read(_moments(request.query_params))
    with page.reading(request) as shelf:
        history = ask.history(shelf, current(shelf, id).id, wanted.moment)
    series = {(one.measure, one.group): one.steps for one in history.series}
    measured = []
    for toll in sorted(history.incident.tolls, key=ledger_phrase.rank):
        steps = series.get((toll.measure, toll.group), ())
        measured.append(Measured(toll, charts.steps(toll, steps), steps))
    return page.render(request, "tolls.html", wanted=wanted, found=history.incident, measured=measured)


def current(shelf: Asking, id: str) -> ConsolidatedIncident:
    """The incident of this id as it is now; where it was joined to another one since, that one."""
    if (found := shelf.incident(id)) is None:
        joined = shelf.incidents_of([f"i-{id.removeprefix('h-')}"])
        found = shelf.incident(min(joined)) if joined else None
    if found is None:
        raise NotFound(f"There is no incident {id!r} in this store.")
    return found


def _moments(asked: Mapping[str, str]) -> dict[str, str]:
    """What is asked of one incident: its moment, and the one to compare it with."""
    return {name: value for name, value in asked.items() if name in ("as_of", "since")}


def _shown(shelf: Asking, found: ConsolidatedIncident, wanted: Wanted) -> dict[str, Any]:
    filings = ask.filings(shelf, found)
    said = [one for one in shelf.statements(found.tellings) if known_by(one.published, wanted.moment)]
    denials = [one for one in said if one.stance == "denies" or one.status == "negated"]
    changes = ask.changes(shelf, found.id, wanted.seen, wanted.moment) if wanted.seen else None
    return {
        "measured": [Measured(one, charts.steps(one)) for one in sorted(found.tolls, key=ledger_phrase.rank)],
        "claims": spoken(one for one in said if one not in denials),
        "denials": spoken(denials),
        "filings": filings,
        "sourced": _sourced(found, filings, ask.origins(shelf, found)),
        "changes": changes,
        "map": _map(found),
    }


def spoken(statements: Iterable[Statement]) -> list[Said]:
    """Statements by who says what; those in a report's own voice last."""
    groups: dict[tuple[str | None, str, tuple[str, ...]], list[Statement]] = {}
    for one in statements:
        speaker = f"{one.speaker} ({one.speaker_of})" if one.speaker and one.speaker_of else one.speaker
        groups.setdefault((speaker, one.stance, one.actors), []).append(one)
    made = [Said(*key, tuple(group)) for key, group in groups.items()]
    return sorted(made, key=lambda one: (one.speaker is None, not one.actors))


def _sourced(found: ConsolidatedIncident, filings: dict[str, Filing], origins: dict[str, str]) -> list[Sourced]:
    copies: dict[str, list[Filing]] = {}
    for report in found.reports:
        if (origin := origins.get(report, report)) != report and report in filings:
            copies.setdefault(origin, []).append(filings[report])
    own = [report for report in found.reports if origins.get(report, report) == report]
    return [Sourced(filings.get(report) or Filing(report), tuple(copies.get(report, ()))) for report in own]


def _map(found: ConsolidatedIncident) -> maps.Map | None:
    """Where it is, with the country around it."""
    if found.lat is None or found.lon is None:
        return None
    row = IncidentRow(
        found.id, "", found.type, None, found.status, found.country, found.lat, found.lon, None, None, None
    )
    points: Sequence[maps.Point] = [(found.lon, found.lat)]
    return maps.draw([row], maps.view(points))
