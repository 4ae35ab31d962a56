"""What asof read in a document as MUC-4's templates: one for each violent event that the task asks for.

The task's rules, not ours: clashes of armed sides and attacks on the military alone are not told of, nor what was
only denied, imagined or long past. A victim is anybody done harm to; the effect is what the words say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..annotate.events_lexicon import Lexicon
from ..annotate.events_match import objects
from ..grammar import agents, conjuncts, prepositional
from ..model import Event, EventMention
from ..reading import Reading, Token
from ..vocabulary.actors import nouns
from ..vocabulary.codebooks import load
from ..vocabulary.numbers import UNITS
from .muc4_keys import Filler, Template

KINDS = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
DEATH = frozenset(
    "kill murder assassinate slay die death murder assassination killing massacre execute execution behead gun "
    "slaughter shoot perish dead slaying".split()
)
INJURY = frozenset("wound injure hurt injury maim wounding wounded injured".split())
FIRES = frozenset({"burn", "torch", "arson", "set", "ignite"})
TOLD = frozenset({"occurred", "ongoing", "planned", "background"})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP", "CRM"})
# Nouns that denote a body of people elsewhere, and a thing where they are struck.
THINGS = frozenset(
    "house neighborhood neighbourhood convoy embassy office base station party council ministry newspaper vehicle "
    "nation building plant city town village country area zone neighborhood region organization institution "
    "bank university school institute college border road garrison brigade battalion troop corps".split()
)
HARM = frozenset("case attack crime act body head leg chest arm life attempt plan date trial investigation".split())
COUNTED = frozenset({"member", "group", "one", "total", "number", "dozen", "score", "series"})
UNNAMED = frozenset({"gunman", "sniper", "bomber"})
FIGURES = {"killed": "DEATH", "injured": "INJURY", "abducted": None}


@dataclass(slots=True)
class Victim:
    """Somebody harmed: the words for them, how many, and what came of it."""

    words: list[str]
    number: str | None
    effect: str | None


def templates(reading: Reading) -> list[Template]:
    """The templates of a reading: what the report tells as one happening, apart by the task's types."""
    book = load()
    grouped: dict[tuple[str, str], list[Event]] = {}
    for event in reading.events:
        if book.root(event.type) == "ASSAULT" and event.status in TOLD:
            grouped.setdefault((_kind(reading, event), event.incident or event.id), []).append(event)
    made = (_template(reading, kind, events) for (kind, _), events in grouped.items())
    return [template for template in made if template is not None]


def _kind(reading: Reading, event: Event) -> str:
    if any(reading.tokens[m.head].lemma.lower() in FIRES for m in _mentions(reading, event)):
        return "ARSON"
    return KINDS.get(event.mode or "", "ATTACK")


def _mentions(reading: Reading, event: Event) -> list[EventMention]:
    return [
        mention
        for mention in reading.event_mentions
        if mention.type == event.type and any(span in event.evidence for span in mention.evidence)
    ]


def _template(reading: Reading, kind: str, events: list[Event]) -> Template | None:
    lexicon = Lexicon.of(reading, load())
    victims: dict[str, Victim] = {}
    targets: dict[str, str] = {}
    mentions = [mention for event in events for mention in _mentions(reading, event)]
    whose = {mention.head: mention.actor for mention in reading.mentions}
    for mention in mentions:
        trigger = reading.tokens[mention.head]
        hurt = _effect(trigger) is not None or mention.mode == "abduct"
        for token in _struck(trigger):
            if _human(token, lexicon) or (hurt and _anybody(token, lexicon)):
                _merge(victims, whose.get(token.i, token.lemma.lower()), token, _effect(trigger))
            elif token.lemma.lower() in lexicon.targets and token.pos in ("NOUN", "PROPN"):
                targets.setdefault(token.lemma.lower(), _words(token))
    ids = {event.id for event in events}
    for figure in reading.figures:
        if figure.event in ids and figure.measure in FIGURES:
            for token in _counted(reading, figure.evidence[0].start, figure.evidence[0].end, lexicon):
                _merge(victims, whose.get(token.i, token.lemma.lower()), token, FIGURES[figure.measure])
    actors = {actor.id: actor for actor in reading.actors}
    acting = [*(one for event in events for one in event.actor_ids), *_doers(reading, mentions)]
    who = [actors[one] for one in dict.fromkeys(acting)]
    harmed = [actors[key].sector if key in actors else _sector(key) for key in victims]
    if not targets and all(sector in ARMED for sector in harmed):
        return None
    named = [a for a in who if a.kind == "organisation"]
    weapons = dict.fromkeys(words for event in events for words in event.weapons)
    for key, victim in victims.items():
        if key in actors and actors[key].kind == "person":
            victim.words.insert(0, actors[key].name)
    slots = {
        "perpetrator": [Filler((a.evidence[0].text,)) for a in who if a.kind != "organisation" and a.evidence],
        "organisation": [Filler(tuple({a.name, *(s.text for s in a.evidence)})) for a in named],
        "target": [Filler((words,)) for words in targets.values()],
        "weapon": [Filler((words,)) for words in weapons],
        "victim": [Filler(tuple(v.words)) for v in victims.values()],
        "number": [Filler(tuple(v.words), value=v.number) for v in victims.values() if v.number],
        "effect": [Filler(tuple(v.words), value=v.effect) for v in victims.values() if v.effect],
    }
    return Template(kind, slots=slots)


def _doers(reading: Reading, mentions: list[EventMention]) -> Iterator[str]:
    """Those who do it, also the ones that name no party and are left out of a claim: "gunmen"."""
    heads = {mention.head: mention.actor for mention in reading.mentions}
    for mention in mentions:
        yield from mention.actors
        trigger = reading.tokens[mention.head]
        doers = agents(trigger) if trigger.pos in ("VERB", "AUX", "ADJ") else prepositional(trigger, "by")
        yield from (heads[t.i] for t in doers if t.i in heads and t.lemma.lower() in UNNAMED)


def _struck(trigger: Token) -> list[Token]:
    """Whom or what the words say it struck."""
    if trigger.pos in ("VERB", "AUX", "ADJ"):
        found = [*objects(trigger), *prepositional(trigger, "on", "against", "at")]
    else:
        owners = [c for c in trigger.children if c.dep in ("poss", "compound")] if _effect(trigger) else []
        found = [*prepositional(trigger, "of", "on", "against", "at"), *owners]
    return [one for token in found for one in _parted(token)]


def _parted(token: Token) -> Iterable[Token]:
    """ "Three of the judges": the judges, too."""
    inner = [t for t in prepositional(token, "of") if token.pos == "NUM" or token.lemma in COUNTED]
    return [t for one in inner for t in conjuncts(one)] or [token]


def _human(token: Token, lexicon: Lexicon) -> bool:
    if token.pos == "PRON" or token.lemma.lower() in THINGS or token.i in lexicon.places:
        return False
    return lexicon.people(token) or token.lemma.lower() in nouns()


def _anybody(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word that is no known noun for people may still name somebody: whoever is murdered lived."""
    named = token.pos in ("NOUN", "PROPN") and token.lemma.lower() not in THINGS | lexicon.weapons | HARM
    return named and token.i not in lexicon.places


def _effect(trigger: Token) -> str | None:
    lemma = trigger.lemma.lower()
    return "DEATH" if lemma in DEATH else "INJURY" if lemma in INJURY else None


def _sector(lemma: str) -> str | None:
    noun = nouns().get(lemma)
    return noun.sector if noun is not None else None


def _counted(reading: Reading, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The nouns that a figure counts, in its words."""
    return [
        token
        for token in reading.tokens_in(start, end)
        if token.pos in ("NOUN", "PROPN") and token.dep != "compound" and _human(token, lexicon)
    ]


def _merge(victims: dict[str, Victim], key: str, token: Token, effect: str | None) -> None:
    known = victims.get(key)
    number = _number(token)
    if known is None:
        victims[key] = Victim([_words(token)], number, effect)
    else:
        known.words.append(_words(token))
        known.effect = "DEATH" if "DEATH" in (known.effect, effect) else known.effect or effect
        known.number = number if known.number in (None, "PLURAL") else known.number


def _number(token: Token) -> str | None:
    for child in token.children:
        if child.dep == "nummod":
            digits = child.text.replace(",", "")
            return digits if digits.isdigit() else str(UNITS[child.lower]) if child.lower in UNITS else None
    return "PLURAL" if token.tag in ("NNS", "NNPS") else "1"


def _words(token: Token) -> str:
    """The noun with the words before it that say what or whose it is."""
    kept = [c for c in token.children if c.dep in ("compound", "amod", "nmod") and c.i < token.i]
    return " ".join(t.text for t in sorted([*kept, token], key=lambda t: t.i))
