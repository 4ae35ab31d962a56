"""Names of private people are not for everybody, and not a word moves when they are masked. All people are invented."""

from __future__ import annotations

import dataclasses
import hashlib
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof import intake, read
from asof.acquire.item import Item
from asof.model import Actor, Attribution, Quote, Record, Report, Span
from asof.store import Entry, Store
from asof.surface import export
from asof.surface import json as record_json
from asof.surface.access import Settings, accounts, privacy
from asof.surface.access.masking import Mask, Person, fitted, people, private

from .conftest import Open, sign_in

V1 = "/api/v1"
REPORT = b"""---
title: AMINA YUSUF AND EIGHT OTHERS KILLED IN EL OBEID
published: 2026-03-10T16:00Z
url: https://wire.example/2026/amina-yusuf-among-dead
publisher: Invented Wire
---
At least nine people were killed when a drone hit a market in El Obeid, Sudan, on Tuesday, a hospital said.

"I saw nine bodies," said Musa Ibrahim, 34, a trader. Ibrahim said Amina Yusuf, a mother of three, was among the dead.

Nine people were killed, Musa Ibrahim told reporters. Yusuf's house is in ruins. Governor Ahmed Haroun condemned the
strike, and army spokesman Nabil Abdallah denied that the army was responsible for the attack.
"""
PRIVATE = ("Amina", "Yusuf", "Musa", "Ibrahim", "AMINA", "YUSUF")
PUBLIC = ("Ahmed Haroun", "Nabil Abdallah", "El Obeid", "Sudan")


@pytest.fixture(scope="module")
def record() -> Record:
    return read(REPORT)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("masking") / "asof.db"
    with Store.open(path) as store:
        list(intake.add(store, [Item("report.txt", REPORT)]))
    return path


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "asof.db").write_bytes(filled.read_bytes())
    with Store.open(tmp_path / "asof.db") as found:
        for role in ("reader", "coder", "admin"):
            accounts.add(found, f"a-{role}", role, "correct horse battery")
        yield found


def spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            yield value
        for one in value.values():
            yield from spans(one)
    elif isinstance(value, list):
        for one in value:
            yield from spans(one)


def names_in(text: str) -> list[str]:
    return [name for name in PRIVATE if name in text]


# ── who is private ───────────────────────────────────────────────────────────────────────────────


def actor(name: str, **more: Any) -> Actor:
    return Actor("a-000000000000", name, more.pop("kind", "person"), evidence=(Span(0, len(name), name),), **more)


@pytest.mark.parametrize(
    "one",
    [
        actor("Amina Yusuf"),
        actor("Amina Yusuf", title="a mother", sector="CVL"),
        actor("Farmer Hassan Bakr"),
        actor("Musa Ibrahim", title="a trader", sector="BUS"),
        actor("Adam Salih", title="Mr."),
        actor("Sara Hamid", title="Activist", sector="OPP"),
        actor("Prince Mensah", title="witness"),
        actor("John Deng", sector="MIL"),
    ],
)
def test_private_is_who_has_no_office(one: Actor) -> None:
    assert private(one)


@pytest.mark.parametrize(
    "one",
    [
        actor("Ahmed Haroun", title="Governor"),
        actor("Nabil Abdallah", title="Army spokesman", sector="MIL"),
        actor("Odette Bascom", title="Foreign Secretary"),
        actor("Colonel Musa Ibrahim"),
        actor("Musa Ibrahim", sector="LEG"),
        actor("Musa Ibrahim", registry_id="person-1"),
        actor("Yusuf Brigade", kind="group"),
        dataclasses.replace(
            actor("Khalid Osman", title="Dr."),
            evidence=(Span(0, 12, "Khalid Osman"), Span(14, 37, "the hospital's director")),
        ),
    ],
)
def test_who_has_one_is_not(one: Actor) -> None:
    assert not private(one)


# ── records ──────────────────────────────────────────────────────────────────────────────────────


def test_a_record_without_the_names_and_with_every_offset(record: Record) -> None:
    mask = Mask(people(record))
    masked = record_json.to_dict(mask.of(record))
    text = masked["text"]
    assert len(text) == len(record.text)
    assert not names_in(json.dumps(masked))
    for name in PUBLIC:
        assert name in text
    found = list(spans(masked))
    assert len(found) == len(list(spans(record_json.to_dict(record))))
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found)
    assert masked["report"]["url"] is None
    assert masked["report"]["sha256"] == record.report.sha256


def test_one_person_is_one_letter(record: Record) -> None:
    text = Mask(people(record)).of(record).text
    assert text.startswith("Person A··· AND EIGHT OTHERS")
    assert "said Person B····, 34, a trader. B······ said Person A···" in text
    letters = {name["name"] for name in record_json.to_dict(Mask(people(record)).of(record))["actors"]}
    assert {"Person A", "Person B"} <= letters


def test_a_record_and_its_json_are_masked_alike(record: Record) -> None:
    mask = Mask(people(record))
    assert mask.of(record_json.to_dict(record)) == record_json.to_dict(mask.of(record))


def test_a_report_of_public_people_stays_as_it_is() -> None:
    one = read(b"Governor Ahmed Haroun said on Tuesday that five people were killed in El Obeid, Sudan.")
    assert people(one) == ()
    assert Mask(people(one)).of(one) == one


def test_a_word_that_others_bear_is_masked_only_in_the_whole_name() -> None:
    text = "Awa Traore saw President Moussa Traore. Traore waved."
    awa = dataclasses.replace(actor("Awa Traore"), evidence=(Span(0, 10, "Awa Traore"),))
    president = dataclasses.replace(
        actor("Moussa Traore", title="President"), evidence=(Span(25, 38, "Moussa Traore"),)
    )
    record = Record(Report("x", 1), text, actors=(awa, president))
    assert Mask(people(record)).even(text) == "Person A·· saw President Moussa Traore. Traore waved."


@given(st.text(max_size=80), st.lists(st.sampled_from(["Amina Yusuf", "Yusuf", "Zoë O'Brien", "İnci"]), max_size=4))
def test_any_text_keeps_its_length(text: str, names: list[str]) -> None:
    mask = Mask([Person((name,), ()) for name in names])
    woven = f" {text} ".join(["", *names, ""])
    masked = mask.even(woven)
    assert len(masked) == len(woven)
    if not any(char.isalnum() for char in text):
        assert not any(name in masked for name in names)


@given(st.integers(0, 40))
def test_a_label_fits(length: int) -> None:
    assert len(fitted("AB", length)) == length


def test_names_in_markup_and_in_addresses() -> None:
    mask = Mask([Person(("Zoë O'Brien",), ())])
    for written in ("Zoë O&#39;Brien", "ZOË O'BRIEN", "Zo%C3%AB+O%27Brien"):
        assert "Person A" in mask.even(f'<a href="/?x={written}">{written}</a>')
        assert written not in mask.even(f"<p>{written}</p>")


def test_an_address_with_a_name_is_withheld_where_it_stands_in_words() -> None:
    mask = Mask([Person(("Khalid Hassan",), ("Khalid",)), Person(("Zoë Ng",), ())])
    for address in ("https://x.example/khalid-hassan-dead", "http://x.example/a?b=Khalid%20HASSAN&amp;c=d",
                    "https://x.example/zoe_ng/1", "https://x.example/khalidhassan",
                    "https://x.example/zo%C3%AB-ng"):  # fmt: skip
        told = f'<a href="{address}">A report</a> · {address} · of Tuesday'
        assert mask.holds(address)
        assert len(mask.even(told)) == len(told) and address not in mask.even(told)
        assert mask.named(f"A report · {address} · of Tuesday") == "A report · address withheld · of Tuesday"
    for other in ("https://x.example/market-hit", "https://x.example/hassan-in-cairo", "http://khal.example/id"):
        assert mask.even(other) == mask.named(other) == other


def test_a_name_in_pieces_is_masked_on_pages(desk: Store, opened: Open) -> None:
    """Where marks, changes or the end of a line cut a name, no piece of it is shown."""
    with desk.reading() as shelf:
        record = shelf.record(shelf.reports()[0].sha256)
    assert record is not None
    at = record.text.index("Amina Yusuf, a mother") + 3
    inside = Span(at, at + 5, record.text[at : at + 5])
    pages = []
    for number, text in enumerate((record.text, record.text.replace("Amina Yusuf, a", "Amina Osman, a"))):
        content = f"cut {text}".encode()
        sha = hashlib.sha256(content).hexdigest()
        figure = dataclasses.replace(record.figures[0], id=f"f-{number:012x}", evidence=(inside,))
        report = dataclasses.replace(record.report, sha256=sha, size=len(content))
        cut = dataclasses.replace(record, report=report, text=text, figures=(figure,), incidents=())
        with desk.writing() as tx:
            tx.add([Entry(content, cut, "https://wire.example/page")])
        pages += [f"/reports/{sha}", f"/explain/{figure.id}", f"/review/values?claim={figure.id}"]
    client = opened(desk)
    assert sign_in(client, "a-reader") == 303
    for path in pages:
        page = client.get(path)
        shown = re.sub(r"<[^>]+>", "", page.text)
        assert page.status_code == 200 and not names_in(shown) and not re.search("Ami|Yus|usuf", shown), path


# ── what is served ───────────────────────────────────────────────────────────────────────────────


def everything(desk: Store) -> list[str]:
    with desk.reading() as shelf:
        sha = shelf.reports()[0].sha256
        incidents = [row.id for row in shelf.incidents()]
        claim = next(one.id for one in shelf.record(sha).figures)  # type: ignore[union-attr]
    one = incidents[0]
    return ["/incidents", "/incidents?format=jsonl", "/incidents?as_of=2026-03-11", f"/incidents/{one}",
            f"/incidents/{one}/tolls", f"/incidents/{one}/differences?from=2026-03-01", f"/incidents/{one}/explain",
            f"/explain/{one}", f"/explain/{claim}", "/claims",
            "/claims?format=jsonl", "/quotes", "/actors", "/places", "/reports",
            f"/reports/{sha}", f"/reports/{sha}/text", "/decisions", "/corrections", "/search?q=market"]  # fmt: skip


@pytest.mark.parametrize(("role", "mask", "sees"), [("reader", "readers", False), ("coder", "readers", True),
    ("coder", "coders", False), ("admin", "coders", True), ("reader", "nobody", True)])  # fmt: skip
def test_no_answer_has_a_name_that_is_masked(desk: Store, opened: Open, role: str, mask: Any, sees: bool) -> None:
    client = opened(desk, Settings(mask=mask))
    client.headers["Authorization"] = f"Bearer {accounts.give_token(desk, f'a-{role}')}"
    named = 0
    for path in everything(desk):
        answer = client.get(V1 + path)
        assert answer.status_code == 200, answer.text
        found = names_in(answer.text)
        named += bool(found)
        assert sees or not (found or "amina-yusuf" in answer.text), (path, found)
    assert (named > 5) == sees


def test_names_are_not_found_out_by_asking(desk: Store, opened: Open) -> None:
    client = opened(desk)
    client.headers["Authorization"] = f"Bearer {accounts.give_token(desk, 'a-reader')}"
    for path in ("/search?q=amina", "/search?q=yusuf OR musa", "/quotes?name=musa", "/actors?name=amina",
                 "/incidents?actor=ibrahim"):  # fmt: skip
        for limit in ("", "&limit=1", "&format=jsonl"):
            answer = client.get(V1 + path + limit)
            assert answer.text == "" if "jsonl" in limit else answer.json()["items"] == [], path
    for path in ("/search?q=amina", "/search?q=nowhere"):
        assert client.get(f"{V1}{path}&limit=1").json() == {"items": [], "next": None}
    for path in ("/quotes?name=musa", "/incidents?actor=ibrahim"):
        nobody = path.partition("=")[0] + "=nobody"
        assert client.get(f"{V1}{path}&limit=1").json() == client.get(f"{V1}{nobody}&limit=1").json()
    assert client.get(f"{V1}/actors?name=haroun").json()["items"]
    assert client.get(f"{V1}/search?q=amina OR market").json()["items"][0]["snippet"]
    sha = client.get(f"{V1}/reports").json()["items"][0]["sha256"]
    assert client.get(f"{V1}/reports/{sha}/content").status_code == 403
    assert client.get(f"{V1}/export/jsonl?actor=ibrahim").status_code == 422


@pytest.mark.parametrize("name", list(export.FORMATS))
def test_an_export_has_no_name_that_is_masked(desk: Store, opened: Open, name: str) -> None:
    given = {}
    for role in ("reader", "admin"):
        client = opened(desk)
        client.headers["Authorization"] = f"Bearer {accounts.give_token(desk, f'a-{role}')}"
        query = {"records": "true"} if name == "jsonl" else {}
        answer = client.get(f"{V1}/export/{name}", params=query)
        assert answer.status_code == 200, answer.text
        given[role] = _unpacked(answer.content)
        found = [one for one in PRIVATE if one.encode() in given[role]]
        assert not found or role == "admin", found
    if name in ("csv", "jsonl"):
        assert b"Musa Ibrahim" in given["admin"] and b"Person " in given["reader"]


def _unpacked(content: bytes) -> bytes:
    """All that is in an export, as bytes in which words can be looked for."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return b"\n".join(_unpacked(packed.read(name)) for name in packed.namelist())
    if content.startswith(b"PAR1"):
        return str(polars.read_parquet(io.BytesIO(content)).to_dicts()).encode()
    return content


def test_pages_have_no_name_that_is_masked(desk: Store, opened: Open) -> None:
    client = opened(desk)
    assert sign_in(client, "a-reader") == 303
    with desk.reading() as shelf:
        incident, sha = shelf.incidents()[0].id, shelf.reports()[0].sha256
        claim = next(one.id for one in shelf.record(sha).figures)  # type: ignore[union-attr]
    for path in (
        f"/explain/{incident}",
        f"/explain/{claim}",
        f"/review/values?claim={claim}",
        "/",
        f"/incidents/{incident}",
        f"/reports/{sha}",
        f"/incident/{incident}",
        f"/report/{sha}",
        "/people",
        "/people?described=true",
        "/people/revisions",
        "/search?q=market",
        "/search?q=musa",
        "/feed.atom",
        "/review",
        "/review/values",
    ):
        page = client.get(path).text
        assert not names_in(page) and "amina-yusuf" not in page, path


def test_lists_go_on_behind_what_is_not_shown(desk: Store, opened: Open) -> None:
    """What is found by masked names alone is left out, however much of it there is, and what comes later is there."""
    with desk.reading() as shelf:
        older = shelf.reports()[0].sha256
    names = [f"Bani {first}{last}" for first in "BDKLMNRST" for last in ("abo", "emi", "iro", "onu", "ute", "yra")]
    for number in range(24):
        text = " ".join(f"{name} said so." for name in names) if number == 0 else f"Bani Babo said so {number} times."
        said = names if number == 0 else names[:1]
        places = [(name, Span(at := text.index(name), at + len(name), name)) for name in said]
        people = tuple(
            Actor(f"a-{at:012x}", name, "person", evidence=(span,)) for at, (name, span) in enumerate(places)
        )
        quotes = [Quote(f"q-{at:012x}", (span,), "indirect", name) for at, (name, span) in enumerate(places)]
        quotes += [dataclasses.replace(one, id=f"q-{at:012x}") for at, one in enumerate(quotes, len(quotes))]
        if number == 0:
            quotes.append(Quote("q-ffffffffffff", (), "indirect", "Bani hospital"))
            people = (*people, Actor("a-ffffffffffff", "Bani hospital", "organisation"))
        sha = hashlib.sha256(text.encode()).hexdigest()
        report = Report(sha, len(text), published=f"2026-03-11T10:00:{number:02d}Z")
        with desk.writing() as tx:
            tx.add([Entry(text.encode(), Record(report, text, actors=people, quotes=tuple(quotes)))])
    client = opened(desk)
    assert sign_in(client, "a-reader") == 303
    found = client.get("/search", params={"q": "babo OR market"}).text
    assert f"/reports/{older}" in found and "Babo" not in re.sub(r'value="[^"]*"|<title>[^<]*', "", found)
    assert "Bani hospital" in client.get("/people", params={"holding": "bani"}).text
    assert "Bani hospital" in client.get("/search", params={"q": "bani"}).text


def test_a_masked_answer_is_not_taken_for_a_full_one(desk: Store, opened: Open) -> None:
    client = opened(desk)
    tags = {}
    for role in ("reader", "admin"):
        headers = {"Authorization": f"Bearer {accounts.give_token(desk, f'a-{role}')}"}
        tags[role] = client.get(f"{V1}/quotes", headers=headers).headers["etag"]
    assert tags["reader"] != tags["admin"]


def test_a_correction_does_not_write_the_mask_into_the_ledger(desk: Store, opened: Open) -> None:
    client = opened(desk, Settings(mask="coders"))
    assert sign_in(client, "a-coder") == 303
    with desk.reading() as shelf:
        record = shelf.record(shelf.reports()[0].sha256)
    assert record is not None
    by = Attribution("Musa Ibrahim")
    figure = dataclasses.replace(record.figures[0], id="f-0123456789ab", attribution=by)
    sha = hashlib.sha256(b"other").hexdigest()
    other = dataclasses.replace(record, report=Report(sha, 5), figures=(figure,), incidents=())
    with desk.writing() as tx:
        tx.add([Entry(b"other", other)])
    page = client.get("/review/values", params={"claim": figure.id}).text
    form = page[page.index('class="judge"') :].partition("</form>")[0]
    sent = {name: html.unescape(held) for name, held in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}
    assert sent["v-speaker"].startswith("Person ") and "Musa" not in page
    client.post(f"/review/values/{figure.id}", data=sent | {"v-high": "12", "action": "correct"})
    plain = {name: held for name, held in sent.items() if not name.startswith("was-")}
    client.post(f"/review/values/{figure.id}", data=plain | {"v-high": "13", "action": "correct"})
    with desk.reading() as shelf:
        assert [(one.field, one.value) for one in shelf.corrections((sha,))] == [("high", 12), ("high", 13)]


def test_rows_of_a_map_name_no_report_and_are_passed_over(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    found = privacy._fields

    def fields(kind: type) -> tuple[str, ...]:
        looked.append(kind)
        return found(kind)

    monkeypatch.setattr(privacy, "_fields", fields)
    with team.reading() as shelf:
        rows = shelf.incidents()
        bodies = list(shelf.bodies([row.id for row in rows]).values())
        assert rows and not list(privacy._reports(shelf, {"rows": rows, "number": 3, "none": None}))
        assert set(looked) == {dict, list}
        named = {report for one in bodies for report in one.reports}
        assert named and named == set(privacy._reports(shelf, {"listed": bodies}))
