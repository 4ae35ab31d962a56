"""The measure that the role of a quantity in its clause gives, and what a modal or a promise makes of it."""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import measure_phrases as phrases
from ..vocabulary import measures as lexicon
from ..vocabulary import people, things
from .figures_counted import Counted, Measured, Passed, clause_irreal, first_conjunct, giver, irreal, kind_of
from .figures_forces import SENT, of_forces
from .figures_states import appearance, state_after, there_were
from .figures_subjects import of_subject
from .figures_verbs import NOT_AS_PARTICIPLE, of_patient


def by_role(item: Counted) -> Measured | Passed | None:
    if _beside(item.head):
        return None
    token = first_conjunct(item.head)
    verb = token.head
    if (shared := _shared(token, item)) is not None:
        return _modal(shared, shared.anchor, item)
    if token.dep == "pobj" and item.quantity.span.start <= verb.start < item.number.start:
        token, verb = verb, verb.head  # "wounding up to 46 others": a qualifier taken for a preposition
        if verb.pos != "VERB":
            return None
        found = of_patient(verb, item) if token.i > verb.i else of_subject(verb, item)
        return _modal(found, verb, item) if found is not None else None
    if token.dep == "pobj":
        return _by_preposition(token, item)
    if token.dep == "nsubj" and verb.pos in ("SCONJ", "ADP") and verb.head.pos == "VERB":
        verb = verb.head  # "that five residents … also lost their lives": the subject hung on "that"
    if verb is token or verb.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    found = None
    if token.dep in ("dobj", "nsubjpass", "dative", "oprd") or (
        item.word == "more" and token.dep in ("advmod", "npadvmod")
    ):
        found = state_after(verb, item) or appearance(verb, item) or of_patient(verb, item)
        if found is None and verb.lemma in ("include", "comprise"):
            found = _among_items(verb, item)
    elif token.dep in ("nsubj", "dep", "csubj"):
        found = state_after(verb, item) or appearance(verb, item) or of_subject(verb, item)
        if (
            found is None
            and (verb.tag == "VBN" or verb.lower == "taken" or _left_out(verb, item))
            and verb.lemma not in NOT_AS_PARTICIPLE - {"hold"}
            and not any(c.dep == "aux" or (c.dep == "dobj" and c.lower not in lexicon.CAPTIVITY) for c in verb.children)
        ):
            found = of_patient(verb, item)  # "12 wounded", "Seventeen held"
        if found is None and verb.lemma in _RAISING and (inner := verb.child("xcomp")) is not None:
            found = of_subject(inner, item) or of_patient(inner, item)  # "had to leave their homes"
        if found is None and (onward := _onward(verb)) is not None:
            verb = onward
            found = of_subject(verb, item)
    elif token.dep == "attr" and verb.lemma == "be":
        found = there_were(verb, item)
    if found is None:
        return None
    return _modal(found, verb, item)


def _shared(token: Token, item: Counted) -> Measured | None:
    """The verb of a list that the tree has cut: "88 of the drones and five of the missiles were downed"."""
    for verb in token.children if token.dep in ("ROOT", "ccomp") else ():
        subject = verb.child("nsubjpass") if verb.dep == "conj" and verb.tag == "VBN" else None
        if subject is None:
            continue
        before = token.sentence.tokens[token.i - token.sentence.tokens[0].i : subject.i - token.sentence.tokens[0].i]
        if not any(word.pos in ("VERB", "AUX") for word in before):
            down = lexicon.MUNITION_VERBS.get(verb.lemma) == "intercepted" and item.word in things.AIRBORNE
            return Measured("intercepted", verb) if down else of_patient(verb, item)
    return _after_aside(token)


def _after_aside(token: Token) -> Measured | None:
    """Injuries behind an aside that the tree stumbles over: "Six officers, two of them recruits, sustained burns"."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i + 1
    if token.dep != "ROOT" or token.tag != "NNS" or not any(word.text == "," for word in tokens[at : at + 1]):
        return None
    for k in range(at + 1, len(tokens) - 1):
        if tokens[k].pos == "AUX" or tokens[k].tag == "VBZ":
            return None
        if tokens[k].text in (",", "-", "–") and tokens[k + 1].lower in ("sustained", "suffered", "received"):
            hurt = any(word.lower in phrases.HARM for word in tokens[k + 2 : k + 5])
            return Measured("injured", tokens[k + 1]) if hurt else None
    return None


def _left_out(verb: Token, item: Counted) -> bool:
    """Whether "were" is left out between a thing and its verb: "two rifles recovered and three men arrested"."""
    if verb.tag != "VBD" or kind_of(item.noun) is not None or verb.lemma == "burn":
        return False
    return item.word in things.WEAPONS or item.word in things.STRUCTURES


_UNSOUGHT = frozenset({"suspects", "gunmen", "attackers", "militants", "rebels", "fighters", "escapees", "witnesses"})


def _sought(prep: Token, above: Token, item: Counted) -> Measured | None:
    """Such as "were searching for three drivers", "nothing has been heard from four geologists"."""
    kind = kind_of(item.noun)
    if kind is None or kind in _UNSOUGHT or item.word == "survivors":
        return None
    if prep.lower == "for" and above.lemma in ("search", "look", "comb", "scour") and irreal(above) is None:
        return Measured("missing", above)
    if prep.lower == "from" and above.lemma in ("hear", "word", "sign", "contact"):
        subject = above.child("nsubjpass", "det", "neg")
        if subject is not None and subject.lower in ("nothing", "no", "not", "never"):
            return Measured("missing", above)
    return None


_HAULS = frozenset({"haul", "cache", "arsenal", "seizure", "weapons", "arms"})


def _among_items(verb: Token, item: Counted) -> Measured | None:
    """Such as "Items recovered include six rifles and 412 rounds"."""
    subject = verb.child("nsubj")
    if subject is None or item.word not in things.WEAPONS | things.VEHICLES:
        return None
    if subject.lemma in _HAULS:
        return Measured("seized", subject, unit=item.word)
    act = next((c for c in subject.children if c.lemma in lexicon.SEIZING or c.lemma in lexicon.FINDING), None)
    return Measured("seized", act, unit=item.word) if act is not None else None


def _onward(verb: Token) -> Token | None:
    """The verb that goes on telling of the same subject: "stepped on a mine and lost their legs"."""
    after = verb.child("conj")
    active = after is not None and after.pos == "VERB" and after.child("nsubj", "nsubjpass", "auxpass") is None
    return after if active else None


_RAISING = frozenset({"have", "manage", "begin", "start", "continue", "get", "choose", "opt"})


def _beside(head: Token) -> bool:
    """Whether it stands in an apposition, which repeats what it stands beside: "two workers, one from Chile, …"."""
    token = head
    while token.dep == "conj" and token.head.pos in ("NOUN", "PROPN", "NUM", "PRON"):
        token = token.head
    if token.dep != "appos":
        return False
    one = token is head and token.head.pos == "PROPN" and token.tag == "NN"
    if one and token.child("det") is not None:
        return False  # "Ana Ruiz, a nurse of 34, died of her wounds"
    uncounted = (
        token.head.tag == "NNS"
        and head.pos != "NUM"
        and not any(c.dep in ("nummod", "amod") for c in token.head.children)
    )
    return not uncounted  # "The victims, three men and a girl, were killed"


def _modal(found: Measured, verb: Token, item: Counted) -> Measured | Passed:
    """What a modal or an intention makes of it: a promise for releases and aid, nothing for the rest."""
    why = irreal(verb)
    promised = _promised(verb)
    if found.measure == "released" and (promised or why == "in the future"):
        return Measured("promised_release", found.anchor, unit=found.unit)
    if found.measure in ("aided", "aid") and (promised or why == "in the future"):
        return Measured("aid_planned", found.anchor, unit=found.unit)
    if found.measure == "deployed" and (promised or why == "in the future"):
        asked = item.word or "deployed"
        monitors = people.group(asked) == "monitors" and why != "in the future"
        return Measured(asked if monitors else "deployed", found.anchor, unit=asked)
    if found.by_denial:
        return found if why == "negated" else Passed(why or "not denied")
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


def _destruction(act: Token, item: Counted) -> Measured | Passed | None:
    """Such as "reported the destruction of 41 drones", "the demolition of 60 houses"."""
    if item.word not in things.MUNITIONS and item.word not in things.STRUCTURES and item.word not in things.EQUIPMENT:
        return None
    measured = "intercepted" if item.word in things.AIRBORNE else "destroyed"
    refusal = clause_irreal(act)
    return Passed(refusal) if refusal else Measured(measured, act, owner=giver(act))


_COMING = frozenset({"arrival", "influx"})
_DRIVEN = frozenset("people persons families households civilians".split())


def nothing_known(above: Token) -> bool:
    """Such as "the fate of 30 passengers is unknown", "nothing is known of three others"."""
    if above.lower == "fate":
        said = above.head
        return said.lemma in ("be", "remain") and any(c.lower == "unknown" for c in said.children)
    subject = above.child("nsubjpass", "nsubj")
    return above.lemma in ("know", "hear") and subject is not None and subject.lower in ("nothing", "little")


def _of_defences(verb: Token) -> bool:
    """Such as "air defences accounted for 38 of the drones"."""
    subject = verb.child("nsubj")
    return subject is not None and subject.lemma.lower() in _DEFENCES


_DEFENCES = frozenset("defence defense gunner interceptor battery unit crew force".split())


def _of_fire(verb: Token) -> bool:
    """Such as "fire swept through 70 tents"."""
    subject = verb.child("nsubj")
    burns = subject is not None and subject.lower in ("fire", "blaze", "flames", "inferno", "fires", "wildfire")
    return burns and verb.lemma in ("sweep", "tear", "rip", "race", "rage", "spread")


def _power(verb: Token) -> bool:
    role = verb.child("dobj", "nsubjpass")
    return role is not None and role.lower in ("power", "electricity", "supply", "supplies")


def _by_preposition(token: Token, item: Counted) -> Measured | Passed | None:
    """Such as "the killing of 12 people", "sanctions on two officials", "rations to 2,300 families"."""
    prep = token.head
    above = prep.head
    word = prep.lower
    if prep.dep == "agent" and above.pos == "VERB":
        found = of_forces(above, item, kind_of(item.noun))
        return _modal(found, above, item) if found is not None else None  # "was stormed by 60 armed men"
    if (sought := _sought(prep, above, item)) is not None:
        return sought
    if word == "of" and above.lower == "whereabouts" and people.group(item.word) is not None:
        return Measured("missing", above)
    if word == "of" and (kind_of(item.noun) is not None or item.word in ("others", "more")) and nothing_known(above):
        return Measured("missing", above)
    if word == "with" and above.lemma in ("make", "run") and "off" in {c.lower for c in above.children}:
        return _modal(Measured("abducted", above), above, item) if kind_of(item.noun) is not None else None
    if word == "for" and above.lemma == "account" and item.word in things.AIRBORNE and _of_defences(above):
        return _modal(Measured("intercepted", above), above, item)
    if word == "through" and item.word in things.STRUCTURES and _of_fire(above):
        return _modal(Measured("destroyed", above, unit=item.word), above, item)
    if word == "of" and above.lower == "assets" and above.head.lemma in ("freeze", "block"):
        return _modal(Measured("sanctioned", above.head), above.head, item)
    if word == "to" and above.lemma == "cut" and _power(above) and item.word in things.SUPPLIED:
        return _modal(Measured("without_power", above, unit=item.word), above, item)
    if word == "with" and above.lemma == "lose" and "contact" in {c.lower for c in above.children}:
        return Measured("missing", above) if kind_of(item.noun) is not None else None
    if word == "with" and above.lower == "interviews" and kind_of(item.noun) is not None:
        return Measured("interviewed", above)
    if word in ("against", "on") and "sexual" in {t.lower for t in above.subtree() if t.i < prep.i}:
        return Measured("sexual_violence", above)
    if word == "of" and above.lower in lexicon.ACTS:
        measured = lexicon.ACTS[above.lower]
        if measured == "destroyed":
            return _destruction(above, item)
        verb = above.head
        if above.lower == "lives":
            if verb.lemma not in ("claim", "take", "cost"):
                return None
            return _modal(Measured("killed", verb), verb, item)
        if above.lower in ("bodies", "corpses", "remains") and verb.lemma in lexicon.RETURNING:
            return Passed("the dead of some other day")
        if above.lower in _COMING and item.word not in _DRIVEN and kind_of(item.noun) != "migrants":
            sent = kind_of(item.noun) in SENT and above.lower == "arrival"
            return Measured("deployed", above) if sent and not clause_irreal(above) else None
        if item.word not in things.STRUCTURES and item.word not in things.ANIMALS:
            refusal = irreal(verb) if verb.pos == "VERB" else None
            owner = giver(above)
            if measured == "released" and (refusal == "in the future" or verb.lemma in lexicon.PROMISES):
                return Measured("promised_release", above)
            return Passed(refusal) if refusal else Measured(measured, above, owner=owner)
        return None
    if word in ("on", "against") and above.lower in ("sanctions", "sanction") and item.noun is not None:
        return Measured("sanctioned", above) if not clause_irreal(above) else Passed("not stated as a fact")
    if word == "of" and above.lemma in ("trace", "sign", "word") and any(c.lower == "no" for c in above.children):
        return Measured("missing", above)
    if word == "for" and above.lower in things.FOODS and people.group(item.word) is not None:
        handed = above.head if above.dep in ("dobj", "nsubjpass") else None
        if handed is not None and handed.lemma in lexicon.GIVING:
            return _modal(Measured("aided", handed), handed, item)
    equipment = item.word in things.EQUIPMENT
    if word == "to" and above.lemma in ("amount", "come", "run") and (kind_of(item.noun) is not None or equipment):
        subject = above.child("nsubj")
        if subject is not None and subject.lemma in ("loss", "losses", "toll", "fatality"):
            lost = "casualties" if subject.lemma in ("loss", "losses") else "killed"  # an army's losses: killed or hurt
            return Measured("destroyed", above, unit=item.word) if equipment else Measured(lost, above)
    given = word in ("to", "for", "among") and above.lemma in lexicon.GIVING and above.child("dobj") is not None
    if given and people.group(item.word) is not None:
        return _modal(Measured("aided", above), above, item)
    return None
