"""The state that somebody is said to be in: "left dozens dead", "were still in custody", "are feared dead"."""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measures as lexicon
from ..vocabulary import people, things
from .figures_counted import Counted, Measured, kind_of, situation, words_below
from .figures_phrases import suits
from .figures_subjects import of_subject
from .figures_verbs import of_patient


def state_after(verb: Token, item: Counted) -> Measured | None:
    """A state said of it: "left dozens dead", "were still in custody", "remain captive", "are missing"."""
    for child in verb.children:
        if child.i < item.number.i and child.dep != "acomp":
            continue
        if child.lower in lexicon.CAPTIVITY and verb.lemma in ("take", "seize"):
            return Measured("captured" if child.lower == "prisoner" else "abducted", verb)
        if child.dep == "acomp" and child.tag == "JJ" and lexicon.lemma(child.lower, "") in lexicon.PATIENT_VERBS:
            acted = of_patient(child, item)  # "were neutralised", read as an adjective
            if acted is not None:
                return acted
        if child.lower == "free" and child.dep == "acomp" and verb.lemma == "be" and not child.children:
            return Measured("released", child) if kind_of(item.noun) or item.of_whole else None
        if (
            verb.lemma in ("find", "discover")
            and child.tag == "VBN"
            and child.dep in ("oprd", "xcomp", "ccomp", "advcl")
        ):
            acted = of_patient(child, item) or of_subject(child, item)
            if acted is not None and acted.measure in ("killed", "injured", "abducted", "trapped"):
                return acted  # "were found shot", "found suffocated in a lorry"
        if child.lower == "unable" and child.dep == "acomp" and _cannot_leave(child) and kind_of(item.noun) is not None:
            return Measured("confined", child)
        if _says_state(child, verb):
            return Measured(lexicon.STATES[child.lower], child, qualifier="feared" if verb.lemma == "fear" else None)
        if child.dep == "prep" and verb.lemma in lexicon.APPEARANCE:
            found = situation(child)
            if found is not None and (found.measure != "destroyed" or item.word in things.STRUCTURES):
                return found
        if child.lower == "home" and verb.lemma == "be" and child.dep in ("advmod", "acomp", "attr", "npadvmod"):
            return Measured("released", child) if suits("armed", item, kind_of(item.noun)) else None
        if child.lower == "back" and verb.lemma == "be" and {"families", "family", "homes"} & words_below(verb):
            return Measured("released", child)
    if verb.lemma == "leave":
        for token in item.number.sentence.tokens:  # "left 26 people, including six women, dead"
            if token.i > item.head.i + 1 and token.lower in lexicon.STATES and (_set_off(token) or _closing(token)):
                return Measured(lexicon.STATES[token.lower], token)
    passive = verb.child("auxpass") is not None and verb.lemma not in lexicon.APPEARANCE
    acts = lexicon.SUBJECT_VERBS.get(verb.lemma) is not None and verb.pos == "VERB"  # "a man wounded on Friday died"
    for child in item.head.children if not passive and not acts else ():  # "left dozens dead" read as one noun phrase
        if child.lower in lexicon.CAPTIVITY and verb.lemma in ("take", "seize"):
            return Measured("captured" if child.lower == "prisoner" else "abducted", verb)
        if child.dep in ("amod", "acl") and child.i > item.head.i and child.lower in lexicon.STATES:
            return Measured(lexicon.STATES[child.lower], child)
    if verb.lower in lexicon.STATES and verb.tag in ("VBG", "JJ") and not _absent_from(verb):  # "two were missing"
        return Measured(lexicon.STATES[verb.lower], verb)
    return None


def _cannot_leave(unable: Token) -> bool:
    """Such as "are unable to move because of mines", "unable to leave their villages"."""
    what = unable.child("xcomp")
    return what is not None and what.lemma in ("move", "leave", "flee", "escape", "exit")


def _set_off(token: Token) -> bool:
    """Whether the word stands alone between a comma and the end of its clause."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at - 1].text == "," and (after is None or after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ"))


def _closing(token: Token) -> bool:
    """Whether the word ends the clause after a list: "left 12 farmers, four firemen and 20 pupils injured"."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at - 1].pos in ("NOUN", "PROPN") and (after is None or after.pos in ("PUNCT", "ADP"))


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
    """Such as "missing from the list" is no missing person."""
    return state.lower == "missing" and any(child.lower == "from" for child in state.children)


def appearance(verb: Token, item: Counted) -> Measured | None:
    """Such as "are feared dead", "are believed to be trapped", "known to have died", "were reported missing"."""
    if verb.lemma not in lexicon.APPEARANCE or verb.lemma in ("be", "leave", "find", "go"):
        return None
    if verb.lemma not in ("remain", "stay") and verb.tag != "VBN":
        return None  # "two residents said that he was detained"
    doubt = {"fear": "feared", "believe": "believed", "presume": "presumed", "think": "thought"}.get(verb.lemma)
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and child.pos in ("VERB", "AUX"):
            inner = of_subject(child, item) or of_patient(child, item) or state_after(child, item)
            if inner is not None:
                return Measured(inner.measure, inner.anchor, qualifier=doubt)
        if child.dep in ("oprd", "acomp", "xcomp", "advmod", "amod") and child.lower in lexicon.STATES:
            return Measured(lexicon.STATES[child.lower], child, qualifier=doubt)
    return None


def there_were(verb: Token, item: Counted) -> Measured | None:
    subject = verb.child("nsubj", "expl")
    if subject is not None and subject.lower == "there":
        several = (item.quantity.value or item.quantity.low or item.quantity.high or 0) > 1
        attackers = several and people.group(item.word) == "attackers"
        return state_after(verb, item) or (Measured("attackers", verb) if attackers else None)
    return None
