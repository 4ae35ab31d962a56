"""What an event is about besides its type: the contexts of the codebook, each with the words that carry it.

A context is found by its words in the event's sentence, for most contexts also in its paragraph, and for events of the
first paragraph in the headline; by the event's mode; or by who does what to whom. Never by words further off: a report
on an election does not make every event in it one of the election.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..model import Actor, Context, EventMention, Mention, Span
from ..reading import Reading, Sentence, Token
from ..vocabulary import codebooks
from ..vocabulary.codebooks import GAP, Choice, Circumstance, Codebook, Wording

# How many sentences before or after the event's one still tell of it, where a paragraph is long.
REACH = 2
# How many words on either side of a wording one that rules it out may stand: "accused striking teachers of terrorism".
NEAR = 4
SKIPPED = 3  # most words in a gap
OFFICIAL = frozenset({"GOV", "LEG", "MIL", "JUD", "COP"})
BETWEEN_STATES = frozenset({"IGO", "UNO", "EUR"})


class ContextFinder:
    """Gives each event mention the contexts that its words and its surroundings express."""

    name = "contexts"
    version = "1"
    requires = ("tokens", "mentions", "event_mentions")
    provides = ("event_mentions",)

    def __init__(self, codebook: str = "plover") -> None:
        self.codebook = codebook
        self._asked: _Asked | None = None

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        if not reading.event_mentions:
            return {}
        book = codebooks.load(self.codebook)
        if self._asked is None or book is not self._asked.book:  # the first report, or a file that was changed
            self._asked = _Asked(book)
        finder = _Finder(reading, self._asked)
        return {"event_mentions": tuple(replace(m, contexts=finder.of(m)) for m in reading.event_mentions)}


class _Asked:
    """What a codebook asks of events of each type and mode, put together once for each."""

    def __init__(self, book: Codebook) -> None:
        self.book = book
        self._known: dict[tuple[str, str | None], tuple[tuple[str, ...], list[tuple[str, Circumstance]]]] = {}

    def of(self, type_: str, mode: str | None) -> tuple[tuple[str, ...], list[tuple[str, Circumstance]]]:
        """The contexts that the mode brings, and the circumstances that may bring one."""
        if (type_, mode) not in self._known:
            kind = self.book.types.get(type_)
            found = kind.modes.get(mode or "") if kind is not None else None
            brought = found.contexts if found is not None else ()
            asked = [
                (name, one)
                for name, context in self.book.contexts.items()
                for one in context.circumstances
                if not one.types or any(type_ == wider or self.book.within(type_, wider) for wider in one.types)
                if one.modes is None or _chosen(mode, one.modes)
            ]
            self._known[type_, mode] = brought, asked
        return self._known[type_, mode]


def _chosen(mode: str | None, asked: Choice) -> bool:
    return mode not in asked.unwanted and (not asked.wanted or mode in asked.wanted)


_Found = dict[str, set[Span]]


class _Finder:
    def __init__(self, reading: Reading, asked: _Asked) -> None:
        self.reading, self.asked, self.book = reading, asked, asked.book
        self.actors = {actor.id: actor for actor in reading.actors}
        self.terms: dict[str, frozenset[str]] = {}
        self.by_sentence: dict[int, _Found] = {}
        self.named: dict[int, Actor] | None = None
        self.mentions: dict[str, list[Mention]] | None = None
        self.paragraphs: dict[int, list[Sentence]] = {}
        for sentence in reading.sentences:
            self.paragraphs.setdefault(sentence.part.start, []).append(sentence)
        kinds = {start: sentences[0].part.kind for start, sentences in self.paragraphs.items()}
        self.headline = [s for start, kind in kinds.items() if kind == "headline" for s in self.paragraphs[start]]
        self.first = next((start for start, kind in kinds.items() if kind == "body"), None)

    def of(self, mention: EventMention) -> tuple[Context, ...]:
        """The contexts of a mention, by name."""
        sentence = self.reading.tokens[mention.head].sentence
        found = {name: set(spans) for name, spans in self._words(sentence).items()}
        for other in self._around(sentence):
            for name, spans in self._words(other).items():
                if self.book.contexts[name].within == "paragraph":
                    found.setdefault(name, set()).update(spans)
        brought, asked = self.asked.of(mention.type, mention.mode)
        for name in brought:
            found.setdefault(name, set()).add(mention.trigger)
        for name, one in asked:
            parties = self._holds(one, mention)
            if parties is not None:
                found.setdefault(name, set()).update((mention.trigger, *self._named_in(sentence, parties)))
        return tuple(Context(name, tuple(sorted(found[name]))) for name in sorted(found))

    def _around(self, sentence: Sentence) -> Iterator[Sentence]:
        """The other sentences of the paragraph that are near; for the first paragraph the headline's."""
        for other in self.paragraphs[sentence.part.start]:
            if other is not sentence and abs(other.index - sentence.index) <= REACH:
                yield other
        if sentence.part.start == self.first:
            yield from self.headline

    # ── by words ────────────────────────────────────────────────────────────────────────────────

    def _words(self, sentence: Sentence) -> _Found:
        """The contexts that words of the sentence express, looked for once."""
        if sentence.index not in self.by_sentence:
            self.by_sentence[sentence.index] = self._search(sentence.tokens)
        return self.by_sentence[sentence.index]

    def _search(self, tokens: list[Token]) -> _Found:
        index, found = self.book.context_words, _Found()
        for k, token in enumerate(tokens):
            entries = index.get(token.lower, ())
            lemma = token.lemma
            if lemma != token.lower and (lemma := lemma.lower()) != token.lower and lemma in index:
                entries = (*entries, *index[lemma])
            seen: set[str] = set()
            for name, wording in entries:
                end = None if name in seen else _end(wording, tokens, k)
                if end is not None and self._counts(name, tokens[k:end]):
                    seen.add(name)
                    found.setdefault(name, set()).add(self.reading.span(tokens[k:end]))
        return found

    def _counts(self, name: str, tokens: list[Token]) -> bool:
        """Whether words that name or describe an actor do so for one of the sectors that the context asks for."""
        wanted = self.book.contexts[name].names
        if not wanted:
            return True
        if self.named is None:
            self.named = self._actor_of_token()
        named = [self.named.get(token.i) for token in tokens]
        return all(actor is None or actor.sector in wanted for actor in named)

    def _actor_of_token(self) -> dict[int, Actor]:
        """Whom each word names or describes; of mentions within each other the longest."""
        found: dict[int, Actor] = {}
        mentions = sorted(self.reading.mentions, key=lambda m: m.span.start - m.span.end)
        for mention in mentions:
            if mention.form != "pronoun":
                for token in self.reading.tokens_in(mention.span.start, mention.span.end):
                    found.setdefault(token.i, self.actors[mention.actor])
        return found

    # ── by who does what to whom ────────────────────────────────────────────────────────────────

    def _holds(self, asked: Circumstance, mention: EventMention) -> list[str] | None:
        """The parties that make the circumstance hold; null where it does not."""
        parties: list[str] = []
        for wanted, given in ((asked.by, mention.actors), (asked.target, mention.recipients)):
            if wanted is not None:
                fitting = self._fitting(wanted, given)
                if not fitting:
                    return None
                parties += fitting
        if asked.abroad:
            both = self._abroad((*mention.actors, *mention.recipients))
            if not both:
                return None
            parties += both
        return parties

    def _fitting(self, asked: Choice, given: tuple[str, ...]) -> list[str]:
        """Of these actors, those that are asked for; none where one of the others is among them."""
        fitting = [actor for actor in given if not asked.wanted or not asked.wanted.isdisjoint(self._terms(actor))]
        if fitting and asked.unwanted and any(not asked.unwanted.isdisjoint(self._terms(actor)) for actor in given):
            return []
        return fitting

    def _terms(self, actor: str) -> frozenset[str]:
        """The sector of an actor and the words of its name, by which it is asked for."""
        if actor not in self.terms:
            one = self.actors.get(actor)
            words = one.name.lower().split() if one is not None else []
            sector = [one.sector] if one is not None and one.sector else []
            self.terms[actor] = frozenset((*words, *(word.removesuffix("s") for word in words), *sector))
        return self.terms[actor]

    def _abroad(self, parties: tuple[str, ...]) -> list[str]:
        """Parties that are bodies of different states, or of a state and between states."""
        known = {a: self.actors[a] for a in parties if a in self.actors}
        origins = {
            a: one.sector if one.sector in BETWEEN_STATES else one.country
            for a, one in known.items()
            if one.sector in OFFICIAL | BETWEEN_STATES
        }
        return [a for a, origin in origins.items() if origin] if len({o for o in origins.values() if o}) > 1 else []

    def _named_in(self, sentence: Sentence, parties: list[str]) -> list[Span]:
        """For each party the first words of the sentence that name it."""
        if self.mentions is None:
            self.mentions = {}
            for mention in self.reading.mentions:
                self.mentions.setdefault(mention.actor, []).append(mention)
        start, end = sentence.start, sentence.end
        spans = ([m.span for m in self.mentions.get(p, ()) if start <= m.span.start < end] for p in parties)
        return [listed[0] for listed in spans if listed]


def _end(wording: Wording, tokens: list[Token], k: int) -> int | None:
    """Where the wording that begins at this word ends; null where it does not stand here or is ruled out."""
    words = wording.words
    if words[0] != tokens[k].text and words[0] != words[0].lower():
        return None  # a word with a capital letter is meant as it is written
    at, gap = k + 1, False
    for word in words[1:]:
        if word == GAP:
            gap = True
            continue
        reach = min(len(tokens), at + (SKIPPED + 1 if gap else 1))
        while at < reach and word != tokens[at].lower and word != tokens[at].text and word != tokens[at].lemma:
            at += 1
        if at >= reach:
            return None
        at, gap = at + 1, False
    if wording.without:
        for token in tokens[max(0, k - NEAR) : at + NEAR]:
            if token.lower in wording.without or token.text in wording.without or token.lemma in wording.without:
                return None
    return at
