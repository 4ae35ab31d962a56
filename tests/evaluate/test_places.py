from pathlib import Path

import pytest

from asof.evaluate.places import Article, Toponym, articles, peer, score

DATA = Path(__file__).parents[3] / "shared" / "data" / "geo"
needs_data = pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data/geo, the corpora of places")


def test_score_counts_what_is_located_of_all() -> None:
    gold = Article("Aville and Bville", (Toponym(0, 6, "Aville", (10.0, 10.0)), Toponym(11, 17, "Bville", None)))
    result = score("LGL", [gold], [[Toponym(0, 6, "Aville", (10.5, 10.0)), Toponym(7, 10, "and", None)]])
    assert (result.right, result.located, result.found, result.gold) == (1, 1, 2, 2)
    assert result.f1 == 0.5 and result.accuracy == 1.0
    assert len(result.missed) == len(result.excess) == 1
    assert "located right of all      0.500" in str(result)


def test_far_is_found_but_not_located() -> None:
    gold = Article("Aville", (Toponym(0, 6, "Aville", (10.0, 10.0)),))
    result = score("LGL", [gold], [[Toponym(0, 6, "Aville", (20.0, 10.0))]])
    assert (result.right, result.located) == (1, 0) and len(result.far) == 1


@needs_data
@pytest.mark.shared
def test_scorer_on_stored_outputs() -> None:
    """Known outputs of CLAVIN and CamCoder on LGL: the published order and, of those resolved, their accuracy."""
    golds = articles(DATA / "lgl.xml", "LGL")
    assert (len(golds), sum(len(a.names) for a in golds)) == (588, 5088)
    clavin, camcoder = (
        score("LGL", golds, peer(DATA / "peer_outputs" / f"LGL_{name}.txt")) for name in ("CLAVIN", "CamCoder")
    )
    assert clavin.accuracy == pytest.approx(0.70, abs=0.02) and camcoder.accuracy == pytest.approx(0.715, abs=0.01)


@needs_data
@pytest.mark.shared
def test_offsets_of_geovirus_are_put_right() -> None:
    for article in articles(DATA / "GeoVirus.xml", "GeoVirus"):
        assert all(article.text[name.start : name.end] == name.text for name in article.names[:1])
