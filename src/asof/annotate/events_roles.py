"""Who acts in an event and who is acted upon, as ids of the reading's actors.

A weapon, a building or a thing that has no actor is never an actor: "a drone struck" has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..grammar import agents, conjuncts, patients, prepositional
from ..model import Actor, Quote
from ..reading import Reading, Token
from ..vocabulary.actors import registry
from ..vocabulary.codebooks import Frame
from .events_lexicon import ARMED
from .events_match import ACTING_VERBS, objects
from .events_recipients import led_to

DONE = frozenset({"commit", "carry", "launch", "conduct", "stage", "mount", "perpetrate", "order", "execute", "claim"})
# "Civilians lost their lives", "the town came under fire": with these the subject may be whom it befell.
SUFFERED = frozenset({"lose", "be", "come", "stand", "go"})
BLAMING = frozenset({"blame", "accuse", "hold", "charge", "suspect"})
# Told from the other side: who receives aid is helped, and who gives it acts.
CONVERSE = frozenset({"receive", "get", "obtain", "accept", "secure"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TOWARD = ("at", "on", "upon", "against", "toward", "towards", "into", "with", "to", "for", "of")
# Types whose parties stand side by side when the subject is plural or a "with" joins them.
RECIPROCAL = frozenset("clash fight battle exchange trade meet sign negotiate skirmish talk speak".split())
# Those who act for whom they speak for; an envoy or a minister acts in his own name.
SPEAKERS_FOR = (
    "spokes", "official", "representative", "communiqu", "general", "commander", "colonel", "brigadier",
    "admiral", "major", "captain", "delegation", "envoys", "negotiators", "diplomats", "lieutenant",
    "defence minister", "defense minister", "foreign minister", "interior minister",
)  # fmt: skip
FORMER = frozenset({"former", "ex", "onetime", "retired", "ousted", "deposed", "erstwhile", "exiled"})

# Of a body, and acting for it.
MEMBERS = frozenset(
    "members troops officers soldiers fighters forces personnel agents men units guards policemen gunmen militants "
    "commandos marines rangers vehicles jets warplanes gunners operatives cadres negotiators delegates".split()
)


@dataclass(slots=True)
class Cast:
    """The actors of a reading by the token that heads each mention: several where it names both sides."""

    heads: dict[int, tuple[str, ...]]
    known: dict[str, Actor]
    weapons: frozenset[str]

    @classmethod
    def of(cls, reading: Reading, weapons: frozenset[str]) -> Cast:
        known = {actor.id: actor for actor in reading.actors}
        heads: dict[int, tuple[str, ...]] = {}
        for mention in reading.mentions:
            heads[mention.head] = (*heads.get(mention.head, ()), mention.actor)
        for quote in reading.quotes:
            if quote.kind == "direct":
                _within_quote(reading, quote, heads, known)
            else:
                _within_report(reading, quote, heads, known)
        return cls(heads, known, weapons)

    def who(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The actors that these tokens refer to, each once, in order; a spokesman stands for his side."""
        found: list[str] = []
        for token in tokens:
            if token.lemma.lower() in self.weapons:
                continue
            apposed = [self.heads[c.i] for c in token.children if c.dep == "appos" and c.i in self.heads]
            actors = self.heads.get(token.i) or next(iter(apposed), ()) or self._state(token)
            if self.heads.get(token.i) and _listed(token):
                actors = (*actors, *(a for c in token.children if c.dep == "appos" for a in self.who(conjuncts(c))))
            found.extend(principal for actor in actors if (principal := self.principal(actor)) not in found)
        return tuple(found)

    def sides(self, actors: Iterable[str]) -> list[str]:
        """Those whom these speak for or belong to."""
        return [one.of for actor in actors if (one := self.known.get(actor)) is not None and one.of is not None]

    def users(self, tokens: Iterable[Token]) -> list[Token]:
        """Words that say whose a weapon is: "an Israeli drone", "the army's shells", "a military jet"."""
        counted = [
            t for t in tokens for t in (prepositional(t, "of") if t.pos == "NUM" else (t,))
        ]  # "one of its drones"
        used = [t for t in counted if t.lemma.lower() in self.weapons]
        return [c for t in used for c in t.children if c.dep in ("amod", "poss", "compound", "nmod")]

    def armed(self, tokens: Iterable[Token]) -> bool:
        """Whether one of these refers to armed forces or an armed group."""
        return any(self.known[a].sector in ARMED for t in tokens for a in self.heads.get(t.i, ()) if a in self.known)

    def _state(self, token: Token) -> tuple[str, ...]:
        """The state that an adjective names: "Russian airstrikes"."""
        country = registry().demonyms.get(token.lower) if token.dep in ("amod", "compound", "nmod") else None
        if country is None:
            return ()
        return tuple(a.id for a in self.known.values() if a.kind == "state" and a.country == country)[:1]

    def principal(self, actor: str) -> str:
        """Whoever this actor acts for: a spokesman for his side, a minister for nobody but himself."""
        one = self.known.get(actor)
        if one is None or one.of is None or one.of not in self.known:
            return actor
        words = f"{one.title or ''} {one.name}".lower()
        if not FORMER.isdisjoint(words.replace("-", " ").split()):
            return actor  # "a former defence minister of Peru" acts for nobody any more
        if one.kind == "group" and MEMBERS & set(words.partition(" of ")[0].split()):
            return one.of  # "members of the gang", "its five officers"
        return one.of if any(word in words for word in SPEAKERS_FOR) else actor


def _listed(token: Token) -> bool:
    """Whether an apposition only goes on with a list: "Kenya, Uganda and Chad", taken for "Kenya, that is Uganda"."""
    further = [child for child in token.children if child.dep == "appos"]
    names = (token, *further)
    bare = all(t.pos == "PROPN" and not t.child("poss", "nummod") for t in names)
    return bare and any(child.dep == "conj" for t in further for child in t.children)


def _within_quote(reading: Reading, quote: Quote, heads: dict[int, tuple[str, ...]], known: dict[str, Actor]) -> None:
    """Pronouns of somebody's own words: "we" are his side, "I" himself; "they" may be anybody."""
    speaker = known.get(quote.actor or "")
    for span in quote.content:
        for token in reading.tokens_in(span.start, span.end):
            if token.pos != "PRON":
                continue
            if token.lower in ("they", "them"):
                heads.pop(token.i, None)
            elif speaker is not None and token.lower in ("we", "us", "i", "me"):
                plural = token.lower in ("we", "us")
                heads[token.i] = (speaker.of if plural and speaker.of in known and speaker.of else speaker.id,)


def _within_report(reading: Reading, quote: Quote, heads: dict[int, tuple[str, ...]], known: dict[str, Actor]) -> None:
    """An unresolved "it" or "they" as the first subject of reported speech is the speaker: "said it would attend"."""
    if quote.actor not in known or quote.actor is None or not quote.content:
        return
    for token in reading.tokens_in(quote.content[0].start, quote.content[0].end)[:3]:
        if token.pos == "PRON" and token.dep in ("nsubj", "nsubjpass") and token.lower in ("it", "they", "he", "she"):
            heads.setdefault(token.i, (quote.actor,))
            return


def of_verb(verb: Token, frame: Frame, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients of an event whose trigger is a verb."""
    if _befalls(frame) and frame.words:  # "the town came under fire"
        return (), cast.who(agents(verb))
    if frame.root == "PROTEST" and frame.object is not None and frame.lemma in ("draw", "bring"):
        return cast.who(patients(verb)), ()  # "drew thousands of protesters into the square"
    if verb.lemma == "fall" and frame.root == "COERCE":  # "the town fell to the rebels"
        return cast.who(prepositional(verb, "to", "into")), ()
    if verb.lemma in CONVERSE and frame.words and "from" in frame.words[-1].split("|"):
        return cast.who(prepositional(verb, "from") + _givers(verb)), cast.who(agents(verb))
    actors = cast.who(agents(verb))
    if not actors:
        actors = cast.who(cast.users(agents(verb)))
    if frame.subject is not None and "people" in frame.subject.kinds:
        if _befalls(frame):
            return (), cast.who(agents(verb))
        actors = cast.who(agents(verb) or patients(verb))
    if not actors and frame.object is not None:  # "his movement had completed its withdrawal"
        actors = cast.who(c for patient in patients(verb) for c in patient.children if c.dep == "poss")
    recipients: tuple[str, ...] = ()
    if frame.object is None or frame.object.kinds or not frame.words:
        recipients = cast.who(objects(verb))
    for word in reversed(frame.words):
        recipients = recipients or cast.who(prepositional(verb, *word.split("|")))
    if not recipients and frame.object_of is not None:  # "reduced the village to ash"
        recipients = cast.who(patients(verb))
    if not recipients:
        below = [t for patient in patients(verb) for t in prepositional(patient, *TOWARD[:6])]
        recipients = cast.who(prepositional(verb, *TOWARD[:8])) or cast.who(below)
    if not recipients:  # "hit an army post": the army's
        owners = [
            c for p in patients(verb) for c in p.children if c.dep in ("compound", "poss") and c.ent not in PLACES
        ]
        recipients = cast.who(owners)
    if not recipients or set(recipients) <= set(actors):
        recipients = led_to(verb, frame, cast, actors)
    between = [t for patient in patients(verb) for t in prepositional(patient, "between")]
    if between and frame.root == "CONSULT":  # "hosted talks between the junta and an alliance"
        return cast.who(between), ()
    if verb.lemma in ("fight", "battle") and actors and cast.armed(patients(verb)):
        return (*actors, *(r for r in recipients if r not in actors)), ()
    if verb.lemma in RECIPROCAL and recipients and cast.who(prepositional(verb, "with")):
        return (*actors, *(r for r in recipients if r not in actors)), ()
    return actors, tuple(r for r in recipients if r not in actors)


def _befalls(frame: Frame) -> bool:
    """Whether the subject is whom it befell: "came under fire", "went on trial", but never "went on strike"."""
    if frame.lemma not in SUFFERED or (frame.subject is not None and "armed" in frame.subject.kinds):
        return False
    if frame.root == "ASSAULT":
        return "rampage" not in _slotted(frame)
    return frame.root in ("COERCE", "SANCTION") or frame.mode in ("allege", "investigate", "release")


def _slotted(frame: Frame) -> frozenset[str]:
    return frame.object.lemmas if frame.object is not None else frozenset()


def _blamed(noun: Token) -> list[Token]:
    """Whom a verb of blaming names for it: "blamed the army for the attack", "held him responsible for the murder"."""
    verb = noun.head.head
    if verb.lemma == "responsible" or verb.dep in ("oprd", "acomp", "dobj"):
        verb = verb.head  # "accused the | rebels of the murder"
    blaming = noun.dep == "pobj" and noun.head.lower in ("for", "of", "with") and verb.lemma in BLAMING
    return patients(verb) if blaming else []


def _givers(verb: Token) -> list[Token]:
    """ "received arms from Iran", the preposition taken for a part of the object."""
    return [t for thing in patients(verb) for t in prepositional(thing, "from")]


def of_noun(noun: Token, verb: Token | None, frame: Frame, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients of an event whose trigger is a noun, `verb` being the light verb around it."""
    actors = cast.who(prepositional(noun, "by"))
    if not actors:  # "the attack committed today by the militia"
        done = (child for child in noun.children if child.dep == "acl" and child.tag == "VBN")
        actors = cast.who(t for child in done if child.lemma in DONE for t in prepositional(child, "by"))
    if not actors:
        before = [c for c in noun.children if c.dep in ("poss", "compound", "amod", "nmod") and c.ent not in PLACES]
        actors = cast.who(t for child in before for t in conjuncts(child))
    if not actors:  # "Russia's raid", but "the Kyiv strikes" only says where
        actors = cast.who(c for c in noun.children if c.dep == "poss" and c.ent == "GPE")
    of = prepositional(noun, "of")
    doer = frame.of == "actor" or (not noun.lemma.endswith("ing") and cast.armed(of))  # "attacks of the militia"
    if not actors and doer:
        actors = cast.who(of)
    if not actors and verb is not None and verb.lemma in ACTING_VERBS and noun.dep in ("dobj", "nsubjpass", "conj"):
        actors = cast.who(agents(verb))
    if not actors:
        actors = cast.who(_blamed(noun))
    between = prepositional(noun, "between")
    if between:
        return cast.who(between), ()
    recipients = cast.who(prepositional(noun, *TOWARD[:6]))
    if not recipients and not doer:
        recipients = cast.who(of)
    if noun.lemma.lower() in ("clash", "battle", "fighting", "firefight"):
        joined = cast.who(prepositional(noun, "with"))
        return (*actors, *(r for r in joined if r not in actors)), ()
    return actors, tuple(r for r in recipients if r not in actors)
