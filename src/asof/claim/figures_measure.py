"""What a quantity counts: the measure that the grammar around it gives, or why it counts nothing.

Asks in order: a noun that counts by itself ("12 deaths"), a participle on the noun ("27 people killed"), the
verb whose patient or subject it is, the state it is in ("left dozens dead", "12 wounded"). Tolls that move
("has risen to 31") are `figures_toll`'s, sub-counts ("Four are children") `figures_parts`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..model import Quantity
from ..reading import Token
from ..vocabulary import measures as lexicon
from ..vocabulary import people

_BEFORE_NOUN = ("nummod", "amod", "det", "quantmod", "compound", "nmod", "neg", "poss")
# Participles that say too little of a noun: "residents reached by telephone", "persons held in connection with".
_NOT_AS_PARTICIPLE = frozenset({"hold", "keep", "shelter", "save", *lexicon.REACHING})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the word that gives it; `owner` is the word for whoever gives or owns the figure, where it says so."""

    measure: str
    anchor: Token
    owner: Token | None = None
    status: Literal["current", "earlier"] = "current"
    qualifier: str | None = None
    unit: str | None = None
    raise_low: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """Why a quantity that looked like a count gives no figure."""

    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity in its tree: the number, the noun it counts, and the head of the whole noun phrase."""

    quantity: Quantity
    number: Token
    noun: Token | None
    head: Token

    @property
    def word(self) -> str:
        return self.noun.lower if self.noun is not None else ""

    @property
    def is_whole(self) -> bool:
        """Whether it is what another number is a part of: "one of the two", "94 of 180 detainees"."""
        tokens = self.number.sentence.tokens
        k = self.number.i - tokens[0].i - 1
        while k > 0 and tokens[k].lower in ("the", "its", "his", "their", "some", "about", "those"):
            k -= 1
        return (
            k > 0 and tokens[k].lower == "of" and (tokens[k - 1].pos == "NUM" or tokens[k - 1].lower in ("half", "all"))
        )

    @property
    def of_whole(self) -> bool:
        """Whether it is "N of the …": a part of something said before."""
        if self.noun is None or self.head is self.noun:
            return False
        return (
            self.noun.lower in ("them", "whom", "those", "which")
            or any(
                child.dep in ("det", "poss") or child.lower in ("the", "its", "his", "their", "those")
                for child in self.noun.children
            )
            or self.noun.pos == "NUM"
        )


def counted(quantity: Quantity, tokens: list[Token]) -> Counted:
    """The quantity with its noun and the head of its noun phrase."""
    number = tokens[quantity.head]
    noun = tokens[quantity.noun] if quantity.noun is not None else None
    if number.dep == "quantmod" and number.head.pos == "NUM" and number.head.head.pos == "NOUN":
        return Counted(quantity, number, number.head.head, number.head.head)  # "94 of 180 detainees"
    if noun is None or noun.i < number.i or _under(noun, number):
        return Counted(quantity, number, noun, number)
    return Counted(quantity, number, noun, noun)


def _under(token: Token, above: Token) -> bool:
    for k, ancestor in enumerate(token.ancestors()):
        if ancestor is above:
            return True
        if k > 4:
            break
    return False


def measure(item: Counted) -> Measured | Passed | None:
    """The measure of what is counted; `Passed` with a reason where the words count but state nothing; else null."""
    if item.noun is not None and item.noun.lower == "times":
        return _times(item)
    for ask in (_by_modifier,) if item.is_whole else (_by_noun, _by_modifier, _by_role, _by_neighbour):
        found = ask(item)
        if found is not None:
            return found
    return None


def irreal(verb: Token) -> str | None:
    """Why the clause of this verb states no fact: a modal, a condition, a negation, an intention; else null."""
    token, depth = verb, 0
    while depth < 6:
        for child in token.children:
            if child.dep in ("aux", "auxpass") and child.lower in lexicon.MODALS:
                perfect = any(c.lower in ("have", "ve") and c.dep in ("aux", "auxpass") for c in token.children)
                if not (perfect and child.lower in ("may", "could", "might")):
                    return "possible, not stated as a fact"
            if child.dep == "mark" and child.lower in ("if", "unless", "whether") and token is verb:
                return "a condition, not stated as a fact"
            if child.dep == "neg" and token is verb and child.lower not in ("no",):
                return "negated"
            if child.dep == "aux" and child.lower in ("will", "'ll", "shall", "wo"):
                return "in the future"
        if token.dep == "conj" and not any(c.dep in ("nsubj", "nsubjpass", "aux") for c in token.children):
            token = token.head
        elif token.dep == "xcomp" and token.head.lemma in (
            "threaten",
            "plan",
            "want",
            "intend",
            "try",
            "attempt",
            "vow",
        ):
            return "intended, not stated as a fact"
        else:
            return None
        depth += 1
    return None


# ── the noun itself ──────────────────────────────────────────────────────────────────────────────


def _by_noun(item: Counted) -> Measured | Passed | None:
    noun = item.noun
    if noun is None:
        return None
    word = noun.lower
    if item.of_whole and word in ("dead", "wounded", "injured", "missing", "killed", "victims", "bodies", "those"):
        return None  # "two of the dead were children": a part
    if word in ("losses", "loss") and noun.pos == "NOUN":
        return _loss(item) if not any(c.lower in ("financial", "economic", "material") for c in noun.children) else None
    measured = lexicon.NOUNS.get(word)
    if measured is None:
        return _by_unit(item)
    if measured == "attacks":
        return _attacks(item)
    if noun.pos in ("VERB", "AUX") and noun.dep in ("ROOT", "conj", "ccomp") and noun.head is not item.number:
        pass
    refusal = _clause_irreal(noun)
    if refusal and item.quantity.value != 0:
        return Passed(refusal)
    if measured == "killed" and word in ("body", "bodies") and item.quantity.value == 0:
        return None
    return Measured(measured, noun, owner=_giver(item.head))


def _by_unit(item: Counted) -> Measured | Passed | None:
    """Nouns whose act is in the words around: munitions of a wave, hostages."""
    noun = item.noun
    if noun is not None and noun.lower in lexicon.MUNITIONS:
        return _munitions(item)
    return None


def _clause_irreal(noun: Token) -> str | None:
    for above in noun.ancestors():
        if above.pos in ("VERB", "AUX"):
            return irreal(above)
    return None


def _loss(item: Counted) -> Measured:
    owner = None
    if item.noun is not None:
        for child in item.noun.children:
            if child.lower in ("on", "among", "in") and child.child("pobj") is not None:
                owner = child.child("pobj")
    return Measured("killed", item.noun or item.number, unit=people.group(owner.lower) if owner is not None else None)


def _giver(token: Token) -> Token | None:
    """Who announces it: "the union, which had announced more than 30 deaths"."""
    verb = token.head
    if token.dep not in ("dobj", "pobj") or verb.lemma not in lexicon.TOLL_GIVERS or verb.pos != "VERB":
        return None
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return None
    subject = verb.child("nsubj")
    if subject is not None and subject.lower in _RELATIVE:
        return verb.head if verb.dep == "relcl" else None
    return subject


def _attacks(item: Counted) -> Measured | Passed | None:
    """Attacks are counted where somebody records or carries out a number of them."""
    value = item.quantity.value or item.quantity.low or item.quantity.high
    if (
        value is None
        or value < 3
        or any(c.lower in ("the", "those", "these") for c in (item.noun or item.number).children)
    ):
        return None
    verb = item.head.head
    if verb.lemma in lexicon.RECORDING and verb.pos == "VERB" and not irreal(verb):
        noun = item.noun or item.number
        return Measured("attacks", noun, owner=_giver(item.head), unit=noun.lower)
    return None


def _times(item: Counted) -> Measured | None:
    """ "markets have been hit 63 times": attacks."""
    verb = item.noun.head if item.noun is not None else item.number.head
    if verb.lemma in lexicon.ATTACK_VERBS and not irreal(verb):
        return Measured("attacks", verb, unit="attacks")
    return None


def _munitions(item: Counted) -> Measured | Passed | None:
    """Missiles and drones of a wave. One or two tell of the weapon, not of a wave: they are the event's."""
    value = item.quantity.value or item.quantity.low or item.quantity.high
    verb = _governing_verb(item.head)
    lemmas = [verb.lemma] if verb is not None else []
    if verb is not None and irreal(verb):
        return Passed(irreal(verb) or "")
    down = verb is not None and (verb.lemma in lexicon.MUNITION_VERBS) and _is_patient(item.head, verb)
    if down and verb is not None and lexicon.MUNITION_VERBS[verb.lemma] == "intercepted":
        shot = verb.lemma not in ("shoot", "bring") or any(c.lower == "down" for c in verb.children)
        if shot:
            return Measured("intercepted", verb)
    if value is None and item.quantity.qualifier is None:
        return None
    if value is not None and value < 3:
        return None
    if (item.noun or item.number).lower in ("aircraft", "jets", "helicopters", "warplanes"):
        return None
    if down and verb is not None and lemmas:
        return Measured("launched", verb)
    if item.noun is not None and any(c.tag == "VBN" and c.lemma in ("launch", "fire") for c in item.noun.children):
        return Measured("launched", item.noun)
    context = {t.lower for t in item.number.sentence.tokens}
    if context & lexicon.ASSAULT_WORDS and _in_wave(item.head):
        return Measured("launched", item.noun or item.number)
    return None


def _in_wave(head: Token) -> bool:
    """Whether the munitions hang on the attack: "with 12 missiles", "a wave of strikes including 70 missiles"."""
    token = head
    while token.dep in ("conj", "appos"):
        token = token.head
    if token.dep == "pobj":
        return token.head.lower in ("with", "including", "of", "involving", "using", "by")
    return token.dep in ("nsubj", "appos", "dobj", "ROOT") or (
        token.dep == "dobj" and token.head.lemma in ("involve", "use")
    )


# ── participles on the noun ──────────────────────────────────────────────────────────────────────


def _by_modifier(item: Counted) -> Measured | Passed | None:
    """ "27 people killed", "four workers kidnapped on Tuesday", "forty-one wounded people"."""
    noun = item.noun if item.noun is not None and item.head is item.noun else item.head
    for child in noun.children:
        if child.dep == "acl" and child.i > noun.i:
            if child.lower in ("known", "feared", "believed", "presumed", "reported", "confirmed"):
                found = _appearance(child, item)
                if found is not None:
                    return found
            measured = _patient_measure(child, item) if child.lemma not in _NOT_AS_PARTICIPLE else None
            if measured is not None and child.tag == "VBN":
                if _stronger_role(noun, measured.measure):
                    return None
                return measured
            if child.tag == "VBG":
                subject = _subject_measure(child, item)
                if subject is not None and subject.measure == "protesters":
                    return subject
        elif child.dep == "relcl":
            found = _by_relative(child, item)
            if found is not None:
                return found
    return None


def _stronger_role(noun: Token, measured: str) -> bool:
    """A finite verb that measures too says more than a participle: "hand over 65 soldiers captured in May"."""
    role = noun.head.lemma if noun.dep in ("dobj", "nsubjpass") else ""
    return role in ("release", "free", "hand", "bury", "rescue", "return") and measured in (
        "captured",
        "abducted",
        "killed",
        "arrested",
    )


def _by_relative(verb: Token, item: Counted) -> Measured | Passed | None:
    """ "compatriots who have lost their lives", "12 people who were wounded"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower not in _RELATIVE:
        return None
    if irreal(verb):
        return None
    found = _patient_measure(verb, item) if subject.dep == "nsubjpass" else _subject_measure(verb, item)
    return (
        found
        if found is not None and found.measure in ("killed", "injured", "missing", "trapped", "displaced")
        else None
    )


# ── the role to a verb ───────────────────────────────────────────────────────────────────────────


def _governing_verb(head: Token) -> Token | None:
    token = _first_conjunct(head)
    return token.head if token.head is not token and token.head.pos in ("VERB", "AUX") else None


def _first_conjunct(token: Token) -> Token:
    while (
        token.dep in ("conj", "appos")
        and token.head is not token
        and token.head.pos in ("NOUN", "PROPN", "NUM", "PRON")
    ):
        token = token.head
    return token


def _is_patient(head: Token, verb: Token) -> bool:
    token = _first_conjunct(head)
    return token.head is verb and token.dep in ("dobj", "nsubjpass", "oprd", "dative")


def _by_role(item: Counted) -> Measured | Passed | None:
    token = _first_conjunct(item.head)
    verb = token.head
    if token.dep == "appos" or (
        item.head.dep == "appos" and item.head.head is not item.head and token is not item.head
    ):
        if item.quantity.noun is None or people.group(item.word) is None:
            return None
        return None  # an apposition repeats what it stands beside
    if token.dep == "pobj":
        return _by_preposition(token, item)
    if verb is token or verb.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    found: Measured | None = None
    if token.dep in ("dobj", "nsubjpass", "dative", "oprd") or (
        item.word == "more" and token.dep in ("advmod", "npadvmod")
    ):
        found = _state_after(verb, item) or _patient_measure(verb, item)
    elif token.dep in ("nsubj", "dep", "csubj"):
        found = _state_after(verb, item) or _appearance(verb, item) or _subject_measure(verb, item)
        if found is None and verb.tag == "VBN" and not any(c.dep in ("aux", "dobj") for c in verb.children):
            found = _patient_measure(verb, item)  # "12 wounded", "Seventeen held"
    elif token.dep == "attr" and verb.lemma == "be":
        found = _there_were(verb, item)
    if found is None:
        return None
    return _modal(found, verb, item)


def _modal(found: Measured, verb: Token, item: Counted) -> Measured | Passed:
    """What a modal or an intention makes of it: a promise for releases and aid, nothing for the rest."""
    why = irreal(verb)
    promised = _promised(verb)
    if found.measure == "released" and (promised or why == "in the future"):
        return Measured("promised_release", found.anchor, unit=found.unit)
    if found.measure == "aided" and (promised or why == "in the future"):
        return Measured("aid_planned", found.anchor, unit=found.unit)
    if found.measure == "deployed" and promised:
        asked = item.word or "deployed"
        return Measured(asked if people.group(asked) == "monitors" else "deployment_planned", found.anchor, unit=asked)
    if item.quantity.value == 0 and why == "negated":
        return found
    if why is None and promised and verb.dep == "xcomp":
        why = "intended, not stated as a fact"
    return Passed(why) if why else found


def _promised(verb: Token) -> bool:
    """Whether the act is promised or asked for: "agreed to free", "who were to give back", "plans to reach"."""
    if verb.lemma in ("promise", "pledge"):
        return True
    token = verb
    for _ in range(4):
        infinitive = any(c.dep == "aux" and c.lower == "to" for c in token.children)
        if infinitive and token.dep in ("xcomp", "advcl", "ccomp", "acl", "relcl"):
            above = token.head
            return above.lemma in lexicon.PROMISES or above.lemma == "be"
        if token.dep == "conj" and token.head.pos == "VERB":
            token = token.head
        elif token.dep == "pcomp" and token.head.head.lemma in lexicon.PROMISES:
            return True
        else:
            break
    return False


def _state_after(verb: Token, item: Counted) -> Measured | None:
    """A state said of it: "left dozens dead", "were still in custody", "remain captive", "are missing"."""
    for child in verb.children:
        if child.i < item.number.i and child.dep != "acomp":
            continue
        if _says_state(child, verb):
            return Measured(lexicon.STATES[child.lower], child, qualifier="feared" if verb.lemma == "fear" else None)
        if child.dep == "prep" and verb.lemma in lexicon.APPEARANCE:
            found = _in_place_of_state(child)
            if found is not None:
                return found
    for child in item.head.children:  # "left dozens dead" read as one noun phrase
        if child.dep in ("amod", "acl") and child.i > item.head.i and child.lower in lexicon.STATES:
            return Measured(lexicon.STATES[child.lower], child)
    if verb.lower in lexicon.STATES and verb.tag in ("VBG", "JJ") and not _absent_from(verb):  # "two were missing"
        return Measured(lexicon.STATES[verb.lower], verb)
    return None


def _says_state(child: Token, verb: Token) -> bool:
    """Whether this word below the verb says what state somebody is in, and not what somebody else says or does."""
    if child.lower not in lexicon.STATES or _absent_from(child):
        return False
    if child.dep in ("oprd", "acomp", "advmod", "amod"):
        return True
    small = verb.lemma in lexicon.APPEARANCE and verb.lemma not in ("say", "report", "know", "confirm", "declare")
    return (
        child.dep in ("ccomp", "xcomp", "advcl", "acl") and small and child.child("nsubj", "nsubjpass", "mark") is None
    )


def _absent_from(state: Token) -> bool:
    """ "missing from the list" is no missing person."""
    return state.lower == "missing" and any(child.lower == "from" for child in state.children)


def _in_place_of_state(prep: Token) -> Measured | None:
    """ "in custody", "behind bars", "in hospital", "under the rubble"."""
    inner = prep.child("pobj")
    if inner is None:
        return None
    if inner.lower in lexicon.IN_CUSTODY and prep.lower in ("in", "behind", "under"):
        return Measured("arrested", inner)
    if inner.lower in lexicon.IN_HOSPITAL and prep.lower in ("in", "at"):
        return Measured("injured", inner)
    if inner.lower in lexicon.HIDDEN and prep.lower in ("under", "beneath"):
        return Measured("trapped", inner)
    if inner.lower == "condition" and any(
        c.lower in ("critical", "serious", "stable", "grave") for c in inner.children
    ):
        return Measured("injured", inner)
    return None


def _appearance(verb: Token, item: Counted) -> Measured | None:
    """ "are feared dead", "are believed to be trapped", "known to have died", "were reported missing"."""
    if verb.lemma not in lexicon.APPEARANCE or verb.lemma in ("be", "leave", "find", "go"):
        return None
    doubt = {"fear": "feared", "believe": "believed", "presume": "presumed", "think": "thought"}.get(verb.lemma)
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and child.pos in ("VERB", "AUX"):
            inner = _subject_measure(child, item) or _patient_measure(child, item) or _state_after(child, item)
            if inner is not None:
                return Measured(inner.measure, inner.anchor, qualifier=doubt)
        if child.dep in ("oprd", "acomp", "xcomp", "advmod", "amod") and child.lower in lexicon.STATES:
            return Measured(lexicon.STATES[child.lower], child, qualifier=doubt)
    return None


def _there_were(verb: Token, item: Counted) -> Measured | None:
    subject = verb.child("nsubj", "expl")
    if subject is not None and subject.lower == "there":
        return _state_after(verb, item)
    return None


def _patient_measure(verb: Token, item: Counted) -> Measured | None:
    """The measure of the verb's patient, phrasal verbs included."""
    lemma, word = verb.lemma, item.word
    children = {child.lower: child for child in verb.children}
    kind = people.group(word) if item.noun is not None else None
    if lemma in ("take", "hold") and {"hostage", "captive", "prisoner", "gunpoint"} & _below(verb):
        return Measured("captured" if "prisoner" in _below(verb) else "abducted", verb)
    if lemma in ("shoot", "beat", "stab", "burn", "hack") and "dead" in _below(verb) | {
        t.lower for t in item.head.children
    }:
        return Measured("killed", verb)
    if lemma in ("shoot", "gun") and "down" in children and word not in lexicon.MUNITIONS:
        return Measured("killed", verb) if kind else None
    if lemma == "shoot" and kind:
        return Measured("injured", verb) if "wounded" in _below(verb) else None
    if lemma in ("hand", "turn", "give", "return", "let", "send", "swap", "exchange", "transfer"):
        return _handed(verb, item, children, kind)
    if lemma == "round" and "up" in children and kind:
        return Measured("arrested", verb)
    if lemma in ("pull", "dig", "retrieve", "recover", "bring", "take", "rush", "admit", "transfer", "carry"):
        return _moved(verb, item, kind)
    if lemma in ("push", "bundle", "load", "force", "drag", "throw", "shove") and kind:
        if lexicon.VEHICLES & _below(verb):
            return Measured("arrested", verb)
        if lemma == "force" and {"flee", "homes", "leave"} & _below(verb):
            return Measured("displaced", verb)
        return None
    if lemma == "drive" and {"homes", "home", "villages"} & _below(verb):
        return Measured("displaced", verb)
    if lemma == "treat" and (kind or item.noun is None or word in ("others", "more")):
        return Measured("injured", verb)
    if lemma == "lose":
        return _lost(verb, item, kind)
    if lemma in ("impose", "slap") and "sanctions" in _below(verb):
        return Measured("sanctioned", verb)
    if lemma == "seize" and kind:
        return Measured("abducted", verb)
    if lemma == "promise" or lemma == "pledge":
        return Measured("promised_release", verb) if item.noun is None or kind in lexicon.DETAINED_GROUPS else None
    if lemma == "suffer" or lemma == "sustain":
        return None
    if lemma == "claim" and word == "lives":
        return Measured("killed", verb, unit="people")
    if word in lexicon.STRUCTURES or word in lexicon.UNITS_OF_TROOPS:
        return _things(verb, item)
    if lemma in lexicon.GIVING and word in lexicon.SUPPLIES:
        return Measured("aid", verb, unit=_phrase(item))
    if lemma in lexicon.REACHING and kind in (
        "people",
        "families",
        "children",
        "civilians",
        "migrants",
        "patients",
        "women",
    ):
        return Measured("aided", verb) if lemma != "help" or _promised(verb) else None
    if lemma == "leave" and kind in ("men", "fighters", "soldiers", "militants", "rebels") and verb.tag != "VBG":
        return Measured("remaining", verb, unit="fighters" if kind == "men" else None)
    measured = lexicon.PATIENT_VERBS.get(lemma)
    if measured is None:
        return None
    return _fitting(measured, verb, item, kind)


def _fitting(measured: str, verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """The measure where what is counted can suffer the act: people are hurt, "ten ministers held talks" is nothing."""
    bare = (
        item.noun is None or item.word in ("others", "more", "them", "whom", "those", "staff") or item.noun.pos == "NUM"
    )
    passive = any(c.dep in ("auxpass", "nsubjpass") for c in verb.children) or verb.tag == "VBN"
    if measured == "intercepted":
        return Measured(measured, verb) if item.word in lexicon.MUNITIONS or bare else None
    if measured in ("killed", "injured", "missing"):
        if item.word in lexicon.MUNITIONS or item.word in lexicon.STRUCTURES:
            return None
        return Measured(measured, verb)
    if verb.lemma in ("hold", "keep"):
        if not (kind or bare) or (bare and passive and verb.lemma == "keep"):
            return None
        return Measured("arrested" if passive and verb.lemma == "hold" else "held", verb)
    if kind or bare or item.word == "dead":
        return Measured(measured, verb)
    if measured == "deployed" and item.noun is not None:
        return Measured(measured, verb, unit=_phrase(item))
    if measured == "buried" and item.word in lexicon.NOUNS:
        return Measured(measured, verb)
    return None


def _handed(verb: Token, item: Counted, children: dict[str, Token], kind: str | None) -> Measured | None:
    """Giving up people is a release, sending troops a deployment, sending supplies aid."""
    lemma = verb.lemma
    if lemma in ("hand", "turn", "give", "return", "swap", "exchange", "transfer"):
        over = lemma in ("swap", "exchange", "return") or {"over", "back", "up"} & set(children)
        if over and (
            kind
            in (
                "soldiers",
                "detainees",
                "hostages",
                "rebels",
                "fighters",
                "men",
                "people",
                "civilians",
                "women",
                "children",
            )
            or item.noun is None
        ):
            return Measured("released", verb)
    if lemma == "let" and "go" in _below(verb):
        return Measured("released", verb)
    if lemma == "send" and (
        kind in ("soldiers", "monitors", "peacekeepers", "police officers", "fighters", "rebels")
        or item.word in lexicon.UNITS_OF_TROOPS
    ):
        return Measured("deployed", verb, unit=None if kind else item.word)
    if lemma in lexicon.GIVING and item.word in lexicon.SUPPLIES:
        return Measured("aid", verb, unit=_phrase(item))
    return None


def _moved(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """Where people or bodies are taken: out of the rubble, to hospital, into custody."""
    below = _below(verb)
    if item.word in ("bodies", "body", "corpses", "dead"):
        return Measured("killed", verb)
    if not (kind or item.noun is None or item.word in ("others", "more", "them")):
        return None
    if verb.lemma == "bring" and item.word in lexicon.SUPPLIES:
        return Measured("aid", verb, unit=_phrase(item))
    if below & lexicon.IN_CUSTODY or (verb.lemma == "take" and "away" in below and kind):
        return Measured("arrested", verb)
    if below & lexicon.IN_HOSPITAL and verb.lemma in ("take", "rush", "bring", "admit", "transfer", "carry"):
        return Measured("injured", verb)
    if verb.lemma in ("pull", "dig", "rescue", "bring", "recover", "take") and (
        below & lexicon.HIDDEN or "alive" in below
    ):
        dead = {"dead", "lifeless"} & below
        return Measured("killed" if dead else "rescued", verb)
    return None


def _lost(verb: Token, item: Counted, kind: str | None) -> Measured | None:
    """ "lost two fighters" are deaths of one's own; "lost two villages" is none."""
    if kind and item.word != "lives":
        return Measured("killed", verb)
    return Measured("killed", verb, unit="people") if item.word == "lives" else None


def _things(verb: Token, item: Counted) -> Measured | None:
    lemma = verb.lemma
    if item.word in lexicon.STRUCTURES and lemma in lexicon.STRUCTURE_VERBS:
        return Measured(lexicon.STRUCTURE_VERBS[lemma], verb, unit=item.word)
    if lemma in ("deploy", "send", "station") and item.word in lexicon.UNITS_OF_TROOPS:
        return Measured("deployed", verb, unit=item.word)
    if lemma in lexicon.GIVING and item.word in lexicon.SUPPLIES:
        return Measured("aid", verb, unit=_phrase(item))
    return None


def _subject_measure(verb: Token, item: Counted) -> Measured | None:
    """The measure of the verb's subject: "12 died", "46 fled their homes", "three lost their lives"."""
    lemma = verb.lemma
    object_ = verb.child("dobj")
    if lemma == "lose" and object_ is not None and object_.lower in ("lives", "life"):
        return Measured("killed", verb)
    if lemma in ("sustain", "suffer", "receive") and object_ is not None and object_.lower in (
        "injuries", "wounds", "injury", "burns", "trauma", "wound",
    ):  # fmt: skip
        return Measured("injured", verb)
    if lemma == "lay" and "arms" in _below(verb):
        return Measured("surrendered", verb)
    if lemma == "go" and "missing" in _below(verb):
        return Measured("missing", verb)
    if lemma == "take" and ("shelter" in _below(verb) or "refuge" in _below(verb)):
        return Measured("sheltered", verb)
    if lemma == "take" and "streets" in _below(verb):
        return Measured("protesters", verb)
    kind = people.group(item.word) if item.noun is not None else None
    bare = item.noun is None or item.word in ("others", "more")
    if (
        lemma == "cross"
        and "into" in _below(verb)
        and (bare or kind in ("people", "migrants", "civilians", "families"))
    ):
        return Measured("displaced", verb)
    if (
        lemma == "leave"
        and object_ is not None
        and object_.lower in ("homes", "area", "home", "villages", "town", "city")
    ):
        if bare or kind in ("people", "families", "civilians", "women", "children"):
            return Measured("displaced", verb)
    measured = lexicon.SUBJECT_VERBS.get(lemma)
    if measured is None or verb.dep == "amod":
        return None
    if any(c.dep in ("auxpass", "dobj") for c in verb.children) and lemma not in ("flee", "die"):
        return None
    if kind or bare or measured == "killed":
        return Measured(measured, verb)
    return None


def _by_preposition(token: Token, item: Counted) -> Measured | Passed | None:
    """ "the killing of 12 people", "sanctions on two officials", "rations to 2,300 families"."""
    prep = token.head
    above = prep.head
    word = prep.lower
    if word == "of" and above.lower in lexicon.ACTS:
        measured = lexicon.ACTS[above.lower]
        verb = above.head
        if above.lower == "lives":
            if verb.lemma not in ("claim", "take", "cost"):
                return None
            return _modal(Measured("killed", verb), verb, item)
        if (
            item.word in lexicon.MUNITIONS
            or people.group(item.word)
            or item.word in ("others", "more")
            or item.noun is None
        ):
            refusal = irreal(verb) if verb.pos == "VERB" else None
            owner = _giver(above)
            if measured == "released" and (refusal == "in the future" or verb.lemma in lexicon.PROMISES):
                return Measured("promised_release", above)
            return Passed(refusal) if refusal else Measured(measured, above, owner=owner)
        return None
    if word in ("on", "against") and above.lower in ("sanctions", "sanction") and item.noun is not None:
        return Measured("sanctioned", above) if not _clause_irreal(above) else Passed("not stated as a fact")
    if word in ("to", "for", "among") and above.lemma in lexicon.GIVING and people.group(item.word) is not None:
        if above.child("dobj") is not None:
            return _modal(Measured("aided", above), above, item)
    if word == "at" and above.lemma in ("fire",) or (word == "at" and above.head.lemma == "fire"):
        return None
    return None


# ── neighbours, where the tree is broken or there is no verb ─────────────────────────────────────


def _by_neighbour(item: Counted) -> Measured | None:
    """ "At least five dead", "12 wounded", "three people still missing", "Up to 45,000 flee Kamanyola"."""
    tokens = item.number.sentence.tokens
    after = tokens[item.number.i - tokens[0].i + 1 :][:1]
    if after and after[0].lower in ("die", "dies", "flee", "perish"):  # headlines, where verbs are taken for nouns
        return Measured(lexicon.SUBJECT_VERBS[_base(after[0].lower)], after[0])
    last = item.noun if item.noun is not None and item.head is item.noun and _plausible(item) else item.number
    at = last.i - tokens[0].i + 1
    for token in tokens[at : at + 3]:
        word = token.lower
        if word in lexicon.STATES and word not in ("murdered", "executed"):
            if (
                token.dep == "amod"
                and token.head.i > token.i
                and token.head is not item.noun
                and token.head.pos == "NOUN"
            ):
                return None
            if _has_object(token):
                return None
            return Measured(lexicon.STATES[word], token)
        if word in ("die", "dies", "died", "flee", "fled", "perish", "surrender"):
            return Measured(
                lexicon.SUBJECT_VERBS[token.lemma if token.lemma in lexicon.SUBJECT_VERBS else _base(word)], token
            )
        if word not in (
            "people",
            "others",
            "still",
            "more",
            "were",
            "are",
            "reported",
            "feared",
            "also",
            "left",
            "reportedly",
        ):
            break
    return _prenominal(item)


def _base(word: str) -> str:
    return {"dies": "die", "died": "die", "fled": "flee"}.get(word, word)


def _plausible(item: Counted) -> bool:
    return item.noun is not None and item.noun.i - item.number.i < 6


def _has_object(token: Token) -> bool:
    return any(child.dep == "dobj" for child in token.children)


def _prenominal(item: Counted) -> Measured | None:
    """A state before the noun where no verb says more: "three kidnapped workers", "the remaining 86 detainees"."""
    noun = item.noun
    if noun is None or item.head is not noun:
        return None
    group = people.group(noun.lower)
    for child in noun.children:
        if child.dep == "amod" and child.lower in lexicon.STATES and group:
            measured = lexicon.STATES[child.lower]
            if measured in ("abducted", "arrested") and group:
                measured = "held"
            return Measured(measured, child)
        if child.lower == "remaining" and group in lexicon.DETAINED_GROUPS:
            return Measured("held", child)
    return None


# ── words around ─────────────────────────────────────────────────────────────────────────────────


def _below(verb: Token) -> set[str]:
    """The words of the verb's particles, complements and their objects, three levels down."""
    found: set[str] = set()
    level = verb.children
    for _ in range(3):
        following: list[Token] = []
        for token in level:
            if token.dep in ("prep", "prt", "advmod", "pobj", "oprd", "acomp", "npadvmod", "dobj", "ccomp", "xcomp",
                             "compound", "pcomp", "agent", "amod"):  # fmt: skip
                found.add(token.lower)
                following.extend(token.children)
        level = following
    return found


def _phrase(item: Counted) -> str:
    """What is counted with its contents: "bags of blood"."""
    noun = item.noun
    if noun is None:
        return ""
    of = next((c for c in noun.children if c.lower == "of"), None)
    inner = of.child("pobj") if of is not None else None
    return f"{noun.lower} of {inner.lower}" if inner is not None else noun.lower
