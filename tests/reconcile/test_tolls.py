"""The rule `nearest@1`, sentence by sentence. Every case is invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from asof.ledger import Count, Filing, Toll
from asof.reconcile.tolls import tolls

from .conftest import EVENING, MORNING, NEXT_DAY, NOON, count

HOSPITAL, ARMY, REBELS = "Dalo Hospital", "Sudanese army", "River Front"
REB = {"speaker_sector": "REB"}


def toll(counts: list[Count], measure: str = "killed", group: str | None = None, **more: Any) -> Toll | None:
    return next((one for one in tolls(counts, **more) if (one.measure, one.group) == (measure, group)), None)


def bounds(counts: list[Count], measure: str = "killed", group: str | None = None, **more: Any) -> Any:
    found = toll(counts, measure, group, **more)
    return (found.low, found.best, found.high) if found else None


def at_least(number: int, speaker: str | None = None, **told: Any) -> Count:
    return count(None, speaker, low=number, qualifier="at least", **told)


def test_one_figure_is_the_toll_and_at_least_has_no_upper_bound() -> None:
    assert bounds([count(12, HOSPITAL)]) == (12, 12, 12)
    assert bounds([at_least(12, HOSPITAL)]) == (12, 12, None)
    assert bounds([count(None, HOSPITAL, high=40, qualifier="up to")]) == (None, None, 40)
    assert bounds([count(None, HOSPITAL, value=30, qualifier="about")]) == (None, 30, None)
    assert bounds([count(None, HOSPITAL, low=38, high=45, qualifier="between")]) == (38, None, 45)
    assert bounds([count(None, HOSPITAL, qualifier="dozens")]) is None


@pytest.mark.parametrize("later", [31, 9], ids=["up", "down"])
def test_a_source_counts_with_its_latest_figure(later: int) -> None:
    first = count(12, HOSPITAL, published=MORNING)
    assert bounds([first, count(later, HOSPITAL, report="r2", published=EVENING)]) == (later, later, later)


def test_a_later_as_of_supersedes_before_a_later_publication() -> None:
    newest = count(18, HOSPITAL, as_of="2026-03-11", published=NEXT_DAY)
    quoted_late = count(12, HOSPITAL, report="r2", as_of="2026-03-10", published="2026-03-12T09:00:00Z")
    assert bounds([newest, quoted_late]) == (18, 18, 18)


def test_within_a_live_blog_the_time_of_the_entry_decides() -> None:
    entries = [
        count(18, HOSPITAL, as_of="2026-03-10T11:45:00Z", start=10),
        count(5, HOSPITAL, as_of="2026-03-10T09:20:00Z", start=90),
    ]
    assert bounds(entries) == (18, 18, 18)


def test_what_a_report_calls_earlier_or_withdraws_never_stands() -> None:
    counts = [
        count(27, HOSPITAL, start=5),
        count(31, HOSPITAL, status="earlier", start=40),
        count(40, "City Council", status="withdrawn", start=80),
    ]
    found = toll(counts)
    assert found is not None and (found.low, found.best, found.high) == (27, 27, 27)
    assert {figure.why for figure in found.figures} == {None, "called earlier by the report", "withdrawn"}


def test_a_page_that_was_replaced_counts_until_then() -> None:
    old, new = Filing("r1", MORNING, superseded_by="r2"), Filing("r2", EVENING)
    counts = [count(37, HOSPITAL, published=MORNING), count(34, ARMY, report="r2", published=EVENING)]
    assert bounds(counts, filings=[old, new]) == (34, 34, 34)
    assert bounds(counts, filings=[old, new], as_of=NOON) == (37, 37, 37)


def test_low_best_and_high_over_sources_that_differ() -> None:
    counts = [count(27, HOSPITAL), count(34, ARMY, speaker_sector="MIL"), count(30, "Dalo police")]
    assert bounds(counts) == (27, 27, 34)
    assert bounds(counts[1:]) == (30, 30, 34)  # local authorities before parties to the conflict


def test_parts_neither_raise_nor_lower_the_whole() -> None:
    whole = count(31, HOSPITAL)
    children = count(9, HOSPITAL, group="children", part_of=whole.id, quote="nine of them children")
    critical = count(4, HOSPITAL, part_of=whole.id, quote="four of them from one family")
    counts = [whole, children, critical]
    assert bounds(counts) == (31, 31, 31)
    assert bounds(counts, group="children") == (9, 9, 9)


def test_five_outlets_that_cite_one_governor_are_one_source() -> None:
    cited = [count(20, "Governor Adan Sule", report=f"r{k}", published=NOON) for k in range(5)]
    found = toll([*cited, count(14, HOSPITAL, report="r9")])
    assert found is not None and (found.low, found.best, found.high) == (14, 14, 20)
    assert sorted(figure.source for figure in found.figures if figure.current) == [HOSPITAL, "Governor Adan Sule"]


def test_a_spokeswoman_is_the_body_that_she_speaks_for_wherever_that_is_told() -> None:
    counts = [
        count(31, "Dalo Medics' Union", published=MORNING),
        count(27, "Ama Lul", report="r2", speaker_of="Dalo Medics’ Union", published=NOON),
        count(29, "Ama Lul", report="r3", published=EVENING),
    ]
    assert bounds(counts) == (29, 29, 29)


def test_a_lower_bound_is_overtaken_by_a_later_and_nearer_count() -> None:
    first = at_least(5, "two residents", published=MORNING)
    assert bounds([first, count(18, HOSPITAL, report="r2", published=EVENING)]) == (18, 18, 18)
    nearer = at_least(31, HOSPITAL, published=MORNING)
    assert bounds([nearer, count(34, ARMY, report="r2", published=EVENING)]) == (31, 31, 34)


def test_figures_that_one_report_gives_side_by_side_all_stand() -> None:
    assert bounds([at_least(8, "Dalo police", start=1), count(10, HOSPITAL, start=50)]) == (8, 10, 10)


def test_a_party_keeps_its_figure_until_it_changes_it() -> None:
    army = count(15, ARMY, published=MORNING, speaker_sector="MIL")
    later = count(22, HOSPITAL, report="r2", as_of="2026-03-11", published=NEXT_DAY)
    assert bounds([army, later]) == (15, 22, 22)


def test_the_reports_own_words_stand_in_where_nobody_is_named() -> None:
    assert bounds([count(6)]) == (6, 6, 6)
    assert bounds([count(6), count(9, "Dalo police", report="r2")]) == (9, 9, 9)
    assert bounds([count(6, report="r2", published=EVENING), count(9, "Dalo police")]) == (9, 9, 9)
    assert bounds([count(12, report="r2", published=EVENING), count(9, "Dalo police")]) == (9, 9, 12)


def test_what_a_side_says_of_its_enemy_is_neither_low_nor_best_where_that_enemy_speaks() -> None:
    counts = [
        count(31, REBELS, group="soldiers", **REB),
        count(4, ARMY, group="soldiers", speaker_sector="MIL"),
        count(22, ARMY, group="rebels", speaker_sector="MIL"),
        count(0, REBELS, group="rebels", **REB),
        count(2, "Dalo parish", group="civilians"),
    ]
    assert bounds(counts, group="soldiers") == (4, 4, 31)
    assert bounds(counts, group="rebels") == (0, None, 22)
    assert bounds(counts) == (6, 6, 55)  # of groups that exclude each other, as nobody counts the whole


def test_an_enemys_claim_is_all_there_is_where_the_other_side_is_silent() -> None:
    assert bounds([at_least(27, ARMY, group="militants", speaker_sector="MIL")], group="militants") == (27, 27, None)


def test_bodies_are_a_floor_under_what_a_side_admits() -> None:
    whole = count(11, "Red Cross", measure="buried", group="combatants", quote="buried 11 combatants")
    counts = [
        count(4, ARMY, group="soldiers", speaker_sector="MIL"),
        count(31, REBELS, group="soldiers", **REB),
        count(2, REBELS, group="rebels", **REB),
        whole,
        count(7, "Red Cross", measure="buried", group="soldiers", part_of=whole.id, quote="seven in uniform"),
    ]
    assert bounds(counts, group="soldiers") == (7, 7, 31)
    assert bounds(counts, group="rebels") == (4, 4, None)


def test_groups_are_not_added_where_somebody_counts_the_whole() -> None:
    counts = [count(17, HOSPITAL), count(3, ARMY, group="soldiers", report="r2", speaker_sector="MIL")]
    found = toll(counts)
    assert found is not None and (found.best, found.high) == (17, 17)


def test_wounded_who_die_leave_the_injured_and_join_the_dead() -> None:
    counts = [
        count(3, "Hamid Daw", group="soldiers", published=MORNING),
        count(12, "Hamid Daw", measure="injured", group="soldiers", published=MORNING),
        count(
            1, "a local official", group="soldiers", report="r2", published=NEXT_DAY, quote="one of them has since died"
        ),
    ]
    assert bounds(counts) == (4, 4, 4)
    assert bounds(counts, "injured") == (11, 11, 12)


def test_a_death_that_the_new_figure_includes_is_not_counted_again() -> None:
    whole = count(31, HOSPITAL, report="r2", published=NEXT_DAY)
    died = count(4, HOSPITAL, report="r2", published=NEXT_DAY, part_of=whole.id, quote="four of the wounded died")
    before = count(27, HOSPITAL, published=NOON)
    assert bounds([before, whole, died]) == (31, 31, 31)


def test_the_missing_who_are_found_are_missing_no_more() -> None:
    counts = [
        count(3, HOSPITAL, measure="missing"),
        count(1, "Dalo police", measure="found", report="r2", published=EVENING, quote="one was found alive"),
    ]
    assert bounds(counts, "missing") == (2, 2, 2)


def test_no_casualties_is_none_killed_and_none_injured() -> None:
    counts = [count(0, "Dalo police", measure="casualties", quote="nobody was hurt")]
    assert (bounds(counts), bounds(counts, "injured")) == ((0, 0, 0), (0, 0, 0))


def test_an_upper_bound_below_what_is_known_says_only_that_somebody_has_fewer() -> None:
    counts = [count(71, "Councillor Musa"), count(None, "State government", high=40, qualifier="not more than")]
    assert bounds(counts) == (None, 71, 71)


def test_totals_of_places_periods_and_wars_stay_apart() -> None:
    counts = [count(27, HOSPITAL), count(1140, "Conflict Desk", scope="period"), count(70000, None, scope="war")]
    assert bounds(counts) == (27, 27, 27)


def test_as_of_a_moment_only_what_was_published_counts() -> None:
    counts = [count(5, HOSPITAL, published=MORNING), count(18, HOSPITAL, report="r2", published=EVENING)]
    assert bounds(counts, as_of=NOON) == (5, 5, 5)
    assert bounds(counts, as_of="2026-03-09T00:00:00Z") is None
    assert bounds([replace(counts[0], published=None)], as_of=NOON) is None


def test_families_are_no_part_of_a_count_of_people() -> None:
    counts = [count(412, "Mayor Utto", measure="displaced", group="families")]
    assert bounds(counts, "displaced", "families") == (412, 412, 412)
    assert bounds(counts, "displaced") is None


def test_the_order_of_the_counts_makes_no_difference() -> None:
    counts = [count(27, HOSPITAL), count(34, ARMY), at_least(5, "residents", published=MORNING), count(6)]
    assert tolls(counts) == tolls(list(reversed(counts)))
