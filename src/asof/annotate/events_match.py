"""Which frame of the codebook a word fits: the lemma, the words beside it, and what fills its slots."""

from __future__ import annotations

from collections.abc import Iterable

from ..grammar import MODALS_OF_FUTURE, agents, conjuncts, passive, patients, prepositional, surface_subject
from ..reading import Token
from ..vocabulary.codebooks import EventType, Frame, Slot
from .events_lexicon import Lexicon

# Prepositions after which stands what an event strikes.
TOWARD_TARGET = (
    "on",
    "against",
    "at",
    "of",
    "in",
    "near",
    "outside",
    "inside",
    "into",
    "toward",
    "towards",
    "to",
    "from",
)
# Verbs that only say that an event noun took place, or who did it.
LIGHT_VERBS = frozenset(
    "carry conduct launch stage mount perform commit wage make issue hold undertake begin start continue resume end "
    "order lead execute do open witness see face suffer report follow kill leave happen occur erupt take break "
    "announce complete impose voice express level repel condemn count document record log register list tally".split()
)
# Of these, the subject is the one who acts.
ACTING_VERBS = frozenset(
    "carry conduct launch stage mount perform commit wage make issue hold undertake begin start continue resume order "
    "lead execute do open complete impose voice express level".split()
)


def verb_frame(verb: Token, frames: Iterable[Frame], lexicon: Lexicon) -> Frame | None:
    """The most specific frame that this verb fits (frames come in that order)."""
    beside = _beside(verb)
    near: set[str] | None = None
    for frame in frames:
        for words in frame.alternatives:
            if words.isdisjoint(beside):
                break
        else:
            if frame.without:
                near = _near(verb) if near is None else near
                if not near.isdisjoint(frame.without):
                    continue
            if _fits(verb, frame, lexicon):
                return frame
    return None


def _fits(verb: Token, frame: Frame, lexicon: Lexicon) -> bool:
    if frame.passive and not passive(verb):
        return False
    if frame.object is not None and frame.object_of is None and _stranded(verb, frame):
        return False
    if frame.ahead and not _tells_what_will_be(verb):
        return False
    if frame.subject is not None and not _subject_fits(verb, frame, frame.subject, lexicon):
        return False
    if frame.object is not None:
        if frame.object_of is not None:
            fillers = prepositional(verb, *frame.object_of.split("|"))
        else:
            fillers = [*objects(verb), *_after_particle(verb)]
            quantified = [t for filler in fillers for t in prepositional(filler, "of")]  # "three of the dozens of …"
            quantified += [t for filler in quantified for t in prepositional(filler, "of")]
            bodies = [filler for filler in fillers if not lexicon.people(filler)]  # "truck drivers" are no trucks
            named = [c for filler in bodies for c in filler.children if c.dep == "compound"]  # "a sit-in"
            fillers = fillers + quantified + named
        bare = "none" in frame.object.kinds and not fillers
        if not bare and not any(lexicon.fits(frame.object, filler) for filler in fillers):
            return False
    if frame.beyond is not None and frame.beyond_of is not None:
        further = prepositional(verb, *frame.beyond_of.split("|"))
        further += [t for one in objects(verb) for t in prepositional(one, *frame.beyond_of.split("|"))]
        if not any(lexicon.fits(frame.beyond, filler) for filler in further):
            return False
    return not frame.ambiguous or _supported(verb, lexicon)


BARE_INFINITIVE = frozenset({"let", "make", "help", "see", "watch"})
PARTICLES = frozenset({"in", "out", "up", "down", "off", "over", "away", "back"})


def _after_particle(verb: Token) -> list[Token]:
    """ "trucked in water": a particle that the parser takes for a preposition."""
    for child in verb.children:
        if child.dep == "prep" and child.i == verb.i + 1 and child.lower in PARTICLES:
            return [inner for inner in child.children if inner.dep == "pobj"]
    return []


def _stranded(verb: Token, frame: Frame) -> bool:
    """ "An ambulance was fired on": the subject is the preposition's object, not the verb's."""
    bare = [child.lower for child in verb.children if child.lower in ("on", "at", "upon") and not child.children]
    return any(not any(word in given for given in frame.alternatives) for word in bare) and passive(verb)


def objects(verb: Token) -> list[Token]:
    """What the verb acts upon; in "wants the minister to resign" the minister, the infinitive's subject."""
    raised = [
        inner
        for clause in verb.children
        if clause.dep in ("ccomp", "xcomp")
        and clause.tag == "VB"
        and (verb.lemma in BARE_INFINITIVE or any(c.lower == "to" for c in clause.children))
        for inner in clause.children
        if inner.dep in ("nsubj", "nsubjpass")
    ]
    there = verb.lemma == "be" and any(c.dep == "expl" for c in verb.children)  # "there will be no talks"
    called = [c for c in verb.children if c.dep == "attr"] if there or verb.lemma == "become" else []
    return [*patients(verb), *called, *(token for one in raised for token in conjuncts(one))]


def _subject_fits(verb: Token, frame: Frame, slot: Slot, lexicon: Lexicon) -> bool:
    """Whether the subject, or the agent of a passive ("led away by police"), fills the slot."""
    subject = surface_subject(verb)
    suffers = passive(verb)
    acted_upon = suffers and frame.object is not None and frame.object_of is None  # then the subject fills that slot
    found = [] if subject is None or acted_upon else conjuncts(subject)
    found += prepositional(verb, "by") if suffers else []
    found += [
        t for one in found for t in (*prepositional(one, "of"), *(c for c in one.children if c.dep == "compound"))
    ]
    return any(lexicon.fits(slot, token) for token in found)


def _near(verb: Token) -> set[str]:
    """Words and lemmas below the verb and below those: its arguments with what they are called by."""
    found: set[str] = set()
    subject = surface_subject(verb)
    if subject is not None:  # a borrowed one too: "A storm hit the coast, killing nine"
        found.update((subject.lower, subject.lemma.lower()))
    for child in verb.children:
        if child.dep == "conj" and child.pos == "VERB":
            continue  # "killed a farmer and burned a truck": another clause
        found.update((child.lower, child.lemma.lower()))
        for inner in child.children:
            found.update((inner.lower, inner.lemma.lower()))
    return found


def _tells_what_will_be(verb: Token) -> bool:
    """Whether its that-clause lies ahead: "warned that it would strike"."""
    clauses = [child for child in verb.children if child.dep == "ccomp"]
    return any(c.lower in MODALS_OF_FUTURE or c.lower == "would" for clause in clauses for c in clause.children)


BELOW = ("dobj", "attr", "prep", "prt", "advmod", "oprd", "acomp", "xcomp", "pobj")


def _beside(verb: Token) -> set[str]:
    """Words that stand below the verb: particles, prepositions, adverbs, what they lead to; `to`: its infinitive."""
    found: set[str] = set()
    for child in verb.children:
        found.update((child.lower, child.lemma))
        open_clause = child.dep in ("xcomp", "ccomp")
        for inner in child.children:
            if open_clause and inner.tag == "TO":
                found.add("to")
            predicate = child.dep == "ccomp" and inner.pos in ("ADJ", "NOUN")
            misread = (
                inner.dep == "mark" and inner.i == verb.i + 1
            )  # "calls on | the organisers to cancel", as a clause
            if child.dep in BELOW or predicate or misread:
                found.add(inner.lower)
            if child.dep == "prep":
                found.update(deep.lower for deep in inner.children if deep.dep != "prep" or deep.lower == "of")
    return found


def _supported(verb: Token, lexicon: Lexicon) -> bool:
    """An ambiguous verb counts only by what it is done to or with: "hit an army post", not "hit a note"."""
    harmed = patients(verb)
    acting = agents(verb)
    if any(lexicon.weapon(token) for agent in acting for token in (agent, *agent.children)):
        return True
    if any(lexicon.armed(agent) for agent in acting):
        return True
    for token in harmed:
        if lexicon.harmed(token) or any(
            lexicon.harmed(child) for child in token.children if child.dep in ("compound", "amod", "poss", "nmod")
        ):
            return True
        if any(lexicon.harmed(t) for t in prepositional(token, "in", "of", "on", "at", "near")):
            return True
    around = prepositional(verb, "in", "with", "near", "at", "by", "on", "around", "outside", "along", "across")
    if any(t.i in lexicon.places or lexicon.weapon(t) for t in around):
        return True
    return not harmed and any(lexicon.people(agent) for agent in acting)


def noun_frame(noun: Token, frames: Iterable[Frame], lexicon: Lexicon) -> Frame | None:
    """The most specific frame that this noun fits; a noun inside a name or a compound is no event."""
    if noun.dep == "compound" or noun.ent in ("ORG", "PERSON", "PRODUCT", "FAC", "WORK_OF_ART", "LAW"):
        return None
    for frame in frames:
        if frame.before and not _preceded(noun, frame.before):
            continue
        if frame.words and not _followed(noun, frame, lexicon):
            continue
        if frame.without and any(child.lower in frame.without for child in noun.children):
            continue
        if frame.ambiguous and not _noun_supported(noun, lexicon):
            continue
        return frame
    return None


def _followed(noun: Token, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the preposition stands below the noun, with what may be its object."""
    words = frame.words[0].split("|")
    if frame.object is None:
        return any(child.lower in words for child in noun.children)
    return any(lexicon.fits(frame.object, token) for token in prepositional(noun, *words))


def _preceded(noun: Token, before: tuple[str, ...]) -> bool:
    tokens = noun.sentence.tokens
    at = tokens.index(noun)
    return tuple(t.lower for t in tokens[max(0, at - len(before)) : at]) == before


def _noun_supported(noun: Token, lexicon: Lexicon) -> bool:
    for child in noun.children:
        if child.dep in ("compound", "amod", "poss", "nmod") and (
            lexicon.weapon(child) or lexicon.people(child) or child.i in lexicon.places
        ):
            return True
    around = prepositional(noun, "on", "against", "of", "in", "by", "near", "at")
    return any(lexicon.harmed(t) or lexicon.weapon(t) for t in around)


def light_verb(noun: Token) -> Token | None:
    """The verb that lends its clause to an event noun: "carried out the strike", "no strike was reported"."""
    head = noun.head
    if noun.dep == "conj" and head is not noun:
        head = head.head if head.dep in ("dobj", "nsubj", "nsubjpass") else head
    if head.pos == "VERB" and noun.dep in ("dobj", "nsubj", "nsubjpass", "conj", "attr") and head.lemma in LIGHT_VERBS:
        return head
    if head.pos in ("VERB", "AUX") and noun.dep in ("attr", "nsubj") and head.lemma == "be":
        return head
    return None


def narrowed(entry: EventType, token: Token, clause: Token, mode: str | None) -> bool:
    """Whether an event of the parent's type is one of this narrower type, by whom it is done to, by or how."""
    when = entry.when
    if when is None or (when.modes and mode not in when.modes):
        return False
    return (not when.target or bool(when.target & _concerned(token, clause))) and (
        not when.by or bool(when.by & _lemmas([*agents(clause), *prepositional(token, "by")]))
    )


def _concerned(token: Token, clause: Token) -> set[str]:
    """Lemmas of those acted upon: objects, what stands before and after a noun, and where it strikes."""
    found = [*prepositional(token, *TOWARD_TARGET)]
    if token is clause:
        found += patients(token)
    else:
        found += [c for c in token.children if c.dep in ("compound", "poss", "amod", "nmod")]
    return _lemmas(found)


def _lemmas(tokens: Iterable[Token]) -> set[str]:
    """Lemmas of these words, of what they are made of ("hospital staff") and of whose or what kind they are."""
    found: set[str] = set()
    for token in tokens:
        beside = [c for c in token.children if c.dep in ("compound", "poss", "nmod", "amod", "appos")]
        inner = prepositional(token, "of", "in", "at", "from")
        found.update(t.lemma.lower() for t in (token, *beside, *inner, *(c for t in inner for c in t.children)))
    return found
