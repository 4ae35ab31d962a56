"""Who is counted: the group that a figure's `unit` shows.

The noun's own group, with the force or the charity that it belongs to; for "others" and bare numbers the group
of what was counted beside them. Does not decide the measure.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import people
from ..vocabulary.measures import NOUNS
from .figures_draft import Draft

OF_PEOPLE = frozenset(
    """
    killed injured missing trapped casualties rescued arrested abducted released promised_release held displaced
    surrendered buried sheltered protesters evacuated strikers expelled
    """.split()
)

_IN_HANDS = frozenset({"abducted", "held", "released", "rescued", "escaped", "captured"})


def unit_of(draft: Draft, drafts: list[Draft]) -> str | None:
    """The group counted: the noun's own, else for "others" and bare numbers that of what was counted beside it."""
    noun = draft.item.noun
    if (
        noun is not None
        and noun.lower not in ("others", "more", "them", "whom", "those", "which")
        and noun.pos != "NUM"
    ):
        return _group(noun, draft.measure)
    if draft.whole is not None:
        return drafts[draft.whole].unit
    if draft.measure not in OF_PEOPLE:
        return None
    beside = next((d for d in reversed(drafts) if _near(draft, d) and d.whole is None), None)
    return beside.unit if beside is not None and beside.unit not in (None, "civilians") else "people"


def _near(draft: Draft, other: Draft) -> bool:
    """Whether a bare number counts the same people: in one sentence, or where the told-of go from hand to hand."""
    here, there = draft.item.number.sentence, other.item.number.sentence
    if here is there:
        return True
    if draft.measure in _IN_HANDS:
        return other.measure in _IN_HANDS
    return draft.item.word in ("others", "more") and here.part is there.part and other.measure in OF_PEOPLE


def _group(noun: Token, measured: str) -> str:
    """The group that a noun stands for, with the force or the charity that it belongs to."""
    word = noun.lower
    if word in NOUNS and measured != "attacks":
        return next((g for c in noun.children if (g := people.group(c.lower))), "people")  # "12 civilian deaths"
    around = {c.lower for c in noun.children} | {
        g.lower for c in noun.children if c.lower == "of" for p in c.children for g in p.subtree()
    }
    if "forces" in around and "security" in {g.lower for c in noun.children for p in c.children for g in p.subtree()}:
        return "security forces"
    group = people.group(word)
    if group is None:
        named = noun.text if noun.tag in ("NNPS", "NNP") or noun.text[:-1].isupper() else word
        return named if noun.tag in ("NNS", "NNPS") or measured not in OF_PEOPLE else "people"
    if group in ("members", "officials", "officers", "men") and around & people.MILITARY:
        return "soldiers"
    if group in ("members", "men", "officers") and around & people.POLICE:
        return "police officers"
    trade = noun.child("compound")
    if group == "members":
        return _members(noun, trade)
    alone = noun.dep != "conj" and noun.child("conj") is None
    if group == "suspects" or (word in ("man", "woman") and alone):
        return "people"  # "a man was killed": one person
    if group == "men":
        return "soldiers" if "own" in around else "men"
    if group == "workers" and around & people.HEALTH and not around & people.AID:
        return "health workers"
    if group in ("workers", "health workers") and around & people.AID:
        return "aid workers"
    if group in ("workers", "security personnel") and noun.tag == "NNS" and trade is not None and trade.pos == "NOUN":
        return f"{trade.lower} {word}"  # "hotel employees", "bank guards"
    if group == "women" and any(c.dep == "conj" and people.group(c.lower) == "children" for c in noun.children):
        girls = next(c for c in noun.children if c.dep == "conj")
        return f"women and {girls.lower}" if girls.child("nummod") is None else group
    return group


# Bodies whose members are known by a name of their own.
_MEMBERS = {"parliament": "lawmakers", "assembly": "lawmakers", "congress": "lawmakers", "senate": "lawmakers",
            "family": "people", "public": "civilians", "community": "people", "household": "people",
            "gang": "gang members", "militia": "militia members", "crew": "crew members"}  # fmt: skip


_FIGHTING = frozenset("extremist terrorist rebel militant insurgent jihadist guerrilla separatist armed".split())


def _members(noun: Token, trade: Token | None) -> str:
    """Whose members they are: "gang members", "members of an Iraqi militia", "members of parliament"."""
    if trade is not None and trade.pos == "NOUN":
        return _MEMBERS.get(trade.lower, f"{trade.lower} members")
    of = next((c.child("pobj") for c in noun.children if c.lower == "of"), None)
    if of is not None and any(c.lower in _FIGHTING for c in of.children):
        return "fighters"  # "members of the extremist group"
    return _MEMBERS.get(of.lemma, "members") if of is not None else "members"
