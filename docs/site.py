"""For the pages: links to files of the source tree, which are no pages, become the names of those files.

A link to a file that is not there is left as it is, so that the strict build refuses it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\[([^\]]+)\]\(\.\./([^)#\s]+)(?:#[^)]*)?\)")


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Called by MkDocs for each page."""
    return LINK.sub(lambda m: f"{m[1]} (`{m[2]}`)" if (ROOT / m[2]).exists() else m[0], markdown)
