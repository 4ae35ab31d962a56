"""Grammar of evaluation texts kept on disk, so that a rule can be measured again without parsing again.

Only `evaluate` uses it. A file is named by a hash of the text, its parts and the parser's version,
so that nothing stale is ever read. Folder: `ASOF_CACHE`, else `.cache/parse`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from ..annotate import parse
from ..annotate.parse_capitals import VERSION as CAPITALS
from ..annotate.parse_capitals import in_capitals
from ..model import Document
from ..reading import Reading


def _file(document: Document) -> Path:
    folder = Path(os.environ.get("ASOF_CACHE", ".cache/parse"))
    parts = [(part.kind, part.start) for part in document.parts]
    capitals = [part.start for part in document.parts if in_capitals(document.text[part.start : part.end])]
    key = repr((document.text, parts, parse.MODEL, parse.ANALYSIS, *([capitals, CAPITALS] if capitals else [])))
    return folder / f"{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.spacy"


def readings(documents: Sequence[Document]) -> list[Reading]:
    """The readings of these documents, in order; those not yet in the cache are parsed and put there."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    absent = [document for document in documents if not _file(document).exists()]
    for doc, document in parse.analyse(absent):
        path = _file(document)
        path.parent.mkdir(parents=True, exist_ok=True)
        packed = DocBin(attrs=["LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"])
        packed.add(doc)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(packed.to_bytes())
        partial.replace(path)
    vocab = Vocab()
    found = []
    for document in documents:
        (doc,) = DocBin().from_bytes(_file(document).read_bytes()).get_docs(vocab)
        found.append(parse.reading(doc, document))
    return found
