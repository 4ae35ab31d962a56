"""Which place of a name is meant: the names of a report decide for each other.

Every name votes for the countries, states and stretches of land where it may lie, a name with one
meaning with its whole weight. A candidate's score is how well it is known, and how much of the rest
of the report lies where it lies. "Paris, Texas" needs no votes. Nothing is sent to a capital by default.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor

from ..vocabulary.places import Entry

# Weights of the evidence against one step of rank (ten times the people). Set by reasoning about cases, not fitted:
# a container named next to the name outdoes any population; one country for the whole report is worth a hundredfold.
OWN_NAME, COUNTRY, STATE, NEAR, CONTAINED, HOME = 0.8, 2.2, 3.0, 1.2, 9.0, 1.5
LOCAL = 0.3  # what fame is worth where the paper carries the name: little, its neighbours decide
SHARPNESS = 0.6  # how strongly a better known bearer of a name outvotes the others: weight 10 ** (SHARPNESS * rank)
CELL = 1.5  # degrees: the side of a square in which names count as near
COMPASS = frozenset("north south east west northern southern eastern western central".split())
AROUND = tuple((a, b) for a in (-1, 0, 1) for b in (-1, 0, 1))
FAINT = 0.002  # votes below this share change nothing
# Ranks of towns of 15,000 and 80,000: one smaller is not meant abroad unless something speaks for its country;
# the second holds where the name is not even its own.
SMALL, MIDDLING = 4.2, 4.9
ABOUT, SPOKEN = 2.0, 0.04  # votes that make a report about a country, the share that makes it speak of another
MOST = 40  # bearers of a name that are weighed, the best known first
ENOUGH = 2.0  # neighbours beyond this many add nothing


@dataclass(slots=True)
class Surface:
    """One name as the report writes it, however often: who may be meant and who says it stands with it.

    `containers`: states and countries named right after it ("Paris, Texas"), as entries.
    """

    key: str
    entries: tuple[Entry, ...]
    count: int = 1
    containers: list[tuple[Entry, ...]] = field(default_factory=list)
    division: bool = False  # followed by "state", "province", "oblast"
    local: bool = False  # in the publisher's name or address: a town's paper means its own town
    shares: tuple[float, ...] = ()
    priors: tuple[float, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Votes:
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    states: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    cells: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    total: float = 0.0

    def add(self, surface: Surface, sign: float = 1.0) -> None:
        weight = sign * min(surface.count, 4) ** 0.5
        for entry, share, cell in zip(surface.entries, surface.shares, surface.cells, strict=True):
            if share < FAINT:
                continue
            vote = weight * share
            if entry.country:
                self.countries[entry.country] += vote
                if entry.admin1 and entry.level != "country":
                    self.states[entry.country, entry.admin1] += vote
            if entry.level not in ("country", "admin1"):
                self.cells[cell] += vote
        self.total += weight


def _cell(entry: Entry) -> tuple[int, int]:
    return floor(entry.lat / CELL), floor(entry.lon / CELL)


def resolve(surfaces: Sequence[Surface], home: Mapping[str, float]) -> dict[str, tuple[Entry, float]]:
    """For each name the place that is meant and how surely (0 to 1); names that no place fits are absent.

    `home` are countries (alpha-3) that something outside the text speaks for, with weights: the
    publisher's domain, adjectives ("Sudanese").
    """
    known = [surface for surface in surfaces if surface.entries]
    for surface in known:
        surface.entries = surface.entries[:MOST]
        surface.priors = tuple(_prior(surface, entry) for entry in surface.entries)
        surface.cells = tuple(_cell(entry) for entry in surface.entries)
        surface.shares = _shares(surface.priors)
    open_ones = [surface for surface in known if len(surface.entries) > 1]
    scores: list[list[float]] = []
    for _ in range(3):
        votes = _Votes()
        for surface in known:
            votes.add(surface)
        scores = []
        for surface in open_ones:
            votes.add(surface, -1.0)  # a name has no say about itself
            scores.append([_score(surface, k, votes, home) for k in range(len(surface.entries))])
            votes.add(surface)
        for surface, row in zip(open_ones, scores, strict=True):
            surface.shares = _shares(row)
    votes = _Votes()
    for surface in known:
        votes.add(surface)
    found = {}
    for surface in known:
        best = max(range(len(surface.shares)), key=surface.shares.__getitem__)
        if not _stray(surface, best, votes, home):
            found[surface.key] = (surface.entries[best], round(surface.shares[best], 3))
    return found


def _stray(surface: Surface, k: int, votes: _Votes, home: Mapping[str, float]) -> bool:
    """Whether only a small namesake was found, in a country of which nothing else in the report speaks.

    The place that is meant is one that the gazetteer lacks.
    """
    entry = surface.entries[k]
    bare = entry.level == "admin1" and set(surface.key.split()) <= COMPASS  # "North West" of any country
    small = entry.level == "city" and entry.rank < (SMALL if entry.primary else MIDDLING)
    if entry.country is None or not (small or bare):
        return False
    if surface.local or surface.containers or entry.country in home:
        return False
    pairs = zip(surface.entries, surface.shares, strict=True)
    own = sum(share for other, share in pairs if other.country == entry.country)
    weight = min(surface.count, 4) ** 0.5
    rest, total = votes.countries[entry.country] - weight * own, votes.total - weight
    if total < ABOUT or rest > SPOKEN * total:
        return False
    return any(votes > total / 3 for votes in votes.countries.values())


def _shares(scores: Sequence[float]) -> tuple[float, ...]:
    best = max(scores)
    weights = [10 ** (SHARPNESS * (score - best)) for score in scores]
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def _prior(surface: Surface, entry: Entry) -> float:
    score = entry.rank * (LOCAL if surface.local else 1.0) + OWN_NAME * entry.primary
    if surface.division:
        score += 3.0 if entry.level in ("admin1", "admin2") else -1.0
    elif entry.level == "admin1" and any(
        other.level == "city" and other.rank > 4 and other.admin1 == entry.name and other.country == entry.country
        for other in surface.entries
    ):
        score -= 3.0  # Donetsk is the city unless "region" follows
    for container in surface.containers:
        if any(_inside(entry, around) for around in container):
            score += CONTAINED
    return score


def _inside(entry: Entry, around: Entry) -> bool:
    if entry.country != around.country or entry.key == around.key:
        return False
    return around.level == "country" or (around.level == "admin1" and entry.admin1 in (around.admin1, around.name))


def _score(surface: Surface, k: int, votes: _Votes, home: Mapping[str, float]) -> float:
    entry, score = surface.entries[k], surface.priors[k]
    total = max(votes.total, 1.0)
    if entry.country:
        score += COUNTRY * max(votes.countries[entry.country], 0.0) / total
        score += HOME * home.get(entry.country, 0.0)
        if entry.admin1 and entry.level != "country":
            score += STATE * max(votes.states[entry.country, entry.admin1], 0.0) / total
    if entry.level not in ("country", "admin1"):
        row, column = surface.cells[k]
        cells, near = votes.cells, 0.0
        for cell in ((row + a, column + b) for a, b in AROUND):
            if cell in cells:
                near += cells[cell]
        score += NEAR * min(max(near, 0.0), ENOUGH)
    return score


def home_countries(codes: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Weights of countries, brought to one at the most."""
    sums: dict[str, float] = defaultdict(float)
    for code, weight in codes:
        sums[code] += weight
    top = max(sums.values(), default=0.0)
    return {code: weight / max(top, 1.0) for code, weight in sorted(sums.items())}
