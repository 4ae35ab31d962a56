"""Who says what against whom, since when: figures that exclude each other, who did it, whether it happened.

Only what stands as of the moment is a disagreement: a toll that its own source revised is history.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..ledger import Disagreement, Statement, Toll, TollFigure
from ..moments import known_by
from .responsibility import Account, account, own_word
from .sources import unnamed


def disagreements(
    tolls: Iterable[Toll], statements: Iterable[Statement], as_of: str | None = None
) -> tuple[Disagreement, ...]:
    """The disagreements about one incident, those of figures first."""
    said = sorted(
        (one for one in statements if known_by(one.published, as_of)), key=lambda one: (one.published or "", one.id)
    )
    known = [toll for toll in tolls if not _made_of_groups(toll)]
    found = [one for toll in known if (one := _figures(toll)) is not None]
    found += _promised(known)
    found += _who(account(said))
    found += [one for one in (_whether(said),) if one is not None]
    return tuple(found)


def _made_of_groups(toll: Toll) -> bool:
    """Whether nobody counts the whole: what its groups disagree on is told there."""
    return toll.group is None and not any(figure.current and figure.count.group is None for figure in toll.figures)


# ── figures ──────────────────────────────────────────────────────────────────────────────────────


def _figures(toll: Toll) -> Disagreement | None:
    """Of the figures that stand, those of different sources that cannot all be true."""
    current = [figure for figure in toll.figures if figure.current]
    against = [one for one in current if any(_exclude(one, other) for other in current)]
    if len(against) < 2:
        return None
    latest = {figure.source: figure for figure in against}
    sayings = [_saying(figure, toll) for figure in latest.values()]
    since = sorted(moment for figure in latest.values() if (moment := _first_said(figure, toll)))
    text = f"{_topic(toll)}: {'; '.join(sayings)}."
    return Disagreement(
        text=text,
        between=tuple(latest),
        since=since[1] if len(since) > 1 else None,
        about=toll.measure if toll.group is None else f"{toll.measure} {toll.group}",
        claims=tuple(figure.count.id for figure in latest.values()),
    )


def _exclude(one: TollFigure, other: TollFigure) -> bool:
    """Whether no number fits both; "about" fits all within a tenth, and "up to 60" is not said of 23."""
    if one is other or one.source == other.source:
        return False
    low, high = _interval(one)
    lower, higher = _interval(other)
    return _above(lower, high) or _above(low, higher) or _far_above(one, other) or _far_above(other, one)


def _above(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high


def _far_above(one: TollFigure, other: TollFigure) -> bool:
    """Whether one is a mere "up to" of much more than the other's number."""
    most, number = one.count.high, other.count.value
    return one.count.low is None and most is not None and number is not None and 2 * most > 3 * number > 0


def _interval(figure: TollFigure) -> tuple[int | None, int | None]:
    count = figure.count
    if count.low is None and count.high is None and count.value is not None:
        return count.value - count.value // 10, count.value + count.value // 10
    return count.low, count.high


def _topic(toll: Toll) -> str:
    what = toll.measure.replace("_", " ")
    return f"{toll.group} {what}".capitalize() if toll.group else what.capitalize()


def _saying(figure: TollFigure, toll: Toll) -> str:
    """ "The army says 34", and what it said before if that was another figure."""
    before: list[str] = []
    for other in toll.figures:
        earlier = other.source == figure.source and not other.current and other.count.low is not None
        shown = in_words(other)
        if earlier and shown != in_words(figure) and shown not in before:
            before.append(shown)
    words = f"{figure.source} says {in_words(figure)}"
    return f"{words} (before: {', '.join(before)})" if before else words


def in_words(figure: TollFigure) -> str:
    """A figure as it is said: 27, at least 58, up to 40, about 200, 38000 to 45000."""
    count = figure.count
    if count.value is not None:
        return f"{count.value}" if count.low == count.high else f"about {count.value}"
    if count.low is not None and count.high is not None:
        return f"{count.low} to {count.high}"
    return f"at least {count.low}" if count.low is not None else f"up to {count.high}"


def _first_said(figure: TollFigure, toll: Toll) -> str | None:
    """When the figure's source was first reported to give this number."""
    same = [
        other.count.published
        for other in toll.figures
        if other.source == figure.source and in_words(other) == in_words(figure) and other.count.published
    ]
    return min(same, default=None)


# ── who, and whether ─────────────────────────────────────────────────────────────────────────────


def _promised(tolls: Iterable[Toll]) -> Iterable[Disagreement]:
    """What was promised against what was done."""
    known = {(toll.measure, toll.group): toll for toll in tolls}
    for (measure, group), promise in known.items():
        done = known.get((measure.removeprefix("promised_") + "d", group)) or known.get(
            (measure.removeprefix("promised_"), group)
        )
        if not measure.startswith("promised_") or done is None or promise.best in (None, done.best):
            continue
        what = f" {group}" if group else ""
        sources = dict.fromkeys(figure.source for toll in (promise, done) for figure in toll.figures if figure.current)
        yield Disagreement(
            text=f"Promised against done: {promise.best}{what} promised, {done.best} {done.measure}.",
            between=tuple(sources),
            since=min((f.count.published for f in done.figures if f.current and f.count.published), default=None),
            about=measure,
            claims=tuple(figure.count.id for toll in (promise, done) for figure in toll.figures if figure.current),
        )


def _who(said: Account) -> Iterable[Disagreement]:
    """For each who is said to have done it: who says so, and whether he claims or denies it; else who names whom."""
    left = {actor: by for actor, by in said.accused.items() if not unnamed(actor)}
    for actor in dict.fromkeys([*said.denied, *said.claimed]):
        accusers = left.pop(actor, [])
        claim, denial = said.claimed.get(actor), said.denied.get(actor)
        others = (
            {} if accusers or denial is None else {name: one for name, one in said.claimed.items() if name != actor}
        )
        if denial is None and not (claim and left):
            continue
        parts = [_naming(accusers, actor)] if accusers else []
        parts += [f"{name} claims it" for name in others] + ([f"{actor} claims it"] if claim else [])
        parts += [f"{_speaker(denial, actor)} denies it"] if denial else []
        if denial is None:
            parts += [_naming(by, other) for other, by in left.items()]
        if not accusers and not claim and not others:
            parts.append("who else says so is not told")
        used = [*accusers, *others.values(), *(one for one in (claim, denial) if one)]
        yield _told("Claim" if claim else "Who did it", "responsibility", parts, used)
    if len(left) > 1:
        parts = [_naming(by, actor) for actor, by in left.items()]
        yield _told("Who did it", "responsibility", parts, [one for by in left.values() for one in by])


def _naming(by: list[Statement], actor: str) -> str:
    return f"{_list(by)} {'name' if len({_speaker(one) for one in by}) > 1 else 'names'} {actor}"


def _list(said: list[Statement]) -> str:
    """The speakers, each once: "the army and the ministry"."""
    names = list(dict.fromkeys(_speaker(one) for one in said))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _speaker(said: Statement | None, otherwise: str = "the report") -> str:
    if said is None or said.speaker is None:
        return otherwise
    return said.speaker if said.speaker_of in (None, said.speaker) else f"{said.speaker} ({said.speaker_of})"


# "No civilian was harmed" denies what it did, which is in the tolls, not that it happened.
_OF_HARM = re.compile(
    r"\b(?:no|not a|nobody|none|without|only)\b.*"
    r"\b(?:harmed|hurt|injured|wounded|killed|died|casualt\w*|affected|losses)\b",
    re.IGNORECASE,
)


def _whether(said: list[Statement]) -> Disagreement | None:
    """Somebody says that it happened; somebody else, not the one who is said to have done it, that it did not."""
    no = [
        one
        for one in said
        if one.status == "negated" and one.speaker and not own_word(one) and not _OF_HARM.search(one.quote)
    ]
    yes = [
        one
        for one in said
        if one.status in ("occurred", "ongoing")
        and any(one.type == other.type and _speaker(one) != _speaker(other) for other in no)
    ]
    no = [one for one in no if any(one.type == other.type for other in yes)]
    if not no or not yes:
        return None
    parts = [f"{_list(yes)} {'say' if len({_speaker(one) for one in yes}) > 1 else 'says'} so", f"{_list(no)} says not"]
    return _told("Whether it happened", "occurrence", parts, [*yes, *no])


def _told(topic: str, about: str, parts: list[str], used: Iterable[Statement]) -> Disagreement:
    known = sorted({one.id: one for one in used}.values(), key=lambda one: (one.published or "", one.id))
    published = [one.published for one in known if one.published]
    return Disagreement(
        text=f"{topic}: {'; '.join(parts)}.",
        between=tuple(dict.fromkeys(_speaker(one) for one in known)),
        since=published[1] if len(published) > 1 else next(iter(published), None),
        about=about,
        claims=tuple(one.id for one in known),
    )
