"""JSON: the promised fields, the schema, offsets, bytes that any reader can take."""

from __future__ import annotations

import dataclasses
import json as standard_json
import types
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from asof import model
from asof.model import Record, Report, Skipped
from asof.surface import json, schema

VALIDATOR = jsonschema.Draft202012Validator(schema.load())
TOP = ["report", "text", "events", "figures", "quotes", "places", "times", "actors", "incidents", "skipped", "producer"]


def test_a_record_is_valid(market: Record) -> None:
    VALIDATOR.validate(standard_json.loads(json.dumps(market)))


def test_the_promised_fields_are_there(market: Record) -> None:
    found = json.to_dict(market)
    assert set(TOP) <= set(found)
    promised = {
        "events": "id type mode status actors recipients place start end time_precision weapons attribution evidence",
        "figures": "id measure low high value qualifier unit scope part_of place as_of event attribution evidence",
        "quotes": "id speaker kind channel cue content evidence",
        "places": "id name geonames_id lat lon country admin1 level evidence",
        "times": "id start end precision evidence",
        "actors": "id name kind country sector registry_id evidence",
    }
    for layer, fields in promised.items():
        assert all(set(fields.split()) <= set(item) for item in found[layer]), layer
    attribution = found["figures"][3]["attribution"]
    assert set("speaker channel stance relayed_by evidence".split()) <= set(attribution)


def test_all_evidence_is_the_text_at_its_offsets(market: Record) -> None:
    found = standard_json.loads(json.dumps(market))
    spans = list(_spans(found))
    assert len(spans) > 40
    assert all(found["text"][span["start"] : span["end"]] == span["text"] for span in spans)


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            yield value
        else:
            for inner in value.values():
                yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def test_a_quote_has_content_cue_and_source_as_evidence(market: Record) -> None:
    quote = json.to_dict(market)["quotes"][1]
    assert quote["content"] == '"This was a deliberate crime,"'
    assert quote["cue"] == "said"
    assert [span["text"] for span in quote["evidence"]] == ["said", quote["content"], "its spokesman, Idrissa Maiga"]


def test_broken_content_shows_its_gap(market: Record) -> None:
    first, second, _ = market.quotes
    broken = replace(second, content=(*first.content, *second.content), cue=())
    (quote,) = json.to_dict(replace(market, quotes=(broken,)))["quotes"]
    assert " on Tuesday … " in quote["content"]
    assert quote["cue"] is None


def test_same_record_same_bytes(market: Record) -> None:
    assert json.dumps(market) == json.dumps(replace(market))


def test_one_line_of_utf8_whatever_the_text_holds() -> None:
    text = "Ōsaka \ud800 \u2028 \u2029 \x85 \r\n \x00 \U0001f600"
    line = json.dumps(Record(Report("", 0), text))
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    assert standard_json.loads(line)["text"] == text
    assert "Ōsaka" in line


def test_a_report_that_was_not_read_is_valid() -> None:
    found = json.to_dict(Record(Report("", 0, file="a.txt"), "", skipped=(Skipped("report", "It is empty."),)))
    VALIDATOR.validate(found)
    assert found["report"]["sha256"] is None


def test_not_a_number_is_no_json(market: Record) -> None:
    with pytest.raises(ValueError):
        json.dumps(replace(market, events=(replace(market.events[0], score=float("nan")),)))


# ── the schema ───────────────────────────────────────────────────────────────────────────────────


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for inner in node.values():
            yield from _objects(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _objects(inner)


def test_the_schema_is_strict_and_describes_everything() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.load())
    for node in _objects(schema.load()):
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
        for name, inner in node["properties"].items():
            assert inner.get("description") or "$ref" in inner, name


def test_the_schema_has_the_keys_in_the_order_of_the_output(market: Record) -> None:
    found, published = json.to_dict(market), schema.load()
    assert list(found) == list(published["properties"])
    for layer in TOP[2:10]:
        name = layer.removesuffix("s") if layer != "skipped" else layer
        assert list(found[layer][0]) == list(published["$defs"][name]["properties"]), layer


@pytest.mark.parametrize("kind", [model.Report, model.Event, model.Figure, model.Place, model.Actor, model.Incident])
def test_the_schema_has_every_field_of_the_model(kind: type) -> None:
    fields = [field.name for field in dataclasses.fields(kind)]
    assert list(schema.load()["$defs"][kind.__name__.lower()]["properties"]) == fields


CHARACTERS = st.text(st.characters(exclude_categories=()), max_size=12)


def _values(kind: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Any value of a type of the model, within what the schema says of the field of this name."""
    origin = get_origin(kind)
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin in (Union, types.UnionType):
        return st.one_of(*(_values(one, name) for one in get_args(kind)))
    if origin is tuple:
        return st.lists(_values(get_args(kind)[0], name), max_size=2).map(tuple)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{f.name: _values(hints[f.name], f.name) for f in dataclasses.fields(kind)})
    if name == "sha256":
        return st.sampled_from(["", "0f" * 32])
    if name == "country" and kind is str:
        return st.sampled_from(["SDN", "UKR"])
    limits = {"score": (0, 1), "lat": (-90, 90), "lon": (-180, 180)}
    if kind is float:
        return st.floats(*limits[name])
    return {
        str: CHARACTERS,
        int: st.integers(0, 10**12),
        bool: st.booleans(),
        type(None): st.none(),
    }[kind]


# Not shrunk: the error of the first example found says which field it is, and shrinking a record takes minutes.
@settings(
    max_examples=60,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(_values(model.Record))
def test_every_record_is_valid_and_one_line(record: Record) -> None:
    line = json.dumps(record)
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    VALIDATOR.validate(standard_json.loads(line))
