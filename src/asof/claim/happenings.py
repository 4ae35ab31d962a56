"""Which event mentions of one report speak of one happening: type, place, time and actors must allow it.

The tests are few and named, in `conflict` and `likeness`; a later stage that sees many reports scores
with more. Grouping goes through the text once, in its order, as a reader does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..model import EventMention, Place, TimeRef
from ..vocabulary.codebooks import HARMING
from .distance import WIDE, together

# Types that may be sides of one happening: a march and the tear gas against it; a promise and its keeping.
FAMILIES = (
    frozenset({"ASSAULT", "COERCE", "PROTEST", "AID"}),
    frozenset({"CONCEDE", "RETREAT"}),
    frozenset({"CONSULT", "AGREE", "SUPPORT"}),
)
# Words that say that another happening is told now.
APART = re.compile(r"\b(separate(ly)?|another|second|similar|elsewhere)\b", re.IGNORECASE)
DISTINCT = frozenset({"abduct", "sexual", "torture"})  # no words for an attack in general mean one of these
REMOTE = frozenset({"drone", "aerial", "heavy-weapons", "explosives", "suicide-attack"})
SCENE = 1.5  # what the scene says for a mention that names no place
PLACED = frozenset({"ASSAULT", "PROTEST"})  # what an unplaced mention says of happened where the report is
REACH = 4000  # characters back at which nearness has no more to say
RESULTS = frozenset({"destroy", "targeted"})  # modes that tell the outcome, not the means


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with what its sentence and paragraph say of where and when."""

    mention: EventMention
    kind: str  # the PLOVER type whose rules its type follows
    place: Place | None
    start: str | None
    end: str | None
    paragraph: int
    timed: TimeRef | None
    noun: bool
    heading: bool
    apart: bool
    sentence: int = -1
    scene: Place | None = None  # where the report is as it tells this


@dataclass(slots=True)
class Happening:
    """Mentions taken for one happening, and what is known of it so far."""

    told: list[Told] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.told[0].kind

    @property
    def place(self) -> Place | None:
        """The most exact place told so far."""
        return finest(t.place for t in self.told)

    @property
    def background(self) -> bool:
        return self.told[0].mention.status == "background"


def finest(places: Iterable[Place | None]) -> Place | None:
    """The first that is no province or country, else the first."""
    known = [place for place in places if place is not None]
    return next((place for place in known if place.level not in WIDE), known[0] if known else None)


def group(all_told: list[Told], within: Callable[[Place, Place], bool]) -> list[Happening]:
    """Happenings, those first that say where they were; what names no place is then held against all of them.

    Headlines, which say least, come last.
    """
    found: list[Happening] = []
    for told in sorted(all_told, key=lambda one: (one.heading, one.place is None)):
        ranked = [
            (likeness(told, other, within), k) for k, other in enumerate(found) if not conflict(told, other, within)
        ]
        # Of equals, a headline means the first told, any other sentence the last.
        sign = -1 if told.heading else 1
        best = max(((score, sign * k, k) for score, k in ranked), default=None)
        if best is not None and best[0] > 0:
            found[best[2]].told.append(told)
        else:
            found.append(Happening([told]))
    return found


def conflict(told: Told, other: Happening, within: Callable[[Place, Place], bool]) -> bool:
    """Whether something forbids that the mention belongs to the happening."""
    mention = told.mention
    if not _related(told.kind, other.kind):
        return True
    if told.kind == other.kind != "ASSAULT" and mention.mode:
        modes = {one.mention.mode for one in other.told if one.kind == told.kind} - {None}
        if modes and mention.mode not in modes:
            return True  # a release is no withdrawal
    if (mention.status == "background") != other.background:
        return True
    if (mention.status == "hypothetical") != (other.told[0].mention.status == "hypothetical"):
        return True
    if told.place is not None and other.place is not None and not together(told.place, other.place, within):
        return True
    # "The two sides traded fire for a third day" sums up many happenings; it is not the strike on one town.
    sum_of_many = len(mention.actors) > 1 and not mention.recipients and told.place is None and other.place is not None
    if sum_of_many and not {*mention.actors} & {actor for one in other.told for actor in one.mention.actors}:
        return True
    beside = told.sentence >= 0 and any(one.sentence == told.sentence for one in other.told)
    if told.apart and not beside and (told.place is None or other.place is None or told.place.id != other.place.id):
        return True
    return any(_disjoint(told, one) for one in other.told)


def likeness(told: Told, other: Happening, within: Callable[[Place, Place], bool]) -> float:
    """How much speaks for it: same type, place, day, means, parties, paragraph. Not above 0: a new happening."""
    mention, score = told.mention, 0.0
    same_type = any(one.kind == told.kind for one in other.told)
    score += 1.0 if same_type else 0.0
    if told.place is not None and other.place is not None:
        score += 1.5
    elif told.scene is not None and other.place is not None:
        here = together(told.scene, other.place, within)
        score += (SCENE if same_type and told.kind in PLACED else 0.0) if here else -SCENE
    modes = {m.mode for one in other.told if (m := one.mention).mode is not None and one.kind == told.kind}
    if mention.mode and modes:
        score += 0.5 if mention.mode in modes else _means(mention.mode, modes)
    elif mention.mode in DISTINCT and same_type:
        score -= 1.0
    if told.start and any(one.start == told.start for one in other.told):
        score += 0.5
    if told.sentence >= 0 and any(one.sentence == told.sentence and one.kind == told.kind for one in other.told):
        score += 0.75
    if modes == {"abduct"} and mention.frame.lstrip("~") in HARMING:
        score -= 1.0
    if not told.heading:
        score -= _far(told, other)
    last = other.told[-1]
    if last.paragraph == told.paragraph:
        score += 0.5
    if not same_type and told.place is None and last.paragraph != told.paragraph:
        score -= 1.0
    parties = {actor for one in other.told for actor in (*one.mention.actors, *one.mention.recipients)}
    if parties & {*mention.actors, *mention.recipients}:
        score += 0.5
    elif mention.actors and any(one.mention.actors for one in other.told) and not told.heading:
        # Claims and counter-claims of one attack name many; the wording of its victims tells nothing.
        score -= (0.5 if told.kind == "ASSAULT" else 2.5) if same_type else 1.0
    return score


def _far(told: Told, other: Happening) -> float:
    """Words refer to what was told shortly before sooner than to what was told long before, or comes only later."""
    here = told.mention.trigger.start
    gaps = [here - one.mention.trigger.start for one in other.told if one.mention.trigger.start <= here]
    return min(min(gaps) / REACH, 0.4) if gaps else 0.45


def _means(mode: str, modes: set[str]) -> float:
    """What different means say: reports mix up bombs, rockets and drones, but not shelling and kidnapping."""
    if mode in RESULTS or modes <= RESULTS:
        return 0.0
    return -0.5 if mode in REMOTE and modes & REMOTE else -1.5


def _related(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in FAMILIES)


def _disjoint(told: Told, one: Told) -> bool:
    """Whether two stated times exclude each other."""
    if not (told.start and told.end and one.start and one.end):
        return False
    return told.start[:10] > one.end[:10] or told.end[:10] < one.start[:10]
