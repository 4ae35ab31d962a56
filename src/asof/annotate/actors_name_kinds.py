"""What a name is the name of: a person or an organisation, of which gender or sector; or no actor, being a place.

Told by the words of the name, by the labels of the parser's entities, and by the words around it.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary.actors import Noun, fold, nouns
from ..vocabulary.actors.words import FIRST_NAMES, ORGANISATION_WORDS, SPEECH_VERBS, TITLES
from .actors_candidates import Gender
from .actors_phrases import gender, head_of


def is_placed(run: list[Token], refs: dict[int, str]) -> bool:
    """Whether the name stands where a place stands: the place finder says so, or "in", "near", "outside" precede it."""
    head = head_of(run)
    roles = [refs.get(t.i) for t in run]
    if all(roles):
        return refs[head.i] in ("place", "dateline")
    if any(roles) and len(run) > 1:
        return False
    if len(run) > 1 and run[0].ent == "PERSON":
        return False
    if head.dep == "dobj" and len(run) == 1 and head.head.lemma in OVERRUN:
        return True
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower in PLACE_NOUNS:
        return True
    return head.dep == "pobj" and head.head.lower in LOCATIVE


OVERRUN = frozenset("leave enter reach retake recapture overrun besiege shell bombard encircle evacuate storm".split())
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "into", "throughout", "towards"})


def classify(run: list[Token], titled: bool, placed: bool) -> str | None:
    """`person`, `organisation`, or nothing where the name is not that of an actor."""
    lowered = [t.lower for t in run]
    if len(run) == 1 and len(lowered[0].rstrip(".")) < 2:
        return None
    if head_of(run).dep == "compound" and head_of(run).head.lower in PLACE_NOUNS:
        return None
    if titled:
        return "person"
    if any(word in ORGANISATION_WORDS for word in lowered):
        return "organisation" if len(run) > 1 else None
    head = head_of(run)
    if called_group(head) is not None or _apposed_group(head):
        return "organisation"
    labels = [t.ent for t in run if t.ent]
    person = sum(label == "PERSON" for label in labels)
    known_first = lowered[0] in FIRST_NAMES and len(run) > 1
    human = known_first or human_syntax(head, run)
    if placed:
        return "person" if human and len(run) > 1 else None
    if person * 2 >= len(run) or (human and (len(run) > 1 or "ORG" not in labels)):
        return "person"
    if human and labels and set(labels) <= {"ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"} and len(run) in (2, 3):
        return "person" if not run[-1].text.isupper() and "ORG" not in labels else "organisation"
    if "ORG" in labels or (not labels and len(run) > 1 and _serving(head, lowered[-1])):
        return "organisation"
    return None


def _serving(head: Token, last: str) -> bool:
    """Whether an unlabelled name in the plural does what relief bodies do: "Borders Doctors delivered tents"."""
    return last.endswith("s") and head.dep == "nsubj" and head.tag == "NNPS" and head.head.lemma in SERVES


SERVES = frozenset("deliver distribute provide treat evacuate donate supply document count operate run".split())


def called_group(head: Token) -> Noun | None:
    """The noun of a group that is given this name: "an outfit known as", "a group calling itself"."""
    if head.dep not in ("pobj", "oprd", "dobj", "ccomp", "attr", "appos", "dep"):
        return None
    for k, above in enumerate(head.ancestors()):
        if above.dep in ("acl", "relcl") and above.lemma in NAMING:
            noun = nouns().get(above.head.lemma)
            return noun if noun is not None and noun.kind == "group" else None
        if k == 2:
            break
    return None


def _apposed_group(head: Token) -> bool:
    """Whether the name stands beside a group's noun: "a rival armed group, the Falcon Column"."""
    noun = nouns().get(head.head.lemma) if head.dep == "appos" else None
    return noun is not None and noun.kind == "group" and noun.sector in ("REB", "NGO", "CRM", "PTY", "OPP", "LAB")


NAMING = frozenset({"call", "know", "name", "style", "dub"})
PLACE_NOUNS = frozenset(
    """village town city district province state region county airport market street road square
    river valley mountain island camp suburb neighbourhood neighborhood area quarter township governorate prefecture
    bridge crossing highway border""".split()
)


def human_syntax(head: Token, run: list[Token]) -> bool:
    """Whether the words around say that a human bears the name: he speaks, or a role stands in apposition."""
    if head.dep == "nsubj" and head.head.lemma in SPEECH_VERBS:
        return True
    if head.dep == "appos" and head.head.lemma in nouns() and nouns()[head.head.lemma].kind == "person":
        return True
    for child in head.children:
        if child.dep == "appos" and child.lemma in nouns() and nouns()[child.lemma].kind == "person":
            return True
        if child.dep == "relcl" and any(t.lower == "who" for t in child.children):
            return True
        if child.dep in ("compound", "amod") and child.i < run[0].i and child.pos == "NOUN" and child.lower in TITLES:
            return True
    return False


def gender_of(run: list[Token], title: list[Token]) -> Gender | None:
    """What the title or the first name tells; null where neither does."""
    for token in title:
        word = token.lower.rstrip(".")
        if word in ("mr", "sir", "lord", "king", "prince", "father", "sheikh", "imam", "brother"):
            return "m"
        if word in ("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "madame"):
            return "f"
    return gender(FIRST_NAMES.get(fold(run[0].lower))) if len(run) > 1 else None


def sector_of(run: list[Token]) -> str | None:
    """The sector that a word of an organisation's name tells: Union, Ministry, Brigade …"""
    told = [sector for token in reversed(run) if (sector := ORGANISATION_WORDS.get(token.lower))]
    return "REB" if "REB" in told and told[0] == "OPP" else told[0] if told else None
