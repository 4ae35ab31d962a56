"""Who an attribution's source is: the actor of its mention, the speaker before it, or the words themselves.

Coreference is the actors' business; here only the mention that stands in a source is looked up, and
a quote without a cue gets the person last told of, or who spoke last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile

from ..issuing import Issuers
from ..model import Actor, Mention
from ..reading import Reading, Token
from ..vocabulary import issuers, reporting
from .quotes_closing import named
from .quotes_naming import SOMEBODY, one_of, own_name, owners
from .quotes_said import LOOSE, Said, phrase, subject

PERSONAL = frozenset({"he", "she"})
DOCUMENTS = frozenset({"statement", "communiqué", "communique", "declaration", "resolution", "letter", "release",
                       "inquiry", "investigation", "probe"})  # fmt: skip
CITING = frozenset({"cite", "quote"})
TELLING = frozenset({"introduce", "describe", "identify", "present"})
BRIEF = 12  # words that name several speakers
OWN_PEOPLE = frozenset({"source", "activist", "correspondent", "researcher", "volunteer", "investigator"})
VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "mouthpiece"})
PRESS = frozenset({"media", "medium", "outlet", "newspaper", "paper", "agency", "broadcaster", "station", "channel",
                   "television", "radio", "daily", "website", "press", "report"})  # fmt: skip
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "that", "which", "him", "her", "them", "his", "their", "its"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """The name to show and, where a mention resolves it, the actor's id."""

    name: str
    actor: str | None = None


class Speakers:
    """Look-up of speakers in one reading, in order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self.mentions: dict[int, Mention] = {mention.head: mention for mention in reading.mentions}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self.persons = {
            i for entity in reading.entities if entity.label == "PERSON" for i in range(entity.first, entity.last + 1)
        }
        self.publisher = reading.document.report.publisher
        known = {i: self.actors[m.actor] for i, m in self.mentions.items() if m.actor in self.actors}
        self.issuing = Issuers(reading, known)
        self.last: Speaker | None = None
        self.several: Token | None = None  # the noun of those who spoke last, where they are several
        self.alias: dict[str, Speaker] = {}  # who an unnamed one turned out to be, or to speak for
        for mention in reading.mentions:
            head = self.tokens[mention.head]
            group = self._called(head) or self._spoken_for(head)
            if group is not None:
                self.alias.setdefault(mention.actor, group)

    def of(self, said: Said) -> Speaker | None:
        """The speaker of an attribution; remembered as the last who spoke when it is a statement."""
        who = self._owner(_author(said), said)
        found = self.named(who, said.source) if who is not None else None
        if found is None and said.carried:
            found = self.last
        if found is not None and said.level == "statement":
            self.last = found
            self.several = who if who is not None and who.tag == "NNS" else None
        return found

    def author(self, publisher: str | None) -> Speaker | None:
        """Who puts out the report."""
        if not publisher:
            return None
        body = issuers.body(publisher) or publisher
        same = next((actor.id for actor in self.actors.values() if actor.name == body), None)
        return Speaker(body, same)

    def issuer(self) -> Speaker | None:
        """Whose own statement the report is."""
        whole = self.issuing.whole
        return Speaker(whole.speaker, whole.actor) if whole is not None and whole.speaker else None

    def partisan(self) -> bool:
        """Whether the report says "we" of one who takes part in what it tells, and does not only watch and count."""
        return self.issuing.collective is not None and issuers.watcher(self.publisher) is None

    def speaks(self, head: Token, kinds: frozenset[str]) -> bool:
        """Whether this word names an actor of one of these kinds."""
        mention = self.mentions.get(head.i)
        actor = self.actors.get(mention.actor) if mention is not None else None
        return actor is not None and actor.kind in kinds

    def named(self, head: Token, source: list[Token]) -> Speaker | None:
        """The actor mentioned by this head, by its apposition, or by another word of the source."""
        better = (
            self._called(head)
            or self._named_beside(head, source)
            or self._spoken_for(head)
            or self._together(head, source)
            or self._one_of(head)
            or (Speaker(_words(head)) if head.lower in SOMEBODY else None)
        )
        if better is None and head.lemma in PRESS and any(c.lower in ("this", "our") for c in head.children):
            better = self.author(self.publisher)
        near = [head, *(c for c in head.children if c.dep in ("appos", "compound", "nmod"))]
        for token in near:
            mention = self.mentions.get(token.i)
            if mention is not None and mention.actor in self.actors:
                found = (
                    better or self.alias.get(mention.actor) or Speaker(self.actors[mention.actor].name, mention.actor)
                )
                if better is not None and better.actor is not None and self.actors[mention.actor].kind == "person":
                    self.alias[mention.actor] = better
                return found
        if better is not None:
            return better
        if head.lower in PRONOUNS or head.pos == "PRON":
            return self.last if head.lower in PRONOUNS and head.tag in ("PRP", "PRP$") else None
        return self._alike(head) or Speaker(_words(head))

    def _owner(self, head: Token | None, said: Said) -> Token | None:
        """Whose words a list, a recording or a channel carries, where that is an actor; else the thing itself."""
        if head is None or (said.direct and head.pos == "PROPN"):
            return head
        for owner in owners(head):
            mention = self.mentions.get(owner.i)
            actor = self.actors.get(mention.actor) if mention is not None else None
            if head.lemma in OWN_PEOPLE and not (actor is not None and actor.name in (self.publisher or "")):
                continue
            ours = owner.lemma in PRESS and any(c.lower in ("this", "our") for c in owner.children)
            bare = actor is None and owner.text.isupper() and len(owner.text) > 2
            if ours or bare or (actor is not None and (actor.kind != "group" or owner.dep == "poss")):
                return owner
        return head

    def _called(self, head: Token) -> Speaker | None:
        """The name that the description itself gives: "a man who calls himself Commander Zo"."""
        name = own_name(head)
        if name is None:
            return None
        mention = self.mentions.get(name.i)
        if mention is not None and mention.actor in self.actors:
            return Speaker(self.actors[mention.actor].name, mention.actor)
        return Speaker(_words(name))

    def _one_of(self, head: Token) -> Speaker | None:
        """One of several who bear no name: "one of them" as "a resident"."""
        beside = head.child("appos") if head.lower == "one" else None
        if beside is not None and beside.pos == "NOUN":  # "one of them, a grain trader"
            return self.named(beside, [beside])
        found = one_of(head, self._first_noun)
        return Speaker(found) if found is not None else None

    def _first_noun(self, pronoun: Token) -> Token | None:
        """The noun by which those were first told of whom a pronoun means."""
        mention = self.mentions.get(pronoun.i)
        if self.several is not None or mention is None:
            return self.several
        heads = (self.tokens[m.head] for m in self.mentions.values() if m.actor == mention.actor)
        return next((token for token in heads if token.tag == "NNS"), None)

    def _named_beside(self, head: Token, source: list[Token]) -> Speaker | None:
        """The name that explains a description: "the head of the hospital, Rosa Mina,"."""
        if head.pos != "NOUN":
            return None
        segments: list[list[Token]] = [[]]
        for token in source:
            if token.text == ",":
                segments.append([])
            else:
                segments[-1].append(token)
        for words in segments[1:]:
            if not named(words) or words[0].i < head.i:
                continue
            mention = self.mentions.get(words[-1].i)
            actor = self.actors.get(mention.actor) if mention is not None else None
            if words[-1].ent in ("GPE", "LOC", "DATE") and not (actor is not None and actor.kind == "person"):
                continue
            if actor is not None:
                return Speaker(actor.name, actor.id)
            return Speaker(_joined([t for t in words if t.tag != "DT"]))
        return None

    def _spoken_for(self, head: Token) -> Speaker | None:
        """The group of one who is known only as its voice: "a man who called himself a spokesman of the Front"."""
        for child in head.children:
            if child.dep not in ("relcl", "acl") or child.lemma not in TELLING:
                continue
            voice = next((t for t in child.subtree() if t.lemma in VOICES), None)
            for prep in voice.children if voice is not None else ():
                whose = prep.child("pobj") if prep.dep == "prep" and prep.lower in ("of", "for") else None
                if whose is not None:
                    return self.named(whose, [whose])
        return None

    def _together(self, head: Token, source: list[Token]) -> Speaker | None:
        """Several who say it together: "residents and a rescue worker"."""
        words = list(takewhile(lambda token: token.tag not in ("WP", "WDT") and token.text not in LOOSE, source))
        joint = next((k for k, token in enumerate(words) if token.lower == "and" and token.i > head.i), None)
        if joint is None or len(words) > BRIEF:
            return None
        if any(token.tag in ("IN", "TO") for token in words[:joint]):  # "an elder of the town and a health worker"
            others = [c for c in head.children if c.dep == "conj" and c.tag in ("NN", "NNS") and c.i > words[joint].i]
            if not others or head.pos != "NOUN":
                return None
            return Speaker(" and ".join(_words(one) for one in (head, *others)))
        return Speaker(_joined(words)) if any(token.pos in ("NOUN", "PROPN") for token in words[joint:]) else None

    def _alike(self, head: Token) -> Speaker | None:
        """For words that no mention holds: the one person of that surname, or the last named with that noun."""
        if head.text[:1].isupper():
            same = [a for a in self.actors.values() if a.kind == "person" and a.name.split()[-1:] == [head.text]]
            return Speaker(same[0].name, same[0].id) if len(same) == 1 else None
        if head.pos != "NOUN" or not any(child.lower == "the" for child in head.children):
            return None
        earlier = [m for m in self.mentions.values() if m.head < head.i and head.lower in m.span.text.lower().split()]
        actor = self.actors.get(max(earlier, key=lambda m: m.head).actor) if earlier else None
        return Speaker(actor.name, actor.id) if actor is not None else None

    def relay(self, found: list[Said]) -> list[Said]:
        """With "the daily said, citing the governor" as the governor's words that the daily passes on.

        Anybody else who cites another makes the statement his own.
        """
        dropped: set[int] = set()
        for said in found:
            top = said.verb.head
            if said.verb.dep == "pcomp" and top.head.lemma in CITING and top.lower == "as":
                said.relayed = subject(top.head)[1] if top.head.child("nsubj") else None
            citing = _citing(said)
            cited = citing.child("dobj") if citing is not None else None
            if citing is None or cited is None or not self._actor(cited):
                continue
            dropped.add(citing.i)
            if said.relayed is None and self._press(said.speaker):
                said.relayed, said.speaker, said.source = said.speaker, cited, phrase(cited, citing)
        return [said for said in found if said.verb.i not in dropped]

    def _press(self, head: Token | None) -> bool:
        """Whether this is a medium, which only passes on."""
        if head is None:
            return False
        mention = self.mentions.get(head.i)
        actor = self.actors.get(mention.actor) if mention is not None else None
        return head.lemma.lower() in PRESS or (actor is not None and actor.sector == "MED")

    def _actor(self, token: Token) -> bool:
        mention = self.mentions.get(token.i)
        return mention is not None and mention.actor in self.actors

    def told_of(self, before: Token, after: int) -> Token | None:
        """The subject, a person, nearest before this word and after that place."""
        for i in range(before.i - 1, after, -1):
            token = self.tokens[i]
            if token.dep in ("nsubj", "nsubjpass") and token.head.head is token.head and self._person(token):
                return token
        return None

    def _person(self, token: Token) -> bool:
        if token.lower in PERSONAL:
            return True
        mention = self.mentions.get(token.i)
        actor = self.actors.get(mention.actor) if mention is not None else None
        return actor.kind == "person" if actor is not None else not self.mentions and token.i in self.persons


def _citing(said: Said) -> Token | None:
    """The verb by which the one who speaks names a source: "said, citing the governor"."""
    if said.level != "statement" or said.verb.lemma in CITING:
        return None
    beside = list(said.verb.children)
    if said.speaker is not None:
        beside += said.speaker.children
    for token in beside:
        if token.lemma in CITING and token.tag == "VBG":
            return token
    # hung on the last words of what is said
    following = [t for t in said.verb.sentence.tokens if 1 < t.i - said.verb.i < 4 and t.tag == "VBG"]
    return next((t for t in following if t.lemma in CITING), None)


def _author(said: Said) -> Token | None:
    """Whose words a document carries: "the council meets on Friday and a draft statement urges …"."""
    head = said.speaker
    register = said.frame == "count" and head is not None and head.lemma in reporting.load().registers
    if head is None or said.direct or not (register or head.lemma in DOCUMENTS):
        return head
    for child in head.children:
        if child.dep == "poss":
            return child
        if child.dep == "prep" and child.lower in ("by", "from", "of"):
            owner = child.child("pobj")
            if owner is not None:
                return owner
    if said.verb.dep == "conj":
        _, other = subject(said.verb.head)
        return other or head
    return head


def _words(head: Token) -> str:
    """The words of an unresolved source: the noun with what stands before it; a name alone where it has one."""
    own = [head]
    if head.lower in SOMEBODY:  # "someone inside the force"
        near = next((child for child in head.children if child.dep == "prep"), None)
        where = near.subtree() if near is not None else []
        return _joined([head, *takewhile(lambda token: token.tag not in ("WP", "WDT"), where)])
    inside = {t.i: t for t in head.subtree()}
    i = head.i - 1
    while i in inside and inside[i].pos != "PUNCT":
        if head.pos == "PROPN" and inside[i].pos not in ("PROPN", "PART"):
            break
        own.insert(0, inside[i])
        i -= 1
    if own[0].lower == "the" and len(own) > 1:
        own = own[1:]
    return _joined(own)


def _joined(own: list[Token]) -> str:
    text = own[0].text
    for one, other in pairwise(own):
        text += (" " if other.start > one.end else "") + other.text
    return text
