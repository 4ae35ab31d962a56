"""Through which channel something is said: "told state radio", "said on Telegram", "by satellite phone".

Reads the words beside the cue, and the report itself where it is a press release.
"""

from __future__ import annotations

from ..model import Document
from ..reading import Token
from ..vocabulary import issuers, reporting
from .quotes_said import Said

PREPOSITIONS = frozenset({"in", "on", "via", "by", "through", "during", "over", "at", "from"})
HEARERS = frozenset({"tell", "inform", "brief", "address", "declare", "report", "announce"})
GENERIC = frozenset({"statement", "video", "report"})
BODIES = frozenset({"council", "parliament", "assembly", "congress", "senate", "commission", "committee", "court"})


def release(document: Document) -> str | None:
    """The channel of a report that its own author put out: "press release", "communiqué"."""
    return issuers.release(document.report.title, document.report.publisher, document.opening)


def channel(said: Said) -> str | None:
    """The channel named beside the cue, or by the source itself ("a draft statement urges")."""
    if said.speaker is not None and not said.direct:
        named = _named(said.speaker)
        if named is not None and said.speaker.pos == "NOUN":
            return named
    verb = said.verb
    heard = [child for child in verb.children if child.dep in ("dobj", "dative", "iobj")]
    if verb.lemma in HEARERS:
        for child in heard:
            named = _named(child)
            if named is not None:
                return named
    words = {t.i: t for t in [verb, *verb.children, *said.cue, *said.source, *said.extra]}
    for token in words.values():
        if token.dep in ("prep", "agent") and not _inside(token, said):
            found = _phrase(token, verb)
            if found is not None:
                return found
    return None


def _phrase(token: Token, verb: Token) -> str | None:
    thing = token.child("pobj")
    if thing is None:
        return None
    if token.lower in PREPOSITIONS:
        named = _named(thing)
        if named in GENERIC:  # "in a statement on Facebook": where it stands says more
            for inner in thing.subtree():
                where = inner.child("pobj") if inner.dep == "prep" and inner.i > thing.i else None
                named = (_named(where) if where is not None else None) or named
        return named
    if token.lower == "to" and verb.lemma in HEARERS and thing.lemma.lower() in BODIES:
        words = [t for t in thing.subtree() if not (t.dep == "det" and t.i < thing.i)]
        return " ".join(t.text for t in words if t.i <= thing.i or t.head in words)
    return None


def _inside(token: Token, said: Said) -> bool:
    return any(start <= token.start < end for start, end in said.content)


def _named(head: Token) -> str | None:
    """The channel that a noun phrase names: the longest phrase of it that is known."""
    known = reporting.load().channels
    if head.text == "X":
        return "X"
    before = [t for t in head.children if t.dep in ("compound", "amod", "nmod", "poss") and t.i < head.i]
    for last in (head.lower, head.lemma.lower()):
        words = [*(t.lower for t in before), last]
        for size in range(len(words), 0, -1):
            phrase = "_".join(words[-size:])
            if phrase in known and phrase != "x":
                return known[phrase]
    return next((known[t.lower] for t in before if t.lower in known and t.text[0].isupper() and t.lower != "x"), None)
