"""Web hooks: told after the store has it, signed, at least once, tried again later, and only where they may lead."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from asof import notifying
from asof.acquire.post import post
from asof.errors import NotFetched, NotFound, WrongUse
from asof.ledger import ConsolidatedIncident
from asof.store import Store
from tests.acquire.server import Request, serving
from tests.store.made import consolidated, entry

NOW = 1_800_000_000.0


def shown(incident: ConsolidatedIncident) -> dict[str, Any]:
    return {"id": incident.id, "place": incident.place}


class Taker:
    """Whoever is told: keeps what it took, and answers with a status."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.took: list[tuple[dict[str, str], bytes]] = []

    def __call__(self, url: str, content: bytes, headers: Mapping[str, str], private: bool) -> int:
        self.took.append((dict(headers), content))
        return self.status

    def told(self) -> list[dict[str, list[str]]]:
        return [
            {what: [one["id"] for one in found] for what, found in json.loads(content)["data"].items() if found}
            for _, content in self.took
        ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "asof.db") as made:
        with made.writing() as tx:
            tx.add([entry(n) for n in range(3)])
        yield made


def put(store: Store, *ids: str, **changed: object) -> None:
    with store.writing() as tx:
        tx.replace([], [consolidated(id, entry(1), tellings=(), **changed) for id in ids])


def deliver(store: Store, taker: Taker, now: float = NOW, due: bool = True) -> list[notifying.Sent]:
    return list(notifying.deliver(store, shown, lambda: now, taker, due))


def test_new_changed_and_gone_incidents_are_told_once(store: Store) -> None:
    put(store, "I-0", "I-9")
    notifying.add(store, "https://example.org/hook", {})
    put(store, "I-0", place="Nyala market")
    put(store, "I-1")
    with store.writing() as tx:
        tx.replace(["I-9"], [])
    taker = Taker()
    assert [sent.incidents for sent in deliver(store, taker)] == [3]
    assert taker.told() == [{"new": ["I-1"], "changed": ["I-0"], "gone": ["I-9"]}]
    assert deliver(store, taker) == []


def test_what_people_reject_whole_is_gone_and_comes_back(store: Store) -> None:
    put(store, "I-0")
    notifying.add(store, "https://example.org/hook", {})
    put(store, "I-0", status="rejected")
    put(store, "I-1", status="rejected")
    taker = Taker()
    deliver(store, taker)
    put(store, "I-0")
    deliver(store, taker)
    assert taker.told() == [{"gone": ["I-0"]}, {"new": ["I-0"]}]


def test_what_is_sent_is_signed_as_standard_webhooks_has_it(store: Store) -> None:
    _, secret = notifying.add(store, "https://example.org/hook", {})
    put(store, "I-1")
    taker = Taker()
    deliver(store, taker)
    ((headers, content),) = taker.took
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + content
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["webhook-timestamp"] == str(int(NOW)) and headers["Content-Type"] == "application/json"


def test_the_signature_is_that_of_the_specifications_example() -> None:
    found = notifying.signature(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
    )
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_what_was_not_taken_is_told_again_later_with_the_same_id(store: Store) -> None:
    notifying.add(store, "https://example.org/hook", {})
    put(store, "I-1")
    taker = Taker(503)
    (sent,) = deliver(store, taker)
    assert sent.failed == "The server answered 503."
    assert deliver(store, taker, NOW + 4) == [], "its turn is after five seconds"
    assert deliver(store, taker, NOW + 6)[0].failed and deliver(store, taker, NOW + 15) == []
    taker.status = 204
    assert deliver(store, taker, NOW + 17)[0].failed is None
    assert len({headers["webhook-id"] for headers, _ in taker.took}) == 1 and len(taker.took) == 3
    with store.reading() as shelf:
        assert shelf.hooks()[0].state == {"failed": 0, "at": int(NOW + 17), "last": 1}
    assert deliver(store, taker, due=False) == []


def test_a_hook_is_told_what_it_wants(store: Store) -> None:
    notifying.add(store, "https://example.org/hook", {"type": "PROTEST", "status": ["occurred", "ongoing"]})
    put(store, "I-1")
    taker = Taker()
    assert deliver(store, taker) == [] and taker.took == []
    put(store, "I-2", type="PROTEST")
    put(store, "I-3", type="PROTEST", status="planned")
    deliver(store, taker)
    assert taker.told() == [{"new": ["I-2"]}]


def test_many_incidents_come_in_several_messages(store: Store) -> None:
    notifying.add(store, "https://example.org/hook", {})
    put(store, *(f"I-{n:03}" for n in range(120)))
    taker = Taker()
    assert [sent.incidents for sent in deliver(store, taker)] == [50, 50, 20]
    assert len({one for told in taker.told() for one in told["new"]}) == 120


def test_nobody_waits_for_who_is_told(store: Store) -> None:
    """The store can be written while a hook's server takes its time."""
    notifying.add(store, "https://example.org/hook", {})
    put(store, "I-1")
    asked, go = threading.Event(), threading.Event()
    taker = Taker()

    def slow(url: str, content: bytes, headers: Mapping[str, str], private: bool) -> int:
        taker(url, content, headers, private)
        asked.set()
        assert go.wait(20)
        return 200

    telling = threading.Thread(target=lambda: list(notifying.deliver(store, shown, lambda: NOW, slow)))
    telling.start()
    assert asked.wait(20)
    put(store, "I-1", place="Kadugli")
    go.set()
    telling.join()
    assert [json.loads(content)["data"]["new"][0]["place"] for _, content in taker.took] == ["Nyala", "Kadugli"]


def test_a_hook_is_taken_away_and_an_unknown_one_is_not(store: Store) -> None:
    no, _ = notifying.add(store, "https://example.org/hook", {})
    notifying.remove(store, no)
    with pytest.raises(NotFound):
        notifying.remove(store, no)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "example.org", "https://user:word@example.org/", "file:///etc/passwd"]
)
def test_only_web_addresses_are_told(store: Store, url: str) -> None:
    with pytest.raises(WrongUse):
        notifying.add(store, url, {})


def test_what_narrows_no_list_narrows_no_hook(store: Store) -> None:
    with pytest.raises(WrongUse, match="weather"):
        notifying.add(store, "https://example.org/", {"weather": "fair"})


# ── over the network ─────────────────────────────────────────────────────────────────────────────


def test_a_message_reaches_a_server(store: Store) -> None:
    taken: list[bytes] = []

    def take(request: Request) -> tuple[int, dict[str, str], bytes]:
        taken.append(request.content)
        return 202, {}, b""

    with serving() as site:
        site.pages["/hook"] = take
        notifying.add(store, site.url("/hook"), {}, private=True)
        put(store, "I-1")
        with notifying.telling(store, shown, every=0.01):
            for _ in range(500):
                if taken:
                    break
                threading.Event().wait(0.01)
    assert json.loads(taken[0])["data"]["new"] == [{"id": "I-1", "place": "Nyala"}]


def test_private_addresses_are_told_only_where_that_was_said(store: Store) -> None:
    with serving() as site:
        site.put("/hook", "taken")
        with pytest.raises(NotFetched, match="not on the public internet"):
            post(site.url("/hook"), b"{}", {})
        assert site.asked == [] and post(site.url("/hook"), b"{}", {}, private=True) == 200


def test_a_redirect_is_no_way_elsewhere(store: Store) -> None:
    with serving() as site:
        site.pages["/hook"] = (307, {"Location": site.url("/other")}, b"")
        site.put("/other", "taken")
        notifying.add(store, site.url("/hook"), {}, private=True)
        put(store, "I-1")
        (sent,) = notifying.deliver(store, shown)
        assert sent.failed == "The server answered 307." and site.paths() == ["/hook"]


def test_a_server_that_is_not_there_is_tried_again(store: Store) -> None:
    with serving() as site:
        address = site.url("/hook")
    notifying.add(store, address, {}, private=True)
    put(store, "I-1")
    (sent,) = notifying.deliver(store, shown)
    assert sent.failed and "did not answer" in sent.failed
