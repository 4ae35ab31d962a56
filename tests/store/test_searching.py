"""Full text: the same words are found on both engines, where they stand."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asof.errors import WrongUse
from asof.model import Record, Report
from asof.store import Entry, Store, asking, searching
from asof.store.searching import Term
from tests.store.made import entry, published

TEXTS = [
    "Shelling in el-Fasher\n\nShells hit El Fasher's market; the ministry's count is 12.",
    "Talks in Doha\n\nThe ministry said that talks would go on. No strike was reported.",
    "Kyïv struck again\n\nStrikes on KYIV killed 1,200 people, officials said.\nA second line.",
    "Naïve 'quotes' & operators | ! <-> :* \\ AND NOT NEAR \"",
]


def fill(store: Store, texts: list[str]) -> list[str]:
    made = []
    for number, content in enumerate(texts):
        sha = hashlib.sha256(f"{number} {content}".encode("utf-8", "surrogatepass")).hexdigest()
        report = Report(sha, 1, title=str(number), published=published(number))
        made.append((sha, f"{number} {content}".encode("utf-8", "surrogatepass"), Record(report, content)))
    with store.writing() as tx:
        tx.add([Entry(content, record) for _, content, record in made])
    return [sha for sha, _, _ in made]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("market", [0]),
        ("MINISTRY", [1, 0]),
        ("el fasher", [0]),
        ("El-Fasher", [0]),
        ("fasher el", [0]),
        ('"fasher el"', []),
        ('"ministry said that"', [1]),
        ('"hit el fasher"', [0]),
        ("strik*", [2, 1]),
        ("strike", [1]),
        ('"strikes on ky*"', []),
        ("ministry -market", [1]),
        ('ministry -"count is"', [1]),
        ("market OR doha", [1, 0]),
        ("ministry market OR doha", [1, 0]),
        ("kyiv", [2]),
        ("Kyïv", [2]),
        ("1,200", [2]),
        ("operators", [3]),
        ("AND", [3]),
        ("NOT NEAR", [3]),
        ("absent", []),
        ("ministry's", [0]),
    ],
)
@pytest.mark.parametrize("broad", [asking.BROAD, 1], ids=["looked up", "walked along"])
def test_what_is_found(
    store: Store, query: str, expected: list[int], broad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "BROAD", broad)
    shas = fill(store, TEXTS)
    with store.reading() as shelf:
        found = shelf.search(query)
    assert [shas.index(one.report) for one in found] == expected
    for one in found:
        content = TEXTS[shas.index(one.report)]
        assert one.snippet == content[one.start : one.end] and one.finds
        assert all(one.start <= start and end <= one.end for start, end in one.finds[:1])


def test_finds_and_snippet_stand_in_the_text(store: Store) -> None:
    fill(store, TEXTS)
    with store.reading() as shelf:
        (found,) = shelf.search('kyiv "officials said"')
    content = TEXTS[2]
    assert [content[start:end] for start, end in found.finds] == ["Kyïv", "KYIV", "officials said"]
    assert (found.snippet, found.title) == ("Kyïv struck again", "2")


def test_a_snippet_is_cut_between_words_within_its_paragraph() -> None:
    content = "Headline\n\n" + "word " * 40 + "needle " + "more " * 60 + "\nNext"
    start, end = searching.snippet(content, searching.finds(content, searching.parse("needle")))
    piece = content[start:end]
    assert piece.startswith("word ") and piece.endswith(" more") and "needle" in piece
    assert "\n" not in piece and len(piece) < searching.BEFORE + searching.AFTER + len("needle") + 1


def test_portions_and_the_moment_asked_for(store: Store) -> None:
    shas = fill(store, TEXTS)
    with store.reading() as shelf:
        first = shelf.search("ministry", limit=1)
        rest = shelf.search("ministry", after=(first[0].published or "", first[0].report))
        assert [one.report for one in first + rest] == [shas[1], shas[0]]
        assert [one.report for one in shelf.search("ministry", published_by=published(0))] == [shas[0]]


@pytest.mark.parametrize("query", ["", "  ", "-market", '""', "*", "OR", "— …"])
def test_a_question_without_words_is_refused(store: Store, query: str) -> None:
    with pytest.raises(WrongUse, match="Nothing to look for"), store.reading() as shelf:
        shelf.search(query)


def test_a_question_is_parsed() -> None:
    assert searching.parse('one "two three" four* -five OR six seven OR "ei ght" OR') == (
        (Term(("one",)),),
        (Term(("two", "three")),),
        (Term(("four",), prefix=True),),
        (Term(("five",), without=True),),
        (Term(("six",)),),
        (Term(("seven",)), Term(("ei", "ght"))),
    )


CHARACTERS = "abAB12éßİﬁ²½'-\"*|&!:\\()\u0301\ud800\x00ى東京     \n"
PIECES = st.text(st.sampled_from(CHARACTERS), max_size=14)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(PIECES, min_size=1, max_size=4, unique=True), query=PIECES, again=st.integers(0, 10**9))
def test_any_words_are_found_by_the_engine_where_they_stand(
    store: Store, texts: list[str], query: str, again: int
) -> None:
    mark = f"m{again}"  # what an earlier example left in the store is not asked for
    shas = fill(store, [f"{content}\n{mark}" for content in texts])
    try:
        asked = searching.parse(f"{query} {mark}")
    except WrongUse:
        return
    with store.reading() as shelf:
        found = {one.report for one in shelf.search(f"{query} {mark}")}
    expected = {
        sha for sha, content in zip(shas, texts, strict=True) if all(_holds(f"{content}\n{mark}", g) for g in asked)
    }
    assert found & set(shas) == expected


def _holds(content: str, group: tuple[Term, ...]) -> bool:
    at = [searching.finds(content, ((dataclasses.replace(term, without=False),),)) for term in group]
    return not at[0] if group[0].without else any(at)


def test_a_very_long_text_is_indexed(store: Store) -> None:
    """Beyond what a tsvector knows of positions: the words are found, and their number has no limit."""
    one = entry(1)
    content = " ".join(f"w{n % 9000}" for n in range(30000)) + " the end " + "x" * 3000
    with store.writing() as tx:
        tx.add([Entry(one.content, dataclasses.replace(one.record, text=content))])
    with store.reading() as shelf:
        assert shelf.search("end w8999") and shelf.search('"w1 w2"') and shelf.search("x" * 3000)
