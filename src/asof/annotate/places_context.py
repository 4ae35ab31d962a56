"""What stands in and around a span that may name a place: entities, prepositions, nouns, the report's other words.

Looks only; whether the span is a place is decided in `places_trust` and `places_unknown`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..reading import Entity, Reading, Sentence, Token
from ..vocabulary.places import Entry, fold, gazetteer
from ..vocabulary.places import words as W

PLACE_LABELS = frozenset({"GPE", "LOC"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
INNER = frozenset(
    "of de da do dos das del della di al el la le les los las the and und sur en am auf au aux upon on sous y e du des "
    "ash ar as an ad at az ez ed ibn bin - – ' ’ 's ’s".split()
)
# Articles of Arabic names, which many papers write small: "al-Hawl", "ash-Shaddadah", "el-Geneina".
ARTICLES = frozenset("al el ad ed an en ar er as es ash esh at et ath az ez adh".split())
AFTER_NOUN = frozenset({"ADP", "PUNCT", "PRON", "VERB", "ADV", "NUM", "DET"})
APPOSITION = 5  # tokens from a name's comma to the noun that says what it is


@dataclass(frozen=True, slots=True)
class Name:
    """A span of tokens (inclusive) that names a place, with the places that bear the name.

    `kind`: a `place` named as such; an `origin` (adjective, people); a `site` made of a name and a noun;
    `inner`, the name in that or in the name of a body.
    `inside`: the entity it is a part of, where that is longer.
    `noun`: what the words beside it call it ("market", "village", "township").
    """

    first: int
    last: int
    text: str
    entries: tuple[Entry, ...]
    kind: str = "place"
    label: str = ""
    inside: Entity | None = None
    noun: str = ""
    score: float = 1.0
    stem: str = ""  # the name without its noun, where that is the name of the place: "Kibirizi" of "Kibirizi township"

    @property
    def key(self) -> str:
        """What all ways of writing the name have in common."""
        return fold(self.stem or self.text)


class Context:
    """One report's words, asked about spans of them."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self.text = reading.document.text
        self.entity: dict[int, Entity] = {}
        for entity in reading.entities:
            for i in range(entity.first, entity.last + 1):
                self.entity[i] = entity
        self.starts = [starts_name(token) for token in self.tokens]
        for token in self.tokens:
            if token.text in ARTICLES and _leads(self.tokens, token.i, self.starts):
                self.starts[token.i] = True  # "al-Hawl"
        self.lower = Counter(t.text for t in self.tokens if t.text.islower())
        self.people = frozenset(
            token.lower
            for entity in reading.entities
            if entity.label == "PERSON" and entity.last > entity.first
            for token in self.tokens[entity.first : entity.last + 1]
        )

    def words(self, first: int, last: int) -> str:
        """The text of the tokens from `first` to `last`."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def label(self, i: int) -> str:
        """The label of the entity that the token is in."""
        entity = self.entity.get(i)
        return entity.label if entity is not None else ""

    def longer(self, first: int, last: int) -> Entity | None:
        """The entity that this span is a part of, articles and possessives apart."""
        entity = self.entity.get(first)
        if entity is None or entity.label in NUMBERS:
            return None
        a, b = entity.first, entity.last
        while a < first and self.tokens[a].pos == "DET":
            a += 1
        while b > last and self.tokens[b].tag in ("POS", ".", ","):
            b -= 1
        return entity if (a, b) != (first, last) and a <= first and b >= last else None

    def run(self, first: int) -> int:
        """The last of the capitalised words that follow each other from here, hyphens between them included."""
        tokens, sentence, last = self.tokens, self.tokens[first].sentence, first
        while last + 1 < len(tokens) and tokens[last + 1].sentence is sentence:
            if self.starts[last + 1]:
                last += 1
            elif tokens[last + 1].text in "-–" and last + 2 < len(tokens) and self.starts[last + 2]:
                last += 2
            else:
                break
        return last

    def before(self, i: int) -> Token | None:
        """The word before, in the same sentence."""
        return self.tokens[i - 1] if i and self.tokens[i - 1].sentence is self.tokens[i].sentence else None

    def after(self, i: int) -> Token | None:
        """The word after, in the same sentence."""
        found = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return found if found is not None and found.sentence is self.tokens[i].sentence else None

    def called(self, first: int, last: int) -> str:
        """What the words beside a name call it: "village" in "X village", "the village of X", "X, a village"."""
        after, before = self.after(last), self.before(first)
        if after is not None and after.lower in W.TOWN_NOUNS and after.text.islower():
            return after.lower
        if before is not None and before.lower == "of" and first > 1 and self.tokens[first - 2].lower in W.TOWN_NOUNS:
            return self.tokens[first - 2].lower
        if before is not None and before.text in W.TOWN_NOUNS and first <= before.head.i <= last:
            return before.lower  # "the frontline town X"
        if after is None or after.text not in (",", "("):
            return ""
        return "town" if self._measured(last + 2) else self._apposed(last + 2)

    def _measured(self, first: int) -> bool:
        """Whether the words from here say how far off something is: "some 15 km south-east of"."""
        for unit in self.tokens[first + 1 : first + 4]:
            if unit.lower in W.LENGTHS and self.tokens[unit.i - 1].pos == "NUM":
                ahead = [token.lower for token in self.tokens[unit.i + 1 : unit.i + 9]]
                way = next((k for k, word in enumerate(ahead) if word in ("of", "from", "outside")), len(ahead))
                return way < len(ahead) and not {",", ".", ";"} & set(ahead[:way])
        return False

    def _apposed(self, first: int) -> str:
        """The noun of town or land that an apposition from this token has for its head: ", a small village in"."""
        if first >= len(self.tokens) or self.tokens[first].lower not in ("a", "the", "another"):
            return ""
        for token in self.tokens[first + 1 : first + 1 + APPOSITION]:
            following = self.after(token.i)
            if token.lower in W.TOWN_NOUNS and (following is None or following.pos in AFTER_NOUN):
                return token.lower
            if token.pos not in ("ADJ", "NOUN", "ADV", "PROPN") and token.text != "-":
                return ""
        return ""


def starts_name(token: Token) -> bool:
    """Whether the word could begin a name: it is capitalised and no function word."""
    first = token.text[0]
    if token.text[1:2] in ("'", "’") and len(token.text) > 3:
        return token.text[2].isupper()  # d'Ivoire
    return (
        first.isupper() and (len(token.text) > 1 or token.pos == "PROPN") and token.tag not in ("PRP", "MD", "DT", "CC")
    )


def _leads(tokens: list[Token], i: int, starts: list[bool]) -> bool:
    """Whether a small article begins a name: joined to a capitalised word by a hyphen, and not itself joined before."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in ("-", "–") or tokens[i + 1].start != tokens[i].end:
        return False
    joined = i > 0 and tokens[i - 1].end == tokens[i].start
    return not joined and starts[i + 2] and tokens[i + 2].start == tokens[i + 1].end


def shouts(sentence: Sentence) -> bool:
    """Whether the sentence is in capitals, which then say nothing."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and sum(t.text.isupper() for t in words) > 0.7 * len(words)


def titled(sentence: Sentence) -> bool:
    """Whether nearly every word is capitalised, as some papers' headlines are."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 4 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def opens(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the name in capitals stands before a dash or colon that opens a report ("HAMILTON — Two men …")."""
    name = tokens[first : last + 1]
    if first != name[0].sentence.tokens[0].i or last + 1 >= len(tokens) or not all(t.text.isupper() for t in name):
        return False
    return len(name[0].text) > 3 and tokens[last + 1].text in ("—", "–", "-", "--", ":", "(", ",")


def after_preposition(tokens: list[Token], first: int) -> bool:
    """Whether a preposition of place or "town of" stands before."""
    if first == 0:
        return False
    before = tokens[first - 1]
    if before.sentence is not tokens[first].sentence:
        return False
    if before.lower in W.IN:
        return True
    if before.lower == "the" and first > 1:
        after = tokens[first + 1] if first + 1 < len(tokens) else before
        return tokens[first - 2].lower in W.IN and after.tag == "NN" and after.text[0].islower()
    return before.lower == "of" and first > 1 and tokens[first - 2].lower in W.OF_PLACE


def assailed(token: Token) -> bool:
    """Whether the word is what forces storm, shell or take: a town, whatever else it may be called."""
    return token.dep == "dobj" and token.head.lemma in W.TAKING


def alone(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the name is all of its sentence, as in a heading."""
    sentence = tokens[first].sentence
    body = sentence.part.kind not in ("headline", "byline")
    return body and all(first <= t.i <= last or t.pos == "PUNCT" for t in sentence.tokens)


def before_state(tokens: list[Token], last: int) -> bool:
    """Whether a comma and a state follow ("Paris, Texas")."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return False
    after = tokens[last + 2]
    if after.text[0].islower():
        return False
    if after.lower.replace(".", "") in W.US_STATES:
        return True
    two = f"{after.text} {tokens[last + 3].text}" if last + 3 < len(tokens) else after.text
    found = gazetteer().look_up((after.text, two))
    return any(e.level in ("country", "admin1") for entries in found.values() for e in entries[:2])
