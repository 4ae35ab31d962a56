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
_LASTING = frozenset("postpone adjourn extend delay remand suspend close defer reschedule last".split())
_SAYING = frozenset("say tell report claim write warn add announce note describe confirm deny accuse blame".split())
_AHEAD_NOUNS = frozenset({"deadline", "ahead", "upcoming", "forthcoming"})
_HAVING_HAPPENED = frozenset({"manage", "fail", "begin", "start", "continue", "force", "claim", "appear", "seem"})


def direction(token: Token) -> Direction | None:
    """The direction of the clause that a time expression stands in; None where the words do not tell."""
    prep = token.head
    if prep.lower == "since":
        return "past"
    if prep.lower in ("ahead", "of") and (prep.lower == "ahead" or prep.head.lower == "ahead"):
        return "future"
    word = prep
    for _ in range(12):
        if word.lemma in _PLANNING and word.pos in ("ADJ", "VERB"):
            return "future"
        if word.lower in _AHEAD_NOUNS:
            return "future"
        if word.pos in ("VERB", "AUX"):
            if prep.lower in ("until", "till") and word.lemma in _LASTING:
                return "future"
            found = _of_verb(word)
            if found is not None:
                return found
        if word.head is word:
            return None
        word = word.head
    return None


def _of_verb(verb: Token) -> Direction | None:
    """The direction of one verb with its auxiliaries; None where a higher verb must tell (a bare participle)."""
    helpers = {child.lower: child for child in verb.children if child.dep in ("aux", "auxpass")}
    perfect = any(child.lemma == "have" for child in helpers.values())
    if helpers.keys() & _AHEAD:
        return "past" if perfect else "future"
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VB":
        if "did" in helpers or perfect:
            return "past"
        if "to" in helpers and verb.head.lemma in _HAVING_HAPPENED and verb.head is not verb:
            return _of_verb(verb.head)
        return "future"
    if verb.tag == "VBN":
        if any(child.lower in ("is", "are", "'s", "be") for child in helpers.values()) and not perfect:
            return "future" if "is" in helpers or "are" in helpers else None
        return "past"
    if verb.tag == "VBG":
        if any(child.lower in ("was", "were") for child in helpers.values()) or perfect:
            return "past"
        return "future" if helpers.keys() & {"is", "are", "'re", "’re", "'m", "’m"} else None
    if verb.tag in ("VBZ", "VBP"):
        if verb.lemma in _SAYING or verb.sentence.part.kind == "headline":
            return "past"
        return "future" if verb.pos == "VERB" else None
    return None
