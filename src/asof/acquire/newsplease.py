"""What news-please writes beside a page that it saves (`x.html`, `x.html.json`) → one item for both.

Does not read the article (`article` does).
"""

from __future__ import annotations

import json
from pathlib import Path

from .files import read_bytes
from .item import Item

_SUFFIX = ".json"


def is_paired_page(path: Path) -> bool:
    """Whether this page has its JSON beside it, which tells more."""
    return path.suffix in (".html", ".htm") and path.with_name(path.name + _SUFFIX).is_file()


def paired(path: Path) -> Item | None:
    """The article of a pair, by its JSON file; None when this is not one. The page, where its text was not found."""
    if path.suffix != _SUFFIX or path.with_suffix("").suffix not in (".html", ".htm"):
        return None
    page = path.with_suffix("")
    if not page.is_file():
        return None
    content = read_bytes(path)
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError):
        fields = None
    if isinstance(fields, dict) and fields.get("maintext"):
        return Item(str(path), content)
    told = fields if isinstance(fields, dict) else {}
    url, publisher, published, fetched = (
        value if isinstance(value := told.get(name), str) and value else None
        for name in ("url", "source_domain", "date_publish", "date_download")
    )
    return Item(str(page), read_bytes(page), url, publisher, published, fetched)
