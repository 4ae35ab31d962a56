"""Numbers that count nothing: ages, dates, distances, money, shares, scores, names of models, addresses, numbering."""

from __future__ import annotations

from ..reading import Token
from ..vocabulary import numbers as words
from ..vocabulary import people
from .quantities_numbers import Number

_DASHES = frozenset({"-", "–", "—"})


_STREETS = frozenset({"street", "road", "avenue", "lane", "boulevard", "drive", "square"})


# Words that a number names rather than counts: "Article 5", "Route 60", "the 23 Brigade".
_NUMBERED = frozenset(
    """
    no. number nos. article resolution route highway channel chapter section unit room page paragraph phase stage level
    group flight type version update part day week block zone district ward boeing airbus shahed grade category step
    point gate battalion brigade division camp sector area protocol chap. art. para
    """.split()
)


def counts_nothing(tokens: list[Token], number: Number) -> bool:
    """Whether the number is an age, a date, a distance, money, a share, a name or a score."""
    first, last = tokens[number.first], tokens[number.last]
    sentence = first.sentence
    before = tokens[number.first - 1] if first is not sentence.tokens[0] else None
    after = tokens[number.last + 1] if last is not sentence.tokens[-1] else None
    if number.vague:
        if before is not None and before.lower in ("how", "too", "so", "as"):
            return True
        return after is not None and _unit(tokens, after)
    if before is not None and _named_or_priced(before, first):
        return True
    if after is not None and (_unit(tokens, after) or _dated(before, after) or _addressed(tokens, after)):
        return True
    if first.lower == "one":
        return _pronoun(before, after)
    return _age(before, first, after) or _year(number, before, first, after) or _numbering(first, after)


def _unit(tokens: list[Token], after: Token) -> bool:
    if after.text in _DASHES and after.i + 1 < len(tokens):
        after = tokens[after.i + 1]  # "33-year-old", "10-day"
    if after.lower == "per" and after.i + 1 < len(tokens) and tokens[after.i + 1].lower == "cent":
        return True
    return (after.lower in words.MEASURE_UNITS and after.lower not in ("second", "point")) or after.text in ("%", "°")


def _named_or_priced(before: Token, first: Token) -> bool:
    if before.lower in words.CURRENCY_SIGNS:
        return True
    if before.lower in _NUMBERED:
        return first.text[0].isdigit() and not _counts_after(first)
    if before.text in ("-", "/", ".", "#") and before.end == first.start and first.text[0].isdigit():
        return True
    return (
        before.tag in ("NNP", "NNPS") and first.text[0].isdigit() and first.head.i < first.i and first.dep == "nummod"
    )


def _counts_after(number: Token) -> bool:
    return number.head.i > number.i and number.dep == "nummod"


def _dated(before: Token | None, after: Token) -> bool:
    if after.text[:1].isupper() and after.lower in words.MONTHS:
        return True
    return before is not None and before.lower in words.MONTHS and before.text[:1].isupper() and after.pos != "NOUN"


def _addressed(tokens: list[Token], after: Token) -> bool:
    if after.tag not in ("NNP", "NNPS"):
        return False
    return any(token.lower in _STREETS for token in tokens[after.i + 1 : after.i + 3])


def _pronoun(before: Token | None, after: Token | None) -> bool:
    """Whether "one" counts nothing: "another one", "one day", "one-way", "folded into one"."""
    if before is not None and before.lower in ("no", "any", "every", "this", "that", "each", "another", "the", "some"):
        return after is None or after.tag not in ("NN", "NNS", "NNP") or before.lower != "the"
    return after is None or after.text in _DASHES or after.lower in ("another", "day", "thing", "way", "that", "who")


def _age(before: Token | None, first: Token, after: Token | None) -> bool:
    """Such as ", 34," beside a name; "aged 34"; "a girl of 11"."""
    if before is None:
        return False
    if before.lower in ("aged", "age"):
        return True
    closed = after is None or after.text in (",", ".", ")", ";") or after.lower in ("and", "was", "who")
    if before.lower == "of" and before.head.tag == "NN" and before.head.lower in people.SINGULAR:
        if before.head.lower in people.MANY_IN_ONE:
            return False  # "a family of nine"
        return closed or after is None or after.pos in ("VERB", "AUX", "ADP", "SCONJ")  # "a shopkeeper of 52 died"
    if before.text in (",", "(") and closed and after is not None and after.text in (",", ")"):
        return first.dep in ("appos", "nummod", "npadvmod", "amod", "punct", "dep") and first.head.pos in (
            "PROPN",
            "NOUN",
        )
    return False


def _year(number: Number, before: Token | None, first: Token, after: Token | None) -> bool:
    value = number.value
    if value is None or not 1900 <= value <= 2100 or not first.text.isdigit():
        return False
    if _counts_after(first) and first.head.pos == "NOUN" and first.head.tag == "NNS" and first.ent != "DATE":
        return False
    return first.ent == "DATE" or before is None or before.lower in ("in", "since", "of", "by", "until", "from", "late")


def _numbering(first: Token, after: Token | None) -> bool:
    """Such as "1." or "(2)" at the head of a paragraph; a time of day such as "1600 GMT" is a unit already."""
    start = first is first.sentence.tokens[0] and first.text.isdigit()
    return start and (after is None or after.text in (".", ")"))
