"""The REST API, `/api/v1`: the same questions and decisions as on the command line, as JSON over HTTP.

`router` answers; `install` puts it into an application, with answers to what no route takes. An application has the
store and the settings in its state (`app.state.store`, `app.state.settings`), and `access` in front.
"""

from __future__ import annotations

from .answers import PREFIX
from .app import install, router

__all__ = ["PREFIX", "install", "router"]
