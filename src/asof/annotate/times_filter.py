"""What looks like a time and is none: "may" the verb, "April" the person, 2014 the count, "9 at night"'s rival.

Judged by capitals, by the parser's tags and by the word before; a rule that is not named here is always plausible.
"""

from __future__ import annotations

import re

from ..reading import Token
from .times_words import MONTHS, WEEKDAYS

_TEMPORAL = frozenset(
    """
    in since by until till from to through throughout during of before after around about between and or early late mid
    on for over within than into until circa year ending ended fiscal as at - – , ( through
    """.split()
)
_BEFORE_CLOCK = frozenset("at around about by from since until till before after to and between approximately".split())
_BEFORE_LENGTHS = frozenset(
    "for in over within after during through of lasted lasting took takes taken several the".split()
)
_NAMED_DAYS = frozenset("bloody black palm holy super fat shrove easter good".split())
_NOT_YEARS = frozenset(
    "people men women children civilians soldiers troops dead injured others km miles m kg meters metres".split()
)


def plausible(rule: str, match: re.Match[str], tokens: list[Token], text: str) -> bool:
    """Whether the words that a rule matched stand for a time here."""
    first = tokens[0]
    before = _neighbour(first, -1)
    if rule in ("month_name", "month_day", "day_month", "days_of_month", "month_days", "every"):
        return _month(rule, match, tokens, before)
    if rule in ("weekday", "weekdays"):
        return _weekday(tokens, before)
    if rule == "year":
        return _year(match, tokens, before)
    if rule == "plural_alone":
        return before is not None and before.lower in _BEFORE_LENGTHS and first.dep != "compound"
    if rule == "oclock":
        return "clock" in match[0] or (before is not None and before.lower in _BEFORE_CLOCK)
    if rule == "quarter":
        return match["unit"] == "quarter" or any(match[g] for g in ("year", "rel", "own", "y0", "r0"))
    if rule == "reference":
        return _reference(match, tokens)
    if rule == "length" and before is not None and before.lower in ("as", "how", "so"):
        return not first.lower.startswith(("many", "few"))  # "the second attack in as many days"
    if rule == "day_alone":
        return (
            before is not None
            and before.lower in ("on", "by", "until", "since")
            and (bool(match["rel"]) or tokens[-1].dep in ("pobj", "pcomp", "npadvmod"))
        )
    if rule == "tied_length":
        return first.pos not in ("VERB", "AUX")  # "it would last two days"
    if rule == "adverb":
        return not first.text[0].isupper() or first.ent == "DATE"
    return True


def stands_alone(rule: str, first: Token) -> bool:
    """Whether words that mostly need a day beside them tell a time by themselves: "at night", "by morning"."""
    if rule == "plural_alone":
        return True
    before = _neighbour(first, -1)
    return (
        rule == "part_alone" and before is not None and before.lower in ("at", "by", "until", "till", "since", "before")
    )


def _neighbour(token: Token, step: int) -> Token | None:
    place = token.i - token.sentence.tokens[0].i + step
    return token.sentence.tokens[place] if 0 <= place < len(token.sentence.tokens) else None


def _month(rule: str, match: re.Match[str], tokens: list[Token], before: Token | None) -> bool:
    if not match["month"]:
        return True
    name = next(
        (t for t in tokens if t.lower.rstrip(".") in MONTHS and match["month"].startswith(t.lower.rstrip("."))), None
    )
    if name is None or not name.text[0].isupper():
        return False
    if rule == "month_day" and not match["year"] and before is not None and before.lower == "in":
        return False  # "in March 22 people died"
    if rule != "month_name":
        return True
    alone = not (match["stage"] or match["which"] or match["year"] or match["rel"])
    if alone and (
        name.ent in ("PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART")
        or (len(name.lower.rstrip(".")) < 4 and name.lower != "may")
    ):
        return False
    if name.lower in ("may", "march") and alone:
        after = _neighbour(name, 1)
        if (
            name.pos == "PROPN"
            and name.dep in ("nsubj", "nsubjpass")
            and after is not None
            and after.pos in ("AUX", "VERB")
        ):
            return True  # "March was the deadliest month"
        return (
            name.pos == "PROPN"
            and before is not None
            and before.pos in ("ADP", "CCONJ", "PUNCT", "SCONJ", "ADV", "DET")
        )
    return True


def _weekday(tokens: list[Token], before: Token | None) -> bool:
    name = next((t for t in tokens if t.lower in WEEKDAYS or t.lower[:-1] in WEEKDAYS), None)
    if name is None:
        return tokens[0].lower in ("weekends", "weekdays")
    if not name.text[0].isupper():
        return False
    if before is not None and before.lower in _NAMED_DAYS and before.text[0].isupper():
        return False
    after = _neighbour(name, 1)
    if name.dep == "compound" and after is not None and name.head is after and after.tag == "NNP":
        return after.lower.rstrip(".") in MONTHS or name.sentence.part.kind == "headline"  # "the Sunday Herald"
    named = name.ent in ("ORG", "WORK_OF_ART", "PERSON", "FAC", "PRODUCT")
    beside = any(other is not None and other.ent == name.ent and other.pos == "PROPN" for other in (before, after))
    return not (named and beside)


def _year(match: re.Match[str], tokens: list[Token], before: Token | None) -> bool:
    if match["stage"] or match["fiscal"]:
        return True
    number = tokens[0]
    after = _neighbour(number, 1)
    if before is not None and (
        before.text in "$£€#" or before.lower in ("no.", "number", "resolution", "flight", "route")
    ):
        return False
    if after is not None and (
        after.lower in _NOT_YEARS
        or after.text == "%"
        or (after.tag == "NNS" and after.head is not number and number.dep == "nummod")
    ):
        return False
    if number.ent == "DATE":
        return True
    year = int(match["year"])
    if not 1900 <= year <= 2050:
        return False
    return number.ent not in ("MONEY", "QUANTITY", "PERCENT", "PRODUCT", "LAW") and (
        before is not None and before.lower in _TEMPORAL and number.head is not after
    )


def _reference(match: re.Match[str], tokens: list[Token]) -> bool:
    last = tokens[-1]
    if last.lower in ("past", "present", "future") and last.dep in ("amod", "compound", "nmod"):
        return False
    return not (
        match["word"].startswith(("now",)) and (after := _neighbour(last, 1)) is not None and after.lower == "that"
    )
