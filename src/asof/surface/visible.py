"""Characters that would change how a page is read, made visible: controls, bidirectional overrides, surrogates.

A report is a stranger's text: it must not move the cursor, turn the direction of a line, or hide a
word. What is shown is `⟨U+202E⟩`; the record's own text and offsets stay as they are.
"""

from __future__ import annotations

import re

# C0 and C1 without tab and line feed; marks, embeddings, overrides and isolates of direction; line and
# paragraph separators; invisible operators; interlinear marks; surrogates; tag characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with every such character replaced by its name in brackets."""
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)
