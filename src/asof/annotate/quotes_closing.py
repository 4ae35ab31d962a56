"""The reporting clause that closes a sentence, read from its words where the tree may be broken.

", raising the toll to nine, the director of the hospital, Rosalba Mina, said this morning": a parser hangs such a
speaker on the words before it. Its shape is sure all the same: a noun phrase between commas, a finite verb
of saying, and behind it adjuncts or a remark of the report's own. Does not read clauses that begin a sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from ..reading import Token
from ..vocabulary.reporting import Reporting
from .quotes_said import LOOSE, Ranges, ranges

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
RELATIVE = frozenset({"WP", "WDT", "WP$"})
NOMINAL = NOUNS | {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "CC", "IN", "TO", "HYPH", "RBS", "RBR"}
HERE = frozenset({"there", "here", "nearby"})
LINKS = frozenset({"of", "for", "in", "at", "from", "to", "on", "with", "near"})
FOLLOWING = frozenset({"while", "but", "adding", "citing", "quoting", "without", "although", "though", "who", "whose",
                       "so", "as", "after", "before"})  # fmt: skip
COMPLETING = frozenset({"have", "has", "had", "also", "later", "earlier", "then", "now", "separately", "himself"})
PASSIVE = frozenset({"be", "is", "was", "were", "are", "been", "being"})
BRIEF = 12  # words of a speaker's description, and of what stands behind the verb


class Closing(NamedTuple):
    """What is said, all words of who says it, and the head of these."""

    content: Ranges
    source: list[Token]
    head: Token


def closing(verb: Token, known: Reporting) -> Closing | None:
    """The reporting clause of this verb, when it closes its sentence."""
    if verb.lemma not in known.states or not (verb.tag in FINITE or verb.tag in ("VBN", "NNS")):
        return None
    words = verb.sentence.tokens
    at = verb.i - words[0].i
    behind = _behind(words, at)
    if behind is None:
        return None
    last = at - 1
    while last > 0 and words[last].lower in COMPLETING:
        last -= 1
    if last < 2 or (verb.tag == "VBN" and words[at - 1].lower in PASSIVE):
        return None
    first = _who(words, last, inverted=words[last].text == "," and _names_somebody(words, at))
    if first is None or first < 2:
        return None
    start = max((k + 1 for k in range(first) if words[k].text == ";" or _told_behind(words[k:first])), default=0)
    said = words[start : first - 1]
    if not any(word.tag in FINITE for word in said) or said[0].tag == "CC":
        return None
    source = [word for word in words[first : last + 1] if word.text != "," or word.i < words[last].i]
    head = _head(source)
    return Closing(ranges(said + behind), source, head) if head is not None else None


def _told_behind(words: list[Token]) -> bool:
    """Whether this is a colon, and what stands behind it a clause: "In the port, five: a fifth man died, she said"."""
    return words[0].text == ":" and any(word.tag in FINITE for word in words)


def _behind(words: list[Token], at: int) -> list[Token] | None:
    """What is said behind a colon; None when the words behind the verb are more than adjuncts."""
    for k in range(at + 1, len(words)):
        word = words[k]
        if word.text == ":":
            return words[k + 1 :]
        if word.text in (";", ".", "?", "!") or (word.text in LOOSE and k + 1 < len(words)):
            following = words[k + 1 : k + 2]
            over = word.text not in LOOSE or word.text == ";" or following[0].lower in FOLLOWING
            over = over or following[0].tag == "VBG" or _when(words[k + 1 : k + 6])
            return [] if over else None
        if word.tag in FINITE or word.tag in RELATIVE or word.text in '"“”‘' or word.lower == "that" or k - at > BRIEF:
            return None
    return []


def _when(words: list[Token]) -> bool:
    """Whether the report goes on to tell when: ", hours after the group claimed it", ", a few days before the vote"."""
    for word in words:
        if word.lower in ("after", "before", "since"):
            return word is not words[0]
        if word.tag not in ("CD", "DT", "JJ", "RB", "NN", "NNS"):
            return False
    return False


def _names_somebody(words: list[Token], at: int) -> bool:
    """Whether the speaker stands behind the verb: ", said the mayor"."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or words[at].lemma == "tell" or following.lower in ("this", "that", "last"):
        return False
    return following.tag in NOMINAL and following.tag not in ("IN", "TO", "CC") and following.ent != "DATE"


def _who(words: list[Token], last: int, inverted: bool) -> int | None:
    """Where the speaker begins, whose last word (or the comma behind it) is given."""
    if inverted:
        return None
    if words[last].text != ",":
        return _segment(words, last)
    first = _comma(words, last - 1)
    if first is None:
        return None
    if words[first + 1].tag in RELATIVE:  # "a driver, who asked not to be named, said"
        return _segment(words, first - 1)
    name = words[first + 1 : last]
    before = _segment(words, first - 1)
    if before is None or not _nominal(name) or named(words[before:first]) == named(name):
        return None
    return before


def _comma(words: list[Token], k: int) -> int | None:
    while k > 0 and words[k].text not in LOOSE:
        k -= 1
    return k if k > 0 and words[k].text == "," else None


def _segment(words: list[Token], last: int) -> int | None:
    """Where the noun phrase begins that fills the place between the comma before and this word."""
    k = last
    while k > 0 and words[k - 1].text not in LOOSE:
        k -= 1
    return k if k > 0 and last - k < BRIEF and _nominal(words[k : last + 1]) else None


def _nominal(words: list[Token]) -> bool:
    if not words or words[0].tag in ("IN", "CC", "TO") or not any(word.tag in NOUNS for word in words):
        return False
    for word in words:
        if word.tag in RELATIVE:
            return True
        if word.lower in HERE:
            continue
        if word.tag not in NOMINAL or (word.tag in ("IN", "TO") and word.lower not in LINKS):
            return False
    return True


def named(words: list[Token]) -> bool:
    """Whether a noun phrase is a name, be it behind a title or an article."""
    return bool(words) and words[-1].tag in ("NNP", "NNPS") and not any(word.tag == "IN" for word in words)


def _head(source: list[Token]) -> Token | None:
    """The last noun before anything that describes it."""
    found = None
    for word in source:
        if word.tag in NOUNS:
            found = word
        elif found is not None and word.tag not in ("POS", "HYPH", "JJ", "CD"):
            return found
    return found


__all__ = ["Closing", "closing", "named"]
