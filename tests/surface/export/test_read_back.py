"""Exports read by the field's own packages: Parquet by polars, entities by followthemoney, annotations by PyLD."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import polars
import pytest
from followthemoney import model
from pyld import jsonld

from asof.store import Store
from asof.surface.export.tables import TABLES

from .conftest import NOON, Run

# ── Parquet ──────────────────────────────────────────────────────────────────────────────────────

KINDS = {
    "text": polars.String, "number": polars.Int64, "real": polars.Float64, "yes": polars.Boolean,
    "texts": polars.List(polars.String),
}  # fmt: skip


def test_parquet_is_the_csv_with_kinds(run: Run) -> None:
    folder, plain = run("parquet", "parquet"), run("csv", "csv")
    for name, table in TABLES.items():
        frame = polars.read_parquet(folder / f"{name}.parquet")
        assert dict(frame.schema) == {column.name: KINDS[column.kind] for column in table.columns}
        with (plain / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        key = table.header[0]
        assert frame[key].to_list() == [row[key] for row in rows]
        assert rows or name == "corrections"


def test_unknown_is_null_and_several_are_a_list(run: Run) -> None:
    frame = polars.read_parquet(run("parquet", "parquet") / "incidents.parquet")
    strike = frame.filter(polars.col("mode") == "drone").row(0, named=True)
    assert (strike["killed_best"], strike["missing_best"], strike["latitude"]) == (8, None, 13.077)
    assert strike["recipients"] == ["people", "nine people"] and strike["claimed_by"] == []


def test_parquet_of_nothing_has_its_columns(run: Run) -> None:
    folder = run("parquet", "parquet", as_of="2020-01-01T00:00:00Z")
    assert all(polars.read_parquet(folder / f"{name}.parquet").height == 0 for name in TABLES)


# ── FollowTheMoney ───────────────────────────────────────────────────────────────────────────────


def test_followthemoney_takes_every_entity_whole(run: Run) -> None:
    entities = {}
    for line in run("ftm", "entities.json").read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        proxy = model.get_proxy(held)
        proxy.schema.validate(held)
        kept = {name: sorted(proxy.get(name)) for name in held["properties"]}
        assert kept == {name: sorted(values) for name, values in held["properties"].items()}, "a value was not taken"
        entities[proxy.id] = proxy
    events = [one for one in entities.values() if one.schema.name == "Event"]
    assert len(events) == 3
    for event in events:
        assert {*event.get("involved"), *event.get("proof")} <= entities.keys()
        assert all(entities[one].schema.is_a("Article") for one in event.get("proof"))
    strike = next(one for one in events if "drone" in one.get("keywords"))
    (involved,) = strike.get("involved")
    assert entities[involved].schema.name == "PublicBody" and entities[involved].caption == "Malian army"
    assert strike.get("country") == ["ml"] and strike.get("date") == ["2026-05-04"]


# ── Web Annotations ──────────────────────────────────────────────────────────────────────────────

OA, RDF, AS = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "https://www.w3.org/ns/activitystreams#",
)
# The terms of the W3C's context that we use, as its recommendation of 2017 defines them.
CONTEXT: dict[str, Any] = {
    "@context": {
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": f"{OA}Annotation",
        "SpecificResource": f"{OA}SpecificResource",
        "TextQuoteSelector": f"{OA}TextQuoteSelector",
        "TextPositionSelector": f"{OA}TextPositionSelector",
        "TextualBody": f"{OA}TextualBody",
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "Software": f"{AS}Application",
        "body": {"@type": "@id", "@id": f"{OA}hasBody"},
        "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
        "source": {"@type": "@id", "@id": f"{OA}hasSource"},
        "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
        "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
        "describing": f"{OA}describing",
        "tagging": f"{OA}tagging",
        "identifying": f"{OA}identifying",
        "exact": f"{OA}exact",
        "prefix": f"{OA}prefix",
        "suffix": f"{OA}suffix",
        "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{OA}start"},
        "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{OA}end"},
        "value": f"{RDF}value",
        "format": "http://purl.org/dc/elements/1.1/format",
        "language": "http://purl.org/dc/elements/1.1/language",
        "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
        "generator": {"@type": "@id", "@id": f"{AS}generator"},
        "name": "http://xmlns.com/foaf/0.1/name",
    }
}


def local(url: str, _options: Any) -> dict[str, Any]:
    """Nothing is fetched: the one context that is asked for is here."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def test_annotations_are_json_ld_of_the_w3c(run: Run) -> None:
    page = json.loads(run("webannotations", "page.jsonld").read_text(encoding="utf-8"))
    (expanded,) = jsonld.expand(page, {"documentLoader": local})
    (held,) = expanded[f"{AS}items"]
    items = held["@list"]
    assert expanded["@type"] == [f"{AS}OrderedCollectionPage"] and len(items) == len(page["items"]) > 20
    for given, found in zip(page["items"], items, strict=True):
        assert found["@type"] == [f"{OA}Annotation"] and found["@id"].startswith("urn:uuid:")
        assert [one["@id"] for one in found[f"{OA}motivatedBy"]] == [f"{OA}describing"]
        purposes = [body[f"{OA}hasPurpose"][0]["@id"] for body in found[f"{OA}hasBody"]]
        assert purposes == [f"{OA}describing", f"{OA}tagging", f"{OA}identifying"]
        assert len(found[f"{OA}hasTarget"]) == len(given["target"]) > 0
        # Every key that we write is a term: what is none would be dropped.
        assert _keys(given) <= CONTEXT["@context"].keys()


def _keys(held: Any) -> set[str]:
    if isinstance(held, list):
        return {key for one in held for key in _keys(one)}
    return {*held, *(key for one in held.values() for key in _keys(one))} if isinstance(held, dict) else set()


def test_both_selectors_find_the_same_words(run: Run, bundled: Store) -> None:
    page = json.loads(run("webannotations", "page.jsonld").read_text(encoding="utf-8"))
    with bundled.reading() as shelf:
        texts = {kept.url: record.text for kept in shelf.reports() if (record := shelf.record(kept.sha256)) is not None}
    for target in (target for one in page["items"] for target in one["target"]):
        text = texts[target["source"]]
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        at = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
        assert at + len(quote["prefix"]) == position["start"]
    assert len({one["id"] for one in page["items"]}) == len(page["items"])


def test_annotations_as_of_noon_are_of_what_was_published_then(run: Run) -> None:
    page = json.loads(run("webannotations", "page.jsonld", as_of=NOON).read_text(encoding="utf-8"))
    assert {target["source"] for one in page["items"] for target in one["target"]} == {
        "https://segouwire.example/2026/05/04/baroueli"
    }


# ── HAPI ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("hxl", [True, False])
def test_hapi_sums_the_rows_of_acled(run: Run, hxl: bool) -> None:
    with run("hapi", "hapi.csv", hxl=hxl).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[hxl:]
    found = {row["event_type"]: (row["events"], row["fatalities"], row["reference_period_end"]) for row in rows}
    assert found == {
        "civilian_targeting": ("1", "8", "2026-05-31"),
        "demonstration": ("1", "0", "2026-05-31"),
        "political_violence": ("1", "8", "2026-05-31"),
    }
    assert {row["location_code"] for row in rows} == {"MLI"} and {row["admin1_code"] for row in rows} == {""}


def test_nothing_is_left_behind(run: Run, tmp_path: Path) -> None:
    run("ftm", "entities.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entities.json", "entities.json.report.json"]
