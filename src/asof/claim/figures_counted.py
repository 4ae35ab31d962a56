"""A quantity in its tree, and what is made of it: the types and the questions that all of `figures_*` share.

Answers about grammar only: the head of the noun phrase, who a noun stands for, whether a clause states a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import Quantity
from ..reading import Token
from ..vocabulary import measure_phrases as phrases
from ..vocabulary import measures as lexicon
from ..vocabulary import numbers, people, things

RELATIVE = frozenset({"who", "which", "that", "whom"})

_UNMANNED = frozenset({"unmanned", "uncrewed"})
_COUNTING = frozenset({"half", "all", *numbers.UNITS})


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the word that gives it; `owner` is the word for whoever gives the figure, where it is said.

    `by_denial`: a negated verb says it ("did not survive").
    """

    measure: str
    anchor: Token
    owner: Token | None = None
    status: Literal["current", "earlier"] = "current"
    qualifier: str | None = None
    unit: str | None = None
    raise_low: bool = False
    by_denial: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """Why a quantity that looked like a count gives no figure."""

    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity in its tree: the number, the noun it counts, and the head of the whole noun phrase."""

    quantity: Quantity
    number: Token
    noun: Token | None
    head: Token

    @property
    def word(self) -> str:
        if self.noun is None:
            return ""
        if self.noun.lower in ("vehicles", "vehicle") and any(c.lower in _UNMANNED for c in self.noun.children):
            return "drones"  # "249 unmanned aerial vehicles"
        return self.noun.lower

    @property
    def nth(self) -> int | None:
        """The whole that an ordinal by itself fills up: nine of "the ninth, a driver"."""
        return numbers.ORDINALS.get(self.number.lower) if not self.quantity.ordinal and self.noun is None else None

    @property
    def is_whole(self) -> bool:
        """Whether it is what another number is a part of: "one of the two", "94 of 180 detainees"."""
        tokens = self.number.sentence.tokens
        k = self.number.i - tokens[0].i - 1
        while k > 0 and tokens[k].lower in ("the", "its", "his", "their", "some", "about", "those"):
            k -= 1
        return k > 0 and tokens[k].lower == "of" and (tokens[k - 1].pos == "NUM" or tokens[k - 1].lower in _COUNTING)

    @property
    def of_whole(self) -> bool:
        """Whether it is "N of the …": a part of something said before."""
        if self.noun is None or self.head is self.noun:
            return False
        return (
            self.noun.lower in ("them", "whom", "those", "which")
            or any(
                child.dep in ("det", "poss") or child.lower in ("the", "its", "his", "their", "those")
                for child in self.noun.children
            )
            or self.noun.pos == "NUM"
        )


def kind_of(noun: Token | None) -> str | None:
    """The group of people that a noun stands for: a known word, a people's name, a noun of agents; else null."""
    if noun is None:
        return None
    group = people.group(noun.lower)
    if group is not None:
        return group
    if noun.lower in things.ALL:
        return None  # "trawlers" end like people
    if noun.tag == "NNPS" or noun.ent == "NORP":
        return "people"
    return "people" if noun.tag == "NNS" and people.AGENTS.search(noun.lower) else None


def counted(quantity: Quantity, tokens: list[Token]) -> Counted:
    """The quantity with its noun and the head of its noun phrase."""
    number = tokens[quantity.head]
    noun = tokens[quantity.noun] if quantity.noun is not None else None
    if number.dep == "quantmod" and number.head.pos == "NUM" and number.head.head.pos == "NOUN":
        return Counted(quantity, number, number.head.head, number.head.head)  # "94 of 180 detainees"
    of = next((c for c in number.children if c.lower == "of" and c.dep == "prep"), None)
    among = of.child("pobj") if of is not None else None
    if among is not None and among.lower in ("them", "whom", "these", "which"):
        return Counted(quantity, number, among, number)  # "three of them farm workers"
    if noun is None or noun.i < number.i or _under(noun, number):
        return Counted(quantity, number, noun, number)
    return Counted(quantity, number, noun, noun)


def several(item: Counted, least: int) -> bool:
    """Whether it is so many at least; what is told without a number ("dozens") may be."""
    quantity = item.quantity
    known = quantity.value or quantity.low or quantity.high
    return known >= least if known is not None else quantity.qualifier is not None and quantity.value != 0


def _under(token: Token, above: Token) -> bool:
    for k, ancestor in enumerate(token.ancestors()):
        if ancestor is above:
            return True
        if k > 4:
            break
    return False


def irreal(verb: Token) -> str | None:
    """Why the clause of this verb states no fact: a modal, a condition, a negation, an intention; else null."""
    token, depth = verb, 0
    while depth < 6:
        for child in token.children:
            if child.dep in ("aux", "auxpass") and child.lower in lexicon.MODALS:
                perfect = any(c.lower in ("have", "ve") and c.dep in ("aux", "auxpass") for c in token.children)
                if not (perfect and child.lower in ("may", "could", "might")):
                    return "possible, not stated as a fact"
            if child.dep == "mark" and child.lower in ("if", "unless", "whether") and token is verb:
                return "a condition, not stated as a fact"
            if child.dep == "neg" and token is verb and child.lower not in ("no",):
                return "negated"
            if child.dep == "aux" and child.lower in ("will", "'ll", "shall", "wo"):
                return "in the future"
        if token.dep == "conj" and not any(c.dep in ("nsubj", "nsubjpass", "aux") for c in token.children):
            token = token.head
        elif token.dep == "xcomp" and token.head.lemma in (
            "threaten",
            "plan",
            "want",
            "intend",
            "try",
            "attempt",
            "vow",
        ):
            return "intended, not stated as a fact"
        else:
            return None
        depth += 1
    return None


def clause_irreal(noun: Token) -> str | None:
    for above in noun.ancestors():
        if above.pos in ("VERB", "AUX"):
            return irreal(above)
    return None


def giver(token: Token) -> Token | None:
    """Who announces it: "the union, which had announced more than 30 deaths"."""
    for _ in range(2):  # "published the names of 14 dead"
        if token.dep == "pobj" and token.head.lower == "of" and token.head.head.pos == "NOUN":
            token = token.head.head
    verb = token.head
    if token.dep not in ("dobj", "pobj") or verb.lemma not in lexicon.TOLL_GIVERS or verb.pos != "VERB":
        return None
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return None
    subject = verb.child("nsubj")
    if subject is not None and subject.lower in RELATIVE:
        return verb.head if verb.dep == "relcl" else None
    return subject


def reckoner(head: Token) -> Token | None:
    """By whose reckoning it is: "Some 4,000 workers, by the count of their union, …", "by the army's estimate"."""
    for prep in (*head.children, *head.head.children):
        inner = prep.child("pobj") if prep.lower == "by" else None
        if inner is None or inner.lemma not in ("count", "tally", "estimate", "reckoning", "account", "figure"):
            continue
        whose = inner.child("poss")
        if whose is not None and whose.tag != "PRP$":
            return whose
        of = next((c for c in inner.children if c.lower == "of"), None)
        return of.child("pobj") if of is not None else None
    return None


def governing_verb(head: Token) -> Token | None:
    token = first_conjunct(head)
    return token.head if token.head is not token and token.head.pos in ("VERB", "AUX") else None


# Nouns that a count may hang on without being counted by them: "a total of 64 people were taken".
_BUNDLES = frozenset(
    """
    total group batch crowd band party column force contingent team squad detachment mob list string number bunch
    family crew patrol gang
    """.split()
)


def first_conjunct(token: Token) -> Token:
    """The head of the phrase that plays a role for the whole list: "a total of 64 men and two women were taken"."""
    while token.head is not token:
        above = token.head
        if token.dep == "compound" and above.lower in lexicon.CAPTIVITY:
            token = above  # "took 180 people hostage", read as one noun
        elif token.dep in ("conj", "appos") and above.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            token = above
        elif token.dep == "pobj" and above.lower == "of" and above.head.lemma in _BUNDLES:
            token = above.head
        else:
            break
    return token


def is_patient(head: Token, verb: Token) -> bool:
    token = first_conjunct(head)
    return token.head is verb and token.dep in ("dobj", "nsubjpass", "oprd", "dative")


_BELOW = frozenset(
    """
    prep prt advmod pobj oprd acomp npadvmod dobj ccomp xcomp compound pcomp agent amod
    """.split()
)


def words_below(verb: Token) -> set[str]:
    """The words of the verb's particles, complements and their objects, three levels down."""
    found: set[str] = set()
    level = verb.children
    for _ in range(3):
        following: list[Token] = []
        for token in level:
            if token.dep in _BELOW or (token.dep == "conj" and token.pos == "NOUN"):
                found.add(token.lower)
                following.extend(token.children)
        level = following
    return found


def situation(prep: Token) -> Measured | None:
    """Such as "in custody", "behind bars", "in hospital", "under the rubble"."""
    inner = prep.child("pobj", "amod")  # "at large" has no noun
    if inner is None:
        return None
    for row in phrases.SITUATIONS:
        fits = prep.lower in row.prepositions and inner.lower in row.nouns
        if fits and (not row.adjectives or row.adjectives & {c.lower for c in inner.children}):
            return Measured(row.measure, inner)
    return None


def compound(noun: Token | None) -> str | None:
    """The noun with the noun that it is made up with: "gas masks"."""
    if noun is None:
        return None
    made = [c.lower for c in noun.children if c.dep == "compound" and c.pos == "NOUN" and c.i < noun.i]
    return " ".join([*made, noun.lower])


def phrase(item: Counted) -> str:
    """What is counted with its contents: "bags of blood"."""
    noun = item.noun
    if noun is None:
        return ""
    of = next((c for c in noun.children if c.lower == "of"), None)
    inner = of.child("pobj") if of is not None else None
    return f"{noun.lower} of {inner.lower}" if inner is not None else noun.lower
