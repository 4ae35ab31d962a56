"""Values come back from a column as they went in."""

from __future__ import annotations

import dataclasses
import typing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asof import ledger, model
from asof.errors import DamagedStore
from asof.model import Record
from asof.store import encoding
from asof.store.names import fold

KINDS = (ledger.Filing, ledger.Telling, ledger.Count, ledger.Statement, ledger.Decision, ledger.ConsolidatedIncident)
WORDS = st.text(max_size=4)  # with lone surrogates
st.register_type_strategy(str, WORDS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize("kind", [*KINDS, Record], ids=lambda kind: kind.__name__)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_value_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    line = encoding.dumps(value)
    line.encode()
    assert "\x00" not in line and "\n" not in line
    assert encoding.loads(kind, line) == value
    assert encoding.unsqueeze_value(kind, encoding.squeeze_value(value)) == value


def test_records_of_the_examples_come_back_equal(example_records: list[Record]) -> None:
    for record in example_records:
        assert encoding.unsqueeze_value(Record, encoding.squeeze_value(record)) == record


def test_a_field_that_was_added_later_reads_as_its_default() -> None:
    assert encoding.loads(ledger.Filing, '{"report":"r"}') == ledger.Filing("r")


def test_every_field_of_the_model_has_a_type_that_can_be_kept() -> None:
    """What is kept are scalars, tuples and the model's own types: a dict or a set would not come back."""
    for kind in [*vars(model).values(), *vars(ledger).values()]:
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            for name, hint in typing.get_type_hints(kind).items():
                assert typing.get_origin(hint) not in (dict, set, frozenset, list), f"{kind.__name__}.{name}"


@pytest.mark.parametrize("line", ["", "[]", "{", '{"none": 1}', "null", '{"report": "r", "sketch": 4}'])
def test_what_is_no_value_is_said_to_be_damaged(line: str) -> None:
    with pytest.raises(DamagedStore):
        encoding.loads(ledger.Filing, line)


@pytest.mark.parametrize("content", [b"", b"no zlib", encoding.squeeze(b"\xff"), encoding.squeeze(b"{")])
def test_bytes_that_are_no_value_are_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(DamagedStore):
        encoding.unsqueeze_value(ledger.Filing, content)


@given(WORDS)
def test_a_number_has_64_bits_and_is_the_same_every_time(word: str) -> None:
    assert -(2**63) <= encoding.number(word) == encoding.number(word) < 2**63


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Al-Shifa Hospital, Gaza City", " al shifa hospital gaza city "),
        ("Kyïv", " kyiv "),
        ("ÉL FÁSHER", " el fasher "),
        ("", " "),
        ("—", " "),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(WORDS)
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
