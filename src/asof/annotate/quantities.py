"""Counts in words: "more than 30", "a dozen", "between 38,000 and 45,000", "dozens", "no", "a third civilian".

Gives the bounds that the words give, no others: "at least 12" has no upper one. Leaves out numbers that
count nothing: ages, dates, distances, money, shares, scores, model names, addresses, paragraph numbers.
Does not decide what a count is about; `claim/figures.py` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Quantity
from ..reading import Reading, Token
from ..vocabulary import numbers as words
from ..vocabulary import people

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_WITH_SUFFIX = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn)")
_PLUS = re.compile(r"(\d[\d,]*)\+")
_RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")
_BOUNDS = {
    phrase: kind
    for kind, phrases in (
        ("least", words.AT_LEAST), ("more", words.MORE_THAN), ("most", words.AT_MOST), ("fewer", words.FEWER_THAN),
        ("about", words.ABOUT), ("between", words.BETWEEN), ("additive", words.ADDITIVE),
    )
    for phrase in phrases
}  # fmt: skip
_STARTS = frozenset(
    {*words.UNITS, *words.MULTIPLIERS, *words.ORDINALS, *words.VAGUE, *words.VAGUE_MODIFIERS, *words.NONE, "a", "an",
     "another", "half", "couple", "handful"}
)  # fmt: skip
_DASHES = frozenset({"-", "–", "—"})
_STREETS = frozenset({"street", "road", "avenue", "lane", "boulevard", "drive", "square"})
_NUMBERED = frozenset({
    "no.", "number", "nos.", "article", "resolution", "route", "highway", "channel", "chapter", "section", "unit", "room",
    "page", "paragraph", "phase", "stage", "level", "group", "flight", "type", "version", "update", "part", "day", "week",
    "block", "zone", "district", "ward", "boeing", "airbus", "shahed", "grade", "category", "step", "point", "gate",
    "battalion", "brigade", "division", "camp", "sector", "area", "protocol", "chap.", "art.", "para",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Number:
    """Number words from `first` to `last`: their value (`top` ends a range), or the vague word they are."""

    first: int
    last: int
    value: int | None
    top: int | None = None
    vague: str | None = None
    plus: bool = False


class QuantityFinder:
    """Every count in the text with its bounds, its qualifier and the noun it counts."""

    name, version = "quantities", "1"
    requires: tuple[str, ...] = ()
    provides = ("quantities",)

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        found: list[Quantity] = []
        timed = {t.i for ref in reading.times for t in reading.tokens_in(ref.span.start, ref.span.end)}
        tokens, k = reading.tokens, 0
        while k < len(tokens):
            token = tokens[k]
            if token.lower not in _STARTS and not token.text[0].isdigit():
                k += 1
                continue
            number = _number(tokens, k)
            if number is None:
                k += 1
                continue
            k = number.last + 1
            if number.first in timed or _counts_nothing(tokens, number):
                continue
            found.append(self._quantity(reading, number))
        return {"quantities": tuple(found)}

    def _quantity(self, reading: Reading, number: _Number) -> Quantity:
        tokens = reading.tokens
        first, last, bound, phrase = _qualifier(tokens, number)
        head = _head(tokens, number)
        low, high, value, qualifier = _bounds(number, bound, phrase)
        if number.value == 0 and not tokens[number.first].text[0].isdigit():
            qualifier = "no"
        ordinal = tokens[number.last].lower in words.ORDINALS
        if ordinal:
            qualifier = f"{tokens[number.last].lower} (running count)"
        return Quantity(
            span=reading.span(tokens[first : last + 1]),
            head=head.i,
            low=low,
            high=high,
            value=value,
            qualifier=qualifier,
            noun=_noun(tokens, number, head),
            ordinal=ordinal,
            producer=f"{self.name}@{self.version}",
        )


# ── number words ─────────────────────────────────────────────────────────────────────────────────


def _plain(token: Token) -> float | None:
    """The value of one token of digits, multiplier letter included."""
    if _DIGITS.fullmatch(token.text):
        return float(token.text.replace(",", ""))
    attached = _WITH_SUFFIX.fullmatch(token.lower)
    return float(attached[1]) * words.SUFFIXES[attached[2]] if attached else None


def _number(tokens: list[Token], k: int) -> _Number | None:
    token = tokens[k]
    lower = token.lower
    if token.text[0].isdigit():
        plus, pair = _PLUS.fullmatch(token.text), _RANGE.fullmatch(token.text)
        if plus:
            return _Number(k, k, int(plus[1].replace(",", "")), plus=True)
        if pair:
            low, high = (int(part.replace(",", "")) for part in pair.groups())
            return _Number(k, k, low, high) if low < high else None
    if lower in ("a", "an", "another") or lower in words.ORDINALS:
        return _singular(tokens, k)
    if lower in words.NONE:
        return _none(tokens, k)
    if lower in words.VAGUE or lower in words.VAGUE_MODIFIERS or lower in ("couple", "handful"):
        return _vague(tokens, k)
    end, value = _cardinal(tokens, k)
    if value is None:
        return None
    return _ranged(tokens, _Number(k, end, value))


def _cardinal(tokens: list[Token], k: int) -> tuple[int, int | None]:
    """The longest number that starts here: its last token and its value ("one hundred and twenty-three")."""
    total = group = 0.0
    last, i, sentence = k - 1, k, tokens[k].sentence
    digits = False
    while i < len(tokens) and tokens[i].sentence is sentence:
        token = tokens[i]
        plain = _plain(token)
        if plain is not None:
            if last >= k:
                break  # "34 12": two numbers
            group, digits = plain, True
        elif token.lower in words.UNITS:
            if digits or (last >= k and not _joins(group, words.UNITS[token.lower])):
                break
            group += words.UNITS[token.lower]
        elif token.lower == "half" and i + 1 < len(tokens) and tokens[i + 1].lower in ("a", "an"):
            if i + 2 < len(tokens) and tokens[i + 2].lower in words.MULTIPLIERS and last < k:
                return i + 2, words.MULTIPLIERS[tokens[i + 2].lower] // 2
            break
        elif token.lower in words.MULTIPLIERS and last >= k:
            times = words.MULTIPLIERS[token.lower]
            if times == 100:
                group *= 100
            else:
                total, group = total + group * times, 0.0
            digits = False
        elif digits and token.lower in words.SUFFIXES and token.start == tokens[i - 1].end:
            group *= words.SUFFIXES[token.lower]
        elif token.lower in ("and", "-") and last >= k and not digits and _continues(tokens, i, total + group):
            i += 1
            continue
        else:
            break
        last, i = i, i + 1
    if last < k:
        return k, None
    return last, round(total + group)


def _joins(group: float, unit: int) -> bool:
    """Whether a unit may follow what is read so far: twenty + four, three hundred + five."""
    return (group % 10 == 0 and group % 100 >= 20 and unit < 10) or (group >= 100 and group % 100 == 0 and unit < 100)


def _continues(tokens: list[Token], i: int, so_far: float) -> bool:
    """Whether "and" or a hyphen stands inside a number: "hundred and twenty", "thirty-four"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if tokens[i].text == "-":
        return (after in words.UNITS and words.UNITS[after] < 10 and so_far % 10 == 0) or after in words.MULTIPLIERS
    return after in words.UNITS and so_far >= 100 and tokens[i - 1].lower in words.MULTIPLIERS


def _ranged(tokens: list[Token], number: _Number) -> _Number:
    """The number with its upper end: "20 to 30", "20-30", "between 20 and 30"."""
    k = number.last + 1
    if k + 1 >= len(tokens) or tokens[k].sentence is not tokens[number.first].sentence:
        return number
    before = tokens[number.first - 1].lower if number.first else ""
    joint = tokens[k].lower
    if not (
        joint in _DASHES or (joint in ("to", "or") and before != "from") or (joint == "and" and before == "between")
    ):
        return number
    if joint == "or" and number.value is not None and number.value > 20:
        return number
    end, top = _cardinal(tokens, k + 1)
    if top is None or number.value is None or (joint == "to" and tokens[k + 1].i != tokens[k].i + 1):
        return number
    low = number.value
    if low < top and top >= 1_000 and low < 1_000 and tokens[end].lower in words.MULTIPLIERS:
        times = words.MULTIPLIERS[tokens[end].lower]  # "two to three million"
        low = low * times if low * times < top else low
    return _Number(number.first, end, low, top) if low < top else number


def _singular(tokens: list[Token], k: int) -> _Number | None:
    """ "a dozen", "a hundred", "a man", "another soldier", "a third civilian"; None where it counts nothing."""
    token = tokens[k]
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.sentence is not token.sentence:
        return None
    if token.lower in words.ORDINALS:
        noun = token.head
        ordinal = noun.i > k and noun.lemma in people.SINGULAR and noun.tag == "NN"
        return _Number(k, k, words.ORDINALS[token.lower]) if ordinal else None
    if token.lower != "another" and after.lower in words.MULTIPLIERS:
        end, value = _cardinal(tokens, k + 1) if after.lower not in words.MULTIPLIERS else (k + 1, None)
        value = words.MULTIPLIERS[after.lower]
        end = k + 1
        if end + 1 < len(tokens) and tokens[end + 1].lower in words.MULTIPLIERS and value < 1_000:
            value, end = value * words.MULTIPLIERS[tokens[end + 1].lower], end + 1  # "a hundred thousand"
        return _Number(k, end, value)
    if after.lower in ("few", "couple", "handful") or (after.lower == "number" and token.lower == "a"):
        vague = _vague(tokens, k + 1)
        return _Number(k, vague.last, None, vague=f"{token.lower} {vague.vague}")
    noun = token.head
    single = noun.i > k and noun.tag == "NN" and noun.lower in people.SINGULAR and noun.dep not in ("compound", "poss")
    blocked = any(_is_number(tokens[j]) or tokens[j].lower in words.ORDINALS for j in range(k + 1, min(noun.i, k + 6)))
    return _Number(k, k, 1) if single and not blocked else None


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower in words.UNITS


def _none(tokens: list[Token], k: int) -> _Number | None:
    token = tokens[k]
    after = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if token.lower == "no":
        if after == "one":
            return _Number(k, k + 1, 0)
        return _Number(k, k, 0) if token.dep in ("det", "neg", "advmod") and token.head.i > k and after not in (
            "longer", "more", "fewer", "less", "doubt", "later", "sooner"
        ) else None  # fmt: skip
    return _Number(k, k, 0)


def _vague(tokens: list[Token], k: int) -> _Number:
    """ "dozens", "tens of thousands", "several hundred": the words themselves."""
    end = k
    if k + 2 < len(tokens) and tokens[k + 1].lower == "of" and tokens[k + 2].lower in words.VAGUE:
        end = k + 2
    elif k + 1 < len(tokens) and tokens[k + 1].lower in words.MULTIPLIERS:
        end = k + 1
    return _Number(k, end, None, vague=" ".join(token.lower for token in tokens[k : end + 1]))


# ── what it is not ───────────────────────────────────────────────────────────────────────────────


def _counts_nothing(tokens: list[Token], number: _Number) -> bool:
    """Whether the number is an age, a date, a distance, money, a share, a name or a score."""
    first, last = tokens[number.first], tokens[number.last]
    sentence = first.sentence
    before = tokens[number.first - 1] if first is not sentence.tokens[0] else None
    after = tokens[number.last + 1] if last is not sentence.tokens[-1] else None
    if number.vague:
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
    return after.lower in words.MEASURE_UNITS and after.lower not in ("second", "point") or after.text in ("%", "°")


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
    if after is None or after.text in _DASHES or after.lower in ("another", "day", "thing", "way", "that", "who"):
        return True
    return False


def _age(before: Token | None, first: Token, after: Token | None) -> bool:
    """ ", 34," beside a name; "aged 34"; "a girl of 11"."""
    if before is None:
        return False
    if before.lower in ("aged", "age"):
        return True
    closed = after is None or after.text in (",", ".", ")", ";") or after.lower in ("and", "was", "who")
    if before.text in (",", "(") and closed and after is not None and after.text in (",", ")"):
        return first.dep in ("appos", "nummod", "npadvmod", "amod", "punct", "dep") and first.head.pos in (
            "PROPN",
            "NOUN",
        )
    return closed and before.lower == "of" and before.head.tag == "NN" and before.head.lower in people.SINGULAR


def _year(number: _Number, before: Token | None, first: Token, after: Token | None) -> bool:
    value = number.value
    if value is None or not 1900 <= value <= 2100 or not first.text.isdigit():
        return False
    if _counts_after(first) and first.head.pos == "NOUN" and first.head.tag == "NNS" and first.ent != "DATE":
        return False
    return first.ent == "DATE" or before is None or before.lower in ("in", "since", "of", "by", "until", "from", "late")


def _numbering(first: Token, after: Token | None) -> bool:
    """ "1." or "(2)" at the head of a paragraph; a time of day such as "1600 GMT" is a unit already."""
    start = first is first.sentence.tokens[0] and first.text.isdigit()
    return start and (after is None or after.text in (".", ")"))


# ── bounds, head and noun ────────────────────────────────────────────────────────────────────────


def _qualifier(tokens: list[Token], number: _Number) -> tuple[int, int, str | None, str | None]:
    """First and last token of the whole wording, what the qualifier does, and the qualifier itself."""
    first, last = number.first, number.last
    floor = tokens[first].sentence.tokens[0].i
    bound = phrase = None
    while bound is None:
        width, kind, text = _qualifier_before(tokens, first, floor)
        if kind is None:
            break
        first -= width
        if kind != "additive":
            bound, phrase = kind, text
    after = [token.lower for token in tokens[last + 1 : last + 3]]
    if after in (["or", "more"], ["or", "so"]):
        return first, last + 2, "least" if after[1] == "more" else "about", " ".join(after)
    if number.plus:
        bound, phrase = "least", "+"
    return first, last, bound, phrase


def _qualifier_before(tokens: list[Token], first: int, floor: int) -> tuple[int, str | None, str]:
    """The longest qualifier that ends right before this token: how many tokens, what it does, its words."""
    if first > floor and tokens[first - 1].dep == "prt":
        return 0, None, ""  # "handed over 40 soldiers"
    for width in (4, 3, 2, 1):
        if first - width >= floor:
            text = " ".join(token.lower for token in tokens[first - width : first])
            if text in _BOUNDS:
                return width, _BOUNDS[text], text
    return 0, None, ""


def _bounds(
    number: _Number, bound: str | None, phrase: str | None
) -> tuple[int | None, int | None, int | None, str | None]:
    """Low, high, value and qualifier."""
    value = number.value
    if value is None:
        vague = number.vague if bound in (None, "between") else f"{phrase} {number.vague}"
        return None, None, None, vague
    if number.top is not None:
        return value, number.top, None, "between" if bound == "between" else phrase or "to"
    if bound == "least":
        return value, None, None, phrase
    if bound == "more":
        return value + 1, None, None, phrase
    if bound == "most":
        return None, value, None, phrase
    if bound == "fewer":
        return None, value - 1, None, phrase
    if bound == "about":
        return None, None, value, phrase
    return value, value, value, None


def _head(tokens: list[Token], number: _Number) -> Token:
    """The token by which the number hangs in the tree: the one whose head lies outside it."""
    inside = range(number.first, number.last + 1)
    for token in tokens[number.first : number.last + 1][::-1]:
        if token.head.i not in inside or token.head is token:
            return token
    return tokens[number.last]


def _noun(tokens: list[Token], number: _Number, head: Token) -> int | None:
    """The noun that is counted: what the number modifies, or what stands after "of"."""
    if tokens[number.first].lower in ("nobody", "none") and head.dep != "det":
        return _of(head)
    above = head.head
    if head.dep in ("nummod", "amod", "det", "quantmod", "compound", "nmod", "neg") and above.i > number.last:
        if above.pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PRON"):
            return above.i if above.pos != "NUM" and above.i - number.last <= 8 else _following(tokens, number)
    return _of(head) or _following(tokens, number)


def _of(head: Token) -> int | None:
    for child in head.children:
        if child.dep == "prep" and child.lower == "of":
            inner = child.child("pobj")
            return inner.i if inner is not None else None
    return None


def _following(tokens: list[Token], number: _Number) -> int | None:
    """The noun right after the number where the tree has lost it: "12 more government soldiers"."""
    k = number.last + 1
    if k < len(tokens) and tokens[k].lower == "of":
        k += 1
    for token in tokens[k : k + 6]:
        if token.sentence is not tokens[number.first].sentence:
            return None
        if token.tag in ("NNS", "NNPS") or token.lower in people.PLURAL:
            return token.i
        if token.tag == "NN" and (token.dep != "compound" or token.head.i < token.i):
            return token.i
        if token.pos not in ("ADJ", "DET", "PROPN", "NOUN", "PRON") and token.tag not in ("VBN", "VBG", "POS", "JJR"):
            return None
    return None
