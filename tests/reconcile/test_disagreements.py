"""Who says what against whom, in words."""

from __future__ import annotations

from asof.reconcile.disagreements import disagreements
from asof.reconcile.tolls import tolls

from .conftest import EVENING, MORNING, NEXT_DAY, NOON, count, statement

HOSPITAL, ARMY, RSF = "Dalo Hospital", "Sudanese army", "Rapid Support Forces"


def test_figures_that_exclude_each_other_and_what_was_said_before() -> None:
    counts = [
        count(34, ARMY, published=MORNING),
        count(31, HOSPITAL, report="r2", published=NOON),
        count(27, HOSPITAL, report="r3", published=NEXT_DAY),
    ]
    (found,) = disagreements(tolls(counts), [])
    assert found.text == "Killed: Sudanese army says 34; Dalo Hospital says 27 (before: 31)."
    assert found.between == (ARMY, HOSPITAL)
    assert found.since == NEXT_DAY
    assert found.about == "killed"


def test_figures_that_can_both_be_true_are_none() -> None:
    counts = [count(34, ARMY), count(None, HOSPITAL, low=31, report="r2")]
    assert disagreements(tolls(counts), []) == ()
    revised = [count(31, HOSPITAL, published=MORNING), count(27, HOSPITAL, report="r2", published=NOON)]
    assert disagreements(tolls(revised), []) == ()


def test_an_accusation_and_its_denial() -> None:
    said = [
        statement(RSF, "Yasir Kal", speaker_of=ARMY, published=MORNING),
        statement(RSF, "Ministry of Foreign Affairs", report="r2", published=NOON),
        statement(RSF, RSF, "negated", report="r3", published=EVENING, stance="denies"),
    ]
    (found,) = disagreements([], said)
    assert found.text == (
        f"Who did it: Yasir Kal ({ARMY}) and Ministry of Foreign Affairs name {RSF}; {RSF} denies it."
    )
    assert found.since == NOON
    assert disagreements([], said, as_of=NOON) == ()


def test_a_claim_against_what_others_say() -> None:
    said = [
        statement(RSF, ARMY, published=MORNING),
        statement("Desert Hawks", "Desert Hawks", report="r2", published=NOON),
    ]
    (found,) = disagreements([], said)
    assert found.text == f"Claim: Desert Hawks claims it; {ARMY} names {RSF}."


def test_whether_it_happened() -> None:
    said = [
        statement("M23", "M23", type="RETREAT", published=MORNING),
        statement("M23", "Fabrice Lum", "negated", type="RETREAT", speaker_of="Congolese army", published=NOON),
    ]
    (found,) = disagreements([], said)
    assert found.text == "Whether it happened: M23 says so; Fabrice Lum (Congolese army) says not."


def test_what_was_promised_and_what_was_done() -> None:
    counts = [
        count(180, "Qatar", measure="promised_release", group="detainees", published=MORNING),
        count(94, "Red Cross", measure="released", group="detainees", report="r2", published=NEXT_DAY),
    ]
    text = next(one.text for one in disagreements(tolls(counts), []) if one.about == "promised_release")
    assert text == "Promised against done: 180 detainees promised, 94 released."
