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
    surrendered buried sheltered protesters evacuated
    """.split()
)


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
    beside = next(
        (d for d in reversed(drafts) if d.item.number.sentence is draft.item.number.sentence and d.whole is None), None
    )
    if beside is not None and beside.unit not in (None, "civilians", "people") and draft.measure in OF_PEOPLE:
        return beside.unit
    return "people" if draft.measure in OF_PEOPLE else None


def _group(noun: Token, measured: str) -> str:
    """The group that a noun stands for, with the force or the charity that it belongs to."""
    word = noun.lower
    if word in NOUNS and measured != "attacks":
        return next((g for c in noun.children if (g := people.group(c.lower))), "people")  # "12 civilian deaths"
    around = {c.lower for c in noun.children} | {
        g.lower for c in noun.children if c.lower == "of" for p in c.children for g in p.subtree()
    }
    group = people.group(word)
    if group is None:
        named = noun.text if noun.tag in ("NNPS", "NNP") else word
        return named if noun.tag in ("NNS", "NNPS") or measured not in OF_PEOPLE else "people"
    if group in ("members", "officials", "officers", "men") and around & people.MILITARY:
        return "soldiers"
    if group in ("members", "men", "officers") and around & people.POLICE:
        return "police officers"
    if group == "men":
        return "soldiers" if "own" in around else "men"
    if group in ("workers", "medical workers") and around & people.AID:
        return "aid workers"
    return group
