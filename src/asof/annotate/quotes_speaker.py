"""Who an attribution's source is: the actor of its mention, the speaker before it, or the words themselves.

Coreference is the actors' business; here only the mention that stands in a source is looked up, and
a quote without a cue gets the person last told of, or who spoke last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..model import Actor, Mention
from ..reading import Reading, Token
from .quotes_said import Said, phrase, reporter, subject

PERSONAL = frozenset({"he", "she"})
DOCUMENTS = frozenset({"statement", "communiqué", "communique", "declaration", "resolution", "letter", "release"})
CITING = frozenset({"cite", "quote"})
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
        self.last: Speaker | None = None

    def of(self, said: Said) -> Speaker | None:
        """The speaker of an attribution; remembered as the last who spoke when it is a statement."""
        who = _author(said)
        found = self.named(who, said.source) if who is not None else None
        if found is None and said.carried:
            found = self.last
        if found is not None and said.level == "statement":
            self.last = found
        return found

    def named(self, head: Token, source: list[Token]) -> Speaker | None:
        """The actor mentioned by this head, by its apposition, or by another word of the source."""
        near = [head, *(c for c in head.children if c.dep in ("appos", "compound", "nmod"))]
        for token in near:
            mention = self.mentions.get(token.i)
            if mention is not None and mention.actor in self.actors:
                return Speaker(self.actors[mention.actor].name, mention.actor)
        if head.lower in PRONOUNS or head.pos == "PRON":
            return self.last if head.lower in PRONOUNS and head.tag in ("PRP", "PRP$") else None
        return self._alike(head) or Speaker(_words(head))

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
        """With "the ministry said, citing the governor" as the governor's words that the ministry passes on."""
        by_verb = {said.verb.i: said for said in found}
        kept = []
        for said in found:
            top = said.verb.head
            if said.verb.dep == "pcomp" and top.head.lemma in CITING and top.lower == "as":
                said.relayed = subject(top.head)[1] if top.head.child("nsubj") else None
            cited = said.verb.child("dobj")
            outer = by_verb.get((reporter(said.verb) or said.verb.head).i)
            if said.verb.lemma not in CITING or said.verb.tag != "VBG" or cited is None or not self._actor(cited):
                kept.append(said)
            elif outer is not None and outer is not said and outer.relayed is None:
                outer.relayed, outer.speaker, outer.source = outer.speaker, cited, phrase(cited, said.verb)
            else:
                kept.append(said)
        return kept

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


def _author(said: Said) -> Token | None:
    """Whose words a document carries: "the council meets on Friday and a draft statement urges …"."""
    head = said.speaker
    if head is None or head.lemma not in DOCUMENTS or said.direct:
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
    inside = {t.i: t for t in head.subtree()}
    i = head.i - 1
    while i in inside and inside[i].pos != "PUNCT":
        if head.pos == "PROPN" and inside[i].pos not in ("PROPN", "PART"):
            break
        own.insert(0, inside[i])
        i -= 1
    if own[0].lower == "the" and len(own) > 1:
        own = own[1:]
    text = own[0].text
    for one, other in pairwise(own):
        text += (" " if other.start > one.end else "") + other.text
    return text
