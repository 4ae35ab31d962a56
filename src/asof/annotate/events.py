"""Document → event mentions: every wording of an event, by the frames of a codebook.

Each mention has its type, mode, roles, standing, time and place as the sentence gives them. That two
mentions are one event, who vouches for them, and which incident they belong to is decided in `claim/`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..grammar import agents, clause_of
from ..model import EventMention, Skipped, Span, TimeRef
from ..reading import Reading, Sentence, Token
from ..vocabulary import codebooks
from ..vocabulary.codebooks import SPEECH, Codebook, Frame
from .events_lexicon import Lexicon
from .events_match import light_verb, narrowed, noun_frame, verb_frame
from .events_modes import mode_of, things
from .events_promises import mode_for, promise, speakers, uttered
from .events_responsibility import responsibility
from .events_roles import Cast, of_noun, of_verb
from .events_scope import LEFT_OUT, swallowed, trimmed
from .events_status import RUNNING_DAYS, Standing, long_past, standing
from .events_told import PUBLIC, Telling, general
from .events_where import Surroundings

VERBAL = ("VERB", "AUX", "ADJ")


class EventFinder:
    """Finds event mentions by the frames of the PLOVER codebook."""

    name = "event_mentions"
    version = "1"
    requires = ("tokens", "mentions", "place_refs", "times")
    provides = ("event_mentions",)

    def __init__(self, codebook: str = "plover") -> None:
        self.codebook = codebook

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        book = codebooks.load(self.codebook)
        reason = off_topic(reading, book)
        if reason:
            return {"event_mentions": (), "skipped": (Skipped("events", reason),)}
        coder = _Coder(reading, book, f"{self.name}@{self.version}")
        found = [mention for sentence in reading.sentences for mention in coder.sentence(sentence)]
        found = responsibility(reading, found, coder.cast, book, coder.producer)
        if not any(mention.place for mention in found):
            found = [replace(mention, place=coder.below(mention)) for mention in found]
        found.sort(key=lambda mention: (mention.trigger.start, mention.type))
        return {"event_mentions": tuple(found)}


def off_topic(reading: Reading, book: Codebook) -> str | None:
    """Why no event is looked for: the words speak of sport, cooking or art more than of public conflict."""
    for_it = sum(token.lower in book.domain_for for token in reading.tokens)
    against = sum(token.lower in book.domain_against for token in reading.tokens)
    if against >= 3 and against > for_it:
        return "the report is not about conflict or diplomacy: words of sport, cooking or art outweigh them"
    return None


class _Coder:
    def __init__(self, reading: Reading, book: Codebook, producer: str) -> None:
        self.reading, self.book, self.producer = reading, book, producer
        self.lexicon = Lexicon.of(reading, book)
        self.cast = Cast.of(reading, self.lexicon.weapons)
        self.around = Surroundings.of(reading)
        self.heads: dict[int, EventMention] = {}
        self.fitting: dict[int, Frame | None] = {}
        self.recalled: dict[int, tuple[int, TimeRef]] = {}
        self.dated = frozenset(self.around.times)
        self.telling = Telling.of(reading, self.lexicon)
        self.narrower = book.narrowed()
        self.said = [(span.start, span.end, q.actor) for q in reading.quotes if q.actor for span in q.content]

    def sentence(self, sentence: Sentence) -> Iterator[EventMention]:
        """Mentions in one sentence, from the top of the tree down, so that a request swallows what it asks."""
        passed: set[int] = set()
        candidates = [token for token in sentence.tokens if self._frames(token)]
        for token in sorted(candidates, key=_depth):
            if token.i in passed:
                continue
            frame = self._frame(token)
            if frame is None:
                continue
            verb = token if token.pos in VERBAL else light_verb(token)
            if not self.telling.told(token, verb, frame):
                continue
            mention = self._mention(token, verb, frame)
            kind = self.book.root(mention.type)
            spoken = kind in ("REQUEST", "THREATEN")  # somebody must say it
            unsaid = mention.status == "negated" and kind in SPEECH | PUBLIC  # "nobody agrees"
            nobody = (spoken or unsaid) and not mention.actors
            if nobody and spoken and verb is not None:  # "The court issued a warrant": a body without a name
                nobody = not any(map(self.telling.speaks, agents(verb)))
            if nobody or general(token, verb, mention):
                continue
            if self._elaborates(token, mention):
                passed.update(swallowed(token, frame, self._frame))
                continue
            self.heads[token.i] = mention
            yield mention
            if verb is not None and verb is not token:
                passed.add(verb.i)
            passed.update(swallowed(token, frame, self._frame))

    def below(self, mention: EventMention) -> str | None:
        """The place of a clause below, for a report that places no event otherwise."""
        ref = self.around.ref_below(self.reading.tokens[mention.head])
        return ref.place if ref is not None else None

    def _frames(self, token: Token) -> tuple[Frame, ...]:
        """Frames of the codebook that the word's lemma calls up."""
        if token.pos in ("VERB", "AUX"):
            index = self.book.verbs
            frames = index.get(token.lemma)
            if frames is None and token.lower.endswith("ed"):  # the lemmatiser makes "stag" of "staged"
                frames = index.get(token.lower[:-1]) or index.get(token.lower[:-2])
            return frames or ()
        if token.pos == "ADJ" and token.dep == "acomp" and token.lower.endswith("ed"):  # "was wounded"
            return self.book.verbs.get(token.lower[:-2]) or self.book.verbs.get(token.lower[:-1]) or ()
        if token.pos in ("NOUN", "PROPN"):
            return self.book.nouns.get(token.lemma.lower()) or self.book.nouns.get(token.lower) or ()
        return ()

    def _frame(self, token: Token) -> Frame | None:
        """The frame that the word fits, looked up once."""
        if token.i not in self.fitting:
            frames = self._frames(token)
            match = verb_frame if token.pos in VERBAL else noun_frame
            self.fitting[token.i] = match(token, frames, self.lexicon) if frames else None
        return self.fitting[token.i]

    def _elaborates(self, token: Token, mention: EventMention) -> bool:
        """A participle that only says how: "imposed sanctions …, freezing their assets"."""
        above = token.head
        if token.dep == "conj" and token.tag == "VBG" and above.dep == "advcl":
            token, above = above, above.head  # "freezing their assets and banning them"
        if token.dep != "advcl" or token.tag != "VBG" or any(c.dep in ("nsubj", "mark") for c in token.children):
            return False
        main = self.heads.get(above.i) or next((self.heads[c.i] for c in above.children if c.i in self.heads), None)
        return (
            main is not None and self.book.root(mention.type) != "ASSAULT" and set(mention.actors) <= set(main.actors)
        )

    def _mention(self, token: Token, verb: Token | None, frame: Frame) -> EventMention:
        clause = verb or clause_of(token)
        if token is verb:
            actors, recipients = of_verb(token, frame, self.cast)
        else:
            actors, recipients = of_noun(token, verb, frame, self.cast)
        if frame.by_speaker:
            actors, recipients = speakers(self.said, token), actors or recipients
        times = self.around.times_of(token, clause)
        stands = standing(token, clause, self.reading, times, frame.root in ("ASSAULT", "PROTEST"))
        stands = self._recalled(token, clause, stands, bool(times))
        code, status = promise(token, frame, stands.status, self._frame)
        speaker = speakers(self.said, token)
        own = bool({*speaker, *self.cast.sides(speaker)} & set(actors))
        said = uttered(clause, frame, status, own) if speaker and token is clause else None
        if said is not None:
            code, status = said, "occurred"
            if said == "REQUEST":
                actors, recipients = speaker, tuple(actor for actor in actors if actor not in speaker)
            else:
                recipients = ()
        place = self.around.place_of(token, clause)
        mode, weapons = mode_of(token, frame if frame.root == code else None, code, self.book)
        if code != frame.root:
            mode = mode_for(code, frame, mode)
        return EventMention(
            trigger=self.reading.document.span(token.start, token.end),
            head=token.i,
            type=self._type(token, clause, frame, code, mode),
            mode=mode,
            status=status,  # type: ignore[arg-type]
            actors=actors,
            recipients=recipients,
            place=place.id if place else None,
            time=stands.time.id if stands.time else None,
            weapons=tuple(self.reading.document.span(t.start, t.end) for t in things(weapons)),
            evidence=(self._words(token, verb),),
            frame=frame.notation,
            producer=self.producer,
        )

    def _type(self, token: Token, clause: Token, frame: Frame, code: str, mode: str | None) -> str:
        """The code: the frame's own unless the grammar makes another act of it; of its narrower ones the fitting."""
        given = frame.type if code == frame.root or code not in self.book.types else code
        for entry in self.narrower.get(given, ()):
            if narrowed(entry, token, clause, mode):
                return entry.code
        return given

    def _recalled(self, token: Token, clause: Token, stands: Standing, timed: bool) -> Standing:
        """A paragraph that opens in the past stays there until a sentence says another time."""
        part = token.sentence.part.start
        above = self._dated_above(clause) if stands.status == "occurred" and not timed else None
        if above is not None:
            return Standing("background", above)  # "In 2019 the bridge was shut after a battle that killed two"
        if stands.status == "background" and stands.time is not None and clause.dep == "ROOT":
            self.recalled.setdefault(part, (token.sentence.index, stands.time))
        elif stands.status == "occurred" and not timed and part in self.recalled and clause.tag == "VBD":
            index, time = self.recalled[part]
            if token.sentence.index > index and token.sentence.index not in self.dated:
                return Standing("background", time)
        return stands

    def _dated_above(self, clause: Token) -> TimeRef | None:
        """The long past time of the nearest dated clause above, but never of a verb of saying."""
        below = clause
        for above in clause.ancestors():
            if below.dep in ("ccomp", "parataxis"):
                return None
            if above.pos in ("VERB", "AUX"):
                times = self.around.times_of(above, above)
                if times:
                    moment, text = self.reading.moment(above.start), self.reading.document.text
                    return next((time for time in times if long_past(time, text, moment, RUNNING_DAYS)), None)
            below = above
        return None

    def _words(self, token: Token, verb: Token | None) -> Span:
        """The words of the event: the trigger, its light verb, its subject, objects and prepositional phrases."""
        core = {token.i: token}
        for top in (token, verb):
            if top is None:
                continue
            core[top.i] = top
            for child in top.children:
                if child.dep not in LEFT_OUT and child.dep not in ("aux", "auxpass", "mark", "advmod", "npadvmod"):
                    core.update((t.i, t) for t in trimmed(child))
        return self.reading.span(core.values())


def _depth(token: Token) -> tuple[int, int]:
    return sum(1 for _ in token.ancestors()), token.i
