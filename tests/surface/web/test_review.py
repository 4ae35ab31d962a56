"""The review's pages: what waits, what is decided by their forms, who may, and that all of it can be undone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from asof import ask, intake, reviewing
from asof.acquire.item import Item
from asof.store import IncidentFilter, Store
from asof.surface import clock
from asof.surface.access import accounts
from asof.surface.web.app import create

ORIGIN = "http://127.0.0.1:8470"


@pytest.fixture
def own(store: Store, tmp_path: Path) -> Iterator[Store]:
    """A store of the test's own: it decides."""
    store.backup(tmp_path / "backup.zip")
    with Store.restore(tmp_path / "backup.zip", tmp_path / "own.db") as made:
        yield made


@pytest.fixture
def desk(own: Store, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("ASOF_BY", "ada")
    return TestClient(create(own), base_url=ORIGIN, follow_redirects=True)


def plain(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def tellings(store: Store) -> tuple[str, str]:
    """Two tellings of different incidents."""
    with store.reading() as shelf:
        found = ask.incidents(shelf, IncidentFilter())
    return found[0].tellings[0], found[1].tellings[0]


def incidents(store: Store) -> int:
    with store.reading() as shelf:
        return len(ask.incidents(shelf, IncidentFilter()))


@pytest.mark.parametrize("path", ["", "/values", "/sample", "/agreement", "/decisions"])
def test_every_page_is_there_and_names_itself(desk: TestClient, path: str) -> None:
    page = desk.get(f"/review{path}")
    assert page.status_code == 200
    assert len(re.findall("<h1", page.text)) == 1 and page.text.count('aria-current="page"') >= 1


def test_two_tellings_are_joined_and_parted_again(desk: TestClient, own: Store) -> None:
    left, right = tellings(own)
    before = incidents(own)
    page = desk.get("/review", params={"pair": f"{left}~{right}"}).text
    assert "Weight" in page or "Now in" in page
    done = desk.post("/review/decide", data={"left": left, "right": right, "verdict": "same", "note": "one day"})
    assert incidents(own) == before - 1 and "same" in plain(done.text)
    with own.reading() as shelf:
        ((_, decision),) = shelf.decided(person=True, newest_first=True)
    assert (decision.by, decision.verdict, decision.note) == ("ada", "same", "one day") and decision.at
    undone = desk.post("/review/undo", data={"ids": decision.id, "to": "/review"})
    assert incidents(own) == before and "Taken back" in plain(undone.text)
    listed = plain(desk.get("/review/decisions").text)
    assert "one day taken back" in listed and f"Took back {decision.id}" in listed


def test_undoing_what_was_undone_gives_it_again(desk: TestClient, own: Store) -> None:
    left, right = tellings(own)
    before = incidents(own)
    desk.post("/review/decide", data={"left": left, "right": right, "verdict": "same"})
    for expected in (before, before - 1):
        with own.reading() as shelf:
            latest = shelf.decided(limit=1, person=True, newest_first=True)[0][1].id
        desk.post("/review/undo", data={"ids": latest})
        assert incidents(own) == expected


def test_a_telling_is_split_out_of_its_incident_and_put_back(desk: TestClient, own: Store) -> None:
    with own.reading() as shelf:
        whole = max(ask.incidents(shelf, IncidentFilter()), key=lambda one: len(one.tellings))
    before = incidents(own)
    done = desk.post("/review/split", data={"incident": whole.id, "telling": whole.tellings[0]})
    assert incidents(own) == before + 1
    ids = re.search(r'name="ids" value="([^"]+)"', done.text)
    assert ids is not None
    desk.post("/review/undo", data={"ids": ids[1]})
    assert incidents(own) == before


def test_the_words_of_both_reports_are_there_and_escaped(desk: TestClient, own: Store) -> None:
    with own.reading() as shelf:
        whole = max(ask.incidents(shelf, IncidentFilter()), key=lambda one: len(one.tellings))
    page = desk.get("/review", params={"pair": f"{whole.tellings[0]}~{whole.tellings[1]}"}).text
    assert page.count("<mark>") >= 2 and "These two are of one incident now" in page
    assert "+" in page and "Weight" in page


# ── values ───────────────────────────────────────────────────────────────────────────────────────


def doubted(store: Store) -> reviewing.ToReview:
    with store.reading() as shelf:
        return next(one for one in reviewing.doubtful(shelf, limit=100)[0] if one.kind == "figures")


def test_a_value_is_corrected_with_its_reason_and_the_correction_undone(desk: TestClient, own: Store) -> None:
    one = doubted(own)
    page = desk.get("/review/values", params={"claim": one.claim.id}).text
    fields = dict(re.findall(r'name="v-([\w]+)" value="([^"]*)"', page))
    assert fields["value"] == "4" and "nobody is named who gives it" in page
    sent = {f"v-{name}": held for name, held in fields.items()} | {"v-value": "7", "v-speaker": "the prefect"}
    done = desk.post(f"/review/values/{one.claim.id}", data={**sent, "action": "correct", "note": "misread"})
    assert done.status_code == 200
    with own.reading() as shelf:
        found = {c.field: (c.value, c.before, c.by, c.note) for c in shelf.corrections((one.report,))}
    assert found == {"value": (7, 4, "ada", "misread"), "speaker": ("the prefect", None, "ada", "misread")}
    ids = re.search(r'name="ids" value="([^"]+)"', done.text)
    assert ids is not None and len(ids[1].split(",")) == 2
    desk.post("/review/undo", data={"ids": ids[1]})
    assert doubted(own) == one


def test_a_figure_is_moved_to_another_incident_of_its_report(desk: TestClient, own: Store) -> None:
    with own.reading() as shelf:
        (march,) = ask.incidents(shelf, IncidentFilter(type="PROTEST"))
        record = shelf.record(march.reports[0])
        assert record is not None
        figure = next(one for one in record.figures if one.measure == "arrested")
    page = desk.get("/review/values", params={"claim": figure.id}).text
    (select,) = re.findall(r'<select name="v-incident".*?</select>', page, re.S)
    assert set(re.findall(r'value="([^"]*)"', select)) == {"", *(one.id for one in record.incidents)}
    assert re.findall(r'value="([^"]*)" selected', select) == [figure.incident]
    assert "no incident" in plain(select) and "Protest, demo · Kayes" in plain(select)
    for chosen, value in ((march.tellings[0], march.tellings[0]), ("", None)):
        sent = {"action": "correct", "v-incident": chosen}
        assert desk.post(f"/review/values/{figure.id}", data=sent).status_code == 200
        with own.reading() as shelf:
            tolls = ask.incident(shelf, march.id).tolls
            last = shelf.corrected(limit=1, newest_first=True)[0][1]
        assert (last.field, last.value, last.before) == ("incident", value, figure.incident)
        assert ("arrested" in {toll.measure for toll in tolls}) == (value is not None)
    refused = desk.post(f"/review/values/{figure.id}", data={"action": "correct", "v-incident": "i-000000000000"})
    assert refused.status_code == 400 and "no incident of that report" in plain(refused.text)


def test_no_incident_is_offered_that_counts_nowhere(desk: TestClient, own: Store) -> None:
    words = (
        b"---\npublished: 2026-05-05T20:00Z\n---\nAttack in Segou\n\nGunmen killed 30 people in Segou, Mali, on "
        b"Tuesday. The Red Cross distributed food to families in Mopti on Tuesday.\n"
    )
    (taken,) = intake.add(own, [Item("relief.txt", words)])
    with own.reading() as shelf:
        record = shelf.record(taken.report or "")
    assert record is not None
    (figure,), (attack, relief) = record.figures, record.incidents
    page = desk.get("/review/values", params={"claim": figure.id}).text
    (select,) = re.findall(r'<select name="v-incident".*?</select>', page, re.S)
    assert re.findall(r'value="([^"]*)"', select) == ["", attack.id]
    refused = desk.post(f"/review/values/{figure.id}", data={"action": "correct", "v-incident": relief.id})
    assert refused.status_code == 400 and f"'{relief.id}' is counted nowhere" in plain(refused.text)


@pytest.mark.parametrize(("action", "field", "value"), [("accept", None, None), ("reject", "status", "rejected")])
def test_a_value_is_accepted_or_rejected(
    desk: TestClient, own: Store, action: str, field: str | None, value: str | None
) -> None:
    one = doubted(own)
    assert desk.post(f"/review/values/{one.claim.id}", data={"action": action}).status_code == 200
    with own.reading() as shelf:
        (made,) = shelf.corrections((one.report,))
        assert one.claim.id not in {other.claim.id for other in reviewing.doubtful(shelf, limit=100)[0]}
    assert (made.field, made.value) == (field, value)


def test_what_cannot_be_is_told(desk: TestClient, own: Store) -> None:
    id = doubted(own).claim.id
    assert desk.post(f"/review/values/{id}", data={"action": "correct", "v-value": "4"}).status_code == 400
    assert desk.post(f"/review/values/{id}", data={"action": "correct", "v-value": "many"}).status_code == 400
    assert desk.post(f"/review/values/{id}", data={"action": "burn"}).status_code == 400
    assert desk.post("/review/values/f-000000000000", data={"action": "accept"}).status_code == 404
    assert desk.get("/review", params={"pair": "i-1~i-2"}).status_code == 404
    left, right = tellings(own)
    assert desk.post("/review/decide", data={"left": left, "right": right, "verdict": "maybe"}).status_code == 400
    assert desk.get("/review/sample/no").status_code == 400


def test_of_a_form_all_is_kept_or_nothing(desk: TestClient, own: Store) -> None:
    one = doubted(own)
    sent = {"action": "correct", "v-low": "8", "v-high": "abc"}
    assert desk.post(f"/review/values/{one.claim.id}", data=sent).status_code == 400
    with own.reading() as shelf:
        assert shelf.corrections((one.report,)) == []
    desk.post(f"/review/values/{one.claim.id}", data=sent | {"v-high": "9"})
    with own.reading() as shelf:
        made = [one.id for one in shelf.corrections((one.report,))]
    assert len(made) == 2
    assert desk.post("/review/undo", data={"ids": f"{made[0]},k-000000000000"}).status_code == 404
    with own.reading() as shelf:
        assert [one.id for one in shelf.corrections((one.report,))] == made


def test_as_many_are_accepted_as_the_page_says(desk: TestClient, own: Store) -> None:
    one = doubted(own)
    page = plain(desk.get("/review/values", params={"claim": one.claim.id}).text)
    said = re.search(r"Accept the (\d+) values? of this report", page)
    desk.post(f"/review/reports/{one.report}")
    with own.reading() as shelf:
        assert said is not None and len(shelf.corrections((one.report,))) == int(said[1])


def test_a_whole_report_is_accepted(desk: TestClient, own: Store) -> None:
    one = doubted(own)
    desk.post(f"/review/reports/{one.report}")
    with own.reading() as shelf:
        record = shelf.record(one.report)
        assert record is not None and reviewing.is_reviewed(shelf, record)


# ── two coders ───────────────────────────────────────────────────────────────────────────────────


def test_two_coders_judge_a_sample_without_seeing_each_other(desk: TestClient, own: Store) -> None:
    drawn = desk.get("/review/sample", params={"size": 4, "seed": 2})
    name = drawn.url.path.rpartition("/")[2]
    with own.reading() as shelf:
        ids = [id for _, id, _ in reviewing.drawn(shelf, reviewing.named(name))]
    for id in ids:
        desk.post(
            f"/review/values/{id}", data={"action": "reject", "note": "ada was here", "to": f"/review/sample/{name}"}
        )
    assert "You have judged all" in plain(desk.get(f"/review/sample/{name}").text)
    desk.post("/review/coder", data={"name": "ben"})
    page = desk.get(f"/review/sample/{name}").text
    assert "You judged 0 of 4" in plain(page) and "ada was here" not in page and "rejected" not in page
    for id in ids[:3]:
        desk.post(f"/review/values/{id}", data={"action": "reject"})
    desk.post(f"/review/values/{ids[3]}", data={"action": "accept"})
    asked = desk.get("/review/agreement", params={"one": "ada", "other": "ben", "sample": name})
    assert "75 %" in plain(asked.text)


# ── who may ──────────────────────────────────────────────────────────────────────────────────────


def test_a_form_of_another_site_is_refused(desk: TestClient, own: Store) -> None:
    left, right = tellings(own)
    sent = {"left": left, "right": right, "verdict": "same"}
    for header in ({"origin": "http://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        assert desk.post("/review/decide", data=sent, headers=header).status_code == 403
    with own.reading() as shelf:
        assert shelf.decided(person=True, newest_first=True) == []


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example", "/", "/review/\\\\x", "/reviewer"])
def test_a_form_leads_to_no_page_but_the_reviews(desk: TestClient, to: str) -> None:
    assert desk.post("/review/coder", data={"name": "ben", "to": to}).status_code == 400


@pytest.mark.parametrize("name", ["", "rule:likeness@1", "a;b", "x" * 61])
def test_a_coder_has_a_name_that_can_be_one(desk: TestClient, name: str) -> None:
    assert desk.post("/review/coder", data={"name": name}).status_code == 400


@pytest.mark.parametrize("name", ["Фёдор", "Zoë 50 %", "阿明", "Awa O'Neil"])
def test_a_coder_has_a_name_of_any_script(desk: TestClient, own: Store, name: str) -> None:
    assert f'You review as <input name="name" value="{html.escape(name).replace("&#x27;", "&#39;")}"' in (
        desk.post("/review/coder", data={"name": name}).text
    )
    left, right = tellings(own)
    desk.post("/review/decide", data={"left": left, "right": right, "verdict": "different"})
    with own.reading() as shelf:
        assert [one.by for _, one in shelf.decided(person=True)] == [name]


@pytest.mark.parametrize("asked", ["?before=", "/decisions?decided=", "/decisions?corrected="])
@pytest.mark.parametrize("place", ["-1", str(2**63), "9" * 400])
def test_a_list_goes_on_at_no_place_that_is_none(desk: TestClient, asked: str, place: str) -> None:
    assert desk.get(f"/review{asked}{place}").status_code == 400


def test_decisions_of_one_second_have_an_order() -> None:
    moments = [clock.decided() for _ in range(5)]
    assert moments == sorted(set(moments))


def test_a_reader_reads_and_a_coder_decides_in_their_own_name(own: Store) -> None:
    for name, role in (("rita", "reader"), ("cora", "coder")):
        accounts.add(own, name, role, "correct horse battery staple")
    left, right = tellings(own)
    sent = {"left": left, "right": right, "verdict": "same"}

    def signed_in(name: str) -> TestClient:
        client = TestClient(create(own), base_url=ORIGIN)
        client.post("/login", data={"name": name, "password": "correct horse battery staple"})
        return client

    rita, cora = signed_in("rita"), signed_in("cora")
    shown = rita.get("/review", params={"pair": f"{left}~{right}"}).text
    assert 'name="verdict"' not in shown and "Your role is to read" in shown
    token = re.search(r'name="csrf" value="(\w+)"', shown)
    assert token is not None
    assert rita.post("/review/decide", data=sent | {"csrf": token[1]}).status_code == 403
    page = cora.get("/review", params={"pair": f"{left}~{right}"}).text
    own_token = re.search(r'name="csrf" value="(\w+)"', page)
    assert own_token is not None and "You review as cora" in page
    assert cora.post("/review/decide", data=sent).status_code == 403, "a form without what only the page has"
    assert cora.post("/review/decide", data=sent | {"csrf": own_token[1]}).status_code == 200
    with own.reading() as shelf:
        assert [one.by for _, one in shelf.decided(person=True, newest_first=True)] == ["cora"]
