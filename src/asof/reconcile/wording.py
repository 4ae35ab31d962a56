"""The words by which two tellings are compared: content words in a plain stem, without the most common ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Span

WORD = re.compile(r"[^\W\d_]{3,}")
LIMIT = 80  # words kept of one telling: a long feature says no more of one incident than a story does
# Grammar, and what every report of an incident says whatever happened.
COMMON = frozenset(
    """
    about above after again against all also although among and any are around because been before being between
    both but came can could day days did does during each early earlier either else even every few first for from
    further had has have having her here hers him his hour hours how however into its just last late later least
    less like local made make many may might month more most much near nearly new news next night not now off
    officials official one only other others our out over part people per place report reported reporter reporters
    reports said same say saying says second several shall she should since some source sources spokesman
    spokeswoman spokesperson statement still such take taken than that the their them then there these they this
    those three through time times today told too two under until upon very was week weeks were what when where
    which while who whom whose why will with within without would year years yesterday yet you your monday tuesday
    wednesday thursday friday saturday sunday morning afternoon evening january february march april june july
    august september october november december
    """.split()
)
_ENDINGS = ("ations", "ation", "ingly", "ings", "ing", "edly", "ers", "ies", "ied", "ed", "es", "er", "ly", "s")


def stem(word: str) -> str:
    """A word without the endings that only inflect it. Rough: it is compared with its like alone."""
    plain = word.casefold()
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            cut = plain[: -len(ending)]
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] else cut.removesuffix("e")
    return plain.removesuffix("e") if len(plain) > 4 else plain


def content_words(text: str) -> list[str]:
    """The stems of a text's content words, each once, in order."""
    found = (word.casefold() for word in WORD.findall(text))
    return list(dict.fromkeys(stem(word) for word in found if word not in COMMON))


def words_of(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    """The content words of the sentences that these words stand in, sorted."""
    found: dict[str, None] = {}
    for start, end in dict.fromkeys(_sentence(text, span.start) for span in sorted(spans)):
        found.update(dict.fromkeys(content_words(text[start:end])))
        if len(found) >= LIMIT:
            break
    return tuple(sorted(list(found)[:LIMIT]))


def _sentence(text: str, offset: int) -> tuple[int, int]:
    """The sentence around an offset, by full stops and line ends; an abbreviation may cut it short."""
    before = [match.end() for match in re.finditer(r"[.!?]['\"”’)]*\s+|\n+", text[max(0, offset - 600) : offset])]
    start = max(0, offset - 600) + (before[-1] if before else 0)
    after = re.search(r"[.!?]['\"”’)]*(?:\s|$)|\n", text[offset : offset + 600])
    return start, offset + after.end() if after else min(len(text), offset + 600)
