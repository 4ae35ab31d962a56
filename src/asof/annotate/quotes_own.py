"""What a release denies in its own voice: "It is not true that a school was hit", "That figure is a fabrication".

Nobody is named in such a sentence: it is the author of the release who speaks. Other sentences of a release are
the report's own words, as in any report.
"""

from __future__ import annotations

from ..reading import Reading, Sentence, Token
from ..vocabulary import reporting
from ..vocabulary.reporting import Reporting
from .quotes_said import Said, ranges

TOLD = frozenset({"figure", "claim", "report", "allegation", "number", "story", "accusation", "rumour", "rumor", "news",
                  "account", "toll", "video", "footage", "image", "this", "that", "these", "such"})  # fmt: skip


def own_denials(reading: Reading) -> list[Said]:
    """The denials of a release, each with the sentence behind it that says what did not happen."""
    known = reporting.load()
    found = []
    for sentence in reading.sentences:
        root = sentence.root
        if sentence.part.kind != "body" or root.lemma != "be" or not (_untrue(root, known) or _false(root, known)):
            continue
        words = list(sentence.tokens)
        following = reading.sentences[sentence.index + 1 : sentence.index + 2]
        if following and following[0].part is sentence.part and _nothing(following[0]):
            words += following[0].tokens
        found.append(
            Said(root, [], [], None, ranges(words), level="statement", stance="denies", frame="own", carried=False)
        )
    return found


def _untrue(root: Token, known: Reporting) -> bool:
    """ "It is not true that …"."""
    judged = root.child("acomp")
    if judged is None or not any(child.lower == "it" and child.dep == "nsubj" for child in root.children):
        return False
    denied = judged.lower in known.falsehoods or (judged.lower in ("true", "correct") and root.child("neg") is not None)
    return denied and any(token.lower == "that" and token.dep == "mark" for token in root.sentence.tokens)


def _false(root: Token, known: Reporting) -> bool:
    """ "That figure is a fabrication", "These reports are false"."""
    who, what = root.child("nsubj"), root.child("acomp", "attr")
    return who is not None and what is not None and who.lemma.lower() in TOLD and what.lower in known.falsehoods


def _nothing(sentence: Sentence) -> bool:
    return sentence.tokens[0].lower in ("no", "none", "nobody", "not")
