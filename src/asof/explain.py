"""Why a value is what it is: from the value to the rule, to the claims, to the words, to the report, to its bytes.

What may be asked for: a claim of a report (`f-…`, `e-…`, `q-…`), an incident (`h-…`), one toll of an incident
(`h-…:killed`, `h-…:killed,children`), who is said to have done it (`h-…:claimed`, `h-…:attributed`, `h-…:denied`) or a
decision (`d-…`). Each link says what it rests on; the last ones are checked anew: the bytes against their digest, the
words against the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from . import ask
from .errors import NotFound
from .ledger import RULE, ConsolidatedIncident, Correction, Decision, Statement, Toll, TollFigure
from .model import plain
from .reconcile.corrections import standing
from .reconcile.update import accounted
from .store.asking import Asking

LinkKind = Literal["value", "rule", "claim", "decision", "reason", "words", "report", "bytes"]

RESPONSIBLE = {"claimed": "claimed by", "attributed": "attributed to", "denied": "denied by"}


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain; `depth` says under which one it stands, `ref` is the id or digest that it speaks of."""

    depth: int
    kind: LinkKind
    text: str
    ref: str | None = None


def explain(shelf: Asking, value: str, as_of: str | None = None) -> list[Link]:
    """The chain of a value."""
    id, colon, measure = value.partition(":")
    if measure in RESPONSIBLE:
        return list(_responsible(shelf, ask.incident(shelf, id, as_of), measure))
    if colon:
        return list(_toll(shelf, ask.incident(shelf, id, as_of), measure))
    if value.startswith("d-"):
        return list(_decided(shelf, value))
    if shelf.incident(value) is not None:
        return list(_incident(shelf, ask.incident(shelf, value, as_of)))
    found = list(_claim(shelf, value, 0))
    if not found:
        raise NotFound(
            f"Nothing in this store has the id {value!r}. Ids stand in `asof show` and in the JSON of every answer; "
            "a toll is asked for as INCIDENT:MEASURE, such as h-0123456789ab:killed."
        )
    return found


# ── incidents and their tolls ────────────────────────────────────────────────────────────────────


def _toll(shelf: Asking, incident: ConsolidatedIncident, asked: str) -> Iterator[Link]:
    measure, _, group = (part.strip() for part in asked.partition(","))
    toll = next((t for t in incident.tolls if (t.measure, t.group or "") == (measure, group)), None)
    if toll is None:
        known = ", ".join(f"{t.measure},{t.group}" if t.group else t.measure for t in incident.tolls) or "none"
        raise NotFound(f"Incident {incident.id} has no toll {asked!r}. It has: {known}.")
    yield Link(0, "value", f"{asked}: {_bounds(toll)}", incident.id)
    yield Link(1, "rule", f"{toll.rule}: of each source the latest figure that stands; the best is that of the source "
               "nearest to the count, low and high the outermost bounds", toll.rule)  # fmt: skip
    for one in sorted(toll.figures, key=lambda one: (not one.current, one.rank)):
        yield Link(1, "claim", _standing(one), one.count.id)
        yield from _claim(shelf, one.count.id, 2)


def responsibility(shelf: Asking, incident: ConsolidatedIncident) -> dict[str, dict[str, list[Statement]]]:
    """Of an incident, who claims it, to whom it is attributed, who denies it (`RESPONSIBLE`), each by name with the
    claims that say so."""
    who = accounted(shelf, incident)
    return {
        "claimed": {name: [who.claimed[name]] for name in incident.claimed_by if name in who.claimed},
        "attributed": {name: who.accused[name] for name in incident.attributed_to if name in who.accused},
        "denied": {name: [who.denied[name]] for name in incident.denied_by if name in who.denied},
    }


def _responsible(shelf: Asking, incident: ConsolidatedIncident, asked: str) -> Iterator[Link]:
    found = responsibility(shelf, incident)[asked]
    words = RESPONSIBLE[asked]
    if not found:
        raise NotFound(f"Incident {incident.id} is {words} nobody.")
    for name, said in found.items():
        yield Link(0, "value", f"{words} {name}", incident.id)
        for one in said:
            yield Link(1, "claim", f"by {one.speaker}" if one.speaker else "in the report's own voice", one.id)
            yield from _claim(shelf, one.id, 2)


def _bounds(toll: Toll) -> str:
    low, best, high = ("not known" if n is None else f"{n:,}" for n in (toll.low, toll.best, toll.high))
    return f"low {low}, best {best}, high {high}"


def _standing(one: TollFigure) -> str:
    state = "stands" if one.current else one.why or f"superseded by {one.superseded_by or 'a later figure'}"
    return f"{one.source} (nearness to the count {one.rank}): {state}"


def _incident(shelf: Asking, incident: ConsolidatedIncident) -> Iterator[Link]:
    yield Link(0, "value", f"{incident.type} at {incident.place or 'a place not stated'}, told by "
               f"{len(incident.reports)} reports", incident.id)  # fmt: skip
    members = set(incident.tellings)
    told_by = _reports(shelf, incident.tellings)
    for decision in shelf.decisions(incident.tellings):
        if decision.left in members and decision.right in members:
            yield from _decision(decision, 1, told_by)
    for telling in incident.tellings:
        yield Link(1, "claim", "what one report tells of it", telling)
        yield from _claim(shelf, telling, 2)
        yield from _parts(shelf, telling, 3)


def _parts(shelf: Asking, telling: str, depth: int) -> Iterator[Link]:
    """The events and figures of what one report tells, each in a few words: what a person may correct."""
    found = shelf.claim(telling)
    if found is None:
        return
    for field in ("events", "figures"):
        for one in getattr(found.record, field):
            if one.incident == telling:
                yield Link(depth, "claim", f"{field.removesuffix('s')}: {_told(plain(one))}", one.id)


def _reports(shelf: Asking, tellings: Collection[str]) -> dict[str, str]:
    """The report of each of these tellings, by outlet and title."""
    of = {one.id: one.report for one in shelf.tellings(tellings)}
    named = {
        one.report: " · ".join(part for part in (one.publisher, one.title) if part) or f"report {one.report[:12]}"
        for one in shelf.filings(set(of.values()))
    }
    return {id: named[report] for id, report in of.items() if report in named}


def _decided(shelf: Asking, id: str) -> Iterator[Link]:
    decision = shelf.decision(id)
    if decision is None:
        raise NotFound(f"There is no decision {id!r} in this store.")
    yield from _decision(decision, 0, _reports(shelf, (decision.left, decision.right)))
    for telling in (decision.left, decision.right):
        yield from _claim(shelf, telling, 1)


def _decision(decision: Decision, depth: int, told_by: Mapping[str, str]) -> Iterator[Link]:
    who = f"the rule {decision.by.removeprefix(RULE)}" if decision.by.startswith(RULE) else decision.by
    score = f", score {decision.score:.2f}" if decision.score is not None else ""
    when = f", {decision.at}" if decision.at else ""
    note = f": {decision.note}" if decision.note else ""
    left, right = (f"{id} ({told_by[id]})" if id in told_by else id for id in (decision.left, decision.right))
    words = f"{left} and {right}: {decision.verdict}, by {who}{when}{score}{note}"
    yield Link(depth, "decision", words, decision.id)
    for reason in decision.reasons:
        detail = f" ({reason.detail})" if reason.detail else ""
        yield Link(depth + 1, "reason", f"{reason.weight:+.2f} {reason.name}{detail}", decision.id)


# ── one claim, down to the bytes ─────────────────────────────────────────────────────────────────


def _claim(shelf: Asking, id: str, depth: int) -> Iterator[Link]:
    found = shelf.claim(id)
    if found is None:
        return
    said = plain(found.value)
    yield Link(depth, "claim", f"{found.field.removesuffix('s')}: {_told(said)}", id)
    for one in standing(one for one in shelf.corrections((found.report,)) if one.claim == id):
        yield Link(depth + 1, "decision", _corrected(one), one.id)
    for span in _spans(said):
        right = found.record.text[span["start"] : span["end"]] == span["text"]
        words = " ".join(str(span["text"]).split())
        state = "" if right else " (NOT what the text has there: run `asof check`)"
        yield Link(depth + 1, "words", f"“{words}” at {span['start']}–{span['end']}{state}", id)
    report = found.record.report
    facts = [report.title, report.publisher, f"published {report.published}" if report.published else None, report.url]
    yield Link(depth + 1, "report", " · ".join(fact for fact in facts if fact) or "untitled", found.report)
    content = shelf.content(found.report)
    whole = content is not None and hashlib.sha256(content).hexdigest() == found.report
    size = f"{len(content):,} bytes as received" if content is not None else "bytes absent"
    state = "digest checked" if whole else "NOT those of this digest: run `asof check`"
    yield Link(depth + 2, "bytes", f"sha256 {found.report}, {size}, {state}", found.report)


def _corrected(one: Correction) -> str:
    note = f": {one.note}" if one.note else ""
    if one.field is None:
        return f"right as it was read, by {one.by}, {one.at}{note}"
    read = "" if one.before is None else f" instead of {one.before}"
    return f"{one.field} is {'not known' if one.value is None else one.value}{read}, by {one.by}, {one.at}{note}"


def _told(said: dict[str, Any]) -> str:
    """A claim in a few words: what, how many, by whom, made by which rule."""
    parts = [str(said[key]) for key in ("measure", "type", "name") if said.get(key)]
    if said.get("mode"):
        parts.append(str(said["mode"]))
    bounds = {key: said[key] for key in ("low", "high", "value") if said.get(key) is not None}
    if bounds:
        parts.append(", ".join(f"{key} {number}" for key, number in bounds.items()))
    if said.get("status"):
        parts.append(f"[{said['status']}]")
    by = said.get("attribution")
    speaker = by.get("speaker") if isinstance(by, dict) else said.get("speaker")
    if speaker:
        parts.append(f"according to {speaker}")
    return " ".join([*parts, f"(found by {said['producer']})" if said.get("producer") else ""]).strip()


def _spans(said: dict[str, Any]) -> list[dict[str, Any]]:
    """The words that carry a claim: its evidence, of a quote its content, of a time its span; and who says it."""
    found = list(said.get("evidence") or said.get("content") or ([said["span"]] if said.get("span") else []))
    by = said.get("attribution")
    return found + list(by["evidence"] if isinstance(by, dict) else [])
