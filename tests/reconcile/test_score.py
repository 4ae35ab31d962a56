"""Pairs of tellings: what is sure, what waits, what is another happening, and the reasons that say so."""

from __future__ import annotations

import pytest

from asof.reconcile.keys import keys
from asof.reconcile.score import likeness, score

from .conftest import NEXT_DAY, telling

WORDS = tuple(f"word{k}" for k in range(20))


def reason(left, right) -> dict[str, float]:
    return {one.name: one.weight for one in score(left, right).reasons}


def verdict(left, right) -> str:
    assert score(left, right) == score(right, left)
    return score(left, right).verdict


def test_one_town_one_day_one_type_is_sure() -> None:
    decision = score(telling("a"), telling("b"))
    assert decision.verdict == "same"
    assert [one.name for one in decision.reasons] == ["type", "place", "time"]
    assert decision.by == "rule:likeness@1" and decision.at is None


def test_what_one_report_tells_apart_is_never_joined_by_rule() -> None:
    assert verdict(telling("a", 0, words=WORDS), telling("a", 1, words=WORDS)) == "different"


@pytest.mark.parametrize(
    "other",
    [
        {"type": "SANCTION"},
        {"place": "Um Rawaba", "places": ("Um Rawaba",), "lat": 11.0},
        {"start": "2026-03-16", "end": "2026-03-16"},
        {"country": "XBB"},
        {"place": "Hela", "places": ("Hela",), "lat": 10.1},  # a town 11 km off
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_type_place_or_day_is_another_happening(other: dict) -> None:
    assert verdict(telling("a"), telling("b", **other)) == "different"


def test_a_town_within_a_named_province_waits_unless_more_speaks_for_it() -> None:
    province = {"place": "North", "places": ("North",), "level": "admin1"}
    assert verdict(telling("a"), telling("b", **province)) == "unsure"
    told = {"figures": (("killed", 27, 27),), "words": WORDS}
    assert verdict(telling("a", **told), telling("b", **province, **told)) == "same"


def test_a_quarter_is_found_with_its_town() -> None:
    quarter = {"place": "Old Port", "places": ("Old Port", "Dalo"), "lat": 10.02, "level": "district"}
    assert reason(telling("a"), telling("b", **quarter))["place"] > 1


def test_without_a_place_it_waits() -> None:
    nowhere = {"place": None, "places": (), "lat": None, "lon": None, "country": None, "admin1": None, "level": None}
    assert verdict(telling("a"), telling("b", **nowhere)) == "unsure"


def test_a_place_named_beside_it_speaks_for_it_and_no_other_against_it() -> None:
    bare = {"place": None, "lat": None, "lon": None, "country": None}
    alone = likeness(telling("a", **bare, places=()), telling("b"))
    assert likeness(telling("a", **bare, places=("El Obeid",)), telling("b", place="El Obeid")) > alone
    assert likeness(telling("a", **bare, places=("Kosti",)), telling("b")) == alone


def test_means_that_cannot_be_mixed_up_speak_against_it() -> None:
    assert reason(telling("a", mode="abduct"), telling("b", mode="drone"))["mode"] < -0.5
    assert reason(telling("a", mode="explosives"), telling("b", mode="drone"))["mode"] >= -0.5


def test_a_raid_that_kills_and_abducts_is_told_by_either() -> None:
    raid = likeness(telling("a", mode="firearms"), telling("b", mode="abduct"))
    assert raid > likeness(telling("a", mode="firearms"), telling("b", mode="explosives"))


@pytest.mark.parametrize(("one", "other", "sign"), [(27, 27, 1), (5, 18, 1), (5, 212, -1)])
def test_figures_that_are_equal_follow_one_another_or_can_not(one: int, other: int, sign: int) -> None:
    left, right = telling("a", figures=(("killed", one, one),)), telling("b", figures=(("killed", other, other),))
    assert reason(left, right)["figures"] * sign > 0


def test_a_report_cannot_tell_what_has_not_happened() -> None:
    early = telling("b", published="2026-03-07T09:00:00Z", start=None, end=None)
    assert reason(telling("a"), early)["time"] < -4


def test_a_promise_and_its_keeping_are_one_happening() -> None:
    promise = telling("a", type="CONCEDE", status="planned", place=None, actors=("M23",), recipients=("Congo army",),
                      figures=(("promised_release", 65, 65),), words=WORDS, start=None, end="2026-03-11")  # fmt: skip
    kept = telling("b", type="RETREAT", published=NEXT_DAY, actors=("M23",), recipients=("Congo army",), words=WORDS,
                   figures=(("promised_release", 65, 65),), start="2026-03-11", end="2026-03-11")  # fmt: skip
    assert verdict(promise, kept) == "same"
    assert set(keys(promise)) & set(keys(kept))


def test_every_pair_that_may_be_one_shares_a_key() -> None:
    base = telling("a", actors=("M23",), figures=(("killed", 27, 27),))
    for other in (
        telling("b", start="2026-03-11", end="2026-03-11"),
        telling("b", lat=10.2, lon=40.2, place="Dalo Camp", places=("Dalo Camp",)),
        telling("b", place=None, lat=None, lon=None, country=None, figures=(("killed", 27, 27),)),
        telling("b", start=None, end=None),
        telling("b", type="COERCE"),
        telling("b", level="country", place="Xaland", places=("Xaland",)),
    ):
        assert set(keys(base)) & set(keys(other)), other


def test_the_number_of_keys_is_bounded() -> None:
    crowded = telling(
        "a",
        start="2025-01-01",
        end="2026-03-10",
        places=tuple(f"Place {k}" for k in range(50)),
        actors=tuple(f"Actor {k}" for k in range(50)),
        figures=tuple((f"m{k}", k + 3, k + 3) for k in range(50)),
    )
    assert len(keys(crowded)) <= 5 * 15
    assert likeness(crowded, telling("b")) == likeness(telling("b"), crowded)
