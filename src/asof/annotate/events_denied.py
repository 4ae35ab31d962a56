"""Whether the text says that an event did not happen: negated, denied, called off, untrue."""

from __future__ import annotations

from ..grammar import clause_of, negated, patients, surface_subject
from ..reading import Token

CALLED_OFF = frozenset({"cancel", "avert", "foil", "thwart", "prevent", "scrap", "abort"})
FAILING = frozenset(
    (
        "fail refuse decline refrain stop prevent avoid avert foil thwart cancel abandon rule abort delay postpone "
        "halt call"
    ).split()
)
DENYING = frozenset({"deny", "dismiss", "reject", "disown", "disavow", "refute", "rebut", "dispute"})
SAYING = frozenset({"say", "tell", "report", "add", "claim", "announce", "state", "warn"})
NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
UNTRUE = frozenset("false untrue baseless unfounded fake fabricated incorrect lie rumour rumor".split())
# Verbs that only say that there was an event: what holds of them holds of it.
TELLING = frozenset(
    (
        "be carry conduct launch stage mount perform commit wage make issue hold undertake begin start continue resume "
        "report record register see hear happen occur take open announce impose do have witness confirm follow end"
    ).split()
)
# Words for what is only said; and for what would show that it is so.
SAID = frozenset(
    "report rumour rumor claim message post text story suggestion allegation news propaganda accusation "
    "speculation assertion account video image notion idea".split()
)
SHOWN = frozenset("evidence truth sign indication proof confirmation trace record basis".split())
CLIMBED = frozenset(
    {"acl", "relcl", "ccomp", "pcomp", "pobj", "prep", "dobj", "attr", "nsubj", "nsubjpass", "xcomp", "advcl"}
)


def denied(trigger: Token, clause: Token) -> bool:
    """Whether the text says that it did not happen."""
    if (
        negated(trigger)
        or _nobody(clause)
        or any(negated(t) for t in patients(clause) if trigger is clause)
        or (negated(clause) and argument(trigger, clause))
    ):
        return True
    for token in {trigger.i: trigger, clause.i: clause}.values():
        above = token.head
        if token.dep in ("xcomp", "dobj", "pcomp", "ccomp", "acl", "pobj") and above.i < token.i:
            verb = above if above.pos in ("VERB", "AUX", "ADJ") else above.head
            if verb.lemma in DENYING and verb.lemma != "reject":
                return True
            if verb.lemma in FAILING and token.dep in ("xcomp", "pcomp") and verb.lemma not in ("rule", "call"):
                return True
            if negated(verb) and token.dep in ("xcomp", "ccomp", "acl") and verb.lemma not in ("say", "know", "think"):
                return True
        if any(child.dep in ("acomp", "attr") and child.lemma in UNTRUE for child in above.children):
            return True
        if above.dep == "pobj" or token.dep == "pobj":  # "Reports of a bombing are false"
            top = clause_of(above)
            if any(child.dep in ("acomp", "attr") and child.lower in UNTRUE for child in top.children):
                return True
    return False


def untrue(clause: Token) -> bool:
    """ "There is no truth to the text that …", "no evidence that …", "dismissing posts that …", "false reports"."""
    token = clause
    for _ in range(6):
        if token.pos == "NOUN" and token is not clause:
            if token.lemma in SHOWN:
                return any(child.lower == "no" for child in token.children) or negated(token.head)
            if token.lemma in SAID and _held_untrue(token):
                return True
        if token.dep not in CLIMBED or token.head is token:
            return False
        if token.dep in ("ccomp", "xcomp") and token.head.lemma in SAYING:
            return False
        token = token.head
    return False


def _held_untrue(noun: Token) -> bool:
    verb = noun.head
    if verb.pos in ("VERB", "AUX") and verb.lemma in DENYING and noun.dep in ("dobj", "nsubjpass"):
        return not negated(verb)
    if any(child.dep == "amod" and child.lemma in UNTRUE for child in noun.children):
        return True
    copula = verb if noun.dep == "nsubj" else None
    return copula is not None and any(c.dep in ("acomp", "attr") and c.lemma in UNTRUE for c in copula.children)


def called_off(trigger: Token, clause: Token) -> bool:
    """ "The blockade was called off", "a planned attack was foiled"."""
    above = trigger.head if trigger.pos != "VERB" else clause
    if trigger.pos == "VERB" or trigger.dep not in ("nsubjpass", "dobj") or above.pos != "VERB":
        return False
    off = above.lemma == "call" and any(child.lower == "off" for child in above.children)
    return off or above.lemma in CALLED_OFF


def argument(trigger: Token, clause: Token) -> bool:
    """Whether a negation of the clause reaches the trigger: "not happy with the strikes" does not deny them."""
    if any(child.lower in ("only", "first", "last") for child in trigger.children):
        return False  # "not the only attack": there were more
    if trigger is clause:
        return True
    return trigger.head is clause and trigger.dep in ("dobj", "nsubj", "nsubjpass", "attr") and clause.lemma in TELLING


def _nobody(verb: Token) -> bool:
    subject = surface_subject(verb)
    if subject is None or subject.head is not verb:
        return False
    return subject.lower in NOBODY or any(child.lower in ("no", "neither") for child in subject.children)
