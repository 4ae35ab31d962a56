"""The history of one measure: which figures stand, what took the place of those that do not, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..ledger import Count, Filing, TollFigure
from .groups import FIGHTERS, family
from .moments import succession
from .sources import Source, alone, bodies, source_of

# What goes down as well as up, so that the latest count is the only one: who is held today may be free tomorrow.
STOCKS = frozenset({"missing", "held", "trapped", "at_large", "remaining", "hospitalised", "stranded"})
PROVISIONAL = re.compile(r"\b(?:so far|provisional|at least|initial|preliminary|running)\b", re.IGNORECASE)
COUNTERS = frozenset({"medical", "un", "authority"})  # kinds of source of which the later and higher count is better
_STATE = re.compile(
    r"\b(?:army|military|armed forces|air force|navy|government|ministry|troops|coalition|command|task force|police"
    r"|president|prime minister|authorities)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Entry:
    """A count with its source, while it is being decided whether it stands."""

    count: Count
    source: Source
    part: bool = False  # a part of a figure of the same group: no toll of its own
    whole: Count | None = None
    copied: bool = False  # the report has the text of another
    superseded_by: str | None = None
    why: str | None = None
    family: str | None = field(init=False)

    def __post_init__(self) -> None:
        self.family = family(self.count.group)

    @property
    def stands(self) -> bool:
        return self.superseded_by is None and self.why is None and not self.part and self.numeric

    @property
    def numeric(self) -> bool:
        return any(number is not None for number in (self.count.low, self.count.high, self.count.value))

    @property
    def number(self) -> int | None:
        """The figure by one number: its value, else its lower bound."""
        return self.count.value if self.count.value is not None else self.count.low

    @property
    def exact(self) -> bool:
        return self.count.value is not None and self.count.low == self.count.high == self.count.value

    @property
    def order(self) -> tuple[tuple[str, str, bool, str], bool, int, str]:
        """A source's figures sort by this, its latest last; of equals the one told first, and the fuller one."""
        count = self.count
        full = count.value is not None or (count.low is not None and count.high is not None)
        return (succession(count), full, -count.start, count.id)

    @property
    def side(self) -> str | None:
        """The side of the conflict that a party is of: the state's forces, or those who fight it or for themselves."""
        if self.source.kind != "party":
            return None
        sector = self.count.speaker_sector
        if sector in ("REB", "CRM", "UAF"):
            return "armed group"
        return "state" if sector in ("MIL", "GOV", "COP") or _STATE.search(self.source.name) else "armed group"

    def figure(self) -> TollFigure:
        """The entry as the toll shows it."""
        why = "a part of another figure" if self.part and self.why is None else self.why
        if not self.numeric and why is None:
            why = "no number"
        return TollFigure(self.count, self.source.name, self.source.rank, self.stands, self.superseded_by, why)


def entries(counts: Iterable[Count], replaced: Mapping[str, Filing], origins: Mapping[str, str]) -> list[Entry]:
    """The counts with their sources; what was withdrawn, called earlier or replaced does not stand from the start."""
    known = list(counts)
    of = bodies(known)
    by_id = {count.id: count for count in known}
    found = []
    for count in known:
        source = source_of(count, of)
        if count.speaker is None:
            origin = origins.get(count.report, count.report)
            source = Source(source.name, frozenset({f"report:{origin}"}), source.kind)
        whole = by_id.get(count.part_of or "")
        inside = whole is not None and whole.measure == count.measure and _no_narrower(count, whole)
        copied = origins.get(count.report, count.report) != count.report
        found.append(Entry(count, source, inside or dies_later(count), whole, copied, why=_why_not(count, replaced)))
    return found


def _no_narrower(count: Count, whole: Count) -> bool:
    return count.group is None or family(count.group) == family(whole.group)


def _why_not(count: Count, replaced: Mapping[str, Filing]) -> str | None:
    if count.status == "withdrawn":
        return "withdrawn"
    if count.status == "earlier":
        return "called earlier by the report"
    if count.report in replaced:
        return "the page was replaced by a later version"
    return None


def stand(group: list[Entry], everything: list[Entry]) -> None:
    """Decide which entries of one measure and group stand; the group is in order, each source's latest last."""
    for k, entry in enumerate(group):
        later = next((one for one in reversed(group[k + 1 :]) if _replaces(one, entry)), None)
        if entry.stands and later is not None:
            entry.superseded_by, entry.why = later.count.id, "the same source, later"
    left = [entry for entry in group if entry.stands]
    named = [entry for entry in left if entry.source.kind != "report"]
    overtaken: list[tuple[Entry, str, str]] = []
    for entry in left:
        verdict = _overtaken(entry, left, everything)
        if verdict is not None:
            overtaken.append((entry, *verdict))
    for entry, by, why in overtaken:
        entry.superseded_by, entry.why = by, why
    still_named = [entry for entry in named if entry.stands]
    for entry in left:
        newer = all(entry.order > one.order and _more(entry, one) for one in still_named)
        if entry.stands and entry.source.kind == "report" and still_named and not newer:
            entry.superseded_by, entry.why = still_named[-1].count.id, "the report names nobody, others do"


def _replaces(later: Entry, entry: Entry) -> bool:
    return bool(later.stands and later.source.keys & entry.source.keys)


def _overtaken(entry: Entry, left: list[Entry], everything: list[Entry]) -> tuple[str, str] | None:
    """What another source's figure overtakes an entry, and by which right; null where none does."""
    died = next((one for one in everything if _same_count_before(entry, one, everything, left)), None)
    if died is not None:
        return died.count.id, "the count before one more of the wounded died"
    better = _corrected(entry, left, everything)
    if better is not None:
        return better.count.id, "corrected by a later report"
    if entry.source.kind == "party" and entry.count.measure not in STOCKS:
        return None
    for other in reversed(left):
        if other is entry or other.number is None:
            continue
        if other.count.measure in STOCKS and other.count.report != entry.count.report and other.order > entry.order:
            return other.count.id, "a later count of what changes from day to day"
        if other.source.kind == "party" or entry.source.kind == "party":
            continue
        if entry.number is None or other.number <= entry.number:
            continue
        why = _right(entry, other)
        if why is not None:
            return other.count.id, why
    return None


def _right(entry: Entry, other: Entry) -> str | None:
    """Why a higher figure of another source may overtake this one."""
    if other.source.kind == "report" or other.order <= entry.order:
        return None
    if other.count.report == entry.count.report and not _of_different_hours(entry.count, other.count):
        return None  # the report has both, as what is said now
    near = other.source.rank <= entry.source.rank
    if near and any(_provisional(count) for count in (entry.count, entry.whole) if count is not None):
        return "a lower bound, and more are known by now"
    if alone(entry.source, entry.count):
        return "of one who keeps no count, and more are known by now"
    if entry.source.kind == other.source.kind and entry.source.kind in COUNTERS:
        return "a later and higher count of the same kind of source"
    return None


def _of_different_hours(one: Count, other: Count) -> bool:
    """Whether a report gives each of two figures its own time of day, as a live blog does."""
    return one.as_of != other.as_of and all("T" in (count.as_of or "") for count in (one, other))


def _corrected(entry: Entry, left: list[Entry], everything: list[Entry]) -> Entry | None:
    """The higher figure of a later report that takes an entry's number back: "two, not one as had been reported"."""
    for other in everything:
        taken_back = other.count.status != "current" and other.number == entry.number
        same = other.count.measure == entry.count.measure and other.family == entry.family
        if taken_back and same and (other.count.published or "") > (entry.count.published or ""):
            return next((o for o in left if o.count.report == other.count.report and _more(o, entry)), None)
    return None


def _more(one: Entry, other: Entry) -> bool:
    return one.number is not None and other.number is not None and one.number > other.number


def _provisional(count: Count) -> bool:
    """Whether a figure says of itself that it is a lower bound, or not the last word."""
    open_ended = count.low is not None and count.high is None
    return count.low is not None and (open_ended or PROVISIONAL.search(count.qualifier or "") is not None)


def _same_count_before(entry: Entry, death: Entry, everything: list[Entry], left: list[Entry]) -> bool:
    """Whether an entry and those who died after it make exactly the figure that somebody gives now."""
    if not dies_later(death.count) or not entry.exact or death.number is None:
        return False
    if succession(death.count) < succession(entry.count):
        return False
    number = entry.number or 0
    if entry.count.measure == "killed":
        whole = next((one for one in everything if one.count.id == death.count.part_of), None)
        same = whole is not None and whole is not entry and whole.family == entry.family
        return bool(same and whole and whole.stands and whole.number == number + death.number)
    if entry.count.measure == "injured":
        return any(one is not entry and one.exact and one.number == number - death.number for one in left)
    return False


_DIED = re.compile(
    r"\b(?:of|from|among) (?:the|those|them)\b.*\b(?:died|dies|succumbed|passed away)\b"
    r"|\bsuccumbed\b|\bdied (?:of|from|on the|in (?:the )?hospital|on the way)\b"
    r"|\b(?:wounded|injured|hurt)\b.*\bdied\b"
    r"|\bsince died\b|\bone of them\b.*\bdied\b|\bbrought in alive\b",
    re.IGNORECASE,
)


def dies_later(count: Count) -> bool:
    """Whether a count is of wounded who died after they were counted as wounded."""
    return count.measure == "killed" and count.status == "current" and _DIED.search(count.quote) is not None


def label_of(group: str | None, found: list[Entry]) -> str | None:
    """The word that the sources use most for a group that goes by several; the first of equals."""
    if group is None or group.replace(" ", "-") not in FIGHTERS:
        return group
    words = Counter(entry.count.group for entry in found if entry.count.group is not None)
    return words.most_common(1)[0][0] if words else group
