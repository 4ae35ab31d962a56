"""Calls that are generated from the description: none fails, and every answer is as described."""

from __future__ import annotations

from collections import Counter

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from asof.store import Store
from asof.surface.access import Settings

from .conftest import application

pytestmark = pytest.mark.slow

load_all_checks()
HELD = CHECKS.get_by_names(
    ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
     "response_schema_conformance"]
)  # fmt: skip
CALLS = 300  # in the suite; the soak test makes ten thousand


@pytest.fixture
def description(store: Store) -> schemathesis.BaseSchema:
    served = Settings(hosts=frozenset({"testserver"}))  # the name that schemathesis asks by
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", application(store, served))


@pytest.fixture
def known(store: Store) -> dict[str, list[str]]:
    """What there is, by how its id begins: generated ones are never of anything."""
    with store.reading() as shelf:
        kept = [one.sha256 for one in shelf.reports()]
        records = [record for sha in kept if (record := shelf.record(sha)) is not None]
        values = [one.id for record in records for field in (record.events, record.figures, record.quotes,
                  record.actors, record.places, record.incidents) for one in field]  # fmt: skip
        values += [row.id for row in shelf.incidents()] + [one.id for _, one in shelf.decided()]
    found: dict[str, list[str]] = {"sha256": kept}
    for one in values:
        found.setdefault(one[0], []).append(one)
    return found


BEGINS = {"incidents": "h", "explain": "h", "claims": "f", "quotes": "q", "actors": "a", "places": "p",
          "decisions": "d", "incident": "h", "telling": "i", "left": "i", "right": "h", "claim": "f"}  # fmt: skip


def fill(case: schemathesis.Case, known: dict[str, list[str]], draw: st.DrawFn) -> None:
    """Put ids of what there is in place of those that were made up."""
    for name in case.path_parameters or {}:
        kind = "sha256" if name == "sha256" else BEGINS.get(case.operation.path.split("/")[3], "")
        if kind in known:
            case.path_parameters[name] = draw(st.sampled_from(known[kind]))
    if isinstance(case.body, dict):
        for name in set(case.body) & BEGINS.keys():
            case.body[name] = draw(st.sampled_from(known[BEGINS[name]]))


def run(description: schemathesis.BaseSchema, known: dict[str, list[str]], calls: int) -> Counter[int]:
    operations = [found.ok() for found in description.get_all_operations()]
    modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
    cases = st.one_of(*(one.as_strategy(mode) for one in operations for mode in modes))
    made: Counter[int] = Counter()

    @given(case=cases, data=st.data())
    @settings(max_examples=calls, deadline=None, phases=[Phase.generate], derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    def call(case: schemathesis.Case, data: st.DataObject) -> None:
        if data.draw(st.booleans()):
            fill(case, known, data.draw)  # type: ignore[arg-type]
        made[case.call_and_validate(checks=HELD).status_code] += 1

    call()
    return made


def test_generated_calls(description: schemathesis.BaseSchema, known: dict[str, list[str]]) -> None:
    made = run(description, known, CALLS)
    assert made.total() >= CALLS
    assert made[200] > CALLS / 10 and made[422] > CALLS / 10, made


@pytest.mark.soak
def test_ten_thousand_generated_calls(description: schemathesis.BaseSchema, known: dict[str, list[str]]) -> None:
    assert run(description, known, 10_000).total() >= 10_000
