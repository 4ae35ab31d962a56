"""Where and by whom a report was filed: `EL OBEID, Sudan, March 10 (NileWire) -` and its many forms.

Decides on form alone, with the report's own words as witness: a single word before a dash is a place
when the report elsewhere says "in" or "near" it, and is none when it is an acronym used throughout.
Does not look places up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import dates

# Offsets within the paragraph, half-open.
Range = tuple[int, int]
LONGEST = 170  # a dateline with two places, countries, a date and an agency has some 90 characters


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline in a paragraph: its end with the separator, its parts by offset, and its start after a stamp."""

    end: int
    places: tuple[Range, ...]
    date: Range | None
    agency: str | None
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Head:
    places: tuple[Range, ...]
    date: Range | None
    agency: str | None
    capitals: bool
    bracketed: bool


_SEPARATOR = re.compile(r"\s*(?:(?<=[\s).\]])(?:\.-|-{1,2}|_)\s|--\s?|\s*[–—]+\s*|:\s|(?<=\])\s|\|\s|(?<=/)\.?\s)")
_AGENCY = re.compile(
    r"\s*[,.]?\s*(?:\(([^()]{2,60})\)|/([^/()]{2,40})/|\[([^\[\]]{2,40})\]|\|\s*([A-Z]{2,8})\s*\|?)\s*\.?$"
)
_DATE_AT_END = re.compile(
    rf"[,.]?\s*\(?({dates.WORDS}(?: \d\d)?|{dates.NUMERIC}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\)?[,.]?\s*$",
    re.I,
)
_DATE_AT_START = re.compile(rf"\(?({dates.WORDS}|{dates.NUMERIC})\)?\s*(?:,|\||–|—|-)\s*", re.I)
_WORD = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĐ’‘ʿ'`][\w’‘'`ʿ.-]*"
_PARTICLE = r"(?:d[aeiou]|del|des|du|la|le|las|los|el|al|ar|as|of|the|sur|upon|bei|an|na|ash|sous)\b"
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.[A-Z]|\b(?:W\.)?[A-Z][a-z]{1,4})\.[ ,;]*$")  # "D.C.", "Va."
_PLACE = re.compile(rf"{_WORD}(?:[ -](?:{_WORD}|{_PARTICLE})){{0,6}}")
_JOINT = re.compile(r"\s*(?:[/;|&]|,|\s(?:and|AND|y|et)\s)\s*")
_BEFORE = re.compile(r"(?:NEAR|Near|OUTSIDE|Outside|ABOARD|Aboard|EN ROUTE TO|ON|IN)\s+(?=[A-Z])")
# What may come between a dateline's separator and the text: the date, or the agency between bars.
_MORE = re.compile(rf"(?P<date>{dates.WORDS})\s?(?:[–—-]|--|\|)\s+|(?P<agency>[A-Z][\w.&’' ]{{1,30}}) \|\s+")
# States whose names hold an "and".
_PAIRED = re.compile(
    r"(?:Bosnia|Trinidad|Antigua|(?:St\.?|Saint) (?:Kitts|Vincent)|S[aã]o Tom[eé]|Turks|Wallis|Tyne|Heard)$",
    re.I,
)
# First words of sentences and of standing labels, which no dateline begins with.
_NEVER = frozenset(
    "a after all also although amid among an analysis and another as asked at background because before both breaking "
    "brief briefing but by comment commentary context correction coverage despite during editor's editorial editors' "
    "exclusive explained explainer explanation fact factbox file focus for from graphic he her here highlights his how "
    "however i if in interview into it its key live many meanwhile more most my news no note now of official on "
    "one only opinion or other others our photo photos picture podcast q question read related reporter reuters "
    "she since so some source sources statement still summary that their then there these they this those timeline "
    "to today tomorrow toll two three four five update updates video watch we what when where which while who why with "
    "yesterday yet you your not nor none image caption credit warning published posted updated contact answer reply "
    "january february march april may june july august september october november december "
    "mr mrs ms dr secretary president minister ambassador general senator governor spokesman spokeswoman spokesperson "
    "police army officials moderator chair byline dateline headline date revealed fact-check briefs sport sports "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Cities and states that begin with an article.
_ARTICLED = re.compile(r"THE\s+(?:HAGUE|GAMBIA|BAHAMAS|VATICAN)\b", re.I)


def find(paragraph: str, text: str, first: bool) -> Found | None:
    """The dateline that a paragraph begins with; `text` is the whole report, `first` that nothing stood before it."""
    start = paragraph[:LONGEST]
    if not (start[:1].isupper() or start[:1] in "([’‘'ʿ" or (first and start[:1].isdigit())):
        return None
    for cut in _SEPARATOR.finditer(start):
        if cut.start() < 3:
            continue
        rest = paragraph[cut.end() :].lstrip()
        head = _head(paragraph[: cut.start()])
        if head is None:
            continue
        if _accepted(head, paragraph, cut, rest, text, first):
            return _completed(Found(len(paragraph) - len(rest), head.places, head.date, head.agency), paragraph, cut[0])
        if head.date is None and head.agency is None:
            return None  # a name before a dash that is no dateline: what comes later is none either
    return None


def _completed(found: Found, paragraph: str, separator: str) -> Found:
    """The dateline with a date, and an agency between bars, that follow its first separator."""
    more = _MORE.match(paragraph, found.end, found.end + 60)
    if more is not None and more["date"] and found.date is None:
        found = replace(found, end=more.end(), date=more.span("date"))
    elif more is not None and more["agency"] and found.agency is None and "|" in separator:
        found = replace(found, end=more.end(), agency=more["agency"].strip())
    return found


def alone(paragraph: str) -> Found | None:
    """A paragraph that is a dateline and nothing more: `Khartoum, 10 March 2026`."""
    if len(paragraph) > 100:
        return None
    head = _head(paragraph.rstrip(" .-–—:"))
    if head is None or not head.places or not (head.date or (head.agency and head.capitals)):
        return None
    return Found(len(paragraph), head.places, head.date, head.agency)


def fragment(paragraph: str, text: str) -> Found | None:
    """`Goma.` or `In Goma:` before the words of a live entry: a place that the report elsewhere is "in"."""
    found = re.match(r"(?:In )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})[.:]\s+(?=[A-Z“\"‘])", paragraph)
    if found is None or not _is_somewhere(found[1], text):
        return None
    return Found(found.end(), (found.span(1),), None, None)


def looks_like_dateline(paragraph: str) -> bool:
    """Whether a paragraph is a dateline, or begins with one that needs no witness."""
    found = alone(paragraph) or find(paragraph, paragraph, True)
    return found is not None and (found.date is not None or found.agency is not None or found.end == len(paragraph))


def _head(words: str) -> _Head | None:
    """The words before the separator, taken apart; None when they cannot be a dateline."""
    offset = 0
    if words.startswith(("(", "[")) and words.rstrip().endswith((")", "]")) and words.count(words[0]) == 1:
        words, offset = words.rstrip()[1:-1], 1  # "(Nairobi, 10 March 2026) –"
    rest, agency, date = words, None, None
    inner_place: Range | None = None
    for _ in range(4):
        bracketed = _AGENCY.search(rest)
        dated = _DATE_AT_END.search(rest)
        if dated and dated.start(1) > 0 and date is None:
            date, rest = dated.span(1), rest[: dated.start()]
        elif bracketed and bracketed.start() > 0:
            inner = next(group for group in bracketed.groups() if group)
            day = dates.DATE.search(inner)
            if day and date is None and len(day[0]) > 0.6 * len(inner):
                place = bracketed.start() + bracketed[0].index(inner)
                date = (place + day.start(), place + day.end())
            elif agency is None:
                agency = inner.strip()
            elif _PLACE.fullmatch(inner):  # "GOMA (DR Congo) (AFP)"
                place = bracketed.start() + bracketed[0].index(inner)
                inner_place = (place, place + len(inner))
            rest = rest[: bracketed.start()]
        else:
            break
    skip = 0
    if date is None and (dated := _DATE_AT_START.match(rest)):
        date, skip = dated.span(1), dated.end()
    places = _places(rest, skip)
    if places is None:
        return None
    if inner_place:
        places.append(inner_place)
    if date:
        date = (date[0] + offset, date[1] + offset)
    capitals = bool(places) and _capitals(words[slice(*places[0])])
    return _Head(tuple((a + offset, b + offset) for a, b in places), date, agency, capitals, offset > 0)


def _places(words: str, start: int) -> list[Range] | None:
    """Ranges of the names in a list of places; None when a word is in it that no list of places has."""
    end = len(words.rstrip(" ,;") if _ABBREVIATED.search(words) else words.rstrip(" ,.;"))
    if start >= end or end - start > 110:
        return None
    found: list[Range] = []
    while True:
        before = _BEFORE.match(words, start)
        start = before.end() if before else start
        name = _PLACE.match(words, start)
        if name is None:
            return None
        stop = min(name.end(), end)
        joint = _JOINT.match(words, stop, end)
        if joint and joint[0].strip().lower() == "and" and _PAIRED.search(words[start:stop]):
            more = _PLACE.match(words, joint.end())
            if more is None:
                return None
            stop = min(more.end(), end)
            joint = _JOINT.match(words, stop, end)
        first_word = re.split(r"[\s:]", words[start:stop], maxsplit=1)[0].lower().replace("’", "'")
        articled = _ARTICLED.match(words, start)
        if not articled and (first_word in _NEVER or first_word == "the"):
            return None
        found.append((start, stop))
        if stop >= end:
            return found
        if joint is None or len(found) > 5:
            return None
        start = joint.end()


def _accepted(head: _Head, paragraph: str, cut: re.Match[str], rest: str, text: str, first: bool) -> bool:
    if not rest or not head.places:
        return False
    opens = rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"‘'«[($€£"
    if head.date or (head.agency and (head.capitals or first)):
        return opens or head.capitals
    if not opens:
        return False
    if head.bracketed and first:
        return True
    words = paragraph[slice(*head.places[0])]
    several = len(head.places) > 1
    if _parenthesis(cut, rest) or not (first or (several and head.capitals)):
        return False
    if cut[0].strip() == ":":
        return _before_colon(words, rest, text, several)
    if head.capitals:
        return several or not _is_acronym(words, text)
    return several or _is_somewhere(words, text)


def _before_colon(words: str, rest: str, text: str, several: bool) -> bool:
    """`Nairobi: …` and not `Osman: “We left”`, `MR KIRBY: …`, `Police: …`: such names the report says again."""
    if rest[0] in "“\"‘'«" or text.count(f"{words}:") > 1 or (len(words.split()) > 2 and not several):
        return False
    again = len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I)) > 1
    return (
        several or not again or re.search(rf"\b(?:in|near|outside|around) {re.escape(words)}\b", text, re.I) is not None
    )


def _capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) > 2 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _is_acronym(words: str, text: str) -> bool:
    """Whether the report uses these capitals as a name throughout ("UNICEF said")."""
    if len(words.split()) > 2 or len(words) > 14:
        return False
    again = len(re.findall(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text)) > 1
    return again and words.title() not in text


def _is_somewhere(words: str, text: str) -> bool:
    return (
        re.search(rf"\b(?:in|In|at|near|from|around|outside|to|of|and|reached|left)\s+{re.escape(words)}\b", text)
        is not None
    )


def _parenthesis(cut: re.Match[str], rest: str) -> bool:
    """Whether the dash comes in a pair: "ECOWAS — the bloc that … — met"."""
    mark = cut[0].strip()
    if mark not in ("-", "–", "—", "--") or rest[:1] in '“"‘':
        return False
    sentence = re.split(r"[.!?]\s", rest[:300], maxsplit=1)[0]
    pair = f" {mark} " if mark != "—" else mark
    return pair in sentence and rest[:1].islower()
