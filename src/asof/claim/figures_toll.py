"""Tolls that are stated or move: "has risen to 31", "put the number of dead at 34", "its figure of 34", "from 18".

The number stands beside a summing noun (toll, count, figure …), not beside what it counts; what it counts
stands with that noun or was counted before. Does not look at numbers that have a noun of their own.
"""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measures as lexicon
from ..vocabulary import people
from .figures_counted import Counted, Measured, Passed

_EARLIER = frozenset({"earlier", "previous", "initial", "former", "initially", "previously", "original"})
_STANDING = frozenset(
    "stand rise climb go grow increase soar reach jump put set revise bring number stay stays remain hold".split()
)
_NUMBERING = frozenset({"number", "numbers", "numbered", "total", "totals", "totalled", "totaled"})
_BODIES = frozenset(
    """
    authority authorities government police army military ministry hospital union committee council clinic agency
    mission morgue rescuer official doctor medic army prosecutor presidency municipality service commission
    association organisation organization group monitor watchdog mayor governor administration
    """.split()
)
_TO = frozenset({"to", "at", "past", "above", "beyond", "over", "around", "as"})


def toll(item: Counted, before: Measured | None) -> Measured | Passed | None:
    """The toll that this number states. `before` is what the report counted last: what "its figure" refers to."""
    number = item.head if item.noun is None or item.head is item.number else item.noun
    if any(child.lower in ("fewer", "less", "more") and _compares(child) for child in item.head.children):
        return Passed("a difference between two counts")
    place = _place_of(number) or _in_order(item)
    if place is None:
        return None
    noun, verb, relation = place
    if relation == "by":
        return Passed("a difference between two counts")
    measured = _measure_of(noun, item, before)
    if measured is None:
        return None
    what, unit = measured
    earlier = relation == "from" or _recalled(noun, verb, item)
    return Measured(
        what,
        verb or noun,
        owner=_owner(noun, verb, earlier),
        status="earlier" if earlier else "current",
        unit=unit,
        raise_low=verb is not None and verb.lemma in lexicon.TOLL_PASSES and relation == "object",
    )


def _compares(word: Token) -> bool:
    return any(child.lower == "than" for child in word.children)


def _place_of(number: Token) -> tuple[Token, Token | None, str] | None:
    """The summing noun, the verb that moves it, and how the number stands to them; null for no toll."""
    above = number.head
    if number.dep in ("pobj", "pcomp") or above.dep == "prep":
        prep = above
        while prep.head.pos == "NUM" and prep.head.dep == "pobj":  # "to 27 from more than 30": both hang on the verb
            if prep.lower == "of":
                return None
            target = prep.head.head.head
            noun = _summed(target)
            return (noun, target, prep.lower) if noun is not None else None
        target = prep.head
        if prep.lower == "to" and target.lower == "from":
            target = target.head  # "lifted their figure from 14 to 17"
        if target.lower in ("up", "down") and target.dep in ("advmod", "prt", "prep"):
            target = target.head  # "has climbed to 63, up from 58"
        if prep.lower in ("of", "from", "at", "to") and _sums(target):
            verb = _verb_over(target)
            return target, verb, "of" if prep.lower in ("of", "at", "to") else "from"
        if target.lemma in lexicon.TOLL_MOVES and (prep.lower in _TO or prep.lower in ("from", "by")):
            noun = _summed(target)
            return (noun, target, prep.lower) if noun is not None else None
        for above in target.ancestors():  # "raised its count of rebels killed to 22": read as "killed to 22"
            if _sums(above) and target.lower in lexicon.STATES and prep.lower in ("to", "at", "from"):
                return above, _verb_over(above), prep.lower
            if above.pos in ("VERB", "AUX"):
                break
        return None
    if above.lemma == "number" and above.pos == "VERB" and number.dep in ("dobj", "attr", "npadvmod", "acomp"):
        subject = above.child("nsubj")  # "those displaced now number 412"
        return (subject, above, "object") if subject is not None and _of_whom(subject) is not None else None
    if number.dep in ("dobj", "attr", "npadvmod", "acomp", "oprd", "dep") and above.lemma in lexicon.TOLL_MOVES:
        subject = above.child("nsubj", "nsubjpass")
        if subject is not None and _sums(subject):
            return subject, above, "object"
        return None
    if number.dep in ("appos", "nummod") and _sums(above) and above.i < number.i:
        return above, None, "object"
    if number.dep == "nummod" and above.lemma in lexicon.TOLLS and above.child("poss", "det") is not None:
        prep = number.sentence.tokens[max(0, number.i - number.sentence.tokens[0].i - 1)]
        first = above.child("poss", "det")
        if prep.lower in ("to", "at") and first is not None and first.i > number.i:
            return above, _verb_over(above), prep.lower  # "lowered to six its count of those killed"
    return None


def _in_order(item: Counted) -> tuple[Token, Token | None, str] | None:
    """The same by the order of the words where the tree has lost it: "The toll from the attack stands at nine, …"."""
    tokens = item.number.sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.start >= item.quantity.span.start), 0)
    if at < 2:
        return None
    before = tokens[at - 1]
    relation = before.lower if before.lower in _TO or before.lower == "from" else "object"
    at -= relation != "object"
    while at and tokens[at - 1].lower in ("up", "down", "now"):
        at -= 1
    verb = tokens[at - 1] if at else None
    if verb is None or (verb.lemma not in _STANDING and not (relation == "object" and verb.lower in _NUMBERING)):
        return None
    if verb.lemma in ("put", "bring", "take", "raise", "set") and relation in ("to", "at"):
        after = tokens[at + 2 : at + 16]  # "puts at six, two of them civilians, the number of people killed"
        named = next((t for t in after if t.lemma in lexicon.TOLLS and t.child("det", "poss") is not None), None)
        if named is not None:
            return named, verb, relation
    for token in reversed(tokens[max(0, at - 16) : at - 1]):
        if token.text == ";":
            return None
        if _sums(token) and (relation != "object" or verb.lower in _NUMBERING):
            return token, verb, relation
    return None


def _sums(token: Token) -> bool:
    return (
        token.lemma in lexicon.TOLLS
        or token.lemma == "loss"
        or token.lower in lexicon.TOLLS
        or (
            token.lower in lexicon.NOUNS
            and lexicon.NOUNS[token.lower] != "attacks"
            and token.lower not in ("bodies", "body")
        )
    )


def _summed(verb: Token) -> Token | None:
    """The summing noun that the verb moves: its object, else its subject; a participle's noun."""
    for relation in ("dobj", "nsubjpass", "nsubj"):
        token = verb.child(relation)
        if token is not None and _sums(token):
            return token
        inner = _of(token) if token is not None and token.lemma in ("report", "estimate", "account") else None
        if inner is not None and _sums(inner):
            return inner  # "initial reports of 20 deaths were revised to 12"
    if verb.dep == "acl" and _sums(verb.head):
        return verb.head
    if (
        verb.dep in ("conj", "advcl", "xcomp")
        and verb.head.pos == "VERB"
        and not verb.child("dobj", "nsubj", "nsubjpass")
    ):
        return _summed(verb.head)
    return None


def _of(token: Token) -> Token | None:
    prep = next((child for child in token.children if child.lower == "of"), None)
    return prep.child("pobj") if prep is not None else None


def _verb_over(noun: Token) -> Token | None:
    token = noun
    for _ in range(3):
        token = token.head
        if token.pos in ("VERB", "AUX"):
            return token
    return None


def _measure_of(noun: Token, item: Counted, before: Measured | None) -> tuple[str, str | None] | None:
    """What the summing noun sums up, and of whom."""
    for child in (*item.number.children, *([item.noun, *item.noun.children] if item.noun is not None else [])):
        if child.lower in lexicon.STATES and 0 < child.i - item.number.i <= 2 and child.dep in ("amod", "acl", "nmod"):
            return lexicon.STATES[child.lower], None  # "its own figure of 34 dead"
    if noun.lemma in ("loss", "losses"):
        return "killed", None
    if noun.lower in lexicon.CROWD_TOLLS:
        return "protesters", "people"
    if (called := _of_whom(noun)) is not None and noun.lemma not in lexicon.TOLLS:
        return called
    if item.noun is not None and item.noun.lower in lexicon.NOUNS:
        return lexicon.NOUNS[item.noun.lower], None
    if noun.lower in lexicon.NOUNS:
        return lexicon.NOUNS[noun.lower], next((g for c in noun.children if (g := people.group(c.lower))), None)
    for child in noun.children:
        if child.dep in ("compound", "amod", "nmod") and child.lower in lexicon.TOLL_OF:
            return lexicon.TOLL_OF[child.lower], "civilians" if child.lower == "civilian" else None
        if child.dep in ("compound", "amod", "nmod", "acl") and child.lower in lexicon.STATES:
            inner = _of(noun)  # "the number of soldiers killed": the participle may hang on the number
            return lexicon.STATES[child.lower], people.group(inner.lower) if inner is not None else None
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "among", "for"):
            inner = child.child("pobj")
            found = _of_whom(inner) if inner is not None else None
            if found is not None:
                return found
            if inner is not None and child.lower == "of" and inner is not item.number and noun.lemma != "toll":
                return None
    if noun.lemma == "toll":
        return "killed", None
    suffered = _said_before(noun)
    if suffered is not None:
        return suffered, None
    return (before.measure, None) if before is not None else None


def _said_before(noun: Token) -> str | None:
    """What the sentence has said happened to those who are summed up: "With those detained on Monday the total …"."""
    tokens = noun.sentence.tokens
    for token in reversed(tokens[: noun.i - tokens[0].i]):
        if token.tag == "VBN" and token.dep == "acl" and token.head.lower in ("those", "people", "persons"):
            return lexicon.STATES.get(token.lower)
    return None


def _of_whom(inner: Token) -> tuple[str, str | None] | None:
    """Such as "of dead", "of people known to have died", "of rebels killed", "of displaced people"."""
    if inner.lower in lexicon.NOUNS and lexicon.NOUNS[inner.lower] != "attacks":
        return lexicon.NOUNS[inner.lower], None
    if inner.lower in lexicon.STATES:
        return lexicon.STATES[inner.lower], None
    group = "people" if inner.lower == "those" else people.group(inner.lower)
    if group is None:
        return None
    if group == "protesters" or inner.lower in ("marchers", "demonstrators"):
        return "protesters", None
    for token in inner.subtree():
        if token is not inner and token.lower in lexicon.STATES:
            return lexicon.STATES[token.lower], group
        if token is not inner and token.lemma in ("die", "flee"):
            return lexicon.SUBJECT_VERBS[token.lemma], group
    return ("held", group) if group in lexicon.DETAINED_GROUPS else None


def _recalled(noun: Token, verb: Token | None, item: Counted) -> bool:
    """Whether the number is one that was given up: "an earlier toll of 18", "from earlier 18"."""
    near = [*noun.children, *item.number.children]
    return any(child.lower in _EARLIER and child.dep in ("amod", "advmod", "compound") for child in near)


def _owner(noun: Token, verb: Token | None, earlier: bool) -> Token | None:
    """Who gives the figure: the subject of the verb that gives it, or whose figure it is."""
    possessor = noun.child("poss") or _of_a_body(noun)
    mover = verb.child("nsubj") if verb is not None and verb.lemma in lexicon.TOLL_GIVERS and not earlier else None
    if possessor is not None and mover is not None and mover is not noun and mover.pos == "PROPN":
        return mover  # "the spokesman, Rommel Aguado, cut the army's estimate to four"
    sums = noun.lemma in lexicon.TOLLS or noun.lower in lexicon.TOLLS
    told = verb is not None and (verb.child("nsubj") or noun) is not noun
    if possessor is not None and told and not sums:
        possessor = None  # "the army's dead": its own, by somebody's count
    if possessor is not None and possessor.tag != "PRP$":
        return possessor
    token = verb
    for _ in range(3):
        if token is None:
            break
        subject = token.child("nsubj")
        if subject is not None:
            if subject is noun or token.child("auxpass") is not None:
                break
            if subject.lower in ("which", "who", "that") and token.dep == "relcl":
                return token.head
            return subject if possessor is not None or token.lemma in lexicon.TOLL_GIVERS else possessor
        token = token.head if token.dep == "conj" and token.head is not token else None
    return possessor or _who_found_out(verb)


def _of_a_body(noun: Token) -> Token | None:
    """Whose figure it is, behind it: "the provisional figure of the authorities", "the count by the union"."""
    for prep in noun.children:
        who = prep.child("pobj") if prep.lower in ("of", "by", "from") and prep.dep == "prep" else None
        if who is None or who.tag == "CD":
            continue
        if who.ent in ("ORG", "PERSON") or who.lemma.lower() in _BODIES:
            return who
    return None


def _who_found_out(verb: Token | None) -> Token | None:
    """Whose count was changed: "was lowered to 27 after medics discovered that …"."""
    for child in verb.children if verb is not None and verb.child("auxpass") is not None else ():
        if child.dep == "advcl" and child.lemma in ("discover", "find", "determine", "realise", "realize", "establish"):
            return child.child("nsubj")
    return None
