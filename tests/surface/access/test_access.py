"""Who may see and change what; and what others try."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from asof import ask
from asof.errors import UnreachableStore, WrongUse
from asof.store import IncidentFilter, Store
from asof.store.accounts import Account
from asof.store.asking import Asking
from asof.surface.access import Settings, accounts, csrf, front, pages
from asof.surface.access.hosts import allowed, is_loopback
from asof.surface.access.limits import CLIENTS, Limit
from asof.surface.cli import main

from .conftest import PASSWORD, Open, sign_in

V1 = "/api/v1"


def split_of(store: Store) -> dict[str, str]:
    with store.reading() as shelf:
        found = ask.incidents(shelf, IncidentFilter(type="ASSAULT"))[0]
    return {"incident": found.id, "telling": found.tellings[-1]}


def bearer(store: Store, role: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {accounts.give_token(store, f'a-{role}')}"}


# ── this machine alone ───────────────────────────────────────────────────────────────────────────


def test_without_accounts_ones_own_machine_may_do_everything(store: Store, opened: Open) -> None:
    client = opened(store)
    assert client.get("/").status_code == 200
    made = client.post(f"{V1}/decisions/split", json=split_of(store) | {"by": "Awa"})
    assert made.status_code == 201
    assert {one["by"] for one in made.json()["decisions"]} == {"Awa"}


def test_without_accounts_nobody_else_is_let_in(store: Store, opened: Open) -> None:
    client = opened(store, Settings(host="192.168.1.5"), "http://192.168.1.5")
    assert client.get(f"{V1}/incidents").status_code == 401
    assert client.get("/").status_code == 303


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::2]",
                                  "localhost@evil.example", "0.0.0.0", "127.0.0.2"])  # fmt: skip
def test_the_name_of_another_server_gets_nothing(store: Store, opened: Open, host: str) -> None:
    client = opened(store)
    for path in ("/", f"{V1}/incidents", "/healthz", "/static/desk.css"):
        assert client.get(path, headers={"Host": host}).status_code == 400


def test_names_of_this_server() -> None:
    for name in ("localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "localhost."):
        assert allowed(name, "127.0.0.1", frozenset())
    assert allowed("desk.example:443", "0.0.0.0", frozenset({"Desk.example"}))
    assert not allowed("0.0.0.0:8000", "0.0.0.0", frozenset())
    assert allowed("192.168.1.5:80", "192.168.1.5", frozenset())
    assert is_loopback("127.8.0.1") and is_loopback("::1") and not is_loopback("::") and not is_loopback("desk")


@pytest.mark.parametrize("sent", [{"Origin": "http://evil.example"},
                                  {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                                  {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://localhost:1"}])  # fmt: skip
def test_a_page_elsewhere_changes_nothing(store: Store, opened: Open, sent: dict[str, str]) -> None:
    client = opened(store)
    answer = client.post(f"{V1}/reports", content=b"x", headers={"Content-Type": "text/plain"} | sent)
    assert answer.status_code == 403
    assert client.get(f"{V1}/incidents", headers=sent).status_code == 200


def test_other_machines_need_accounts_first(store: Store) -> None:
    answer = CliRunner().invoke(main, ["serve", "--host", "0.0.0.0", "--store", store.where])
    assert answer.exit_code == 2
    assert "asof accounts add" in answer.output


# ── a team ───────────────────────────────────────────────────────────────────────────────────────


def test_strangers_see_the_page_where_one_signs_in(team: Store, opened: Open) -> None:
    client = opened(team)
    for path in ("/", "/nowhere", "/?place=Mali&as_of=2026-05-04"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/login")
    assert "Barouéli" not in client.get("/login").text
    for path in ("/incidents", "/reports", "/openapi.json", "/nothing"):
        answer = client.get(V1 + path)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert client.post(f"{V1}/reports", content=b"x").status_code == 401
    assert client.get("/static/desk.css").status_code == 200


def test_a_session_begins_and_ends(team: Store, opened: Open) -> None:
    client = opened(team)
    answer = client.post("/login", data={"name": "a-reader", "password": PASSWORD, "next": "/?place=Mali"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?place=Mali")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "secure" not in cookie
    page = client.get("/").text
    assert "a-reader" in page
    field = re.search(r'name="csrf" value="([0-9a-f]{96})"', page)
    assert field is not None
    kept = client.cookies[front.COOKIE]
    assert kept not in page
    assert client.post("/logout").status_code == 403
    assert client.post("/logout", data={"csrf": field[1]}).headers["location"] == "/login"
    client.cookies.set(front.COOKIE, kept)
    assert client.get(f"{V1}/incidents").status_code == 401


def test_each_session_has_another_token_and_through_tls_a_secure_cookie(team: Store, opened: Open) -> None:
    one, other = opened(team), opened(team, Settings(https=True))
    sign_in(one, "a-reader")
    answer = other.post("/login", data={"name": "a-reader", "password": PASSWORD})
    assert "secure" in answer.headers["set-cookie"].lower()
    assert one.cookies[front.COOKIE] not in answer.headers["set-cookie"]
    tls = opened(team, base="https://localhost").post("/login", data={"name": "a-reader", "password": PASSWORD})
    assert "secure" in tls.headers["set-cookie"].lower()


def test_what_is_kept_proves_and_does_not_tell(team: Store, opened: Open) -> None:
    client = opened(team)
    sign_in(client, "a-reader")
    token = accounts.give_token(team, "a-reader", "cms")
    with team.reading() as shelf:
        held = repr([shelf.tokens("a-reader")]) + str(shelf.account("a-reader").secret)  # type: ignore[union-attr]
    assert PASSWORD not in held and token not in held and client.cookies[front.COOKIE] not in held
    assert "$argon2id$" in held


def test_a_session_ends_by_itself(team: Store, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    client = opened(team)
    sign_in(client, "a-reader")
    assert client.get("/").status_code == 200
    later = accounts.now() + accounts.SESSION
    monkeypatch.setattr(accounts, "now", lambda: later)
    assert client.get("/").status_code == 303


@pytest.mark.parametrize("next_", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example",
                                   "javascript:alert(1)", "", "\\\\evil", "/a\nb"])  # fmt: skip
def test_signing_in_leads_nowhere_else(team: Store, opened: Open, next_: str) -> None:
    client = opened(team)
    answer = client.post("/login", data={"name": "a-reader", "password": PASSWORD, "next": next_})
    assert answer.headers["location"] == "/"
    assert "evil" not in opened(team).get("/login", params={"next": next_}).text


# ── who guesses ──────────────────────────────────────────────────────────────────────────────────


def test_all_that_fails_looks_the_same(team: Store, opened: Open) -> None:
    accounts.add(team, "robot", "reader", None)
    accounts.change(team, "a-coder", disabled=True)
    tries = [("a-reader", "wrong"), ("nobody", PASSWORD), ("robot", PASSWORD), ("robot", ""), ("a-coder", PASSWORD),
             ("", ""), ("a-reader\x00", PASSWORD), ("a-reader", PASSWORD + "x"), ("'--", "x" * 2000)]  # fmt: skip
    answers = {(answer.status_code, answer.text) for name, password in tries for answer in [
        opened(team).post("/login", data={"name": name, "password": password})]}  # fmt: skip
    assert len(answers) == 1
    assert {status for status, _ in answers} == {401}


def test_who_is_not_there_takes_the_same_work(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = []
    verify = accounts._hasher.verify
    monkeypatch.setattr(type(accounts._hasher), "verify", lambda self, *given: checked.append(given) or verify(*given))
    for name in ("a-reader", "nobody", "a-coder"):
        accounts.sign_in(team, name, "wrong")
    assert len(checked) == 3


def test_guessing_one_account_is_slowed_and_so_is_one_address(team: Store, opened: Open) -> None:
    client = opened(team)
    statuses = [sign_in(client, "a-reader", "wrong") for _ in range(8)]
    assert statuses == [401] * pages.BY_ACCOUNT[0] + [429] * 2
    answer = client.post("/login", data={"name": "a-reader", "password": PASSWORD})
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) >= 1
    statuses = [sign_in(client, f"guess-{number}", "wrong") for number in range(20)]
    assert statuses[-1] == 429 and statuses.count(401) < pages.BY_ADDRESS[0]


def test_a_right_password_gives_the_tries_back(team: Store, opened: Open) -> None:
    client = opened(team)
    for _ in range(3):
        assert [sign_in(client, "a-reader", "wrong") for _ in range(3)] == [401] * 3
        assert sign_in(opened_again(client), "a-reader") == 303


def opened_again(client: TestClient) -> TestClient:
    return TestClient(client.app, base_url="http://localhost", follow_redirects=False)


def test_requests_without_end_are_slowed_for_each_account(team: Store, opened: Open) -> None:
    client = opened(team, Settings(burst=5, rate=0.001))
    reader, coder = bearer(team, "reader"), bearer(team, "coder")
    answers = [client.get(f"{V1}/reports", headers=reader) for _ in range(7)]
    assert [one.status_code for one in answers] == [200] * 5 + [429] * 2
    assert answers[-1].headers["content-type"] == "application/problem+json" and "retry-after" in answers[-1].headers
    assert client.get(f"{V1}/reports", headers=coder).status_code == 200


def test_limits_fill_again_and_stay_small() -> None:
    at = [0.0]
    limit = Limit(2, 0.5, lambda: at[0])
    assert [limit.wait("x"), limit.wait("x"), limit.wait("x")] == [0, 0, 2.0]
    at[0] = 2.0
    assert (limit.wait("x"), limit.wait("x") > 0) == (0, True)
    for number in range(3 * CLIENTS):
        limit.wait(str(number))
    assert len(limit) == CLIENTS


@pytest.mark.parametrize("asked", ["who asks", "the page"])
def test_a_store_that_does_not_answer_is_told(
    team: Store, opened: Open, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    client = opened(team)
    sign_in(client, "a-reader")
    reading, said = team.reading, "The store does not answer."

    @contextmanager
    def silent() -> Iterator[Asking]:
        raise UnreachableStore(said)
        yield

    monkeypatch.setattr(team, "reading", silent)
    if asked == "the page":
        monkeypatch.setattr(accounts, "holder", partial(holder_of, reading))
    for path in ("/", "/feed.atom", f"{V1}/reports", "/api/nothing/reports"):
        answer = client.get(path)
        if path == "/api/nothing/reports" and asked == "the page":
            assert answer.status_code == 404
            continue
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5"), path
        assert said in answer.text
        if path.startswith("/api/"):
            assert answer.headers["content-type"] == "application/problem+json"


def holder_of(reading: Callable[[], AbstractContextManager[Asking]], *given: object) -> tuple[bool, Account | None]:
    with reading() as shelf:
        return True, shelf.account("a-reader")


# ── roles ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("coder", 201), ("admin", 201)])
def test_a_reader_reads_and_a_coder_decides(team: Store, opened: Open, role: str, status: int) -> None:
    client, headers = opened(team), bearer(team, role)
    assert client.get(f"{V1}/incidents", headers=headers).status_code == 200
    report = {"Content-Type": "text/plain"} | headers
    words = b"Two people were killed in Segou, Mali, on Monday, police said."
    assert client.post(f"{V1}/reports", content=words, headers=report).status_code == status
    made = client.post(f"{V1}/decisions/split", json=split_of(team), headers=headers)
    assert made.status_code == status
    if status == 201:
        assert {one["by"] for one in made.json()["decisions"]} == {f"a-{role}"}


def test_nobody_decides_in_anothers_name(team: Store, opened: Open) -> None:
    client, headers = opened(team), bearer(team, "coder")
    for by in ("a-admin", "rule:nearest@1"):
        assert (
            client.post(f"{V1}/decisions/split", json=split_of(team) | {"by": by}, headers=headers).status_code == 403
        )
    made = client.post(f"{V1}/decisions/split", json=split_of(team) | {"by": "a-coder"}, headers=headers)
    assert made.status_code == 201


def test_a_role_that_is_taken_away_is_gone_at_once(team: Store, opened: Open) -> None:
    client, headers = opened(team), bearer(team, "coder")
    accounts.change(team, "a-coder", role="reader")
    assert client.post(f"{V1}/decisions/split", json=split_of(team), headers=headers).status_code == 403
    accounts.change(team, "a-coder", disabled=True)
    assert client.get(f"{V1}/incidents", headers=headers).status_code == 401
    accounts.change(team, "a-coder", disabled=False)
    assert client.get(f"{V1}/incidents", headers=headers).status_code == 401  # its tokens do not come back


def test_a_program_writes_without_a_form_and_a_session_does_not(team: Store, opened: Open) -> None:
    client = opened(team)
    sign_in(client, "a-coder")
    assert client.post(f"{V1}/decisions/split", json=split_of(team)).status_code == 403
    wrong = {"X-CSRF-Token": "0" * 64}
    assert client.post(f"{V1}/decisions/split", json=split_of(team), headers=wrong).status_code == 403
    other = opened(team)
    sign_in(other, "a-admin")
    stolen = re.search(r'value="([0-9a-f]{96})"', other.get("/").text)
    mine = re.search(r'value="([0-9a-f]{96})"', client.get("/").text)
    assert stolen and mine and stolen[1] != mine[1]
    made = client.post(f"{V1}/decisions/split", json=split_of(team), headers={"X-CSRF-Token": stolen[1]})
    assert made.status_code == 403
    made = client.post(f"{V1}/decisions/split", json=split_of(team), headers={"X-CSRF-Token": mine[1]})
    assert made.status_code == 201


def test_a_session_is_no_token_and_a_token_no_session(team: Store, opened: Open) -> None:
    client = opened(team)
    sign_in(client, "a-reader")
    session, token = client.cookies[front.COOKIE], accounts.give_token(team, "a-reader")
    bare = opened(team)
    assert bare.get(f"{V1}/incidents", headers={"Authorization": f"Bearer {session}"}).status_code == 401
    bare.cookies.set(front.COOKIE, token)
    assert bare.get(f"{V1}/incidents").status_code == 401


@pytest.mark.parametrize(
    "sent", ["Bearer", "Bearer ", "Bearer é", "Basic YTpi", "Bearer asof_x", "bearer " + "x" * 5000]
)
def test_what_is_no_token_lets_nobody_in(team: Store, opened: Open, sent: str) -> None:
    answer = opened(team).get(f"{V1}/incidents", headers={"Authorization": sent.encode()})
    assert answer.status_code == 401


def test_a_token_runs_out(team: Store, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    token = accounts.give_token(team, "a-reader", days=1)
    client, headers = opened(team), {"Authorization": f"Bearer {token}"}
    assert client.get(f"{V1}/reports", headers=headers).status_code == 200
    later = accounts.now() + 2 * accounts.SESSION
    monkeypatch.setattr(accounts, "now", lambda: later)
    assert client.get(f"{V1}/reports", headers=headers).status_code == 401


# ── the commands ─────────────────────────────────────────────────────────────────────────────────


def run(store: Store, *given: str, said: str = "") -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["accounts", *given, "--store", store.where], input=said)
    return done.exit_code, done.stdout, done.stderr


def test_accounts_are_made_and_changed(store: Store, opened: Open) -> None:
    assert run(store, "add", "awa", "--role", "coder", said=f"{PASSWORD}\n")[0] == 0
    assert run(store, "add", "robot", "--no-password")[0] == 0
    code, token, _ = run(store, "token", "robot", "--label", "cms", "--days", "30")
    assert code == 0 and token.startswith("asof_")
    listed = run(store, "list")[1]
    assert "awa: coder" in listed and "robot: reader" in listed and "cms" in listed
    assert token.strip() not in listed and "argon2" not in listed
    assert run(store, "role", "awa", "admin")[0] == 0
    client = opened(store)
    assert sign_in(client, "awa") == 303
    assert "admin" in client.get("/").text
    assert run(store, "password", "awa", said="another long password\n")[0] == 0
    assert client.get("/").status_code == 303
    digest = re.search(r"token ([0-9a-f]{8})", listed)
    assert digest is not None
    assert run(store, "token", "robot", "--revoke", digest[1])[0] == 0
    headers = {"Authorization": f"Bearer {token.strip()}"}
    assert client.get(f"{V1}/reports", headers=headers).status_code == 401
    assert run(store, "disable", "awa")[0] == 0
    assert sign_in(opened(store), "awa", "another long password") == 401
    assert run(store, "disable", "awa", "--again")[0] == 0
    assert sign_in(opened(store), "awa", "another long password") == 303


def test_accounts_that_are_none_are_told(team: Store) -> None:
    assert run(team, "add", "a-reader", said=f"{PASSWORD}\n")[0] == 2
    assert run(team, "add", "short", said="short\n")[0] == 2
    assert run(team, "add", "rule:nearest", "--no-password")[0] == 2
    assert run(team, "token", "nobody")[0] == 7
    assert run(team, "role", "nobody", "admin")[0] == 7
    with pytest.raises(WrongUse):
        accounts.add(team, "x", "owner", None)


def test_what_a_form_carries_is_another_one_each_time() -> None:
    first, second = csrf.value("s"), csrf.value("s")
    assert first != second and csrf.carried(first, "s") and csrf.carried(second, "s")
    for wrong in (
        None,
        "",
        "é" * 96,
        "\ud800",
        first[:-1],
        first[32:],
        second[:32] + first[32:],
        first.upper(),
        "0" * 96,
    ):
        assert not csrf.carried(wrong, "s")
    assert not csrf.carried(first, "t")


def test_files_of_the_pages_ask_neither_the_store_nor_the_limit(
    team: Store, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = opened(team, Settings(burst=2, rate=0.001))
    monkeypatch.setattr(Store, "reading", None)
    for path in ("/static/desk.css", "/static/desk.js", "/static/record.css"):
        assert client.get(path).status_code == 200
