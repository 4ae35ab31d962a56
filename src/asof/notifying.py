"""Web hooks: whoever asked is told of new and changed incidents, after they are kept, at least once, and signed.

A message follows Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature` (`v1,` and the
HMAC-SHA256 of `id.timestamp.body` under the secret), so that existing libraries check it. The same message told again
has the same id. What was not taken is tried again after 5 seconds, then 10, 20, … up to an hour.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from .acquire.addresses import checked
from .acquire.post import post
from .errors import AsofError, NotFetched, NotFound, WrongUse
from .ledger import REJECTED, ConsolidatedIncident
from .store import IncidentFilter, Store
from .store.asking import Asking
from .store.hooks import Hook, Waiting

PREFIX = "whsec_"
PORTION = 50  # incidents in one message: some hundred kilobytes
FIRST, LONGEST = 5.0, 3600.0  # seconds until a message is tried again
NARROWING = ("place", "actor", "type", "mode", "status", "min_killed")
Shown = Callable[[ConsolidatedIncident], dict[str, Any]]
Send = Callable[[str, bytes, Mapping[str, str], bool], int]


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one message: how many incidents were in it, and why it was not taken (null: it was)."""

    hook: int
    url: str
    incidents: int
    failed: str | None = None


# ── hooks ────────────────────────────────────────────────────────────────────────────────────────


def add(store: Store, url: str, wanted: Mapping[str, Any], private: bool = False) -> tuple[int, str]:
    """Add a hook; its number and its secret, which is shown once. `wanted` are fields of an `IncidentFilter`."""
    try:
        checked(url)
    except NotFetched as error:
        raise WrongUse(str(error)) from None
    kept = {name: value for name, value in wanted.items() if value not in (None, (), [], "")}
    if unknown := sorted(kept.keys() - set(NARROWING)):
        raise WrongUse(f"A hook is not narrowed by {', '.join(unknown)}, but by {', '.join(NARROWING)}.")
    secret = PREFIX + base64.b64encode(secrets.token_bytes(24)).decode()
    with store.writing() as tx:
        return tx.add_hook(url, secret, kept, private), secret


def remove(store: Store, no: int) -> None:
    """Take a hook away."""
    with store.writing() as tx:
        if not tx.remove_hook(no):
            raise NotFound(f"There is no hook {no} in this store. `asof hooks list` shows them.")


# ── telling ──────────────────────────────────────────────────────────────────────────────────────


def deliver(
    store: Store, shown: Shown, now: Callable[[], float] = time.time, send: Send = post, due: bool = True
) -> Iterator[Sent]:
    """Tell every hook what it is still to be told, message after message; one that does not take a message waits for
    its next turn. `due`: only hooks whose turn it is. No transaction is open while anybody is waited for."""
    with store.reading() as shelf:
        hooks = shelf.hooks()
    for hook in hooks:
        if due and hook.state.get("next", 0) > now():
            continue
        yield from _told(store, hook, shown, now, send)


@contextmanager
def telling(store: Store, shown: Shown, every: float = 5.0) -> Iterator[None]:
    """Tell while this lasts, beside whatever else is done."""
    over = threading.Event()

    def tell() -> None:
        while not over.wait(every):
            with suppress(AsofError):  # what the store cannot give now it can give the next time
                list(deliver(store, shown))

    worker = threading.Thread(target=tell, daemon=True)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join()


def _told(store: Store, hook: Hook, shown: Shown, now: Callable[[], float], send: Send) -> Iterator[Sent]:
    while True:
        with store.reading() as shelf:
            waiting = shelf.waiting(hook.no, PORTION)
            content = _message(shelf, hook, waiting, shown)
        if not waiting:
            return
        failed = None if content is None else _sent(hook, waiting, content, int(now()), send)
        if failed is None:
            state: dict[str, Any] = {"failed": 0, "at": int(now())}
        else:
            attempts = int(hook.state.get("failed", 0)) + 1
            pause = min(FIRST * 2 ** min(attempts - 1, 20), LONGEST)
            state = {"failed": attempts, "why": failed, "next": int(now() + pause)}
        with store.writing() as tx:
            tx.told(hook.no, [] if failed else waiting, state)
        if content is not None:
            yield Sent(hook.no, hook.url, len(waiting), failed)
        if failed is not None:
            return


def _message(shelf: Asking, hook: Hook, waiting: list[Waiting], shown: Shown) -> bytes | None:
    """What is told, of the incidents that the hook wants; null: none of them is."""
    wanted = _filter(hook.wanted)
    told: dict[str, list[Any]] = {"new": [], "changed": [], "gone": []}
    ids = tuple(one.incident for one in waiting)
    bodies = {id: one for id, one in shelf.bodies(ids).items() if one.status != REJECTED}
    fitting = {row.id for row in shelf.incidents(replace(wanted, ids=ids, limit=len(ids)))} if ids else set()
    for one in waiting:
        if one.incident not in bodies:
            told["gone"].append({"id": one.incident})
        elif one.incident in fitting:
            told["new" if one.what == "new" else "changed"].append(shown(bodies[one.incident]))
    if not any(told.values()):
        return None
    return json.dumps({"type": "incidents", "data": told}, ensure_ascii=False, separators=(",", ":")).encode()


def _filter(wanted: Mapping[str, Any]) -> IncidentFilter:
    """The filter that the hook was added with; JSON made lists of its tuples."""
    given: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in wanted.items()}
    return IncidentFilter(**given)


def _sent(hook: Hook, waiting: list[Waiting], content: bytes, at: int, send: Send) -> str | None:
    """Send one message; why it was not taken, null where it was."""
    places = ",".join(f"{one.place}" for one in waiting)
    id = f"msg_{hashlib.sha256(f'{hook.secret}:{places}'.encode()).hexdigest()[:24]}"
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "asof",
        "webhook-id": id,
        "webhook-timestamp": str(at),
        "webhook-signature": signature(hook.secret, id, at, content),
    }
    try:
        status = send(hook.url, content, headers, hook.private)
    except NotFetched as error:
        return str(error)
    return None if 200 <= status < 300 else f"The server answered {status}."


def signature(secret: str, id: str, at: int, content: bytes) -> str:
    """What proves that a message is from this store, and from then."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = hmac.new(key, f"{id}.{at}.".encode() + content, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(signed).decode()}"
