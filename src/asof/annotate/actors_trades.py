"""Bodies told by their trade or matter: "a doctors' group", "the rights organisation".

News brings up "a doctors' group" and names it afterwards. So an indefinite one is no body that was named before, and
one of another place, or "another" one, is not the body that the report names: it stays itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..reading import Token
from .actors_candidates import Candidate
from .actors_likeness import fits
from .actors_referents import Referent

if TYPE_CHECKING:
    from .actors_coreference import Linker

BODIES = frozenset(
    """group network union association organisation organization committee society syndicate body charity ngo collective
    agency league federation service monitor watchdog""".split()
)
# Words of one trade or matter, of which a name may have another than the description.
TRADES = tuple(
    frozenset(words.split())
    for words in (
        "doctor medic medical physician paramedic", "lawyer legal bar advocate attorney", "teacher education",
        "right rights", "monitor monitoring observatory watch watchdog", "aid relief humanitarian rescue",
        "journalist press reporter", "student", "worker labour labor", "farmer peasant", "nurse", "trader merchant",
        "woman", "ambulance", "election electoral", "miner mining", "driver transport",
    )
)  # fmt: skip
# Sorts of bodies that are told apart by name as well: "a doctors' union" is no network, nor is "a medical charity".
SORTS = (
    frozenset({"union", "syndicate", "association", "federation", "league"}),
    frozenset({"charity", "ngo", "society", "organisation", "organization"}),
)
# Not the one that the report is about.
APART = frozenset({"local", "another", "other", "second", "third", "different", "separate", "rival", "regional"})


def of_trade(linker: Linker, candidate: Candidate) -> Referent | None:
    """The report's one body whose name tells the trade or matter of these words, and which they fit."""
    if candidate.lemma not in BODIES or candidate.number != "one":
        return None
    said = {token.lower for token in linker.reading.tokens[candidate.first : candidate.head.i]}
    before = {c.lemma.lower() for c in candidate.head.children if c.dep in ("poss", "compound", "amod", "nmod")}
    trade = next((one for one in TRADES if not before.isdisjoint(one)), None)
    if trade is None or not said.isdisjoint(APART):
        return None
    bodies = (r for r in linker.referents if r.named and r.kind == "organisation")
    found = [r for r in bodies if r.sector not in ("REB", "MIL") and not trade.isdisjoint(stems(r))]
    return found[0] if len(found) == 1 and _meant(linker, candidate, found[0]) else None


def _meant(linker: Linker, candidate: Candidate, body: Referent) -> bool:
    """Whether the words may mean this body."""
    if not fits(candidate, body) or not all(_its_place(linker, word, body) for word in _places(linker, candidate)):
        return False
    named = min(member.first for member in body.members if member.form == "name")
    return candidate.definite or (named > candidate.first and _of_its_sort(candidate, body))


def _of_its_sort(candidate: Candidate, body: Referent) -> bool:
    """Whether the name has no word for another sort of body."""
    sort = next((one for one in SORTS if candidate.lemma in one), None)
    return sort is None or stems(body).isdisjoint(BODIES - sort)


def _places(linker: Linker, candidate: Candidate) -> Iterator[Token]:
    """The words for a place of its own: "a Kenyan doctors' union", "… in Nairobi", "a Nairobi-based …"."""
    head = candidate.head
    phrase = linker.reading.tokens[candidate.first : head.i]
    based = [c for c in head.children if c.dep == "acl" and c.lower in ("based", "headquartered")]
    behind = [c for c in (*head.children, *(v for one in based for v in one.children)) if c.dep == "prep"]
    where = [c.child("pobj") for c in behind if c.lower in ("in", "of", "from", "at")]
    for word in (*phrase, *(one for one in where if one is not None)):
        if word.pos == "PROPN" or word.i in linker.country_at:
            yield word


def _its_place(linker: Linker, word: Token, body: Referent) -> bool:
    """Whether the word is in the body's name, or is the country that it belongs to."""
    country = linker.country_at.get(word.i)
    return word.lower in stems(body) or (country is not None and country == body.country)


def stems(referent: Referent) -> set[str]:
    """The words of its names in the singular, without possessives."""
    words = (word.replace("’", "'") for name in referent.names for word in name)
    return {word.removesuffix("'s").rstrip("'").removesuffix("s") for word in words}
