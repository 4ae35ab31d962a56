"""Who may see and change what: the settings of a server, its accounts, and what it shows to whom.

Without accounts a server answers on the loopback alone, and whoever asks is its admin. With accounts everybody signs
in: a reader reads, a coder also adds reports and decides, an admin also manages accounts and sees masked names.
"""

from __future__ import annotations

from .front import install
from .settings import Settings
from .viewer import Viewer, needs, viewer

__all__ = ["Settings", "Viewer", "install", "needs", "viewer"]
