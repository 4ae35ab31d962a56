"""Agreement of clusterings, against values worked out by hand, and coreference by wording on invented mentions."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from asof.evaluate.clusters import b_cubed, best_match, ceaf_e, conll, f1, muc
from asof.evaluate.coreference import mentions, score

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
SPLIT = {"a": 1, "b": 1, "c": 2, "d": 3, "e": 3}


def test_what_is_the_same_agrees_whatever_the_names() -> None:
    renamed = {item: f"cluster {name}" for item, name in GOLD.items()}
    assert conll(GOLD, renamed) == pytest.approx(1)


def test_a_cluster_that_is_split() -> None:
    assert muc(GOLD, SPLIT) == (1.0, 2 / 3)
    assert b_cubed(GOLD, SPLIT) == pytest.approx((1.0, (2 / 3 * 2 + 1 / 3 + 2) / 5))
    assert ceaf_e(GOLD, SPLIT) == pytest.approx(((4 / 5 + 1) / 3, (4 / 5 + 1) / 2))
    assert f1(muc(SPLIT, GOLD)) == f1(muc(GOLD, SPLIT))


def test_one_cluster_for_all_costs_precision() -> None:
    together = dict.fromkeys(GOLD, "all")
    assert muc(GOLD, together) == (3 / 4, 1.0)
    assert b_cubed(GOLD, together) == pytest.approx(((9 + 4) / 25, 1.0))


def test_the_best_match_is_the_best_of_all() -> None:
    draw = Random(3)
    for _ in range(20):
        alike = [[draw.random() for _ in range(5)] for _ in range(4)]
        every = (sum(alike[row][column] for row, column in enumerate(order)) for order in permutations(range(5), 4))
        assert best_match(alike) == pytest.approx(max(every))
        assert best_match(list(zip(*alike, strict=True))) == pytest.approx(best_match(alike))
    assert best_match([]) == 0.0


def test_wording_tells_events_of_one_lemma_apart() -> None:
    here = "shells hit Dalo harbour and burned three fishing boats beside the northern quay before dawn broke".split()
    there = "a bomb struck Hela station and wounded passengers waiting under the clock for trains to leave".split()
    raw = [
        {"mention_id": f"{text[0]}{k}", "doc_id": f"{text[0]}{k}", "topic_id": topic, "mention_head_lemma": "hit",
         "mention_context": text, "coref_chain": text[0]}
        for text, topic in ((here, "1ecb"), (there, "1ecbplus"))
        for k in range(3)
    ]  # fmt: skip
    layers = score(list(mentions(raw))).counts["all"]
    assert layers["CoNLL"].f1 == 1
    assert layers["lemma CoNLL"].f1 < 0.9
