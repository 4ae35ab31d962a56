"""Who said what: every attribution of a report, direct, indirect and mixed, with its speaker and channel.

Two levels: a *statement* tells what happened or holds, in a clause or in the speaker's own words; an
*attitude* is a wish, demand, accusation, judgement or plan. The record keeps statements; figures and
events take their attribution from both. Does not resolve pronouns: the actors do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from ..model import Quote, Span, identify
from ..reading import Reading, Token
from ..vocabulary import reporting
from .quotes_before import told_before
from .quotes_channel import channel, release
from .quotes_direct import direct_attributions
from .quotes_led import led
from .quotes_marks import Stretch
from .quotes_nominal import phrase_attribution
from .quotes_own import own_words
from .quotes_said import Said, ranges
from .quotes_speaker import Speaker, Speakers
from .quotes_verbs import verb_attribution

OUTER = frozenset({"direct", "clause", "according"})  # constructions whose content is a clause or more
WORDED = frozenset({"infinitive", "object", "preposition"})
EXPECTING = frozenset({"expect", "believe", "hope", "fear", "think"})
FINDINGS = frozenset({"investigation", "evidence", "finding", "result", "sign", "indication", "inquiry", "test"})
REPEATING = frozenset({"headline", "summary"})  # parts that say again what the body says


class QuoteFinder:
    """Finds the quotes of one reading."""

    name = "quotes"
    version = "1"
    requires: tuple[str, ...] = ("mentions", "actors")
    provides: tuple[str, ...] = ("quotes",)

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        direct, stretches = direct_attributions(reading)
        marked = _Marked(stretches)
        found = direct + _indirect(reading, direct)
        found = [said for said in found if said.content]
        found = _independent(found, marked)
        found += told_before(reading, found)
        speakers = Speakers(reading)
        found += led(reading, speakers, {said.verb.sentence.index for said in found if said.level == "statement"})
        own = release(reading.document)
        if own is not None or speakers.partisan():
            taken = {said.verb.sentence.index for said in found if said.level == "statement" or said.direct}
            found += [said for said in own_words(reading) if said.verb.sentence.index not in taken]
        _going_on(found)
        _weigh(reading.document.text, found, marked)
        found = sorted(speakers.relay(found), key=_position)
        _look_ahead(found)
        quotes = []
        floor = -1
        for said in found:
            if said.carried and said.speaker is None:
                said.speaker = speakers.told_of(said.verb, floor)
            if said.direct:
                floor = max(floor, _last(reading, said))
            quotes.append(self._quote(reading, said, speakers, marked, own))
        return {"quotes": tuple(sorted(quotes, key=lambda quote: (quote.content[0].start, quote.id)))}

    def _quote(self, reading: Reading, said: Said, speakers: Speakers, marked: _Marked, own: str | None) -> Quote:
        document = reading.document
        speaker = speakers.of(said) if said.frame != "own" else speakers.issuer()
        relayer = speakers.named(said.relayed, []) if said.relayed is not None else None
        content = tuple(document.span(start, end) for start, end in said.content)
        level = said.level if speaker is not None or (said.direct and said.source) else "attitude"
        cue = tuple(_spans(reading, said.cue))
        return Quote(
            id=identify("q", document.id, said.kind, said.content, [(span.start, span.end) for span in cue]),
            content=content,
            kind=said.kind,
            speaker=speaker.name if speaker else None,
            actor=speaker.actor if speaker else None,
            source=reading.span(said.source) if said.source else None,
            cue=cue,
            channel=channel(said) or own,
            stance=said.stance,
            relayed_by=relayer.name if relayer else None,
            level=level,
            score=said.score,
            producer=f"{self.name}@{self.version}",
        )


class _Marked:
    """Whether text stands between quotation marks."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.stretches = stretches
        self.starts = [stretch.start for stretch in stretches]

    def holds(self, offset: int) -> bool:
        k = bisect_right(self.starts, offset) - 1
        return k >= 0 and self.stretches[k].end > offset

    def any_in(self, content: list[tuple[int, int]], several: bool = False) -> bool:
        return any(
            stretch.first >= start - 1 and stretch.last <= end + 1 and (stretch.several or not several)
            for start, end in content
            for stretch in self.stretches
        )


def _indirect(reading: Reading, direct: list[Said]) -> list[Said]:
    known = reporting.load()
    taken = {word.i for said in direct for word in said.cue}
    found = []
    for token in reading.tokens:
        if token.i in taken:
            continue
        said = None
        if token.pos == "VERB" or (token.tag in ("NN", "NNS") and token.dep == "ROOT"):
            said = verb_attribution(token, known, reading.sentences)
        if said is None:
            said = phrase_attribution(token, known)
        if said is not None:
            found.append(said)
            taken.update(word.i for word in said.cue)
    return found


def _look_ahead(found: list[Said]) -> None:
    """Give a report's first words, when nobody is said to say them, the speaker of the next direct quote."""
    direct = [said for said in found if said.direct]
    if not direct or not direct[0].carried or direct[0].speaker is not None or found[0] is not direct[0]:
        return
    following = next((said for said in direct if said.speaker is not None), None)
    if following is not None and len(direct) > 1 and following is direct[1]:
        direct[0].speaker = following.speaker


def _going_on(found: list[Said]) -> None:
    """ "Ten remain in her ward, and she expects to lose none", after her statement: all of it is hers."""
    told = {said.verb.sentence.index: said for said in found if said.level == "statement"}
    for said in found:
        verb = said.verb
        before = told.get(verb.sentence.index - 1)
        if (
            said.level == "attitude" and verb.lemma in EXPECTING and verb.dep == "conj" and said.source
            and said.source[0].lower in ("he", "she", "they") and verb.sentence.index not in told
            and before is not None and before.verb.sentence.part is verb.sentence.part
        ):  # fmt: skip
            said.content = ranges(verb.sentence.tokens)
            said.level = "statement"


def _independent(found: list[Said], marked: _Marked) -> list[Said]:
    """Without what is attributed inside somebody's words: their beliefs and wishes are part of what they say."""
    covers = sorted((start, end) for said in found for start, end in said.content)
    starts = [start for start, _ in covers]
    kept = []
    for said in found:
        offset = said.verb.start
        if not said.direct and marked.holds(offset):
            continue
        k = bisect_right(starts, offset) - 1
        inside = any(start < offset < end for start, end in covers[max(0, k - 3) : k + 1])
        through = said.speaker is not None and said.speaker.lemma in FINDINGS  # their words are told by another
        if inside and not said.direct and not (not through and said.frame in OUTER and said.level == "statement"):
            continue
        kept.append(said)
    return kept


def _weigh(text: str, found: list[Said], marked: _Marked) -> None:
    """Kind and level, now that all is found.

    A demand or judgement in the speaker's own words is a statement; a headline that the body repeats is none.
    """
    for said in found:
        if said.direct:
            led = text[said.content[0][0] - 1 : said.content[0][0]].isspace()  # not all of it stands between marks
            said.kind = "mixed" if led or text[said.content[0][0]].islower() else "direct"
        elif marked.any_in(said.content):
            said.kind = "mixed"
            several = marked.any_in(said.content, several=True)
            if several and said.frame in WORDED and said.source and not any(word.dep == "neg" for word in said.cue):
                said.level = "statement"
    _without_repetition([said for said in found if said.level == "statement"])


def _without_repetition(found: list[Said]) -> None:
    """A headline says again what the body says, and so does a summary, as far as the words are the same."""
    body = [_told(said) for said in found if said.verb.sentence.part.kind not in REPEATING]
    for said in found:
        kind = said.verb.sentence.part.kind
        words = _told(said) if kind == "summary" else set()
        if (kind == "headline" and body) or any(len(words & told) * 2 >= len(words) for told in body if words):
            said.level = "attitude"


def _told(said: Said) -> set[str]:
    """The words of a content that carry its meaning."""
    first, last = said.content[0][0], said.content[-1][1]
    near = [token for token in said.verb.sentence.tokens if first <= token.start < last]
    return {token.lemma.lower() for token in near if token.pos in ("NOUN", "PROPN", "NUM", "VERB")}


def _position(said: Said) -> tuple[int, int]:
    return (said.verb.start, said.content[0][0]) if said.cue else (said.content[0][0], 0)


def _last(reading: Reading, said: Said) -> int:
    last = reading.token_at(said.content[-1][1])
    return max(last.i if last is not None else 0, said.verb.i)


def _spans(reading: Reading, words: list[Token]) -> list[Span]:
    """Words as spans, one for each run."""
    runs: list[list[Token]] = []
    for word in sorted(set(words), key=lambda word: word.i):
        if runs and runs[-1][-1].i + 1 == word.i:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [reading.span(run) for run in runs]


__all__ = ["QuoteFinder", "Speaker"]
