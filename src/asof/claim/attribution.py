"""Who says the words at an offset: the speaker of the innermost quote around them, or what the syntax says.

In this order: a quote whose content covers the words; "according to X" and the like in the sentence; the
source of the sentence before, where this one goes on counting what that one counted ("Nine remained
unaccounted for."); the body that issued the report, where the report is a statement. Else nobody: the
report says it in its own voice. Does not find quotes (`annotate/quotes.py`) nor decide who is believed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..issuing import Issuers
from ..model import Attribution, Quote, Span
from ..reading import Reading, Sentence, Token
from ..vocabulary import measures, numbers

# Words after which a noun is the source of what the sentence says.
_ACCORDING = "according"
_GOING = frozenset({"going", "judging"})
_TAKEN = frozenset({"take", "draw", "base", "cite", "quote"})
# Verbs that bind or ask, and say nothing of how things are.
_NOT_ASSERTING = frozenset(
    "promise pledge plan ask request undertake agree urge demand call want intend propose offer vow".split()
)
_SAYING = frozenset({"say", "tell", "report", "announce", "add", "confirm", "write", "state", "estimate"})
_CITING = frozenset({"cite", "quote"})
# Verbs by which a subject gives numbers, the object being a sum: "revised its toll", "gives its count".
_GIVING = _SAYING | measures.STATING | frozenset({"lift", "bring", "put", "list", "count"})
_OUTLETS = re.compile(
    r"\b(reuters|afp|associated press|bbc|cnn|al jazeera|xinhua|tass|interfax|anadolu|news|media|radio|television|tv"
    r"|newspapers?|daily|times|post|press agency|broadcaster|outlets?|website)\b",
    re.IGNORECASE,
)
_OWN_TEXT = re.compile(
    r"\b(earlier|previous|original) (version|report|article|story|headline)\b|\bthis (article|report|story)\b",
    re.IGNORECASE,
)
_BEFORE_NUMBERS = frozenset(
    "at least about some around roughly nearly almost more than over up to a total of another further".split()
)
_PARTITIVE = frozenset({"of", "were", "was", "are", "is", "remain", "remained", "have", "had", "has"})


class Attributions:
    """The attributions of one reading; made once, asked for any offset."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._actors = {actor.id: actor for actor in reading.actors}
        self._mentions = {mention.head: mention for mention in reading.mentions}
        self._spans = sorted(
            (span.start, span.end, k) for k, quote in enumerate(reading.quotes) for span in quote.content
        )
        self._sources = {
            token.i: quote for quote in reading.quotes if quote.source is not None and quote.speaker
            for token in reading.tokens_in(quote.source.start, quote.source.end)
        }  # fmt: skip
        self._cues = sorted(
            (cue.start, k) for k, quote in enumerate(reading.quotes) if quote.level == "statement" for cue in quote.cue
        )
        self._starts = [start for start, _, _ in self._spans]
        self._sentence_starts = [sentence.start for sentence in reading.sentences]
        self._by_sentence: dict[int, Attribution | None] = {}
        known = {i: self._actors[m.actor] for i, m in self._mentions.items() if m.actor in self._actors}
        self._issuers = Issuers(reading, known)

    def at(self, start: int, end: int) -> Attribution | None:
        """Who says the words from `start` to `end`; null for the report's own voice."""
        quote = self._quote_over(start, end)
        if quote is not None:
            return self._of_quote(quote)
        sentence = self._sentence_at(start)
        if sentence is None:
            return self._issuers.whole
        named = self._named_in(sentence, start)
        if named is not None:
            return named
        told = self._told_by_subject(sentence, start) or self._before_semicolon(sentence, start)
        if told is not None:
            return told
        if _goes_on(sentence):
            carried = self._source_of(sentence.index - 1, sentence)
            if carried is not None:
                return carried
        return self._issuers.of(sentence)

    def of_mention(self, token: Token, stance: str = "states") -> Attribution | None:
        """The attribution to whom this token refers: who speaks there, the actor mentioned, else the phrase's words."""
        quote = self._sources.get(token.i)
        if quote is not None and quote.source is not None and self._heads(quote.source, token):
            return Attribution(quote.speaker, None, stance, None, quote.actor, (quote.source,))  # type: ignore[arg-type]
        beside = token.child("appos")
        if token.pos == "NOUN" and beside is not None and beside.i in self._mentions and beside.pos == "PROPN":
            token = beside  # "the justice of the peace, Antoine Bellefleur,"
        mention = self._mentions.get(token.i)
        if mention is not None:
            actor = self._actors.get(mention.actor)
            name = actor.name if actor is not None else None
            return Attribution(name, actor=mention.actor, stance=stance, evidence=(mention.span,))  # type: ignore[arg-type]
        if token.pos not in ("NOUN", "PROPN"):
            return None
        span = self._reading.span(_noun_phrase(token))
        return Attribution(span.text, stance=stance, evidence=(span,))  # type: ignore[arg-type]

    def _heads(self, source: Span, token: Token) -> bool:
        """Whether the token is what the whole source hangs on, and no owner or place within it."""
        return not any(source.start <= above.start < source.end for above in token.ancestors())

    def said_by(self, verb: Token) -> Attribution | None:
        """The attribution of the quote whose cue this verb is."""
        for quote in self._reading.quotes:
            if any(cue.start <= verb.start < cue.end for cue in quote.cue):
                return self._of_quote(quote)
        return None

    def in_part(self, sentence: Sentence) -> Attribution | None:
        """The source that the same part of the document names for what it counts: of a correction, as a whole."""
        for other in self._reading.sentences[sentence.index :]:
            if other.part is not sentence.part:
                break
            found = self._named_in(other, other.end)
            if found is not None:
                return found
        return None

    # ── quotes ──────────────────────────────────────────────────────────────────────────────────

    def _quote_over(self, start: int, end: int) -> Quote | None:
        """The innermost quote of which one stretch covers the words."""
        best: tuple[int, int] | None = None
        if not self._spans:
            return None
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            first, last, k = self._spans[at]
            if last >= end and (best is None or last - first < best[0]):
                quote = self._reading.quotes[k]
                if self._asserts(quote) and not (quote.kind == "indirect" and self._added(start, first)):
                    best = (last - first, k)
            if start - first > 4_000:  # no stretch of one speaker is longer: stop looking back
                break
        return self._reading.quotes[best[1]] if best is not None else None

    def _asserts(self, quote: Quote) -> bool:
        """Whether the quote says how things are: a promise or a request does not, nor does the report's own past."""
        if quote.source is not None and _OWN_TEXT.search(quote.source.text):
            return False
        cues = [token for cue in quote.cue for token in self._reading.tokens_in(cue.start, cue.end)]
        binding = _NOT_ASSERTING - {"agree"} if quote.level == "statement" else _NOT_ASSERTING  # "agree on 30 dead"
        return not any(cue.lemma in binding or (cue.lemma in _CITING and cue.tag == "VBG") for cue in cues)

    def _added(self, start: int, first: int) -> bool:
        """Whether the report adds the clause to what it has somebody say: "in the strike, which killed at least 12"."""
        token = self._reading.token_at(start)
        for above in (token, *token.ancestors()) if token is not None else ():
            pronoun = next((c for c in above.children if c.lower == "which"), None) if above.dep == "relcl" else None
            if pronoun is None or pronoun.start < first:
                continue
            before = self._reading.tokens[pronoun.i - 1]
            return before.text == "," and any(c.lower in ("the", "this", "that") for c in above.head.children)
        return False

    def _of_quote(self, quote: Quote) -> Attribution:
        evidence: tuple[Span, ...] = tuple(filter(None, (quote.source, *quote.cue)))
        cited = self._cited_by(quote) if quote.relayed_by is None else None
        if cited is not None:
            return replace(cited, stance=quote.stance, relayed_by=quote.speaker, evidence=cited.evidence + evidence)
        return Attribution(quote.speaker, quote.channel, quote.stance, quote.relayed_by, quote.actor, evidence)

    def _cited_by(self, quote: Quote) -> Attribution | None:
        """Whom those cite who only pass on: "according to partners, citing the committee", "Reuters said, citing …"."""
        if quote.source is None or not quote.cue:
            return None
        named = quote.cue[0].text.lower().startswith(_ACCORDING)
        if not named and not _OUTLETS.search(quote.speaker or ""):
            return None
        first, last = min(quote.source.start, quote.cue[0].start), max(quote.source.end, quote.cue[-1].end)
        for token in self._reading.tokens_in(first, last + len(", quoting")):
            cited = token.child("dobj") if token.lemma in _CITING and token.tag == "VBG" else None
            if cited is not None:
                return self.of_mention(cited)
        return None

    def _cued_in(self, sentence: Sentence) -> Attribution | None:
        """The source that the sentence names for what stands before it: "That is from the hospital's director"."""
        k = bisect_left(self._cues, (sentence.start, 0))
        if k == len(self._cues) or self._cues[k][0] >= sentence.end:
            return None
        return self._of_quote(self._reading.quotes[self._cues[k][1]])

    # ── syntax ──────────────────────────────────────────────────────────────────────────────────

    def _sentence_at(self, start: int) -> Sentence | None:
        k = bisect_right(self._sentence_starts, start) - 1
        return self._reading.sentences[k] if k >= 0 else None

    def _named_in(self, sentence: Sentence, start: int) -> Attribution | None:
        """Such as "according to X", "figures from X", "taken from a government statement" in this sentence."""
        for token in sentence.tokens:
            if token.lower == _ACCORDING:
                inner = token.child("prep") or next((t for t in token.children if t.lower == "to"), None)
                source = inner.child("pobj") if inner is not None else None
                if source is not None and _reaches(token, start):
                    return self.of_mention(source)
            elif token.lower in _GOING and token.child("prep") is not None and start < token.start:
                source = next((p.child("pobj") for p in token.children if p.lower == "by"), None)
                if source is not None and source.lemma in measures.SUMS:  # "going by the tally of the monitor"
                    return self._issuer_of(source)
            elif token.tag == "VBN" and token.dep == "acl" and token.lemma in _TAKEN and start > token.start:
                source = next((t for p in token.children if p.lower in ("from", "on") for t in p.children), None)
                if source is not None and source.lemma in ("statement", "report", "figure", "release", "communique"):
                    return self._issuer_of(source)
        return self._said_at_the_end(sentence, start)

    def _said_at_the_end(self, sentence: Sentence, start: int) -> Attribution | None:
        """Such as "…, a local official told reporters.": the next cue whose subject a comma parts from the words."""
        for token in sentence.tokens:
            if token.lemma not in _SAYING or token.tag not in ("VBD", "VBZ") or token.start < start:
                continue
            subject = token.child("nsubj")
            if subject is None or subject.i > token.i:
                return self._listed_before(token, start)
            first = min(t.i for t in subject.subtree())
            parted = first > sentence.tokens[0].i and self._reading.tokens[first - 1].text == ","
            return self.of_mention(subject) if parted and self._reading.tokens[first - 1].start > start else None
        return None

    def _listed_before(self, cue: Token, start: int) -> Attribution | None:
        """The subject that the tree has given to the clause before: "…, residents and a medic told the agency"."""
        heads = []
        tokens = cue.sentence.tokens
        for token in reversed(tokens[: cue.i - tokens[0].i]):
            if token.text == ",":
                break
            heads.append(token)
        words = heads[::-1]
        if not words or words[0].start <= start or not any(t.lower == "and" for t in words):
            return None
        if any(t.pos in ("VERB", "AUX", "ADP") for t in words):
            return None
        span = self._reading.span(words)
        return Attribution(span.text, evidence=(span,))

    def _issuer_of(self, document: Token) -> Attribution | None:
        """Whose statement it is: "a government statement", "a statement by the ministry"."""
        for child in document.children:
            if child.dep in ("compound", "poss", "nmod", "amod") and child.pos in ("NOUN", "PROPN"):
                return self.of_mention(child)
            if child.lower in ("by", "from", "of"):
                inner = child.child("pobj")
                if inner is not None:
                    return self.of_mention(inner)
        return None

    def _told_by_subject(self, sentence: Sentence, start: int) -> Attribution | None:
        """The subject of a main verb that gives numbers: "The clinic raises its toll to nine", "X gives a toll: 14"."""
        for verb in (sentence.root, *(c for c in sentence.root.children if c.dep == "ccomp" and c.i < sentence.root.i)):
            if verb.lemma not in _GIVING or verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or start < verb.start:
                continue
            subject = verb.child("nsubj")
            if subject is None or subject.i > verb.i or subject.i not in self._mentions or verb.child("neg", "auxpass"):
                continue
            thing = verb.child("dobj")
            if verb is not sentence.root and not any(t.text == ":" for t in sentence.tokens):
                continue
            if verb.lemma not in _SAYING and (thing is None or thing.lemma not in measures.SUMS):
                continue
            if not self._added_after(verb, start):
                return self.of_mention(subject)
        return None

    def _before_semicolon(self, sentence: Sentence, start: int) -> Attribution | None:
        """The source of what stands before a semicolon, behind which it goes on counting: "…; 18 are in hospital"."""
        tokens = sentence.tokens
        mark = next((k for k in range(len(tokens) - 1, 0, -1) if tokens[k].text == ";" and tokens[k].start < start), 0)
        if not mark or not _counts_on(tokens[mark + 1 :]):
            return None
        inside = [self._reading.quotes[k] for first, _, k in self._spans_in(sentence) if first < tokens[mark].start]
        return self._of_quote(inside[-1]) if inside and inside[-1].speaker else None

    def _spans_in(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        """The stretches that quotes have in the sentence, of those that say how things are, in order."""
        found = []
        for at in range(bisect_left(self._starts, sentence.end) - 1, -1, -1):
            first, last, k = self._spans[at]
            if last > sentence.start and self._asserts(self._reading.quotes[k]):
                found.append((first, last, k))
            if sentence.start - first > 4_000:
                break
        return found[::-1]

    def _added_after(self, verb: Token, start: int) -> bool:
        """Whether the words stand in a clause by which the report tells when or why: "after a man died"."""
        token = self._reading.token_at(start)
        for above in (token, *token.ancestors()) if token is not None else ():
            if above is verb:
                return False
            if above.dep in ("advcl", "relcl") or above.dep == "pcomp":
                return True
        return False

    # ── what goes on ────────────────────────────────────────────────────────────────────────────

    def _source_of(self, index: int, after: Sentence) -> Attribution | None:
        """The source of the sentence before in the same paragraph, itself carried over where it goes on too."""
        if index < 0 or self._reading.sentences[index].part is not after.part:
            return None
        if index not in self._by_sentence:
            sentence = self._reading.sentences[index]
            inside = self._spans_in(sentence)
            found = self._of_quote(self._reading.quotes[inside[-1][2]]) if inside else self._cued_in(sentence)
            if found is None:
                found = self._named_in(sentence, sentence.start)
            if found is None and _goes_on(sentence):
                found = self._source_of(index - 1, sentence)
            self._by_sentence[index] = found
        return self._by_sentence[index]


def attribution(reading: Reading, start: int, end: int) -> Attribution | None:
    """Who says the words from `start` to `end`. For many questions about one reading, keep an `Attributions`."""
    return Attributions(reading).at(start, end)


def _goes_on(sentence: Sentence) -> bool:
    """Whether the sentence goes on counting: "Four are children.", "Another 71 …", "Six of those killed …"."""
    first = sentence.tokens[0]
    if first.lower in ("another", "others") or (
        first.lower in ("a", "an") and sentence.tokens[1:2] and sentence.tokens[1].lower in ("further", "additional")
    ):
        return True
    if first.lower == "the" and sentence.tokens[1:2] and sentence.tokens[1].lower in numbers.ORDINALS:
        return sentence.tokens[1].dep in ("nsubj", "nsubjpass")
    k = 0
    while k < len(sentence.tokens) and (
        sentence.tokens[k].tag == "CD" or sentence.tokens[k].lower in numbers.UNITS or sentence.tokens[k].text == "-"
    ):
        k += 1
    if k == 0 or k >= len(sentence.tokens):
        return False
    after = sentence.tokens[k]
    return after.lower in _PARTITIVE or after.lower in ("others", "more")


def _counts_on(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with a number: "Eleven residents were injured", "A total of 45 are in hospital"."""
    words = [t for t in tokens[:6] if t.pos != "PUNCT"]
    for k, token in enumerate(words):
        if token.lower not in _BEFORE_NUMBERS:
            return (token.tag == "CD" or token.lower in numbers.UNITS) and token.dep != "npadvmod" and k < 5
    return False


def _reaches(according: Token, start: int) -> bool:
    """Whether "according to X" speaks for the words at this offset: those of its own clause, or of the sentence."""
    above = according.head
    if above is according or above is according.sentence.root:
        return True
    clause = above.subtree()
    return clause[0].start <= start < clause[-1].end


def _noun_phrase(token: Token) -> list[Token]:
    """The noun with what stands before it; its relative clauses and complements left out."""
    return [t for t in token.subtree() if t.i <= token.i and (t.i == token.i or t.dep not in ("punct", "cc"))]
