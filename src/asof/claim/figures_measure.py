"""What a quantity counts: the measure that the grammar around it gives, or why it counts nothing.

Asks in order: a noun that counts by itself ("12 deaths"), a participle on the noun ("27 people killed"), the
verb whose patient or subject it is, the words beside it where there is no verb ("At least five dead"). Tolls
that move ("has risen to 31") are `figures_toll`'s, sub-counts ("Four are children") `figures_parts`'s.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measures as lexicon
from ..vocabulary import people, things
from .figures_counted import (
    RELATIVE,
    Counted,
    Measured,
    Passed,
    clause_irreal,
    first_conjunct,
    giver,
    governing_verb,
    irreal,
    is_patient,
    situation,
)
from .figures_roles import by_role, nothing_known
from .figures_states import appearance, state_after
from .figures_subjects import of_subject
from .figures_verbs import NOT_AS_PARTICIPLE, of_patient


def measure(item: Counted) -> Measured | Passed | None:
    """The measure of what is counted; `Passed` with a reason where the words count but state nothing; else null."""
    if item.noun is not None and item.noun.lower == "times":
        return _times(item)
    if item.is_whole and item.word in things.MUNITIONS:
        return Measured("launched", item.noun or item.number)  # "six of seven drones"
    if item.is_whole and item.noun is not None and item.noun.tag == "VBN" and item.word in lexicon.STATES:
        return Measured(lexicon.STATES[item.word], item.noun)  # "two of the 19 arrested"
    if item.is_whole and item.word in lexicon.ACCUSED:
        return Measured("charged", item.noun or item.number)
    for ask in (_by_modifier,) if item.is_whole else (_by_noun, _by_modifier, by_role, _by_neighbour):
        found = ask(item)
        if found is not None:
            return found
    return None


def _by_noun(item: Counted) -> Measured | Passed | None:
    noun = item.noun
    if noun is None:
        return _against(item)
    word = noun.lower
    if item.of_whole and (word in lexicon.NOUNS or word in ("victims", "those")):
        return None  # "two of the dead were children": a part
    if word in ("losses", "loss") and noun.pos == "NOUN":
        return _loss(item) if not any(c.lower in ("financial", "economic", "material") for c in noun.children) else None
    if item.quantity.value == 0 and word in ("reports", "report", "word", "indication", "sign"):
        word = next(
            (g.lower for c in noun.children if c.lower == "of" for g in c.children), ""
        )  # "no reports of deaths"
    measured = lexicon.NOUNS.get(word)
    if measured is None:
        return _by_unit(item)
    if measured == "attacks":
        return _attacks(item)
    if noun.pos in ("VERB", "AUX") and noun.dep in ("ROOT", "conj", "ccomp") and noun.head is not item.number:
        pass
    if measured == "casualties" and item.quantity.value == 0:
        return Measured(measured, noun)
    refusal = clause_irreal(noun)
    if refusal and item.quantity.value != 0:
        return Passed(refusal)
    if measured == "killed" and word in ("body", "bodies") and item.quantity.value == 0:
        return None
    return Measured(measured, noun, owner=giver(item.head))


def _against(item: Counted) -> Measured | None:
    """Such as "61 votes in favour and 45 against"."""
    tokens = item.number.sentence.tokens
    at = item.number.i - tokens[0].i
    voted = any(t.lemma == "vote" for t in tokens[:at])
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return Measured("votes_against", tokens[at + 1], unit="votes") if voted and after == "against" else None


def _by_unit(item: Counted) -> Measured | Passed | None:
    """Nouns whose act is in the words around: munitions of a wave, votes."""
    noun = item.noun
    if noun is not None and noun.lower in ("vote", "votes"):
        return _votes(noun)
    if noun is not None and item.word in things.MUNITIONS:
        return _munitions(item)
    return None


_CARRYING = frozenset({"adopt", "pass", "approve", "carry", "endorse", "back", "vote", "ratify"})


def _votes(noun: Token) -> Measured | None:
    """Such as "61 votes in favour", "12 votes to none", "45 votes against"."""
    tokens = noun.sentence.tokens
    if not any(t.lemma in _CARRYING for t in tokens):
        return None
    after = [t.lower for t in tokens[noun.i - tokens[0].i + 1 :][:1]]
    if after == ["against"]:
        return Measured("votes_against", noun, unit="votes")
    return Measured("votes_for", noun, unit="votes") if after and after[0] in ("in", "for", "to") else None


def _loss(item: Counted) -> Measured:
    owner = None
    if item.noun is not None:
        for child in item.noun.children:
            if child.lower in ("on", "among", "in") and child.child("pobj") is not None:
                owner = child.child("pobj")
    return Measured("killed", item.noun or item.number, unit=people.group(owner.lower) if owner is not None else None)


def _attacks(item: Counted) -> Measured | Passed | None:
    """Attacks are counted where somebody records or carries out a number of them."""
    quantity = item.quantity
    value = 0 if quantity.value == 0 else quantity.value or quantity.low or quantity.high
    if (
        value is None
        or 0 < value < 3
        or any(c.lower in ("the", "those", "these") for c in (item.noun or item.number).children)
    ):
        return None
    verb = item.head.head
    if value == 0 and not (item.head.dep == "nsubjpass" and verb.lemma in ("record", "document", "register", "log")):
        return None
    if value == 0:
        return Measured("attacks", verb, unit=(item.noun or item.number).lower)  # "No attacks were recorded"
    if item.head.dep == "pobj" and verb.lower == "in" and lexicon.PATIENT_VERBS.get(verb.head.lemma) == "killed":
        noun = item.noun or item.number  # "612 civilians have been killed in 271 air strikes"
        return Measured("attacks", noun, unit=noun.lower) if irreal(verb.head) is None else None
    place = verb.lemma != "take" or any(c.lower == "place" for c in verb.children)
    if item.head.dep == "nsubj" and verb.lemma in lexicon.OCCURRING and place and not irreal(verb):
        return Measured("attacks", verb, unit=(item.noun or item.number).lower)  # "75 clashes took place"
    there = verb.lemma == "be" and verb.child("expl") is not None and item.head.dep == "attr"
    if there or (verb.lemma in lexicon.RECORDING and verb.pos == "VERB" and not irreal(verb)):
        noun = item.noun or item.number
        return Measured("attacks", noun, owner=giver(item.head), unit=noun.lower)
    return None


def _times(item: Counted) -> Measured | None:
    """Such as "markets have been hit 63 times": attacks."""
    verb = item.noun.head if item.noun is not None else item.number.head
    if verb.lemma in lexicon.ATTACK_VERBS and not irreal(verb):
        return Measured("attacks", verb, unit="attacks")
    return None


def _munitions(item: Counted) -> Measured | Passed | None:
    """Missiles and drones of a wave. One or two tell of the weapon, not of a wave: they are the event's."""
    value = item.quantity.value or item.quantity.low or item.quantity.high
    verb = governing_verb(item.head)
    lemmas = [verb.lemma] if verb is not None else []
    if verb is not None and irreal(verb):
        return Passed(irreal(verb) or "")
    if item.noun is None:
        return None
    if verb is not None and verb.lemma in lexicon.SEIZING and verb.lemma != "intercept":
        return of_patient(verb, item) if is_patient(item.head, verb) else None
    down = verb is not None and (verb.lemma in lexicon.MUNITION_VERBS) and is_patient(item.head, verb)
    if down and verb is not None and lexicon.MUNITION_VERBS[verb.lemma] == "intercepted":
        shot = verb.lemma not in ("shoot", "bring") or any(c.lower == "down" for c in verb.children)
        if shot:
            return Measured("intercepted", verb)
    if value is None and item.quantity.qualifier is None:
        return None
    if value is not None and value < 3 and item.head.dep != "conj":
        return None
    if (item.noun or item.number).lower in ("aircraft", "jets", "helicopters", "warplanes"):
        return None
    if down and verb is not None and lemmas:
        return Measured("launched", verb)
    if verb is not None and verb.lemma in lexicon.IMPACTS and item.head.dep == "nsubj":
        return Measured("launched", verb)
    if item.noun is not None and any(c.tag == "VBN" and c.lemma in ("launch", "fire") for c in item.noun.children):
        return Measured("launched", item.noun)
    context = {t.lower for t in item.number.sentence.tokens}
    attacked = first_conjunct(item.head).head.head.lemma in lexicon.ATTACK_VERBS  # "attacked with 112 drones"
    if (attacked or context & lexicon.ASSAULT_WORDS) and _in_wave(item.head):
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


def _by_modifier(item: Counted) -> Measured | Passed | None:
    """Such as "27 people killed", "four workers kidnapped on Tuesday", "forty-one wounded people"."""
    noun = item.noun if item.noun is not None and item.head is item.noun else item.head
    if item.number.dep == "quantmod" and item.number.head.pos == "NUM":
        return None  # "12 of 23 workers abducted on Monday": 23 were
    inner: list[Token] = []  # "dozens of others injured": the participle hangs on either
    if item.noun is not None and noun is not item.noun and not item.of_whole and item.noun.child("nummod") is None:
        inner = item.noun.children
    for child in (*noun.children, *inner):
        if child.dep == "acl" and child.i > noun.i:
            if child.lower in ("known", "feared", "believed", "presumed", "reported", "confirmed"):
                found = appearance(child, item)
                if found is not None:
                    return found
            measured = of_patient(child, item) if child.lemma not in NOT_AS_PARTICIPLE else None
            if measured is not None and child.tag in ("VBN", "VBD"):
                if not item.is_whole and _stronger_role(noun, item, measured.measure):
                    return None
                return measured
            if child.tag == "VBG":
                subject = of_subject(child, item)
                if subject is not None and subject.measure in ("protesters", "injured", "displaced"):
                    return subject
        elif child.dep == "relcl" and child.lemma in ("promise", "pledge") and item.noun is None:
            return Measured("promised_release", child)  # "half of the 180 it had promised"
        elif child.dep == "relcl" and item.word == "whom" and nothing_known(child):
            return Measured("missing", child)  # "three of whom nothing is known"
        elif child.dep == "relcl" and (told := _said_of(child)) is not None:
            passive = told.child("auxpass") is not None
            said = state_after(told, item) or (of_patient(told, item) if passive else of_subject(told, item))
            if said is not None and irreal(told) is None:
                return said
        elif child.dep == "relcl":
            relative = _by_relative(child, item) or _by_object_relative(child, item)
            if relative is not None:
                main = by_role(item) if not item.is_whole else None
                return main if isinstance(main, Measured) else relative  # "a man who had been seized was let go"
    return None


def _stronger_role(noun: Token, item: Counted, measured: str) -> bool:
    """A finite verb that measures too says more than a participle: "hand over 65 soldiers captured in May"."""
    if measured not in _LESS_THAN_A_VERB:
        return False
    role = noun.head.lemma if noun.dep in ("dobj", "nsubjpass") else ""
    if role in ("release", "free", "hand", "bury", "rescue", "return"):
        return measured != "injured"
    found = by_role(item)
    return isinstance(found, Measured) and found.measure in _MORE_THAN_A_PARTICIPLE


def _said_of(verb: Token) -> Token | None:
    """What somebody says of "two of which": "two of which it said were brought down", "of whom nothing is known"."""
    if verb.lemma not in _SAYING:
        return None
    said = verb.child("ccomp")
    return said if said is not None and said.child("nsubj", "nsubjpass") is None else None


_SAYING = frozenset({"say", "claim", "believe", "report", "think", "insist", "fear"})
_LESS_THAN_A_VERB = frozenset("captured abducted killed arrested injured convicted charged sentenced".split())
_MORE_THAN_A_PARTICIPLE = frozenset("released rescued buried held killed escaped expelled sentenced executed".split())


def _by_relative(verb: Token, item: Counted) -> Measured | Passed | None:
    """Such as "compatriots who have lost their lives", "12 people who were wounded"."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower not in RELATIVE:
        return None
    if irreal(verb) not in (None, "negated"):
        return None
    found = of_patient(verb, item) if subject.dep == "nsubjpass" else of_subject(verb, item)
    if found is not None and verb.child("neg") is not None and not found.by_denial:
        return None
    return found if found is not None and found.measure in _BEFALLEN else None


_BEFALLEN = frozenset("killed injured missing trapped displaced escaped abducted".split())
_DONE_TO = _BEFALLEN | frozenset("arrested held captured released rescued deployed taken".split())


def _by_object_relative(verb: Token, item: Counted) -> Measured | None:
    """Such as "the six women whom the gunmen carried off", "the four suspects it arrested"."""
    object_, subject = verb.child("dobj"), verb.child("nsubj")
    if verb.child("nsubjpass") is not None and item.is_whole:
        subject = verb.child("nsubjpass")
        found = of_patient(verb, item) if subject is not None and subject.lower in RELATIVE else None
        return found if found is not None and found.measure in _DONE_TO else None
    if subject is None or subject.lower in RELATIVE or (object_ is not None and object_.lower not in RELATIVE):
        return None
    found = of_patient(verb, item)
    if found is None or found.measure not in _DONE_TO or irreal(verb):
        return None
    return found if item.is_whole or not isinstance(by_role(item), Measured) else None


_PASSED_OVER = frozenset(
    "people others still more were are was been being have has had reported feared also left reportedly".split()
)


def _by_neighbour(item: Counted) -> Measured | None:
    """Such as "At least five dead", "12 wounded", "three people still missing", "Up to 45,000 flee Kamanyola"."""
    tokens = item.number.sentence.tokens
    after = tokens[item.number.i - tokens[0].i + 1 :][:1]
    if after and after[0].lower in ("die", "dies", "flee", "perish"):  # headlines, where verbs are taken for nouns
        return Measured(lexicon.SUBJECT_VERBS[_base(after[0].lower)], after[0])
    last = item.noun if item.noun is not None and item.head is item.noun and _plausible(item) else item.number
    at = last.i - tokens[0].i + 1
    while at < len(tokens) and tokens[at].start < item.quantity.span.end:
        at += 1  # "thirty (30) injured"
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
            of_things = lexicon.STATES[word] in ("destroyed", "damaged", "intercepted")
            if _has_object(token) or (of_things and item.word not in (*things.STRUCTURES, *things.MUNITIONS)):
                return None
            return Measured(lexicon.STATES[word], token)
        if word in ("die", "dies", "died", "flee", "fled", "perish", "surrender"):
            return Measured(
                lexicon.SUBJECT_VERBS[token.lemma if token.lemma in lexicon.SUBJECT_VERBS else _base(word)], token
            )
        if token.tag in ("VBD", "VBZ", "VBP") and token.i == last.i + 1 and token.child("nsubj", "nsubjpass") is None:
            found = of_subject(
                token, item
            )  # "… and two others sustained injuries", where the tree has lost the subject
            if found is not None and irreal(token) is None:
                return found
        if token.tag == "VBN" and token.dep != "amod":
            found = of_patient(token, item)
            if found is not None and found.measure not in ("held", "sheltered", "aided"):
                return found
        if word not in _PASSED_OVER:
            break
    for token in (item.head, item.number):
        for child in token.children:
            bare = item.noun is None or child.lower == "without"
            if bare and child.dep == "prep" and (state := situation(child)) is not None:
                return state  # "with six in critical condition"
    return _prenominal(item) or _after_verb(item)


def _after_verb(item: Counted) -> Measured | None:
    """Such as "killing at least 50 people, residents said" where the tree gives the people to another verb."""
    tokens = item.number.sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.start >= item.quantity.span.start), 0)
    verb = tokens[at - 1] if at else None
    if (
        verb is None
        or verb.tag not in ("VBG", "VBD", "VBZ", "VBP")
        or lexicon.PATIENT_VERBS.get(verb.lemma) not in ("killed", "injured")
    ):
        return None
    return of_patient(verb, item) if irreal(verb) is None else None


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
    definite = any(child.lower in ("the", "these", "those", "his", "their", "its") for child in noun.children)
    if people.group(noun.lower) == "protesters" and not definite and item.quantity.value != 0:
        return Measured("protesters", noun)
    group = people.group(noun.lower)
    for child in noun.children:
        if child.dep == "amod" and child.lower in lexicon.STATES and group:
            if lexicon.STATES[child.lower] == "released" and noun.dep == "nsubj" and noun.head.lemma != "be":
                return None  # "two other freed captives gave the same account"
            measured = lexicon.STATES[child.lower]
            if measured in ("abducted", "arrested") and group:
                measured = "held"
            return Measured(measured, child)
        if child.lower in lexicon.WRECKED and noun.lower in (*things.STRUCTURES, *things.VEHICLES):
            return Measured("destroyed", child, unit=noun.lower)
        if child.lower == "remaining" and group in lexicon.DETAINED_GROUPS:
            return Measured("held", child)
    return None
