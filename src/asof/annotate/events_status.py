"""What the grammar says of an event's standing: happened, going on, ahead, imagined, denied, or long past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..grammar import MODALS_OF_FUTURE, auxiliaries, passive, patients, surface_subject
from ..model import Status, TimeRef
from ..reading import Reading, Token
from .events_denied import SAYING, argument, called_off, denied, untrue

# What ended more than this many days before publication is recalled, not reported: incidents of the streams in
# hand are followed for up to four days, and what they recall lies eleven days back or more.
BACKGROUND_DAYS = 9
# "Since" a day: fighting that began more than this many days ago is a running total …
RUNNING_DAYS = 5
# … while a deed done since then ("has sent two battalions since January") stays news for longer.
ACHIEVED_DAYS = 45
STATES = frozenset("block close occupy besiege hold cut shut suspend seal ban blockade surround restrict".split())
# "Killed in the war", "since the coup": a total over a time that has a name but no date.
PERIODS = frozenset("war conflict uprising insurgency rebellion coup revolution crackdown takeover genocide".split())
CONDITIONALS = frozenset({"if", "unless", "should", "lest", "in case", "provided"})
POSSIBILITY = frozenset({"could", "might", "may", "can"})
PLANNING = frozenset(
    "plan intend schedule expect set due prepare hope aim seek want propose slate poise ready plot mull".split()
)
IMAGINED_NOUNS = frozenset(
    "threat risk fear possibility danger prospect plan plot case event potential warning attempt idea".split()
)
IMAGINED_WORDS = frozenset(
    "possible potential future further planned alleged-future any imminent likely feared".split()
)
HABITUAL = frozenset(
    "often regularly routinely frequently usually sometimes repeatedly periodically typically always".split()
)
PURPOSES = frozenset(
    "aim goal purpose objective intention plan job task mission role duty idea hope wish dream message priority "
    "challenge problem solution way answer strategy point what all".split()
)
AFTERWARDS = frozenset("home free custody detention prison jail cell bars trial court".split())
GOING_ON = frozenset({"continue", "keep", "remain", "persist", "go"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status, and the time expression that belongs to the event."""

    status: Status
    time: TimeRef | None


def standing(trigger: Token, clause: Token, reading: Reading, times: list[TimeRef], lasting: bool) -> Standing:
    """Status of the event at `trigger`, whose clause is that of the verb `clause`.

    `lasting` events (fighting, attacks) told "since" a day are a running total, not the news. A noun that
    is not the object of a light verb has a standing of its own: what the clause says is not said of it.
    """
    own = clause if trigger.pos in ("VERB", "AUX") or argument(trigger, clause) else trigger
    time = times[0] if times else None
    moment = reading.moment(trigger.start)
    if _conditional(clause):
        return Standing("hypothetical", time)
    if denied(trigger, own) or called_off(trigger, clause) or untrue(clause):
        return Standing("negated", time)
    if _imagined(trigger, own):
        return Standing("hypothetical", time)
    if _ahead(trigger, own, time, moment):
        unless = any(c.dep == "advcl" and any(m.lower == "unless" for m in c.children) for c in clause.children)
        return Standing("hypothetical" if unless else "planned", time)
    since = RUNNING_DAYS if lasting else ACHIEVED_DAYS
    past = next((item for item in times if long_past(item, reading.document.text, moment, since)), None)
    if past is not None:
        return Standing("background", past)
    if _years_before(clause):
        return Standing("background", time)
    if lasting and (_over_a_period(clause) or _over_years(clause) or _habit(clause)):
        return Standing("background", time)
    if _going_on(own, lasting):
        return Standing("ongoing", time)
    return Standing("occurred", time)


def _conditional(verb: Token) -> bool:
    """Whether the clause, or one that it belongs to, is a condition: "if the airport is hit"."""
    for _ in range(3):
        marks = [child for child in verb.children if child.dep in ("mark", "advmod")]
        if any(mark.lower in CONDITIONALS for mark in marks) or inverted_condition(verb):
            return True
        if verb.dep not in ("conj", "xcomp", "ccomp") or verb.head.pos not in ("VERB", "AUX"):
            return False
        if verb.dep == "ccomp" and verb.head.lemma in SAYING:
            return False
        verb = verb.head
    return False


def _imagined(trigger: Token, clause: Token) -> bool:
    aux = {child.lower for child in auxiliaries(clause)}
    if aux & POSSIBILITY:
        return True
    if "would" in aux and not _reported(clause):
        return True
    if trigger.pos in ("NOUN", "PROPN"):
        if any(c.lower in IMAGINED_WORDS and c.dep in ("amod", "det") for c in trigger.children):
            return True
        head = trigger.head
        if trigger.dep == "pobj" and head.head.lemma in IMAGINED_NOUNS:
            return True
    return False


def ahead(clause: Token) -> bool:
    """Whether the verb says that it will be: "we shall close the road"."""
    return bool({c.lower for c in auxiliaries(clause)} & (MODALS_OF_FUTURE | {"would"}))


def obliged(clause: Token) -> bool:
    """ "must withdraw", "ought to resign", "has to stop": what somebody says should be."""
    aux = {child.lower for child in clause.children if child.dep == "aux"}
    if aux & {"must", "should", "ought"} and "have" not in aux:
        return True
    above = clause.head
    if clause.dep != "xcomp" or "to" not in aux:
        return False
    return above.lower == "ought" or above.lemma == "need" or (above.lemma == "have" and not patients(above))


def inverted_condition(verb: Token) -> bool:
    """ "Should Masisi not be evacuated", "Were the city to fall", "Had they known"."""
    first = verb.sentence.tokens[0]
    if first.lower not in ("should", "were", "had"):
        return False
    subject = surface_subject(verb)
    last = verb.sentence.tokens[-1]
    return subject is not None and first.i < subject.i and last.text != "?" and abs(verb.i - first.i) < 9


def _reported(verb: Token) -> bool:
    """Whether a "would" is only a "will" that somebody said in the past."""
    token = verb
    while token.head is not token:
        if token.dep in ("ccomp", "parataxis") or (token.dep == "conj" and token.head.dep == "ccomp"):
            return True
        token = token.head
    return any(child.dep in ("ccomp", "parataxis") and child.i > verb.i for child in verb.children)


def _ahead(trigger: Token, clause: Token, time: TimeRef | None, moment: str | None) -> bool:
    aux = {child.lower for child in auxiliaries(clause)}
    if aux & MODALS_OF_FUTURE or ("would" in aux and _reported(clause)):
        return True
    above = clause.head
    if clause.dep in ("xcomp", "acl") and above is not clause and any(c.lower == "to" for c in clause.children):
        if above.lemma in PLANNING or above.lower in ("going", "due", "scheduled", "set", "expected"):
            return True
        if above.lemma in ("plan", "intention", "decision", "proposal"):
            return True
        if above.lemma == "be" and above.tag in ("VBZ", "VBP") and clause.dep == "xcomp" and _bound(clause, above):
            return True
    if clause.lower == "going":
        return False
    if clause.dep == "ROOT" and clause.tag == "VB" and clause.sentence.part.kind == "headline":
        return any(child.lower == "to" for child in clause.children)
    if time is not None and time.start and moment and time.start[:10] > moment[:10]:
        return clause.tag in ("VBZ", "VBP", "VB", "VBG") or trigger.pos != "VERB"
    return False


def _bound(clause: Token, copula: Token) -> bool:
    """ "They are to be handed over on Monday", not "The aim is to free them"."""
    subject = surface_subject(copula)
    return subject is not None and clause.i - copula.i <= 4 and subject.lemma.lower() not in PURPOSES


def long_past(time: TimeRef, text: str, moment: str | None, since: int) -> bool:
    """Whether the time lies so far back, or reaches so far back, that this is not the news."""
    if time.start is None or moment is None or time.kind in ("SET", "DURATION"):
        return False
    try:
        published = date.fromisoformat(moment[:10])
        began = date.fromisoformat(time.start[:10])
        ended = date.fromisoformat((time.end or time.start)[:10])
    except ValueError:
        return False
    if "since" in text[max(0, time.span.start - 8) : time.span.end].lower():
        return (published - began).days > since
    wide = (ended - began).days >= 5
    return (published - ended).days > BACKGROUND_DAYS or (wide and (published - began).days > BACKGROUND_DAYS)


def _years_before(clause: Token) -> bool:
    """ "five years after a mob torched the embassy": what the clause tells is long past."""
    marks = {child.lower for child in clause.children if child.dep in ("mark", "advmod", "prep")}
    spans = (child for child in clause.children if child.dep in ("npadvmod", "advmod", "obl"))
    return clause.dep == "advcl" and "after" in marks and any(t.lemma in ("year", "decade", "month") for t in spans)


def _over_a_period(clause: Token) -> bool:
    """Whether the clause counts over a war or since its beginning: "have been killed since the coup"."""
    for child in clause.children:
        if child.dep == "prep" and child.lower in ("in", "during", "since"):
            inner = [t for t in child.subtree() if t.pos in ("NOUN", "PROPN")]
            if any(t.lemma.lower() in PERIODS for t in inner):
                return child.lower != "in" or clause.lemma in ("kill", "die", "wound", "displace", "injure")
        if child.dep == "advcl" and any(c.lower == "since" for c in child.children):
            subject = surface_subject(child)
            return subject is not None and subject.lemma.lower() in PERIODS
    return False


def _over_years(clause: Token) -> bool:
    """ "have killed thousands over the past decade", "in recent years"."""
    for child in clause.children:
        if child.dep == "prep" and child.lower in ("over", "in", "during", "for", "within"):
            for inner in child.children:
                if inner.lemma in ("decade", "year", "month", "century", "generation") and inner.dep == "pobj":
                    words = {c.lower for c in inner.children}
                    if (
                        words & {"past", "last", "recent", "many", "several", "previous", "preceding"}
                        or child.lower == "for"
                    ):
                        return inner.lemma != "month" or bool(words & {"recent", "past"})
    return False


def _habit(clause: Token) -> bool:
    """ "often seize villagers for ransom": what happens again and again is no event of the day."""
    return any(child.dep == "advmod" and child.lower in HABITUAL for child in clause.children)


def _going_on(clause: Token, lasting: bool) -> bool:
    if clause.tag == "VBG" and any(child.dep == "aux" and child.lemma == "be" for child in clause.children):
        return True
    if clause.dep == "xcomp" and clause.head.lemma in GOING_ON:
        return True
    if clause.lemma in ("be", "remain", "stay") and clause.tag in ("VBZ", "VBP"):
        below = {t.lower for c in clause.children for t in (c, *c.children)}
        return below.isdisjoint(AFTERWARDS)  # "a curfew is in force"; "is in custody" tells of an arrest that is over
    if any(c.lower == "until" and any(t.lemma == "notice" for t in c.children) for c in clause.children):
        return True  # "imposed a curfew until further notice"
    now = any(c.dep == "auxpass" and c.lower in ("is", "are", "remains", "remain") for c in clause.children)
    if now and clause.lemma in STATES and not any(c.dep == "aux" for c in clause.children):
        return True  # "the highway is cut at the bridge"
    if lasting:
        return False  # "rockets have been launched since Sunday" counts what is over
    have = any(c.dep == "aux" and c.lemma == "have" for c in clause.children)
    return have and clause.lemma in STATES and passive(clause) and any(c.lower == "since" for c in clause.children)
