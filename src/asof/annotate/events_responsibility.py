"""Claims of responsibility and denials that name no event of their own: they speak of one told before.

"The RSF denied involvement", "a brigade claimed the strike on Telegram", "said it had nothing to do
with it", "The army denied that": the event is the last one told, the actor the one who claims or denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar import agents, negated, patients, prepositional
from ..model import EventMention
from ..reading import Reading, Token
from .events_roles import Cast

CLAIMING = frozenset({"claim", "admit", "acknowledge"})
OWNED = frozenset(
    (
        "responsibility credit involvement part role hand link attack strike bombing raid blast killing assault "
        "ambush kidnapping explosion shelling charge accusation allegation it that this"
    ).split()
)
SPOKEN = CLAIMING | {"take", "accept", "assume", "deny", "have", "be"}
REACH = 12  # sentences back to the event spoken of


def responsibility(reading: Reading, told: Sequence[EventMention], cast: Cast, producer: str) -> list[EventMention]:
    """Mentions of events that somebody claims as his own or denies to have done."""
    found = []
    by_head = {mention.head: mention for mention in told}
    for token in reading.tokens:
        kind = _kind(token) if token.lemma in SPOKEN else None
        if kind is None:
            continue
        who = cast.who(agents(token))
        if not who:
            continue
        about = _spoken_of(reading, token, told, by_head)
        if about is None or (about.status == "negated" and about.head in {t.i for t in token.subtree()}):
            continue  # "denied carrying out the strike" is coded where the strike is
        actors = who
        if kind == "denied" and about.actors and not set(who) & set(about.actors) and about.type != "ASSAULT":
            actors = about.actors  # "The army denied that": denies what the others say they did
        found.append(
            replace(
                about,
                trigger=reading.document.span(token.start, token.end),
                head=token.i,
                actors=actors,
                recipients=(),
                status="negated" if kind == "denied" else "occurred",
                evidence=(reading.span(_clause(token)),),
                frame=kind,
                producer=producer,
            )
        )
    return found


def _kind(verb: Token) -> str | None:
    if verb.pos not in ("VERB", "AUX") or negated(verb):
        return "denied" if verb.lemma == "be" and _behind(verb) and negated(verb) else None
    objects = {t.lemma.lower() for t in patients(verb)}
    if any(t.lower == "no" for o in patients(verb) for t in o.children) or any(
        t.lower in ("no", "nobody", "none") for a in agents(verb) for t in (a, *a.children)
    ):
        return None
    own = {child.lemma.lower() for child in verb.children if child.dep == "dobj"}
    if verb.lemma in CLAIMING and own & OWNED:
        return "claimed" if not (verb.lemma == "acknowledge" and objects & {"it", "that"}) else None
    if verb.lemma in ("take", "accept", "assume") and own & {"credit", "responsibility"}:
        return "claimed"
    clausal = any(child.dep in ("ccomp", "xcomp") for child in verb.children)
    if verb.lemma == "deny" and (objects & OWNED or not (objects or clausal)):
        return "denied"
    if verb.lemma == "have" and "nothing" in objects and any(t.lower == "do" for t in verb.subtree()):
        return "denied"
    return None


def _behind(verb: Token) -> bool:
    return bool(prepositional(verb, "behind"))


def _spoken_of(
    reading: Reading, verb: Token, told: Sequence[EventMention], by_head: dict[int, EventMention]
) -> EventMention | None:
    """The event below the verb if one was coded there, else the last violent event told before it."""
    for below in verb.subtree():
        if below is not verb and below.i in by_head:
            inner = by_head[below.i]
            if inner.type in ("ASSAULT", "COERCE", "RETREAT"):
                return inner
    pronoun = any(t.lower in ("that", "it", "this") for t in patients(verb))
    for mention in reversed(told):
        if mention.head >= verb.i or mention.status not in ("occurred", "negated"):
            continue
        distance = verb.sentence.index - reading.tokens[mention.head].sentence.index
        if distance > REACH:
            break
        if mention.type == "ASSAULT" or (pronoun and distance <= 1 and mention.type in ("RETREAT", "COERCE")):
            return mention
    return None


def _clause(verb: Token) -> list[Token]:
    kept = [verb]
    for child in verb.children:
        if child.dep in ("nsubj", "dobj", "neg", "aux", "prep", "xcomp"):
            kept.extend(t for t in child.subtree() if t.dep not in ("relcl", "appos", "punct"))
    return kept
