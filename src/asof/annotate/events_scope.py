"""What belongs to an event's words: its complements, and the words below it that tell nothing of their own.

A request swallows what it asks for: "urged them to withdraw" tells of no withdrawal.
"""

from __future__ import annotations

from collections.abc import Callable

from ..grammar import FINITE, patients, prepositional
from ..reading import Token
from ..vocabulary.codebooks import Frame
from .events_status import inverted_condition

# What is asked for, refused, promised or threatened is not itself an event: it decides the mode.
GOVERNING = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN", "CONCEDE"})
TAKEN = frozenset("arrest detain kidnap abduct capture seize kill wound hold jail".split())
LEFT_OUT = frozenset({"relcl", "advcl", "punct", "ccomp", "parataxis", "conj", "cc", "appos", "acl"})


def trimmed(token: Token) -> list[Token]:
    """The phrase of a token without relative clauses, appositions and coordinated clauses."""
    found = [token]
    for child in token.children:
        if child.dep not in LEFT_OUT or (child.dep == "conj" and child.pos in ("NOUN", "PROPN")):
            found.extend(trimmed(child))
    return found


def complements(token: Token) -> list[Token]:
    """Clauses and nouns that say what is promised, asked or refused."""
    found = [child for child in token.children if child.dep in ("xcomp", "ccomp") and not inverted_condition(child)]
    nouns = [*patients(token), *prepositional(token, "for", "to", "on", "against", "of", "in")]
    found.extend(nouns)
    found.extend(child for noun in nouns for child in noun.children if child.dep == "acl")
    if token.pos != "VERB":
        found.extend(child for child in token.children if child.dep in ("acl", "relcl"))
    return found


def content(top: Token) -> list[Token]:
    """What is asked or promised: the phrase without clauses that tell something of their own."""
    found = [top]
    for child in top.children:
        told = child.dep == "advcl" and any(c.dep in ("nsubj", "nsubjpass") for c in child.children)
        told = told or (child.dep == "conj" and child.tag in FINITE and top.tag == "VB")  # "to leave and offered …"
        # "ordered two men held in Ibarra to be charged"
        taken = child.dep == "acl" and child.tag == "VBN" and child.lemma in TAKEN
        if child.dep != "relcl" and not told and not taken:
            found.extend(content(child))
    return found


def swallowed(token: Token, frame: Frame, frame_of: Callable[[Token], Frame | None]) -> set[int]:
    """The words below an event's trigger that tell nothing of their own."""
    return _below(token, frame, frame_of) | _in_slot(token, frame, frame_of)


def _in_slot(token: Token, frame: Frame, frame_of: Callable[[Token], Frame | None]) -> set[int]:
    """The noun that the wording itself asks for after a preposition: "on strike" tells of no air strike."""
    if frame.object is None or frame.object_of is None or token.pos not in ("VERB", "AUX"):
        return set()
    nouns = [t for t in prepositional(token, *frame.object_of.split("|")) if t.lemma.lower() in frame.object.lemmas]
    return {t.i for t in nouns if (own := frame_of(t)) is not None and own.root != frame.root}


def _below(token: Token, frame: Frame, frame_of: Callable[[Token], Frame | None]) -> set[int]:
    if frame.root in GOVERNING:
        return {t.i for top in complements(token) for t in content(top)}
    if frame.root == "ACCUSE":  # "accused them of launching drones" says that they did; of lesser things it does not
        inside = {t.i: t for top in complements(token) for t in content(top)}
        for child in token.children:
            if child.dep == "prep":
                inside.update((t.i, t) for t in content(child))
        kept: set[int] = set()
        for t in inside.values():
            told = any(c.dep in ("prep", "acl", "relcl") for c in t.children)  # "condemned the attack on …"
            named = (
                told
                and t.pos == "NOUN"
                and (
                    (frame.mode == "disapprove" and t.dep == "dobj")
                    or (frame.mode == "allege" and t.dep == "pobj" and t.head.lower in ("for", "of", "with", "in"))
                )
            )
            if named or (t.pos == "VERB" and t.dep in ("pcomp", "conj", "ccomp")):
                inner = frame_of(t)
                deed = inner is not None and inner.root in ("ASSAULT", "COERCE")
                if inner is not None and inner.root == "MOBILIZE":  # "of having sent troops", not "of arming rebels"
                    deed = any(c.dep == "aux" and c.lower in ("having", "have") for c in t.children)
                if deed:
                    kept.update(below.i for below in t.subtree())
        return set(inside) - kept
    if frame.root in ("CONSULT", "SUPPORT"):  # the subject of talks is not told as happening
        topics = [*patients(token), *prepositional(token, "on", "about", "over")]
        return {t.i for top in topics for t in content(top)}
    if frame.root == "PROTEST":  # "marched to demand an end to the war": what they marched for
        aims = (c for c in token.children if c.dep in ("advcl", "xcomp") and any(t.lower == "to" for t in c.children))
        return {aim.i for aim in aims if getattr(frame_of(aim), "root", None) in ("REQUEST", "ACCUSE")}
    if frame.mode == "arrest":  # "arrested for throwing stones": a charge, not an event
        return {t.i for c in token.children if c.dep == "prep" and c.lower in ("for", "on") for t in c.subtree()}
    if token.pos == "VERB" and frame.object is not None and frame.object_of is None:
        found = [t for top in patients(token) for t in trimmed(top)]  # "signed a protocol on exchanging prisoners"
        return {t.i for t in found if getattr(frame_of(t), "root", None) != "PROTEST"}  # "broke up a march"
    return set()
