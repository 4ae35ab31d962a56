"""JSON lines, tables, web archives: each message an item by its place; what is broken stops nothing."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asof import acquire
from asof.acquire import columns, jsonl, sources, streams, table, warc
from asof.acquire.item import Item
from asof.acquire.sources import Options
from asof.errors import WrongUse

ARTICLE = {"title": "Shells hit Bani", "text": "Two people were killed in Bani.", "published": "2026-03-10"}
LINE = json.dumps(ARTICLE).encode()


def of(content: bytes, name: str, folder: Path, **mapped: str) -> list[Item]:
    (folder / name).write_bytes(content)
    found = list(sources.items([folder / name], Options(columns=mapped)))
    return [Item(**{**told(item), "name": item.name.removeprefix(f"{folder}/")}) for item in found]


def told(item: Item) -> dict[str, object]:
    return {name: getattr(item, name) for name in Item.__dataclass_fields__}


def names(items: list[Item]) -> dict[str, bool]:
    return {item.name: item.problem is None for item in items}


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────


def test_json_lines_by_their_numbers(tmp_path: Path) -> None:
    lines = b"\xef\xbb\xbf" + LINE + b"\n\n{broken\n42\r\n" + LINE + b"\r\n" + LINE
    found = of(lines, "news.jsonl", tmp_path)
    assert names(found) == {
        "news.jsonl:1": True, "news.jsonl:3": False, "news.jsonl:4": False, "news.jsonl:5": True, "news.jsonl:6": True,
    }  # fmt: skip
    assert {item.content for item in found if item.problem is None} == {
        LINE
    }  # as received, without the byte order mark
    assert "not valid JSON" in str(found[1].problem)
    assert "no JSON object" in str(found[2].problem)


def test_json_lines_are_known_by_their_content(tmp_path: Path) -> None:
    assert names(of(LINE + b"\n" + LINE, "export.txt", tmp_path)) == {"export.txt:1": True, "export.txt:2": True}
    assert names(of(LINE, "one.jsonl", tmp_path)) == {"one.jsonl:1": True}
    pretty = json.dumps(ARTICLE, indent=2).encode()
    assert [(item.name, item.content) for item in of(pretty, "one.json", tmp_path)] == [("one.json", pretty)]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_lines(pack: object, tmp_path: Path) -> None:
    packed = pack(LINE + b"\n" + LINE)  # type: ignore[operator]
    assert names(of(packed, "news", tmp_path)) == {"news:1": True, "news:2": True}
    found = of(packed[: len(packed) // 2], "cut.jsonl", tmp_path)
    assert found[-1].problem


def test_lines_before_the_break_of_a_packed_file_are_kept(tmp_path: Path) -> None:
    packed = gzip.compress(LINE + b"\n") + b"\x1f\x8b\x08 and then something else"
    assert names(of(packed, "news.jsonl", tmp_path)) == {"news.jsonl:1": True, "news.jsonl": False}


def test_a_json_list(tmp_path: Path) -> None:
    content = json.dumps([ARTICLE, ARTICLE, 3]).encode()
    assert names(of(content, "all.json", tmp_path)) == {"all.json:1": True, "all.json:2": True, "all.json:3": False}
    assert names(of(b"[UPDATE] Shells hit Bani, killing two.", "a.txt", tmp_path)) == {"a.txt": True}
    assert names(of(json.dumps([ARTICLE]).encode(), "one.json", tmp_path)) == {"one.json": True}


def test_json_of_any_shape_by_a_map(tmp_path: Path) -> None:
    line = b'{"doc": {"words": "Two people were killed."}, "when": "2026-03-10", "text": "cookie notice"}'
    (item,) = of(line, "a.jsonl", tmp_path, text="doc.words", published="when")
    assert json.loads(item.content) == {"text": "Two people were killed.", "published": "2026-03-10"}
    (item,) = of(b'{"full_text": "Two were killed.", "publish_date": "2026-03-10"}', "b.jsonl", tmp_path)
    assert json.loads(item.content) == {"text": "Two were killed.", "published": "2026-03-10"}
    (item,) = of(b'{"words": "Two were killed."}', "c.jsonl", tmp_path)
    assert "'words'" in str(item.problem) and "--map text=" in str(item.problem)


def test_a_line_longer_than_a_report_is_passed_over() -> None:
    stream = io.BytesIO(b"a" * 50 + b"\nshort\n" + b"b" * 11)
    assert list(streams.lines(stream, 10)) == [(1, None), (2, b"short\n"), (3, None)]


def test_what_unpacks_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(streams, "UNSUSPICIOUS", 1_000_000)
    (item,) = of(gzip.compress(b'{"text": "' + bytes(5_000_000)), "bomb.jsonl", tmp_path)
    assert "more than 250 times its size" in str(item.problem)


# ── tables ───────────────────────────────────────────────────────────────────────────────────────


def test_a_table_by_the_names_of_its_columns(tmp_path: Path) -> None:
    rows = (
        b'Headline,Body,Pub Date,Source\nA,"Two killed,\nsays army",2026-03-10,Courier\n\nB,,2026-03-10,Courier\nC,x\n'
    )
    found = of(rows, "t.csv", tmp_path)
    assert names(found) == {"t.csv:2": True, "t.csv:5": False, "t.csv:6": True}
    assert json.loads(found[0].content) == {
        "title": "A", "text": "Two killed,\nsays army", "published": "2026-03-10", "publisher": "Courier",
    }  # fmt: skip


def test_a_table_by_a_map(tmp_path: Path) -> None:
    rows = b"id;art;wann;body\n1;Two killed.;2026-03-10;no\n"
    (item,) = of(rows, "t.csv", tmp_path, text="art", published="wann")
    assert json.loads(item.content) == {"text": "Two killed.", "published": "2026-03-10"}
    (item,) = of(rows, "t.csv", tmp_path, text="absent")
    assert "'id;art;wann;body'" in str(item.problem) and "'absent'" in str(item.problem)


def test_tabs_and_utf_16_and_windows(tmp_path: Path) -> None:
    assert names(of("title\ttext\nA\tDeux tués\n".encode("utf-16"), "t.tsv", tmp_path)) == {"t.tsv:2": True}
    (item,) = of("title,text\nA,“Two” killed in Córdoba\n".encode("cp1252"), "t.csv", tmp_path)
    assert json.loads(item.content)["text"] == "“Two” killed in Córdoba"


def test_a_broken_row_stops_nothing(tmp_path: Path) -> None:
    rows = b'title,text\nA,"never closed\nB,two killed\nC,x,y,z\nD,five killed\n'
    assert names(of(rows, "t.csv", tmp_path)) == {
        "t.csv:2": False, "t.csv:3": True, "t.csv:4": False, "t.csv:5": True,
    }  # fmt: skip


def test_a_field_without_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(table, "LONGEST_FIELD", 1000)
    rows = b'title,text\nA,"open\n' + b"B,two killed\n" * 200
    found = of(rows, "t.csv", tmp_path)
    assert [item.name for item in found if item.problem] == ["t.csv:2"]
    assert len(found) == 201


def test_a_text_with_commas_is_no_table(tmp_path: Path) -> None:
    assert names(of(b"Title, text and date: two killed\n\nShells hit Bani.", "a.txt", tmp_path)) == {"a.txt": True}
    assert names(of(b"title,text,date\nA,two killed,2026-03-10\n", "a.txt", tmp_path)) == {"a.txt:2": True}


def test_a_map_is_checked() -> None:
    assert columns.parsed(["text=body", "published = date"]) == {"text": "body", "published": "date"}
    for wrong in ("body", "words=body", "text="):
        with pytest.raises(WrongUse, match="FIELD=COLUMN"):
            columns.parsed([wrong])


# ── web archives ─────────────────────────────────────────────────────────────────────────────────


def record(body: bytes, url: str = "https://a.example/1", kind: str = "response", http: str = "200 OK\r\n") -> bytes:
    block = body
    if kind == "response":
        head = http if "Content-Type" in http else f"{http}Content-Type: text/html\r\n"
        block = f"HTTP/1.1 {head}\r\n".encode() + body
    lines = {
        "WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2026-03-10T12:00:00Z", "WARC-Record-ID": "<urn:x:1>",
        "Content-Type": "application/http; msgtype=response" if kind == "response" else "text/plain",
        "Content-Length": str(len(block)),
    }  # fmt: skip
    return ("WARC/1.0\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()) + "\r\n").encode() + block + b"\r\n\r\n"


PAGE = b"<html><body><p>Two people were killed in Bani on Tuesday.</p></body></html>"


def test_pages_of_an_archive_by_their_offset(tmp_path: Path) -> None:
    parts = [
        record(b"", kind="warcinfo"), record(PAGE), record(b"x", kind="request"),
        record(b"Two killed.", kind="conversion"),
        record(b"gone", http="404 Not Found\r\n"), record(b"\x89PNG", http="200 OK\r\nContent-Type: image/png\r\n"),
    ]  # fmt: skip
    found = of(b"".join(parts), "crawl.warc", tmp_path)
    offsets = [sum(map(len, parts[:k])) for k in range(len(parts))]
    assert names(found) == {
        f"crawl.warc:{offsets[1]}": True, f"crawl.warc:{offsets[3]}": True,
        f"crawl.warc:{offsets[4]}": False, f"crawl.warc:{offsets[5]}": False,
    }  # fmt: skip
    page = found[0]
    assert (page.content, page.url, page.fetched) == (PAGE, "https://a.example/1", "2026-03-10T12:00:00Z")
    assert "404" in str(found[2].problem) and "image/png" in str(found[3].problem)


def test_packed_archives_and_packed_pages(tmp_path: Path) -> None:
    packed = record(gzip.compress(PAGE), http="200 OK\r\nContent-Encoding: gzip\r\n")
    chunked = record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), http="200 OK\r\nTransfer-Encoding: chunked\r\n")
    found = of(gzip.compress(packed) + gzip.compress(chunked), "crawl.warc.gz", tmp_path)
    assert [item.content for item in found] == [PAGE, PAGE]
    assert [item.name for item in found] == ["crawl.warc.gz:0", f"crawl.warc.gz:{len(gzip.compress(packed))}"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_reading_goes_on_after_a_broken_record(pack: object, tmp_path: Path) -> None:
    one = pack(record(PAGE))  # type: ignore[operator]
    broken = bytearray(one)
    broken[4:60] = b"\x00" * 56
    found = of(one + bytes(broken) + one, "crawl.warc", tmp_path)
    assert [item.content for item in found if item.problem is None] == [PAGE, PAGE]
    assert [item.name for item in found][::2] == ["crawl.warc:0", f"crawl.warc:{2 * len(one)}"]
    assert "broken" in str(found[1].problem)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_that_is_cut_off(pack: object, tmp_path: Path) -> None:
    one = pack(record(PAGE))  # type: ignore[operator]
    found = of(one + one[: len(one) * 2 // 3], "crawl.warc", tmp_path)
    assert [item.problem is None for item in found] == [True, False]


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(warc, "LARGEST", 1_000_000)
    bomb = record(gzip.compress(bytes(50_000_000)), http="200 OK\r\nContent-Encoding: gzip\r\n")
    headers = b"WARC/1.0\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"
    found = of(bomb + headers + record(PAGE), "crawl.warc", tmp_path)
    assert "limit" in str(found[0].problem)
    assert found[-1].content == PAGE


# ── any bytes ────────────────────────────────────────────────────────────────────────────────────

_PIECES = st.sampled_from(
    [
        LINE,
        b"\n",
        b"{",
        b'"',
        b",",
        b"title,text\n",
        b"\xff\xfe",
        b"\x1f\x8b\x08",
        b"\x00",
        record(PAGE),
        b"[",
        b"]",
        b"<rss>",
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.one_of(_PIECES, st.binary(max_size=30)), max_size=8).map(b"".join),
    st.sampled_from(["", ".csv", ".jsonl"]),
)
def test_any_bytes_give_items_and_no_error(content: bytes, suffix: str) -> None:
    for start in (b"", b"WARC/1.0\r\n", gzip.compress(content)[:40]):
        try:
            opened = streams.unpacked(io.BytesIO(start + content), "x")
            found = list(sources.of_stream(opened, [suffix], sources.OFFLINE))
        except (*streams.BROKEN, acquire.UnreadableReport):
            continue
        assert all(item.problem or isinstance(item.content, bytes) for item in found)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.dictionaries(st.sampled_from(["title", "text", "a.b"]), st.text(max_size=20)), min_size=2, max_size=5)
)
def test_every_object_is_an_item(objects: list[dict[str, str]]) -> None:
    stream = io.BytesIO(b"\n".join(json.dumps(one).encode() for one in objects))
    found = list(jsonl.read_lines(stream, "x", {}))
    assert [item.name for item in found] == [f"x:{number}" for number in range(1, len(objects) + 1)]
    assert [item.problem is None for item in found] == [bool(one.get("text", "").strip()) for one in objects]
