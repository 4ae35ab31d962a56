"""Number words → numbers: "1,140", "12 million", "one hundred and twenty", "20 to 30", "dozens", "a", "no".

Reads as many words as belong to one number. Qualifiers and what is counted are `quantities`' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..reading import Token
from ..vocabulary import numbers as words
from ..vocabulary import people

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


_WITH_SUFFIX = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn)")


_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_PLUS = re.compile(r"(\d[\d,]*)\+")


_RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)")


STARTS = frozenset(
    {*words.UNITS, *words.MULTIPLIERS, *words.ORDINALS, *words.VAGUE, *words.VAGUE_MODIFIERS, *words.NONE, "a", "an",
     "another", "half", "couple", "handful"}
)  # fmt: skip


_DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Number:
    """Number words from `first` to `last`: their value (`top` ends a range), or the vague word they are."""

    first: int
    last: int
    value: int | None
    top: int | None = None
    vague: str | None = None
    plus: bool = False
    ordinal: bool = False


def number_at(tokens: list[Token], k: int) -> Number | None:
    token = tokens[k]
    lower = token.lower
    if token.text[0].isdigit():
        nth = _ORDINAL.fullmatch(lower)
        if nth is not None:
            return Number(k, k, int(nth[1]), ordinal=True) if _one_of_people(token) else None
        plus, pair = _PLUS.fullmatch(token.text), _RANGE.fullmatch(token.text)
        if plus:
            return Number(k, k, int(plus[1].replace(",", "")), plus=True)
        if pair:
            low, high = (int(part.replace(",", "")) for part in pair.groups())
            return Number(k, k, low, high) if low < high else None
    if lower in ("a", "an", "another") or lower in words.ORDINALS:
        return _singular(tokens, k)
    if lower in words.NONE:
        return _none(tokens, k)
    if lower in words.VAGUE or lower in words.VAGUE_MODIFIERS or lower in ("couple", "handful"):
        return _vague(tokens, k)
    end, value = _cardinal(tokens, k)
    if value is None:
        return None
    return _ranged(tokens, Number(k, _with_its_digits(tokens, end, value), value))


def _with_its_digits(tokens: list[Token], last: int, value: int) -> int:
    """The last token of "forty-one (41)", the number with its own digits in brackets."""
    after = tokens[last + 1 : last + 4]
    bracketed = len(after) == 3 and after[0].text == "(" and after[2].text == ")"
    return last + 3 if bracketed and _plain(after[1]) == value else last


def _plain(token: Token) -> float | None:
    """The value of one token of digits, multiplier letter included."""
    if _DIGITS.fullmatch(token.text):
        return float(token.text.replace(",", ""))
    attached = _WITH_SUFFIX.fullmatch(token.lower)
    return float(attached[1]) * words.SUFFIXES[attached[2]] if attached else None


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
            if digits or (last >= k and not _joins(group or total, words.UNITS[token.lower])):
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


def _ranged(tokens: list[Token], number: Number) -> Number:
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
    return Number(number.first, end, low, top) if low < top else number


_UNSAID = frozenset({"unknown", "unspecified", "undetermined", "undisclosed", "large", "small", "growing"})


def _singular(tokens: list[Token], k: int) -> Number | None:
    """Such as "a dozen", "a hundred", "a man", "another soldier", "a third civilian"; None where it counts nothing."""
    token = tokens[k]
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None or after.sentence is not token.sentence:
        return None
    if token.lower in words.ORDINALS and k and tokens[k - 1].lower == "the" and _stands_alone(token, after):
        return Number(k, k, 1)
    if token.lower in words.ORDINALS:
        counted = _one_of_people(token) or _next_alone(tokens, k, after)
        return Number(k, k, words.ORDINALS[token.lower], ordinal=True) if counted else None
    if token.lower != "another" and after.lower in words.MULTIPLIERS:
        end, value = k + 1, words.MULTIPLIERS[after.lower]
        if end + 1 < len(tokens) and tokens[end + 1].lower in words.MULTIPLIERS and value < 1_000:
            value, end = value * words.MULTIPLIERS[tokens[end + 1].lower], end + 1  # "a hundred thousand"
        return Number(k, end, value)
    counted = k + 2 < len(tokens) and tokens[k + 2].lower == "number"
    if counted and token.lower in ("a", "an") and after.lower in _UNSAID:
        return Number(k, k + 2, None, vague=f"{token.lower} {after.lower} number")
    if after.lower in ("few", "couple", "handful") or (after.lower == "number" and token.lower == "a"):
        vague = _vague(tokens, k + 1)
        return Number(k, vague.last, None, vague=f"{token.lower} {vague.vague}")
    return Number(k, k, 1) if _one_person(tokens, k, token.head) else None


def _one_person(tokens: list[Token], k: int, noun: Token) -> bool:
    """Whether the article stands with a noun for a person, and with no number of its own between them."""
    if noun.i <= k or noun.tag != "NN" or noun.dep in ("compound", "poss"):
        return False
    if noun.lower not in people.SINGULAR or noun.lower in people.MANY_IN_ONE:
        return False
    return not any(_counts(tokens, j) for j in range(k + 1, min(noun.i, k + 6)))


def _stands_alone(ordinal: Token, after: Token) -> bool:
    """Whether the ordinal is the whole noun phrase: "The ninth, a driver, had been hired"."""
    return ordinal.dep in ("nsubj", "nsubjpass") and (after.text == "," or after.pos in ("VERB", "AUX"))


def _next_alone(tokens: list[Token], k: int, after: Token) -> bool:
    """Whether the ordinal is one more by itself: "a third has not been seen since", "a fourth was let go"."""
    if not k or tokens[k - 1].lower != "a":
        return False
    return after.lower in ("was", "has", "is", "had") or (after.text == "," and tokens[k].sentence.tokens[0].i == k - 1)


def _counts(tokens: list[Token], k: int) -> bool:
    """Whether the word is a number or an ordinal of its own, not the age of "a 63-year-old woman"."""
    return tokens[k].lower in words.ORDINALS or (_is_number(tokens[k]) and tokens[k + 1].text != "-")


def _one_of_people(ordinal: Token) -> bool:
    """Whether the ordinal counts people up: "a third civilian", "a 32nd victim"."""
    noun = ordinal.head
    return noun.i > ordinal.i and noun.lemma in people.SINGULAR and noun.tag == "NN" and ordinal.dep == "amod"


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower in words.UNITS


def _none(tokens: list[Token], k: int) -> Number | None:
    token = tokens[k]
    after = tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if token.lower == "no":
        if after == "one":
            other = k + 2 < len(tokens) and tokens[k + 2].lower == "else"
            return None if other else Number(k, k + 1, 0)
        return Number(k, k, 0) if token.dep in ("det", "neg", "advmod") and token.head.i > k and after not in (
            "longer", "more", "fewer", "less", "doubt", "later", "sooner"
        ) else None  # fmt: skip
    return Number(k, k, 0)


def _vague(tokens: list[Token], k: int) -> Number:
    """Such as "dozens", "tens of thousands", "several hundred": the words themselves."""
    end = k
    if k + 2 < len(tokens) and tokens[k + 1].lower == "of" and tokens[k + 2].lower in words.VAGUE:
        end = k + 2
    elif k + 1 < len(tokens) and tokens[k + 1].lower in words.MULTIPLIERS:
        end = k + 1
    return Number(k, end, None, vague=" ".join(token.lower for token in tokens[k : end + 1]))
