"""Attributions by a verb: indirect speech, belief, intention, judgement.

A list of verbs alone stops at the ordinary reporting verbs; here the grammar decides. A verb with a
clause for its object attributes unless it is a verb of doing; verbs with an infinitive, an object or
a preposition must be known to hold an attitude.
"""

from __future__ import annotations

from ..reading import Sentence, Token
from ..vocabulary.reporting import Reporting
from .quotes_said import LOOSE, Ranges, Said, agent, cue_words, own_subject, passive, ranges, reporter, subject

BESIDE = frozenset({"aux", "neg", "advmod", "prep", "npadvmod", "dative", "prt", "agent"})
HEARING = frozenset({"tell", "inform", "assure", "remind", "advise", "notify", "brief"})
DECLINING = frozenset({"decline", "refuse"})
UNREAL = frozenset({"may", "might", "could", "should", "can", "must", "to", "will", "'ll", "’ll"})
QUESTION = frozenset({"whether", "if", "how", "why", "what", "who", "which", "where", "when"})
NOBODY = frozenset({
    "i", "we", "you", "nobody", "none", "each", "one", "anyone", "everyone", "everybody", "who", "what", "it's",
})  # fmt: skip


def verb_attribution(verb: Token, known: Reporting, sentences: list[Sentence]) -> Said | None:
    """What this verb attributes to its subject, if it attributes anything."""
    lemma = verb.lemma
    if (lemma in known.excluded and lemma != "put") or verb.dep in ("aux", "auxpass"):
        return None
    found = _content(verb, known) or _cut_off(verb, known, sentences)
    if found is None:
        return None
    content, how, extra = found
    source, speaker = _holder(verb, known, how)
    if not source and how in ("object", "infinitive", "preposition") and not passive(verb):
        return None
    cue = _cue(verb, known) + extra
    return Said(
        verb, cue, source, speaker, content,
        level="statement" if _stated(verb, how, source, known) else "attitude",
        stance=known.stance(lemma), frame=how,
    )  # fmt: skip


def _content(verb: Token, known: Reporting) -> tuple[Ranges, str, list[Token]] | None:
    """The words attributed, by which construction, and what else belongs to the cue."""
    lemma = verb.lemma
    listed = lemma in known.speech or lemma in known.belief or lemma in known.attitude
    clause = _clause(verb) if lemma != "put" else None
    if clause is not None and (listed or (clause.child("nsubj", "nsubjpass") and verb.child("nsubj"))):
        return _clause_content(verb, clause, known), "clause", []
    for child in verb.children:
        if child.dep == "xcomp" and listed and lemma not in known.carrying and _infinitive(child):
            if lemma in DECLINING and child.lemma in known.speech:
                inner = _content(child, known)
                if inner is not None:
                    between = [t for t in verb.sentence.tokens if verb.i < t.i <= child.i]
                    return inner[0], "infinitive", between + inner[2]
            return ranges(_without(child.subtree(), [])), "infinitive", []
    for child in verb.children:
        if child.dep == "prep" and f"{lemma}_{child.lower}" in known.prepositional:
            inner = child.child("pobj", "pcomp")
            if inner is not None:
                patient = verb.child("dobj")
                keep = inner.subtree() + (patient.subtree() if patient is not None and lemma in known.object else [])
                return ranges(keep), "preposition", [child] if child.i == verb.i + 1 else []
    if lemma in HEARING:
        aside = _parenthetical(verb)
        if aside:
            return aside, "clause", []
    particle = verb.child("prt")
    thing = verb.child("dobj")
    phrasal = particle is not None and f"{lemma}_{particle.lower}" in known.prepositional
    if thing is not None and (lemma in known.object or phrasal):
        if thing.tag in ("WDT", "WP"):
            return None
        complement = [t for child in verb.children if child.dep in ("oprd",) or _as(child) for t in child.subtree()]
        return ranges(thing.subtree() + complement), "object", []
    if lemma in ("call", "dub", "label", "describe", "brand", "term", "cast", "portray", "characterize", "depict"):
        said = [child for child in verb.children if child.dep in ("oprd", "dobj", "nsubjpass") or _as(child)]
        said = [child for child in said if child.tag not in ("WDT", "WP")]
        if said:
            return ranges([t for child in said for t in child.subtree()]), "object", []
    if lemma == "put" and thing is not None:
        at = next((child for child in verb.children if child.dep == "prep" and child.lower == "at"), None)
        if at is not None and any(t.pos == "NUM" for t in at.subtree()):
            return ranges(thing.subtree() + at.subtree()), "object", []
    if passive(verb) and thing is None and lemma in known.object and verb.child("agent"):
        patient = verb.child("nsubjpass")
        if patient is not None and patient.tag not in ("WDT", "WP"):
            return ranges(patient.subtree()), "object", []
    if lemma in known.speech or lemma in known.belief:
        aside = _parenthetical(verb) or (_displaced(verb) if lemma in known.states else [])
        if aside:
            return aside, "clause", []
    return None


def _as(token: Token) -> bool:
    return token.dep == "prep" and token.lower == "as"


def _infinitive(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and (token.tag == "VBG" or any(c.tag == "TO" for c in token.children))


def _clause(verb: Token) -> Token | None:
    """The clause that is the verb's object; of several the one after it, or else the nearest."""
    found = [
        child for child in verb.children
        if (child.dep == "ccomp" and child.pos != "PUNCT") or (child.dep == "xcomp" and child.tag in ("VBD", "VBZ"))
    ]  # fmt: skip
    after = [child for child in found if child.i > verb.i]
    if after:
        return after[0]
    if not found:
        return None
    parts = verb.sentence.tokens[found[-1].i - verb.sentence.tokens[0].i : verb.i - verb.sentence.tokens[0].i]
    return None if any(token.text == ";" for token in parts) else found[-1]


def _without(tokens: list[Token], dropped: list[Token]) -> list[Token]:
    gone = {token.i for token in dropped}
    return [token for token in tokens if token.i not in gone]


def _clause_content(verb: Token, clause: Token, known: Reporting) -> Ranges:
    """The clause's words; a fronted clause begins where its sentence does.

    What another says ("…, while the army says") or the same one adds ("…, adding that") is not part of it.
    """
    inside = clause.subtree()
    for token in inside[1:]:
        if reporter(token) is verb or (
            token.dep in ("advcl", "conj", "parataxis") and token.lemma in known.states and own_subject(token)
            and verb.i < clause.i < token.i and token.head.i >= clause.i and _finite(token)
        ):  # fmt: skip
            inside = _without(inside, token.subtree())
    who = own_subject(verb)
    first = min(verb.i, who.subtree()[0].i if who is not None else verb.i)
    if inside[-1].i < first and verb.head is verb:
        sentence = verb.sentence.tokens
        start = sentence[0].i
        inside = [token for token in sentence if start <= token.i < first]
    gone = [t for t in inside[:2] if t.lower == "that" and t.dep == "mark"]
    gone += [t for t in inside[:1] if t.tag in ("WDT", "WP") and clause.i > verb.i > t.i]
    return ranges(_without(inside, gone))


def _displaced(verb: Token) -> Ranges:
    """A "that" clause that the parser hung on words between: "said in a message that …", "said, citing X, that …"."""
    tokens, base = verb.sentence.tokens, verb.sentence.tokens[0].i
    for token in tokens[verb.i + 2 - base :]:
        if token.lower == "that" and token.dep == "mark" and token.head is not token and verb in token.ancestors():
            return ranges([t for t in token.head.subtree() if t.i > token.i])
    return []


def _finite(token: Token) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP") or any(c.tag in ("VBD", "VBZ", "VBP", "MD") for c in token.children)


def _parenthetical(verb: Token) -> Ranges:
    """The sentence around a reporting clause that stands between commas or at its end: "…, the union said, …"."""
    sentence = verb.sentence.tokens
    who = own_subject(verb)
    if who is None or passive(verb):
        return []
    words = {t.i for t in who.subtree()} | {verb.i}
    for child in verb.children:
        if child.dep in BESIDE or (child.dep == "dobj" and verb.lemma in HEARING):
            words |= {t.i for t in child.subtree()}
    base = sentence[0].i
    left, right = min(who.i, verb.i), max(who.i, verb.i)
    while left - 1 in words:
        left -= 1
    while right + 1 in words:
        right += 1
    before = sentence[left - 1 - base] if left > base else None
    after = sentence[right + 1 - base] if right + 1 - base < len(sentence) else None
    marked = any(c.dep in ("mark", "advmod") and c.lower == "as" for c in verb.children)
    if marked and before is not None and before.lower == "as":
        left -= 1
        before = sentence[left - 1 - base] if left > base else None
    ends = after is None or after.text in LOOSE or after.text in ".?!\"”’"
    if not ends or (before is None and not marked) or (before is not None and before.text not in LOOSE and not marked):
        return []
    rest = [t for t in sentence if t.i < left or t.i > right]
    return ranges(_segment(rest, left)) if any(t.pos in ("VERB", "AUX", "NOUN") for t in rest) else []


def _cut_off(verb: Token, known: Reporting, sentences: list[Sentence]) -> tuple[Ranges, str, list[Token]] | None:
    """Words that the parser made a sentence of their own: "Nine dead | , the mayor says."."""
    sentence, who = verb.sentence, own_subject(verb)
    if sentence.tokens[0].text != "," or sentence.index == 0 or verb.lemma not in known.states or who is None:
        return None
    before = sentences[sentence.index - 1]
    if before.part is not sentence.part or before.tokens[-1].text in ".?!" or verb.i - sentence.tokens[0].i > 8:
        return None
    return ranges(before.tokens), "clause", []


def _segment(tokens: list[Token], at: int) -> list[Token]:
    """The words around this place up to the next semicolon on either side."""
    first = max((t.i for t in tokens if t.i < at and t.text == ";"), default=-1)
    last = min((t.i for t in tokens if t.i > at and t.text == ";"), default=1 << 60)
    return [t for t in tokens if first < t.i < last]


def _holder(verb: Token, known: Reporting, how: str) -> tuple[list[Token], Token | None]:
    """Who says or holds it."""
    if passive(verb):
        source, speaker = agent(verb)
        if source or verb.lower not in known.adjectives:
            return source, speaker
    if verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not verb.child("aux"):  # "asked to wait, she …"
        return agent(verb)
    return subject(verb)


def _cue(verb: Token, known: Reporting) -> list[Token]:
    cue = cue_words(verb)
    top = verb
    while top.dep == "xcomp" and top.head.lemma in known.carrying and top.i - top.head.i <= 3:
        top = top.head
        cue = [t for t in verb.sentence.tokens if top.i <= t.i < cue[0].i] + cue
        cue = cue_words(top)[:-1] + cue
    return cue


def _stated(verb: Token, how: str, source: list[Token], known: Reporting) -> bool:
    """Whether the record should keep it as something said: a clause, affirmed, by somebody named."""
    if how == "object" and verb.lemma == "report":
        how = "clause"
    if how != "clause" or not source or verb.lemma not in known.states:
        return False
    if any(c.dep == "neg" or (c.dep == "aux" and c.lower in UNREAL) for c in verb.children):
        return False
    if any(t.lower in NOBODY for t in source[:1]) and source[0].tag not in ("WDT", "WP"):
        return False
    if any(t.dep == "neg" or (t.dep == "det" and t.lower == "no") for t in source):
        return False
    clause = _clause(verb)
    asked = ("mark", "advmod", "dobj", "nsubj", "attr", "nsubjpass")
    return clause is None or not any(
        c.lower in QUESTION and c.dep in asked and c.i < clause.i and (c.i > verb.i or clause.i < verb.i)
        for c in clause.children
    )
