"""Which words tell an event, and which only refer to one, ask about one, or speak in general."""

from __future__ import annotations

from dataclasses import dataclass

from ..grammar import agents, auxiliaries, clause_of, negated, passive, patients, prepositional, surface_subject
from ..model import EventMention, Span
from ..reading import Reading, Token
from ..vocabulary.codebooks import HARMING, SPEECH, Frame
from ..vocabulary.measures import DEMANDING, MOURNING, THRONGING
from ..vocabulary.numbers import UNITS
from ..vocabulary.things import AIRBORNE
from .events_lexicon import Lexicon
from .events_scope import complements

HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "THREATEN"})
# What is only tried, wanted or possible: "efforts to broker a truce".
TRIED = frozenset("effort attempt bid right ability readiness way chance need pressure willingness hope desire".split())
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "compound"})
UNNAMED = frozenset({"name", "named", "identified", "anonymity", "anonymous"})
TRAVEL = frozenset({"travel", "fly", "arrive", "journey", "land", "touch", "go", "head"})
CLAIMLIKE = frozenset(
    "claim accusation allegation charge figure suggestion assertion method toll account version story criticism".split()
)
# These are rejected; what else is claimed is denied, or (of one's own deed) both: see events_responsibility.
CHARGES = frozenset({"charge", "accusation", "allegation"})
# What is not told to the press is no refusal of the field: "declined to comment", "refused to give a toll".
WITHHELD = frozenset("comment say elaborate speculate identify disclose specify answer name reveal confirm".split())
TOLD_TO_PRESS = frozenset("toll detail figure number name comment reason information breakdown estimate".split())
# Acts of public bodies: told of a reporter or of nobody in particular, they are no events.
PUBLIC = frozenset({"CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE"})
SIGNING = frozenset({"sign", "initial", "ratify", "ink", "conclude", "adopt", "broker", "reach"})
PARTIES_MEET = frozenset({"discuss", "negotiate", "confer", "meet", "consult", "convene"})
ANYONE = frozenset({"anyone", "anybody", "whoever"})
# What is done to a drone or a missile in the air, by those whom it is sent against.
INTERCEPTING = frozenset("shoot down destroy neutralise neutralize eliminate bring knock take repel hit".split())
# Inside somebody's own words only these are told as events; the rest is talk.
TOLD_IN_QUOTES = frozenset({"ASSAULT", "COERCE", "REQUEST", "THREATEN", "RETREAT", "MOBILIZE", "REJECT"})


@dataclass(slots=True)
class Telling:
    """Decides for one reading whether words that fit a frame tell an event."""

    lexicon: Lexicon
    named: frozenset[str]
    press: frozenset[str]
    direct: list[Span]

    @classmethod
    def of(cls, reading: Reading, lexicon: Lexicon) -> Telling:
        named = frozenset(mention.actor for mention in reading.mentions if mention.form == "name")
        press = frozenset(actor.id for actor in reading.actors if actor.sector == "JRN")
        direct = [span for quote in reading.quotes if quote.kind == "direct" for span in quote.content]
        return cls(lexicon, named, press, direct)

    def told(self, token: Token, verb: Token | None, frame: Frame) -> bool:
        """Whether the words tell an event, and do not only refer to speech, to a question or to a generality."""
        if frame.root in SPEECH and verb is None:
            asked = frame.root == "REQUEST" and self.authored(token)
            return asked or (frame.root == "REJECT" and any(child.dep == "acl" for child in token.children))
        if frame.root == "REJECT" and _withheld(token):
            return False
        if frame.lemma == "ask" and passive(token):
            return False  # "they want to be asked": nobody asks
        if frame.root == "REJECT" and any(t.lemma.lower() in CLAIMLIKE for t in patients(token)):
            return any(t.lemma.lower() in CHARGES for t in patients(token)) and token.lemma == "reject"
        if frame.root == "REQUEST" and any(t.lower in ("us", "newspaper", "reporter") for t in patients(token)):
            return False  # said to whoever writes the report
        if frame.root == "AGREE" and (verb is None or not _commits(verb)):
            return False
        clause = verb or clause_of(token)
        first = token.sentence.tokens[0].lower
        if token.sentence.part.kind == "headline" and first in ("why", "how", "what"):
            return False
        if frame.root in SPEECH and not passive(clause):
            speakers = agents(clause)
            if speakers and not any(map(self.speaks, speakers)):
                return False  # "the job demands patience"
        if any(_marked(verb_above, "whether", "until", "unless") for verb_above in (clause, *clause.ancestors())):
            return False
        doing = agents(clause)
        if any(t.lower in ANYONE or any(c.lower == "any" for c in t.children) for t in doing):
            return False  # "any person who pays ransom"
        if frame.root in PUBLIC and (
            _unrealised(clause) or (token.dep in ("acl", "amod") and token.tag == "VBN" and frame.lemma not in SIGNING)
        ):
            return False  # "were to have met", "talks proposed for Nairobi"
        if frame.root in PUBLIC and doing and all(self.lexicon.actors.get(t.i) in self.press for t in doing):
            return False
        if token.dep == "amod" and frame.mode != "abduct":
            return False  # "the freed men", "wounded people": known already, or a state
        if frame.root == "ASSAULT" and _intercepts(token):
            return False
        if frame.root == "PROTEST" and _mourns(token):
            return False
        if frame.notation.lstrip("~") in HARMING and (not patients(token) or _nobody_hurt(token)):
            return False
        if frame.lemma in PARTIES_MEET and not any(map(self.speaks, agents(clause))):
            return False
        if clause.dep == "acl" and clause.head.lemma in TRIED:
            return False
        if frame.root == "REQUEST" and any(t.lower in UNNAMED for t in token.subtree()):
            return False  # "begged that his name be left out"
        nominal = token.tag == "VBN" and token.dep in NOMINAL
        if token.pos == "VERB" and (nominal or any(child.dep == "det" for child in token.children)):
            return False  # "the wounded", "as wounded die"
        if frame.root == "CONSULT" and frame.lemma in TRAVEL and not self._official(clause):
            return False
        quoted = any(span.start <= token.start < span.end for span in self.direct)
        if quoted and frame.root == "REQUEST" and not _asking(clause):
            return False
        return not quoted or (frame.root in TOLD_IN_QUOTES and not (frame.root in HOSTILE and _habitual(clause)))

    def speaks(self, token: Token) -> bool:
        """Whether the word is for somebody who can say or decide something: people, a state, a body."""
        if self.lexicon.people(token) or token.i in self.lexicon.places or token.pos in ("PRON", "PROPN"):
            return True
        return token.lemma.lower() in self.lexicon.bodies

    def authored(self, noun: Token) -> bool:
        """Whether a noun of speech says whose it is: "a request from the delegation", "at the government's request"."""
        authors = [*prepositional(noun, "by", "from", "of"), *(c for c in noun.children if c.dep == "poss")]
        return any(self.lexicon.people(t) or t.i in self.lexicon.places for t in authors)

    def _official(self, verb: Token) -> bool:
        """Whether those who travel are named: an envoy's trip is a visit, people flown out are not."""
        if passive(verb):
            return False
        return any(
            self.lexicon.actors.get(t.i) in self.named or t.lemma.lower() in self.lexicon.offices for t in agents(verb)
        )


def general(token: Token, verb: Token | None, mention: EventMention) -> bool:
    """Attacks in general, "logs attacks from open sources": nobody, nowhere, at no time, none in particular."""
    if (
        token.tag != "NNS"
        or verb is not None
        or any(child.dep in ("det", "nummod", "poss") for child in token.children)
    ):
        return False
    return not (mention.actors or mention.recipients or mention.place or mention.time or mention.weapons)


def _intercepts(verb: Token) -> bool:
    """ "shot down a drone over the airport": no attack of those who did, and the attack by drone is another's."""
    if verb.lemma not in INTERCEPTING or verb.pos not in ("VERB", "AUX", "ADJ"):
        return False
    brought = [t for thing in patients(verb) for t in (_counted_of(thing) or (thing,))]
    return bool(brought) and all(map(_airborne, brought))


def _mourns(verb: Token) -> bool:
    """ "Hundreds gathered to bury the victims": no protest, unless they chant, march or demand something."""
    if verb.lemma not in THRONGING:
        return False
    words = {token.lower for token in verb.sentence.tokens}
    return bool(words & MOURNING) and not words & DEMANDING


def _airborne(thing: Token) -> bool:
    """ "drones"; "another was downed", "two were" behind words for what flew."""
    if thing.pos not in ("PRON", "DET", "NUM"):
        return thing.lower in AIRBORNE
    return any(t.lower in AIRBORNE for t in thing.sentence.tokens if t.i < thing.i)


def _counted_of(number: Token) -> list[Token]:
    """ "six of the drones", "dozens of rockets": the drones, the rockets."""
    counts = number.pos == "NUM" or number.lemma.lower() in UNITS or number.lower in ("all", "most", "some")
    return [t for inner in prepositional(number, "of") for t in (_counted_of(inner) or (inner,))] if counts else []


def _nobody_hurt(verb: Token) -> bool:
    """ "No peacekeepers were hurt" is a count of none, not an attack denied."""
    return verb.lemma != "kill" and (negated(verb) or any(t.lower == "nobody" or negated(t) for t in patients(verb)))


def _asking(verb: Token) -> bool:
    """Whether somebody quoted asks by saying so: "we demand", "I call on you", not "they asked for our work"."""
    if verb.pos not in ("VERB", "AUX"):
        return True
    subject = surface_subject(verb)
    if subject is None or subject.lower in ("we", "i"):
        return verb.tag != "VBD"
    return subject.pos not in ("PRON", "DET") or subject.lower in ("which", "who")


def _habitual(verb: Token) -> bool:
    """ "We do not kill the people we live with": a habit, not a deed; a condition or a plan is no habit."""
    if any(child.dep == "mark" for child in verb.children):
        return False
    aux = [child.lower for child in auxiliaries(verb)]
    if verb.tag == "VB":
        return bool(aux) and set(aux) <= {"do", "does"}
    return verb.tag in ("VBP", "VBZ") and not aux


def _withheld(token: Token) -> bool:
    """ "declined to say which group", "refused to give a toll"."""
    for inner in token.children:
        if inner.dep == "xcomp" and inner.lemma in WITHHELD:
            return True
        if inner.dep == "xcomp" and inner.lemma in ("give", "provide", "discuss"):
            return any(t.lemma in TOLD_TO_PRESS for t in patients(inner))
    return False


def _unrealised(verb: Token) -> bool:
    """ "were to have met in Davao": a plan that came to nothing."""
    aux = {child.lower for child in verb.children if child.dep == "aux"}
    return verb.dep == "xcomp" and {"to", "have"} <= aux and verb.head.lemma in ("be", "due", "schedule", "plan")


def _marked(verb: Token, *marks: str) -> bool:
    return any(child.dep in ("mark", "advmod") and child.lower in marks for child in verb.children)


def _commits(verb: Token) -> bool:
    """Whether a verb of promising says what is promised now: not "what Moscow had offered", "had promised 180"."""
    recalled = verb.dep != "ccomp" and any(child.dep == "aux" and child.lower == "had" for child in verb.children)
    if verb.dep == "relcl" or recalled:
        return False
    if any(child.dep in ("xcomp", "ccomp") for child in verb.children):
        return True
    return any(noun.pos in ("NOUN", "PROPN") for noun in complements(verb))
