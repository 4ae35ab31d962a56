"""Errors that a user can act on: what was wrong, where, what was allowed, what to do."""

from __future__ import annotations


class AsofError(Exception):
    """Base of every error that asof raises on purpose; `exit_code` is what the command line returns."""

    exit_code = 1


class UnreadableReport(AsofError):
    """The bytes are not a report that can be read (binary, empty, too large, another shape of JSON)."""

    exit_code = 3


class RefusedReport(AsofError):
    """The report was understood well enough to know that it is outside what asof reads (another language)."""

    exit_code = 4


class MissingPart(AsofError):
    """A part of the installation is absent or not the one expected (model weights, compiled gazetteer)."""

    exit_code = 5


class WrongUse(AsofError):
    """An argument, option or configuration value is outside what is allowed."""

    exit_code = 2
