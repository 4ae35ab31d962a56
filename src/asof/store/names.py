"""Names as they are searched for: without case, accents and punctuation, one space before, between and after words.

` al shifa hospital gaza city ` holds ` gaza city ` and not ` gaz `.
"""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """The name in its searchable shape; one space where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return f" {_BETWEEN.sub(' ', bare).strip()} ".replace("  ", " ")
