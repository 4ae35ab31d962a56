"""Counts of those who come armed or vote: attackers of a place, troops that are sent or stand there, votes cast.

Attackers are counted by what they do, troops by where they are. A handful of soldiers is no deployment.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import things
from .figures_counted import Counted, Measured, several, words_below

ARMED = frozenset(
    {"soldiers", "fighters", "rebels", "militants", "police officers", "combatants", "officers", "gunmen", "attackers"}
)
SENT = frozenset({"soldiers", "peacekeepers", "police officers", "monitors", "officers"})
_RAIDERS = frozenset({"rebels", "militants", "gunmen", "attackers", "fighters", "combatants"})
_ATTACKING = frozenset(
    """
    attack storm raid ambush overrun assault invade besiege descend swoop infiltrate
    """.split()
)
# With one of these words below it, a verb tells of an attack: "opened fire", "burst into the compound".
_TOGETHER: dict[str, frozenset[str]] = {
    "open": frozenset({"fire", "up"}),
    "burst": frozenset({"into", "in"}),
    "break": frozenset({"into"}),
    "force": frozenset({"way"}),
    "shoot": frozenset({"way", "into"}),
    "take": frozenset({"part"}),
    "carry": frozenset({"attack", "assault", "raid"}),
    "launch": frozenset({"attack", "assault", "raid"}),
    "blow": frozenset({"himself", "herself", "themselves"}),
}
_MOVING = frozenset({"move", "head", "travel", "march", "fly", "go"})
_ARRIVING = frozenset({"enter", "arrive", "reach", "patrol", "guard", "secure", "man", "reinforce", "land"})
# How few soldiers or policemen who enter a place or patrol it are a deployment: 20 a platoon; 2, 5, 10 tell of a visit.
_PLATOON = 20
_VOTERS = frozenset(
    """
    members countries states nations delegations lawmakers legislators senators deputies mps parliamentarians judges
    councillors delegates voters parties ministers shareholders
    """.split()
)
_MOTIONS = frozenset(
    """
    resolution motion bill text draft measure amendment ceasefire proposal impeachment budget law treaty decision
    """.split()
)
_BACKING = frozenset({"back", "support", "approve", "endorse", "adopt", "favour", "favor"})
_OPPOSING = frozenset({"oppose", "reject"})


def of_forces(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """The measure of an armed subject: "about 50 gunmen stormed …", "150 officers have entered the town"."""
    lemma = verb.lemma
    attacking = lemma in _ATTACKING or bool(lemma in _TOGETHER and _TOGETHER[lemma] & (_near(verb) | words_below(verb)))
    passive = verb.child("auxpass") is not None
    active = item.head.dep == "pobj" if passive else verb.tag != "VBN" or verb.child("aux") is not None
    if attacking and active:
        if kind in _RAIDERS or (kind in ("men", "people") and lemma != "take" and _armed(item, verb)):
            return Measured("attackers", verb) if several(item, 2) else None
        return None
    zero = item.quantity.value == 0
    if kind in SENT and lemma == "set" and "foot" in words_below(verb):
        return Measured("deployed", verb)
    if kind in SENT and lemma in _MOVING and not zero and to_a_place(verb):
        return Measured("deployed", verb) if several(item, _PLATOON) else None  # "800 soldiers are moving to …"
    if kind in SENT and lemma in _ARRIVING and verb.child("auxpass") is None and not zero:
        return Measured("deployed", verb) if several(item, _PLATOON) else None
    return None


def to_a_place(verb: Token) -> bool:
    """Whether somebody goes, or is sent, to a place: "to Catatumbo", "into the town", not "into retirement"."""
    targets = (p.child("pobj") for p in verb.children if p.lower in ("to", "into", "toward", "towards", "onto"))
    return any(target is not None and (target.pos == "PROPN" or target.lower in _GROUNDS) for target in targets)


def _near(verb: Token) -> set[str]:
    return {child.lower for child in verb.children}


def _armed(item: Counted, verb: Token) -> bool:
    """Whether the men are said to be armed, or do what the armed do: "armed men", "men with rifles"."""
    noun = item.noun
    if noun is None or noun.lower not in ("men", "people", "youths", "persons", "individuals"):
        return False
    below = {t.lower for t in noun.subtree()} | _near(verb) | words_below(verb)
    return bool(below & {"armed", "masked", "hooded", "rifles", "guns", "weapons", "fire", "camouflage", "uniforms"})


_KEEPING = frozenset({"have", "keep", "maintain", "post", "base", "retain", "field", "mass", "amass", "garrison"})


def in_place(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """Troops that somebody has somewhere: "still has about 200 officers in the country"."""
    if verb.lemma not in _KEEPING:
        return None
    if (kind not in SENT and item.word not in things.UNITS_OF_TROOPS) or item.quantity.value == 0:
        return None
    subject = verb.child("nsubj")
    if (
        subject is not None
        and subject.lemma in ("mission", "force", "contingent", "operation")
        and verb.lemma == "have"
    ):
        return Measured("deployed", verb, unit=None if kind else item.word)
    for word in (verb, item.head):
        for child in word.children:
            place = child.child("pobj") if child.lower in ("in", "at", "on", "inside", "along", "near") else None
            if place is not None and (place.pos == "PROPN" or place.lower in _GROUNDS):
                return Measured("deployed", verb, unit=None if kind else item.word)
    return None


_GROUNDS = frozenset(
    """
    country region area province territory enclave city town capital east west north south island border frontier
    ground zone valley base bases
    """.split()
)


def of_votes(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """Votes: "thirteen members backed the resolution", "nine voted against", "two abstained"."""
    lemma = verb.lemma
    voters = item.noun is None or item.word in _VOTERS or item.word in ("others", "more")
    if not voters or item.quantity.value == 0:
        return None
    if lemma == "vote":
        below = words_below(verb) | _near(verb)
        if "against" in below:
            return Measured("votes_against", verb, unit=_unit(item))
        return Measured("votes_for", verb, unit=_unit(item)) if below & {"for", "favour", "favor"} else None
    if lemma == "abstain":
        return Measured("abstentions", verb, unit=_unit(item))
    object_ = verb.child("dobj")
    if object_ is not None and object_.lower in _MOTIONS and (item.noun is not None or lemma in _OPPOSING):
        if lemma in _BACKING:
            return Measured("votes_for", verb, unit=_unit(item))
        if lemma in _OPPOSING:
            return Measured("votes_against", verb, unit=_unit(item))
    return None


def _unit(item: Counted) -> str:
    return item.word if item.word in _VOTERS else "members"
