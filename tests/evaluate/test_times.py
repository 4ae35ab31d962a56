"""The measure of times: an invented TimeML document, and the bars on the corpora where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof.evaluate.times import Timex, evaluate, read, score
from asof.model import Span, TimeRef

CORPORA = Path(__file__).parents[3] / "shared" / "data" / "timeml"
DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>invented</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-06-18" functionInDocument="CREATION_TIME">20260618</TIMEX3></DCT>
<TEXT>

The ferry <EVENT eid="e1" class="OCCURRENCE">sank</EVENT> <TIMEX3 tid="t1" type="DATE" value="2026-06-17">on
Wednesday</TIMEX3> &amp; was raised.

It had sailed for <TIMEX3 tid="t2" type="DURATION" value="P9Y">nine years</TIMEX3>.
</TEXT></TimeML>
"""


def ref(text: str, start: int, kind: str = "DATE", value: str | None = None) -> TimeRef:
    span = Span(start, start + len(text), text)
    return TimeRef("t", span, kind, value, None, None, None)  # type: ignore[arg-type]


def test_a_document_with_its_date_and_its_expressions(tmp_path: Path) -> None:
    path = tmp_path / "invented.tml"
    path.write_text(DOCUMENT, encoding="utf-8")
    document, gold = read(path)
    assert document.report.published == "2026-06-18"
    assert [document.text[part.start : part.end].split()[0] for part in document.parts] == ["The", "It"]
    assert [(t.type, t.value) for t in gold] == [("DATE", "2026-06-17"), ("DURATION", "P9Y")]
    assert all(document.text[t.start : t.end] == t.text for t in gold)


def test_scores_are_counted_once_per_expression() -> None:
    gold = [Timex(3, 12, "Wednesday", "DATE", "2026-06-17"), Timex(30, 40, "nine years", "DURATION", "P9Y")]
    found = [ref("on Wednesday", 0, "DATE", "2026-06-17"), ref("now", 50, "DATE", "PRESENT_REF")]
    counts = score(found, gold)
    assert (counts.gold, counts.found, counts.relaxed, counts.strict) == (2, 2, 1, 0)
    assert (counts.value, counts.dates, counts.dates_right) == (1, 1, 1)
    assert counts.f1(counts.relaxed) == 0.5 and counts.accuracy == 1.0
    assert [miss.split()[0] for miss in counts.misses] == ["SPAN", "MISSED", "EXTRA"]


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.exists(), reason="the TimeML corpora are not beside the checkout")
def test_the_bars_on_the_corpora() -> None:
    counts, scored, failed = evaluate(CORPORA)
    assert (scored, failed) == (256, 0)
    assert counts.f1(counts.value) >= 0.78
    assert counts.accuracy_of_dates >= 0.84
    assert counts.f1(counts.strict) >= 0.85
