"""What was told before its source is named: "Fourteen are dead. That is from the hospital", "So says the mayor".

The sentence that names the source has nothing to tell of its own; what stands before it in the paragraph, up to
somebody else's words, is what it speaks of.
"""

from __future__ import annotations

from ..reading import Reading, Sentence, Token
from .quotes_said import Said, phrase, ranges

POINTING = frozenset({"that", "this", "these", "those", "it", "so", "all"})
WORDS = frozenset({"figure", "number", "toll", "count", "account", "news", "word", "version", "estimate", "information",
                   "tally", "detail", "claim", "report"})  # fmt: skip
BRIEF = 30  # words of a sentence that only names a source


def told_before(reading: Reading, found: list[Said]) -> list[Said]:
    """The attributions by a sentence that points back."""
    taken = {said.verb.sentence.index for said in found if said.level == "statement"}
    added = []
    for sentence in reading.sentences:
        source = _source(sentence) if len(sentence.tokens) < BRIEF and sentence.index not in taken else None
        if source is None:
            continue
        words: list[Token] = []
        for before in reversed(reading.sentences[: sentence.index]):
            if before.part is not sentence.part or before.index in taken:
                break
            words = [*before.tokens, *words]
        if words:
            root = sentence.root
            added.append(
                Said(root, [root], phrase(source, root), source, ranges(words), level="statement", frame="clause")
            )
    return added


def _source(sentence: Sentence) -> Token | None:
    """Whom the sentence names for what stands before it."""
    root = sentence.root
    first = sentence.tokens[0]
    if root.lemma == "say" and first.lower == "so":
        return root.child("nsubj")
    subject = root.child("nsubj")
    if subject is None or root.lemma not in ("be", "come"):
        return None
    pointing = subject.lower in POINTING or (
        subject.lemma in WORDS and any(child.lower in POINTING for child in subject.children)
    )
    if not pointing or any(child.dep == "neg" for child in root.children):
        return None
    origin = next((c for c in root.children if c.dep == "prep" and c.lower in ("from", "according")), None)
    if origin is None and (told := root.child("attr")) is not None and told.lemma in WORDS:
        origin = next((c for c in told.children if c.dep == "prep" and c.lower in ("of", "from")), None)
    inner = origin.child("prep") or origin if origin is not None else None
    who = inner.child("pobj") if inner is not None else None
    return who if who is not None and who.ent not in ("GPE", "LOC", "DATE", "FAC") else None
