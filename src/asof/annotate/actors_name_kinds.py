"""What a name is the name of: a person or an organisation, of which gender or sector; or no actor, being a place.

Told by the words of the name, by the labels of the parser's entities, and by the words around it.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary.actors import fold, nouns
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
    if len(run) > 1 and run[0].ent == "PERSON" and not (head.dep == "pobj" and _located(head.head)):
        return False
    if head.dep == "dobj" and len(run) == 1 and head.head.lemma in OVERRUN:
        return True
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower in PLACE_NOUNS:
        return True
    return head.dep == "pobj" and head.head.lower in LOCATIVE


def _located(preposition: Token) -> bool:
    """Whether "in", "at", "near" tells where: not "confidence in Rita Moss", "shot at Rita Moss"."""
    governor = preposition.head
    return preposition.lower in LOCATIVE and governor.lemma not in AIMED and governor.pos != "ADJ"


AIMED = frozenset(
    """confidence trust faith belief believe interest shoot fire look laugh yell shout throw aim direct anger rage
    scream swear point wave smile glance lie hatred frustration jab swipe dig attack invest""".split()
)
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
    if group_noun(head) is not None:
        return "organisation"
    if called(head, "person") is not None:
        return "person"
    labels = [t.ent for t in run if t.ent]
    person = sum(label == "PERSON" for label in labels)
    known_first = lowered[0] in FIRST_NAMES and len(run) > 1
    human = known_first or human_syntax(head, run)
    if placed:
        return "person" if human_syntax(head, run) and len(run) > 1 else None
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


def group_noun(head: Token) -> Token | None:
    """The noun that tells that the name is a group's: one that is called so, stands beside it or follows it.

    "an outfit known as the Red Scorpions"; "a rival armed group, the Falcon Column"; "Baz Kanal, a gang that
    …"; "the Baz Kanal gang".
    """
    bearer = called(head, "group")
    if bearer is not None:
        return bearer
    beside = [head.head] if head.dep == "appos" else []
    beside += [child for child in head.children if child.dep == "appos"]
    if head.dep in ("compound", "nmod") and head.head.i > head.i and head.head.lemma in BANDS:
        beside.append(head.head)
    for token in beside:
        noun = nouns().get(token.lemma)
        if noun is not None and noun.kind == "group" and token.lemma in GROUPS:
            return token
    return None


def called(head: Token, kind: str) -> Token | None:
    """The noun of this kind that is given the name: "an outfit known as", "a man who calls himself"."""
    if head.dep not in ("pobj", "oprd", "dobj", "ccomp", "attr", "appos", "dep", "xcomp"):
        return None
    for k, above in enumerate(head.ancestors()):
        if above.dep in ("acl", "relcl", "conj") and names_somebody(above):
            bearer = above.head if above.dep != "conj" else above.head.head
            noun = nouns().get(bearer.lemma)
            return bearer if noun is not None and noun.kind == kind else None
        if k == 3:
            break
    return None


def names_somebody(verb: Token) -> bool:
    """Whether the verb gives its bearer a name: "known as", "calls himself", "gave his name as", "goes by"."""
    if verb.lemma in NAMING:
        passive = verb.tag == "VBN" or any(c.dep == "auxpass" for c in verb.children)
        return passive or any(c.lower in REFLEXIVE for c in verb.children)
    if verb.lemma in ("give", "use", "take", "have", "assume", "bear") and verb.child("dobj") is not None:
        return any(c.dep == "dobj" and c.lemma in ("name", "alias", "nickname", "pseudonym") for c in verb.children)
    return verb.lemma == "go" and any(c.lower == "by" for c in verb.children)


NAMING = frozenset({"call", "know", "name", "style", "dub", "identify", "nickname", "introduce", "christen", "bill"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
# Nouns that tell, beside a name, that a group bears it.
GROUPS = frozenset(
    """group militia gang cartel faction outfit brigade movement network party union federation coalition alliance
    front organisation organization charity ngo association watchdog syndicate mafia clan insurgency militant rebel
    guerrilla paramilitary collective cell battalion unit committee foundation observatory monitor consultancy firm
    company institute newspaper broadcaster agency crew posse band platform campaign bloc consortium""".split()
)


# Those that bear a name before them; "the Moss campaign" is a person's.
BANDS = frozenset("gang cartel militia mafia syndicate guerrilla paramilitary rebel militant insurgent posse".split())


def called_sector(noun: Token) -> str | None:
    """The sector that the noun tells with the words before it: "a criminal organisation", "a rights group"."""
    for child in noun.children:
        if child.i < noun.i and child.dep in ("amod", "compound", "nmod"):
            told = next((sector for sector, words in TOLD.items() if child.lower in words), None)
            if told is not None:
                return told
    known = nouns().get(noun.lemma)
    return known.sector if known is not None else None


TOLD = {
    "CRM": frozenset("criminal drug trafficking smuggling crime street bandit kidnapping".split()),
    "REB": frozenset("""armed rebel militant insurgent jihadist jihadi islamist separatist guerrilla terrorist terror
        extremist secessionist paramilitary militia""".split()),
    "NGO": frozenset("rights aid relief advocacy monitoring humanitarian civil watchdog charity medical".split()),
    "PTY": frozenset("political opposition".split()),
    "LAB": frozenset("trade labour labor workers".split()),
}  # fmt: skip
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
