"""What many reports tell together → pages for a terminal: the list, one incident, its tolls over time.

Every number stands with whose it is and when it was published; what was superseded stays in sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..ask import Difference, History
from ..ledger import ConsolidatedIncident, Filing, Statement, Toll
from . import chart, ledger_phrase, phrase
from .lines import Lines

INDENT = 3
LABELS = 15
LISTED = 3  # tolls named in a list of incidents; the page of one has all


def incidents(found: Iterable[ConsolidatedIncident], lines: Lines) -> Iterator[str]:
    """A list of incidents, two lines each: what, where, when; tolls and how many tell it."""
    for incident in found:
        yield lines.ink.strong(incident.id)
        yield from lines.block(_headline(incident), INDENT)
        tolls = [
            f"{one.measure.replace('_', ' ')} {ledger_phrase.toll(one)}"
            for one in ledger_phrase.whole(incident)[:LISTED]
        ]
        yield from lines.block(" · ".join([*tolls, ledger_phrase.sources(incident)]), INDENT, lines.ink.faint)


def incident(
    found: ConsolidatedIncident,
    filings: Mapping[str, Filing],
    who: Mapping[str, Mapping[str, Sequence[Statement]]],
    lines: Lines,
    history: bool = False,
) -> Iterator[str]:
    """The page of one incident; `who` are the words that its responsibility rests on (`explain.responsibility`); with
    `history`, also the figures that no longer stand."""
    yield from lines.block(f"{_headline(found)} · {found.id}", 0, lines.ink.title)
    told = [ledger_phrase.sources(found), f"first told {phrase.moment(found.first_published) or 'at an unknown time'}"]
    if found.as_of:
        told.append(f"as known at {phrase.moment(found.as_of)}")
    yield from lines.block(" · ".join(told), 0)
    if rows := phrase.parties(found):
        yield ""
        for label, value in rows.items():
            yield from lines.row(label, value, INDENT, LABELS, lines.ink.faint)
            for said in who.get(label.partition(" ")[0].lower(), {}).values():
                yield from _said(said, lines)
    if found.tolls:
        yield from lines.heading("Toll")
        for toll in sorted(found.tolls, key=ledger_phrase.rank):
            yield from _toll(toll, lines, history)
    if found.disagreements:
        yield from lines.heading("Disagreements")
        for one in found.disagreements:
            since = f" (since {phrase.moment(one.since)})" if one.since else ""
            yield from lines.block(f"– {one.text}{since}", INDENT, hang=True)
    yield from lines.heading("Reports")
    yield from _reports(found, filings, lines)


def _headline(found: ConsolidatedIncident) -> str:
    words = " · ".join([phrase.kind(found), ledger_phrase.where(found), phrase.when(found)])
    return words if found.status == "occurred" else f"{words} [{found.status}]"


def _said(said: Iterable[Statement], lines: Lines) -> Iterator[str]:
    for one in said:
        published = phrase.moment(one.published) or "publication not dated"
        yield from lines.block(f"● {one.speaker or 'the report itself'} · {published}", INDENT + 2, lines.ink.source,
                               hang=True)  # fmt: skip
        if one.quote:
            yield from lines.block(f"“{' '.join(one.quote.split())}”", INDENT + 4, lines.ink.faint)


def _toll(toll: Toll, lines: Lines, history: bool) -> Iterator[str]:
    as_of = f" · as of {phrase.moment(toll.as_of)}" if toll.as_of else ""
    label = ledger_phrase.measure(toll)
    yield from lines.row(label, f"{ledger_phrase.toll(toll)}{as_of}", INDENT, 24, lines.ink.number)
    for one in toll.figures:
        if not (one.current or history):
            continue
        count = one.count
        published = phrase.moment(count.published) or "publication not dated"
        facts = [f"{phrase.number(count)} · {one.source}", published]
        if count.as_of:
            facts.append(f"as of {phrase.moment(count.as_of)}")
        if not one.current:
            facts.append(ledger_phrase.standing(one))
        paint = lines.ink.source if one.current else lines.ink.faint
        yield from lines.block(f"{'●' if one.current else '○'} {' · '.join(facts)}", INDENT + 2, paint, hang=True)
        if count.quote:
            yield from lines.block(f"“{' '.join(count.quote.split())}”", INDENT + 4, lines.ink.faint)
    past = sum(not one.current for one in toll.figures)
    if past and not history:
        yield from lines.block(
            f"and {past} that no longer stand{'s' if past == 1 else ''}", INDENT + 4, lines.ink.faint
        )


def _reports(found: ConsolidatedIncident, filings: Mapping[str, Filing], lines: Lines) -> Iterator[str]:
    """The reports in the order of publication; a copy of another one's text is marked as such."""
    for report in found.reports:
        filing = filings.get(report) or Filing(report)
        facts = [phrase.moment(filing.published) or "not dated", filing.publisher, filing.title]
        words = " · ".join(fact for fact in facts if fact)
        copy = "" if report in found.originators else " (a copy)"
        yield from lines.block(f"– {words}{copy}", INDENT, hang=True)
        yield from lines.block(filing.url or report, INDENT + 2, lines.ink.faint)


# ── tolls over time ──────────────────────────────────────────────────────────────────────────────


def tolls(history: History, lines: Lines) -> Iterator[str]:
    """The tolls of an incident as they changed: a table for each measure, and a step chart where it moved."""
    yield from lines.block(f"{_headline(history.incident)} · {history.incident.id}", 0, lines.ink.title)
    for series in sorted(history.series, key=ledger_phrase.rank):
        yield from lines.heading(f"{series.measure.replace('_', ' ')}{f', {series.group}' if series.group else ''}")
        rows = [
            (phrase.moment(step.at) or "", ledger_phrase.cell(step.low), ledger_phrase.cell(step.best),
             ledger_phrase.cell(step.high), ", ".join(step.sources))
            for step in series.steps
        ]  # fmt: skip
        yield from table(("known at", "low", "best", "high", "best from"), rows, lines)
        if len(series.steps) > 1:
            yield ""
            yield from (" " * INDENT + line for line in chart.steps(series.steps, lines.width - INDENT))


# ── what changed ─────────────────────────────────────────────────────────────────────────────────


def differences(
    after: ConsolidatedIncident, known_before: bool, found: Sequence[Difference], lines: Lines
) -> Iterator[str]:
    """What changed between two moments, each with its reason."""
    yield from lines.block(f"{_headline(after)} · {after.id}", 0, lines.ink.title)
    if not known_before:
        yield from lines.block("Nothing of it was known at the earlier moment.", 0)
    if not found:
        yield from lines.block("Nothing changed.", 0)
    for one in found:
        yield ""
        step = f"{one.before or 'not known'} → {one.after or 'no longer'}"
        if one.what == "disagreement":
            step = f"settled: {one.before}" if one.after is None else one.after
        yield from lines.row(one.what, step, INDENT, 24, lines.ink.number)
        yield from lines.block(f"because {one.why}", INDENT + 2, lines.ink.faint)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], lines: Lines) -> Iterator[str]:
    """Rows under their heads; numbers to the right, the last column wrapped."""
    from .terminal import columns, pad, wrap

    sizes = [max(columns(row[k]) for row in [head, *rows]) for k in range(len(head) - 1)]
    room = max(lines.width - INDENT - sum(sizes) - 2 * len(sizes), 10)
    for number, row in enumerate([head, *rows]):
        cells = [pad(row[k], size, right=k > 0) for k, size in enumerate(sizes)]
        for k, last in enumerate(wrap(row[-1], room)):
            left = "  ".join(cells) if k == 0 else " " * (sum(sizes) + 2 * (len(sizes) - 1))
            line = f"{' ' * INDENT}{left}  {last}".rstrip()
            yield lines.ink.faint(line) if number == 0 else line
