"""What to review first, a sample that two coders share, and how far they agree."""

from __future__ import annotations

import pytest

from asof import deciding, reviewing, saying
from asof.doubts import SURE_FIGURE, doubts
from asof.errors import NotFound, WrongUse
from asof.model import Record
from asof.store import Store

AT = "2026-05-06T08:00:00Z"


@pytest.fixture
def store(stream_store: Store) -> Store:
    return stream_store


def records(store: Store) -> list[Record]:
    with store.reading() as shelf:
        return [record for kept in shelf.reports() if (record := shelf.record(kept.sha256)) is not None]


def say(store: Store, claim: str, field: str | None = None, value: str | int | None = None, by: str = "ada") -> str:
    return deciding.correct(store, claim, field, value, by, AT)[0].id


# ── doubts ───────────────────────────────────────────────────────────────────────────────────────


def test_what_is_likely_wrong_comes_first_with_its_reasons(store: Store) -> None:
    with store.reading() as shelf:
        found, more = reviewing.doubtful(shelf, limit=100)
    assert found and more is None
    assert [one.score for one in found] == sorted(one.score for one in found)
    arrested = next(one for one in found if one.kind == "figures")
    assert "nobody is named who gives it" in [doubt.reason for doubt in arrested.doubts]
    sure = next(f for record in records(store) for f in record.figures if not doubts(record, f))
    assert sure.id not in {one.claim.id for one in found} and SURE_FIGURE > 0.6


def test_what_somebody_reviewed_is_out_of_the_queue_until_it_is_taken_back(store: Store) -> None:
    with store.reading() as shelf:
        first = reviewing.doubtful(shelf)[0][0]
    made = say(store, first.claim.id)
    with store.reading() as shelf:
        assert first.claim.id not in {one.claim.id for one in reviewing.doubtful(shelf)[0]}
    deciding.undo(store, made, "ada", "2026-05-06T09:00:00Z")
    with store.reading() as shelf:
        assert reviewing.doubtful(shelf)[0][0] == first


def test_a_report_is_reviewed_when_all_its_claims_are(store: Store) -> None:
    record = records(store)[0]
    claims = [claim.id for _, claim in reviewing.claims_of(record)]
    for number, claim in enumerate(claims):
        with store.reading() as shelf:
            assert not reviewing.is_reviewed(shelf, record), f"{number} of {len(claims)}"
        say(store, claim)
    with store.reading() as shelf:
        assert reviewing.is_reviewed(shelf, record)


# ── samples ──────────────────────────────────────────────────────────────────────────────────────


def test_a_sample_is_the_same_for_everybody_and_has_each_claim_once(store: Store) -> None:
    with store.reading() as shelf:
        made = reviewing.sample(shelf, 12, seed=3)
        found = reviewing.drawn(shelf, made)
        assert found == reviewing.drawn(shelf, reviewing.named(made.name)) and len({id for _, id, _ in found}) == 12
        assert found != reviewing.drawn(shelf, reviewing.sample(shelf, 12, seed=4))
        whole = reviewing.sample(shelf, 1000)
        claims = {claim.id for record in records(store) for kind, claim in reviewing.claims_of(record)}
        assert {id for _, id, _ in reviewing.drawn(shelf, whole)} <= claims
        assert len(reviewing.drawn(shelf, whole)) == whole.size == whole.figures + whole.events


@pytest.mark.parametrize("name", ["", "4", "a-b-c-d", "-1-2-3-4", "5-1-2-2", "1-1-1-99999999999999", "20000-1-99999-1"])
def test_what_is_no_sample_is_refused(store: Store, name: str) -> None:
    with pytest.raises(WrongUse):
        reviewing.named(name)


def test_a_sample_of_another_store_is_refused(store: Store) -> None:
    with store.reading() as shelf, pytest.raises(NotFound, match="another store"):
        reviewing.drawn(shelf, reviewing.named("50-1-500-500"))


# ── agreement ────────────────────────────────────────────────────────────────────────────────────


def found(store: Store, of: reviewing.Sample | None = None) -> dict[str, float | None]:
    with store.reading() as shelf:
        return {one.about: one.alpha.value for one in reviewing.agreement(shelf, "ada", "ben", of)}


def test_coders_agree_on_what_they_let_stand_and_correct_alike(store: Store) -> None:
    figures = [figure for record in records(store) for figure in record.figures if figure.value is not None]
    for figure in figures[:4]:
        say(store, figure.id, by="ada")
        say(store, figure.id, by="ben")
    assert found(store)["figures value"] == 1.0
    say(store, figures[0].id, "value", 99, by="ada")
    apart = found(store)["figures value"]
    assert apart is not None and apart < 0.5
    say(store, figures[0].id, "value", 99, by="ben")
    assert found(store)["figures value"] == 1.0
    say(store, figures[4].id, by="ben")  # of one coder alone: no unit
    assert found(store)["figures value"] == 1.0


def test_what_one_coder_rejects_and_the_other_keeps_is_a_disagreement_on_whether_it_stands(store: Store) -> None:
    figures = [figure for record in records(store) for figure in record.figures]
    for figure in figures[:4]:
        say(store, figure.id, by="ben")
    made = say(store, figures[0].id, "status", "rejected")
    for figure in figures[1:4]:
        say(store, figure.id, by="ada")
    kept = found(store)["figures kept"]
    assert kept is not None and kept <= 0
    deciding.undo(store, made, "cleo", "2026-05-07T08:00:00Z")
    assert found(store)["figures kept"] is None, "all three are kept by both: there is nothing to tell apart"


def test_agreement_within_a_sample_leaves_out_what_is_not_in_it(store: Store) -> None:
    with store.reading() as shelf:
        draw = reviewing.sample(shelf, 3)
        inside = [id for kind, id, _ in reviewing.drawn(shelf, draw)]
    outside = [f.id for r in records(store) for f in r.figures if f.id not in inside][:2]
    for claim in [*inside, *outside]:
        say(store, claim, by="ada")
        say(store, claim, by="ben")
    with store.reading() as shelf:
        units = {one.about: one.alpha.units for one in reviewing.agreement(shelf, "ada", "ben", draw)}
    assert sum(units.get(f"{kind} kept", 0) for kind in ("figures", "events")) == 3


def test_verdicts_on_pairs_are_compared_as_each_coder_last_said_them(store: Store) -> None:
    with store.reading() as shelf:
        tellings = sorted(shelf.tellings_of([kept.sha256 for kept in shelf.reports()]))
    pairs = [(tellings[0], one) for one in tellings[1:4]]
    for number, (left, right) in enumerate(pairs):
        for coder in ("ada", "ben"):
            deciding.decide(store, left, right, "same" if number else "different", coder, AT)
    assert found(store)["pairs"] == 1.0
    made, _ = deciding.decide(store, *pairs[0], "same", "ben", "2026-05-07T08:00:00Z")
    assert found(store)["pairs"] != 1.0
    deciding.undo(store, made.id, "ben", "2026-05-08T08:00:00Z")
    assert found(store)["pairs"] == 1.0
    with store.reading() as shelf:
        assert reviewing.coders(shelf) == ["ada", "ben"]
        with pytest.raises(WrongUse):
            reviewing.agreement(shelf, "ada", "ada")


# ── who said what ────────────────────────────────────────────────────────────────────────────────


def test_who_said_what_in_their_words(store: Store) -> None:
    with store.reading() as shelf:
        words, more = saying.said(shelf, "Barouéli hospital")
        assert more is None and len(words) == 4
        assert all(quote.speaker == "Barouéli hospital" for one in words for quote in one.quotes)
        assert {figure.value for one in words for figure in one.figures} >= {8, 9}
        early, _ = saying.said(shelf, "Barouéli hospital", as_of=words[-1].saying.published)
        assert early == words[-1:]
        first, after = saying.said(shelf, "Barouéli hospital", limit=1)
        rest, _ = saying.said(shelf, "Barouéli hospital", after=after)
        assert first + rest == words


def test_what_people_say_of_a_claim_stands_beside_the_words(store: Store) -> None:
    with store.reading() as shelf:
        claim = saying.said(shelf, "Barouéli hospital")[0][0].figures[0].id
    say(store, claim, "speaker", "the mayor")
    with store.reading() as shelf:
        (corrected,) = saying.said(shelf, "Barouéli hospital")[0][0].corrections[claim]
    assert (corrected.field, corrected.value) == ("speaker", "the mayor")


def test_a_source_that_revised_its_figure_is_told_of(store: Store) -> None:
    with store.reading() as shelf:
        hospital = shelf.revisions("cited", "Barouéli hospital")[0]
    assert (hospital.raised, hospital.lowered) == (2, 1), "5, then 8; 14, then 21; and 9, then 8"
