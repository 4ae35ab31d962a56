"""Whose text a report is: copies and republished wire stories are found, and counted with the first that had them.

A sketch is the least hashes of a text's shingles of words (bottom-k), so that how much of the shorter text
stands in the longer one can be told from the two sketches alone. Reports that tell of the same incident are
compared; nothing else can matter to its count of sources.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from ..ledger import Filing
from ..moments import known_by

SHINGLE = 5  # words
KEPT = 128  # hashes: a containment of 0.5 is told within 0.09 (two standard errors)
# How much of the shorter text must stand in the longer one. Of the five copies in eight streams, with a paragraph cut
# or another headline, it is 0.96 and more; of two stories of one outlet 0.09 at most, of two outlets 0.06. Half way is
# far from both.
COPIED = 0.5
_WORD = re.compile(r"\w+")
_CREDITS = re.compile(
    r"\((?P<agency>AFP|AP|Reuters|EFE|DPA|dpa|ANSA|Xinhua|TASS|UPI|PTI|IANS|Anadolu|BelTA|Interfax|Ukrinform"
    r"|[A-Z][A-Za-z]+(?:Wire|News|Newswire|Press|Agency)|[A-Z][a-z]+ (?:Wire|Newswire|Press|News Agency))\)"
)


def sketch(text: str) -> tuple[int, ...]:
    """The least hashes of the text's shingles, sorted; all of them where it is short."""
    words = [word.casefold() for word in _WORD.findall(text)]
    shingles = {" ".join(words[k : k + SHINGLE]) for k in range(max(1, len(words) - SHINGLE + 1))} if words else set()
    # 48 bits: fits any database's integer, and two of a million shingles seldom meet.
    hashes = sorted(
        int.from_bytes(blake2b(one.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") for one in shingles
    )
    return tuple(hashes[:KEPT])


def containment(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of the shorter text stands in the longer one, as their sketches tell."""
    if not one or not other:
        return 0.0
    # Both sketches are complete below the lesser of their greatest hashes; a short text's is complete altogether.
    tops = [sketch[-1] for sketch in (one, other) if len(sketch) >= KEPT]
    top = min(tops) if tops else max(one[-1], other[-1])
    left = {value for value in one if value <= top}
    right = {value for value in other if value <= top}
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def credit(text: str, byline: str | None = None) -> str | None:
    """The agency that a report names as its source, in its dateline, its last line or its byline; null for none."""
    found = _CREDITS.search(text[:400]) or _CREDITS.search(text[-200:])
    if found is not None:
        return found["agency"]
    if byline and re.fullmatch(
        r"AFP|AP|Reuters|EFE|DPA|[A-Z][A-Za-z]*(?:Wire|Newswire| Wire| Newswire)", byline.strip()
    ):
        return byline.strip()
    return None


def copied(one: Filing, other: Filing) -> bool:
    """Whether one of two reports repeats the other's text. Two of one outlet are an update, not a copy."""
    return one.publisher != other.publisher and containment(one.sketch, other.sketch) >= COPIED


def originators(filings: Iterable[Filing], as_of: str | None = None) -> dict[str, str]:
    """Report → the report that had its text first, among these and as of a moment. A report of its own is its own.

    What copies a copy is of the same origin. A copy that names an agency of which there is a report with that text
    belongs to that agency's report, even if it was published a minute before.
    """
    known = sorted(
        (one for one in filings if known_by(one.published, as_of)),
        key=lambda one: (one.published is None, one.published or "", one.report),
    )
    origin = {one.report: one.report for one in known}

    def root(report: str) -> str:
        while origin[report] != report:
            report = origin[report]
        return report

    places = {one.report: k for k, one in enumerate(known)}
    holding: dict[int, list[Filing]] = defaultdict(list)  # shingle → those that have it, so that only like is compared
    for later in known:
        like = {one.report: one for value in later.sketch for one in holding[value]}
        for value in later.sketch:
            holding[value].append(later)
        for earlier in like.values():
            if root(earlier.report) != root(later.report) and copied(earlier, later):
                left, right = sorted((root(earlier.report), root(later.report)), key=lambda report: places[report])
                origin[right] = left
    groups: dict[str, list[Filing]] = {}
    for one in known:
        groups.setdefault(root(one.report), []).append(one)
    return {one.report: _first(members) for members in groups.values() for one in members}


def _first(members: list[Filing]) -> str:
    credits = {one.credit.casefold() for one in members if one.credit}
    agency = next((one for one in members if (one.publisher or "").casefold() in credits), None)
    return (agency or members[0]).report
