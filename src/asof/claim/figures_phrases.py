"""A verb with a word below it, of the kind of things that it can be said of: `vocabulary.measure_phrases` in a tree."""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measure_phrases as phrases
from ..vocabulary import measures as lexicon
from ..vocabulary import things
from .figures_counted import Counted, Measured, words_below
from .figures_forces import ARMED, SENT

CIVIL = frozenset({"people", "families", "households", "civilians", "women", "children"})


def said_together(verb: Token, rows: tuple[phrases.Phrase, ...], item: Counted, kind: str | None) -> Measured | None:
    """What the verb says together with a word below it: "were laid to rest", "reduced to ash", "not seen since"."""
    if not rows:
        return None
    below = words_below(verb) | {child.lower for child in (*verb.children, *item.head.children)}
    denied = verb.child("neg") is not None
    for row in rows:
        if "not" in row.words:
            if denied and suits(row.kind, item, kind):
                return Measured(row.measure, verb, by_denial=True)
        elif row.words & below and suits(row.kind, item, kind):
            return Measured(row.measure, verb)
    return None


def suits(wanted: phrases.Counted, item: Counted, kind: str | None) -> bool:
    """Whether what is counted is of this kind; a bare number stands for people."""
    word = item.word
    bare = item.noun is None or word in ("others", "more", "them", "whom", "those", "these")
    if wanted == "people":
        return bare or kind is not None
    if wanted == "settled":
        return kind in CIVIL or kind == "migrants"
    if wanted == "captives":
        return kind in lexicon.DETAINED_GROUPS or kind in ("suspects", "escapees") or taken(item.noun)
    if wanted == "armed":
        return kind in ARMED or kind in SENT or word in things.UNITS_OF_TROOPS
    if wanted == "structures":
        return word in things.STRUCTURES
    if wanted == "munitions":
        return word in things.MUNITIONS
    if wanted == "supplies":
        return word in things.SUPPLIES
    return word in things.WEAPONS or word in things.MUNITIONS


def taken(noun: Token | None) -> bool:
    """Whether what is counted is told to have been abducted or held: "of the 23 workers who were seized"."""
    if noun is None:
        return False
    held = [c for c in noun.children if c.dep in ("amod", "acl", "relcl") and c.tag in ("VBN", "VBD", "JJ")]
    return any(
        (lexicon.STATES.get(c.lower) or lexicon.PATIENT_VERBS.get(c.lemma)) in ("abducted", "held", "captured")
        or c.lemma == "seize"
        for c in held
    )
