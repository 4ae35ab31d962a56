"""Where a report names places: the spans, before anything is known of which place is meant.

Two witnesses are heard: the statistical model's entities, and the gazetteer laid over capitalised
words. Each has its weakness (the model takes Khan Younis for a person; the gazetteer knows towns called
March, Friday and Union), so a span needs the model's word, a preposition of place, or a well-known name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..reading import Entity, Reading, Sentence, Token
from ..vocabulary.places import Entry, demonyms, gazetteer
from ..vocabulary.places import words as W

LONGEST = 6  # tokens in a name
INNER = frozenset("of de da do del della al el la le les los las the and und sur en am auf y e du des ibn bin - – ' ’".split())
KNOWN, WELL_KNOWN = 4.2, 5.3  # ranks (log10 of people): a town of 15,000, a city of 200,000
PLACE_LABELS = frozenset({"GPE", "LOC"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Name:
    """A span of tokens (inclusive) that names a place, with the places that bear the name.

    `kind`: a `place` named as such; an `origin` (adjective, people); a `site` made of a name and a noun.
    `inside`: the entity it is a part of, where that is longer.
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


def find(reading: Reading) -> list[Name]:
    """Names of places in the order of the text, none overlapping another."""
    finder = _Finder(reading)
    names: list[Name] = []
    for sentence in reading.sentences:
        names.extend(finder.in_sentence(sentence))
    return finder.agree(names)


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.text = reading.document.text
        self.entity: dict[int, Entity] = {}
        for entity in reading.entities:
            for i in range(entity.first, entity.last + 1):
                self.entity[i] = entity
        self.lower = Counter(t.text for t in self.tokens if t.text.islower())
        self.people = self._people()
        self.known = self._look_up()

    def _people(self) -> frozenset[str]:
        """Last words of the report's names of persons: "Jackson" after "Michael Jackson" is he."""
        found = set()
        for entity in self.reading.entities:
            if entity.label == "PERSON" and entity.last > entity.first:
                found.add(self.tokens[entity.last].lower)
        return frozenset(found)

    def _look_up(self) -> dict[str, tuple[Entry, ...]]:
        wanted: set[str] = set()
        for first, token in enumerate(self.tokens):
            if _starts_name(token):
                wanted.update(text for _, text in self._spans(first))
        return gazetteer().look_up(sorted(wanted))

    def _spans(self, first: int) -> list[tuple[int, str]]:
        """The spans from this token that could be names, the longest first, with their text."""
        start, sentence, found = self.tokens[first].start, self.tokens[first].sentence, []
        for last in range(first, min(first + LONGEST, len(self.tokens))):
            token = self.tokens[last]
            if token.sentence is not sentence:
                break
            if _starts_name(token):
                found.append((last, self.text[start : token.end]))
                if last + 1 < len(self.tokens) and self.tokens[last + 1].text == "." and token.lower in W.US_STATES:
                    found.append((last + 1, self.text[start : token.end + 1]))
            elif token.lower not in INNER or last == first:
                break
        found.reverse()
        return found

    def in_sentence(self, sentence: Sentence) -> list[Name]:
        names: list[Name] = []
        shouting = _shouts(sentence)
        i, end = sentence.tokens[0].i, sentence.tokens[-1].i
        while i <= end:
            name = self._at(i, shouting) if _starts_name(self.tokens[i]) else None
            if name is None:
                i += 1
                continue
            names.append(name)
            i = name.last + 1
        return names

    def _at(self, first: int, shouting: bool) -> Name | None:
        token = self.tokens[first]
        people = demonyms().get(token.lower)
        entity = self.entity.get(first)
        for last, text in self._spans(first):
            if last == first + 1 and text.casefold() in demonyms():
                return self._origin(first, last, text, demonyms()[text.casefold()])
            entries = self.known.get(text, ())
            if last == first and people is not None and not (entries and entries[0].level == "country"):
                return self._origin(first, last, text, people)
            site = self._site(first, last)
            if site is not None:
                return site
            if entries and self._accept(first, last, text, entries, shouting):
                return Name(first, last, text, entries, "place", _label(entity), self._longer(first, last))
        return self._unknown(first, entity)

    def _origin(self, first: int, last: int, text: str, code: str) -> Name:
        from ..vocabulary.places import countries

        entries = tuple(
            e for e in gazetteer().places(countries()[code].name) if e.level == "country" and e.country == code
        )
        return Name(first, last, text, entries, "origin", "NORP", self._longer(first, last))

    def _longer(self, first: int, last: int) -> Entity | None:
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

    def _unknown(self, first: int, entity: Entity | None) -> Name | None:
        """A place by the model's word alone, which no gazetteer entry fits."""
        if entity is None or entity.label not in PLACE_LABELS or entity.first != first:
            return None
        last = entity.last
        while last > first and self.tokens[last].tag in ("POS", ".", ",", ":"):
            last -= 1
        token = self.tokens[first]
        if token.lower in W.COMMON and first == last or not all(
            _starts_name(t) or t.lower in INNER for t in self.tokens[first : last + 1]
        ):
            return None
        return Name(first, last, self.text[token.start : self.tokens[last].end], (), "place", entity.label, None, "", 0.5)

    def _site(self, first: int, last: int) -> Name | None:
        """A capitalised name and a noun of a site or district ("Abu Jahal market")."""
        if last + 1 >= len(self.tokens):
            return None
        noun = self.tokens[last + 1]
        if noun.sentence is not self.tokens[first].sentence or noun.tag not in ("NN", "NNP", "NNS", "NNPS"):
            return None
        if noun.lower not in W.SITES and noun.lower not in W.DISTRICTS:
            return None
        if self.tokens[last].lower in W.COMMON and first == last or self.tokens[first].tag == "POS":
            return None
        if self.tokens[first].pos not in ("PROPN", "ADJ", "NOUN", "X"):
            return None
        if any(t.lower in W.TITLES or t.lower in demonyms() for t in self.tokens[first : last + 1]):
            return None
        entity = self.entity.get(first)
        if entity is not None and entity.label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "NORP"):
            return None
        text = self.text[self.tokens[first].start : noun.end]
        entries = gazetteer().places(text)
        base = self.known.get(self.text[self.tokens[first].start : self.tokens[last].end], ())
        if noun.text[0].islower() and base and noun.lower not in W.UNIQUE and noun.lower not in W.DISTRICTS:
            return None  # "Kyiv hospital": the city is the name
        return Name(first, last + 1, text, entries, "site", _label(entity), None, noun.lower, 0.8)

    def _accept(self, first: int, last: int, text: str, entries: tuple[Entry, ...], shouting: bool) -> bool:
        entity, token, best = self.entity.get(first), self.tokens[first], entries[0]
        single = first == last
        common = single and (token.lower in W.COMMON or self.lower[token.lower] > 0)
        exact = entity is not None and self._longer(first, last) is None
        located = _after_preposition(self.tokens, first) or _before_state(self.tokens, last)
        if entity is not None and entity.label in PLACE_LABELS:
            return not (common and not located and token.lower in W.COMMON)
        if best.level in ("country", "admin1") and best.rank >= 6 and not common:
            return not (entity is not None and entity.label == "PERSON" and not exact) or located
        if common or (single and len(text) < 3):
            return False
        if shouting and entity is None:
            return best.rank >= WELL_KNOWN
        if entity is not None and entity.label == "PERSON":
            if not exact:
                return False
            return (not single and best.rank >= KNOWN) or (located and token.lower not in self.people)
        if single and token.lower in self.people:
            return False
        if single and first > 0 and self.tokens[first - 1].lower.rstrip(".") in W.TITLES:
            return False
        if entity is not None and entity.label in ("DATE", "TIME", "CARDINAL", "MONEY", "WORK_OF_ART", "LAW"):
            return False
        if entity is not None and not exact:  # inside a longer name
            return best.rank >= KNOWN and best.primary and token.pos == "PROPN"
        if token.pos not in ("PROPN", "NOUN", "ADJ", "X"):
            return False
        return located or best.rank >= (KNOWN if not single or entity is not None else WELL_KNOWN) or best.level == "admin2"

    def agree(self, names: list[Name]) -> list[Name]:
        """Drop what the report as a whole speaks against; nothing to do where a name stands once."""
        return names


def _starts_name(token: Token) -> bool:
    first = token.text[0]
    return first.isupper() and (len(token.text) > 1 or token.pos == "PROPN") and token.tag not in ("PRP", "MD", "DT", "CC")


def _label(entity: Entity | None) -> str:
    return entity.label if entity is not None else ""


def _shouts(sentence: Sentence) -> bool:
    """Whether the sentence is in capitals, which then say nothing."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and sum(t.text.isupper() for t in words) > 0.7 * len(words)


def _after_preposition(tokens: list[Token], first: int) -> bool:
    if first == 0:
        return False
    before = tokens[first - 1]
    if before.lower in W.IN and before.sentence is tokens[first].sentence:
        return True
    return before.lower == "of" and first > 1 and tokens[first - 2].lower in W.TOWN_NOUNS


def _before_state(tokens: list[Token], last: int) -> bool:
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
