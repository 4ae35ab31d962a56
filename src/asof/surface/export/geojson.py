"""GeoJSON (RFC 7946): an incident a feature, its properties those of the tidy table of incidents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...ledger import ConsolidatedIncident
from .. import json as record_json
from . import earlier
from .form import Format, Job
from .tables import INCIDENTS

NAME = "incidents.geojson"
PLACED = ("incident_id", "latitude", "longitude")  # said by the feature's id and geometry


def write(job: Job) -> None:
    """One collection, a feature a line. What has no point is a feature without one, as the standard has it."""
    with job.sink.open(NAME) as stream:
        stream.write(b'{"type": "FeatureCollection", "features": [')
        for number, found in enumerate(job.source.incidents()):
            stream.write((",\n" if number else "\n").encode() + record_json.line(feature(found)).encode())
            job.losses.row(NAME)
            if found.lat is None or found.lon is None:
                job.losses.by_convention("no point is known: the feature's geometry is null", found.id)
        stream.write(f'\n], "producer": {json.dumps(job.producer)}}}\n'.encode())


def feature(found: ConsolidatedIncident) -> dict[str, Any]:
    """One incident as a feature."""
    located = found.lat is not None and found.lon is not None
    return {
        "type": "Feature",
        "id": found.id,
        "geometry": {"type": "Point", "coordinates": [found.lon, found.lat]} if located else None,
        "properties": {
            "incident_id": found.id,
            **{name: value for name, value in INCIDENTS.named(found).items() if name not in PLACED},
        },
    }


def ids(path: Path) -> Iterator[str]:
    """The ids of the features in an earlier export."""
    return earlier.of_collection(path, "features")


FORMAT = Format(
    name="geojson",
    files=(NAME,),
    write=write,
    columns={"properties": tuple(name for name in INCIDENTS.header if name not in PLACED[1:])},
    silent=("Tolls of groups, the history of figures, claims and quotes: see csv, parquet or jsonl.",),
    ids=ids,
)
