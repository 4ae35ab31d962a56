"""The globe: how far two points lie apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088  # the mean radius


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points in degrees (haversine; within 0.5 % of the ellipsoid's)."""
    up, along = radians(other_lat - lat), radians(other_lon - lon)
    part = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(along / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(part)))
