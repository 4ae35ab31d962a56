"""Keeps reports, what they tell, decisions and incidents: start at `store.py`; the tables are in `schema.py`.

Does not read reports, decide or derive anything: it keeps and finds. On SQLite (a file) or PostgreSQL.
"""

from __future__ import annotations

from .checking_reports import Problem
from .entry import Added, Entry, Held, Kept
from .filtering import IncidentFilter, IncidentRow
from .searching import Found
from .store import Store
from .walking import Walk, walk

__all__ = [
    "Added", "Entry", "Found", "Held", "IncidentFilter", "IncidentRow", "Kept", "Problem", "Store",
    "Walk", "walk",
]  # fmt: skip
