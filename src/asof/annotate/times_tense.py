"""Which way a date without a year or a weekday points: back to what happened or ahead to what will.

Read from the form of the verb that governs it. Does not decide whether an event is planned.
"""

from __future__ import annotations

from typing import Literal

from ..reading import Token

Direction = Literal["past", "future"]

_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d", "may", "might", "could", "should", "must",
                    "can", "ca", "ought"})  # fmt: skip
# Words that put what they govern ahead even in the past tense: "talks were scheduled for Friday".
_PLANNING = frozenset(
    "due schedule set slate expect plan postpone adjourn delay reschedule adjournment convene".split()
)
# "until Friday" lies ahead of what was closed or postponed, and behind what went on.
_GOING_ON = frozenset(
    "continue last fight remain stay wait be rage go hold work live serve clash battle run rule".split()
)
# Verbs whose past looks like their present; news tells of the past.
_SAME_FORMS = frozenset(
    "hit hurt cut put set shut quit split spread beat let read cost bet burst cast shed thrust".split()
)
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight", "dawn"})
_ATTRIBUTES = frozenset({"poss", "nmod", "compound", "amod", "nummod"})
# What is held on a day that is known before: "Friday's summit" may lie ahead, "Friday's raid" does not.
_HELD = frozenset(
    """
    meeting talk talks summit vote election session hearing deadline conference ceremony funeral poll ballot game
    match runoff referendum rally trial inauguration debate visit trip round opening launch exam release handover
    """.split()
)
_SAYING = frozenset("say tell report claim write warn add announce note describe confirm deny accuse blame".split())
_AHEAD_NOUNS = frozenset({"deadline", "ahead", "upcoming", "forthcoming"})
_HAVING_HAPPENED = frozenset({"manage", "fail", "begin", "start", "continue", "force", "claim", "appear", "seem"})


def direction(token: Token) -> Direction | None:
    """The direction of the clause that a time expression stands in; None where the words do not tell."""
    if token.head.lower in _PARTS and token.head.i == token.i + 1:
        token = token.head  # "Friday evening"
    prep, steps = token.head, 0
    attribute = token.dep in _ATTRIBUTES and prep.pos in ("NOUN", "PROPN")
    if attribute and prep.lemma not in _HELD:
        return "past"  # "the October raid"
    if prep.lower == "since":
        return "past"
    if prep.lower in ("ahead", "of") and (prep.lower == "ahead" or prep.head.lower == "ahead"):
        return "future"
    word = prep
    until = False
    while steps < 12:
        steps += 1
        until = until or word.lower in ("until", "till")
        if word.lemma in _PLANNING and word.pos in ("ADJ", "VERB") and not _long_past(word):
            return "future"
        if word.lower in _AHEAD_NOUNS:
            return "future"
        if word.pos in ("VERB", "AUX"):
            if until and word.lemma not in _GOING_ON and not any(c.lower == "had" for c in word.children):
                return "future"
            found = _of_verb(word, steps < 3 and not attribute)
            if found is not None:
                return found
        if word.head is word:
            return None
        word = word.head
    return None


def _long_past(planned: Token) -> bool:
    """Whether a plan is told as overtaken: "had been due on Friday"."""
    verb = planned if planned.pos == "VERB" else planned.head
    return any(child.lower in ("had", "originally", "initially") for child in verb.children)


def _of_verb(verb: Token, direct: bool) -> Direction | None:
    """The direction of one verb with its auxiliaries; None where a higher verb must tell (a bare participle).

    `direct`: the time hangs on this very verb, so that a present tense tells of a fixed date ("meets on Friday").
    """
    helpers = {child.lower: child for child in verb.children if child.dep in ("aux", "auxpass")}
    perfect = any(child.lemma == "have" for child in helpers.values())
    if "could" in helpers and any(child.dep == "neg" or child.lower == "neither" for child in verb.children):
        return "past"
    if helpers.keys() & _AHEAD:
        return "past" if perfect else "future"
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VB":
        if "did" in helpers or perfect:
            return "past"
        if not helpers and verb.dep in ("ccomp", "xcomp") and verb.head.pos == "VERB":
            return _of_verb(verb.head, direct)  # "had been let go on Thursday"
        if "to" in helpers and verb.head.lemma in _HAVING_HAPPENED and verb.head is not verb:
            return _of_verb(verb.head, direct)
        if verb.dep == "advcl" and "to" in helpers and verb.head.pos in ("VERB", "AUX"):
            return _of_verb(verb.head, direct)  # "rallied to mark the anniversary on Friday"
        return "future"
    if verb.tag == "VBN":
        if any(child.lower in ("is", "are", "'s", "be") for child in helpers.values()) and not perfect:
            return "future" if direct and helpers.keys() & {"is", "are"} else None
        return "past"
    if verb.tag == "VBG":
        if any(child.lower in ("was", "were") for child in helpers.values()) or perfect:
            return "past"
        return "future" if helpers.keys() & {"is", "are", "'re", "’re", "'m", "’m"} else None
    if verb.tag in ("VBZ", "VBP"):
        if verb.lemma in _SAYING or verb.sentence.part.kind == "headline" or verb.lower in _SAME_FORMS:
            return "past"
        return "future" if direct and verb.pos == "VERB" else None
    return None
