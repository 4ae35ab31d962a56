"""The ways out: command line, JSON, text, HTML. Imported by nobody but the package's own front (`asof/__init__.py`)."""
