"""Calls that are generated from the description: none fails, and every answer is as described."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from asof.store import Store
from asof.surface.access import Settings

from .conftest import application

load_all_checks()
HELD = CHECKS.get_by_names(
    ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
     "response_schema_conformance"]
)  # fmt: skip
CALLS = 300  # in the suite; the soak test makes ten thousand


@pytest.fixture
def description(store: Store) -> Iterator[schemathesis.BaseSchema]:
    yield schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", application(store, Settings(hosts=frozenset({"testserver"})))
    )


def run(description: schemathesis.BaseSchema, calls: int) -> int:
    operations = [found.ok() for found in description.get_all_operations()]
    modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
    cases = st.one_of(*(one.as_strategy(mode) for one in operations for mode in modes))
    made = []

    @given(case=cases)
    @settings(max_examples=calls, deadline=None, phases=[Phase.generate], derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    def call(case: schemathesis.Case) -> None:
        made.append(case.call_and_validate(checks=HELD).status_code)

    call()
    return len(made)


def test_generated_calls(description: schemathesis.BaseSchema) -> None:
    assert run(description, CALLS) >= CALLS


@pytest.mark.soak
def test_ten_thousand_generated_calls(description: schemathesis.BaseSchema) -> None:
    assert run(description, 10_000) >= 10_000
