"""What a release says against others in its own voice: what it denies, and what it threatens.

"It is not true that a school was hit", "That figure is a fabrication", "Our soldiers used no firearms", "Should they
come to harm, we shall answer with force". Nobody is named in such a sentence: it is the author of the release who
speaks. Other sentences of a release are the report's own words, as in any report.
"""

from __future__ import annotations

from ..model import Stance
from ..reading import Reading, Sentence, Token
from ..vocabulary import reporting
from ..vocabulary.reporting import Reporting
from .quotes_said import Said, ranges

TOLD = frozenset({"figure", "claim", "report", "allegation", "number", "story", "accusation", "rumour", "rumor", "news",
                  "account", "toll", "video", "footage", "image", "this", "that", "these", "such"})  # fmt: skip

BOUND = frozenset({"VBD", "VBZ", "VBP"})
AUXILIARY = frozenset({"aux", "auxpass"})
NONE = frozenset({"none", "nobody", "nothing"})
CONDITIONS = frozenset({"should", "if", "unless"})
FEELING = frozenset("want wish need forget know understand doubt care like matter seem".split())


def own_words(reading: Reading) -> list[Said]:
    """The denials and threats of a release; a denial with the sentence behind it that says what did not happen."""
    known = reporting.load()
    found: list[Said] = []
    last = -1  # the sentence that belongs to the denial before it
    for sentence in reading.sentences:
        root = sentence.root
        if sentence.part.kind != "body" or sentence.index == last:
            continue
        words = list(sentence.tokens)
        stance: Stance = "denies"
        if root.lemma == "be" and (_untrue(root, known) or _false(root, known)):
            following = reading.sentences[sentence.index + 1 : sentence.index + 2]
            if following and following[0].part is sentence.part and _goes_on(following[0], known):
                words += following[0].tokens
                last = following[0].index
        elif _threat(sentence):
            stance = "states"
        elif not _did_not(root, known):
            continue
        found.append(Said(root, [], [], None, ranges(words), level="statement", stance=stance, frame="own"))
    return found


def _did_not(root: Token, known: Reporting) -> bool:
    """ "No rubber bullets were fired", "The army has not struck any school", "There is no negotiation"."""
    if root.tag not in BOUND and not any(child.tag in BOUND for child in root.children if child.dep in AUXILIARY):
        return False
    if any(child.tag == "MD" for child in root.children) or root.lemma in known.attitude | known.belief | FEELING:
        return False
    if any(child.dep == "neg" for child in root.children):
        return True
    parts = [child for child in root.children if child.dep in ("nsubj", "nsubjpass", "dobj", "attr")]
    return any(part.lower in NONE or any(c.lower == "no" for c in part.children) for part in parts)


def _threat(sentence: Sentence) -> bool:
    """ "Should the attacks go on, those who order them will not be safe", "If these demands are not met, …"."""
    tokens = sentence.tokens
    if tokens[0].lower not in CONDITIONS or not any(token.text == "," for token in tokens):
        return False
    comma = next(k for k, token in enumerate(tokens) if token.text == ",")
    return any(token.tag == "MD" for token in tokens[comma:])


def _untrue(root: Token, known: Reporting) -> bool:
    """ "It is not true that …"."""
    judged = root.child("acomp", "attr")
    if judged is None or not any(child.lower == "it" and child.dep == "nsubj" for child in root.children):
        return False
    denied = judged.lower in known.falsehoods or (judged.lower in ("true", "correct") and root.child("neg") is not None)
    return denied and any(token.lower == "that" and token.dep == "mark" for token in root.sentence.tokens)


def _false(root: Token, known: Reporting) -> bool:
    """ "That figure is a fabrication", "These reports are false"."""
    who, what = root.child("nsubj"), root.child("acomp", "attr")
    return who is not None and what is not None and who.lemma.lower() in TOLD and what.lower in known.falsehoods


def _goes_on(sentence: Sentence, known: Reporting) -> bool:
    """Whether it says in its own words what did not happen: "That is a lie. We kill no children"."""
    return sentence.tokens[0].lower in ("no", "none", "nobody", "not") or _did_not(sentence.root, known)
