"""Whether two tellings are of one happening: named reasons, each with a weight, added up.

The weights are set by hand, so that every reason can be read and mended. Sure pairs decide themselves, those
between wait for a person, and what a report has told apart is never joined by this rule.
Does not look at anything but the two tellings: the same pair has the same score in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from ..ledger import RULE, Decision, Reason, Telling, Verdict, decision_id
from .geography import holds, kilometres, names, plain, wide
from .keys import day_of, family

NAME = "likeness@1"
# Measured on the gold records of eight streams, where 224 of 921 pairs are of one incident. Of 3 and more, 200 of 202
# are; from 2.5 to 3, 7 of 16; from 1.25 to 2.5, 9 of 22; below, 8 of 681. Average linkage sets the rest right: no link
# that comes out is wrong. Tried for SURE: 2.0 (links F1 0.92 on five of them, with 18 wrong), 2.25 and 2.5 (0.96, none
# wrong; on generated reports 0.95 to 0.98), 2.75 and 3.0 (more incidents fall apart).
SURE = 2.5
UNSURE = 1.25
SAME_TOWN_KM = 5.0
BESIDE = 0.8  # 1.0 and 1.2 join more, 1.6 too much: other attacks of the report are named in the same paragraphs
NEAR_KM = 30.0
REMOTE = frozenset({"drone", "aerial", "heavy-weapons", "explosives", "suicide-attack"})
# Gunmen who raid a village shoot, beat and abduct. Tried -0.3 (links 69 of 83 right, tolls 60) and -0.9 (65 of 75, 57).
RAID = frozenset({"firearms", "abduct", "primitive", "beat"})
RESULTS = frozenset({"destroy", "targeted"})  # modes that tell the outcome, not the means
LAST = 21  # days after a happening at which a report without its date may still mean it


NEVER = -5.0  # what nothing else makes up for
# All that the questions after the first three can add: a pair further below `UNSURE` than this is not asked them.
REST = 4.8


@lru_cache(maxsize=16384)  # a pair is asked about when it is met, decided and partitioned, at one moment after another
def reasons(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What speaks for and against, in the order in which it was asked, until nothing more could change the verdict."""
    if left.report == right.report:
        return (Reason("same report", -1.0, "the report tells them apart"),)
    found = [*_type(left, right), *_place(left, right), *_time(left, right)]
    if sum(reason.weight for reason in found) < UNSURE - REST:
        return tuple(found)
    for ask in _QUESTIONS:
        found.extend(ask(left, right))
    return tuple(found)


def likeness(left: Telling, right: Telling) -> float:
    """The total of the reasons, the same whichever comes first."""
    if right.id < left.id:
        left, right = right, left
    return round(sum(reason.weight for reason in reasons(left, right)), 3)


def score(left: Telling, right: Telling) -> Decision:
    """The rule's decision on a pair. A total at or above `SURE` is `same`, under `UNSURE` is `different`."""
    if right.id < left.id:
        left, right = right, left
    why = reasons(left, right)
    total = round(sum(reason.weight for reason in why), 3)
    verdict: Verdict = "same" if total >= SURE else "unsure" if total >= UNSURE else "different"
    by = f"{RULE}{NAME}"
    return Decision(decision_id(left.id, right.id, verdict, by, None), left.id, right.id, verdict, total, why, by)


def _type(left: Telling, right: Telling) -> Iterable[Reason]:
    if left.type == right.type:
        yield Reason("type", 0.5, left.type)
    elif family(left.type) == family(right.type):
        shared = {*left.types} & {*right.types}
        # A march and the tear gas against it are one; an arrest after an attack is another happening.
        apart = {left.type, right.type} == {"ASSAULT", "COERCE"}
        yield Reason("type", 0.4 if shared else -0.4 if apart else 0.1, f"{left.type}, {right.type}")
    else:
        yield Reason("type", NEVER, f"{left.type}, {right.type}")


def _place(left: Telling, right: Telling) -> Iterable[Reason]:
    if left.place is None or right.place is None:
        yield from _named_beside(left, right)
        return
    if left.country and right.country and left.country != right.country:
        yield Reason("place", NEVER, f"{left.country}, {right.country}")
        return
    if plain(left.place) == plain(right.place):
        yield Reason("place", 0.8 if wide(left) else 2.0, left.place)
        return
    detail = f"{left.place}, {right.place}"
    if wide(left) or wide(right):
        within = holds(left, right) if wide(left) else holds(right, left)
        if within or (wide(left) and wide(right) and holds(right, left)):
            yield Reason("place", 0.4, f"{detail}: one lies in the other")
        else:
            yield Reason("place", -1.0, f"{detail}: neither lies in the other")
        return
    if plain(left.place) in names(right) or plain(right.place) in names(left):
        yield Reason("place", 1.6, f"{detail}: named together")
        return
    yield from _distance(left, right, detail)


def _named_beside(left: Telling, right: Telling) -> Iterable[Reason]:
    """What has no place of its own, told beside the other's place: this speaks for it, and nothing against it."""
    placed, other = (left, right) if left.place is not None else (right, left)
    if placed.place is not None and not wide(placed) and plain(placed.place) in names(other):
        yield Reason("place", BESIDE, f"{placed.place}: named beside it")


def _distance(left: Telling, right: Telling, detail: str) -> Iterable[Reason]:
    far = kilometres(left, right)
    if family(left.type) == "release" and (far is None or far > NEAR_KM):
        yield Reason("place", -0.5, f"{detail}: whoever is freed or withdrawn goes from one place to another")
        return
    if far is None:
        yield Reason("place", -0.5, f"{detail}: names that no gazetteer has, or only one of them")
        return
    shown = f"{detail}: {far:.0f} km"
    if far <= SAME_TOWN_KM:
        yield Reason("place", 1.8, shown)
    elif far > NEAR_KM:
        yield Reason("place", NEVER if far > 2 * NEAR_KM else -2.0, shown)
    elif left.level == right.level == "city":
        yield Reason("place", -1.0, f"{shown}, two towns")
    else:
        yield Reason("place", 1.0, shown)


def _time(left: Telling, right: Telling) -> Iterable[Reason]:
    one, other = _range(left), _range(right)
    if one is None and other is None:
        yield from _undated(left, right)
        return
    if one is None or other is None:
        known, undated = (one or other), (left if one is None else right)
        published = day_of(undated.published)
        if known is not None and published is not None:
            late = (published - known[0]).days
            planned = undated.status == "planned"
            if late < -1 and not planned:
                yield Reason("time", NEVER, "told before it happened")
            elif late > LAST and not planned:
                yield Reason("time", -1.0, f"undated, {late} days later")
            else:
                yield Reason("time", 0.3, "only one is dated")
        return
    gap = max((other[0] - one[1]).days, (one[0] - other[1]).days)
    detail = f"{one[0]}, {other[0]}"
    if gap <= 0:
        exact = one[0] == other[0] and max((one[1] - one[0]).days, (other[1] - other[0]).days) <= 1
        yield Reason("time", 1.0 if exact else 0.6, detail)
    else:
        yield Reason("time", {1: -0.3, 2: -1.5, 3: -2.5}.get(gap, NEVER), f"{detail}: {gap} days apart")


def _undated(left: Telling, right: Telling) -> Iterable[Reason]:
    one, other = day_of(left.published), day_of(right.published)
    if one is not None and other is not None:
        apart = abs((one - other).days)
        yield Reason("time", 0.2 if apart <= 2 else -1.0, f"undated, published {apart} days apart")


def _range(telling: Telling) -> tuple[date, date] | None:
    first, last = day_of(telling.start or telling.end), day_of(telling.end or telling.start)
    if first is None or last is None:
        return None
    return (first, last) if first <= last else (last, first)


def _mode(left: Telling, right: Telling) -> Iterable[Reason]:
    one, other = left.mode, right.mode
    if one is None or other is None or left.type != right.type:
        return
    detail = f"{one}, {other}"
    if one == other:
        yield Reason("mode", 0.4, one)
    elif one in RESULTS or other in RESULTS:
        return
    elif one in REMOTE and other in REMOTE:
        yield Reason("mode", -0.5, detail)  # reports mix up bombs, rockets and drones
    elif {one, other} <= RAID:
        yield Reason("mode", -0.3, detail)
    else:
        yield Reason("mode", -0.9, detail)


def _actors(left: Telling, right: Telling) -> Iterable[Reason]:
    one, other = _named(left.actors), _named(right.actors)
    if shared := one & other | _kin(one, other):
        yield Reason("actors", 0.5, ", ".join(sorted(shared)))
    elif one and other and one & _named(right.recipients) and other & _named(left.recipients):
        yield Reason("actors", 0.3, "each the other's, as one attacks and one is attacked")
    elif one and other:
        accused = _named((*left.denied_by, *left.attributed_to)) & _named((*right.denied_by, *right.attributed_to))
        yield Reason("actors", 0.0 if accused else -0.3, f"{', '.join(sorted(one))}; {', '.join(sorted(other))}")
    yield from _recipients(left, right)


def _kin(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Names of which one holds the other, such as a union and its council; not of one word, which means too much."""
    return frozenset(
        short
        for first in one
        for second in other
        for short, long in [sorted((first, second), key=len)]
        if " " in short and set(short.split()) < set(long.split())
    )


def _recipients(left: Telling, right: Telling) -> Iterable[Reason]:
    """Whom it befell. Victims go by many names; those who are freed, or talked with, by one or two."""
    one, other = _named(left.recipients), _named(right.recipients)
    if shared := one & other:
        rare = any(" " in name for name in shared)  # "market women", not "civilians"
        yield Reason("recipients", 0.5 if rare else 0.3, ", ".join(sorted(shared)))
    elif family(left.type) != "force" and _specific(left.recipients) and _specific(right.recipients):
        yield Reason("recipients", -1.2, f"{', '.join(sorted(one))}; {', '.join(sorted(other))}")


def _specific(names_: tuple[str, ...]) -> bool:
    """Whether any is more than a word for people: "M23", "market women", not "detainees"."""
    return any(" " in name.removeprefix("the ") or name != name.lower() for name in names_)


@lru_cache(maxsize=65536)
def _named(names_: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.replace("’", "'").casefold() for name in names_)


def _weapons(left: Telling, right: Telling) -> Iterable[Reason]:
    one, other = ({word.casefold().rstrip("s") for word in telling.weapons} for telling in (left, right))
    if shared := one & other:
        yield Reason("weapon", 0.2, ", ".join(sorted(shared)))


def _figures(left: Telling, right: Telling) -> Iterable[Reason]:
    """Equal figures, figures that can both be true or follow one another, figures that can not."""
    equal: list[tuple[str, int]] = []
    near: list[str] = []
    apart: list[str] = []
    for measure, low, high in left.figures:
        for other, lower, higher in right.figures:
            if measure == other:
                _compare((low, high), (lower, higher), measure, equal, near, apart)
    if equal:
        # Three dead on one day are common; 27 are not.
        weight = sum((0.5 if number > 9 else 0.25 if number > 2 else 0.1) for _, number in equal)
        yield Reason("figures", min(1.2, weight), ", ".join(sorted({f"{number} {name}" for name, number in equal})))
    elif near:
        yield Reason("figures", 0.2, f"{near[0]}: may follow one another")
    elif apart:
        yield Reason("figures", -0.7, f"{apart[0]}: too far apart to follow one another")


def _compare(
    one: tuple[int | None, int | None],
    other: tuple[int | None, int | None],
    measure: str,
    equal: list[tuple[str, int]],
    near: list[str],
    apart: list[str],
) -> None:
    number, against = (bounds[0] if bounds[0] is not None else bounds[1] for bounds in (one, other))
    if number is None or against is None:
        return
    if number == against:
        equal.append((measure, number))
    elif max(number, against) <= 3 * min(number, against) + 5:  # 5 at first, 18 by the evening
        near.append(measure)
    else:
        apart.append(measure)


@lru_cache(maxsize=65536)
def _word_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def wording(left: Telling, right: Telling) -> Iterable[Reason]:
    """How many of the shorter telling's words the other has."""
    one, other = _word_set(left.words), _word_set(right.words)
    least = min(len(one), len(other))
    if least < 5:
        return
    share = len(one & other) / least
    # Of sixteen words or more, half of the pairs of one incident in the gold share 30 %, of two incidents 10 %. A
    # sentence alone shows only that two are alike, never that they are not.
    floor = -0.4 if least >= 16 else 0.0
    if share >= 0.9 and least >= 16:
        yield Reason("wording", 2.0, f"{share:.0%} of the words: one text")
        return
    yield Reason("wording", round(max(floor, min(1.2, 3 * (share - 0.15))), 3), f"{share:.0%} of the words")


_QUESTIONS: tuple[Callable[[Telling, Telling], Iterable[Reason]], ...] = (
    _mode, _actors, _weapons, _figures, wording,
)  # fmt: skip
