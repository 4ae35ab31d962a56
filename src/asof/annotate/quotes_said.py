"""An attribution in the making, and the phrases it is made of.

Tokens only: which actor the source is, through which channel it speaks and what kind of quote it
becomes is decided when the attribution is complete.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ..model import Stance
from ..reading import Token

Ranges = list[tuple[int, int]]
LOOSE = frozenset({",", ";", ":", "-", "--", "–", "—", "―"})
SAYING = frozenset({"say", "tell", "report", "state", "announce", "claim", "write", "declare", "note", "warn", "add"})
GOING_ON = frozenset({"add", "cite", "quote", "say", "note", "stress", "warn", "claim", "insist", "call", "accuse"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})


@dataclass(slots=True, eq=False)
class Said:
    """`verb` is the word that attributes; `speaker` the head whose mention names who, `source` all words of that."""

    verb: Token
    cue: list[Token]
    source: list[Token]
    speaker: Token | None
    content: Ranges
    level: Literal["statement", "attitude"] = "attitude"
    stance: Stance = "states"
    frame: str = "direct"  # the construction: clause, infinitive, object, preposition, noun …
    direct: bool = False
    kind: Literal["direct", "indirect", "mixed"] = "indirect"
    relayed: Token | None = None
    carried: bool = False
    score: float = 1.0
    extra: list[Token] = field(default_factory=list)  # words beside the cue in which a channel may stand


def ranges(tokens: Iterable[Token]) -> Ranges:
    """The stretches of text that these tokens cover, without loose punctuation at their ends."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    found: Ranges = []
    for run in runs:
        first, last = 0, len(run)
        while first < last and (run[first].text in LOOSE or run[first].text in ".?!"):
            first += 1
        while first < last and (run[last - 1].text in LOOSE or run[last - 1].text == "."):
            last -= 1
        if any(token.pos != "PUNCT" for token in run[first:last]):
            found.append((run[first].start, run[last - 1].end))
    return found


def phrase(head: Token, stop: Token) -> list[Token]:
    """The noun phrase of a speaker: contiguous words around its head, on its side of the cue."""
    inside = {token.i: token for token in head.subtree()}
    found = [head]
    i = head.i - 1
    while i in inside and i != stop.i:
        found.insert(0, inside[i])
        i -= 1
    i = head.i + 1
    while i in inside and i != stop.i:
        found.append(inside[i])
        i += 1
    while len(found) > 1 and found[-1] is not head and found[-1].pos == "PUNCT" and found[-1].text not in "\"”’')":
        found.pop()
    while len(found) > 1 and found[0] is not head and found[0].pos == "PUNCT" and found[0].text not in "\"“‘'(":
        found.pop(0)
    return found


def subject(verb: Token, depth: int = 4) -> tuple[list[Token], Token | None]:
    """Words of the subject and the head of the noun they stand for; empty where nobody is named.

    A verb without a subject of its own borrows that of the verb it hangs on; a participle after a
    noun has that noun.
    """
    if any(child.dep == "expl" for child in verb.children):
        return [], None
    child = own_subject(verb)
    if child is not None:
        if child.tag in RELATIVE and verb.dep in ("relcl", "ccomp") and verb.head is not verb:
            return [child], antecedent(verb)
        return phrase(child, verb), child
    head = verb.head
    if depth == 0 or head is verb:
        return [], None
    if verb.dep == "pcomp" and head.lower == "as":  # "quoted a guard as saying"
        heard = head.head.child("dobj", "nsubjpass")
        if heard is not None:
            return phrase(heard, verb), heard
    outer = reporter(verb)
    if outer is not None:
        return subject(outer, depth - 1)
    if verb.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
        return phrase(head, verb), head
    if verb.dep == "relcl":
        return [], antecedent(verb)
    if verb.dep == "xcomp" and head.pos == "VERB":
        target = head.child("dobj")
        if target is not None and target.i < verb.i:
            return phrase(target, verb), target
    if verb.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "dep", "ccomp") and head.pos != "PUNCT":
        if verb.dep == "ccomp" and verb.tag not in ("VB", "VBG"):
            return [], None
        return subject(head, depth - 1)
    return [], None


def reporter(verb: Token) -> Token | None:
    """The verb of saying that a participle after a comma goes on from: "said 9 had died, adding that …"."""
    if verb.tag != "VBG" or verb.dep not in ("advcl", "acl", "conj", "dep") or verb.lemma not in GOING_ON:
        return None
    first = min(child.i for child in (*verb.children, verb) if child.dep in ("advmod", "punct") or child is verb)
    tokens, base = verb.sentence.tokens, verb.sentence.tokens[0].i
    if first == base or tokens[first - 1 - base].text != ",":
        return None
    for token in verb.ancestors():
        if token.dep == "ccomp" and token.head.i < verb.i and token.head.lemma in SAYING:
            return token.head
    return None


def own_subject(verb: Token) -> Token | None:
    """The verb's grammatical subject; of several (a parse of fronted words) the one nearest to the verb."""
    found = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
    if not found:  # "a nurse, reached by telephone, said": the tree may hang her on the remark
        found = [
            child for remark in verb.children
            if remark.dep == "advcl" and remark.tag in ("VBN", "VBG") and remark.i < verb.i
            for child in remark.children if child.dep in ("nsubj", "nsubjpass") and child.i < remark.i
        ]  # fmt: skip
    return min(found, key=lambda child: abs(child.i - verb.i)) if found else None


def antecedent(verb: Token) -> Token | None:
    """The noun that the relative clause of this verb describes."""
    token = verb
    while token.dep in ("ccomp", "conj", "xcomp") and token.head is not token:
        token = token.head
    if token.dep != "relcl":
        return None
    return token.head


def passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject undergoes it."""
    return any(child.dep in ("nsubjpass", "auxpass") for child in verb.children)


def agent(verb: Token) -> tuple[list[Token], Token | None]:
    """Who a passive verb is done by."""
    by = verb.child("agent")
    who = by.child("pobj") if by else None
    return (phrase(who, verb), who) if who else ([], None)


def cue_words(verb: Token) -> list[Token]:
    """The verb with the auxiliaries, negation and adverbs that touch it, and its particle."""
    own = {child.i: child for child in verb.children if child.dep in ("aux", "auxpass", "neg", "advmod")}
    words = [verb]
    while words[0].i - 1 in own:
        words.insert(0, own[words[0].i - 1])
    particle = verb.child("prt")
    if particle is not None and particle.i == verb.i + 1:
        words.append(particle)
    return words
