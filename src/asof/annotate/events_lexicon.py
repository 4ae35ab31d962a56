"""What one reading knows about its words: which head a person or group, which are armed, which lie in a place."""

from __future__ import annotations

from dataclasses import dataclass

from ..reading import Reading, Token
from ..vocabulary.codebooks import Codebook, Slot
from ..vocabulary.numbers import UNITS

ARMED = frozenset({"MIL", "REB", "UAF", "PRM"})
# Kinds of slots that ask for an actor of certain sectors.
SECTORS = {
    "armed": ARMED,
    "police": frozenset({"COP"}),
    "court": frozenset({"JUD"}),
    "government": frozenset({"GOV", "COP", "MIL", "LEG", "JUD"}),
}
PERSONAL = frozenset("he she they him her them us we everyone everybody anyone somebody someone".split())


@dataclass(slots=True)
class Lexicon:
    """What this reading knows about its tokens: which head a person or group, which lie in a place's name."""

    actors: dict[int, str]
    places: dict[int, str | None]
    weapons: frozenset[str]
    targets: frozenset[str]
    sectors: dict[str, frozenset[str]]
    bodies: frozenset[str]
    offices: frozenset[str]

    @classmethod
    def of(cls, reading: Reading, book: Codebook) -> Lexicon:
        actors = {mention.head: mention.actor for mention in reading.mentions}
        places: dict[int, str | None] = {}
        for ref in reading.place_refs:
            if ref.role != "dateline":
                for token in reading.tokens_in(ref.span.start, ref.span.end):
                    places[token.i] = ref.place if ref.role == "place" else None
        sectors = {
            kind: frozenset(actor.id for actor in reading.actors if actor.sector in codes)
            for kind, codes in SECTORS.items()
        }
        return cls(
            actors,
            places,
            book.words("munition") | frozenset(book.weapons),
            book.words("target"),
            sectors,
            book.words("body"),
            book.words("offices"),
        )

    def fits(self, slot: Slot, token: Token) -> bool:
        """Whether the token may fill the slot."""
        if token.lemma.lower() in slot.lemmas or token.lower in slot.lemmas:
            return True
        if "any" in slot.kinds:
            return True
        if "place" in slot.kinds and token.i in self.places:
            return True
        if any(self.actors.get(token.i) in self.sectors[kind] for kind in slot.kinds if kind in SECTORS):
            return True
        number = token.pos == "NUM" or token.lower in UNITS
        counted = number and token.dep in ("nsubj", "nsubjpass", "dobj")  # "Sixteen were released"
        return "people" in slot.kinds and (counted or self.people(token))

    def people(self, token: Token) -> bool:
        """Whether the token heads words for people or groups of people."""
        if token.lower == "it":
            return False  # a body or a thing, never somebody
        if token.i in self.actors:
            return True
        if token.i in self.places:
            return False
        if token.ent in ("PERSON", "NORP"):
            return True
        return token.pos == "PRON" and token.lower in PERSONAL

    def armed(self, token: Token) -> bool:
        """Whether the token refers to armed forces or an armed group."""
        return self.actors.get(token.i) in self.sectors["armed"]

    def harmed(self, token: Token) -> bool:
        """Whether the token is what violence is done to: people, places, or things such as posts and convoys."""
        return self.people(token) or token.i in self.places or token.lemma.lower() in self.targets

    def weapon(self, token: Token) -> bool:
        return token.lemma.lower() in self.weapons or token.lower in self.weapons
