"""Who a figure is by: one name for one source, and how near it stands to the count.

A spokeswoman is the body that she speaks for; a state's ministries are its government, its army's branches
its army. Nearness is the first letter of the rule `nearest`: who counts bodies and beds comes before
who keeps books on others' counts, local authorities before parties to the conflict, and last come those
whom the report does not name, and the report itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..ledger import Count, Statement

Kind = Literal["medical", "un", "monitor", "authority", "party", "unnamed", "report"]
RANKS: dict[Kind, int] = {"medical": 0, "un": 0, "monitor": 1, "authority": 2, "party": 3, "unnamed": 4, "report": 5}

_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        "medical",
        r"hospitals?|clinics?|medics?|medical|doctors?|nurses?|surgeons?|health|paramedics?|ambulances?|morgue|rescue(?:rs?)?"
        r"|civil (?:defen[cs]e|protection)|firefighters?|emergency services|red c(?:ross|rescent)",
    ),
    (
        "un",
        r"united nations|u\.?n\.?|ohchr|unhcr|unicef|ocha|iom|unosat|who|international organi[sz]ation for migration"
        r"|world health organi[sz]ation|u\.?n\.? \w.*",
    ),
    (
        "monitor",
        r"monitor(?:s|ing)?|observatory|watch|watchdog|rights|justice|lawyers?|ngos?|charity|charities|relief"
        r"|aid workers?|amnesty|social welfare|disaster|parish|priest|church|network|research(?:ers?)?",
    ),
    (
        "party",
        r"army|military|armed forces|air force|navy|troops|coalition|command|task force|soldiers|militia|rebels?"
        r"|militants?|front|brigades?|movement|government|ministry|ministries|presidency|prime minister|president"
        r"|gang|forces|(?:security|military) (?:sources?|officials?)",
    ),
    (
        "authority",
        r"police|mayor|governor|administrator|councillor|council|district|municipality|town hall|prefect|chairman"
        r"|palace|local officials?|officials?|authorities|judge|command of police",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _WORDS)
_SECTORS: dict[str, Kind] = {
    "MED": "medical", "UNO": "un", "IGO": "un", "NGO": "monitor", "REL": "monitor",
    "COP": "authority", "JUD": "authority", "LEG": "authority",
    "MIL": "party", "REB": "party", "CRM": "party", "SPY": "party", "UAF": "party",
}  # fmt: skip
_PRIVATE = frozenset(
    {"CVL", "REL", "LAB", "EDU", "MED", "AGR", "BUS", "JRN", "REF", "OPP"}
)  # sectors of one who is alone
_STATE_ORGAN = re.compile(
    r"^(?:federal |interim |transitional )?(?:government|ministry|foreign ministry|presidency|authorities"
    r"|office of the (?:prime minister|president)|prime minister'?s office)\b|\b(?:ministry|government|authorities)$",
    re.IGNORECASE,
)
_ARMED = re.compile(r"\b(?:military|armed forces|army|troops)\b", re.IGNORECASE)
_UNNAMED = re.compile(r"^(?:an?|one|two|three|four|five|several|some|many|local)\s+[a-z]|^(?:the\s+)?[a-z]")
# A body that a report calls by its noun alone is one that can be named, and asked again.
_BODY = re.compile(
    r"^(?:the )?(?:police|army|military|government|authorities|coalition|presidency|municipality|town hall)$"
    r"|^[ae][lnrstz]h?-[A-Z]"
)
_PERSON = re.compile(
    r"^(?:[A-Z][\w'’.-]+)(?: (?:al|el|de|da|bin|ibn|van|von|abu))*(?: [A-Z][\w'’.-]+|[ -]al-[A-Z]\w+){1,3}$"
)
_TITLES = re.compile(
    r"^(?:dr|mr|mrs|ms|prof|professor|sheikh|imam|father|sister|col|colonel|gen|general|brigadier|major|captain|lt|lieutenant)"
    r"\.?\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Source:
    """One who gives figures. `keys` are more than one where several speak with one voice ("doctors and police")."""

    name: str
    keys: frozenset[str]
    kind: Kind

    @property
    def rank(self) -> int:
        return RANKS[self.kind]


def named(name: str) -> str:
    """A name without what changes from report to report: apostrophes, articles, titles, case."""
    plain = name.replace("’", "'").replace("‘", "'").strip()
    while (shorter := _TITLES.sub("", plain)) != plain:
        plain = shorter
    plain = re.sub(r"^(?:the)\s+", "", plain, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", plain).casefold()


def unnamed(name: str) -> bool:
    """Whether a name is only a description: "a local official", "residents", but not "police"."""
    return _UNNAMED.match(name) is not None and _BODY.match(name) is None


def bodies(counts: Iterable[Count], statements: Iterable[Statement] = ()) -> dict[str, str]:
    """Persons by name → the body that each speaks for, as most of these reports have it.

    A person of whom none says so, but whose figure another report gives as a body's, speaks for that body.
    """
    known = sorted(counts, key=lambda one: (one.published or "", one.id))
    told: dict[str, Counter[str]] = {}
    spoken: list[Count | Statement] = [*known, *sorted(statements, key=lambda one: (one.published or "", one.id))]
    for one in spoken:
        if one.speaker and one.speaker_of and not unnamed(one.speaker_of):
            told.setdefault(named(one.speaker), Counter())[one.speaker_of] += 1
    found = {person: votes.most_common(1)[0][0] for person, votes in told.items()}
    for count in known:
        if is_person(count.speaker) and named(count.speaker or "") not in found:
            body = next((other for other in known if _same_figure(count, other)), None)
            if body is not None and body.speaker is not None:
                found[named(count.speaker or "")] = body.speaker
    return found


def is_person(name: str | None) -> bool:
    """Whether this is the name of a human being, as far as words tell."""
    return bool(name and _PERSON.match(name) and _by_words(name) is None)


def _same_figure(count: Count, other: Count) -> bool:
    """Whether a body is said, in another report and not before, to give the very figure; too large for chance."""
    number = count.low if count.low is not None else count.high
    return bool(
        number is not None
        and number > 9
        and other.report != count.report
        and (other.published or "") >= (count.published or "")
        and (other.measure, other.group, other.low, other.high) == (count.measure, count.group, count.low, count.high)
        and other.speaker is not None
        and not is_person(other.speaker)
        and not unnamed(other.speaker)
    )


def source_of(count: Count, of: Mapping[str, str]) -> Source:
    """Who gives this figure, with persons as the bodies that they speak for."""
    if count.speaker is None:
        return Source("the report", frozenset({f"report:{count.report}"}), "report")
    body = of.get(named(count.speaker)) or count.speaker_of
    name = body if body is not None and not unnamed(body) else count.speaker
    keys = frozenset(key for part in re.split(r"\s+and\s+", name) if part for key in _keys(part, count))
    return Source(name, keys, _kind(name, count))


def _keys(name: str, count: Count) -> Iterable[str]:
    plain = named(name)
    yield _ARMED.sub("army", plain)
    if _ARMED.search(plain) and count.speaker_country:
        yield f"army:{count.speaker_country}"
    if _STATE_ORGAN.search(name.strip()) and (count.speaker_country or count.speaker_sector == "GOV"):
        yield f"government:{count.speaker_country or re.sub(_STATE_ORGAN, '', plain).strip()}"
    if plain.endswith(" police"):
        yield "police"


def _kind(name: str, count: Count) -> Kind:
    by_words = _by_words(name)
    if unnamed(name):
        return by_words if by_words in ("medical", "party", "un") else "unnamed"
    by_sector = _SECTORS.get(count.speaker_sector or "")
    if by_words is not None and not (by_words == "authority" and by_sector == "party"):
        return by_words  # an M23 mayor is a party to the conflict
    return by_sector or "authority"


def _by_words(name: str) -> Kind | None:
    """The kind that a name's own words tell, the nearest to the count first."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(name)), None)


def alone(source: Source, count: Count) -> bool:
    """Whether nobody keeps the count: a witness, "a surgeon", one person without a body, the report itself."""
    if source.kind in ("unnamed", "report") or unnamed(source.name):
        return True
    in_office = count.speaker_sector is not None and count.speaker_sector not in _PRIVATE
    return source.name == count.speaker and not in_office and _by_words(source.name) is None
