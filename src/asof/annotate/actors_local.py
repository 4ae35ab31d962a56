"""Bodies below the state: "Zamfara police", "the Kerala government", "the state government".

A police force or government that the words give to a place is that place's own, and bare "police" are
meant to be it where the report has named just one. Whom a report calls "the state government" rules the
division of the country that most of its places lie in. Does not tell what level a place has.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..reading import Token
from ..vocabulary.actors import Entry, nouns, slug
from .actors_candidates import Candidate
from .actors_phrases import words_of
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

BODIES = frozenset({"police", "government", "administration", "authority", "parliament", "assembly", "legislature",
                    "cabinet"})  # fmt: skip
DIVISIONS = frozenset({"state", "provincial", "regional", "departmental", "county", "cantonal", "oblast",
                       "governorate", "district", "municipal", "city", "metropolitan"})  # fmt: skip
FEDERATED = frozenset({"state", "provincial", "regional"})


def local(linker: Linker, candidate: Candidate) -> Referent | None:
    """The body of the place that its words name, else the local one that the report can only mean."""
    if candidate.lemma not in BODIES or candidate.country is not None:
        return None
    before = _before(linker, candidate)
    place = _place(linker, before)
    if place:
        return _made(linker, candidate.lemma, place)
    behind = _behind(linker, candidate)
    if behind:
        return _made(linker, candidate.lemma, behind)
    between = {t.lower for t in before}
    if candidate.lemma == "government" and between & FEDERATED:
        known = _known(linker, candidate.lemma)
        region = _region(linker) if known is None else None
        return _made(linker, candidate.lemma, region) if region else known
    modifiers = {c.lower for c in candidate.head.children if c.i < candidate.head.i and c.dep in ("amod", "compound")}
    if candidate.lemma == "police" and not modifiers:
        return _known(linker, candidate.lemma)
    return None


def _before(linker: Linker, candidate: Candidate) -> list[Token]:
    """The words right before the noun that may name its place, the nearest first."""
    found = []
    for k in range(candidate.head.i - 1, max(candidate.head.i - 6, candidate.head.sentence.tokens[0].i - 1), -1):
        token = linker.reading.tokens[k]
        if token.pos != "PROPN" and token.lower not in DIVISIONS and token.lower not in ("'s", "’s", "-"):
            break
        found.append(token)
    return found


def _behind(linker: Linker, candidate: Candidate) -> str | None:
    """The place that "of" or "in" names: "the departmental government of Cauca", "the authorities in Darfur"."""
    if candidate.lemma not in ("government", "administration", "authority"):
        return None
    for child in candidate.head.children:
        near = child.dep == "prep" and child.lower in ("of", "in") and child.i == candidate.head.i + 1
        place = child.child("pobj") if near else None
        if place is None or place.pos != "PROPN" or linker.roles.get(place.i) not in ("place", "name", "actor"):
            continue
        words = [t for t in place.subtree() if t.i <= place.i and t.dep != "det"]
        inside = child.lower == "in" and candidate.lemma != "authority"  # "the government in Kabul"
        if inside or any(t.i in linker.country_at or t.pos == "PUNCT" for t in words):
            continue
        return words_of(linker.reading, words[0].i, place.i)
    return None


def _place(linker: Linker, before: list[Token]) -> str | None:
    """The name of the place, without the word for its kind: "Zamfara state" is "Zamfara"."""
    named = [t for t in before if linker.roles.get(t.i) in ("place", "name", "actor", "origin")]
    named = [t for t in named if t.i not in linker.country_at and t.pos == "PROPN"]
    if not named or any(t.i in linker.country_at for t in before):
        return None
    while len(named) > 1 and named[0].lower in ("state", "province", "region"):
        named = named[1:]
    first, last = min(t.i for t in named), max(t.i for t in named)
    return words_of(linker.reading, first, last)


def _made(linker: Linker, lemma: str, place: str) -> Referent:
    name = f"Government of {place}" if lemma in ("government", "administration") else f"{place} {lemma}"
    if lemma == "authority":
        name = f"{place} authorities"
    key = f"local:{slug(place)}/{'government' if name.startswith('Government') else lemma}"
    found = linker.entry(Entry(key, name, "organisation", linker.country, nouns()[lemma].sector))
    found.number = "one"
    return found


def _known(linker: Linker, lemma: str) -> Referent | None:
    """The one local body of this kind that the report has brought up."""
    found = [r for r in linker.passed.values() if r.entry is not None and r.entry.id.startswith("local:")]
    found = [r for r in found if r.entry is not None and r.entry.id.endswith(f"/{lemma}")]
    return found[0] if len(found) == 1 else None


def _region(linker: Linker) -> str | None:
    """The division that most of the report's places lie in."""
    counts: Counter[str] = Counter()
    by_id = {place.id: place for place in linker.reading.places}
    for ref in linker.reading.place_refs:
        place = by_id.get(ref.place or "")
        if place is not None and place.admin1 and place.country == linker.country:
            counts[place.admin1] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0].removesuffix(" State").removesuffix(" Province")
