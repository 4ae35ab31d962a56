"""Where a report names places: the spans, before anything is known of which place is meant.

Two witnesses are heard: the statistical model's entities, and the gazetteer laid over capitalised
words. Each has its weakness (the model takes Khan Younis for a person; the gazetteer knows towns called
March, Friday and Union), so a span needs the model's word, a preposition of place, or a well-known name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from ..reading import Entity, Reading, Sentence, Token
from ..vocabulary.places import Entry, countries, demonyms, gazetteer
from ..vocabulary.places import words as W

LONGEST = 6  # tokens in a name
JOINTS = frozenset({"-", "–", "'", "’", "al", "el", "de", "la", "del"})
LIST = frozenset({",", "and", "or", "/", "&"})
INNER = frozenset(
    "of de da do dos das del della di al el la le les los las the and und sur en am auf au aux upon on sous y e du des "
    "ibn bin - – ' ’ 's ’s".split()
)
KNOWN, WELL_KNOWN = 4.2, 5.3  # ranks (log10 of people): a town of 15,000, a city of 200,000
FOCUSED = 3.7  # the least rank of a name that only the country of the report speaks for
PLACE_LABELS = frozenset({"GPE", "LOC"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Name:
    """A span of tokens (inclusive) that names a place, with the places that bear the name.

    `kind`: a `place` named as such; an `origin` (adjective, people); a `site` made of a name and a noun;
    `inner`, the name in that.
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
        self.starts = [_starts_name(token) for token in self.tokens]
        self.lower = Counter(t.text for t in self.tokens if t.text.islower())
        self.spans: dict[int, list[tuple[int, str]]] = {}
        self.people = self._people()
        self.known = self._look_up()

    def _people(self) -> frozenset[str]:
        """Words of the report's names of persons: "Jackson" after "Michael Jackson" is he."""
        found: set[str] = set()
        for entity in self.reading.entities:
            if entity.label == "PERSON" and entity.last > entity.first:
                found.update(t.lower for t in self.tokens[entity.first : entity.last + 1])
        return frozenset(found)

    def _look_up(self) -> dict[str, tuple[Entry, ...]]:
        wanted: set[str] = set()
        for first, starts in enumerate(self.starts):
            if starts:
                wanted.update(text for _, text in self._spans(first))
        return gazetteer().look_up(sorted(wanted))

    def _spans(self, first: int) -> list[tuple[int, str]]:
        """The spans from this token that could be names, the longest first, with their text."""
        if first in self.spans:
            return self.spans[first]
        start, sentence, found = self.tokens[first].start, self.tokens[first].sentence, []
        for last in range(first, min(first + LONGEST, len(self.tokens))):
            token = self.tokens[last]
            if token.sentence is not sentence:
                break
            if self.starts[last]:
                found.append((last, self.text[start : token.end]))
                if (
                    last + 1 < len(self.tokens)
                    and self.tokens[last + 1].text == "."
                    and (token.lower.replace(".", "") in W.US_STATES)
                ):
                    found.append((last + 1, self.text[start : token.end + 1]))
            elif token.lower not in INNER or last == first:
                break
        found.reverse()
        self.spans[first] = found
        return found

    def in_sentence(self, sentence: Sentence) -> list[Name]:
        names: list[Name] = []
        shouting = _shouts(sentence)
        i, end = sentence.tokens[0].i, sentence.tokens[-1].i
        while i <= end:
            if not self.starts[i]:
                i += 1
                continue
            listed = bool(names) and names[-1].kind == "place" and self._joined(names[-1].last, i)
            name = self._at(i, shouting, listed)
            if name is None:
                i += 1
                continue
            if name.kind == "site":
                names.extend(self._inside_site(name))
            names.append(name)
            i = name.last + 1
        return names

    def _joined(self, last: int, first: int) -> bool:
        """Whether only commas and "and" stand between: one of a list."""
        between = self.tokens[last + 1 : first]
        return 0 < len(between) <= 2 and all(t.lower in LIST for t in between)

    def _inside_site(self, site: Name) -> list[Name]:
        """The town in "Goma airport": named, but not where the report says something is."""
        for last in range(site.last - 1, site.first - 1, -1):
            text = self.text[self.tokens[site.first].start : self.tokens[last].end]
            entries = self.known.get(text, ())
            if site.noun in W.STREETS:
                break
            rest = self.tokens[last + 1 : site.last]
            if entries and (entries[0].rank >= WELL_KNOWN or all(t.lower in W.KINDS for t in rest)):
                return [Name(site.first, last, text, entries, "inner", _label(self.entity.get(site.first)))]
        return []

    def _at(self, first: int, shouting: bool, listed: bool) -> Name | None:
        token = self.tokens[first]
        people = demonyms().get(token.lower)
        entity, weak = self.entity.get(first), None
        for last, text in self._spans(first):
            if last == first + 1 and text.casefold() in demonyms():
                return self._origin(first, last, text, demonyms()[text.casefold()])
            entries = self.known.get(text, ())
            if last == first and people is not None and not (entries and entries[0].level == "country"):
                return self._origin(first, last, text, people)
            site = self._site(first, last)
            if site is not None:
                return site
            if entries and self._accept(first, last, text, entries, shouting, listed):
                return Name(first, last, text, entries, "place", _label(entity), self._longer(first, last))
            if entries and self._weak(first, last, text, entries, shouting):
                weak = weak or Name(first, last, text, entries, "weak", _label(entity), None, "", 0.4)
            elif entries and weak is None and self._echo(first, last, text, entries):
                weak = Name(first, last, text, entries, "echo", _label(entity), self._longer(first, last), "", 0.4)
        return self._unknown(first, entity) or weak

    def _origin(self, first: int, last: int, text: str, code: str) -> Name:
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
        token, head = self.tokens[first], self.tokens[last]
        if any(c.isdigit() for c in head.text) or head.lower in W.BODIES or token.lower in W.IN:
            return None
        if (
            head.dep in ("nsubj", "npadvmod")
            or (token.lower in W.COMMON and first == last)
            or not all(_starts_name(t) or t.lower in INNER for t in self.tokens[first : last + 1])
        ):
            return None
        return Name(
            first, last, self.text[token.start : self.tokens[last].end], (), "place", entity.label, None, "", 0.5
        )

    def _site(self, first: int, last: int) -> Name | None:
        """A capitalised name and a noun of a site or district ("Abu Jahal market")."""
        if last + 1 >= len(self.tokens):
            return None
        noun = self.tokens[last + 1]
        if noun.sentence is not self.tokens[first].sentence or noun.tag not in ("NN", "NNP", "NNS", "NNPS"):
            return None
        if noun.lower not in W.SITES and noun.lower not in W.DISTRICTS:
            return None
        if not all(_starts_name(t) or t.lower in JOINTS for t in self.tokens[first : last + 1]):
            return None
        if (self.tokens[last].lower in W.COMMON and first == last) or self.tokens[first].tag == "POS":
            return None
        if self.tokens[first].pos not in ("PROPN", "ADJ", "NOUN", "X") or any(
            t.tag == "POS" for t in self.tokens[first:last]
        ):
            return None
        if any(t.lower in W.TITLES or t.lower in demonyms() for t in self.tokens[first : last + 1]):
            return None
        entity = self.entity.get(first)
        if entity is not None and entity.label in ("DATE", "TIME", "CARDINAL", "ORDINAL", "NORP"):
            return None
        if noun.lower in W.BUILDINGS and (entity is None or entity.label not in ("FAC", *PLACE_LABELS)):
            return None  # named after anything: a body more often than a place
        text = self.text[self.tokens[first].start : noun.end]
        entries = gazetteer().places(text)
        base = self.known.get(self.text[self.tokens[first].start : self.tokens[last].end], ())
        if noun.text[0].islower() and base and noun.lower not in W.UNIQUE and noun.lower not in W.DISTRICTS:
            return None  # "Kyiv hospital": the city is the name
        return Name(first, last + 1, text, entries, "site", _label(entity), None, noun.lower, 0.8)

    def _accept(
        self, first: int, last: int, text: str, entries: tuple[Entry, ...], shouting: bool, listed: bool
    ) -> bool:
        entity, token, best = self.entity.get(first) or self.entity.get(last), self.tokens[first], entries[0]
        single = first == last
        common = single and (token.lower in W.COMMON or self.lower[token.lower] > 0)
        exact = entity is not None and self._longer(first, last) is None
        located = (
            listed
            or _opens(self.tokens, first, last)
            or _after_preposition(self.tokens, first)
            or _before_state(self.tokens, last)
        )
        if token.text.isupper() and len(text) <= 4 and not shouting and single:
            return "." in text or (best.primary and best.level in ("country", "admin1") and best.rank >= 6)
        if single and token.lower in W.GROUPS:
            return False
        if entity is not None and entity.label in PLACE_LABELS:
            if single and token.lower in self.people and not located and best.level == "city" and best.rank < 6.5:
                return False
            if not exact and best.rank < WELL_KNOWN and self._fragment(entity, first, last):
                return False
            return not (common and not located and token.lower in W.COMMON)
        if best.level in ("country", "admin1") and best.rank >= 6 and not common:
            person = entity is not None and entity.label == "PERSON" and (not exact or best.level == "admin1")
            return located or not (person or (single and token.lower in self.people))
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
        if single and token.pos not in ("PROPN", "NOUN", "ADJ", "X"):
            return False
        return (
            located
            or best.rank >= (KNOWN if not single or entity is not None else WELL_KNOWN)
            or best.level == "admin2"
        )

    def _fragment(self, entity: Entity, first: int, last: int) -> bool:
        """Whether capitalised words of the entity stand outside the span: a part of an unknown name."""
        rest = [*self.tokens[entity.first : first], *self.tokens[last + 1 : entity.last + 1]]
        return any(_starts_name(t) and t.lower not in W.IN and t.lower not in W.DIVISIONS for t in rest) and not any(
            t.text == "," for t in rest
        )

    def _weak(self, first: int, last: int, text: str, entries: tuple[Entry, ...], shouting: bool) -> bool:
        """A small town's name that nothing speaks for yet but the tag of a proper noun."""
        token, entity = self.tokens[first], self.entity.get(first)
        if shouting or token.lower in W.COMMON or token.lower in self.people or token.tag not in ("NNP", "NNPS"):
            return False
        if entity is not None and not (entity.last == last and entity.first == first):
            return False
        if (
            entity is not None
            and entity.label != "ORG"
            and not (
                entity.label == "PERSON" and entries[0].rank >= KNOWN and entries[0].primary and token.dep != "nsubj"
            )
        ):
            return False
        before, after = self.tokens[first - 1] if first else token, self.tokens[min(last + 1, len(self.tokens) - 1)]
        if any(t is not token and _starts_name(t) and t.sentence is token.sentence for t in (before, after)):
            return False
        return len(text) > 3 and not text.isupper() and self.lower[token.lower] == 0

    def _echo(self, first: int, last: int, text: str, entries: tuple[Entry, ...]) -> bool:
        """A name that counts only if the report has it as a place elsewhere ("Alexandria police")."""
        entity, token = self.entity.get(first), self.tokens[first]
        if len(text) < 4 or entries[0].rank < FOCUSED or token.lower in W.COMMON or token.pos != "PROPN":
            return False
        return token.lower not in self.people and not (
            entity is not None and entity.label in ("PERSON", *NUMBERS) and self._longer(first, last) is not None
        )

    def agree(self, names: list[Name]) -> list[Name]:
        """Keep a weak name that is sure elsewhere in the report, or lies in a country that the sure names speak for."""
        sure = [name.entries[0].country for name in names if name.kind not in ("weak", "echo") and name.entries]
        counts = Counter(code for code in sure if code)
        focus = {code for code, count in counts.items() if count >= 2 and count >= 0.3 * len(sure)}
        known = {name.text.casefold() for name in names if name.kind == "place" and name.inside is None}
        kept = []
        for name in names:
            if name.kind not in ("weak", "echo"):
                kept.append(name)
            elif name.text.casefold() in known:
                kept.append(replace(name, kind="place"))
            elif name.kind == "echo":
                continue
            elif near := tuple(e for e in name.entries if e.country in focus and e.rank >= FOCUSED):
                kept.append(replace(name, kind="place", entries=near))
        return kept


def _starts_name(token: Token) -> bool:
    first = token.text[0]
    if token.text[1:2] in ("'", "’") and len(token.text) > 3:
        return token.text[2].isupper()  # d'Ivoire
    return (
        first.isupper() and (len(token.text) > 1 or token.pos == "PROPN") and token.tag not in ("PRP", "MD", "DT", "CC")
    )


def _label(entity: Entity | None) -> str:
    return entity.label if entity is not None else ""


def _shouts(sentence: Sentence) -> bool:
    """Whether the sentence is in capitals, which then say nothing."""
    words = [t for t in sentence.tokens if t.text.isalpha()]
    return len(words) > 3 and sum(t.text.isupper() for t in words) > 0.7 * len(words)


def _opens(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the name in capitals stands before a dash or colon that opens a report ("HAMILTON — Two men …")."""
    name = tokens[first : last + 1]
    if first != name[0].sentence.tokens[0].i or last + 1 >= len(tokens) or not all(t.text.isupper() for t in name):
        return False
    return len(name[0].text) > 3 and tokens[last + 1].text in ("—", "–", "-", "--", ":", "(", ",")


def _after_preposition(tokens: list[Token], first: int) -> bool:
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
