"""Who owns an event and who denies it, in words that name no event of their own: they speak of one told before.

"The RSF denied involvement", "a brigade claimed the strike on Telegram", "said it had nothing to do with
it", "said it was behind the attack", "The ambush was theirs", "was the work of another gang".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..grammar import agents, negated, passive, patients, prepositional
from ..model import EventMention
from ..reading import Reading, Token
from ..vocabulary.codebooks import Codebook
from .events_denied import denied as said_not_to_be
from .events_denied import untrue
from .events_roles import Cast

CLAIMING = frozenset({"claim", "admit", "acknowledge", "boast", "own", "brag"})
# Whose objects are what somebody owns up to, or denies.
OWNED = frozenset(
    (
        "responsibility credit involvement part role hand link attack strike bombing raid blast killing assault "
        "ambush kidnapping explosion shelling shooting massacre abduction operation fighting violence clash murder "
        "incident crime death offensive battle airstrike hijacking assassination launch plot it that this"
    ).split()
)
CHARGES = frozenset({"charge", "accusation", "allegation", "claim"})
DENYING = frozenset({"deny", "disown", "disavow", "repudiate", "refute", "rebut", "reject", "dismiss", "dispute"})
PART = frozenset({"part", "role", "hand", "involvement", "connection", "link", "responsibility", "knowledge"})
TAKING = frozenset({"take", "have", "play", "bear", "accept", "assume"})
WORK = frozenset({"work", "handiwork", "doing", "fault"})
OWNERS = {"theirs", "ours", "mine", "his", "hers"}
POSSESSIVES = {"its", "his", "her", "their", "our", "my"}
FORCES = frozenset(
    "man men fighter soldier troop force unit aircraft drone plane jet helicopter vessel gun artillery operation "
    "presence personnel patrol gunman".split()
)
DOING = frozenset({"do", "carry", "commit", "perpetrate"})
SPOKEN = CLAIMING | DENYING | TAKING | DOING | {"be", "distance", "involve"}
REACH = 12  # sentences back to the event spoken of


def responsibility(
    reading: Reading, told: Sequence[EventMention], cast: Cast, book: Codebook, producer: str
) -> list[EventMention]:
    """All mentions, with those of events that somebody claims as his own, is said to have done, or denies."""
    found = list(told)
    by_head = {mention.head: mention for mention in told}
    for token in reading.tokens:
        kind = _kind(token) if token.lemma in SPOKEN and token.pos in ("VERB", "AUX") else None
        if kind is None:
            continue
        who = cast.who(patients(token) if token.lemma == "involve" else _owners(reading, token, kind))
        if kind == "claimed" and not who:
            who = _speaker(reading, token)  # "The ambush was theirs"
        if kind == "denied" and not who:
            who = _whose(reading, token, cast)
        if not who:
            continue
        about = _spoken_of(reading, token, told, by_head, book)
        if about is None:
            continue
        if about.status == "negated" and about.head in {t.i for t in token.subtree()}:
            if not about.actors and kind == "denied" and about in found:  # "denied any part in a car bombing"
                found[found.index(about)] = replace(about, actors=who, recipients=_others(about, who))
            continue  # "denied carrying out the strike" is coded where the strike is
        if _objects(token) & CHARGES and not set(who) & set(about.actors):
            continue  # a charge of something else is rejected, not denied
        rejected = by_head.get(token.i)
        if kind == "denied" and rejected is not None and rejected.type == "REJECT":
            found.remove(rejected)  # "rejected the accusation" says that it did not do it
        actors = who
        if (
            kind == "denied"
            and about.actors
            and not set(who) & set(about.actors)
            and book.root(about.type) != "ASSAULT"
        ):
            actors = about.actors  # "The army denied that": denies what the others say they did
        found.append(
            replace(
                about,
                trigger=reading.document.span(token.start, token.end),
                head=token.i,
                actors=actors,
                recipients=about.recipients if kind == "denied" and about.actors == actors else (),
                status="negated" if kind == "denied" else "occurred",
                evidence=(reading.span(_clause(token)),),
                frame=kind,
                producer=producer,
            )
        )
    return found


def _others(mention: EventMention, who: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(actor for actor in mention.recipients if actor not in who)


def _objects(verb: Token) -> set[str]:
    return {t.lemma.lower() for t in patients(verb)}


def _kind(verb: Token) -> str | None:
    """Whether the verb says that somebody claims (claimed), did (done) or did not do (denied) what was told."""
    if verb.dep == "ccomp" and verb.head.lemma in DENYING and negated(verb.head):
        return None  # "did not deny that it was": owns nothing
    denied = negated(verb) or said_not_to_be(verb, verb) or untrue(verb)
    objects = patients(verb)
    none = any(t.lower == "no" for o in objects for t in o.children) or any(o.lower == "nothing" for o in objects)
    if any(t.lower in ("no", "nobody", "none") for a in agents(verb) for t in (a, *a.children)):
        return None
    own = {child.lemma.lower() for child in verb.children if child.dep == "dobj"}
    if verb.lemma == "be":
        return _being(verb, denied)
    if verb.lemma == "involve":  # "was not involved", "denied that it was involved in the attack"
        within = prepositional(verb, "in", "with")
        return "denied" if denied and passive(verb) and (not within or _reaches(within)) else None
    if verb.lemma in TAKING and own & PART and _bare(verb, own & PART):
        if none or denied:
            return "denied"
        return "claimed" if verb.lemma != "have" and own & {"responsibility"} else None
    where = [t for one in (verb, *objects) for t in prepositional(one, "on", "over", "in", "near", "at")]
    if verb.lemma == "have" and none and own & FORCES and where:
        return "denied"  # "had no men on that road", "had no aircraft over the town"
    if verb.lemma == "have" and none and any(t.lower == "do" for t in verb.subtree()):
        return "denied"
    if denied or none:
        return None
    if verb.lemma in CLAIMING and (own & OWNED or _reaches(prepositional(verb, "of", "about", "to"))):
        return "claimed" if not (verb.lemma == "acknowledge" and own & {"it", "that"}) else None
    if verb.lemma in ("take", "accept", "assume") and own & {"credit"}:
        return "claimed"
    if verb.lemma == "distance":
        return "denied" if _reaches(prepositional(verb, "from")) else None
    if verb.lemma in DOING:  # "his fighters did it", "said its men carried it out"
        return "done" if own & {"it", "this", "that"} and not verb.child("neg") and verb.tag != "VB" else None
    if verb.lemma not in DENYING:
        return None
    clausal = any(child.dep in ("ccomp", "xcomp") for child in verb.children)
    if verb.lemma == "deny" and _doing_so(verb):
        return "denied"
    if own & (OWNED | CHARGES) or (verb.lemma == "deny" and not (own or clausal)):
        return "denied" if verb.lemma in ("deny", "disown", "disavow") or own & (PART | CHARGES) else None
    return None


def _doing_so(verb: Token) -> bool:
    """ "is accused of arming them and denies doing so", "denied having done it"."""
    clauses = (child for child in verb.children if child.dep in ("xcomp", "ccomp") and child.lemma == "do")
    return any(c.lower in ("so", "it", "this", "that") for clause in clauses for c in clause.children)


def _bare(verb: Token, nouns: set[str]) -> bool:
    """ "took no part in the fighting", "had no role", not "take no part in the talks"."""
    for child in verb.children:
        if child.lemma.lower() in nouns:
            inner = prepositional(child, "in", "with", "to", "for", "of") or prepositional(verb, "in", "for")
            if all(t.lemma.lower() in OWNED for t in inner):
                return True
    return False


def _reaches(tokens: Sequence[Token]) -> bool:
    return any(t.lemma.lower() in OWNED for t in tokens)


def _being(verb: Token, denied: bool) -> str | None:
    """ "was behind the attack", "is not responsible", "the ambush was theirs", "was the work of another gang"."""
    for child in verb.children:
        behind = child.lower == "behind" and _reaches([c for c in child.children if c.dep == "pobj"])
        responsible = child.dep == "acomp" and child.lower in ("responsible", "involved", "complicit", "blameless")
        blamed = child.dep in ("xcomp", "acomp") and child.lemma in ("blame", "guilty")
        if blamed and denied and not child.child("dobj"):
            return "denied"  # "said that it was not to blame"
        if behind or (responsible and child.lower != "blameless"):
            return "denied" if denied else "done"
        if child.dep == "attr" and child.lower in OWNERS and not denied:
            subject = verb.child("nsubj")
            return "claimed" if subject is not None and subject.lemma.lower() in OWNED else None
        if child.dep == "attr" and child.lemma in WORK and prepositional(child, "of"):
            return "denied" if denied else "done"
    return None


def _owners(reading: Reading, verb: Token, kind: str) -> list[Token]:
    """The words for whoever claims, did or denies it."""
    for child in verb.children:
        if verb.lemma == "be" and child.dep == "attr" and child.lemma in WORK:
            return prepositional(child, "of")
        if verb.lemma == "be" and child.dep == "attr" and child.lower in OWNERS:
            return []
    return agents(verb)


def _whose(reading: Reading, verb: Token, cast: Cast) -> tuple[str, ...]:
    """ "A spokesman of the group denied that its men were behind the raid": the men are of whoever denies it."""
    owners = [c for subject in agents(verb) for c in subject.children if c.dep == "poss"]
    return cast.who(owners) or (_side(reading, verb, cast) if any(c.lower in POSSESSIVES for c in owners) else ())


def _side(reading: Reading, verb: Token, cast: Cast) -> tuple[str, ...]:
    """Whoever says the words around the verb; his side where he speaks for one."""
    return tuple(cast.principal(one) for one in _speaker(reading, verb))


def _speaker(reading: Reading, verb: Token) -> tuple[str, ...]:
    for quote in reading.quotes:
        if quote.actor and any(span.start <= verb.start < span.end for span in quote.content):
            return (quote.actor,)
    return ()


def _spoken_of(
    reading: Reading, verb: Token, told: Sequence[EventMention], by_head: dict[int, EventMention], book: Codebook
) -> EventMention | None:
    """The event below the verb if one was coded there, else the last violent event told before it."""
    for below in verb.subtree():
        if below is not verb and below.i in by_head:
            inner = by_head[below.i]
            if book.root(inner.type) in ("ASSAULT", "COERCE", "RETREAT"):
                return inner
    pronoun = any(t.lower in ("that", "it", "this") for t in patients(verb))
    for mention in reversed(told):
        if mention.head >= verb.i or mention.status not in ("occurred", "negated"):
            continue
        distance = verb.sentence.index - reading.tokens[mention.head].sentence.index
        if distance > REACH:
            break
        kind = book.root(mention.type)
        if kind == "ASSAULT" or (pronoun and distance <= 1 and kind in ("RETREAT", "COERCE")):
            return mention
    return None


def _clause(verb: Token) -> list[Token]:
    kept = [verb]
    for child in verb.children:
        if child.dep in ("nsubj", "dobj", "neg", "aux", "prep", "xcomp", "attr", "acomp"):
            kept.extend(t for t in child.subtree() if t.dep not in ("relcl", "appos", "punct"))
    return kept
