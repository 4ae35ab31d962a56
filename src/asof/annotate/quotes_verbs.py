"""Attributions by a verb: indirect speech, belief, intention, judgement.

A list of verbs alone stops at the ordinary reporting verbs; here the grammar decides. A verb with a
clause for its object attributes unless it is a verb of doing; verbs with an infinitive, an object or
a preposition must be known to hold an attitude.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from ..reading import Sentence, Token
from ..vocabulary import numbers
from ..vocabulary.reporting import Reporting
from .quotes_clauses import HEARING, around_aside, clause_words, cut_off, displaced, object_clause
from .quotes_closing import closing
from .quotes_said import Ranges, Said, agent, cue_words, own_subject, passive, phrase, ranges, subject

DECLINING = frozenset({"decline", "refuse"})
NAMING = frozenset({"call", "dub", "label", "describe", "brand", "term", "cast", "portray", "characterize", "depict"})
DEEDS = frozenset({"claim", "report"})
INQUIRIES = frozenset({"commission", "inquiry", "investigation", "committee", "investigator", "review", "audit",
                       "auditor", "report", "study", "mission", "probe"})  # fmt: skip
RECORDING = frozenset({"record", "document", "verify", "count", "register", "tally", "log", "list"})
# Verbs and prepositions under which a number is told: "speaks of 30 dead", "stick to their boast of eleven slain".
NUMBERING = frozenset({
    "speak_of", "talk_of", "tell_of", "speak_about", "agree_on", "settle_on", "insist_on", "stick_to", "stick_with",
    "cling_to", "hold_to", "stand_by", "keep_to", "arrive_at",
})  # fmt: skip
AVOWING = frozenset({"acknowledge", "admit", "concede", "confirm", "claim", "allege", "confess", "boast"})
CHANGING = frozenset({"raise", "lower", "revise", "cut", "reduce", "increase", "lift", "adjust", "correct", "update"})
SUMS = frozenset({"number", "toll", "figure", "count", "estimate", "tally", "total", "death"})
YIELDING = frozenset({"accept", "recognise", "recognize", "concede", "realise", "realize"})
LEARNING = frozenset({"hear", "learn", "understand", "gather"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
RELATIVE = frozenset({"WDT", "WP"})
UNREAL = frozenset({"may", "might", "could", "should", "can", "must", "to", "will", "'ll", "’ll"})
QUESTION = frozenset({"whether", "if", "how", "why", "what", "who", "which", "where", "when"})
NOBODY = frozenset({"i", "we", "you", "nobody", "none", "each", "one", "anyone", "everyone", "who", "what"})
OWN = frozenset({"version", "article", "story", "headline"})  # the report speaks of itself


class Found(NamedTuple):
    """The words attributed, by which construction, and what else belongs to the cue."""

    content: Ranges
    frame: str
    extra: list[Token]


def verb_attribution(verb: Token, known: Reporting, sentences: list[Sentence]) -> Said | None:
    """What this verb attributes to its subject, if it attributes anything."""
    if (verb.lemma in known.excluded and verb.lemma != "put") or verb.dep in ("aux", "auxpass"):
        return None
    taken = verb.child("dobj")
    if verb.lemma == "claim" and taken is not None and taken.lemma in ("life", "victim", "casualty"):
        return None  # "the bomb has claimed three lives"
    found = _found(verb, known)
    closed = closing(verb, known)
    sound = verb.pos == "VERB" and found is not None and found.frame == "clause"
    if closed is not None and not (sound and own_subject(verb) in closed.source):
        return Said(
            verb, cue_words(verb), closed.source, closed.head, closed.content, level="statement",
            stance=known.stance(verb.lemma), frame="clause",
        )  # fmt: skip
    if verb.pos != "VERB" and not _misread(verb):
        return None
    if found is None and verb.lemma in known.states:
        found = Found(cut_off(verb, known, sentences), "clause", [])
    if found is None or not found.content:
        return None
    source, speaker = _holder(verb, known)
    if not source and found.frame != "clause" and not passive(verb):
        return None
    stated = _stated(verb, found.frame, source, known)
    level: Literal["statement", "attitude"] = "statement" if stated else "attitude"
    cue = _cue(verb, known) + found.extra
    return Said(
        verb, cue, source, speaker, found.content, level=level, stance=known.stance(verb.lemma), frame=found.frame
    )


def _misread(verb: Token) -> bool:
    """Whether a noun of the tree is the sentence's verb: "Satellite images show 112 burned houses"."""
    return verb.tag in ("NN", "NNS") and verb.head is verb and verb.child("nsubj") is not None


def _found(verb: Token, known: Reporting) -> Found | None:
    """The first construction that fits, the surest first."""
    ways = (_clausal, _infinitival, _prepositional, _told, _counted, _objective, _named, _undergone, _aside)
    for way in ways:
        found = way(verb, known)
        if found is not None:
            return found
    return None


def _clausal(verb: Token, known: Reporting) -> Found | None:
    """ "said that nine boats sank", "nine boats sank, said the mayor"."""
    clause = object_clause(verb) if verb.lemma != "put" else None
    if clause is None:
        return None
    if not _listed(verb, known) and not (clause.child("nsubj", "nsubjpass") and verb.child("nsubj")):
        return None
    return Found(clause_words(verb, clause, known), "clause", [])


def _infinitival(verb: Token, known: Reporting) -> Found | None:
    """ "vowed to fight"; "declined to say who fired", where the cue is both verbs."""
    if not _listed(verb, known) or verb.lemma in known.carrying:
        return None
    for child in verb.children:
        to = child.tag == "VBG" or any(c.tag == "TO" for c in child.children)
        if child.dep != "xcomp" or child.pos not in ("VERB", "AUX") or not to:
            continue
        inner = _found(child, known) if verb.lemma in DECLINING and child.lemma in known.speech else None
        if inner is not None:
            between = [t for t in verb.sentence.tokens if verb.i < t.i <= child.i]
            return Found(inner.content, "infinitive", between + inner.extra)
        done = child.tag == "VBG" or any(c.lower == "have" for c in child.children)  # "claimed to have taken the town"
        return Found(ranges(child.subtree()), "deed" if done and verb.lemma in DEEDS else "infinitive", [])
    return None


def _prepositional(verb: Token, known: Reporting) -> Found | None:
    """ "called for a truce", "accused the army of looting": the accused belongs to the content."""
    for child in verb.children:
        if f"{verb.lemma}_{child.lower}" in NUMBERING and _told_as_fact(verb) and child.i == verb.i + 1:
            behind = _behind(verb)[1:]
            thing = child.child("pobj")
            if thing is not None and thing.lemma in SUMS and any(c.tag == "PRP$" for c in thing.children):
                continue  # "stands by its figure of 34": what it does with it
            if _numbered(behind[:6]):
                return Found(ranges(behind), "count", [child])
        if child.dep == "prep" and f"{verb.lemma}_{child.lower}" in known.prepositional:
            thing, patient = child.child("pobj", "pcomp"), verb.child("dobj")
            if thing is not None:
                accused = patient.subtree() if patient is not None and verb.lemma in known.object else []
                beside = [child] if child.i == verb.i + 1 else []
                return Found(ranges(thing.subtree() + accused), "preposition", beside)
    return None


def _told(verb: Token, known: Reporting) -> Found | None:
    """ "…, a guard told the agency": the hearer is not what is said."""
    if verb.lemma not in HEARING:
        return None
    found = _clause_around(verb)
    words = displaced(verb) if found is None else []  # "told the court under oath that …"
    return Found(words, "clause", []) if words else found


def _objective(verb: Token, known: Reporting) -> Found | None:
    """ "rejected the plan", "ruled out talks", "described the raid as a mistake"."""
    thing, particle = verb.child("dobj"), verb.child("prt")
    phrasal = particle is not None and f"{verb.lemma}_{particle.lower}" in known.prepositional
    if thing is None or thing.tag in RELATIVE or not (verb.lemma in known.object or phrasal):
        return None
    complement = [t for child in verb.children if child.dep == "oprd" or _as(child) for t in child.subtree()]
    return Found(ranges(thing.subtree() + complement), "object", [])


def _named(verb: Token, known: Reporting) -> Found | None:
    """ "called the vote a farce", "what he calls the occupation"."""
    if verb.lemma not in NAMING:
        return None
    parts = [child for child in verb.children if child.dep in ("oprd", "dobj", "nsubjpass") or _as(child)]
    words = [t for child in parts if child.tag not in RELATIVE for t in child.subtree()]
    if any(t.lower in known.falsehoods for child in parts for t in child.subtree() if child.i > verb.i):
        return Found(ranges(words), "verdict", [])
    return Found(ranges(words), "object", []) if words else None


def _counted(verb: Token, known: Reporting) -> Found | None:
    """ "puts the dead at 34"."""
    if verb.lemma in CHANGING:
        return _changed(verb)
    if verb.lemma in AVOWING:
        return _avowed(verb)
    if verb.lemma not in known.counting or not _told_as_fact(verb):
        return None
    behind = _behind(verb)
    if verb.lemma == "put":
        at = next((k for k, t in enumerate(behind) if t.lower == "at" and k), None)
        goes_on = any(c.dep == "conj" and c.lemma in known.states and c.child("ccomp") for c in verb.children)
        if at is None or goes_on or verb.dep == "relcl" or not _numbered(behind[at:]):
            return None
        return Found(ranges(behind), "count", [])
    who = own_subject(verb)
    thing = verb.child("dobj")
    finding = verb.lemma in RECORDING and who is not None and who.pos != "PRON" and who.lemma not in SUMS
    if who is None or thing is None or not (who.lemma.lower() in known.registers or finding):
        return None
    return Found(ranges(behind), "count", []) if _numbered(thing.subtree()) else None


def _changed(verb: Token) -> Found | None:
    """ "raised the number of wounded to nine"; of one's own figure it tells what is done with it, not what it says."""
    thing = verb.child("dobj")
    if thing is None or thing.lemma not in SUMS or not _told_as_fact(verb):
        return None
    if any(child.tag == "PRP$" or child.lower == "own" for child in thing.children):
        return None
    behind = _behind(verb)
    return Found(ranges(behind), "count", []) if _numbered(behind) else None


def _avowed(verb: Token) -> Found | None:
    """ "acknowledges 11 deaths", "confirmed seven soldiers killed", "admits to 55,000 of its own"."""
    who, thing = own_subject(verb), verb.child("dobj")
    inner = next((c for c in verb.children if c.dep == "prep" and c.lower in ("to", "of") and c.i == verb.i + 1), None)
    if thing is None and inner is not None and verb.lemma in ("admit", "own", "confess", "boast"):
        thing = inner.child("pobj")
    if who is None or thing is None or thing.i < verb.i or verb.dep == "relcl" or not _told_as_fact(verb):
        return None
    if not any(t.pos == "NUM" and t.ent not in ("DATE", "TIME", "MONEY", "ORDINAL") for t in thing.subtree()):
        return None
    behind = _behind(verb)
    but = next((k for k, t in enumerate(behind) if t.lower == "but"), len(behind))
    return Found(ranges(behind[:but]), "count", [inner] if inner is not None and inner.child("pobj") is thing else [])


def _told_as_fact(verb: Token) -> bool:
    """Whether the verb is finite, alone or with "has", and not negated."""
    if any(child.dep in ("neg", "auxpass") or child.tag == "MD" for child in verb.children):
        return False
    perfect = any(
        child.dep == "aux" and (child.lower in ("has", "have") or (child.lower == "had" and verb.lemma in RECORDING))
        for child in verb.children
    )
    return perfect or verb.tag in FINITE or _misread(verb)


def _behind(verb: Token) -> list[Token]:
    """The words after the verb, up to a remark behind a comma, or to what else its subject does."""
    words = [t for t in verb.sentence.tokens if t.i > verb.i]
    onward = next((c for c in verb.children if c.dep == "conj" and c.pos == "VERB"), None)
    if onward is not None:
        last = next((k for k in range(len(words)) if words[k].i == onward.i), 0)
        while last and (words[last].dep in ("aux", "auxpass", "advmod", "cc") or words[last] is onward):
            last -= 1
        words = words[: last + 1]
    for k, word in enumerate(words):
        if word.text in (";", "–", "—") or (word.text == "," and words[k + 1 : k + 2] and not _listing(words[k + 1])):
            return words[:k]
    return words


def _numbered(words: list[Token]) -> bool:
    return any(word.pos == "NUM" or word.lower in numbers.UNITS for word in words)


def _listing(word: Token) -> bool:
    """Whether the words behind a comma go on counting: ", among them six women", ", a dozen of whom"."""
    if word.pos in ("NUM", "CCONJ") or word.lower in ("including", "among", "of", "most", "half", "some"):
        return True
    tokens = word.sentence.tokens
    near = tokens[word.i - tokens[0].i : word.i - tokens[0].i + 4]
    return any(a.lower in ("of", "in", "among") and b.tag in ("WP", "WDT", "PRP") for a, b in pairwise(near))


def _undergone(verb: Token, known: Reporting) -> Found | None:
    """ "the plan was rejected by the rebels"."""
    patient = verb.child("nsubjpass")
    if verb.lemma not in known.object or patient is None or patient.tag in RELATIVE or verb.child("agent") is None:
        return None
    return Found(ranges(patient.subtree()), "object", [])


def _aside(verb: Token, known: Reporting) -> Found | None:
    """ "the pier, the mayor said, was closed"; "said in a message that it was closed"."""
    if verb.lemma not in known.speech and verb.lemma not in known.belief:
        return None
    found = _clause_around(verb)
    if found is None and verb.lemma in known.states:
        words = displaced(verb)
        return Found(words, "clause", []) if words else None
    return found


def _clause_around(verb: Token) -> Found | None:
    words = around_aside(verb)
    return Found(words, "clause", []) if words else None


def _listed(verb: Token, known: Reporting) -> bool:
    return verb.lemma in known.speech or verb.lemma in known.belief or verb.lemma in known.attitude


def _as(token: Token) -> bool:
    return token.dep == "prep" and token.lower == "as"


def _holder(verb: Token, known: Reporting) -> tuple[list[Token], Token | None]:
    """Who says or holds it."""
    if passive(verb):
        source, speaker = agent(verb)
        if source or verb.lower not in known.adjectives:
            return source, speaker
    if verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not verb.child("aux"):  # "asked to wait, she …"
        return agent(verb)
    if verb.lemma in LEARNING and (origin := _learned_from(verb)) is not None:
        return phrase(origin, origin.head), origin
    return subject(verb)


def _counts(verb: Token) -> bool:
    """Whether a count is accepted: "now accept that there were six attackers"."""
    clause = object_clause(verb)
    return clause is not None and _numbered(clause.subtree())


def _learned_from(verb: Token) -> Token | None:
    """Who told those who write: "From the parish we hear that …", "we have learned from the clinic that …"."""
    who = own_subject(verb)
    if who is None or who.lower not in ("we", "i"):
        return None
    source = next((child for child in verb.children if child.dep == "prep" and child.lower == "from"), None)
    return source.child("pobj") if source is not None else None


def _cue(verb: Token, known: Reporting) -> list[Token]:
    cue = cue_words(verb)
    top = verb
    while top.dep == "xcomp" and top.head.lemma in known.carrying and top.i - top.head.i <= 3:
        top = top.head
        cue = [t for t in verb.sentence.tokens if top.i <= t.i < cue[0].i] + cue
        cue = cue_words(top)[:-1] + cue
    return cue


def _stated(verb: Token, how: str, source: list[Token], known: Reporting) -> bool:
    """Whether the record should keep it as something said: a clause, affirmed, by somebody named."""
    if how == "object" and verb.lemma == "report":
        how = "clause"
    states = verb.lemma in known.states or (verb.lemma == "find" and any(t.lemma in INQUIRIES for t in source))
    states = states or (verb.lemma in YIELDING and _counts(verb))
    states = states or (verb.lemma in LEARNING and _learned_from(verb) is not None)
    if how not in ("clause", "count", "verdict", "deed") or not source or (how == "clause" and not states):
        return False
    if any(c.dep == "neg" or (c.dep == "aux" and c.lower in UNREAL) for c in verb.children):
        return False
    among = len(source) > 1 and source[1].lower in ("of", "resident", "witness", "official", "source")
    if source[0].lower in NOBODY and source[0].tag not in ("WDT", "WP") and not (source[0].lower == "one" and among):
        return False
    if any(t.dep == "nsubj" and t.lemma in OWN for t in source):
        return False
    if any((t.dep == "neg" or t.lower == "no") and t.head.dep != "relcl" and t.head in source for t in source[:4]):
        return False  # but "An officer, who asked not to be named, said"
    clause = object_clause(verb)
    asked = ("mark", "advmod", "dobj", "nsubj", "attr", "nsubjpass")
    return clause is None or not any(
        c.lower in QUESTION and c.dep in asked and c.i < clause.i and (c.i > verb.i or clause.i < verb.i)
        for c in clause.children
    )
