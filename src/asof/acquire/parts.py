"""Content → the document: the text, and what each stretch of it is for.

The text is the headline, a blank line, and paragraphs with blank lines between. A paragraph may be
several parts: a time stamp and an entry, a dateline and the first sentence. Decides on form; what
is for the reader of the page rather than about the world becomes a note, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from ..model import Dateline, Document, Part, PartKind, Report, Skipped, Span
from . import datelines, dates, language, live, phrases
from .content import Content
from .limits import limited

LONGEST_OPENING = 140  # of a paragraph that may be a headline or what stands below it

_BULLET = re.compile(r"(?:[*•·▪●◦‣➤►■–—-]|\+|o(?=\s[A-Z]))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|ix|x)\)|(?:I{1,3}|IV|VI{0,3}|IX|X)\.|§+\s?\d{1,3}\.?)\s+(?=[\w“\"‘'(])"
)
_BYLINE = re.compile(
    r"(?:story |report |text |words |analysis )?(?:by:?|from:|author:|reporter:)\s+(?=[A-Z])"
    r"|(?:(?:first )?published|posted|(?:last )?(?:updated|modified)|issued|created|date)(?: on| at|:)?\s+(?=\d|[A-Z])",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:about )?(?:\d{1,2}|an?|one|two) (?:min(?:ute)?|hour|hr|day|week)s? ago$|just now$|\d{1,2} min(?:ute)?s? read$",
    re.I,
)
_ROW = re.compile(r"[^|]{0,80}(?: \| [^|]{0,80}){1,12}$")  # of a table
_ENDS = re.compile(r"[.!?…][”\"’')\]]*$")
_CAPITALS = re.compile(r"[^a-z]*[A-Z][^a-z]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part by its offsets within the paragraph."""

    kind: PartKind
    start: int
    end: int
    published: str | None = None


@dataclass(slots=True)
class _State:
    """What the paragraphs before have told."""

    content: Content
    joined: str
    entries: live.Entries
    numbered: bool
    last: int
    begun: bool = False  # a sentence of the story has been seen
    opening: bool = True  # … but none longer than a headline
    closed: bool = False  # the credits have been seen
    ended: bool = False  # "-ENDS-": what follows is for editors
    signed: bool = False  # the paragraph before is a byline
    moment: str | None = None
    live: bool = False
    datelines: list[tuple[int, datelines.Found]] = field(default_factory=list)  # by index of paragraph


def document(content: Content, report: Report, notes: Sequence[str] = ()) -> Document:
    """The document of a content, cut into parts."""
    paragraphs, odd = limited(content)
    state = _started(content, report, paragraphs)
    skipped = [Skipped("report", note) for note in (*notes, *odd)]
    head = [content.title] if content.title else []
    text = "\n\n".join([*head, *paragraphs])
    parts = [part for title in head for part in _placed(_headline(title), 0)]
    starts: list[int] = []
    at = sum(len(title) + 2 for title in head)
    for k, paragraph in enumerate(paragraphs):
        pieces = _pieces(k, paragraph, state)
        if foreign := _foreign(paragraph, pieces):
            pieces = [Piece("note", 0, len(paragraph))]
            evidence = Span(at, at + len(paragraph), paragraph)
            skipped.append(Skipped("paragraph", f"It is in {foreign}; asof reads English only.", (evidence,)))
        parts.extend(_placed(pieces, at))
        starts.append(at)
        at += len(paragraph) + 2
    found = tuple(_dateline(dateline, starts[k], text) for k, dateline in state.datelines)
    return Document(report, text, tuple(parts), found, tuple(skipped))


def _started(content: Content, report: Report, paragraphs: Sequence[str]) -> _State:
    return _State(
        content,
        joined="\n".join(paragraphs),
        entries=live.entries(paragraphs, content.title, _last_touched(report)),
        numbered=sum(bool(_NUMBER.match(paragraph)) for paragraph in paragraphs) > 1,
        last=len(paragraphs) - 1,
    )


def _foreign(paragraph: str, pieces: Sequence[Piece]) -> str | None:
    """The other language of a paragraph of the story, None for English."""
    told = bool(pieces) and all(piece.kind in ("body", "entry", "summary") for piece in pieces)
    return language.is_foreign(paragraph) if told else None


def _last_touched(report: Report) -> str | None:
    """When a live page was last written to: it carries on for hours after it was published, not for days."""
    published, modified = dates.parsed(report.published), dates.parsed(report.modified)
    if published is None or modified is None or (published.tzinfo is None) != (modified.tzinfo is None):
        return report.published
    return report.modified if timedelta(0) < modified - published < timedelta(hours=36) else report.published


def _placed(pieces: Iterable[Piece], at: int) -> list[Part]:
    return [
        Part(piece.kind, at + piece.start, at + piece.end, piece.published)
        for piece in pieces
        if piece.start < piece.end
    ]


def _dateline(found: datelines.Found, at: int, text: str) -> Dateline:
    def span(start: int, end: int) -> Span:
        return Span(at + start, at + end, text[at + start : at + end])

    whole = text[at + found.start : at + found.end].rstrip()
    date = span(*found.date) if found.date else None
    return Dateline(
        span(found.start, found.start + len(whole)), tuple(span(*place) for place in found.places), date, found.agency
    )


# ── one paragraph ────────────────────────────────────────────────────────────────────────────────


def _headline(title: str) -> list[Piece]:
    """`UPDATE 2-` before and ` - live` after are labels; the headline proper stands between them."""
    prefix = phrases.HEADLINE_PREFIX.match(title)
    start = prefix.end() if prefix and prefix.end() < len(title) else 0
    suffix = phrases.HEADLINE_SUFFIX.search(title, start + 1)
    end = suffix.start() if suffix else len(title)
    tail = len(title) - len(title[end:].lstrip())
    return [
        Piece("label", 0, len(title[:start].rstrip())),
        Piece("headline", start, end),
        Piece("label", tail, len(title)),
    ]


def _pieces(k: int, paragraph: str, state: _State) -> list[Piece]:
    """The parts of a paragraph: whole ones first, then a mark with the words after it."""
    whole = _whole(k, paragraph, state)
    if whole is not None:
        return [Piece(whole, 0, len(paragraph))]
    if (found := phrases.CORRECTION.match(paragraph)) is not None:
        start = found.end("label") if found["label"] else 0
        return _marked(paragraph, start, "label", "correction")
    if k in state.entries.stamps:
        return _entry(k, paragraph, state)
    if not state.live and (alone := datelines.alone(paragraph)) is not None:
        state.datelines.append((k, alone))
        return [Piece("dateline", 0, len(paragraph))]
    mark = _BULLET.match(paragraph) or (_NUMBER.match(paragraph) if state.numbered else None)
    if mark is not None and mark.end() < len(paragraph):
        numbered = _NUMBER.match(paragraph) is not None
        kind: PartKind = "entry" if state.live else "body" if state.begun or numbered else "summary"
        state.begun = state.begun or numbered
        return _marked(paragraph, mark.end(), "label", kind, state.moment if state.live else None)
    if state.live:
        return [Piece("entry", 0, len(paragraph), state.moment)]
    dateline = datelines.find(paragraph, state.joined, state.opening)
    state.begun = True
    state.opening = state.opening and len(paragraph) < LONGEST_OPENING
    if dateline is not None:
        state.datelines.append((k, dateline))
        return _marked(paragraph, dateline.end, "dateline", "body")
    return [Piece("body", 0, len(paragraph))]


def _marked(paragraph: str, start: int, mark: PartKind, kind: PartKind, published: str | None = None) -> list[Piece]:
    return [Piece(mark, 0, len(paragraph[:start].rstrip())), Piece(kind, start, len(paragraph), published)]


def _entry(k: int, paragraph: str, state: _State) -> list[Piece]:
    stamp = state.entries.stamps[k]
    state.live = state.begun = True
    state.moment = state.entries.moments.get(k)
    pieces = [Piece("label", 0, len(paragraph[: stamp.end].rstrip()))]
    if stamp.end >= len(paragraph):
        return pieces
    words = paragraph[stamp.end :]
    place = datelines.find(words, state.joined, False) or datelines.fragment(words, state.joined)
    start = stamp.end
    if place is not None:
        ranges = tuple((a + start, b + start) for a, b in place.places)
        date = (place.date[0] + start, place.date[1] + start) if place.date else None
        state.datelines.append((k, datelines.Found(start + place.end, ranges, date, place.agency, start)))
        pieces.append(Piece("dateline", start, start + len(words[: place.end].rstrip())))
        start += place.end
    pieces.append(Piece("entry", start, len(paragraph), state.moment))
    return pieces


def _whole(k: int, paragraph: str, state: _State) -> PartKind | None:
    """The kind of a paragraph that is about the report as a whole; None for all others."""
    if k in state.entries.stamps:
        return None
    if k in state.entries.days or (state.begun and _RELATIVE.match(paragraph)):
        return "label"
    late = k > state.last - 3 or not state.begun
    if phrases.is_credit(paragraph) or (late and phrases.SIGNATURE.match(paragraph)):
        state.closed = state.closed or state.begun
        return "credit"
    if state.ended or phrases.is_note(paragraph) or (state.begun and _is_row(paragraph)):
        state.ended = state.ended or (state.begun and phrases.END.match(paragraph) is not None)
        return "note"
    if state.closed and len(paragraph) < 60 and not _ENDS.search(paragraph):
        return "credit"
    if (not state.begun or k == state.last) and _is_byline(paragraph, state):
        state.signed = True
        return "byline"
    if _is_section(k, paragraph, state):
        return "label"
    return None


def _is_row(paragraph: str) -> bool:
    """A row of a table, which is no sentence and is not read as one."""
    return "|" in paragraph and not _ENDS.search(paragraph) and _ROW.match(paragraph) is not None


def _is_byline(paragraph: str, state: _State) -> bool:
    """Who wrote it and when: `By …`, a name alone, a date alone, `Published …`, `2 hours ago`."""
    if len(paragraph) > 160:
        return False
    byline = state.content.byline
    words = paragraph.split()
    ends = _ENDS.search(paragraph) is not None and not paragraph.endswith(".m.")
    if byline and paragraph.casefold().startswith(byline.casefold()):
        return not ends or len(words) < 12
    if _BYLINE.match(paragraph):
        return not ends and len(words) < 22
    if _RELATIVE.match(paragraph):
        return True
    date = dates.DATE.search(paragraph)
    if date and ("|" in paragraph or "•" in paragraph or "·" in paragraph) and not ends:
        return True
    if date and len(date[0]) > 0.4 * len(paragraph) and not ends and datelines.alone(paragraph) is None:
        return True
    if state.signed and len(words) < 5 and not ends and paragraph[0].isupper() and not phrases.SECTION.match(paragraph):
        return True  # the agency or town below the name
    return bool(byline and len(words) < 14 and any(name in paragraph for name in byline.split(", ")) and not ends)


def _is_section(k: int, paragraph: str, state: _State) -> bool:
    """A crosshead: a short line without the end of a sentence, and a paragraph after it."""
    numbered = _NUMBER.match(paragraph)
    if phrases.SECTION.match(paragraph[numbered.end() :] if numbered else paragraph):
        return True
    if k == state.last or len(paragraph) > 70 or _ENDS.search(paragraph) or state.live or k in state.entries.stamps:
        return False
    if _BULLET.match(paragraph) or any(character.isdigit() for character in paragraph):
        return False
    if not state.begun and datelines.alone(paragraph) is not None:
        return False
    if _CAPITALS.match(paragraph):
        return True
    # "The minister said:" belongs to the words after it
    few = len(paragraph.split()) <= 8
    return state.begun and few and not paragraph.endswith((":", ",", ";")) and not paragraph[0].islower()


def dateline_published(document: Document) -> str | None:
    """A full date that the report's dateline, byline or heading states, where nothing else dates it."""
    for found in document.datelines:
        if found.date is not None and (day := dates.day_of(found.date.text)) is not None:
            return day.isoformat()
    for part in document.parts:
        if part.kind == "byline" and (stated := dates.in_words(document.text[part.start : part.end])):
            return stated
        if part.kind in ("body", "entry"):
            break
    return None
