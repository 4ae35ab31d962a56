"""The first and last day of an event: the time that its words give, moved by what they say of another's time.

"Four days after the killing of …" dates the killing by the day of what came after it. Nothing is assumed for
what the text does not date.
"""

from __future__ import annotations

from datetime import date, timedelta

from ..model import EventMention, TimeRef
from ..reading import Reading, Token
from ..vocabulary.numbers import UNITS

DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7}  # longer ones tell no day
STRETCHES = frozenset("minutes hours days weeks months years hour day week month year".split())


def days(reading: Reading, mention: EventMention, time: TimeRef | None) -> tuple[str | None, str | None]:
    """First and last day as ISO dates, as exact as the words; null where the words give none."""
    head = reading.tokens[mention.head]
    moment = reading.moment(mention.trigger.start)
    link = sequel(head)
    if link is not None and (time is None or not _own(head, time)):
        base = time.start if time is not None and time.start else moment
        return _moved(link, base)
    if time is None or time.start is None:
        return None, None
    start, end = time.start[:10], (time.end or time.start)[:10]
    text = reading.document.text
    before = text[max(0, time.span.start - 8) : time.span.end].lower()
    whereupon = text[time.span.end : time.span.end + 7].lower().lstrip(", ").startswith("when")
    if ("since" in before or "from" in before.split()) and not whereupon:
        lasting = mention.status == "ongoing" or (mention.status == "background" and head.tag == "VBG")
        return start, moment[:10] if moment and not lasting else None
    if mention.status == "planned" and "by " in before and moment:
        return moment[:10], end
    return start, end


def sequel(head: Token) -> Token | None:
    """The "after" or "before" that sets the event off by a stretch of time: "hours after gunmen seized a road crew".

    A bare "after" joins cause and outcome of one happening: "five died after a drone hit the market".
    """
    for token in (head, *head.ancestors()):
        link = token.head if token.dep == "pobj" else None
        if token.dep == "advcl":
            link = next((c for c in token.children if c.dep == "mark"), None)
        if link is not None and link.lower in ("after", "before"):
            first = link.sentence.tokens[0].i
            words = link.sentence.tokens[: link.i - first]
            return link if words and words[-1].lower in STRETCHES else None
        if token.dep in ("advcl", "ccomp", "relcl") or (token is not head and token.pos == "VERB"):
            return None
    return None


def _own(head: Token, time: TimeRef) -> bool:
    """Whether the time stands below the event itself: "days after Thursday's attack"."""
    return any(time.span.start <= token.start < time.span.end for token in head.subtree())


def _moved(link: Token, base: str | None) -> tuple[str | None, str | None]:
    """The day that lies so many days before what came "after" it, or after what came "before" it."""
    words = link.sentence.tokens[: link.i - link.sentence.tokens[0].i]
    unit = DAYS.get(words[-1].lower)
    number = words[-2] if len(words) > 1 else None
    if unit is None or number is None or not base or len(base) < 10:
        return None, None
    word = number.lower
    count = int(word) if word.isdigit() and word.isascii() else 1 if word == "a" else UNITS.get(word)
    if not count:
        return None, None
    shift = timedelta(days=count * unit)
    try:
        day = date.fromisoformat(base[:10])
        day = day - shift if link.lower == "after" else day + shift
    except (ValueError, OverflowError):
        return None, None
    return day.isoformat(), day.isoformat()
