"""The PolNeAR scorer on an invented article: overlap, the three together, several annotators, absent sources."""

from __future__ import annotations

from pathlib import Path

from asof.evaluate.quotes import Relation, agree, annotators, article, gold, predicted, score
from asof.model import Quote, Span

TEXT = "Pier shut.\n\nThe mayor said the old pier was shut. “We wait,” he added."


def relation(content: set[int], source: set[int], cue: set[int]) -> Relation:
    return Relation(frozenset(content), frozenset(source), frozenset(cue))


def written(folder: Path, *lines: str) -> Path:
    path = folder / "a_1.ann"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_span_matches_when_half_of_each_is_shared() -> None:
    assert agree(frozenset({1, 2, 3, 4}), frozenset({3, 4, 5, 6}))
    assert not agree(frozenset({1, 2, 3, 4}), frozenset({4, 5}))
    assert not agree(frozenset({1, 2}), frozenset({1}), exact=True)
    assert agree(frozenset(), frozenset()) and not agree(frozenset(), frozenset({1}))


def test_all_wants_the_three_of_one_attribution() -> None:
    wanted = [relation({1, 2}, {3}, {4}), relation({5, 6}, {7}, {8})]
    counts = score([relation({1, 2}, {3}, {4}), relation({5, 6}, {9}, {8})], wanted)
    assert (counts.matched["content"], counts.matched["all"], counts.matched["source"]) == (2, 1, 1)
    assert counts.f1("content") == 1.0 and counts.recall("all") == 0.5


def test_one_prediction_answers_one_gold() -> None:
    wanted = [relation({1, 2}, set(), {4}), relation({1, 2}, {3}, {4})]
    counts = score([relation({1, 2}, {3}, {4})], wanted)
    assert (counts.matched["content"], counts.matched["all"]) == (1, 1)


def test_standoff_with_broken_spans_is_read(tmp_path: Path) -> None:
    lines = ("T1\tSource 12 21\tThe mayor", "T2\tCue 22 26\tsaid", "T3\tContent 27 39;40 48\tthe old pier was shut",
             "T4\tAttribution 22 26\tsaid", "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
             "T5\tDiscuss 0 4\tPier")  # fmt: skip
    (found,) = gold(written(tmp_path, *lines), TEXT)
    assert found.words == ("the old pier || was shut", "The mayor", "said")
    quote = Quote("q-1", (Span(31, 48, TEXT[31:48]),), "indirect", "mayor", source=Span(12, 21, TEXT[12:21]),
                  cue=(Span(22, 26, "said"),))  # fmt: skip
    assert score(predicted(TEXT, [quote]), [found]).matched["all"] == 1


def test_an_article_is_a_headline_and_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = article(path)
    assert [(part.kind, document.text[part.start : part.end][:9]) for part in document.parts] == [
        ("headline", "Pier shut"), ("body", "The mayor"),
    ]  # fmt: skip


def test_annotators_of_one_article_only(tmp_path: Path) -> None:
    folder = tmp_path / "attributions"
    folder.mkdir()
    for name in ("a_1.ann", "a_2.ann", "ab_1.ann"):
        (folder / name).write_text("", encoding="utf-8")
    assert [path.name for path in annotators(tmp_path, "a")] == ["a_1.ann", "a_2.ann"]
