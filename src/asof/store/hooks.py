"""Web hooks as a store keeps them: who wants to be told of which incidents, and what is still to be told.

What changes an incident puts it into the queue of every hook, in the same transaction: so nothing is told that was not
kept, and nothing that was kept is forgotten. An incident waits once, however often it changed; telling is elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import delete, func, insert, select, update

from ..ledger import REJECTED, ConsolidatedIncident
from . import schema
from .encoding import unsqueeze_value
from .looking import Looking, portions

What = Literal["new", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Hook:
    """An address that is told. `wanted` narrows the incidents, as questions of an address do (`{"country": "SDN"}`);
    `private`: the address may be on a private network. `secret` signs what is sent. `state` is how telling went."""

    no: int
    url: str
    secret: str = field(repr=False)
    wanted: dict[str, Any] = field(default_factory=dict)
    private: bool = False
    state: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An incident of which a hook is still to be told; `place` is later whenever it changed again."""

    incident: str
    what: What
    place: int


class Hooks(Looking):
    """Questions about hooks."""

    def hooks(self) -> list[Hook]:
        """All of them, in the order in which they were added."""
        table = schema.hooks.c
        rows = self._connection.execute(select(table.no, table.url, table.body, table.state).order_by(table.no))
        return [Hook(no, url, **json.loads(body), state=json.loads(state)) for no, url, body, state in rows]

    def waiting(self, hook: int, limit: int = 100) -> list[Waiting]:
        """What it is to be told next, in the order of the changes."""
        table = schema.hook_queue.c
        question = select(table.incident, table.what, table.place).where(table.hook == hook)
        return [Waiting(*row) for row in self._connection.execute(question.order_by(table.place).limit(limit))]

    def queued(self, hook: int) -> int:
        """Of how many incidents it is still to be told."""
        table = schema.hook_queue.c
        return int(self._one(select(func.count()).where(table.hook == hook)))


class HookKeeping(Hooks):
    """What changes hooks and their queues."""

    def add_hook(self, url: str, secret: str, wanted: dict[str, Any], private: bool = False) -> int:
        """Add a hook; its number. It is told of what changes from now on."""
        no = int(self._one(select(func.coalesce(func.max(schema.hooks.c.no), 0) + 1)))
        body = {"secret": secret, "wanted": wanted, "private": private}
        row = {"no": no, "url": url, "body": json.dumps(body), "state": "{}"}
        self._connection.execute(insert(schema.hooks), [row])
        return no

    def remove_hook(self, no: int) -> bool:
        """Take a hook away with all that it was still to be told; whether there was one."""
        self._connection.execute(delete(schema.hook_queue).where(schema.hook_queue.c.hook == no))
        return bool(self._connection.execute(delete(schema.hooks).where(schema.hooks.c.no == no)).rowcount)

    def told(self, no: int, waiting: Sequence[Waiting], state: dict[str, Any]) -> None:
        """Take these out of a hook's queue, save what changed again meanwhile, and keep how telling went."""
        table = schema.hook_queue
        for portion in portions([one.place for one in waiting]):
            self._connection.execute(delete(table).where(table.c.hook == no, table.c.place.in_(portion)))
        last = max([self._last(no), *(one.place for one in waiting)])
        change = update(schema.hooks).where(schema.hooks.c.no == no)
        self._connection.execute(change.values(state=json.dumps(state | {"last": last}, sort_keys=True)))

    def _last(self, no: int) -> int:
        """The last place that was told. Later ones are greater: two who tell at once take nothing away unseen."""
        state = self._one(select(schema.hooks.c.state).where(schema.hooks.c.no == no))
        return int(json.loads(state or "{}").get("last", 0))

    def _queue(self, gone: Collection[str], incidents: Collection[ConsolidatedIncident]) -> None:
        """Put what is about to be replaced into the queue of every hook; what stays as it was is no change, and what
        people reject whole is gone."""
        numbers = [no for (no,) in self._connection.execute(select(schema.hooks.c.no).order_by(schema.hooks.c.no))]
        if not numbers:
            return
        bodies = schema.incident_bodies.c
        ids = sorted({*gone, *(one.id for one in incidents)})
        question = select(bodies.incident, bodies.body)
        there = {
            id: unsqueeze_value(ConsolidatedIncident, body) for id, body in self._rows(question, bodies.incident, ids)
        }
        old = {id: one for id, one in there.items() if one.status != REJECTED}
        listed = [one for one in incidents if one.status != REJECTED]
        changes: dict[str, What] = {one.id: "changed" if one.id in old else "new" for one in listed
                                    if old.get(one.id) != one}  # fmt: skip
        left = {*gone, *(one.id for one in incidents)} - {one.id for one in listed}
        changes |= {id: "gone" for id in sorted(left) if id in old}
        for no in numbers:
            self._wait(no, changes)

    def _wait(self, hook: int, changes: dict[str, What]) -> None:
        table = schema.hook_queue
        known = dict(self._rows(
            select(table.c.incident, table.c.what).where(table.c.hook == hook), table.c.incident, sorted(changes)
        ))  # fmt: skip
        merged = {id: _both(known.get(id), what) for id, what in changes.items()}
        behind = self._one(select(func.coalesce(func.max(table.c.place), 0)).where(table.c.hook == hook))
        first = max(int(behind), self._last(hook)) + 1
        for portion in portions(sorted(merged)):
            self._connection.execute(delete(table).where(table.c.hook == hook, table.c.incident.in_(portion)))
        rows = [
            {"hook": hook, "incident": id, "what": what, "place": place}
            for place, (id, what) in enumerate(merged.items(), first)
            if what is not None
        ]
        if rows:
            self._connection.execute(insert(table), rows)


def _both(before: str | None, now: What) -> What | None:
    """Two changes as one: what is new and then gone was never there for who is told; null: nothing to tell."""
    if before == "new":
        return None if now == "gone" else "new"
    return "changed" if before == "gone" and now == "new" else now
