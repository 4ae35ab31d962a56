"""The name that an actor is shown by: a person's fullest name, a registry name, or the words of an unnamed one."""

from __future__ import annotations

import re

from ..vocabulary.actors import fold, nouns, registry
from .actors_bodies import OFFICES
from .actors_coreference import Linker
from .actors_phrases import words_of
from .actors_pronouns import tells
from .actors_referents import Referent

ARTICLES = frozenset({"a", "an", "the", "some", "two", "three", "four", "five"})
PRONOUN = re.compile(r"\b(?:his|her|its|their|my|our|your)\b", re.IGNORECASE)
POLICE = frozenset({"national", "federal"})
# Titles that a name of one word keeps, since people are known by both together: "Commander Zo", "Sheikh Thamer".
KEPT = frozenset(
    """commander comandante subcomandante captain sheikh shaikh mullah mollah imam father sister brother mother comrade
    ustad ustadh emir king queen prince princess pope saint general colonel major chief""".split()
)


def shown(referent: Referent) -> str:
    """The name to show."""
    names = [m for m in referent.members if m.form == "name" and m.kind == "person"]
    fullest = max(names, key=lambda m: len(m.words), default=None)  # of equals the first
    if fullest is not None and (referent.entry is None or (fullest.entry is None and len(fullest.words) > 1)):
        if len(fullest.words) == 1 and referent.entry is None and (referent.title or "").lower() in KEPT:
            return f"{referent.title} {fullest.name}"
        return fullest.name
    if referent.entry is None:
        return referent.name
    return _police(referent) or referent.entry.name


def _police(referent: Referent) -> str | None:
    """What the report calls a state's police: plain "police" where it tells no more, "Peruvian National Police"."""
    entry = referent.entry
    if entry is None or not entry.id.startswith("state:") or not entry.id.endswith("/police"):
        return None
    called = (t for m in referent.members for t in m.head.children if t.lower in POLICE and t.i < m.head.i)
    kind = next((token.lower for token in called if token.text[0].isupper()), None)
    if kind is not None and entry.country in registry().states:
        return f"{registry().states[entry.country].adjective} {kind.title()} Police"
    told = [m for m in referent.members if m.form != "pronoun"]
    named = any(m.head.dep == "compound" and m.head.head.lemma in ("service", "force") for m in told)
    bare = not named and all(m.form == "nominal" and m.country is None and m.head.lower == "police" for m in told)
    return "police" if bare else None


def described(referent: Referent, linker: Linker) -> str | None:
    """The words of an unnamed one made whole: whose it is, or of whom it is one; null where they are whole."""
    if referent.named or referent.entry is not None or not referent.members:
        return None
    return _one_of(referent, linker) or _possessed(referent, linker)


def _one_of(referent: Referent, linker: Linker) -> str | None:
    """ "one of them", when two residents spoke: "a resident"; "one of its officers": "a NISA officer"."""
    head = referent.members[0].head
    if head.lower != "one":
        return None
    whole = next((c.child("pobj") for c in head.children if c.dep == "prep" and c.lower == "of"), None)
    partner = linker.by_head.get(whole.i) if whole is not None else None
    if whole is None or partner is None:
        return None
    if partner.form == "pronoun":
        group = linker.of(partner)
        spoke = group is not None and any(tells(m.head) for m in group.members if m.head.i < head.i)
        if group is None or group.named or group.number != "many" or not spoke:
            return f"one of {partner.name}"
        return _a(group.members[0].lemma) if group.members[0].lemma in nouns() else None
    owner = whole.child("poss")
    possessor = linker.by_head.get(owner.i) if owner is not None else None
    body = linker.of(possessor) if possessor is not None else None
    if partner.form != "nominal" or partner.number != "many" or (owner is not None and body is None):
        return None
    if body is None:
        return f"one of {words_of(linker.reading, partner.first, partner.last)}"
    if not body.named or body.person:
        return None
    shortest = min((m.name for m in body.members if m.form == "name"), key=len, default=shown(body))
    return _a(f"{shortest} {partner.lemma}")


def _a(words: str) -> str:
    if not words:
        return ""
    initial = words.split()[0]
    spelled = initial.isupper() and len(initial) > 1  # "an M23 officer", "a UN guard"
    vowel = initial[0] in "AEFHILMNORSX" if spelled else initial[0].lower() in "aeiou"
    return f"{'an' if vowel else 'a'} {words}"


def _possessed(referent: Referent, linker: Linker) -> str | None:
    """By whose it is, where the words have a pronoun: "her lawyer" is "Nino Sharia's lawyer"."""
    owner = referent.members[0].head.child("poss")
    if owner is None or owner.tag != "PRP$" or not referent.name.lower().startswith(f"{owner.lower} "):
        return None
    partner = linker.by_head.get(owner.i)
    whose = linker.of(partner) if partner is not None else None
    if whose is None or whose is referent or not whose.members or whose.members[0].form == "pronoun":
        return None
    if owner.lower == "its" and whose.entry is not None and whose.entry.id.startswith("state:"):
        return None  # a thing's "its" goes to the nearest state too easily: "a ship under Iran's flag … its owner"
    if referent.members[0].lemma == "counterpart" and whose.person:
        return _counterpart(referent.name.split()[1:-1], whose)
    name = shown(whose)
    if not whose.named:
        name = re.split(r" (?:in|at|from) ", name)[0]
        name = name if name.split()[0].lower() in ARTICLES else f"the {name}"
    if name.split()[-1].endswith(("'s", "’s")) or (not whose.named and PRONOUN.search(name)):
        return None
    ending = "'" if name.endswith("s") and whose.number == "many" else "'s"
    return f"{name}{ending}{referent.name[len(owner.text) :]}"


def _counterpart(adjectives: list[str], other: Referent) -> str | None:
    """ "his Armenian counterpart", when a prime minister's: "the Armenian prime minister"."""
    told = (m.name for m in other.members if m.form == "nominal")
    office = other.title or next(told, "")
    words = fold(office).lower().split(" of ")[0].split()
    plain = " ".join(w for w in words if w not in ARTICLES and w not in registry().demonyms)
    offices = (*OFFICES, "minister", "foreign secretary")
    return f"the {' '.join(adjectives)} {plain}" if adjectives and plain.endswith(offices) else None
