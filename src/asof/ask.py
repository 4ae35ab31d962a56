"""Questions to a store: what was known as of a moment, from whom, and what changed. Nothing here writes.

Everything is derived from what was published up to the moment asked for. A moment may be given as precise as
one likes (`2026-03-10`, `2026-03-10T14:50`, with an offset or in UTC); a day means its end, because "as of the
10th" is what was known when the 10th was over. Why a value is what it is: `explain.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil

from .errors import NotFound, WrongUse
from .ledger import REJECTED, ConsolidatedIncident, Correction, Filing, Toll
from .moments import known_by
from .reconcile.corrections import rejected as rejected  # for those who read what is asked here
from .reconcile.corrections import standing
from .reconcile.corrections import values_of as values_of
from .reconcile.keys import keys
from .reconcile.originators import originators
from .reconcile.shelf import Lookup
from .reconcile.update import as_of as known_as_of
from .store import IncidentFilter, IncidentRow
from .store.asking import Asking
from .store.filtering import holds
from .store.gathering import Gathered
from .store.looking import portions
from .store.moments import latest
from .store.rows import killed

TOGETHER = 25  # incidents for which what they need is looked up together
PORTION = 100  # rows looked at together when incidents are derived as of an earlier moment


def moment(words: str, option: str = "--as-of") -> str:
    """The last instant that these words may mean, in UTC; an error where they mean none."""
    found = latest(words)
    if found is None:
        raise WrongUse(
            f"{option} {words!r} is no moment. Give ISO 8601, as precise as you like: 2026-03-10, "
            "2026-03-10T14:50Z, 2026-03-10T16:50:00+02:00."
        )
    return found


# ── incidents ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a portion of a list of incidents ended: behind this row, and so many incidents into the next one."""

    row: tuple[str, str] | None
    told: int = 0


def incidents(shelf: Asking, wanted: IncidentFilter, as_of: str | None = None) -> list[ConsolidatedIncident]:
    """Incidents for which the filter holds, the latest first, as they were known at `as_of`.

    They are found by what is known of them now (place, type, day, actor), and shown, and held against `status`
    and `min_killed`, as they were known then.
    """
    return portion(shelf, wanted, as_of)[0]


def portion(
    shelf: Asking, wanted: IncidentFilter, as_of: str | None = None, mark: Mark | None = None
) -> tuple[list[ConsolidatedIncident], Mark | None]:
    """The incidents of `incidents` behind a mark, and the mark behind which the next ones are; null: there are none."""
    found = marked(shelf, wanted, as_of, mark)
    return [one for one, _ in found], found[-1][1] if len(found) == wanted.limit else None


def marked(
    shelf: Asking, wanted: IncidentFilter, as_of: str | None = None, mark: Mark | None = None
) -> list[tuple[ConsolidatedIncident, Mark]]:
    """The same incidents, each with the mark behind it."""
    if mark is not None:
        wanted = replace(wanted, after=mark.row)
    if as_of is None:
        rows = shelf.incidents(wanted)
        bodies = shelf.bodies([row.id for row in rows])
        return [(bodies[row.id], Mark((row.sorts, row.id))) for row in rows if row.id in bodies]
    told = mark.told if mark else 0
    return list(islice(_known_then(shelf, wanted, as_of), told, told + wanted.limit))


def _known_then(shelf: Asking, wanted: IncidentFilter, as_of: str) -> Iterator[tuple[ConsolidatedIncident, Mark]]:
    """Incidents as they were known then, each with the mark behind it."""
    loose = replace(wanted, min_killed=None, status=(), published_by=as_of, limit=PORTION)
    together = ceil(wanted.limit / ceil(wanted.limit / TOGETHER)) if wanted.limit > 0 else TOGETHER  # none left over
    while True:
        rows = shelf.incidents(loose)
        settled = shelf.settled([row.id for row in rows], as_of)
        marks = [loose.after, *((row.sorts, row.id) for row in rows)]
        # What has not changed since is held against the filter by its row, before it is looked up.
        left = {
            row.id: (row, behind)
            for row, behind in zip(rows, marks, strict=False)
            if row.id not in settled or _holds(row.status, row.killed, wanted)
        }
        for id, states, tellings in _states(shelf, left, as_of, settled, together):
            (row, behind), told = left[id], 0
            for found in states:
                if _holds(found.status, killed(found), wanted) and (
                    id in settled or not _listed_before(shelf, set(found.tellings) - tellings, row, loose)
                ):
                    told += 1
                    yield found, Mark(behind, told)
        if len(rows) < PORTION:
            return
        loose = replace(loose, after=marks[-1])


def _states(
    shelf: Asking, ids: Iterable[str], as_of: str, settled: Collection[str], together: int = TOGETHER
) -> Iterator[tuple[str, list[ConsolidatedIncident], set[str]]]:
    """What each of these incidents was then, and its tellings now. What has not changed since is what it is; of the
    others, what it takes to derive them is looked up together."""
    for some in portions(ids, together):
        bodies = shelf.bodies(some)
        changed = [telling for id, one in bodies.items() if id not in settled for telling in one.tellings]
        known = _gathered(shelf, changed) if changed else None
        for id in some:
            if id in settled:
                yield id, [replace(bodies[id], as_of=as_of)], set(bodies[id].tellings)
            elif known is not None and id in bodies:
                yield id, list(_then(known, bodies[id], as_of)), set(bodies[id].tellings)


def _gathered(shelf: Asking, tellings: Collection[str]) -> Gathered:
    found = Gathered(shelf, tellings)
    found.sizes({key for telling in found.members() for key in keys(telling)})
    return found


def _listed_before(shelf: Asking, apart: Collection[str], row: IncidentRow, loose: IncidentFilter) -> bool:
    """Whether what was one incident then, and is several now, stands in the list with an earlier one of them; `apart`
    are the tellings of it that belong to others now."""
    others = shelf.incidents_of(apart) - {row.id} if apart else set()
    if not others:
        return False
    rows = shelf.incidents(replace(loose, ids=tuple(sorted(others)), after=None))
    return any((other.sorts, other.id) > (row.sorts, row.id) for other in rows)


def _holds(status: str, dead: int | None, wanted: IncidentFilter) -> bool:
    if status == REJECTED or (wanted.status and status not in wanted.status):
        return False
    return wanted.min_killed is None or (dead is not None and dead >= wanted.min_killed)


def incident(shelf: Asking, id: str, as_of: str | None = None) -> ConsolidatedIncident:
    """One incident, by its id, as it was known at `as_of`."""
    current = shelf.incident(id)
    if current is None:
        raise NotFound(f"There is no incident {id!r} in this store. `asof incidents` lists them.")
    if as_of is None:
        return current
    found = earlier(shelf, [current], as_of)[0]
    if found is None:
        first = current.first_published or "an unknown time"
        raise NotFound(
            f"Nothing of {id} was known at {as_of}, or too little to be an incident: the first report of it was "
            f"published at {first}."
        )
    return found


def _then(known: Lookup, current: ConsolidatedIncident, as_of: str) -> Iterator[ConsolidatedIncident]:
    """What is now one incident, as it was known then: that of its first telling first, and others where there were."""
    covered: set[str] = set()
    told = {one.id for one in known.component(current.tellings) if known_by(one.published, as_of)}
    for telling in current.tellings:
        if telling in told and telling not in covered:
            found = known_as_of(known, telling, as_of)
            if found is None:
                continue  # too little was told of it
            covered.update(found.tellings)
            yield found


def earlier(shelf: Asking, found: Sequence[ConsolidatedIncident], moment: str) -> list[ConsolidatedIncident | None]:
    """Each of these incidents as it was known at an earlier moment; null where nothing of it was."""
    settled = shelf.settled([one.id for one in found], moment)
    known = _gathered(shelf, [telling for one in found if one.id not in settled for telling in one.tellings])
    return [replace(one, as_of=moment) if one.id in settled else next(_then(known, one, moment), None) for one in found]


def every(shelf: Asking, wanted: IncidentFilter, as_of: str | None = None) -> Iterator[ConsolidatedIncident]:
    """All incidents for which the filter holds, one after another, however many: its `limit` and `after` do not count.

    As of an earlier moment each condition is held against what was known then, so that what was published since makes
    no difference; they come in the order of what is known now.
    """
    asked = IncidentFilter(published_by=as_of) if as_of is not None else wanted
    asked = replace(asked, limit=PORTION, after=None)
    seen: set[str] = set()
    while True:
        rows = shelf.incidents(asked)
        if as_of is None:
            bodies = shelf.bodies([row.id for row in rows])
            yield from (bodies[row.id] for row in rows if row.id in bodies)
        else:
            ids = [row.id for row in rows]
            for _, states, _ in _states(shelf, ids, as_of, shelf.settled(ids, as_of)):
                for found in states:
                    if found.id not in seen and holds(found, wanted):
                        yield found
                    seen.add(found.id)
        if len(rows) < PORTION:
            return
        asked = replace(asked, after=(rows[-1].sorts, rows[-1].id))


def filings(shelf: Asking, found: ConsolidatedIncident) -> dict[str, Filing]:
    """The filings of an incident's reports, by report."""
    return {filing.report: filing for filing in shelf.filings(found.reports)}


def corrections(shelf: Asking, reports: Collection[str]) -> list[Correction]:
    """What people say of the claims of these reports, without what was taken back."""
    return standing(shelf.corrections(reports))


def origins(shelf: Asking, found: ConsolidatedIncident) -> dict[str, str]:
    """Of each report of an incident, the report that had its text first, as known at the incident's moment."""
    return originators(shelf.filings(found.reports), found.as_of)


# ── tolls over time ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Step:
    """From `at` on this was believed of a measure; `sources` are whose figures stood then, the nearest first."""

    at: str
    low: int | None
    best: int | None
    high: int | None
    as_of: str | None = None
    sources: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The steps of one measure and group, in the order of time."""

    measure: str
    group: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class History:
    """An incident, and its tolls over time."""

    incident: ConsolidatedIncident
    series: tuple[Series, ...]


def history(shelf: Asking, id: str, as_of: str | None = None) -> History:
    """The tolls of an incident at every moment at which a report of it was published; a step where one changed."""
    current, now = incident(shelf, id, as_of), incident(shelf, id)
    published = {filing.published for filing in shelf.filings(current.reports)}
    known = _gathered(shelf, now.tellings)
    found: dict[tuple[str, str | None], list[Step]] = {}
    for at in sorted(when for when in published if when is not None):
        then = current if at == as_of else next(_then(known, now, at), None)
        for toll in then.tolls if then is not None else ():
            steps = found.setdefault((toll.measure, toll.group), [])
            step = _step(at, toll)
            if not steps or _believed(step) != _believed(steps[-1]):
                steps.append(step)
    order = [(toll.measure, toll.group) for toll in current.tolls]
    late = [key for key in found if key not in order]
    return History(current, tuple(Series(*key, tuple(found[key])) for key in [*order, *late] if key in found))


def _step(at: str, toll: Toll) -> Step:
    standing = sorted((one for one in toll.figures if one.current), key=lambda one: one.rank)
    sources = tuple(dict.fromkeys(one.source for one in standing))
    return Step(at, toll.low, toll.best, toll.high, toll.as_of, sources, tuple(one.count.id for one in standing))


def _believed(step: Step) -> tuple[object, ...]:
    """What makes a step: the numbers and whose they are; the same told again is none."""
    return (step.low, step.best, step.high, step.sources)


# ── what changed ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: from what to what (null: it was not there), why, and the claims that changed it."""

    what: str
    before: str | None
    after: str | None
    why: str
    claims: tuple[str, ...] = ()


def changes(
    shelf: Asking, id: str, start: str, end: str | None = None
) -> tuple[ConsolidatedIncident | None, ConsolidatedIncident, list[Difference]]:
    """An incident at two moments (null where nothing of it was known yet), and what changed between them."""
    if end is not None and start > end:
        raise WrongUse(f"The first moment, {start}, is later than the second, {end}.")
    after = incident(shelf, id, end)
    try:
        before = incident(shelf, id, start)
    except NotFound:
        before = None
    return before, after, differences(before, after)


def differences(before: ConsolidatedIncident | None, after: ConsolidatedIncident) -> list[Difference]:
    """What changed between two states of one incident, the tolls first; each with its reason."""
    found = list(_tolls(before, after))
    for name in ("type", "mode", "status", "place", "start", "end"):
        old, new = (getattr(before, name) if before else None), getattr(after, name)
        if old != new:
            found.append(Difference(name, old, new, _by_whom(before, after)))
    for name in ("actors", "recipients", "weapons", "claimed_by", "attributed_to", "denied_by"):
        earlier = set(getattr(before, name)) if before else set()
        found += [
            Difference(name.replace("_", " "), None, one, _by_whom(before, after))
            for one in getattr(after, name)
            if one not in earlier
        ]
        later = set(getattr(after, name))
        found += [
            Difference(name.replace("_", " "), one, None, _by_whom(before, after)) for one in sorted(earlier - later)
        ]
    told = {one.text for one in before.disagreements} if before else set()
    found += [
        Difference("disagreement", None, one.text, "the second side was published then", one.claims)
        for one in after.disagreements
        if one.text not in told
    ]
    still = {one.text for one in after.disagreements}
    found += [
        Difference("disagreement", one.text, None, "one side no longer says so", one.claims)
        for one in (before.disagreements if before else ())
        if one.text not in still
    ]
    return found


def _tolls(before: ConsolidatedIncident | None, after: ConsolidatedIncident) -> Iterator[Difference]:
    old = {(toll.measure, toll.group): toll for toll in (before.tolls if before else ())}
    new = {(toll.measure, toll.group): toll for toll in after.tolls}
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        if _bounds(was) == _bounds(now):
            continue
        name = key[0].replace("_", " ") + (f", {key[1]}" if key[1] else "")
        earlier = {one.count.id for one in was.figures} if was else set()
        fresh = [one for one in (now.figures if now else ()) if one.count.id not in earlier]
        telling = [one for one in fresh if one.current] or fresh
        reasons = [f"{one.source}: “{' '.join(one.count.quote.split())}”" for one in telling]
        left = {one.count.id for one in (now.figures if now else ()) if one.current}
        gone = [one for one in (was.figures if was else ()) if one.current and one.count.id not in left]
        reasons += [f"{one.source}'s earlier figure no longer stands" for one in gone]
        claims = tuple(one.count.id for one in [*fresh, *gone])
        yield Difference(name, _shown(was), _shown(now), "; ".join(reasons) or _by_whom(before, after), claims)


def _bounds(toll: Toll | None) -> tuple[int | None, int | None, int | None] | None:
    return (toll.low, toll.best, toll.high) if toll is not None else None


def _shown(toll: Toll | None) -> str | None:
    if toll is None:
        return None
    low, best, high = ("?" if number is None else str(number) for number in (toll.low, toll.best, toll.high))
    return f"{best} (low {low}, high {high})"


def _by_whom(before: ConsolidatedIncident | None, after: ConsolidatedIncident) -> str:
    new = len(set(after.reports) - set(before.reports if before else ()))
    return f"{new} more report{'' if new == 1 else 's'}" if new else "an earlier report was superseded or regrouped"
