"""Event codes of the PETRARCH family compared: at the root, and as they stand.

PETRARCH's unit records carry the codes of WEIS, the scheme before CAMEO, and where they test a pattern, invented
numbers (`345`, `904`), which no reader of the sentence can tell: those stay misses.
"""

from __future__ import annotations

from ..vocabulary.codebooks.crosswalks import from_cameo

# WEIS's categories and the roots of CAMEO that took their place.
WEIS = {
    "01": ("08",), "02": ("01",), "03": ("04",), "04": ("05",), "05": ("03",), "06": ("05", "06", "08"),
    "07": ("07",), "08": ("03", "05", "06"), "09": ("02", "10"), "10": ("02", "10"), "11": ("12",), "12": ("11",),
    "13": ("11",), "14": ("01", "12"), "15": ("10",), "16": ("13",), "17": ("13",), "18": ("14", "15"),
    "19": ("16", "12"), "20": ("16", "17"), "21": ("17",), "22": ("18", "19", "20"),
}  # fmt: skip


# WEIS gives what lies ahead the code of the act; CAMEO and PLOVER call it an intent, or a threat.
AHEAD = {"03": "03", "04": "03", "06": "03", "07": "03", "21": "13", "22": "13", "19": "13"}


def same_root(gold: str, ours: str, weis: bool = False, ahead: bool = False) -> bool:
    """Whether two codes have one root, or roots that PLOVER holds to be one type (18, 19 and 20 are ASSAULT)."""
    older = weis and len(gold) == 3
    roots = WEIS.get(gold[:2], ()) if older else (gold[:2],)
    if older and ahead and AHEAD.get(gold[:2]) == ours[:2]:
        return True
    return any(root == ours[:2] or _one_type(root, ours) for root in roots)


def _one_type(root: str, ours: str) -> bool:
    theirs, mine = from_cameo(root), from_cameo(ours)
    return theirs is not None and mine is not None and theirs.type is not None and theirs.type == mine.type
