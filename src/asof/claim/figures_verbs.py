"""The measure of a verb's patient: "killed 12", "12 were killed".

A verb measures only what can suffer its act: "released 12 statements" is no release. Does not look at modals.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measure_phrases as phrases
from ..vocabulary import measures as lexicon
from ..vocabulary import people, things
from .figures_counted import Counted, Measured, compound, kind_of, phrase, situation, words_below
from .figures_forces import SENT, in_place, to_a_place
from .figures_phrases import said_together

# Participles that say too little of a noun: "residents reached by telephone", "persons held in connection with".
NOT_AS_PARTICIPLE = frozenset({"hold", "keep", "shelter", "save", *lexicon.REACHING})


def of_patient(verb: Token, item: Counted) -> Measured | None:
    """The measure of the verb's patient, phrasal verbs included."""
    lemma, word = lexicon.lemma(verb.lower, verb.lemma), item.word
    children = {child.lower: child for child in verb.children}
    kind = kind_of(item.noun)
    if lemma in ("take", "hold") and {"hostage", "captive", "prisoner", "gunpoint"} & words_below(verb):
        return Measured("captured" if "prisoner" in words_below(verb) else "abducted", verb)
    if lemma in ("shoot", "beat", "stab", "burn", "hack") and "dead" in words_below(verb) | {
        t.lower for t in item.head.children
    }:
        return Measured("killed", verb)
    if children.keys() & {"fatally", "mortally", "lethally"} and (kind or item.noun is None):
        return Measured("killed", verb)
    together = next((c for c in verb.children if c.dep == "conj" and c.lower in lexicon.STATES), None)
    if lemma in lexicon.ASSAULTS and together is not None and together.child("dobj") is None:
        return Measured(lexicon.STATES[together.lower], together)  # "were shot and killed"
    if lemma == "pick" and "up" in children and word in ("survivors", "people", "migrants", "refugees"):
        return Measured("rescued", verb)
    said = said_together(verb, phrases.DONE_TO.get(lemma, ()), item, kind)
    if said is not None:
        return said
    if lemma == "burn" and (kind or item.noun is None):
        return Measured("injured", verb)
    if lemma == "bury" and lexicon.HIDDEN & words_below(verb):
        return Measured("trapped", verb)
    if (
        lemma in ("draw", "attract")
        and kind
        and (kind == "protesters" or lexicon.PROTESTS & {c.lemma for c in verb.children})
    ):
        return Measured("protesters", verb)
    if lemma in ("shoot", "bring") and "down" in children and (item.noun is None or word in ("them", "which")):
        return Measured("intercepted", verb) if _named_before(item, things.MUNITIONS) else None
    if lemma in lexicon.STRUCTURE_VERBS and word in ("", "more", "others") and verb.tag != "VBN":
        named = _named_before(item, things.STRUCTURES)
        return Measured(lexicon.STRUCTURE_VERBS[lemma], verb, unit=named) if named else None
    if lemma in ("shoot", "gun") and "down" in children and word not in things.MUNITIONS:
        return Measured("killed", verb) if kind else None
    if lemma == "shoot" and kind:
        return Measured("injured", verb) if "wounded" in words_below(verb) else None
    if lemma == "rush" and kind in SENT and to_a_place(verb):
        return Measured("deployed", verb)
    if lemma == "search" and verb.child("auxpass") is not None and _sought_for(verb) and kind != "suspects":
        return Measured("missing", verb)  # "four are still being searched for"
    if lemma in ("hand", "turn", "give", "return", "let", "swap", "exchange", "transfer") or lemma in lexicon.SENDING:
        return _handed(verb, item, children, kind)
    if lemma == "take" and item.word in ("prisoners", "captives", "hostages") and verb.child("auxpass") is None:
        return Measured("abducted" if item.word == "hostages" else "captured", verb)
    if lemma == "take" and kind and "from" in children and lexicon.TAKEN_FROM & words_below(verb):
        return Measured("abducted", verb)
    if lemma in lexicon.SEIZING and word in things.WEAPONS:
        return Measured("intercepted" if lemma == "intercept" and word in things.MUNITIONS else "seized", verb)
    if lemma in ("have", "hold", "keep") and (situated := _situated(verb, item, kind)) is not None:
        return situated
    if lemma in ("keep", "maintain", "have") and (placed := in_place(verb, item, kind)) is not None:
        return placed
    if lemma in ("claim", "cost", "take") and word == "lives":
        return Measured("killed", verb, unit="people")
    if lemma in lexicon.LOADING and (word in things.SUPPLIES or _of_food(item)):
        return Measured("aid", verb, unit=phrase(item))
    if lemma in ("pull", "dig", "retrieve", "recover", "bring", "take", "rush", "admit", "transfer", "carry"):
        return _moved(verb, item, kind)
    if lemma in ("push", "bundle", "load", "force", "drag", "throw", "shove") and kind:
        if things.VEHICLES & words_below(verb):
            return Measured("arrested", verb)
        return None
    if lemma == "beat" and kind and verb.child("auxpass") is not None:
        return Measured("injured", verb)
    if lemma == "treat" and (kind or item.noun is None or word in ("others", "more")):
        return Measured("injured", verb)
    if lemma == "lose":
        return _lost(verb, item, kind)
    if lemma in ("impose", "slap") and "sanctions" in words_below(verb):
        return Measured("sanctioned", verb)
    if lemma == "seize" and kind and not _a_thing(item):
        return Measured("abducted", verb)
    if lemma in ("seize", "confiscate", "impound") and _a_thing(item):
        return Measured("seized", verb, unit=compound(item.noun))
    if lemma in lexicon.ATTACK_VERBS and word in things.SITES and (item.quantity.low or item.quantity.value or 0) >= 3:
        return Measured("attacks", verb, unit=word) if verb.tag != "VBN" or verb.child("auxpass") else None
    if lemma in ("drive", "fly", "bus", "escort", "ferry", "transport") and item.noun is None:
        near = {token.lemma for token in item.number.sentence.tokens}
        back = "give" in near and "back" in near
        return Measured("released", verb) if near & {"release", "free", "swap", "exchange"} or back else None
    if lemma == "promise" or lemma == "pledge":
        return Measured("promised_release", verb) if item.noun is None or kind in lexicon.DETAINED_GROUPS else None
    if lemma == "suffer" or lemma == "sustain":
        return None
    if lemma == "cost" and kind and "lives" in {c.lower for c in verb.children}:
        return Measured("killed", verb)  # "cost 13 soldiers their lives"
    if (lemma in lexicon.SEIZING or lemma in lexicon.FINDING) and (word in things.WEAPONS or word in things.MUNITIONS):
        down = lemma == "intercept" and word in things.MUNITIONS
        return Measured("intercepted" if down else "seized", verb, unit=None if down else word)
    if lemma in lexicon.SEIZING and word in things.VEHICLES:
        return Measured("seized", verb, unit=word)
    if lemma in ("search", "raid"):
        return Measured("searched", verb, unit=word) if word in things.SEARCHED else None
    if lexicon.PATIENT_VERBS.get(lemma) == "sanctioned" and item.noun is not None:
        return Measured("sanctioned", verb)  # men, banks, tankers
    if word in things.STRUCTURES or word in things.UNITS_OF_TROOPS or word in things.VEHICLES:
        return _things(verb, item)
    if lemma in lexicon.SHUTTING and (word in things.STRUCTURES or word in things.CROSSINGS):
        return Measured("closed", verb, unit=word)
    if lemma in lexicon.GIVING and (word in things.SUPPLIES or _of_food(item)):
        return Measured("aid", verb, unit=phrase(item))
    if word in things.MUNITIONS and lemma in ("launch", "fire") and verb.dep == "acl":
        return Measured("launched", verb)
    counter = verb.child("nsubj", "nsubjpass")
    if lemma in lexicon.REACHING and counter is not None and counter.lemma in lexicon.TOLLS:
        return None  # "the number of martyrs has reached 29, among them seven children"
    if lemma in lexicon.REACHING and kind in (
        "people",
        "families",
        "children",
        "civilians",
        "migrants",
        "patients",
        "women",
    ):
        return Measured("aided", verb) if lemma != "help" else None
    if lemma == "leave" and kind in ("men", "fighters", "soldiers", "militants", "rebels") and verb.tag != "VBG":
        return Measured("remaining", verb, unit="fighters" if kind == "men" else None)
    measured = lexicon.PATIENT_VERBS.get(lemma)
    if measured is None:
        return in_place(verb, item, kind)
    return _fitting(measured, verb, item, kind)


def _sought_for(verb: Token) -> bool:
    return any(child.lower == "for" and child.child("pobj") is None for child in verb.children)


def _of_food(item: Counted) -> bool:
    """Whether a weight of food or medicine is counted: "540 metric tons of food"."""
    of = next((c for c in item.noun.children if c.lower == "of"), None) if item.noun is not None else None
    inner = of.child("pobj") if of is not None else None
    return item.word in things.WEIGHTS and inner is not None and inner.lower in things.RELIEF


def _a_thing(item: Counted) -> bool:
    """Whether things are counted: "two servers" are no people, for all their ending."""
    noun = item.noun
    if noun is None or noun.tag != "NNS" or people.group(noun.lower) is not None or noun.ent == "NORP":
        return False
    if kind_of(noun) is not None and noun.lower not in things.DEVICES:
        return False
    return noun.lower not in things.GROUND and noun.lower not in things.VEHICLES


def _named_before(item: Counted, words: frozenset[str]) -> str | None:
    """The word of these that the sentence has named before: what "40 more" are."""
    tokens = item.number.sentence.tokens
    return next((t.lower for t in reversed(tokens[: item.number.i - tokens[0].i]) if t.lower in words), None)


def _fitting(measured: str, verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """The measure where what is counted can suffer the act: people are hurt, "ten ministers held talks" is nothing."""
    bare = (
        item.noun is None or item.word in ("others", "more", "them", "whom", "those", "staff") or item.noun.pos == "NUM"
    )
    passive = any(c.dep in ("auxpass", "nsubjpass") for c in verb.children) or verb.tag == "VBN"
    if verb.lemma in ("hold", "keep", "detain") and _held_by_captors(verb):
        return Measured("held", verb)
    if measured == "intercepted":
        return Measured(measured, verb) if item.word in things.MUNITIONS or bare else None
    if lexicon.lemma(verb.lower, verb.lemma) in lexicon.ALSO_OF_THINGS and not (kind or bare):
        return None
    if measured in ("killed", "injured") and _with_the_other(measured, verb):
        return Measured("casualties", verb)
    if measured in lexicon.OF_ANYBODY:
        thing = item.word in things.MUNITIONS or item.word in things.STRUCTURES or item.word in things.ANIMALS
        return None if thing else Measured(measured, verb)
    if verb.lemma in ("hold", "keep"):
        if not (kind or bare) or (bare and passive and verb.lemma == "keep"):
            return None
        lasting = any(c.lower in ("still", "being", "are", "is") for c in verb.children)
        return Measured("arrested" if passive and verb.lemma == "hold" and not lasting else "held", verb)
    if kind or bare or item.word == "dead":
        return Measured(measured, verb)
    if measured == "deployed" and item.noun is not None:
        return Measured(measured, verb, unit=phrase(item))
    if measured == "buried" and item.word in lexicon.NOUNS:
        return Measured(measured, verb)
    return None


def _held_by_captors(verb: Token) -> bool:
    by = verb.child("agent")
    agent = by.child("pobj") if by is not None else None
    return agent is not None and agent.lower in lexicon.CAPTORS


def _with_the_other(measured: str, verb: Token) -> bool:
    """Whether the dead and the hurt are counted together: "had been killed or wounded", "killing and injuring ten"."""
    other = verb.head if verb.dep == "conj" else next((c for c in verb.children if c.dep == "conj"), None)
    if other is None or {measured, lexicon.PATIENT_VERBS.get(other.lemma)} != {"killed", "injured"}:
        return False
    return abs(other.i - verb.i) == 2 and verb.lemma != "shoot"  # with nothing but "and" or "or" between them


def _handed(verb: Token, item: Counted, children: dict[str, Token], kind: str | None) -> Measured | None:
    """Giving up people is a release, sending troops a deployment, sending supplies aid."""
    lemma = verb.lemma
    if lemma in ("hand", "turn", "give", "return", "swap", "exchange", "transfer"):
        over = lemma in ("swap", "exchange", "return") or bool({"over", "back", "up"} & set(children))
        over = over and not (lemma == "turn" and "over" not in children)  # "were turned back at the border"
        if lemma in ("hand", "transfer") and kind and {"cross", "crescent"} & words_below(verb):
            over = True  # "will be handed to the Red Cross"
        if over and (kind or item.noun is None):
            return Measured("released", verb)
    if lemma == "let" and "go" in words_below(verb):
        return Measured("released", verb)
    if lemma == "send" and {"fleeing", "running"} & {t.lower for t in (*verb.children, *item.head.children)}:
        return Measured("displaced", verb)
    if lemma in lexicon.SENDING and (
        kind in ("soldiers", "monitors", "peacekeepers", "police officers", "fighters", "rebels")
        or item.word in things.UNITS_OF_TROOPS
    ):
        return Measured("deployed", verb, unit=None if kind else item.word)
    if lemma in lexicon.GIVING and item.word in things.SUPPLIES:
        return Measured("aid", verb, unit=phrase(item))
    return None


def _moved(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """Where people or bodies are taken: out of the rubble, to hospital, into custody."""
    below = words_below(verb)
    if item.word in ("bodies", "body", "corpses", "dead"):
        return Measured("killed", verb)
    if not (kind or item.noun is None or item.word in ("others", "more", "them")):
        return None
    if below & lexicon.IN_CUSTODY or (verb.lemma == "take" and "away" in below and kind):
        return Measured("arrested", verb)
    if below & lexicon.IN_HOSPITAL and verb.lemma in ("take", "rush", "bring", "admit", "transfer", "carry"):
        return Measured("injured", verb)
    if verb.lemma == "take" and (kind or item.noun is None) and _carried_off(verb):
        return Measured("taken", verb)
    if verb.lemma in ("pull", "dig", "rescue", "bring", "recover", "take") and (
        below & lexicon.HIDDEN or "alive" in below
    ):
        dead = {"dead", "lifeless"} & below
        return Measured("killed" if dead else "rescued", verb)
    return None


def _carried_off(verb: Token) -> bool:
    """Whether people are taken, and nothing says where to: "44 were taken", "the gunmen took 30 villagers"."""
    if any(c.dep == "prep" and c.lower in ("to", "into", "for", "in", "from", "through") for c in verb.children):
        return False
    subject = verb.child("nsubj")
    return verb.child("auxpass") is not None or (subject is not None and subject.lower in lexicon.CAPTORS)


def _situated(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """Such as "have two suspects in custody"."""
    if kind is None:
        return None
    for word in (verb, item.head):
        for child in word.children:
            found = situation(child) if child.dep == "prep" else None
            if found is not None and found.measure in ("arrested", "held"):
                return found
    return None


# What an army says that another lost, by the hundred, it counts with the wounded.
_MANPOWER = frozenset({"personnel", "troops", "servicemen", "manpower"})


def _lost(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """Such as "lost two fighters" are deaths of one's own; "lost two villages" is none."""
    if kind and item.word in _MANPOWER and (item.quantity.value or item.quantity.low or item.quantity.high or 0) >= 100:
        return Measured("casualties", verb, unit="soldiers")
    if kind and item.word != "lives":
        return Measured("killed", verb)
    if item.word in things.EQUIPMENT and (item.quantity.value or item.quantity.low or 2) > 1:
        return Measured("destroyed", verb, unit=item.word)
    return Measured("killed", verb, unit="people") if item.word == "lives" else None


def _after(item: Counted) -> set[str]:
    """The words right after what is counted, which a small clause may be read into."""
    tokens = item.number.sentence.tokens
    at = item.head.i - tokens[0].i + 1
    return {t.lower for t in tokens[at : at + 2]}


def _things(verb: Token, item: Counted) -> Measured | None:
    lemma = verb.lemma
    if item.word in things.VEHICLES and lemma in ("hold", "detain", "stop", "block"):
        return Measured("held", verb, unit=item.word)
    if item.word in things.STRUCTURES and lemma == "set" and lexicon.AFIRE & {*words_below(verb), *_after(item)}:
        return Measured("destroyed", verb, unit=item.word)
    lemma = lexicon.lemma(verb.lower, lemma)
    if item.word in things.STRUCTURES and lemma in lexicon.STRUCTURE_VERBS:
        return Measured(lexicon.STRUCTURE_VERBS[lemma], verb, unit=item.word)
    several = (item.quantity.low or item.quantity.value or 0) >= 2
    if lemma in lexicon.ATTACK_VERBS and lemma != "raid" and verb.tag != "VBG" and several:
        return Measured("hit", verb, unit=item.word)
    if lemma in ("deploy", "send", "station") and item.word in things.UNITS_OF_TROOPS:
        return Measured("deployed", verb, unit=item.word)
    if lemma in lexicon.GIVING and item.word in things.SUPPLIES:
        return Measured("aid", verb, unit=phrase(item))
    return None
