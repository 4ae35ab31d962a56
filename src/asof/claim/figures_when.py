"""When and over what a figure holds: its as-of, and whether it counts one happening, a period or a war.

The as-of is what the words say it is ("as of 6 p.m."), else the moment of the live entry, else for a figure in
the report's own voice the date of what happened, else the day of the report. Never later than the report.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..model import TimeRef
from ..reading import Reading, Token
from ..vocabulary.measures import TOLLS

Scope = Literal["incident", "place", "period", "war"]
_BEGINNING = frozenset({"begin", "start", "break", "erupt", "flare", "commence"})  # "break out", "flare up"
FRESH = 10  # days: what began longer ago is counted up over a stretch of time
_STOCKS = frozenset({"displace", "uproot"})  # "were already displaced": before what the report tells of
_WARS = frozenset({"war", "conflict", "violence", "invasion", "insurgency", "uprising"})
_LENGTHS = frozenset({"month", "year", "week", "day", "hour"})
# A report filed before this hour that speaks only of the day before counts as of that day.
_MORNING = "09:00"


class Whens:
    """Looks up times around the words of one reading; made once per reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._times: dict[int, list[tuple[Token, TimeRef]]] = {}
        for time in reading.times:
            token = reading.token_at(time.span.start)
            if token is not None:
                self._times.setdefault(token.sentence.index, []).append((token, time))
        self._day = self._day_of_report()

    def scope(self, anchor: Token, number: Token) -> Scope:
        """Whether the figure sums up a war or a period, or counts one happening."""
        verb = _verb(anchor)
        doing = verb
        while doing.dep == "conj" and doing.child("nsubj") is None and doing.child("nsubjpass") is None:
            doing = doing.head  # "the war has killed … and driven …": its subject stands with the first verb
        subject = doing.child("nsubj")
        if subject is not None and subject.lower in ("that", "which") and doing.dep == "relcl":
            subject = doing.head
        if subject is not None and subject.lemma in _WARS:
            return "war"
        if verb.lemma in _STOCKS and any(child.lower == "already" for child in (*verb.children, *anchor.children)):
            return "period"
        for token in number.sentence.tokens:
            if token.lower in ("since", "during", "in", "over") and _hangs_on(token, anchor, verb):
                found = None if self._just_begun(token) else _span_of(token)
                if found is not None:
                    return found
        return "incident"

    def _just_begun(self, since: Token) -> bool:
        """Such as "since fighting broke out there on Wednesday": what the report tells of, no stretch of time.

        By the order of the words: the tree often hangs the verb of such a clause elsewhere.
        """
        tokens = since.sentence.tokens[since.i - since.sentence.tokens[0].i + 1 :]
        at = next((k for k, token in enumerate(tokens[:6]) if token.lemma in _BEGINNING and token.pos == "VERB"), 0)
        if since.lower != "since" or at == 0 or any(token.lemma in _WARS for token in tokens[:at]):
            return False
        moment = self._reading.moment(since.start)
        near = {token.i for token in tokens[at + 1 : at + 8]}
        for token, time in self._times.get(since.sentence.index, []):
            if moment and token.i in near and time.precision == "day" and time.start:
                return (date.fromisoformat(moment[:10]) - date.fromisoformat(time.start[:10])).days <= FRESH
        return False

    def as_of(self, anchor: Token, number: Token, scope: Scope, own_voice: bool, earlier: bool) -> str | None:
        """The moment for which the figure holds; null where not even the report's day is known."""
        sentence = number.sentence
        times = self._times.get(sentence.index, [])
        stated = next((time.start for _, time in times if time.as_of and time.start), None)
        if stated is not None:
            return stated
        if sentence.part.kind == "entry" and sentence.part.published:
            return sentence.part.published
        closed = next((time for _, time in times if self._alone(time)), None)
        if scope == "period" and closed is not None:
            return closed.end or closed.start
        happened = self._happened(anchor, times) if own_voice or earlier else None
        return happened or self._day

    def stated_for_count(self, number: Token) -> str | None:
        """The as-of of a sentence that speaks of the count before it: "its count was correct as of 6 p.m."."""
        for _, time in self._times.get(number.sentence.index + 1, []):
            following = self._reading.sentences[number.sentence.index + 1]
            if time.as_of and time.start and any(token.lemma in TOLLS for token in following.tokens):
                return time.start
        return None

    def dated(self, number: Token) -> bool:
        """Whether the sentence says when."""
        return any(
            time.kind in ("DATE", "TIME") and time.start for _, time in self._times.get(number.sentence.index, [])
        )

    def _alone(self, time: TimeRef) -> bool:
        """Such as "in February alone": the period is closed."""
        after = self._reading.token_at(time.span.end)
        return after is not None and after.lower == "alone"

    def _happened(self, anchor: Token, times: list[tuple[Token, TimeRef]]) -> str | None:
        """The date of the count's own clause: of its verb first, then anywhere below it, then in the sentence."""
        dated = [
            (token, time)
            for token, time in times
            if time.kind in ("DATE", "TIME") and time.start and time.precision not in ("vague", "range")
            if self._day is None or time.start[:10] <= self._day
        ]
        below = {token.i for token in anchor.subtree()}
        direct = [time for token, time in dated if anchor in (token.head, token.head.head)]
        near = [time for token, time in dated if token.i in below]
        for time in (*direct, *near, *(time for _, time in dated)):
            return _as_precise(time)
        return None

    def _day_of_report(self) -> str | None:
        """The day that the report speaks of: its date, or the day before for one filed early about it."""
        published = self._reading.document.report.published
        if published is None:
            return None
        day = published[:10]
        if published[11:16] and published[11:16] < _MORNING:
            sentences = self._reading.sentences[:6]
            lead = [time.start[:10] for s in sentences for _, time in self._times.get(s.index, []) if time.start]
            earlier = [start for start in lead if len(start) == 10 and start < day]
            if earlier and day not in lead:
                return max(earlier)
        return day


def _as_precise(time: TimeRef) -> str | None:
    """The start of the time, no more precise than its words: "in May 2024" is `2024-05`."""
    width = {"year": 4, "month": 7}.get(time.precision or "", 10)
    return time.start[:width] if time.start else None


def _span_of(word: Token) -> Scope | None:
    """The scope that a temporal phrase opens: "since the war began", "in February alone", "over the past month"."""
    clause = word.head if word.dep == "mark" else word
    below = {token.lemma for token in clause.subtree()} | {token.lemma for token in word.subtree()}
    inner = word.child("pobj")
    if below & _WARS and (word.lower != "in" or (inner is not None and inner.lemma in _WARS)):
        return "war"
    if word.lower == "since" or "alone" in below or (below & _LENGTHS and below & {"past", "last"}):
        return "period"
    return None


def _verb(token: Token) -> Token:
    while token.pos not in ("VERB", "AUX") and token.head is not token:
        token = token.head
    return token


def _hangs_on(token: Token, anchor: Token, verb: Token) -> bool:
    """Whether a temporal phrase belongs to the clause of the count, not to "the deadliest attack since …"."""
    for depth, above in enumerate(token.ancestors()):
        if above is anchor or above is verb:
            return True
        if depth > 1 or any(child.tag == "JJS" for child in above.children):
            break
    return False
