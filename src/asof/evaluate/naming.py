"""Whether two names mean the same actor or place, as a careful reader would judge.

Equal are: other case, accents, articles, titles; a state, its government and its capital where that
stands for it; "Sudanese army" and "army of Sudan"; an acronym and what it abbreviates; the surname
and the full name of a person; an unnamed one described in more or fewer words ("a local official",
"an official"). One name inside another is not enough: "M23 police" is not "M23".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from .align import bare

REGISTRY = Path(__file__).parents[1] / "vocabulary" / "actors"
FILLERS = frozenset("a an the of for and in on to at s".split())
TITLES = frozenset(
    "mr mrs ms dr prof professor sir president vice prime minister chancellor king queen prince sheikh ayatollah imam "
    "pope bishop archbishop cardinal pastor father sister governor mayor senator general gen colonel col major maj "
    "captain capt lieutenant lt sergeant sgt brigadier commander admiral ambassador secretary spokesman spokeswoman "
    "spokesperson deputy former acting foreign defence defense interior leader chief envoy judge".split()
)
KINDS = frozenset("province state department region governorate oblast prefecture of the".split())
GOVERNMENT = frozenset({"government", "authority"})
# The same body under two wordings, after plurals are folded.
SAME = {"military": "army", "armed force": "army", "foreign affair": "foreign", "defense": "defence"}
STOPS = re.compile(r"\s+(?:of|in|from|at|who|that|with|near|describing|suspected|accused|on|for)\s+")


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = REGISTRY / name
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")


def _names(row: dict[str, str], *columns: str) -> Iterator[str]:
    for column in columns:
        yield from (_spaced(name) for name in (row.get(column) or "").split("|") if name.strip())


@lru_cache(maxsize=1)
def _states() -> dict[str, frozenset[str]]:
    """Every name, alias, demonym and metonym of a state, bare, to the codes that it may mean."""
    found: dict[str, set[str]] = {}
    for row in _rows("states.tsv"):
        for name in _names(row, "name", "aliases", "demonyms", "metonyms"):
            found.setdefault(name, set()).add(row["iso3"])
    return {name: frozenset(codes) for name, codes in found.items()}


@lru_cache(maxsize=1)
def _bodies() -> dict[str, frozenset[tuple[str, ...]]]:
    """Every name of an organisation, a state's body or an armed group, bare, to the forms that it may stand for."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in (*_rows("organisations.tsv"), *_rows("armed_groups.tsv")):
        for name in _names(row, "name", "aliases"):
            found.setdefault(name, set()).add((_spaced(row["name"]),))
    for row in _rows("bodies.tsv"):  # "Ghana Armed Forces" is the army of Ghana
        for name in _names(row, "name", "aliases"):
            found.setdefault(name, set()).add(_settled((row["country"], *row["body"].split())))
    return {name: frozenset(names) for name, names in found.items()}


def _spaced(name: str) -> str:
    """Bare words with single spaces, without possessives and leading articles."""
    plain = re.sub(r"'s?(?=\s|$)", "", bare(name))
    words = re.findall(r"\w+", plain.replace(".", ""))
    while len(words) > 1 and words[0] in ("a", "an", "the"):
        words = words[1:]
    return " ".join(words)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4096)
def forms(name: str) -> frozenset[tuple[str, ...]]:
    """The canonical forms of a name: sorted words, states as codes; several where a demonym is ambiguous."""
    whole = _spaced(name)
    if whole in _states():
        return frozenset((code,) for code in _states()[whole])
    if whole in _bodies():
        return _bodies()[whole]
    words = whole.split()
    found: list[tuple[str, ...]] = [()]
    k = 0
    while k < len(words):
        length = next((n for n in (4, 3, 2, 1) if " ".join(words[k : k + n]) in _states() and k + n <= len(words)), 0)
        if length:
            heads = sorted(_states()[" ".join(words[k : k + length])])
        else:
            length, heads = 1, [] if words[k] in FILLERS else [_singular(words[k])]
        found = [(*form, head) for form in found for head in heads] if heads else found
        k += length
    return frozenset(_settled(form) for form in found)


def _settled(form: tuple[str, ...]) -> tuple[str, ...]:
    words = " ".join(form)
    for wording, settled in SAME.items():
        words = re.sub(rf"\b{wording}\b", settled, words)
    left = words.split()
    if len(left) == 2 and GOVERNMENT & set(left) and any(word.isupper() for word in left):
        left = [word for word in left if word not in GOVERNMENT]  # a state and its government are one actor here
    return tuple(sorted(left))


def acronym(short: str, long: str) -> bool:
    """Whether one word of capitals abbreviates the other name: "ICRC", "UNHCR"."""
    if not re.fullmatch(r"[A-Z][A-Za-z]{0,2}[A-Z0-9]+", short.replace(".", "")):
        return False
    words = re.findall(r"\w+", re.sub(r"['’]s?\b", "", long))
    kept = [word for word in words if word.lower() not in FILLERS]
    initials = "".join(w if w.isupper() and len(w) < 4 else w[0] for w in kept).upper()
    return short.replace(".", "").upper() in (initials, "".join(w[0] for w in words).upper())


def _unnamed(name: str) -> bool:
    first = re.sub(r"^(?:a|an|the|one|two|three|four|five|several|some)\s+", "", name.strip(), flags=re.IGNORECASE)
    return first[:1].islower()


def _described_alike(one: str, other: str) -> bool:
    """Two descriptions of an unnamed one: the same head, and one says all that the other says."""
    heads = [_singular(_spaced(STOPS.split(name, 1)[0]).split()[-1]) for name in (one, other)]
    sets = [{_singular(w) for w in _spaced(name).split()} - FILLERS for name in (one, other)]
    return heads[0] == heads[1] and (sets[0] <= sets[1] or sets[1] <= sets[0])


def _person_alike(one: str, other: str, person: bool) -> bool:
    """A surname and a full name of a human being, or a full name behind titles."""
    short, long = sorted((_spaced(one).split(), _spaced(other).split()), key=len)
    if not short or long[-len(short) :] != short:
        return False
    before = long[: -len(short)]
    titled = all(word in TITLES or word in _states() for word in before) and any(word in TITLES for word in before)
    return titled if len(short) > 1 else person


def same_actor(one: str | None, other: str | None, person: bool = False) -> bool:
    """Whether two names mean the same actor; `person` says that a human being is meant. Two nulls are the same."""
    if not one or not other:
        return not one and not other
    if _spaced(one) == _spaced(other) or forms(one) & forms(other):
        return True
    if acronym(one, other) or acronym(other, one):
        return True
    if _unnamed(one) or _unnamed(other):
        return _unnamed(one) and _unnamed(other) and _described_alike(one, other)
    return _person_alike(one, other, person) or _without_state(one, other)


def _without_state(one: str, other: str) -> bool:
    """A long name of a body, with and without its state: "State Emergency Service (of Ukraine)"."""
    for mine in forms(one):
        for theirs in forms(other):
            extra = set(mine) ^ set(theirs)
            if len(set(mine) & set(theirs)) >= 3 and len(extra) == 1 and next(iter(extra)).isupper():
                return True
    return False


def same_actors(gold: Sequence[str], ours: Sequence[str], people: Iterable[str] = ()) -> bool:
    """Whether two lists name the same set of actors."""
    left, known = list(ours), frozenset(people)
    if len(gold) != len(left):
        return False
    for name in gold:
        hit = next((other for other in left if same_actor(name, other, other in known)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def same_place(one: str, other: str) -> bool:
    """Whether two names of places are the same words, a word for their kind apart, or name the same state."""
    if _spaced(one) == _spaced(other) or forms(one) & forms(other):
        return True
    plain = [tuple(word for word in sorted(_spaced(name).split()) if word not in KINDS) for name in (one, other)]
    return plain[0] == plain[1] != ()
